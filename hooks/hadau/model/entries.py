"""Frameworks, case studies, glossary terms and prose pages, as editors write them."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from .quotations import Quotation
from .text import (
    KEY_PATTERN,
    PAGES_PATTERN,
    Id,
    Language,
    Phrase,
    Record,
    Slugs,
    Text,
    Words,
    refusal,
)


def _iso_date(value: Any) -> Any:
    """Read `2026-11-23` as a date; YAML 1.2 has no dates of its own."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise refusal(
            "bad-date",
            f"{value!r} is not a day",
            "a day written 2026-11-23",
            "write year, month and day with hyphens",
        ) from None


Date = Annotated[datetime.date, BeforeValidator(_iso_date)]
"""A day, written 2026-11-23."""

MONTH_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _calendar_month(value: str) -> str:
    """Refuse a day that no calendar has, in the same words as any other form."""
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        form = {"pattern": MONTH_PATTERN}
        raise PydanticCustomError("string_pattern_mismatch", "no such day", form) from None
    return value


Month = Annotated[str, Field(pattern=MONTH_PATTERN), AfterValidator(_calendar_month)]
"""A year, month or day, written 2019, 2019-04 or 2019-04-01."""

Minutes = Annotated[int, Field(ge=1, le=600)]
"""A length of time in whole minutes."""


class Reviewed(Record):
    """How far the words of a record have been read in one language."""

    state: Literal["draft", "reviewed"]
    """`draft` until a person who reads the language well has read it."""
    by: Words | None = None
    """Who read it; needed when it is reviewed."""
    on: Date | None = None
    """The day it was read; needed when it is reviewed."""

    @model_validator(mode="after")
    def _says_who(self) -> Reviewed:
        if self.state == "reviewed" and (self.by is None or self.on is None):
            raise refusal(
                "unsigned-review",
                "it is `reviewed`, but not by whom and on what day",
                "`by` and `on` beside `state: reviewed`",
                "write `{state: reviewed, by: Name, on: 2026-11-23}`, or `{state: draft}`",
            )
        return self


class Review(Record):
    """The review state of each language of a record."""

    cy: Reviewed
    """Of the Welsh."""
    en: Reviewed
    """Of the English."""

    def of(self, language: Language) -> Reviewed:
        """The review state in one language."""
        return self.cy if language == "cy" else self.en


class Relation(Record):
    """A typed link to another entry. It is shown on both pages, worded for each end."""

    to: Id
    """The id of the other entry."""
    kind: Literal["leads-to", "part-of", "contrasts-with", "use-with"]
    """What the other entry is to this one."""
    note: Phrase | None = None
    """Why a reader should follow it."""


class Citation(Record):
    """A source that a whole record rests on."""

    source: Annotated[str, Field(pattern=KEY_PATTERN, max_length=80)]
    """A citation key of the BibTeX file."""
    pages: Annotated[str, Field(pattern=PAGES_PATTERN)] | None = None
    """The pages, written "37" or "37-39", where the source gives them."""


class Origin(Record):
    """Where the ideas of a record come from."""

    text: Text
    """In words, with its citations."""
    citations: tuple[Citation, ...] = ()
    """The sources that the record rests on, the most important first."""


class Entry(Record):
    """What every entry with a page of its own has."""

    id: Id
    """The same as the name of the file."""
    section: Id
    """The section of the guide that holds it."""
    order: Annotated[int, Field(ge=1, le=9_999)] = 9_999
    """Its place among entries of its kind in the section; the smallest stands first."""
    title: Phrase
    """Its name."""
    slug: Slugs = Slugs()
    """The last part of its address, where title and id would not do."""
    summary: Phrase
    """One or two sentences for cards, search results and lists."""
    audience: tuple[Id, ...] = ()
    """Who it is for: ids of `audiences` in `guide.yml`."""
    relations: tuple[Relation, ...] = ()
    """What a reader may turn to from here."""
    quotations: tuple[Quotation, ...] = ()
    """What its sources say in their own words."""
    review: Review
    """Who has read it, in each language."""


class Example(Record):
    """A part as it looks in a public service."""

    basis: Literal["illustration", "source"]
    """`illustration` when it was made up for the guide, `source` when a source tells it."""
    text: Text
    """What happens in it."""


class Facet(Record):
    """One side of a part, such as how it looks to a person and to an organisation."""

    title: Phrase
    """The name of this side."""
    text: Text
    """What it says."""


class Part(Record):
    """One element of a framework: a level, a stage, a role, a principle."""

    id: Id
    """Its anchor on the page, in every language."""
    title: Phrase
    """Its name."""
    explanation: Text
    """What it means."""
    example: Example | None = None
    """What it looks like."""
    facets: tuple[Facet, ...] = ()
    """Its sides, where it has several."""
    steps: tuple[Text, ...] = ()
    """What to do for it, in order."""


