"""Every page is sound, and says in the same words everywhere what its pair is."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from .nu import errors_in_html
from .reading import Element
from .serving import LANGUAGES, Site
from .visiting import OpenPage

NAMING = {"canonical", "alternate", "prev", "next"}
"""Links that name an address, and load nothing."""

OPEN_ALL = """async urls => {
  const without = []
  for (const url of urls) {
    const frame = document.createElement("iframe")
    frame.hidden = true
    frame.src = url
    await new Promise(done => { frame.onload = done; document.body.append(frame) })
    if (!frame.contentDocument.documentElement.classList.contains("js")) without.push(url)
    frame.remove()
  }
  return without
}"""
"""Opens pages one after another, and says in which of them no script ran."""


def description_of(page: Element) -> str:
    return page.one("meta", name="description").attributes["content"]


def test_each_page_has_its_language_one_heading_a_title_and_a_description(any_site: Site) -> None:
    faults = []
    for path in any_site.alternates:
        page = any_site.page(path)
        language = page.one("html").attributes["lang"]
        if language != (path.split("/")[0] or "cy"):
            faults.append(f"{path}: lang {language}")
        if len(page.all("h1")) != 1 or not page.all("h1")[0].text:
            faults.append(f"{path}: {len(page.all('h1'))} headings of level 1")
        if not page.one("head").one("title").text:
            faults.append(f"{path}: no title")
        if not description_of(page):
            faults.append(f"{path}: no description")
    assert faults == []


def test_no_two_pages_of_a_language_have_one_title(any_site: Site) -> None:
    for language in LANGUAGES:
        titles = [
            any_site.page(path).one("head").one("title").text for path in any_site.paths(language)
        ]
        assert [title for title, times in Counter(titles).items() if times > 1] == []


def test_the_title_of_a_page_names_the_page_and_the_guide_in_its_language(site: Site) -> None:
    for language in LANGUAGES:
        guide = site.guide["title"][language]
        for path in site.paths(language):
            page = site.page(path)
            own = "" if path == f"{language}/" else page.one("h1").text + " – "
            assert page.one("head").one("title").text == own + guide


def test_every_page_of_the_site_is_in_the_sitemap_and_no_other(any_site: Site) -> None:
    pages = {
        path.parent.relative_to(any_site.folder).as_posix() + "/"
        for path in any_site.folder.rglob("index.html")
        # Short addresses only lead on.
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    }
    assert set(any_site.alternates) == {"" if path == "./" else path for path in pages}


def test_pairs_of_pages_agree_both_ways_in_the_sitemap(any_site: Site) -> None:
    root = any_site.site_url
    for path, alternates in any_site.alternates.items():
        assert list(alternates) == ["cy", "en", "x-default"], path
        assert alternates["x-default"] == root
        if not path:
            assert alternates == {"cy": root + "cy/", "en": root + "en/", "x-default": root}
            continue
        language = path.split("/")[0]
        assert alternates[language] == root + path
        for other in LANGUAGES:
            pair = any_site.pair(path, other)
            assert pair.startswith(f"{other}/")
            assert any_site.alternates[pair] == alternates


def test_the_head_of_each_page_names_the_same_alternates_as_the_sitemap(any_site: Site) -> None:
    for path, alternates in any_site.alternates.items():
        head = any_site.page(path).one("head")
        links = head.all("link", rel="alternate")
        assert {
            link.attributes["hreflang"]: link.attributes["href"] for link in links
        } == alternates, path
        assert len(links) == len(alternates), path
        assert head.one("link", rel="canonical").attributes["href"] == any_site.site_url + path


def test_every_link_of_every_page_leads_to_a_page_and_an_anchor_that_exist(any_site: Site) -> None:
    broken = []
    for path in any_site.alternates:
        for href in any_site.page(path).hrefs():
            if urlsplit(href).scheme:
                continue
            target, anchor = any_site.follow(path, href), urlsplit(href).fragment
            if target and (any_site.folder / target).is_file():
                continue
            if target not in any_site.alternates:
                broken.append(f"{path}: {href}")
            elif anchor and not any_site.page(target).all(id=anchor):
                broken.append(f"{path}: {href}: no such anchor")
    assert broken == []


def test_the_html_of_every_page_is_valid(any_site: Site) -> None:
    assert errors_in_html(any_site.folder) == []


def test_no_id_is_given_twice_on_a_page(any_site: Site) -> None:
    for path in any_site.alternates:
        ids = Counter(
            element.attributes["id"]
            for element in any_site.page(path).all()
            if "id" in element.attributes
        )
        assert (path, [id_ for id_, times in ids.items() if times > 1]) == (path, [])


def test_anchors_are_the_same_in_both_languages(any_site: Site) -> None:
    def anchors(path: str) -> list[str]:
        main = any_site.page(path).one("main")
        ids = (part.attributes.get("id", "") for part in main.all())
        # Each language has the letters of its own alphabet.
        return [id_ for id_ in ids if id_ and not id_.startswith("letter--")]

    for path in any_site.paths("cy"):
        pair = any_site.pair(path, "en")
        # Lists in the order of the alphabet stand in another order in the other language.
        assert sorted(anchors(pair)) == sorted(anchors(path)), path


def test_no_page_asks_another_host_for_a_file(any_site: Site) -> None:
    loading = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "srcset"}
    asked = [
        (path, element.attributes[loading[element.tag]])
        for path in any_site.alternates
        for element in any_site.page(path).all()
        if element.attributes.get(loading.get(element.tag, ""), "").startswith(("http", "//"))
        and element.attributes.get("rel") not in NAMING
    ]
    assert asked == []
    styles = [(style, style.read_text("utf-8")) for style in any_site.folder.rglob("*.css")]
    assert styles != []
    assert [
        (style.name, found)
        for style, text in styles
        for found in re.findall(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')]*)", text)
    ] == []


def test_every_page_opens_without_an_error_or_a_request_to_another_host(
    site: Site, look_at: OpenPage
) -> None:
    # In frames that are not shown, which takes a quarter of the time of opening each page. They
    # stand in a file that is no page: the policy of pages allows no frames.
    page = look_at(site.url(""))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(site.url("guide.json"))
    paths = [path for path in site.alternates if path]
    not_run = page.evaluate(OPEN_ALL, [site.url(path) for path in paths])
    assert not_run == []


def test_every_file_that_a_page_asks_for_is_there(any_site: Site) -> None:
    asked = {
        any_site.follow(path, element.attributes[name])
        for path in any_site.alternates
        for element in any_site.page(path).all()
        for name in ("src", "href")
        if name in element.attributes and element.tag in ("link", "script", "img")
        if element.attributes.get("rel") not in NAMING
    }
    assert asked != set()
    assert [path for path in sorted(asked) if not (any_site.folder / path).is_file()] == []


def test_the_welcome_at_the_root_is_in_both_languages_welsh_first_and_leads_nobody_away(
    any_site: Site,
) -> None:
    page = any_site.page("")
    # The one script marks the language that a reader has asked to be remembered.
    scripts = [script.attributes for script in page.all("script")]
    assert [each["src"] for each in scripts if each["type"] != "application/ld+json"] == [
        "assets/hadau/language.mjs"
    ]
    titles = any_site.guide["title"]
    heading = page.one("h1")
    assert [(name.attributes["lang"], name.text) for name in heading.all("span")] == [
        ("cy", titles["cy"]),
        ("en", titles["en"]),
    ]
    assert [
        (
            way.attributes["lang"],
            way.one("h2").text,
            link.attributes["href"],
            link.attributes["hreflang"],
        )
        for way in page.all("section")
        for link in way.all("a")
    ] == [("cy", "Cymraeg", "cy/", "cy"), ("en", "English", "en/", "en")]


def test_the_welcome_leads_to_each_language_by_keyboard(site: Site, look_at: OpenPage) -> None:
    for presses, language in enumerate(LANGUAGES, start=1):
        page = look_at(site.url(""), script=False)
        for _ in range(presses):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(site.url(f"{language}/"))
