"""Markup where an editor writes one line of plain words: it would be printed as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from hadau.model.guide import Project
from hadau.pipeline import check_guide
from hadau.validate.plain_words import find_markup

GuideWith = Callable[[Mapping[str, str | bytes]], Project]

PAGE = """\
id: bed
title: {{cy: Y gwely, en: "{title}"}}
summary: {{cy: Crynodeb., en: A summary.}}
text: {{cy: Testun., en: A text.}}
review: {{cy: {{state: draft}}, en: {{state: draft}}}}
"""


def told(project: Project) -> list[str]:
    """Every problem of markup in plain words, as an editor reads it."""
    _, problems = check_guide(project)
    return [str(problem) for problem in sorted(problems) if problem.code == "markup-in-words"]


@pytest.mark.parametrize(
    ("title", "piece", "mend"),
    [
        ("The **raised** bed", "**raised**", "write “raised”"),
        ("The *raised* bed", "*raised*", "write “raised”"),
        ("**All *of* it**", "**All *of* it**", "write “All of it”"),
        ("The _raised bed_, once more", "_raised bed_", "write “raised bed”"),
        ("The __raised__ bed", "__raised__", "write “raised”"),
        ("The `bed`", "`bed`", "write “bed”"),
        (
            "The [bed](https://example.org/bed)",
            "[bed](https://example.org/bed)",
            "write “bed”, and put the link in a longer text",
        ),
        (
            "**[The bed](../bed.md)**",
            "**[The bed](../bed.md)**",
            "write “The bed”, and put the link in a longer text",
        ),
        (
            "The [[soil-ladder]]",
            "[[soil-ladder]]",
            "write the title of the entry, and put the link in a longer text",
        ),
        (
            "The [[soil-ladder#food|food]]",
            "[[soil-ladder#food|food]]",
            "write “food”, and put the link in a longer text",
        ),
        (
            "The bed [@garddwr2019, p. 4]",
            "[@garddwr2019, p. 4]",
            "delete it, and cite the source in a longer text",
        ),
        (
            "The bed [see -@garddwr2019]",
            "[see -@garddwr2019]",
            "delete it, and cite the source in a longer text",
        ),
        ("The bed {#the-bed}", "{#the-bed}", "delete it"),
        ("## The bed", "##", "delete it"),
        ("Sow &amp; grow", "&amp;", "write “&”"),
        ("Sow&nbsp;it", "&nbsp;", "write a space"),
        ("The bed&#8217;s soil", "&#8217;", "write “’”"),
        ("The <i>raised</i> bed", "<i>raised</i>", "write “raised”"),
        (
            "A <span lang='cy'><b>gwely</b></span>",
            "<span lang='cy'><b>gwely</b></span>",
            "write “gwely”",
        ),
        ("The bed<br/>and the soil", "<br/>", "write a space"),
        ("See <https://example.org/>", "<https://example.org/>", "write “https://example.org/”"),
    ],
)
def test_markup_in_a_line_of_plain_words_is_told_with_the_words_to_write_for_it(
    title: str, piece: str, mend: str, guide_with: GuideWith
) -> None:
    column = 27 + title.index(piece)
    assert told(guide_with({"content/pages/bed.yml": PAGE.format(title=title)})) == [
        f"content/pages/bed.yml:2:{column}: error: `title` is one line of plain words, "
        f"and shows “{piece}” as it stands [markup-in-words]\n"
        "  expected: plain words, without Markdown or HTML\n"
        f"  mend: {mend}"
    ]


def test_a_stroke_that_texts_need_is_not_needed_in_plain_words(guide_with: GuideWith) -> None:
    page = PAGE.format(title="x").replace('"x"', r"The bed \* the soil")
    (said,) = told(guide_with({"content/pages/bed.yml": page}))
    assert said == (
        "content/pages/bed.yml:2:34: error: `title` is one line of plain words, "
        r"and shows “\*” as it stands [markup-in-words]" "\n"
        "  expected: plain words, without Markdown or HTML\n"
        "  mend: write “*”"
    )  # fmt: skip


def test_each_piece_of_markup_is_told_at_its_place(guide_with: GuideWith) -> None:
    page = PAGE.format(title="*Bed* and *Bed*, `soil`")
    said = [line.split(" as it")[0] for line in told(guide_with({"content/pages/bed.yml": page}))]
    assert said == [
        f"content/pages/bed.yml:2:{column}: error: `title` is one line of plain words, "
        f"and shows “{piece}”"
        for column, piece in [(27, "*Bed*"), (37, "*Bed*"), (44, "`soil`")]
    ]


def test_every_kind_of_field_with_plain_words_is_looked_at(guide_with: GuideWith) -> None:
    quotation = (
        "quotations:\n"
        "  - id: one\n"
        "    words: The *soil*.\n"
        "    language: en\n"
        "    translation: {kind: courtesy, words: Y *pridd*.}\n"
        "    source: none\n"
        "    locator: {cy: adran 1, en: section *1*}\n"
    )
    project = guide_with(
        {
            "content/pages/bed.yml": PAGE.format(title="Bed").replace(
                "review: {cy: {state: draft}",
                quotation + "review: {cy: {state: reviewed, by: '*Gwen*', on: 2024-01-02}",
            ),
            "content/glossary.yml": (
                "- id: soil\n  term: {cy: pridd, en: soil}\n  forms: {en: ['*soils*']}\n"
                "  definition: {cy: Daear., en: Earth.}\n"
            ),
            "content/terms.yml": "- {en: '*worm*', cy: ['*mwydyn*']}\n",
        }
    )
    assert [line.split(" is one line")[0] for line in told(project)] == [
        "content/glossary.yml:3:17: error: `forms`",
        "content/pages/bed.yml:7:16: error: `words`",
        "content/pages/bed.yml:9:44: error: `words`",
        "content/pages/bed.yml:11:40: error: `locator`",
        "content/pages/bed.yml:12:37: error: `by`",
        "content/terms.yml:1:9: error: `en`",
        "content/terms.yml:1:24: error: `cy`",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Trust* and hope",
        "5 * 3 * 2",
        "* means at least",
        "snake_case_words and a_b",
        "A & B; C&D; AT&T; R&D;",
        "fewer than 5 < 6 > 4",
        "<5 minutes, or >6",
        "the [soil] is […] dry [sic] and [our] own",
        "[a@example.org]",
        "#1 of the beds",
        "C# and F#",
        "{a} {# b #}",
        "the dog’s (and cat’s) [both](each)",
        "obj.__init__.__name__",
        "20* _ 30*",
    ],
)
def test_real_words_are_left_alone(words: str) -> None:
    assert [*find_markup(words)] == []
