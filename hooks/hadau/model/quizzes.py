"""Quizzes, as editors write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .entries import Citation, Entry, Origin
from .sheets import Scale
from .text import Id, Language, Line, Phrase, Record, Text, Words, refusal

Whole = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]
"""A whole number."""


class Asked(Record):
    """What every question has."""

    id: Id
    """Its anchor on the page, in every language."""
    text: Text
    """The question, or what to do."""
    hint: Text | None = None
    """A word of help that a reader may open before answering."""
    framework: Id | None = None
    """The framework it asks about; a reader who misses the question is sent there."""
    part: Id | None = None
    """The part of that framework it asks about."""
    citations: tuple[Citation, ...] = ()
    """The sources that its answer rests on, beside those that its texts cite."""


class Option(Record):
    """One answer that a reader may choose."""

    text: Line
    """The answer."""
    right: bool = False
    """Whether it is right."""
    feedback: Text
    """What a reader who chose it is told."""


class Choice(Asked):
    """A question with answers to choose from."""

    kind: Literal["single", "multiple"]
    """`single` has one right answer, `multiple` at least one."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    """The answers."""

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


class TrueFalse(Asked):
    """A statement that is true or false."""

    kind: Literal["true-false"]
    answer: bool
    """Whether the statement is true."""
    feedback: Text
    """Why."""


class Pair(Record):
    """Two things that belong together."""

    item: Phrase
    """What the reader is given."""
    match: Phrase
    """What belongs to it."""
    feedback: Text | None = None
    """Why they belong together, for a reader who missed it."""


class Matching(Asked):
    """Things to put together with what belongs to each."""

    kind: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=10)]
    """What belongs together. The page mixes the matches."""
    others: Annotated[tuple[Phrase, ...], Field(max_length=6)] = ()
    """Matches that belong to none of the items, to choose from beside the right ones."""
    feedback: Text
    """What every reader is told after answering."""


class Ordering(Asked):
    """Things to put in order."""

    kind: Literal["ordering"]
    items: Annotated[tuple[Phrase, ...], Field(min_length=3, max_length=10)]
    """The things in their right order. The page mixes them."""
    feedback: Text
    """What every reader is told after answering: why they stand in this order."""


class Group(Record):
    """A group that things are sorted into."""

    title: Phrase
    """Its name."""
    items: tuple[Phrase, ...] = ()
    """What belongs in it; nothing where the question has no right answer."""
    feedback: Text | None = None
    """Why these things belong here, for a reader who missed one of them."""


class Sorting(Asked):
    """Things to sort into groups: into the right ones, or as the reader sees fit."""

    kind: Literal["sorting"]
    groups: Annotated[tuple[Group, ...], Field(min_length=2, max_length=6)]
    """The groups, each with what belongs in it. The page mixes the things."""
    items: Annotated[tuple[Phrase, ...], Field(max_length=20)] = ()
    """The things to sort where no group is right: a question for reflection, without a score."""
    feedback: Text
    """What every reader is told after answering."""

    @property
    def reflects(self) -> bool:
        """Whether it has no right answer."""
        return bool(self.items)

    @model_validator(mode="after")
    def _knows_its_answer(self) -> Sorting:
        sorted_ = sum(len(group.items) for group in self.groups)
        if sorted_ and self.items:
            raise refusal(
                "mixed-groups",
                "some things belong in a group and others stand outside all of them",
                "`items` in the groups, or, where no group is right, `items` beside `groups`",
                "move the things outside into the groups where they belong",
            )
        if sorted_ + len(self.items) < 2:
            raise refusal(
                "no-right-answer",
                "there is nothing to sort",
                "at least two things, as `items` of the groups where they belong",
                "write `items` in the groups, or beside `groups` where no group is right",
            )
        return self


class Answers(Record):
    """Words that are accepted, in each language."""

    cy: Annotated[tuple[Words, ...], Field(min_length=1, max_length=12)]
    """In Welsh, unmutated: the mutated forms are accepted too, with or without accents."""
    en: Annotated[tuple[Words, ...], Field(min_length=1, max_length=12)]
    """In English."""

    def of(self, language: Language) -> tuple[str, ...]:
        """The words in one language, the best first."""
        return self.cy if language == "cy" else self.en


class FillIn(Asked):
    """A word or a few words to write."""

    kind: Literal["fill-in"]
    answers: Answers
    """What is accepted; the first of each language is shown as the answer."""
    feedback: Text
    """What every reader is told after answering."""


class Number(Asked):
    """A whole number to write."""

    kind: Literal["number"]
    answer: Whole
    """The number."""
    within: Annotated[int, Field(ge=0, le=1_000_000_000)] = 0
    """How far from it an answer still counts as right."""
    unit: Phrase | None = None
    """What is counted, shown after the field."""
    feedback: Text
    """What every reader is told after answering."""


class Rating(Scale, Asked):
    """A place on a scale to choose: the right one, or the reader's own."""

    answer: int | None = None
    """The right number; left out where there is none: a question for reflection."""
    within: Annotated[int, Field(ge=0, le=10)] = 0
    """How far from it an answer still counts as right."""
    feedback: Text
    """What every reader is told after answering."""

    @model_validator(mode="after")
    def _holds_its_answer(self) -> Rating:
        if self.answer is not None and not self.least <= self.answer <= self.most:
            raise refusal(
                "bad-range",
                f"the answer {self.answer} is not on the scale",
                f"a number from {self.least} to {self.most}",
                "change the answer, or the ends of the scale",
            )
        return self


