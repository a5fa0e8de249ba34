"""Which sentence of a text is in the other language."""

from __future__ import annotations

import pytest

from hadau.languages.spotting import find_foreign
from hadau.model.text import Language


@pytest.mark.parametrize(
    ("language", "text", "foreign"),
    [
        ("cy", "Mae’r pridd yn wlyb. The soil is wet. Every garden.", "The soil is wet."),
        ("cy", "Mae’r pridd yn wlyb.\nThe  soil\nis wet.", "The soil is wet."),
        ("cy", "“Mae’r pridd yn wlyb.” The soil is wet.", "The soil is wet."),
        ("cy", "Pridd gwlyb: the soil is wet", "the soil is wet"),
        ("cy", "Pridd gwlyb – the soil is wet", "the soil is wet"),
        ("cy", "Pridd gwlyb — the soil is wet – oherwydd y glaw", "the soil is wet"),
        ("en", "The soil is wet; mae’r pridd yn wlyb", "mae’r pridd yn wlyb"),
        ("en", "The soil is wet. Mae’r pridd yn wlyb.", "Mae’r pridd yn wlyb."),
    ],
)
def test_the_first_sentence_in_the_other_language_is_found(
    language: Language, text: str, foreign: str
) -> None:
    assert find_foreign(text, language) == foreign


@pytest.mark.parametrize(
    ("language", "text"),
    [("cy", "Mae’r pridd yn wlyb. Mae’n gynnes."), ("en", "The soil is wet."), ("cy", "")],
)
def test_a_text_in_its_own_language_has_no_foreign_sentence(language: Language, text: str) -> None:
    assert find_foreign(text, language) is None


@pytest.mark.parametrize(
    ("run", "foreign"),
    [
        # Two words of the other language make a run foreign where none is of its own.
        ("wet", False),
        ("wet soil", True),
        ("can can", False),
        ("wet a can soil", True),
        # Three do where fewer are of its own.
        ("wet soil yma", False),
        ("wet soil here yma", True),
        ("yma wet soil here", True),
        ("wet soil here yma dydd", True),
        ("wet soil here yma dydd glaw", False),
        ("wet soil here every yma dydd glaw", True),
    ],
)
def test_words_that_only_one_language_has_decide(run: str, foreign: bool) -> None:
    assert find_foreign(run, "cy") == (run if foreign else None)


@pytest.mark.parametrize(
    ("run", "foreign"),
    [
        # A capital may be that of a name.
        ("Garden Rain Water", False),
        ("gan Garden Rain Water", False),
        ("GARDEN RAIN", False),
        ("wet RAIN", False),
        # At the beginning it counts, but only where two more words do.
        ("Wet soil", False),
        ("Wet soil here", True),
        ("Wet soil yma", False),
        ("Wet soil here yma dydd", True),
        ("Wet soil here yma dydd glaw", False),
        # Words of its own count there too.
        ("Dydd wet soil", False),
        ("Dydd wet soil here", True),
        ("WET soil here", True),
        ("WET soil", False),
    ],
)
def test_a_word_with_a_capital_counts_only_where_it_begins_a_run(run: str, foreign: bool) -> None:
    assert find_foreign(run, "cy") == (run if foreign else None)


@pytest.mark.parametrize(
    ("run", "foreign"),
    [
        ("“wet” (soil)", True),
        ("«wet» *soil*,", True),
        ("wet-soil", False),
        ("wet soil/here", False),
        ("wet soil2", False),
        ("wet garden.html", False),
        ("wet 5 soil", True),
        ("don’t wet", True),
        ("don't wet", True),
        ("well-being wet", True),
        ("– wet soil", True),
    ],
)
def test_marks_around_words_and_what_is_no_word_say_nothing(run: str, foreign: bool) -> None:
    assert find_foreign(run, "cy") == (run if foreign else None)
