"""The state of a guide, as the page for its keepers shows it."""

from __future__ import annotations

from ..model.entries import Reviewed
from ..model.lent import Lent
from ..model.status import RecordStatus, Status
from ..model.text import LANGUAGES, Language
from .view import View


class StateView:
    """What the template of that page can ask for besides what every page can."""

    def __init__(self, view: View, status: Status) -> None:
        self.status = status
        self._view = view

    def language_name(self, language: Language) -> str:
        """A language by its name in itself, marked as such."""
        name = str(self._view.guide.words[language]["language.name"])
        return name if language == self._view.language else Lent(name, language)

    def record_name(self, record: RecordStatus) -> str:
        """A record by its title; the files at the top of content by what they are."""
        if record.kind == "glossary":
            return self._view.word("page.glossary")
        if record.kind == "guide":
            return self._view.word("status.guide")
        return self._view.title_of(record.entry)

    def waiting(self) -> list[RecordStatus]:
        """The records with texts that are not complete."""
        return [record for record in self.status.records if record.waiting]

    def reviewed(self) -> list[tuple[RecordStatus, Language, Reviewed]]:
        """Each record and language that somebody has reviewed."""
        return [
            (record, language, record.review.of(language))
            for record in self.status.records
            if record.review
            for language in LANGUAGES
            if record.review.of(language).state == "reviewed"
        ]
