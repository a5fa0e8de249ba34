"""Pages on narrow screens, on paper and without script."""

from __future__ import annotations

import re
import zlib

import pytest
from playwright.sync_api import Locator, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, LANDING, NOT_FOUND, PHONE, Kind, OpenPage

NARROW = 320
"""A screen of 1280 pixels enlarged to 400 % (WCAG 1.4.10)."""

OVERFLOW = """() => {
  const page = document.scrollingElement
  if (page.scrollWidth <= page.clientWidth) return []
  const wide = [...document.body.querySelectorAll("*")].filter(element =>
    element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility())
  return [page.scrollWidth, ...wide.slice(0, 5).map(element =>
    `${element.tagName.toLowerCase()}.${element.className}`)]
}"""

SPACING = """* {
  letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important;
} p { margin-bottom: 2em !important }"""
"""The spacing of letters that a reader may ask for (WCAG 1.4.12)."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_screen_never_scrolls_sideways(
    language: str, kind: Kind, guide: Site, open_page: OpenPage
) -> None:
    page = open_page(guide.url(guide.pair(kind.english, language)), width=NARROW)
    assert page.evaluate(OVERFLOW) == []
    page.add_style_tag(content=SPACING)
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("lonely", [LANDING, NOT_FOUND], ids=str)
def test_pages_without_menus_never_scroll_sideways(
    lonely: Kind, site: Site, open_page: OpenPage
) -> None:
    url = site.url(lonely.english)
    page = open_page(url, width=NARROW, missing=lonely is NOT_FOUND)
    assert page.evaluate(OVERFLOW) == []


def shown_text(element: Locator) -> str:
    return " ".join(element.inner_text().split())


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_page_without_script_shows_its_words_and_its_menu(
    width: int, kind: Kind, guide: Site, open_page: OpenPage
) -> None:
    page = open_page(guide.url(kind.english), width=width, script=False)
    heading = guide.page(kind.english).one("h1").text
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    for paragraph in page.locator("main p:not(details *, .hd-scale-ends)").all():
        expect(paragraph).to_be_visible()

    menu = page.locator("nav.hd-tabs" if width == DESKTOP else "nav.hd-nav")
    sections = menu.locator("a")
    assert sections.count() > 2
    for section in sections.all():
        expect(section).to_be_visible()
    sections.nth(1).click()
    expect(page).not_to_have_url(guide.url(kind.english))


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_page_without_script_shows_nothing_that_needs_it(
    width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/frameworks/power-spectrum/"), width=width, script=False)
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("header label:visible")).to_have_count(0)
    expect(page.locator("header input:visible")).to_have_count(0)


def test_a_page_without_script_follows_the_system_into_the_dark(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/frameworks/power-spectrum/"), script=False, scheme="dark")
    expect(page.locator("h1")).to_be_visible()
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", background)[:3])) < 3 * 128, background


def words_drawn_on_pages(pdf: bytes) -> list[int]:
    """How many pieces of text each page of Chromium's PDF draws, found without a PDF reader."""
    objects = dict(re.findall(rb"\n(\d+) 0 obj\s(.*?)\sendobj", pdf, re.DOTALL))
    drawn = []
    for content in objects.values():
        if not re.search(rb"/Type\s*/Page\b", content):
            continue
        found = re.search(rb"/Contents\s+(\d+) 0 R", content)
        assert found is not None
        stream = objects[found[1]].split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]
        drawn.append(len(re.findall(rb"T[jJ]\b", zlib.decompress(stream))))
    return drawn


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_page_shows_its_words_and_no_menu(
    language: str, scheme: str, kind: Kind, guide: Site, open_page: OpenPage
) -> None:
    page = open_page(
        guide.url(guide.pair(kind.english, language)),
        scheme="dark" if scheme == "dark" else "light",
    )
    page.emulate_media(media="print", color_scheme="light", reduced_motion="reduce")
    for menu in ("header", "nav.hd-tabs", "nav.hd-nav", "nav.hd-path", "nav.hd-steps-between"):
        for element in page.locator(menu).all():
            expect(element).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(OVERFLOW) == []


def test_the_pages_of_a_print_are_not_empty(kind: Kind, guide: Site, open_page: OpenPage) -> None:
    page = open_page(guide.url(kind.english))
    drawn = words_drawn_on_pages(page.pdf(format="A4", prefer_css_page_size=True))
    assert drawn != []
    assert min(drawn) > 0, drawn
