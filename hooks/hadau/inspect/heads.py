"""Whether pages say rightly what they are: titles, descriptions, languages and their pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from ..model.text import LANGUAGES
from ..problems import Position, Problem
from .site import WELCOME, BuiltSite, SitePage, language_of

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"

Pair = Mapping[str, str]
"""The file of a page in each language, by `hreflang`."""


def find_faults_of_heads(site: BuiltSite) -> Iterator[Problem]:
    """Pages without a title or description of their own, or in no language of the guide."""
    titles: dict[tuple[str, str], list[SitePage]] = defaultdict(list)
    descriptions: dict[tuple[str, str], list[SitePage]] = defaultdict(list)
    for page in site.real_pages():
        folder = page.path.partition("/")[0]
        if language_of(page) is None or (folder in LANGUAGES and folder != page.language):
            yield page.problem(
                page.root,
                "page-language",
                f'<html> says lang="{page.language}"',
                f'lang="{folder}"' if folder in LANGUAGES else f"one of {', '.join(LANGUAGES)}",
                "put the lang of <html> right in overrides/",
            )
        title = page.root.findtext("head/title") or ""
        meta = page.meta("description")
        description = "" if meta is None else str(meta.get("content") or "")
        if not title.strip():
            yield _absent(page, "no-title", "title")
        if not description.strip():
            yield _absent(page, "no-description", "description")
        if page.path == WELCOME:
            # It is in every language, and may have the name that a front page has.
            continue
        titles[page.language, " ".join(title.split())].append(page)
        descriptions[page.language, " ".join(description.split())].append(page)
    yield from _find_twice(titles, "same-title", "title")
    yield from _find_twice(descriptions, "same-description", "description")


def _absent(page: SitePage, code: str, what: str) -> Problem:
    return page.problem(
        page.root.find("head"),
        code,
        f"the page has no {what}",
        f"a {what} in the language of the page",
        f"write one in {page.where()}",
    )


def _find_twice(
    found: Mapping[tuple[str, str], list[SitePage]], code: str, what: str
) -> Iterator[Problem]:
    for (_, words), pages in found.items():
        first, *others = sorted(pages, key=lambda page: page.path)
        for page in others if words else ():
            yield page.problem(
                page.root.find("head/title"),
                code,
                f'the {what} "{words}" is that of {first.url} too',
                f"a {what} that tells the page from every other in its language",
                f"write another in {page.where()} or {first.where()}",
            )


def find_broken_pairs(site: BuiltSite) -> Iterator[Problem]:
    """Pages whose languages do not name one another, in their heads and in the sitemap."""
    pairs = {page.path: _pair_in_head(site, page) for page in site.real_pages()}
    for page in site.real_pages():
        yield from _find_one_sided(site, page, pairs)
    yield from _find_faults_of_sitemap(site, pairs)


def _pair_in_head(site: BuiltSite, page: SitePage) -> dict[str, str]:
    return {
        link.get("hreflang"): _file_of(site, page, link)
        for link in page.root.iterfind("head/link")
        if link.get("rel") == "alternate" and link.get("hreflang")
    }


def _file_of(site: BuiltSite, page: SitePage, link: Any) -> str:
    """The file that a link leads to; the address itself where that is on another site."""
    address = str(link.get("href") or "")
    found = site.find(page, address)
    return found[0] if found else address


def _find_one_sided(
    site: BuiltSite, page: SitePage, pairs: Mapping[str, Pair]
) -> Iterator[Problem]:
    own = pairs[page.path]
    mend = "put the alternate links of overrides/main.html right"
    lacking = [language for language in LANGUAGES if language not in own]
    if lacking:
        yield page.problem(
            page.root.find("head"),
            "one-language",
            f"the head names no page in {', '.join(lacking)}",
            "a link rel=alternate for each language",
            mend,
        )
    if page.path not in own.values():
        yield page.problem(
            page.root.find("head"),
            "one-sided-pair",
            "the alternate links do not name the page itself",
            "the page itself among its languages",
            mend,
        )
    for language, path in own.items():
        other = site.pages.get(path)
        if language not in LANGUAGES or other is None:
            # Where an address leads is looked at with every other link.
            continue
        if other.language != language:
            yield page.problem(
                page.root.find("head"),
                "one-sided-pair",
                f'hreflang="{language}" leads to {other.url}, whose lang is "{other.language}"',
                f'a page with lang="{language}"',
                mend,
            )
        elif page.path in own.values() and _languages(own) != _languages(pairs.get(path, {})):
            if own.get("x-default") == page.path:
                # The welcome in all languages leads to front pages, which name one another.
                continue
            yield page.problem(
                page.root.find("head"),
                "one-sided-pair",
                f"{other.url} does not name the same pages in its head",
                "two pages that name one another",
                mend,
            )


def _languages(pair: Pair) -> dict[str, str]:
    return {language: path for language, path in pair.items() if language in LANGUAGES}


def _find_faults_of_sitemap(site: BuiltSite, pairs: Mapping[str, Pair]) -> Iterator[Problem]:
    place = Position(f"{site.shown}/sitemap.xml")
    if "sitemap.xml" not in site.files:
        yield Problem(
            place, "bad-sitemap", "there is no sitemap", "a sitemap of every page",
            "build the site again",
        )  # fmt: skip
        return
    try:
        tree = etree.parse(str(site.folder / "sitemap.xml"))
    except etree.XMLSyntaxError as error:
        yield Problem(
            Position(place.path, error.lineno or 1),
            "bad-sitemap",
            f"the sitemap cannot be read: {error.msg}",
            "XML as https://www.sitemaps.org/protocol.html has it",
            "put overrides/sitemap.xml right",
        )
        return
    root = site.pages.get("index.html") or next(iter(site.pages.values()))
    listed = set()
    for url in tree.iterfind(f"{_SITEMAP}url"):
        at = Position(place.path, url.sourceline or 1)
        address = (url.findtext(f"{_SITEMAP}loc") or "").strip()
        found = site.find(root, address)
        path = found[0] if found else address
        listed.add(path)
        named = {
            link.get("hreflang"): _file_of(site, root, link)
            for link in url.iterfind(f"{_XHTML}link")
        }
        if path not in site.pages:
            yield Problem(
                at, "bad-sitemap", f"the sitemap lists {address}, and there is no such page",
                "the addresses of pages of the site", "put overrides/sitemap.xml right",
            )  # fmt: skip
        elif path in pairs and named != pairs[path]:
            yield Problem(
                at, "one-sided-pair",
                f"the sitemap and the head of {address} name different pages",
                "the same page for each language in both", "put overrides/sitemap.xml right",
            )  # fmt: skip
    for path in sorted(pairs.keys() - listed):
        yield Problem(
            place, "bad-sitemap", f"the sitemap does not list {site.pages[path].url}",
            "every page of the site", "put overrides/sitemap.xml right",
        )  # fmt: skip
