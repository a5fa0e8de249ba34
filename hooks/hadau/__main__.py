"""The `hadau` command: what an editor types."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter

from .commands.bundle import bundle
from .commands.learning import export
from .commands.parity import agree_on, status
from .commands.translate import translate
from .load.settings import find_project, find_site
from .model.entries import AgreedTerm, GlossaryTerm
from .model.guide import GuideFile, Project
from .model.kinds import RECORD_KINDS
from .model.page import Built
from .pipeline import build_guide, check_guide, check_site
from .problems import GuideRefused, Problem, as_github, as_json, as_text, stops
from .publish.building import BuildFailedError, Hearer, build_site, find_place, run_mkdocs
from .publish.open_data import write_json
from .publish.swap import PlaceTakenError, hold_place
from .publish.tree import write_tree

FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
SCHEMAS: dict[str, tuple[str, Any]] = {
    "guide": ("guide.yml", GuideFile),
    "glossary": ("glossary.yml", tuple[GlossaryTerm, ...]),
    "terms": ("terms.yml", tuple[AgreedTerm, ...]),
    **{kind: (f"{kind}/*.yml", model) for kind, model in RECORD_KINDS.items()},
}
"""The schemas for editors' tools: the files of content that each is for, and what one holds."""


class EditorsGroup(click.Group):
    """Commands whose failures are told in words, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exit 1 with the reason where it cannot do its work."""
        # A terminal without Welsh letters shows their codes rather than nothing.
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            return super().invoke(ctx)
        except GuideRefused as refused:
            click.echo(refused, err=True)
            sys.exit(1)
        except BuildFailedError as error:
            raise click.ClickException(str(error)) from None
        except BrokenPipeError:
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from None


@click.group(cls=EditorsGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f", "--config-file", "settings", type=click.Path(path_type=Path), default=Path("mkdocs.yml"),
    show_default=True, help="The settings of the site.",
)  # fmt: skip
@click.version_option(package_name="hadau")
@click.pass_context
def main(context: click.Context, settings: Path) -> None:
    """Build a bilingual site, in Welsh and English, from YAML and BibTeX."""
    context.obj = settings


_strict = click.option("--strict", is_flag=True, help="Stop on warnings too.")


@main.command()
@_strict
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option(
    "--external", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write the addresses on other hosts, one a line, for a link checker.",
)  # fmt: skip
@click.option("--site", "whole", is_flag=True, help="Look at every page of the built site too.")
@click.option(
    "--site-dir", type=click.Path(path_type=Path, file_okay=False),
    help="Where that site is; looks at it too.  [default: what the settings say]",
)  # fmt: skip
@click.pass_obj
def check(
    settings: Path,
    strict: bool,
    form: str,
    external: Path | None,
    whole: bool,
    site_dir: Path | None,
) -> None:
    """Say what is wrong in the guide, and where. Exits 1 if a build would stop.

    With --site also what is wrong in the site that was built: links and anchors that lead nowhere,
    ids that stand twice, pages that nothing leads to, titles, descriptions, pages whose languages
    do not name one another, pictures without words, and words in the wrong language.
    """
    project = find_project(settings)
    pages = 0
    built: Built | None = None
    if whole or site_dir:
        pages, built, problems = check_site(project, site_dir or project.site, strict=strict)
    else:
        try:
            built, problems = build_guide(project, strict=strict)
        except GuideRefused as refused:
            problems = [*refused.problems]
    if built is None or stops(problems, strict=strict):
        click.echo(FORMATS[form](problems))
        sys.exit(1)
    if external:
        external.write_text("".join(f"{address}\n" for address in built.external), "utf-8")
    if form != "text" or problems:
        click.echo(FORMATS[form](problems), nl=form != "github" or bool(problems))
        return
    entries, languages = (built.guide_data[name] for name in ("entries", "languages"))
    site = f", {pages} pages of the site" if pages else ""
    click.echo(f"No problems: {len(entries)} entries in {len(languages)} languages{site}.")


