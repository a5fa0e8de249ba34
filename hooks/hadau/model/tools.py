"""Thinking tools, as editors write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from .entries import Entry, Origin
from .places import Loc
from .sheets import Scale
from .text import Id, Line, Phrase, Record, Text


class Ask(Record):
    """A further question, answered in writing."""

    id: Id
    """Its name within the tool."""
    text: Text
    """The question."""


class ScaleAndList(Record):
    """Place yourself on a scale, then write what got you there."""

    kind: Literal["scale-and-list"]
    scale: Scale
    """The scale."""
    question: Line
    """What to place on it."""
    list_prompt: Text
    """What to write down."""
    count: Annotated[int, Field(ge=1, le=30)] = 10
    """How many things to write."""
    then: Annotated[tuple[Ask, ...], Field(max_length=6)] = ()
    """What to ask once the list is written."""


class Consideration(Record):
    """Something that often speaks for or against a step."""

    id: Id
    """Its name within the tool."""
    text: Phrase
    """What it is."""


class Weighing(Record):
    """Weigh what speaks for a step against what speaks against it."""

    kind: Literal["weighing"]
    question: Text
    """What is weighed."""
    pros: Phrase
    """The heading of what speaks for it."""
    cons: Phrase
    """The heading of what speaks against it."""
    usual_pros: Annotated[tuple[Consideration, ...], Field(max_length=12)] = ()
    """What often speaks for it."""
    usual_cons: Annotated[tuple[Consideration, ...], Field(max_length=12)] = ()
    """What often speaks against it."""
    own: Annotated[int, Field(ge=1, le=10)] = 4
    """How many lines of their own readers have on each side."""
    leans_for: Text
    """What to do when more speaks for it."""
    balanced: Text
    """What to do when the two sides weigh much the same."""
    leans_against: Text
    """What to do when more speaks against it."""
    change: Text
    """Asks what would change your mind."""


class PathAnswer(Record):
    """An answer on a decision path. It goes to another question or ends at an outcome."""

    text: Phrase
    """The answer."""
    because: Phrase | None = None
    """Why the path goes on as it does."""
    to: Id
    """The id of the next question, or of an outcome."""


class PathQuestion(Record):
    """A question on a decision path."""

    id: Id
    """Its name within the path."""
    text: Text
    """The question."""
    answers: Annotated[tuple[PathAnswer, ...], Field(min_length=2, max_length=8)]
    """The ways on."""


class Outcome(Record):
    """Where a decision path ends."""

    id: Id
    """Its name within the path, and its anchor on the page."""
    title: Phrase
    """What fits, in a few words."""
    text: Text
    """What it means, and what to do."""
    entries: Annotated[tuple[Id, ...], Field(min_length=1, max_length=8)]
    """The entries to go to next."""


class DecisionPath(Record):
    """Questions that lead step by step to an outcome. The first question starts the path."""

    kind: Literal["decision-path"]
    questions: Annotated[tuple[PathQuestion, ...], Field(min_length=1, max_length=60)]
    """The questions; the first one starts."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=2, max_length=20)]
    """Where it may end."""


class Theme(Record):
    """What some of the statements of a self-assessment have in common."""

    id: Id
    """Its name within the tool, and its anchor on the page."""
    title: Phrase
    """Its name: it stands inside a drawing, so at most four words."""
    low: Text
    """What to do where the numbers are low."""
    high: Text
    """What to do where they are high."""
    entries: Annotated[tuple[Id, ...], Field(min_length=1, max_length=8)]
    """Conversations, frameworks and other entries to go to next."""


class Statement(Record):
    """A statement to rate."""

    id: Id
    """Its name within the tool."""
    text: Line
    """The statement."""
    theme: Id
    """The id of its theme; statements of one theme count together."""


class SelfAssessment(Record):
    """Statements to rate, and what stands out."""

    kind: Literal["self-assessment"]
    scale: Scale
    """How each statement is rated."""
    attend_to: Literal["lowest", "highest"] = "lowest"
    """Which themes to work on first: those with the lowest numbers, or with the highest."""
    themes: Annotated[tuple[Theme, ...], Field(min_length=3, max_length=12)]
    """What the statements are about."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=3, max_length=60)]
    """What to rate."""


Exercise = ScaleAndList | Weighing | DecisionPath | SelfAssessment
"""What a reader does with a tool."""


class Tool(Entry):
    """A way to think through your own situation."""

    intro: Text
    """What it helps with, and how."""
    exercise: Annotated[Exercise, Field(discriminator="kind")]
    """What a reader does."""
    frameworks: tuple[Id, ...] = ()
    """The frameworks it puts to work."""
    conversations: tuple[Id, ...] = ()
    """Conversations and checklists that go on from it."""
    origin: Origin
    """Where it comes from."""


def find_next(exercise: Exercise) -> Iterator[tuple[Loc, str]]:
    """Every entry that an exercise leads on to, with the way to its id."""
    if isinstance(exercise, DecisionPath):
        ends: tuple[Outcome | Theme, ...] = exercise.outcomes
        name = "outcomes"
    elif isinstance(exercise, SelfAssessment):
        ends, name = exercise.themes, "themes"
    else:
        return
    for number, end in enumerate(ends):
        for index, id_ in enumerate(end.entries):
            yield (name, number, "entries", index), id_
