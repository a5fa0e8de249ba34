"""Records to pages: the Markdown of every page, through the templates of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from ..model.downloads import Downloads
from ..model.entries import Framework
from ..model.facets import Filter, facets_of
from ..model.guide import Project
from ..model.kinds import kind_of
from ..model.linked import Linked
from ..model.page import Page
from ..model.quizzes import Quiz
from ..model.text import Language
from ..model.tools import Tool
from ..problems import GuideRefused
from .asking import ask_quiz
from .checks import Siblings, find_siblings, make_checks
from .citations import year_suffixes
from .facets import describe_facets, make_filters
from .guide_map import draw_map
from .linked_data import describe_page
from .onward import find_ways
from .sheets.codes import draw_code
from .state import StateView
from .templates import describe_failure, open_templates
from .view import View

_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_EMPTY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")

_ENTRY_TEMPLATES = {
    "frameworks": "framework",
    "case-studies": "case_study",
    "conversations": "sheet",
    "checklists": "sheet",
    "tools": "tool",
    "quizzes": "quiz",
}


_COMPONENTS: dict[str, tuple[str, ...]] = {
    "notes": ("notes",),
    "pack": ("pack",),
    "quiz": ("quiz",),
    "references": ("filter",),
    "kind": ("listing",),
    "section": ("listing",),
}
"""What runs on the pages of a template: the names of a script and a style sheet each."""


def render_pages(
    linked: Linked, project: Project, downloads: Downloads = MappingProxyType({})
) -> tuple[Page, ...]:
    """Every page of the guide in every language. No page waits for another.

    `downloads` are the files that readers can take away from each page.

    Raises GuideRefused when a template fails.
    """
    templates = open_templates(project.templates)
    templates.globals.update(
        describe_facets=describe_facets,
        facets_of=facets_of,
        find_ways=find_ways,
        make_filters=make_filters,
    )
    suffixes = year_suffixes(linked.guide.sources.values())
    siblings = find_siblings(linked.guide)
    try:
        return tuple(
            _render(
                View(linked, address, suffixes, downloads.get(key, ())),
                templates,
                project.site_url,
                siblings,
            )
            for (key, _), address in linked.addresses.items()
            if key != "landing"
        )
    except TemplateError as error:
        raise GuideRefused([describe_failure(error, project)]) from None


def list_filters(linked: Linked, language: Language) -> tuple[Filter, ...]:
    """What readers can choose all the entries of a guide by, in one language."""
    view = View(linked, linked.addresses["home", language], {})
    return make_filters(view, linked.guide.entries.values())


def _render(view: View, templates: Environment, site_url: str, siblings: Siblings) -> Page:
    page = _fill(view, templates, siblings)
    data = describe_page(view, page.title, page.description, site_url)
    return replace(page, data=data, way_back=_way_back(view, site_url))


def _way_back(view: View, site_url: str) -> str:
    """The address of a page for its print, and a code for phones."""
    short = view.linked.short.get((view.address.key, view.language), view.address.url)
    if "://" not in site_url:
        return ""
    address = site_url + short
    return str(
        Markup('{}<p>{} <span class="hd-way-back-address">{}</span></p>').format(
            Markup(draw_code(address, view.word("print.qr"))),  # noqa: S704 (made by segno)
            view.word("print.way-back"),
            address.partition("://")[2],
        )
    )


def _fill(view: View, templates: Environment, siblings: Siblings) -> Page:
    kind, _, id_ = view.address.key.partition("/")
    guide = view.guide
    if kind == "entry":
        entry = guide.entries[id_]
        own: dict[str, Any] = {}
        if isinstance(entry, Quiz):
            # The page explains each word where it first stands: questions are read in their turn.
            own = {"questions": partial(ask_quiz, view, entry)}
        elif isinstance(entry, Tool):
            own = {"components": ("tools/tool", f"tools/{entry.exercise.kind}")}
        elif isinstance(entry, Framework):
            own = {"checks": make_checks(view, entry, siblings)}
        return _page(
            view,
            templates,
            _ENTRY_TEMPLATES[kind_of(entry)],
            view.phrase(entry.title),
            view.phrase(entry.summary),
            section=entry.section,
            source=guide.files[id_],
            facets=facets_of(entry),
            entry=entry,
            **own,
        )
    if kind == "page":
        page = next(page for page in guide.pages if page.id == id_)
        return _page(
            view,
            templates,
            "prose",
            view.phrase(page.title),
            view.phrase(page.summary),
            source=guide.files[id_],
            entry=page,
        )
    if kind == "section":
        section = view.section(id_)
        return _page(
            view,
            templates,
            "section",
            view.phrase(section.title),
            view.phrase(section.summary),
            section=id_,
            source=f"{guide.folder}/guide.yml",
            part=section,
        )
    if kind == "kind":
        return _page(
            view, templates, "kind", view.word(f"kind.{id_}"), view.word(f"about.{id_}"), folder=id_
        )
    if kind == "home":
        return _page(
            view,
            templates,
            "home",
            view.phrase(guide.about.title),
            view.phrase(guide.about.summary),
            source=f"{guide.folder}/guide.yml",
        )
    title, about = view.word(f"page.{kind}"), view.word(f"about.{kind}")
    if kind == "status":
        state = StateView(view, view.linked.status)
        return _page(view, templates, kind, title, about, state=state)
    if kind == "map":
        return _page(view, templates, kind, title, about, map=draw_map(view))
    source = f"{guide.folder}/glossary.yml" if kind == "glossary" else None
    return _page(view, templates, kind, title, about, source=source)


def _page(
    view: View,
    templates: Environment,
    template: str,
    title: str,
    description: str,
    *,
    section: str | None = None,
    source: str | None = None,
    components: tuple[str, ...] = (),
    facets: Mapping[str, Any] | None = None,
    **values: Any,
) -> Page:
    body = templates.get_template(f"{template}.html").render(
        view=view, title=title, summary=description, **values
    )
    components = (*_COMPONENTS.get(template, ()), *components)
    if view.has_notes:
        body += templates.get_template("_notes.html").render(view=view)
    return Page(
        address=view.address,
        title=title,
        description=description,
        body=_tidy(_notice(view, templates) + body),
        template=template,
        components=components,
        later=("quiz",) if values.get("checks") else (),
        section=section,
        source=source,
        facets=facets,
        credit=str(view.aside(view.guide.about.credit)),
    )


def _notice(view: View, templates: Environment) -> str:
    """What a reader is told of words that are missing or behind, where there are any."""
    if not view.lent and not view.is_behind():
        return ""
    return templates.get_template("_notice.html").render(view=view)


def _tidy(body: str) -> str:
    """No empty lines in a row, so that the Markdown reads well; code stays as it is."""
    runs = _CODE.split(body)
    runs[::2] = [_EMPTY_LINES.sub("\n\n", run) for run in runs[::2]]
    return "".join(runs).strip() + "\n"
