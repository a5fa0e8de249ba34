"""The way to the same page in the other language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, PHONE, Kind, OpenPage, tab_to

OTHER = {"cy": "en", "en": "cy"}
NAMES = {"cy": "Cymraeg", "en": "English"}
ENTRY = "en/frameworks/power-spectrum/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_leads_to_its_pair_from_its_head_and_its_foot(
    language: str, site: Site, seeds: Site
) -> None:
    other = OTHER[language]
    for each in (site, seeds):
        for path in each.paths(language):
            for part in ("header", "footer"):
                links = each.page(path).one(part).all("a", hreflang=other)
                assert [
                    (link.text, link.attributes["lang"], each.follow(path, link.attributes["href"]))
                    for link in links
                ] == [(NAMES[other], other, each.pair(path, other))], (path, part)


def test_the_switch_goes_to_the_same_page_and_comes_back(
    kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    welsh = guide.url(guide.pair(kind.english, "cy"))
    page = look_at(welsh)
    page.locator("header .hd-language").click()
    expect(page).to_have_url(guide.url(kind.english))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("header .hd-language")).to_have_js_property("href", welsh)
    expect(page.locator("footer a[hreflang]")).to_have_js_property("href", welsh)


@pytest.mark.parametrize(("width", "part"), [(PHONE, "header"), (DESKTOP, "footer")])
def test_the_switch_keeps_the_place_that_the_page_was_opened_at(
    width: int, part: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(ENTRY, "cy") + "#watch-for"), width=width)
    page.locator(f"{part} a[hreflang=en]").click()
    expect(page).to_have_url(site.url(ENTRY + "#watch-for"))
    expect(page.locator("#watch-for")).to_be_in_viewport()


def switch_to_welsh(page: Page, site: Site, anchor: str) -> None:
    page.locator("header .hd-language").click()
    expect(page).to_have_url(site.url(site.pair(ENTRY, "cy") + anchor))
    expect(page.locator(anchor)).to_be_in_viewport()


def test_the_switch_keeps_the_place_that_a_link_of_the_page_led_to(
    site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY))
    page.locator("nav.hd-nav a[href='#steps']").click()
    expect(page).to_have_url(site.url(ENTRY + "#steps"))
    switch_to_welsh(page, site, "#steps")
    page.go_back()
    page.locator("a.hd-cite").first.click()
    anchor = page.evaluate("location.hash")
    assert anchor.startswith("#ref-")
    switch_to_welsh(page, site, anchor)


def test_the_switch_follows_the_reader_back_to_an_earlier_place(
    site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY + "#parts"))
    page.locator("nav.hd-nav a[href='#steps']").click()
    expect(page).to_have_url(site.url(ENTRY + "#steps"))
    page.go_back()
    expect(page).to_have_url(site.url(ENTRY + "#parts"))
    switch_to_welsh(page, site, "#parts")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_switch_works_by_keyboard(
    script: bool, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(ENTRY, "cy")), width=width, script=script)
    tab_to(page, "header .hd-language")
    expect(page.locator("header .hd-language")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url(ENTRY))
