"""HTML that an author wrote inside Markdown: allowed only where cleaning changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import zip_longest

import nh3

_FROM_MARKDOWN = frozenset(
    "a blockquote br code em hr li ol p pre strong table tbody td th thead tr ul".split()
)
_FROM_AUTHORS = frozenset(
    "abbr b bdi cite dfn i kbd mark q s small span sub sup time var wbr".split()
)
_ALLOWED = _FROM_MARKDOWN | _FROM_AUTHORS
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "dfn": {"title"},
    "time": {"datetime"},
    "ol": {"start"},
    "code": {"class"},
    "td": {"class"},
    "th": {"class"},
}
_VOID = frozenset({"br", "hr", "wbr"})
_VALUES = {
    # https://www.rfc-editor.org/info/bcp47
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile("ltr|rtl|auto"),
    # As many digits as a list of Markdown may begin with.
    "start": re.compile(r"[0-9]{1,9}"),
}
"""What may stand in the attributes that sheets to print understand as well."""

_TAG = re.compile(r"""<[a-z](?:[^=<>]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>]++)?)*+>""", re.IGNORECASE)

_Event = tuple[str, str, tuple[tuple[str, str], ...]]


def find_unclean(html: str) -> Iterator[str]:
    """The first part of some HTML that cleaning would take away, add or change, if any.

    nh3 drops whatever follows an unclosed `<svg>` or `<math>`, so a text that it changes is
    refused rather than shown in part. Source: https://docs.rs/ammonia.
    """
    cleaned = nh3.clean(
        html,
        tags=set(_ALLOWED),
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        link_rel=None,
        strip_comments=True,
    )
    before, after = _events(html), _events(cleaned)
    if before != after:
        yield _shown(_first_changed(before, after))


def find_strange_values(html: str) -> Iterator[tuple[str, str]]:
    """Attributes that may stand here, with values that nothing can use: their names and values."""
    for _, _, attributes in _events(html):
        for name, value in attributes:
            if name in _VALUES and not _VALUES[name].fullmatch(value):
                yield name, value


def escape_attributes(html: str) -> str:
    """Clean HTML with no angle bracket inside a tag, so that whatever reads `<` finds a tag."""
    return _TAG.sub(
        lambda tag: f"<{tag[0][1:-1].replace('<', '&lt;').replace('>', '&gt;')}>",
        html,
    )


def _first_changed(before: list[_Event], after: list[_Event]) -> _Event:
    """The element at which cleaning first makes a difference, or the words where it has none."""
    pairs = zip_longest(before, after)
    place = next(i for i, (old, new) in enumerate(pairs) if old != new)
    closes = [events[place : place + 1] for events in (before, after)]
    if all(event[0] == "close" for run in closes for event in run):  # opened and never closed
        names = {event[1] for event in closes[1]}
        opened = [event for event in before[:place] if event[0] == "open" and event[1] in names]
        if opened:
            return opened[-1]
    rest = before[place:] or after[place:]
    elements = [event for event in rest if event[0] != "words"] or rest
    return next((event for event in elements if event[1] not in _ALLOWED), elements[0])


def _shown(event: _Event) -> str:
    kind, words, attributes = event
    if kind == "open":
        return f"<{words}{''.join(f' {name}' for name, _ in attributes)}>"
    return f"</{words}>" if kind == "close" else words.strip()[:40]


def _events(html: str) -> list[_Event]:
    """The elements and words of some HTML, however it is spelt."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[_Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(
            ("open", tag, tuple(sorted((name, value or "") for name, value in attrs)))
        )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # To a browser the stroke in <b/> means nothing: the element stays open.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.events.append(("close", tag, ()))

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        if self.events and self.events[-1][0] == "words":
            data = self.events.pop()[1] + data
        self.events.append(("words", data, ()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", "<!--", ()))

    def handle_decl(self, decl: str) -> None:
        self.events.append(("comment", "<!", ()))

    def handle_pi(self, data: str) -> None:
        self.events.append(("comment", "<?", ()))

    def unknown_decl(self, data: str) -> None:
        self.events.append(("comment", "<![", ()))
