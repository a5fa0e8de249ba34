"""Names of a bibliography that can be split, but hardly mean what they are read as.

Each is a warning: the name is read all the same, as its commas, braces and capitals say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_ORGANISATIONS = frozenset(
    """
    adran agency archif archive arolygiaeth asiantaeth association auditor awdurdod
    bank board bwrdd cabinet canolfan centre cenedlaethol centrum chwaraeon college coleg comisiwn
    comisiynydd commission commissioner committee consortium conffederasiwn confederation
    corporation council cwmni cyf cyngor cymdeithas cymru department directorate elusen federation
    ffederasiwn for forum foundation fforwm gig government grŵp group gwasanaeth gweinidogaeth
    gweithrediaeth health heddlu iechyd inspectorate institute institution llyfrgell llywodraeth
    library ltd llp ministry museum amgueddfa national network nhs office parliament partneriaeth
    partnership plc police pwyllgor prifysgol rhwydwaith school sefydliad senedd service services
    society sport swyddfa team the trust undeb union university uned unit ymddiriedolaeth ysgol
    """.split()
)
"""Words that stand in the names of organisations in Wales and Britain, and in nobody's."""
_ACADEMY = "academ"
"""How such a word begins in both languages."""
_PLACE = "wales"
"""A family name too: after one word, "Jimmy Wales", it is a person's."""
_HONORIFICS = frozenset(
    "dr prof professor athro mr mrs ms miss sir syr dame rev parch lord arglwydd arglwyddes".split()
)
_ARTICLES = frozenset({"yr", "y"})
"""What stands before "Athro" and "Parch"."""
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?){1,4}|[A-Z]{1,2}")
_DOTTED = re.compile(r"(?:[A-Z]\.[ -]?){1,4}")
_LISTED = re.compile(r"\S*[a-zà-ÿŵŷ]\S* [A-Z]{1,2}(?:, \S*[a-zà-ÿŵŷ]\S* [A-Z]{1,2})+")
"""Names as medical journals list them: Spade S, Fork F."""
_BRACKETS = re.compile(r"(?<!\S)[(\[][^()\[\]]*[)\]]")
_WELSH_AND = re.compile(r"(?<=\s)ac?(?=\s)")
_ONE_NAME = 'one name as "Family, Given", and " and " between two names'
_BRACED = "braces of its own around the name of an organisation"


class Doubt(NamedTuple):
    """What a name probably should have been."""

    message: str
    """What it is read as."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""


def find_doubt(name: str, outside: str, *, alone: bool) -> Doubt | None:
    """The first doubt of a name; `outside` is what of it stands outside braces.

    `alone` says whether it is the only name of its field, whose braces are shown then too.
    """
    looks: tuple[Callable[[str, str], Doubt | None], ...] = (
        _doubt_brackets, _doubt_welsh_and, _doubt_listed, _doubt_honorific, _doubt_initials,
    )  # fmt: skip
    organisation = _doubt_organisation(name, outside, alone)
    found = (look(name, outside) for look in looks)
    return organisation or next(filter(None, found), None) or _doubt_capitals(name, outside, alone)


def _doubt_organisation(name: str, outside: str, alone: bool) -> Doubt | None:
    words = [word.strip(".").casefold() for word in outside.split()]
    place = _PLACE in words and len(words) != 2
    known = any(word in _ORGANISATIONS or word.startswith(_ACADEMY) for word in words)
    if "," in outside or len(words) < 2 or not (place or known):
        return None
    return Doubt(
        "an organisation is read as a person with a family name", _BRACED, _brace(name, alone)
    )


def _brace(name: str, alone: bool) -> str:
    braced = f"{{{name}}}"
    if alone:
        return f"write {{{braced}}}"
    return f"write {braced}, with its own braces and all words of its name"


def _doubt_brackets(name: str, outside: str) -> Doubt | None:
    found = _BRACKETS.search(outside)
    if not found:
        return None
    plain = " ".join(_BRACKETS.sub(" ", name).split()).replace(" ,", ",")
    editor = re.search(r"\b(?:ed|eds|gol|goln)\b", found[0])
    beside = " in the field editor" if editor else ""
    return Doubt(
        f'"{found[0].strip()}" is read as part of a name', _ONE_NAME, f'write "{plain}"{beside}'
    )


def _doubt_welsh_and(name: str, outside: str) -> Doubt | None:
    found = _WELSH_AND.search(outside)
    if not found or (found[0] == "a" and "," not in outside and len(outside.split()) < 4):
        # Thomas a Kempis
        return None
    return Doubt(
        f'"{found[0]}" is read as part of a name',
        _ONE_NAME,
        f'write "{_WELSH_AND.sub("and", name)}"',
    )


def _doubt_listed(name: str, outside: str) -> Doubt | None:
    if not _LISTED.fullmatch(outside):
        return None
    pairs = [each.rsplit(" ", 1) for each in name.split(", ")]
    mended = " and ".join(f"{family}, {_dot(initials)}" for family, initials in pairs)
    return Doubt("several people are read as one", _ONE_NAME, f'write "{mended}"')


def _doubt_honorific(name: str, outside: str) -> Doubt | None:
    parts = [part.split() for part in outside.split(",")]
    for index, words in enumerate(parts):
        titles = [word for word in words if word.strip(".").casefold() in _HONORIFICS]
        # Before a comma, "Lord" by itself is a family name.
        if not titles or titles[0] not in words[:2] or (index == 0 and len(words) < 2):
            continue
        at = words.index(titles[0])
        article = at == 1 and words[0].casefold() in _ARTICLES
        if at == 0 or article:
            title = f"{words[0]} {titles[0]}" if article else titles[0]
            plain = " ".join(name.replace(title, "", 1).split()).replace(" ,", ",").rstrip(" ,")
            return Doubt(f'"{title}" is read as part of a name', _ONE_NAME, f'write "{plain}"')
    return None


def _doubt_initials(name: str, outside: str) -> Doubt | None:
    family, comma, given = (part.strip() for part in outside.partition(","))
    first = given
    if comma:
        mended = f"{given}, {family}" if _DOTTED.fullmatch(family) and len(given) > 2 else ""
    else:
        first, _, rest = family.partition(" ")
        initials = _INITIALS.fullmatch(rest) and any(char.islower() for char in first)
        mended = f"{first}, {_dot(rest)}" if initials else ""
        family = rest
    if not mended or outside != name:
        return None
    mend = f'write "{mended}"'
    if len(family) == 1:
        # Malcolm X
        mend += f', or "{family}, {first}" where that is the family name'
    return Doubt(f'"{family}" is read as the family name', _ONE_NAME, mend)


def _dot(initials: str) -> str:
    return initials if "." in initials else " ".join(f"{letter}." for letter in initials)


def _doubt_capitals(name: str, outside: str, alone: bool) -> Doubt | None:
    words = outside.split(",")[0].split()
    family = words if "," in outside else words[-1:]
    shouted = [word for word in family if word.isupper() and word.isalpha() and len(word) > 2]
    if not shouted or len(shouted) < len(family) or outside != name:
        return None
    plain = name
    for word in shouted:
        plain = plain.replace(word, word.capitalize(), 1)
    mend = f'write "{plain}"'
    if len(outside.split()) == 1:
        mend += (
            f", or {{{{{name}}}}} for an organisation"
            if alone
            else f", or {{{name}}} for an organisation"
        )
    return Doubt(
        f'the family name "{" ".join(shouted)}" stands in capitals',
        "small letters after the first of each name",
        mend,
    )
