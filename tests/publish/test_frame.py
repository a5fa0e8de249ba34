"""What stands around a page: trail, neighbours, languages and the open part of the menu."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hadau.model.linked import Address
from hadau.model.page import Built, MenuItem, Page
from hadau.model.text import LANGUAGES
from hadau.publish.frame import MOST_AT_FOOT, Frame, Framer, Line
from hadau.publish.menus import MOST_LINES

ASSETS = Path(__file__).parents[2] / "overrides" / "assets" / "hadau"
SITE = "https://gardd.example.org/"


@pytest.fixture
def frames(seeds_built: Built) -> dict[str, Frame]:
    """The frame of every page of the second guide, by its address."""
    framer = Framer(seeds_built, SITE)
    return {page.address.url: framer.frame(page) for page in seeds_built.pages}


def shown(lines: tuple[Line, ...]) -> list[tuple[str, str | None]]:
    return [(line.title, line.href) for line in lines]


def test_a_frame_says_what_the_page_is(frames: dict[str, Frame]) -> None:
    frame = frames["cy/fframweithiau/sbectrwm-y-dwr/"]
    assert (frame.language, frame.title, frame.site) == ("cy", "Sbectrwm y dŵr", "Gardd lysiau")
    assert frame.description == "O sych i wlyb, a beth mae pob un yn ei wneud."
    assert frame.tagline == "O’r pridd i’r plât"
    assert frame.canonical == "https://gardd.example.org/cy/fframweithiau/sbectrwm-y-dwr/"
    assert frame.home == "../../"
    assert frame.default == SITE
    assert frame.words["page.home"] == "Hafan"
    assert not frame.is_home
    assert frames["cy/"].is_home


def test_the_trail_leads_back_to_the_front_page(frames: dict[str, Frame]) -> None:
    assert shown(frames["en/frameworks/watering/"].trail) == [
        ("Home", "../../"),
        ("Sowing and watering", "../../sow/"),
    ]
    assert shown(frames["en/sow/"].trail) == [("Home", "../")]
    assert shown(frames["en/glossary/"].trail) == [("Home", "../"), ("Contents", "../contents/")]
    assert frames["en/"].trail == ()


def test_previous_and_next_follow_the_menu_and_stay_in_the_language(
    frames: dict[str, Frame],
) -> None:
    frame = frames["en/frameworks/watering/"]
    assert frame.previous is not None
    assert frame.next is not None
    assert (frame.previous.title, frame.previous.href) == ("Sowing and watering", "../../sow/")
    assert (frame.next.title, frame.next.href) == ("The year of the bed", "../year-of-the-bed/")
    assert frames["en/"].previous is None
    assert frames["cy/am/"].next is None
    assert frames["cy/am/"].previous is not None


def test_each_page_leads_to_itself_in_every_language(any_built: Built) -> None:
    framer = Framer(any_built, SITE)
    urls = {(page.key, page.language): page.address.url for page in any_built.pages}
    for page in any_built.pages:
        alternates = framer.frame(page).alternates
        assert [alternate.language for alternate in alternates] == list(LANGUAGES)
        for alternate in alternates:
            url = posixpath.normpath(posixpath.join(page.address.url, alternate.href)) + "/"
            assert url == urls[page.key, alternate.language]
            assert alternate.absolute == SITE + url


def test_a_language_is_named_in_itself(frames: dict[str, Frame]) -> None:
    assert [alternate.name for alternate in frames["en/"].alternates] == ["Cymraeg", "English"]


def test_the_menu_is_open_at_the_page_and_closed_elsewhere(frames: dict[str, Frame]) -> None:
    menu = {line.title: line for line in frames["en/frameworks/watering/"].menu}
    assert menu["The soil"].children == ()
    assert not menu["The soil"].inside
    sowing = menu["Sowing and watering"]
    assert sowing.inside
    assert not sowing.current
    (here,) = [line for group in sowing.children for line in group.children if line.current]
    assert (here.title, here.href) == ("The water spectrum", "./")
    assert [line.title for line in frames["en/frameworks/watering/"].tabs if line.inside] == [
        "Sowing and watering"
    ]


def test_every_page_is_marked_once_in_its_own_menu(any_built: Built) -> None:
    framer = Framer(any_built, SITE)

    def current(lines: tuple[Line, ...]) -> list[Line]:
        return [
            line
            for item in lines
            for line in ([item] if item.current else []) + current(item.children)
        ]

    for page in any_built.pages:
        (line,) = current(framer.frame(page).menu)
        assert line.title in (page.title, str(any_built.words[page.language]["page.home"]))


def test_the_foot_leads_to_the_pages_about_the_guide(frames: dict[str, Frame]) -> None:
    assert [(line.title, line.href) for line in frames["cy/hau/"].about] == [
        ("Am y canllaw", "../am/")
    ]


def test_the_foot_leads_to_no_more_pages_than_a_reader_takes_in(seeds_built: Built) -> None:
    pages = tuple(MenuItem(f"{n}", "page/about") for n in range(MOST_AT_FOOT + 1))
    home = next(page for page in seeds_built.pages if page.key == "home")
    menus = {language: (*menu[:1], *pages) for language, menu in seeds_built.menus.items()}
    about = Framer(replace(seeds_built, menus=menus), SITE).frame(home).about
    assert [line.title for line in about] == [f"{n}" for n in range(MOST_AT_FOOT)]


def test_what_a_frame_holds_does_not_grow_with_the_guide(seeds_built: Built) -> None:
    def lines_of(count: int) -> int:
        keys = [f"entry/{n}" for n in range(count)]
        addresses = {
            **seeds_built.addresses,
            **{(key, "cy"): Address(key, "cy", f"cy/{key}/") for key in keys},
            **{(key, "en"): Address(key, "en", f"en/{key}/") for key in keys},
        }
        group = MenuItem("Frameworks", None, tuple(MenuItem(key, key) for key in keys))
        menu = (MenuItem("Home", "home"), MenuItem("Soil", "section/soil", (group,)))
        built = replace(seeds_built, addresses=addresses, menus={"cy": menu, "en": menu})
        page = Page(addresses[keys[count // 2], "en"], "x", "x", "", "framework")
        return count_lines(Framer(built, SITE).frame(page).menu)

    def count_lines(lines: tuple[Line, ...]) -> int:
        return sum(1 + count_lines(line.children) for line in lines)

    assert lines_of(100) == lines_of(1_600) == MOST_LINES + 3


def test_a_page_names_the_scripts_and_styles_of_its_own_elements(any_built: Built) -> None:
    framer = Framer(any_built, "https://example.org/")
    for page in any_built.pages:
        frame = framer.frame(page)
        names = [*frame.components, *frame.later]
        # What shows notes is fetched when a reader first comes to one.
        elements = set(re.findall("<hd-([a-z]+)", page.body)) - {"popover"}
        assert (page.key, elements - {name.rpartition("/")[2] for name in names}) == (
            page.key,
            set(),
        )
        for name in names:
            assert (ASSETS / f"{name}.mjs").is_file()
            assert (ASSETS / f"{name}.css").is_file()
