"""Whatever goes wrong with the machine, the site that stood still stands, and the next build works.

The faults are real: a disk of a few megabytes, folders that may not be written, processes that are
killed. `test_building.py` stops builds in more ways, at places of its choice. With HADAU_EVERY set,
50 builds are killed, the whole second guide is built on two machines that differ, and the rarer
faults are tried as well.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..figures import count
from ..sharing import SETTINGS

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
EVERY = bool(os.environ.get("HADAU_EVERY"))
KILLS = 50
rare = pytest.mark.skipif(not EVERY, reason="`make faults` tries it")
SITE_OF_OLD = {"index.html": b"old", "404.html": b"old", "sitemap.xml": b"old", "cy/a.html": b"old"}

LONG_AGO = """\
import time
past = 86_400 * 400
time.time, time.time_ns = lambda: float(past), lambda: past * 10**9
"""
"""A clock that says 1971, before the oldest time that a zip file can hold."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="mounts and capabilities of Linux")


def can(*command: str) -> bool:
    """Whether this machine lets a test do something."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


MOUNTS = ("unshare", "--map-root-user", "--mount")
OBEYS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""What makes permissions count for the superuser too."""


def make_project(folder: Path, guide: str = "smallest") -> Path:
    """A guide of the cases in a folder of its own, with a site that stands. Gives its settings."""
    shutil.copytree(CASES / guide / "content", folder / "content")
    if (CASES / guide / "references.bib").exists():
        shutil.copy(CASES / guide / "references.bib", folder)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for name, content in SITE_OF_OLD.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_bytes(content)
    return folder / "mkdocs.yml"


def command(settings: Path) -> list[str]:
    return [sys.executable, "-m", "hadau", "-f", str(settings), "build"]


