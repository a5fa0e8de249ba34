"""Files that a reader takes away from a page: sheets to print, to fill in or to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .linked import PageKey
from .text import Language

Variant = Literal[
    "participant",
    "facilitator",
    "checklist",
    "questions",
    "key",
    "framework",
    "cards",
    "glossary",
    "pack",
]
"""What a sheet is for. Each has its words in the interface (`print.…`) and its `slug.sheet-…`."""
Print = Literal["standard", "large"]
"""`large` is 18 point, without italics or columns, for people who see little (UKAAF)."""
Format = Literal["pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Download:
    """One file that belongs to a page."""

    variant: Variant
    """What it is for."""
    languages: tuple[Language, ...]
    """The languages of its words, in the order in which they are read."""
    print: Print
    """How large its letters are."""
    format: Format
    """What it is."""
    urls: Mapping[Language, str]
    """Where readers of each language find it, relative to the root of the site."""
    file: Path
    """Where its bytes wait to be published."""
    size: int
    """How many bytes it has."""
    pages: int | None
    """How many pages it has, where that is known."""


Downloads = Mapping[PageKey, tuple[Download, ...]]
"""What readers can take away from each page."""