class Figure(Record):
    """The picture of a framework, drawn from its parts."""

    title: Phrase
    """The caption."""
    number: Annotated[int, Field(ge=1, le=999)] | None = None
    """Its number in the guide, where it has one."""
    low: Phrase | None = None
    """The label of the end where the first part stands (spectrum, levels, pyramid)."""
    high: Phrase | None = None
    """The label of the end where the last part stands."""


class Step(Record):
    """A step in working with a framework."""

    title: Phrase
    """What is done."""
    text: Text
    """How it is done."""
    minutes: Minutes
    """How long it takes with a group."""


Shape = Literal["list", "sequence", "spectrum", "pyramid", "stages", "roles", "levels"]
"""How the parts of a framework stand to one another; the drawing follows it.

list: side by side, in no order. sequence: one after another, done once. spectrum: degrees of one
thing, the first part the lowest. pyramid: each rests on the one before. stages: a cycle that may
begin again. roles: different people or hats around one task. levels: each inside the next.
"""


class Framework(Entry):
    """An idea that helps people to think or act, with its parts."""

    about: Text
    """What it is and why it matters."""
    shape: Shape
    """How the parts stand to one another."""
    figure: Figure
    """The caption of its picture."""
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=40)]
    """Its elements, in order."""
    when: Annotated[tuple[Text, ...], Field(min_length=1)]
    """When to use it."""
    when_not: Annotated[tuple[Text, ...], Field(min_length=1)]
    """When not to."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """How to use it with a group."""
    watch_for: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What goes wrong, and how to see it coming."""
    origin: Origin
    """Where it comes from."""
    conversations: tuple[Id, ...] = ()
    """Conversations and checklists that put it to work."""
    case_studies: tuple[Id, ...] = ()
    """Case studies that show it."""


class ShownFramework(Record):
    """A framework that a case study shows at work."""

    id: Id
    """The id of the framework."""
    note: Phrase
    """What to look for."""


class SinceThen(Record):
    """What happened after a case study was written."""

    date: Month
    """When it happened."""
    text: Text
    """What happened."""


class CasePart(Record):
    """One story within a case study, with its own anchor."""

    id: Id
    """Its anchor on the page, in every language."""
    title: Phrase
    """Its name."""
    text: Text
    """What happened in it."""
    points: tuple[Text, ...] = ()
    """A list that belongs to it, such as its actions."""


class CaseStudy(Entry):
    """What happened somewhere, and what it shows."""

    organisations: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Who took part."""
    place: Phrase
    """Where."""
    situation: Text
    """What was going on before."""
    done: Text
    """What was done."""
    learnt: Text
    """What it shows."""
    unknown: Text | None = None
    """What the source does not tell."""
    parts: tuple[CasePart, ...] = ()
    """Its stories, where it has several."""
    frameworks: tuple[ShownFramework, ...] = ()
    """The frameworks it shows."""
    since_then: tuple[SinceThen, ...] = ()
    """What has happened since, dated."""
    origin: Origin
    """Where it is told."""


class Forms(Record):
    """Other forms of a term, by which texts name it too."""

    cy: tuple[Words, ...] = ()
    """In Welsh, such as its plural; mutated forms are found without being listed."""
    en: tuple[Words, ...] = ()
    """In English; a plural with -s is found without being listed."""

    def of(self, language: Language) -> tuple[str, ...]:
        """The forms in one language."""
        return self.cy if language == "cy" else self.en


class GlossaryTerm(Record):
    """A word of the guide and what it means."""

    id: Id
    """Its anchor on the glossary page."""
    term: Phrase
    """The word."""
    forms: Forms = Forms()
    """Other forms of it."""
    explain: Literal["first-use", "where-linked"] = "first-use"
    """Where a page explains it: at its first use, or only where a text links to it.

    `where-linked` suits a word that the guide also uses in its everyday sense.
    """
    definition: Text
    """What it means."""
    entry: Id | None = None
    """The entry that explains it at length."""


class AgreedTerm(Record):
    """A word that is said in the same way throughout a guide."""

    en: Words
    """The English word or words, in the singular."""
    cy: Annotated[tuple[Words, ...], Field(min_length=1, max_length=12)]
    """The Welsh for it, the usual one first; any of them will do."""


class PageSection(Record):
    """A part of a prose page, under its own heading."""

    id: Id
    """Its anchor on the page, in every language."""
    title: Phrase
    """Its heading."""
    text: Text
    """What it says."""


class ProsePage(Record):
    """A page of plain prose, such as the one about the guide."""

    id: Id
    """The same as the name of the file."""
    order: Annotated[int, Field(ge=1, le=9_999)] = 9_999
    """Its place among the prose pages."""
    title: Phrase
    """Its heading."""
    slug: Slugs = Slugs()
    """The last part of its address, where title and id would not do."""
    summary: Phrase
    """One or two sentences for search results."""
    text: Text
    """How it begins."""
    sections: tuple[PageSection, ...] = ()
    """What follows, each under a heading."""
    quotations: tuple[Quotation, ...] = ()
    """What its sources say in their own words."""
    review: Review
    """Who has read it, in each language."""
