"""What a record can get wrong that its shape does not show, without a look at other files."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from itertools import chain, count

from pydantic import BaseModel

from ..languages import RULES
from ..model.anchors import PAGE_ANCHORS, find_ids
from ..model.entries import Entry, ProsePage
from ..model.guide import Section
from ..model.places import Document, Loc
from ..model.quizzes import Quiz
from ..model.sheets import Sheet
from ..model.text import ID_PATTERN, LANGUAGES, LONGEST_ID
from ..model.tools import Tool
from ..problems import Position, Problem
from .quizzes import check_quiz
from .shape import quote
from .tools import check_tool


def check_record(record: Entry | ProsePage, document: Document) -> list[Problem]:
    """Every problem of one sound record that its own file can show."""
    problems = find_repeated_ids(record, document)
    problems += _check_anchors(record, document)
    problems += check_slugs(record, document)
    if isinstance(record, Sheet):
        problems += _check_minutes(record, document)
    if isinstance(record, Quiz):
        problems += check_quiz(record, document)
    if isinstance(record, Tool):
        problems += check_tool(record, document)
    return problems


def find_repeated_ids(record: BaseModel | None, document: Document) -> list[Problem]:
    """Items of one list, or anchors of one page, that have the same id."""
    if record is None:
        return []
    problems = []
    seen: set[str] = set()
    for loc, id_ in find_ids(record):
        if id_ in seen:
            problems.append(
                Problem(
                    document.places.at(loc),
                    "duplicate-id",
                    f'the id "{id_}" stands twice in this file',
                    "an id of its own for each item",
                    "choose another id",
                )
            )
        seen.add(id_)
    return problems


def check_name(
    record: Entry | ProsePage, document: Document, files: Mapping[str, str]
) -> Iterator[Problem]:
    """A record is called as its file is.

    `files` are the paths of all records by the names of their files. A record with the id of
    another file is a copy of it, whose id has yet to be changed.
    """
    if record.id == document.stem:
        return
    likely = _likely_id(document.stem, files)
    if record.id in files:
        rename = "" if likely == document.stem else f", and rename the file to {likely}.yml"
        yield Problem(
            document.places.at(("id",)),
            "duplicate-id",
            f'the id "{record.id}" is taken',
            f"an id of its own; {files[record.id]} has this one",
            f'write "{likely}"{rename}',
        )
    elif likely != document.stem:
        yield Problem(
            document.places.at(("id",)),
            "id-not-file-name",
            f'the id "{record.id}" is not the name of the file',
            "a file that is called as its id",
            f"rename the file to {record.id}.yml",
        )
    else:
        yield Problem(
            document.places.at(("id",)),
            "id-not-file-name",
            f'the id "{record.id}" is not the name of the file',
            f'"{document.stem}", as the file is called',
            f'write "{document.stem}", or rename the file to {record.id}.yml',
        )


def _likely_id(stem: str, files: Container[str]) -> str:
    """The id that a file with this name may have: the name itself, or one that is like it."""
    if re.fullmatch(ID_PATTERN, stem):
        return stem
    plain = RULES["en"].slugify(stem)[:LONGEST_ID].strip("-") or "copy"
    numbered = (f"{plain}-{number}" for number in count(2))
    return next(id_ for id_ in chain([plain], numbered) if id_ not in files)


def _check_anchors(record: Entry | ProsePage, document: Document) -> Iterator[Problem]:
    for loc, id_ in find_ids(record):
        if id_ in PAGE_ANCHORS:
            yield Problem(
                document.places.at(loc),
                "reserved-id",
                f'the id "{id_}" is used by the page itself',
                "an id that no page has of its own",
                f'choose another id, such as "{id_}-1"',
            )


def check_slugs(
    named: Entry | ProsePage | Section, document: Document, loc: Loc = ()
) -> Iterator[Problem]:
    """The slugs of a record, or of a section whose place in its file is `loc`."""
    for language in LANGUAGES:
        slug = named.slug.of(language)
        if slug is not None:
            default = RULES[language].slugify(slug)[:LONGEST_ID] or named.id
            at = document.places.at((*loc, "slug", language))
            yield from check_slug(slug, default, at)


def check_slug(slug: str, default: str, at: Position) -> Iterator[Problem]:
    """A slug that could lead out of its folder, or that no file system takes."""
    too_long = re.fullmatch(ID_PATTERN, slug) and len(slug) > LONGEST_ID
    if too_long or not re.fullmatch(ID_PATTERN, slug):
        yield Problem(
            at,
            "bad-slug",
            f"the slug {quote(slug)} cannot stand in an address",
            f"at most {LONGEST_ID} characters"
            if too_long
            else "small letters a to z, digits and single hyphens",
            "write a shorter one" if too_long else f'write "{default}"',
        )


def _check_minutes(sheet: Sheet, document: Document) -> Iterator[Problem]:
    """Timings add up where any prompt has one: a facilitator plans a room by them."""
    timed = [prompt.minutes for prompt in sheet.prompts if prompt.minutes is not None]
    if timed and sum(timed) != sheet.minutes:
        yield Problem(
            document.places.at(("minutes",)),
            "minutes-do-not-add-up",
            f"the prompts take {sum(timed)} minutes and the whole {sheet.minutes}",
            "the same number",
            f"write `minutes: {sum(timed)}`, or change the minutes of the prompts",
        )
