"""What any text of any record can get wrong: what is written, and in what language."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import RootModel

from ..model.places import Document
from ..problems import Problem
from .placeholders import check_placeholders
from .plain_words import check_plain_words
from .spoken import check_languages


def check_texts(record: object, document: Document) -> Iterator[Problem]:
    """Every problem of the words of a record, a guide or a glossary."""
    if isinstance(record, RootModel):
        record = record.root
    yield from check_plain_words(record, document)
    yield from check_placeholders(record, document)
    yield from check_languages(record, document)
