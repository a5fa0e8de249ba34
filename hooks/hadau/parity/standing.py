"""Whether the languages of each text say the same, as far as people have agreed that they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model.parity import Agreement, Agreements, Standing, Unit
from ..model.text import LANGUAGES, Language

Pair = tuple[str, str]


def compare_languages(units: Iterable[Unit], agreements: Agreements | None) -> tuple[Standing, ...]:
    """How the languages of each text stand to one another.

    Where no agreements are kept, a text with both languages is complete. Where they are, it is
    complete when these words were agreed, wherever in the guide they stood at the time: a text may
    move within its record or to another.
    """
    units = tuple(units)
    comparer = _Comparer(units, agreements or Agreements())
    standings = []
    for unit in units:
        if unit.text.missing is not None:
            before = comparer.agreed_at(unit)
            standings.append(Standing(unit, "missing", (unit.text.missing,), before))
        elif agreements is None:
            standings.append(Standing(unit, "complete"))
        else:
            standings.append(comparer.compare(unit))
    return tuple(standings)


def fold_space(words: str) -> str:
    """Words without their lines: breaking them anew changes nothing that a translator must see."""
    return "\n\n".join(" ".join(part.split()) for part in words.strip().split("\n\n"))


def _pair(said: Unit | Agreement) -> Pair:
    words = said.text if isinstance(said, Unit) else said
    return fold_space(words.cy), fold_space(words.en)


class _Comparer:
    def __init__(self, units: Iterable[Unit], agreements: Agreements) -> None:
        self._records = agreements.records
        self._agreed = {
            _pair(agreement): agreement
            for fields in agreements.records.values()
            for agreement in fields.values()
        }
        self._used = {_pair(unit) for unit in units}

    def agreed_at(self, unit: Unit) -> Agreement | None:
        """What was agreed of the text that stood in the place of this one."""
        return self._records.get(unit.name, {}).get(unit.field)

    def compare(self, unit: Unit) -> Standing:
        pair = _pair(unit)
        own: Mapping[str, Agreement] = self._records.get(unit.name, {})
        same = self.agreed_at(unit)
        if same is not None and _pair(same) == pair:
            return Standing(unit, "complete", agreement=same)
        if pair in self._agreed:
            return Standing(unit, "complete", agreement=self._agreed[pair])
        before = self._find_before(unit, pair, own)
        if before is None:
            return Standing(unit, "new", LANGUAGES)
        return Standing(unit, "outdated", tuple(_find_behind(pair, _pair(before))), before)

    def _find_before(
        self, unit: Unit, pair: Pair, own: Mapping[str, Agreement]
    ) -> Agreement | None:
        """What was agreed of a text that has changed since, if anything was."""
        same = own.get(unit.field)
        near = [same] if same is not None else []
        for agreement in [*near, *own.values()]:
            said = _pair(agreement)
            if pair[0] == said[0] or pair[1] == said[1]:
                return agreement
        # Words that still stand elsewhere did not turn into these: the text beside it is new.
        return same if same is not None and _pair(same) not in self._used else None


def _find_behind(now: Pair, before: Pair) -> Iterator[Language]:
    """The languages to look at: the one beside a change, or both where both have changed."""
    for number, language in enumerate(LANGUAGES):
        if now[1 - number] != before[1 - number]:
            yield language
