"""What a year, a date, a month and a link look like in a bibliography."""

from __future__ import annotations

import re
from datetime import date

from .bibtex_blocks import quote
from .bibtex_values import MONTHS

_YEAR = re.compile(r"[12][0-9]{3}")
_DAY = r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12][0-9]|3[01])(?:T[0-9:Z+-]+)?)?)?"
_DATE = re.compile(rf"{_DAY}[~?%]?(?:/(?:{_DAY}[~?%]?|\.\.)?)?")
_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_INSIDE = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_ADDRESS = re.compile(r"https?://[^\s\\/?#]+[^\s\\]*", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/)?10\.[0-9]{4,9}/[^\s\\]+", re.IGNORECASE)
_DOI_INSIDE = re.compile(r"10\.[0-9]{4,9}/[^\s\\{}]+")
_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()
)


def find_year(written: str, name: str) -> tuple[str, bool]:
    """The year in a field `year` or `date`, and whether the field is sound.

    A date is one of ISO 8601-2, as biblatex reads it (manual, section 2.3.8): a year, month, day
    or season, perhaps uncertain, perhaps the beginning of a span. Of a field that is not sound
    the only number that could be a year is given, if there is one.
    """
    pattern = _DATE if name == "date" else _YEAR
    if pattern.fullmatch(written):
        return written[:4], all(map(_is_in_calendar, _WHOLE_DAY.findall(written)))
    inside = set(_YEAR_INSIDE.findall(written))
    return (inside.pop() if len(inside) == 1 else ""), False


def _is_in_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def read_month(written: str) -> str:
    """The number of a month that stands as an English name or its short form; else as it was."""
    word = written.casefold().rstrip(".")
    if word in _MONTH_NAMES:
        return str(_MONTH_NAMES.index(word) + 1)
    return MONTHS.get(word, written)


def find_bad_link(name: str, written: str) -> tuple[str, str, str] | None:
    """What is wrong with a `url` or `doi`, what was expected, and what to type."""
    pattern = _DOI if name == "doi" else _ADDRESS
    if pattern.fullmatch(written):
        return None
    what = "DOI" if name == "doi" else "web address"
    if re.search(r"\s", written):
        message = f"the {what} {quote(written)} has a space or a line break in it"
        mend = "write it on one line without spaces"
    elif "\\" in written:
        message = f"the {what} {quote(written)} has a backslash in it"
        mend = "write it as the browser shows it, without backslashes"
    elif name == "doi":
        message = f'{quote(written)} is not a DOI, which begins with "10."'
        inside = _DOI_INSIDE.search(written)
        mend = f'write "{inside.group()}"' if inside else "write the DOI, or delete the field"
    else:
        message = f'the web address {quote(written)} does not begin with "https://" or "http://"'
        host = re.fullmatch(r"(?:www\.|[a-z0-9-]+\.[a-z]{2})[^\s:]*", written, re.IGNORECASE)
        mend = (
            f'write "https://{written}"'
            if host
            else "copy the whole address out of the browser, or delete the field"
        )
    expected = (
        "a DOI such as 10.1000/182" if name == "doi" else "an address such as https://example.org/"
    )
    return message, expected, mend
