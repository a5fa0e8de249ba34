"""Both languages of a page side by side, and a language that is remembered when a reader asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .serving import Site
from .test_accessibility import violations
from .test_tools import PATH, RATING, SCALE, WEIGHING
from .visiting import DESKTOP, PHONE, SCHEMES, OpenPage, Scheme, tab_to

ENTRY = "en/frameworks/power-spectrum/"
QUIZ = "en/quizzes/soil-quiz/"


def put_beside(page: Page) -> None:
    page.locator("hd-sides button").click()
    expect(page.locator("hd-sides button")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_each_paragraph_stands_in_both_languages_welsh_first(
    language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(ENTRY, language) if language == "cy" else ENTRY))
    before = page.locator("article").inner_html()
    put_beside(page)
    sides = page.locator("h1 .hd-side")
    assert sides.evaluate_all("all => all.map(each => [each.lang, each.textContent])") == [
        ["cy", "Y sbectrwm grym"],
        ["en", "The power spectrum"],
    ]
    for place in ("#parts", ".hd-text p", ".hd-points li", ".hd-step-title", ".hd-example p"):
        pairs = page.locator(f"article {place}").first.locator(".hd-side")
        assert pairs.evaluate_all("all => all.map(each => each.lang)") == ["cy", "en"], place
    assert page.locator("figure svg").count() == 2
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    page.locator("hd-sides button").click()
    expect(page.locator("hd-sides button")).to_have_attribute("aria-pressed", "false")
    assert page.locator("article").inner_html().replace(' class=""', "") == before


@pytest.mark.parametrize(("width", "columns"), [(PHONE, 1), (DESKTOP, 2)])
def test_there_are_two_columns_where_there_is_room_for_them(
    width: int, columns: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY), width=width)
    put_beside(page)
    lefts = (
        page.locator(".hd-text p")
        .first.locator(".hd-side")
        .evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().left))")
    )
    assert len(set(lefts)) == columns
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_shows_the_addresses_of_other_hosts_alone(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(ENTRY))
    put_beside(page)
    page.emulate_media(media="print")
    links = page.locator("article .hd-side a[href]")
    assert links.count() > 5
    shown = links.evaluate_all(
        "all => all.filter(link => getComputedStyle(link, '::after').content.includes('127.0.0.1'))"
        ".map(link => link.href)"
    )
    assert shown == []


def test_an_address_says_that_both_are_shown(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(ENTRY))
    put_beside(page)
    assert page.url.endswith("/?sides")
    page.reload()
    expect(page.locator("h1 .hd-side")).to_have_count(2)


def test_what_a_reader_has_done_stays(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url("en/checklists/ready-to-sow/"))
    page.locator("article input[type=checkbox]").first.check()
    put_beside(page)
    expect(page.locator("article input[type=checkbox]").first).to_be_checked()
    assert page.locator(".hd-tick-words .hd-side").count() > 0
    page.locator("hd-sides button").click()
    expect(page.locator("article input[type=checkbox]").first).to_be_checked()


def test_words_sorted_in_each_language_are_beside_their_own(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url("en/glossary/"))
    put_beside(page)
    for term in ("mulch", "root", "slug-pest"):
        sides = page.locator(f"#{term} dt .hd-side")
        welsh, english = (side.inner_text() for side in sides.all())
        assert welsh.split() == english.split()[::-1]


def test_another_language_that_cannot_be_had_is_told_and_nothing_changes(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(ENTRY))
    before = page.locator("article > *:not(.hd-reading)").all_inner_texts()
    page.locator("hd-sides").evaluate("each => { each.dataset.other = '../../../guide.json' }")
    page.locator("hd-sides button").click()
    expect(page.locator("hd-sides [role=status]")).to_have_text(
        "The other language could not be fetched. Please try again."
    )
    expect(page.locator("hd-sides button")).to_have_attribute("aria-pressed", "false")
    assert page.locator("article > *:not(.hd-reading)").all_inner_texts() == before


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_languages_side_by_side_are_accessible(
    width: int, scheme: Scheme, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY), width=width, scheme=scheme)
    tab_to(page, "hd-sides button")
    page.keyboard.press("Enter")
    expect(page.locator("h1 .hd-side")).to_have_count(2)
    assert violations(page) == []


def test_without_script_a_page_still_says_that_it_is_there_in_welsh(
    site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY), script=False)
    way = page.locator(".hd-reading [lang=cy] a")
    expect(way).to_have_text("Mae’r dudalen hon ar gael yn Gymraeg")
    expect(page.locator("hd-sides button")).to_be_hidden()
    expect(page.locator("button[data-hd=remember]")).to_be_hidden()
    way.click()
    expect(page).to_have_url(site.url(site.pair(ENTRY, "cy")))


def test_a_language_is_remembered_when_asked_and_leads_nobody_away(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(site.pair(ENTRY, "cy")))
    page.goto(site.url("cy/"))
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('language'))") == []
    remember = page.locator("button[data-hd=remember]")
    remember.click()
    expect(remember).to_have_attribute("aria-pressed", "true")
    page.goto(site.url(ENTRY))
    expect(page).to_have_url(site.url(ENTRY))
    expect(page.locator(".hd-reading [lang=cy]")).to_have_class("hd-prefer")
    page.goto(site.url(""))
    expect(page).to_have_url(site.url(""))
    expect(page.locator("[data-hd-chosen=cy]")).to_be_visible()
    expect(page.locator("[data-hd-chosen=en]")).to_be_hidden()
    page.goto(site.url("cy/"))
    remember.click()
    expect(remember).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('language'))") == []


def test_the_switch_keeps_the_place_a_reader_has_scrolled_to(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(ENTRY))
    page.locator("#watch-for").scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.querySelector('#watch-for').offsetTop - 60)")
    page.locator("header .hd-language").click()
    expect(page).to_have_url(site.url(site.pair(ENTRY, "cy") + "#watch-for"))
    expect(page.locator("#watch-for")).to_be_in_viewport()


def test_the_switch_keeps_open_what_is_open(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(QUIZ))
    add = """document.querySelector("article").insertAdjacentHTML(
        "afterbegin", "<details class=mine><summary>a</summary>b</details>")"""
    page.evaluate(add)
    page.locator("details.mine").evaluate("each => { each.open = true }")
    page.locator("header .hd-language").evaluate("each => each.addEventListener('click', event => "
                                                 "event.preventDefault())")  # fmt: skip
    page.locator("header .hd-language").click()
    kept = page.evaluate("JSON.parse(Object.values(sessionStorage)[0])")
    assert kept["to"] == "/" + seeds.pair(QUIZ, "cy")
    assert 0 in kept["open"]


def test_choices_are_in_the_language_of_the_page_alone(seeds: Site, look_at: OpenPage) -> None:
    def choices() -> list[str]:
        page.locator("[id=check--]").scroll_into_view_if_needed()
        expect(page.locator("[data-question] option")).not_to_have_count(0)
        return page.locator("[data-question] option").all_inner_texts()

    page = look_at(seeds.url("en/frameworks/watering/"))
    alone = choices()
    page = look_at(seeds.url("en/frameworks/watering/"))
    put_beside(page)
    assert choices() == alone


SAID = """() => {
  const shown = document.querySelector("[data-part=result]").cloneNode(true)
  for (const side of shown.querySelectorAll(".hd-side:not(:lang(en))")) side.remove()
  return shown.textContent.replace(/\\s+/g, " ").trim()
}"""
"""A result, without what stands beside it in the other language."""


def use_tool(page: Page) -> str:
    """Choose the first of everything, and say what the tool then says in English."""
    while page.locator("[data-step-on]:visible").count():
        page.locator("[data-step] input").first.check()
        page.locator("[data-step-on]").click()
    if page.locator("[data-do=show]:visible").count():
        for group in page.locator("hd-tool fieldset:has(input[type=radio])").all():
            group.locator("input[type=radio]").nth(1).check()
        page.locator("[data-do=show]").click()
    expect(page.locator("#result--title")).to_be_visible()
    said: str = page.evaluate(SAID)
    return said


@pytest.mark.parametrize("tool", [SCALE, WEIGHING, PATH, RATING])
def test_a_tool_says_in_one_language_what_it_makes_of_the_words_of_a_page(
    tool: str, seeds: Site, look_at: OpenPage
) -> None:
    alone = use_tool(look_at(seeds.url(tool)))
    page = look_at(seeds.url(tool))
    put_beside(page)
    expect(page.locator("hd-tool .hd-side")).not_to_have_count(0)
    assert use_tool(page) == alone
