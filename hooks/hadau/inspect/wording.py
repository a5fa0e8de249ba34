"""Whether words are in the language that a page says, and whether pictures have words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..languages.spotting import find_foreign
from ..model.text import LANGUAGES, Language
from ..problems import Problem
from .site import BuiltSite, SitePage

_INLINE = frozenset(
    "a abbr b bdi bdo button cite code data dfn em i kbd label mark q s samp small span strong sub"
    " sup time tspan u var wbr".split()
)
"""The elements that stand within a line of words."""
_APART = frozenset({"br", "tspan"})
"""Those that part words without a space."""
_SILENT = frozenset({"script", "style", "noscript", "code", "kbd", "samp", "var", "cite"})
"""What holds no sentences: code, and the titles of works, which are names."""
_REFERENCE = "ref--"
"""How the id of a reference begins, which is names, and titles in what language they may be."""
_SPOKEN = ("alt", "aria-label", "aria-description", "placeholder", "title")
"""The attributes whose words are shown or read out."""
_NAMES = {"cy": "Welsh", "en": "English"}
_MACHINES = "Z3988"
"""The class of elements whose title is data: https://en.wikipedia.org/wiki/COinS."""
_CONTROLS = frozenset({"a", "button", "label", "summary"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together, in one language."""

    words: str
    """On one line."""
    language: str
    """The nearest `lang`."""
    element: Any
    """The element in which they begin."""


def find_foreign_words(site: BuiltSite) -> Iterator[Problem]:
    """Sentences in another language than their `lang` says. Names and short runs are left alone."""
    for page in site.pages.values():
        for run in find_runs(page):
            language = next((each for each in LANGUAGES if each == run.language), None)
            foreign = language and find_foreign(run.words, language)
            if language and foreign:
                yield _foreign(page, run, language, foreign)


def find_runs(page: SitePage) -> Iterator[Run]:
    """The words of a page, line by line, those of its head and of attributes too."""
    yield from _Reader().read(page.root)


class _Reader:
    """Walks through a page; a run ends where a block or another language begins."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._at: Any = None
        self._language = ""
        self._runs: list[Run] = []

    def read(self, root: Any) -> list[Run]:
        self._walk(root, str(root.get("lang") or ""))
        self._end()
        return self._runs

    def _walk(self, element: Any, language: str) -> None:
        if not isinstance(element.tag, str):
            return
        language = element.get("lang") or language
        apart = element.tag not in _INLINE and element.tag not in _APART
        if apart:
            self._end()
        elif element.tag in _APART:
            self._said.append(" ")
        self._read_attributes(element, language)
        if element.tag not in _SILENT and not str(element.get("id", "")).startswith(_REFERENCE):
            self._say(element.text, language, element)
            for child in element:
                self._walk(child, language)
                self._say(child.tail, language, element)
        if apart:
            self._end()

    def _read_attributes(self, element: Any, language: str) -> None:
        if element.get("class") != _MACHINES:
            for name in _SPOKEN:
                self._add(element.get(name), language, element)
        if element.tag == "meta" and element.get("name") == "description":
            self._add(element.get("content"), language, element)

    def _add(self, words: str | None, language: str, element: Any) -> None:
        if words and words.strip():
            self._runs.append(Run(" ".join(words.split()), language, element))

    def _say(self, words: str | None, language: str, element: Any) -> None:
        if not words:
            return
        if language != self._language:
            self._end()
            self._language = language
        if not self._said:
            self._at = element
        self._said.append(words)

    def _end(self) -> None:
        self._add("".join(self._said), self._language, self._at)
        self._said.clear()


def _foreign(page: SitePage, run: Run, language: Language, words: str) -> Problem:
    own = _NAMES[language]
    other = next(name for each, name in _NAMES.items() if each != language)
    code = "en" if language == "cy" else "cy"
    return page.problem(
        run.element,
        "wrong-language",
        f"words marked as {own} read as {other}: “{_short(words)}”",
        f'{own}, or words that say lang="{code}"',
        f"write them in {own} in {page.where('the guide or the words of the interface')},"
        f' or put <span lang="{code}"> around them',
        "warning",
    )


def _short(words: str, most: int = 80) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def find_silent_pictures(site: BuiltSite) -> Iterator[Problem]:
    """Pictures that say nothing to those who cannot see them."""
    for page in site.pages.values():
        for element in page.elements:
            if _is_silent(element):
                yield page.problem(
                    element,
                    "no-alternative",
                    f"<{element.tag}> has no words in its place",
                    'alt, or role="img" with aria-label; alt="" or aria-hidden where it says'
                    " nothing",
                    f"give it words in {page.where()}",
                )


def _is_silent(element: Any) -> bool:
    if element.tag in ("img", "area"):
        return element.get("alt") is None and not _is_hidden(element)
    if element.tag == "input":
        return element.get("type") == "image" and not element.get("alt")
    if element.tag != "svg" or _is_hidden(element):
        return False
    named = element.get("aria-label") or element.get("aria-labelledby")
    if named or element.find("title") is not None:
        return False
    return not any(_names_itself(above) for above in element.iterancestors())


def _is_hidden(element: Any) -> bool:
    return any(each.get("aria-hidden") == "true" for each in (element, *element.iterancestors()))


def _names_itself(element: Any) -> bool:
    """Whether a control has a name, so that a picture in it need not have one."""
    if element.tag not in _CONTROLS:
        return False
    named = element.get("aria-label") or element.get("title") or element.get("aria-labelledby")
    return bool(named or "".join(element.itertext()).strip())
