"""The addresses on other hosts that a guide sends its readers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from ..model.linked import Linked
from ..model.text import LANGUAGES

_HREF = re.compile(r'<a href="(https?:[^"]+)"', re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def list_external(linked: Linked) -> tuple[str, ...]:
    """Every address, sorted: those of texts, of sources and of the place for suggestions.

    A fragment is left on, for a link checker that looks for anchors.
    """
    return tuple(sorted({*_find_addresses(linked)}))


def _find_addresses(linked: Linked) -> Iterator[str]:
    for parsed in linked.parsed.values():
        for piece in parsed.pieces:
            if isinstance(piece, str):
                yield from (unescape(href) for href in _HREF.findall(piece))
    for source in linked.guide.sources.values():
        doi = source.fields.get("doi", "")
        if "10." in doi:
            yield f"https://doi.org/{doi[doi.index('10.') :]}"
        for name in ("url", "howpublished"):
            words = source.fields.get(name, "")
            if _ADDRESS.fullmatch(words):
                yield words
    suggest = linked.guide.about.suggest
    for language in LANGUAGES if suggest else ():
        address = suggest.of(language) if suggest else ""
        if _ADDRESS.fullmatch(address):
            yield address
