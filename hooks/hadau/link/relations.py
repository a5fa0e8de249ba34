"""How entries stand to one another, seen from both ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..languages import RULES
from ..model.entries import CaseStudy, Entry, Framework
from ..model.guide import Guide
from ..model.kinds import KINDS, kind_of
from ..model.linked import Related, RelationKind
from ..model.places import Loc
from ..model.quizzes import Hotspot, Quiz
from ..model.sheets import Sheet
from ..model.text import Language
from ..model.tools import Tool, find_next

OTHER_END: Mapping[RelationKind, RelationKind] = {
    "leads-to": "follows-from",
    "part-of": "has-part",
    "contrasts-with": "contrasts-with",
    "use-with": "use-with",
}
"""How each relation that an editor writes is worded on the page at its other end."""

_SHEETS = ("conversations", "checklists")


def find_references(entry: Entry) -> Iterator[tuple[Loc, str, tuple[str, ...]]]:
    """Every id of another entry that a record names in a field: the way to it, the id, its kinds.

    No kinds means that any entry will do.
    """
    for index, relation in enumerate(entry.relations):
        yield ("relations", index, "to"), relation.to, ()
    if isinstance(entry, Framework):
        for index, id_ in enumerate(entry.conversations):
            yield ("conversations", index), id_, _SHEETS
        for index, id_ in enumerate(entry.case_studies):
            yield ("case_studies", index), id_, ("case-studies",)
    elif isinstance(entry, CaseStudy):
        for index, shown in enumerate(entry.frameworks):
            yield ("frameworks", index, "id"), shown.id, ("frameworks",)
    elif isinstance(entry, Sheet | Tool):
        for index, id_ in enumerate(entry.frameworks):
            yield ("frameworks", index), id_, ("frameworks",)
        if isinstance(entry, Tool):
            for index, id_ in enumerate(entry.conversations):
                yield ("conversations", index), id_, _SHEETS
            for loc, id_ in find_next(entry.exercise):
                yield ("exercise", *loc), id_, ()
    elif isinstance(entry, Quiz):
        for number, question in enumerate(entry.questions):
            if question.framework:
                yield ("questions", number, "framework"), question.framework, ("frameworks",)


def find_parts(entry: Entry) -> Iterator[tuple[Loc, str, str]]:
    """Every part of a framework that a quiz names: the way to it, the framework, the part."""
    for number, question in enumerate(entry.questions if isinstance(entry, Quiz) else ()):
        loc: Loc = ("questions", number)
        if question.framework and question.part:
            yield (*loc, "part"), question.framework, question.part
        if isinstance(question, Hotspot):
            for index, other in enumerate(question.others):
                yield (*loc, "others", index, "part"), question.framework, other.part


def relate(guide: Guide) -> dict[str, tuple[Related, ...]]:
    """What each entry is related to, whichever record says so. Each pair and kind stands once.

    Where both records say it, or a record says it twice, the entry's own first word counts.
    """
    found: dict[str, dict[tuple[str, RelationKind], Related]] = {id_: {} for id_ in guide.entries}

    def add(from_: str, related: Related) -> None:
        if from_ in found and related.id in found and from_ != related.id:
            known = found[from_].setdefault((related.id, related.kind), related)
            if _is_own(related) and not _is_own(known):
                found[from_][related.id, related.kind] = related

    for entry in guide.entries.values():
        for relation in entry.relations:
            add(entry.id, Related(relation.to, relation.kind, relation))
            add(relation.to, Related(entry.id, OTHER_END[relation.kind], relation))
        for _, id_, kinds in find_references(entry):
            if kinds:
                add(entry.id, Related(id_, _kind_of(guide.entries.get(id_))))
                add(id_, Related(entry.id, _kind_of(entry)))
    return {id_: tuple(related.values()) for id_, related in found.items()}


def _is_own(related: Related) -> bool:
    return related.relation is not None and related.relation.to == related.id


def _kind_of(entry: Entry | None) -> RelationKind:
    match entry:
        case Framework():
            return "framework"
        case CaseStudy():
            return "case-study"
        case Quiz():
            return "quiz"
        case Tool():
            return "tool"
        case _:
            return "conversation"


def order_entries(guide: Guide, language: Language) -> tuple[str, ...]:
    """The ids of all entries: by section, kind, their own order and title."""
    sections = {section.id: place for place, section in enumerate(guide.about.sections)}
    kinds = list(KINDS)

    def place(entry: Entry) -> tuple[object, ...]:
        return (
            sections.get(entry.section, len(sections)),
            kinds.index(kind_of(entry)),
            entry.order,
            RULES[language].sort_key(entry.title.of(language)),
            entry.id,
        )

    return tuple(entry.id for entry in sorted(guide.entries.values(), key=place))
