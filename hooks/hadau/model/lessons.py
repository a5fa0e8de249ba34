"""Quizzes as learning platforms take them in, and what a format could not carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .asking import Asking
from .text import Language


@dataclass(frozen=True, slots=True)
class LessonText:
    """A quiz in one language, every link a whole address."""

    language: Language
    """The language."""
    name: str
    """What the language calls itself."""
    title: str
    """The title of the quiz."""
    guide: str
    """The name of the guide."""
    section: str
    """The part of the guide that it belongs to."""
    url: str
    """The whole address of its page."""
    questions: tuple[Asking, ...]
    """The questions, in order."""
    html: str
    """The quiz as a page of a package."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A quiz in every language."""

    id: str
    """The id of the quiz."""
    texts: Mapping[Language, LessonText]
    """The quiz by language."""
    html: str
    """The first page of a package, around the page of each language."""


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """Something that a format cannot carry."""

    lesson: str
    """The id of the quiz."""
    question: str
    """The id of the question."""
    what: str
    """What was left out, or what it became."""

    def __str__(self) -> str:
        return f"{self.lesson}#{self.question}: {self.what}"


@dataclass(frozen=True, slots=True)
class Export:
    """What is written for a learning platform."""

    files: Mapping[str, bytes]
    """The content of each file by its name."""
    left: tuple[Left, ...]
    """Everything that the format does not carry, each once."""
