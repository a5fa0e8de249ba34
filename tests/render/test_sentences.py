"""The sentence that is shown for a citation."""

from __future__ import annotations

import pytest

from hadau.render.sentences import find_sentence, words_of


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("One thing. Trust grows ", ". Another.", "Trust grows |@|."),
        ("Trust grows ", "", "Trust grows |@|"),
        ("‘Is it so?’ Ask ", ", e.g. now, at 3.30 or so. Go.", "Ask |@|, e.g. now, at 3.30 or so."),
        ("Trust grows. ", "", "Trust grows. |@|"),
        ("One.\nTrust grows.", "\nNext.", "Trust grows.|@|"),
        ("Mae’n wir. Ŵyr neb ", ". Ânt.", "Ŵyr neb |@|."),
        ("", " says so. Next.", "|@| says so."),
        ("First line\nsecond ", " ends\nthird", "second |@| ends"),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_out_around_its_place(before: str, after: str, shown: str) -> None:
    assert "|".join(find_sentence(before, "@", after)[:3]) == shown


def test_a_long_sentence_is_shortened_at_words() -> None:
    found = find_sentence("word " * 100, "@", " word" * 100)
    assert found.before.startswith("… word word")
    assert found.after.endswith(" word …")
    assert len(found.before) < 230
    assert len(found.after) < 230


def test_markup_becomes_words_and_blocks_become_lines() -> None:
    html = '<p>A &amp; <em>b</em></p><ul><li>c</li></ul><abbr title="a>b">d</abbr> e<br>f'
    assert words_of(html).split() == ["A", "&", "b", "c", "d", "e", "f"]
    assert "\n" not in words_of("<em>a\nb</em>")
    assert words_of("a<br>b") == "a\nb"
