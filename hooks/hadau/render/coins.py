"""References that reference managers find in a page: COinS, an OpenURL in an empty element.

Source: https://en.wikipedia.org/wiki/COinS and the KEV formats of ANSI/NISO Z39.88-2004, as Zotero
reads them: its type of a page, a law or another work is the name that it has for it, a name without
a first name must not look like two, and every work has an address to go to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlencode

from markupsafe import Markup

from ..model.guide import Name, Source, SourceType
from .source_parts import field, language_tag

_GENRES: Mapping[SourceType, tuple[str, str]] = MappingProxyType(
    {
        "article": ("journal", "article"),
        "book": ("book", "book"),
        "incollection": ("book", "bookitem"),
        "inproceedings": ("book", "proceeding"),
        "report": ("book", "report"),
        "thesis": ("dissertation", ""),
        "online": ("dc", "webpage"),
        "legislation": ("dc", "statute"),
        "misc": ("dc", "document"),
    }
)


def make_coins(source: Source) -> Markup:
    """The element that tells a reference manager about one source."""
    return Markup('<span class="Z3988" title="{}" aria-hidden="true"></span>').format(
        urlencode([*_pairs(source)])
    )


def _pairs(source: Source) -> Iterator[tuple[str, str]]:
    form, genre = _GENRES[source.type]
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    if doi := field(source, "doi"):
        yield "rft_id", f"info:doi/{doi[doi.index('10.') :] if '10.' in doi else doi}"
    if url := field(source, "url"):
        yield "rft_id", url
    held = genre in ("article", "bookitem", "proceeding")
    plain = form in ("dc", "dissertation")
    holder = field(source, "journal", "journaltitle", "booktitle") if held else ""
    rows = (
        ("type" if form == "dc" else "genre", genre),
        ("title" if plain else "atitle" if held else "btitle", source.title),
        ("jtitle" if form == "journal" else "btitle", holder),
        ("date", field(source, "date") or source.year),
        ("volume", field(source, "volume")),
        ("issue", field(source, "number", "issue") if form == "journal" else ""),
        ("pages", field(source, "pages").replace("–", "-")),
        ("edition", field(source, "edition")),
        ("series", field(source, "series")),
        (
            "inst" if form == "dissertation" else "publisher" if form == "dc" else "pub",
            field(source, "publisher", "institution", "school", "organization"),
        ),
        ("degree", field(source, "type") if form == "dissertation" else ""),
        ("place", field(source, "address", "location")),
        ("isbn", field(source, "isbn")),
        ("issn", field(source, "issn")),
        ("language", language_tag(source)),
    )
    for name, words in rows:
        if words:
            yield f"rft.{name}", words
    yield from _names(source.authors or source.editors, form)


def _names(names: tuple[Name, ...], form: str) -> Iterator[tuple[str, str]]:
    # Whoever reads names that are whole puts each before those that it read so far.
    for name in reversed(names):
        if name.corporate:
            yield "rft.aucorp", name.family
    for place, name in enumerate(name for name in names if not name.corporate):
        if not name.given:
            yield "rft.aulast", name.family
            continue
        if place == 0 and form != "dc":
            yield "rft.aulast", name.family
            yield "rft.aufirst", name.given
        # Whoever reads this takes the first author from the parts above, and again from here.
        yield "rft.creator" if form == "dc" else "rft.au", f"{name.family}, {name.given}"
