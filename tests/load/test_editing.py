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
        ("text: {cy: Pridd , x: a}", "text: {cy: Pridd, en: Soil , x: a}"),
        ("a: 1\ntext:\n  cy: 'Pridd'\n\n", "a: 1\ntext:\n  cy: 'Pridd'\n  en: 'Soil'\n\n"),
        (
            "text:\n  cy:\n    Pridd\n    da # x\n\n# y\nlast: x\n",
            "text:\n  cy:\n    Pridd\n    da # x\n  en: Soil\n\n# y\nlast: x\n",
        ),
        ("text:\n  cy: Pridd", "text:\n  cy: Pridd\n  en: Soil"),
        (
            "text:\n  cy: >-\n    Pridd.\n\nlast: x\n",
            "text:\n  cy: >-\n    Pridd.\n  en: >-\n    Soil\n\nlast: x\n",
        ),
    ],
)
def test_english_that_is_missing_comes_after_the_welsh(source: str, edited: str) -> None:
    assert written(source, "Soil", language="en") == edited


def in_lines(*lines: str) -> str:
    return "\n".join(["text:", *(f"  {line}" if line else "" for line in lines), ""])


FILL = "ab-cd " * 20
WIDE = "X" + "y" * 19 + "."


@pytest.mark.parametrize(
    ("source", "words", "edited"),
    [
        # No words yet
        (in_lines("cy:", "en:"), "Pridd", in_lines("cy: Pridd", "en:")),
        (in_lines("cy:"), "Pridd", in_lines("cy: Pridd")),
        (in_lines("cy:   # da", "en: Soil"), "Pridd", in_lines("cy: Pridd   # da", "en: Soil")),
        (in_lines("cy:", "en: 'Soil'"), "a: b", in_lines("cy: 'a: b'", "en: 'Soil'")),
        ("text: {cy: , en: Soil}\n", "Pridd", "text: {cy: Pridd, en: Soil}\n"),
        ("text: {cy: , en: Soil}\n", "a\nb", 'text: {cy: "a\\nb", en: Soil}\n'),
        # A block without lines
        (in_lines("cy: >-", "en: Soil"), "Pridd", in_lines("cy: >-", "  Pridd", "en: Soil")),
        (
            in_lines("cy: |-", "", "en: Soil"),
            "Pridd",
            in_lines("cy: |-", "  Pridd", "", "en: Soil"),
        ),
        # Lines that stand further in
        (
            in_lines("cy: |", "     Un.", "en: Soil"),
            "Dau.\n  Tri.\n",
            in_lines("cy: |", "     Dau.", "       Tri.", "en: Soil"),
        ),
        # Line breaks at the end of a block
        (
            in_lines("cy: |+", "  Un.", "", "", "en: One"),
            "Dau.\n\n\n",
            in_lines("cy: |+", "  Dau.", "", "", "en: One"),
        ),
        # Other words between brackets
        ("text: {cy: 'Pridd' , en: a}\n", "Hau", "text: {cy: 'Hau' , en: a}\n"),
        # The header of the other language
        (
            in_lines("en: | # >", "  Soil", "", "# x"),
            "Pridd.\n",
            in_lines("cy: | # >", "  Pridd.", "en: | # >", "  Soil", "", "# x"),
        ),
        (
            in_lines("en: >- # >", "  Soil"),
            "a\nb",
            in_lines("cy: |- # >", "  a", "  b", "en: >- # >", "  Soil"),
        ),
        (
            in_lines("en: >-", "  a", "  b"),
            "c\n\nd",
            in_lines("cy: >-", "  c", "", "", "  d", "en: >-", "  a", "  b"),
        ),
        # Words that are long, or have several lines
        (in_lines("en: a"), "x" * 100, in_lines("cy: " + "x" * 100, "en: a")),
        (in_lines("en: a"), "x" * 101, in_lines("cy: >-", "  " + "x" * 101, "en: a")),
        (in_lines("en: a"), "b\nc", in_lines("cy: |-", "  b", "  c", "en: a")),
        (in_lines("en: a"), "b\n\nc", in_lines("cy: >-", "  b", "", "", "  c", "en: a")),
        # Paragraphs that are the same, and those that are folded
        (
            in_lines("cy: >-", "", "  Un", "  MAX", "en: a"),
            "Dau\n\nUn MAX",
            in_lines("cy: >-", "  Dau", "", "  Un", "  MAX", "en: a"),
        ),
        (
            in_lines("cy: >-", "  Un.", "  Dau.", "", "  Mae hi yn hir.", "en: a"),
            "Un. Dau.\n\nHau.",
            in_lines("cy: >-", "  Un.", "  Dau.", "", "  Hau.", "en: a"),
        ),
        (
            in_lines("cy: >-", f"  {WIDE}", "  b", "en: a"),
            FILL.strip(),
            in_lines("cy: >-", f"  {('ab-cd ' * 19).strip()}", "  ab-cd", "en: a"),
        ),
        (
            in_lines("cy: >-", f"  {WIDE}", "  b", "  c", "en: a"),
            "ab-cd ef-gh ij-kl mn-o pq",
            in_lines("cy: >-", "  ab-cd ef-gh ij-kl", "  mn-o pq", "en: a"),
        ),
        (
            in_lines("cy: >-", "  a", "  b", "  c", "en: a"),
            "hyd-eang iawn",
            in_lines("cy: >-", "  hyd-eang", "  iawn", "en: a"),
        ),
        # Lines that end in other ways, and in several
        ("text:\r  cy: |\r    a\r  en: b\r", "c\nd\n", "text:\r  cy: |\r    c\r    d\r  en: b\r"),
        ("text:\r\n  cy: a\n  en: b\r", "c", "text:\r\n  cy: c\n  en: b\r"),
        ("text:\r\n  cy: a", "tŷ", "text:\r\n  cy: tŷ"),
        ('text: {cy: "a"}', "tŷ: b", 'text: {cy: "tŷ: b"}'),
        ("a: 1\r\ntext: {cy: b}", "c", "a: 1\r\ntext: {cy: c}"),
    ],
)  # fmt: skip
def test_words_are_put_where_there_were_none_or_others(
    source: str, words: str, edited: str
) -> None:
    assert written(source, words) == edited


