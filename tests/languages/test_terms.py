"""Whether a term is in a text, whatever form its language gives it there."""

from __future__ import annotations

import pytest

from hadau.languages import RULES


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("partneriaeth", "Mae ein partneriaethau ni’n gweithio."),
        ("partneriaeth", "yn ein mhartneriaeth"),
        ("partneriaeth", "i bartneriaeth"),
        ("cymuned", "yng nghymunedau’r cwm"),
        ("cymuned", "a chymuned"),
        ("ffordd", "y ffyrdd gorau"),
        ("sgwrs", "tair sgyrsiau"),
        ("bwrdd", "byrddau"),
        ("gwasanaeth cyhoeddus", "y gwasanaethau iechyd a’r rhai cyhoeddus"),
        ("grym", "rhannu’r rym"),
        ("llesiant", "ei lesiant"),
        ("egwyddor", "ei hegwyddorion"),
        ("Bwrdd Gwasanaethau Cyhoeddus", "gan fyrddau gwasanaethau cyhoeddus"),
        ("cydweithio", "Cydweithiwch â nhw"),
        ("rhaw", "dwy raw"),
        ("gwreiddyn", "wrth y gwreiddiau"),
        ("coeden", "plannu coed"),
    ],
)
def test_welsh_is_known_mutated_inflected_and_in_the_plural(term: str, text: str) -> None:
    assert RULES["cy"].says(text, term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("partneriaeth", "Gweithiwn gyda’n gilydd."),
        ("rhaw", "Mae’r pridd yn drwm."),
        ("gwasanaeth cyhoeddus", "y gwasanaeth iechyd"),
        ("sefydliad", "lle arall"),
        ("ymddiriedaeth", "Mae’n hawdd ei gredu."),
    ],
)
def test_welsh_that_says_it_in_another_way_is_seen(term: str, text: str) -> None:
    assert not RULES["cy"].says(text, term)


@pytest.mark.parametrize(
    ("term", "text", "said"),
    [
        ("community", "Our communities", True),
        ("seed bed", "the seed\nbed", True),
        ("seed bed", "Seed-beds", True),
        ("spade", "Spades.", True),
        ("process", "Two processes", True),
        ("body", "A body", True),
        ("body", "bodys", False),
        ("trust", "trustworthy", False),
        ("silo", "silo-like", False),
        ("way", "always", False),
    ],
)
def test_english_is_known_in_the_plural_and_not_within_another_word(
    term: str, text: str, said: bool
) -> None:
    assert RULES["en"].says(text, term) is said
