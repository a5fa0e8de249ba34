"""Which characters a sheet of paper can show."""

from __future__ import annotations

import pytest

from hadau.validate.glyphs import can_be_printed


@pytest.mark.parametrize(
    "sign",
    [
        *"aŵŶ€“→…",
        # Of the font, though few texts have them
        *"Āłž",
        # A hyphen that does not break
        "\u2011",
        # Spaces, joiners and what chooses between shapes of a sign: nothing is seen of them
        "\u3000",
        "\u200d",
        "\ufe0f",
        "\U000e0100",
    ],
)
def test_what_the_font_has_or_nobody_sees_can_be_printed(sign: str) -> None:
    assert can_be_printed(sign)


@pytest.mark.parametrize("sign", ["☃", "🌱", "語", "\u0378"])
def test_what_the_font_lacks_cannot_be_printed(sign: str) -> None:
    assert not can_be_printed(sign)
