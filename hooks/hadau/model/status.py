"""The state of a guide: what is whole, what is missing, who has read it and how it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .entries import Review
from .parity import Standing
from .text import Language


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is to read, and how it reads."""

    words: int = 0
    """How many words."""
    characters: int = 0
    """How many letters and digits, in whole sentences only."""
    sentences: tuple[int, ...] = ()
    """The words of each whole sentence, the longest first. Titles and labels are none."""
    reading_age: float | None = None
    """The age at which a reader follows it, in years, where the language has a formula."""

    @property
    def average(self) -> float | None:
        """The words of a sentence on average, to one place; None where there are none."""
        return round(sum(self.sentences) / len(self.sentences), 1) if self.sentences else None

    @property
    def longest(self) -> int | None:
        """The words of the longest sentence."""
        return self.sentences[0] if self.sentences else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How the texts of a record, or of several together, stand."""

    texts: int = 0
    """How many texts there are."""
    complete: int = 0
    """How many are whole."""
    new: int = 0
    """How many were never agreed."""
    missing: Mapping[Language, int] = field(default_factory=dict)
    """How many lack each language."""
    outdated: Mapping[Language, int] = field(default_factory=dict)
    """How many are out of date in each language."""
    drafts: Mapping[Language, int] = field(default_factory=dict)
    """How many records nobody has reviewed in each language."""
    records: int = 0
    """How many records that can be reviewed there are."""
    reading: Mapping[Language, Measure] = field(default_factory=dict)
    """The words of each language; those that are missing do not count."""


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """The state of one record."""

    entry: str
    """What an editor calls it: its id, or the name of its file at the top of content."""
    kind: str
    """The folder of its kind, or `guide` or `glossary`."""
    section: str | None
    """The section that holds it."""
    path: str
    """Its file, relative to the project."""
    review: Review | None
    """Who has read it, where that is kept."""
    tally: Tally
    """How its texts stand."""
    waiting: tuple[Standing, ...]
    """The texts that are not complete."""


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a guide."""

    records: tuple[RecordStatus, ...] = ()
    """Each record, in the order of their files."""
    whole: Tally = Tally()
    """All of them together."""
    sections: Mapping[str, Tally] = field(default_factory=dict)
    """Together by the id of their section."""
    kinds: Mapping[str, Tally] = field(default_factory=dict)
    """Together by the folder of their kind."""
