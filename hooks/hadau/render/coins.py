"""References that reference managers find in a page: COinS, an OpenURL in an empty element.

Source: https://en.wikipedia.org/wiki/COinS and the KEV formats of ANSI/NISO Z39.88-2004, as Zotero
reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlencode

from markupsafe import Markup

from ..model.guide import Name, Source, SourceType
from .source_parts import field

_GENRES: Mapping[SourceType, tuple[str, str]] = MappingProxyType(
    {
        "article": ("journal", "article"),
        "book": ("book", "book"),
        "incollection": ("book", "bookitem"),
        "inproceedings": ("book", "proceeding"),
        "report": ("book", "report"),
        "thesis": ("dissertation", ""),
        "online": ("dc", "Webpage"),
        "legislation": ("dc", "Statute"),
        "misc": ("dc", "Document"),
    }
)


def make_coins(source: Source) -> Markup:
    """The element that tells a reference manager about one source."""
    return Markup('<span class="Z3988" title="{}"></span>').format(urlencode([*_pairs(source)]))


def _pairs(source: Source) -> Iterator[tuple[str, str]]:
    form, genre = _GENRES[source.type]
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    if doi := field(source, "doi"):
        yield "rft_id", f"info:doi/{doi[doi.index('10.') :] if '10.' in doi else doi}"
    elif url := field(source, "url"):
        yield "rft_id", url
    held = genre in ("article", "bookitem", "proceeding")
    plain = form in ("dc", "dissertation")
    holder = field(source, "journal", "booktitle") if held else ""
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
            field(source, "publisher", "institution", "organization"),
        ),
        ("place", field(source, "address")),
        ("isbn", field(source, "isbn")),
        ("issn", field(source, "issn")),
        ("language", field(source, "langid", "language")),
    )
    for name, words in rows:
        if words:
            yield f"rft.{name}", words
    yield from _names(source.authors or source.editors, form)


def _names(names: tuple[Name, ...], form: str) -> Iterator[tuple[str, str]]:
    if form == "dc":
        for name in names:
            yield "rft.creator", ", ".join(filter(None, (name.family, name.given)))
        return
    for place, name in enumerate(names):
        if name.corporate:
            yield ("rft.aucorp" if place == 0 else "rft.au"), name.family
        elif place == 0:
            yield "rft.aulast", name.family
            if name.given:
                yield "rft.aufirst", name.given
        # Whoever reads this takes the first author from the parts above, and again from here.
        if not name.corporate:
            yield "rft.au", ", ".join(filter(None, (name.family, name.given)))
