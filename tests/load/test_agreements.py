"""What was agreed about the languages of a guide, and files of it that cannot be read."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path

import pytest

from hadau.load.agreements import load_agreements
from hadau.load.settings import make_project
from hadau.model.parity import Agreement, Agreements
from hadau.problems import Problem


def load(root: Path, files: dict[str, str | bytes]) -> tuple[Agreements | None, list[Problem]]:
    for name, content in files.items():
        path = root / "agreed" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    project = make_project(root, content="content", templates="x", site="site", site_url="")
    return load_agreements(project)


def test_a_guide_without_the_folder_keeps_no_agreements(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == (None, [])


def test_agreements_are_known_by_record_and_field(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "guide.json": '{"title": {"cy": "Gardd", "en": "Garden"}}',
        "pages/bed.json": '{"title": {"cy": "Tŷ", "en": "House", "by": "Ann", "on": "2024-05-31"},'
        ' "sections.rain.text": {"en": "Rain", "cy": "Glaw", "by": "Ben"}}',
        "pages/plot.v2.json": "{}",
        "README.md": "Nobody writes these files by hand.",
    }
    assert load(tmp_path, files) == (
        Agreements(
            {
                "guide": {"title": Agreement("Gardd", "Garden", None, None)},
                "pages/bed": {
                    "title": Agreement("Tŷ", "House", "Ann", datetime.date(2024, 5, 31)),
                    "sections.rain.text": Agreement("Glaw", "Rain", "Ben", None),
                },
                "pages/plot.v2": {},
            }
        ),
        [],
    )


def refusal(where: str, why: str) -> str:
    return (
        f"agreed/pages/bed.json:{where}: error: {why} [bad-agreement]\n"
        "  expected: a file that `hadau agree` wrote\n"
        "  mend: delete the file and run `hadau agree bed`: nobody writes these files by hand"
    )


@pytest.mark.parametrize(
    ("content", "where", "why"),
    [
        ('{\n "title": {"cy" "Gwely"}}', "2:17", "this is not JSON: Expecting ':' delimiter"),
        ("", "1:1", "this is not JSON: Expecting value"),
        ("[]", "1:1", "it holds no fields"),
        (b'{"t": "\xff"}', "1:1", "'utf-8' codec can't decode byte 0xff in position 7: invalid "
                                  "start byte"),
        ('{"t": {"cy": "a", "en": "b", "on": "soon"}}', "1:1",
         "Invalid isoformat string: 'soon'"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_a_problem_and_gives_nothing(
    tmp_path: Path, content: str | bytes, where: str, why: str
) -> None:
    agreements, problems = load(tmp_path, {"pages/bed.json": content, "guide.json": "{}"})
    assert agreements == Agreements({"guide": {}})
    assert [str(problem) for problem in problems] == [refusal(where, why)]


@pytest.mark.parametrize(
    "said",
    [
        '"Gwely"',
        '["cy", "en"]',
        '{"cy": "Gwely"}',
        '{"en": "Bed"}',
        '{"cy": "Gwely", "en": null}',
        '{"cy": "Gwely", "en": "Bed", "by": 1}',
        '{"cy": "Gwely", "en": "Bed", "fr": "Lit"}',
    ],
)
def test_a_field_needs_words_in_both_languages_and_nothing_else(tmp_path: Path, said: str) -> None:
    _, problems = load(tmp_path, {"pages/bed.json": f'{{"title": {said}}}'})
    why = "the field title has no `cy` and `en`, or more than was written"
    assert [str(problem) for problem in problems] == [refusal("1:1", why)]


@pytest.mark.parametrize(("spaces", "read"), [(3_999_998, True), (3_999_999, False)])
def test_a_file_may_have_four_million_bytes(tmp_path: Path, spaces: int, *, read: bool) -> None:
    _, problems = load(tmp_path, {"pages/bed.json": "{}" + " " * spaces})
    why = "the file has more than 4,000,000 bytes"
    assert [str(problem) for problem in problems] == ([] if read else [refusal("1:1", why)])


def test_lists_that_are_too_deep_are_a_problem(tmp_path: Path) -> None:
    _, problems = load(tmp_path, {"pages/bed.json": "[" * 200_000})
    assert [problem.code for problem in problems] == ["bad-agreement"]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_not_opened(tmp_path: Path, make: object) -> None:
    (tmp_path / "agreed" / "pages").mkdir(parents=True)
    make(tmp_path / "agreed" / "pages" / "bed.json")  # type: ignore[operator]
    agreements, problems = load(tmp_path, {})
    assert agreements == Agreements({})
    assert [str(problem) for problem in problems] == [refusal("1:1", "this is no file")]


def test_a_file_that_may_not_be_read_is_told_without_the_way_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    load(tmp_path, {"pages/bed.json": "{}"})
    monkeypatch.setattr(Path, "open", refuse)
    _, problems = load(tmp_path, {})
    assert [str(problem) for problem in problems] == [refusal("1:1", "Permission denied")]


def test_problems_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    names = [f"{name}.json" for name in "hgfedcba"]
    _, problems = load(tmp_path, dict.fromkeys(names, "["))
    assert [problem.position.path for problem in problems] == [
        f"agreed/{name}" for name in sorted(names)
    ]
