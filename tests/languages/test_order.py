import random

import pytest

from hadau.languages import NO_LETTER, RULES
from hadau.languages.letters import ranks
from hadau.model.text import Language


def shuffled(texts: list[str]) -> list[str]:
    mixed = list(texts)
    random.Random(2026).shuffle(mixed)
    return mixed


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "cwm cyw chwarae da dydd ddoe eto fan ffa gwn ngwaith haf lwc llaw llyn pwy phan"
                " rwy rhad twr thema uchel"
            ).split(),
            id="digraphs are letters",
        ),
        pytest.param(
            ["Bala", "Banc", "Bancio", "Bandiau", "Bangor", "Banjo", "Bannau"],
            id="n and g in Bangor are two letters",
        ),
        pytest.param(
            ["agor", "angen", "ail", "anadl", "bang", "ban", "banc"], id="ng follows g elsewhere"
        ),
        pytest.param(
            ["dal", "damwain", "danfon", "dangos", "danteithion", "ddangosodd"],
            id="n and g in dangos are two letters",
        ),
        pytest.param(["Llanfair", "Llangefni", "Llangollen", "Llanilar"], id="n and g after Llan"),
        pytest.param(
            ["ardal", "arf", "arholiad", "arian", "arwain"],
            id="r and h in arholiad are two letters",
        ),
        pytest.param(
            ["cyd-ddylunio", "cyd-fynd", "cydgynhyrchu", "cydweithio"], id="hyphens do not count"
        ),
        pytest.param(["Llan", "Llan Fawr", "Llanbedr", "Llanfawr"], id="words sort one by one"),
        pytest.param(["tan", "Tan", "tân", "Tân", "tant"], id="accents count after letters"),
        pytest.param(["gwen", "gŵn", "gwraig", "gŵyl"], id="an accent does not move a letter"),
        pytest.param(
            ["10 cam", "Y Bala", "yr Eidal", "Yr Wyddgrug", "ysgol"], id="the article is ignored"
        ),
        pytest.param(["Cam 2", "Cam 10", "Cam agored"], id="numbers sort by value, before letters"),
        pytest.param(["zŵ", "Ωmega"], id="other scripts come last"),
    ],
)
def test_welsh_sorts_by_the_welsh_alphabet(texts: list[str]) -> None:
    assert sorted(shuffled(texts), key=RULES["cy"].sort_key) == texts


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["change", "culture", "Llanelli", "lucky"], id="no digraphs"),
        pytest.param(["An apple", "the bell", "A cart", "door"], id="the article is ignored"),
        pytest.param(["A–Z of trust", "Andrews", "Then", "Theory"], id="only whole articles"),
        pytest.param(["resume", "Resume", "résumé", "resumed"], id="accents count after letters"),
        pytest.param(["Step 2", "Step 10"], id="numbers sort by value"),
        pytest.param(["cooperate", "co-operation", "coordinate"], id="hyphens do not count"),
    ],
)
def test_english_sorts_by_the_english_alphabet(texts: list[str]) -> None:
    assert sorted(shuffled(texts), key=RULES["en"].sort_key) == texts


@pytest.mark.parametrize("language", ["cy", "en"])
def test_composed_and_decomposed_accents_sort_alike(language: Language) -> None:
    keys = [RULES[language].sort_key(text)[:2] for text in ("tŷ", "ty\u0302")]
    assert keys[0] == keys[1]


def test_letters_rank_in_the_order_of_their_alphabet_and_after_numbers() -> None:
    assert ranks(("A", "Ch", "Dd")) == {"a": 10, "ch": 11, "dd": 12}


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    ("text", "other"),
    [("Cam 07", "Cam 7"), ("Cam 7 –", "Cam 7"), ("– Cam – 7", "Cam 7"), ("Cam ٧", "Cam 7")],
)
def test_signs_and_leading_zeros_do_not_count(language: Language, text: str, other: str) -> None:
    assert RULES[language].sort_key(text)[0] == RULES[language].sort_key(other)[0]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_very_long_number_still_sorts(language: Language) -> None:
    assert RULES[language].sort_key("9" * 9000) < RULES[language].sort_key("1" + "0" * 9000)


@pytest.mark.parametrize(
    ("text", "welsh", "english"),
    [
        ("Chwarae", "Ch", "C"),
        ("dŵr", "D", "D"),
        ("Ddoe", "Dd", "D"),
        ("Ffordd", "Ff", "F"),
        ("LLYFR", "Ll", "L"),
        ("Rhannu grym", "Rh", "R"),
        ("ŵyn", "W", "W"),
        ("Y Bala", "B", "Y"),
        ("yr Undeb", "U", "Y"),
        ("The bell", "Th", "B"),
        ("‘Ymddiriedaeth’", "Y", "Y"),
        ("Y", "Y", "Y"),
        ("10 cam", NO_LETTER, NO_LETTER),
        ("—", NO_LETTER, NO_LETTER),
        ("", NO_LETTER, NO_LETTER),
        ("Ωmega", "Ω", "Ω"),
    ],
)
def test_a_text_stands_under_its_first_letter(text: str, welsh: str, english: str) -> None:
    assert RULES["cy"].initial(text) == welsh
    assert RULES["en"].initial(text) == english


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_headings_of_an_alphabet_are_in_its_own_order(language: Language) -> None:
    rules = RULES[language]
    assert tuple(sorted(rules.alphabet, key=rules.sort_key)) == rules.alphabet
    assert tuple(map(rules.initial, rules.alphabet)) == rules.alphabet
