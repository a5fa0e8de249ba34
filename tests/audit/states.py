"""States that a reader puts pages into: each is reached as a reader reaches it, and then judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from playwright.sync_api import Page, expect

from ..browser.serving import Site
from ..browser.test_accessibility import violations
from ..browser.test_layout import NARROW
from ..browser.visiting import PHONE, SCHEMES, Visit
from . import checks
from .finding import Found
from .pages import WIDTHS, open_page, show_late_parts, stops

Walk = Literal["page", "on", "none"]


class State(NamedTuple):
    """A state, and the kinds of page that can be in it."""

    name: str
    kinds: tuple[str, ...]
    reach: Callable[[Page], None]
    widths: tuple[int, ...] = WIDTHS
    walk: Walk = "page"
    """Where the Tab key is pressed: from the start of the page, or from where the focus is. A menu
    in front of the page lets the focus go nowhere else, which tests/browser/ tries."""


def open_menu(page: Page) -> None:
    page.locator("button[data-hd=drawer]").click()
    expect(page.locator(".md-sidebar--primary a").first).to_be_in_viewport()


def open_search(page: Page, words: str) -> None:
    button = page.locator("button[data-hd=search]")
    (button if button.is_visible() else page.locator(".md-search__input")).click()
    page.locator(".md-search__input").fill(words)


def search_and_find(page: Page) -> None:
    open_search(page, page.locator(".hd-tabs a").nth(1).text_content() or "")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    page.locator(".hd-search-filters summary").click()
    expect(page.locator(".hd-search-filters select").first).to_be_visible()


def search_in_vain(page: Page) -> None:
    before = page.locator("#search--status").text_content() or ""
    open_search(page, "xyzzyqqq")
    expect(page.locator("#search--status")).not_to_have_text(before)


def search_lost(page: Page) -> None:
    open_search(page, "a")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)


def explain_link(page: Page) -> None:
    link = page.locator("article a[data-note]:visible").first
    link.focus()
    # Focus that a script gives counts as the keyboard's once a key has been pressed.
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".hd-popover")).to_be_visible()


def set_beside(page: Page) -> None:
    page.locator("hd-sides button").click()
    expect(page.locator("h1 .hd-side")).to_have_count(2)


def open_details(page: Page) -> None:
    show_late_parts(page)
    closed = page.locator("article details:not([open]) > summary:visible")
    for _ in range(25):
        if closed.count():
            closed.first.click()


def fill_in(page: Page) -> None:
    """Tick, choose and write wherever a page lets a reader do so."""
    article = page.locator("article")
    for box in article.locator("input[type=checkbox]:visible").all():
        box.check()
    groups = article.locator("fieldset").filter(has=page.locator("input[type=radio]"))
    for group in groups.all():
        group.locator("input[type=radio]").nth(1).check()
    fields = "textarea, input[type=text], input:not([type]), input[inputmode=numeric]"
    for field in article.locator(fields).locator("visible=true").all():
        if field.get_attribute("readonly") is None:
            field.fill("12")
    for select in article.locator("[data-question] select:visible").all():
        select.select_option(index=1)


def answer_quiz(page: Page) -> None:
    """Every question answered and checked, and the score at the end."""
    page.locator("article [data-question]").first.scroll_into_view_if_needed()
    expect(page.locator("[data-question] .hd-press--first").first).to_be_visible()
    for question in page.locator("article [data-question]").all():
        for _ in range(9):
            step = question.locator("[data-scene]:visible input[type=radio]:visible").first
            for group in question.locator("fieldset:visible").all():
                group.locator("input").first.check()
            for field in question.locator("input:not([type=radio], [type=checkbox]):visible").all():
                field.fill("12")
            for select in question.locator("select:visible").all():
                select.select_option(index=1)
            check = question.locator(".hd-press--first:visible")
            if not check.count():
                break
            check.first.click()
            if not step.count():
                break
    expect(page.locator(".hd-verdict-word:visible").first).to_be_visible()


def review_quiz(page: Page) -> None:
    """What stands below each answer, opened, and the score in sight."""
    answer_quiz(page)
    for summary in page.locator("[data-question] summary:visible").all():
        summary.click()
    expect(page.locator(".hd-score").first).not_to_be_empty()


def use_tool(page: Page) -> None:
    """A result, the link to it, and those of others beside it."""
    if page.locator("[data-step-on]").count():
        for _ in range(20):
            if not page.locator("[data-step-on]:visible").count():
                break
            page.locator("[data-step] input:visible").first.check()
            page.locator("[data-step-on]:visible").click()
    else:
        for group in page.locator("hd-tool fieldset:has(input[type=radio])").all():
            group.locator("input[type=radio]").nth(2).check()
        for field in page.locator("hd-tool :is([type=text], textarea)[name]:visible").all():
            field.fill("12")
        page.locator("[data-do=show]").click()
    expect(page.locator("#result--title")).to_be_visible()
    page.locator("#tool--name").fill("Siân")
    page.locator("[data-do=link]").click()
    link = page.locator("#tool--link").input_value()
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill(f"{link} {link}")
    page.locator("[data-do=team]").click()
    expect(page.locator(".hd-team")).not_to_be_empty()
    for summary in page.locator("hd-tool details:not([open]) > summary:visible").all():
        summary.click()


def see_result_of_another(page: Page) -> None:
    use_tool(page)
    link = page.locator("#tool--link").input_value()
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("[data-part=viewed]")).to_be_visible()


def make_pack(page: Page) -> None:
    groups = page.locator("hd-pack fieldset:has(input[type=checkbox])")
    for group in groups.all()[:3]:
        group.locator("input[type=checkbox]").first.check()
    page.locator("hd-pack input[type=time]").fill("09:30")
    page.locator("hd-pack input[value=both]").check()
    expect(page.locator(".hd-pack-order li")).to_have_count(3)


def cut_down(page: Page) -> None:
    """A list by what a reader has chosen."""
    select = page.locator("main form:visible select").first
    select.select_option(index=1)
    expect(page.locator("main form:visible [role=status]")).not_to_be_empty()


def keep_notes(page: Page) -> None:
    """The page of notes when something is kept."""
    note = '{"version":1,"kind":"quiz","when":"2026-01-01T00:00:00.000Z","value":{"answers":{}}}'
    exercises = page.locator("hd-notes script").text_content() or "{}"
    name = page.evaluate("said => Object.keys(JSON.parse(said).exercises)[0]", exercises)
    page.evaluate("([name, note]) => localStorage.setItem(`/.hadau.${name}`, note)", [name, note])
    page.reload()
    expect(page.locator(".hd-notes li")).not_to_have_count(0)
    for summary in page.locator("article summary:visible").all():
        summary.click()


def remember_language(page: Page) -> None:
    page.locator("button[data-hd=remember]").click()
    expect(page.locator("button[data-hd=remember]")).to_have_attribute("aria-pressed", "true")


TOOLS = ("scale-and-list", "weighing", "decision-path", "self-assessment")
STATES = (
    State("menu open", ("framework",), open_menu, (PHONE,), "none"),
    State("search with results", ("hd-hero",), search_and_find, walk="on"),
    State("search without results", ("hd-hero",), search_in_vain, walk="on"),
    State("search of the lost", ("hd-lost",), search_lost, walk="on"),
    State("link explained", ("framework", "glossary"), explain_link, walk="on"),
    State("side by side", ("framework", "glossary", "quiz", "checklists", "prose"), set_beside),
    State("details open", ("framework", "glossary", "references"), open_details),
    State("filled in", ("checklists", "conversations"), fill_in),
    State("quiz answered", ("quiz", "framework"), answer_quiz),
    State("quiz reviewed", ("quiz",), review_quiz),
    State("tool used", TOOLS, use_tool),
    State("result of another", TOOLS, see_result_of_another),
    State("pack made", ("pack",), make_pack),
    State("list cut down", ("kind", "section", "references"), cut_down),
    State("notes kept", ("notes",), keep_notes),
    State("language remembered", ("hd-hero",), remember_language),
)


def look_at_state(looker: Visit, site: Site, state: State, path: str) -> Found:
    """A page in a state: axe in each palette, the keyboard and a narrow screen."""
    found = Found()
    for width in state.widths:
        place = f"{path} {width} {state.name}"
        page = open_page(looker, site, path, width)
        state.reach(page)
        if state.walk == "page":
            # What the header happens to lie over is no fault: readers scroll.
            page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        for scheme in SCHEMES:
            checks.put_in(page, scheme)
            found.note("axe", f"{place} {scheme}", violations(page))
        checks.put_in(page, "light")
        found.note("states", place, [])
        if width == PHONE:
            page.set_viewport_size({"width": NARROW, "height": 800})
            found.note("reflow", place, checks.overflows(page))
            page.set_viewport_size({"width": width, "height": 800})
        if state.walk != "none":
            found.note("keyboard", place, stops(page, whole=state.walk == "page"))
    found.note("browser", f"{path} {state.name}", looker.faults)
    looker.faults.clear()
    return found
