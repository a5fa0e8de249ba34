"""Terms of the glossary where texts use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..languages import RULES
from ..model.entries import GlossaryTerm
from ..model.linked import Parsed, Piece, UsedTerm
from ..model.text import Language

_TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>""")
_WORD = re.compile(r"(?<![\w&#])[^\W_]+")
_ABBREVIATED = re.compile(r"(.+?) \(([^()]+)\)")
_SENTENCE_START = re.compile(r"(?:^|[.?!:>])[\s“‘(]*$")

_VOID = frozenset({"br", "hr", "wbr"})
_LEFT_ALONE = frozenset({"a", "abbr", "cite", "code", "dfn", "kbd", "pre"})
"""Elements whose words are links already, or are not the guide's own."""


class TermFinder:
    """Finds the terms of a glossary in texts of one language.

    A text is looked through word by word, and a word that begins no term costs one look into a
    dictionary, so that the size of the glossary does not matter.
    """

    def __init__(self, glossary: Iterable[GlossaryTerm], language: Language) -> None:
        self._starts: dict[str, list[tuple[str, re.Pattern[str], str]]] = {}
        for term in glossary:
            if term.explain == "first-use":
                for form in _find_forms(term, language):
                    first = _WORD.search(form)
                    if first and first.start() == 0:
                        way = (form, _as_pattern(form), term.id)
                        self._starts.setdefault(first.group().casefold(), []).append(way)
        for ways in self._starts.values():
            ways.sort(key=lambda way: (-len(way[0]), way[0]))

    def mark(self, parsed: Parsed) -> Parsed | None:
        """A text with each term marked where it first stands, or None where it uses none.

        Words in links, code and elements with a language of their own are left alone.
        """
        seen: set[str] = set()
        open_: list[str] = []
        pieces: list[Piece] = []
        for piece in parsed.pieces:
            pieces += self._split(piece, seen, open_) if isinstance(piece, str) else [piece]
        return Parsed(tuple(pieces), parsed.inline) if seen else None

    def _split(self, html: str, seen: set[str], open_: list[str]) -> Iterator[Piece]:
        done = place = 0
        while place < len(html):
            tag = _TAG.search(html, place)
            end = tag.start() if tag else len(html)
            if not open_:
                for start, stop, id_ in self._find(html, place, end):
                    if id_ not in seen:
                        seen.add(id_)
                        if start > done:
                            yield html[done:start]
                        yield UsedTerm(id_, html[start:stop])
                        done = stop
            if tag is None:
                break
            _follow(tag, open_)
            place = tag.end()
        if done < len(html):
            yield html[done:]

    def _find(self, html: str, place: int, end: int) -> Iterator[tuple[int, int, str]]:
        while word := _WORD.search(html, place, end):
            place = word.end()
            for form, pattern, id_ in self._starts.get(word.group().casefold(), ()):
                found = pattern.match(html, word.start(), end)
                if found and _is_common(html, found, form):
                    yield found.start(), found.end(), id_
                    place = found.end()
                    break


def _find_forms(term: GlossaryTerm, language: Language) -> set[str]:
    """Every form of a term: "Public Services Board (PSB)" gives both names, and their plurals."""
    written = term.term.of(language)
    names: Sequence[str] = (written,)
    if parts := _ABBREVIATED.fullmatch(written):
        names = (written, *parts.groups())
    listed = term.forms.of(language)
    return {form for name in (*names, *listed) for form in RULES[language].word_forms(name)}


def _as_pattern(form: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, form.split()))
    flags = re.NOFLAG if re.search("[A-Z]{2}", form) else re.IGNORECASE
    return re.compile(rf"(?<![\w-]){words}(?!\w|-\w)", flags)


def _is_common(html: str, found: re.Match[str], form: str) -> bool:
    """Whether words are no part of a proper name: a capital that the term lacks begins a sentence.

    So "trust" is found in "Trust grows", and not in "the Health Trust".
    """
    if not found.group()[0].isupper() or form[0].isupper():
        return True
    return bool(_SENTENCE_START.search(html[: found.start()]))


def _follow(tag: re.Match[str], open_: list[str]) -> None:
    """Keep account of the elements that are left alone, and of everything inside them."""
    closes, name, attributes = tag.groups()
    if name in _VOID:
        return
    if closes:
        if open_:
            open_.pop()
    elif open_ or name in _LEFT_ALONE or re.search(r"\blang\s*=", attributes):
        open_.append(name)
