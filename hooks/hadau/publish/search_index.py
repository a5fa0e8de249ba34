"""What search looks through: the words of every page of a language, and the forms of its words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html.parser import HTMLParser

from ..languages import RULES, Families
from ..languages.letters import join_hyphens
from ..model.facets import Choice, Filter
from ..model.lent import Lent, language_of
from ..model.page import Page
from ..model.text import LANGUAGES, Language, other_language
from .search_words import write_exceptions, write_families

_HEADING = re.compile(r"^#{2,3} (?P<title>.+) \{#(?P<anchor>[^}\s]+)\}[ \t]*$", re.MULTILINE)
_LENT_HEADING = re.compile(r"<span lang=(?P<language>[a-z]+)>(?P<title>.*)</span>")
_BEGINS, _ENDS = "\x02", "\x03"
"""Stand around words of the other language while a text is read; no page has these characters."""
_LAST_OF_ONE_UNIT = 0xFFFF
"""The last character that scripts count as one."""
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
                "choices": [_choice(choice) for choice in filter_.choices],
            }
            for filter_ in filters
        ],
        "docs": docs,
    }
    return {"search_index.json": _write(index), "search_words.json": _write(words)}


def list_docs(page: Page) -> list[dict[str, object]]:
    """A page as search knows it: its beginning, then what stands below each heading.

    `location` is relative to the front page of the language; all the rest is plain text. `lang`
    says what is in the other language: `title` and `summary` by its name, `text` by where it
    begins and ends in it.
    """
    location = page.address.url.removeprefix(f"{page.language}/")
    first, *rest = _split(page.body)
    text, lent = _read(first[2], page.language)
    doc: dict[str, object] = {
        "location": location,
        "title": page.title,
        "summary": page.description,
        "text": text,
    }
    doc |= _say_languages(page.title, page.description, lent)
    if page.facets is not None:
        doc["facets"] = page.facets
    if page.template in _LISTS:
        doc["list"] = True
    docs = [doc]
    for anchor, title, body in rest:
        part: dict[str, object] = {"location": f"{location}#{anchor}", "title": title}
        text, lent = _read(body, page.language)
        docs.append({**part, "text": text, **_say_languages(title, "", lent)})
        if anchor in _LISTS_OF_A_PAGE:
            docs[-1]["list"] = True
    return docs


def _split(body: str) -> list[tuple[str, str, str]]:
    """The anchor, the heading and the words of each part of a page; the first has no heading."""
    headings = list(_HEADING.finditer(body))
    starts = [0, *(heading.end() for heading in headings)]
    ends = [*(heading.start() for heading in headings), len(body)]
    names = [("", ""), *((found["anchor"], _read_heading(found["title"])) for found in headings)]
    return [
        (anchor, title, body[start:end])
        for (anchor, title), start, end in zip(names, starts, ends, strict=True)
    ]


def _choice(choice: Choice) -> list[str]:
    language = language_of(choice.words)
    return [choice.value, choice.words, *([language] if language else [])]


def _read_heading(title: str) -> str:
    lent = _LENT_HEADING.fullmatch(title)
    for language in LANGUAGES:
        if lent and lent["language"] == language:
            return Lent(html.unescape(lent["title"]), language)
    return html.unescape(title)


def _say_languages(
    title: str, summary: str, stretches: Sequence[Sequence[int]]
) -> dict[str, dict[str, object]]:
    found = {
        "title": language_of(title),
        "summary": language_of(summary),
        "text": stretches,
    }
    said: dict[str, object] = {name: value for name, value in found.items() if value}
    return {"lang": said} if said else {}


class _Reader(HTMLParser):
    """Hears what a page in a language says, as a reader of its plain text would."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._language = language
        self._open: list[tuple[str, bool]] = []
        self._languages = [str(language)]

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
        self._languages.append(named.get("lang") or self._languages[-1])

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._pause(tag)

    def handle_endtag(self, tag: str) -> None:
        self._pause(tag)
        while self._open:
            self._languages.pop()
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._is_silent():
            words = data.replace("\n", " ")
            foreign = self._languages[-1] == other_language(self._language) and words.strip()
            self.heard.append(f"{_BEGINS}{words}{_ENDS}" if foreign else words)

    def _is_silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _pause(self, tag: str) -> None:
        if tag not in _INLINE:
            self.heard.append("\n")


def _read(body: str, language: Language) -> tuple[str, list[list[int]]]:
    """The plain text of HTML, a line for each block, and where it is in the other language.

    A stretch is its beginning and its end, counted as scripts count.
    """
    reader = _Reader(language)
    reader.feed(body)
    reader.close()
    text = _BREAKS.sub("\n", _SPACES.sub(" ", "".join(reader.heard))).strip()
    return (text, []) if _BEGINS not in text else _find_stretches(text)


def _find_stretches(text: str) -> tuple[str, list[list[int]]]:
    plain: list[str] = []
    stretches: list[list[int]] = []
    begun = at = 0
    for char in text:
        if char == _BEGINS:
            begun = at
        elif char == _ENDS:
            stretches.append([begun, at])
        elif char != " " or (plain and plain[-1] not in " \n"):
            plain.append(char)
            at += 1 + (ord(char) > _LAST_OF_ONE_UNIT)
    return "".join(plain), [stretch for stretch in stretches if stretch[0] < stretch[1]]


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