class PartFeedback(Record):
    """What a reader who chose a wrong part is told."""

    part: Id
    """The id of the part."""
    feedback: Text
    """Why it is not the one."""


class Hotspot(Asked):
    """A part to choose in the picture of a framework."""

    kind: Literal["hotspot"]
    framework: Id
    """The framework whose picture is shown."""
    part: Id
    """The id of the part that is the answer."""
    feedback: Text
    """What every reader is told after answering."""
    others: tuple[PartFeedback, ...] = ()
    """What readers who chose one of the other parts are told besides."""


class SceneChoice(Record):
    """Something that a reader may do in a scene."""

    text: Phrase
    """What the reader does."""
    feedback: Text
    """What comes of it."""
    to: Id | None = None
    """The id of the scene that follows; left out where the scenario ends."""
    right: bool = False
    """Whether this is a good end of the scenario."""

    @model_validator(mode="after")
    def _ends_well_at_an_end(self) -> SceneChoice:
        if self.right and self.to is not None:
            raise refusal(
                "right-before-the-end",
                "a choice that goes on to another scene is no end yet",
                "`right: true` on choices that end the scenario",
                "delete `right`, or delete `to`",
            )
        return self


class Scene(Record):
    """A moment in a scenario."""

    id: Id
    """Its anchor on the page, in every language."""
    text: Text
    """What is going on."""
    choices: Annotated[tuple[SceneChoice, ...], Field(min_length=2, max_length=6)]
    """What the reader may do."""


class Scenario(Asked):
    """A story that goes on by the reader's choices. The first scene begins it."""

    kind: Literal["scenario"]
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1, max_length=30)]
    """The scenes; the first one begins."""
    feedback: Text
    """What every reader is told at the end."""

    @model_validator(mode="after")
    def _can_end_well(self) -> Scenario:
        if not any(choice.right for scene in self.scenes for choice in scene.choices):
            raise refusal(
                "no-right-answer",
                "no end of this scenario is a good one",
                "`right: true` on at least one choice that ends the scenario",
                "mark the end, or the ends, that you would call good",
            )
        return self


Question = Annotated[
    Choice
    | TrueFalse
    | Matching
    | Ordering
    | Sorting
    | FillIn
    | Number
    | Rating
    | Hotspot
    | Scenario,
    Field(discriminator="kind"),
]


class Quiz(Entry):
    """Questions with feedback on each answer."""

    intro: Text
    """What a reader is about to do."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=40)]
    """The questions, in order."""
    origin: Origin
    """Where its answers come from."""
