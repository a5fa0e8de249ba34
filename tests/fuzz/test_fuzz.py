"""Whatever bytes come from a file, the engine says what is wrong or takes them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..figures import count
from .targets import TARGETS, seeds_of

PIECES = [
    piece.encode()
    for piece in (
        *"[]{}<>`|\t\\\"'#$&ŵ", "((", "</", "<!--", "-->", "&#0;", "&#x110000;", "*_" * 30,
        "[a](" * 30, "<span lang=x>", "<ol start=9>", "\u202e", "\x00", "\ufeff", "\u2028",
        "- " * 40, "? ", ": ", "|-\n", "!!str", "&a", "*a", "%YAML 9\n", "@book{", "@string{x=",
        "\\'{e}", "and others", "<target>", "<source/>", "</unit>", 'msgid "', "msgstr[1]",
        "msgctxt", "<!DOCTYPE x>", "[[", "]]", "[@", "\n\n", "ŵ" * 20, "9" * 40, "{{ x }}",
        "\ue0000\ue001", "<ol start=x>", "? [a]\n: b\n", "\\'{}", "and {, Jr},",
    )
]  # fmt: skip

PLACES = 12
"""In how many places of the seeds each piece is tried."""


def damage(content: bytes, seed: int) -> bytes:
    """Some bytes, changed in a few places. The same number gives the same change."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(content) + 1), chance.choice((0, 0, 1, 7, 60))
        new = chance.choice((b"", bytes([chance.randrange(256)]), chance.choice(PIECES)))
        content = content[:at] + new + content[at + length :]
    return content


@pytest.mark.parametrize("name", TARGETS)
def test_bytes_end_in_problems_or_success(name: str) -> None:
    target = TARGETS[name]

    @given(
        st.one_of(
            st.binary(max_size=300),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=120).map(str.encode),
            st.builds(damage, st.sampled_from(seeds_of(name)), st.integers(0, 2**32)),
        )
    )
    @settings(max_examples=120)
    def try_it(content: bytes) -> None:
        target(content)
        count("fuzzed")

    try_it()


@pytest.mark.parametrize("name", TARGETS)
def test_what_means_something_to_a_reader_is_borne_wherever_it_stands(name: str) -> None:
    chance = random.Random(2_211)
    seeds = seeds_of(name)
    for piece in PIECES:
        TARGETS[name](piece)
        for _ in range(PLACES):
            content = chance.choice(seeds)
            at = chance.randrange(len(content) + 1)
            TARGETS[name](content[:at] + piece + content[at:])
    count("fuzzed", len(PIECES) * (PLACES + 1))


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_sound_is_taken(name: str) -> None:
    for content in seeds_of(name):
        TARGETS[name](content)
