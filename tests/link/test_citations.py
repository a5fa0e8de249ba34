"""What the bibliography and the texts say of one another; most of it is shown by `cases/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
