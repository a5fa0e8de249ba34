"""JSON-LD in a page: what it is, and the way to it (https://schema.org/BreadcrumbList)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..model.page import Built, MenuItem, Page

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What would end the `<script>` that holds the data."""


def write_json_ld(page: Page, trail: Iterable[MenuItem], built: Built, site_url: str) -> str:
    """The data of a page and the pages above it, as JSON that may stand in a `<script>`."""
    nodes: list[Any] = [page.data]
    steps = [
        (item.title, built.addresses[item.key, page.language].url) for item in trail if item.key
    ]
    if steps:
        nodes.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": place, "name": title, "item": site_url + url}
                    for place, (title, url) in enumerate(
                        [*steps, (page.title, page.address.url)], 1
                    )
                ],
            }
        )
    data = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
