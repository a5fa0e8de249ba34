"""One text of a YAML file written anew. Every byte that is not part of it stays as it was."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from ..model.places import Document, Loc
from ..model.text import Language, other_language
from ..problems import stops
from .yaml import read_document

WIDTH = 120
"""Where lines of a folded text end that had none before, in characters."""
_SHORT = 100


class CannotEdit(Exception):
    """The file says something that cannot be written into it so that it reads back the same."""


def write_text(content: bytes, loc: Loc, language: Language, words: str) -> bytes:
    """A file with other words in one language of the text at `loc`.

    The words are written in the way of those that stood there, or else of the other language.
    Raises CannotEdit where the file would not read back as it was but for these words.
    """
    source = content.decode("utf-8")
    document = _read(content)
    if document is None:
        raise CannotEdit("the file cannot be read as it is")
    wanted = _replace(document.data, (*loc, language), words)
    for start, end, written in _candidates(document, loc, language, words):
        edited = _splice(source, start, end, written).encode()
        after = _read(edited)
        if after is not None and after.data == wanted:
            return edited
    raise CannotEdit("these words cannot be written here")


def _read(content: bytes) -> Document | None:
    document, problems = read_document(content, "file.yml", "")
    return None if stops(problems, strict=False) else document


def _replace(data: Any, loc: Loc, words: str) -> Any:
    if not loc:
        return words
    if isinstance(data, tuple):
        return tuple(
            _replace(item, loc[1:], words) if number == loc[0] else item
            for number, item in enumerate(data)
        )
    return data | {loc[0]: _replace(data.get(loc[0]), loc[1:], words)}


def _splice(source: str, start: int, end: int, written: str) -> str:
    """Offsets count line breaks as one character and no byte order mark, as places do."""
    whole = source.removeprefix("\ufeff")
    mark = source[: len(source) - len(whole)]
    if "\r" not in whole:
        return mark + whole[:start] + written + whole[end:]
    offsets = [found.start() for found in re.finditer(r"\r\n|[^\r]|\r", whole)]
    offsets.append(len(whole))
    written = written.replace("\n", "\r\n" if "\r\n" in whole else "\r")
    return mark + whole[: offsets[start]] + written + whole[offsets[end] :]


def _candidates(
    document: Document, loc: Loc, language: Language, words: str
) -> Iterator[tuple[int, int, str]]:
    """Ways to write the words, the most like the file first: what to put between which offsets."""
    places = document.places
    text = places.text
    here, beside = (*loc, language), (*loc, other_language(language))
    known = here if here in places.values else beside
    if known not in places.values:
        return
    key = places.keys[known]
    column = _column(text, key)
    in_braces = text[places.values[loc][0]] == "{"
    other = text[slice(*places.values.get(beside, (0, 0)))]
    forms = _forms(other, words, None if in_braces else column + 2)
    start, end = places.values[known]
    old = text[start:end]
    kept = old.rstrip()
    last = start + len(kept)
    if known == here:
        if not kept:
            space = "" if text[start - 1] == " " else " "
            yield from ((start, start, space + form) for form in forms)
        elif kept.startswith(("|", ">")):
            blocks = _blocks(kept, words, _indent_of(kept) or column + 2)
            yield from ((start, last, form) for form in blocks)
        else:
            yield from ((start, last, form) for form in _flows(kept[0], words))
        return
    for form in forms:
        if language == "cy":
            gap = ", " if in_braces else f"\n{' ' * column}"
            yield key, key, f"cy: {form}{gap}"
        elif in_braces:
            yield end, end, f", en: {form}"
        else:
            # A comment may stand on the line where the Welsh ends.
            at = last + len(text[last:].partition("\n")[0])
            yield at, at, f"\n{' ' * column}en: {form}"


def _column(text: str, offset: int) -> int:
    return len(text[:offset].rpartition("\n")[2])


def _indent_of(block: str) -> int:
    """How far the lines of a block stand from the margin; 0 where it has none."""
    lines = (line for line in block.split("\n")[1:] if line.strip())
    first = next(lines, "")
    return len(first) - len(first.lstrip(" "))


def _forms(beside: str, words: str, indent: int | None) -> Iterator[str]:
    """The words written as their other language is; on lines of their own only with an indent."""
    in_block = beside.startswith(("|", ">"))
    if indent is not None and (in_block or len(words) > _SHORT or "\n" in words):
        header = beside.partition("\n")[0] if in_block else ">-"
        yield from _blocks(f"{header}\n", words, indent)
    yield from _flows(beside[:1], words)


def _flows(mark: str, words: str) -> Iterator[str]:
    """The words on one line: as they were quoted, plain, or in double quotes."""
    if "\n" not in words:
        if mark == "'":
            yield "'" + words.replace("'", "''") + "'"
        elif mark != '"':
            yield words
    yield json.dumps(words, ensure_ascii=False)


def _blocks(old: str, words: str, indent: int) -> Iterator[str]:
    """The words on lines of their own, below what began the block.

    Paragraphs that are the same keep their lines.
    """
    header, _, body = old.partition("\n")
    margin = " " * indent
    # What follows the block has the line breaks at its end already.
    chomped = words.rstrip("\n")
    if header.startswith(">"):
        gap = "\n\n\n" if "\n\n\n" in body or not body.strip() else "\n\n"
        known = {" ".join(lines.split()): lines.strip("\n") for lines in re.split(r"\n{2,}", body)}
        lines = body.split("\n")
        width = max(map(len, lines)) if len(lines) > 2 else WIDTH
        paragraphs = [
            known.get(" ".join(paragraph.split())) or _fold(paragraph, margin, width)
            for paragraph in re.split(r"\n{2,}", chomped)
        ]
        yield f"{header}\n{gap.join(paragraphs)}"
    literal = textwrap.indent(chomped, margin)
    yield f"|{header[1:]}\n{literal}"


def _fold(paragraph: str, margin: str, width: int) -> str:
    """A paragraph on lines as long as those that were there."""
    lines = textwrap.wrap(
        paragraph, width - len(margin), break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(margin + line for line in lines)
