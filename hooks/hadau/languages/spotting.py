"""Whether a run of words is in the other language: by words that only one of the two has.

Both word lists are simplemma's (https://github.com/adbar/simplemma). A word that both know, such
as "can" or "partners", or that neither knows, says nothing. Names say nothing either, so that words
with a capital count only where they begin a run, and then only among others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from simplemma import is_known

from ..model.text import Language, other_language

FEWEST = 2
"""How many words of the other language, and none of its own, make a run foreign."""
FEWEST_AMONG_OTHERS = 3
"""How many make it foreign where it has words of its own too; there must be fewer of those."""

_SENTENCE = re.compile(r"(?<=[.!?;:])[”’\"')]*\s+|\s[–—]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = "“”‘’\"'()[]{}–—,;:.!?…*«»"


@cache
def find_foreign(text: str, language: Language) -> str | None:
    """The first sentence of a text that is in the other language, if there is one."""
    runs = (" ".join(run.split()) for run in _SENTENCE.split(text))
    return next((run for run in runs if run and _is_foreign(run, language)), None)


def _is_foreign(run: str, language: Language) -> bool:
    own = foreign = first = 0
    for place, token in enumerate(run.split()):
        word = token.strip(_MARKS)
        if not _WORD.fullmatch(word):
            # An address, a number or a file says nothing.
            continue
        begins = place == 0 and word[0].isupper() and word[1:].islower()
        if not word[0].islower() and not begins:
            continue
        only = _only_in(word[0].lower() + word[1:])
        own += only == language
        if only == other_language(language):
            foreign, first = (foreign, 1) if begins else (foreign + 1, first)
    alone = foreign >= FEWEST and not own
    return alone or (foreign + first >= FEWEST_AMONG_OTHERS and foreign + first > own)


@cache
def _only_in(word: str) -> Language | None:
    """The one language that knows a word; None where both do, or neither."""
    plain = word.replace("’", "'")
    welsh, english = is_known(plain, "cy"), is_known(plain, "en")
    if welsh == english:
        return None
    return "cy" if welsh else "en"


_COMMON: dict[str, Language] = {
    **dict.fromkeys("and by for has have is of that the they this to was with you".split(), "en"),
    **dict.fromkeys("ac ei eu i’r ni o’r y yn yr yw â’r".split(), "cy"),
}
"""Everyday words of one language that the lists know as rare ones of the other: Welsh "the" is a
mutated "te". They tell of a text only where nothing else in it is of the other language."""
_JOINING = frozenset("a ac am and ar at for gan i in o of on the to y yn yr".split())
"""Words that stand in a name without a capital: Ysgol y Prawf, Board of Trade."""


@cache
def find_own_words(text: str) -> Mapping[Language, tuple[str, ...]]:
    """The words of a whole text that only one of the languages has, by that language.

    Words with a capital are among them, though they may be names.
    """
    found: dict[Language, tuple[str, ...]] = {"cy": (), "en": ()}
    for word in find_words(text):
        small = word.lower().replace("'", "’")
        # A letter by itself is a mark for something: "x", "A".
        language = _COMMON.get(small) or (_only_in(small) if len(small) > 1 else None)
        if language:
            found[language] += (word,)
    return found


@cache
def find_words(text: str) -> tuple[str, ...]:
    """The words of a text, without marks, numbers and addresses."""
    words = (token.strip(_MARKS) for token in text.split())
    return tuple(word for word in words if _WORD.fullmatch(word))


def may_be_name(text: str) -> bool:
    """Whether each word begins with a capital, but for those that join others, and nothing ends."""
    words = find_words(text)
    return not text.endswith((".", "?", "!", ":")) and all(
        word[0].isupper() or word in _JOINING for word in words
    )
