"""The safe HTML of a text as elements of XML, of which a format knows only some."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

KNOWN = frozenset(
    "a abbr b blockquote br caption cite code dd dfn dl dt em hr i kbd li ol p pre q small span "
    "strong sub sup table tbody td th thead tr ul".split()
)
"""The elements of a text that QTI has too; of others only what stands in them is kept."""
_BLOCKS = frozenset("blockquote dl hr ol p pre table ul".split())
_EMPTY = frozenset(("br", "hr"))
_ATTRIBUTES = {"href": "href", "lang": "xml:lang"}


def read_html(html: str) -> list[ET.Element]:
    """HTML as elements, one a block; words that stand outside every block get a paragraph."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    blocks: list[ET.Element] = []
    loose: ET.Element | None = None
    if reader.root.text and reader.root.text.strip():
        loose = ET.Element("p")
        loose.text = reader.root.text
        blocks.append(loose)
    for element in reader.root:
        after, element.tail = element.tail, None
        if element.tag in _BLOCKS:
            blocks.append(element)
            loose = None
        else:
            if loose is None:
                loose = ET.Element("p")
                blocks.append(loose)
            loose.append(element)
        if after and after.strip():
            if loose is None:
                loose = ET.Element("p")
                loose.text = after
                blocks.append(loose)
            else:
                element.tail = after
    return blocks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = ET.Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KNOWN:
            return
        kept = {_ATTRIBUTES[name]: value or "" for name, value in attrs if name in _ATTRIBUTES}
        element = ET.SubElement(self._open[-1], tag, kept)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        here = self._open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + data
        else:
            here.text = (here.text or "") + data
