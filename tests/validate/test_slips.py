"""Slips of records that can be built: the second guide is sound until one line of it changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hadau.load.settings import find_project
from hadau.pipeline import check_guide
from hadau.problems import Problem

SEEDS = Path(__file__).parent.parent / "cases" / "seeds"
LADDER = "frameworks/soil-ladder.yml"
WATERING = "frameworks/watering.yml"
TALK = "conversations/end-of-season.yml"
QUIZ = "quizzes/soil-quiz.yml"

ProblemsAfter = Callable[[str, str, str], list[Problem]]


@pytest.fixture
def problems_after(tmp_path: Path) -> ProblemsAfter:
    """The problems of the second guide once words in one of its files are others."""

    def change(file: str, old: str, new: str) -> list[Problem]:
        shutil.copytree(SEEDS, tmp_path / "seeds")
        path = tmp_path / "seeds" / "content" / file
        written = path.read_text("utf-8")
        assert old in written
        path.write_text(written.replace(old, new, 1), "utf-8")
        return check_guide(find_project(tmp_path / "seeds" / "mkdocs.yml"))[1]

    return change


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            LADDER,
            "on: 2024-03-01",
            "on: 2999-03-01",
            "72:45: warning: the day of the review, 2999-03-01, is still to come "
            "[bad-date]\n"
            "  expected: the day on which it was read\n"
            "  mend: write that day, or `{state: draft}` until it has been read",
        ),
        (
            LADDER,
            "state: reviewed",
            "state: draft",
            "72:22: warning: a draft names `by`, which no page shows [unsigned-review]\n"
            "  expected: `state: reviewed` beside `by` and `on`, or `state: draft` alone\n"
            "  mend: write `state: reviewed` if it was read, or delete `by` and `on`",
        ),
        (
            LADDER,
            "cy: {state: reviewed, by: Mair Prawf, on: 2024-03-01}",
            "cy: {state: draft, on: 2024-03-01}",
            "72:22: warning: a draft names `on`, which no page shows [unsigned-review]\n"
            "  expected: `state: reviewed` beside `by` and `on`, or `state: draft` alone\n"
            "  mend: write `state: reviewed` if it was read, or delete `by` and `on`",
        ),
        (
            LADDER,
            "pages: 4-6",
            "pages: 6-4",
            '61:44: warning: the last page stands before the first: "6-4" [bad-range]\n'
            "  expected: the first page, and then the last\n"
            '  mend: write "4-6"',
        ),
        (
            LADDER,
            "pages: 4-6",
            "pages: 14-6",
            '61:44: warning: the last page stands before the first: "14-6" [bad-range]\n'
            "  expected: the first page, and then the last\n"
            '  mend: write "6-14", or the last page in full: "14-16"',
        ),
        (
            LADDER,
            "title: {cy: Bwyd, en: Food}",
            "title: {cy: Draeniad, en: Drainage}",
            '33:17: warning: two parts of this record have the same words: "Draeniad" '
            "[said-twice]\n"
            "  expected: parts that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            LADDER,
            "title: {cy: Bwyd, en: Food}",
            "title: {cy: Bwyd, en: Drainage}",
            '33:27: warning: two parts of this record have the same words: "Drainage" '
            "[said-twice]\n"
            "  expected: parts that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            LADDER,
            "en: The Soil Ladder}",
            "en: 'Figure 1: The soil ladder'}",
            '24:36: warning: the caption begins with "Figure 1:", which the page '
            "writes itself [number-in-title]\n"
            "  expected: `title` with what the picture shows, and `number` with its number\n"
            '  mend: write "The soil ladder"',
        ),
        (
            LADDER,
            "  number: 1\n  title: {cy: Pyramid y pridd, ",
            "  title: {cy: Ffigur 1. Pyramid y pridd, ",
            '23:15: warning: the caption begins with "Ffigur 1.", which the page '
            "writes itself [number-in-title]\n"
            "  expected: `title` with what the picture shows, and `number` with its number\n"
            '  mend: write "Pyramid y pridd", and `number: 1` beside `title`',
        ),
        (
            TALK,
            "{cy: Gwely, en: Bed}",
            "{cy: Llysieuyn, en: Vegetable}",
            "31:54: warning: two columns of this record have the same words: "
            '"Llysieuyn" [said-twice]\n'
            "  expected: columns that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            TALK,
            "text: {cy: Beth y flwyddyn nesaf?, en: What about next year?}",
            "text: {cy: Beth oedd orau?, en: What about next year?}",
            '27:16: warning: two prompts of this record have the same words: "Beth '
            'oedd orau?" [said-twice]\n'
            "  expected: prompts that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            QUIZ,
            "Rhowch ___ i’r",
            "Rhowch fwyd i’r",
            "78:16: warning: the question has no gap to fill in `cy` [no-blank]\n"
            "  expected: ___ where the answer belongs, or a question that ends with ?\n"
            "  mend: write ___ where the answer belongs",
        ),
        (
            QUIZ,
            'cy: "Rhowch ___ i’r pridd bob gwanwyn.", en: "Give the soil ___ every spring."',
            'cy: "Beth mae’r pridd yn ei fwyta?", en: "Give the soil ___ every spring."',
            "78:16: warning: the question has no gap to fill in `cy` [no-blank]\n"
            "  expected: ___ where the answer belongs, or a question that ends with ?\n"
            "  mend: write ___ where the answer belongs",
        ),
        (
            QUIZ,
            "    within: 1\n",
            "    within: 4\n",
            "99:13: warning: with `within: 4` every number on the scale is right "
            "[no-wrong-answer]\n"
            "  expected: a number that some answers are too far from\n"
            "  mend: write a smaller number, or delete `answer` and `within` where no "
            "answer is wrong",
        ),
        (
            WATERING,
            "number: 2",
            "number: 1",
            "11:11: warning: two figures have the number 1 [duplicate-number]\n"
            "  expected: a number of its own; the figure of soil-ladder has this one\n"
            "  mend: write another number, or delete `number`",
        ),
        (
            QUIZ,
            "        items:\n          - {cy: Gwydr, en: Glass}\n",
            "",
            '60:9: warning: nothing belongs in the group "In the bin" [empty-group]\n'
            "  expected: at least one thing in each group\n"
            "  mend: write `items` in it, or delete the group",
        ),
        (
            "tools/what-to-grow.yml",
            "title: {cy: Pwmpen, en: A pumpkin}",
            "title: {cy: Sbigoglys, en: A pumpkin}",
            '30:19: warning: two outcomes of this record have the same words: "Sbigoglys" '
            "[said-twice]\n"
            "  expected: outcomes that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            "tools/my-habits.yml",
            "text: {cy: Rwy’n gorchuddio’r pridd., en: I cover the soil.}",
            "text: {cy: Rwy’n bwydo’r pridd., en: I feed the soil.}",
            '27:30: warning: two statements of this record have the same words: "Rwy’n '
            'bwydo’r pridd." [said-twice]\n'
            "  expected: statements that a reader can tell apart\n"
            "  mend: change one of them, or delete it",
        ),
        (
            "glossary.yml",
            "forms: {cy: [gwlithod]}",
            "forms: {cy: [gwreiddiau]}",
            '14:16: warning: "gwreiddiau" is a form of two terms [ambiguous-term]\n'
            "  expected: each form with one term; `root` has this one\n"
            "  mend: delete it from one of them",
        ),
        (
            "glossary.yml",
            "term: {cy: tomwellt, en: mulch}",
            "term: {cy: tomwellt, en: mulch / mulching}",
            '6:28: warning: no text says "mulch / mulching", so that no page explains '
            "it [term-never-found]\n"
            "  expected: the term as texts write it\n"
            '  mend: write "mulch", and `forms: {en: [mulching]}` beside it',
        ),
        (
            "glossary.yml",
            "term: {cy: tomwellt, en: mulch}",
            "term: {cy: tomwellt (enw), en: mulch}",
            '6:14: warning: no text says "tomwellt (enw)", so that no page explains it '
            "[term-never-found]\n"
            "  expected: the term as texts write it\n"
            '  mend: write "tomwellt"',
        ),
    ],
)
def test_a_slip_is_told_where_it_stands_with_what_to_write(
    file: str, old: str, new: str, said: str, problems_after: ProblemsAfter
) -> None:
    assert [str(problem) for problem in problems_after(file, old, new)] == [
        f"content/{file}:{said}"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        # The words of one part may stand in another field of it
        (LADDER, "explanation: {cy: Rhaid i ddŵr allu dianc., ", "explanation: {cy: Draeniad., "),
        (LADDER, "en: The Soil Ladder}", "en: Figures of the soil}"),
        (LADDER, "pages: 4-6", 'pages: "4"'),
        # A question needs no gap, where neither language has one
        (
            QUIZ,
            'cy: "Rhowch ___ i’r pridd bob gwanwyn.", en: "Give the soil ___ every spring."',
            'cy: "Beth mae’r pridd yn ei fwyta?", en: "What does the soil eat?"',
        ),
        # A gap may be written with dots
        (QUIZ, "Give the soil ___ every", "Give the soil … every"),
        (QUIZ, "    within: 1\n", "    within: 3\n"),
        ("glossary.yml", "en: mulch}", "en: mulch (ABC)}"),
        ("glossary.yml", "forms: {cy: [gwlithod]}", "forms: {cy: [gwlithen]}"),
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(
    file: str, old: str, new: str, problems_after: ProblemsAfter
) -> None:
    assert problems_after(file, old, new) == []
