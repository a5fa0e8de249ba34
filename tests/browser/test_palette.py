"""Light and dark: by the reader's system, and then by the reader."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, PHONE, SCHEMES, OpenPage, Scheme, tab_to

NAMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}

LIGHTNESS = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)
  return (r + g + b) / 3 / 255
}"""


def expect_scheme(page: Page, scheme: Scheme) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", NAMES[scheme])
    assert (page.evaluate(LIGHTNESS) > 0.5) == (scheme == "light")


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found


def assert_nothing_else_is_kept(page: Page) -> None:
    assert page.evaluate("document.cookie") == ""
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_first_visit_follows_the_system(
    scheme: Scheme, site: Site, open_page: OpenPage
) -> None:
    for path in ("cy/", "en/frameworks/power-spectrum/"):
        expect_scheme(open_page(site.url(path), scheme=scheme), scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_landing_follows_the_system(scheme: Scheme, site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url(""), scheme=scheme)
    assert (page.evaluate(LIGHTNESS) > 0.5) == (scheme == "light")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_reader_changes_the_palette_and_it_stays_in_both_languages(
    scheme: Scheme, width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("cy/"), scheme=scheme, width=width)
    page.locator("[data-md-component=palette] label:visible").click()
    expect_scheme(page, OTHER[scheme])
    for path in ("cy/geirfa/", "en/frameworks/power-spectrum/", "en/"):
        page.goto(site.url(path))
        expect_scheme(page, OTHER[scheme])
    page.locator("[data-md-component=palette] label:visible").click()
    expect_scheme(page, scheme)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette_changes_by_keyboard(language: str, site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url(f"{language}/"))
    tab_to(page, page.locator("[data-md-component=palette] input:checked"))
    for presses, scheme in enumerate(("dark", "light", "dark")):
        page.keyboard.press("ArrowRight")
        expect_scheme(page, "dark" if presses % 2 == 0 else "light")
        assert scheme == ("dark" if presses % 2 == 0 else "light")
        expect(page.locator("[data-md-component=palette] input:checked")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-md-component=palette]') === null")


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_palette_is_kept_and_only_once_it_was_chosen(
    language: str, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(f"{language}/"))
    page.locator("[data-md-component=palette] label:visible").click()
    expect_scheme(page, "dark")
    kept = stored(page)
    assert list(kept) == ["/.__palette"]
    assert json.loads(kept["/.__palette"])["color"]["scheme"] == "slate"
    assert_nothing_else_is_kept(page)


def test_reading_and_searching_keep_nothing_of_a_reader(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("en/checklists/should-we-collaborate/"))
    page.locator("main input[type=checkbox]").first.check()
    page.locator(".md-search__input").fill("Gobillot")
    page.locator(".md-search__input").press("End")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("main mark").first).to_be_visible()
    assert set(stored(page)) <= {"/.__palette"}
    assert_nothing_else_is_kept(page)
