"""What an audit finds: faults with their places, and how much was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Found:
    """What one part of an audit looked at, and what is wrong there."""

    looked: Counter[str] = field(default_factory=Counter)
    """How often something was looked at, by its name in the figures."""
    faults: list[str] = field(default_factory=list)
    """Each begins with the place and the state that it was seen in."""

    def note(self, name: str, place: str, faults: Iterable[str], times: int = 1) -> None:
        """Count a look, and keep what it found."""
        self.looked[name] += times
        for fault in faults:
            self.looked[f"{name} faults"] += 1
            self.faults.append(f"{place}: {name}: {fault}")

    def add(self, other: Found) -> None:
        self.looked.update(other.looked)
        self.faults += other.faults
