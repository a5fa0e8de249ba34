"""What passes between a guide and translators' own tools."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, cast

import click

from ..load.editing import CannotEdit, write_text
from ..load.settings import find_project
from ..model.guide import Project
from ..model.text import LANGUAGES, Language
from ..parity.exchange import Change, accept_rows, make_rows, row_id
from ..parity.formats import (
    ENDINGS,
    BadExchange,
    Format,
    ToolkitMissing,
    read_exchange,
    write_exchange,
)
from ..parity.terms import collect_terms
from ..pipeline import compare_guide

STATES = ("missing", "outdated", "new", "complete")


@click.group()
def translate() -> None:
    """Send texts to translators, and take their work back."""


_to = click.option(
    "--to", type=click.Choice(LANGUAGES), required=True, help="The language to translate into."
)


def _with_toolkit(command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except ToolkitMissing:
            raise click.ClickException(
                "the package translate-toolkit is not installed\n"
                "  mend: run `make translators`, or `pip install 'hadau[translate]'`"
            ) from None

    return run


@translate.command("export")
@_to
@click.option("--format", "form", type=click.Choice(list(ENDINGS)), default="xliff")
@click.option(
    "--only", default="", metavar="STATES",
    help="The states that are wanted, such as missing,outdated.  [default: every text]",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.argument("entries", nargs=-1)
@click.pass_obj
@_with_toolkit
def export_texts(
    settings: Path,
    to: Language,
    form: str,
    only: str,
    output: Path | None,
    entries: Sequence[str],
) -> None:
    """Write a file of texts for a translator: of the ENTRIES that are named, or of all."""
    states = [state for state in only.split(",") if state]
    if unknown := [state for state in states if state not in STATES]:
        raise click.BadParameter(
            f"{unknown[0]} is not one of {', '.join(STATES)}", param_hint="--only"
        )
    project = find_project(settings)
    linked, places, _ = compare_guide(project)
    known = {standing.unit.entry for standing in linked.standings}
    if strange := [entry for entry in entries if entry not in known]:
        raise click.BadParameter(f"the guide has no entry {strange[0]}", param_hint="ENTRIES")
    terms = {
        (english if to == "cy" else welsh[0]): (welsh[0] if to == "cy" else english)
        for english, welsh in collect_terms(linked.guide).items()
    }
    rows = [
        row
        for row in make_rows(
            linked, places, to, only=states, site_url=project.site_url, terms=terms
        )
        if not entries or row.id.partition(":")[0] in entries
    ]
    if not rows:
        click.echo("Nothing waits to be translated.")
        return
    kind = cast(Format, form)
    path = output or Path(f"{to}.{ENDINGS[kind]}")
    path.write_bytes(write_exchange(rows, to, kind))
    click.echo(f"Wrote {len(rows)} texts: {path}")


@translate.command("import")
@_to
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
@_with_toolkit
def import_texts(settings: Path, to: Language, file: Path) -> None:
    """Write a translator's work into the files of the guide, and nothing else into them.

    What cannot be taken is named, and the rest is taken all the same. Exits 1 where anything was
    refused.
    """
    project = find_project(settings)
    linked, _, _ = compare_guide(project)
    try:
        returned = read_exchange(file.read_bytes(), to)
    except BadExchange as error:
        raise click.ClickException(f"{file}: {error}") from None
    changes, refused = accept_rows(returned, linked.standings, to)
    written, unwritten = _write(project, changes, to)
    click.echo(f"Wrote {written} text{'' if written == 1 else 's'}.")
    for reason in [*refused, *unwritten]:
        click.echo(f"{file}: refused: {reason}", err=True)
    if refused or unwritten:
        sys.exit(1)


def _write(project: Project, changes: Sequence[Change], to: Language) -> tuple[int, list[str]]:
    """Write changes into their files, each file in one step; how many, and which cannot be."""
    files: dict[str, bytes] = {}
    written, refused = 0, []
    for change in changes:
        unit = change.unit
        before = files.get(unit.path)
        if before is None:
            before = (project.root / unit.path).read_bytes()
        try:
            files[unit.path] = write_text(before, unit.loc, to, change.words)
            written += 1
        except CannotEdit as error:
            refused.append(f"{row_id(unit)}: {error}")
    for name, content in files.items():
        path = project.root / name
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(content)
        beside.replace(path)
    return written, refused
