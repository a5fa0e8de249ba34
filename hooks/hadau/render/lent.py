"""Words that one language lends another, on the pages of a guide that is being drafted."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..model.text import Language


class Lent(str):
    """Plain words in the other language of a page, which HTML marks as such."""

    language: Language

    def __new__(cls, words: str, language: Language) -> Lent:
        """Words and the language that they are in."""
        lent = super().__new__(cls, words)
        lent.language = language
        return lent

    def __html__(self) -> str:
        # Without quotes the words may stand in an attribute, where the mark does no good or harm.
        return f"<span lang={self.language}>{escape(str(self))}</span>"


def mark_lent(html: Markup, language: Language, *, block: bool) -> Markup:
    """A text in the other language of a page, marked with its own."""
    marked = Markup("<div lang={}>{}</div>") if block else Markup("<span lang={}>{}</span>")
    return marked.format(language, html)
