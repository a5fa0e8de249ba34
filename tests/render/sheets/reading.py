"""A tagged PDF as a screen reader meets it, read with pikepdf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf


@dataclass
class Part:
    """An element of the structure."""

    tag: str
    language: str
    """Its language, its own or of what holds it."""
    alt: str | None
    parts: list[Part | Run] = field(default_factory=list)

    def find(self, *tags: str) -> Iterator[Part]:
        """Every element with one of the tags, in reading order."""
        for part in self.parts:
            if isinstance(part, Part):
                if part.tag in tags:
                    yield part
                yield from part.find(*tags)

    @property
    def runs(self) -> Iterator[Run]:
        """The words, in reading order."""
        for part in self.parts:
            if isinstance(part, Run):
                yield part
            else:
                yield from part.runs

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


@dataclass
class Run:
    """Words of one language."""

    language: str
    text: str


class Pdf:
    """A PDF of Typst or of Chromium."""

    def __init__(self, path: Path | BinaryIO) -> None:
        self.file = pikepdf.open(path)
        self.pages = list(self.file.pages)
        self.info = {str(key): str(value) for key, value in self.file.docinfo.items()}

    @property
    def language(self) -> str:
        return str(self.file.Root.Lang)

    @cached_property
    def root(self) -> Part:
        """The structure, from the top."""
        top = Part("Root", self.language, None)
        self._read(self.file.Root.StructTreeRoot.K, top, None)
        return top

    def words_in(self, language: str, *, pictures: bool = True) -> str:
        """Everything said in one language, in reading order, alternatives for pictures too."""
        return " ".join(" ".join(self._said(self.root, language, pictures)).split())

    def links(self) -> list[str]:
        """Where its links lead."""
        notes = [note for page in self.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if note.Subtype == "/Link"]

    def fonts(self) -> set[str]:
        """The names of its fonts, without the mark of a part."""
        return {str(font.FontName).rpartition("+")[2] for font in self.descriptors()}

    def descriptors(self) -> list[Any]:
        """What it says of each of its fonts."""
        return [
            font.DescendantFonts[0].FontDescriptor
            for page in self.pages
            for font in page.Resources.get("/Font", {}).values()
        ]

    def all_sizes(self) -> set[float]:
        """The sizes of everything written, in points."""
        return {size for page in self.pages for size, _, _ in _written(page)}

    def sizes_of(self, words: str) -> set[float]:
        """The sizes of some words, in points."""
        return {size for page in self.pages for size, text, _ in _written(page) if words in text}

    def drawn_on(self, page: int) -> str:
        """Everything written on a page, in the order in which it is drawn."""
        return "".join(words for _, words, _ in _written(self.pages[page]))

    def place_of(self, words: str, page: int) -> tuple[float, float]:
        """Where words begin on a page, in points from its foot and left edge."""
        return next(place for _, text, place in _written(self.pages[page]) if words in text)

    def outside(self) -> list[str]:
        """What is written past the edge of the paper."""
        found = []
        for page in self.pages:
            _, _, width, height = map(float, page.mediabox)
            for _, text, (x, y) in _written(page):
                if not (0 < x < width and 0 < y < height):
                    found.append(text)
        return found

    def _said(self, part: Part, language: str, pictures: bool) -> Iterator[str]:
        if part.alt and not pictures:
            return
        if part.alt and part.language == language:
            yield part.alt
        for inner in part.parts:
            if isinstance(inner, Part):
                yield from self._said(inner, language, pictures)
            elif inner.language == language:
                yield inner.text

    def _read(self, node: Any, into: Part, page: Any) -> None:
        if isinstance(node, int):
            own, words = self._marked[self._number(page)].get(node, (None, ""))
            into.parts.append(Run(own or into.language, words))
        elif isinstance(node, pikepdf.Array):
            for inner in node:
                self._read(inner, into, page)
        elif "/S" in node:
            part = Part(
                tag=str(node.S)[1:],
                language=str(node.get("/Lang", into.language)),
                alt=str(node.Alt) if "/Alt" in node else None,
            )
            into.parts.append(part)
            if "/K" in node:
                self._read(node.K, part, node.get("/Pg", page))
        elif "/MCID" in node:
            self._read(int(node.MCID), into, node.get("/Pg", page))

    def _number(self, page: Any) -> int:
        return next(n for n, one in enumerate(self.pages) if one.obj.objgen == page.objgen)

    @cached_property
    def _marked(self) -> list[dict[int, tuple[str | None, str]]]:
        """The language and words of each piece of marked content, by page and number."""
        return [dict(_marked_content(page)) for page in self.pages]


def _written(page: Any) -> Iterator[tuple[float, str, tuple[float, float]]]:
    """Size, words and place of each piece of writing."""
    letters = _fonts(page)
    matrix, stack = pikepdf.Matrix(), []
    text, size, font = pikepdf.Matrix(), 0.0, ""
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q":
            matrix = stack.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*map(float, step.operands)) @ matrix
        elif operator == "Tm":
            text = pikepdf.Matrix(*map(float, step.operands))
        elif operator == "Tf":
            font, size = str(step.operands[0]), float(step.operands[1])
        elif operator in ("Tj", "TJ"):
            place = text @ matrix
            words = _decoded(step.operands[0], letters[font])
            yield round(size * abs(place.d), 2), words, (float(place.e), float(place.f))


def _decoded(shown: Any, letters: dict[str, str]) -> str:
    words = ""
    for piece in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(piece, pikepdf.String):
            codes = bytes(piece).hex().upper()
            words += "".join(letters[codes[i : i + 4]] for i in range(0, len(codes), 4))
    return words


def _fonts(page: Any) -> dict[str, dict[str, str]]:
    return {
        str(name): _letters(font.ToUnicode.read_bytes().decode("latin-1"))
        for name, font in page.Resources.get("/Font", {}).items()
    }


def _marked_content(page: Any) -> Iterator[tuple[int, tuple[str | None, str]]]:
    letters = _fonts(page)
    font = ""
    open_: list[tuple[int | None, str | None]] = []
    words = ""
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "BDC":
            given = step.operands[1]
            number = int(given.MCID) if "/MCID" in given else None
            open_.append((number, str(given.Lang) if "/Lang" in given else None))
            words = ""
        elif operator == "BMC":
            open_.append((None, None))
        elif operator == "EMC":
            number, language = open_.pop()
            if number is not None:
                yield number, (language, words)
        elif operator == "Tf":
            font = str(step.operands[0])
        elif operator in ("Tj", "TJ"):
            words += _decoded(step.operands[0], letters[font])


def _letters(table: str) -> dict[str, str]:
    """What each code of a font stands for, from its ToUnicode table."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-F]+)> <([0-9A-F]+)>", block):
            found[code] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
            start = ord(bytes.fromhex(text).decode("utf-16-be"))
            for i in range(int(last, 16) - int(first, 16) + 1):
                found[f"{int(first, 16) + i:04X}"] = chr(start + i)
    return found