@main.command()
@_strict
@click.option(
    "--site-dir", type=click.Path(path_type=Path),
    help="Where the site goes.  [default: what the settings say]",
)  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="Show what MkDocs says.")
@click.pass_obj
def build(settings: Path, strict: bool, site_dir: Path | None, verbose: bool) -> None:
    """Build the site. The site that stood before stays until the new one is whole."""
    start = time.monotonic()
    project = find_site(settings)
    site = site_dir or project.site
    place = find_place(site, project)
    terminal = sys.stderr.isatty()
    pages = 0
    try:
        with hold_place(place) as lock, ExitStack() as shown:

            def check() -> Hearer | None:
                nonlocal pages
                if terminal:
                    click.echo("Checking the guide", err=True)
                pages = _count_pages(project, strict=strict)
                if verbose:
                    return _echo
                if not terminal:
                    return None
                # MkDocs reads every page, then builds every page.
                length = 2 * pages
                bar = click.progressbar(
                    length=length, label="Building pages", show_eta=False, file=sys.stderr
                )
                return _counting(shown.enter_context(bar).update)

            # Whoever has two processors waits for one reading of the guide alone.
            build_site(
                settings,
                place,
                strict=strict,
                lock=lock,
                verbose=verbose or terminal,
                meanwhile=check,
            )
    except PlaceTakenError:
        raise BuildFailedError(
            f"another build is at work on {site}\n  mend: wait until it has ended"
        ) from None
    except KeyboardInterrupt:
        click.echo(f"\nStopped. Nothing half-made stands in {site}.", err=True)
        sys.exit(130)
    click.echo(f"Built {pages} pages in {time.monotonic() - start:.1f} seconds: {site}")


@main.command()
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True)
@click.pass_obj
def serve(settings: Path, address: str) -> None:
    """Show the site on this machine, and build it anew at each change."""
    find_site(settings)
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise click.BadParameter(f"{address} is not like 127.0.0.1:8000", param_hint="--address")
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        raise click.ClickException(
            f"nothing can be served at {address}: {os.strerror(error.errno or 0)}\n"
            "  mend: end what is served there, or name another place with --address"
        ) from None
    # MkDocs 1.6.1 under click 8.3 watches nothing unless it is told to. Remove the option once
    # pyproject.toml asks for click 8.4: https://github.com/mkdocs/mkdocs/issues/4032
    arguments = ["serve", "--livereload", "-f", str(settings.absolute()), "-a", address]
    with run_mkdocs(arguments) as process:
        # Ctrl-C reaches MkDocs too, which then clears up after itself.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.exit(process.wait())


@main.command("write-tree")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def write_plain_tree(settings: Path, folder: Path) -> None:
    """Write the guide as plain Markdown files, for any other site builder."""
    built, warnings = build_guide(find_project(settings), strict=False)
    if warnings:
        click.echo(as_text(warnings), err=True)
    try:
        files = write_tree(built, folder)
    except (FileExistsError, NotADirectoryError):
        raise click.ClickException(
            f"{folder} is there already and is not an empty folder\n  mend: name a new folder"
        ) from None
    click.echo(f"Wrote {files} files: {folder}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def schema(settings: Path, folder: Path) -> None:
    """Write a JSON Schema of each kind of file, for editors that complete and check YAML."""
    content = find_project(settings).content
    folder.mkdir(parents=True, exist_ok=True)
    for name, (files, kind) in SCHEMAS.items():
        path = folder / f"{name}.schema.json"
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        path.write_bytes(write_json(dialect | TypeAdapter(kind).json_schema()))
        click.echo(f"{path}: for {content / files}")


main.add_command(bundle)
main.add_command(status)
main.add_command(agree_on)
main.add_command(export)
main.add_command(translate)


def _count_pages(project: Project, *, strict: bool) -> int:
    """How many pages a sound guide has; MkDocs renders them. Warnings are told on the way."""
    linked, problems = check_guide(project)
    if linked is None or stops(problems, strict=strict):
        raise GuideRefused(problems)
    if problems:
        click.echo(as_text(problems), err=True)
    return len({address.url for address in linked.addresses.values()})


def _echo(line: str) -> None:
    click.echo(line, nl=False, err=True)


def _counting(update: Callable[[int], None]) -> Callable[[str], None]:
    """Counts the pages that MkDocs says it reads and builds."""

    def count(line: str) -> None:
        if line.startswith("DEBUG") and ("Reading: " in line or "Building page " in line):
            update(1)

    return count


if __name__ == "__main__":
    main(prog_name="hadau")
