"""Counting what is whole, what is missing, who has read it and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..model.entries import Review
from ..model.linked import Linked
from ..model.parity import Standing
from ..model.status import RecordStatus, Status, Tally
from ..model.text import LANGUAGES, Language
from .reading import PlainReader, measure


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
        section = None if unit.kind == "guide" else unit.section
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
        self._reader = PlainReader(linked)

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
                    (
                        self._reader.read(standing.unit.text, language)
                        for standing in standings
                        if standing.unit.text.missing != language
                    ),
                    language,
                )
                for language in LANGUAGES
            },
        )
