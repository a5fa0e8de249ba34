"""What differs by language. The rest of Hadau asks here and holds no words of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from ..model.text import Language
from . import cy, en
from .letters import NO_LETTER, SortKey
from .wording import CitationWords, Exceptions, Families, PluralCategory

__all__ = [
    "NO_LETTER",
    "RULES",
    "CitationWords",
    "Exceptions",
    "Families",
    "PluralCategory",
    "Rules",
    "SortKey",
]


class Rules(Protocol):
    """What a language owes the site; `cy` and `en` each give it all as pure functions."""

    @property
    def alphabet(self) -> tuple[str, ...]:
        """The headings of an A–Z, in order."""

    @property
    def quote_marks(self) -> tuple[str, str]:
        """What opens and closes a quotation."""

    @property
    def inner_quote_marks(self) -> tuple[str, str]:
        """What opens and closes a quotation inside another."""

    @property
    def citation_words(self) -> CitationWords:
        """The words that stand between the parts of a reference."""

    def plural_category(self, n: int) -> PluralCategory:
        """The form that a whole number takes, by the plural rules of CLDR."""

    def count(self, words: Mapping[str, str], n: int) -> str:
        """The form of the words for a number, with the number at `{n}`.

        Raises KeyError where neither that form nor `other` is given.
        """

    def and_before(self, text: str) -> str:
        """The word for "and" before a text, by the sound that the text begins with."""

    def join_and(self, items: Sequence[str], *, names: bool = True) -> str:
        """The items as one phrase, the last after "and"; empty where there are none.

        Names of persons and works stay as they are. Where `names` is false the items are common
        words, and the last takes whatever change "and" causes.
        """

    def format_date(self, date: datetime.date) -> str:
        """A day in words."""

    def format_month(self, month: str) -> str:
        """A month written "2019-04" in words, or a year as it is. Raises ValueError otherwise."""

    def ordinal(self, n: int) -> str:
        """A number in a series, in figures."""

    def sort_key(self, text: str) -> SortKey:
        """The key that a text sorts by in this language; a leading article does not count."""

    def initial(self, text: str) -> str:
        """The heading under which a text stands in an A–Z: one of `alphabet`, or NO_LETTER.

        A text in another script stands under its own first letter, after the alphabet.
        """

    def slugify(self, title: str) -> str:
        """The last part of a page's address: a–z, 0–9 and hyphens, or nothing."""

    def find_forms(self, words: Iterable[str]) -> Families | Exceptions:
        """The forms of these words, or what a stemmer gets wrong where one serves the language."""

    def answer_forms(self, answer: str) -> tuple[str, ...]:
        """Every form in which a reader may rightly write an answer, in plain letters, in order.

        Plain letters are small and without accents. None where nothing in it can be written.
        """

    def word_forms(self, phrase: str) -> tuple[str, ...]:
        """A phrase in the forms that a sentence may give it by rule, its own form first."""

    def page_label(self, pages: str) -> str:
        """Page numbers after the label for one page or for several."""

    def says(self, text: str, term: str) -> bool:
        """Whether a plain text uses a term, in any form that the language gives it."""

    def reading_age(self, characters: int, words: int, sentences: int) -> float | None:
        """The age at which a reader follows a text, in years; None where no formula is known."""


RULES: Mapping[Language, Rules] = MappingProxyType({"cy": cy, "en": en})
"""The rules of each language of the site."""
