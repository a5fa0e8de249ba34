"""How the two languages of a guide stand to one another, text by text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .places import Loc
from .text import Language, Phrase, Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A phrase or text of the guide, in each language: what is translated as one."""

    entry: str
    """What an editor calls the record: its id, or `guide.yml` or `glossary.yml`, which is no id."""
    kind: str
    """The folder of its kind, or `guide` or `glossary`."""
    section: str | None
    """The id of the section that holds the record, where one does."""
    path: str
    """The file, relative to the project."""
    loc: Loc
    """The way to the text in the file."""
    field: str
    """The same way as an editor writes it, such as `parts.consultation.title` or `when.2`."""
    text: Phrase | Text
    """The words."""

    @property
    def name(self) -> str:
        """The record as agreements name it, such as `frameworks/trust` or `glossary`."""
        return self.kind if self.entry == f"{self.kind}.yml" else f"{self.kind}/{self.entry}"

    @property
    def page(self) -> str:
        """The name in every language of the page that shows the text."""
        if self.kind == "guide":
            return f"section/{self.section}" if self.section else "home"
        if self.kind == "glossary":
            return "glossary"
        return f"page/{self.entry}" if self.kind == "pages" else f"entry/{self.entry}"


State = Literal["complete", "missing", "outdated", "new"]
"""How the languages of a text stand to one another.

complete: both are there and, where agreements are kept, were agreed to match. missing: one is not
there. outdated: the words have changed since they were agreed. new: they were never agreed.
"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The words of a text when both languages were agreed to say the same."""

    cy: str
    """The Welsh as it stood."""
    en: str
    """The English as it stood."""
    by: str | None = None
    """Who compared the two, where that was said."""
    on: datetime.date | None = None
    """The day that person did."""

    def of(self, language: Language) -> str:
        """The words in one language."""
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Agreements:
    """What has been agreed, record by record."""

    records: Mapping[str, Mapping[str, Agreement]] = field(default_factory=dict)
    """By the name of the record's file, such as `frameworks/trust`, and the name of the field."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one text stands."""

    unit: Unit
    """The text."""
    state: State
    """Its state."""
    behind: tuple[Language, ...] = ()
    """The languages with work to do; of an outdated text both, where both have changed."""
    agreement: Agreement | None = None
    """What was agreed: the same words, or of an outdated text the words before the change."""