@pytest.mark.parametrize(
    ("source", "loc", "edited"),
    [
        (
            "a: 1\nb:\n- text:\n    en: x\n",
            ("b", 0, "text"),
            "a: 1\nb:\n- text:\n    cy: Pridd\n    en: x\n",
        ),
        (
            "b:\n- {text: {en: x}}\n- {text: {en: x}}\n- {text: {en: x}}\n",
            ("b", 1, "text"),
            "b:\n- {text: {en: x}}\n- {text: {cy: Pridd, en: x}}\n- {text: {en: x}}\n",
        ),
        ("en: x\n", (), "cy: Pridd\nen: x\n"),
    ],
)
def test_a_text_may_stand_anywhere(source: str, loc: Loc, edited: str) -> None:
    assert written(source, "Pridd", loc) == edited


@pytest.mark.parametrize(
    ("source", "words", "why"),
    [
        ("text: {cy: [", "Pridd", "the file cannot be read as it is"),
        ("text: {cy: a}\ntext: {cy: b}\n", "Pridd", "the file cannot be read as it is"),
        ("text: {en: a, cy}\n", "Pridd", "these words cannot be written here"),
        ("text: {}\n", "Pridd", "these words cannot be written here"),
        ("text:\n  cy: |\n    Un.\n", "Dau.", "these words cannot be written here"),
    ],
)
def test_words_that_would_not_read_back_are_refused(source: str, words: str, why: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        written(source, words)
    assert str(refused.value) == why


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
