"""Quotations: the words of a source, kept apart from the words of a guide."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .text import KEY_PATTERN, PAGES_PATTERN, Id, Language, Phrase, Record, Words, refusal


class Translated(Record):
    """The quotation in the other language."""

    kind: Literal["official", "courtesy"]
    """`official` where the source gives it, `courtesy` where it was made for the guide."""
    words: Words
    """The translation."""


class Untranslated(Record):
    """A quotation that stands in its own language on every page."""

    kind: Literal["untranslated"]


class Quotation(Record):
    """The words of a source, as they stand in it."""

    id: Id
    """Its anchor on the page, in every language."""
    words: Words
    """The words of the source, without quotation marks around them."""
    language: Language
    """The language of the source."""
    translation: Annotated[Translated | Untranslated, Field(discriminator="kind")]
    """The words in the other language, or that they stay in their own."""
    source: Annotated[str, Field(pattern=KEY_PATTERN, max_length=80)]
    """A citation key of the BibTeX file."""
    pages: Annotated[str, Field(pattern=PAGES_PATTERN)] | None = None
    """The page of the source, written "37" or "37-39"."""
    locator: Phrase | None = None
    """Where in the source it stands, when it has no pages: "section 5"."""

    @model_validator(mode="after")
    def _says_where(self) -> Quotation:
        if self.pages is None and self.locator is None:
            raise refusal(
                "quotation-without-place",
                "a quotation does not say where in its source it stands",
                "`pages`, or `locator` for a source without pages",
                'write `pages: "37"`, or `locator: {cy: adran 5, en: section 5}`',
            )
        return self
