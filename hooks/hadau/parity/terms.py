"""Whether the agreed words of a guide are used in its texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..languages import RULES
from ..model.guide import Guide
from ..model.linked import Linked
from ..model.parity import Standing
from ..model.places import Places
from ..problems import Problem
from .reading import PlainReader

_EMPHASIS = re.compile(r"\*+([^*\n]+)\*+|\b_+([^_\n]+)_+\b")
_ABBREVIATION = re.compile(r" ?\([^()]*\)")


def collect_terms(guide: Guide) -> dict[str, tuple[str, ...]]:
    """The Welsh words for each English term: the glossary's own, and those of `terms.yml`.

    Where both have a term, what `terms.yml` says holds.
    """
    terms = {
        _ABBREVIATION.sub("", term.term.en): (_ABBREVIATION.sub("", term.term.cy),)
        for term in guide.glossary
        if term.term.missing is None
    }
    return terms | {term.en: term.cy for term in guide.terms}


def find_lost_terms(
    linked: Linked, standings: Sequence[Standing], places: Mapping[str, Places]
) -> list[Problem]:
    """A warning for each English term that a text uses without its agreed Welsh beside it.

    Names in emphasis that stand in both languages, such as titles of works, are not looked into.
    """
    terms = collect_terms(linked.guide)
    reader = PlainReader(linked)
    problems = []
    for standing in standings:
        unit = standing.unit
        if unit.text.missing is not None:
            continue
        english, welsh = reader.read(unit.text, "en"), reader.read(unit.text, "cy")
        for name in _shared_names(unit.text.en, unit.text.cy):
            english = english.replace(name, "")
        folded = english.casefold()
        for term, agreed in terms.items():
            # Of most terms not even the beginning is there, which is quick to see.
            if term[:4].casefold() not in folded or not RULES["en"].says(english, term):
                continue
            if any(RULES["cy"].says(welsh, words) for words in agreed):
                continue
            problems.append(
                Problem(
                    places[unit.path].at((*unit.loc, "cy")),
                    "lost-term",
                    f'the English says "{term}", and the Welsh has no agreed word for it',
                    " or ".join(f'"{words}"' for words in agreed) + ", in any of its forms",
                    f"use the agreed word; where another is right, add it to the Welsh of "
                    f'"{term}" in {linked.guide.folder}/terms.yml',
                    "warning",
                )
            )
    return problems


def _shared_names(english: str, welsh: str) -> list[str]:
    names = [found[1] or found[2] for found in _EMPHASIS.finditer(english)]
    return [name for name in names if name in welsh]
