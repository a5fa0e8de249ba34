from dataclasses import fields

import pytest

from hadau.languages import RULES, CitationWords
from hadau.model.text import LANGUAGES, Language


def test_every_language_of_a_site_has_rules_in_the_same_order() -> None:
    assert tuple(RULES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotations_open_and_close_with_single_marks(language: Language) -> None:
    assert RULES[language].quote_marks == ("‘", "’")
    assert RULES[language].inner_quote_marks == ("“", "”")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", [field.name for field in fields(CitationWords)])
def test_no_word_of_a_reference_is_missing(language: Language, word: str) -> None:
    assert getattr(RULES[language].citation_words, word)


def test_both_languages_know_the_same_kinds_of_work() -> None:
    assert set(RULES["cy"].citation_words.kinds) == set(RULES["en"].citation_words.kinds)


def test_series_of_acts_translate_there_and_back() -> None:
    welsh = RULES["cy"].citation_words.act_series
    english = RULES["en"].citation_words.act_series
    assert {there: back for back, there in welsh.items()} == dict(english)
