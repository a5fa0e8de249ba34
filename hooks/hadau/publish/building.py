"""A whole site through MkDocs, into a new folder that takes the place of the old one."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..model.guide import Project
from .swap import new_folder, swap_in

MARKS_OF_A_SITE = ("index.html", "404.html", "sitemap.xml")
"""The files by which a folder is known to be a site of MkDocs."""
WHOLE_SITE = ("index.html", "cy/index.html", "en/index.html", "404.html", "guide.json")
"""The files without which a new site is not put in place."""
_TRACEBACK = re.compile(
    r"(?:^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*"
    r"(?:(?:.*\n)+?(?=\n(?:During handling|The above exception)).*\n.*\n\n)?)+",
    re.MULTILINE,
)
"""What Python says before the line that names an error."""
HARMLESS = (".DS_Store", ".nojekyll")
"""Hidden files that may be deleted with an old site."""
BUILD_TIME = "315532800"
"""The time of every build, so that the same guide gives the same bytes: the first second of 1980,
the earliest that a zip file can hold. See https://reproducible-builds.org/specs/source-date-epoch/
"""


Hearer = Callable[[str], None]
"""What is given a line at a time."""


class BuildFailedError(Exception):
    """No new site was made, and the site that stood before is as it was."""


def find_place(site: Path, project: Project) -> Path:
    """The folder that a site takes the place of: links are followed, and stay links.

    Raises BuildFailedError where that would delete anything but a site.
    """
    try:
        place = site.resolve()
    except (OSError, RuntimeError):
        raise _refuse(site, "its links lead nowhere") from None
    root = project.root.resolve()
    for part in (root, project.content.resolve(), project.templates.resolve()):
        if part.is_relative_to(place):
            raise _refuse(site, f"the build would delete {part}")
        if part != root and place.is_relative_to(part):
            raise _refuse(site, f"it is inside {part.name}, which the project is made from")
    if not place.exists():
        return place
    if not place.is_dir():
        raise _refuse(site, "it is a file")
    names = sorted(path.name for path in place.iterdir())
    hidden = [name for name in names if name.startswith(".") and name not in HARMLESS]
    if hidden:
        raise _refuse(site, f"it holds {hidden[0]}, which the build would delete")
    if names and not all((place / mark).is_file() for mark in MARKS_OF_A_SITE):
        raise _refuse(site, f"it holds {names[0]} but is not a site, and the build would delete it")
    return place


def build_site(
    settings: Path,
    place: Path,
    *,
    strict: bool,
    lock: int,
    verbose: bool = False,
    meanwhile: Callable[[], Hearer | None] = lambda: None,
) -> None:
    """Build the site of a settings file, and put it in place once it is whole.

    `lock` is the descriptor of the lock on the place. `meanwhile` is called while MkDocs is at work
    already: what it raises ends the build, and what it gives is given each line that MkDocs says.

    Raises BuildFailedError with what MkDocs said. However the build ends, a whole site stands.
    """
    with new_folder(place) as folder:
        arguments = ["build", "--config-file", str(settings.absolute()), "--site-dir", str(folder)]
        if strict:
            arguments.append("--strict")
        if verbose:
            arguments.append("--verbose")
        said: list[str] = []
        with run_mkdocs(arguments, lock=lock) as process:
            heard = meanwhile()
            for line in process.stdout or ():
                said.append(line)
                if heard:
                    heard(line)
        if process.returncode:
            words = "".join(line for line in said if not line.startswith("DEBUG")).strip()
            words = _TRACEBACK.sub("", words)
            raise BuildFailedError(f"MkDocs could not build the site.\n{words}")
        missing = [name for name in WHOLE_SITE if not (folder / name).is_file()]
        if missing:
            raise BuildFailedError(f"MkDocs made a site without {', '.join(missing)}.")
        swap_in(folder, place)


@contextmanager
def run_mkdocs(arguments: list[str], *, lock: int | None = None) -> Iterator[subprocess.Popen[str]]:
    """MkDocs at work in a process of its own, which never outlives this one.

    With a `lock`, the process holds it too, and what it says is piped.
    """
    environment = {"SOURCE_DATE_EPOCH": BUILD_TIME, **os.environ, "NO_MKDOCS_2_WARNING": "1"}
    posix = os.name == "posix"
    process = subprocess.Popen(  # noqa: S603
        # -P keeps files of the current folder from passing for modules.
        [sys.executable, "-P", "-m", "mkdocs", *arguments],
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=None if lock is None else subprocess.PIPE,
        stderr=None if lock is None else subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=[lock] if posix and lock is not None else (),
        preexec_fn=_make_ending() if sys.platform == "linux" else None,
    )
    try:
        yield process
        process.wait()
    finally:
        process.kill()
        process.wait()


def _make_ending() -> Callable[[], object]:
    """For the new process: the kernel ends it when this one dies, however it dies."""
    prctl = ctypes.CDLL(None).prctl
    set_parent_death_signal = 1
    return lambda: prctl(set_parent_death_signal, signal.SIGKILL)


def _refuse(site: Path, reason: str) -> BuildFailedError:
    return BuildFailedError(
        f"the site cannot be put in {site}: {reason}\n"
        "  expected: a site made before, an empty folder, or a new one\n"
        "  mend: name another folder with --site-dir, or empty this one yourself"
    )
