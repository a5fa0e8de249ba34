"""The addresses that a link checker is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hadau.model.guide import Project
from hadau.model.page import Built
from hadau.pipeline import build_guide

PAGE = """
id: about
title: {cy: Am, en: About}
summary: {cy: Crynodeb., en: A summary.}
text:
  cy: "Gweler [hwn](https://cy.example.org/?a=1&b=2#c) a <mailto:a@example.org> [@doi; @how]."
  en: "See <https://en.example.org/> and [[soil]] [@doi; @how]."
review: {cy: {state: draft}, en: {state: draft}}
"""
BIBLIOGRAPHY = """
@misc{doi, title = {A}, doi = {https://doi.org/10.1000/1}, url = {https://example.org/a_b}}
@misc{how, title = {B}, howpublished = {https://example.org/how}}
"""


def test_every_address_of_texts_and_sources_is_listed_once(
    guide_with: Callable[[Mapping[str, str | bytes]], Project],
) -> None:
    files = {"content/pages/about.yml": PAGE, "references.bib": BIBLIOGRAPHY}
    assert build_guide(guide_with(files))[0].external == (
        "https://cy.example.org/?a=1&b=2#c",
        "https://doi.org/10.1000/1",
        "https://en.example.org/",
        "https://example.org/a_b",
        "https://example.org/how",
    )


def test_the_second_guide_leads_to_its_own_society_only(seeds_built: Built) -> None:
    assert seeds_built.external == ("https://gardd.example.org/", "https://gardd.example.org/hau")
