"""Where the sources of a guide stand as files for reference managers."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote

from .linked import Address

Format = Literal["bib", "ris", "json"]
"""A format by the ending of its files."""

FORMATS: dict[Format, str] = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""The name of each format."""

FOLDER = "references"
"""The folder below the root of the site that has a file for each source."""


def list_path(page: Address, form: Format) -> str:
    """The file with the whole list: beside the page of references, such as `en/references.bib`."""
    return f"{page.url.rstrip('/')}.{form}"


def entry_path(key: str, form: Format) -> str:
    """The file with one source, such as `references/rees2019.bib`.

    A letter that a file system may not take stands as its number, and so does a capital, since
    some file systems do not tell `Key` from `key`.
    """
    name = re.sub(r"[^a-z0-9_-]", lambda sign: f".{ord(sign[0]):x}.", key)
    return f"{FOLDER}/{name}.{form}"


def way_to(path: str, page: Address) -> str:
    """The way from a page to a file of the site, as it stands in an `href`."""
    return "../" * page.url.count("/") + quote(path)
