"""Texts that stand in the wrong language, told where the editor wrote them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from hadau.model.guide import Project
from hadau.pipeline import check_guide

GuideWith = Callable[[Mapping[str, str | bytes]], Project]

PAGE = """\
id: bed
title: {{cy: "{title_cy}", en: "{title_en}"}}
summary: {{cy: Crynodeb., en: A summary.}}
text: {{cy: '{cy}', en: '{en}'}}
review: {{cy: {{state: draft}}, en: {{state: draft}}}}
"""
IN_WORDS = (
    "words that are meant to be {} stand in quotation marks, and each word of a name has a capital"
)


def page(
    cy: str = "Testun.", en: str = "A text.", title_cy: str = "Y gwely", title_en: str = "The bed"
) -> dict[str, str]:
    """A page of prose with this text and this title."""
    return {
        "content/pages/bed.yml": PAGE.format(cy=cy, en=en, title_cy=title_cy, title_en=title_en)
    }


def told(project: Project) -> list[str]:
    """Every problem of the language of a text, as an editor reads it."""
    _, problems = check_guide(project)
    return [str(problem) for problem in sorted(problems) if problem.code == "wrong-language"]


def test_languages_that_stand_in_each_others_place_are_told_once(guide_with: GuideWith) -> None:
    assert told(guide_with(page(title_cy="Soil", title_en="Pridd"))) == [
        "content/pages/bed.yml:2:13: warning: `title` has English after `cy:`, "
        "and Welsh after `en:` [wrong-language]\n"
        "  expected: Welsh after `cy:`, and English after `en:`\n"
        "  mend: let the two change places"
    ]


def test_english_in_the_place_of_welsh_is_told_where_it_stands(guide_with: GuideWith) -> None:
    assert told(guide_with(page(cy="At midday.", en="When it is hot."))) == [
        "content/pages/bed.yml:4:12: warning: `text` has English after `cy:`: "
        '"At midday." [wrong-language]\n'
        "  expected: Welsh after `cy:`\n"
        '  mend: write it in Welsh, or put <span lang="en"> around words that are meant to be '
        "English"
    ]


def test_welsh_in_the_place_of_english_is_told_where_it_stands(guide_with: GuideWith) -> None:
    project = guide_with(page(title_cy="Y flwyddyn", title_en="Blwyddyn y gwely"))
    assert told(project) == [
        "content/pages/bed.yml:2:31: warning: `title` has Welsh after `en:`: "
        '"Blwyddyn y gwely" [wrong-language]\n'
        "  expected: English after `en:`\n"
        f"  mend: write it in English; {IN_WORDS.format('Welsh')}"
    ]


def test_a_sentence_in_the_other_language_is_told_at_its_place_in_the_text(
    guide_with: GuideWith,
) -> None:
    project = guide_with(
        page(cy="Mae’r pridd yn sych. Water the seedlings at once.", en="The soil is dry.")
    )
    (said,) = told(project)
    assert said.startswith(
        "content/pages/bed.yml:4:34: warning: `text` has English after `cy:`: "
        '"Water the seedlings at once." [wrong-language]'
    )


def test_the_same_words_in_both_languages_are_told_where_their_own_are_missing(
    guide_with: GuideWith,
) -> None:
    assert told(guide_with(page(title_cy="Sow before rain", title_en="Sow before rain"))) == [
        "content/pages/bed.yml:2:13: warning: `title` has the same words in Welsh and in English: "
        '"Sow before rain" [wrong-language]\n'
        "  expected: Welsh after `cy:`\n"
        f"  mend: write it in Welsh; {IN_WORDS.format('English')}"
    ]
    (said,) = told(guide_with(page(title_cy="Cyn y glaw", title_en="Cyn y glaw")))
    assert said.startswith(
        "content/pages/bed.yml:2:31: warning: `title` has the same words in Welsh and in English: "
        '"Cyn y glaw" [wrong-language]\n'
        "  expected: English after `en:`\n"
    )


@pytest.mark.parametrize(
    ("cy", "en", "place"),
    [
        ("The soil is dry.", "The soil was dry.", 12),
        ("Worms are bad.", "Worms, they are bad.", 12),
        ("Testun.", "Ganol dydd.", 27),
        ("Raised bed.", "Raised bed.", 12),
        ("[[bed]]: the soil is dry.", "See [[bed]]: the soil is dry.", 12),
    ],
)
def test_short_texts_are_told_too(cy: str, en: str, place: int, guide_with: GuideWith) -> None:
    (said,) = told(guide_with(page(cy=cy, en=en)))
    assert said.startswith(f"content/pages/bed.yml:4:{place}: warning: `text` has ")


@pytest.mark.parametrize(
    ("cy", "en"),
    [
        # Names
        ("Ysgol y Prawf", "Ysgol y Prawf"),
        ("Public Services Board", "Public Services Board"),
        ("One Team Government", "One Team Government"),
        ("Parc Bute", "Bute Park"),
        ("Ysgol y Prawf", "Ysgol y Prawf, a school in the north"),
        # One word may be a loan
        ("Compost", "Compost"),
        ("podcast", "podcast"),
        ("Podcast", "A broadcast to keep"),
        # Numbers, signs and addresses
        ("2024–25", "2024–25"),
        ("A, B, C", "A, B, C"),
        ("gwen@example.org", "gwen@example.org"),
        # Both languages have the words
        ("Dim plan", "No plan"),
        # What is meant to be in the other language says so
        ("“The soil is dry”", "“The soil is dry”"),
        ("Y cylch “no dig” a mwy", "The circle of “dim palu”"),
    ],
)
def test_names_loans_numbers_and_quotations_in_a_line_of_words_are_left_alone(
    cy: str, en: str, guide_with: GuideWith
) -> None:
    assert told(guide_with(page(title_cy=cy, title_en=en))) == []


@pytest.mark.parametrize(
    ("cy", "en"),
    [
        ('<span lang="en">The soil is dry.</span>', "The soil is dry."),
        ("<cite>The soil is dry</cite>", "<cite>The soil is dry</cite>"),
        ("`the soil is dry`", "`the soil is dry`"),
        ("[@the-soil, p. 4]", "[@the-soil, p. 4]"),
        ("https://example.org/the-soil", "https://example.org/the-soil"),
        ("[[bed]]", "[[bed]]"),
    ],
)
def test_what_is_marked_or_has_no_words_of_a_text_is_left_alone(
    cy: str, en: str, guide_with: GuideWith
) -> None:
    assert told(guide_with(page(cy=cy, en=en))) == []


def test_a_text_that_is_lent_while_drafting_is_not_told(guide_with: GuideWith) -> None:
    project = guide_with({})
    about = (project.root / "content/guide.yml").read_text("utf-8") + "parity: warn\n"
    files = page(cy="", en="The soil is dry.")
    assert told(guide_with({"content/guide.yml": about, **files})) == []


def test_the_guide_file_and_the_glossary_are_looked_at_too(guide_with: GuideWith) -> None:
    about = (guide_with({}).root / "content/guide.yml").read_text("utf-8")
    project = guide_with(
        {
            "content/guide.yml": about.replace("Canllaw bach.", "A guide of the garden."),
            "content/glossary.yml": (
                "- id: soil\n  term: {cy: pridd, en: soil}\n"
                "  definition: {cy: What the roots hold., en: What roots hold.}\n"
            ),
        }
    )
    assert [line.split(" has ")[0] for line in told(project)] == [
        "content/glossary.yml:3:20: warning: `definition`",
        "content/guide.yml:3:15: warning: `summary`",
    ]


@pytest.mark.parametrize("sign", ["`", "<a ", "<cite>", "[@", "a", "]("])
def test_a_long_text_of_signs_is_looked_through_at_once(sign: str, guide_with: GuideWith) -> None:
    assert told(guide_with(page(cy=sign * (15_000 // len(sign))))) == []
