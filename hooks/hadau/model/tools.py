"""Thinking tools, as editors write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .entries import Entry, Origin
from .sheets import Scale
from .text import Id, Phrase, Record, Text, refusal


class ScaleAndList(Record):
    """Place yourself on a scale, then write what got you there."""

    kind: Literal["scale-and-list"]
    scale: Scale
    """The scale."""
    question: Text
    """What to place on it."""
    list_prompt: Text
    """What to write down."""
    count: Annotated[int, Field(ge=1, le=30)] = 10
    """How many things to write."""


class Weighing(Record):
    """Weigh what speaks for a step against what speaks against it."""

    kind: Literal["weighing"]
    question: Text
    """What is weighed."""
    pros: Phrase
    """The heading of what speaks for it."""
    cons: Phrase
    """The heading of what speaks against it."""
    change: Text
    """Asks what would change your mind."""


class PathAnswer(Record):
    """An answer on a decision path. It goes to another question or ends at an outcome."""

    text: Phrase
    """The answer."""
    to: Id | None = None
    """The id of the next question."""
    outcome: Text | None = None
    """What follows from it, where the path ends."""

    @model_validator(mode="after")
    def _goes_somewhere(self) -> PathAnswer:
        if (self.to is None) == (self.outcome is None):
            raise refusal(
                "no-way-on",
                "an answer goes to another question or ends at an outcome",
                "either `to` or `outcome`",
                "write the id of the next question, or what follows from the answer",
            )
        return self


class PathQuestion(Record):
    """A question on a decision path."""

    id: Id
    """Its name within the path."""
    text: Text
    """The question."""
    answers: Annotated[tuple[PathAnswer, ...], Field(min_length=2, max_length=8)]
    """The ways on."""


class DecisionPath(Record):
    """Questions that lead step by step to an outcome. The first question starts the path."""

    kind: Literal["decision-path"]
    questions: Annotated[tuple[PathQuestion, ...], Field(min_length=1, max_length=60)]
    """The questions; the first one starts."""


class Statement(Record):
    """A statement to rate."""

    id: Id
    """Its name within the tool."""
    text: Text
    """The statement."""
    theme: Phrase
    """What it is about; statements of one theme count together."""


class SelfAssessment(Record):
    """Statements to rate, and what stands out."""

    kind: Literal["self-assessment"]
    scale: Scale
    """How each statement is rated."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=2, max_length=60)]
    """What to rate."""


class Tool(Entry):
    """A way to think through your own situation."""

    intro: Text
    """What it helps with, and how."""
    exercise: Annotated[
        ScaleAndList | Weighing | DecisionPath | SelfAssessment, Field(discriminator="kind")
    ]
    """What a reader does."""
    frameworks: tuple[Id, ...] = ()
    """The frameworks it puts to work."""
    origin: Origin
    """Where it comes from."""
