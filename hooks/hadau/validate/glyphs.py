"""Characters that cannot be printed: the letters of the sheets have no sign for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from ..model.fonts import printable
from ..model.places import Document, Loc
from ..problems import Problem

PLAIN = frozenset("\n\t‘’“”–—…•€→\u2011ŵŷŴŶ").union(
    map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x100)))
)
"""What nearly all texts are made of: the font is opened only for those that have more."""
_INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")


def find_unprintable(document: Document) -> Iterator[Problem]:
    """The first character of each text in a file that no sheet of paper can show."""
    for loc, words in _texts(document.data, ()):
        for sign in words if not PLAIN.issuperset(words) else "":
            if can_be_printed(sign):
                continue
            name = unicodedata.name(sign, "a character without a name")
            yield Problem(
                document.places.within(loc, sign),
                "no-glyph",
                f"{sign} ({name}, U+{ord(sign):04X}) cannot be printed",
                "letters and signs of Source Sans Pro, in which sheets and PDFs are set",
                "use another sign, or say it in words",
            )
            break


def can_be_printed(sign: str) -> bool:
    """Whether the font has a character, or nothing of it is seen anyway.

    A hyphen that does not break (U+2011) is printed as the one that it looks like.
    """
    return (
        sign in PLAIN
        or ord(sign) in printable()
        or unicodedata.category(sign) in _INVISIBLE
        or "VARIATION SELECTOR" in unicodedata.name(sign, "")
    )


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, (*loc, name))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _texts(item, (*loc, index))
