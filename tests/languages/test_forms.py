"""Which forms belong to one Welsh word, and which words only look mutated."""

from __future__ import annotations

import pytest

from hadau.languages import RULES, Exceptions, Families
from hadau.languages.cy_forms import mutate, unmutate


def find(*words: str) -> Families:
    found = RULES["cy"].find_forms(words)
    assert isinstance(found, Families)
    return found


def family(*words: str) -> set[str]:
    return {form for forms in find(*words).forms for form in forms}


@pytest.mark.parametrize(
    ("word", "mutated"),
    [
        ("pŵer", ["bŵer", "mhŵer", "phŵer"]),
        ("tîm", ["dîm", "nhîm", "thîm"]),
        ("cymuned", ["gymuned", "nghymuned", "chymuned"]),
        ("bwrdd", ["fwrdd", "mwrdd"]),
        ("dod", ["ddod", "nod"]),
        ("gardd", ["ardd", "ngardd"]),
        ("llyfr", ["lyfr"]),
        ("rhan", ["ran"]),
        ("ysgol", ["hysgol"]),
        ("chwaer", []),
        ("ffordd", []),
        ("siarad", []),
    ],
)
def test_a_word_has_its_mutations_and_each_leads_back(word: str, mutated: list[str]) -> None:
    assert mutate(word) == mutated
    assert all(word in unmutate(form) for form in mutated)


def test_the_forms_of_a_mutated_word_are_found() -> None:
    assert {"tîm", "timau"} <= family("nhîm")
    assert {"gweithio", "gweithiodd", "gweithiwn"} <= family("weithiais")


def test_no_form_is_mutated() -> None:
    assert family("dîm").isdisjoint({"dîm", "dimau", "nhîm", "thîm"})


def test_a_word_of_its_own_is_told_from_a_mutation() -> None:
    assert "dim" in find("tîm").apart
    assert "nod" in find("dod").apart
    assert "tîm" not in family("dim")
    assert "dod" not in family("nod")


def test_a_mutation_of_one_word_is_not_taken_for_that_of_another() -> None:
    assert find("modd", "bodd").readings["fodd"] == ("modd",)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("recriwtiwyd", "recriwtio"),
        ("gwerthusir", "gwerthuso"),
        ("deilliannau", "deilliant"),
        ("cynllunwyr", "cynlluniwr"),
        ("foch", "mochyn"),
        ("budddaliadau", "budddal"),
        ("hafalau", "afal"),
        ("felen", "melyn"),
        ("eraill", "arall"),
    ],
)
def test_what_no_dictionary_says_is_found_by_rule(form: str, word: str) -> None:
    assert word in family(form)


def test_a_name_hides_no_word_that_looks_like_it() -> None:
    assert find("tai", "Thai".lower()).readings["thai"] == ("tai", "thai")
    assert "tŷ" in family("thai")


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("arweinwyr", "arweinydd"),
        ("rhaglenni", "rhaglen"),
        ("gerddi", "gardd"),
        ("rif", "rhif"),
        ("lesiant", "llesiant"),
        ("dywedwch", "dweud"),
    ],
)
def test_what_the_dictionaries_get_wrong_is_put_right(form: str, word: str) -> None:
    assert word in family(form)


def test_a_word_that_no_dictionary_knows_has_no_forms() -> None:
    assert find("gobillot").forms == ()


def test_english_says_what_a_stemmer_gets_wrong() -> None:
    found = RULES["en"].find_forms(["trusted"])
    assert isinstance(found, Exceptions)
    assert "went" in found.irregular["go"]
    assert found.spellings["defence"] == "defense"
    assert ("news",) in found.apart


def test_no_english_word_stands_in_two_lists_of_words_apart() -> None:
    found = RULES["en"].find_forms([])
    assert isinstance(found, Exceptions)
    words = [word for line in found.apart for word in line]
    assert sorted(words) == sorted(set(words))
