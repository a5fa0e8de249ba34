"""Which sheets a guide has, and their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ...model.downloads import Download, Print, Variant
from ...model.guide import Project
from ...model.linked import Linked, PageKey
from ...model.sheets import Checklist, Sheet
from ...model.text import LANGUAGES, Language
from ...problems import Position, Problem
from ..citations import year_suffixes
from ..view import View
from .describing import Describer
from .typesetting import Press, UnsetError, count_pages

CHOICES: tuple[tuple[Language, ...], ...] = (*((language,) for language in LANGUAGES), LANGUAGES)
"""The languages of a sheet: each by itself, and all side by side."""
PRINTS: tuple[Print, ...] = ("standard", "large")


def make_sheets(
    linked: Linked, project: Project, folder: Path
) -> tuple[dict[PageKey, tuple[Download, ...]], list[Problem]]:
    """Every sheet of a guide as a file, and what cannot be set.

    `folder` keeps sheets from one build to the next: only those that changed are made.
    """
    downloads: dict[PageKey, tuple[Download, ...]] = {}
    problems = []
    with Press(folder) as press:
        for entry in linked.guide.entries.values():
            if not isinstance(entry, Sheet):
                continue
            try:
                downloads[f"entry/{entry.id}"] = make_sheets_of(entry, linked, project, press)
            except UnsetError as error:
                problems.append(_refuse(linked.guide.files[entry.id], error))
    return downloads, problems


def make_sheets_of(
    entry: Sheet, linked: Linked, project: Project, press: Press
) -> tuple[Download, ...]:
    """Every sheet of one entry.

    Raises UnsetError where one cannot be set.
    """
    suffixes = year_suffixes(linked.guide.sources.values())
    views = {
        language: View(linked, linked.addresses[f"entry/{entry.id}", language], suffixes)
        for language in LANGUAGES
    }
    return tuple(_make(entry, views, project.site_url, press))


def variants_of(entry: Sheet) -> tuple[Variant, ...]:
    """What there is on paper of an entry."""
    return ("checklist",) if isinstance(entry, Checklist) else ("participant", "facilitator")


def _make(
    entry: Sheet, views: Mapping[Language, View], site_url: str, press: Press
) -> Iterator[Download]:
    describer = Describer(entry, views, site_url)
    for variant in variants_of(entry):
        for languages in CHOICES:
            for size in PRINTS:
                file = press.set_sheet(describer.describe(variant, languages, size))
                yield Download(
                    variant=variant,
                    languages=languages,
                    print=size,
                    format="pdf",
                    urls=_urls(views, variant, languages, size, "pdf"),
                    file=file,
                    size=file.stat().st_size,
                    pages=count_pages(file),
                )


def _urls(
    views: Mapping[Language, View],
    variant: Variant,
    languages: tuple[Language, ...],
    size: Print,
    ending: str,
) -> dict[Language, str]:
    """Where a file stands: beside the page of its language, under a name that says what it is.

    A file in several languages stands beside the page of each, under a name in that language.
    """
    found: dict[Language, str] = {}
    for language in LANGUAGES:
        beside = language if language in languages else languages[0]
        view = views[beside]
        url = view.address.url
        names = [url.rstrip("/").rpartition("/")[2], view.word(f"slug.sheet-{variant}")]
        names += [view.word("slug.bilingual")] if len(languages) > 1 else []
        names += [view.word("slug.large-print")] if size == "large" else []
        found[language] = f"{url}{'-'.join(names)}.{ending}"
    return found


def _refuse(path: str, error: UnsetError) -> Problem:
    return Problem(
        Position(path),
        "sheet-not-set",
        f"the sheet to print cannot be set: {error}",
        "words that Typst can set as PDF/UA-1",
        "change the words it names, or the templates of sheets",
    )
