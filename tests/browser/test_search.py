"""Search finds the pages of the reader's language."""

from __future__ import annotations

import gzip
import json
import re
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from .serving import LANGUAGES, Site
from .test_layout import OVERFLOW
from .visiting import DESKTOP, NOT_FOUND, PHONE, OpenPage, tab_to

WORD = "Gobillot"
"""A name that the pages of both languages give."""

STARTS = {
    "home": "en/",
    "a page one level deep": "en/glossary/",
    "a page two levels deep": "en/conversations/what-do-i-do-well/",
}


def search_for(page: Page, word: str) -> list[str]:
    """The addresses of what search finds."""
    field = page.locator(".md-search__input")
    field.fill(word)
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    found: list[str] = page.locator(".md-search-result__link").evaluate_all(
        "links => links.map(link => link.href)"
    )
    return found


def open_search(page: Page, width: int) -> None:
    if width == PHONE:
        page.locator("button[data-hd=search]").click()
    else:
        page.locator(".md-search__input").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_of_a_language_holds_its_pages_and_no_other(language: str, site: Site) -> None:
    _, text = site.fetch(f"{language}/search/search_index.json")
    documents = json.loads(text)["docs"]
    assert {f"{language}/" + urldefrag(each["location"]).url for each in documents} == set(
        site.paths(language)
    )
    assert any(WORD in each["text"] for each in documents)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("start", "width"),
    [("home", PHONE), ("a page one level deep", DESKTOP), ("a page two levels deep", DESKTOP)],
)
def test_search_finds_only_pages_of_its_language(
    start: str, width: int, language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(site.pair(STARTS[start], language)), width=width)
    open_search(page, width)
    found = [site.path(urldefrag(url).url) for url in search_for(page, WORD)]
    assert found != []
    assert {url.split("?")[0] for url in found} <= set(site.paths(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_opens_by_keyboard_in_the_language_of_the_search(
    language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"))
    tab_to(page, ".md-search__input")
    first = search_for(page, WORD)[0]
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(first)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("main mark").first).to_have_text(WORD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_says_how_many_pages_it_found_in_the_language(
    language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"))
    page.locator(".md-search__input").click()
    count = len(search_for(page, WORD))
    items = page.locator(".md-search-result__list > .md-search-result__item").count()
    assert 1 < items <= count
    # The first ten are shown, and all are counted.
    words = {"cy": re.compile(r"^\d\d? (c|g|ch)anlyniad$"), "en": re.compile(r"^\d\d? results$")}
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text(words[language])
    assert int(re.sub(r"\D", "", meta.inner_text())) >= items


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_escape_closes_search_and_gives_the_focus_back(
    width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url("cy/"), width=width)
    opener = "button[data-hd=search]" if width == PHONE else ".md-search__input"
    tab_to(page, opener)
    if width == PHONE:
        page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    search_for(page, WORD)
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__output")).not_to_be_visible()
    if width == PHONE:
        expect(page.locator(opener)).to_be_focused()
        expect(page.locator(".md-search__input")).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    inside = "document.activeElement.closest('.md-search') !== null"
    assert not page.evaluate(inside), "the focus is in search, which is closed"


@pytest.mark.parametrize(("language", "width"), [("cy", DESKTOP), ("en", DESKTOP), ("en", PHONE)])
def test_search_works_on_the_page_for_lost_readers_in_the_language_of_the_address(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    path = {"cy": NOT_FOUND.welsh, "en": NOT_FOUND.english}[language]
    page = look_at(site.url(f"{path}"), width=width, missing=True)
    open_search(page, width)
    found = [site.path(urldefrag(url).url).split("?")[0] for url in search_for(page, WORD)]
    assert found != []
    assert set(found) <= set(site.paths(language))
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    assert site.path(urldefrag(page.url).url).split("?")[0] == found[0]


def test_search_works_at_an_address_of_no_language(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("nonsense/deep/"), missing=True)
    open_search(page, DESKTOP)
    found = [site.path(urldefrag(url).url).split("?")[0] for url in search_for(page, WORD)]
    assert found != []
    assert set(found) <= set(site.paths("cy"))


def names_of(requests: list[str]) -> set[str]:
    """The last part of each address, without what changes with a version."""
    return {re.sub(r"\.[0-9a-f]{8}\.min", "", url.rpartition("/")[2]) for url in requests}


SEARCH = {
    "facets.mjs",
    "search.mjs",
    "search.css",
    "search-engine.mjs",
    "search-words.mjs",
    "search-worker.mjs",
    "search_index.json",
    "search_words.json",
}
FETCHED = {
    "cy": SEARCH,
    # The stemmer stands in Material's own worker.
    "en": SEARCH | {"search.js"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_search_is_fetched_until_a_reader_opens_it(
    language: str, site: Site, open_page: OpenPage
) -> None:
    page = open_page(site.url(f"{language}/"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site.url(site.pair("en/frameworks/power-spectrum/", language)))
    page.wait_for_load_state("networkidle")
    assert names_of(requests).isdisjoint(FETCHED[language])
    requests.clear()
    page.locator(".md-search__input").click()
    hint = {"cy": "Teipiwch air i chwilio amdano", "en": "Type a word to search for"}
    expect(page.locator("#search--status")).to_have_text(hint[language])
    assert names_of(requests) == FETCHED[language]


ARTICLES = "framework conversations checklists case-study prose section quiz tool".split()
"""What a page calls its kind."""


def find_heaviest(site: Site, language: str) -> dict[str, str]:
    """Of each kind of article, the page with the most HTML."""
    found: dict[str, tuple[int, str]] = {}
    for path in site.paths(language):
        html = site.html(path)
        kind = re.search(r'hd-top" data-kind="([^"]+)"', html)
        if kind and kind[1] in ARTICLES:
            found[kind[1]] = max(found.get(kind[1], (0, "")), (len(html), path))
    return {kind: path for kind, (_, path) in found.items()}


def weigh(page: Page, path: str, site: Site) -> int:
    """The bytes of a page and all that it fetches, compressed as a static host does."""
    fetched: set[str] = set()

    def note(request: Request) -> None:
        fetched.add(request.url)

    page.on("request", note)
    page.goto(site.url(path))
    page.wait_for_load_state("networkidle")
    page.remove_listener("request", note)
    paths = [site.folder / site.path(url) for url in fetched if not url.startswith("data:")]
    files = [path / "index.html" if path.is_dir() else path for path in paths]
    assert len(files) > 5
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heaviest_article_of_each_kind_weighs_at_most_70_kilobytes(
    language: str, site: Site, open_page: OpenPage
) -> None:
    heaviest = find_heaviest(site, language)
    assert sorted(heaviest) == sorted(ARTICLES)
    page = open_page(site.url(f"{language}/"))
    weights = {kind: weigh(page, path, site) for kind, path in heaviest.items()}
    assert {kind: weight for kind, weight in weights.items() if weight > 70_000} == {}


def test_no_page_loads_a_script_of_the_theme(any_site: Site) -> None:
    loaded = set()
    for path in any_site.folder.rglob("*.html"):
        loaded |= set(re.findall(r'<script[^>]* src="[^"]*?([^/"]+)"', path.read_text("utf-8")))
    assert "site.mjs" in loaded
    assert {name for name in loaded if not name.endswith(".mjs")} == set()
    scripts = sorted((any_site.folder / "assets" / "javascripts").rglob("*.*"))
    assert names_of([f"/{path.name}" for path in scripts]) == {"search.js"}


def test_the_forms_of_welsh_words_weigh_at_most_130_kilobytes(site: Site) -> None:
    forms = (site.folder / "cy/search/search_words.json").read_bytes()
    assert len(gzip.compress(forms)) <= 130_000


def test_a_link_to_a_search_opens_it(site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url("cy/?q=nghydweithio"))
    expect(page.locator(".md-search__input")).to_have_value("nghydweithio")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page).to_have_url(site.url("cy/"))


def test_search_that_was_opened_answers_without_a_network(site: Site, open_page: OpenPage) -> None:
    page = open_page(site.url("cy/"))
    search_for(page, WORD)
    page.context.set_offline(True)
    field = page.locator(".md-search__input")
    field.fill("")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    assert search_for(page, "nghydweithio") != []
    page.context.set_offline(False)


def test_search_says_that_it_is_loading_and_then_that_it_could_not(
    site: Site, browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(site.url("cy/"))
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/search_index.json", hold)
        with page.expect_request("**/search_index.json"):
            page.locator(".md-search__input").click()
        status = page.locator("#search--status")
        expect(status).to_have_text("Yn llwytho’r chwiliad…")
        expect(page.locator(".hd-search--busy")).to_have_count(1)
        held[0].abort()
        expect(status).to_have_text(
            "Ni lwythodd y chwiliad. Newidiwch eich geiriau i roi cynnig arall arni."
        )
        expect(page.locator(".hd-search--busy")).to_have_count(0)
        page.unroute("**/search_index.json")
        page.locator(".md-search__input").fill("cydweithio")
        expect(page.locator(".md-search-result__item")).not_to_have_count(0)


@pytest.mark.parametrize(
    ("language", "wrong", "question", "right"),
    [
        ("cy", "ymddiredaeth", "Ai “ymddiriedaeth” oeddech chi’n ei feddwl?", "ymddiriedaeth"),
        ("en", "colabration", "Did you mean “collaboration”?", "collaboration"),
    ],
)
def test_a_misspelt_word_is_answered_with_one_that_is_found(
    language: str, wrong: str, question: str, right: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"))
    page.locator(".md-search__input").fill(wrong)
    suggestion = page.locator(".hd-search-suggestion")
    expect(suggestion).to_have_text(question)
    suggestion.get_by_role("button").press("Enter")
    expect(page.locator(".md-search__input")).to_have_value(right)
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    expect(suggestion).to_be_hidden()


@pytest.mark.parametrize(("language", "width"), [("cy", PHONE), ("en", DESKTOP)])
def test_every_result_is_reached_with_the_tab_key(
    language: str, width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"), width=width)
    open_search(page, width)
    search_for(page, WORD)
    tab_to(page, ".md-search-result__link")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    before = page.locator(".md-search-result__item").count()
    tab_to(page, ".hd-search-more button")
    page.keyboard.press("Enter")
    expect(page.locator(".md-search-result__item")).not_to_have_count(before)
    first_new = page.locator(".md-search-result__item").nth(before).locator("a").first
    expect(first_new).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_on_a_phone_makes_no_page_wider(
    language: str, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(f"{language}/"), width=PHONE)
    page.locator("button[data-hd=search]").click()
    field = page.locator(".md-search__input")
    field.fill(WORD)
    field.press("End")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    assert page.evaluate(OVERFLOW) == []
