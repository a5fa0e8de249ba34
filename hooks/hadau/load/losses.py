"""What YAML takes from a text without a word.

Its line breaks, all that follows ` #`, and in braces all that follows a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.text import LANGUAGES

_MARKER = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s|>|\||```")
"""What begins a line of a list, a quotation, a table or code."""
_COMMENT = re.compile(r"(?:[ \t]+|[ \t]*\n(?P<indent>[ \t]*))#")
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    """The offset of its first character that is no space."""
    indent: int
    """The spaces before it."""
    words: str
    """What stands there."""


def find_joined_line(source: str, style: str | None) -> int | None:
    """The offset in a scalar's source of the first line of a list that YAML joins to another.

    `style` is how the scalar is written: `>`, `|`, a quotation mark, or nothing. One line with a
    marker may be prose: two are a list, and so is one after a colon.

    Source: https://yaml.org/spec/1.2.2/#65-line-folding.
    """
    if style == "|" or "\n" not in source:
        return None
    for paragraph in _paragraphs(source, style):
        marked = [number for number, line in enumerate(paragraph) if _MARKER.match(line.words)]
        listed = marked and (len(marked) > 1 or paragraph[marked[0] - 1].words.endswith(":"))
        joined = [number for number in marked if number]
        if listed and joined:
            return paragraph[joined[0]].start
    return None


def find_cut(text: str, start: int, end: int, *, name: int | None, is_text: bool) -> int | None:
    """The offset where a comment may have cut a plain scalar short.

    `name` is the offset of the field's name; a list item has none. The comment follows on the last
    line of the scalar, or on the next one and further in than the name or the sign of the item.
    After what is no text, such as one word, a comment is a comment, unless a letter or a digit
    follows the `#` at once.

    Source: https://yaml.org/spec/1.2.2/#66-comments.
    """
    found = _COMMENT.match(text, end)
    if not found or not (is_text or text[found.end() : found.end() + 1].isalnum()):
        return None
    if found["indent"] is None:
        return end
    own = _indent_at(text, start) if name is None else name - text.rfind("\n", 0, name) - 1
    return found.end() - 1 if len(found["indent"]) > own else None


def _indent_at(text: str, offset: int) -> int:
    """How far in the line of an offset begins."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(line) - len(line.lstrip())


def set_aside_words_after_commas(
    pairs: Sequence[tuple[Any, Any]], text: str
) -> tuple[list[tuple[Any, Any]], list[tuple[int, int]]]:
    """The fields of a mapping in braces, and where each text begins and ends that a comma divides.

    `pairs` are the nodes of its names and values. A name without a colon, after a value without
    quotes, is the rest of that value, and no field.

    Source: https://yaml.org/spec/1.2.2/#742-flow-mappings.
    """
    fields: list[tuple[Any, Any]] = []
    divided: dict[int, int] = {}
    for name, value in pairs:
        before = fields[-1][1] if fields else None
        if before is not None and _is_plain(before) and _is_bare(name, text):
            divided[before.start_mark.index] = name.end_mark.index
        else:
            fields.append((name, value))
    return fields, list(divided.items())


def _is_plain(node: Any) -> bool:
    return isinstance(node.value, str) and not node.style and bool(node.value)


def _is_bare(name: Any, text: str) -> bool:
    known = name.value in LANGUAGES  # whose words have yet to be written
    return _is_plain(name) and not known and not _COLON.match(text, name.end_mark.index)


def _paragraphs(source: str, style: str | None) -> Iterator[list[_Line]]:
    """The lines that become one, run by run."""
    lines = list(_lines(source))
    if style == ">":
        del lines[0]  # the sign itself
    base = min((line.indent for line in lines if line.words), default=0)
    run: list[_Line] = []
    for line in lines:
        # Lines that stand further in than the first keep their breaks in a `>` block.
        if line.words and not (style == ">" and line.indent > base):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _lines(source: str) -> Iterator[_Line]:
    place = 0
    for line in source.split("\n"):
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        yield _Line(place + indent, indent, words)
        place += len(line) + 1
