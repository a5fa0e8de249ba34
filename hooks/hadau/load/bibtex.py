"""The sources of a guide, read from a BibTeX file.

Both dialects are read, that of BibTeX ("BibTeXing", https://ctan.org/pkg/bibtex) and that of
biblatex (https://ctan.org/pkg/biblatex, manual section 2), and folded into one.
"""

from __future__ import annotations

import re
from collections.abc import Container
from types import MappingProxyType

from ..model.guide import Name, Source
from ..model.places import Places
from ..problems import Problem, Severity
from .bibtex_blocks import quote, report
from .bibtex_checks import find_bad_link, find_year, read_month
from .bibtex_doubts import find_doubts
from .bibtex_entries import WrittenField, read_entries
from .bibtex_works import Fields, Work, collect_works, find_words, inherit_fields
from .latex import decode_latex
from .merges import set_aside_merge_marks
from .names import split_names

_OTHER_NAMES = MappingProxyType(
    {
        "year": "year or date",
        "journal": "journal or journaltitle",
        "institution": "institution or school",
    }
)
# biblatex gives these entries a `type` where they have none (manual, section 2.1.2).
_THESES = MappingProxyType({"phdthesis": "phdthesis", "mastersthesis": "mathesis"})
_VERBATIM = frozenset({"url", "doi", "eprint", "file", "crossref", "xdata"})
_OWN_ATTRIBUTES = frozenset({"author", "editor", "title", "year"})
_SPACES = re.compile(r"[ \t\r\n]+")


def load_sources(text: str, path: str) -> tuple[dict[str, Source], list[Problem]]:
    """Every source of a BibTeX file by its citation key, and every problem of the file in order.

    `path` is what the positions show. Nothing is raised, whatever the text: what cannot be read
    is a problem, and what can be read is given all the same, so that one slip has one problem.
    """
    places = Places(path, text.removeprefix("\ufeff"))
    places, merges = set_aside_merge_marks(places)
    entries, damage = read_entries(places)
    works, slips = collect_works(entries, places)
    fields, loose_ends = inherit_fields(works, places)
    maker = _SourceMaker(places, works)
    sources = {
        key: maker.make_source(work, fields[key])
        for key, work in works.items()
        if work.entry.type != "xdata"
    }
    # A field that several entries inherit has the same problem each time.
    return sources, sorted({*merges, *damage, *slips, *loose_ends, *maker.problems})


class _SourceMaker:
    """Makes one source after another, and gathers what is wrong with their fields."""

    def __init__(self, places: Places, keys: Container[str]) -> None:
        self._places = places
        self._keys = keys
        self.problems: list[Problem] = []

    def _report(
        self,
        offset: int,
        code: str,
        message: str,
        expected: str,
        mend: str,
        severity: Severity = "error",
    ) -> None:
        self.problems.append(report(self._places, offset, code, message, expected, mend, severity))

    def make_source(self, work: Work, fields: Fields) -> Source:
        entry = work.entry
        given = {name: written for name, written in fields.items() if written.value.strip()}
        authors, others = self._read_names(given.get("author"))
        editors, other_editors = self._read_names(given.get("editor"))
        plain = {name: self._read_field(name, written) for name, written in given.items()}
        for name, doubt in find_doubts(plain):
            self._report(given[name].value_start, *doubt, "warning")
        if "month" in plain:
            plain["month"] = read_month(plain["month"])
        if entry.type in _THESES:
            plain.setdefault("type", _THESES[entry.type])
        year = self._read_year(given, plain)
        self._check_links(given)
        # What a parent would have given cannot be told while the parent is unknown.
        if entry.whole and not self._is_orphan(fields):
            self._find_missing(work, fields, given)
        return Source(
            key=entry.key,
            type=work.kind.type,
            authors=authors,
            editors=editors,
            others=others if authors else other_editors,
            title=plain.get("title", ""),
            year=year,
            fields={name: words for name, words in plain.items() if name not in _OWN_ATTRIBUTES},
            raw=entry.raw,
            line=self._places.position(entry.start).line,
        )

    def _is_orphan(self, fields: Fields) -> bool:
        parents = (fields[name].value for name in ("crossref", "xdata") if name in fields)
        keys = (key.strip() for written in parents for key in written.split(","))
        return any(key and key not in self._keys for key in keys)

    def _read_names(self, written: WrittenField | None) -> tuple[tuple[Name, ...], bool]:
        if not written:
            return (), False
        names, others, faults = split_names(_SPACES.sub(" ", written.value))
        for fault in faults:
            self._report(
                find_words(written, fault.words, self._places),
                "bad-name",
                f"{fault.message}: {quote(fault.words)}",
                fault.expected,
                fault.mend,
                fault.severity,
            )
        return names, others

    def _read_field(self, name: str, written: WrittenField) -> str:
        words = written.value.strip()
        if name in _VERBATIM:
            return words
        plain, unknown = decode_latex(_SPACES.sub(" ", words))
        for command in unknown:
            self.problems.append(
                report(
                    self._places,
                    find_words(written, f"\\{command}", self._places),
                    "unknown-latex",
                    f"the LaTeX command {quote(chr(92) + command)} is not understood, "
                    "and is shown as it stands",
                    "plain text, or the LaTeX of accents and common signs",
                    "write the words or the letter itself instead",
                    "warning",
                )
            )
        return plain.strip()

    def _read_year(self, given: Fields, plain: dict[str, str]) -> str:
        name = "date" if "date" in given else "year"
        if name not in given:
            return ""
        year, sound = find_year(plain[name], name)
        if not sound:
            self._report(
                given[name].value_start,
                "bad-year",
                f"{quote(plain[name])} is not a {name}",
                "a year such as 2016"
                if name == "year"
                else "a date such as 2016, 2016-05 or 2016-05-31",
                f"write {name} = {{{year}}}"
                if year
                else f"write the year in four digits, or delete the field {name}",
            )
        return year

    def _check_links(self, given: Fields) -> None:
        for name in ("url", "doi"):
            fault = find_bad_link(name, given[name].value.strip()) if name in given else None
            if fault:
                self._report(given[name].value_start, "bad-url", *fault)

    def _find_missing(self, work: Work, fields: Fields, given: Fields) -> None:
        for required in work.kind.required:
            names = required.split("|")
            if any(name in given for name in names) or ("date" in given and "year" in names):
                continue
            empty = next((fields[name] for name in names if name in fields), None)
            if empty and empty.value_start == empty.end:
                # Nothing stood after its equals sign, which is reported already.
                continue
            shown = " or ".join(_OTHER_NAMES.get(name, name) for name in names)
            needs = (_OTHER_NAMES.get(name, name) for name in work.kind.required)
            self._report(
                empty.start if empty else work.entry.start,
                "missing-field",
                f"{quote(work.entry.key)} has no {shown}",
                f"in @{work.entry.type}: {', '.join(needs).replace('|', ' or ')}",
                f"add a line such as {names[0]} = {{...}},",
            )
