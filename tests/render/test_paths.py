"""A decision path as a tree."""

from __future__ import annotations

from hadau.model.text import Phrase, Text
from hadau.model.tools import DecisionPath, Outcome, PathAnswer, PathQuestion
from hadau.render.paths import Step, unfold


def words(text: str) -> Phrase:
    return Phrase(cy=text, en=text)


def question(id_: str, *ways: str) -> PathQuestion:
    answers = tuple(PathAnswer(text=words(f"to {way}"), to=way) for way in ways)
    return PathQuestion(id=id_, text=Text(cy="?", en="?"), answers=answers)


def outcome(id_: str) -> Outcome:
    return Outcome(id=id_, title=words(id_), text=Text(cy=".", en="."), entries=("bed",))


def outline(step: Step, depth: int = 0) -> list[str]:
    lines = [f"{'  ' * depth}{step.number} {step.question.id}"]
    for way in step.ways:
        leads = way.outcome.id if way.outcome else f"question {way.number}"
        lines.append(f"{'  ' * depth}- {leads}")
        if way.step:
            lines += outline(way.step, depth + 1)
    return lines


def test_a_question_that_many_ways_lead_to_stands_where_a_reader_first_meets_it() -> None:
    path = DecisionPath(
        kind="decision-path",
        questions=(
            question("sun", "space", "water"),
            question("space", "beans", "pumpkin"),
            question("water", "space", "beans"),
        ),
        outcomes=(outcome("beans"), outcome("pumpkin")),
    )
    assert outline(unfold(path)) == [
        "1 sun",
        "- question 2",
        "  2 space",
        "  - beans",
        "  - pumpkin",
        "- question 3",
        "  3 water",
        "  - question 2",
        "  - beans",
    ]


def test_a_long_path_does_not_take_ever_longer() -> None:
    """Each question leads twice to the next: unfolded blindly, that is 2 to the 59th branches."""
    questions = [question(f"q{n}", f"q{n + 1}", f"q{n + 1}") for n in range(59)]
    path = DecisionPath(
        kind="decision-path",
        questions=(*questions, question("q59", "beans", "pumpkin")),
        outcomes=(outcome("beans"), outcome("pumpkin")),
    )
    assert len(outline(unfold(path))) == 60 * 3
