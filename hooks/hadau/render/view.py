"""What a template of one page can ask for. A view knows its page, so that links fit it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from ..model.downloads import Download
from ..model.entries import Entry, Framework, GlossaryTerm
from ..model.guide import Section, WordForms
from ..model.kinds import KINDS, kind_of
from ..model.lent import join_words, language_of
from ..model.linked import Address, CitationGroup, Citing, Linked, PageKey, Related
from ..model.reference_files import FORMATS, entry_path, list_path, way_to
from ..model.sheets import People, Sheet
from ..model.text import LANGUAGES, Phrase, other_language
from ..model.tools import DecisionPath
from .diagrams import draw
from .notes import name_citation
from .offers import Offered, offer
from .paths import Step, unfold
from .sentences import Sentence, find_sentence
from .texts import Texts


@dataclass(frozen=True, slots=True)
class CitingPage:
    """A page that cites a source."""

    title: str
    """Its title, or the term that cites it."""
    places: list[tuple[str, Sentence | None]]
    """The address of each citation, and the sentence around it where there is one."""


class View(Texts):
    """One page in one language, as its template sees it."""

    def __init__(
        self,
        linked: Linked,
        address: Address,
        suffixes: Mapping[str, str],
        sheets: tuple[Download, ...] = (),
    ) -> None:
        super().__init__(linked, address, suffixes)
        self.sheets = sheets

    def script_words(self, group: str) -> dict[str, WordForms]:
        """The words of a script on the page: those whose names begin with `group`, without it."""
        return {
            key.removeprefix(group): words
            for key, words in self.words.items()
            if key.startswith(group)
        }

    def days(self) -> list[str]:
        """A day of each month in words, with its number at `{day}` and its year at `{year}`."""
        first = (datetime.date(2000, month, 1) for month in range(1, 13))
        dates = (self.rules.format_date(day) for day in first)
        return [date.replace("2000", "{year}").replace("1", "{day}") for date in dates]

    def exercises(self) -> dict[str, dict[str, str]]:
        """The title and address of every exercise that keeps notes, by the id of its note."""
        places = (
            ("quizzes", "quiz", None),
            ("tools", "tool", None),
            ("frameworks", "check", "check--"),
        )
        return {
            f"{one}--{entry.id}": {
                "title": (title := self.phrase(entry.title)),
                "href": self.url(f"entry/{entry.id}", anchor),
                **_say_language(title),
            }
            for kind, one, anchor in places
            for entry in self.entries(kind=kind)
        } | self._pack_note()

    def _pack_note(self) -> dict[str, dict[str, str]]:
        if ("pack", self.language) not in self.linked.addresses:
            return {}
        return {"pack--workshop": {"title": self.word("page.pack"), "href": self.url("pack")}}

    def pack_sheets(self) -> list[dict[str, object]]:
        """What a reader can put in a pack, by section, for the script of that page."""
        return [
            {
                "title": self.phrase(section.title),
                **_say_language(self.phrase(section.title)),
                "sheets": [
                    {
                        "id": entry.id,
                        "title": {"cy": entry.title.cy, "en": entry.title.en},
                        **_say_lent(entry.title),
                        "minutes": entry.minutes,
                        "time": self.count("count.minutes", entry.minutes),
                        "url": {
                            language: self.linked.addresses[
                                f"entry/{entry.id}", language
                            ].href_from(self.address)
                            for language in LANGUAGES
                        },
                    }
                    for entry in sheets
                    if isinstance(entry, Sheet)
                ],
            }
            for section, sheets in self.by_section(
                entry for entry in self.entries() if isinstance(entry, Sheet)
            )
        ]

    def is_behind(self) -> bool:
        """Whether the other language has said something new since the words here were agreed."""
        return any(
            standing.state == "outdated"
            and self.language in standing.behind
            and standing.unit.page == self.address.key
            for standing in self.linked.standings
        )

    def sheets_offered(self) -> list[Offered]:
        """What readers can take away from this page, by what it is for."""
        return offer(self.sheets, self)

    # Entries

    def entry(self, id_: str) -> Entry:
        """The entry with an id."""
        return self.guide.entries[id_]

    def kind(self, entry: Entry) -> str:
        """The folder of an entry's kind, which is also the ending of the words for it."""
        return kind_of(entry)

    def section(self, id_: str) -> Section:
        """The part of the guide with an id."""
        return next(section for section in self.guide.about.sections if section.id == id_)

    def entries(self, *, section: str | None = None, kind: str | None = None) -> list[Entry]:
        """The entries of a section, of a kind, or both, in the order of the guide."""
        ordered = (self.guide.entries[id_] for id_ in self.linked.order[self.language])
        return [
            entry
            for entry in ordered
            if section in (None, entry.section) and kind in (None, kind_of(entry))
        ]

    def by_kind(self, entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
        """Entries by the folder of their kind, in the order in which a site lists kinds."""
        return _grouped(entries, KINDS, kind_of)

    def by_section(self, entries: Iterable[Entry]) -> list[tuple[Section, list[Entry]]]:
        """Entries by the section that holds them, in the order of the guide."""
        ids = [section.id for section in self.guide.about.sections]
        groups = _grouped(entries, ids, lambda entry: entry.section)
        return [(self.section(id_), group) for id_, group in groups]

    def kinds(self) -> list[str]:
        """The folders of the kinds of which the guide has entries."""
        return [kind for kind, _ in self.by_kind(self.guide.entries.values())]

    def other_pages(self) -> list[tuple[PageKey, str]]:
        """The key and title of each page that belongs to no section."""
        keys = [
            "map",
            *(f"kind/{kind}" for kind in self.kinds()),
            "pack",
            "glossary",
            "references",
            "notes",
            "status",
        ]
        pages = [
            (key, self.word(f"page.{key}" if "/" not in key else key.replace("/", ".")))
            for key in keys
            if (key, self.language) in self.linked.addresses
        ]
        prose = sorted(self.guide.pages, key=lambda page: (page.order, page.id))
        return [*pages, *((f"page/{page.id}", self.phrase(page.title)) for page in prose)]

    def people(self, people: People) -> str:
        """How many can take part, in words."""
        if people.most == 1:
            return self.word("sheet.alone")
        if people.least == people.most:
            return self.count("count.people", people.most)
        return self.word(
            "sheet.people-range", least=people.least, most=self.count("count.people", people.most)
        )

    def reviewed(self, record: Entry) -> str:
        """Who has read the words of a record in this language, in plain words."""
        state = record.review.of(self.language)
        if state.by is None or state.on is None:
            return self.word("review.draft")
        return self.word("review.reviewed", by=state.by, on=self.rules.format_date(state.on))

    def month(self, written: str) -> str:
        """A year, month or day in words."""
        if len(written) == len("2019-04-01"):
            return self.rules.format_date(datetime.date.fromisoformat(written))
        return self.rules.format_month(written)

    def unfold(self, path: DecisionPath) -> Step:
        """A decision path as a tree."""
        return unfold(path)

    def glossary(self) -> list[tuple[str, list[GlossaryTerm]]]:
        """The words of the guide under the letters of the language's own alphabet."""
        terms = sorted(
            self.guide.glossary, key=lambda term: self.rules.sort_key(self.phrase(term.term))
        )
        letters = dict.fromkeys(self.rules.initial(self.phrase(term.term)) for term in terms)
        return _grouped(terms, letters, lambda term: self.rules.initial(self.phrase(term.term)))

    def letter_anchor(self, letter: str) -> str:
        """The anchor of a letter's heading; no id of a term can be the same."""
        return f"letter--{self.rules.slugify(letter) or 'other'}"

    def citing(self, key: str) -> list[CitingPage]:
        """Where a source is cited: each page by its title, with the sentences on it."""
        pages: dict[tuple[PageKey, str], CitingPage] = {}
        for citing in self.linked.citings[self.language].get(key, ()):
            title = self._title_of_citer(citing)
            page = pages.setdefault((citing.page, str(title)), CitingPage(title, []))
            url = self.url(citing.page, name_citation(key, citing.number))
            page.places.append((url, self._sentence_of(citing)))
        return sorted(pages.values(), key=lambda page: self.rules.sort_key(page.title))

    def _title_of_citer(self, citing: Citing) -> str:
        _, is_term, id_ = citing.owner.partition("glossary#")
        if is_term:
            term = next(term for term in self.guide.glossary if term.id == id_)
            return join_words(": ", (self.word("page.glossary"), self.phrase(term.term)))
        if citing.owner:
            return self.title_of(citing.owner)
        kind, _, id_ = citing.page.partition("/")
        return self.phrase(self.section(id_).title) if kind == "section" else self.word("page.home")

    def _sentence_of(self, citing: Citing) -> Sentence | None:
        """The sentence around a citation; None where a record only names what it rests on."""
        if not citing.markdown:
            return None
        if citing.quoted_in:
            opening, closing = self.rules.quote_marks
            foreign = "" if citing.quoted_in == self.language else citing.quoted_in
            return Sentence(opening, citing.markdown, closing, foreign)
        pieces = self.linked.parsed[citing.markdown].pieces
        groups = [place for place, piece in enumerate(pieces) if isinstance(piece, CitationGroup)]
        here = groups[citing.group]
        words = [self.plain(piece) for piece in pieces]
        return find_sentence("".join(words[:here]), words[here], "".join(words[here + 1 :]))

    def source_kinds(self) -> list[str]:
        """The kinds of work among the sources, in the order of their words."""
        kinds = {source.type for source in self.guide.sources.values()}
        return sorted(kinds, key=lambda kind: self.rules.sort_key(self.word(f"source.{kind}")))

    def sections_citing(self, key: str) -> list[Section]:
        """The parts of the guide with an entry that cites a source."""
        entries = (self.guide.entries.get(id_) for id_ in self.linked.cited_by.get(key, ()))
        ids = {entry.section for entry in entries if entry}
        return [section for section in self.guide.about.sections if section.id in ids]

    def downloads(self, key: str | None = None) -> list[tuple[str, str]]:
        """The name and address of each file of one source, or of them all."""
        page = self.linked.addresses["references", self.language]
        return [
            (name, way_to(entry_path(key, form) if key else list_path(page, form), self.address))
            for form, name in FORMATS.items()
        ]

    def related(
        self, entry: Entry, without: Collection[str] = ()
    ) -> list[tuple[str, list[Related]]]:
        """What an entry is related to, by kind of relation; some kinds may be left out.

        Each entry stands once, under the relation that says most, with a note from any of them that
        the entry itself makes: a note tells why to go on, and makes no sense at the other end.
        """
        kinds: dict[str, Related] = {}
        notes: dict[str, Related] = {}
        for related in sorted(
            self.linked.related[entry.id], key=lambda related: SAYS_MOST.index(related.kind)
        ):
            kinds.setdefault(related.id, related)
            relation = related.relation
            if relation and relation.note and relation.to == related.id:
                notes.setdefault(related.id, related)
        groups: dict[str, list[Related]] = {}
        for id_, first in kinds.items():
            relation = notes[id_].relation if id_ in notes else None
            groups.setdefault(first.kind, []).append(replace(first, relation=relation))
        return [
            (kind, groups[kind]) for kind in RELATION_ORDER if kind in groups.keys() - {*without}
        ]

    def picture(self, framework: Framework, prefix: str = "picture") -> Markup:
        """The drawing of a framework's parts."""
        return draw(framework, self.language, self.word, self.count, prefix)

    def figure_caption(self, framework: Framework) -> str:
        """The caption of a framework's picture, with its number where it has one."""
        title = self.phrase(framework.figure.title)
        number = framework.figure.number
        return title if number is None else self.word("figure.caption", n=number, title=title)

    def users_of(self, term: GlossaryTerm) -> list[tuple[str, str]]:
        """The address and title of each page that uses a term, in the order of the language."""
        owners = self.linked.used_in[self.language].get(term.id, ())
        pages = [(self.url(self.linked.keys[owner]), self.title_of(owner)) for owner in owners]
        return sorted(pages, key=lambda page: self.rules.sort_key(page[1]))


def _say_language(words: str) -> dict[str, str]:
    """For a script: the language of words that are lent."""
    language = language_of(words)
    return {"lang": language} if language else {}


def _say_lent(phrase: Phrase) -> dict[str, dict[str, str]]:
    """For a script: the language that lends a phrase its words, by the language that lacks them."""
    missing = phrase.missing
    return {"lent": {missing: other_language(missing)}} if missing else {}


Item = TypeVar("Item")
Group = TypeVar("Group", bound=Hashable)


def _grouped(
    items: Iterable[Item], groups: Iterable[Group], group_of: Callable[[Item], Group]
) -> list[tuple[Group, list[Item]]]:
    """Items by group, in the order of the groups; a group without items is left out."""
    found: dict[Group, list[Item]] = {group: [] for group in groups}
    for item in items:
        found[group_of(item)].append(item)
    return [(group, members) for group, members in found.items() if members]


RELATION_ORDER = (
    "leads-to",
    "conversation",
    "tool",
    "quiz",
    "case-study",
    "framework",
    "use-with",
    "follows-from",
    "part-of",
    "has-part",
    "contrasts-with",
)
"""The order in which a page shows what its entry is related to."""

SAYS_MOST = (
    "conversation",
    "tool",
    "quiz",
    "case-study",
    "leads-to",
    "follows-from",
    "part-of",
    "has-part",
    "contrasts-with",
    "use-with",
    "framework",
)
"""What two entries are to one another where they are several things: what to do with it first."""
