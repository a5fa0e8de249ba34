"""YAML read with the place of every value, in the safe and simple part of YAML 1.2.

Refused: anchors and aliases, tags, merge keys, keys given twice, files that are too large or
too deep. Scalars follow the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema):
`no` is a word, `012` is a word, a date is a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from ..model.places import Document, Loc, Places
from ..model.text import LANGUAGES
from ..problems import Position, Problem
from .characters import INVISIBLE, find_wrong_encoding, how_to_delete, name_character
from .losses import find_cut, find_joined_line, set_aside_words_after_commas
from .merges import MERGE_MARK, set_aside_merge_marks
from .yaml_slips import Slip, find_slip, report_unclosed_quote, swallows_field

MOST_BYTES = 1_000_000
"""The largest file that is read, in bytes."""
MOST_DEPTH = 24
"""How deep lists and fields may stand in one another."""
MOST_VALUES = 50_000
"""How many values a file may hold."""
_MOST_CHARACTERS = 20
"""How many characters are told that have no place in a file: after these it is no text."""

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_PARAGRAPH = re.compile(r"(?<=[^\n])\n(?=[^\s])")
_IN_A_LANGUAGE: tuple[Loc, ...] = tuple((language,) for language in LANGUAGES)
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff"
    + "".join(INVISIBLE)
    # What turns the direction of writing shows readers, and whoever reads a change to the file,
    # other words than stand there. See https://www.unicode.org/reports/tr36/.
    + "\u202a-\u202e\u2066-\u2069]"
)


class _Unreadable(Exception):
    """The rest of the file cannot be read."""


def read_document(content: bytes, path: str, kind: str) -> tuple[Document | None, list[Problem]]:
    """The values of a YAML file and the problems of its form.

    `path` is what positions show; `kind` is handed on. Without a document the problems say why.
    """
    problems: list[Problem] = []
    try:
        text = _decode(content, path, problems)
        _guard(text, path, problems)
        places = Places(path, text)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        if root is None or (isinstance(root, yaml.ScalarNode) and not root.value.strip()):
            problems.append(
                _problem(
                    path,
                    "the file is empty",
                    "empty-file",
                    "a record",
                    "write the fields of the record, or delete the file",
                )
            )
            raise _Unreadable
        data = _values(root, (), places, problems)
    except _Unreadable:
        return None, problems
    stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
    return Document(kind, stem, data, places), problems


def _problem(
    path: str, message: str, code: str, expected: str, mend: str, at: Position | None = None
) -> Problem:
    return Problem(at or Position(path), code, message, expected, mend)


def _bad_character(character: str, mend: str, at: Position) -> Problem:
    return Problem(
        at,
        "bad-character",
        f"character {name_character(character)} has no place in a text",
        "letters, digits and marks that can be printed",
        mend,
    )


def _decode(content: bytes, path: str, problems: list[Problem]) -> str:
    if len(content) > MOST_BYTES:
        problems.append(
            _problem(
                path,
                "the file is too large",
                "file-too-large",
                f"at most {MOST_BYTES:,} bytes",
                "split it into several records",
            )
        )
        raise _Unreadable
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        problems.append(
            _problem(
                path,
                f"byte 0x{content[error.start]:02x} is not UTF-8",
                "not-utf-8",
                "a file saved as UTF-8",
                "save the file again with the encoding UTF-8",
                Position(path, line, column),
            )
        )
        raise _Unreadable from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_wrong_encoding(Places(path, text), problems)
    _refuse_characters(text, path, problems)
    _refuse_merges(Places(path, text), problems)
    return text


def _refuse_wrong_encoding(places: Places, problems: list[Problem]) -> None:
    refused = [
        Problem(
            places.position(start),
            "wrong-encoding",
            f'"{places.text[start:end]}" is "{meant}", read in the wrong encoding on its way here',
            "the letters and marks that were meant",
            f'write "{meant}"',
        )
        for start, end, meant in islice(find_wrong_encoding(places.text), _MOST_CHARACTERS)
    ]
    if refused:
        problems += refused
        raise _Unreadable


def _refuse_characters(text: str, path: str, problems: list[Problem]) -> None:
    places = Places(path, text)
    refused = [
        _bad_character(
            found.group(), how_to_delete(text, found.start()), places.position(found.start())
        )
        for found in islice(_CONTROL.finditer(text), _MOST_CHARACTERS)
    ]
    if refused:
        problems += refused
        raise _Unreadable


def _refuse_merges(places: Places, problems: list[Problem]) -> None:
    """Refuse what is left of a merge whose two versions nobody has chosen between."""
    _, merges = set_aside_merge_marks(places)
    left_over = [] if merges else MERGE_MARK.finditer(places.text)
    merges += [
        Problem(
            places.position(mark.start()),
            "unfinished-merge",
            "this line is left over from a merge",
            "one version of each line, without the lines of <, = and >",
            "delete the line",
        )
        for mark in left_over
    ]
    if merges:
        problems += merges
        raise _Unreadable


def _guard(text: str, path: str, problems: list[Problem]) -> None:
    """Refuse what must not be built into a tree, while nothing has been built."""
    depth = values = 0

    places = Places(path, text)

    def at(mark: Any) -> Position:
        return places.position(mark.index)

    try:
        event: Any
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                problems.append(
                    _problem(
                        path,
                        "anchors (&) and aliases (*) are not used here",
                        "yaml-alias",
                        "the value itself",
                        "write the value out where it is needed; put quotes "
                        "around a text that begins with & or *",
                        at(event.start_mark),
                    )
                )
            elif getattr(event, "tag", None):
                problems.append(
                    _problem(
                        path,
                        f"the tag {event.tag} is not used here",
                        "yaml-tag",
                        "the value itself",
                        "delete the tag; put quotes around a text that begins with !",
                        at(event.start_mark),
                    )
                )
            if getattr(event, "style", None) in ("'", '"'):
                start, end = event.start_mark.index, event.end_mark.index
                if swallows_field(text, start, end):
                    problems.append(_slipped(report_unclosed_quote(text, start), places))
                    raise _Unreadable
            values += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                problems.append(
                    _problem(
                        path,
                        f"lists and fields stand more than {MOST_DEPTH} deep",
                        "too-deep",
                        f"at most {MOST_DEPTH} levels",
                        "write the record with fewer levels",
                        at(event.start_mark),
                    )
                )
                raise _Unreadable
            if values > MOST_VALUES:
                problems.append(
                    _problem(
                        path,
                        f"the file holds more than {MOST_VALUES:,} values",
                        "too-many-values",
                        f"at most {MOST_VALUES:,} values",
                        "split it into several records",
                        at(event.start_mark),
                    )
                )
                raise _Unreadable
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit and values > 3:
                problems.append(
                    _problem(
                        path,
                        "a second record begins here",
                        "two-records",
                        "one record a file",
                        "move it to a file of its own",
                        at(event.start_mark),
                    )
                )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        slip = find_slip(text, error)
        problems.append(
            _slipped(slip, places)
            if slip
            else _problem(
                path,
                f"this is not YAML: {error.problem or error.context}",
                "bad-yaml",
                "`name: value` lines, indented evenly with spaces",
                "look at this line and the one above: a colon, quote, bracket or indent is "
                "missing or too many; put quotes around a text that holds `: `",
                at(mark) if mark else Position(path),
            )
        )
    except yaml.YAMLError as error:
        problems.append(
            _problem(
                path,
                f"this is not YAML: {error}",
                "bad-yaml",
                "text that YAML can hold",
                "delete the characters that cannot be read",
            )
        )
    if problems:
        raise _Unreadable


def _slipped(slip: Slip, places: Places) -> Problem:
    at = places.position(slip.offset)
    return Problem(at, "bad-yaml", slip.message, slip.expected, slip.mend)


def _values(node: Any, loc: Loc, places: Places, problems: list[Problem]) -> Any:
    places.values[loc] = (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.SequenceNode):
        return tuple(
            _values(item, (*loc, i), places, problems) for i, item in enumerate(node.value)
        )
    if isinstance(node, yaml.MappingNode):
        fields: dict[str, Any] = {}
        pairs = node.value
        if node.flow_style:
            pairs, divided = set_aside_words_after_commas(pairs, places.text)
            problems += [_divided(places, start, end) for start, end in divided]
        for key, value in pairs:
            at = places.position(key.start_mark.index)
            if not isinstance(key, yaml.ScalarNode):
                problems.append(
                    _problem(
                        places.path,
                        "the name of a field is not a word",
                        "bad-key",
                        "a name such as `title`",
                        "write a plain name before the colon",
                        at,
                    )
                )
            elif key.value in fields:
                problems.append(
                    _problem(
                        places.path,
                        f"the field `{key.value}` stands twice",
                        "duplicate-field",
                        "each field once",
                        "delete one of the two, or join them",
                        at,
                    )
                )
            else:
                places.keys[(*loc, key.value)] = key.start_mark.index
                fields[key.value] = _values(value, (*loc, key.value), places, problems)
        return fields
    problems += _find_losses(node, loc, places)
    if not node.style:
        return _scalar(node.value)
    words = unicodedata.normalize("NFC", node.value)
    if found := _CONTROL.search(words):  # spelt as an escape, such as \\e
        at = places.position(node.start_mark.index)
        problems.append(_bad_character(found.group(), "delete the character", at))
    # YAML folds one empty line of a `>` block to a line break, where an editor means a paragraph.
    return _PARAGRAPH.sub("\n\n", words) if node.style == ">" else words


def _divided(places: Places, start: int, end: int) -> Problem:
    whole = " ".join(places.text[start:end].split())
    shown = whole if len(whole) <= 60 else f"{whole[:40]}…{whole[-19:]}"
    return Problem(
        places.position(start),
        "cut-text",
        "this text ends at a comma, because a comma in braces begins the next field",
        "a text in quotes, since it holds a comma",
        f'put quotes around the whole text: "{shown}"',
    )


def _find_losses(node: Any, loc: Loc, places: Places) -> Iterator[Problem]:
    start, end = node.start_mark.index, node.end_mark.index
    joined = find_joined_line(places.text[start:end], node.style)
    if joined is not None:
        yield Problem(
            places.position(start + joined),
            "joined-lines",
            "YAML joins this line to the one above",
            "a text that keeps its lines, where it holds a list, a table or a quotation",
            "write `|-` in the place of `>-`, or after the name of the field, with the text below",
        )
    if node.style or not isinstance(_scalar(node.value), str):
        return
    is_text = " " in node.value or loc[-1:] in _IN_A_LANGUAGE
    cut = find_cut(places.text, start, end, name=places.keys.get(loc), is_text=is_text)
    if cut is not None:
        yield Problem(
            places.position(cut),
            "cut-text",
            "this text ends here, because YAML takes ` #` for the beginning of a comment",
            "a text in quotes, or a comment on a line of its own",
            "put quotes around the whole text, or move the comment",
            "warning",
        )


def _scalar(written: str) -> str | int | float | bool | None:
    """A plain scalar by the YAML 1.2 core schema, less octal, hexadecimal and infinities."""
    if written in ("", "~", "null", "Null", "NULL"):
        return None
    if written in ("true", "True", "TRUE"):
        return True
    if written in ("false", "False", "FALSE"):
        return False
    if _INTEGER.fullmatch(written) and (written == "0" or not written.lstrip("+-").startswith("0")):
        return int(written)
    if _FLOAT.fullmatch(written):
        return float(written)
    return unicodedata.normalize("NFC", written)
