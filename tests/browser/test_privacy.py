"""A page asks no other host, breaks no policy and keeps only what `docs/privacy.md` says.

The suite opens every page of the second guide; with HADAU_EVERY set, every page of both.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .serving import ROOT, Site
from .visiting import DESKTOP, PHONE, TIMEOUT, Visit

GUIDES = ("seeds", "site") if os.environ.get("HADAU_EVERY") else ("seeds",)
WATCH = """
  const note = (where, name) => tell(`${where} ${name}`)
  addEventListener("securitypolicyviolation", event =>
    note("policy", `${event.effectiveDirective} ${event.blockedURI}`))
  const set = Storage.prototype.setItem
  Storage.prototype.setItem = function (name, value) {
    note(this === localStorage ? "local storage" : "session storage", name)
    return set.call(this, name, value)
  }
  Object.defineProperty(document, "cookie", { get: () => "", set: text => note("cookie", text) })
  const ways = [[IDBFactory, "open"], [CacheStorage, "open"], [Navigator, "sendBeacon"],
    [ServiceWorkerContainer, "register"], [RTCPeerConnection, "createOffer"]]
  for (const [kind, name] of ways)
    kind.prototype[name] = () => { note("kept or sent by", name); throw new Error("no") }
"""


@pytest.fixture(scope="module", params=GUIDES)
def hosted(request: pytest.FixtureRequest) -> Iterator[Site]:
    """A guide as a host serves it that is told what `_headers` says."""
    built: Site = request.getfixturevalue(request.param)
    lines = (built.folder / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    headers = [line.strip().split(": ", 1) for line in lines[1:]]

    class Told(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Told, directory=str(built.folder)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"http://127.0.0.1:{server.server_port}/", built.folder, built.site_url)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def all_noted() -> list[str]:
    return []


@pytest.fixture
def noted(all_noted: list[str]) -> list[str]:
    """What pages keep, and what their policy refuses, from the beginning of a test."""
    all_noted.clear()
    return all_noted


@pytest.fixture(scope="module")
def reader(browser: Browser, all_noted: list[str]) -> Iterator[Visit]:
    """A reader whose every trace is noted."""
    context = browser.new_context(reduced_motion="reduce", locale="cy-GB")
    context.set_default_timeout(TIMEOUT)
    context.expose_function("tell", lambda told: all_noted.append(told))
    context.add_init_script(WATCH)
    found = Visit(context, context.new_page())
    found.watch()
    yield found
    context.close()


def test_no_page_breaks_its_policy_asks_another_host_or_keeps_anything(
    hosted: Site, reader: Visit, noted: list[str]
) -> None:
    paths = [*hosted.alternates, "404.html"]
    for path in paths:
        width = PHONE if len(path) % 2 else DESKTOP
        page = reader.open(hosted.url(path), width=width, scheme="light", missing=False)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert (path, page.evaluate("localStorage.length + sessionStorage.length")) == (path, 0)
        assert (path, noted) == (path, [])
    assert reader.faults == []
    assert reader.context.cookies() == []


def documented() -> set[str]:
    """What `docs/privacy.md` says is kept."""
    told = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\S+)` \| (local|session) storage \|", told, re.MULTILINE)
    return {f"{where} storage {key}" for key, where in rows}


def test_what_readers_do_keeps_what_is_documented_and_nothing_else(
    hosted: Site, reader: Visit, noted: list[str]
) -> None:
    if hosted.site_url != "https://gardd.example.org/":
        pytest.skip("one guide has every kind of exercise")

    def use(path: str, *, width: int = DESKTOP) -> Page:
        return reader.open(hosted.url(path), width=width, scheme="light", missing=False)

    page = use("en/glossary/")
    page.locator("[data-md-component=palette] button:visible").click()
    page.locator(".md-search__input").fill("soil")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__item")).not_to_have_count(0)
    page.keyboard.press("Escape")
    page = use("en/frameworks/soil-ladder/?sides")
    expect(page.locator("h1 .hd-side")).to_have_count(2)
    page.locator("article a[data-note]").first.focus()
    page.evaluate("document.querySelectorAll('article details').forEach(each => each.open = true)")
    page.locator("button[data-hd=remember]").first.click()
    page.locator("header a[data-hd=language]").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    for path in ("quizzes/soil-quiz", "tools/how-wet", "tools/my-habits", "tools/what-to-grow"):
        page = use(f"en/{path}/")
        page.locator("article input[type=radio]:visible").first.check()
        if page.locator("[data-step-on]").count():
            page.locator("[data-step-on]").click()
    page = use("en/tools/dig-or-not/")
    page.locator("article textarea:visible, article input[type=text]:visible").first.fill("x")
    page = use("en/workshop-pack/")
    page.locator("article input[type=checkbox]:visible").first.check()
    page = use("en/your-notes/", width=PHONE)
    expect(page.locator(".hd-notes li")).to_have_count(5)
    kept = {re.sub(r"(?<=/\.hadau\.)\S+", "EXERCISE", each) for each in noted}
    assert kept == documented()
    assert reader.context.cookies() == []
    assert reader.faults == []
