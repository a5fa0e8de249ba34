"""The picture of each shape: sound, complete, and inside its frame."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from hadau.languages import RULES
from hadau.load.words import load_words
from hadau.model.entries import Figure, Framework, Origin, Part, Review, Reviewed, Shape, Step
from hadau.model.text import LANGUAGES, Language, Phrase, Text
from hadau.render.diagrams import WIDTH, break_lines, draw

SHAPES = get_args(Shape)
SVG = "{http://www.w3.org/2000/svg}"
LETTER, NARROW = 8.6, 4.7
"""About how wide a letter of a label is, and one such as i or r, in user units."""

LONG = (
    "Cyfrifoldebau’r gwirfoddolwyr dros ddyfrio’r eginblanhigion",
    "Gwerthfawrogiad",
    "Tymheredd y pridd a’r aer yn ystod yr wythnosau cyntaf ar ôl hau",
    "Llwybrau",
    "Cynaliadwyedd a bioamrywiaeth y gwrychoedd o amgylch y rhandir",
)
"""Titles as long as Welsh ones become."""


def both(words: str) -> Phrase:
    return Phrase(cy=words, en=words)


def framework(
    shape: Shape, titles: tuple[str, ...], low: str = "", high: str = "", title: str = "Llun"
) -> Framework:
    text = Text(cy="Testun.", en="A text.")
    return Framework(
        id="bed",
        section="soil",
        title=both("Gwely"),
        summary=both("Crynodeb."),
        about=text,
        shape=shape,
        figure=Figure(
            title=both(title), low=both(low) if low else None, high=both(high) if high else None
        ),
        parts=tuple(
            Part(id=f"p{n}", title=both(words), explanation=text) for n, words in enumerate(titles)
        ),
        when=(text,),
        when_not=(text,),
        steps=(Step(title=both("Cam"), text=text, minutes=5),),
        watch_for=(text,),
        origin=Origin(text=text),
        review=Review(cy=Reviewed(state="draft"), en=Reviewed(state="draft")),
    )


def picture(
    shape: Shape,
    titles: tuple[str, ...],
    low: str = "",
    high: str = "",
    title: str = "Llun",
    language: Language = "cy",
) -> ElementTree.Element:
    """A drawing, read as XML."""
    words = load_words()[language]

    def word(key: str, **values: object) -> str:
        form = words[key]
        assert isinstance(form, str)
        return form.format(**values)

    def count(key: str, number: int) -> str:
        forms = words[key]
        assert isinstance(forms, dict)
        return RULES[language].count(forms, number)

    drawing = draw(framework(shape, titles, low, high, title), language, word, count, "picture")
    assert isinstance(drawing, Markup)
    # In HTML an <svg> needs no namespace; the text must be plain for replace() to leave it be.
    xml = str.replace(drawing, "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ElementTree.fromstring(xml)


def lines(drawing: ElementTree.Element) -> list[tuple[str, float, float, float, float]]:
    """Each line of words: what it says, its left and right edge, its middle, and its text."""
    found = []
    for text in drawing.iter(f"{SVG}text"):
        for span in text.iter(f"{SVG}tspan"):
            words = span.text or ""
            x, y = float(span.get("x", "")), float(span.get("y", ""))
            width = sum(NARROW if letter in "iljtfIr.,’' " else LETTER for letter in words)
            left = x - width / 2 if text.get("text-anchor") == "middle" else x
            found.append((words, left, left + width, y, x))
    return found


def size(drawing: ElementTree.Element) -> tuple[float, float]:
    _, _, width, height = map(float, drawing.get("viewBox", "").split())
    return width, height


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 12, 40])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_can_be_drawn_from_any_number_of_parts(
    shape: Shape, count: int, language: Language
) -> None:
    titles = tuple(f"Rhan {n}" for n in range(count))
    drawing = picture(shape, titles, language=language)
    assert [words for words, *_ in lines(drawing) if words.startswith("Rhan")] != []
    assert sorted(words for words, *_ in lines(drawing) if "Rhan" in words) == sorted(titles)
    width, height = size(drawing)
    assert width == WIDTH
    assert 0 < height < 120 * count + 120


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_has_a_name_and_says_what_it_shows(shape: Shape) -> None:
    drawing = picture(shape, ("Un & dau", "<Tri>", "Pedwar"), "Isel", "Uchel", "Llun “mawr”")
    title, described = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert title.text == "Llun “mawr”"
    assert described.text is not None
    for words in ("Llun “mawr”", "Un & dau; <Tri>; Pedwar", "3 rhan", "Isel", "Uchel"):
        assert words in described.text
    assert drawing.get("role") == "img"
    assert drawing.get("lang") == "cy"
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"
    (group,) = drawing.findall(f"{SVG}g")
    assert group.get("aria-hidden") == "true"


@pytest.mark.parametrize("shape", SHAPES)
def test_words_stand_inside_the_picture(shape: Shape) -> None:
    drawing = picture(shape, LONG, "Yr ochr isaf un o’r sbectrwm cyfan", "Yr ochr uchaf un")
    width, height = size(drawing)
    for words, left, right, middle, _ in lines(drawing):
        assert left >= 0, words
        assert right <= width + LETTER, words
        assert 10 <= middle <= height - 8, words


@pytest.mark.parametrize("shape", SHAPES)
def test_long_titles_are_broken_and_nothing_of_them_is_lost(shape: Shape) -> None:
    drawing = picture(shape, LONG)
    shown = [words for words, *_ in lines(drawing) if not words.isdigit()]
    assert len(shown) > len(LONG)
    assert sorted(" ".join(shown).split()) == sorted(" ".join(LONG).split())


@pytest.mark.parametrize("shape", SHAPES)
def test_lines_of_words_do_not_stand_on_one_another(shape: Shape) -> None:
    columns: dict[float, list[float]] = {}
    for words, _, _, middle, x in lines(picture(shape, LONG, "Isel", "Uchel")):
        if not words.isdigit():
            columns.setdefault(x, []).append(middle)
    for middles in columns.values():
        assert all(b - a >= 16 for a, b in pairwise(sorted(middles)))


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_stand_inside_the_picture(shape: Shape) -> None:
    drawing = picture(shape, LONG, "Isel", "Uchel")
    width, height = size(drawing)
    for rect in drawing.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert w > 0
        assert h > 0
        assert x + w <= width
        assert y + h <= height
    for circle in drawing.iter(f"{SVG}circle"):
        x, y, r = (float(circle.get(name, "")) for name in ("cx", "cy", "r"))
        assert r <= x <= width - r
        assert r <= y <= height - r
    for path in drawing.iter(f"{SVG}path"):
        for x, y in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", path.get("d", "")):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


@pytest.mark.parametrize("shape", ["sequence", "stages", "spectrum"])
def test_parts_that_have_an_order_are_numbered(shape: Shape) -> None:
    numbers = [
        words for words, *_ in lines(picture(shape, ("Un", "Dau", "Tri"))) if words.isdigit()
    ]
    assert sorted(numbers) == ["1", "2", "3"]


@pytest.mark.parametrize("shape", ["spectrum", "pyramid"])
def test_the_first_part_stands_lowest(shape: Shape) -> None:
    at = {words: middle for words, _, _, middle, _ in lines(picture(shape, ("Un", "Dau", "Tri")))}
    assert at["Un"] > at["Dau"] > at["Tri"]


@pytest.mark.parametrize("shape", ["list", "sequence", "stages"])
def test_the_first_part_stands_highest(shape: Shape) -> None:
    at = {words: middle for words, _, _, middle, _ in lines(picture(shape, ("Un", "Dau", "Tri")))}
    assert at["Un"] < at["Dau"] < at["Tri"]


def test_a_level_stands_inside_the_next() -> None:
    drawing = picture("levels", ("Un", "Dau", "Tri"))
    frames = [
        (float(r.get("x", "")), float(r.get("y", "")), float(r.get("width", "")))
        for r in drawing.iter(f"{SVG}rect")
    ]
    # The outermost is drawn first, so that the others stand upon it.
    assert all(a[0] < b[0] and a[1] < b[1] and a[2] > b[2] for a, b in pairwise(frames))


def test_the_ends_are_named_only_where_both_are() -> None:
    described = picture("spectrum", ("Un",), low="Isel").find(f"{SVG}desc")
    assert described is not None
    assert described.text == "Llun. 1 rhan, o’r isaf i’r uchaf: Un."


@given(
    st.lists(
        st.text(st.sampled_from("amWilŵ<&'\" -\U0001f331"), max_size=80), min_size=1, max_size=8
    ),
    st.sampled_from(SHAPES),
)
@settings(deadline=None)
def test_titles_of_any_letters_give_xml(titles: list[str], shape: Shape) -> None:
    assert picture(shape, tuple(f"x{title}" for title in titles)) is not None


@pytest.mark.parametrize(
    ("words", "width", "broken"),
    [
        ("", 100, ()),
        ("un", 1, ("un",)),
        ("un dau tri", 1_000, ("un dau tri",)),
        ("un dau tri", 60, ("un dau", "tri")),
        ("un  dau\ttri", 1, ("un", "dau", "tri")),
    ],
)
def test_words_are_broken_between_words(words: str, width: float, broken: tuple[str, ...]) -> None:
    assert break_lines(words, width) == broken
