"""A reader without a mouse reaches everything, sees where the focus is, and loses it nowhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ..figures import count
from .serving import LANGUAGES, Site
from .visiting import (
    DESKTOP,
    LANDING,
    NOT_FOUND,
    PHONE,
    SCHEMES,
    TABLET,
    Kind,
    OpenPage,
    Scheme,
    tab_to,
)

ENTRY = "en/frameworks/power-spectrum/"
DRAWER = "button[data-hd=drawer]"

FOCUSED = """async () => {
  window.stops ??= new Set()
  const look = () => {
    const here = document.activeElement
    if (!here || here === document.body) return null
    stops.add(here)
    const seen = here.matches(".md-option") ? here.nextElementSibling : here
    const box = seen.getBoundingClientRect()
    const card = here.closest(".hd-card")
    // A link that runs over two lines has nothing of its own in the middle of them.
    const onTop = [seen, ...seen.children].some(part => [...part.getClientRects()].some(piece => {
      const x = Math.min(Math.max(piece.x + piece.width / 2, 0), innerWidth - 1)
      const y = Math.min(Math.max(piece.y + piece.height / 2, 0), innerHeight - 1)
      const top = document.elementFromPoint(x, y)
      return !!top && (seen.contains(top) || top.contains(seen) || !!card?.contains(top))
    }))
    const rings = [seen, card].filter(Boolean).map(element => getComputedStyle(element))
    const room = here.querySelector(".hd-map-room")
    const drawn = room && parseFloat(getComputedStyle(room).strokeWidth) >= 3
    return {
      name: `${here.tagName} ${here.getAttribute("class")} ${here.textContent.slice(0, 30)}`,
      ring: drawn || rings.some(({ outlineStyle, outlineWidth }) =>
        outlineStyle !== "none" && parseFloat(outlineWidth) >= 2),
      large: box.width > 0 && box.height > 0,
      shown: seen.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
      inside: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      on_top: onTop,
    }
  }
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const state = look()
  if (!state || !Object.values(state).includes(false)) return state
  // A busy machine scrolls to the focus a little later, and so does a page that search held still.
  const held = () => document.body.matches("[data-md-scrolllock]")
  for (let wait = 0; wait < 60 && held(); wait++) await frame()
  await frame()
  await frame()
  return look()
}"""

UNREACHED = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']"
  const alone = [...document.querySelectorAll(controls)].filter(control =>
    control.checkVisibility({ checkVisibilityCSS: true }) && !control.disabled
    && !control.closest("[inert]") && !stops.has(control))
  // Tab reaches one radio button of a group, and arrows the others.
  const groups = new Set([...stops].filter(stop => stop.type === "radio").map(stop => stop.name))
  return alone.filter(control => control.type !== "radio" || !groups.has(control.name))
    .map(control => control.outerHTML.slice(0, 120))
}"""
"""What can be used with a pointer, and has had no focus."""


def faults_of_focus(page: Page) -> list[str] | None:
    """What is wrong at the element that has the focus, if one has."""
    state = page.evaluate(FOCUSED)
    if state is None:
        return None
    name = " ".join(state.pop("name").split())
    return [f"{name}: not {test}" for test, passed in state.items() if not passed]


def faults_of_stops(
    page: Page, *, least: int = 5, most: int = 400, whole: bool = True
) -> list[str]:
    """What is wrong at the stops of the Tab key, from where the focus is to the last.

    A page is walked as a whole from its beginning: then every control must have been a stop.
    """
    faults: list[str] = []
    page.evaluate("window.stops = new Set()")
    for stop in range(most):
        page.keyboard.press("Tab")
        found = faults_of_focus(page)
        if found is None:
            assert stop >= least
            count("stops", stop)
            missed = page.evaluate(UNREACHED) if whole else []
            return faults + [f"not reached: {control}" for control in missed]
        faults += found
    raise AssertionError(f"the focus is still on the page after {most} presses of Tab")


def test_every_stop_of_the_tab_key_can_be_seen_and_has_a_ring(
    kind: Kind, guide: Site, look_at: OpenPage
) -> None:
    assert faults_of_stops(look_at(guide.url(kind.english))) == []


