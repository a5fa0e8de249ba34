"""The Latin letters as both languages use them: without accents, in addresses, and in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

SortKey = tuple[tuple[int, ...], str, str]
"""What a text sorts by: its letters, then its accents, then its capitals."""

NO_LETTER = "0–9"
"""The heading of texts that begin with a number or a sign."""

# Letters that Unicode does not take apart into a plain letter and an accent.
_SPELT_OUT = MappingProxyType(
    str.maketrans(
        {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    )
)
_APOSTROPHE = re.compile("['’‘ʼ`´′]")
_HYPHEN = re.compile("['’‘ʼ‐‑\u00ad-]")
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")
_NOT_IN_WORDS = re.compile(r"[\W_]+")
_JOINT = re.compile("[‐‑-]")
_BETWEEN_WORDS = re.compile(r"[^\w|]+|_+")
_BREAK, _NUMBER, _FIRST_LETTER, _FOREIGN = 0, 1, 10, 1000


def fold(text: str) -> str:
    """The text in small letters without accents: "Tŷ Ŵyn" gives "ty wyn"."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_SPELT_OUT)
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(text: str) -> str:
    """The text as the last part of an address: a–z, 0–9 and single hyphens.

    An apostrophe closes up ("Mae’n" gives "maen"): a hyphen there would cut a word in two.
    A text with no Latin letter and no digit gives an empty slug.
    """
    return _NOT_IN_SLUG.sub("-", fold(_APOSTROPHE.sub("", text))).strip("-")


def plain(text: str) -> str:
    """A text as it is compared with what a reader wrote: small letters and digits without accents.

    Apostrophes close up, and everything else between words is one space. The script of the page
    does the same to what a reader writes (assets/hadau/quiz.mjs, `plain`).
    """
    return " ".join(_NOT_IN_WORDS.sub(" ", fold(_APOSTROPHE.sub("", text))).split())


def plain_forms(forms: Iterable[str], articles: Iterable[str]) -> tuple[str, ...]:
    """Forms of an answer in plain letters, each with and without hyphens and an article."""
    bare = {plain(text) for form in forms for text in (form, _JOINT.sub("", form))} - {""}
    return tuple(sorted(bare | {f"{article} {form}" for article in articles for form in bare}))


def ranks(alphabet: tuple[str, ...]) -> Mapping[str, int]:
    """The place of each letter in the order of an alphabet."""
    return MappingProxyType(
        {letter.lower(): place for place, letter in enumerate(alphabet, _FIRST_LETTER)}
    )


def collate(text: str, spelling: str, letter: re.Pattern[str], rank: Mapping[str, int]) -> SortKey:
    """The key that a text sorts by, on three levels as in the Unicode Collation Algorithm.

    Words sort one by one, so that "Llan Fawr" comes before "Llanfawr". Hyphens and apostrophes
    do not count. A number sorts by its value, before letters; letters of other scripts come last.

    `spelling` is the text folded, with "|" between letters that do not make one letter together;
    `letter` matches one letter or one number of it. Source: UTS 10 and the CLDR root order.
    """
    primary: list[int] = []
    for word in _BETWEEN_WORDS.split(_HYPHEN.sub("|", spelling)):
        tokens = letter.findall(word)
        if primary and tokens:
            primary.append(_BREAK)
        for token in tokens:
            if token.isdecimal():
                digits = "".join(str(unicodedata.decimal(digit)) for digit in token).lstrip("0")
                primary += (_NUMBER, len(digits), *map(int, digits))
            else:
                primary.append(rank.get(token, _FOREIGN + ord(token[0])))
    accents = unicodedata.normalize("NFD", text.casefold())
    # Small letters come before capitals, which their code points have the other way about.
    return tuple(primary), accents, text.swapcase()


def join_hyphens(word: str) -> str:
    """A word with hyphens as one: "budd-dal" gives "budddal"."""
    return _JOINT.sub("", word)


def heading(spelling: str, letter: re.Pattern[str]) -> str:
    """The letter under which a text stands in an A–Z, or NO_LETTER; `spelling` as in `collate`."""
    first = letter.search(spelling)
    return first[0].capitalize() if first and first[0].isalpha() else NO_LETTER
