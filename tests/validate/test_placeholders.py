"""Words that stand for a text still to come are no text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from hadau.model.guide import Project
from hadau.validate.placeholders import find_placeholder

GuideWith = Callable[[Mapping[str, str | bytes]], Project]
ProblemsWith = Callable[[Mapping[str, str | bytes]], str]

PAGE = """\
id: bed
title: {{cy: Y gwely, en: The bed}}
summary: {{cy: Crynodeb., en: A summary.}}
text: {{cy: "{cy}", en: "{en}"}}
review: {{cy: {{state: draft}}, en: {{state: draft}}}}
"""
DRAFT = "; while you draft, leave `cy:` out, with `parity: warn` in guide.yml"


@pytest.mark.parametrize(
    "cy",
    [
        *("TBC", "tba.", "TBD", "TODO", "to do", "XXX", "???", "-", "–", "…", "...", "?"),
        *("Lorem ipsum dolor sit amet.", "Cyfieithiad i ddilyn", "I’w gyfieithu", "i'w chadarnhau"),
        *("Cymraeg i ddilyn", "Translation to follow", "**TBC**"),
        *("[to be translated]", "(Welsh to follow)", "To be confirmed", "[translation needed]"),
    ],
)
def test_a_text_that_is_only_a_placeholder_is_told(cy: str, problems_with: ProblemsWith) -> None:
    assert problems_with({"content/pages/bed.yml": PAGE.format(cy=cy, en="A text.")}) == (
        f"content/pages/bed.yml:4:12: error: `text` has a placeholder in place of its words: "
        f'"{cy}" [placeholder]\n'
        "  expected: words that readers can use\n"
        f"  mend: write the words{DRAFT}\n"
        "1 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize(
    ("cy", "mark", "column"),
    [
        ("Mae’r pridd yn sych (TODO).", "TODO", 34),
        ("XXX Mae’r pridd yn sych.", "XXX", 13),
        ("Y pridd: FIXME", "FIXME", 22),
        ("Mae’r pridd yn TBC.", "TBC", 28),
        ("[CY] The soil is dry.", "[CY]", 13),
        ("(Welsh) The soil is dry.", "(Welsh)", 13),
    ],
)
def test_a_mark_that_a_text_is_not_finished_is_told_at_its_place(
    cy: str, mark: str, column: int, problems_with: ProblemsWith
) -> None:
    assert problems_with({"content/pages/bed.yml": PAGE.format(cy=cy, en="The soil is dry.")}) == (
        f"content/pages/bed.yml:4:{column}: error: `text` has a mark that it is not finished: "
        f'"{mark}" [placeholder]\n'
        "  expected: words that readers can use\n"
        f'  mend: finish the text, and delete "{mark}"{DRAFT}\n'
        "1 error(s), 0 warning(s)"
    )


def test_both_languages_cannot_be_left_out(problems_with: ProblemsWith) -> None:
    page = PAGE.format(cy="TBC", en="TBC")
    said = problems_with({"content/pages/bed.yml": page}).splitlines()
    assert said[2::3] == ["  mend: write the words", "  mend: write the words"]
    assert len(said) == 7


def test_a_language_that_is_left_out_while_drafting_is_no_error(
    guide_with: GuideWith, problems_with: ProblemsWith
) -> None:
    about = (guide_with({}).root / "content/guide.yml").read_text("utf-8") + "parity: warn\n"
    page = PAGE.format(cy="", en="The soil is dry.")
    said = problems_with({"content/guide.yml": about, "content/pages/bed.yml": page})
    assert said.endswith("0 error(s), 0 warning(s), 1 notice(s)")


def test_placeholders_of_plain_words_are_told_too(problems_with: ProblemsWith) -> None:
    page = PAGE.format(cy="Testun.", en="A text.").replace("Y gwely", "TBC")
    terms = "- {en: worm, cy: [TBC]}\n"
    said = problems_with({"content/pages/bed.yml": page, "content/terms.yml": terms})
    assert said == (
        "content/pages/bed.yml:2:13: error: `title` has a placeholder in place of its words: "
        '"TBC" [placeholder]\n'
        "  expected: words that readers can use\n"
        f"  mend: write the words{DRAFT}\n"
        "content/terms.yml:1:19: error: `cy` has a placeholder in place of its words: "
        '"TBC" [placeholder]\n'
        "  expected: words that readers can use\n"
        "  mend: write the words\n"
        "2 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize(
    "words",
    [
        "A list of things to do today",
        "The translation follows",
        "The TODO-list",
        "`TODO` in code",
        "How? Why?",
        "Why…",
        "Mae rhagor i ddilyn y prynhawn yma",
        "xxl",
        "Lorem",
        "Cymraeg [CY] and English",
        "A-Z",
        "50/50",
    ],
)
def test_real_words_are_left_alone(words: str) -> None:
    assert find_placeholder(words) is None
