"""The sentence around a place in a text."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_BLOCK = re.compile(
    r"<(?:br|/?(?:p|li|ol|ul|td|th|tr|table|thead|tbody|blockquote|pre|hr))(?=[\s/>])[^>]*>"
)
_TAG = re.compile(r"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_END = re.compile(r"[.?!…][”’)\]]*(?=\s+[^\W\d_a-zà-ÿ]|\s+[“‘(]|\s*$|\s*\n)|\n")

LONGEST = 220
"""The most characters of a sentence that stand on either side of the place."""


class Sentence(NamedTuple):
    """A sentence, cut at the place that it is shown for."""

    before: str
    place: str
    after: str
    language: str = ""
    """The language of its words, where it is not that of the page."""


def words_of(markup: str) -> str:
    """Safe HTML as words alone; where a block begins or ends stands a line break."""
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", re.sub(r"\s+", " ", markup))))


def find_sentence(before: str, place: str, after: str) -> Sentence:
    """The sentence around a place, from the words before and after it in its text.

    A place that follows its sentence, as a citation after the full stop does, takes it along.
    """
    begins = [end.end() for end in _END.finditer(before)]
    while begins and not before[begins[-1] :].strip(" (“‘"):
        begins.pop()
    ended = _END.search(after)
    stop = ended.end() if ended else len(after)
    left = before[begins[-1] if begins else 0 :].replace("\n", " ")
    right = after[:stop].replace("\n", " ")
    if len(left) > LONGEST:
        left = "… " + left[-LONGEST:].partition(" ")[2]
    if len(right) > LONGEST:
        right = right[:LONGEST].rpartition(" ")[0] + " …"
    return Sentence(left.lstrip(), place, right.rstrip())
