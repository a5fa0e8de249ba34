"""Sheets set as PDF by Typst, and as Word documents, kept from one build to the next.

The PDFs are PDF/UA-1 (ISO 14289-1): tagged, with the language of each part. Typst comes as a
Python package; nothing else is needed of the system, and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from ...model.fonts import FONT_PACKAGE, font_files

TEMPLATES = Path(__file__).parent / "typst"
KEPT_FOR = 30 * 24 * 60 * 60
"""Seconds that a sheet which no build asks for is kept."""
WORD = "word"
"""Stands for a template: what is set as a Word document."""
WORTH_A_PROCESS = 24
"""How many sheets take longer to set than another process takes to start."""

_PAGE = re.compile(rb"/Type\s*/Page\b")


class UnsetError(Exception):
    """Typst refused a sheet. The argument says why, in its words."""


class Copy(NamedTuple):
    """What is to be set."""

    template: str
    """The name of the template for Typst, without its ending; or WORD."""
    sheet: str
    """The sheet as JSON, as `describing` writes it."""


class Press:
    """Sets sheets, or finds them as they were set before."""

    def __init__(self, folder: Path, templates: Path = TEMPLATES) -> None:
        self.made = 0
        """How many sheets had to be set, because nothing kept was the same."""
        self._folder = folder
        self._templates = templates
        self._typst = _fingerprint(("typst", FONT_PACKAGE), sorted(templates.glob("*.typ")))
        self._word = _fingerprint(("python-docx",), [Path(__file__).with_name("word.py")])

    def set_all(self, copies: Iterable[Copy]) -> list[Path | UnsetError]:
        """The file of each sheet, or why it cannot be set. The same sheet gives the same bytes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        wanted = [(copy, self._place(copy)) for copy in copies]
        # The longest first, so that no process is left alone with one at the end.
        missing = sorted(
            {path: copy for copy, path in wanted if not path.exists()}.items(),
            key=lambda item: len(item[1].sheet),
            reverse=True,
        )
        self.made += len(missing)
        found: dict[Path, Path | UnsetError] = {}
        for (path, _), pdf in zip(missing, self._set(missing), strict=True):
            if isinstance(pdf, UnsetError):
                found[path] = pdf
            else:
                _write(path, pdf)
        for _, path in wanted:
            if path not in found:
                path.touch()
        self._forget_old()
        return [found.get(path, path) for _, path in wanted]

    def _place(self, copy: Copy) -> Path:
        base, ending = (self._word, "docx") if copy.template == WORD else (self._typst, "pdf")
        fingerprint = hashlib.sha256("\n".join((base, *copy)).encode())
        return self._folder / f"{fingerprint.hexdigest()[:32]}.{ending}"

    def _set(self, missing: list[tuple[Path, Copy]]) -> Iterator[bytes | UnsetError]:
        if not missing:
            return
        fonts = str(self._lay_out_fonts())
        jobs = [(str(self._templates), fonts, copy) for _, copy in missing]
        hands = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, 4)
        if hands == 1 or len(jobs) < WORTH_A_PROCESS:
            yield from map(_set, jobs)
            return
        # A fresh process: a preview has threads, and a copy of those could wait for ever.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(hands, mp_context=context) as pool:
            yield from pool.map(_set, jobs)

    def _lay_out_fonts(self) -> Path:
        """The font's files in a folder of their own: Typst takes whatever stands in a folder."""
        folder = self._folder / "fonts"
        folder.mkdir(exist_ok=True)
        for file in font_files():
            if not (folder / file.name).exists():
                _write(folder / file.name, file.read_bytes())
        return folder

    def _forget_old(self) -> None:
        """Delete what no build has asked for in a long time, and drafts of builds that died."""
        oldest = time.time() - KEPT_FOR
        for path in self._folder.iterdir():
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def _fingerprint(packages: Iterable[str], files: Iterable[Path]) -> str:
    """What every sheet of a kind depends on, beside its own words."""
    made = hashlib.sha256("".join(map(version, packages)).encode())
    for path in files:
        made.update(path.read_bytes())
    return made.hexdigest()


def count_pages(pdf: Path) -> int:
    """How many pages a PDF of Typst has. It writes its pages in plain sight."""
    return len(_PAGE.findall(pdf.read_bytes()))


def _write(path: Path, content: bytes) -> None:
    """Another build may write the same file at this moment: each puts a whole one in place."""
    draft = path.with_suffix(f".{secrets.token_hex(8)}")
    draft.write_bytes(content)
    draft.replace(path)


def _set(job: tuple[str, str, Copy]) -> bytes | UnsetError:
    templates, fonts, copy = job
    # A build whose sheets are all kept needs neither of these, which take a while to read.
    if copy.template == WORD:
        from .word import write_word

        return write_word(copy.sheet)
    import typst

    try:
        made = _open(templates, fonts, copy.template).compile(
            sys_inputs={"sheet": copy.sheet}, format="pdf", pdf_standards=["ua-1"], timestamp=0
        )
    except typst.TypstError as error:
        return UnsetError(str(error))
    return bytes(made)


@cache
def _open(templates: str, fonts: str, template: str) -> Any:
    import typst

    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    return typst.Compiler(
        Path(templates, f"{template}.typ"), root=templates, font_paths=own, ignore_system_fonts=True
    )
