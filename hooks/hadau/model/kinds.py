"""The kinds of entry, each with the name of its folder."""

from __future__ import annotations

from .entries import CaseStudy, Entry, Framework, ProsePage
from .quizzes import Quiz
from .sheets import Checklist, Conversation
from .tools import Tool

KINDS: dict[str, type[Entry]] = {
    "frameworks": Framework,
    "conversations": Conversation,
    "checklists": Checklist,
    "case-studies": CaseStudy,
    "tools": Tool,
    "quizzes": Quiz,
}
"""The class of each kind by its folder, in the order in which a site lists them."""


RECORD_KINDS: dict[str, type[Entry] | type[ProsePage]] = {**KINDS, "pages": ProsePage}
"""The kind of record that each folder of content holds."""


KEEPING_KINDS = ("frameworks", "quizzes", "tools")
"""The kinds whose pages keep on the reader's device what the reader does."""


def kind_of(entry: Entry) -> str:
    """The folder of an entry's kind, such as `case-studies`."""
    return next(kind for kind, model in KINDS.items() if isinstance(entry, model))
