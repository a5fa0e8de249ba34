import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.languages import RULES
from hadau.languages.letters import join_hyphens
from hadau.model.text import LANGUAGES


@pytest.mark.parametrize(
    ("title", "welsh", "english"),
    [
        ("Sbectrwm grym", "sbectrwm-grym", "sbectrwm-grym"),
        ("Mae’n gweithio", "maen-gweithio", "maen-gweithio"),
        ("I’r gad", "ir-gad", "ir-gad"),
        ("What's next?", "whats-next", "whats-next"),
        ("Ŵyn, tŷ a gŵyl", "wyn-ty-a-gwyl", "wyn-ty-a-gwyl"),
        ("Dŵr & Pŵer", "dwr-a-pwer", "dwr-and-pwer"),
        ("Ansawdd & Effaith", "ansawdd-ac-effaith", "ansawdd-and-effaith"),
        ("R&D", "r-a-d", "r-and-d"),
        ("Beth yw’r ‘effaith leol’?", "beth-ywr-effaith-leol", "beth-ywr-effaith-leol"),
        ("Trust – the foundation", "trust-the-foundation", "trust-the-foundation"),
        ("cyd-ddylunio", "cyd-ddylunio", "cyd-ddylunio"),
        ("Straße Ærø Łódź", "strasse-aero-lodz", "strasse-aero-lodz"),
        ("Fersiwn 1.5", "fersiwn-1-5", "fersiwn-1-5"),
        ("ﬁle № 2", "file-no-2", "file-no-2"),
        ("<script>alert(1)</script>", "script-alert-1-script", "script-alert-1-script"),
        ("../../etc/passwd", "etc-passwd", "etc-passwd"),
        ("Ελλάδα", "", ""),
        ("", "", ""),
    ],
)
def test_a_title_becomes_an_address(title: str, welsh: str, english: str) -> None:
    assert RULES["cy"].slugify(title) == welsh
    assert RULES["en"].slugify(title) == english


@given(st.text())
def test_an_address_holds_nothing_but_small_letters_digits_and_single_hyphens(title: str) -> None:
    for language in LANGUAGES:
        slug = RULES[language].slugify(title)
        assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
        assert RULES[language].slugify(slug) == slug


@given(st.text())
def test_any_text_has_its_place_in_an_order(text: str) -> None:
    for language in LANGUAGES:
        rules = RULES[language]
        assert rules.initial(text)
        assert rules.sort_key(text) == rules.sort_key(text)
        assert rules.join_and([text, text])


@pytest.mark.parametrize(
    ("word", "joined"),
    [("budd-dal", "budddal"), ("cyd‑weithio", "cydweithio"), ("a‐b-c", "abc"), ("a–b", "a–b")],
)
def test_a_word_with_hyphens_is_joined_to_one(word: str, joined: str) -> None:
    assert join_hyphens(word) == joined
