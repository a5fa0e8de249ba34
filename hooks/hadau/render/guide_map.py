"""The map of a guide: every entry on a line by part of the guide, and arcs between those related.

The drawing is made of links, each with the arcs of its entry, so that a reader who points at an
entry or reaches it by keyboard sees what it belongs to. The page says the same as a list.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..model.entries import Entry
from ..model.lent import say_language
from .diagrams import WIDTH, break_lines
from .view import View

_LINE = 18.0
_PADDING = 10.0
_LEAST = 30.0
"""The least height of an entry, so that a finger finds it."""
_NODES = 258
"""Where the line of entries stands; their names are to its left, the arcs to its right."""
_WIDEST = 128
"""How far the control points of the longest arc stand out."""
_WORDS = 282
"""The room for a name, in the units of `break_lines`, whose letters are a little larger."""


def draw_map(view: View) -> Markup:
    """The drawing of all entries of a guide and their relations, in the language of a page."""
    places: dict[str, float] = {}
    rows: list[Markup] = []
    names: list[tuple[Entry, tuple[str, ...], float]] = []
    height = 0.0
    for section, entries in view.by_section(view.entries()):
        lines = break_lines(view.phrase(section.title), _WORDS)
        size = len(lines) * _LINE + 2 * _PADDING
        rows.append(_text(0, height + size / 2 + 4, lines, "hd-map-part", "start"))
        height += size + 4
        for entry in entries:
            lines = break_lines(view.phrase(entry.title), _WORDS)
            size = max(_LEAST, len(lines) * _LINE + _PADDING)
            places[entry.id] = height + size / 2
            names.append((entry, lines, size))
            height += size
    pairs = _pairs(view, places)
    for entry, lines, size in names:
        rows.append(_row(view, entry, lines, size, places, pairs))
    return Markup(
        '<svg class="hd-drawing hd-map" role="group" viewBox="0 0 {width} {height}" '
        'aria-labelledby="map--title"><title id="map--title">{title}</title>{rows}</svg>'
    ).format(
        width=WIDTH,
        height=round(height + _PADDING),
        title=view.word("page.map"),
        rows=Markup("").join(rows),
    )


def _pairs(view: View, ids: Iterable[str]) -> dict[str, list[tuple[str, bool]]]:
    """For each entry those it is joined to, and whether the arc is drawn with it for all to see.

    At its other end an arc is drawn once more, to be seen when that entry is looked at.
    """
    found: dict[str, list[tuple[str, bool]]] = {id_: [] for id_ in ids}
    drawn: set[frozenset[str]] = set()
    for id_, joined in found.items():
        for other in dict.fromkeys(related.id for related in view.linked.related[id_]):
            if other in found:
                pair = frozenset((id_, other))
                joined.append((other, pair not in drawn))
                drawn.add(pair)
    return found


def _row(
    view: View,
    entry: Entry,
    lines: tuple[str, ...],
    size: float,
    places: dict[str, float],
    pairs: dict[str, list[tuple[str, bool]]],
) -> Markup:
    y = places[entry.id]
    arcs = Markup("").join(
        Markup('<path class="{}" d="{}"/>').format(
            "hd-map-arc" if own else "hd-map-arc hd-map-echo", _arc(y, places[other])
        )
        for other, own in pairs[entry.id]
    )
    return Markup(
        '<g class="hd-map-entry">{arcs}<a href="{url}">'
        '<rect class="hd-map-room" x="0" y="{top}" width="{room}" height="{size}" rx="4"/>'
        '{name}<circle class="hd-map-node" cx="{x}" cy="{y}" r="4.5"/></a></g>'
    ).format(
        arcs=arcs,
        url=view.entry_url(entry.id),
        top=_number(y - size / 2),
        room=_NODES + 10,
        size=_number(size),
        name=_text(_NODES - 12, y, lines, "hd-map-name", "end"),
        x=_NODES,
        y=_number(y),
    )


def _arc(start: float, end: float) -> str:
    out = _NODES + min(_WIDEST, 20 + abs(end - start) / 6)
    return (
        f"M{_NODES} {_number(start)}C{_number(out)} {_number(start)} "
        f"{_number(out)} {_number(end)} {_NODES} {_number(end)}"
    )


def _text(x: float, y: float, lines: tuple[str, ...], name: str, anchor: str) -> Markup:
    first = y - (len(lines) - 1) * _LINE / 2
    # The spaces keep the words of two lines apart where they are read aloud.
    spans = Markup(" ").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(
            _number(x), _number(first + i * _LINE), str(line)
        )
        for i, line in enumerate(lines)
    )
    return Markup(
        '<text class="{}" text-anchor="{}" dominant-baseline="central"{}>{}</text>'
    ).format(name, anchor, say_language(lines[0]), spans)


def _number(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
