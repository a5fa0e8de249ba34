"""What the questions of a quiz can get wrong that their shape does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..languages import RULES
from ..model.places import Document, Loc
from ..model.quizzes import (
    Choice,
    FillIn,
    Hotspot,
    Matching,
    Ordering,
    Question,
    Quiz,
    Scenario,
    Sorting,
)
from ..model.text import LANGUAGES, Phrase, Text
from ..problems import Problem, nearest
from .ways import comes_back, find_reached

Placed = tuple[Loc, Phrase | Text]
"""Words to choose from, with the way to them."""


def check_quiz(quiz: Quiz, document: Document) -> Iterator[Problem]:
    """Every problem of the questions of a quiz that its own file can show."""
    for number, question in enumerate(quiz.questions):
        loc: Loc = ("questions", number)
        for choices in _find_choices(question, loc):
            yield from _check_alike(choices, document)
        if question.part is not None and question.framework is None:
            yield Problem(
                document.places.at((*loc, "part")),
                "part-of-nothing",
                f'the question names a part "{question.part}", but no framework',
                "`framework` beside `part`",
                "write `framework: …`, or delete `part`",
            )
        match question:
            case FillIn():
                yield from _check_answers(question, loc, document)
            case Hotspot():
                yield from _check_others(question, loc, document)
            case Scenario():
                yield from _check_scenes(question, loc, document)


def _find_choices(question: Question, loc: Loc) -> Iterator[list[Placed]]:
    """Each set of words that a reader must be able to tell apart."""
    match question:
        case Choice():
            yield [
                ((*loc, "options", index, "text"), option.text)
                for index, option in enumerate(question.options)
            ]
        case Matching():
            pairs = list(enumerate(question.pairs))
            yield [((*loc, "pairs", index, "item"), pair.item) for index, pair in pairs]
            yield [
                *(((*loc, "pairs", index, "match"), pair.match) for index, pair in pairs),
                *(((*loc, "others", index), other) for index, other in enumerate(question.others)),
            ]
        case Ordering():
            yield [((*loc, "items", index), item) for index, item in enumerate(question.items)]
        case Sorting():
            groups = list(enumerate(question.groups))
            yield [((*loc, "groups", number, "title"), group.title) for number, group in groups]
            yield [
                *(
                    ((*loc, "groups", number, "items", index), item)
                    for number, group in groups
                    for index, item in enumerate(group.items)
                ),
                *(((*loc, "items", index), item) for index, item in enumerate(question.items)),
            ]
        case Scenario():
            for number, scene in enumerate(question.scenes):
                yield [
                    ((*loc, "scenes", number, "choices", index, "text"), choice.text)
                    for index, choice in enumerate(scene.choices)
                ]


def _check_alike(choices: Iterable[Placed], document: Document) -> Iterator[Problem]:
    choices = list(choices)
    for language in LANGUAGES:
        seen: set[str] = set()
        for loc, text in choices:
            words = " ".join(text.of(language).split()).casefold()
            if words in seen:
                yield Problem(
                    document.places.at((*loc, language)),
                    "identical-options",
                    "two answers to this question have the same words",
                    "answers that a reader can tell apart",
                    "change one of them, or delete it",
                )
            seen.add(words)


def _check_answers(question: FillIn, loc: Loc, document: Document) -> Iterator[Problem]:
    for language in LANGUAGES:
        for index, answer in enumerate(question.answers.of(language)):
            if not RULES[language].answer_forms(answer):
                yield Problem(
                    document.places.at((*loc, "answers", language, index)),
                    "no-right-answer",
                    "this answer has no letter and no digit",
                    "words that a reader can write",
                    "write the word that fills the gap",
                )


def _check_others(question: Hotspot, loc: Loc, document: Document) -> Iterator[Problem]:
    seen = {question.part}
    for index, other in enumerate(question.others):
        if other.part in seen:
            right = other.part == question.part
            yield Problem(
                document.places.at((*loc, "others", index, "part")),
                "duplicate-id",
                f'the part "{other.part}" is the answer itself'
                if right
                else f'the part "{other.part}" stands twice here',
                "each of the other parts once at most",
                "move its words to `feedback` of the question" if right else "delete one of them",
            )
        seen.add(other.part)


def _check_scenes(question: Scenario, loc: Loc, document: Document) -> Iterator[Problem]:
    """Every choice leads on, every scene is reached, and no story goes round."""
    ways = {
        scene.id: [choice.to for choice in scene.choices if choice.to] for scene in question.scenes
    }
    reached = find_reached(ways)
    for number, scene in enumerate(question.scenes):
        here: Loc = (*loc, "scenes", number)
        for index, choice in enumerate(scene.choices):
            if choice.to is not None and choice.to not in ways:
                likely = nearest(choice.to, ways)
                yield Problem(
                    document.places.at((*here, "choices", index, "to")),
                    "unknown-target",
                    f'no scene of this scenario has the id "{choice.to}"',
                    f"one of {', '.join(ways)}",
                    f'write "{likely}"'
                    if likely
                    else "choose one of those, or end the scenario here",
                )
        if scene.id not in reached:
            yield Problem(
                document.places.at((*here, "id")),
                "orphan",
                f'no choice leads to the scene "{scene.id}"',
                "a way to it from the first scene",
                "let a choice lead to it, or delete it",
            )
        elif comes_back(scene.id, ways):
            yield Problem(
                document.places.at((*here, "id")),
                "endless-path",
                f'the scenario comes back to "{scene.id}"',
                "a story that ends",
                "let one of the choices on the way end the scenario, without `to`",
            )
