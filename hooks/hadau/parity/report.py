"""The state of a guide in words and in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..model.parity import Standing
from ..model.status import RecordStatus, Status, Tally
from ..model.text import LANGUAGES, other_language
from .gate import NAMES, describe_change

COLUMNS = (
    "texts", "complete", "new", "missing", "out of date", "draft", "words", "sentence", "longest",
    "reading age",
)  # fmt: skip
"""The columns of the table; those of two numbers give Welsh and then English."""

WhereIs = Callable[[Standing], str]
"""Says where a text stands, as `file:line:column`."""


def status_as_text(status: Status, where: WhereIs) -> str:
    """For people: a table of every record, and each text that waits for somebody."""
    rows: list[tuple[str, ...]] = [("", *COLUMNS)]
    for record in status.records:
        rows.append((record.entry, *_cells(record.tally)))
    rows.append(())
    rows += [(f"section {id_}", *_cells(tally)) for id_, tally in status.sections.items()]
    rows += [(f"kind {kind}", *_cells(tally)) for kind, tally in status.kinds.items()]
    rows.append(("the whole guide", *_cells(status.whole)))
    blocks = ["\n".join(_align(rows)), LEGEND]
    waiting = [
        f"{where(standing)}: {record.entry} {standing.unit.field}: {describe_standing(standing)}"
        for record in status.records
        for standing in record.waiting
    ]
    if waiting:
        blocks.append("\n".join(waiting))
    reviews = [line for record in status.records for line in _reviews(record)]
    if reviews:
        blocks.append("\n".join(reviews))
    return "\n\n".join(blocks)


LEGEND = (
    "Two numbers are Welsh/English. draft: records that nobody has reviewed. sentence, longest:\n"
    "words of a sentence on average, and of the longest. reading age: of the English, in years."
)


def describe_standing(standing: Standing) -> str:
    """How a text stands, in a few words."""
    if standing.state == "missing":
        return f"the {NAMES[standing.behind[0]]} is missing"
    if standing.state == "new":
        return "never agreed"
    if len(standing.behind) == 1:
        behind = standing.behind[0]
        changed = other_language(behind)
        return (
            f"the {NAMES[behind]} is out of date. The {NAMES[changed]} has changed: "
            f"{describe_change(standing, changed)}"
        )
    return "both languages have changed since they were agreed"


def _reviews(record: RecordStatus) -> Iterator[str]:
    for language in LANGUAGES if record.review else ():
        read = record.review.of(language) if record.review else None
        if read is not None and read.state == "reviewed":
            yield f"{record.path}: {NAMES[language]} reviewed by {read.by}, {read.on}"


def _cells(tally: Tally) -> tuple[str, ...]:
    reading = [tally.reading[language] for language in LANGUAGES]
    age = tally.reading["en"].reading_age
    return (
        f"{tally.texts:,}",
        f"{tally.complete:,}",
        f"{tally.new:,}",
        _pair(tally.missing.values()),
        _pair(tally.outdated.values()),
        _pair(tally.drafts.values()) if tally.records else "–",
        _pair(measure.words for measure in reading),
        _pair(measure.average for measure in reading),
        _pair(measure.longest for measure in reading),
        "–" if age is None else f"{age:.1f}",
    )


def _pair(values: Any) -> str:
    return "/".join("–" if value is None else f"{value:,}" for value in values)


def _align(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows if row) for i in range(len(rows[0]))]
    for row in rows:
        first, *others = [
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=False))
        ] or [""]
        yield "  ".join([first, *others]).rstrip()


def status_as_json(status: Status, where: WhereIs) -> str:
    """For programs: everything that the table says and more."""
    return json.dumps(
        {
            "entries": [_record(record, where) for record in status.records],
            "sections": {id_: _tally(tally) for id_, tally in status.sections.items()},
            "kinds": {kind: _tally(tally) for kind, tally in status.kinds.items()},
            "guide": _tally(status.whole),
        },
        ensure_ascii=False,
        indent=1,
    )


def _record(record: RecordStatus, where: WhereIs) -> dict[str, Any]:
    review = record.review and record.review.model_dump(mode="json", exclude_none=True)
    return {
        "entry": record.entry,
        "kind": record.kind,
        "section": record.section,
        "path": record.path,
        "review": review,
        **_tally(record.tally),
        "waiting": [
            {
                "field": standing.unit.field,
                "at": where(standing),
                "state": standing.state,
                "behind": list(standing.behind),
                **_agreed(standing),
            }
            for standing in record.waiting
        ],
    }


def _agreed(standing: Standing) -> dict[str, Any]:
    """What was agreed before a change, and how each language has changed since."""
    if standing.agreement is None:
        return {}
    return {
        "agreed": {language: standing.agreement.of(language) for language in LANGUAGES},
        "changes": {
            language: change
            for language in LANGUAGES
            if "[-" in (change := describe_change(standing, language)) or "{+" in change
        },
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "texts": tally.texts,
        "complete": tally.complete,
        "new": tally.new,
        "missing": tally.missing,
        "outdated": tally.outdated,
        "records": tally.records,
        "drafts": tally.drafts,
        "words": {language: tally.reading[language].words for language in LANGUAGES},
        "sentences": {
            language: {
                "count": len(tally.reading[language].sentences),
                "average": tally.reading[language].average,
                "longest": tally.reading[language].longest,
            }
            for language in LANGUAGES
        },
        "reading_age": {language: tally.reading[language].reading_age for language in LANGUAGES},
    }
