"""Pages that open from a folder."""

from __future__ import annotations

import re

FOLDER = "assets/hadau/"
"""Where a site keeps its own modules."""
SCRIPT = f"{FOLDER}folder.js"
"""Where the plain script of a bundle stands."""

_MODULE = re.compile(
    rf'<script type="module" src="(?P<way>[^"]*?){FOLDER}(?P<name>[^"]+)"></script>'
)
_LINK = re.compile(r'(?P<before>\bhref="|\bcontent="0; url=)(?P<way>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|$", re.IGNORECASE)


def settle_page(html: str) -> str:
    """A page with one plain script for its modules, and links to files rather than folders."""
    names = [found["name"] for found in _MODULE.finditer(html)]
    html = _LINK.sub(lambda link: f'{link["before"]}{_name_file(link["way"])}"', html)
    if not names:
        return html
    first = _MODULE.search(html)
    way = first["way"] if first else ""
    start = f'<script defer src="{way}{SCRIPT}" data-start="{" ".join(names)}"></script>'
    html = _MODULE.sub(start, html, count=1)
    return _MODULE.sub("", html)


def _name_file(way: str) -> str:
    """The way to the file that a host shows for a folder; any other way as it is."""
    if _ELSEWHERE.match(way):
        return way
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", way, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.endswith("/"):
        path += "index.html"
    elif path.rpartition("/")[2] in (".", ".."):
        path += "/index.html"
    return f"{path}{mark}{rest}"
