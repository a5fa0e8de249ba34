"""What readers can choose entries by, in the words of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..model.entries import Entry
from ..model.facets import Choice, Filter, facets_of
from ..model.kinds import KINDS
from ..model.lent import join_words, say
from ..model.sheets import People
from .view import View

_MINUTES = (15, 30, 45, 60, 90, 120)
_PEOPLE = ((1, 1), (2, 5), (6, 12), (13, 1000))

Facets = Mapping[str, Any]


def make_filters(view: View, entries: Iterable[Entry]) -> tuple[Filter, ...]:
    """What these entries can be told apart by; what is the same for all of them is left out."""
    found = [facets_of(entry) for entry in entries]
    filters = []
    for id_, offer in _CHOICES.items():
        choices = tuple(
            choice
            for choice in offer(view)
            if 0 < sum(_fits(facets, id_, choice.value) for facets in found) < len(found)
        )
        if choices:
            filters.append(Filter(id_, view.word(f"facet.{id_}"), choices))
    return tuple(filters)


def describe_facets(view: View, entry: Entry) -> list[tuple[str, str]]:
    """What is true of an entry, each with its name, both as plain words."""
    facets = facets_of(entry)
    words = {
        "section": view.phrase(view.section(entry.section).title),
        # Titles begin with a capital, so "and" would not read well between them.
        "audience": join_words("; ", _audiences(view, facets)),
    }
    if "minutes" in facets:
        words["minutes"] = view.count("count.minutes", facets["minutes"])
    if "people" in facets:
        words["people"] = _people(view, *facets["people"])
    return [(view.word(f"facet.{id_}"), words[id_]) for id_ in _CHOICES if words.get(id_)]


def _audiences(view: View, facets: Facets) -> Iterator[str]:
    for audience in view.guide.about.audiences:
        if audience.id in facets.get("audience", ()):
            yield view.phrase(audience.title)


def _people(view: View, least: int, most: int) -> str:
    return view.people(People(least=least, most=most))


def _fits(facets: Facets, id_: str, value: str) -> bool:
    """Whether a choice is true of an entry. The scripts of pages ask the same."""
    held = facets.get(id_)
    if held is None:
        return False
    if id_ == "minutes":
        return bool(held <= int(value))
    if id_ == "people":
        least, most = map(int, value.split("-"))
        return bool(held[0] <= most and least <= held[1])
    return value in held if id_ == "audience" else bool(held == value)


def _offer_kinds(view: View) -> Iterator[Choice]:
    for kind in KINDS:
        yield Choice(kind, view.word(f"kind.{kind}"))


def _offer_sections(view: View) -> Iterator[Choice]:
    for section in view.guide.about.sections:
        yield Choice(section.id, say(section.title, view.language))


def _offer_minutes(view: View) -> Iterator[Choice]:
    for minutes in _MINUTES:
        time = view.count("count.minutes", minutes)
        yield Choice(str(minutes), view.word("facet.up-to", time=time))


def _offer_people(view: View) -> Iterator[Choice]:
    for least, most in _PEOPLE:
        is_last = (least, most) == _PEOPLE[-1]
        words = view.word("facet.or-more", least=least) if is_last else _people(view, least, most)
        yield Choice(f"{least}-{most}", words[:1].upper() + words[1:])


def _offer_audiences(view: View) -> Iterator[Choice]:
    for audience in view.guide.about.audiences:
        yield Choice(audience.id, say(audience.title, view.language))


_CHOICES: Mapping[str, Callable[[View], Iterator[Choice]]] = {
    "kind": _offer_kinds,
    "section": _offer_sections,
    "minutes": _offer_minutes,
    "people": _offer_people,
    "audience": _offer_audiences,
}
"""The filters in the order of a page."""
