"""Readers of a site: a browser's context that notes everything that goes wrong in it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
)

from ..figures import count

Scheme = Literal["light", "dark"]
Guide = Literal["site", "seeds"]

PHONE, DESKTOP = 360, 1280
TABLET = 1000
"""Too narrow for the menu beside the page."""
TIMEOUT = 10_000
"""Milliseconds that something may take on a busy machine before it counts as missing."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


class Kind(NamedTuple):
    """A kind of page, by one page of the kind."""

    name: str
    guide: Guide
    """Which guide the page belongs to."""
    english: str
    """The path of the page in English."""
    welsh: str | None = None
    """The path in Welsh, where the sitemap does not say."""

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


KINDS = (
    Kind("home", "site", "en/"),
    Kind("section", "site", "en/introduction/"),
    Kind("section without entries", "site", "en/organisational-leadership/"),
    Kind("contents", "seeds", "en/contents/"),
    Kind("map", "seeds", "en/map/"),
    Kind("entries of a kind", "seeds", "en/frameworks/"),
    Kind("framework", "site", "en/frameworks/power-spectrum/"),
    Kind("case study", "site", "en/case-studies/transforming-mental-health/"),
    Kind("conversation", "site", "en/conversations/what-do-i-do-well/"),
    Kind("checklist", "site", "en/checklists/should-we-collaborate/"),
    Kind("glossary", "seeds", "en/glossary/"),
    Kind("references", "seeds", "en/references/"),
    Kind("prose", "site", "en/about/"),
    Kind("state of the guide", "seeds", "en/state-of-the-guide/"),
    Kind("quiz", "seeds", "en/quizzes/soil-quiz/"),
    Kind("notes", "seeds", "en/your-notes/"),
    Kind("pack", "seeds", "en/workshop-pack/"),
    Kind("scale and list", "seeds", "en/tools/how-wet/"),
    Kind("weighing", "seeds", "en/tools/dig-or-not/"),
    Kind("decision path", "seeds", "en/tools/what-to-grow/"),
    Kind("statements", "seeds", "en/tools/my-habits/"),
)
"""Every kind of page that has the menus of its language around it.

Lists are those of the second guide: they are made alike, and take a tenth of the time.
"""

LONG_LISTS = (
    Kind("long contents", "site", "en/contents/"),
    Kind("many entries of a kind", "site", "en/frameworks/"),
    Kind("long glossary", "site", "en/glossary/"),
    Kind("many references", "site", "en/references/"),
)
"""The same lists with all that the real guide puts in them."""

LANDING = Kind("landing", "site", "", "")
NOT_FOUND = Kind("not found", "site", "en/nonsense/", "cy/nonsense/")


def find_chromium() -> str:
    """The browser to test with."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("HADAU_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert found, "no Chromium was found: install one, or name it in HADAU_CHROMIUM"
    return found


@dataclass
class Visit:
    """A reader's context with one page, and what went wrong in it."""

    context: BrowserContext
    page: Page
    origin: str = ""
    missing: str | None = None
    """An address that the test knows to be missing."""
    faults: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note every fault from now on."""
        self.context.on("console", self._on_console)
        self.context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        self.context.on("request", self._on_request)
        self.context.on("requestfailed", self._on_failure)
        self.context.on("response", self._on_response)

    def open(self, url: str, *, width: int, scheme: Scheme, missing: bool) -> Page:
        """Open an address as a reader with this screen does."""
        self.origin = "/".join(url.split("/")[:3]) + "/"
        self.missing = url if missing else None
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce")
        self.page.goto(url)
        count("pages")
        return self.page

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.location.get("url") == self.missing:
            return
        if message.type in ("error", "warning", "assert"):
            self.faults.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        count("requests")
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"request to another host: {request.url}")

    def _on_failure(self, request: Request) -> None:
        # A reader who follows a link before the page has loaded stops what was on its way.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and response.url != self.missing:
            self.faults.append(f"status {response.status}: {response.url}")


class OpenPage(Protocol):
    """Opens an address of a guide."""

    def __call__(
        self,
        url: str,
        *,
        width: int = DESKTOP,
        scheme: Scheme = "light",
        script: bool = True,
        missing: bool = False,
    ) -> Page: ...


def visit(browser: Browser, *, script: bool) -> Visit:
    """A new context with a page that notes what goes wrong."""
    context = browser.new_context(
        java_script_enabled=script, reduced_motion="reduce", locale="cy-GB"
    )
    context.set_default_timeout(TIMEOUT)
    found = Visit(context, context.new_page())
    found.watch()
    return found


def tab_to(page: Page, wanted: str, *, most: int = 150) -> None:
    """Press Tab until an element has the focus, as a reader without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"not reached in {most} presses of Tab: {wanted}")
