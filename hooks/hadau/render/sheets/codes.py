"""QR codes: the way from paper back to the page."""

from __future__ import annotations

import io
from functools import cache

import segno
from markupsafe import escape

_MASK = 3
"""One pattern for all: trying the eight of the standard takes four times as long, for addresses
that any reader of codes can read under each of them."""


@cache
def draw_code(address: str, name: str = "") -> str:
    """An address as a QR code (ISO/IEC 18004) in SVG, with the quiet zone around it.

    With a `name` it is a picture of that name to a screen reader.
    """
    written = io.BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
    code.save(written, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True)
    drawn = written.getvalue().decode().strip()
    return (
        drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(name)}" ', 1)
        if name
        else drawn
    )
