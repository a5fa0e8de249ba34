"""What stands on a sheet, as plain data: the same for every format and size of print.

A sheet is `{"title", "languages", "large", "blocks", …}`. Each block has its kind as `block`, what
belongs to a language under that language, and beside it what all languages share.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from ...model.downloads import Print, Variant
from ...model.entries import Entry
from ...model.lent import language_of
from ...model.linked import Address
from ...model.text import Language, Phrase, Text
from ..view import View
from .codes import draw_code
from .flow import read_flow, read_line

Block = dict[str, Any]
Languages = tuple[Language, ...]
Views = Mapping[Language, View]
"""A page as each language sees it."""


def write_sheet(
    titles: Mapping[Language, str],
    blocks: Iterable[Block],
    views: Views,
    size: Print,
    *,
    fit: bool = False,
) -> str:
    """A sheet as JSON, in the languages that its titles are in. The same blocks give the same text.

    With `fit`, it is set smaller where it would else take more than one page. Languages stand in
    the order of the titles, which is the order in which they are read.
    """
    return _write(titles, views, large=size == "large", fit=fit, blocks=list(blocks))


def write_cards(titles: Mapping[Language, str], cards: Iterable[Block], views: Views) -> str:
    """Cards as JSON, in the languages that their titles are in."""
    return _write(titles, views, large=False, cards=list(cards))


def _write(titles: Mapping[Language, str], views: Views, **content: Any) -> str:
    languages = tuple(titles)
    guide = {tag: views[tag].phrase(views[tag].guide.about.title) for tag in languages}
    sheet = {
        "title": " / ".join(titles.values()),
        "author": " / ".join(guide.values()),
        "languages": languages,
        "running": titles,
        "guide": guide,
        "page": {tag: views[tag].word("print.page") for tag in languages},
        **content,
    }
    written = json.dumps(_mark(sheet), ensure_ascii=False, separators=(",", ":"))
    # The font lacks the hyphen that does not break.
    return written.replace("\u2011", "-")


def _mark(content: Any) -> Any:
    """The same content, where words that are lent say their language as a piece of a line does."""
    if isinstance(content, dict):
        return {name: _mark(each) for name, each in content.items()}
    if isinstance(content, list | tuple):
        return [_mark(each) for each in content]
    if language := language_of(content):
        return {"in": {"language": language, "words": [str(content)]}}
    return content


class Describer:
    """What the sheets of one page have in common, in some of its languages."""

    def __init__(self, views: Views, languages: Languages, site_url: str) -> None:
        self.views = views
        self.languages = languages
        self.site_url = site_url

    def head(self, kind: str, variant: Variant, title: Phrase, summary: Phrase) -> Block:
        """What stands at the top: what it is, its title, and the way back to the page.

        `kind` is the key of the words for what the page is.
        """
        head: Block = {"block": "head"}
        for tag in self.languages:
            view = self.views[tag]
            words, own = view.word(kind), view.word(f"print.{variant}")
            head[tag] = {
                "kind": words if own == words else f"{words} · {own}",
                "title": view.phrase(title),
                "summary": view.phrase(summary),
            }
            if address := self._address(view.address):
                head[tag]["qr"] = {
                    "to": address,
                    "address": address.partition("://")[2],
                    "picture": draw_code(address),
                    "name": view.word("print.qr"),
                }
        return head

    def end(self, entry: Entry | None) -> Block:
        """Who has read the words, and in which other language they may be had."""
        words: list[tuple[Language, str]] = []
        if entry is not None:
            words += [(tag, self.views[tag].reviewed(entry)) for tag in self.languages]
        for other in self.views:
            if other not in self.languages:
                words += [(tag, self.views[tag].word(f"print.also.{other}")) for tag in self.views]
        return {"block": "also", "words": words}

    def titles(self, title: Phrase, variant: Variant) -> dict[Language, str]:
        """The title of a document: what its page is called, and what it is for."""
        return {
            tag: f"{view.phrase(title)} – {view.word(f'print.{variant}').lower()}"
            for tag in self.languages
            for view in [self.views[tag]]
        }

    # Words in each language

    def each(self, make: Callable[[View], Any]) -> Block:
        """Something in each language."""
        return {tag: make(self.views[tag]) for tag in self.languages}

    def words(self, key: str) -> Block:
        """Words of the interface in each language."""
        return self.each(lambda view: view.word(key))

    def phrase(self, phrase: Phrase) -> Block:
        """A phrase in each language."""
        return self.each(lambda view: view.phrase(phrase))

    def heading(self, key: str) -> Block:
        """A heading of the interface's words."""
        return {"block": "heading", **self.words(key)}

    def text(self, text: Text) -> Block:
        """Paragraphs."""
        return {"block": "text", **self.each(lambda view: self.flow(view, view.aside(text)))}

    def points(self, texts: Iterable[Text], block: str = "points") -> Block:
        """A list."""
        return {
            "block": block,
            **self.each(lambda view: [self.flow(view, view.aside(text)) for text in texts]),
        }

    def references(self, entry: Entry) -> list[Block]:
        """The works that an entry cites, under their heading; nothing where it cites none."""
        keys = self.views[self.languages[0]].linked.cites.get(entry.id, ())
        if not keys:
            return []

        def listed(view: View) -> list[Any]:
            return [self.flow(view, reference) for _, reference in view.references(keys)]

        return [self.heading("references.list"), {"block": "references", **self.each(listed)}]

    def flow(self, view: View, html: Markup) -> list[Any]:
        """A text as blocks, its links as whole addresses."""
        return list(read_flow(str(html), self._locator(view)))

    def line(self, view: View, text: Text) -> list[Any]:
        """A text as one line."""
        return self.line_of(view, view.aside(text))

    def line_of(self, view: View, html: Markup) -> list[Any]:
        """Words of a page as one line, its links as whole addresses."""
        return read_line(str(html), self._locator(view))

    def ends(self, view: View, least: object, most: object, low: str, high: str) -> list[Any]:
        """What the ends of a scale mean, as one line."""
        words = view.word("print.circle", least=least, most=most, low=low, high=high)
        return self.line_of(view, escape(words))

    def link(self, view: View, href: str, words: str) -> Block:
        """Words that lead somewhere."""
        return {"link": {"to": self._locator(view)(href), "words": [words]}}

    def _locator(self, view: View) -> Callable[[str], str]:
        return lambda href: urljoin(f"{self.site_url}{view.address.url}", href)

    def _address(self, address: Address) -> str:
        """The short address of a page where it has one, if the site says where it will stand."""
        short = self.views[address.language].linked.short.get((address.key, address.language))
        return f"{self.site_url}{short or address.url}" if "://" in self.site_url else ""
