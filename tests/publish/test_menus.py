"""The menus of each language."""

from __future__ import annotations

from hadau.model.linked import Linked
from hadau.model.page import Built, MenuItem
from hadau.model.text import LANGUAGES
from hadau.publish.menus import MOST_LINES, list_pages, make_menu, shorten


def outline(items: tuple[MenuItem, ...], depth: int = 0) -> list[str]:
    found = []
    for item in items:
        found += [f"{'  ' * depth}{item.title}: {item.key}", *outline(item.children, depth + 1)]
    return found


def test_a_menu_leads_to_the_front_page_the_sections_and_the_rest(seeds_linked: Linked) -> None:
    assert outline(make_menu(seeds_linked, "en")) == [
        "Home: home",
        "The soil: section/soil",
        "  Frameworks: None",
        "    The soil ladder: entry/soil-ladder",
        "  Case studies: None",
        "    The school garden: entry/school-garden",
        "  Thinking tools: None",
        "    My habits: entry/my-habits",
        "    To dig or not?: entry/dig-or-not",
        "  Quizzes: None",
        "    The soil quiz: entry/soil-quiz",
        "Sowing and watering: section/sowing",
        "  Frameworks: None",
        "    The water spectrum: entry/watering",
        "    The year of the bed: entry/year-of-the-bed",
        "  Conversations: None",
        "    The end of the season: entry/end-of-season",
        "  Checklists: None",
        "    Ready to sow?: entry/ready-to-sow",
        "  Thinking tools: None",
        "    How wet?: entry/how-wet",
        "    What to grow?: entry/what-to-grow",
        "Contents: contents",
        "  Map of the guide: map",
        "  Frameworks: kind/frameworks",
        "  Conversations: kind/conversations",
        "  Checklists: kind/checklists",
        "  Case studies: kind/case-studies",
        "  Thinking tools: kind/tools",
        "  Quizzes: kind/quizzes",
        "  A pack for your workshop: pack",
        "  Glossary: glossary",
        "  References: references",
        "  Your notes: notes",
        "  State of the guide: status",
        "  About the guide: page/about",
    ]


def test_each_language_has_its_own_words_and_order(seeds_linked: Linked) -> None:
    tools = [
        item.title
        for item in list_pages(make_menu(seeds_linked, "cy"))
        if item.key in ("entry/how-wet", "entry/what-to-grow")
    ]
    assert tools == ["Beth i’w dyfu?", "Pa mor wlyb?"]


def test_every_page_is_in_the_menu_of_its_language_once(any_built: Built) -> None:
    for language in LANGUAGES:
        keys = [item.key for item in list_pages(any_built.menus[language])]
        assert sorted(map(str, keys)) == sorted(
            page.key for page in any_built.pages if page.language == language
        )


def lines(count: int) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(str(n), f"entry/{n}") for n in range(count))


def test_a_short_menu_is_shown_whole() -> None:
    assert shorten(lines(MOST_LINES), "entry/3") == lines(MOST_LINES)


def test_a_long_menu_shows_the_lines_nearest_the_page() -> None:
    for here, first in ((0, 0), (3, 0), (50, 30), (99, 60)):
        shown = shorten(lines(100), f"entry/{here}")
        assert [item.title for item in shown] == [str(n) for n in range(first, first + MOST_LINES)]


def test_a_long_menu_shows_its_beginning_where_the_page_is_elsewhere() -> None:
    assert shorten(lines(100), "home") == lines(100)[:MOST_LINES]
