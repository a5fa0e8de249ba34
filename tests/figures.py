"""What the tests looked at and tried, told in figures at their end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

_FIGURES: Counter[str] = Counter()
NAMES = {
    "pages": "pages opened in Chromium",
    "requests": "requests made there, none of them to another host",
    "axe": "pages and states judged by axe",
    "violations": "violations that axe found",
    "stops": "stops of the Tab key looked at",
    "inspected": "pages inspected as whole sites",
    "html": "HTML files read by the Nu checker",
    "sheets": "PDFs checked by veraPDF",
    "hostile": "hostile inputs refused or shown as mere words",
    "fuzzed": "inputs and states made up at random, taken or told",
    "faults": "faults of the machine that the site survived",
}
"""The figures in the order in which they are told."""


def count(name: str, times: int = 1) -> None:
    """Add to a figure."""
    assert name in NAMES
    _FIGURES[name] += times


def own_figures() -> dict[str, int]:
    """What this process has counted."""
    return dict(_FIGURES)


def add_figures(others: dict[str, int]) -> None:
    """Add what another process has counted."""
    _FIGURES.update(others)


def tell_figures() -> list[str]:
    """A line for each figure that was counted."""
    return [f"{_FIGURES[name]:>8,}  {words}" for name, words in NAMES.items() if name in _FIGURES]


@contextmanager
def uncounted() -> Iterator[None]:
    """Leave what happens within out of the figures."""
    before = own_figures()
    yield
    _FIGURES.clear()
    _FIGURES.update(before)
