"""Everything that is wrong with a built site."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from ..model.page import Built
from ..problems import Position, Problem
from .heads import find_broken_pairs, find_faults_of_heads
from .links import find_dead_links, find_lost_names, find_orphans
from .sharing import share
from .site import BuiltSite, read_site
from .wording import find_foreign_words, find_silent_pictures

_CHECKS = (
    find_dead_links,
    find_lost_names,
    find_orphans,
    find_faults_of_heads,
    find_broken_pairs,
    find_silent_pictures,
    find_foreign_words,
)


def inspect_site(
    folder: Path, shown: str, site_url: str, built: Built | None = None
) -> tuple[int, list[Problem]]:
    """How many HTML files a site has, and every problem in them; what pages share is told once.

    `shown` is the folder as problems name it. `built` is the guide that the site should be made
    from, where it is sound: it tells which file each page was made from.

    Raises OSError where a file cannot be read.
    """
    if not (folder / "index.html").is_file():
        return 0, [
            Problem(
                Position(shown),
                "no-site",
                "there is no site in this folder",
                "a site that has been built",
                "run `hadau build`, or name the folder with --site-dir",
            )
        ]
    sources = {page.address.url: page.source for page in built.pages} if built else {}
    site = read_site(folder, shown, site_url, sources)
    old = _find_age(site, built) if built else ()
    return len(site.pages), share([*old, *find_problems(site)])


def find_problems(site: BuiltSite) -> Iterator[Problem]:
    """Every problem of a site, as often as it stands there."""
    return chain.from_iterable(check(site) for check in _CHECKS)


def _find_age(site: BuiltSite, built: Built) -> Iterator[Problem]:
    """That the site was made before the guide was changed, where its data say so."""
    try:
        data = json.loads((site.folder / "guide.json").read_bytes())
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict) or _undated(data) != _undated(built.guide_data):
        yield Problem(
            Position(f"{site.shown}/guide.json"),
            "old-site",
            "the site was not built from the guide as it is now",
            "the site of this guide",
            "run `hadau build`, and check again",
            "warning",
        )


def _undated(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a guide without its files to take away, which a check does not make."""
    kept = {name: value for name, value in data.items() if name != "downloads"}
    entries = kept.get("entries")
    if isinstance(entries, list):
        kept["entries"] = [{**entry, "downloads": []} for entry in entries]
    return kept
