"""What people type who take a guide to a room without a network."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

import click

from ..load.settings import find_project
from ..publish.building import build_site
from ..publish.bundle.modules import UnknownFormError
from ..publish.bundle.packing import write_bundle
from ..publish.swap import hold_place


@click.command("bundle")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=Path("guide.zip"))
@click.pass_obj
def bundle(settings: Path, file: Path) -> None:
    """Pack the site and all sheets into a zip that works from a folder, without a network.

    FILE is guide.zip unless you name another. What stood there is replaced once the new one is
    whole.
    """
    find_project(settings)
    file.absolute().parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{secrets.token_hex(8)}.zip")
    try:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            with hold_place(site) as lock:
                build_site(settings, site, strict=False, lock=lock)
            number = write_bundle(site, draft, folder=file.stem)
        draft.replace(file)
    except UnknownFormError as error:
        raise click.ClickException(
            f"a script cannot work from a folder: {error}\n"
            "  expected: the forms of import and export that hadau.publish.bundle.modules names\n"
            "  mend: write the script in one of them"
        ) from None
    finally:
        draft.unlink(missing_ok=True)
    megabytes = -(-file.stat().st_size // 1_000_000)
    click.echo(f"Packed {number} files, {megabytes} MB: {file}. Unpack it and open index.html.")
