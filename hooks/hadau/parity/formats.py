"""Files that translators' tools read: XLIFF 2.0, XLIFF 1.2 and PO, through translate-toolkit.

The toolkit is an extra of the package, and is imported when a file is read or written.
Sources: https://docs.oasis-open.org/xliff/xliff-core/v2.0/, .../v1.2/,
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal
from xml.parsers import expat

from ..model.text import Language, other_language
from .exchange import Returned, Row

Format = Literal["xliff", "xliff-1.2", "po"]
"""`xliff` is version 2.0."""

ENDINGS: dict[Format, str] = {"xliff": "xlf", "xliff-1.2": "xlf", "po": "po"}
"""How the name of a file of each format ends."""

_SKELETON_1 = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="{name}" source-language="{source}" target-language="{target}" '
    'datatype="plaintext"><body/></file></xliff>'
)
_SKELETON_2 = (
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="{source}" '
    'trgLang="{target}"><file id="{name}"/></xliff>'
)
_NAME = "content"
_STATES_1 = {"missing": "new", "outdated": "needs-review-translation", "new": "translated"}
_STATES_2 = {"missing": "initial", "outdated": "initial", "new": "translated"}


class ToolkitMissing(Exception):
    """The package translate-toolkit is not installed."""


class BadExchange(Exception):
    """A file that no translator's tool has written, or for another language."""


def write_exchange(rows: Sequence[Row], to: Language, form: Format) -> bytes:
    """A file of texts for a translator. Raises ToolkitMissing."""
    _need_toolkit()
    return _WRITERS[form](rows, to)


def read_exchange(content: bytes, to: Language) -> tuple[Returned, ...]:
    """What a translator's file holds, whichever its format. Raises ToolkitMissing, BadExchange."""
    _need_toolkit()
    start = content[:2_000].decode("utf-8", "replace")
    if _is_xml(start):
        _refuse_document_type(content)
    store = _open(content, start)
    target = getattr(store, "targetlanguage", None) or _po_language(store)
    if target and not re.fullmatch(rf"{to}([-_].*)?", target):
        raise BadExchange(f"it is a translation into {target}, and {to} was asked for")
    found = []
    for unit in store.units:
        if unit.isheader() or not unit.source:
            continue
        id_ = unit.getcontext() if _is_po(store) else unit.getid().split("\x04")[-1]
        found.append(Returned(str(id_), str(unit.source), str(unit.target or "")))
    if not found:
        raise BadExchange("it holds no texts")
    return tuple(found)


def _is_xml(start: str) -> bool:
    return start.lstrip("\ufeff \n\r\t").startswith("<")


def _refuse_document_type(content: bytes) -> None:
    """A document type can name other files, and grow to any size: nothing past it is read."""

    def refuse(*_: object) -> None:
        raise BadExchange("it declares a document type, which files of translators never do")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadExchange(f"it cannot be read: {error}") from None


def _open(content: bytes, start: str) -> Any:
    from translate.storage import pypo, xliff, xliff2

    store: Any
    if _is_xml(start):
        store = xliff2.Xliff2File() if "document:2" in start else xliff.xlifffile()
    else:
        store = pypo.pofile()
    try:
        store.parse(content)
    except Exception as error:  # each format of the toolkit raises errors of its own
        raise BadExchange(f"it cannot be read: {error}") from None
    return store


def _is_po(store: Any) -> bool:
    return type(store).__name__ == "pofile"


def _po_language(store: Any) -> str | None:
    language = store.parseheader().get("Language") if _is_po(store) else None
    return str(language) if language else None


def _need_toolkit() -> None:
    try:
        import translate.storage  # noqa: F401
    except ImportError:
        raise ToolkitMissing from None


def _write_xliff_2(rows: Sequence[Row], to: Language) -> bytes:
    from translate.storage import xliff2

    store: Any = xliff2.Xliff2File()
    store.parse(_SKELETON_2.format(source=other_language(to), target=to, name=_NAME).encode())
    for row in rows:
        unit: Any = store.addsourceunit(row.source)
        unit.setid(row.id)
        if row.target:
            unit.target = row.target
        unit.xmlelement.set("state", _STATES_2.get(row.state, "final"))
        _add_notes(unit, row)
    return bytes(store)


def _add_notes(unit: Any, row: Row) -> None:
    """XLIFF 2.0 keeps notes with a unit, before its segment; the toolkit writes them into it."""
    from lxml import etree

    outer = unit.getunitelement()
    notes = etree.Element(unit.namespaced("notes"))
    for category, note in [("location", row.at), *(("note", note) for note in row.notes)]:
        element = etree.SubElement(notes, unit.namespaced("note"))
        element.set("category", category)
        element.text = note
    limit = etree.SubElement(notes, unit.namespaced("note"))
    limit.set("category", "limit")
    limit.text = f"At most {row.limit:,} characters."
    outer.insert(0, notes)


def _write_xliff_1(rows: Sequence[Row], to: Language) -> bytes:
    from translate.storage import xliff

    store: Any = xliff.xlifffile()
    store.parse(_SKELETON_1.format(source=other_language(to), target=to, name=_NAME).encode())
    for row in rows:
        unit: Any = store.addsourceunit(row.source, _NAME)
        unit.setid(row.id)
        unit.xmlelement.set("maxwidth", str(row.limit))
        unit.xmlelement.set("size-unit", "char")
        unit.xmlelement.set("approved", "yes" if row.state == "complete" else "no")
        unit.target = row.target
        node = unit.xmlelement.find(unit.namespaced("target"))
        if node is not None:
            node.set("state", _STATES_1.get(row.state, "final"))
        for note in (row.at, *row.notes):
            unit.addnote(note, origin="developer")
    return bytes(store)


def _write_po(rows: Sequence[Row], to: Language) -> bytes:
    from translate.storage import pypo

    store: Any = pypo.pofile()
    # A file carries no day and no name, so that the same guide gives the same bytes.
    header = {
        "Language": to,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "Hadau",
    }
    for row in rows:
        unit: Any = store.addsourceunit(row.source)
        unit.setcontext(row.id)
        unit.target = row.target
        unit.addlocation(row.at)
        for note in (*row.notes, f"At most {row.limit:,} characters."):
            unit.addnote(note, origin="developer")
        if row.before is not None:
            unit.prev_source = row.before[0]
        if row.state == "outdated" and row.target:
            unit.markfuzzy()
    bytes(store)  # which adds a header with the time of day
    first: Any = store.header()
    first.target = "".join(f"{name}: {value}\n" for name, value in header.items())
    first.markfuzzy(False)
    return bytes(store)


_WRITERS: dict[Format, Callable[[Sequence[Row], Language], bytes]] = {
    "xliff": _write_xliff_2,
    "xliff-1.2": _write_xliff_1,
    "po": _write_po,
}
