"""What people type who take the quizzes of a guide to a learning platform."""

from __future__ import annotations

from pathlib import Path

import click

from ..load.settings import find_project
from ..pipeline import export_lessons
from ..problems import as_text

FORMATS = ("moodle", "gift", "qti", "scorm")


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(settings: Path, form: str, folder: Path) -> None:
    """Write the quizzes for a learning platform: moodle, gift, qti or scorm.

    What a format cannot carry is named, question by question.
    """
    written, warnings = export_lessons(find_project(settings), form)
    if warnings:
        click.echo(as_text(warnings), err=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in written.files.items():
        (folder / name).write_bytes(content)
    for left in written.left:
        click.echo(f"Not carried by {form}: {left}")
    click.echo(f"Wrote {len(written.files)} files: {folder}")
