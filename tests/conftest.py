"""What many tests need: the guides among the cases, and small guides made for one test."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from hadau.load.settings import find_project
from hadau.model.guide import Project
from hadau.model.linked import Linked
from hadau.model.page import Built
from hadau.pipeline import build_guide, check_guide
from hadau.problems import as_text

from .browser.serving import build_site
from .browser.visiting import FLAGS, TIMEOUT, find_chromium
from .figures import add_figures, own_figures, tell_figures
from .sharing import Shelf

ROOT = Path(__file__).parent.parent
# Every build of the tests, wherever it stands, shares the sheets that were set before.
os.environ.setdefault("HADAU_CACHE", str(ROOT / ".cache"))
CASES = ROOT / "tests" / "cases"

# What a shell runs in the background gets no Ctrl-C, and the tests send it to what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The suite tries the same examples every time; a slow machine is no fault of the engine's.
settings.register_profile(
    "suite", derandomize=True, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
settings.load_profile("suite")

Files = Mapping[str, str | bytes]
"""What files hold, by their paths within a guide."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what the engine says into tests/cases, to be read before it is committed",
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Give what a process of pytest-xdist has counted to the one that tells."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = own_figures()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Add what a process of pytest-xdist has counted."""
    add_figures(getattr(node, "workeroutput", {}).get("figures", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was looked at and tried."""
    if lines := tell_figures():
        terminalreporter.section("looked at and tried")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected pages and problems are to be written instead of compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where things stand that are made once for all tests."""
    return Shelf(tmp_path_factory)


@pytest.fixture(scope="session")
def own_site(shelf: Shelf) -> Path:
    """The folder of the repository's own guide as MkDocs builds it, to be left as it is."""
    return shelf.get("own", lambda folder: build_site(_SETTINGS["own"], folder))


@pytest.fixture(scope="session")
def seeds_site(shelf: Shelf) -> Path:
    """The folder of the second guide as MkDocs builds it, to be left as it is."""
    return shelf.get("seeds", lambda folder: build_site(_SETTINGS["seeds"], folder))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, one for all tests: two of one process would be in each other's way."""
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as playwright:
        # No test may depend on another host, nor tell one that it was run.
        flags = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def guide_with(tmp_path: Path) -> Callable[[Files], Project]:
    """Makes a copy of the smallest sound guide with other files laid over it."""

    def make(files: Files) -> Project:
        root = tmp_path / "guide"
        if not root.exists():
            shutil.copytree(CASES / "smallest", root)
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        project = find_project(root / "mkdocs.yml")
        return replace(project, templates=ROOT / "overrides")

    return make


@pytest.fixture
def problems_with(guide_with: Callable[[Files], Project]) -> Callable[[Files], str]:
    """Says, as an editor reads it, what is wrong with the smallest guide and these files."""

    def check(files: Files) -> str:
        return as_text(check_guide(guide_with(files))[1])

    return check


@pytest.fixture(params=["seeds", "own"])
def any_built(request: pytest.FixtureRequest) -> Built:
    """Each whole guide in turn: the one among the cases and the repository's own."""
    return _build(_SETTINGS[request.param])


@pytest.fixture
def seeds_linked() -> Linked:
    """The second guide, linked."""
    linked, _ = check_guide(find_project(_SETTINGS["seeds"]))
    assert linked is not None
    return linked


@pytest.fixture
def seeds_built() -> Built:
    """The second guide, built."""
    return _build(_SETTINGS["seeds"])


@pytest.fixture
def seeds_settings() -> Path:
    """The settings of the second guide."""
    return _SETTINGS["seeds"]


_SETTINGS = {"seeds": CASES / "seeds" / "mkdocs.yml", "own": ROOT / "mkdocs.yml"}


@cache
def _build(settings: Path) -> Built:
    return build_guide(find_project(settings))[0]
