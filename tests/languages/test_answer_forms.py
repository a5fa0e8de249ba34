"""In which forms a reader may write an answer."""

from __future__ import annotations

import pytest

from hadau.languages import RULES
from hadau.model.text import Language


@pytest.mark.parametrize(
    ("language", "answer", "written"),
    [
        ("cy", "pŵer", "pwer bwer mhwer phwer"),
        ("cy", "Gardd", "gardd ardd ngardd"),
        ("cy", "iaith", "iaith hiaith"),
        ("cy", "cyd-weithio", "cyd|weithio gyd|weithio chydweithio nghydweithio"),
        ("cy", "gwasanaeth cyhoeddus", "gwasanaeth|cyhoeddus wasanaeth|gyhoeddus"),
        ("cy", "iaith", "yr|iaith"),
        ("cy", "grym", "y|grym rym"),
        ("en", "Co-ordination", "co|ordination coordination the|coordination"),
        ("en", "spade", "spade a|spade the|spade"),
        ("en", "apple", "apple an|apple the|apple"),
        ("en", "Don’t", "dont"),
    ],
)
def test_every_rightly_written_form_of_an_answer_is_right(
    language: Language, answer: str, written: str
) -> None:
    wanted = {form.replace("|", " ") for form in written.split()}
    assert wanted <= set(RULES[language].answer_forms(answer))


@pytest.mark.parametrize(
    ("language", "answer", "other"),
    [("cy", "pŵer", "ŵer"), ("cy", "grym", "crym"), ("en", "power", "bower"), ("en", "?!", "")],
)
def test_other_words_are_not_right(language: Language, answer: str, other: str) -> None:
    assert other not in RULES[language].answer_forms(answer)


def test_signs_alone_are_no_answer() -> None:
    for language in RULES:
        assert RULES[language].answer_forms(" – ? ") == ()
