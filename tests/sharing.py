"""What is costly to make, and is made once for all the processes that run the tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


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
