"""The sheets of the second guide, made once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from hadau.load.settings import find_project
from hadau.model.downloads import Download
from hadau.model.guide import Project
from hadau.model.linked import Linked
from hadau.pipeline import check_guide
from hadau.render.sheets.making import make_sheets

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def seeds() -> Project:
    return find_project(ROOT / "tests" / "cases" / "seeds" / "mkdocs.yml")


@pytest.fixture(scope="session")
def seeds_linked(seeds: Project) -> Linked:
    linked, _ = check_guide(seeds)
    assert linked is not None
    return linked


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sheets of these tests are kept."""
    return tmp_path_factory.mktemp("sheets")


@pytest.fixture(scope="session")
def sheets(seeds: Project, seeds_linked: Linked, kept: Path) -> Mapping[str, Download]:
    """Every sheet by its name: the name of its file for readers of Welsh."""
    made, problems = make_sheets(seeds_linked, seeds, kept)
    assert problems == []
    return {file.urls["cy"].rpartition("/")[2]: file for files in made.values() for file in files}
