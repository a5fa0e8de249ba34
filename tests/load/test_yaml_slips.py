"""What an editor reads where a file is not YAML: what was written, and what to type instead."""

from __future__ import annotations

import pytest

from hadau.load.yaml import read_document
from hadau.problems import as_text


def said(text: str) -> str:
    """What is wrong with a text, which has one problem and cannot be read."""
    document, problems = read_document(text.encode(), "bed.yml", "pages")
    assert document is None
    assert as_text(problems).endswith("\n1 error(s), 0 warning(s)")
    return as_text(problems).removesuffix("\n1 error(s), 0 warning(s)")


SIGNED = (
    "[[how-wet]] is good",
    "{x} is good",
    "*At* midday",
    "**At** midday",
    "& more",
    "%5 of it",
    "@spade2021 says",
    "`x` is good",
    ", and so",
    "- that is all",
    "? yes",
)


@pytest.mark.parametrize(
    ("written", "sign", "place"),
    [
        *((f"cy: un\nen: {words}\n", words[0], "2:5") for words in SIGNED),
        *((f"- un\n- {words}\n", words[0], "2:3") for words in SIGNED if words[0] not in "-?"),
        *(
            (f"cy: un\na: {{b: {words}}}\n", words[0], "2:8")
            for words in SIGNED
            if words[0] not in "[,-?"
        ),
    ],
)
def test_a_text_that_begins_with_a_sign_of_yaml_is_told_where_it_begins(
    written: str, sign: str, place: str
) -> None:
    assert said(written) == (
        f"bed.yml:{place}: error: a text cannot begin with {sign} where it has no quotes"
        " [bad-yaml]\n"
        "  expected: a text in quotes\n"
        f"  mend: put quotes around the text that begins with {sign}"
    )


@pytest.mark.parametrize("written", ["> one line", "| one line", ">5 hours", ">- one"])
def test_words_on_the_line_of_a_block_are_told_at_its_sign(written: str) -> None:
    sign = written[0]
    assert said(f"cy: un\nen: {written}\n") == (
        f"bed.yml:2:5: error: words follow {sign} on its line [bad-yaml]\n"
        f"  expected: a text that begins on the line below {sign}, further in than its field\n"
        f"  mend: delete the {sign}, or move the words to the line below; put quotes around a text"
        f" that begins with {sign}"
    )


@pytest.mark.parametrize(
    ("written", "place"),
    [("en: 'Mae'r pridd'\n", "1:9"), ("a: {cy: 'Mae'r dŵr', en: b}\n", "1:13")],
)
def test_an_apostrophe_inside_single_quotes_is_told_where_it_ends_the_text(
    written: str, place: str
) -> None:
    assert said(written) == (
        f"bed.yml:{place}: error: the text ends at this ', and words follow it [bad-yaml]\n"
        "  expected: no ' inside a text that stands in '\n"
        "  mend: write ’ for each apostrophe inside the text"
    )


def test_a_quotation_mark_inside_quotes_is_told_where_it_ends_the_text() -> None:
    assert said('en: "From "dry" to"\n') == (
        'bed.yml:1:11: error: the text ends at this ", and words follow it [bad-yaml]\n'
        '  expected: no " inside a text that stands in "\n'
        "  mend: write “ and ” for the quotation marks inside the text"
    )


