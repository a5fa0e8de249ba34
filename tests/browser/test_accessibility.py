"""axe finds nothing to mend, on any kind of page and in any state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, LANDING, NOT_FOUND, PHONE, SCHEMES, Kind, OpenPage, Scheme

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {
  runOnly: { type: "tag", values: rules }, resultTypes: ["violations"],
})"""


def violations(page: Page) -> list[str]:
    """What axe finds wrong on a page as it stands."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(RUN, RULES)
    assert len(found["passes"]) > 5
    return [
        f"{rule['id']}: {node['target'][0]}: {' '.join(node['failureSummary'].split())}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page(
    language: str, scheme: Scheme, kind: Kind, guide: Site, open_page: OpenPage
) -> None:
    page = open_page(guide.url(guide.pair(kind.english, language)), scheme=scheme)
    found = {}
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = violations(page)
    assert found == {DESKTOP: [], PHONE: []}


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lonely", [LANDING, NOT_FOUND], ids=str)
def test_axe_finds_nothing_on_a_page_without_menus(
    lonely: Kind, scheme: Scheme, width: int, site: Site, open_page: OpenPage
) -> None:
    url = site.url(lonely.english)
    page = open_page(url, width=width, scheme=scheme, missing=lonely is NOT_FOUND)
    assert violations(page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_search_with_results(
    language: str, scheme: Scheme, width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(f"{language}/"), width=width, scheme=scheme)
    if width == PHONE:
        page.locator("button[data-hd=search]").click()
    field = page.locator(".md-search__input")
    field.fill("Gobillot")
    field.press("End")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_the_open_menu_of_a_phone(
    language: str, scheme: Scheme, site: Site, open_page: OpenPage
) -> None:
    path = site.pair("en/frameworks/power-spectrum/", language)
    page = open_page(site.url(path), width=PHONE, scheme=scheme)
    page.locator("button[data-hd=drawer]").click()
    expect(page.locator(".md-sidebar--primary a").first).to_be_in_viewport()
    assert violations(page) == []


def test_axe_finds_nothing_in_a_sheet_that_is_filled_in_or_in_a_quiz_that_is_answered(
    site: Site, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/checklists/should-we-collaborate/"))
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    assert violations(page) == []
    page = open_page(seeds.url("en/quizzes/soil-quiz/"))
    for answer in page.locator("main summary").all():
        answer.click()
    expect(page.locator("details[open]")).to_have_count(page.locator("details").count())
    assert violations(page) == []
