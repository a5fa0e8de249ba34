"""Which sheets a guide has, and their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...model.downloads import Download, Print, Variant
from ...model.entries import Entry, Framework
from ...model.guide import Project
from ...model.linked import Linked, PageKey
from ...model.quizzes import Quiz
from ...model.sheets import Checklist, Sheet
from ...model.text import LANGUAGES, Language, Phrase
from ...problems import Position, Problem
from ..citations import year_suffixes
from ..view import View
from .describing import Block, Describer, Languages, Views, write_cards, write_sheet
from .frameworks import FrameworkDescriber
from .glossary import GlossaryDescriber
from .quizzes import QuizDescriber
from .typesetting import WORD, Copy, Press, UnsetError, count_pages
from .workshop import WorkshopDescriber

ALONE: tuple[Languages, ...] = tuple((language,) for language in LANGUAGES)
CHOICES: tuple[Languages, ...] = (*ALONE, LANGUAGES)
"""The languages of a sheet: each by itself, and all side by side."""
PRINTS: tuple[Print, ...] = ("standard", "large")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet that a guide should have."""

    key: PageKey
    """The page that offers it."""
    variant: Variant
    languages: Languages
    print: Print
    copy: Copy
    source: str
    """The file that its words come from, relative to the project."""


def make_sheets(
    linked: Linked, project: Project, folder: Path
) -> tuple[dict[PageKey, tuple[Download, ...]], list[Problem]]:
    """Every sheet of a guide as a file, and what cannot be set.

    `folder` keeps sheets from one build to the next: only those that changed are made.
    """
    planner = Planner(linked, project.site_url)
    return set_sheets(list(planner.plan()), planner, Press(folder))


def set_sheets(
    wanted: list[Wanted], planner: Planner, press: Press
) -> tuple[dict[PageKey, tuple[Download, ...]], list[Problem]]:
    """The files of some sheets, by the page that offers them, and what cannot be set."""
    downloads: dict[PageKey, tuple[Download, ...]] = {}
    problems: dict[str, Problem] = {}
    for each, made in zip(wanted, press.set_all(each.copy for each in wanted), strict=True):
        if isinstance(made, UnsetError):
            problems.setdefault(each.source, _refuse(each.source, made))
            continue
        download = Download(
            variant=each.variant,
            languages=each.languages,
            print=each.print,
            format="docx" if made.suffix == ".docx" else "pdf",
            urls=_urls(planner.views(each.key), each),
            file=made,
            size=made.stat().st_size,
            pages=count_pages(made) if made.suffix == ".pdf" else None,
        )
        downloads[each.key] = (*downloads.get(each.key, ()), download)
    return downloads, list(problems.values())


