import pytest

from hadau.languages import RULES
from hadau.model.text import Language

RESULTS = {
    "zero": "{n} canlyniad",
    "one": "{n} canlyniad",
    "two": "{n} ganlyniad",
    "few": "{n} chanlyniad",
    "many": "{n} chanlyniad",
    "other": "{n} canlyniad",
}


@pytest.mark.parametrize(
    ("n", "category"),
    [
        (0, "zero"),
        (1, "one"),
        (2, "two"),
        (3, "few"),
        (4, "other"),
        (5, "other"),
        (6, "many"),
        (7, "other"),
        (11, "other"),
        (12, "other"),
        (16, "other"),
        (1000, "other"),
    ],
)
def test_welsh_has_the_six_forms_of_cldr(n: int, category: str) -> None:
    assert RULES["cy"].plural_category(n) == category


@pytest.mark.parametrize(
    ("n", "category"), [(0, "other"), (1, "one"), (2, "other"), (11, "other"), (21, "other")]
)
def test_english_has_two_forms(n: int, category: str) -> None:
    assert RULES["en"].plural_category(n) == category


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1, "1 canlyniad"),
        (2, "2 ganlyniad"),
        (3, "3 chanlyniad"),
        (6, "6 chanlyniad"),
        (10, "10 canlyniad"),
        (2345, "2,345 canlyniad"),
    ],
)
def test_a_welsh_noun_stays_singular_and_mutates_after_its_number(n: int, words: str) -> None:
    assert RULES["cy"].count(RESULTS, n) == words


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 results"), (1, "1 result"), (2, "2 results"), (1234, "1,234 results")]
)
def test_an_english_noun_follows_its_number(n: int, words: str) -> None:
    assert RULES["en"].count({"one": "{n} result", "other": "{n} results"}, n) == words


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_form_that_is_not_given_is_the_other_form(language: Language) -> None:
    assert RULES[language].count({"other": "{n} × {n}"}, 1) == "1 × 1"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_words_without_any_form_for_the_number_are_an_error(language: Language) -> None:
    with pytest.raises(KeyError):
        RULES[language].count({"two": "dwy"}, 7)


def test_other_braces_in_the_words_stay_as_they_are() -> None:
    assert RULES["en"].count({"other": "{n} of {total} {}"}, 3) == "3 of {total} {}"
