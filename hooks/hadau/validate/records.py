"""From files to records: the guide as its editors meant it."""

from __future__ import annotations

from pydantic import RootModel

from ..model.entries import AgreedTerm, Entry, Framework, GlossaryTerm, ProsePage
from ..model.guide import Guide, GuideFile, WordForms
from ..model.kinds import RECORD_KINDS
from ..model.places import Document, Loaded, Places
from ..model.text import Language
from ..problems import Problem
from .across import check_figures, check_glossary
from .glyphs import find_unprintable
from .rules import check_name, check_record, check_slugs, find_repeated_ids
from .shape import read_record
from .slips import check_slips
from .texts import check_texts
from .words import read_words


class Terms(RootModel[tuple[AgreedTerm, ...]]):
    """What `terms.yml` holds."""


class Glossary(RootModel[tuple[GlossaryTerm, ...]]):
    """What `glossary.yml` holds."""


def read_records(
    loaded: Loaded,
    default_words: dict[Language, dict[str, WordForms]],
    *,
    lending: bool = False,
) -> tuple[Guide | None, dict[str, Places], list[Problem]]:
    """The guide, the places in each of its files by path, and every problem within a record.

    `default_words` are the engine's own words of the interface, which a guide may replace.
    With `lending`, or where the guide asks only for warnings, a text that lacks a language is lent
    the words of the other one.
    Records that fail are left out; without a sound `guide.yml` there is no guide.
    """
    lending = lending or any(
        document.kind == "guide"
        and isinstance(document.data, dict)
        and document.data.get("parity") == "warn"
        for document in loaded.documents
    )
    problems: list[Problem] = []
    records: dict[str, Entry | ProsePage] = {}
    files: dict[str, str] = {}
    names = _name_files(loaded)
    frameworks: list[tuple[Framework, Document]] = []
    for document in loaded.documents:
        problems += find_unprintable(document)
        if document.kind not in RECORD_KINDS:
            continue
        record, found = read_record(RECORD_KINDS[document.kind], document, lending=lending)
        problems += found
        if record is None:
            continue
        problems += check_record(record, document)
        problems += check_name(record, document, names)
        problems += check_texts(record, document)
        problems += check_slips(record, document)
        if isinstance(record, Framework):
            frameworks.append((record, document))
        is_copy = record.id != document.stem and record.id in names
        if record.id in records and record.id == document.stem:
            problems.append(_taken(record.id, files[record.id], document))
        if record.id in records or is_copy:
            continue
        records[record.id] = record
        files[record.id] = document.places.path

    problems += check_figures(frameworks)

    about: GuideFile | None = None
    glossary: Glossary | None = None
    terms: Terms | None = None
    for document in loaded.documents:
        if document.kind == "guide":
            about, found = read_record(GuideFile, document, lending=lending)
            problems += found + find_repeated_ids(about, document)
            problems += check_texts(about, document)
            for number, section in enumerate(about.sections if about else ()):
                if section.id in files:
                    problems.append(_taken(section.id, files[section.id], document, number))
                problems += check_slugs(section, document, ("sections", number))
        elif document.kind == "glossary":
            glossary, found = read_record(Glossary, document, lending=lending)
            problems += found + find_repeated_ids(glossary, document)
            problems += check_texts(glossary, document)
            problems += check_glossary(glossary.root if glossary else (), document)
        elif document.kind == "terms":
            terms, found = read_record(Terms, document)
            problems += found
            problems += check_texts(terms, document)
    words, found = read_words(loaded, default_words)
    problems += found
    places = {document.places.path: document.places for document in loaded.documents}
    if about is None:
        return None, places, problems
    guide = Guide(
        folder=loaded.folder,
        about=about,
        entries={id_: record for id_, record in records.items() if isinstance(record, Entry)},
        glossary=glossary.root if glossary else (),
        pages=tuple(record for record in records.values() if isinstance(record, ProsePage)),
        sources=loaded.sources,
        words=words,
        files=files,
        terms=terms.root if terms else (),
    )
    return guide, places, problems


def _name_files(loaded: Loaded) -> dict[str, str]:
    """The path of each file of a record, also of those that cannot be read, by its name."""
    broken = {
        stem: f"{loaded.folder}/{kind}/{stem}.yml"
        for kind, stem in sorted(loaded.broken)
        if kind in RECORD_KINDS
    }
    return broken | {
        document.stem: document.places.path
        for document in reversed(loaded.documents)
        if document.kind in RECORD_KINDS
    }


def _taken(id_: str, path: str, document: Document, section: int | None = None) -> Problem:
    return Problem(
        document.places.at(("id",) if section is None else ("sections", section, "id")),
        "duplicate-id",
        f'the id "{id_}" is taken',
        f"an id of its own; {path} has this one",
        "choose another id"
        if section is not None
        else "choose another id, and give the file the same name",
    )
