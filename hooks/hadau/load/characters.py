"""Characters that nobody sees: they come with words from a PDF, a web page or a word processor.

A word that holds one is another word to search, to links and to whoever compares texts.
"""

from __future__ import annotations

import re
from types import MappingProxyType

INVISIBLE = MappingProxyType(
    {
        "\u00ad": "soft hyphen",
        "\u200b": "zero-width space",
        "\u200c": "zero-width non-joiner",
        "\u200d": "zero-width joiner",
        "\u200e": "left-to-right mark",
        "\u200f": "right-to-left mark",
        "\u2028": "line separator",
        "\u2029": "paragraph separator",
        "\u2060": "word joiner",
        "\ufeff": "byte order mark",
    }
)
"""What each is called.

Source: https://www.unicode.org/charts/PDF/U2000.pdf and its neighbours.
"""

_UNSEEN = "".join(INVISIBLE)
_WORD_AROUND = re.compile(rf"[\w’'{_UNSEEN}-]*")


def name_character(character: str) -> str:
    """A character by its number, and by its name where it cannot be seen."""
    number = f"U+{ord(character):04X}"
    return f"{number} ({INVISIBLE[character]})" if character in INVISIBLE else number


def without_invisible(words: str) -> str:
    """Words as a reader sees them."""
    return re.sub(f"[{_UNSEEN}]", "", words)


def how_to_delete(text: str, offset: int) -> str:
    """What to type so that the character at an offset is gone, which an editor may not see."""
    if text[offset] not in INVISIBLE:
        return "delete the character"
    start = offset
    while start and _WORD_AROUND.fullmatch(text[start - 1]):
        start -= 1
    around = _WORD_AROUND.match(text, offset)
    seen = without_invisible(text[start : around.end() if around else offset])
    if not seen:
        return "delete the character, which cannot be seen"
    return f'delete the character, which cannot be seen: type "{seen}" anew'
