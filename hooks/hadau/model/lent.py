"""Words that one language lends another, on the pages of a guide that is being drafted."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from .text import Bilingual, Language, other_language


class Lent(str):
    """Plain words in the other language of a page, which HTML marks as such.

    An attribute cannot mark them: it takes their `str`, and its element says the language.
    """

    language: Language

    def __new__(cls, words: str, language: Language) -> Lent:
        """Words and the language that they are in."""
        lent = super().__new__(cls, words)
        lent.language = language
        return lent

    def __html__(self) -> Markup:
        # Templates of a host print headings as they stand: no quotes.
        return Markup("<span lang={}>{}</span>").format(self.language, str(self))


def say(text: Bilingual, language: Language) -> str:
    """The words of a text in a language, or those of the other one, marked as lent."""
    words = text.of(language)
    return Lent(words, other_language(language)) if text.missing == language else words


def language_of(words: str) -> Language | None:
    """The language of words that are lent; None where they are in the language of their page."""
    return words.language if isinstance(words, Lent) else None


def say_language(words: str) -> Markup:
    """The attribute that says the language of lent words, for an element that they fill."""
    language = language_of(words)
    return Markup(' lang="{}"').format(language) if language else Markup()


def join_words(mark: str, items: Iterable[str]) -> str:
    """Words with a mark between them: plain ones where nothing is lent, else HTML that says it."""
    words = [*items]
    if any(isinstance(item, Lent | Markup) for item in words):
        return escape(mark).join(words)
    return mark.join(words)
