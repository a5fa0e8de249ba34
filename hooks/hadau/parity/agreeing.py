"""Recording that the languages of a text say the same."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.parity import Agreement, Standing
from ..model.text import other_language
from .gate import NAMES, describe_change


@dataclass(frozen=True, slots=True)
class Agreed:
    """What came of agreeing."""

    files: dict[str, bytes]
    """What to write, by the name of the record, such as `frameworks/trust`."""
    recorded: int
    """How many texts are agreed now that were not, or now say who compared them."""
    refused: tuple[tuple[Standing, str], ...]
    """The texts that cannot be agreed as they stand, and why."""


def agree(
    standings: Sequence[Standing],
    chosen: Callable[[Standing], bool],
    *,
    wording_only: bool = False,
    by: str | None = None,
    on: datetime.date | None = None,
) -> Agreed:
    """Agree on every text that was chosen, as far as that can be said of it.

    A text of which one language alone has changed is agreed only with `wording_only`, for a change
    that needs no translation; that keeps who compared the two. `by` and `on` say who has compared
    them now, and when.
    """
    files: dict[str, dict[str, Agreement]] = {}
    touched: set[str] = set()
    refused = []
    recorded = 0
    for standing in standings:
        unit = standing.unit
        kept = standing.agreement
        if chosen(standing):
            touched.add(unit.name)
            reason = _refuse(standing, wording_only=wording_only)
            if reason is not None:
                refused.append((standing, reason))
            else:
                new = _renew(standing, by, on, wording_only=wording_only)
                recorded += standing.state != "complete" or new != kept
                kept = new
        if kept is not None:
            files.setdefault(unit.name, {})[unit.field] = kept
    written = {name: _write(fields) for name, fields in files.items() if name in touched}
    return Agreed(written, recorded, tuple(refused))


def _refuse(standing: Standing, *, wording_only: bool) -> str | None:
    """Why a text cannot be agreed as it stands, if so."""
    if standing.state == "missing":
        return f"the {NAMES[standing.behind[0]]} is missing"
    if standing.state == "new" and wording_only:
        return "it was never agreed: leave out --wording-only once you have compared the two"
    if standing.state != "outdated":
        return None
    if len(standing.behind) > 1:
        return (
            "both languages have changed: leave out --wording-only once you have compared the two"
            if wording_only
            else None
        )
    behind = standing.behind[0]
    changed = other_language(behind)
    if wording_only:
        return None
    return (
        f"only the {NAMES[changed]} has changed: {describe_change(standing, changed)}\n"
        f"  mend: write the {NAMES[behind]} anew first, or add --wording-only where it still says "
        "the same"
    )


def _renew(
    standing: Standing, by: str | None, on: datetime.date | None, *, wording_only: bool
) -> Agreement:
    text, before = standing.unit.text, standing.agreement
    if before is not None and (standing.state == "complete" or wording_only):
        # The words are taken as they stand now: only their line breaks can differ.
        new = dataclasses.replace(before, cy=text.cy, en=text.en)
    else:
        new = Agreement(text.cy, text.en)
    return new if by is None else dataclasses.replace(new, by=by, on=on)


def _write(fields: dict[str, Agreement]) -> bytes:
    """A file of agreements, a line for each language, so that changes are easy to join."""
    data: dict[str, dict[str, Any]] = {}
    for field, agreement in fields.items():
        data[field] = {"cy": agreement.cy, "en": agreement.en}
        if agreement.by is not None and agreement.on is not None:
            data[field] |= {"by": agreement.by, "on": agreement.on.isoformat()}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def find_stale(names: Iterable[str], standings: Iterable[Standing]) -> tuple[str, ...]:
    """The records that agreements name and the guide no longer has."""
    known = {standing.unit.name for standing in standings}
    return tuple(sorted(set(names) - known))
