"""How the two languages of a guide stand to one another, text by text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .places import Loc
from .text import Language, Phrase, Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A phrase or text of the guide, in each language: what is translated as one."""

    entry: str
    """What an editor calls the record: its id, or `guide` or `glossary`."""
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


State = Literal["complete", "missing", "outdated", "new"]
"""How the languages of a text stand to one another.

complete: both are there and, where agreements are kept, were agreed to match. missing: one is not
there. outdated: the words have changed since they were agreed. new: they were never agreed.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one text stands."""

    unit: Unit
    """The text."""
    state: State
    """Its state."""
    behind: tuple[Language, ...] = ()
    """The languages with work to do; of an outdated text both, where both have changed."""
