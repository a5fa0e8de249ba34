"""The running head of a page on paper."""

from __future__ import annotations

from markupsafe import escape

from .frame import Frame
from .repairs import ThemeChanged

_ROOT = "<html "


def name_print(html: str, frame: Frame) -> str:
    """A page that says on its root what stands at the head of each sheet of paper.

    A style sheet can hand only the root's own attributes to the margins of paper.

    Raises ThemeChanged when the page has no root to say it on.
    """
    before, root, after = html.partition(_ROOT)
    if not root:
        raise ThemeChanged(f"found no {_ROOT}")
    names = [frame.site] if frame.is_home else [frame.title, frame.site]
    head = escape(" · ".join([*names, str(frame.words["language.name"])]))
    return f'{before}{root}data-hd-head="{head}" {after}'
