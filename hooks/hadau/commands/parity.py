"""What translators and reviewers type."""

from __future__ import annotations

from pathlib import Path

import click

from ..load.settings import find_project
from ..model.parity import Standing
from ..parity.report import status_as_json, status_as_text
from ..pipeline import tell_status


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def status(settings: Path, form: str) -> None:
    """Say what is whole, missing, out of date or unread, and how the words read."""
    told, places = tell_status(find_project(settings))

    def where(standing: Standing) -> str:
        return str(places[standing.unit.path].at(standing.unit.loc))

    click.echo((status_as_text if form == "text" else status_as_json)(told, where))
