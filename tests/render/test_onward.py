"""Every page leads somewhere, those without relations too."""

from __future__ import annotations

import re

import pytest

from hadau.model.page import Built, Page

HEADING = {"cy": "## Ymlaen o’r fan hon", "en": "## Where this leads"}
WAY = re.compile(
    r'data-pair="(?P<key>[^"]+)">\s*<p class="hd-card-kind">(?P<sort>.+?)</p>\s*'
    r'<p class="hd-card-title"><a href="(?P<href>[^"]+)">(?P<title>.+?)</a></p>\s*'
    r'<p class="hd-card-text">(?P<text>.+?)</p>'
)
KIND = re.compile(r'<p class="hd-leads-kind">(.+?)</p>')


def leads_of(page: Page) -> str:
    """What stands on a page from the heading of its next steps to the next heading."""
    _, heading, after = page.body.partition(HEADING[page.language])
    return heading and after.partition("\n## ")[0]


def ways_of(page: Page) -> list[str]:
    return [way["key"] for way in WAY.finditer(leads_of(page))]


def find(built: Built, key: str, language: str = "en") -> Page:
    return next(page for page in built.pages if (page.key, page.language) == (key, language))


def test_every_page_but_the_front_page_ends_with_where_it_leads(any_built: Built) -> None:
    without = [
        page.address.url
        for page in any_built.pages
        if page.key != "home" and not WAY.search(leads_of(page))
    ]
    assert without == []


def test_the_front_page_is_all_ways_and_has_no_heading_for_them(any_built: Built) -> None:
    assert leads_of(find(any_built, "home")) == ""


def test_both_languages_lead_to_the_same_pages(any_built: Built) -> None:
    for page in any_built.pages:
        if not page.key.startswith("entry/"):
            other = find(any_built, page.key, "cy")
            assert ways_of(page) == ways_of(other), page.key


def test_a_page_leads_to_others_and_never_to_itself(any_built: Built) -> None:
    for page in any_built.pages:
        ways = ways_of(page)
        assert page.key not in ways
        assert len(ways) == len(set(ways)) or page.key.startswith("section/"), page.address.url


@pytest.mark.parametrize(
    ("key", "kinds", "ways"),
    [
        (
            "section/soil",
            [
                "Put it to work",
                "Think it through",
                "See it in practice",
                "Test yourself",
                "In other parts of the guide",
                "The next part of the guide",
            ],
            [
                "entry/ready-to-sow",
                "entry/my-habits",
                "entry/school-garden",
                "entry/soil-quiz",
                "entry/watering",
                "entry/year-of-the-bed",
                "section/sowing",
            ],
        ),
        (
            "kind/checklists",
            ["Other things to use", "To go with them"],
            ["kind/case-studies", "kind/tools", "pack"],
        ),
        (
            "glossary",
            ["Where most of these words are at work", "The guide as a whole"],
            ["entry/soil-ladder", "entry/my-habits", "entry/watering", "map", "contents"],
        ),
        ("page/about", ["What this page mentions"], ["references"]),
        (
            "contents",
            ["Start here", "The guide as a whole"],
            ["entry/soil-ladder", "map", "glossary"],
        ),
        ("notes", ["What keeps your answers"], ["kind/frameworks", "kind/tools", "kind/quizzes"]),
        (
            "entry/school-garden",
            ["Put it to work", "Think it through", "Test yourself", "Part of the guide"],
            [
                "entry/ready-to-sow",
                "entry/my-habits",
                "entry/soil-quiz",
                "section/soil",
            ],
        ),
    ],
)
def test_what_a_page_leads_to_follows_from_what_stands_on_it(
    seeds_built: Built, key: str, kinds: list[str], ways: list[str]
) -> None:
    page = find(seeds_built, key)
    assert KIND.findall(leads_of(page)) == kinds
    assert ways_of(page) == ways
