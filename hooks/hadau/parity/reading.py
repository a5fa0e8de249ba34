"""The words of a text as a reader meets them, and how easily they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape

from ..languages import RULES
from ..model.linked import EntryLink, Linked, Parsed
from ..model.status import Measure
from ..model.text import Language, Phrase, Text

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|t[dh]|tr|pre|blockquote|div)>|<br ?/?>|<hr ?/?>")
_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”)\]]*\s+(?=[^a-zâêîôûŵŷ\s])|\n+")
_WHOLE = re.compile(r"[.!?…][’”)\]]*\s*$")
_WORD = re.compile(r"\w+(?:[’'\-–.,]\w+)*")


def read_plainly(parsed: Parsed, title_of: Callable[[str, str | None], str]) -> str:
    """A text without its markup: links as their words, no citations, one line a paragraph."""
    html = "".join(
        piece
        if isinstance(piece, str)
        else (piece.words or title_of(piece.target, piece.anchor))
        if isinstance(piece, EntryLink)
        else ""
        for piece in parsed.pieces
    )
    # A line break inside a paragraph means nothing.
    lines = _BLOCK_END.sub("\0", html.replace("\n", " "))
    plain = unescape(_TAG.sub("", lines)).replace(" ()", "")
    return "\n".join(" ".join(line.split()) for line in plain.split("\0") if line.strip())


class PlainReader:
    """Reads the texts of a guide without their markup, each of them once."""

    def __init__(self, linked: Linked) -> None:
        guide = linked.guide
        self._parsed = linked.parsed
        self._titles: dict[str, Phrase] = {
            **{term.id: term.term for term in guide.glossary},
            **{section.id: section.title for section in guide.about.sections},
            **{record.id: record.title for record in guide.records},
        }
        self._plain: dict[tuple[str, Language], str] = {}

    def read(self, text: Phrase | Text, language: Language) -> str:
        """A text in one language, a line for each paragraph."""
        words = text.of(language)
        if isinstance(text, Phrase) or words not in self._parsed:
            return words
        key = (words, language)
        if key not in self._plain:
            self._plain[key] = read_plainly(
                self._parsed[words], lambda id_, _: self._title(id_, language)
            )
        return self._plain[key]

    def _title(self, id_: str, language: Language) -> str:
        return self._titles[id_].of(language) if id_ in self._titles else ""


def measure(texts: Iterable[str], language: Language) -> Measure:
    """Plain texts in one language by their words and sentences."""
    words = characters = 0
    sentences: list[int] = []
    for text in texts:
        words += len(_WORD.findall(text))
        for sentence in _SENTENCE_END.split(text):
            if _WHOLE.search(sentence):
                found = _WORD.findall(sentence)
                sentences.append(len(found))
                characters += sum(character.isalnum() for word in found for character in word)
    sentences = sorted((length for length in sentences if length), reverse=True)
    age = None
    if sentences:
        age = RULES[language].reading_age(characters, sum(sentences), len(sentences))
    return Measure(words, characters, tuple(sentences), age)
