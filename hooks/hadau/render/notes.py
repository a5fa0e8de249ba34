"""What a page explains beside its links: sources, terms and other pages.

Each note stands once at the foot of its page, in a `<template>`: no request is made for it, it
works from a memory stick as well as from a server, and a page carries only what its own links need.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from markupsafe import Markup

from ..model.linked import Address, Linked, PageKey
from ..model.quizzes import Quiz


@dataclass(frozen=True, slots=True)
class Note:
    """What a link explains or previews."""

    name: str
    """By which links find it."""
    kind: str
    """What it is about, in a word or two."""
    title: str
    """The term, or the title of the page."""
    url: str
    """The way to it."""
    text: Markup
    """What it says, as paragraphs."""


def name_note(key: PageKey) -> str:
    """The name of a note about a page (`entry/ID`), a term (`term/ID`) or a source (`ref/KEY`)."""
    return key.replace("/", "--", 1)


def name_citation(key: str, number: int) -> str:
    """The anchor of a citation on its page."""
    return f"cite--{key}--{number}"


class Notes:
    """What one page has explained so far, from its top to its foot."""

    def __init__(self, linked: Linked, address: Address) -> None:
        kind, _, id_ = address.key.partition("/")
        has_texts = kind in ("home", "section", "entry", "page", "glossary")
        # A quiz asks what its words mean, and the glossary says so anyway.
        quiz = isinstance(linked.guide.entries.get(id_), Quiz) and kind == "entry"
        self.explains = has_texts and kind != "glossary" and not quiz
        """Whether terms are explained where they first stand."""
        self.wanted: dict[PageKey, None] = {}
        """What its links explain, in order."""
        self.cited: dict[str, None] = {}
        """The keys of what it cites, in order."""
        self._key = address.key
        self._language = address.language
        self._numbers = linked.cite_numbers
        self._numbered: set[tuple[str, tuple[str, int, int]]] = set()
        self._works = has_texts
        self._explained: set[str] = set()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Meanwhile nothing is explained: what is made does not stand in the page's own words."""
        before, self.explains, self._works = (self.explains, self._works), False, False
        try:
            yield
        finally:
            self.explains, self._works = before

    def explain(self, term: str) -> bool:
        """Whether a term is now to be explained: it is the first time, and the place is right."""
        first = self._works and term not in self._explained
        if first:
            self._explained.add(term)
        return first

    def cite(self, key: str) -> bool:
        """Whether a source is listed at the foot of this page; it is from now on if it can be."""
        if self._works:
            self.cited[key] = None
        return self._works

    def number(self, key: str, place: tuple[str, int, int]) -> Markup:
        """The id of a citation, to which the page of references leads; nothing outside the page."""
        numbers = self._numbers.get((self._key, self._language, key), {})
        if not self._works or place not in numbers or (key, place) in self._numbered:
            return Markup()
        self._numbered.add((key, place))
        return Markup(' id="{}"').format(name_citation(key, numbers[place]))

    def mark(self, key: PageKey, *, own: bool = True) -> Markup:
        """The attribute that ties a link to its note, and nothing where it has none.

        A source is no note of its `own`: its note is its reference at the foot of the page.
        """
        if not self._works or key == self._key:
            return Markup()
        if self._key == "glossary" and key.startswith("term/"):
            return Markup()
        if own:
            self.wanted[key] = None
        return Markup(' data-note="{}"').format(name_note(key))
