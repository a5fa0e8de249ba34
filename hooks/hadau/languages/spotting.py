"""Whether a run of words is in the other language: by words that only one of the two has.

Both word lists are simplemma's (https://github.com/adbar/simplemma). A word that both know, such
as "can" or "partners", or that neither knows, says nothing. Names say nothing either, so that words
with a capital count only where they begin a run, and then only among others.
"""

from __future__ import annotations

import re
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
