"""Whether each file has the shape of its kind, said in words that an editor can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.entries import MONTH_PATTERN
from ..model.places import Document, Loc
from ..model.text import (
    ID_PATTERN,
    KEY_PATTERN,
    LANGUAGES,
    LENDING,
    PAGES_PATTERN,
    PROSE_PATTERN,
    WORDS_PATTERN,
)
from ..problems import Position, Problem, nearest

Model = TypeVar("Model", bound=BaseModel)

_FORMS = {
    ID_PATTERN: ("bad-id", "small letters, digits and single hyphens, such as `shared-goals`"),
    WORDS_PATTERN: ("bad-words", "words on one line"),
    PROSE_PATTERN: ("empty-text", "a text that is not empty"),
    MONTH_PATTERN: ("bad-date", "a year, month or day, written 2019, 2019-04 or 2019-04-01"),
    KEY_PATTERN: ("bad-citation", "a citation key of the bibliography"),
    PAGES_PATTERN: ("bad-pages", 'pages in quotes, such as "37" or "37-39"'),
}
_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list, each item on a line that begins with `- `",
    "model_type": "fields of its own, indented below it",
    "model_attributes_type": "fields of its own, indented below it",
}
_EDGES = re.compile("^\u00a0+|\u00a0+$")
"""Spaces that do not break, where nobody sees them. They do no harm inside a text."""
_LIMITS = {
    "too_short": ("min_length", "at least {} item(s)"),
    "too_long": ("max_length", "at most {} items"),
    "string_too_long": ("max_length", "at most {} characters"),
    "greater_than_equal": ("ge", "a number of {} or more"),
    "less_than_equal": ("le", "a number of {} or less"),
}


def read_record(
    model: type[Model], document: Document, *, lending: bool = False
) -> tuple[Model | None, list[Problem]]:
    """The record that a document holds, or every way in which it fails to be one.

    With `lending`, a text that lacks a language is lent the words of the other one.
    """
    try:
        context = {LENDING: lending}
        return model.model_validate(document.data, strict=True, context=context), []
    except ValidationError as error:
        return None, [
            _describe(detail, model, document)
            for detail in error.errors(include_url=False)
            if not _is_echo(detail)
        ]


def _is_echo(error: ErrorDetails) -> bool:
    """Whether pydantic calls a list too short only because it set faulty items aside."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _describe(error: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    """An error of pydantic's in an editor's words.

    Source: https://docs.pydantic.dev/latest/errors/validation_errors/
    """
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    loc = _loc_in_file(error["loc"], document)
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "the record")
    at = document.places.at(loc)
    if kind == "missing" or (given is None and name in LANGUAGES):
        return _missing(error["loc"], loc, given, document)
    if kind == "extra_forbidden":
        return _unknown(error["loc"], loc, model, document)
    if kind == "literal_error":
        return _not_one_of(at, name, given, context["expected"])
    if kind == "union_tag_invalid":
        return _not_one_of(
            document.places.at((*loc, "kind")), "kind", context["tag"], context["expected_tags"]
        )
    if "mend" in context:
        return Problem(at, kind, context["message"], context["expected"], context["mend"])
    code, expected = "bad-value", _TYPES.get(kind, "a value of another kind")
    mend = ""
    if kind == "string_pattern_mismatch":
        code, expected = _FORMS[context["pattern"]]
        mend = _mend_form(given, context["pattern"])
    elif kind == "union_tag_not_found":
        expected = "a field `kind` that says which kind it is"
    elif kind in _LIMITS:
        limit, words = _LIMITS[kind]
        expected = words.format(context[limit])
    written = written_as(document, loc)
    return Problem(
        at,
        code,
        f"{quote(given, written)} will not do for `{name}`",
        expected,
        mend or _mend(given, kind, expected, written),
    )


def _missing(asked: tuple[int | str, ...], loc: Loc, given: Any, document: Document) -> Problem:
    name = str(asked[-1])
    outer = loc[:-1] if loc and loc[-1] == name else loc
    inside = next((f"`{part}`" for part in reversed(outer) if isinstance(part, str)), "the record")
    at = document.places.key_at(loc)
    if name in LANGUAGES and (not isinstance(given, dict) or set(given) <= set(LANGUAGES)):
        return Problem(
            at,
            "missing-language",
            f"{inside} has no words in `{name}`",
            f"the words in each language: {', '.join(LANGUAGES)}",
            f"write `{name}: …` beside the other language",
        )
    return Problem(
        at,
        "missing-field",
        f"{inside} has no `{name}`",
        f"a field `{name}`",
        f"write `{name}: …`",
    )


def _unknown(
    asked: tuple[int | str, ...], loc: Loc, model: type[BaseModel], document: Document
) -> Problem:
    name = str(asked[-1])
    known = sorted(set(_fields(model, asked[:-1])))
    likely = nearest(name, known)
    return Problem(
        document.places.key_at(loc),
        "unknown-field",
        f"unknown field {quote(name)}",
        f"one of {', '.join(known)}",
        f'write "{likely}"' if likely else "delete the field, or move it where it belongs",
    )


def _not_one_of(at: Position, name: str, given: Any, expected: str) -> Problem:
    known = re.findall(r"'([^']*)'", expected)
    likely = nearest(str(given), known)
    return Problem(
        at,
        "unknown-value",
        f"{quote(given)} will not do for `{name}`",
        f"one of {', '.join(known)}",
        f'write "{likely}"' if likely else "choose one of those",
    )


def _loc_in_file(asked: tuple[int | str, ...], document: Document) -> Loc:
    """The part of pydantic's way to a value that stands in the file: not the tags of unions."""
    here: Loc = ()
    for part in asked:
        if (*here, part) in document.places.values:
            here = (*here, part)
    return here


