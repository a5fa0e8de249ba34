"""The menus of each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.kinds import KINDS, kind_of
from ..model.lent import say
from ..model.linked import Linked, PageKey
from ..model.page import MenuItem
from ..model.text import Language

MOST_LINES = 40
"""How many entries of one kind a menu shows: those nearest the page when there are more.

The cost of a page must not grow with the guide, and nobody reads a longer menu.
"""


def make_menu(linked: Linked, language: Language) -> tuple[MenuItem, ...]:
    """The whole menu of one language: the front page, the sections with their entries, the rest."""
    guide = linked.guide
    words = guide.words[language]
    items = [MenuItem(str(words["page.home"]), "home")]
    for section in guide.about.sections:
        items.append(
            MenuItem(
                say(section.title, language),
                f"section/{section.id}",
                tuple(_entries(linked, section.id, language)),
            )
        )
    items.append(MenuItem(str(words["page.contents"]), "contents", tuple(_rest(linked, language))))
    return tuple(items)


def list_pages(menu: Sequence[MenuItem]) -> Iterator[MenuItem]:
    """Every line of a menu that leads to a page, in reading order."""
    for item in menu:
        if item.key is not None:
            yield item
        yield from list_pages(item.children)


def shorten(items: tuple[MenuItem, ...], key: PageKey) -> tuple[MenuItem, ...]:
    """The lines of a menu nearest to a page, at most MOST_LINES of them."""
    if len(items) <= MOST_LINES:
        return items
    here = next((place for place, item in enumerate(items) if item.key == key), 0)
    start = min(max(here - MOST_LINES // 2, 0), len(items) - MOST_LINES)
    return items[start : start + MOST_LINES]


def _entries(linked: Linked, section: str, language: Language) -> Iterator[MenuItem]:
    """The entries of a section, under the name of their kind where there are several kinds."""
    guide = linked.guide
    kinds: dict[str, list[MenuItem]] = {}
    for id_ in linked.order[language]:
        entry = guide.entries[id_]
        if entry.section == section:
            item = MenuItem(say(entry.title, language), f"entry/{id_}")
            kinds.setdefault(kind_of(entry), []).append(item)
    for kind, items in kinds.items():
        if len(kinds) == 1:
            yield from items
        else:
            yield MenuItem(str(guide.words[language][f"kind.{kind}"]), None, tuple(items))


def _rest(linked: Linked, language: Language) -> Iterator[MenuItem]:
    guide, words = linked.guide, linked.guide.words[language]
    if ("map", language) in linked.addresses:
        yield MenuItem(str(words["page.map"]), "map")
    for kind in KINDS:
        if ("kind/" + kind, language) in linked.addresses:
            yield MenuItem(str(words[f"kind.{kind}"]), f"kind/{kind}")
    for key in ("pack", "glossary", "references", "notes", "status"):
        if (key, language) in linked.addresses:
            yield MenuItem(str(words[f"page.{key}"]), key)
    for page in sorted(guide.pages, key=lambda page: (page.order, page.id)):
        yield MenuItem(say(page.title, language), f"page/{page.id}")