def run(
    arguments: list[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments,
        capture_output=True,
        text=True,
        env={**os.environ, **(environment or {})},
        check=False,
    )


def build(settings: Path, environment: Mapping[str, str] | None = None) -> None:
    """The next build, which works."""
    done = run(command(settings), environment)
    assert (done.returncode, done.stderr) == (0, "")


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_told(done: subprocess.CompletedProcess[str], reason: str) -> None:
    """A build that failed says why, in words."""
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


@linux
@pytest.mark.skipif(not can(*MOUNTS), reason="this machine gives no mounts to tests")
def test_a_full_disk_leaves_the_old_site_and_a_larger_one_takes_the_next(tmp_path: Path) -> None:
    settings = make_project(tmp_path / "guide")
    taken = sum(-(-path.stat().st_size // 4096) + 1 for path in settings.parent.rglob("*"))
    room = f"size={taken * 4 + 400}k"
    script = f"""
        mkdir "{tmp_path}/disk" && mount -t tmpfs -o {room} none "{tmp_path}/disk" &&
        cp -r "{settings.parent}" "{tmp_path}/disk/guide" && cd "{tmp_path}/disk/guide" || exit 99
        hadau() {{ "{sys.executable}" -m hadau build; }}
        hadau 2> "{tmp_path}/said"; echo $? > "{tmp_path}/code"
        cp -r site "{tmp_path}/after"
        mount -o remount,size=200m "{tmp_path}/disk" && hadau && cp -r site "{tmp_path}/next"
    """
    done = run([*MOUNTS, "sh", "-c", script])
    assert (done.returncode, done.stderr) == (0, "")
    code, said = (tmp_path / "code").read_text(), (tmp_path / "said").read_text("utf-8")
    assert_told(subprocess.CompletedProcess([], int(code), "", said), "No space left on device")
    assert files_of(tmp_path / "after") == SITE_OF_OLD
    assert b"From seed to plate" in (tmp_path / "next" / "en" / "index.html").read_bytes()
    count("faults")


@linux
@pytest.mark.skipif(not can(*MOUNTS), reason="this machine gives no mounts to tests")
def test_a_disk_that_may_only_be_read_keeps_its_site(tmp_path: Path) -> None:
    settings = make_project(tmp_path / "guide")
    folder = settings.parent
    script = (
        f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && exec "$@"'
    )
    done = run([*MOUNTS, "sh", "-c", script, "sh", *command(settings)])
    assert_told(done, "Read-only file system")
    assert files_of(folder / "site") == SITE_OF_OLD
    count("faults")
    if EVERY:
        build(settings)


@linux
@pytest.mark.skipif(not can(*OBEYS), reason="this machine lets no test give up its rights")
@pytest.mark.parametrize(
    "closed", [".", "content/guide.yml", *(["site", "content"] if EVERY else [])]
)
def test_what_may_not_be_touched_is_told_and_the_old_site_stands(
    closed: str, tmp_path: Path
) -> None:
    settings = make_project(tmp_path / "guide")
    path = settings.parent / closed
    mode = path.stat().st_mode
    path.chmod(0o555 if closed in (".", "site") else 0)
    try:
        done = run([*OBEYS, *command(settings)])
    finally:
        path.chmod(mode)
    assert done.returncode == 1
    assert "ermission" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(settings.parent / "site") == SITE_OF_OLD
    count("faults")
    if EVERY:
        build(settings)


def wait_for_a_change(process: subprocess.Popen[bytes], site: Path) -> None:
    """Until a build begins to put its site in the place of the old one, or ends."""

    def look() -> tuple[int, int] | None:
        try:
            found = site.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    before = look()
    while process.poll() is None and look() == before:
        os.sched_yield()


@rare
def test_builds_that_are_killed_at_any_moment_leave_the_old_site(tmp_path: Path) -> None:
    settings = make_project(tmp_path / "guide")
    build(settings)
    old = files_of(settings.parent / "site")
    guide = settings.parent / "content" / "guide.yml"
    guide.write_text(guide.read_text("utf-8").replace("From seed to plate", "From plate to seed"))
    chance = random.Random(1404)
    ended = 0
    for number in range(KILLS):
        process = subprocess.Popen(
            command(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        at_its_end = number % 2
        if at_its_end:
            # Sites are exchanged within a moment, which chance alone would hardly meet.
            wait_for_a_change(process, settings.parent / "site")
        try:
            process.wait(timeout=chance.uniform(0, 0.02 if at_its_end else 4))
            ended += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        stands = files_of(settings.parent / "site")
        if stands != old:
            assert b"From plate to seed" in stands["en/index.html"]
            assert sorted(stands) == sorted(old)
            old = stands
    build(settings)
    assert b"From plate to seed" in (settings.parent / "site/en/index.html").read_bytes()
    left = [path.name for path in settings.parent.iterdir() if path.name.startswith(".site-")]
    assert left == []
    assert ended < KILLS / 2
    count("faults", KILLS - ended)


@rare
def test_a_clock_that_went_back_keeps_nothing_old_and_changes_nothing_else(tmp_path: Path) -> None:
    settings = make_project(tmp_path / "guide")
    for path in settings.parent.rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(LONG_AGO)
    build(settings, {"PYTHONPATH": str(tmp_path / "clock")})
    then = files_of(settings.parent / "site")
    build(settings)
    assert files_of(settings.parent / "site") == then
    guide = settings.parent / "content" / "guide.yml"
    guide.write_text(guide.read_text("utf-8").replace("From seed to plate", "From plate to seed"))
    os.utime(guide, (0, 0))  # long before the site that stands
    build(settings)
    assert b"From plate to seed" in (settings.parent / "site/en/index.html").read_bytes()
    count("faults")


@linux
@pytest.mark.parametrize("guide", ["seeds" if EVERY else "smallest"])
def test_two_machines_give_the_same_bytes(guide: str, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    locales.mkdir()
    made = run(["localedef", "-i", "cy_GB", "-f", "UTF-8", str(locales / "cy_GB.UTF-8")])
    welsh = {"LOCPATH": str(locales)} if made.returncode == 0 else {}
    machines = {
        "one": {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        "a longer way/ŵy": {
            "TZ": "Pacific/Kiritimati",
            "LANG": "cy_GB.UTF-8",
            "LC_ALL": "cy_GB.UTF-8",
            "PYTHONHASHSEED": "2",
            "COLUMNS": "40",
            **welsh,
        },
    }
    sites = []
    for name, environment in machines.items():
        settings = make_project(tmp_path / name / "guide", guide)
        build(settings, {**environment, "HADAU_CACHE": str(tmp_path / name / "cache")})
        sites.append(files_of(settings.parent / "site"))
    assert list(sites[0]) == list(sites[1])
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []
    # Bytes 4 to 7 of a gzip file are a time (RFC 1952): not that of this build.
    first_of_1980 = (315_532_800).to_bytes(4, "little")
    assert sites[0]["sitemap.xml.gz"][4:8] == first_of_1980
