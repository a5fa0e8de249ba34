"""The words of a text as a reader meets them, and how easily they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape

from ..languages import RULES
from ..model.linked import EntryLink, Parsed
from ..model.text import Language

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|t[dh]|tr|pre|blockquote|div)>|<br ?/?>|<hr ?/?>")
_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”)\]]*\s+(?=[^a-zâêîôûŵŷ\s])|\n+")
_WHOLE = re.compile(r"[.!?…][’”)\]]*\s*$")
_WORD = re.compile(r"\w+(?:[’'\-–.,]\w+)*")


@dataclass(frozen=True, slots=True)
class Measure:
    """How much there is to read, and how it reads."""

    words: int = 0
    """How many words."""
    characters: int = 0
    """How many letters and digits, in whole sentences only."""
    sentences: tuple[int, ...] = ()
    """The words of each whole sentence, the longest first. Titles and labels are none."""

    @property
    def average(self) -> float | None:
        """The words of a sentence on average, to one place; None where there are none."""
        return round(sum(self.sentences) / len(self.sentences), 1) if self.sentences else None

    @property
    def longest(self) -> int | None:
        """The words of the longest sentence."""
        return self.sentences[0] if self.sentences else None

    def reading_age(self, language: Language) -> float | None:
        """The age at which a reader of the language follows it, in years, where that is known."""
        if not self.sentences:
            return None
        return RULES[language].reading_age(
            self.characters, sum(self.sentences), len(self.sentences)
        )


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


def measure(texts: Iterable[str]) -> Measure:
    """Plain texts by their words and sentences."""
    words = characters = 0
    sentences: list[int] = []
    for text in texts:
        words += len(_WORD.findall(text))
        for sentence in _SENTENCE_END.split(text):
            if _WHOLE.search(sentence):
                found = _WORD.findall(sentence)
                sentences.append(len(found))
                characters += sum(character.isalnum() for word in found for character in word)
    return Measure(words, characters, tuple(sorted((n for n in sentences if n), reverse=True)))
