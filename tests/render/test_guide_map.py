"""The map of a guide: every entry once, every relation from both ends, as drawing and as list."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from hadau.model.linked import Linked
from hadau.model.page import Built
from hadau.model.text import LANGUAGES, Language


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


def body(built: Built, language: Language) -> str:
    (page,) = [page for page in built.pages if (page.key, page.language) == ("map", language)]
    return page.body


def pairs(linked: Linked) -> set[frozenset[str]]:
    return {
        frozenset((id_, related.id)) for id_, all_ in linked.related.items() for related in all_
    }


def test_every_entry_stands_once_in_the_drawing_as_a_link_to_its_page(
    language: Language, seeds_built: Built, seeds_linked: Linked
) -> None:
    (drawing,) = re.findall("<svg.*?</svg>", body(seeds_built, language), re.DOTALL)
    links = re.findall(r'<a href="([^"]*)">(.*?)</a>', drawing)
    here = seeds_linked.addresses["map", language]
    assert Counter(href for href, _ in links) == Counter(
        seeds_linked.addresses[f"entry/{id_}", language].href_from(here)
        for id_ in seeds_linked.guide.entries
    )
    names = [" ".join(re.sub("<[^>]*>", "", inside).split()) for _, inside in links]
    assert sorted(names) == sorted(
        entry.title.of(language) for entry in seeds_linked.guide.entries.values()
    )
    assert 'role="img"' not in drawing


def test_each_pair_has_one_arc_for_all_and_one_for_its_other_end(
    language: Language, seeds_built: Built, seeds_linked: Linked
) -> None:
    drawing = body(seeds_built, language)
    wanted = len(pairs(seeds_linked))
    assert wanted > 10
    assert drawing.count('<path class="hd-map-arc" ') == wanted
    assert drawing.count('<path class="hd-map-arc hd-map-echo" ') == wanted
    # What is drawn twice is drawn between the same heights.
    ends = [
        frozenset(re.findall(r"M258 ([\d.]+)C.* ([\d.]+)$", data)[0])
        for data in re.findall(r'<path class="hd-map[^>]* d="([^"]*)"', drawing)
    ]
    assert set(Counter(ends).values()) == {2}


def test_the_list_says_the_same_relations_as_the_drawing(
    language: Language, seeds_built: Built, seeds_linked: Linked
) -> None:
    listed = body(seeds_built, language).partition("{#list--}")[2]
    items = re.split(r'<li id="map--([a-z0-9-]+)">', listed)[1:]
    found = {
        frozenset((id_, other))
        for id_, words in zip(*[iter(items)] * 2, strict=True)
        for other in re.findall(r'<a href="#map--([a-z0-9-]+)">', words)
    }
    assert found == pairs(seeds_linked)
