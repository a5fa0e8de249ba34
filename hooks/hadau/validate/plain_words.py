"""Markup in fields of one line, which are plain words: it would be printed as it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from pydantic import BaseModel

from ..model.entries import AgreedTerm, Forms, Reviewed
from ..model.places import Document, Loc
from ..model.quizzes import Answers
from ..model.quotations import Quotation, Translated
from ..model.text import LANGUAGES, Phrase
from ..problems import Problem

_PLAIN: dict[type[BaseModel], tuple[str, ...]] = {
    Phrase: LANGUAGES,
    Answers: LANGUAGES,
    Forms: LANGUAGES,
    AgreedTerm: LANGUAGES,
    Quotation: ("words",),
    Translated: ("words",),
    Reviewed: ("by",),
}
"""The fields of one line of plain words, by the records that have them."""
_ADDRESSES = frozenset({"suggest"})
"""Fields that hold an address, in which a star or an underscore is a sign like others."""
_ELEMENTS = "a|abbr|b|cite|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u"
_MARKUP = re.compile(
    # [words](https://example.org/), and a picture
    r"(?P<link>!?\[(?P<words>[^\[\]]*)\]"
    r"\((?:https?://|mailto:|tel:|www\.|\.{0,2}/|[\w-]+\.\w)[^\s()]*\)?)"
    # [[shared-goals]], [[shared-goals#first|words]]
    r"|(?P<entry>\[\[[^\[\]|]*(?:\|(?P<own>[^\[\]]*))?\]\])"
    # [@rees2019, p. 37], [see @rees2019]
    r"|(?P<cited>\[(?:[^\[\]]*[\s;])?-?@\w[^\[\]]*\])"
    # {#goals}
    r"|(?P<anchor>\{#[\w-]+\})"
    # # Goals
    r"|(?P<heading>^#{1,6}(?= +\S))"
    # **goals**, *goals*; a star for itself has a space beside it, or only one side of a word
    r"|(?P<stars>(?<![\w*\\])(?P<star>\*{1,3})(?=\S)(?P<starred>[^<>]+?)(?<=\S)(?P=star)(?![\w*]))"
    # __goals__, _goals_, as Markdown reads them; `.__name__` is a name
    r"|(?P<lines>(?<![\w.\\])(?P<line>_{1,3})(?=[^\s_])(?P<lined>[^_<>]+)(?<=\S)(?P=line)(?!\w))"
    # `goals`
    r"|(?P<code>`(?P<coded>[^`<>{}]+)`)"
    # <https://example.org/>
    r"|(?P<auto><(?P<address>https?://[^\s<>\"']+)>)"
    # <i>goals</i>, <span lang="en">goals</span>, <br>
    rf"|(?P<tags><(?P<tag>{_ELEMENTS})(?:\s+(?:class|href|lang|title)=(?:\"[^\"<>]*\"|'[^'<>]*'))*>"
    r"(?P<tagged>.*?)</(?P=tag)>)"
    r"|(?P<break><(?:br|hr)\s*/?>)"
    # \*, \[ and \@, which texts need
    r"|(?P<stroke>\\(?P<sign>[*_\[\]@`]))"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);)"
)
_SPACES = re.compile("[\u00a0\u2002\u2003\u2009\u202f]")


def find_words(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every line of plain words inside a record that somebody wrote, with the way to it."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from find_words(item, (*loc, index))
    elif isinstance(value, BaseModel):
        plain = _PLAIN.get(type(value), ())
        for name in type(value).model_fields:
            inside = getattr(value, name)
            if name not in plain:
                if name not in _ADDRESSES:
                    yield from find_words(inside, (*loc, name))
            elif isinstance(inside, tuple):
                yield from (((*loc, name, index), words) for index, words in enumerate(inside))
            elif inside and not (isinstance(value, Phrase) and value.missing == name):
                yield (*loc, name), inside


def find_markup(words: str) -> Iterator[str]:
    """Each piece of a line that Markdown or HTML would read, and plain words do not."""
    for found in _MARKUP.finditer(words):
        if found["entity"] is None or _is_entity(found["entity"]):
            yield found[0]


def check_plain_words(record: object, document: Document) -> Iterator[Problem]:
    """Every piece of markup in the lines of plain words of a record."""
    for loc, words in find_words(record):
        seen: Counter[str] = Counter()
        for piece in find_markup(words):
            yield Problem(
                document.places.within(loc, piece, seen[piece]),
                "markup-in-words",
                f"{say_field(loc)} is one line of plain words, and shows “{piece}” as it stands",
                "plain words, without Markdown or HTML",
                _mend(piece),
            )
            seen[piece] += 1


def say_field(loc: Loc) -> str:
    """The field around words as a message names it, or their language where it has no name."""
    names = [str(part) for part in loc if isinstance(part, str)]
    return f"`{next((name for name in reversed(names) if name not in LANGUAGES), names[-1])}`"


def _is_entity(written: str) -> bool:
    return written.startswith("&#") or written[1:] in html5


def _mend(piece: str) -> str:
    found = _MARKUP.match(piece)
    if found and found["cited"]:
        return "delete it, and cite the source in a longer text"
    if found and found["entry"] and found["own"] is None:
        return "write the title of the entry, and put the link in a longer text"
    plain = _as_plain_words(piece)
    if piece.startswith("#") or not plain:
        return "delete it"
    if not plain.strip():
        return "write a space"
    link = "](" in piece or (found is not None and found["own"])
    beside = ", and put the link in a longer text" if link else ""
    return f"write “{plain}”{beside}"


def _as_plain_words(piece: str) -> str:
    """What a piece of markup would show, with all that stands inside it taken out too."""
    plain = piece
    while (shown := _MARKUP.sub(_shown, plain)) != plain:
        plain = shown
    return plain


def _shown(found: re.Match[str]) -> str:
    if found["entity"]:
        return _SPACES.sub(" ", unescape(found[0])) if _is_entity(found[0]) else found[0]
    for name in ("words", "own", "starred", "lined", "coded", "address", "tagged", "sign"):
        if found[name] is not None:
            return found[name]
    return " " if found["break"] else ""
