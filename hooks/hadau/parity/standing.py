"""Whether each text of a guide stands in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.parity import Standing, Unit


def compare_languages(units: Iterable[Unit]) -> tuple[Standing, ...]:
    """How the languages of each text stand to one another."""
    return tuple(_compare(unit) for unit in units)


def _compare(unit: Unit) -> Standing:
    if unit.text.missing is not None:
        return Standing(unit, "missing", (unit.text.missing,))
    return Standing(unit, "complete")
