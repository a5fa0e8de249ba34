"""The same pages come from MkDocs and from ProperDocs, and a failing guide spoils no site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOSTS = {"mkdocs": ["mkdocs"], "properdocs": ["properdocs"]}


def build(host: str, settings: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", host, "build", "--strict", "-f", str(settings), "-d", str(site)],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"},
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
    """A project with the real guide's settings, with files that a test may spoil."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("hooks", "overrides", "content"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_properdocs_builds_the_same_files_as_mkdocs(tmp_path: Path) -> None:
    sites = {}
    for host in HOSTS:
        site = tmp_path / host
        result = build(host, ROOT / "mkdocs.yml", site)
        assert result.returncode == 0, result.stderr
        sites[host] = files_of(site)
    assert list(sites["properdocs"]) == list(sites["mkdocs"])
    differing = [
        name for name, content in sites["mkdocs"].items() if sites["properdocs"][name] != content
    ]
    assert differing == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_guide_with_a_problem_leaves_the_old_site_byte_for_byte(
    host: str, project: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    assert build(host, project / "mkdocs.yml", site).returncode == 0
    before = files_of(site)
    (project / "references.bib").write_text("@book{unclosed, title = {A", "utf-8")

    result = build(host, project / "mkdocs.yml", site)

    assert result.returncode == 1
    assert "[bad-bibtex]" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert files_of(site) == before
