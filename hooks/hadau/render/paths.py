"""A decision path as a tree, so that it reads as a nested list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from ..model.tools import DecisionPath, Outcome, PathAnswer, PathQuestion


@dataclass(frozen=True, slots=True)
class Step:
    """A question where a reader meets it first."""

    question: PathQuestion
    """The question."""
    number: int
    """Its number on the path, from 1, in reading order."""
    ways: tuple[Way, ...]
    """Its answers, and where each leads."""


@dataclass(frozen=True, slots=True)
class Way:
    """An answer, and where it leads."""

    answer: PathAnswer
    """The answer."""
    step: Step | None = None
    """The next question, where this is the first way to it."""
    outcome: Outcome | None = None
    """The end of the path."""
    number: int | None = None
    """The number of the next question."""


def unfold(path: DecisionPath) -> Step:
    """A sound path from its first question on. A question that many ways lead to stands once."""
    questions = {question.id: question for question in path.questions}
    outcomes = {outcome.id: outcome for outcome in path.outcomes}
    numbers: dict[str, int] = {}
    next_number = count(1)

    def step(question: PathQuestion) -> Step:
        numbers[question.id] = next(next_number)
        return Step(question, numbers[question.id], tuple(map(way, question.answers)))

    def way(answer: PathAnswer) -> Way:
        if answer.to in outcomes:
            return Way(answer, outcome=outcomes[answer.to])
        first = None if answer.to in numbers else step(questions[answer.to])
        return Way(answer, step=first, number=numbers[answer.to])

    return step(path.questions[0])
