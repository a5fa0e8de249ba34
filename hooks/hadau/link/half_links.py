"""What can be told of a text only by what the guide holds, or by where the text stands."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..model.places import Loc, Places
from ..problems import Position, Problem

_SINGLE_BRACKETS = re.compile(r"(?<!\[)\[([\w:.+/-]+)\](?!\])")


def find_half_links(
    html: str, loc: Loc, places: Places, entries: Container[str], keys: Container[str]
) -> Iterator[Problem]:
    """Ids of entries and citation keys in single brackets, which are no link."""
    for found in _SINGLE_BRACKETS.finditer(html):
        name = found[1]
        if name in entries or name in keys:
            yield Problem(
                places.within(loc, found.group()),
                "unclear-link",
                f'"{found.group()}" is no link, and names what there is',
                "[[shared-goals]] for an entry, [@rees2019] for a work",
                f"write [[{name}]]" if name in entries else f"write [@{name}]",
                "warning",
            )


def more_than_a_line(at: Position) -> Problem:
    """A list, table or quotation where one paragraph stands."""
    return Problem(
        at,
        "more-than-a-line",
        "here stands one paragraph, and no list, table or quotation",
        "words that can be read as one",
        r"join the lines; before a full stop or hyphen at the beginning write a stroke: 1\. or \-",
    )
