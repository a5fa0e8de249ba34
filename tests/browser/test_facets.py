"""Entries can be chosen by kind, part of the guide, time, people and who they are for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, PHONE, OpenPage, tab_to

LISTING = "en/conversations/"
SHOWN = ".hd-card[data-facets]:not([hidden])"


def titles(page: Page, selector: str) -> list[str]:
    return page.locator(f"{selector} .hd-card-title").all_inner_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_listing_is_whole_without_script(language: str, site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(site.pair(LISTING, language)), script=False)
    entries = [each for each in site.guide["entries"] if each["kind"] == "conversations"]
    expect(page.locator(SHOWN)).to_have_count(len(entries))
    expect(page.locator(".hd-filters")).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), [("cy", PHONE), ("en", DESKTOP)])
def test_a_listing_is_cut_down_by_keyboard_and_made_whole_again(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(LISTING, language)), width=width)
    every = titles(page, SHOWN)
    count = len(every)
    words = {"cy": "Yn dangos {} o {}", "en": "Showing {} of {}"}[language]
    status = page.locator(".hd-filters [role=status]")
    expect(status).to_have_text(words.format(count, count))
    tab_to(page, ".hd-filters select[name=people]")
    page.keyboard.press("ArrowDown")
    expect(status).not_to_have_text(words.format(count, count))
    alone = titles(page, SHOWN)
    expect(status).to_have_text(words.format(len(alone), count))
    assert 0 < len(alone) < count
    facts = page.locator(f"{SHOWN} .hd-card-facts")
    people = {"cy": "Nifer y bobl", "en": "People"}[language]
    assert all(re.search(rf"{people}\s*1\s", each) for each in facts.all_inner_texts())
    # No heading stands over nothing.
    for heading in page.locator("main h2:visible").all():
        below = heading.locator(f"xpath=following-sibling::div[1]//li[{'not(@hidden)'}]")
        expect(below).not_to_have_count(0)
    tab_to(page, ".hd-filters [type=reset]")
    page.keyboard.press("Enter")
    expect(status).to_have_text(words.format(count, count))
    assert titles(page, SHOWN) == every


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("en/conversations/our-culture/", "conversations"),
        ("en/frameworks/trust/", "frameworks"),
        ("en/case-studies/well-being-plans/", "case-studies"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_says_of_itself_what_its_listing_says(
    language: str, key: str, kind: str, site: Site, look_at: OpenPage
) -> None:
    path = site.pair(key, language)
    facts = "dl:is(.hd-card-facts, .hd-facts) div"
    page = look_at(site.url(path), script=False)
    own = page.locator(f".hd-top {facts}").all_inner_texts()
    page = look_at(site.url(site.pair(f"en/{kind}/", language)), script=False)
    title = page.locator(f'.hd-card:has(a[href$="{path.split("/")[-2]}/"])')
    listed = title.locator(facts).all_inner_texts()
    assert len(listed) >= 2

    def plain(words: str) -> str:
        return " ".join(words.replace(":", " ").split())

    assert {plain(each) for each in listed} <= {plain(each) for each in own}


@pytest.mark.parametrize(("language", "width"), [("cy", PHONE), ("en", DESKTOP)])
def test_search_is_cut_down_by_the_same_choices(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"), width=width)
    page.locator("button[data-hd=search]" if width == PHONE else ".md-search__input").click()
    page.locator(".md-search__input").fill({"cy": "tîm", "en": "team"}[language])
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    status = page.locator("#search--status")
    before = status.inner_text()
    tab_to(page, ".hd-search-filters summary")
    page.keyboard.press("Enter")
    choices = page.locator(".hd-search-filters select")
    names = choices.evaluate_all("selects => selects.map(select => select.name)")
    assert names == ["kind", "section", "minutes", "people", "audience"]
    choices.first.select_option("checklists")
    expect(status).not_to_have_text(before)
    kinds = {each["url"][language]: each["kind"] for each in site.guide["entries"]}
    links = page.locator(".hd-result-title").locator("xpath=..")
    found = {site.path(link.evaluate("a => a.href.split(/[?#]/)[0]")) for link in links.all()}
    assert {kinds[path] for path in found} == {"checklists"}
    page.locator(".hd-search-filters [type=reset]").press("Enter")
    expect(status).to_have_text(before)
