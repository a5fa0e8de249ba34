"""A built site, served as a static host serves it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

from hadau.publish.building import BUILD_TIME

from .reading import Element, read_page

ROOT = Path(__file__).parents[2]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGES = ("cy", "en")


class _StaticHost(SimpleHTTPRequestHandler):
    """Shows the page for lost readers at every address without a file."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        # As static hosts do: what has the version in its name is asked for once.
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A reader who leaves a page stops what was on its way to it.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@dataclass
class Site:
    """A site on this machine. Paths are those of its pages, such as `cy/geirfa/`."""

    origin: str
    """The address of its root, with a slash at the end."""
    folder: Path
    site_url: str
    """The address that it is made for."""
    _pages: dict[str, Element] = field(default_factory=dict, repr=False)

    def url(self, path: str) -> str:
        return self.origin + path

    def path(self, url: str) -> str:
        """The path of an address on this machine."""
        assert url.startswith(self.origin), url
        return url.removeprefix(self.origin)

    def fetch(self, path: str) -> tuple[int, str]:
        """The status and the content at a path."""
        try:
            with urllib.request.urlopen(self.url(path), timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8")

    def html(self, path: str) -> str:
        """The HTML of a page that is there."""
        status, html = self.fetch(path)
        assert (path, status) == (path, 200)
        return html

    def page(self, path: str) -> Element:
        """A page that is there."""
        if path not in self._pages:
            self._pages[path] = read_page(self.html(path))
        return self._pages[path]

    def follow(self, path: str, href: str) -> str:
        """Where a link leads, as a path of this site without its anchor."""
        return self.path(urldefrag(urljoin(self.url(path), href)).url)

    @cached_property
    def alternates(self) -> dict[str, dict[str, str]]:
        """What the sitemap says: the whole addresses of each page in its languages."""
        _, text = self.fetch("sitemap.xml")
        found = {}
        for url in ElementTree.fromstring(text).iter(f"{SITEMAP}url"):
            address = url.findtext(f"{SITEMAP}loc", "")
            assert address.startswith(self.site_url), address
            found[address.removeprefix(self.site_url)] = {
                link.attrib["hreflang"]: link.attrib["href"] for link in url.iter(f"{XHTML}link")
            }
        return found

    def paths(self, language: str) -> list[str]:
        """The pages of one language."""
        return [path for path in self.alternates if path.startswith(f"{language}/")]

    def pair(self, path: str, language: str) -> str:
        """The path of a page in a language."""
        return self.alternates[path][language].removeprefix(self.site_url)

    @cached_property
    def guide(self) -> Any:
        """The open data of the guide."""
        return json.loads(self.fetch("guide.json")[1])


def build_site(settings: Path, folder: Path) -> None:
    """Build a guide into a folder, as strictly and with the same time as it is published."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings), "-d", folder],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": BUILD_TIME},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@contextmanager
def serve_site(folder: Path) -> Iterator[Site]:
    """Serve a folder on this machine until the end."""
    handler = partial(_StaticHost, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = ElementTree.parse(folder / "sitemap.xml").getroot()
        yield Site(
            origin=f"http://127.0.0.1:{server.server_port}/",
            folder=folder,
            site_url=root.findtext(f"{SITEMAP}url/{SITEMAP}loc", ""),
        )
        server.shutdown()
