"""The glossary on paper."""

from __future__ import annotations

from typing import Any

from ...model.entries import GlossaryTerm
from ...model.text import Phrase
from ..view import View
from .describing import Block, Describer


class GlossaryDescriber(Describer):
    """The words of the guide and what it means by them."""

    def describe(self) -> list[Block]:
        """Every term under its letter; in several languages, in the order of the first."""
        first = self.views[self.languages[0]]
        title = self._named("page.glossary")
        blocks: list[Block] = [
            self.head("page.glossary", "glossary", title, self._named("about.glossary"))
        ]
        for letter, terms in first.glossary():
            if len(self.languages) == 1:
                blocks.append({"block": "letter", self.languages[0]: letter})
            blocks.append({"block": "terms", "terms": [self._term(term) for term in terms]})
        return [*blocks, self.end(None)]

    def title(self) -> Phrase:
        """What the page is called."""
        return self._named("page.glossary")

    def _term(self, term: GlossaryTerm) -> Block:
        def side(view: View) -> dict[str, Any]:
            own: dict[str, Any] = {
                "term": view.phrase(term.term),
                "words": self.flow(view, view.aside(term.definition)),
            }
            if len(self.languages) == 1 and term.term.missing is None:
                own["other"] = {"language": view.other, "words": term.term.of(view.other)}
            return own

        return self.each(side)

    def _named(self, key: str) -> Phrase:
        return Phrase(cy=self.views["cy"].word(key), en=self.views["en"].word(key))
