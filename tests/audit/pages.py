"""Every page of a built site, and one page of each kind, looked at in a browser."""

from __future__ import annotations

import io
import re
import urllib.error
import urllib.request
from functools import cache

from playwright.sync_api import Page

from ..browser.reading import read_page
from ..browser.serving import Site
from ..browser.test_accessibility import violations
from ..browser.test_keyboard import faults_of_stops
from ..browser.test_layout import NARROW, words_drawn_on_pages
from ..browser.visiting import DESKTOP, PHONE, SCHEMES, Visit
from ..render.sheets.reading import Pdf
from . import checks
from .finding import Found

WIDTHS = (PHONE, DESKTOP)
LOST = "no-such-page/"
"""An address at which the site shows the page for lost readers."""


def list_pages(site: Site) -> list[str]:
    """The path of every page, the one for lost readers included."""
    return [*site.alternates, LOST]


def list_kinds(site: Site) -> dict[str, str]:
    """For each kind of page in each language, the path of its longest page."""
    longest: dict[str, tuple[int, str]] = {}
    for path in list_pages(site):
        _, html = site.fetch(path)
        kind = f"{path.split('/')[0] if path[:3] in ('cy/', 'en/') else 'both'} {kind_of(html)}"
        longest[kind] = max(longest.get(kind, (0, "")), (len(html), path))
    return {kind: path for kind, (_, path) in sorted(longest.items())}


def kind_of(html: str) -> str:
    """The kind of a page, by what stands on it."""
    tool = re.search(r'hadau/tools/(?!tool\.)([\w-]+)\.mjs"', html)
    top = re.search(r'class="hd-block hd-top[^"]*" data-kind="([\w-]+)"', html)
    if tool or top:
        return tool[1] if tool else top[1] if top else ""
    marks = ("hd-hero", "landing-ways", "hd-lost")
    return next((mark for mark in marks if f'"{mark}' in html), "other")


def look_at_page(looker: Visit, unscripted: Visit, site: Site, path: str) -> Found:
    """Everything that is asked of every page."""
    found = Found()
    page = open_page(looker, site, path, DESKTOP)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            checks.put_in(page, scheme)
            found.note("axe", f"{path} {width} {scheme}", violations(page))
    checks.put_in(page, "light")
    found.note("motion", path, checks.moving(page))
    page.set_viewport_size({"width": PHONE, "height": 800})
    found.note("order", path, checks.out_of_order(page))
    page.set_viewport_size({"width": NARROW, "height": 800})
    found.note("reflow", path, checks.overflows(page))
    found.note("spacing", path, checks.crowded(page))
    found.note("unstyled", path, checks.lost_without_style(page))
    page = open_page(unscripted, site, path, PHONE)
    found.note("unscripted", path, checks.missing_without_script(page))
    found.note("unscripted links", path, *dead_links(site, path))
    found.note("browser", path, [*looker.faults, *unscripted.faults])
    looker.faults.clear()
    unscripted.faults.clear()
    return found


def look_at_kind(looker: Visit, site: Site, path: str) -> Found:
    """What is asked of one page of each kind."""
    found = Found()
    for width in WIDTHS:
        page = open_page(looker, site, path, width)
        found.note("keyboard", f"{path} {width}", stops(page))
    page = open_page(looker, site, path, DESKTOP)
    page.emulate_media(forced_colors="active")
    found.note("forced colours", path, checks.unseen_in_forced_colours(page))
    found.note("axe", f"{path} forced colours", violations(page))
    found.note("keyboard", f"{path} forced colours", stops(page))
    page.emulate_media(forced_colors="none")
    page = open_page(looker, site, path, DESKTOP)
    found.note("print", path, faults_on_paper(page))
    page.emulate_media(media="screen")
    found.note("browser", path, looker.faults)
    looker.faults.clear()
    return found


def open_page(looker: Visit, site: Site, path: str, width: int) -> Page:
    """A page as a reader who comes to the site for the first time sees it."""
    page = looker.page
    if page.url != "about:blank":
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.goto("about:blank")
    return looker.open(site.url(path), width=width, scheme="light", missing=path.startswith(LOST))


FROM_THE_START = """() => {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute("tabindex")
}"""


def show_late_parts(page: Page) -> None:
    """Bring near what a page fetches only when a reader comes near to it."""
    late = page.locator("[data-near]")
    if late.count():
        late.first.scroll_into_view_if_needed()
        page.locator("[data-question] button").first.wait_for()


def stops(page: Page, *, whole: bool = True, most: int = 2000) -> list[str]:
    """What is wrong at the stops of the Tab key, from the start or from where the focus is."""
    if whole:
        show_late_parts(page)
        page.evaluate(FROM_THE_START)
    try:
        return faults_of_stops(page, least=2, most=most, whole=whole)
    except AssertionError as error:
        return [str(error)]


def faults_on_paper(page: Page) -> list[str]:
    """What is wrong with a page that is printed."""
    page.emulate_media(media="print", color_scheme="light")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    faults = [f"beside the paper: {words}" for words in Pdf(io.BytesIO(printed)).outside()]
    if min(words_drawn_on_pages(printed), default=0) == 0:
        faults.append("an empty sheet")
    for part in ("header", "nav", "button"):
        faults += [
            f"on paper: {part} {each.inner_text()[:40]}"
            for each in page.locator(part).all()
            if each.is_visible()
        ]
    if not page.locator("h1").first.is_visible():
        faults.append("no heading on paper")
    return faults


def dead_links(site: Site, path: str) -> tuple[list[str], int]:
    """The links of a page that lead nowhere on the site, and how many links were followed."""
    _, html = site.fetch(path)
    hrefs = read_page(html).hrefs()
    own = {site.follow(path, href) for href in hrefs if not re.match(r"[a-z]+:", href)} - {path}
    return [f"leads nowhere: {to}" for to in sorted(own) if not answers(site.url(to))], len(own)


@cache
def answers(url: str) -> bool:
    """Whether something is there to read or to take away."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return bool(answer.read(1))
    except urllib.error.HTTPError:
        return False
