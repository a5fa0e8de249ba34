"""The built sites and the browser, once for all tests; a context for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .serving import ROOT, Site, build_site, serve_site
from .visiting import (
    DESKTOP,
    FLAGS,
    KINDS,
    Kind,
    OpenPage,
    Scheme,
    Visit,
    find_chromium,
    visit,
)

SEEDS = ROOT / "tests/cases/seeds"


def _build(settings_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    build_site(ROOT / settings_name, folder)
    with serve_site(folder) as site:
        yield site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real guide."""
    yield from _build("mkdocs.yml", tmp_path_factory)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The second guide, which has the kinds of entry that the real one lacks."""
    yield from _build("tests/cases/seeds/mkdocs.yml", tmp_path_factory)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=5_000)
    with sync_playwright() as playwright:
        # No test may depend on another host, nor tell one that it was run.
        flags = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages whose contexts are checked at the end for every fault that was noted."""
    visits: list[Visit] = []

    def open_(
        url: str,
        *,
        width: int = DESKTOP,
        scheme: Scheme = "light",
        script: bool = True,
        missing: bool = False,
    ) -> Page:
        origin = "/".join(url.split("/")[:3]) + "/"
        visits.append(visit(browser, origin, width=width, scheme=scheme, script=script))
        if missing:
            visits[-1].missing.add(url)
        page = visits[-1].context.new_page()
        page.goto(url)
        return page

    yield open_
    for each in visits:
        each.context.close()
    assert [fault for each in visits for fault in each.faults] == []


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
