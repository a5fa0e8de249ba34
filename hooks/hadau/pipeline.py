"""The recipe: load, validate, link, compare, render, publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from .inspect.inspecting import inspect_site
from .link.linking import link_records
from .load.agreements import load_agreements
from .load.files import load_guide
from .load.words import load_words
from .model.downloads import Downloads
from .model.guide import Project
from .model.lent import say
from .model.lessons import Export
from .model.linked import Linked
from .model.page import Built
from .model.parity import Agreements
from .model.places import Places
from .model.status import Status
from .model.text import LANGUAGES
from .parity.gate import find_mismatches
from .parity.standing import compare_languages
from .parity.status import describe_status
from .parity.terms import find_lost_terms
from .parity.units import find_units
from .problems import GuideRefused, Problem, stops
from .publish.bibliography import write_bibliography
from .publish.external import list_external
from .publish.learning import WRITERS
from .publish.menus import make_menu
from .publish.open_data import describe_guide
from .publish.short_addresses import make_ways
from .render.lessons import render_lessons
from .render.pages import list_filters, render_pages
from .render.sheets.making import make_sheets
from .validate.records import read_records


def check_guide(project: Project) -> tuple[Linked | None, list[Problem]]:
    """Read and link a guide: what it is, as far as it is sound, and every problem in it."""
    loaded, problems = load_guide(project)
    guide, places, found = read_records(loaded, load_words())
    problems += found
    if guide is None:
        return None, problems
    linked, found = link_records(guide, places, loaded)
    problems += found
    agreements, found = load_agreements(project)
    standings = compare_languages(find_units(guide), agreements)
    problems += found + find_mismatches(standings, places, guide.about.parity)
    # Other words that will do are not known while `terms.yml` cannot be read.
    if not loaded.fails("terms", guide.terms):
        problems += find_lost_terms(linked, standings, places)
    return replace(linked, standings=standings), problems


def tell_status(project: Project) -> tuple[Status, Mapping[str, Places]]:
    """The state of a guide, and the places in its files by path.

    Raises GuideRefused with every problem when there is no guide to tell of.
    """
    linked, places, _ = compare_guide(project)
    return describe_status(linked, linked.standings), places


def compare_guide(project: Project) -> tuple[Linked, Mapping[str, Places], Agreements]:
    """A guide whose texts may lack a language, the places in its files, and what was agreed.

    Raises GuideRefused with every problem when there is no guide.
    """
    loaded, problems = load_guide(project)
    guide, places, found = read_records(loaded, load_words(), lending=True)
    if guide is None:
        raise GuideRefused([*problems, *found])
    linked, _ = link_records(guide, places, loaded)
    agreements, _ = load_agreements(project)
    standings = compare_languages(find_units(guide), agreements)
    return replace(linked, standings=standings), places, agreements or Agreements()


def export_lessons(project: Project, form: str) -> tuple[Export, list[Problem]]:
    """The quizzes of a guide in a format of learning platforms, and the warnings on the way.

    Raises GuideRefused with every problem when an error stops the build, KeyError for a format that
    is none of `learning.WRITERS`.
    """
    linked, problems = check_guide(project)
    if linked is None or stops(problems, strict=False):
        raise GuideRefused(problems)
    assets = project.templates / "assets" / "hadau"
    lessons = render_lessons(linked, project)
    return WRITERS[form](lessons, lambda name: (assets / name).read_bytes()), problems


def check_site(
    project: Project, site: Path, *, strict: bool = False
) -> tuple[int, Built | None, list[Problem]]:
    """How many HTML files a built site has, its guide as far as it is sound, and every problem.

    Raises OSError where a file of the site cannot be read.
    """
    built: Built | None = None
    try:
        built, problems = build_guide(project, strict=strict)
    except GuideRefused as refused:
        problems = [*refused.problems]
    near = site.is_relative_to(project.root)
    shown = (site.relative_to(project.root) if near else site).as_posix()
    pages, found = inspect_site(site, shown, project.site_url, built)
    return pages, built, [*problems, *found]


def build_guide(
    project: Project, *, strict: bool = False, sheets: Path | None = None
) -> tuple[Built, list[Problem]]:
    """Everything that a guide becomes, and the warnings on the way.

    `sheets` is the folder that keeps the sheets to print from one build to the next; without one,
    none are made and no page offers any.

    Raises GuideRefused with every problem when one of them stops the build: any error, and under
    `strict` any warning.
    """
    linked, problems = check_guide(project)
    if linked is None or stops(problems, strict=strict):
        raise GuideRefused(problems)
    linked = replace(linked, status=describe_status(linked, linked.standings))
    downloads: Downloads = {}
    if sheets is not None:
        downloads, found = make_sheets(linked, project, sheets)
        if found:
            raise GuideRefused([*problems, *found])
    built = Built(
        pages=render_pages(linked, project, downloads),
        menus={language: make_menu(linked, language) for language in LANGUAGES},
        addresses=linked.addresses,
        words=linked.guide.words,
        titles={language: say(linked.guide.about.title, language) for language in LANGUAGES},
        taglines={language: say(linked.guide.about.tagline, language) for language in LANGUAGES},
        filters={language: list_filters(linked, language) for language in LANGUAGES},
        guide_data=describe_guide(linked, downloads),
        downloads=downloads,
        files={**write_bibliography(linked), **make_ways(linked, project.site_url)},
        external=list_external(linked),
    )
    return built, problems
