"""Characters that nobody meant: those that nobody sees, and letters read in the wrong encoding.

The former come with words from a PDF, a web page or a word processor. A word that holds one is
another word to search, to links and to whoever compares texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_LONGEST_WORD = 40
_WORD_AROUND = re.compile(rf"[\w’'{_UNSEEN}-]{{,{_LONGEST_WORD}}}")

# UTF-8 that was read as Windows-1252 or Latin-1: a letter that begins two or three bytes, and the
# signs of the bytes that follow. Only what becomes a letter or mark of Welsh or English, or of the
# languages around them, is taken for it: "â’" may end a quotation.
_FOLLOWING = "".join(
    {bytes([byte]).decode(encoding, "ignore") for byte in range(0x80, 0xC0)
     for encoding in ("cp1252", "latin-1")}
)  # fmt: skip
_MISREAD = re.compile(f"(?:[ÂÄÅ][\u00a1-\u00bf]|Ã[{_FOLLOWING}]|[áâ][{_FOLLOWING}]{{2}})+")
_MEANT = re.compile("[\u00a1-\u017f\u1e80-\u1eff\u2010-\u2026€™]+")


def find_wrong_encoding(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word that was read in the wrong encoding: its beginning, its end and what was meant."""
    done = 0
    for found in _MISREAD.finditer(text):
        if found.start() < done or _reread(found) == found[0]:
            continue
        start, end = found.span()
        while start > max(done, found.start() - _LONGEST_WORD) and text[start - 1].isalnum():
            start -= 1
        while end < found.end() + _LONGEST_WORD:
            more = _MISREAD.match(text, end)
            if not more and not text[end : end + 1].isalnum():
                break
            end = more.end() if more else end + 1
        done = end
        yield start, end, _MISREAD.sub(_reread, text[start:end])


def _reread(found: re.Match[str]) -> str:
    """What was meant by signs that were read in the wrong encoding, perhaps twice."""
    try:
        meant = b"".join(map(_byte_of, found[0])).decode()
    except UnicodeDecodeError:
        return found[0]
    if not _MEANT.fullmatch(meant):
        return found[0]
    return _MISREAD.sub(_reread, meant)


def _byte_of(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


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
    while start > max(0, offset - _LONGEST_WORD) and _WORD_AROUND.fullmatch(text[start - 1]):
        start -= 1
    around = _WORD_AROUND.match(text, offset)
    seen = without_invisible(text[start : around.end() if around else offset])
    if not seen:
        return "delete the character, which cannot be seen"
    return f'delete the character, which cannot be seen: type "{seen}" anew'
