"""The same pages come from MkDocs and from ProperDocs, and a failing guide spoils no site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hadau.publish.building import BUILD_TIME

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "tests" / "cases" / "seeds"
HOSTS = ("mkdocs", "properdocs")


def build(host: str, settings: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", host, "build", "--strict", "-f", str(settings), "-d", str(site)],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": BUILD_TIME},
        capture_output=True,
        text=True,
        check=False,
    )


def files_of(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the second guide's settings, with files that a test may spoil."""
    folder = tmp_path / "guide" / "of" / "seeds"
    folder.mkdir(parents=True)
    for name in ("hooks", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(SEEDS / name, folder)
    (folder / "content").symlink_to(SEEDS / "content")
    return folder


def test_properdocs_builds_the_same_files_as_mkdocs(own_site: Path, tmp_path: Path) -> None:
    result = build("properdocs", ROOT / "mkdocs.yml", tmp_path)
    assert result.returncode == 0, result.stderr
    ours, theirs = files_of(own_site), files_of(tmp_path)
    assert list(theirs) == list(ours)
    assert [name for name, content in ours.items() if theirs[name] != content] == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_guide_with_a_problem_leaves_the_old_site_byte_for_byte(
    host: str, project: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    first = build(host, project / "mkdocs.yml", site)
    assert first.returncode == 0, first.stderr
    before = files_of(site)
    (project / "references.bib").write_text("@book{unclosed, title = {A", "utf-8")

    result = build(host, project / "mkdocs.yml", site)

    assert result.returncode == 1
    assert "[bad-bibtex]" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert files_of(site) == before
