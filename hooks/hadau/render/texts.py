"""The words and texts of one page, its links and citations fitted to where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from itertools import count
from typing import Any, Self
from urllib.parse import quote

from markupsafe import Markup, escape

from ..languages import RULES, Rules
from ..model.entries import Citation, Entry, Framework, ProsePage
from ..model.guide import Guide, Section
from ..model.kinds import kind_of
from ..model.lent import Lent, join_words, say
from ..model.linked import (
    Address,
    CitationGroup,
    CitedSource,
    EntryLink,
    Linked,
    PageKey,
    Parsed,
    Piece,
    UsedTerm,
)
from ..model.quotations import Quotation
from ..model.text import Language, Phrase, Text
from .citations import in_text, reference, sort_sources
from .coins import make_coins
from .lent import mark_language
from .notes import Note, Notes, name_note
from .sentences import words_of

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")


class Texts:
    """What one page says in one language."""

    def __init__(self, linked: Linked, address: Address, suffixes: Mapping[str, str]) -> None:
        self.linked = linked
        self.guide: Guide = linked.guide
        self.address = address
        self.language: Language = address.language
        self.rules: Rules = RULES[address.language]
        self.words = linked.guide.words[address.language]
        self.other: Language = "en" if address.language == "cy" else "cy"
        self.lent = False
        """Whether the page has had to show words of the other language."""
        self._lending = False
        self._suffixes = suffixes
        self._notes = Notes(linked, address)

    def in_language(self, language: Language) -> Self:
        """The same page in one of its languages, with nothing said on it yet."""
        address = self.linked.addresses[self.address.key, language]
        return type(self)(self.linked, address, self._suffixes)

    # Words

    def word(self, key: str, **values: object) -> str:
        """Words of the interface, with their places filled; HTML where those are lent words."""
        words = self.words[key]
        if not isinstance(words, str):
            raise TypeError(f"the words {key} depend on a number")
        if any(isinstance(value, Lent | Markup) for value in values.values()):
            return escape(words).format(**values)
        return words.format(**values) if values else words

    def count(self, key: str, number: int) -> str:
        """Words of the interface for a number of things."""
        words = self.words[key]
        if isinstance(words, str):
            raise TypeError(f"the words {key} do not depend on a number")
        return self.rules.count(words, number)

    def phrase(self, phrase: Phrase) -> str:
        """A phrase in the language of the page, or marked as lent by the other one."""
        self.lent |= phrase.missing == self.language
        return say(phrase, self.language)

    def suggest_url(self) -> str:
        """Where a reader may suggest a change to this page."""
        to = self.guide.about.suggest
        address = "" if to is None else to.of(self.language)
        if "@" in address and ":" not in address:
            return f"mailto:{address}?subject={quote(self.address.url)}"
        return address

    # Texts

    def block(self, text: Text) -> Markup:
        """A text as paragraphs, lists and tables. Terms are explained where they first stand."""
        parsed = self._parsed(text)
        html = self._resolve(parsed.pieces, text)
        html = Markup("<p>{}</p>").format(html) if parsed.inline else html
        return self._mark(text, html, block=True)

    def inline(self, text: Text) -> Markup:
        """A text of one paragraph without its `<p>`; a longer one as it is."""
        parsed = self._parsed(text)
        return self._mark(text, self._resolve(parsed.pieces, text), block=not parsed.inline)

    def inline_only(self, text: Text) -> Markup:
        """A text for places that hold no blocks, such as a label; no term is a link there."""
        parsed = self.linked.parsed[text.of(self.language)]
        return self._mark(text, self._resolve(parsed.pieces, text), block=False)

    def aside(self, text: Text) -> Markup:
        """A text as paragraphs in a note or at the foot, where nothing has a note of its own."""
        with self.unexplained():
            return self.block(text)

    def unexplained(self) -> AbstractContextManager[None]:
        """Meanwhile no text explains a term or a source where it names it."""
        return self._notes.paused()

    def _mark(self, text: Text, html: Markup, *, block: bool) -> Markup:
        """A text as it is, or marked as lent by the other language."""
        if text.missing != self.language:
            return html
        self.lent = True
        return mark_language(html, self.other, block=block)

    def _mark_own(self, words: str) -> str:
        """Words of the page's own language, marked as such where a lent text holds them."""
        if not self._lending or isinstance(words, Lent):
            return words
        return mark_language(escape(words), self.language, block=False)

    def _parsed(self, text: Text) -> Parsed:
        markdown = text.of(self.language)
        termed = self.linked.termed[self.language] if self._notes.explains else {}
        return termed.get(markdown) or self.linked.parsed[markdown]

    def _resolve(self, pieces: Iterable[Piece], text: Text) -> Markup:
        markdown = text.of(self.language)
        groups = count()
        self._lending = text.missing == self.language
        try:
            return Markup("").join(
                self._mark_own(self._cite(piece, markdown, next(groups)))
                if isinstance(piece, CitationGroup)
                else self._resolve_piece(piece)
                for piece in pieces
            )
        finally:
            self._lending = False

    def _resolve_piece(self, piece: str | EntryLink | UsedTerm) -> Markup:
        match piece:
            case EntryLink():
                return self._link(piece)
            case UsedTerm():
                words = Markup(piece.words)  # noqa: S704 (cut from a text that the linker read)
                first = self._notes.explain(piece.id)
                return self._link_term(piece.id, words) if first else words
            case _:
                return Markup(piece)  # noqa: S704 (the linker refuses what nh3 would change)

    def _link(self, link: EntryLink) -> Markup:
        key = self.linked.keys[link.target]
        words = link.words or self._mark_own(self.title_of(link.target, link.anchor))
        if key == "glossary":
            self._notes.explain(link.target)
            return self._link_term(link.target, words)
        return Markup('<a href="{}"{}>{}</a>').format(
            self.url(key, link.anchor), self._notes.mark(key), words
        )

    def _link_term(self, id_: str, words: str) -> Markup:
        return Markup('<a class="hd-term" href="{}"{}>{}</a>').format(
            self.url("glossary", id_), self._notes.mark(f"term/{id_}"), words
        )

    def entry_link(self, id_: str) -> Markup:
        """A link to an entry by its title, with a preview."""
        key = f"entry/{id_}"
        return Markup('<a href="{}"{}>{}</a>').format(
            self.url(key), self._notes.mark(key), self.title_of(id_)
        )

    def notes(self) -> list[Note]:
        """What the links of this page explain or preview: as much as the page needs, each once."""
        return [self._make_note(key) for key in self._notes.wanted]

    def _make_note(self, key: PageKey) -> Note:
        kind, _, id_ = key.partition("/")
        if kind == "term":
            term = next(term for term in self.guide.glossary if term.id == id_)
            return Note(
                name=name_note(key),
                kind=self.word("note.term"),
                title=self.phrase(term.term),
                url=self.url("glossary", id_),
                text=self.aside(term.definition),
            )
        others: tuple[ProsePage | Section, ...] = (*self.guide.pages, *self.guide.about.sections)
        record: Entry | ProsePage | Section = self.guide.entries.get(id_) or next(
            other for other in others if other.id == id_
        )
        word = "entry.section" if kind == "section" else "note.page"
        return Note(
            name=name_note(key),
            kind=self.word(f"one.{kind_of(record)}" if isinstance(record, Entry) else word),
            title=self.phrase(record.title),
            url=self.url(key),
            text=Markup("<p>{}</p>").format(self.phrase(record.summary)),
        )

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys of the sources that the page has cited so far."""
        return tuple(self._notes.cited)

    @property
    def has_notes(self) -> bool:
        """Whether anything on the page has a note."""
        return bool(self._notes.wanted or self._notes.cited)

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

    # Addresses

    def url(self, key: PageKey, anchor: str | None = None) -> str:
        """The way from this page to another in the same language."""
        return self.linked.addresses[key, self.language].href_from(self.address, anchor)

    def entry_url(self, id_: str) -> str:
        """The way from this page to an entry."""
        return self.url(f"entry/{id_}")

    # Citations

    def references(self, keys: Iterable[str]) -> list[tuple[str, Markup]]:
        """Sources by their citation keys, formatted and in the order of the language."""
        sources = [self.guide.sources[key] for key in keys]
        return [
            (source.key, reference(source, self._suffixes.get(source.key, ""), self.language))
            for source in sort_sources(sources, self.language)
        ]

    def coins(self, key: str) -> Markup:
        """What tells a reference manager about a source, and shows nothing."""
        return make_coins(self.guide.sources[key])

    def citation(self, citation: Citation) -> Markup:
        """A source that a record rests on, with its pages."""
        return self._link_source(_as_cited(citation), ("", 0, 0))

    def quoted(self, quotation: Quotation) -> Markup:
        """Where a quotation stands in its source."""
        pages = None if quotation.pages is None else quotation.pages.replace("-", "–")
        where = "" if quotation.locator is None else self.phrase(quotation.locator)
        cited = CitedSource(quotation.source, "parenthetical", pages=pages, after=where)
        return self._link_source(cited, (quotation.words, -1, 0))

    def _cite(self, group: CitationGroup, markdown: str, number: int) -> Markup:
        shown = Markup("; ").join(
            self._link_source(cited, (markdown, number, part))
            for part, cited in enumerate(group.sources)
        )
        return _bracketed(group, shown)

    def _link_source(self, cited: CitedSource, place: tuple[str, int, int]) -> Markup:
        here = self._notes.cite(cited.key)
        url = f"#ref--{cited.key}" if here else self.url("references", f"ref--{cited.key}")
        return Markup('{}<a class="hd-cite"{} href="{}"{}>{}</a>').format(
            f"{cited.before} " if cited.before else "",
            self._notes.number(cited.key, place),
            url,
            self._notes.mark(f"ref/{cited.key}", own=False),
            self._name_source(cited),
        )

    def _name_source(self, cited: CitedSource) -> Markup:
        source = self.guide.sources[cited.key]
        text = in_text(source, self._suffixes.get(cited.key, ""), self.language)
        pages = self.rules.page_label(cited.pages) if cited.pages else ""
        note = join_words(", ", (part for part in (pages, cited.after) if part))
        return {
            "narrative": text.narrative,
            "parenthetical": text.parenthetical,
            "year-only": text.year_only,
        }[cited.form](note)

    def mixes(self, text: Text) -> bool:
        """Whether a text would show a title in another language than its own."""
        lent = text.missing == self.language
        return any(
            isinstance(self.title_of(piece.target, piece.anchor), Lent) != lent
            for piece in self.linked.parsed[text.of(self.language)].pieces
            if isinstance(piece, EntryLink) and not piece.words
        )

    def told(self, text: Text) -> str:
        """A text as plain words on one line; citations in brackets are left out."""
        kept = (
            piece
            for piece in self.linked.parsed[text.of(self.language)].pieces
            if not isinstance(piece, CitationGroup) or piece.sources[0].form == "narrative"
        )
        words = " ".join("".join(self.plain(piece) for piece in kept).split())
        return _SPACE_BEFORE_STOP.sub("", words)

    def plain(self, piece: Piece) -> str:
        """A piece of a text as words alone; a break between blocks is a line break."""
        match piece:
            case CitationGroup():
                named = (
                    f"{cited.before} {words_of(self._name_source(cited))}".strip()
                    for cited in piece.sources
                )
                return words_of(_bracketed(piece, escape("; ".join(named))))
            case EntryLink():
                return piece.words or self.title_of(piece.target, piece.anchor)
            case UsedTerm():
                return words_of(piece.words)
            case _:
                return words_of(piece)


def _as_cited(citation: Citation) -> CitedSource:
    pages = None if citation.pages is None else citation.pages.replace("-", "–")
    return CitedSource(citation.source, "narrative", pages=pages)


def _bracketed(group: CitationGroup, shown: Markup) -> Markup:
    return shown if group.sources[0].form == "narrative" else Markup("({})").format(shown)