@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_stop_can_be_seen_at_each_width_and_in_each_palette(
    scheme: Scheme, width: int, site: Site, look_at: OpenPage
) -> None:
    assert faults_of_stops(look_at(site.url("en/about/"), width=width, scheme=scheme)) == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("lonely", [LANDING, NOT_FOUND], ids=str)
def test_every_stop_can_be_seen_on_a_page_without_menus(
    lonely: Kind, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(lonely.english), width=width, missing=lonely is NOT_FOUND)
    assert faults_of_stops(page, least=2) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_skip_link_comes_first_and_leads_past_the_menus(
    language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(ENTRY, language)))
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
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(ENTRY, language)), width=width)
    opener = page.locator(DRAWER)
    menu = page.locator(".md-sidebar--primary")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu.locator("a").first).not_to_be_visible()

    tab_to(page, DRAWER)
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(menu.locator("a").first).to_be_focused()
    expect(menu.locator("a").first).to_be_in_viewport()

    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()
    expect(menu.locator("a").first).not_to_be_visible()


def test_the_focus_never_goes_behind_the_open_menu(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(ENTRY), width=PHONE)
    tab_to(page, DRAWER)
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    for key in ("Shift+Tab", "Tab"):
        for _ in range(60):
            page.keyboard.press(key)
            assert not faults_of_focus(page)


def test_a_link_of_the_open_menu_leads_to_its_page_or_its_place(
    site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY), width=PHONE)
    page.locator(DRAWER).click()
    page.locator(".md-sidebar--primary a[href='#watch-for']").click()
    expect(page.locator("#watch-for")).to_be_in_viewport()
    expect(page.locator(".md-sidebar--primary a").first).not_to_be_visible()
    expect(page.locator(DRAWER)).to_have_attribute("aria-expanded", "false")
    page.locator(DRAWER).click()
    page.locator(".md-sidebar--primary a[href$='introduction/']").click()
    expect(page).to_have_url(site.url("en/introduction/"))


def test_the_closed_menu_of_a_phone_holds_no_stop(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(ENTRY), width=PHONE)
    links = page.locator(".md-sidebar--primary a")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    assert links.count() > 5


def test_boxes_are_ticked_with_the_space_bar(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/checklists/should-we-collaborate/"))
    boxes = page.locator("main input[type=checkbox]")
    assert boxes.count() > 1
    tab_to(page, "main input[type=checkbox]")
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(boxes.nth(1)).to_be_checked()
    page.keyboard.press("Space")
    expect(boxes.nth(1)).not_to_be_checked()
    expect(boxes.first).to_be_checked()


def test_each_box_is_named_by_the_words_beside_it(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/checklists/should-we-collaborate/"))
    for label in page.locator("label.hd-tick").all():
        words = " ".join(label.inner_text().split())
        expect(label.locator("input")).to_have_accessible_name(words)


def test_a_number_of_a_scale_is_chosen_with_the_arrow_keys(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/conversations/what-do-i-do-well/"))
    scale = page.locator("fieldset.hd-scale").first
    numbers = scale.locator("input[type=radio]")
    tab_to(page, "main fieldset.hd-scale input[type=radio]")
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


def test_a_field_takes_every_letter_that_is_typed(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("en/conversations/what-do-i-do-well/"))
    field = page.locator("main textarea").first
    tab_to(page, "main textarea")
    words = "snap, flip / spin."
    page.keyboard.type(words)
    expect(field).to_have_value(words)
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ",", "."])
def test_a_single_letter_does_nothing_outside_a_field(
    key: str, site: Site, look_at: OpenPage
) -> None:
    """A reader who speaks to the computer would leave the page by chance (WCAG 2.1.4)."""
    page = look_at(site.url(ENTRY))
    page.locator("nav.hd-path a").first.focus()
    page.keyboard.press(key)
    # A page that was left would be gone before this second key moved the focus on it.
    page.keyboard.press("Tab")
    expect(page.locator("nav.hd-path a").nth(1)).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page).to_have_url(site.url(ENTRY))
