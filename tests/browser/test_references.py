"""The page of references: narrowed by what a reader chooses, and leading back to each citation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .serving import LANGUAGES, Site
from .test_accessibility import violations
from .visiting import PHONE, OpenPage

REFERENCES = "en/references/"
ITEMS = "#references--list > li:visible"


def test_the_list_is_narrowed_by_kind_and_section_and_says_how_far(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(REFERENCES, "cy")))
    items, status = page.locator(ITEMS), page.locator(".hd-filter [role=status]")
    expect(items).to_have_count(3)
    expect(status).to_be_empty()
    page.get_by_label("Math o waith").select_option(label="Llyfrau")
    expect(items).to_have_count(1)
    expect(status).to_have_text("1 cyfeiriad")
    page.get_by_label("Math o waith").select_option(label="Pob un")
    page.get_by_label("Rhan o’r canllaw").select_option(label="Hau a dyfrio")
    expect(status).to_have_text("3 chyfeiriad")
    page.get_by_label("Rhan o’r canllaw").select_option(label="Y pridd")
    expect(items).to_have_count(1)
    # A link to what is not shown brings everything back.
    page.evaluate("location.hash = 'ref--spade2021'")
    expect(items).to_have_count(3)
    expect(page.locator(":target")).to_be_in_viewport()


def test_without_script_the_list_is_whole_and_nothing_asks_for_a_choice(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(REFERENCES), script=False)
    expect(page.locator(ITEMS)).to_have_count(3)
    expect(page.locator(".hd-filter")).to_be_hidden()


def test_a_source_leads_to_the_sentences_that_cite_it(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(REFERENCES))
    source = page.locator("#ref--spade2021")
    source.locator("summary").click()
    expect(source.locator("summary")).to_have_text("Where it is cited: 4 places")
    sentence = "Too much water kills most seedlings, say Spade and Fork (2021, pp. 12–14)."
    source.get_by_role("link", name=sentence).click()
    expect(page).to_have_url(seeds.url("en/frameworks/watering/#cite--spade2021--1"))
    expect(page.locator(":target")).to_have_text("Spade and Fork (2021, pp. 12–14)")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_among_the_open_places(
    language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(REFERENCES, language)), width=PHONE)
    for summary in page.locator("main summary").all():
        summary.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_every_download_is_there_and_holds_its_source(seeds: Site) -> None:
    for path in (REFERENCES, seeds.pair(REFERENCES, "cy")):
        links = [a for a in seeds.page(path).one("main").all("a") if "download" in a.attributes]
        assert len(links) == 3 * (1 + 3)
        for link in links:
            status, content = seeds.fetch(seeds.follow(path, link.attributes["href"]))
            assert status == 200
            key = link.attributes.get("aria-label", ", spade2021").rpartition(", ")[2]
            assert key in content
