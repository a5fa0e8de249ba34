"""Names of authors and editors, split as BibTeX splits them before any LaTeX is decoded.

The rules are those of "Tame the BeaST" (https://ctan.org/pkg/tamethebeast), as
bibtexparser follows them, with two departures. Welsh *ap*, *ab*, *ferch* and *verch* belong to
the family name wherever they stand and however they are written: "Dafydd ap Gwilym" has the
family name "ap Gwilym" and is filed under *a*. That is right for people of today; an editor who
wants a medieval poet under his own name writes `{Dafydd ap Gwilym}`. And a name of two words
that begins with a particle, "de Gaulle", has no given name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from ..model.guide import Name
from ..problems import Severity
from .latex import decode_latex
from .name_doubts import find_doubt

_WELSH_PARTICLES = frozenset({"ap", "ab", "ferch", "verch"})
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+")
_ET_AL = re.compile(r"\bet\.? al\b", re.IGNORECASE)
_BRACE = re.compile(r"(?<!\\)[{}]")
_ACCENT = re.compile(r"\\[^&A-Za-z]")
_ONE_NAME = 'one name as "Family, Given", and " and " between two names'


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name that cannot stand as it is, or hardly."""

    words: str
    """The name as it was written."""
    message: str
    """What is wrong."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""
    severity: Severity = "error"
    """A warning where the name can be split, but hardly means what it is read as."""


def split_names(written: str) -> tuple[tuple[Name, ...], bool, tuple[NameFault, ...]]:
    """The people and organisations of a field, whether "and others" ended it, and the faults.

    A name wholly in braces is an organisation. Particles such as *van der* stay with the family
    name; a suffix such as *Jr* follows the given names after a comma.
    """
    names: list[Name] = []
    faults: list[NameFault] = []
    others = False
    written_names = split_multiple_persons_names(written)
    for name in written_names:
        if name.casefold() == "others":
            others = True
            continue
        fault = _find_fault(name) or _find_doubt(name, alone=len(written_names) == 1)
        if fault:
            faults.append(fault)
        read = _read_name(name)
        if read.family:
            names.append(read)
    return tuple(names), others, tuple(faults)


def _read_name(written: str) -> Name:
    if _is_one_group(written):
        return Name(_decode(written), corporate=True)
    parts = parse_single_name_into_parts(written, strict=False)
    given, family = [*parts.first], [*parts.von, *parts.last]
    while given and given[-1].casefold() in _WELSH_PARTICLES:
        family.insert(0, given.pop())
    # bibtexparser takes the first of two words for a given name, whatever its case.
    two_words = "," not in written and len(given) == 1 and len(family) == 1
    if two_words and given[0][0].islower() and family[0][0].isupper():
        family = [given.pop(), *family]
    last, first, suffix = (_decode(" ".join(words)) for words in (family, given, parts.jr))
    if not last:
        return Name(first or suffix)
    return Name(last, ", ".join(part for part in (first, suffix) if part))


def _is_one_group(written: str) -> bool:
    depth = 0
    for brace in _BRACE.finditer(written):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return written[0] == "{" and brace.end() == len(written)
    return False


def _decode(words: str) -> str:
    # A tie only keeps a name on one line; names are compared and sorted with plain spaces.
    return " ".join(decode_latex(words)[0].split())


def _outside_braces(written: str) -> str:
    depth, kept, last = 0, [], 0
    for brace in _BRACE.finditer(written):
        if depth == 0:
            kept.append(written[last : brace.start()])
        depth = max(0, depth + (1 if brace.group() == "{" else -1))
        last = brace.end()
    if depth == 0:
        kept.append(written[last:])
    return _ACCENT.sub("", "".join(kept))


def _find_fault(name: str) -> NameFault | None:
    outside = _outside_braces(name)
    words = outside.split()
    if _ET_AL.search(outside):
        return NameFault(
            name,
            '"et al." is read as part of a name',
            'every author by name, or "and others" at the end of the list',
            'write "and others" instead',
        )
    if words and "and" in (words[0].casefold(), words[-1].casefold()):
        return NameFault(
            name,
            'there is no name on one side of an "and"',
            _ONE_NAME,
            'write the name that is missing, or delete the "and"',
        )
    if ";" in outside:
        return NameFault(
            name,
            'names stand with ";" between them',
            _ONE_NAME,
            f'write "{re.sub(r" *; *", " and ", name)}"',
        )
    if "&" in outside:
        return NameFault(
            name,
            '"&" is read as part of a name',
            '"and" between two people, or braces around an organisation',
            f'write "and" for "&" between two people, or "{{{name}}}" for an organisation',
        )
    if "=" in outside:
        return NameFault(name, '"=" is read as part of a name', _ONE_NAME, 'take out the "="')
    try:
        parts = parse_single_name_into_parts(name, strict=True)
    except InvalidNameError as error:
        return NameFault(name, *_explain(name, error.reason))
    if parts.jr and all(_INITIAL.fullmatch(word) for word in parts.jr):
        return NameFault(name, *_explain(name, "commas"))
    if not _decode(" ".join(parts.last)):
        return NameFault(
            name,
            "this name has no family name",
            _ONE_NAME,
            "write the family name before the comma",
        )
    if "," not in outside and len(parts.first) > 1 and _SUFFIX.fullmatch(parts.last[-1]):
        mended = f"{parts.first[-1]}, {parts.last[-1]}, {' '.join(parts.first[:-1])}"
        return NameFault(
            name,
            f'"{parts.last[-1]}" is read as the family name',
            'the form "Family, Jr, Given" where a name has a suffix',
            f'write "{mended}"',
        )
    return None


def _find_doubt(name: str, *, alone: bool) -> NameFault | None:
    doubt = None if _is_one_group(name) else find_doubt(name, _outside_braces(name), alone=alone)
    return NameFault(name, *doubt, "warning") if doubt else None


def _explain(name: str, reason: str) -> tuple[str, str, str]:
    if "commas" in reason:
        pieces = [piece.strip() for piece in name.split(",")]
        pairs = [", ".join(pieces[i : i + 2]) for i in range(0, len(pieces), 2)]
        return (
            "this name has more commas than a name can have",
            _ONE_NAME,
            f'write "{" and ".join(pairs)}" if these are several people',
        )
    if "Trailing comma" in reason:
        return (
            "a name ends with a comma",
            _ONE_NAME,
            f'write "{name.rstrip(", ")}", or the given names after the comma',
        )
    return (
        "the braces of a name do not match",
        'as many "{" as "}" in every name',
        "put the brace that is missing, or delete the one too many",
    )
