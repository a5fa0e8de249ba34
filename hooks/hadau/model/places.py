"""Where each value of a file stands, so that a problem can point at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..problems import Position
from .guide import Source

Loc = tuple[str | int, ...]
"""The way to a value from the top of a file: names of fields, numbers of list items."""


@dataclass(frozen=True)
class Places:
    """The places of every key and value of one YAML file."""

    path: str
    """The file, relative to the project."""
    text: str
    """What the file holds."""
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    """For each value, the offsets in `text` of its first character and past its last."""
    keys: dict[Loc, int] = field(default_factory=dict)
    """For each value with a name, the offset of the name."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def position(self, offset: int) -> Position:
        """The line and column of an offset in the text."""
        line = bisect_right(self._line_starts, offset)
        return Position(self.path, line, offset - self._line_starts[line - 1] + 1)

    def at(self, loc: Loc) -> Position:
        """Where a value stands, or the nearest value around it that the file holds."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.position(self.values.get(loc, (0, 0))[0])

    def key_at(self, loc: Loc) -> Position:
        """Where the name of a value stands, or the value itself where it has no name."""
        return self.position(self.keys[loc]) if loc in self.keys else self.at(loc)

    def within(self, loc: Loc, words: str, occurrence: int = 0) -> Position:
        """Where words stand inside a value, counting their occurrences from 0.

        Words that the file writes in another form (with YAML escapes, or folded over two
        lines) are placed at the start of the value.
        """
        start, end = self.values.get(loc, (0, 0))
        found = start - 1
        for _ in range(occurrence + 1):
            found = self.text.find(words, found + 1, end)
            if found < 0:
                return self.at(loc)
        return self.position(found)


@dataclass(frozen=True)
class Document:
    """One file of YAML, read but not yet understood."""

    kind: str
    """What the file should hold: the name of its folder, or of the file at the top."""
    stem: str
    """The name of the file without its ending."""
    data: Any
    """Its values: dicts, tuples, texts, numbers, booleans and None."""
    places: Places
    """Where they stand."""


@dataclass(frozen=True)
class Loaded:
    """Every file of a guide as it was read, before its shape is known."""

    folder: str
    """The folder of content, relative to the project."""
    documents: tuple[Document, ...]
    """The YAML files that could be read, in order of their paths."""
    broken: frozenset[tuple[str, str]]
    """Kind and stem of each file that exists but could not be read."""
    bibliography: str
    """The BibTeX file, relative to the project."""
    sources: dict[str, Source]
    """What the BibTeX file holds, by citation key."""
    lost_keys: frozenset[str] | None = frozenset()
    """Keys that stand in the BibTeX file without a work that could be read; None for any key."""

    def fails(self, kind: str, records: Collection[object]) -> bool:
        """Whether a file at the top of content says something of which no record was made."""
        written = any(document.kind == kind and document.data for document in self.documents)
        return (kind, kind) in self.broken or (written and not records)

    def find_ids(self, kind: str) -> frozenset[str] | None:
        """The ids that stand in a list at the top of content; None where it cannot be read."""
        if (kind, kind) in self.broken:
            return None
        return frozenset(
            item["id"]
            for document in self.documents
            if document.kind == kind and isinstance(document.data, tuple)
            for item in document.data
            if isinstance(item, dict) and isinstance(item.get("id"), str)
        )
