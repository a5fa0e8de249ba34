"""Where pages stand, and how one page leads to another."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import product

import pytest

from hadau.link.addresses import make_short_addresses
from hadau.model.linked import Address, Linked
from hadau.model.page import Built
from hadau.model.text import LANGUAGES, Language


def test_each_language_has_addresses_of_its_own(seeds_linked: Linked) -> None:
    found = {
        key: tuple(seeds_linked.addresses[key, language].url for language in LANGUAGES)
        for key in (
            "landing",
            "home",
            "contents",
            "kind/case-studies",
            "glossary",
            "references",
            "section/soil",
            "section/sowing",
            "page/about",
            "entry/soil-ladder",
            "entry/watering",
            "entry/ready-to-sow",
        )
    }
    assert found == {
        "landing": ("", ""),
        "home": ("cy/", "en/"),
        "contents": ("cy/cynnwys/", "en/contents/"),
        "kind/case-studies": ("cy/astudiaethau-achos/", "en/case-studies/"),
        "glossary": ("cy/geirfa/", "en/glossary/"),
        "references": ("cy/cyfeiriadau/", "en/references/"),
        "section/soil": ("cy/y-pridd/", "en/soil/"),
        "section/sowing": ("cy/hau/", "en/sow/"),
        "page/about": ("cy/am/", "en/about/"),
        "entry/soil-ladder": ("cy/fframweithiau/pyramid-y-pridd/", "en/frameworks/soil-ladder/"),
        "entry/watering": ("cy/fframweithiau/sbectrwm-y-dwr/", "en/frameworks/watering/"),
        "entry/ready-to-sow": ("cy/rhestrau-gwirio/yn-barod-i-hau/", "en/checklists/ready-to-sow/"),
    }


def test_every_page_stands_in_every_language_once(any_built: Built) -> None:
    keys = {key for key, _ in any_built.addresses}
    assert set(any_built.addresses) == set(product(keys, LANGUAGES))
    paths = [page.address.path for page in any_built.pages]
    assert len(paths) == len(set(paths)) == (len(keys) - 1) * len(LANGUAGES)


def test_no_page_stands_outside_its_language(any_built: Built) -> None:
    for page in any_built.pages:
        assert page.address.url.startswith(f"{page.language}/")
        assert posixpath.normpath(page.address.path) == page.address.path


@pytest.mark.parametrize(
    ("key", "url", "path"),
    [
        ("landing", "", "index.md"),
        ("home", "cy/", "cy/index.md"),
        ("section/soil", "cy/pridd/", "cy/pridd/index.md"),
        ("kind/tools", "cy/offer/", "cy/offer/index.md"),
        ("glossary", "cy/geirfa/", "cy/geirfa.md"),
        ("entry/bed", "cy/offer/gwely/", "cy/offer/gwely.md"),
    ],
)
def test_a_page_is_made_from_the_file_that_gives_its_address(key: str, url: str, path: str) -> None:
    assert Address(key, "cy", url).path == path


@pytest.mark.parametrize(
    ("from_", "to", "anchor", "href"),
    [
        ("cy/", "cy/geirfa/", None, "geirfa/"),
        ("cy/geirfa/", "cy/", None, "../"),
        ("cy/offer/gwely/", "cy/geirfa/", "tomwellt", "../../geirfa/#tomwellt"),
        ("cy/geirfa/", "en/glossary/", None, "../../en/glossary/"),
        ("cy/geirfa/", "cy/geirfa/", None, "./"),
        ("cy/geirfa/", "cy/geirfa/", "a", "#a"),
        ("cy/", "", None, "../"),
        ("", "cy/", None, "cy/"),
        ("cy/", "cy/geirfa/", "ref-b:2/ŵ", "geirfa/#ref-b%3A2/%C5%B5"),
    ],
)
def test_the_way_from_one_page_to_another_is_relative(
    from_: str, to: str, anchor: str | None, href: str
) -> None:
    page, other = Address("a", "cy", from_), Address("b", "cy", to)
    assert other.href_from(page, anchor) == href


SECTIONS = """
sections:
  - id: soil
    title: {cy: Pridd, en: Soil}
    summary: {cy: Popeth am bridd., en: All about soil.}
    intro: {cy: Dechreuwch yma., en: Begin here.}
  - id: water
    title: {cy: Dŵr, en: Water}
    summary: {cy: Popeth am ddŵr., en: All about water.}
    intro: {cy: Dechreuwch yma., en: Begin here.}
    slug: {cy: dwr,
      en: soil}
"""


def test_a_section_that_would_stand_on_another_is_told_at_its_slug(
    problems_with: Callable[[Mapping[str, str]], str],
) -> None:
    guide = """\
title: {cy: Gwely, en: A bed}
tagline: {cy: O hedyn i blât, en: From seed to plate}
summary: {cy: Canllaw bach., en: A small guide.}
home: {lead: {cy: Croeso., en: Welcome.}}
credit: {cy: Prawf., en: A test.}"""
    assert problems_with({"content/guide.yml": guide + SECTIONS}) == (
        "content/guide.yml:16:11: error: this page and section/soil would both stand at en/soil/"
        " [same-address]\n"
        "  expected: an address of its own for each page\n"
        "  mend: write `slug: {en: …}` with other words for one of them\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_page_of_the_engine_that_would_stand_on_another_is_told_in_the_guide(
    problems_with: Callable[[Mapping[str, str]], str],
) -> None:
    assert problems_with(
        {
            "content/interface/cy.yml": "slug.status: cynnwys\n",
            "content/interface/en.yml": "slug.status: state\n",
        }
    ) == (
        "content/guide.yml:1:1: error: this page and contents would both stand at cy/cynnwys/"
        " [same-address]\n"
        "  expected: an address of its own for each page\n"
        "  mend: write `slug: {cy: …}` with other words for one of them\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_short_address_never_changes_because_it_is_printed() -> None:
    assert make_short_addresses([("entry/soil-ladder", "cy"), ("entry/soil-ladder", "en")]) == {
        ("entry/soil-ladder", "cy"): "77n95/",
        ("entry/soil-ladder", "en"): "29v5c/",
    }


def test_entries_alone_have_short_addresses() -> None:
    assert (
        make_short_addresses([("home", "cy"), ("section/soil", "cy"), ("page/about", "en")]) == {}
    )


def test_short_addresses_grow_only_where_they_would_meet() -> None:
    keys: list[tuple[str, Language]] = [(f"entry/{number}", "cy") for number in range(3_000)]
    found = make_short_addresses(keys)
    assert len(set(found.values())) == len(keys)
    assert Counter(map(len, found.values())) == {len("23456/"): 2_998, len("234567/"): 2}
    assert make_short_addresses(reversed(keys)) == found
