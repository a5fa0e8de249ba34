"""The door to MkDocs and ProperDocs: each event of theirs is one call of the engine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import write_file

sys.path.insert(0, str(Path(__file__).parent))

from hadau.load.settings import list_sources, make_project
from hadau.model.guide import Project
from hadau.model.page import Built, Page
from hadau.model.text import LANGUAGES
from hadau.pipeline import build_guide
from hadau.problems import GuideRefused, as_text
from hadau.publish.downloads import default_folder, list_files
from hadau.publish.frame import Framer
from hadau.publish.materials import MATERIALS_NAME, list_materials
from hadau.publish.names import mark_names, name_print
from hadau.publish.open_data import SCHEMA_NAME, make_schema, write_json
from hadau.publish.repairs import choose_scripts, repair_html
from hadau.publish.search_index import write_search
from hadau.publish.security import find_hashes, guard_html, make_host_files
from hadau.publish.tree import write_markdown

LANDING = "index.md"


class Site:
    """The guide as this build knows it, from one event to the next."""

    serving: bool = False
    ready: bool = False
    built: Built
    framer: Framer
    pages: dict[str, Page]
    hashes: set[str]
    stemmer: str
    name: Markup


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Learn whether this is a preview. Having this event keeps the file loaded between builds."""
    Site.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the guide while the site that stood before is still whole."""
    try:
        project = _project(config)
        list_materials()
        kept = default_folder(project.root)
        Site.built, warnings = build_guide(project, strict=config.strict, sheets=kept)
    except GuideRefused as refused:
        if Site.serving and Site.ready:
            # A preview goes on showing the last sound guide: MkDocs would answer no request.
            print(f"\n{refused}", file=sys.stderr)
            return
        raise Abort(f"\n{refused}") from None
    if warnings:
        print(as_text(warnings), file=sys.stderr)
    Site.framer = Framer(Site.built, _project(config).site_url)
    Site.pages = {page.address.path: page for page in Site.built.pages}
    Site.hashes = set()
    # The theme prints it as it stands.
    Site.name = escape(config.site_name)
    Site.ready = True


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Follow everything that a guide is made from, whatever the settings say to watch."""
    for path in list_sources(_project(config)):
        server.watch(str(path))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and the open data, and leave out the theme's scripts that no page loads."""
    Site.stemmer, unused = choose_scripts(files.src_uris)
    for path in unused:
        files.remove(files.src_uris[path])
    root = Path(config.config_file_path).parent
    for path, page in Site.pages.items():
        file = File.generated(config, path, content=write_markdown(page))
        if page.source is not None:
            file.edit_uri = os.path.relpath(root / page.source, config.docs_dir)
        files.append(file)
    landing = "---\ntemplate: landing.html\nsearch: {exclude: true}\ntitle: Croeso\n---\n"
    data = {"guide.json": Site.built.guide_data, SCHEMA_NAME: make_schema()}
    texts: dict[str, str | bytes] = {LANDING: landing, **Site.built.files}
    texts |= {name: write_json(content) for name, content in data.items()}
    for path, text in texts.items():
        files.append(File.generated(config, path, content=text))
    for url, made in list_files(Site.built.downloads).items():
        files.append(File.generated(config, url, abs_src_path=str(made)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Menus are made for each page; MkDocs only needs to know the pages."""
    for page in nav.pages:
        page.previous_page = page.next_page = page.parent = None
    return nav


def on_page_markdown(markdown: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    """Keep pages out of the host's own search index: the engine writes one for each language."""
    page.meta["search"] = {"exclude": True}
    return markdown


def on_page_context(
    context: dict[str, Any], page: HostPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates what stands around a page."""
    context["nav"] = Navigation([], [])
    context["stemmer"] = Site.stemmer
    own = Site.pages.get(page.file.src_uri)
    if own is None:
        return on_template_context(context, LANDING, config)
    frame = Site.framer.frame(own)
    config.theme["language"] = frame.language
    config.site_name = escape(frame.site)
    context["frame"] = frame
    return context


def on_post_page(output: str, page: HostPage, config: MkDocsConfig) -> str:
    """Repair what the theme gets wrong, and guard the page."""
    own = Site.pages.get(page.file.src_uri)
    if own is not None:
        output = repair_html(output, Site.built.words[own.language])
        frame = Site.framer.frame(own)
        output = mark_names(name_print(output, frame), frame)
    return _guard(output)


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the templates that belong to no page what they need."""
    config.theme["language"] = LANGUAGES[0]
    config.site_name = Site.name
    context["nav"] = Navigation([], [])
    context["built"] = Site.built
    context["stemmer"] = Site.stemmer
    context["site_url"] = _project(config).site_url
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Repair the page that is shown where there is none."""
    if template_name != "404.html":
        return output_content
    return _guard(repair_html(output_content, Site.built.words[LANGUAGES[0]]))


def on_post_build(config: MkDocsConfig) -> None:
    """Write what search looks through, what pages may do, and what the site is made with.

    The host's own index, which is empty, is removed.
    """
    site = Path(config.site_dir)
    written = make_host_files(Site.hashes) | {MATERIALS_NAME: list_materials()}
    for language in LANGUAGES:
        found = write_search(Site.built.pages, language, Site.built.filters[language])
        written |= {f"{language}/search/{name}": content for name, content in found.items()}
    for name, content in written.items():
        write_file(content, str(site / name))
    (site / "search" / "search_index.json").unlink()
    (site / "search").rmdir()


def _guard(output: str) -> str:
    if Site.serving:
        # MkDocs adds a script to each page of a preview, which reloads it.
        return output
    Site.hashes.update(find_hashes(output))
    return guard_html(output)


def _project(config: MkDocsConfig) -> Project:
    root = Path(config.config_file_path).parent
    return make_project(
        root,
        content=os.path.relpath(config.docs_dir, root),
        templates=os.path.relpath(config.theme.custom_dir or "overrides", root),
        site=os.path.relpath(config.site_dir, root),
        site_url=config.site_url or "",
    )
