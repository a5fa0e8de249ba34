"""What a thinking tool can get wrong that its shape does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.places import Document, Loc
from ..model.text import LANGUAGES, Phrase
from ..model.tools import DecisionPath, SelfAssessment, Tool, Weighing
from ..problems import Problem, nearest
from .ways import comes_back, find_reached


def check_tool(tool: Tool, document: Document) -> Iterator[Problem]:
    """Every problem of a tool that its own file can show."""
    if isinstance(tool.exercise, DecisionPath):
        yield from _check_path(tool.exercise, document)
    elif isinstance(tool.exercise, SelfAssessment):
        yield from _check_themes(tool.exercise, document)
    elif isinstance(tool.exercise, Weighing):
        both = (*tool.exercise.usual_pros, *tool.exercise.usual_cons)
        first = len(tool.exercise.usual_pros)
        yield from _find_alike(
            {
                ("exercise", "usual_pros", index, "text")
                if index < first
                else ("exercise", "usual_cons", index - first, "text"): each.text
                for index, each in enumerate(both)
            },
            "two considerations have the same words",
            "considerations that a reader can tell apart",
            document,
        )


def _check_themes(exercise: SelfAssessment, document: Document) -> Iterator[Problem]:
    """Every statement has a theme that is there, and every theme has a statement."""
    themes = [theme.id for theme in exercise.themes]
    for number, statement in enumerate(exercise.statements):
        if statement.theme not in themes:
            likely = nearest(statement.theme, themes)
            yield Problem(
                document.places.at(("exercise", "statements", number, "theme")),
                "unknown-target",
                f'no theme of this tool has the id "{statement.theme}"',
                f"one of {', '.join(themes)}",
                f'write "{likely}"' if likely else "choose one of those",
            )
    used = {statement.theme for statement in exercise.statements}
    for number, id_ in enumerate(themes):
        if id_ not in used:
            yield Problem(
                document.places.at(("exercise", "themes", number, "id")),
                "empty-theme",
                f'no statement has the theme "{id_}"',
                "at least one statement to each theme",
                f"write `theme: {id_}` at a statement, or delete the theme",
            )


def _check_path(path: DecisionPath, document: Document) -> Iterator[Problem]:
    """Every answer leads on, everything is reached, and no path goes round."""
    ways = {
        **{question.id: [answer.to for answer in question.answers] for question in path.questions},
        **{outcome.id: [] for outcome in path.outcomes},
    }
    reached = find_reached(ways)
    for number, question in enumerate(path.questions):
        loc: Loc = ("exercise", "questions", number)
        yield from _find_alike(
            {
                (*loc, "answers", index, "text"): answer.text
                for index, answer in enumerate(question.answers)
            },
            "two answers to this question have the same words",
            "answers that a reader can tell apart",
            document,
        )
        for index, answer in enumerate(question.answers):
            if answer.to not in ways:
                likely = nearest(answer.to, ways)
                yield Problem(
                    document.places.at((*loc, "answers", index, "to")),
                    "unknown-target",
                    f'no question or outcome of this path has the id "{answer.to}"',
                    f"one of {', '.join(ways)}",
                    f'write "{likely}"' if likely else "choose one of those",
                )
        if question.id not in reached:
            yield _never_reached("question", question.id, (*loc, "id"), document)
        elif comes_back(question.id, ways):
            yield Problem(
                document.places.at((*loc, "id")),
                "endless-path",
                f'the path comes back to "{question.id}"',
                "a path that ends at an outcome",
                "let one of the answers on the way lead to an outcome",
            )
    for number, outcome in enumerate(path.outcomes):
        if outcome.id not in reached:
            place: Loc = ("exercise", "outcomes", number, "id")
            yield _never_reached("outcome", outcome.id, place, document)


def _never_reached(noun: str, id_: str, loc: Loc, document: Document) -> Problem:
    return Problem(
        document.places.at(loc),
        "orphan",
        f'no answer leads to the {noun} "{id_}"',
        "a way to it from the first question",
        "let an answer lead to it, or delete it",
        "warning",
    )


def _find_alike(
    phrases: Mapping[Loc, Phrase], message: str, expected: str, document: Document
) -> Iterator[Problem]:
    for language in LANGUAGES:
        seen: set[str] = set()
        for loc, phrase in phrases.items():
            words = " ".join(phrase.of(language).split()).casefold()
            if words in seen:
                yield Problem(
                    document.places.at((*loc, language)),
                    "identical-options",
                    message,
                    expected,
                    "change one of them, or delete it",
                )
            seen.add(words)
