"""Whether a Welsh word of a text may be a form of another: mutated, in the plural, or inflected.

This is a sieve and no grammar: it lets too much through rather than too little, so that nobody is
told of a word that is there. Vowels change from form to form (sgwrs, sgyrsiau; ffordd, ffyrdd) and
endings follow, so a form begins with the consonants of its word, after any mutation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_VOWELS = "aeiouwy"
_SMALL = frozenset(
    "a ac ag am ar at dan dros gan gyda heb i lle mae n o r rhag u w wrth y yn yr".split()
)
_INITIALS = {
    "p": ("b", "mh", "ph"), "t": ("d", "nh", "th"), "c": ("g", "ngh", "ch"), "b": ("f", "m"),
    "d": ("dd", "n"), "g": ("", "ng"), "m": ("f",), "ll": ("l",), "rh": ("r",), "": ("h",),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_Shape = tuple[str, str, str]
_ONE_OF_MANY = re.compile(r"(?<=\w{3})[ye]n$")
_DOUBLE = re.compile("ch|dd|ff|ngh|ng|ll|mh|nh|ph|rh|th")


def says(text: str, term: str) -> bool:
    """Whether a text has every word of a term in some form and any order; small words aside."""
    tokens = {_shape(token) for token in _WORD.findall(text)}
    wanted = [word for word in _WORD.findall(term) if word.casefold() not in _SMALL]
    return all(any(_fits(token, word) for token in tokens) for word in wanted)


def _fits(token: _Shape, word: str) -> bool:
    # gwreiddyn, gwreiddiau; coeden, coed
    initial, consonants, rest = _shape(_ONE_OF_MANY.sub("", word))
    if token[0] not in _mutations(initial):
        return False
    # With no consonant to go by, the vowels must be the same: rhaw, rhawiau.
    return token[1].startswith(consonants) if consonants else token[2].startswith(rest)


@cache
def _mutations(initial: str) -> tuple[str, ...]:
    first = _DOUBLE.match(initial)
    radical = first[0] if first else initial[:1]
    cluster = initial[len(radical) :]
    return (initial, *(f"{changed}{cluster}" for changed in _INITIALS.get(radical, ())))


@cache
def _shape(word: str) -> _Shape:
    """The consonants that a word begins with, all those after its first vowel, and all its rest."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", word.casefold())
        if not unicodedata.combining(letter)
    )
    initial = re.match(f"[^{_VOWELS}]*", plain)
    start = initial[0] if initial else ""
    rest = plain[len(start) :]
    return start, re.sub(f"[{_VOWELS}]", "", rest), rest
