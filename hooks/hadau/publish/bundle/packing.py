"""A whole site and its sheets in one zip."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .modules import join_modules
from .pages import FOLDER, SCRIPT, settle_page

LEFT_OUT = (
    "404.html",
    "_headers",
    "nginx-headers.conf",
    "sitemap.xml",
    "sitemap.xml.gz",
    "staticwebapp.config.json",
)
"""What only a host needs."""
_PACKED_ALREADY = (".docx", ".pdf", ".png", ".woff2")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_bundle(site: Path, file: Path, folder: str) -> int:
    """Put a site that was built into a zip, all of it in one folder; how many files there are.

    The same site gives the same bytes.

    Raises UnknownFormError where a module of the site is written in a form that is not known.
    """
    number = 0
    with zipfile.ZipFile(file, "w") as zipped:
        for path, content in sorted(_list(site)):
            info = zipfile.ZipInfo(f"{folder}/{path}", _LONG_AGO)
            packed = path.endswith(_PACKED_ALREADY)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            zipped.writestr(info, content)
            number += 1
    return number


def _list(site: Path) -> Iterator[tuple[str, bytes]]:
    modules: dict[str, str] = {}
    for place in site.rglob("*"):
        path = place.relative_to(site).as_posix()
        if place.is_dir() or path in LEFT_OUT or path.endswith(".map"):
            continue
        if path.startswith(f"{FOLDER}scorm/"):
            continue
        if path.startswith(FOLDER) and path.endswith(".mjs"):
            modules[path.removeprefix(FOLDER)] = place.read_text("utf-8")
        elif path.endswith(".html"):
            html = settle_page(place.read_text("utf-8"))
            yield path, html.encode()
            if "<article" in html:
                yield f"{path}.js", _lend(path, html)
        elif "/search/" in path and path.endswith(".json"):
            yield f"{path}.js", _lend(path, place.read_text("utf-8"))
        else:
            yield path, place.read_bytes()
    yield SCRIPT, join_modules(modules).encode()


def _lend(path: str, text: str) -> bytes:
    """What scripts would fetch from a host, as a script that hands it over."""
    return (
        f"hadauFolder.keep({json.dumps(path)}, {json.dumps(text, ensure_ascii=False)})\n".encode()
    )
