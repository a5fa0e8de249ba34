"""On the pages of a draft, words that one language lends the other say which language they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from hadau.inspect.site import BuiltSite, SitePage, read_site
from hadau.inspect.wording import find_runs

from .drafting import MARKS, write_draft
from .serving import LANGUAGES, Site, build_site, serve_site
from .visiting import OpenPage

OTHER = {"cy": MARKS["en"], "en": MARKS["cy"]}
"""The mark that no run of a language may hold."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("draft")
    build_site(write_draft(folder), folder / "site")
    with serve_site(folder / "site") as site:
        yield site


@pytest.fixture(scope="module")
def draft(served: Site) -> BuiltSite:
    return read_site(served.folder, "site", served.site_url, {})


def wrong_in(page: SitePage) -> list[tuple[str, str, str]]:
    """The runs of words on a page that are not in the language that they say.

    The name of a control that a script makes, such as "Move up: Rhaw", is one sentence, and no
    attribute can say more than one language.
    """
    return [
        (page.path, run.language, run.words)
        for run in find_runs(page)
        if OTHER[run.language] in run.words
        and not (run.element.tag == "button" and run.element.get("aria-label") == run.words)
    ]


def test_every_run_of_words_on_every_page_says_its_language(draft: BuiltSite) -> None:
    """In the head, in menus, drawings, lists of choices and attributes too."""
    assert [wrong for page in draft.pages.values() for wrong in wrong_in(page)] == []


def test_every_page_has_words_of_both_languages_to_tell_apart(draft: BuiltSite) -> None:
    """Else nothing would have been shown."""
    for page in draft.real_pages():
        shown = {mark for run in find_runs(page) for mark in MARKS.values() if mark in run.words}
        assert shown == set(MARKS.values()), page.path


def test_no_attribute_holds_the_mark_of_a_language(draft: BuiltSite) -> None:
    wrong = [
        (page.path, element.tag, name, value)
        for page in draft.pages.values()
        for element in page.elements
        for name, value in element.attrib.items()
        if "<span" in value
    ]
    assert wrong == []


def test_no_mark_of_a_language_is_shown_to_readers(draft: BuiltSite) -> None:
    wrong = [
        (page.path, run.words)
        for page in draft.pages.values()
        for run in find_runs(page)
        if "<span" in run.words or "lang=" in run.words
    ]
    assert wrong == []


def shown_on(page: Page) -> SitePage:
    """A page as it stands once scripts have changed it."""
    return SitePage(page.url, page.url, html.document_fromstring(page.content()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mark", MARKS.values())
def test_what_search_finds_says_its_language(
    language: str, mark: str, served: Site, look_at: OpenPage
) -> None:
    page = look_at(served.url(f"{language}/"))
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(mark)
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    found = page.locator(".md-search-result")
    assert mark in found.inner_text()
    assert wrong_in(shown_on(page)) == []


PAGES = {
    "a quiz": "entry/soil-quiz",
    "a pack": "pack",
    "questions from the parts of a framework": "entry/year-of-the-bed",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PAGES.values(), ids=PAGES)
def test_what_scripts_make_says_its_language(
    key: str, language: str, served: Site, look_at: OpenPage
) -> None:
    page = look_at(served.url(url_of(served, key, language)))
    made = page.locator("hd-pack .hd-pack-choice, hd-quiz .hd-review-list").first
    if key == "entry/year-of-the-bed":
        page.locator("[data-near]").first.scroll_into_view_if_needed()
    expect(made).to_be_attached()
    if key == "pack":
        page.locator("hd-pack [type=checkbox]").first.check()
        expect(page.locator(".hd-pack-agenda")).to_be_visible()
    assert wrong_in(shown_on(page)) == []


def url_of(served: Site, key: str, language: str) -> str:
    kind, _, id_ = key.partition("/")
    if kind == "pack":
        return {"cy": "cy/pecyn-gweithdy/", "en": "en/workshop-pack/"}[language]
    (entry,) = (entry for entry in served.guide["entries"] if entry["id"] == id_)
    return str(entry["url"][language])
