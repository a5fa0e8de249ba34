"""The safe HTML of a text as a tree of plain data, for formats that are not HTML.

A block is `{"p": […]}`, `{"ul": [[block…]…]}`, `{"ol": …, "start"}`, `{"quote": [block…]}`,
`{"table": …}` or `{"in": {"language", "blocks"}}`. Within a line stand texts and `{"em": […]}`,
`{"strong": …}`, `{"code": …}`, `{"sub": …}`, `{"sup": …}`, `{"s": …}`, `{"break": None}`,
`{"link": {"to", "words"}}` and `{"in": {"language", "words"}}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

Node = str | dict[str, Any]
"""A piece of a line, or a block."""

_NAMES = {
    **dict.fromkeys(("em", "i", "cite", "dfn"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("code", "kbd"), "code"),
    **{name: name for name in ("sub", "sup", "s")},
}
_LISTS = ("ul", "ol")
_SPACE = re.compile(r"[ \t\r\n]+")


def read_flow(html: str, locate: Callable[[str], str]) -> list[dict[str, Any]]:
    """The blocks of a text. `locate` makes a whole address of what stands in an `href`."""
    reader = _Reader(locate)
    reader.feed(html)
    reader.close()
    return _blocks(reader.root)


def read_line(html: str, locate: Callable[[str], str]) -> list[Node]:
    """A text as one line, its blocks run together."""
    line: list[Node] = []
    for block in read_flow(html, locate):
        line += [" "] if line else []
        line += _run_together(block)
    return line


def _run_together(block: Node) -> list[Node]:
    if isinstance(block, str):
        return [block]
    if "p" in block:
        return list(block["p"])
    items: list[Node] = []
    for group in (block[name] for name in (*_LISTS, "quote") if name in block):
        for item in group:
            for inner in item if isinstance(item, list) else [item]:
                items += [" "] if items else []
                items += _run_together(inner)
    return items


class _Element:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[_Element | str] = []


class _Reader(HTMLParser):
    """Builds the tree of elements. The HTML is nh3's, so that every element is closed."""

    def __init__(self, locate: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Element("root", {})
        self._open = [self.root]
        self._locate = locate

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, dict(attrs))
        if tag == "a":
            element.attributes["href"] = self._locate(element.attributes.get("href") or "")
        self._open[-1].children.append(element)
        if tag not in ("br", "hr", "wbr"):
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


_BLOCKS = {"p", "ul", "ol", "blockquote", "table", "pre", "hr", "div"}


def _blocks(element: _Element) -> list[dict[str, Any]]:
    """What an element holds as blocks; words outside any paragraph become one."""
    found: list[dict[str, Any]] = []
    line: list[Node] = []

    def end_line() -> None:
        trimmed = _trim(line)
        if trimmed:
            found.append({"p": trimmed})
        line.clear()

    for child in element.children:
        if isinstance(child, str) or child.tag not in _BLOCKS:
            line += _inline(child)
            continue
        end_line()
        if child.tag in _LISTS:
            items = [item for item in child.children if isinstance(item, _Element)]
            found.append({child.tag: [_blocks(item) for item in items]})
            if start := child.attributes.get("start"):
                found[-1]["start"] = int(start)
        elif child.tag == "blockquote":
            found.append({"quote": _blocks(child)})
        elif child.tag == "table":
            found.append({"table": _table(child)})
        elif child.tag == "pre":
            found.append({"p": _code_lines(child)})
        elif language := child.attributes.get("lang"):
            found.append({"in": {"language": language.split("-")[0], "blocks": _blocks(child)}})
        else:
            found += _blocks(child)
    end_line()
    return found


def _inline(child: _Element | str) -> list[Node]:
    if isinstance(child, str):
        plain = _SPACE.sub(" ", child)
        return [plain] if plain else []
    words: list[Node] = [node for inner in child.children for node in _inline(inner)]
    if child.tag == "br":
        return [{"break": None}]
    if child.tag == "q":
        words = ["“", *words, "”"]
    if child.tag == "a":
        words = [{"link": {"to": child.attributes["href"], "words": words}}]
    elif name := _NAMES.get(child.tag):
        words = [{name: words}]
    if language := child.attributes.get("lang"):
        words = [{"in": {"language": language.split("-")[0], "words": words}}]
    return words


def _trim(line: list[Node]) -> list[Node]:
    trimmed = list(line)
    if trimmed and isinstance(trimmed[0], str):
        trimmed[0] = trimmed[0].lstrip()
    if trimmed and isinstance(trimmed[-1], str):
        trimmed[-1] = trimmed[-1].rstrip()
    return [node for node in trimmed if node != ""]


def _table(table: _Element) -> dict[str, Any]:
    rows = [[_cell(cell) for cell in _find(row, "td", "th")] for row in _find(table, "tr")]
    return {"columns": len(rows[0]), "head": rows[0], "rows": rows[1:]}


def _cell(cell: _Element) -> list[Node]:
    return _trim([node for child in cell.children for node in _inline(child)])


def _find(element: _Element, *tags: str) -> list[_Element]:
    found: list[_Element] = []
    for child in element.children:
        if isinstance(child, _Element):
            found += [child] if child.tag in tags else _find(child, *tags)
    return found


def _code_lines(element: _Element) -> list[Node]:
    lines = _text(element).strip("\n").split("\n")
    nodes: list[Node] = []
    for line in lines:
        nodes += [{"break": None}] if nodes else []
        nodes.append({"code": [line]})
    return nodes


def _text(element: _Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)
