import datetime

import pytest

from hadau.languages import RULES
from hadau.model.text import Language


@pytest.mark.parametrize(
    ("day", "welsh", "english"),
    [
        (datetime.date(2026, 11, 23), "23 Tachwedd 2026", "23 November 2026"),
        (datetime.date(2024, 3, 1), "1 Mawrth 2024", "1 March 2024"),
        (datetime.date(2019, 2, 28), "28 Chwefror 2019", "28 February 2019"),
    ],
)
def test_a_day_reads_day_month_year(day: datetime.date, welsh: str, english: str) -> None:
    assert RULES["cy"].format_date(day) == welsh
    assert RULES["en"].format_date(day) == english


def test_every_month_has_its_name() -> None:
    months = [f"2019-{number:02}" for number in range(1, 13)]
    assert [RULES["cy"].format_month(month) for month in months] == [
        "Ionawr 2019",
        "Chwefror 2019",
        "Mawrth 2019",
        "Ebrill 2019",
        "Mai 2019",
        "Mehefin 2019",
        "Gorffennaf 2019",
        "Awst 2019",
        "Medi 2019",
        "Hydref 2019",
        "Tachwedd 2019",
        "Rhagfyr 2019",
    ]
    assert [RULES["en"].format_month(month) for month in months] == [
        "January 2019",
        "February 2019",
        "March 2019",
        "April 2019",
        "May 2019",
        "June 2019",
        "July 2019",
        "August 2019",
        "September 2019",
        "October 2019",
        "November 2019",
        "December 2019",
    ]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_year_alone_stays_a_year(language: Language) -> None:
    assert RULES[language].format_month("2019") == "2019"


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    "written", ["", "2019-13", "2019-00", "2019-4", "April 2019", "2019-04-01"]
)
def test_what_is_no_month_is_an_error(language: Language, written: str) -> None:
    with pytest.raises(ValueError, match="not a year or a month"):
        RULES[language].format_month(written)


@pytest.mark.parametrize(
    ("n", "welsh", "english"),
    [
        (1, "1af", "1st"),
        (2, "2il", "2nd"),
        (3, "3ydd", "3rd"),
        (4, "4ydd", "4th"),
        (5, "5ed", "5th"),
        (6, "6ed", "6th"),
        (7, "7fed", "7th"),
        (8, "8fed", "8th"),
        (9, "9fed", "9th"),
        (10, "10fed", "10th"),
        (11, "11eg", "11th"),
        (12, "12fed", "12th"),
        (13, "13eg", "13th"),
        (14, "14eg", "14th"),
        (15, "15fed", "15th"),
        (16, "16eg", "16th"),
        (17, "17eg", "17th"),
        (18, "18fed", "18th"),
        (19, "19eg", "19th"),
        (20, "20fed", "20th"),
        (21, "21ain", "21st"),
        (22, "22ain", "22nd"),
        (30, "30ain", "30th"),
        (31, "31ain", "31st"),
        (40, "40fed", "40th"),
        (50, "50fed", "50th"),
        (100, "100fed", "100th"),
        (111, "111ain", "111th"),
    ],
)
def test_an_ordinal_ends_as_its_last_word_does(n: int, welsh: str, english: str) -> None:
    assert RULES["cy"].ordinal(n) == welsh
    assert RULES["en"].ordinal(n) == english


@pytest.mark.parametrize(
    ("pages", "welsh", "english"),
    [
        ("37", "t. 37", "p. 37"),
        ("xii", "t. xii", "p. xii"),
        ("37-39", "tt. 37–39", "pp. 37–39"),
        ("37--39", "tt. 37–39", "pp. 37–39"),
        ("37 – 39", "tt. 37–39", "pp. 37–39"),
        ("37, 41", "tt. 37, 41", "pp. 37, 41"),
        ("pp. 37-39", "tt. 37–39", "pp. 37–39"),
        ("t. 37", "t. 37", "p. 37"),
    ],
)
def test_pages_carry_the_label_for_one_or_for_several(pages: str, welsh: str, english: str) -> None:
    assert RULES["cy"].page_label(pages) == welsh
    assert RULES["en"].page_label(pages) == english


@pytest.mark.parametrize(
    ("characters", "words", "sentences", "age"),
    [
        # 4.71 × 5 + 0.5 × 20 − 21.43 is grade 12.12.
        (500, 100, 5, 17.1),
        (500, 100, 10, 12.1),
        (24, 6, 1, 5.4),
        (30, 10, 5, 5.0),
    ],
)
def test_the_reading_age_of_english_goes_by_letters_and_words_and_is_never_below_five(
    characters: int, words: int, sentences: int, age: float
) -> None:
    assert RULES["en"].reading_age(characters, words, sentences) == age


def test_no_formula_gives_a_reading_age_of_welsh() -> None:
    assert RULES["cy"].reading_age(500, 100, 5) is None
