"""The engine's own words as they are read; `tests/test_words.py` says what they must be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hadau.load.words import load_words
from hadau.model.guide import WordForms
from hadau.model.text import Language

Load = Callable[[str, str], dict[Language, dict[str, WordForms]]]


@pytest.fixture
def load_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads the words of an engine that has these in Welsh and English."""

    def load(welsh: str, english: str) -> dict[Language, dict[str, WordForms]]:
        folder = tmp_path / "languages" / "words"
        folder.mkdir(parents=True)
        (folder / "cy.yml").write_text(welsh)
        (folder / "en.yml").write_text(english)
        monkeypatch.setattr("hadau.load.words.resources.files", lambda package: tmp_path)
        return load_words.__wrapped__()

    return load


def test_words_are_known_by_language_and_key(load_with: Load) -> None:
    assert load_with("home: Hafan\n", "days: {one: day, other: days}\n") == {
        "cy": {"home": "Hafan"},
        "en": {"days": {"one": "day", "other": "days"}},
    }


@pytest.mark.parametrize(
    ("welsh", "place"), [("home: [", "1:8"), ("home: Hafan\nhome: Cartref\n", "2:1")]
)
def test_words_that_cannot_be_read_stop_everything(load_with: Load, welsh: str, place: str) -> None:
    with pytest.raises(ValueError, match=f"^languages/words/cy.yml:{place}: error: "):
        load_with(welsh, "home: Home\n")
