"""What English does in its own way."""

from __future__ import annotations

import datetime
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

from .letters import SortKey, collate, fold, heading, plain_forms, ranks, slug
from .wording import (
    CitationWords,
    Exceptions,
    PluralCategory,
    enumerate_items,
    fill,
    label_pages,
    write_date,
    write_month,
)

alphabet: tuple[str, ...] = tuple(string.ascii_uppercase)
"""The headings of an A–Z, in order."""

quote_marks: tuple[str, str] = ("‘", "’")
"""What opens and closes a quotation (Cite Them Right)."""

inner_quote_marks: tuple[str, str] = ("“", "”")
"""What opens and closes a quotation inside another."""

citation_words: CitationWords = CitationWords(
    no_date="no date",
    others="et al.",
    available_at="Available at:",
    accessed="Accessed:",
    contained_in="In:",
    edited_by="Edited by",
    editor="ed.",
    editors="eds",
    edition="ed.",
    volume="Vol.",
    article="article",
    thesis="Thesis",
    report="Report",
    kinds=MappingProxyType(
        {
            "phd thesis": "PhD thesis",
            "phdthesis": "PhD thesis",
            "mathesis": "Master’s thesis",
            "mastersthesis": "Master’s thesis",
            "techreport": "Technical report",
        }
    ),
    act_series=MappingProxyType(
        {"dccc": "anaw", "dsc": "asc", "mccc": "nawm", "p.": "c.", "O.S.": "S.I."}
    ),
)
"""The words of a reference (Cite Them Right, Harvard)."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LETTER = re.compile(r"\d+|[^\W\d_]")
_RANK = ranks(alphabet)
_ARTICLE = re.compile(r"^[\W_]*(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def plural_category(n: int) -> PluralCategory:
    """The form that a whole number takes (CLDR plural rules for `en`)."""
    return "one" if abs(n) == 1 else "other"


def count(words: Mapping[str, str], n: int) -> str:
    """The form of the words for a number, with the number at `{n}`: "1 result", "2 results".

    Raises KeyError where neither that form nor `other` is given.
    """
    return fill(words, plural_category(n), n)


def and_before(text: str) -> str:
    """The word for "and" before a text: in English always the same."""
    return "and"


def join_and(items: Sequence[str], *, names: bool = True) -> str:
    """The items as one phrase: "A, B and C". Names and other words join alike in English."""
    return enumerate_items(items, lambda last: f"and {last}")


def format_date(date: datetime.date) -> str:
    """A day in words: "23 November 2026"."""
    return write_date(date, _MONTHS)


def format_month(month: str) -> str:
    """A month written "2019-04" in words, or a year as it is. Raises ValueError otherwise."""
    return write_month(month, _MONTHS)


def ordinal(n: int) -> str:
    """A number in a series, in figures: "1st", "2nd", "11th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}th" if n % 100 in (11, 12, 13) else f"{n}{ending}"


def sort_key(text: str) -> SortKey:
    """The key that a text sorts by; a leading article does not count."""
    kept = _ARTICLE.sub("", text)
    return collate(kept, fold(kept), _LETTER, _RANK)


def initial(text: str) -> str:
    """The heading under which a text stands in an A–Z."""
    return heading(fold(_ARTICLE.sub("", text)), _LETTER)


def slugify(title: str) -> str:
    """The last part of a page's address; empty where no letter or digit can be written in it."""
    return slug(title.replace("&", " and "))


def word_forms(phrase: str) -> tuple[str, ...]:
    """A phrase and its regular plural: "service user", "service users"."""
    if re.search("[^aeiou]y$", phrase):
        return phrase, phrase[:-1] + "ies"
    return phrase, phrase + ("es" if re.search("(?:s|x|ch|sh)$", phrase) else "s")


def page_label(pages: str) -> str:
    """Page numbers with their label: "p. 37", "pp. 37–39"."""
    return label_pages(pages, "p.", "pp.")


def says(text: str, term: str) -> bool:
    """Whether a plain text uses a term, as it stands or in the plural."""
    return _forms_of(term).search(text) is not None


@cache
def _forms_of(term: str) -> re.Pattern[str]:
    words = re.escape(" ".join(term.split())).replace(r"\ ", r"[\s-]+")
    one = words.removesuffix("y") + "(?:y|ies)" if term.endswith("y") else f"{words}(?:e?s)?"
    return re.compile(rf"(?<![\w-]){one}(?![\w-])", re.IGNORECASE)


def find_forms(words: Iterable[str]) -> Exceptions:
    """What a stemmer, which finds the forms of English words, gets wrong."""
    return _load_exceptions()


@cache
def _load_exceptions() -> Exceptions:
    file = resources.files(__package__) / "en_forms.yml"
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Exceptions(
        irregular={word: tuple(forms.split()) for word, forms in read["irregular"].items()},
        spellings=read["spellings"],
        apart=tuple(tuple(words.split()) for words in read["apart"]),
    )


def reading_age(characters: int, words: int, sentences: int) -> float | None:
    """The grade of the Automated Readability Index, and the five years before school.

    It counts letters and not syllables, which no rule finds in English. Source: R. J. Senter and
    E. A. Smith (1967), Automated Readability Index, AMRL-TR-66-220.
    """
    grade = 4.71 * characters / words + 0.5 * words / sentences - 21.43
    return round(max(grade, 0) + 5, 1)


def answer_forms(answer: str) -> tuple[str, ...]:
    """Every form in which a reader may rightly write an answer, in plain letters, in order."""
    return plain_forms({answer}, ("the", "a", "an"))
