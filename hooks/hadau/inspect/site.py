"""The pages of a built site, read from their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from ..model.text import LANGUAGES, Language
from ..problems import Position, Problem, Severity

NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that has none."""

WELCOME = "index.html"
"""The front page of the site, in every language."""
LOST = "404.html"
"""The page that is shown where there is none."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a page gives."""

    element: Any
    """The element that gives it."""
    written: str
    """As it stands in the page."""


@dataclass(frozen=True)
class SitePage:
    """One HTML file of a site."""

    path: str
    """The file, relative to the site, with forward slashes."""
    shown: str
    """The same as problems name it."""
    root: Any
    """Its `<html>`, as lxml has it."""
    source: str | None = None
    """The file of the guide that it was made from, where it was made from one."""

    @property
    def url(self) -> str:
        """Relative to the root of the site, such as `cy/geirfa/`."""
        return self.path.removesuffix("index.html")

    @property
    def language(self) -> str:
        """What its `lang` says."""
        return str(self.root.get("lang") or "")

    @cached_property
    def elements(self) -> tuple[Any, ...]:
        """Every element, those in a `<template>` too, which a script may put in the page."""
        return tuple(self.root.iter(etree.Element))

    @cached_property
    def live(self) -> tuple[Any, ...]:
        """Every element outside of templates."""
        kept = {inner for outer in self.root.iter("template") for inner in outer.iterdescendants()}
        return tuple(element for element in self.elements if element not in kept)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment may name."""
        names = (element.get("id") or element.get("name") for element in self.live)
        return frozenset(name for name in names if name)

    @cached_property
    def is_redirect(self) -> bool:
        """Whether it only leads on to another page."""
        return any(
            str(meta.get("http-equiv", "")).lower() == "refresh" for meta in self.root.iter("meta")
        )

    def meta(self, name: str) -> Any | None:
        """The `<meta>` of a name."""
        return next((meta for meta in self.root.iter("meta") if meta.get("name") == name), None)

    def problem(
        self,
        element: Any | None,
        code: str,
        message: str,
        expected: str,
        mend: str,
        severity: Severity = "error",
    ) -> Problem:
        """A problem at an element of the page, or at its beginning."""
        line = 1 if element is None else element.sourceline or 1
        return Problem(Position(self.shown, line), code, message, expected, mend, severity)

    def where(self, fallback: str = "the template of the page, in overrides/") -> str:
        """Where an editor puts something on this page right."""
        return self.source or fallback


@dataclass(frozen=True)
class BuiltSite:
    """A site as it stands in its folder."""

    folder: Path
    """The folder."""
    shown: str
    """The folder as problems name it."""
    site_url: str
    """The address of the site, ending in a slash."""
    pages: Mapping[str, SitePage]
    """Every HTML file by its path."""
    files: frozenset[str]
    """The path of every file."""

    def find(self, page: SitePage, written: str) -> tuple[str, str] | None:
        """The file that an address leads to, and the place in it; None where it leaves the site.

        An address that leads nowhere gives the file that should be there.
        """
        address, fragment = urldefrag(urljoin(self.site_url + page.url, written.strip()))
        if not address.startswith(self.site_url):
            return None
        path = unquote(urlsplit(address).path)[len(urlsplit(self.site_url).path) :]
        if path not in self.files and (not path or path.endswith("/")):
            path += "index.html"
        elif f"{path}/index.html" in self.files:
            path += "/index.html"
        return path, unquote(fragment)

    def real_pages(self) -> Iterator[SitePage]:
        """The pages that a reader stays on: no redirects, and not the one for lost readers."""
        for page in self.pages.values():
            if not page.is_redirect and page.path != LOST:
                yield page


def read_site(
    folder: Path, shown: str, site_url: str, sources: Mapping[str, str | None]
) -> BuiltSite:
    """A built site. `sources` gives the file of the guide of each page by its `url`.

    Raises OSError where a file cannot be read.
    """
    files = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    pages = {
        path: SitePage(
            path=path,
            shown=f"{shown}/{path}",
            root=_parse(folder / path),
            source=sources.get(path.removesuffix("index.html")),
        )
        for path in files
        if path.endswith(".html")
    }
    return BuiltSite(folder, shown, site_url or NOWHERE, pages, frozenset(files))


def _parse(path: Path) -> Any:
    content = path.read_bytes()
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring(content if content.strip() else b"<html></html>", parser=parser)


def language_of(page: SitePage) -> Language | None:
    """The language of a page, where it is one of the guide's."""
    return next((language for language in LANGUAGES if language == page.language), None)
