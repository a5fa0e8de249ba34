"""The smallest pieces of a record: identifiers and texts in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, LiteralString, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

Language = Literal["cy", "en"]
"""A language of the site, by its BCP 47 tag."""

LANGUAGES: tuple[Language, ...] = ("cy", "en")
"""Every language of a site, in the order in which the site shows them."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WORDS_PATTERN = r"^[^\r\n]*\S[^\r\n]*$"
PROSE_PATTERN = r"\S"

KEY_PATTERN = r"^[^\s,;@\[\]{}]+$"
PAGES_PATTERN = r"^[0-9ivxlc]+([-–, ]+[0-9ivxlc]+)*$"

LONGEST_ID = 80
"""The most characters of an id or a slug: a file system takes 255 bytes with all around it."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""A name that stays the same in every language: small letters, digits and single hyphens."""

Words = Annotated[str, StringConstraints(pattern=WORDS_PATTERN, max_length=600)]
"""One line of plain words. Nothing in it is read as markup."""

Prose = Annotated[str, StringConstraints(pattern=PROSE_PATTERN, max_length=20_000)]
"""Markdown, with `[[entry]]` links and `[@key]` citations."""


def refusal(code: LiteralString, message: str, expected: str, mend: str) -> PydanticCustomError:
    """An error of a record's own rules, in the words that the editor will read."""
    context = {"message": message, "expected": expected, "mend": mend}
    return PydanticCustomError(code, "{message}", context)


class Record(BaseModel):
    """Anything that an editor writes: frozen, strict, and with no unknown field."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


LENDING = "lending"
"""The key of pydantic's context under which a text may lend its words to the language it lacks."""


class Bilingual(Record):
    """Words in each language. Either language may be the original."""

    cy: str
    """In Welsh."""
    en: str
    """In English."""

    _missing: Language | None = PrivateAttr(None)

    @property
    def missing(self) -> Language | None:
        """The language that has no words yet and was lent those of the other one."""
        return self._missing

    def of(self, language: Language) -> str:
        """The words in one language."""
        return self.cy if language == "cy" else self.en

    @model_validator(mode="wrap")
    @classmethod
    def _lend(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Where texts may lend their words, one language alone is enough."""
        if not (info.context or {}).get(LENDING) or not isinstance(data, dict):
            return handler(data)
        written = [language for language in LANGUAGES if not is_nothing(data.get(language))]
        if len(written) != 1:
            return handler(data)
        record = handler(data | dict.fromkeys(LANGUAGES, data[written[0]]))
        record._missing = other_language(written[0])
        return record


def is_nothing(written: object) -> bool:
    """Whether a language of a text was left empty, or left out."""
    return written is None or (isinstance(written, str) and not written.strip())


def other_language(language: Language) -> Language:
    """The language beside this one."""
    return "en" if language == "cy" else "cy"


class Phrase(Bilingual):
    """One line of plain words in each language: a title, a label, a summary."""

    cy: Words
    """The words in Welsh."""
    en: Words
    """The words in English."""


class Text(Bilingual):
    """Markdown in each language."""

    cy: Prose
    """The text in Welsh."""
    en: Prose
    """The text in English."""


class Line(Text):
    """Markdown of one paragraph in each language, for places that hold no list and no table."""


class Slugs(Record):
    """The last part of an entry's address in each language."""

    cy: Words | None = None
    """In Welsh; made from the Welsh title where it is left out."""
    en: Words | None = None
    """In English; the id where it is left out."""

    def of(self, language: Language) -> str | None:
        """The slug in one language, if the editor chose one."""
        return self.cy if language == "cy" else self.en


R = TypeVar("R", bound=Record)


def find_inside(
    value: object, kind: type[R] | tuple[type[R], ...], loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], R]]:
    """Every record of a kind inside a value, with the way to it."""
    if isinstance(value, kind):
        yield loc, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from find_inside(item, kind, (*loc, index))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from find_inside(getattr(value, name), kind, (*loc, name))


def find_texts(
    value: object, loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Every `Text` inside a record, with the way to it."""
    return find_inside(value, Text, loc)


def find_bilingual(
    value: object, loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Phrase | Text]]:
    """Every phrase and text inside a record, with the way to it."""
    kinds: tuple[type[Phrase | Text], ...] = (Phrase, Text)
    return find_inside(value, kinds, loc)
