"""The anchors of a page: those that its kind brings, and those of the parts of its record."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from .entries import ShownFramework

PAGE_ANCHORS = frozenset(
    "picture parts when when-not steps watch-for origin leads references situation done learnt "
    "unknown frameworks since-then purpose prompts record questions exercise start".split()
)
"""Anchors that pages make themselves, which no part of a record may take."""


def find_ids(
    value: object, loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The id of everything inside a record that has one, with the way to it.

    Left out are the record's own id and ids that name another entry.
    """
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            own = getattr(item, "id", None)
            if own is not None and not isinstance(item, ShownFramework):
                yield (*loc, index, "id"), own
            yield from find_ids(item, (*loc, index))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from find_ids(getattr(value, name), loc if name == "root" else (*loc, name))
