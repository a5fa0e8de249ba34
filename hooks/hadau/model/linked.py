"""The guide once its parts know one another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

from .entries import Relation
from .guide import Guide
from .parity import Standing
from .status import Status
from .text import Language

PageKey = str
"""The name of a page in every language: `home`, `section/ID`, `entry/ID`, `page/ID`, `glossary`…"""


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link in a text: `[[target#anchor|words]]`."""

    target: str
    """The id it names."""
    anchor: str | None
    """The anchor it names on that page."""
    words: str | None
    """The words it shows instead of the title."""
    written: str
    """As it stands in the text."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source in a citation."""

    key: str
    """Its citation key."""
    form: Literal["parenthetical", "narrative", "year-only"]
    """`[@key]`, `@key` or `[-@key]`."""
    before: str = ""
    """Words before the name, such as "see"."""
    pages: str | None = None
    """The pages, as in "37" or "37–39"."""
    after: str = ""
    """Words after the year, such as "chapter 2"."""


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Sources cited together: `[@one; @two, p. 3]`."""

    sources: tuple[CitedSource, ...]
    """The sources, in the order of the text."""
    written: str
    """As it stands in the text."""


@dataclass(frozen=True, slots=True)
class UsedTerm:
    """A term of the glossary where a text first uses it."""

    id: str
    """The id of the term."""
    words: str
    """As it stands in the text, as safe HTML."""


@dataclass(frozen=True, slots=True)
class Citing:
    """One place where a source is cited."""

    page: PageKey
    """The page that the place is on."""
    number: int
    """Counts the citations of the source on the page, from 1."""
    owner: str
    """The id of the record that cites it, if it has one."""
    markdown: str = ""
    """The text it stands in, or the words that it says the source of; else empty."""
    group: int = 0
    """Which of the citations of the text it is part of, counted from 0."""
    part: int = 0
    """Which source of that citation it is, counted from 0."""
    quoted_in: Language | None = None
    """The language of a quotation that it says the source of; its words are `markdown`."""

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands on its page; see `Linked.cite_numbers`."""
        return self.markdown, -1 if self.quoted_in else self.group, self.part


Piece = str | EntryLink | CitationGroup | UsedTerm
"""A run of safe HTML, or something that becomes HTML once the page is known."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text in one language, read as markup."""

    pieces: tuple[Piece, ...]
    """The text in order."""
    inline: bool
    """Whether it is one paragraph, which may stand without its `<p>`."""


RelationKind = Literal[
    "leads-to", "follows-from", "part-of", "has-part", "contrasts-with", "use-with",
    "framework", "conversation", "case-study", "tool", "quiz",
]  # fmt: skip
"""What another entry is to this one. Each kind has its words in the interface."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another entry, seen from this one."""

    id: str
    """The id of the other entry."""
    kind: RelationKind
    """What it is to this one."""
    relation: Relation | None = None
    """The editor's own relation, with its note, where there is one."""


@dataclass(frozen=True, slots=True)
class Address:
    """A page in one language."""

    key: PageKey
    """Its name in every language."""
    language: Language
    """The language of its words."""
    url: str
    """Relative to the root of the site, such as `cy/geirfa/`; empty for the root itself."""

    @property
    def path(self) -> str:
        """The Markdown file that becomes the page, such as `cy/geirfa.md`."""
        trimmed = self.url.rstrip("/")
        is_index = not trimmed or self.key == "home" or self.key.startswith(("section/", "kind/"))
        return f"{trimmed}/index.md".lstrip("/") if is_index else f"{trimmed}.md"

    def href_from(self, page: Address, anchor: str | None = None) -> str:
        """The way here from another page, as it stands in an `href`."""
        fragment = f"#{quote(anchor)}" if anchor else ""
        if self.url == page.url:
            return fragment or "./"
        way = posixpath.relpath(f"/{self.url}", f"/{page.url}")
        return f"{quote(way)}/{fragment}" if way != "." else f"./{fragment}"


@dataclass(frozen=True, slots=True)
class Linked:
    """A guide whose links, citations and addresses are known to be sound."""

    guide: Guide
    """What was read."""
    addresses: Mapping[tuple[PageKey, Language], Address]
    """Where each page stands in each language."""
    short: Mapping[tuple[PageKey, Language], str]
    """A short address of each entry for paper, such as `4k7qm/`, relative to the root."""
    anchors: Mapping[str, frozenset[str]]
    """The anchors of each entry, prose page and glossary term, by id."""
    keys: Mapping[str, PageKey]
    """The page of each id that a link may name."""
    order: Mapping[Language, tuple[str, ...]]
    """The ids of the entries: by section, kind, their own order and title."""
    related: Mapping[str, tuple[Related, ...]]
    """What each entry is related to, from either end, by id."""
    cites: Mapping[str, tuple[str, ...]]
    """The citation keys of each entry and prose page by id, in order of appearance."""
    cited_by: Mapping[str, tuple[str, ...]]
    """The ids that cite each source, by citation key."""
    citings: Mapping[Language, Mapping[str, tuple[Citing, ...]]]
    """Each place where a source is cited, by its citation key."""
    cite_numbers: Mapping[tuple[PageKey, Language, str], Mapping[tuple[str, int, int], int]]
    """By page, language and citation key, the number of each citation by its place."""
    parsed: Mapping[str, Parsed]
    """Each text that was read, by the Markdown itself. No terms are marked in it."""
    termed: Mapping[Language, Mapping[str, Parsed]]
    """The same, with terms of the glossary marked, for the texts of a language that use any."""
    used_in: Mapping[Language, Mapping[str, tuple[str, ...]]]
    """The ids of the entries and prose pages whose texts use each term, by its id."""
    standings: tuple[Standing, ...] = ()
    """How the languages of each text stand to one another, once they have been compared."""
    status: Status = field(default_factory=Status)
    """The state of the guide, once it has been counted."""
