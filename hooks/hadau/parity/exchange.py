"""Texts on their way to translators and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..languages import RULES
from ..model.linked import Linked
from ..model.parity import Standing, State, Unit
from ..model.places import Places
from ..model.text import Language, Line, Phrase, Text, other_language
from .gate import NAMES

LONGEST = {Phrase: 600, Text: 20_000, Line: 20_000}
"""The most characters of a phrase and of a text, as their models have it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text as a translator meets it."""

    id: str
    """The record and the field, such as `trust:parts.keep-your-word.title`."""
    source: str
    """The words to translate."""
    target: str
    """Their translation as it stands; empty where there is none."""
    state: State
    """How the two stand to one another."""
    at: str
    """Where the text stands, as `file:line`."""
    before: tuple[str, str] | None = None
    """Source and target as they were agreed, where they have changed since."""
    notes: tuple[str, ...] = ()
    """What helps to translate it."""
    limit: int = LONGEST[Text]
    """The most characters that the translation may have."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A text as it comes back from a translator."""

    id: str
    """The record and the field."""
    source: str
    """The words that were translated."""
    target: str
    """Their translation."""


def row_id(unit: Unit) -> str:
    """The name of a text in files for translators."""
    return f"{unit.entry}:{unit.field}"


def make_rows(
    linked: Linked,
    places: Mapping[str, Places],
    to: Language,
    *,
    only: Iterable[str] = (),
    site_url: str = "",
    terms: Mapping[str, str] | None = None,
) -> tuple[Row, ...]:
    """The texts to be translated into a language, in the order of the guide.

    A text without words to translate from is left out. `only` names the states that are wanted; an
    empty one means all. `terms` gives the agreed word for each term of the guide.
    """
    wanted = set(only)
    rows = []
    for standing in linked.standings:
        unit, missing = standing.unit, standing.unit.text.missing
        if missing == other_language(to) or (wanted and not _is_wanted(standing, to, wanted)):
            continue
        line = places[unit.path].at((*unit.loc, to)).line
        before = None
        if standing.state == "outdated" and standing.agreement is not None:
            agreed = standing.agreement
            before = agreed.of(other_language(to)), agreed.of(to)
        rows.append(
            Row(
                id=row_id(unit),
                source=unit.text.of(other_language(to)).strip(),
                target="" if missing == to else unit.text.of(to).strip(),
                state=standing.state,
                at=f"{unit.path}:{line}",
                before=before,
                notes=tuple(_notes(standing, linked, to, site_url, terms or {})),
                limit=LONGEST[type(unit.text)],
            )
        )
    return tuple(rows)


def _is_wanted(standing: Standing, to: Language, wanted: set[str]) -> bool:
    """A text that is out of date in the other language alone is nothing to this translator."""
    return standing.state in wanted and (not standing.behind or to in standing.behind)


def _notes(
    standing: Standing, linked: Linked, to: Language, site_url: str, terms: Mapping[str, str]
) -> Iterator[str]:
    unit = standing.unit
    key = unit.page
    if (key, to) in linked.addresses:
        yield f"Page: {site_url}{linked.addresses[key, to].url}"
    if isinstance(unit.text, Phrase):
        yield "One line of plain words. Nothing in it is read as markup."
    else:
        yield "Markdown. Keep [[links]] and [@citations]; the words after | in a link are yours."
    if standing.state == "outdated" and standing.agreement is not None:
        yield f"The {NAMES[other_language(to)]} was: {standing.agreement.of(other_language(to))}"
        yield f"The {NAMES[to]} was: {standing.agreement.of(to)}"
    source, rules = unit.text.of(other_language(to)), RULES[other_language(to)]
    found = [f"{term} = {agreed}" for term, agreed in terms.items() if rules.says(source, term)]
    if found:
        yield f"Terms: {'; '.join(found)}"


@dataclass(frozen=True, slots=True)
class Change:
    """New words for a text."""

    unit: Unit
    """The text."""
    words: str
    """What is to stand there."""


def accept_rows(
    returned: Sequence[Returned], standings: Sequence[Standing], to: Language
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The changes that a translator's file asks for, and what is wrong with the others.

    A text without a translation, and one whose translation is what the guide has, changes nothing.
    """
    known = {row_id(standing.unit): standing.unit for standing in standings}
    changes, refused = [], []
    for row in returned:
        unit = known.get(row.id)
        if unit is None:
            refused.append(f"{row.id}: the guide has no such text")
            continue
        words = _without_edge(row.target)
        now = "" if unit.text.missing == to else unit.text.of(to)
        if not words or words == now.strip():
            continue
        wrong = [*_find_wrong(row, unit, words, to)]
        if wrong:
            refused += [f"{row.id}: {reason}" for reason in wrong]
        else:
            ending = now[len(now.rstrip()) :] if now else ""
            changes.append(Change(unit, words + ending))
    return tuple(changes), tuple(refused)


def _without_edge(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def _find_wrong(row: Returned, unit: Unit, words: str, to: Language) -> Iterator[str]:
    original = NAMES[other_language(to)]
    source = unit.text.of(other_language(to))
    if _without_edge(row.source) != source.strip():
        yield f"the {original} has changed since the file was made: export it again"
        return
    limit = LONGEST[type(unit.text)]
    if len(words) > limit:
        yield f"it has {len(words):,} characters, and {limit:,} are the most"
    if isinstance(unit.text, Phrase):
        if "\n" in words:
            yield "it has several lines, and one is the most"
        return
    asked, given = find_marks(source), find_marks(words)
    if unit.text.missing != to and given == find_marks(unit.text.of(to)):
        return
    for mark in asked - given:
        yield f"{mark} is lost"
    for mark in given - asked:
        yield f"{mark} is not in the {original}"


_MARK = re.compile(
    r"\[\[(?P<link>[^\[\]|\n]*)(?:\|[^\[\]\n]*)?\]\]"
    r"|(?<![\w.@])@(?P<cite>[A-Za-z0-9_](?:[\w:.+/-]*\w)?)(?P<pages>[^\[\]@;]*?[\]])?"
    r"|\]\((?P<url>[^()\s]+)\)"
    r"|(?P<holder>\{\w+\})"
    r"|<(?P<tag>/?\w+)[^<>]*>"
)


def find_marks(markdown: str) -> Counter[str]:
    """What a translation keeps: links, citations with their pages, addresses, elements."""
    marks: Counter[str] = Counter()
    for found in _MARK.finditer(markdown):
        if found["link"] is not None:
            marks[f"[[{found['link']}]]"] += 1
        elif found["cite"] is not None:
            pages = ", ".join(re.findall(r"\d+", found["pages"] or ""))
            marks[f"@{found['cite']}{f' ({pages})' if pages else ''}"] += 1
        elif found["url"] is not None:
            marks[found["url"]] += 1
        elif found["holder"] is not None:
            marks[found["holder"]] += 1
        else:
            marks[f"<{found['tag']}>"] += 1
    return marks
