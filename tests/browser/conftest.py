"""The built sites and the browser, once for all tests; a context for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .serving import Site, serve_site
from .visiting import (
    DESKTOP,
    KINDS,
    Kind,
    OpenPage,
    Scheme,
    Visit,
    visit,
)


@pytest.fixture(scope="session")
def site(own_site: Path) -> Iterator[Site]:
    """The real guide."""
    with serve_site(own_site) as site:
        yield site


@pytest.fixture(scope="session")
def seeds(seeds_site: Path) -> Iterator[Site]:
    """The second guide, which has the kinds of entry that the real one lacks."""
    with serve_site(seeds_site) as site:
        yield site


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages in contexts of their own, for tests that leave something behind.

    Every fault on the way fails the test at its end.
    """
    visits: list[Visit] = []

    def open_(
        url: str,
        *,
        width: int = DESKTOP,
        scheme: Scheme = "light",
        script: bool = True,
        missing: bool = False,
    ) -> Page:
        visits.append(visit(browser, script=script))
        return visits[-1].open(url, width=width, scheme=scheme, missing=missing)

    yield open_
    for each in visits:
        each.context.close()
    assert [fault for each in visits for fault in each.faults] == []


@pytest.fixture(scope="session")
def lookers(browser: Browser) -> Iterator[dict[bool, Visit]]:
    """A context with script and one without, in which nothing is left behind."""
    found = {script: visit(browser, script=script) for script in (True, False)}
    yield found
    for each in found.values():
        each.context.close()


@pytest.fixture
def look_at(lookers: dict[bool, Visit]) -> Iterator[OpenPage]:
    """Open pages one after another in one window, which takes a third of the time of a new one.

    Every fault on the way fails the test at its end.
    """

    def open_(
        url: str,
        *,
        width: int = DESKTOP,
        scheme: Scheme = "light",
        script: bool = True,
        missing: bool = False,
    ) -> Page:
        looker = lookers[script]
        if looker.page.url != "about:blank":
            # The theme keeps the palette that it showed.
            looker.page.evaluate("localStorage.clear()")
            looker.page.goto("about:blank")
        return looker.open(url, width=width, scheme=scheme, missing=missing)

    yield open_
    faults = [fault for looker in lookers.values() for fault in looker.faults]
    for looker in lookers.values():
        looker.faults.clear()
    assert faults == []


@pytest.fixture(params=KINDS, ids=str)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind of page in turn."""
    found: Kind = request.param
    return found


@pytest.fixture
def guide(kind: Kind, request: pytest.FixtureRequest) -> Site:
    """The guide that a page of this kind belongs to."""
    found: Site = request.getfixturevalue(kind.guide)
    return found


@pytest.fixture(params=["site", "seeds"])
def any_site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found
