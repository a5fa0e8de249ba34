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
    assert find("modd", "bodd").readings == {
        "fodd": ("modd",),
        "foddau": ("moddau",),
        "foddion": ("moddion",),
    }


@pytest.mark.parametrize("word", ["ysgol", "bodd"])
def test_a_mutation_that_can_be_read_in_one_way_alone_is_not_listed(word: str) -> None:
    assert find(word).readings == {}


def test_a_search_is_told_how_a_mutation_is_undone() -> None:
    found = find("tîm")
    assert found.onsets == {
        "b": ("p",),
        "ch": ("c",),
        "d": ("t",),
        "dd": ("d",),
        "f": ("b", "m"),
        "g": ("c",),
        "l": ("ll", "gl"),
        "m": ("b",),
        "mh": ("p",),
        "n": ("d",),
        "ng": ("g",),
        "ngh": ("c",),
        "nh": ("t",),
        "ph": ("p",),
        "r": ("rh", "gr"),
        "th": ("t",),
    }
    assert {"a", "e", "i", "o", "u", "w", "y", "ŵ", "ŷ"} <= set(found.vowels)
    assert "hunspell-cy" in found.credit
    assert "simplemma" in found.credit


@pytest.mark.parametrize(
    ("mutated", "words"),
    [
        ("fodd", ["bodd", "modd", "fodd"]),
        ("ardal", ["gardal"]),
        ("hysgol", ["ysgol"]),
        ("hwyl", ["wyl"]),
        ("llyfr", []),
        ("chwarae", ["cwarae"]),
        ("hlaw", []),
    ],
)
def test_a_word_may_be_a_mutation_of_others(mutated: str, words: list[str]) -> None:
    assert unmutate(mutated) == [word for word in words if word != mutated]


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
        ("proffwydedig", "proffwydo"),
        ("bwliwyd", "bwlio"),
        ("sypynion", "sypyn"),
        ("teiffwnau", "teiffŵn"),
        ("gymharodd", "cymharu"),
        ("chrewyd", "creu"),
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
        ("niferi", "nifer"),
    ],
)
def test_what_the_dictionaries_get_wrong_is_put_right(form: str, word: str) -> None:
    assert word in family(form)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("plismon", "plismyn"),
        ("difidend", "difidendau"),
        ("rhiant", "rhieni"),
        ("mochyn", "moch"),
        ("hwylusydd", "hwyluswyr"),
        ("deilliant", "deilliannau"),
        ("recriwtio", "recriwtiwyd"),
        ("bwlio", "bwliwyd"),
        ("torri", "tyrr"),
        ("buddioli", "buddioled"),
    ],
)
def test_a_word_leads_to_its_forms(word: str, form: str) -> None:
    assert form in family(word)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        # Nouns that end as verbs do.
        ("chwisgo", "chwisgi"),
        ("siarter", "siario"),
        ("sonant", "sonio"),
        ("ffest", "ffo"),
        ("gennych", "genni"),
        # Words that another one only looks like, mutated.
        ("planc", "blanc"),
        ("gludyddion", "cludydd"),
        ("niferi", "diferu"),
        ("hibernodd", "ibernodd"),
        # Words of which simplemma makes another one.
        ("ysgol", "ystol"),
        ("ffynnon", "ffynn"),
    ],
)
def test_a_word_is_not_taken_for_a_form_of_one_that_it_looks_like(form: str, word: str) -> None:
    assert word not in family(form)


@pytest.mark.parametrize(
    "form",
    ["sbardunant", "glanhaes", "anghenion", "recriwtiwyd", "harddwch"],
)
def test_a_form_belongs_to_no_more_words_than_it_must(form: str) -> None:
    assert len(find(form).forms) == 1


def test_a_plural_of_people_belongs_to_each_word_that_has_it() -> None:
    assert find("gwrthwynebwyr").forms == (
        ("gwrthwynebwr", "gwrthwynebwraig", "gwrthwynebwyr"),
        ("gwrthwynebwyr", "gwrthwynebydd"),
    )


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
