"""The anchors of a page: those that its kind brings, and those of the parts of its record."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from .entries import CaseStudy, Entry, Framework, ProsePage, ShownFramework
from .places import Loc
from .quizzes import Quiz
from .sheets import Sheet
from .tools import Tool

PAGE_ANCHORS = frozenset(
    "picture parts when when-not steps watch-for origin leads references situation done learnt "
    "unknown frameworks since-then quotations purpose prompts record questions "
    "exercise start".split()
)
"""Anchors that pages make themselves, which no part of a record may take."""


def find_anchors(record: Entry | ProsePage) -> frozenset[str]:
    """Every anchor that a link may name on the page of a record."""
    own = {id_ for _, id_ in find_ids(record)}
    own |= {"quotations"} if record.quotations else set()
    match record:
        case Framework():
            own |= {"picture", "parts", "when", "when-not", "steps", "watch-for", "origin"}
        case CaseStudy():
            own |= {"situation", "done", "learnt", "origin"}
            own |= {"unknown"} if record.unknown else set()
            own |= {"since-then"} if record.since_then else set()
            own |= {"frameworks"} if record.frameworks else set()
        case Sheet():
            own |= {"purpose", "prompts", "record", "origin"}
            own |= {"watch-for"} if record.watch_for else set()
        case Quiz():
            own |= {"questions", "origin"}
        case Tool():
            own |= {"exercise", "origin"}
        case _:
            pass
    return frozenset(own)


def find_ids(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
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
