"""Every text of a guide, with the name by which an editor speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ..model.entries import Entry
from ..model.guide import Guide
from ..model.kinds import kind_of
from ..model.parity import Unit
from ..model.places import Loc
from ..model.text import find_bilingual


def find_units(guide: Guide) -> tuple[Unit, ...]:
    """Every phrase and text of a guide, in the order of its files."""
    return tuple(_find(guide))


def _find(guide: Guide) -> Iterator[Unit]:
    about = guide.about
    for loc, text in find_bilingual(about):
        path = f"{guide.folder}/guide.yml"
        section = about.sections[int(loc[1])].id if loc[0] == "sections" else None
        yield Unit("guide.yml", "guide", section, path, loc, name_field(about, loc), text)
    for loc, text in find_bilingual(guide.glossary):
        path = f"{guide.folder}/glossary.yml"
        yield Unit(
            "glossary.yml", "glossary", None, path, loc, name_field(guide.glossary, loc), text
        )
    for record in guide.records:
        kind, section = "pages", None
        if isinstance(record, Entry):
            kind, section = kind_of(record), record.section
        for loc, text in find_bilingual(record):
            path = guide.files[record.id]
            yield Unit(record.id, kind, section, path, loc, name_field(record, loc), text)


def name_field(record: BaseModel | tuple[BaseModel, ...], loc: Loc) -> str:
    """A way through a record in words that last: items by their ids, or else by number from 1."""
    value: object = record
    names = []
    for part in loc:
        if isinstance(value, tuple) and isinstance(part, int):
            value = value[part]
            names.append(str(getattr(value, "id", None) or part + 1))
        else:
            value = getattr(value, str(part))
            names.append(str(part))
    return ".".join(names)
