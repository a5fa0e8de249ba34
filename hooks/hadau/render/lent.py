"""Texts that one language lends another, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from ..model.text import Language


def mark_language(html: Markup, language: Language, *, block: bool) -> Markup:
    """HTML that is not in the language around it, marked with its own."""
    marked = Markup("<div lang={}>{}</div>") if block else Markup("<span lang={}>{}</span>")
    return marked.format(language, html)
