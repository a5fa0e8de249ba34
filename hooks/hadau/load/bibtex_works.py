"""Entries of a BibTeX file as works: dialects folded, fields taken over from other entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from ..model.guide import SourceType
from ..model.places import Places
from ..problems import Problem, nearest
from .bibtex_blocks import quote, report
from .bibtex_entries import WrittenEntry, WrittenField

Fields = dict[str, WrittenField]
"""Fields by their folded names."""


class Kind(NamedTuple):
    """What a type of entry means."""

    type: SourceType
    """What it is read as."""
    required: tuple[str, ...]
    """What an entry must have, with `|` for "or"; without a year it has no date."""


_ARTICLE = Kind("article", ("author|editor", "title", "journal", "year"))
_BOOK = Kind("book", ("author|editor", "title", "year"))
_CHAPTER = Kind("incollection", ("author", "title", "booktitle", "year"))
_PAPER = Kind("inproceedings", ("author", "title", "booktitle", "year"))
_REPORT = Kind("report", ("author|editor|institution", "title"))
_THESIS = Kind("thesis", ("author", "title", "institution", "year"))
_ONLINE = Kind("online", ("title", "url"))
_MISC = Kind("misc", ("title",))
KINDS = MappingProxyType(
    {
        "article": _ARTICLE,
        "book": _BOOK,
        "collection": _BOOK,
        "mvbook": _BOOK,
        "mvcollection": _BOOK,
        "proceedings": Kind("book", ("title", "year")),
        "incollection": _CHAPTER,
        "inbook": _CHAPTER,
        "inproceedings": _PAPER,
        "conference": _PAPER,
        "report": _REPORT,
        "techreport": _REPORT,
        "thesis": _THESIS,
        "phdthesis": _THESIS,
        "mastersthesis": _THESIS,
        "online": _ONLINE,
        "electronic": _ONLINE,
        "www": _ONLINE,
        "legislation": Kind("legislation", ("title", "year")),
        "misc": _MISC,
        "booklet": _MISC,
        "manual": _MISC,
        "unpublished": _MISC,
    }
)
"""The types of both dialects. The fields are those that a reader needs to find the work."""
_FOLDED = MappingProxyType(
    {"journaltitle": "journal", "location": "address", "school": "institution"}
)
# What biblatex does not hand down (manual, appendix B).
_NOT_INHERITED = frozenset(
    "crossref xdata xref ids entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey".split()
)
# The title of a parent is the title of what holds its child (manual, appendix B).
_HOLDERS: Mapping[SourceType, str] = MappingProxyType({"article": "journal", "book": "maintitle"})
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.+/-]{0,78}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True)
class Work:
    """An entry with its fields folded, each of them once."""

    entry: WrittenEntry
    """What was written."""
    own: Fields
    """Its own fields."""
    kind: Kind
    """What its type means."""


def collect_works(
    entries: list[WrittenEntry], places: Places
) -> tuple[dict[str, Work], list[Problem]]:
    """The first entry of each citation key, with the first field of each name."""
    works: dict[str, Work] = {}
    problems: list[Problem] = []
    for entry in entries:
        if not _KEY.fullmatch(entry.key):
            problems.append(_report_bad_key(entry, places))
        if entry.key in works:
            first = places.position(works[entry.key].entry.start).line
            problems.append(
                report(
                    places,
                    entry.key_start,
                    "duplicate-key",
                    f"the citation key {quote(entry.key)} is used twice",
                    "a key of its own for every entry",
                    f"delete this entry if it is the work on line {first}, or give it another key",
                )
            )
        elif entry.key:
            fields, twice = _fold_fields(entry, places)
            problems += twice
            known = entry.type in KINDS or entry.type == "xdata"
            if not known:
                problems.append(_report_unknown_type(entry, places))
            works[entry.key] = Work(entry, fields, KINDS.get(entry.type, _MISC))
    return works, problems


def _report_bad_key(entry: WrittenEntry, places: Places) -> Problem:
    if entry.key:
        message = f"{quote(entry.key)} cannot be a citation key"
    else:
        message = "this entry has no citation key"
    likely = re.sub(r"[^A-Za-z0-9_:.+/-]+", "-", entry.key)[:80].strip(":.+/-")
    return report(
        places,
        entry.key_start,
        "bad-key",
        message,
        "at most 80 letters a-z, digits, and - _ : . + / between them",
        f'write "{likely}"' if likely else "write a key of your own, such as smith2016",
    )


def _report_unknown_type(entry: WrittenEntry, places: Places) -> Problem:
    likely = nearest(entry.type, KINDS) or "misc"
    return report(
        places,
        entry.start,
        "unknown-type",
        f"unknown type of entry {quote('@' + entry.type)}, read as @misc",
        f"one of {', '.join(KINDS)}",
        f'write "@{likely}"',
        "warning",
    )


def _fold_fields(entry: WrittenEntry, places: Places) -> tuple[Fields, list[Problem]]:
    fields: Fields = {}
    problems = []
    for written in entry.fields:
        name = _FOLDED.get(written.name, written.name)
        first = fields.setdefault(name, written)
        if first is written:
            continue
        line = places.position(first.start).line
        otherwise = "" if first.name == written.name else f', as "{first.name}"'
        problems.append(
            report(
                places,
                written.start,
                "duplicate-field",
                f"{quote(written.name)} is given twice in {quote(entry.key)}",
                "each field once in an entry",
                f"delete one of the two; the first is on line {line}{otherwise}",
            )
        )
    return fields, problems


def inherit_fields(
    works: dict[str, Work], places: Places
) -> tuple[dict[str, Fields], list[Problem]]:
    """The fields of every work, with those that `xdata` and `crossref` give it.

    Its own fields count first, then those of `xdata`, then those of its parent. A parent is
    finished before its child, without recursion: a chain may be as long as the file.
    """
    problems: list[Problem] = []
    parents = {key: _find_parents(work, works, places, problems) for key, work in works.items()}
    done: dict[str, Fields] = {}
    for key in works:
        chain = {key: works[key]}
        while chain:
            last, work = next(reversed(chain.items()))
            waiting = next(
                (name for name, _ in parents[last] if name not in done and name not in chain), None
            )
            if waiting is None:
                done[last] = _merge(work, parents[last], done, places, problems)
                del chain[last]
            else:
                chain[waiting] = works[waiting]
    return done, problems


def _find_parents(
    work: Work, works: dict[str, Work], places: Places, problems: list[Problem]
) -> list[tuple[str, str]]:
    """The keys that a work has fields from, each with the field that names it."""
    parents: list[tuple[str, str]] = []
    for name in ("xdata", "crossref"):
        written = work.own.get(name)
        keys = written.value.split(",") if written else []
        for key in filter(None, map(str.strip, keys)):
            if key in works:
                parents.append((key, name))
            elif written:
                likely = nearest(key, works)
                problems.append(
                    report(
                        places,
                        find_words(written, key, places),
                        "unknown-target",
                        f"{quote(name)} names {quote(key)}, which is not in this file",
                        "the citation key of another entry in this file",
                        f'write "{likely}"' if likely else f"delete the field {name}",
                    )
                )
    return parents


def _merge(
    work: Work,
    parents: list[tuple[str, str]],
    done: dict[str, Fields],
    places: Places,
    problems: list[Problem],
) -> Fields:
    fields = dict(work.own)
    for key, through in parents:
        if key not in done:
            problems.append(
                report(
                    places,
                    work.own[through].value_start,
                    "endless-crossref",
                    f"{quote(work.entry.key)} has fields from itself, by way of {quote(key)}",
                    "entries that do not refer to each other in a circle",
                    f"delete the field {through} from one of them",
                )
            )
            continue
        # A year of its own must not give way to the date of a parent.
        has_year = "year" in fields
        for name, written in done[key].items():
            if name in _NOT_INHERITED or (has_year and name == "date"):
                continue
            fields.setdefault(_name_in_child(name, through, work.kind.type), written)
    return fields


def _name_in_child(name: str, through: str, child: SourceType) -> str:
    if through == "crossref" and name == "title":
        return _HOLDERS.get(child, "booktitle")
    if through == "crossref" and name in ("subtitle", "titleaddon"):
        return f"book{name}"
    return name


def find_words(written: WrittenField, words: str, places: Places) -> int:
    """Where words of a field stand, or its value where a line break or `#` divides them."""
    found = places.text.find(words, written.value_start, written.end)
    return found if found >= 0 else written.value_start
