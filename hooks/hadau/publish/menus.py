"""The menus of each language."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.guide import Guide
from ..model.kinds import KINDS, kind_of
from ..model.linked import Linked
from ..model.page import MenuItem
from ..model.text import Language

MOST_LINES = 60
"""How many entries a menu shows at once; those nearest the page when there are more.

The cost of a page must not grow with the guide, and nobody reads a longer menu.
"""


def make_menu(linked: Linked, language: Language) -> tuple[MenuItem, ...]:
    """The whole menu of one language: the front page, the sections with their entries, the rest."""
    guide = linked.guide
    words = guide.words[language]
    items = [MenuItem(str(words["page.home"]), "home")]
    for section in guide.about.sections:
        lines = tuple(
            MenuItem(guide.entries[id_].title.of(language), f"entry/{id_}")
            for id_ in linked.order[language]
            if guide.entries[id_].section == section.id
        )
        items.append(MenuItem(section.title.of(language), f"section/{section.id}", lines))
    items.append(MenuItem(str(words["page.more"]), None, tuple(_rest(guide, language))))
    return tuple(items)


def shorten(lines: tuple[MenuItem, ...], key: str) -> tuple[MenuItem, ...]:
    """The lines of a menu around a page, at most MOST_LINES of them."""
    if len(lines) <= MOST_LINES:
        return lines
    here = next((i for i, line in enumerate(lines) if line.key == key), 0)
    start = min(max(here - MOST_LINES // 2, 0), len(lines) - MOST_LINES)
    return lines[start : start + MOST_LINES]


def _rest(guide: Guide, language: Language) -> Iterator[MenuItem]:
    words = guide.words[language]
    present = {kind_of(entry) for entry in guide.entries.values()}
    for kind in KINDS:
        if kind in present:
            yield MenuItem(str(words[f"kind.{kind}"]), f"kind/{kind}")
    if guide.glossary:
        yield MenuItem(str(words["page.glossary"]), "glossary")
    if guide.sources:
        yield MenuItem(str(words["page.references"]), "references")
    for page in sorted(guide.pages, key=lambda page: (page.order, page.id)):
        yield MenuItem(page.title.of(language), f"page/{page.id}")
