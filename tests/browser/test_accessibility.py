"""axe finds nothing to mend, on any kind of page and in any state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from ..figures import count
from .serving import LANGUAGES, Site
from .visiting import DESKTOP, LANDING, NOT_FOUND, PHONE, SCHEMES, Kind, OpenPage, Scheme

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer may be another in another palette."""

RUN = """runOnly => axe.run(document, { runOnly, resultTypes: ["violations"] })"""


def violations(page: Page, *, colours_only: bool = False, but: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong on a page as it stands, `but` some rules that another page answers."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    rules = {"type": "rule", "values": COLOURS} if colours_only else {"type": "tag", "values": TAGS}
    found: dict[str, Any] = page.evaluate(RUN, rules)
    assert len(found["passes"]) + len(found["incomplete"]) > (0 if colours_only else 5)
    count("axe")
    faults = [
        f"{rule['id']}: {node['target'][0]}: {' '.join(node['failureSummary'].split())}"
        for rule in found["violations"]
        if rule["id"] not in but
        for node in rule["nodes"]
    ]
    count("violations", len(faults))
    return faults


def show_in(page: Page, scheme: Scheme) -> None:
    """Show a page in a palette, as the theme shows it when a reader has chosen."""
    name = {"light": "default", "dark": "slate"}[scheme]
    page.evaluate("name => { document.body.dataset.mdColorScheme = name }", name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_a_page(
    language: str, kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    page = look_at(guide.url(guide.pair(kind.english, language)))
    found = {}
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            show_in(page, scheme)
            found[width, scheme] = violations(page, colours_only=scheme == "dark")
    assert [state for state, faults in found.items() if faults] == [], found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lonely", [LANDING, NOT_FOUND], ids=str)
def test_axe_finds_nothing_on_a_page_without_menus(
    lonely: Kind, scheme: Scheme, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(lonely.english), scheme=scheme, missing=lonely is NOT_FOUND)
    assert violations(page) == []
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert violations(page) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_search_with_results(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"), width=width)
    if width == PHONE:
        page.locator("button[data-hd=search]").click()
    field = page.locator(".md-search__input")
    field.fill("Gobillot")
    field.press("End")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    assert violations(page) == []
    show_in(page, "dark")
    assert violations(page, colours_only=True) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_the_open_menu_of_a_phone(
    language: str, site: Site, look_at: OpenPage
) -> None:
    path = site.pair("en/frameworks/power-spectrum/", language)
    page = look_at(site.url(path), width=PHONE)
    page.locator("button[data-hd=drawer]").click()
    expect(page.locator(".md-sidebar--primary a").first).to_be_in_viewport()
    assert violations(page) == []
    show_in(page, "dark")
    assert violations(page, colours_only=True) == []


def test_axe_finds_nothing_in_a_checklist_that_is_ticked(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/checklists/should-we-collaborate/"))
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    assert violations(page) == []
