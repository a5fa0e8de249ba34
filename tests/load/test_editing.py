"""Words written into a file of YAML: they read back as they are, and nothing else has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadau.load.editing import CannotEdit, write_text
from hadau.load.yaml import read_document
from hadau.model.places import Loc

SEEDS = Path(__file__).parents[1] / "cases" / "seeds" / "content"


def written(source: str, words: str, loc: Loc = ("text",), language: str = "cy") -> str:
    return write_text(source.encode(), loc, language, words).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "words", "edited"),
    [
        ("text: {cy: Pridd, en: Soil}\n", "Hadau", "text: {cy: Hadau, en: Soil}\n"),
        ("text: {cy: Pridd, en: Soil}\n", "Pridd, hadau", 'text: {cy: "Pridd, hadau", en: Soil}\n'),
        ("text:\n  cy: Pridd # da\n  en: Soil\n", "Hadau", "text:\n  cy: Hadau # da\n  en: Soil\n"),
        ("text:\n  cy: 'Pridd'\n  en: A\n", "Mae 'na", "text:\n  cy: 'Mae ''na'\n  en: A\n"),
        ("text:\n  cy: Pridd\n  en: Soil\n", "no: #1", 'text:\n  cy: "no: #1"\n  en: Soil\n'),
        ("text:\n  cy: Pridd\n  en: Soil\n", "1,5", "text:\n  cy: 1,5\n  en: Soil\n"),
        ("text:\n  cy: Pridd\n  en: Soil\n", "15", 'text:\n  cy: "15"\n  en: Soil\n'),
        (
            "text:\n  cy: >-\n    Un.\n    Dau.\n\n\n    Tri.\n\n# Sylw\n  en: One\n",
            "Un. Dau.\n\nPedwar.",
            "text:\n  cy: >-\n    Un.\n    Dau.\n\n\n    Pedwar.\n\n# Sylw\n  en: One\n",
        ),
        (
            "text:\n  cy: >-\n    Un.\n  en: One\n",
            "Un:\n\n- dau\n- tri",
            "text:\n  cy: |-\n    Un:\n\n    - dau\n    - tri\n  en: One\n",
        ),
        (
            "text:\n  cy: |\n    Un.\n  en: One\n",
            "Dau.\n",
            "text:\n  cy: |\n    Dau.\n  en: One\n",
        ),
        ("text:\n  en: Soil # good\n", "Pridd", "text:\n  cy: Pridd\n  en: Soil # good\n"),
        ("text: {en: Soil}\n", "Pridd", "text: {cy: Pridd, en: Soil}\n"),
        ("text:\n  cy:\n  en: Soil\n", "Pridd", "text:\n  cy: Pridd\n  en: Soil\n"),
        ('text:\n  cy: ""\n  en: Soil\n', "Pridd", 'text:\n  cy: "Pridd"\n  en: Soil\n'),
        (
            "text:\n  en: >-\n    Soil.\nlast: x\n",
            "Pridd.",
            "text:\n  cy: >-\n    Pridd.\n  en: >-\n    Soil.\nlast: x\n",
        ),
        ("text:\r\n  cy: a\r\n  en: b\r\n", "c\n\nd", 'text:\r\n  cy: "c\\n\\nd"\r\n  en: b\r\n'),
        (
            "\ufefftext:\r\n  cy: >-\r\n    a\r\n  en: b\r\n",
            "c",
            "\ufefftext:\r\n  cy: >-\r\n    c\r\n  en: b\r\n",
        ),
    ],
)  # fmt: skip
def test_words_are_written_in_the_way_of_the_file(source: str, words: str, edited: str) -> None:
    assert written(source, words) == edited


@pytest.mark.parametrize(
    ("source", "edited"),
    [
        ("text:\n  cy: Pridd # da\nlast: x\n", "text:\n  cy: Pridd # da\n  en: Soil\nlast: x\n"),
        ("text: {cy: Pridd}", "text: {cy: Pridd, en: Soil}"),
        ("text:\n  cy: Pridd", "text:\n  cy: Pridd\n  en: Soil"),
        (
            "text:\n  cy: >-\n    Pridd.\n\nlast: x\n",
            "text:\n  cy: >-\n    Pridd.\n  en: >-\n    Soil\n\nlast: x\n",
        ),
    ],
)
def test_english_that_is_missing_comes_after_the_welsh(source: str, edited: str) -> None:
    assert written(source, "Soil", language="en") == edited


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(CannotEdit):
        written("text: {cy: [", "Pridd")


PLACES: list[tuple[Path, Loc]] = [
    (path, loc[:-1])
    for path in sorted(SEEDS.rglob("*.yml"))
    if path.parent.name != "interface"
    for document in [read_document(path.read_bytes(), path.name, "")[0]]
    if document is not None
    for loc, _ in document.places.values.items()
    if loc and loc[-1] == "cy" and "review" not in loc and "slug" not in loc
]


@settings(max_examples=40)
@given(
    place=st.sampled_from(PLACES),
    words=st.text("aŵ’'\":#-[]{}&*!|>%@,. \n1", min_size=1, max_size=60).filter(str.strip),
)
def test_whatever_is_written_reads_back_and_the_rest_stays(
    place: tuple[Path, Loc], words: str
) -> None:
    path, loc = place
    before = path.read_bytes()
    try:
        after = write_text(before, loc, "cy", words)
    except CannotEdit:
        return
    old, new = (read_document(content, path.name, "")[0] for content in (before, after))
    assert old is not None
    assert new is not None
    value = new.data
    for part in (*loc, "cy"):
        value = value[part]
    assert value == words
    former = _value(old.data, (*loc, "cy"))
    try:
        assert write_text(after, loc, "cy", former)
    except CannotEdit:
        # A table of several lines does not fit into the way of a single word.
        assert "\n" in former


def _value(data: object, loc: Loc) -> str:
    for part in loc:
        data = data[part]  # type: ignore[index]
    return str(data)
