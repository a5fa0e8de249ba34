"""However a build ends, a whole site stands: real builds, stopped in every way."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from hadau.model.guide import Project

from ..figures import count
from ..sharing import SETTINGS

WAITS = """\
import os

def on_post_page(output, page, config):
    if "REACHED" in os.environ and page.url == "cy/":
        # Open until this process ends, so that the other end learns of it.
        config.extra["reached"] = os.open(os.environ["REACHED"], os.O_WRONLY)
        os.write(config.extra["reached"], b"1")
        with open(os.environ["GO"]):
            pass
"""


@pytest.fixture
def settings(guide_with: Callable[[Mapping[str, str | bytes]], Project]) -> Path:
    """The settings of a small guide that MkDocs can build."""
    with_late_hook = SETTINGS.replace('mkdocs_events.py"]', 'mkdocs_events.py", late.py]')
    project = guide_with({"mkdocs.yml": with_late_hook, "late.py": WAITS, "references.bib": ""})
    return project.root / "mkdocs.yml"


class Pause:
    """A place in the middle of a build where it waits to be let on."""

    def __init__(self, folder: Path) -> None:
        self.environment = {"REACHED": str(folder / "reached"), "GO": str(folder / "go")}
        for path in self.environment.values():
            os.mkfifo(path)
        self._reached = os.open(folder / "reached", os.O_RDONLY | os.O_NONBLOCK)

    def wait(self) -> bytes:
        """The next that happens there: b"1" when the build comes, b"" when its process ends."""
        ready, _, _ = select.select([self._reached], [], [], 120)
        assert ready, "nothing happened within two minutes"
        return os.read(self._reached, 1)

    def let_on(self) -> None:
        Path(self.environment["GO"]).open("w").close()

    def close(self) -> None:
        os.close(self._reached)


@pytest.fixture
def pause(tmp_path: Path) -> Iterator[Pause]:
    """Where builds that are given its environment wait."""
    pause = Pause(tmp_path)
    yield pause
    pause.close()


def start(
    settings: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "hadau", "-f", str(settings), "build", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )


def build(
    settings: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    process = start(settings, *arguments, environment=environment)
    output, errors = process.communicate()
    return process.returncode, output, errors


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def hidden_beside(settings: Path) -> list[str]:
    return sorted(path.name for path in settings.parent.iterdir() if path.name.startswith("."))


def retitle(settings: Path) -> None:
    """Change the guide, so that a new site would differ from the old."""
    guide = settings.parent / "content" / "guide.yml"
    guide.write_text(guide.read_text().replace("From seed to plate", "From plate to seed"))


@pytest.fixture(scope="module")
def first_site() -> dict[str, bytes]:
    """The files of the first site that a test asked for; the guide is the same for all."""
    return {}


@pytest.fixture
def old(settings: Path, first_site: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a site that stands before the build that a test is about."""
    site = settings.parent / "site"
    if first_site:
        for name, content in first_site.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
    else:
        code, _, errors = build(settings)
        assert (code, errors) == (0, "")
        first_site.update(files_of(site))
    retitle(settings)
    return first_site


def test_a_build_says_in_one_line_what_it_made(settings: Path) -> None:
    code, output, errors = build(settings, "--strict")
    site = settings.parent / "site"
    pages = len(list(site.rglob("index.html")))
    assert (code, errors) == (0, "")
    assert output.startswith(f"Built {pages} pages in ")
    assert output.endswith(f" seconds: {site}\n")
    assert hidden_beside(settings) == [".site.lock"]


def test_a_time_that_is_asked_for_is_used(settings: Path) -> None:
    day = 86_400 * 20_000
    build(settings, environment={"SOURCE_DATE_EPOCH": str(day)})
    site = settings.parent / "site"
    assert (site / "sitemap.xml.gz").read_bytes()[4:8] == day.to_bytes(4, "little")


def test_a_new_site_takes_nothing_over_from_the_old(settings: Path, old: dict[str, bytes]) -> None:
    site = settings.parent / "site"
    (site / "stale.html").write_text("gone from the guide")
    code, _, _ = build(settings)
    new = files_of(site)
    assert code == 0
    assert list(new) == list(old)
    assert b"From plate to seed" in new["en/index.html"]
    assert hidden_beside(settings) == [".site.lock"]


def test_problems_stop_a_build_and_are_told_once(settings: Path, old: dict[str, bytes]) -> None:
    (settings.parent / "content" / "notes.txt").write_text("")
    code, output, errors = build(settings, "--strict")
    assert (code, output) == (1, "")
    assert errors == (
        'content/notes.txt:1:1: warning: nothing reads "notes.txt" [unknown-file]\n'
        "  expected: one of guide.yml, glossary.yml, terms.yml\n"
        "  mend: delete it, or move it out of the folder of content\n"
        "0 error(s), 1 warning(s)\n"
    )
    assert files_of(settings.parent / "site") == old


