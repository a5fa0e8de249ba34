"""What a merge leaves in a file when nobody has chosen between its two versions."""

from __future__ import annotations

import re

from ..model.places import Places
from ..problems import Problem

MERGE_MARK = re.compile(r"^(?:<{7}(?= )|={7}(?=\r?$)|>{7}(?= )|\|{7}(?= )).*$", re.MULTILINE)
"""A line of marks. Source: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented."""
_MERGE = re.compile(r"^<{7} .*\n(?:(?![<>]{7} ).*\n)*>{7} .*$", re.MULTILINE)


def set_aside_merge_marks(places: Places) -> tuple[Places, list[Problem]]:
    """The file with the marks of an unfinished merge blanked out, and a problem for each merge."""
    merges = list(_MERGE.finditer(places.text))
    if not merges:
        return places, []
    blanked = MERGE_MARK.sub(lambda mark: " " * len(mark.group()), places.text)
    problems = [
        Problem(
            places.position(merge.start()),
            "unfinished-merge",
            "two versions of these lines stand one after the other, as a merge left them",
            "one version, without the lines of <, = and >",
            "keep what is right, and delete the other version and the three lines of marks",
        )
        for merge in merges
    ]
    return Places(places.path, blanked), problems
