"""Repairs to the theme's HTML: made where the fault is, and refused where it is not."""

from __future__ import annotations

import pytest

from hadau.load.words import load_words
from hadau.model.guide import WordForms
from hadau.publish import repairs
from hadau.publish.repairs import repair_html

Refused: type[Exception] = next(
    value
    for value in vars(repairs).values()
    if isinstance(value, type) and issubclass(value, Exception)
)

PAGE = """\
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">
<div data-md-component="skip">
</div>
<label class="md-header__button md-icon" for="__drawer"><svg>=</svg></label>
<label class="md-header__button md-icon" for="__search"><svg>?</svg></label>
<main class="md-main" data-md-component="main">
<p>Words of the page.</p>
"""
"""What of Material's HTML is repaired."""


def words(**own: str) -> dict[str, WordForms]:
    return {**load_words()["cy"], **{key.replace("_", "."): value for key, value in own.items()}}


def test_hidden_switches_are_left_out_of_the_order_of_keys() -> None:
    repaired = repair_html(PAGE, words())
    assert repaired.count('form="hd-unkept" aria-hidden="true" tabindex="-1">') == 2
    assert repaired.startswith('<form id="hd-unkept" method="dialog" autocomplete="off" hidden>')


def test_drawer_and_search_open_by_buttons_with_names() -> None:
    repaired = repair_html(PAGE, words(menu_open="Dewislen", search_dialog="Chwilio"))
    assert (
        'data-hd="drawer" aria-expanded="false" aria-label="Dewislen"><svg>=</svg></button>'
        in repaired
    )
    assert 'data-hd="search" aria-label="Chwilio"><svg>?</svg></button>' in repaired
    assert repaired.count("<button") == repaired.count('<button type="button"') == 2


def test_the_words_of_the_page_stay_as_they_are() -> None:
    assert "<p>Words of the page.</p>\n" in repair_html(PAGE, words())


@pytest.mark.parametrize("odd", ['"><script>', "a & b", "\\1 \\d \\g<0>", "’ŵ"])
def test_words_of_any_kind_stand_in_an_attribute_as_they_are(odd: str) -> None:
    repaired = repair_html(PAGE, words(menu_open=odd, search_dialog=odd))
    assert "<script>" not in repaired
    assert repaired.count("<svg>=</svg>") == 1


@pytest.mark.parametrize("line", [0, 1, 2, 4, 5, 6])
def test_a_theme_that_changed_is_refused(line: int) -> None:
    lines = PAGE.splitlines()
    lines[line] = lines[line].replace("md-", "new-")
    with pytest.raises(Refused):
        repair_html("\n".join(lines), words())


def test_a_fault_that_stands_twice_is_refused() -> None:
    with pytest.raises(Refused):
        repair_html(PAGE + PAGE, words())
