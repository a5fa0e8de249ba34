"""A question as a page or a learning platform asks it: in one language, its links resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

NOTHING = Markup()
"""Where there are no words."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer to choose from."""

    key: str
    """Its name in what a device keeps, the same in every language."""
    words: Markup
    """The answer, without blocks."""
    right: bool
    """Whether it is right."""
    feedback: Markup = NOTHING
    """What a reader who chose it is told, as blocks; empty where there is nothing of its own."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to match, to order or to sort."""

    words: str
    """What it is, in plain words."""
    target: int | None
    """The place of its match, or of its group, among the targets; None where none is right."""
    feedback: Markup = NOTHING
    """What a reader who missed it is told, as blocks."""


@dataclass(frozen=True, slots=True)
class Way:
    """A choice in a scene."""

    words: str
    """What the reader does."""
    feedback: Markup
    """What comes of it, as blocks."""
    to: int | None
    """The place of the scene that follows, or None at an end."""
    right: bool
    """Whether it is a good end."""


@dataclass(frozen=True, slots=True)
class ShownScene:
    """A moment in a scenario."""

    id: str
    """Its anchor."""
    text: Markup
    """What is going on, as blocks."""
    ways: tuple[Way, ...]
    """What the reader may do."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question. Which of the fields below are filled depends on its kind."""

    id: str
    """Its anchor on the page."""
    kind: str
    """The kind, as editors write it."""
    mark: str
    """Changes when the question does, in any language: answers to another question are void."""
    text: Markup
    """The question, as blocks."""
    feedback: Markup = NOTHING
    """What every reader is told after answering, as blocks."""
    hint: Markup = NOTHING
    """A word of help, as blocks."""
    reflects: bool = False
    """Whether no answer is right or wrong."""
    read: tuple[str, str] | None = None
    """The address and title of what it asks about."""
    sources: tuple[Markup, ...] = ()
    """The sources that the answer rests on."""
    offers: tuple[Offer, ...] = ()
    """Answers to choose from: single, multiple, true-false, scale, hotspot."""
    things: tuple[Thing, ...] = ()
    """Things to match, to order (in their right order) or to sort."""
    targets: tuple[str, ...] = ()
    """What things belong to: matches with those that belong to nothing, or groups."""
    notes: tuple[Markup, ...] = ()
    """What is told of each target, as blocks: why its things belong there."""
    mixed: tuple[int, ...] = ()
    """The order in which the page shows the matches, or the things to order or to sort."""
    forms: tuple[str, ...] = ()
    """What counts as right in a fill-in, in plain letters, in every language."""
    answers: tuple[str, ...] = ()
    """What is shown as the answer of a fill-in: the words of this language."""
    number: int = 0
    """The answer of a number."""
    within: int = 0
    """How far from it counts as right."""
    unit: str = ""
    """What is counted."""
    ends: tuple[str, str] = ("", "")
    """What the low and the high end of a scale mean."""
    picture: Markup = NOTHING
    """The drawing of a hotspot."""
    scenes: tuple[ShownScene, ...] = ()
    """The scenes of a scenario; the first one begins."""

    def in_group(self, target: int) -> Iterator[Thing]:
        """The things that belong to a target."""
        return (thing for thing in self.things if thing.target == target)


def mark_of(content: str) -> str:
    """A short text that changes when the content does."""
    return sha256(content.encode()).hexdigest()[:8]


def mix(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 0 up in a mixed order, which is the same for the same seed.

    From two on the order is never the right one, which would give the answer away.
    """
    mixed = sorted(range(count), key=lambda number: sha256(f"{seed} {number}".encode()).digest())
    if mixed == sorted(mixed):
        mixed = mixed[1:] + mixed[:1]
    return tuple(mixed)
