"""What records get wrong beside one another: numbers of figures, and words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.entries import Framework, GlossaryTerm
from ..model.places import Document, Loc
from ..model.text import LANGUAGES, Language
from ..problems import Problem
from .shape import quote

_SEVERAL = re.compile(
    r"[\w’' -]{2,}\s?/\s?[\w’' -]{2,}|[\w’' -]+ \((?![^a-zà-ÿŵŷ()]+\))[\w.,’' -]+\)"
)
"""Two words with a stroke between them, or a word with a remark in brackets, as in a dictionary.

Capitals in brackets are an abbreviation, which texts write beside its words.
"""
_PARTS = re.compile(r"\s*/\s*|\s*\(|\)")


def check_figures(frameworks: Iterable[tuple[Framework, Document]]) -> Iterator[Problem]:
    """Figures with the number of an earlier one."""
    seen: dict[int, str] = {}
    for framework, document in frameworks:
        number = framework.figure.number
        if number is None:
            continue
        if number in seen:
            yield Problem(
                document.places.at(("figure", "number")),
                "duplicate-number",
                f"two figures have the number {number}",
                f"a number of its own; the figure of {seen[number]} has this one",
                "write another number, or delete `number`",
                "warning",
            )
        seen.setdefault(number, framework.id)


def check_glossary(terms: Iterable[GlossaryTerm], document: Document) -> Iterator[Problem]:
    """Terms that no text can hold, and words that belong to two terms."""
    seen: dict[tuple[Language, str], str] = {}
    for number, term in enumerate(terms):
        for language in LANGUAGES:
            for loc, words in _find_forms(term, language):
                key = (language, words.casefold())
                if key in seen and seen[key] != term.id:
                    yield _taken((number, *loc), words, seen[key], document)
                seen.setdefault(key, term.id)
            words = term.term.of(language)
            if term.term.missing != language and _SEVERAL.fullmatch(words):
                yield _never_found((number, "term", language), words, language, document)


def _find_forms(term: GlossaryTerm, language: Language) -> Iterator[tuple[Loc, str]]:
    if term.term.missing != language:
        yield ("term", language), term.term.of(language)
    for index, form in enumerate(term.forms.of(language)):
        yield ("forms", language, index), form


def _taken(loc: Loc, words: str, other: str, document: Document) -> Problem:
    return Problem(
        document.places.at(loc),
        "ambiguous-term",
        f"{quote(words)} is a form of two terms",
        f"each form with one term; `{other}` has this one",
        "delete it from one of them",
        "warning",
    )


def _never_found(loc: Loc, words: str, language: Language, document: Document) -> Problem:
    first, *others = [part.strip() for part in _PARTS.split(words) if part.strip()]
    form = others[0] if "/" in words and others else ""
    beside = f", and `forms: {{{language}: [{form}]}}` beside it" if form else ""
    return Problem(
        document.places.at(loc),
        "term-never-found",
        f"no text says {quote(words)}, so that no page explains it",
        "the term as texts write it",
        f"write {quote(first)}{beside}",
        "warning",
    )
