"""What many tests share: settings, and what is costly and made once for all processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]

SETTINGS = f"""\
site_name: Gwely / A bed
site_url: https://gardd.example.org/
docs_dir: content
exclude_docs: "*.yml"
hooks: ["{ROOT}/hooks/mkdocs_events.py"]
theme: {{name: material, custom_dir: "{ROOT}/overrides", language: cy, font: false}}
extra: {{generator: false, scope: /, alternate: true}}
extra_css: [assets/hadau/theme.css]
plugins: [search: {{lang: en, pipeline: []}}]
markdown_extensions: [attr_list, toc: {{toc_depth: 2-3}}]
"""
"""Settings by which MkDocs builds a guide that stands anywhere."""


class Shelf:
    """A folder for one run of the tests, in which each thing is made by whoever wants it first."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        # Each process of pytest-xdist has a folder of its own in that of the run.
        self._folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
        self._folder.mkdir(exist_ok=True)

    def get(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of a name, which `make` fills when it is first asked for."""
        folder = self._folder / name
        with FileLock(f"{folder}.lock"):
            if not folder.exists():
                new = self._folder / f"{name}.new"
                make(new)
                new.rename(folder)
        return folder
