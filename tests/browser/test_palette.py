"""Light and dark: by the reader's system, and then by the reader."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from .serving import Site
from .visiting import DESKTOP, PHONE, SCHEMES, OpenPage, Scheme, tab_to

NAMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}

LIGHTNESS = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)
  return (r + g + b) / 3 / 255
}"""


def expect_scheme(page: Page, scheme: Scheme) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", NAMES[scheme])
    assert is_light(page) == (scheme == "light")


def is_light(page: Page) -> bool:
    return bool(page.evaluate(LIGHTNESS) > 0.5)


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found


def assert_nothing_else_is_kept(page: Page) -> None:
    assert page.evaluate("document.cookie") == ""
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []


@pytest.mark.parametrize("path", ["", "cy/", "en/frameworks/power-spectrum/"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_first_visit_follows_the_system(
    scheme: Scheme, path: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(path), scheme=scheme)
    if path:
        expect_scheme(page, scheme)
    else:
        assert is_light(page) == (scheme == "light")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_reader_who_chose_no_palette_goes_on_to_follow_the_system(
    scheme: Scheme, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/"), scheme=scheme)
    expect_scheme(page, scheme)
    assert stored(page) == {}
    page.emulate_media(color_scheme=OTHER[scheme])
    expect_scheme(page, OTHER[scheme])
    assert stored(page) == {}
    page.goto(site.url("en/glossary/"))
    expect_scheme(page, OTHER[scheme])
    assert stored(page) == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", PHONE), ("dark", DESKTOP)])
def test_the_reader_changes_the_palette_and_it_stays_in_both_languages(
    scheme: Scheme, width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("cy/"), scheme=scheme, width=width)
    page.locator("[data-md-component=palette] button:visible").click()
    expect_scheme(page, OTHER[scheme])
    for path in ("cy/geirfa/", "en/frameworks/power-spectrum/", "en/"):
        page.goto(site.url(path))
        expect_scheme(page, OTHER[scheme])
    page.locator("[data-md-component=palette] button:visible").click()
    expect_scheme(page, scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_palette_changes_by_keyboard_and_says_what_it_does(
    scheme: Scheme, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/"), scheme=scheme)
    tab_to(page, "[data-md-component=palette] *")
    for now in (scheme, OTHER[scheme], scheme):
        expect_scheme(page, now)
        expect(page.locator(":focus")).to_have_accessible_name(f"Switch to {OTHER[now]} colours")
        shown = page.locator("[data-md-component=palette] button:visible")
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("title", f"Switch to {OTHER[now]} colours")
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-md-component=palette] :focus")).to_have_count(0)


def test_only_the_palette_is_kept_of_a_reader_who_chose_one(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("cy/"))
    page.locator("[data-md-component=palette] button:visible").click()
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
    expect(page.locator("main mark:visible").first).to_be_visible()
    assert set(stored(page)) <= {"/.__palette"}
    assert_nothing_else_is_kept(page)
