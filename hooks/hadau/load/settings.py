"""Where a project keeps its parts, read from `mkdocs.yml` without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..model.guide import Project
from ..problems import GuideRefused, Position, Problem

HOOK = "mkdocs_events.py"
"""The file by which MkDocs comes to the engine."""
THEME = "material"
MARK_OF_TEMPLATES = "main.html"
"""The file by which a folder of templates is known."""


def find_project(settings: Path) -> Project:
    """The project of a settings file, and of the one that it inherits from.

    Raises GuideRefused when a file cannot be read or has no settings.
    """
    return _make_project(settings, _read(settings, ()))


def find_site(settings: Path) -> Project:
    """The project of a settings file from which MkDocs can build a site.

    Raises GuideRefused when a file cannot be read or MkDocs would not come to the engine by it.
    """
    read = _read(settings, ())
    project = _make_project(settings, read)
    if problems := list(_find_lacks(settings.name, read, project)):
        raise GuideRefused(problems)
    return project


def _make_project(settings: Path, read: dict[Any, Any]) -> Project:
    theme = read.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return make_project(
        settings.parent,
        content=str(read.get("docs_dir") or "docs"),
        templates=str(custom or "overrides"),
        site=str(read.get("site_dir") or "site"),
        site_url=str(read.get("site_url") or ""),
    )


def make_project(root: Path, *, content: str, templates: str, site: str, site_url: str) -> Project:
    """A project from its settings. Folders are relative to the settings file."""
    return Project(
        root=root,
        content=root / content,
        bibliography=root / "references.bib",
        templates=root / templates,
        site=root / site,
        site_url=site_url.rstrip("/") + "/",
    )


def list_sources(project: Project) -> list[Path]:
    """The files and folders that a site is made from besides its settings: those that exist."""
    sources = (project.content, project.bibliography, project.agreements, project.templates)
    return [path for path in sources if path.exists()]


def _find_lacks(name: str, read: dict[Any, Any], project: Project) -> Iterator[Problem]:
    """What stands in the way of a site, though the settings can be read."""
    hooks = read.get("hooks")
    hooks = [str(hook) for hook in hooks] if isinstance(hooks, list) else []
    if not any(Path(hook).name == HOOK for hook in hooks):
        yield Problem(
            Position(name),
            "no-hook",
            "the settings do not name the hook of Hadau, so MkDocs would build no guide",
            f"`hooks` with the path of {HOOK}",
            f"write `hooks: [hooks/{HOOK}]`",
        )
    theme = read.get("theme")
    theme_name = theme.get("name") if isinstance(theme, dict) else theme
    if theme_name != THEME:
        yield Problem(
            Position(name),
            "other-theme",
            f"the theme is {theme_name or 'not named'}, and pages are made for {THEME}",
            f"`theme` with the name {THEME}",
            f"write `theme: {{name: {THEME}, custom_dir: overrides}}`",
        )
    elif not (project.templates / MARK_OF_TEMPLATES).is_file():
        yield Problem(
            Position(name),
            "no-templates",
            f"the folder {project.templates.name} has no templates of Hadau",
            f"`custom_dir` of `theme` with a folder that holds {MARK_OF_TEMPLATES}",
            "write `custom_dir: overrides`, or where that folder stands",
        )


def _read(settings: Path, heirs: tuple[Path, ...]) -> dict[Any, Any]:
    """Settings over those that they inherit.

    See https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance
    """
    try:
        read = yaml.load(settings.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise GuideRefused([_refuse(settings, error)]) from None
    if not isinstance(read, dict):
        raise GuideRefused([_refuse(settings, "it holds no settings")])
    if "INHERIT" not in read:
        return read
    heirs += (settings.resolve(),)
    parent = settings.parent / str(read.pop("INHERIT"))
    if parent.resolve() in heirs:
        raise GuideRefused([_refuse(settings, "it inherits from itself")])
    return _merge(_read(parent, heirs), read)


def _merge(under: dict[Any, Any], over: dict[Any, Any]) -> dict[Any, Any]:
    both = {
        key: _merge(under[key], over[key])
        for key in under.keys() & over.keys()
        if isinstance(under[key], dict) and isinstance(over[key], dict)
    }
    return under | over | both


def _refuse(settings: Path, reason: object) -> Problem:
    mark: Any = getattr(reason, "problem_mark", None)
    at = (
        Position(settings.name, mark.line + 1, mark.column + 1) if mark else Position(settings.name)
    )
    words = getattr(reason, "strerror", None) or getattr(reason, "problem", None) or reason
    return Problem(
        at,
        "bad-settings",
        f"the settings of the site cannot be read: {words}",
        "a file of settings for MkDocs",
        "run this where mkdocs.yml is, or name the file with -f",
    )


class _Lenient(yaml.SafeLoader):
    """Reads values of tags that only MkDocs knows, such as `!ENV`, as nothing."""


_Lenient.add_multi_constructor("!", lambda loader, suffix, node: None)
_Lenient.add_multi_constructor("tag:", lambda loader, suffix, node: None)
