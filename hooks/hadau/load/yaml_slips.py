"""What an editor most likely did where a file is not YAML.

libyaml says where it could read no further, in words about its own workings. What was written
wrongly stands before that place: mostly at the beginning of the last value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_SIGNS = frozenset("[{*&!%@`,?-")
"""With what no text can begin, as YAML means something else by it.

Source: https://yaml.org/spec/1.2.2/#53-indicator-characters.
"""
_BEFORE_VALUE = (yaml.ValueToken, yaml.BlockEntryToken, yaml.FlowEntryToken)
_OPENING = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSING = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_DASHES = re.compile(r"[ ]*(?:- +)*")
_NEXT_FIELD = re.compile(r"\n([ ]*)(?:- +|(?:- +)*[A-Za-z][\w.-]*:(?=[ \n]))")
_FIELD_IN_BRACES = re.compile(r"[,{]\s*[A-Za-z][\w.-]*:\s*[\"']\Z")
_FIELD_AFTER = re.compile(r"\s+[A-Za-z][\w.-]*:\s")
_COMMENT_ABOVE = re.compile(r"\n[ ]+(#)[^\n]*\n[ ]*\Z")


class Slip(NamedTuple):
    """Something that keeps a file from being YAML."""

    offset: int
    """Where it stands."""
    message: str
    """What is wrong."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""


def find_slip(text: str, error: yaml.MarkedYAMLError) -> Slip | None:
    """What made libyaml stop, where that can be told."""
    if error.problem_mark is None:
        return None
    stop = error.problem_mark.index
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        return report_unclosed_quote(text, error.context_mark.index)
    if text[stop : stop + 1] == "\t":
        return _report_tab(stop)
    start, end = _find_value(text, stop)
    if "\n" in text[start:stop].strip(" "):
        return _find_earlier_slip(text, start, end, stop, error)
    sign = text[start : start + 1]
    if sign in ("'", '"') and end <= stop:
        return _explain_quotes(text, start, end)
    if sign in (">", "|"):
        return _report_words_after_sign(start, sign)
    if sign in _SIGNS and text[stop : stop + 1] not in ("]", "}"):
        return _report_sign(start, sign)
    if text[stop : stop + 1] == ":":
        return _report_colon(stop)
    return _find_unclosed_bracket(text, stop, error)


def swallows_field(text: str, start: int, end: int) -> bool:
    """Whether a text in quotes runs on over the next field or item, as if nothing closed it."""
    found = _NEXT_FIELD.search(text, start, end)
    if not found:
        return False
    own = _column_of_field(text, start)
    return any(len(field[1]) <= own for field in _NEXT_FIELD.finditer(text, start, end))


def report_unclosed_quote(text: str, start: int) -> Slip:
    """The quote at an offset has no other one that closes it."""
    mark = text[start]
    mend = f"write {mark} at the end of the text"
    return Slip(
        start,
        "the quote that opens here is not closed before the next field",
        "a text that ends with the mark with which it begins",
        f"{mend}; where it begins with an apostrophe, write ’" if mark == "'" else mend,
    )


def _find_value(text: str, stop: int) -> tuple[int, int]:
    """Where the value begins in which libyaml stopped, and where its first piece ends."""
    starts = [0]
    ends: dict[int, int] = {}
    for kind, start, end in _read_tokens(text, stop):
        ends[start] = end
        if issubclass(kind, _BEFORE_VALUE):
            starts[-1] = end
        elif issubclass(kind, _OPENING):
            starts.append(end)
        elif issubclass(kind, _CLOSING) and len(starts) > 1:
            starts.pop()
    start = starts[-1]
    while start < stop and text[start].isspace():
        start += 1
    return start, ends.get(start, stop)


def _read_tokens(text: str, stop: int) -> Iterator[tuple[Any, int, int]]:
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if token.start_mark.index >= stop:
                return
            yield type(token), token.start_mark.index, token.end_mark.index
    except yaml.YAMLError:
        return


def _column_of_field(text: str, start: int) -> int:
    """The column, from 0, at which the field or item begins that a value belongs to."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    dashes = _DASHES.match(line)
    inner = dashes.end() if dashes else 0
    if inner < len(line):
        return inner
    return line.rfind("-") if "-" in line else len(line) - 1


def _find_earlier_slip(
    text: str, start: int, end: int, stop: int, error: yaml.MarkedYAMLError
) -> Slip | None:
    """What is wrong on a line above the one on which libyaml stopped."""
    if text[start] in "'\"" and end <= stop and swallows_field(text, start, end):
        return report_unclosed_quote(text, start)
    comment = _COMMENT_ABOVE.search(text, start, stop)
    if comment and text[start] not in ">|[{'\"":
        return Slip(
            comment.start(1),
            "this line of a text is lost, because YAML takes # for the beginning of a comment",
            "a text in quotes, or a comment on a line outside the text",
            "put quotes around the whole text, or move the comment",
        )
    return _find_unclosed_bracket(text, stop, error)


def _find_unclosed_bracket(text: str, stop: int, error: yaml.MarkedYAMLError) -> Slip | None:
    mark = error.context_mark
    if mark is None or text[mark.index : mark.index + 1] not in ("{", "["):
        return None
    if "\n" not in text[mark.index : stop]:
        return None
    opening = text[mark.index]
    closing = "}" if opening == "{" else "]"
    return Slip(
        mark.index,
        f"the {opening} that opens here is not closed",
        f"a {closing} after the last field or item",
        f"write {closing} where it ends",
    )


def _explain_quotes(text: str, start: int, end: int) -> Slip:
    """What is wrong where words follow a text in quotes."""
    mark = text[start]
    if _FIELD_IN_BRACES.search(text, start, end) or swallows_field(text, start, end):
        return report_unclosed_quote(text, start)
    if _FIELD_AFTER.match(text, end):
        return Slip(
            end - 1,
            "there is no comma between this text and the next field",
            "a comma, or a line of its own for each field",
            f"write {mark}, in the place of {mark}",
        )
    return Slip(
        end - 1,
        f"the text ends at this {mark}, and words follow it",
        f"no {mark} inside a text that stands in {mark}",
        "write ’ for each apostrophe inside the text"
        if mark == "'"
        else "write “ and ” for the quotation marks inside the text",
    )


def _report_words_after_sign(start: int, sign: str) -> Slip:
    return Slip(
        start,
        f"words follow {sign} on its line",
        f"a text that begins on the line below {sign}, further in than its field",
        f"delete the {sign}, or move the words to the line below; put quotes around a text that"
        f" begins with {sign}",
    )


def _report_sign(start: int, sign: str) -> Slip:
    return Slip(
        start,
        f"a text cannot begin with {sign} where it has no quotes",
        "a text in quotes",
        f"put quotes around the text that begins with {sign}",
    )


def _report_tab(stop: int) -> Slip:
    return Slip(
        stop,
        "this line is indented with a tab",
        "lines that are indented with spaces",
        "write spaces in the place of the tab",
    )


def _report_colon(stop: int) -> Slip:
    return Slip(
        stop,
        "a text without quotes cannot hold `: `",
        "a text in quotes, or one field on a line",
        "put quotes around the whole text, or write the next field on a line of its own",
    )
