"""What links explain, shown beside them, for pointer, keyboard and finger (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .serving import LANGUAGES, Site
from .test_accessibility import show_in, violations
from .visiting import DESKTOP, PHONE, TIMEOUT, OpenPage, tab_to

WATERING = "en/frameworks/watering/"
CITATION = ".hd-text a.hd-cite"
TERM = "a.hd-term"
REFERENCE = (
    "Spade, S. and Fork, F. (2021) ‘Water and the root’, Journal of Small Gardens, 3, pp. 12–19."
)
STYLED = """async () => {
  const link = document.querySelector("link[href$='popover.css']")
  if (!link.sheet) await new Promise(done => link.addEventListener("load", done))
  await new Promise(done => setTimeout(done))
}"""
"""Waits until all that shows notes is there and has had its turn."""
CITED = "Every place that cites it"


def note(page: Page) -> Locator:
    return page.locator(".hd-popover")


def has_focus(locator: Locator) -> bool:
    return bool(locator.evaluate("element => element === document.activeElement"))


def test_the_keyboard_reads_a_reference_and_goes_into_it_and_on(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WATERING))
    tab_to(page, CITATION)
    expect(note(page)).to_have_text(f"{REFERENCE}{CITED}")
    link = page.locator(CITATION).first
    expect(link).to_have_accessible_description(f"{REFERENCE} {CITED}")
    assert link.get_attribute("title") is None
    page.keyboard.press("Tab")
    assert has_focus(note(page).get_by_role("link", name=CITED))
    expect(note(page)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    assert has_focus(link)
    expect(note(page)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(note(page)).to_have_count(0)


def test_escape_takes_a_note_away_and_leaves_the_focus(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(WATERING))
    tab_to(page, CITATION)
    link = page.locator(CITATION).first
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    assert has_focus(link)
    expect(link).not_to_have_attribute("aria-describedby", "note--shown")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    assert has_focus(link)


def test_a_note_that_the_reader_no_longer_wants_when_it_comes_stays_away(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(WATERING))
    held: list[Route] = []
    page.route("**/popover.mjs", lambda route: held.append(route))
    with page.expect_request("**/popover.mjs"):
        tab_to(page, CITATION)
    page.keyboard.press("Escape")
    held[0].continue_()
    expect(page.locator("hd-popover:defined")).to_have_count(1)
    page.evaluate(STYLED)
    assert note(page).count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)


def test_a_note_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WATERING))
    page.locator(CITATION).first.hover()
    expect(note(page)).to_contain_text(REFERENCE)
    note(page).hover()
    expect(note(page)).to_be_visible()
    page.locator("h1").hover()
    expect(note(page)).to_have_count(0)


def test_escape_takes_away_what_the_pointer_opened(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(WATERING))
    page.locator(CITATION).first.hover()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)


def test_a_citation_leads_to_its_reference_at_the_foot(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(WATERING))
    tab_to(page, CITATION)
    page.keyboard.press("Enter")
    expect(note(page)).to_have_count(0)
    expect(page.locator(":target")).to_have_text(REFERENCE)
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_term_is_explained_where_it_first_stands_and_nowhere_else(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(WATERING, "cy")))
    term = page.locator(TERM)
    expect(term).to_have_text(["gwreiddiau"])
    assert page.locator("main").inner_text().count("gwreiddiau") > 1
    term.hover()
    expect(note(page)).to_contain_text("Yn yr eirfa")
    expect(note(page)).to_contain_text("Y rhan o blanhigyn sy’n yfed. Gweler Sbectrwm y dŵr.")
    note(page).get_by_role("link", name="gwreiddyn").click()
    expect(page.locator(":target dt")).to_contain_text("gwreiddyn")


def test_a_link_to_an_entry_shows_its_kind_title_and_summary(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url("en/glossary/"))
    page.locator("a[data-note=entry--soil-ladder]").hover()
    expect(note(page).locator("p")).to_have_text(
        ["Framework", "The soil ladder", "Three things that every bed needs."]
    )


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_stays_on_the_screen_and_axe_finds_nothing_in_it(
    language: str, width: int, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(WATERING, language)), width=width)
    tab_to(page, CITATION)
    box = note(page).bounding_box()
    assert box is not None
    assert min(box["x"], box["y"]) >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 800
    assert violations(page) == []
    show_in(page, "dark")
    assert violations(page, colours_only=True) == []


def test_a_note_that_is_higher_than_its_room_scrolls_and_leaves_its_link_in_sight(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WATERING), width=320)
    page.set_viewport_size({"width": 320, "height": 256})
    tab_to(page, CITATION)
    box = note(page).bounding_box()
    assert box is not None
    line = page.locator(CITATION).first.evaluate("link => link.getClientRects()[0].toJSON()")
    assert box["y"] >= line["bottom"] or box["y"] + box["height"] <= line["top"]
    assert note(page).evaluate("note => note.scrollHeight > note.clientHeight")


def test_a_finger_sees_the_note_first_and_then_follows_the_link(
    seeds: Site, browser: Browser
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": PHONE, "height": 800})
    context.set_default_timeout(TIMEOUT)
    page = context.new_page()
    page.goto(seeds.url(WATERING))
    page.locator(CITATION).first.tap()
    expect(note(page)).to_contain_text(REFERENCE)
    assert "#" not in page.url
    page.locator(CITATION).first.tap()
    expect(page).to_have_url(seeds.url(f"{WATERING}#ref--spade2021"))
    context.close()


def test_without_script_and_in_print_links_are_links_and_the_list_stands_at_the_end(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WATERING), script=False)
    page.locator(CITATION).first.click()
    expect(page.locator(":target")).to_have_text(REFERENCE)
    page = look_at(seeds.url(WATERING))
    tab_to(page, CITATION)
    page.emulate_media(media="print")
    expect(note(page)).to_be_hidden()
    expect(page.locator("#ref--spade2021")).to_be_visible()


FETCHED = """() => performance.getEntriesByType("resource")
  .map(({ name }) => name.split("/").at(-1)).filter(name => name.startsWith("popover"))
"""


def test_what_shows_notes_is_fetched_when_a_reader_first_comes_to_such_a_link(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WATERING))
    assert page.evaluate(FETCHED) == []
    tab_to(page, CITATION)
    expect(note(page)).to_be_visible()
    assert sorted(page.evaluate(FETCHED)) == ["popover.css", "popover.mjs"]


def test_notes_are_not_searched(seeds: Site) -> None:
    index = (seeds.folder / "en" / "search" / "search_index.json").read_text("utf-8")
    assert index.count("Rotted matter") == 1
