"""The names of a page and its guide where the theme or paper shows them."""

from __future__ import annotations

import re

from markupsafe import escape

from ..model.text import Language
from .frame import Frame
from .repairs import ThemeChanged

_ROOT = "<html "
_NAMES_OF_GUIDE = (
    r'<a (?=href="[^"]*" title="[^"]*" class="md-header__button md-logo")',
    r'<div (?=class="md-header__topic">)',
)
_NAME_OF_PAGE = r'<div (?=class="md-header__topic" data-md-component="header-topic")'


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


def mark_names(html: str, frame: Frame) -> str:
    """A page whose header says in which language the names in it are, where they are lent.

    Raises ThemeChanged when the header has no such name.
    """
    for pattern in _NAMES_OF_GUIDE:
        html = _mark(html, pattern, frame.site_language)
    return _mark(html, _NAME_OF_PAGE, frame.title_language)


def _mark(html: str, pattern: str, language: Language | None) -> str:
    if language is None:
        return html
    marked, found = re.subn(pattern, rf'\g<0>lang="{language}" ', html)
    if found != 1:
        raise ThemeChanged(f"found {found} times instead of once: {pattern}")
    return marked
