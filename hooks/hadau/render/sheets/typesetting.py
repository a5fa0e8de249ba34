"""Sheets set as PDF by Typst, kept from one build to the next.

The PDFs are PDF/UA-1 (ISO 14289-1): tagged, with the language of each part. Typst comes as a
Python package; nothing else is needed of the system, and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ...model.fonts import FONT_PACKAGE, font_files

TEMPLATES = Path(__file__).parent / "typst"
KEPT_FOR = 30 * 24 * 60 * 60
"""Seconds that a sheet which no build asks for is kept."""

_PAGE = re.compile(rb"/Type\s*/Page\b")


class UnsetError(Exception):
    """Typst refused a sheet. The argument says why, in its words."""


class Press:
    """Sets sheets, or finds them as they were set before. Used as a context: it ends the work."""

    def __init__(self, folder: Path, templates: Path = TEMPLATES) -> None:
        self.made = 0
        """How many sheets had to be set, because nothing kept was the same."""
        self._folder = folder
        self._templates = templates
        self._compiler: Any = None
        self._fonts: tempfile.TemporaryDirectory[str] | None = None
        self._base = hashlib.sha256()
        for package in ("typst", FONT_PACKAGE):
            self._base.update(version(package).encode())
        for path in sorted(templates.glob("*.typ")):
            self._base.update(path.read_bytes())

    def __enter__(self) -> Press:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        if self._fonts is not None:
            self._fonts.cleanup()
        self._forget_old()

    def set_sheet(self, sheet: str) -> Path:
        """The PDF of a sheet that `describing` wrote as JSON. The same sheet gives the same bytes.

        Raises UnsetError where it cannot be set.
        """
        fingerprint = self._base.copy()
        fingerprint.update(sheet.encode())
        path = self._folder / f"{fingerprint.hexdigest()[:32]}.pdf"
        if path.exists():
            path.touch()
            return path
        self.made += 1
        # Another build may set the same sheet at this moment: each puts a whole file in place.
        draft = path.with_suffix(f".{secrets.token_hex(8)}")
        draft.write_bytes(self._set(sheet))
        draft.replace(path)
        return path

    def _set(self, sheet: str) -> bytes:
        # Typst is 60 MB, and a build whose sheets are all kept does not need it.
        import typst

        if self._compiler is None:
            self._fonts = tempfile.TemporaryDirectory(prefix="hadau-fonts-")
            for file in font_files():
                shutil.copy(file, self._fonts.name)
            fonts = typst.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=False,
                font_paths=[self._fonts.name],
            )
            self._compiler = typst.Compiler(
                self._templates / "sheet.typ",
                root=self._templates,
                font_paths=fonts,
                ignore_system_fonts=True,
            )
        try:
            made = self._compiler.compile(
                sys_inputs={"sheet": sheet}, format="pdf", pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            raise UnsetError(str(error)) from None
        return bytes(made)

    def _forget_old(self) -> None:
        """Delete what no build has asked for in a long time, and drafts of builds that died."""
        oldest = time.time() - KEPT_FOR
        for path in self._folder.iterdir():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def count_pages(pdf: Path) -> int:
    """How many pages a PDF of Typst has. It writes its pages in plain sight."""
    return len(_PAGE.findall(pdf.read_bytes()))
