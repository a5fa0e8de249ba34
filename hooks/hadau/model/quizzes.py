"""Quizzes, as editors write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .entries import Entry, Origin
from .text import Id, Record, Text, refusal


class Option(Record):
    """One answer that a reader may choose."""

    text: Text
    """The answer."""
    right: bool = False
    """Whether it is right."""
    feedback: Text
    """What a reader who chose it is told."""


class Choice(Record):
    """A question with answers to choose from."""

    kind: Literal["single", "multiple"]
    """`single` has one right answer, `multiple` at least one."""
    id: Id
    """Its anchor on the page, in every language."""
    text: Text
    """The question."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    """The answers."""
    framework: Id | None = None
    """The framework it asks about."""

    @model_validator(mode="after")
    def _has_an_answer(self) -> Choice:
        right = sum(option.right for option in self.options)
        if right == 0:
            raise refusal(
                "no-right-answer",
                "none of the answers is right",
                "`right: true` on at least one option",
                "mark the right answer",
            )
        if self.kind == "single" and right > 1:
            raise refusal(
                "several-right-answers",
                f"{right} answers are right, and the reader may choose one",
                "one right answer in a question of kind `single`",
                "write `kind: multiple`, or leave `right: true` on one option",
            )
        return self


class TrueFalse(Record):
    """A statement that is true or false."""

    kind: Literal["true-false"]
    id: Id
    """Its anchor on the page, in every language."""
    text: Text
    """The statement."""
    answer: bool
    """Whether it is true."""
    feedback: Text
    """Why."""
    framework: Id | None = None
    """The framework it asks about."""


Question = Annotated[Choice | TrueFalse, Field(discriminator="kind")]


class Quiz(Entry):
    """Questions with feedback on each answer."""

    intro: Text
    """What a reader is about to do."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=40)]
    """The questions, in order."""
    origin: Origin
    """Where its answers come from."""
