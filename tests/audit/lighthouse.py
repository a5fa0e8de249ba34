"""Pages measured by Lighthouse on a simulated phone, served as a static host serves them."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ..browser.visiting import FLAGS, find_chromium

FOLDER = Path(__file__).parent / "node"
COMMAND = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST: Mapping[str, int] = {
    "accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98,
}  # fmt: skip
"""The least score of each category, of 100."""
TRIES = 3
"""Performance is measured again when it falls short: another program may have had the processor."""


class _Host(SimpleHTTPRequestHandler):
    """Compresses what shrinks, and lets browsers keep it, as hosts of static sites do."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
    }

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        path = path if path.is_file() else Path(self.directory) / "404.html"
        kind = self.guess_type(path)
        shrinks = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        shrinks = shrinks and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compress(path) if shrinks else path.read_bytes()
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        )
        if shrinks:
            self.send_header("Content-Encoding", "gzip")
        seconds = 31_536_000 if self.path.startswith("/assets/") else 600
        self.send_header("Cache-Control", f"max-age={seconds}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serve_compressed(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine, until the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(url: str) -> tuple[dict[str, int], list[str]]:
    """The score of a page in each category, of 100, and what falls short with its reasons.

    A page that asks search engines to leave it out is not measured for them.
    """
    scores, faults = _measure(url)
    for _ in range(TRIES - 1):
        if scores["performance"] >= LEAST["performance"]:
            break
        again, others = _measure(url)
        if again["performance"] > scores["performance"]:
            scores, faults = again, others
    return scores, faults


def _measure(url: str) -> tuple[dict[str, int], list[str]]:
    assert COMMAND.exists(), "run make audit, which installs Lighthouse"
    flags = ("--headless", *FLAGS)
    done = subprocess.run(
        [
            "node",
            COMMAND,
            url,
            "--quiet",
            "--output=json",
            "--disable-full-page-screenshot",
            f"--chrome-flags={' '.join(flags)}",
        ],
        env={**os.environ, "CHROME_PATH": find_chromium()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    audits = result["audits"]
    scores, faults = {}, []
    for name, category in result["categories"].items():
        weighty = [each["id"] for each in category["auditRefs"] if each["weight"]]
        modes = {id_: audits[id_]["scoreDisplayMode"] for id_ in weighty}
        judged = [id_ for id_ in weighty if modes[id_] in ("binary", "numeric", "metricSavings")]
        short = [id_ for id_ in judged if (audits[id_]["score"] or 0) < 1]
        if name == "seo" and "is-crawlable" in short:
            continue
        scores[name] = round(100 * (category["score"] or 0))
        if scores[name] < LEAST[name]:
            reasons = (f"{id_} {audits[id_].get('displayValue', '')}".strip() for id_ in short)
            faults.append(f"{name} {scores[name]}: {', '.join(reasons)}")
    return scores, faults
