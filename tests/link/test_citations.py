"""What the bibliography and the texts say of one another; most of it is shown by `cases/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from hadau.link.citations import YearChecker, find_doubles
from hadau.model.guide import Name, Source
from hadau.model.places import Places
from hadau.model.text import Text

ProblemsWith = Callable[[Mapping[str, str]], str]

PAGE = """\
id: bed
title: {cy: Gwely, en: Bed}
summary: {cy: Crynodeb., en: A summary.}
text:
  cy: "Geiriau [@spade2021; @fork2021]."
  en: "Words [@spade2021; @fork2021]."
review: {cy: {state: draft}, en: {state: draft}}
"""


def test_works_that_have_their_doi_from_another_entry_are_told_where_they_begin(
    problems_with: ProblemsWith,
) -> None:
    works = """\
@xdata{shared,
  doi = {10.1000/soil},
}
@article{spade2021,
  author = {Spade, Sam}, title = {Water}, journal = {Gardens}, year = {2021}, xdata = {shared},
}
@article{fork2021,
  author = {Fork, Fay}, title = {Soil}, journal = {Gardens}, year = {2021},

  xdata = {shared},
}
"""
    assert problems_with({"content/pages/bed.yml": PAGE, "references.bib": works}) == (
        'references.bib:7:1: warning: "fork2021" has the DOI of "spade2021", on line 4'
        " [duplicate-doi]\n"
        "  expected: a DOI of its own for each work\n"
        '  mend: mend the DOI, or cite "spade2021" for both and delete this entry\n'
        "0 error(s), 1 warning(s)"
    )


def work(
    key: str,
    *authors: Name,
    year: str = "2021",
    doi: str | None = None,
    raw: str = "",
    line: int = 1,
) -> Source:
    fields = {} if doi is None else {"doi": doi}
    return Source(key, "book", authors, (), False, "Title", year, fields, raw, line)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.1000/soil", "10.1000/SOIL", True),
        ("10.1000/soil", "https://doi.org/10.1000/soil", True),
        ("10.1000/10.5", "doi:10.1000/10.5", True),
        ("10.1000/10.5", "10.2000/10.5", False),
        ("10.1000/soil", "10.1000/soils", False),
        ("unknown", "unknown", False),
        ("n/a", "o/a", False),
        ("", "", False),
    ],
)
def test_dois_are_the_same_however_they_are_written(one: str, other: str, same: bool) -> None:
    works = {"a": work("a", doi=one), "b": work("b", doi=other), "c": work("c"), "d": work("d")}
    found = [problem.message for problem in find_doubles(works, "references.bib")]
    assert found == ['"b" has the DOI of "a", on line 1'] * same


def test_a_doi_that_two_works_share_is_told_at_its_line() -> None:
    works = {
        "a": work(
            "a", doi="10.1000/x", raw="@book{a,\n  title = {doi},\n  DOI={10.1000/x}}", line=4
        ),
        "b": work("b", doi="10.1000/x", raw="@book{b,\n\n\n  doi = {10.1000/x}}", line=9),
    }
    (problem,) = find_doubles(works, "references.bib")
    assert (problem.position.line, problem.message) == (12, '"b" has the DOI of "a", on line 6')


SPADE, FORK, RAKE = Name("Spade", "Sam"), Name("Fork", "Fay"), Name("Rake", corporate=True)


@pytest.mark.parametrize(
    ("works", "expected"),
    [
        ([work("a", SPADE, year="2019"), work("b", SPADE, FORK)], "2019, 2021"),
        ([work("a", SPADE), work("b", year="2012")], "2021"),
        ([work("a", FORK, SPADE, year="2012")], None),
        ([work("a", RAKE)], None),
        ([work("a", SPADE, year="")], None),
        ([work("a", SPADE, year="2012"), work("b", SPADE)], None),
        ([], None),
    ],
)
def test_a_year_in_prose_is_one_of_those_of_the_author_beside_it(
    works: Sequence[Source], expected: str | None
) -> None:
    words = "Spade and Fork (2012), Rake (2012) and Fork (2012), in 2012."
    places = Places("content/pages/bed.yml", words, {("text", "en"): (0, len(words))})
    found = YearChecker(works).find(Text(cy="Gair.", en=words), ("text",), "en", places)
    assert [problem.expected for problem in found] == (
        [f"a year of the bibliography: {expected}"] if expected else []
    )
