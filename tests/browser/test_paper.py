"""A page printed from the browser: what stands on each sheet of paper."""

from __future__ import annotations

import io
from unicodedata import normalize

import pytest
from playwright.sync_api import Page

from ..render.sheets.reading import Pdf
from .serving import LANGUAGES, Site
from .visiting import OpenPage

PAGE = "en/conversations/end-of-season/"
HEADS = {
    "cy": ("Diwedd y tymor · Gardd lysiau · Cymraeg", "Tudalen {} o {}"),
    "en": ("The end of the season · A vegetable garden · English", "Page {} of {}"),
}


def print_page(page: Page) -> Pdf:
    """What the browser puts on paper."""
    page.emulate_media(media="print")
    return Pdf(io.BytesIO(page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_tells_its_title_its_language_and_its_number(
    language: str, script: bool, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(PAGE, language)), script=script)
    printed = print_page(page)
    count = len(printed.pages)
    head, number = HEADS[language]
    assert count > 1
    for place in range(count):
        words = printed.drawn_on(place)
        assert head in words
        assert number.format(place + 1, count) in words


def test_paper_leads_back_by_a_code_and_a_short_address(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PAGE))
    way = page.locator(".hd-way-back")
    assert not way.is_visible()
    page.emulate_media(media="print")
    assert way.is_visible()
    assert way.get_by_role("img").get_attribute("aria-label") == (
        "QR code that opens this page on the web"
    )
    address = page.locator(".hd-way-back-address").inner_text()
    assert address.startswith("gardd.example.org/")
    assert not page.locator('[id="sheets--"]').is_visible()
    look_at(seeds.url(address.removeprefix("gardd.example.org/"))).wait_for_url(seeds.url(PAGE))


def test_a_short_address_leads_on_without_script(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PAGE), script=False)
    address = page.locator(".hd-way-back-address").text_content() or ""
    short = seeds.url(address.removeprefix("gardd.example.org/"))
    look_at(short, script=False).wait_for_url(seeds.url(PAGE))
    # Without an icon of its own, Chromium would ask for one that no site has.
    written = (seeds.folder / short.removeprefix(seeds.url("")) / "index.html").read_text("utf-8")
    assert 'rel="icon" type="image/svg+xml" href="../assets/hadau/seed.svg"' in written


def test_a_choice_in_a_quiz_is_a_box_to_write_in_until_it_is_made(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url("en/quizzes/soil-quiz/"))
    page.emulate_media(media="print")
    choices = page.locator("[data-question=signs] select")
    choices.first.select_option(index=1)
    assert choices.evaluate_all("all => all.map(each => getComputedStyle(each).color)") == [
        "rgb(0, 0, 0)",
        "rgba(0, 0, 0, 0)",
    ]


def test_nothing_of_a_page_is_drawn_beside_the_paper(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PAGE), width=360)
    printed = print_page(page)
    assert len(printed.pages) > 1
    assert printed.outside() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_stays_with_the_first_question_below_it(
    language: str, site: Site, look_at: OpenPage
) -> None:
    heading, first = {
        "cy": ("Profwch eich hun", "Cwestiwn 1"),
        "en": ("Check yourself", "Question 1"),
    }[language]
    for entry in ("collaborative-advantage", "trust", "four-fears"):
        page = look_at(site.url(site.pair(f"en/frameworks/{entry}/", language)))
        page.locator("[id='check--']").scroll_into_view_if_needed()
        page.locator(".hd-question button").first.wait_for()
        printed = print_page(page)
        sheets = [printed.drawn_on(place) for place in range(len(printed.pages))]
        together = [heading in words for words in sheets if first in words]
        assert (entry, together[:1]) == (entry, [True])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_to_fill_in_stays_with_what_is_said_about_it(
    language: str, site: Site, look_at: OpenPage
) -> None:
    head = {"cy": "Erbynpryd", "en": "Bywhen"}[language]
    page = look_at(site.url(site.pair("en/checklists/climb-the-pyramid/", language)))
    said = "".join(page.locator("[id='record--text']").inner_text().split())
    for higher in (0, 40, 80):
        page.locator("#record").evaluate("(its, mm) => { its.style.marginTop = `${mm}mm` }", higher)
        printed = print_page(page)
        drawn = [printed.drawn_on(place) for place in range(len(printed.pages))]
        sheets = ["".join(normalize("NFKC", words).split()) for words in drawn]
        assert (higher, [said in words for words in sheets if head in words]) == (higher, [True])
