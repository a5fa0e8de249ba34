"""The state of a guide: what is whole, what is missing, who has read it and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..model.entries import Review
from ..model.linked import Linked
from ..model.parity import Standing
from ..model.text import LANGUAGES, Language, Phrase, Text
from .reading import Measure, measure, read_plainly


@dataclass(frozen=True, slots=True)
class Tally:
    """How the texts of a record, or of several together, stand."""

    texts: int
    """How many texts there are."""
    complete: int
    """How many are whole."""
    new: int
    """How many were never agreed."""
    missing: dict[Language, int]
    """How many lack each language."""
    outdated: dict[Language, int]
    """How many are out of date in each language."""
    drafts: dict[Language, int]
    """How many records nobody has reviewed in each language."""
    records: int
    """How many records that can be reviewed there are."""
    reading: dict[Language, Measure]
    """The words of each language; those that are missing do not count."""


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """The state of one record."""

    entry: str
    """What an editor calls it."""
    kind: str
    """The folder of its kind, or `guide` or `glossary`."""
    section: str | None
    """The section that holds it."""
    path: str
    """Its file, relative to the project."""
    review: Review | None
    """Who has read it, where that is kept."""
    tally: Tally
    """How its texts stand."""
    waiting: tuple[Standing, ...]
    """The texts that are not complete."""


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a guide."""

    records: tuple[RecordStatus, ...]
    """Each record, in the order of their files."""
    whole: Tally
    """All of them together."""
    sections: dict[str, Tally] = field(default_factory=dict)
    """Together by the id of their section."""
    kinds: dict[str, Tally] = field(default_factory=dict)
    """Together by the folder of their kind."""


def describe_status(linked: Linked, standings: Sequence[Standing]) -> Status:
    """The state of a guide, from the standing of each of its texts."""
    reviews = {record.id: record.review for record in linked.guide.records}
    by_entry: dict[str, list[Standing]] = {}
    for standing in standings:
        by_entry.setdefault(standing.unit.entry, []).append(standing)
    tell = _Teller(linked)
    records = []
    for entry, own in by_entry.items():
        unit = own[0].unit
        section = None if entry == "guide" else unit.section
        review = reviews.get(entry)
        waiting = tuple(standing for standing in own if standing.state != "complete")
        tally = tell.tally(own, [review] if review else [])
        records.append(RecordStatus(entry, unit.kind, section, unit.path, review, tally, waiting))

    def together(name: Callable[[RecordStatus], str | None]) -> dict[str, Tally]:
        groups: dict[str, list[RecordStatus]] = {}
        for record in records:
            key = name(record)
            if key is not None:
                groups.setdefault(key, []).append(record)
        return {
            key: tell.tally(
                [standing for record in group for standing in by_entry[record.entry]],
                [record.review for record in group if record.review],
            )
            for key, group in groups.items()
        }

    sections = together(lambda record: record.section)
    order = [section.id for section in linked.guide.about.sections]
    return Status(
        records=tuple(records),
        whole=tell.tally(standings, list(reviews.values())),
        sections={id_: sections[id_] for id_ in order if id_ in sections},
        kinds=together(lambda record: record.kind),
    )


class _Teller:
    """Counts texts. Each is read once, however often it counts."""

    def __init__(self, linked: Linked) -> None:
        guide = linked.guide
        self._parsed = linked.parsed
        self._titles: dict[str, Phrase] = {
            **{term.id: term.term for term in guide.glossary},
            **{section.id: section.title for section in guide.about.sections},
            **{record.id: record.title for record in guide.records},
        }
        self._plain: dict[tuple[int, Language], str] = {}

    def tally(self, standings: Iterable[Standing], reviews: Sequence[Review]) -> Tally:
        standings = list(standings)

        def behind(state: str) -> dict[Language, int]:
            return {
                language: sum(
                    standing.state == state and language in standing.behind
                    for standing in standings
                )
                for language in LANGUAGES
            }

        return Tally(
            texts=len(standings),
            complete=sum(standing.state == "complete" for standing in standings),
            new=sum(standing.state == "new" for standing in standings),
            missing=behind("missing"),
            outdated=behind("outdated"),
            drafts={
                language: sum(review.of(language).state == "draft" for review in reviews)
                for language in LANGUAGES
            },
            records=len(reviews),
            reading={
                language: measure(
                    self._read(standing.unit.text, language)
                    for standing in standings
                    if standing.unit.text.missing != language
                )
                for language in LANGUAGES
            },
        )

    def _read(self, text: Phrase | Text, language: Language) -> str:
        if isinstance(text, Phrase):
            return text.of(language)
        key = (id(text), language)
        if key not in self._plain:
            self._plain[key] = read_plainly(
                self._parsed[text.of(language)], lambda id_, _: self._title(id_, language)
            )
        return self._plain[key]

    def _title(self, id_: str, language: Language) -> str:
        return self._titles[id_].of(language) if id_ in self._titles else ""
