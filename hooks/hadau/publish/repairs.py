"""Repairs to the theme's HTML that CSS cannot make.

Each repair must find what it mends, so that an upgrade of the theme that changes it stops the
build instead of bringing the fault back. Remove one when Material has mended it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from ..model.guide import WordForms

UNKEPT = "hd-unkept"
"""The id of the form whose boxes and buttons browsers do not fill in again by themselves."""


class ThemeChanged(Exception):
    """The theme's HTML is no longer what a repair expects."""


def repair_html(html: str, words: Mapping[str, WordForms]) -> str:
    """One page of Material 9.8 with its faults mended.

    Raises ThemeChanged when a fault is not where it was.
    """

    def mend(pattern: str, replacement: str, *, times: int) -> None:
        nonlocal html
        html, found = re.subn(pattern, replacement, html, flags=re.DOTALL)
        if found != times:
            raise ThemeChanged(f"found {found} times instead of {times}: {pattern}")

    dialog, menu, skip = (
        str(escape(str(words[key]))).replace("\\", "&#92;")
        for key in ("search.dialog", "menu.open", "skip")
    )
    # The hidden checkboxes of drawer and search have no name, and are no controls of a reader's.
    # Browsers would bring back what was ticked on an earlier visit. HTML lets a checkbox say
    # against that only by the form that it belongs to; boxes in the pages' bodies belong to it too.
    mend(
        r'(<input class="md-toggle" data-md-toggle="(?:drawer|search)"[^>]*?) autocomplete="off">',
        rf'\1 form="{UNKEPT}" aria-hidden="true" tabindex="-1">',
        times=2,
    )
    mend(
        r'(<input class="md-toggle" data-md-toggle="drawer")',
        rf'<form id="{UNKEPT}" method="dialog" autocomplete="off" hidden></form>\n\1',
        times=1,
    )
    # The drawer opens by a label, which no keyboard reaches. Without script it stands open.
    mend(
        r'<label class="md-header__button md-icon" for="__drawer">(.*?)</label>',
        r'<button type="button" class="md-header__button md-icon hd-with-script" '
        rf'data-hd="drawer" aria-expanded="false" aria-label="{menu}">\1</button>',
        times=1,
    )
    # Search opens by a label on a phone, too.
    mend(
        r'<label class="md-header__button md-icon" for="__search">(.*?)</label>',
        r'<button type="button" class="md-header__button md-icon hd-search-button" '
        rf'data-hd="search" aria-label="{dialog}">\1</button>',
        times=1,
    )
    # The skip link leads past the beginning of the page to its first heading, or is missing.
    mend(
        r'<div data-md-component="skip">.*?</div>',
        rf'<div data-md-component="skip"><a href="#hd-main" class="md-skip">{skip}</a></div>',
        times=1,
    )
    mend(r'(<main class="md-main") ', r'\1 id="hd-main" tabindex="-1" ', times=1)
    return html
