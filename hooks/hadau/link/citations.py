"""Citations held against the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model.guide import Source
from ..model.linked import Citing, PageKey
from ..model.places import Loc, Places
from ..model.text import LANGUAGES, Language, Text
from ..problems import Position, Problem, nearest


class Citings:
    """Gathers where each source is cited, and numbers the places on each page."""

    def __init__(self) -> None:
        self._places: dict[Language, dict[str, list[Citing]]] = {
            language: {} for language in LANGUAGES
        }
        self.numbers: dict[tuple[PageKey, Language, str], dict[tuple[str, int, int], int]] = {}

    def add(
        self,
        key: str,
        language: Language,
        page: PageKey,
        owner: str,
        markdown: str,
        group: int = 0,
        part: int = 0,
        quoted_in: Language | None = None,
    ) -> None:
        """Note one citation. A text that a page has twice is noted once."""
        numbers = self.numbers.setdefault((page, language, key), {})
        citing = Citing(page, len(numbers) + 1, owner, markdown, group, part, quoted_in)
        if citing.place not in numbers:
            numbers[citing.place] = citing.number
            self._places[language].setdefault(key, []).append(citing)

    @property
    def by_key(self) -> dict[Language, dict[str, tuple[Citing, ...]]]:
        """The places by language and citation key."""
        return {
            language: {key: tuple(places) for key, places in found.items()}
            for language, found in self._places.items()
        }


_KEY_YEAR = re.compile(r".*?\D((?:18|19|20)\d\d)[a-z]?$")


def unknown_key(key: str, at: Position, sources: Mapping[str, Source], path: str) -> Problem:
    """A citation of a work that the bibliography does not hold."""
    likely = nearest(key, sources)
    return Problem(
        at,
        "unknown-citation",
        f'unknown citation key "{key}"',
        f"a key of {path}",
        f'write "{likely}"' if likely else f"add the work to {path}, or cite another",
    )


def find_unused(
    sources: Mapping[str, Source], cited: Iterable[str], path: str
) -> Iterator[Problem]:
    """Works that nothing cites, and keys whose year is not that of their work."""
    used = set(cited)
    for key, source in sources.items():
        if key not in used:
            yield Problem(
                Position(path, source.line),
                "unused-source",
                f'nothing cites "{key}"',
                "every work cited at least once",
                f"cite it with [@{key}], or delete it",
                "warning",
            )
        year = _KEY_YEAR.match(key)
        if year and source.year and year[1] != source.year:
            yield Problem(
                Position(path, source.line),
                "year-disagrees",
                f'the key "{key}" says {year[1]} and the work says {source.year}',
                "one year",
                f"mend the year, or rename the key to {key.replace(year[1], source.year)}",
                "warning",
            )


def find_doubles(sources: Mapping[str, Source], path: str) -> Iterator[Problem]:
    """Works that have the DOI of another: one work under two keys, or a DOI that is wrong."""
    first: dict[str, Source] = {}
    for source in sources.values():
        doi = source.fields.get("doi", "").casefold()
        doi = doi[doi.find("10.") :] if "10." in doi else ""
        if doi and first.setdefault(doi, source) is not source:
            other = first[doi]
            yield Problem(
                Position(path, _line_of(source, "doi")),
                "duplicate-doi",
                f'"{source.key}" has the DOI of "{other.key}", on line {_line_of(other, "doi")}',
                "a DOI of its own for each work",
                f'mend the DOI, or cite "{other.key}" for both and delete this entry',
                "warning",
            )


def _line_of(source: Source, name: str) -> int:
    found = re.search(rf"(?i)\b{name}\s*=", source.raw)
    return source.line + (source.raw[: found.end()].count("\n") if found else 0)


class YearChecker:
    """Finds years in prose that disagree with the work of the person they stand beside."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._years: dict[str, set[str]] = {}
        for source in sources:
            for name in source.authors[:1]:
                if not name.corporate and source.year:
                    self._years.setdefault(name.family, set()).add(source.year)
        families = "|".join(re.escape(family) for family in sorted(self._years))
        self._pattern = (
            re.compile(
                rf"\b({families})(?:,? (?:and|a|ac|&) [^\W\d_][\w’'-]*)?(?:,? et al\.?)?,? "
                r"\(?((?:18|19|20)\d\d)\b"
            )
            if families
            else None
        )

    def find(self, text: Text, loc: Loc, language: Language, places: Places) -> Iterator[Problem]:
        """Each year in one text that no work of its author has."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(" ".join(text.of(language).split())):
            family, year = found.groups()
            if year not in self._years[family]:
                right = sorted(self._years[family])
                yield Problem(
                    places.within((*loc, language), found.group()),
                    "year-disagrees",
                    f"{family} is said to have written in {year}",
                    f"a year of the bibliography: {', '.join(right)}",
                    f'write "{right[0]}", or cite the work so that its year is written for you',
                )
