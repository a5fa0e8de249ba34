"""How texts are counted: words, sentences, and the age at which a reader follows them."""

from __future__ import annotations

import pytest

from hadau.languages import RULES
from hadau.link.markup import parse_text
from hadau.parity.reading import measure, read_plainly


def plain(markdown: str) -> str:
    return read_plainly(parse_text(markdown)[0], lambda id_, anchor: f"Title of {id_}")


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Dig *deep*, and `wait`.", "Dig deep, and wait."),
        ("See [[soil]] or [[soil|the ladder]].", "See Title of soil or the ladder."),
        ("Worms help [@spade2021, p. 3].", "Worms help ."),
        ("- One.\n- Two &amp; three.\n\nFour.", "One.\nTwo & three.\nFour."),
        ("A line\nand its end.", "A line and its end."),
    ],
)
def test_a_text_reads_without_its_markup(markdown: str, words: str) -> None:
    assert plain(markdown) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dig. Wait a day! Then sow?", (3, 2, 1)),
        ("He said ‘Dig.’ Then he left.", (3, 3)),
        ("Use e.g. a spade of 1.5 kg.", (7,)),
        ("A title", ()),
        ("Mae’r pridd yn dda. Êl y garddwr.", (4, 3)),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, sentences: tuple[int, ...]) -> None:
    assert measure([text], "en").sentences == sentences


def test_words_of_titles_count_and_are_no_sentences() -> None:
    measured = measure(["The soil", "Dig the whole bed."], "en")
    assert (measured.words, measured.sentences, measured.average) == (6, (4,), 4.0)
    assert measured.characters == len("Digthewholebed")


def test_nothing_to_read_has_no_figures() -> None:
    nothing = measure([], "en")
    assert (nothing.average, nothing.longest, nothing.reading_age) == (None, None, None)


def test_the_reading_age_is_the_grade_of_the_readability_index_and_five() -> None:
    # 4.71 × 450/100 + 0.5 × 100/8 − 21.43 = 6.015
    assert RULES["en"].reading_age(450, 100, 8) == 11.0
    assert RULES["en"].reading_age(2, 2, 2) == 5.0
    assert RULES["cy"].reading_age(450, 100, 8) is None
