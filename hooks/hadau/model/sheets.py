"""Conversations and checklists: prompts for people in a room, and how they answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .entries import Entry, Minutes, Origin
from .text import Id, Line, Phrase, Record, Text, refusal


class People(Record):
    """How many people can take part."""

    least: Annotated[int, Field(ge=1, le=1_000)]
    """The smallest number it works for."""
    most: Annotated[int, Field(ge=1, le=1_000)]
    """The largest."""

    @model_validator(mode="after")
    def _least_first(self) -> People:
        if self.least > self.most:
            raise refusal(
                "bad-range",
                "the smallest number of people is larger than the largest",
                "`least` no larger than `most`",
                "swap the two numbers",
            )
        return self


class Tick(Record):
    """Answered by ticking a box."""

    kind: Literal["tick"]


class Lines(Record):
    """Answered by writing on lines."""

    kind: Literal["lines"]
    count: Annotated[int, Field(ge=1, le=40)] = 3
    """How many lines to print."""


class Scale(Record):
    """Answered by choosing a number."""

    kind: Literal["scale"]
    least: Annotated[int, Field(ge=0, le=10)] = 0
    """The number at the low end."""
    most: Annotated[int, Field(ge=1, le=10)] = 10
    """The number at the high end."""
    low: Phrase
    """What the low end means."""
    high: Phrase
    """What the high end means."""

    @model_validator(mode="after")
    def _least_first(self) -> Scale:
        if self.least >= self.most:
            raise refusal(
                "bad-range",
                "the low end of the scale is not below its high end",
                "`least` smaller than `most`",
                "swap the two numbers",
            )
        return self


class Table(Record):
    """Answered by filling in a table."""

    kind: Literal["table"]
    columns: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=6)]
    """The headings."""
    rows: Annotated[int, Field(ge=1, le=40)] = 4
    """How many empty rows to print."""


class Prompt(Record):
    """Something to ask, answer or do."""

    id: Id
    """Its anchor on the page, in every language."""
    text: Line
    """The words a facilitator reads aloud, or the item to tick."""
    note: Text | None = None
    """A word to the facilitator."""
    minutes: Minutes | None = None
    """How long it takes."""
    answer: Annotated[Tick | Lines | Scale | Table, Field(discriminator="kind")]
    """How people answer."""


class ActionRecord(Record):
    """What to write down at the end: each action, who owns it and by when."""

    text: Text
    """What is worth recording."""
    rows: Annotated[int, Field(ge=1, le=40)] = 4
    """How many empty rows to print under action, owner and date."""


class Sheet(Entry):
    """What a conversation and a checklist share: prompts for people in a room."""

    for_whom: Text
    """Who it is for."""
    purpose: Text
    """What it is good for."""
    people: People
    """How many can take part."""
    minutes: Minutes
    """How long it takes in all."""
    materials: tuple[Phrase, ...] = ()
    """What to bring."""
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1, max_length=60)]
    """What to ask, answer or do, in order."""
    watch_for: tuple[Text, ...] = ()
    """What a facilitator should look out for."""
    record: ActionRecord
    """What to write down."""
    frameworks: tuple[Id, ...] = ()
    """The frameworks it puts to work."""
    origin: Origin
    """Where it comes from."""


class Conversation(Sheet):
    """Questions that a person, a partnership or an organisation talks through."""


class Checklist(Sheet):
    """Points to tick before or while doing something."""
