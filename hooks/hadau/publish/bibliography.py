"""The sources of a guide as files that reference managers read: BibTeX, RIS and CSL-JSON.

What was read is written, decoded and in one dialect, whatever the dialect of the editor's file.
RIS follows https://en.wikipedia.org/wiki/RIS_(file_format) as Zotero, EndNote and Mendeley read
it; CSL-JSON follows https://docs.citationstyles.org/en/stable/specification.html.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..languages import RULES
from ..model.guide import Name, Source, SourceType
from ..model.linked import Linked
from ..model.reference_files import FORMATS, Format, entry_path, list_path
from ..model.text import LANGUAGES
from .open_data import write_json

_KINDS = RULES["en"].citation_words.kinds
"""What BibTeX's short names for kinds of work mean, which no reader of CSL-JSON knows."""
_LEFT_OUT = frozenset({"crossref", "xdata", "xref", "ids"})
"""Fields that name other entries, from which everything has been taken over already."""
_VERBATIM = frozenset({"url", "doi", "eprint", "file"})
_ESCAPES = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_PAGES = re.compile(r"([^–—-]+?)\s*[–—-]+\s*([^–—,;-]+)")

_CSL_TYPES: Mapping[SourceType, str] = MappingProxyType(
    {
        "article": "article-journal",
        "book": "book",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "report": "report",
        "thesis": "thesis",
        "online": "webpage",
        "legislation": "legislation",
        "misc": "document",
    }
)
_RIS_TYPES: Mapping[SourceType, str] = MappingProxyType(
    {
        "article": "JOUR",
        "book": "BOOK",
        "incollection": "CHAP",
        "inproceedings": "CPAPER",
        "report": "RPRT",
        "thesis": "THES",
        "online": "ELEC",
        "legislation": "STAT",
        "misc": "GEN",
    }
)


def write_bibliography(linked: Linked) -> dict[str, bytes]:
    """Every file of references by its path: the whole list for each language, and each source."""
    sources = linked.guide.sources
    files: dict[str, bytes] = {}
    for form in FORMATS:
        write = _WRITERS[form]
        for language in LANGUAGES if sources else ():
            page = linked.addresses["references", language]
            files[list_path(page, form)] = write(sources.values())
        for source in sources.values():
            files[entry_path(source.key, form)] = write([source])
    return files


def write_bibtex(sources: Iterable[Source]) -> bytes:
    """Sources as BibTeX in UTF-8, as biblatex reads it."""
    return "\n".join(map(_bibtex_entry, sources)).encode()


def write_ris(sources: Iterable[Source]) -> bytes:
    """Sources as RIS in UTF-8."""
    lines = (line for source in sources for line in _ris_lines(source))
    return "".join(f"{line}\r\n" for line in lines).encode()


def write_csl(sources: Iterable[Source]) -> bytes:
    """Sources as CSL-JSON."""
    return write_json([describe_source(source) for source in sources])


_WRITERS: Mapping[Format, Callable[[Iterable[Source]], bytes]] = MappingProxyType(
    {"bib": write_bibtex, "ris": write_ris, "json": write_csl}
)


def _bibtex_entry(source: Source) -> str:
    # Proceedings are the books that need no author.
    nobody = source.type == "book" and not (source.authors or source.editors)
    rows = {
        "author": _bibtex_names(source.authors, source.others),
        "editor": _bibtex_names(source.editors, source.others and not source.authors),
        "title": source.title.translate(_ESCAPES),
        "year": "" if "date" in source.fields else source.year,
    }
    for name, words in source.fields.items():
        if name not in _LEFT_OUT:
            rows[name] = words if name in _VERBATIM else words.translate(_ESCAPES)
    fields = "".join(f"  {name} = {{{words}}},\n" for name, words in rows.items() if words)
    return f"@{'proceedings' if nobody else source.type}{{{source.key},\n{fields}}}\n"


def _bibtex_names(names: Iterable[Name], others: bool) -> str:
    written = [_bibtex_name(name) for name in names]
    return " and ".join([*written, "others"] if written and others else written)