def _fields(annotation: Any, way: tuple[int | str, ...]) -> Iterator[str]:
    """The names of fields that may stand at a place, found by walking the models' types."""
    arguments = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType):
        for choice in arguments:
            tag = way[:1] and _tag(choice) and way[0] in _tag(choice)
            yield from _fields(choice, way[1:] if tag else way)
    elif get_origin(annotation) is tuple:
        yield from _fields(arguments[0], way[1:])
    elif arguments:
        yield from _fields(arguments[0], way)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        if not way:
            yield from fields
        elif way[0] in fields:
            yield from _fields(fields[str(way[0])].annotation, way[1:])


def _tag(model: Any) -> tuple[str, ...]:
    """The values of `kind` by which pydantic chooses this model."""
    fields = getattr(model, "model_fields", {})
    return get_args(fields["kind"].annotation) if "kind" in fields else ()


def quote(given: Any, written: str = "") -> str:
    """A value as a message shows it; a number or a truth as it was written, where that is known."""
    if given is None:
        return "nothing"
    if isinstance(given, bool):
        return f"`{written or str(given).lower()}`"
    if isinstance(given, int | float):
        return f"the number {written or given}"
    if isinstance(given, str):
        shown = given if len(given) <= 60 else given[:57] + "…"
        line = _EDGES.sub(lambda found: "<U+00A0>" * len(found[0]), shown)
        return f'"{" ".join(line.split())}"'
    return "a list" if isinstance(given, tuple) else "a group of fields"


def _mend_form(given: str, pattern: str) -> str:
    """What to write where only the spaces around a word are wrong."""
    word = given.strip()
    return f'write "{word}"' if word != given and re.search(pattern, word) else ""


def written_as(document: Document, loc: Loc) -> str:
    """A value as it stands in the file."""
    start, end = document.places.values.get(loc, (0, 0))
    return document.places.text[start:end]


def _mend(given: Any, kind: str, expected: str, written: str) -> str:
    if kind == "string_type" and written[:1] in ("[", "{"):
        return f"put quotes around a text that begins with {written[:1]}"
    if kind == "string_type" and isinstance(given, int | float):
        return f'put quotes around it: "{written}"'
    if kind == "string_type" and given is None:
        return "write the text, or delete the field if it is not needed"
    if kind in ("model_type", "model_attributes_type") and isinstance(given, str):
        return "write `cy:` and `en:` below it, or whichever fields it has"
    return f"write {expected}"
