"""What stands between a guide and its readers: texts whose languages do not match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..model.guide import Parity
from ..model.parity import Standing
from ..model.places import Places
from ..model.text import LANGUAGES, Language, other_language
from ..problems import Problem, Severity

NAMES: Mapping[Language, str] = {"cy": "Welsh", "en": "English"}
"""The languages in the words of messages."""

_AROUND = 4


def find_mismatches(
    standings: Sequence[Standing], places: Mapping[str, Places], parity: Parity
) -> list[Problem]:
    """A problem for each text that is missing, out of date or never agreed.

    Where the guide is strict they are errors. Where it only warns they are notices, which stop
    nothing.
    """
    severity: Severity = "error" if parity == "strict" else "notice"
    fresh = _find_fresh(standings)
    problems = []
    told: set[str] = set()
    for standing in standings:
        unit = standing.unit
        at = places[unit.path]
        if standing.state == "missing":
            problems.append(_missing(standing, at, severity))
        elif standing.state == "outdated":
            problems.append(_outdated(standing, at, severity))
        elif standing.state == "new" and unit.name not in fresh:
            problems.append(_new(standing, at, severity))
        elif standing.state == "new" and unit.name not in told:
            told.add(unit.name)
            problems.append(_fresh(standing, at, severity))
    return problems


def _find_fresh(standings: Sequence[Standing]) -> set[str]:
    """The records of which nothing at all was agreed: one problem says it for all their texts."""
    known = {standing.unit.name for standing in standings if standing.agreement is not None}
    return {standing.unit.name for standing in standings} - known


def _missing(standing: Standing, places: Places, severity: Severity) -> Problem:
    language, loc = standing.behind[0], standing.unit.loc
    named = next(f"`{part}`" for part in reversed(loc) if isinstance(part, str))
    return Problem(
        places.key_at((*loc, language) if (*loc, language) in places.keys else loc),
        "missing-language",
        f"{named} has no words in `{language}`",
        f"the words in each language: {', '.join(LANGUAGES)}",
        f"write `{language}: …` beside the other language",
        severity,
    )


def _outdated(standing: Standing, places: Places, severity: Severity) -> Problem:
    unit = standing.unit
    command = f"`hadau agree {unit.entry} {unit.field}`"
    if len(standing.behind) > 1:
        return Problem(
            places.key_at(unit.loc),
            "out-of-date",
            "both languages have changed since they were agreed",
            "Welsh and English that say the same",
            f"compare the two, and run {command}",
            severity,
        )
    behind = standing.behind[0]
    changed = other_language(behind)
    change = describe_change(standing, changed)
    return Problem(
        places.key_at((*unit.loc, behind)),
        "out-of-date",
        f"the {NAMES[changed]} has changed since it was agreed: {change}",
        f"{NAMES[behind]} that says the same",
        f"write the {NAMES[behind]} anew and run {command}, or add --wording-only where it still "
        "says the same",
        severity,
    )


def _new(standing: Standing, places: Places, severity: Severity) -> Problem:
    unit = standing.unit
    return Problem(
        places.key_at(unit.loc),
        "never-agreed",
        "nobody has agreed that the two languages of this text say the same",
        "Welsh and English that were compared",
        f"compare the two, and run `hadau agree {unit.entry} {unit.field}`",
        severity,
    )


def _fresh(standing: Standing, places: Places, severity: Severity) -> Problem:
    unit = standing.unit
    return Problem(
        places.at(()),
        "never-agreed",
        "nobody has agreed that the two languages of this file say the same",
        "Welsh and English that were compared",
        f"compare the two, and run `hadau agree {unit.entry}`",
        severity,
    )


def describe_change(standing: Standing, language: Language) -> str:
    """What has changed in one language since it was agreed: [-words gone-] and {+words come+}."""
    if standing.agreement is None:
        return ""
    before = standing.agreement.of(language).split()
    now = standing.unit.text.of(language).split()
    return " ".join(_mark(before, now))


def _mark(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """The words that changed, each with a few of those around it."""
    steps = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    for number, (kind, start, end, new_start, new_end) in enumerate(steps):
        if kind != "equal":
            if end > start:
                yield f"[-{' '.join(before[start:end])}-]"
            if new_end > new_start:
                yield f"{{+{' '.join(now[new_start:new_end])}+}}"
            continue
        kept = before[start:end]
        first, last = number == 0, number == len(steps) - 1
        head = [] if first else kept[:_AROUND]
        tail = [] if last else kept[-_AROUND:]
        if len(kept) <= len(head) + len(tail):
            yield " ".join(kept)
        else:
            yield " ".join([*head, "…", *tail])
