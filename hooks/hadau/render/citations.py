"""Harvard citations and references, author and date, in both languages.

The order and the marks are those of Cite Them Right (Harvard), with "ed." for its "edn" and "In:"
for its "in". Welsh keeps the same order, as in the Harvard guide of Prifysgol De Cymru. Whatever
comes from the bibliography is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..languages import RULES, Rules, SortKey
from ..model.guide import Name, Source
from ..model.text import Language
from . import source_parts as parts
from .source_parts import field, join

LISTED_IN_TEXT = 3
"""How many authors a text names before it says "et al."."""

_CHAPTERS = frozenset({"incollection", "inproceedings"})
_EDITION_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)?\.?", re.IGNORECASE)
_EDITION_WORD = re.compile(r"\b(?:edn?|edition|arg|argraffiad)\b", re.IGNORECASE)
_EDITION_NAMES = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())


@dataclass(frozen=True, slots=True)
class InText:
    """A work as a text names it, its parts kept apart for the three forms of a citation.

    A note is what stands after the year, such as the pages; it is escaped unless it is Markup.
    """

    author: Markup
    """The authors, or the title of a work that has none."""
    year: Markup
    """The year with its letter, or the words for no date."""
    year_in_author: bool = False
    """Whether the year ends the title that stands for the author, as that of an Act does."""

    def parenthetical(self, note: str = "") -> Markup:
        """What goes between brackets: "Rees and Evans, 2005, p. 37"."""
        return join(", ", (self.author, "" if self.year_in_author else self.year, note))

    def narrative(self, note: str = "") -> Markup:
        """What goes into a sentence, with its brackets: "Rees and Evans (2005, p. 37)"."""
        dated = join(", ", ("" if self.year_in_author else self.year, note))
        return Markup("{} ({})").format(self.author, dated) if dated else self.author

    def year_only(self, note: str = "") -> Markup:
        """What goes between brackets where the author is already named: "2005, p. 37"."""
        return join(", ", (self.year, note))


def in_text(source: Source, suffix: str, language: Language) -> InText:
    """How a text in one language cites a work; `suffix` is its letter from `year_suffixes`."""
    rules = RULES[language]
    if source.type == "legislation":
        return InText(parts.act_title(source, language), escape(source.year), year_in_author=True)
    year = parts.year_text(source, suffix, rules)
    names = [name.family for name in _credited(source)]
    if not names:
        return InText(parts.title(source, language), year)
    if _shortened(source):
        return InText(parts.with_others(names[0], rules), year)
    return InText(escape(rules.join_and(names)), year)


def reference(source: Source, suffix: str, language: Language) -> Markup:
    """The full reference to a work, for a list; `suffix` is its letter from `year_suffixes`.

    Titles of whole works are in `<cite>`. A title that the bibliography marks as being in another
    language than the page carries that language. An address that is not http or https is shown
    and not linked.
    """
    rules = RULES[language]
    if source.type == "legislation":
        act = join(", ", (parts.act_title(source, language), _act_number(source, rules)))
        return parts.sentences((act, parts.access(source, rules)))
    holder = _holder(source, rules, language)
    imprint = _imprint(source)
    if source.type in _CHAPTERS and imprint:
        imprint = join(", ", (imprint, _pages(source, rules)))
    elif source.type in _CHAPTERS:
        holder = join(", ", (holder, _pages(source, rules)))
    return parts.sentences(
        (
            _opening(source, suffix, rules, language),
            holder,
            _joint_editors(source, rules),
            _edition(source, rules),
            _volume(source, rules),
            _kind(source, rules),
            imprint,
            parts.access(source, rules),
        )
    )


def year_suffixes(sources: Iterable[Source]) -> dict[str, str]:
    """The letter after the year of each work, by its key: empty, or "a", "b" and on.

    Works get letters where a text would cite them alike, in the order of their titles. That order
    is the same in both languages, so that "2019a" is one work throughout the site.
    """
    alike: dict[tuple[str, ...], list[Source]] = {}
    suffixes: dict[str, str] = {}
    for source in sources:
        suffixes[source.key] = ""
        if source.type != "legislation":
            alike.setdefault(_cited_as(source), []).append(source)
    for works in alike.values():
        if len(works) > 1:
            for place, source in enumerate(sorted(works, key=_title_order)):
                suffixes[source.key] = _letters(place)
    return suffixes


def sort_sources(sources: Iterable[Source], language: Language) -> list[Source]:
    """The works in the order of a list of references: by author, year and title.

    A work without a date comes after the dated works of its authors.
    """
    rules = RULES[language]

    def order(source: Source) -> tuple[list[SortKey], bool, bool, str, tuple[SortKey, str]]:
        # The comma keeps a family name such as An or Yr from being taken for an article.
        names = [f"{name.family}, {parts.initials(name)}" for name in _credited(source)]
        author = [rules.sort_key(words) for words in names or [parts.title_in(source, language)]]
        return author, source.others, not source.year, source.year, _title_order(source)

    return sorted(sources, key=order)


def _credited(source: Source) -> tuple[Name, ...]:
    if source.type == "legislation":
        return ()
    return source.authors if source.type in _CHAPTERS else source.authors or source.editors


def _shortened(source: Source) -> bool:
    return len(_credited(source)) > LISTED_IN_TEXT or (source.others and bool(source.authors))


def _cited_as(source: Source) -> tuple[str, ...]:
    names = [name.family.casefold() for name in _credited(source)]
    if _shortened(source):
        names = [names[0], "et al."]
    return (source.year, *(names or ["", source.title.casefold()]))


def _title_order(source: Source) -> tuple[SortKey, str]:
    return RULES["en"].sort_key(source.title), source.key


def _letters(place: int) -> str:
    letter = chr(ord("a") + place % 26)
    return letter if place < 26 else _letters(place // 26 - 1) + letter


def _opening(source: Source, suffix: str, rules: Rules, language: Language) -> Markup:
    names = _credited(source)
    year = Markup("({})").format(parts.year_text(source, suffix, rules))
    title = parts.title(source, language)
    if not names:
        opening = join(" ", (title, year))
    elif source.authors:
        opening = join(" ", (parts.list_names(names, source.others, rules), year, title))
    else:
        opening = join(" ", (parts.list_editors(names, rules), year, title))
    if source.type != "article":
        return opening
    journal = parts.cite(field(source, "journal", "journaltitle"), source, language)
    issue = field(source, "number", "issue")
    volume = field(source, "volume") + (f"({issue})" if issue else "")
    where = join(", ", (journal, volume, _pages(source, rules)))
    return join(", " if names else " ", (opening, where))


def _pages(source: Source, rules: Rules) -> str:
    if pages := field(source, "pages"):
        return rules.page_label(pages)
    number = field(source, "eid")
    return f"{rules.citation_words.article} {number}" if number else ""


def _holder(source: Source, rules: Rules, language: Language) -> Markup:
    if source.type not in _CHAPTERS:
        return Markup()
    editors = parts.list_editors(source.editors, rules) if source.editors else ""
    book = parts.cite(field(source, "booktitle", "eventtitle"), source, language)
    held_in = join(" ", (editors, book))
    return join(" ", (rules.citation_words.contained_in, held_in)) if held_in else Markup()


def _joint_editors(source: Source, rules: Rules) -> Markup:
    if source.type in parts.HELD_BY_ANOTHER or not (source.authors and source.editors):
        return Markup()
    names = [f"{parts.initials(name)} {name.family}".strip() for name in source.editors]
    return join(" ", (rules.citation_words.edited_by, rules.join_and(names)))


def _edition(source: Source, rules: Rules) -> Markup:
    written = field(source, "edition")
    label = rules.citation_words.edition
    number = _EDITION_NUMBER.fullmatch(written)
    if written.casefold() in _EDITION_NAMES:
        place = _EDITION_NAMES.index(written.casefold()) + 1
    elif number:
        place = int(number[1])
    else:
        says_so = not written or _EDITION_WORD.search(written)
        return escape(written) if says_so else join(" ", (written, label))
    return join(" ", (rules.ordinal(place), label)) if place > 1 else Markup()


def _volume(source: Source, rules: Rules) -> Markup:
    volume = field(source, "volume")
    if source.type == "article" or not volume:
        return Markup()
    return join(" ", (rules.citation_words.volume, volume))


def _kind(source: Source, rules: Rules) -> Markup:
    words = rules.citation_words
    written = field(source, "type")
    kind = words.kinds.get(written.casefold(), written)
    if source.type == "thesis":
        return escape(kind or words.thesis)
    if source.type == "report":
        number = field(source, "number")
        return join(" ", (kind or (words.report if number else ""), number))
    how = field(source, "howpublished")
    return Markup() if source.type != "misc" or parts.address_in(how) else escape(how)


def _imprint(source: Source) -> Markup:
    if source.type == "article":
        return Markup()
    publisher = field(source, "publisher", "institution", "school", "organization")
    # A body's own website would only repeat its name.
    if source.type == "online" and [name.family for name in source.authors] == [publisher]:
        publisher = ""
    imprint = join(": ", (field(source, "address", "location"), publisher))
    series = field(source, "series")
    number = field(source, "number") if series and source.type != "report" else ""
    held_in = join(", ", (series, number))
    return Markup("{} ({})").format(imprint, held_in) if imprint and held_in else imprint or held_in


def _act_number(source: Source, rules: Rules) -> str:
    series, space, rest = field(source, "number").partition(" ")
    return rules.citation_words.act_series.get(series, series) + space + rest
