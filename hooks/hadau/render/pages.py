"""Records to pages: the Markdown of every page, through the templates of the site."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..model.downloads import Downloads
from ..model.guide import Project
from ..model.kinds import kind_of
from ..model.linked import Linked
from ..model.page import Page
from .citations import year_suffixes
from .view import View

_MARKDOWN_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_{}[]#|~^=!:"}

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


def render_pages(
    linked: Linked, project: Project, downloads: Downloads = MappingProxyType({})
) -> tuple[Page, ...]:
    """Every page of the guide in every language. No page waits for another.

    `downloads` are the files that readers can take away from each page.
    """
    templates = open_templates(project.templates)
    suffixes = year_suffixes(linked.guide.sources.values())
    return tuple(
        _render(View(linked, address, suffixes, downloads.get(key, ())), templates)
        for (key, _), address in linked.addresses.items()
        if key != "landing"
    )


def open_templates(folder: Path) -> Environment:
    """The engine's own Jinja environment: everything is escaped, and a missing name is an error."""
    environment = Environment(
        loader=FileSystemLoader(folder / "bodies"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # `{#` begins the anchor of a Markdown heading.
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters["heading"] = escape_heading
    return environment


def escape_heading(words: str) -> Markup:
    """Plain words as the text of a Markdown heading: no mark in them means anything."""
    safe = str(escape(words)).replace("&#", "\0").translate(_MARKDOWN_MARKS)
    return Markup(safe.replace("\0", "&#"))  # noqa: S704 (escaped in the line above)


def _render(view: View, templates: Environment) -> Page:
    kind, _, id_ = view.address.key.partition("/")
    guide = view.guide
    if kind == "entry":
        entry = guide.entries[id_]
        return _page(
            view,
            templates,
            _ENTRY_TEMPLATES[kind_of(entry)],
            view.phrase(entry.title),
            view.phrase(entry.summary),
            section=entry.section,
            source=guide.files[id_],
            entry=entry,
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
    **values: Any,
) -> Page:
    body = templates.get_template(f"{template}.html").render(
        view=view, title=title, summary=description, **values
    )
    return Page(
        address=view.address,
        title=title,
        description=description,
        body=_tidy(body),
        template=template,
        section=section,
        source=source,
        credit=str(view.block(view.guide.about.credit)),
    )


def _tidy(body: str) -> str:
    """No empty lines in a row, so that the Markdown reads well; code stays as it is."""
    runs = _CODE.split(body)
    runs[::2] = [_EMPTY_LINES.sub("\n\n", run) for run in runs[::2]]
    return "".join(runs).strip() + "\n"
