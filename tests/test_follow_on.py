"""One slip is one problem: what a file holds that cannot be read is not missed elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

ProblemsWith = Callable[[Mapping[str, str | bytes]], str]

PAGE = """\
id: about
title: {cy: Gwely, en: Bed}
summary: {cy: Crynodeb., en: A summary.}
text: {cy: "TEXT", en: "TEXT"}
review: {cy: {state: draft}, en: {state: draft}}
"""
TERM = "- {id: mulch, term: {cy: tomwellt, en: mulch}, definition: {cy: Gwellt., en: Straw.}}\n"
WORK = "@misc{spade2021, title = {Digging}, year = {2021}}\n"


def places(told: str) -> list[str]:
    """Where each problem stands, and its code."""
    first = [line for line in told.splitlines() if line.endswith("]")]
    return [f"{line.split(': ')[0]} {line.rsplit('[', 1)[1][:-1]}" for line in first]


@pytest.mark.parametrize(
    ("glossary", "told"),
    [
        (TERM, []),
        (TERM.replace("mulch, en", "mulch\n en"), []),
        ("- {id: [", ["content/glossary.yml:1:9 bad-yaml"]),
        (TERM + "- {id: Rake, term: {cy: a, en: b}, definition: {cy: c, en: d}}\n", []),
        (TERM.replace("Straw.}", "Straw.}, sort: x"), []),
        (b"\xff", ["content/glossary.yml:1:1 not-utf-8"]),
    ],
)
def test_a_term_of_a_glossary_with_a_slip_is_no_unknown_target(
    glossary: str | bytes, told: list[str], problems_with: ProblemsWith
) -> None:
    page = PAGE.replace("TEXT", "[[mulch]]")
    found = places(
        problems_with({"content/glossary.yml": glossary, "content/pages/about.yml": page})
    )
    assert [place for place in found if "pages" in place] == []
    assert not told or found == told


def test_an_entry_that_no_glossary_holds_is_unknown_even_where_a_term_has_a_slip(
    problems_with: ProblemsWith,
) -> None:
    page = PAGE.replace("TEXT", "[[mulsh]]")
    glossary = TERM.replace("Straw.}", "Straw.}, sort: x")
    found = places(
        problems_with({"content/glossary.yml": glossary, "content/pages/about.yml": page})
    )
    assert found == [
        "content/glossary.yml:1:87 unknown-field",
        "content/pages/about.yml:4:13 unknown-target",
        "content/pages/about.yml:4:30 unknown-target",
    ]


@pytest.mark.parametrize(
    ("works", "told"),
    [
        (WORK.encode("utf-16"), "not-utf-8"),
        (WORK.replace("}}", "}"), "bad-bibtex"),
        (WORK.replace("{spade", " spade"), "bad-bibtex"),
        (WORK.replace("2021,", "2021"), "bad-bibtex"),
        (WORK + WORK, "duplicate-key"),
        (WORK.replace("spade", "sp\u00adade"), "bad-character"),
    ],
)
def test_a_work_of_a_bibliography_with_a_slip_is_no_unknown_citation(
    works: str | bytes, told: str, problems_with: ProblemsWith
) -> None:
    page = PAGE.replace("TEXT", "[@spade2021]")
    found = places(problems_with({"references.bib": works, "content/pages/about.yml": page}))
    assert [place.split()[1] for place in found] == [told]


def test_no_citation_is_unknown_while_the_bibliography_cannot_be_read(
    problems_with: ProblemsWith,
) -> None:
    page = PAGE.replace("TEXT", "[@spade2021]")
    found = places(problems_with({"references.bib/x": "", "content/pages/about.yml": page}))
    assert found == ["references.bib:1:1 unreadable"]


def test_a_key_that_no_bibliography_holds_is_unknown_even_where_a_work_has_a_slip(
    problems_with: ProblemsWith,
) -> None:
    page = PAGE.replace("TEXT", "[@spade2012]")
    found = places(
        problems_with({"references.bib": WORK.replace("}}", "}"), "content/pages/about.yml": page})
    )
    assert found == [
        "content/pages/about.yml:4:13 unknown-citation",
        "content/pages/about.yml:4:33 unknown-citation",
        "references.bib:1:1 bad-bibtex",
    ]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("- {en: mulch, cy: [tomwellt, gorchudd]}\n", []),
        (
            "- {en: mulch, cy: [tomwellt, gorchudd], de: x}\n",
            ["content/terms.yml:1:41 unknown-field"],
        ),
        ("- {en: [", ["content/terms.yml:1:9 bad-yaml"]),
    ],
)
def test_no_agreed_term_is_lost_while_the_other_words_that_will_do_cannot_be_read(
    terms: str, told: list[str], problems_with: ProblemsWith
) -> None:
    page = PAGE.replace('cy: "TEXT"', "cy: Gorchudd da.").replace("TEXT", "Good mulch.")
    files = {
        "content/glossary.yml": TERM,
        "content/terms.yml": terms,
        "content/pages/about.yml": page,
    }
    assert places(problems_with(files)) == told


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("menu.open: [", ["content/interface/en.yml:1:13 bad-yaml"]),
        ("- menu\n", ["content/interface/en.yml:1:1 bad-value"]),
    ],
)
def test_words_in_one_language_are_no_problem_while_those_of_the_other_cannot_be_read(
    english: str, told: list[str], problems_with: ProblemsWith
) -> None:
    files = {
        "content/interface/cy.yml": "menu.open: Dewislen\n",
        "content/interface/en.yml": english,
    }
    assert places(problems_with(files)) == told
