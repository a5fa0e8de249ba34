"""What a template of one page can ask for. A view knows its page, so that links fit it."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from typing import Any, TypeVar
from urllib.parse import quote

import nh3
from markupsafe import Markup

from ..languages import RULES, Rules
from ..model.downloads import Download
from ..model.entries import Citation, Entry, Framework, GlossaryTerm
from ..model.guide import Guide, Section
from ..model.kinds import KINDS, kind_of
from ..model.linked import (
    Address,
    CitationGroup,
    CitedSource,
    EntryLink,
    Linked,
    PageKey,
    Related,
)
from ..model.sheets import People
from ..model.text import Language, Phrase, Text
from ..model.tools import DecisionPath
from .citations import in_text, reference, sort_sources
from .diagrams import draw
from .lent import Lent, mark_lent


class View:
    """One page in one language, as its template sees it."""

    def __init__(
        self,
        linked: Linked,
        address: Address,
        suffixes: Mapping[str, str],
        downloads: tuple[Download, ...] = (),
    ) -> None:
        self.linked = linked
        self.downloads = downloads
        self.guide: Guide = linked.guide
        self.address = address
        self.language: Language = address.language
        self.rules: Rules = RULES[address.language]
        self.words = linked.guide.words[address.language]
        self.other: Language = "en" if address.language == "cy" else "cy"
        self.lent = False
        """Whether the page has had to show words of the other language."""
        self._suffixes = suffixes

    # Words

    def word(self, key: str, **values: object) -> str:
        """Words of the interface, with their places filled."""
        words = self.words[key]
        if not isinstance(words, str):
            raise TypeError(f"the words {key} depend on a number")
        return words.format(**values) if values else words

    def count(self, key: str, number: int) -> str:
        """Words of the interface for a number of things."""
        words = self.words[key]
        if isinstance(words, str):
            raise TypeError(f"the words {key} do not depend on a number")
        return self.rules.count(words, number)

    def phrase(self, phrase: Phrase) -> str:
        """A phrase in the language of the page, or marked as lent by the other one."""
        words = phrase.of(self.language)
        if phrase.missing != self.language:
            return words
        self.lent = True
        return Lent(words, self.other)

    def suggest_url(self) -> str:
        """Where a reader may suggest a change to this page."""
        to = self.guide.about.suggest
        address = "" if to is None else self.phrase(to)
        if "@" in address and ":" not in address:
            return f"mailto:{address}?subject={quote(self.address.url)}"
        return address

    # Texts

    def block(self, text: Text) -> Markup:
        """A text as paragraphs, lists and tables."""
        parsed = self.linked.parsed[text.of(self.language)]
        html = self._resolve(parsed.pieces)
        html = Markup("<p>{}</p>").format(html) if parsed.inline else html
        return self._mark(text, html, block=True)

    def inline(self, text: Text) -> Markup:
        """A text of one paragraph without its `<p>`; a longer one as it is."""
        parsed = self.linked.parsed[text.of(self.language)]
        return self._mark(text, self._resolve(parsed.pieces), block=not parsed.inline)

    def _mark(self, text: Text, html: Markup, *, block: bool) -> Markup:
        """A text as it is, or marked as lent by the other language."""
        if text.missing != self.language:
            return html
        self.lent = True
        return mark_lent(html, self.other, block=block)

    def inline_only(self, text: Text) -> Markup:
        """A text for places that hold no blocks, such as a label."""
        html = self.inline(text)
        parsed = self.linked.parsed[text.of(self.language)]
        if parsed.inline:
            return html
        return Markup(nh3.clean(html, tags=INLINE, link_rel=None))  # noqa: S704 (cleaned)

    def _resolve(self, pieces: Iterable[str | EntryLink | CitationGroup]) -> Markup:
        return Markup("").join(
            Markup(piece)  # noqa: S704 (the linker refuses what nh3 would change)
            if isinstance(piece, str)
            else self._link(piece)
            if isinstance(piece, EntryLink)
            else self._cite(piece)
            for piece in pieces
        )

    def _link(self, link: EntryLink) -> Markup:
        anchor = link.anchor or (
            link.target if self.linked.keys[link.target] == "glossary" else None
        )
        return Markup('<a href="{}">{}</a>').format(
            self.url(self.linked.keys[link.target], anchor),
            link.words or self.title_of(link.target, link.anchor),
        )

    def title_of(self, id_: str, anchor: str | None = None) -> str:
        """The title of an entry, a page, a section or a term, or of a part of an entry."""
        guide = self.guide
        named: Any = guide.entries.get(id_)
        if isinstance(named, Framework) and anchor:
            for part in named.parts:
                if part.id == anchor:
                    return self.phrase(part.title)
        if named is None:
            others: tuple[Any, ...] = (*guide.pages, *guide.about.sections, *guide.glossary)
            named = next(record for record in others if record.id == id_)
        return self.phrase(named.term if hasattr(named, "term") else named.title)

    def is_behind(self) -> bool:
        """Whether the other language has said something new since the words here were agreed."""
        _, _, id_ = self.address.key.partition("/")
        return any(
            standing.state == "outdated"
            and self.language in standing.behind
            and standing.unit.entry == (id_ or self.address.key)
            for standing in self.linked.standings
        )

    # Addresses

    def url(self, key: PageKey, anchor: str | None = None) -> str:
        """The way from this page to another in the same language."""
        return self.linked.addresses[key, self.language].href_from(self.address, anchor)

    def entry_url(self, id_: str) -> str:
        """The way from this page to an entry."""
        return self.url(f"entry/{id_}")

    # Files to take away

    def download_groups(self) -> list[tuple[str, list[Download]]]:
        """The files of this page by what they are for, those in its own language first."""
        ordered = sorted(
            self.downloads,
            key=lambda file: (self.language not in file.languages, len(file.languages)),
        )
        groups: dict[str, list[Download]] = {}
        for file in ordered:
            groups.setdefault(file.variant, []).append(file)
        return list(groups.items())

    def download_url(self, file: Download) -> str:
        """The way from this page to a file."""
        return posixpath.relpath(f"/{file.urls[self.language]}", f"/{self.address.url}")

    def download_words(self, file: Download) -> str:
        """What a link to a file says: its languages, size of print, form, pages and size."""
        language = self.word(f"download.in.{'-'.join(file.languages)}")
        words = [
            self.word(f"download.format.{file.format}"),
            *([self.count("count.pages", file.pages)] if file.pages else []),
            self.word("download.size", n=-(-file.size // 1000)),
        ]
        name = self.word(f"download.print.{file.print}", language=language)
        return f"{name}: {', '.join(words)}"

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
        keys = [*(f"kind/{kind}" for kind in self.kinds()), "glossary", "references"]
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

    def path_number(self, path: DecisionPath, id_: str) -> int:
        """The number of a question on a decision path."""
        return [question.id for question in path.questions].index(id_) + 1

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

    def citing(self, key: str) -> list[tuple[str, str]]:
        """The address and title of each page that cites a source."""
        pages = [self._citer(owner) for owner in self.linked.cited_by.get(key, ()) if owner]
        return sorted(pages, key=lambda page: self.rules.sort_key(page[1]))

    def _citer(self, owner: str) -> tuple[str, str]:
        """The address and title of what cites a source: an entry, a page or a term."""
        _, is_term, id_ = owner.partition("glossary#")
        if not is_term:
            return self.url(self.linked.keys[owner]), self.title_of(owner)
        term = next(term for term in self.guide.glossary if term.id == id_)
        return self.url("glossary", id_), self.phrase(term.term)

    def related(
        self, entry: Entry, without: Container[str] = ()
    ) -> list[tuple[str, list[Related]]]:
        """What an entry is related to, by kind of relation; some kinds may be left out."""
        groups: dict[str, list[Related]] = {}
        for related in self.linked.related[entry.id]:
            groups.setdefault(related.kind, []).append(related)
        return [
            (kind, groups[kind])
            for kind in RELATION_ORDER
            if kind in groups and kind not in without
        ]

    def picture(self, framework: Framework, prefix: str = "picture") -> Markup:
        """The drawing of a framework's parts."""
        return draw(framework, self.language, self.word, self.count, prefix)

    def figure_caption(self, framework: Framework) -> str:
        """The caption of a framework's picture, with its number where it has one."""
        title = self.phrase(framework.figure.title)
        number = framework.figure.number
        return title if number is None else self.word("figure.caption", n=number, title=title)

    # Citations

    def reference_url(self, key: str) -> str:
        """The way from a citation to its reference, which stands at the foot of an entry."""
        if self.address.key.startswith(("entry/", "page/")):
            return f"#ref--{key}"
        return self.url("references", f"ref--{key}")

    def references(self, keys: Iterable[str]) -> list[tuple[str, Markup]]:
        """Sources by their citation keys, formatted and in the order of the language."""
        sources = [self.guide.sources[key] for key in keys]
        return [
            (source.key, reference(source, self._suffixes.get(source.key, ""), self.language))
            for source in sort_sources(sources, self.language)
        ]

    def citation(self, citation: Citation) -> Markup:
        """A source that a record rests on, with its pages."""
        pages = None if citation.pages is None else citation.pages.replace("-", "–")
        return self._one_citation(CitedSource(citation.source, "narrative", pages=pages))

    def _cite(self, group: CitationGroup) -> Markup:
        shown = Markup("; ").join(self._one_citation(cited) for cited in group.sources)
        return shown if group.sources[0].form == "narrative" else Markup("({})").format(shown)

    def _one_citation(self, cited: CitedSource) -> Markup:
        source = self.guide.sources[cited.key]
        text = in_text(source, self._suffixes.get(cited.key, ""), self.language)
        pages = self.rules.page_label(cited.pages) if cited.pages else ""
        note = ", ".join(part for part in (pages, cited.after) if part)
        words = {
            "narrative": text.narrative,
            "parenthetical": text.parenthetical,
            "year-only": text.year_only,
        }[cited.form](note)
        before = f"{cited.before} " if cited.before else ""
        return Markup('{}<a class="hd-cite" href="{}">{}</a>').format(
            before, self.reference_url(cited.key), words
        )


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


INLINE = set(
    "a abbr b bdi br cite code dfn em i kbd mark q s small span strong sub sup time".split()
)
"""The elements that may stand in a line of words."""

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