def test_a_comma_that_is_missing_between_fields_is_told_after_the_text() -> None:
    assert said('a: {cy: "Un" en: "One"}\n') == (
        "bed.yml:1:12: error: there is no comma between this text and the next field [bad-yaml]\n"
        "  expected: a comma, or a line of its own for each field\n"
        '  mend: write ", in the place of "'
    )


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('a: "x\nb: "y"\nc: z\n', "1:4"),
        ('a: "x\nb: y"\nc: z\n', "1:4"),
        ('a: "x\nb: y\nc: z\n', "1:4"),
        ('a: {cy: "A, en: "B"}\n', "1:9"),
        ('a: {cy: "x, en: y}\nb: "c"\n', "1:9"),
        ('a:\n  cy: "x\n    x\n  en: "y"\n', "2:7"),
        ('a:\n  - cy: "x\n    en: y\n  - cy: "z"\n', "2:9"),
        ('- "x\n- "y"\n', "1:3"),
        ('- "x\n- y\n- "z"\n', "1:3"),
        ('a:\n  "x\nb: "y"\n', "2:3"),
    ],
)
def test_a_quote_that_nothing_closes_is_told_where_it_opens(written: str, place: str) -> None:
    told = (
        "error: the quote that opens here is not closed before the next field [bad-yaml]\n"
        "  expected: a text that ends with the mark with which it begins\n"
        "  mend: write {0} at the end of the text"
    )
    assert said(written) == f"bed.yml:{place}: " + told.format('"')
    assert said(written.replace('"', "'")) == (
        f"bed.yml:{place}: {told.format(chr(39))}; where it begins with an apostrophe, write ’"
    )


@pytest.mark.parametrize(
    "written",
    [
        'a: "Un\n  dau"\nb: 1\n',
        'a:\n  cy: "Un\n    - dau: tri\n    gair: pedwar"\n',
        'a:\n  "Un\n  gair: dau"\n',
        'a: "Un\n\ndau tri"\n',
        "- 'Un\n  - dau'\n",
    ],
)
def test_a_text_in_quotes_may_have_lines_of_any_kind_that_stand_further_in(written: str) -> None:
    assert read_document(written.encode(), "bed.yml", "pages")[1] == []


def test_a_colon_inside_a_text_is_told_where_it_stands() -> None:
    told = (
        "error: a text without quotes cannot hold `: ` [bad-yaml]\n"
        "  expected: a text in quotes, or one field on a line\n"
        "  mend: put quotes around the whole text, or write the next field on a line of its own"
    )
    assert said("a: Nodyn: un\n") == f"bed.yml:1:9: {told}"
    assert said("a: {cy: A note: one}\n") == f"bed.yml:1:15: {told}"


def test_a_line_inside_a_text_that_begins_with_a_hash_is_told_at_the_hash() -> None:
    assert said("a: gweler\n  #3 a\n  mwy\nb: 1\n") == (
        "bed.yml:2:3: error: this line of a text is lost, because YAML takes # for the beginning"
        " of a comment [bad-yaml]\n"
        "  expected: a text in quotes, or a comment on a line outside the text\n"
        "  mend: put quotes around the whole text, or move the comment"
    )


@pytest.mark.parametrize(("written", "place"), [("a: x\n\tb: c\n", "2:1"), ("a:\n\t- b\n", "2:1")])
def test_a_tab_in_the_place_of_spaces_is_told_as_such(written: str, place: str) -> None:
    assert said(written) == (
        f"bed.yml:{place}: error: this line is indented with a tab [bad-yaml]\n"
        "  expected: lines that are indented with spaces\n"
        "  mend: write spaces in the place of the tab"
    )


@pytest.mark.parametrize(
    ("written", "place", "opening", "closing"),
    [
        ("title: {cy: A, en: B\nb: c\n", "1:8", "{", "}"),
        ("a:\n  - [un, dau\n  - tri\n", "2:5", "[", "]"),
    ],
)
def test_a_bracket_that_nothing_closes_is_told_where_it_opens(
    written: str, place: str, opening: str, closing: str
) -> None:
    assert said(written) == (
        f"bed.yml:{place}: error: the {opening} that opens here is not closed [bad-yaml]\n"
        f"  expected: a {closing} after the last field or item\n"
        f"  mend: write {closing} where it ends"
    )


@pytest.mark.parametrize(
    ("written", "place"),
    [("a: x\n  b: y\n", "2:4"), ("a:\n  b: c\n d: e\n", "3:2")],
)
def test_what_cannot_be_told_apart_is_told_where_nothing_more_can_be_read(
    written: str, place: str
) -> None:
    assert said(written).startswith(f"bed.yml:{place}: error: this is not YAML: ")
