"""Problems that pages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ..problems import Problem


def share(problems: Iterable[Problem]) -> list[Problem]:
    """Problems that many pages share, such as a link in a menu, told once with how many have it."""
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.code, problem.message].append(problem)
    return [_as_one(found) for found in alike.values()]


def _as_one(found: list[Problem]) -> Problem:
    first = min(found)
    others = len({problem.position.path for problem in found}) - 1
    if not others:
        return first
    message = f"{first.message}; so it is on {others} more page(s)"
    return replace(first, message=message)
