"""A page without a fault, in a browser of its own, and the faults that are planted into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..browser.serving import Site
from ..browser.visiting import Visit, visit
from ..figures import uncounted
from .lighthouse import serve_compressed

PLANTED = Path(__file__).parent / "planted"
Plant = Callable[[str, str], Site]
"""Makes a site of the sound page with some of its HTML replaced."""


@pytest.fixture(scope="session")
def lookers(browser: Browser) -> Iterator[dict[bool, Visit]]:
    """A window with script and one without."""
    windows = {script: visit(browser, script=script) for script in (True, False)}
    yield windows
    for window in windows.values():
        window.context.close()


@pytest.fixture(autouse=True)
def uncounted_faults() -> Iterator[None]:
    """What is planted is no fault of the site's."""
    with uncounted():
        yield


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Plant]:
    (tmp_path / "404.html").write_text("lost")
    with serve_compressed(tmp_path) as origin:

        def make(sound: str, faulty: str) -> Site:
            html = (PLANTED / "sound.html").read_text("utf-8")
            assert html.count(sound) == 1
            (tmp_path / "index.html").write_text(html.replace(sound, faulty))
            (tmp_path / "sound.html").write_text(html)
            return Site(origin=origin, folder=tmp_path, site_url=origin)

        yield make
