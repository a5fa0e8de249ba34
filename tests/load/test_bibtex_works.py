"""Works of a bibliography that have fields from other entries, and what they still need."""

from __future__ import annotations

import pytest

from hadau.load.bibtex import load_sources


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in load_sources(text, "references.bib")[1]]


@pytest.mark.parametrize(
    ("parents", "told"),
    [
        ("crossref = {gone}", ["unknown-target"]),
        ("xdata = {gone}", ["unknown-target"]),
        ("xdata = {x, gone}", ["unknown-target"]),
        ("xdata = {x, gone}, crossref = {x}", ["unknown-target"]),
        ("xdata = {x, y}", ["missing-field"]),
        ("xdata = {x, , y,}", ["missing-field"]),
        ("crossref = {}", ["missing-field"]),
    ],
)
def test_what_a_parent_that_is_not_there_would_give_is_not_missed(
    parents: str, told: list[str]
) -> None:
    entry = f"@proceedings{{a, title = {{T}}, {parents}}}\n"
    text = entry + "@xdata{x, isbn = 1}\n@xdata{y, isbn = 2}\n"
    assert codes_of(text) == told