def test_warnings_are_told_and_the_site_is_built(settings: Path) -> None:
    (settings.parent / "content" / "notes.txt").write_text("")
    code, output, errors = build(settings)
    assert code == 0
    assert output.startswith("Built ")
    assert errors.endswith("0 error(s), 1 warning(s)\n")


def test_a_failure_of_mkdocs_leaves_the_old_site(settings: Path, old: dict[str, bytes]) -> None:
    late = settings.parent / "late.py"
    late.write_text("def on_post_build(config):\n    raise SystemExit('the hook would not')\n")
    code, output, errors = build(settings)
    assert (code, output) == (1, "")
    assert errors.startswith("Error: MkDocs could not build the site.\n")
    assert errors.endswith("the hook would not\n")
    assert "DEBUG" not in errors
    assert files_of(settings.parent / "site") == old
    assert hidden_beside(settings) == [".site.lock"]


def test_what_mkdocs_says_is_shown_when_asked_for(settings: Path) -> None:
    code, _, errors = build(settings, "--verbose")
    assert code == 0
    assert "Building page cy/index.md\n" in errors


def test_a_site_that_lacks_a_page_is_not_put_in_place(
    settings: Path, old: dict[str, bytes]
) -> None:
    late = settings.parent / "late.py"
    late.write_text(
        "from pathlib import Path\n"
        "def on_post_build(config):\n    Path(config.site_dir, '404.html').unlink()\n"
    )
    assert build(settings) == (1, "", "Error: MkDocs made a site without 404.html.\n")
    assert files_of(settings.parent / "site") == old


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX systems")
def test_a_disk_that_takes_no_more_leaves_the_old_site(
    settings: Path, old: dict[str, bytes]
) -> None:
    command = f'ulimit -f 64; exec "{sys.executable}" -m hadau -f "{settings}" build'
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: MkDocs could not build the site.\n")
    assert "File too large" in result.stderr
    assert files_of(settings.parent / "site") == old
    assert hidden_beside(settings) == [".site.lock"]
    count("faults")


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and signals of Linux")
def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(
    settings: Path, old: dict[str, bytes], pause: Pause
) -> None:
    site = settings.parent / "site"
    process = start(settings, environment=pause.environment)
    assert pause.wait() == b"1"
    process.kill()
    process.communicate()
    assert pause.wait() == b"", "MkDocs outlived the build"
    assert files_of(site) == old
    half, lock = hidden_beside(settings)
    assert half.startswith(".site-new-")
    assert lock == ".site.lock"
    assert (settings.parent / half / "assets").is_dir()
    code, _, errors = build(settings)
    assert (code, errors) == (0, "")
    assert b"From plate to seed" in (site / "en" / "index.html").read_bytes()
    assert hidden_beside(settings) == [".site.lock"]
    count("faults")


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and signals of Linux")
def test_ctrl_c_leaves_the_old_site_and_nothing_else(
    settings: Path, old: dict[str, bytes], pause: Pause
) -> None:
    process = start(settings, environment=pause.environment)
    assert pause.wait() == b"1"
    # A terminal sends Ctrl-C to every process of the command.
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate()
    site = settings.parent / "site"
    assert (process.returncode, output) == (130, "")
    assert errors == f"\nStopped. Nothing half-made stands in {site}.\n"
    assert files_of(site) == old
    assert hidden_beside(settings) == [".site.lock"]
    count("faults")


@pytest.mark.skipif(sys.platform != "linux", reason="pipes and signals of Linux")
def test_of_two_builds_at_once_the_second_stops(settings: Path, pause: Pause) -> None:
    site = settings.parent / "site"
    first = start(settings, environment=pause.environment)
    assert pause.wait() == b"1"
    assert build(settings) == (
        1,
        "",
        f"Error: another build is at work on {site}\n  mend: wait until it has ended\n",
    )
    pause.let_on()
    _, errors = first.communicate()
    assert (first.returncode, errors) == (0, "")
    assert (site / "index.html").is_file()
    count("faults")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
def test_a_site_that_is_a_link_stays_a_link(settings: Path, tmp_path: Path) -> None:
    served = tmp_path / "served" / "garden"
    site = settings.parent / "site"
    site.symlink_to(served)
    for _ in ("first", "second"):
        code, _, errors = build(settings)
        assert (code, errors) == (0, "")
        assert site.is_symlink()
        assert (served / "index.html").is_file()
    assert sorted(path.name for path in served.parent.iterdir()) == [".garden.lock", "garden"]


def test_a_refused_folder_is_not_touched(settings: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "letter.txt").write_text("Annwyl bawb")
    code, output, errors = build(settings, "--site-dir", str(papers))
    assert (code, output) == (1, "")
    assert errors == (
        f"Error: the site cannot be put in {papers}: "
        "it holds letter.txt but is not a site, and the build would delete it\n"
        "  expected: a site made before, an empty folder, or a new one\n"
        "  mend: name another folder with --site-dir, or empty this one yourself\n"
    )
    assert files_of(papers) == {"letter.txt": b"Annwyl bawb"}
    assert hidden_beside(papers) == []