class Planner:
    """Says which sheets a guide should have."""

    def __init__(self, linked: Linked, site_url: str) -> None:
        self._linked = linked
        self._guide = linked.guide
        self._site_url = site_url
        self._suffixes = year_suffixes(linked.guide.sources.values())
        self._views: dict[PageKey, Views] = {}

    def views(self, key: PageKey) -> Views:
        """A page as each language sees it."""
        if key not in self._views:
            self._views[key] = {
                language: View(self._linked, self._linked.addresses[key, language], self._suffixes)
                for language in LANGUAGES
            }
        return self._views[key]

    def plan(self) -> Iterator[Wanted]:
        """Every sheet of every entry, and those of whole lists."""
        for entry in self._guide.entries.values():
            yield from self.plan_entry(entry)
        yield from self._plan_cards()
        yield from self._plan_glossary()
        yield from self._plan_packs()

    def plan_entry(self, entry: Entry) -> Iterator[Wanted]:
        """Every sheet of one entry."""
        key = f"entry/{entry.id}"
        for variant in variants_of(entry):
            for languages in CHOICES:
                blocks = self._describe(entry, variant, languages)
                titles = self._titles(key, entry.title, variant, languages)
                for size in PRINTS:
                    written = write_sheet(
                        titles, blocks, self.views(key), size, fit=variant == "framework"
                    )
                    copy = Copy("sheet", written)
                    source = self._guide.files[entry.id]
                    yield Wanted(key, variant, languages, size, copy, source)
                    if isinstance(entry, Sheet) and languages in ALONE and size == "standard":
                        editable = Copy(WORD, written)
                        yield Wanted(key, variant, languages, size, editable, source)

    def _describe(self, entry: Entry, variant: Variant, languages: Languages) -> list[Block]:
        views = self.views(f"entry/{entry.id}")
        if isinstance(entry, Sheet):
            return WorkshopDescriber(entry, views, languages, self._site_url).describe(variant)
        if isinstance(entry, Framework):
            return FrameworkDescriber(entry, views, languages, self._site_url).describe()
        if isinstance(entry, Quiz):
            return QuizDescriber(entry, views, languages, self._site_url).describe(variant)
        raise TypeError(f"no sheet is known for {type(entry).__name__}")

    def _titles(
        self, key: PageKey, title: Phrase, variant: Variant, languages: Languages
    ) -> dict[Language, str]:
        return Describer(self.views(key), languages, self._site_url).titles(title, variant)

    def _in_order(self, section: str | None = None) -> list[Entry]:
        entries = (self._guide.entries[id_] for id_ in self._linked.order[LANGUAGES[0]])
        return [entry for entry in entries if section in (None, entry.section)]

    def _plan_cards(self) -> Iterator[Wanted]:
        frameworks = [entry for entry in self._in_order() if isinstance(entry, Framework)]
        if not frameworks:
            return
        key = "kind/frameworks"
        views = self.views(key)
        for languages in ALONE:
            cards = [
                FrameworkDescriber(
                    entry, self.views(f"entry/{entry.id}"), languages, self._site_url
                ).card()
                for entry in frameworks
            ]
            titles = self._titles(key, _named(views, "kind.frameworks"), "cards", languages)
            copy = Copy("cards", write_cards(titles, cards, views))
            yield Wanted(key, "cards", languages, "standard", copy, self._guide.folder)

    def _plan_glossary(self) -> Iterator[Wanted]:
        if not self._guide.glossary:
            return
        key, source = "glossary", f"{self._guide.folder}/glossary.yml"
        views = self.views(key)
        for languages in CHOICES:
            blocks = GlossaryDescriber(views, languages, self._site_url).describe()
            titles = self._titles(key, self._guide.about.title, "glossary", languages)
            for size in PRINTS:
                copy = Copy("sheet", write_sheet(titles, blocks, views, size))
                yield Wanted(key, "glossary", languages, size, copy, source)

    def _plan_packs(self) -> Iterator[Wanted]:
        """Everything of a section, and of the guide, as one document."""
        about = self._guide.about
        packs: list[tuple[PageKey, Phrase, list[Entry]]] = [
            (f"section/{part.id}", part.title, self._in_order(part.id)) for part in about.sections
        ]
        packs.append(("contents", about.title, self._in_order()))
        for key, title, entries in packs:
            printed = [(entry, variant) for entry in entries for variant in variants_of(entry)]
            # Whoever hands out the pack can keep the answers back.
            printed.sort(key=lambda sheet: sheet[1] == "key")
            # Everything in two languages at once would take a quarter of the time of all sheets.
            choices = ALONE if key == "contents" else CHOICES
            for languages in choices if printed else ():
                blocks = list(
                    _one_after_another(
                        self._describe(entry, variant, languages) for entry, variant in printed
                    )
                )
                if key == "contents" and self._guide.glossary:
                    views = self.views("glossary")
                    blocks.append({"block": "new"})
                    blocks += GlossaryDescriber(views, languages, self._site_url).describe()
                titles = self._titles(key, title, "pack", languages)
                copy = Copy("sheet", write_sheet(titles, blocks, self.views(key), "standard"))
                source = f"{self._guide.folder}/guide.yml"
                yield Wanted(key, "pack", languages, "standard", copy, source)


def variants_of(entry: Entry) -> tuple[Variant, ...]:
    """What there is on paper of an entry."""
    if isinstance(entry, Checklist):
        return ("checklist",)
    if isinstance(entry, Sheet):
        return ("participant", "facilitator")
    if isinstance(entry, Quiz):
        return ("questions", "key")
    return ("framework",) if isinstance(entry, Framework) else ()


def _one_after_another(sheets: Iterable[list[Block]]) -> Iterator[Block]:
    for number, blocks in enumerate(sheets):
        if number:
            yield {"block": "new"}
        yield from blocks


def _named(views: Views, key: str) -> Phrase:
    return Phrase(cy=views["cy"].word(key), en=views["en"].word(key))


def _urls(views: Mapping[Language, View], wanted: Wanted) -> dict[Language, str]:
    """Where a file stands: beside the page of its language, under a name that says what it is.

    A file in several languages stands beside the page of each, under a name in that language.
    """
    found: dict[Language, str] = {}
    for language in LANGUAGES:
        beside = language if language in wanted.languages else wanted.languages[0]
        view = views[beside]
        url = view.address.url
        names = [url.rstrip("/").rpartition("/")[2], view.word(f"slug.sheet-{wanted.variant}")]
        names += [view.word("slug.bilingual")] if len(wanted.languages) > 1 else []
        names += [view.word("slug.large-print")] if wanted.print == "large" else []
        ending = "docx" if wanted.copy.template == WORD else "pdf"
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
