"""The ways through a guide: its menu, the way back, the page before and the page after."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .serving import LANGUAGES, Site
from .visiting import OpenPage


def step(site: Site, path: str, way: str) -> str | None:
    """The page before or after a page, as its head names it."""
    found = [link.attributes["href"] for link in site.page(path).all("link", rel=way)]
    assert len(found) <= 1
    return site.follow(path, found[0]) if found else None


def walk(site: Site, start: str, way: str) -> list[str]:
    walked = [start]
    while (following := step(site, walked[-1], way)) is not None:
        assert following not in walked, f"a circle at {following}"
        walked.append(following)
    return walked


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_leads_through_every_page_of_the_language_and_previous_leads_back(
    language: str, site: Site
) -> None:
    walked = walk(site, f"{language}/", "next")
    assert sorted(walked) == sorted(site.paths(language))
    assert walk(site, walked[-1], "prev") == walked[::-1]


def test_both_languages_put_the_sections_and_their_entries_in_one_order(site: Site) -> None:
    sections = [section["url"] for section in site.guide["sections"]]
    orders = {}
    for language in LANGUAGES:
        walked = walk(site, f"{language}/", "next")
        places = [walked.index(section[language]) for section in sections]
        assert places == sorted(places)
        ids = {entry["url"][language]: entry["id"] for entry in site.guide["entries"]}
        orders[language] = [ids[path] for path in walked if path in ids]
    assert len(orders["cy"]) == len(site.guide["entries"])
    assert orders["en"] == orders["cy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_each_page_leads_where_its_head_says(language: str, site: Site) -> None:
    for path in site.paths(language):
        if path == f"{language}/":
            continue
        foot = site.page(path).one("footer")
        for way in ("prev", "next"):
            links = [site.follow(path, link.attributes["href"]) for link in foot.all("a", rel=way)]
            following = step(site, path, way)
            assert (path, links) == (path, [] if following is None else [following])
            for link in foot.all("a", rel=way):
                title = link.one(class_="hd-between-title").text
                target = site.page(site.follow(path, link.attributes["href"]))
                if target.one("body").all(class_="hd-hero") == []:
                    assert title == target.one("h1").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_back_starts_at_the_front_page_and_stays_in_the_language(
    language: str, site: Site
) -> None:
    home = f"{language}/"
    for path in site.paths(language):
        trails = site.page(path).all(class_="hd-path")
        trails = [trail for trail in trails if trail.tag == "nav"]
        if path == home:
            assert trails == []
            continue
        assert len(trails) == 1, path
        steps = [site.follow(path, href) for href in trails[0].hrefs()]
        assert steps[0] == home
        assert path not in steps
        assert set(steps) <= set(site.paths(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_back_from_an_entry_leads_through_its_section(language: str, site: Site) -> None:
    sections = {section["id"]: section["url"][language] for section in site.guide["sections"]}
    for entry in site.guide["entries"]:
        path = entry["url"][language]
        trail = site.page(path).one("nav", "hd-path")
        assert [site.follow(path, href) for href in trail.hrefs()] == [
            f"{language}/",
            sections[entry["section"]],
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_marks_the_page_that_it_stands_on(language: str, site: Site) -> None:
    for path in site.paths(language):
        menu = site.page(path).one("nav", "hd-nav")
        current = menu.all("a", **{"aria-current": "page"})
        assert [site.follow(path, link.attributes["href"]) for link in current] == [path]
        tabs = site.page(path).one("nav", "hd-tabs")
        marked = [link for link in tabs.all("a") if "aria-current" in link.attributes]
        assert len(marked) == 1, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_at_most_two_steps_from_the_front_page(language: str, site: Site) -> None:
    def links(path: str) -> set[str]:
        return {
            site.follow(path, href)
            for href in site.page(path).hrefs()
            if not href.startswith(("http", "mailto:", "#"))
        }

    near = links(f"{language}/") | {f"{language}/"}
    reached = near.union(*(links(path) for path in near if path.startswith(f"{language}/")))
    assert set(site.paths(language)) - reached == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_links_at_the_foot_are_followed_in_the_browser(
    language: str, site: Site, look_at: OpenPage
) -> None:
    entry = site.guide["entries"][0]["url"][language]
    page = look_at(site.url(entry))
    page.locator("footer a[rel=next]").click()
    expect(page).to_have_url(site.url(step(site, entry, "next") or ""))
    page.locator("footer a[rel=prev]").click()
    expect(page).to_have_url(site.url(entry))
    page.locator("nav.hd-path a").last.click()
    expect(page.locator("html")).to_have_attribute("lang", language)
