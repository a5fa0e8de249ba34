"""What readers can choose entries by: kind, part of the guide, time, people, and who it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .entries import Entry, Framework
from .kinds import kind_of
from .sheets import Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that a reader can choose."""

    value: str
    """What stands for it in data: an id, "30" for at most 30 minutes, or "2-5" for people."""
    words: str
    """As plain words."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Something to choose entries by."""

    id: str
    """`kind`, `section`, `minutes`, `people` or `audience`."""
    label: str
    """As plain words."""
    choices: tuple[Choice, ...]
    """What can be chosen, in order. Each is true of an entry, and none of every entry."""


def facets_of(entry: Entry) -> Mapping[str, Any]:
    """What is true of an entry, as data: what it does not say is left out.

    `people` is the least and the most that can take part; `minutes` is the time it takes in all.
    """
    facets: dict[str, Any] = {"kind": kind_of(entry), "section": entry.section}
    if isinstance(entry, Framework):
        facets["minutes"] = sum(step.minutes for step in entry.steps)
    if isinstance(entry, Sheet):
        facets["minutes"] = entry.minutes
        facets["people"] = [entry.people.least, entry.people.most]
    if entry.audience:
        facets["audience"] = list(entry.audience)
    return facets
