"""The letters that sheets of paper are set in, and which characters they have."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

FONT_PACKAGE = "font-source-sans-pro"
"""Source Sans Pro (SIL Open Font Licence 1.1), as it comes from PyPI."""
STYLES = ("Regular", "Bold", "It", "BoldIt")


def font_files() -> list[Path]:
    """The files of the font, one a style."""
    spec = find_spec(FONT_PACKAGE.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(FONT_PACKAGE)
    return [Path(spec.origin).parent / "files" / f"SourceSansPro-{style}.otf" for style in STYLES]


@cache
def printable() -> frozenset[int]:
    """The code points that every style of the font has a glyph for."""
    # Half of the time of a small check would go into reading this package, unless it is needed.
    from fontTools.ttLib import TTFont

    return frozenset.intersection(
        *(frozenset(TTFont(file, lazy=True).getBestCmap()) for file in font_files())
    )
