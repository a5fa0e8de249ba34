"""Where the ways of a decision path or a scenario lead: its steps by id, each with its next ones.

The first step begins. A way to a step that is not there leads nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Ways = Mapping[str, Sequence[str]]


def find_reached(ways: Ways) -> set[str]:
    """The steps that some way from the first one leads to, with the first one."""
    return _follow([next(iter(ways))], ways)


def comes_back(start: str, ways: Ways) -> bool:
    """Whether following the ways from a step can come back to it."""
    return start in _follow(ways[start], ways)


def _follow(steps: Sequence[str], ways: Ways) -> set[str]:
    seen: set[str] = set()
    waiting = list(steps)
    while waiting:
        here = waiting.pop()
        if here in ways and here not in seen:
            seen.add(here)
            waiting += ways[here]
    return seen
