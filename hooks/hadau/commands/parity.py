"""What translators and reviewers type."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from ..load.settings import find_project
from ..model.guide import Project
from ..model.parity import Standing
from ..model.places import Places
from ..parity.agreeing import agree, find_stale
from ..parity.report import status_as_json, status_as_text
from ..pipeline import compare_guide, tell_status
from ..problems import nearest


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def status(settings: Path, form: str) -> None:
    """Say what is whole, missing, out of date or unread, and how the words read."""
    told, places = tell_status(find_project(settings))

    def where(standing: Standing) -> str:
        return str(places[standing.unit.path].at(standing.unit.loc))

    click.echo((status_as_text if form == "text" else status_as_json)(told, where))


@click.command("agree")
@click.argument("entry", required=False)
@click.argument("field", required=False)
@click.option("--all", "whole", is_flag=True, help="Agree on every text of the guide.")
@click.option(
    "--wording-only", is_flag=True, help="One language has changed, and the other still says it."
)
@click.option("--reviewed-by", "by", metavar="NAME", help="Who has compared the two languages.")
@click.pass_obj
def agree_on(
    settings: Path,
    entry: str | None,
    field: str | None,
    whole: bool,
    wording_only: bool,
    by: str | None,
) -> None:
    """Record that Welsh and English say the same: of an ENTRY, or of one FIELD of it."""
    if whole == (entry is not None):
        raise click.UsageError("name an entry, or write --all")
    project = find_project(settings)
    linked, places, agreements = compare_guide(project)
    if entry is not None:
        if entry in ("guide", "glossary") and entry not in linked.guide.files:
            entry += ".yml"
        _check_names(linked.standings, entry, field)

    def chosen(standing: Standing) -> bool:
        unit = standing.unit
        inside = field is None or f"{unit.field}.".startswith(f"{field}.")
        return whole or (unit.entry == entry and inside)

    agreed = agree(
        linked.standings, chosen, wording_only=wording_only, by=by, on=datetime.date.today()
    )
    _write(project, agreed.files)
    for name in find_stale(agreements.records, linked.standings) if whole else ():
        (project.agreements / f"{name}.json").unlink(missing_ok=True)
    _tell(agreed.recorded, agreed.refused, places)


def _check_names(standings: Sequence[Standing], entry: str, field: str | None) -> None:
    entries = {standing.unit.entry for standing in standings}
    if entry not in entries:
        raise _unknown("entry", entry, entries)
    fields = {standing.unit.field for standing in standings if standing.unit.entry == entry}
    if field and not any(f"{name}.".startswith(f"{field}.") for name in fields):
        raise _unknown("field", field, fields)


def _unknown(what: str, name: str, known: Iterable[str]) -> click.ClickException:
    likely = nearest(name, known)
    mend = f'write "{likely}"' if likely else "`hadau status --format json` names them all"
    return click.ClickException(f'unknown {what} "{name}"\n  mend: {mend}')


def _write(project: Project, files: Mapping[str, bytes]) -> None:
    """Write what has changed, each file in one step."""
    for name, content in files.items():
        path = project.agreements / f"{name}.json"
        if path.exists() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_bytes(content)
        beside.replace(path)


def _tell(
    recorded: int, refused: Sequence[tuple[Standing, str]], places: Mapping[str, Places]
) -> None:
    """Say what was recorded; exit 1 where anything was not."""
    click.echo(f"Agreed: {recorded} text{'' if recorded == 1 else 's'}.")
    for standing, reason in refused:
        unit = standing.unit
        at = places[unit.path].at(unit.loc)
        click.echo(f"{at}: not agreed: {unit.entry} {unit.field}: {reason}", err=True)
    if refused:
        raise click.exceptions.Exit(1)