def _bibtex_name(name: Name) -> str:
    family = name.family.translate(_ESCAPES)
    if name.corporate or re.search(r"\band\b", name.family):
        return f"{{{family}}}"
    given, _, suffix = name.given.translate(_ESCAPES).partition(", ")
    return ", ".join(part for part in (family, suffix, given) if part)


def _ris_lines(source: Source) -> Iterator[str]:
    field = source.fields.get
    yield f"TY  - {_RIS_TYPES[source.type]}"
    yield f"ID  - {source.key}"
    own_editors = not source.authors and source.type not in ("incollection", "inproceedings")
    for name in source.authors or (source.editors if own_editors else ()):
        yield f"AU  - {_ris_name(name)}"
    for name in () if own_editors else source.editors:
        yield f"A2  - {_ris_name(name)}"
    pages = field("pages", "")
    span = _PAGES.fullmatch(pages)
    day = _DAY.match(field("date", ""))
    rows = {
        "TI": source.title,
        "TT": field("title_cy") or field("title_en"),
        "T2": field("journal") or field("booktitle") or field("maintitle"),
        "T3": field("series"),
        "PY": source.year,
        "DA": "/".join(part or "" for part in day.groups()) + "/" if day and day[2] else "",
        "VL": field("volume"),
        "IS": field("number") or field("issue"),
        "ET": field("edition"),
        "SP": span[1] if span else pages,
        "EP": span[2] if span else "",
        "PB": field("publisher") or field("institution") or field("organization"),
        "CY": field("address"),
        "M3": field("type") or field("howpublished"),
        "SN": field("isbn") or field("issn"),
        "DO": field("doi"),
        "UR": field("url"),
        "Y2": field("urldate", "").replace("-", "/"),
        "LA": field("langid") or field("language"),
        "N1": field("note"),
        "AB": field("abstract"),
    }
    for tag, words in rows.items():
        if words:
            yield f"{tag}  - {' '.join(words.split())}"
    yield "ER  - "
    yield ""


def _ris_name(name: Name) -> str:
    # A comma at the end keeps the name of an organisation whole.
    given, _, suffix = name.given.partition(", ")
    return ", ".join(part for part in (name.family, given, suffix) if part)


def describe_source(source: Source) -> dict[str, Any]:
    """One source as CSL-JSON."""
    field = source.fields.get
    rows: dict[str, Any] = {
        "id": source.key,
        "type": _CSL_TYPES[source.type],
        "author": [_csl_name(name) for name in source.authors],
        "editor": [_csl_name(name) for name in source.editors],
        "title": source.title,
        "container-title": field("journal") or field("booktitle"),
        "collection-title": field("series"),
        "issued": _csl_date(field("date", "") or source.year, field("month", "")),
        "volume": field("volume"),
        "issue": (field("number") or field("issue")) if source.type == "article" else None,
        "number": field("number") if source.type != "article" else None,
        "edition": field("edition"),
        "page": field("pages"),
        "publisher": field("publisher") or field("institution") or field("organization"),
        "publisher-place": field("address"),
        "genre": _KINDS.get(field("type", "").casefold(), field("type")),
        "ISBN": field("isbn"),
        "ISSN": field("issn"),
        "DOI": field("doi"),
        "URL": field("url"),
        "accessed": _csl_date(field("urldate", ""), ""),
        "language": field("langid") or field("language"),
        "note": field("note"),
        "abstract": field("abstract"),
        "citation-key": source.key,
    }
    return {name: value for name, value in rows.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if name.corporate or not name.given:
        return {"literal": name.family}
    given, _, suffix = name.given.partition(", ")
    return {"family": name.family, "given": given} | ({"suffix": suffix} if suffix else {})


def _csl_date(written: str, month: str) -> dict[str, Any] | None:
    parts = _DAY.match(written)
    if parts is None:
        return {"raw": written} if written else None
    numbers = [int(part) for part in parts.groups() if part]
    if len(numbers) == 1 and month.isdigit():
        numbers.append(int(month))
    return {"date-parts": [numbers]}
