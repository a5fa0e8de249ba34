"""The templates of pages, and what is said of one that fails."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup, escape

from ..model.guide import Project
from ..model.lent import Lent, say_language
from ..problems import Position, Problem
from .lent import mark_language

_MARKDOWN_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_{}[]#|~^=!:"}


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
    # Words in an attribute carry no mark of their language.
    environment.filters["plain"] = str
    environment.filters["language"] = say_language
    return environment


def escape_heading(words: str) -> Markup:
    """Plain words as the text of a Markdown heading: no mark in them means anything."""
    safe = str(escape(str(words))).replace("&#", "\0").translate(_MARKDOWN_MARKS)
    heading = Markup(safe.replace("\0", "&#"))  # noqa: S704 (escaped in the line above)
    return (
        mark_language(heading, words.language, block=False) if isinstance(words, Lent) else heading
    )


def describe_failure(error: TemplateError, project: Project) -> Problem:
    """What an editor is told of a template that cannot be used."""
    at = Position(project.templates.name)
    if isinstance(error, TemplateSyntaxError):
        at = Position(error.filename or at.path, error.lineno)
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if Path(frame.filename).is_relative_to(project.templates):
                at = Position(frame.filename, frame.lineno or 1)
    path = Path(at.path)
    if path.is_relative_to(project.root):
        at = Position(path.relative_to(project.root).as_posix(), at.line)
    return Problem(
        at,
        "bad-template",
        f"the template cannot be used: {error.message or 'no reason is given'}",
        "templates of Hadau in the folder bodies, in the folder of theme.custom_dir",
        "put the template right, or theme.custom_dir in the settings",
    )
