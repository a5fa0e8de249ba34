"""Files to take away, as a page offers them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from ..model.downloads import Download
from .texts import Texts

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class OfferedFile(NamedTuple):
    """A link to a file."""

    href: str
    """The way from the page."""
    words: str
    """Its languages, size of print, form, pages and size in bytes."""
    language: str
    """The language that it is in, or begins with."""
    type: str
    """Its media type."""


class Offered(NamedTuple):
    """The files of one kind."""

    variant: str
    """What they are for: the end of a key of the interface's words."""
    files: list[OfferedFile]
    """The files, those in the language of the page first."""


def offer(downloads: Iterable[Download], page: Texts) -> list[Offered]:
    """Files by what they are for."""
    ordered = sorted(
        downloads, key=lambda file: (page.language not in file.languages, len(file.languages))
    )
    groups: dict[str, list[OfferedFile]] = {file.variant: [] for file in downloads}
    for file in ordered:
        groups[file.variant].append(
            OfferedFile(
                posixpath.relpath(f"/{file.urls[page.language]}", f"/{page.address.url}"),
                _describe(file, page),
                file.languages[0],
                _TYPES[file.format],
            )
        )
    return [Offered(variant, files) for variant, files in groups.items()]


def _describe(file: Download, page: Texts) -> str:
    language = page.word(f"download.in.{'-'.join(file.languages)}")
    words = [
        page.word(f"download.format.{file.format}"),
        *([page.count("count.pages", file.pages)] if file.pages else []),
        page.word("download.size", n=-(-file.size // 1000)),
    ]
    return f"{page.word(f'download.print.{file.print}', language=language)}: {', '.join(words)}"
