"""GIFT: one file of text a language. It carries no hints.

Source: https://docs.moodle.org/en/GIFT_format
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import escape

from ...model.asking import Asking
from ...model.lessons import Export, Left, Lesson
from ...model.text import LANGUAGES
from .moodle import (
    belongs,
    find_left,
    find_lost,
    general_feedback,
    name_category,
    name_offer,
    others,
)

FEWEST_PAIRS = 3
"""How many pairs a question of matching must have."""
_SPECIAL = re.compile(r"([\\~=#{}:])")


def write_gift(lessons: Sequence[Lesson]) -> Export:
    """Every quiz that GIFT can carry."""
    files: dict[str, bytes] = {}
    left: dict[Left, None] = {}
    for language in LANGUAGES:
        blocks = []
        for lesson in lessons:
            text = lesson.texts[language]
            blocks.append(f"$CATEGORY: {name_category(text)}")
            for number, asked in enumerate(text.questions, start=1):
                whole, lost = _find_left(asked)
                for what in lost:
                    left[Left(lesson.id, asked.id, what)] = None
                if whole:
                    blocks.append(_write(f"{lesson.id} {number:02} {asked.id}", asked))
        files[f"quizzes.{language}.gift.txt"] = ("\n\n".join(blocks) + "\n").encode()
    return Export(files, tuple(left))


def _find_left(asked: Asking) -> tuple[bool, list[str]]:
    """Whether GIFT carries a question, and what it does not carry."""
    why = find_left(asked)
    if why:
        return False, [why]
    if asked.things and len(asked.things) < FEWEST_PAIRS:
        return False, [f"GIFT matches {FEWEST_PAIRS} things or more"]
    lost = [what for what in (find_lost(asked),) if what]
    if asked.hint:
        lost.append("its hint")
    if asked.kind == "matching" and others(asked):
        lost.append("the matches that belong to nothing")
    return True, lost


def _write(name: str, asked: Asking) -> str:
    told = f"####{_escape(general_feedback(asked))}" if general_feedback(asked) else ""
    lines = "\n".join(["{", *_answers(asked), *([told] if told else []), "}"])
    if asked.kind in ("true-false", "number"):
        lines = "{" + "".join(_answers(asked)) + told + "}"
    return f"::{_escape(name)}::[html]{_escape(asked.text)} {lines}"


def _answers(asked: Asking) -> Iterator[str]:
    match asked.kind:
        case "true-false":
            yield next("T" if offer.key == "true" else "F" for offer in asked.offers if offer.right)
        case "number":
            yield f"#{asked.number}:{asked.within}"
        case "fill-in":
            for words in dict.fromkeys([*asked.answers, *asked.forms]):
                yield f"={_escape(words.replace('*', chr(92) + '*'))}"
        case "matching" | "ordering" | "sorting":
            for thing, target in belongs(asked):
                yield f"={_escape(escape(thing.words))} -> {_escape(target)}"
        case _:
            yield from _choices(asked)


def _choices(asked: Asking) -> Iterator[str]:
    right = sum(offer.right for offer in asked.offers)
    wrong = len(asked.offers) - right
    for offer in asked.offers:
        mark = "=" if offer.right else "~"
        if asked.kind == "multiple":
            share = 100 / right if offer.right else -100 / wrong
            mark = f"~%{share:.5f}".rstrip("0").rstrip(".") + "%"
        feedback = f"#{_escape(offer.feedback)}" if offer.feedback else ""
        yield f"{mark}{_escape(name_offer(asked, offer))}{feedback}"


def _escape(words: str) -> str:
    """Words in which no sign means anything, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(words).split())).replace("->", "→")
