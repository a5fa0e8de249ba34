"""How problems read, and that every kind of problem is shown by a test."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hadau.problems import (
    GuideRefused,
    Position,
    Problem,
    as_github,
    as_json,
    as_text,
    nearest,
    stops,
)

TESTS = Path(__file__).parent
ENGINE = TESTS.parent / "hooks" / "hadau"

UNKNOWN = Problem(
    Position("content/frameworks/bed.yml", 14, 7),
    "unknown-target",
    'unknown framework "wateing"',
    "the id of a file in content/frameworks/",
    'write "watering"',
)
UNUSED = Problem(
    Position("references.bib", 3),
    "unused-source",
    'nothing cites "spade2021"',
    "every work cited at least once",
    "cite it with [@spade2021], or delete it",
    "warning",
)


def test_a_problem_reads_as_place_fault_expectation_and_mend() -> None:
    assert str(UNKNOWN) == (
        "content/frameworks/bed.yml:14:7: error: "
        'unknown framework "wateing" [unknown-target]\n'
        "  expected: the id of a file in content/frameworks/\n"
        '  mend: write "watering"'
    )


def test_problems_are_told_once_in_the_order_of_their_places() -> None:
    tenth = Problem(Position("content/a.yml", 10), "x", "a", "b", "c")
    second = Problem(Position("content/a.yml", 2, 9), "x", "a", "b", "c")
    first = Problem(Position("content/a.yml", 2, 1), "y", "a", "b", "c", "warning")
    assert as_text([UNUSED, tenth, second, first, second]).splitlines()[::3] == [
        "content/a.yml:2:1: warning: a [y]",
        "content/a.yml:2:9: error: a [x]",
        "content/a.yml:10:1: error: a [x]",
        'references.bib:3:1: warning: nothing cites "spade2021" [unused-source]',
        "2 error(s), 2 warning(s)",
    ]


def test_no_problems_are_told_too() -> None:
    assert as_text([]) == "0 error(s), 0 warning(s)"
    assert as_json([]) == "[]"
    assert as_github([]) == ""


def test_a_refusal_says_every_problem() -> None:
    refused = GuideRefused([UNUSED, UNKNOWN, UNUSED])
    assert refused.problems == (UNKNOWN, UNUSED)
    assert str(refused) == as_text([UNKNOWN, UNUSED])


def test_json_has_every_field_and_keeps_letters_as_they_are() -> None:
    welsh = Problem(Position("a.yml", 1, 2), "bad-id", "dŵr", "e", "m")
    assert json.loads(as_json([welsh])) == [
        {
            "path": "a.yml",
            "line": 1,
            "column": 2,
            "severity": "error",
            "code": "bad-id",
            "message": "dŵr",
            "expected": "e",
            "mend": "m",
        }
    ]
    assert "dŵr" in as_json([welsh])


def test_github_gets_one_line_a_problem_with_its_own_escapes() -> None:
    odd = Problem(Position("a,b:c%.yml", 1, 2), "bad-id", "50%\r", "e", "m", "warning")
    assert as_github([odd]) == (
        "::warning file=a%2Cb%3Ac%25.yml,line=1,col=2,title=bad-id::"
        "50%25%0D%0Aexpected: e%0Amend: m"
    )


@pytest.mark.parametrize(
    ("problems", "strict", "stopped"),
    [
        ([], True, False),
        ([UNUSED], False, False),
        ([UNUSED], True, True),
        ([UNKNOWN], False, True),
        ([UNUSED, UNKNOWN], False, True),
    ],
)
def test_an_error_stops_a_build_and_a_warning_does_when_strict(
    problems: list[Problem], strict: bool, stopped: bool
) -> None:
    assert stops(problems, strict=strict) is stopped


@pytest.mark.parametrize(
    ("word", "found"),
    [("wateing", "watering"), ("watering", "watering"), ("zzz", None), ("", None)],
)
def test_the_nearest_word_is_one_that_exists_and_is_near(word: str, found: str | None) -> None:
    assert nearest(word, ["soil-ladder", "watering"]) == found


MAKERS = {"Problem", "report", "_report", "_problem", "Fault", "refusal"}
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def _codes(tree: ast.AST) -> Iterator[str]:
    """The codes in a module: texts in the shape of one, where a maker of problems takes them."""
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in MAKERS:
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
        elif isinstance(node, ast.Assign) and any("code" in ast.unparse(to) for to in node.targets):
            given = [*node.value.elts] if isinstance(node.value, ast.Tuple) else [node.value]
        elif isinstance(node, ast.Dict):
            # A table that gives a code and the words for it.
            given = [
                value.elts[0]
                for value in node.values
                if isinstance(value, ast.Tuple) and len(value.elts) > 1
            ]
        for value in given:
            for part in ast.walk(value):
                if isinstance(part, ast.Constant) and _CODE.fullmatch(str(part.value)):
                    yield str(part.value)


def test_every_code_in_the_engine_is_shown_by_a_case_or_a_test() -> None:
    codes = {
        code for path in ENGINE.rglob("*.py") for code in _codes(ast.parse(path.read_text("utf-8")))
    }
    shown = {
        found
        for path in [*TESTS.rglob("*.txt"), *TESTS.rglob("test_*.py")]
        if path != Path(__file__) and not (path.parent / "bug.txt").exists()
        for found in re.findall(r"\[([a-z0-9-]+)\]", path.read_text("utf-8"))
    }
    assert {"unknown-target", "bad-bibtex", "bad-id", "unclean-html", "bad-range"} <= codes
    assert sorted(codes - shown) == []
