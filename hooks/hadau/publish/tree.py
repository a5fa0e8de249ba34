"""Pages as Markdown files, for MkDocs, Zensical, or whatever else reads Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from markupsafe import escape

from ..model.page import Built, Page
from .open_data import SCHEMA_NAME, make_schema, write_json


def write_markdown(page: Page) -> str:
    """One page with its front matter.

    Titles and descriptions are escaped, because the templates of themes print them as they stand.
    """
    front: dict[str, object] = {
        "title": str(escape(str(page.title))),
        "description": str(escape(str(page.description))),
        "lang": page.language,
        "kind": page.template,
    }
    if page.template == "home":
        front["hide"] = ["navigation", "toc"]
    if page.template == "status":
        front["search"] = {"exclude": True}
    return f"{_front_matter(front)}\n{page.body}"


def write_tree(built: Built, folder: Path) -> int:
    """Write every page, the welcome and the open data below a folder; the number of files.

    Raises FileExistsError when the folder holds anything, so that nothing is written over.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    files = {page.address.path: write_markdown(page).encode() for page in built.pages}
    files["index.md"] = _write_welcome(built).encode()
    files["guide.json"] = write_json(built.guide_data)
    files[SCHEMA_NAME] = write_json(make_schema())
    files |= built.files
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return len(files)


def _write_welcome(built: Built) -> str:
    title = " / ".join(str(escape(str(title))) for title in built.titles.values())
    ways = "\n".join(
        f'<p lang="{language}"><a href="{language}/" hreflang="{language}">{escape(name)}</a></p>'
        for language, name in built.titles.items()
    )
    return f"{_front_matter({'title': title, 'hide': ['navigation', 'toc']})}\n{ways}\n"


def _front_matter(fields: Mapping[str, object]) -> str:
    # JSON is YAML, and has no value that YAML could take for something else.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", ""])
