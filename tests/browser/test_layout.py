"""Pages on narrow screens, on paper and without script."""

from __future__ import annotations

import re
import zlib

import pytest
from playwright.sync_api import Route, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, KINDS, LANDING, LONG_LISTS, NOT_FOUND, PHONE, Kind, OpenPage

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

ADD_STYLE = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}"""
"""Adds style as a reader's browser does, which the page's own policy does not forbid."""


@pytest.mark.parametrize("kind", [*KINDS, *LONG_LISTS], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_screen_never_scrolls_sideways(
    language: str, kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    page = look_at(guide.url(guide.pair(kind.english, language)), width=NARROW)
    assert page.evaluate(OVERFLOW) == []
    page.evaluate(ADD_STYLE, SPACING)
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("lonely", [LANDING, NOT_FOUND], ids=str)
def test_pages_without_menus_never_scroll_sideways(
    lonely: Kind, site: Site, look_at: OpenPage
) -> None:
    url = site.url(lonely.english)
    page = look_at(url, width=NARROW, missing=lonely is NOT_FOUND)
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", [NARROW, PHONE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_the_guide_is_never_cut(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"), width=width)
    name = page.locator(".md-header__title .md-ellipsis").first
    assert name.evaluate("name => name.scrollWidth - name.clientWidth") == 0
    assert name.evaluate("name => name.scrollHeight - name.clientHeight") == 0


def test_a_page_without_script_shows_its_words_and_its_menu(
    kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    page = look_at(guide.url(kind.english), script=False)
    heading = guide.page(kind.english).one("h1").text
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    hidden = page.locator("article :is(p, li, dd, figure):not(details *)").evaluate_all(
        "parts => parts.filter(part => !part.checkVisibility()).map(part => part.textContent)"
    )
    assert [words for words in hidden if words.strip()] == []
    for menu in ("nav.hd-tabs", "nav.hd-nav"):
        if menu == "nav.hd-nav":
            page.set_viewport_size({"width": PHONE, "height": 800})
        links = page.locator(f"{menu} a")
        assert links.count() > 2
        for link in links.all():
            expect(link).to_be_visible()


@pytest.mark.parametrize("menu", ["nav.hd-tabs", "nav.hd-nav"])
def test_the_menu_leads_on_without_script(menu: str, site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/"), script=False, width=PHONE if menu == "nav.hd-nav" else 1280)
    page.locator(f"{menu} a[href$='introduction/']").click()
    expect(page).to_have_url(site.url("en/introduction/"))


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_a_page_without_script_shows_nothing_that_needs_it(
    width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url("en/frameworks/power-spectrum/"), width=width, script=False)
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("header label:visible")).to_have_count(0)
    expect(page.locator("header input:visible")).to_have_count(0)


def words_drawn_on_pages(pdf: bytes) -> list[int]:
    """How many pieces of text each page of Chromium's PDF draws, found without a PDF reader."""
    objects = dict(re.findall(rb"(?<=\n)(\d+) 0 obj\s(.*?)\sendobj", pdf, re.DOTALL))
    drawn = []
    for content in objects.values():
        if not re.search(rb"/Type\s*/Page\b", content):
            continue
        found = re.search(rb"/Contents\s+(\d+) 0 R", content)
        assert found is not None
        head, _, rest = objects[found[1]].partition(b"stream\n")
        length = re.search(rb"/Length\s+(\d+)", head)
        assert length is not None
        stream = rest[: int(length[1])]
        if b"/FlateDecode" in head:
            stream = zlib.decompress(stream)
        drawn.append(len(re.findall(rb"T[jJ]\b", stream)))
    return drawn


def test_a_print_shows_the_words_without_menus_and_no_empty_page(
    kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    page = look_at(guide.url(guide.pair(kind.english, "cy")), scheme="dark")
    page.emulate_media(media="print", color_scheme="light")
    for menu in ("header", "nav.hd-tabs", "nav.hd-nav", "nav.hd-path", "nav.hd-steps-between"):
        for element in page.locator(menu).all():
            expect(element).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    drawn = words_drawn_on_pages(page.pdf(format="A4", prefer_css_page_size=True))
    assert drawn != []
    assert min(drawn) > 0, drawn


MOVED = """since => new Promise(done => {
  const tell = ({ value, sources }) => [value, ...sources.map(({ node }) => node?.className)]
  const wait = new PerformanceObserver(list =>
    done(list.getEntries().filter(each => each.startTime > since && each.value > .005).map(tell)))
  wait.observe({ type: "layout-shift", buffered: true })
  // Where nothing has moved, there is nothing to observe.
  requestAnimationFrame(() => requestAnimationFrame(() => done([])))
})"""
"""What has moved since a time by more than a hair, and how much of the screen it took along."""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["frameworks", "references", "workshop-pack"])
def test_nothing_moves_on_a_page_when_its_scripts_come_late(
    path: str, width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url("en/about/"), width=width)
    late: list[Route] = []
    page.route("**/*.mjs", lambda route: late.append(route))
    page.goto(site.url(f"en/{path}/"), wait_until="commit")
    expect(page.locator("footer").last).to_be_attached()
    page.evaluate(DRAWN)
    assert late
    since = page.evaluate("performance.now()")
    page.route("**/*.mjs", lambda route: route.continue_())
    for route in late:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.evaluate(DRAWN)
    assert page.evaluate(MOVED, since) == []
