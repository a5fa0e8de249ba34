"""The open data of a guide: `guide.json`, with a JSON Schema beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ..model.downloads import Download, Downloads
from ..model.entries import Entry
from ..model.kinds import kind_of
from ..model.linked import Linked, PageKey
from ..model.reference_files import FORMATS, entry_path, list_path
from ..model.text import LANGUAGES

SCHEMA_NAME = "guide.schema.json"


def describe_guide(linked: Linked, downloads: Downloads = MappingProxyType({})) -> dict[str, Any]:
    """Every entry and reference of a guide. Addresses are relative to where the data stands."""
    guide = linked.guide
    return {
        "$schema": SCHEMA_NAME,
        "title": _both(guide.about.title.of),
        "languages": list(LANGUAGES),
        "sections": [
            {
                "id": section.id,
                "title": _both(section.title.of),
                "url": _urls(linked, f"section/{section.id}"),
            }
            for section in guide.about.sections
        ],
        "entries": [
            _describe(guide.entries[id_], linked, downloads.get(f"entry/{id_}", ()))
            for id_ in linked.order["en"]
        ],
        "downloads": [
            {"page": _urls(linked, key), **_describe_file(file)}
            for key, files in downloads.items()
            if not key.startswith("entry/")
            for file in files
        ],
        "bibliography": [
            {
                "language": language,
                "format": FORMATS[form],
                "url": list_path(linked.addresses["references", language], form),
            }
            for language in LANGUAGES
            for form in FORMATS
            if guide.sources
        ],
        "references": [
            {
                "key": key,
                "url": _urls(linked, "references", f"#ref--{key}"),
                "cited_by": sorted(
                    id_ for id_ in linked.cited_by.get(key, ()) if id_ and "#" not in id_
                ),
                "downloads": [
                    {"format": FORMATS[form], "url": entry_path(key, form)} for form in FORMATS
                ],
            }
            for key in sorted(guide.sources)
        ],
    }


def _describe(entry: Entry, linked: Linked, downloads: tuple[Download, ...]) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": kind_of(entry),
        "section": entry.section,
        "title": _both(entry.title.of),
        "summary": _both(entry.summary.of),
        "url": _urls(linked, f"entry/{entry.id}"),
        "cites": list(linked.cites.get(entry.id, ())),
        "related": [
            {"id": related.id, "relation": related.kind} for related in linked.related[entry.id]
        ],
        "review": {
            language: entry.review.of(language).model_dump(mode="json", exclude_none=True)
            for language in LANGUAGES
        },
        "downloads": [_describe_file(file) for file in downloads],
    }


def _describe_file(file: Download) -> dict[str, Any]:
    return {
        "variant": file.variant,
        "languages": list(file.languages),
        "print": file.print,
        "format": file.format,
        "url": dict(file.urls),
        "bytes": file.size,
        "pages": file.pages,
    }


def _both(of: Any) -> dict[str, str]:
    return {language: of(language) for language in LANGUAGES}


def _urls(linked: Linked, key: PageKey, anchor: str = "") -> dict[str, str]:
    return {language: linked.addresses[key, language].url + anchor for language in LANGUAGES}


def write_json(data: Mapping[str, Any] | list[dict[str, Any]]) -> bytes:
    """Data as a JSON file: the same data give the same bytes."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def make_schema() -> dict[str, Any]:
    """The JSON Schema of `guide.json` (https://json-schema.org/draft/2020-12)."""
    words = {"type": "string", "minLength": 1}
    each = {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, words),
        "required": list(LANGUAGES),
        "additionalProperties": False,
    }

    def listed(items: Mapping[str, Any]) -> dict[str, Any]:
        return {"type": "array", "items": items}

    def record(**properties: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    state = {
        "type": "object",
        "properties": {
            "state": {"enum": ["draft", "reviewed"]},
            "by": words,
            "on": {"type": "string", "format": "date"},
        },
        "required": ["state"],
        "additionalProperties": False,
    }
    count = {"type": "integer", "minimum": 1}
    download = record(
        variant=words,
        languages=listed({"enum": list(LANGUAGES)}),
        print={"enum": ["standard", "large"]},
        format={"enum": ["pdf", "docx"]},
        url=each,
        bytes=count,
        pages={"anyOf": [count, {"type": "null"}]},
    )
    entry = record(
        id=words, kind=words, section=words, title=each, summary=each, url=each,
        cites=listed(words),
        related=listed(record(id=words, relation=words)),
        review=record(**dict.fromkeys(LANGUAGES, state)),
        downloads=listed(download),
    )  # fmt: skip
    schema = record(
        title=each,
        languages=listed({"enum": list(LANGUAGES)}),
        sections=listed(record(id=words, title=each, url=each)),
        entries=listed(entry),
        downloads=listed(record(page=each, **download["properties"])),
        bibliography=listed(record(language=words, format=words, url=words)),
        references=listed(
            record(
                key=words,
                url=each,
                cited_by=listed(words),
                downloads=listed(record(format=words, url=words)),
            )
        ),
    )
    schema["properties"]["$schema"] = words
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A guide made by Hadau",
        "description": "Addresses are relative to the file that holds the data.",
        **schema,
    }
