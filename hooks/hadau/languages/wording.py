"""What the rules of a language are made of: forms that a count picks, lists, dates, pages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

PluralCategory = Literal["zero", "one", "two", "few", "many", "other"]
"""A kind of number that takes a form of its own (CLDR plural rules, cardinals)."""

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_PAGE_PREFIX = re.compile(r"^(?:pp?|tt?|tud)\. ?", re.IGNORECASE)
_PAGE_RANGE = re.compile(" ?[-‐‑–—]+ ?")


@dataclass(frozen=True, slots=True)
class CitationWords:
    """The words that stand between the parts of a reference."""

    no_date: str
    """In place of a year."""
    others: str
    """For the authors after the first."""
    available_at: str
    """Before an address on the web, with its colon."""
    accessed: str
    """Before the date of a visit, with its colon."""
    contained_in: str
    """Before the book that holds a chapter, with its colon."""
    edited_by: str
    """Before the editors of a book that has authors too."""
    editor: str
    """After the name of one editor."""
    editors: str
    """After the names of several."""
    edition: str
    """After an ordinal number."""
    volume: str
    """Before the number of a volume of a book."""
    article: str
    """Before the number of an article that has no pages."""
    thesis: str
    """A thesis for a degree that is not named."""
    report: str
    """A report of a kind that is not named, before its number."""
    kinds: Mapping[str, str]
    """Kinds of work by their name in BibTeX's `type` field."""
    act_series: Mapping[str, str]
    """How the other language abbreviates a series of Acts, and how this one does."""


def fill(words: Mapping[str, str], category: PluralCategory, n: int) -> str:
    """The form for a category, or else `other`, with the number at `{n}`.

    Both languages part thousands by a comma (CLDR number symbols for `cy` and `en`).
    Raises KeyError where neither form is given.
    """
    form = words[category] if category in words else words["other"]
    return form.replace("{n}", f"{n:,}")


def enumerate_items(items: Sequence[str], with_and: Callable[[str], str]) -> str:
    """The items as one phrase, the last after `and`, with no comma before it."""
    *first, last = items or [""]
    return f"{', '.join(first)} {with_and(last)}" if first else last


def write_date(date: datetime.date, months: Sequence[str]) -> str:
    """Day, month and year: the order of both languages."""
    return f"{date.day} {months[date.month - 1]} {date.year}"


def write_month(month: str, months: Sequence[str]) -> str:
    """A month written "2019-04", or a year alone. Raises ValueError at anything else."""
    parts = _MONTH.fullmatch(month)
    if parts is None or not 1 <= int(parts[2] or 1) <= 12:
        raise ValueError(f"not a year or a month: {month!r}")
    return f"{months[int(parts[2]) - 1]} {parts[1]}" if parts[2] else parts[1]


def label_pages(pages: str, one: str, several: str) -> str:
    """Pages as BibTeX or an editor writes them, after the label for one or for several."""
    numbers = _PAGE_RANGE.sub("–", _PAGE_PREFIX.sub("", " ".join(pages.split())))
    return f"{several if re.search('[–,;&+]', numbers) else one} {numbers}"


@dataclass(frozen=True, slots=True)
class Families:
    """The forms of the words of a text, for search."""

    forms: tuple[tuple[str, ...], ...]
    """The unmutated forms of each word."""
    apart: tuple[str, ...]
    """Other words that look like mutations of these forms, and are not: "dim" beside "tîm"."""
    readings: Mapping[str, tuple[str, ...]]
    """Mutated words that could be read in several ways, with the forms that they stand for."""
    onsets: Mapping[str, tuple[str, ...]]
    """What each beginning of a mutated word may have been."""
    vowels: str
    """The letters before which a g was lost or an h was added."""
    credit: str
    """Whose dictionaries the forms come from."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What a stemmer gets wrong about the forms of words, for search."""

    irregular: Mapping[str, tuple[str, ...]]
    """Words with those of their forms that no rule makes: "go" with "went"."""
    spellings: Mapping[str, str]
    """Words with another spelling of them."""
    apart: tuple[tuple[str, ...], ...]
    """Words that look like forms of others, and belong only to one another."""
