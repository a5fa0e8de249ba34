"""Fields of a bibliography that can be read, but would be printed as their author did not mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from html.entities import html5
from types import MappingProxyType
from typing import NamedTuple

from .bibtex_blocks import quote
from .bibtex_checks import find_year, read_month

_DATES = ("urldate", "eventdate", "origdate")
_SLASHED = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([12][0-9]{3})")
_SPELT = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+([12][0-9]{3})")
_NUMBERS = MappingProxyType(
    {
        "volume": re.compile(
            r"(?:vol(?:ume)?|cyf(?:rol)?|v)\.?\s*(?P<rest>[0-9].*)", re.IGNORECASE
        ),
        "number": re.compile(
            r"(?:no|nos|number|issue|iss|rhif|rhifyn)\.?\s*(?P<rest>[0-9].*)", re.IGNORECASE
        ),
        "pages": re.compile(r"(?:pp?|pages?|tt?|tud)\.?\s*(?P<rest>[0-9ivxlc].*)", re.IGNORECASE),
    }
)
"""A number with the word for it, which pages print before it."""
_SPAN = re.compile(r"([0-9]{1,7})\s*[-–]+\s*([0-9]{1,7})")
_QUOTED = re.compile(r"“([^“”]*)”|‘([^‘’]*)’|\"([^\"]*)\"|'([^']*)'")
_LAST_WORD = re.compile(r"(?:[^\W\d_]{4,}|[0-9]+)\.")
_HTML = re.compile(
    r"</?(?:b|br|em|i|p|sc|scp|small|span|strong|sub|sup|u)\s*/?>"
    r"|&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);"
)
_UNPRINTED = frozenset("abstract annote annotation comment file keywords url doi eprint".split())
_FEWEST_CAPITALS = 8


class FieldDoubt(NamedTuple):
    """What a field probably should have been."""

    code: str
    """A stable name for its kind."""
    message: str
    """What is wrong."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""


def find_doubts(plain: Mapping[str, str]) -> Iterator[tuple[str, FieldDoubt]]:
    """The first doubt of each field of a work, by the name of the field.

    `plain` has the fields with their LaTeX decoded.
    """
    for name, words in plain.items():
        looks: list[Callable[[str, str], FieldDoubt | None]] = [_doubt_html]
        if name in _DATES:
            looks.append(_doubt_date)
        if name == "title":
            looks += [_doubt_quotes, _doubt_stop, _doubt_capitals]
        if name == "doi":
            looks.append(_doubt_doi)
        if name in _NUMBERS:
            looks.append(_doubt_number)
        if name == "pages":
            looks.append(_doubt_span)
        found = next(filter(None, (look(name, words) for look in looks)), None)
        if found:
            yield name, found


def _doubt_html(name: str, words: str) -> FieldDoubt | None:
    pieces = [
        piece[0]
        for piece in (() if name in _UNPRINTED else _HTML.finditer(words))
        if piece[0][0] == "<" or piece[0][1] == "#" or piece[0][1:] in html5
    ]
    if not pieces:
        return None
    written = unescape(re.sub(r"<[^<>]*>", "", words)).replace("\u00a0", " ")
    return FieldDoubt(
        "html-in-bibtex",
        f"the field {quote(name)} shows {quote(pieces[0])} as it stands",
        "plain words, without HTML",
        f"write {name} = {{{_escape(written)}}}",
    )


def _escape(words: str) -> str:
    return re.sub(r"(?<!\\)([&%#_$])", r"\\\1", words)


def _doubt_date(name: str, words: str) -> FieldDoubt | None:
    if find_year(words, "date")[1]:
        return None
    likely = ""
    if found := _SLASHED.fullmatch(words):
        likely = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    elif found := _SPELT.search(words):
        month = read_month(found[2])
        likely = f"{found[3]}-{int(month):02}-{int(found[1]):02}" if month.isdigit() else ""
    sound = likely and find_year(likely, "date")[1]
    return FieldDoubt(
        "bad-date",
        f"{quote(words)} is not a date, and is printed as it stands",
        "a date such as 2024-05-31",
        f"write {name} = {{{likely}}}"
        if sound
        else f"write year, month and day of {name} with hyphens, or delete it",
    )


def _doubt_quotes(name: str, words: str) -> FieldDoubt | None:
    found = _QUOTED.fullmatch(words)
    if not found:
        return None
    inside = next(filter(None, found.groups()), "")
    return _doubt_title("has quotation marks of its own", "the words of the title alone", inside)


def _doubt_stop(name: str, words: str) -> FieldDoubt | None:
    if not _LAST_WORD.fullmatch(words.split()[-1]):
        return None
    return _doubt_title("ends with a full stop", "a title without a stop at its end", words[:-1])


def _doubt_capitals(name: str, words: str) -> FieldDoubt | None:
    letters = [char for char in words if char.isalpha()]
    shouted = len(words.split()) > 1 and len(letters) >= _FEWEST_CAPITALS and words.isupper()
    if not shouted:
        return None
    return _doubt_title(
        "stands in capitals", "small letters after the first, but for names", words.capitalize()
    )


def _doubt_title(what: str, expected: str, likely: str) -> FieldDoubt:
    mend = f"write title = {{{_escape(likely)}}}"
    return FieldDoubt("bad-title", f"the title {what}", expected, mend)


def _doubt_doi(name: str, words: str) -> FieldDoubt | None:
    likely = words.rstrip(".,;")
    if likely == words:
        return None
    return FieldDoubt(
        "bad-url",
        f"the DOI {quote(words)} ends with a mark that does not belong to it",
        "a DOI such as 10.1000/182",
        f'write "{likely}"',
    )


def _doubt_number(name: str, words: str) -> FieldDoubt | None:
    found = _NUMBERS[name].fullmatch(words)
    if not found:
        return None
    return FieldDoubt(
        "bad-number",
        f"the field {quote(name)} has a word before its number: {quote(words)}",
        f"the number of {name} alone",
        f"write {name} = {{{found['rest'].replace('–', '--')}}}",
    )


def _doubt_span(name: str, words: str) -> FieldDoubt | None:
    found = _SPAN.fullmatch(words)
    # 919--34 is short for 919--934.
    if not found or len(found[1]) > len(found[2]) or int(found[1]) <= int(found[2]):
        return None
    return FieldDoubt(
        "bad-range",
        f"the last page stands before the first: {quote(words)}",
        "the first page, and then the last",
        f"write pages = {{{found[2]}--{found[1]}}}",
    )
