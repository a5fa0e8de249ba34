"""A reader without a mouse reaches everything, sees where the focus is, and loses it nowhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, PHONE, Kind, OpenPage, tab_to

ENTRY = "en/frameworks/power-spectrum/"
TABLET = 1000
"""Wider than a phone, and too narrow for the menu beside the page."""

FOCUSED = """() => {
  const here = document.activeElement
  if (!here || here === document.body) return null
  const seen = here.matches(".md-option") ? here.nextElementSibling : here
  const box = seen.getBoundingClientRect()
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1)
  const top = document.elementFromPoint(x, y)
  const card = here.closest(".hd-card")
  const rings = [seen, card].filter(Boolean).map(element => getComputedStyle(element))
  return {
    name: `${here.tagName.toLowerCase()} ${here.className} ${here.textContent.trim().slice(0, 30)}`,
    ring: rings.some(ring => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2),
    large: box.width > 0 && box.height > 0,
    shown: seen.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
    inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    on_top: !!top && (seen.contains(top) || top.contains(seen) || !!card?.contains(top)),
  }
}"""


def faults_of_focus(page: Page) -> list[str]:
    """What is wrong at the element that has the focus."""
    state = page.evaluate(FOCUSED)
    if state is None:
        return []
    name = " ".join(state.pop("name").split())
    return [f"{name}: not {test}" for test, passed in state.items() if not passed]


@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_every_stop_of_the_tab_key_can_be_seen_and_has_a_ring(
    width: int, kind: Kind, guide: Site, open_page: OpenPage
) -> None:
    page = open_page(guide.url(kind.english), width=width)
    faults: list[str] = []
    stops = 0
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        faults += faults_of_focus(page)
    assert stops > 5
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_skip_link_comes_first_and_leads_past_the_menus(
    language: str, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(site.pair(ENTRY, language)))
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_text(
        {"cy": "Neidio i’r prif gynnwys", "en": "Skip to main content"}[language]
    )
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [PHONE, TABLET])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_of_a_phone_opens_takes_the_focus_and_gives_it_back(
    language: str, width: int, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(site.pair(ENTRY, language)), width=width)
    opener = page.locator("button[data-hd=drawer]")
    menu = page.locator(".md-sidebar--primary")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu.locator("a").first).not_to_be_visible()

    tab_to(page, opener)
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(menu.locator("a").first).to_be_focused()
    expect(menu.locator("a").first).to_be_in_viewport()

    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()
    expect(menu.locator("a").first).not_to_be_visible()


def test_the_focus_never_goes_behind_the_open_menu(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url(ENTRY), width=PHONE)
    tab_to(page, page.locator("button[data-hd=drawer]"))
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    for key in ("Shift+Tab", "Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            assert faults_of_focus(page) == []


def test_a_link_of_the_open_menu_leads_to_its_page_or_its_place(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(ENTRY), width=PHONE)
    page.locator("button[data-hd=drawer]").click()
    page.locator(".md-sidebar--primary a[href='#watch-for']").click()
    expect(page.locator("#watch-for")).to_be_in_viewport()
    expect(page.locator(".md-sidebar--primary a").first).not_to_be_visible()
    expect(page.locator("button[data-hd=drawer]")).to_have_attribute("aria-expanded", "false")
    page.locator("button[data-hd=drawer]").click()
    page.locator(".md-sidebar--primary a[href$='introduction/']").click()
    expect(page).to_have_url(site.url("en/introduction/"))


def test_the_closed_menu_of_a_phone_holds_no_stop(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url(ENTRY), width=PHONE)
    links = page.locator(".md-sidebar--primary a")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    assert links.count() > 5


def test_boxes_are_ticked_with_the_space_bar(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("en/checklists/should-we-collaborate/"))
    boxes = page.locator("main input[type=checkbox]")
    assert boxes.count() > 1
    tab_to(page, boxes.first)
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(boxes.nth(1)).to_be_checked()
    page.keyboard.press("Space")
    expect(boxes.nth(1)).not_to_be_checked()
    expect(boxes.first).to_be_checked()


def test_each_box_is_named_by_the_words_beside_it(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("en/checklists/should-we-collaborate/"))
    for label in page.locator("label.hd-tick").all():
        words = " ".join(label.inner_text().split())
        expect(label.locator("input")).to_have_accessible_name(words)


def test_a_number_of_a_scale_is_chosen_with_the_arrow_keys(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("en/conversations/what-do-i-do-well/"))
    scale = page.locator("fieldset.hd-scale").first
    numbers = scale.locator("input[type=radio]")
    tab_to(page, numbers.first)
    expect(scale.locator(":checked")).to_have_count(0)
    page.keyboard.press("Space")
    expect(numbers.first).to_be_checked()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(numbers.nth(2)).to_be_checked()
    expect(numbers.nth(2)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(numbers.nth(1)).to_be_checked()
    expect(scale.locator(":checked")).to_have_count(1)


def test_a_field_takes_every_letter_that_is_typed(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("en/conversations/what-do-i-do-well/"))
    field = page.locator("main textarea").first
    tab_to(page, field)
    words = "snap, flip / spin."
    page.keyboard.type(words)
    expect(field).to_have_value(words)
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ",", "."])
def test_a_single_letter_does_nothing_outside_a_field(
    key: str, site: Site, open_page: OpenPage
) -> None:
    """A reader who speaks to the computer would leave the page by chance (WCAG 2.1.4)."""
    page = open_page(site.url(ENTRY))
    page.locator("nav.hd-path a").first.focus()
    page.keyboard.press(key)
    # A page that was left would be gone before this second key moved the focus on it.
    page.keyboard.press("Tab")
    expect(page.locator("nav.hd-path a").nth(1)).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page).to_have_url(site.url(ENTRY))
