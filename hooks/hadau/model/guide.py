"""The guide as a whole: its name, its sections, its records and its sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from .entries import AgreedTerm, Entry, GlossaryTerm, ProsePage
from .text import Id, Language, Phrase, Record, Slugs, Text


class Section(Record):
    """A part of the guide, with a page that leads into it."""

    id: Id
    """The name that entries give as their `section`."""
    title: Phrase
    """Its name."""
    slug: Slugs = Slugs()
    """The last part of its address, where title and id would not do."""
    summary: Phrase
    """One or two sentences for its card on the home page."""
    intro: Text
    """How its page begins."""


class Audience(Record):
    """Readers whom some entries are for."""

    id: Id
    """The name that entries give in their `audience`."""
    title: Phrase
    """Who they are."""


class Need(Record):
    """A way into the guide for a reader who has something to do."""

    title: Phrase
    """What the reader wants to do."""
    entries: Annotated[tuple[Id, ...], Field(min_length=1, max_length=8)]
    """The entries to go to, the first one first."""


class Home(Record):
    """The front page of each language."""

    lead: Text
    """What the guide is and who it is for."""
    start: Id | None = None
    """The entry that a new reader should open first."""
    figure: Id | None = None
    """A framework whose picture stands on the front page."""
    needs: tuple[Need, ...] = ()
    """Ways in by what a reader wants to do."""


Parity = Literal["strict", "warn"]
"""What happens where a text lacks a language, or has changed in one since both were agreed.

strict: nothing is published. warn: the site says so and shows the other language, while a guide is
being drafted.
"""


class GuideFile(Record):
    """What `guide.yml` holds."""

    title: Phrase
    """The name of the guide."""
    tagline: Phrase
    """What it is, in one line."""
    summary: Phrase
    """One or two sentences for search engines."""
    home: Home
    """The front page."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1, max_length=12)]
    """The parts of the guide, in order."""
    audiences: Annotated[tuple[Audience, ...], Field(max_length=12)] = ()
    """The readers whom entries may say they are for, in order."""
    credit: Text
    """Who the ideas come from, at the foot of every page."""
    suggest: Phrase | None = None
    """An e-mail address or web address for suggestions, where there is one."""
    parity: Parity = "strict"
    """What happens where the languages of a text do not match."""


SourceType = Literal[
    "article",
    "book",
    "incollection",
    "inproceedings",
    "report",
    "thesis",
    "online",
    "legislation",
    "misc",
]


@dataclass(frozen=True, slots=True)
class Name:
    """An author or editor."""

    family: str
    """The family name with its particles, or the whole name of an organisation."""
    given: str = ""
    """Given names or initials; empty for an organisation."""
    corporate: bool = False
    """Whether it is an organisation."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work in the BibTeX file, its LaTeX decoded."""

    key: str
    """The citation key."""
    type: SourceType
    """The kind of work, dialects of BibTeX folded together."""
    authors: tuple[Name, ...]
    """Who wrote it."""
    editors: tuple[Name, ...]
    """Who edited it, or the book that holds it."""
    others: bool
    """Whether the list of authors ended with "and others"."""
    title: str
    """The title, without braces."""
    year: str
    """The year, or an empty text where it has no date."""
    fields: dict[str, str] = field(default_factory=dict)
    """Every other field by its lower-case name, decoded; `url` and `doi` as they stood."""
    raw: str = ""
    """The entry as it stood in the file."""
    line: int = 1
    """The 1-based line where it begins."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where the parts of a guide are kept."""

    root: Path
    """The folder that holds `mkdocs.yml`; the paths of problems are relative to it."""
    content: Path
    """What editors write (`docs_dir`)."""
    bibliography: Path
    """The BibTeX file. A guide without one has no sources."""
    templates: Path
    """The templates of pages (`theme.custom_dir`)."""
    site: Path
    """Where the built site stands (`site_dir`)."""
    site_url: str
    """The address of the site, ending in a slash."""

    @property
    def agreements(self) -> Path:
        """The folder that says when the languages of a text were agreed to match."""
        return self.root / "agreed"


WordForms = str | dict[str, str]
"""Words of the interface: one form, or one for each plural category of the language."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that was read, before anything is linked."""

    folder: str
    """The folder of content as problems show it."""
    about: GuideFile
    """What `guide.yml` holds."""
    entries: dict[str, Entry]
    """Every entry by id, in the order of their files."""
    glossary: tuple[GlossaryTerm, ...]
    """The words of the guide."""
    pages: tuple[ProsePage, ...]
    """The prose pages."""
    sources: dict[str, Source]
    """Every source by its citation key, in the order of the file."""
    words: dict[Language, dict[str, WordForms]]
    """The words of the interface, by language and key."""
    files: dict[str, str]
    """The file of each entry and prose page, by id, relative to the project."""
    terms: tuple[AgreedTerm, ...] = ()
    """Words that are said in the same way throughout, besides those of the glossary."""

    @property
    def records(self) -> tuple[Entry | ProsePage, ...]:
        """Every record that has a page and a file of its own."""
        return (*self.entries.values(), *self.pages)
