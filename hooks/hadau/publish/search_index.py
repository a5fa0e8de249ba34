"""What search looks through: the words of every page of a language, and the forms of its words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html.parser import HTMLParser

from ..languages import RULES, Families
from ..languages.letters import join_hyphens
from ..model.facets import Filter
from ..model.page import Page
from ..model.text import Language
from .search_words import write_exceptions, write_families

_HEADING = re.compile(r"^#{2,3} (?P<title>.+) \{#(?P<anchor>[^}\s]+)\}[ \t]*$", re.MULTILINE)
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n\s*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTS = re.compile("['’]")
_JOINED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")

_LISTS = frozenset({"home", "section", "kind", "contents", "map", "references"})
"""Pages that say again what others say: they come after them."""
_LISTS_OF_A_PAGE = frozenset({"leads", "references"})
"""The anchors of the parts of a page that do."""

_INLINE = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s small span strong sub sup u".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT_TAGS = frozenset({"h1", "script", "style", "svg", "template"})
_SILENT_CLASSES = frozenset({"hd-kicker", "hd-summary", "hd-review", "hd-card-facts"})
_SILENT_ATTRIBUTES = frozenset({"hidden", "popover", "data-search-exclude"})


def write_search(
    pages: Iterable[Page], language: Language, filters: Iterable[Filter] = ()
) -> dict[str, bytes]:
    """The files that search fetches when a reader opens it, by name, for one language."""
    docs = [doc for page in pages if page.language == language for doc in list_docs(page)]
    forms = RULES[language].find_forms(_list_words(docs))
    words = write_families(forms) if isinstance(forms, Families) else write_exceptions(forms)
    index = {
        "language": language,
        "filters": [
            {
                "id": filter_.id,
                "label": filter_.label,
                "choices": [[choice.value, choice.words] for choice in filter_.choices],
            }
            for filter_ in filters
        ],
        "docs": docs,
    }
    return {"search_index.json": _write(index), "search_words.json": _write(words)}


def list_docs(page: Page) -> list[dict[str, object]]:
    """A page as search knows it: its beginning, then what stands below each heading.

    `location` is relative to the front page of the language; all the rest is plain text.
    """
    location = page.address.url.removeprefix(f"{page.language}/")
    first, *rest = _split(page.body)
    doc: dict[str, object] = {
        "location": location,
        "title": page.title,
        "summary": page.description,
        "text": _read(first[2]),
    }
    if page.facets is not None:
        doc["facets"] = page.facets
    if page.template in _LISTS:
        doc["list"] = True
    docs = [doc]
    for anchor, title, body in rest:
        part: dict[str, object] = {"location": f"{location}#{anchor}", "title": title}
        docs.append({**part, "text": _read(body)})
        if anchor in _LISTS_OF_A_PAGE:
            docs[-1]["list"] = True
    return docs


def _split(body: str) -> list[tuple[str, str, str]]:
    """The anchor, the heading and the words of each part of a page; the first has no heading."""
    headings = list(_HEADING.finditer(body))
    starts = [0, *(heading.end() for heading in headings)]
    ends = [*(heading.start() for heading in headings), len(body)]
    names = [("", ""), *((found["anchor"], html.unescape(found["title"])) for found in headings)]
    return [
        (anchor, title, body[start:end])
        for (anchor, title), start, end in zip(names, starts, ends, strict=True)
    ]


class _Reader(HTMLParser):
    """Hears what a page says, as a reader of its plain text would."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._pause(tag)
        if tag in _VOID:
            return
        named = dict(attrs)
        silent = (
            tag in _SILENT_TAGS
            or not _SILENT_CLASSES.isdisjoint((named.get("class") or "").split())
            or not _SILENT_ATTRIBUTES.isdisjoint(named)
        )
        self._open.append((tag, silent or self._is_silent()))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._pause(tag)

    def handle_endtag(self, tag: str) -> None:
        self._pause(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_silent():
            self.heard.append(data.replace("\n", " "))

    def _is_silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _pause(self, tag: str) -> None:
        if tag not in _INLINE:
            self.heard.append("\n")


def _read(body: str) -> str:
    """The plain text of HTML, a line for each block."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return _BREAKS.sub("\n", _SPACES.sub(" ", "".join(reader.heard))).strip()


def _list_words(docs: Iterable[Mapping[str, object]]) -> set[str]:
    """Every word of the pages in small letters, and what an apostrophe keeps apart in it.

    Words that hyphens join are words of their own, and one word as well.
    """
    found: set[str] = set()
    for doc in docs:
        for field in ("title", "summary", "text"):
            text = str(doc.get(field, "")).lower()
            for word in _WORD.findall(text):
                found.update(_PARTS.split(word))
            found.update(map(join_hyphens, _JOINED.findall(text)))
    return found


def _write(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
