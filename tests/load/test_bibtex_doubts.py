"""Fields that can be read, but would be printed as nobody meant them."""

from __future__ import annotations

import pytest

from hadau.load.bibtex import load_sources


def told(fields: str) -> list[str]:
    """Every problem of an entry with these fields on its second line."""
    text = "@misc{a, author = {Rake, Rhys},\n" + fields + "}\n"
    return [str(problem) for problem in load_sources(text, "references.bib")[1]]


TITLE = "title = {Soil}, "
CAPITALS = "THE SOIL OF THE GARDEN"


@pytest.mark.parametrize(
    ("fields", "told_as", "expected", "mend"),
    [
        (
            TITLE + "urldate = {01/03/2024}",
            '27: warning: "01/03/2024" is not a date, and is printed as it stands [bad-date]',
            "a date such as 2024-05-31",
            "write urldate = {2024-03-01}",
        ),
        (
            TITLE + "urldate = {accessed 1st March 2024}",
            '27: warning: "accessed 1st March 2024" is not a date, '
            "and is printed as it stands [bad-date]",
            "a date such as 2024-05-31",
            "write urldate = {2024-03-01}",
        ),
        (
            TITLE + "urldate = {last week}",
            '27: warning: "last week" is not a date, and is printed as it stands [bad-date]',
            "a date such as 2024-05-31",
            "write year, month and day of urldate with hyphens, or delete it",
        ),
        (
            f"title = {{{CAPITALS}}}",
            "9: warning: the title stands in capitals [bad-title]",
            "small letters after the first, but for names",
            "write title = {The soil of the garden}",
        ),
        (
            r"title = {Soil \& water.}",
            "9: warning: the title ends with a full stop [bad-title]",
            "a title without a stop at its end",
            r"write title = {Soil \& water}",
        ),
        (
            "title = {``Soil and water''}",
            "9: warning: the title has quotation marks of its own [bad-title]",
            "the words of the title alone",
            "write title = {Soil and water}",
        ),
        (
            TITLE + "doi = {10.1000/182.}",
            '23: warning: the DOI "10.1000/182." ends with a mark that does not belong to it '
            "[bad-url]",
            "a DOI such as 10.1000/182",
            'write "10.1000/182"',
        ),
        (
            TITLE + "volume = {Vol. 3}",
            '26: warning: the field "volume" has a word before its number: "Vol. 3" [bad-number]',
            "the number of volume alone",
            "write volume = {3}",
        ),
        (
            TITLE + "pages = {pp. 12--19}",
            '25: warning: the field "pages" has a word before its number: "pp. 12–19" [bad-number]',
            "the number of pages alone",
            "write pages = {12--19}",
        ),
        (
            TITLE + "pages = {19--12}",
            '25: warning: the last page stands before the first: "19–12" [bad-range]',
            "the first page, and then the last",
            "write pages = {12--19}",
        ),
        (
            r"title = {Soil \&amp; water}",
            '9: warning: the field "title" shows "&amp;" as it stands [html-in-bibtex]',
            "plain words, without HTML",
            r"write title = {Soil \& water}",
        ),
        (
            "title = {Soil and <i>worms</i>}",
            '9: warning: the field "title" shows "<i>" as it stands [html-in-bibtex]',
            "plain words, without HTML",
            "write title = {Soil and worms}",
        ),
    ],
)
def test_a_field_that_is_printed_as_nobody_meant_is_told_with_what_to_write(
    fields: str, told_as: str, expected: str, mend: str
) -> None:
    assert told(fields) == [f"references.bib:2:{told_as}\n  expected: {expected}\n  mend: {mend}"]


@pytest.mark.parametrize(
    "fields",
    [
        TITLE + "urldate = {2024-03-01}",
        TITLE + "pages = {919--34}",
        TITLE + "pages = {12--19}, volume = {3}, number = {anaw 2}",
        "title = {The NHS}",
        "title = {COVID 19}",
        "title = {Seeds, Plants, etc.}",
        "title = {What is soil?}",
        "title = {“Soil” and “Water”}",
        "title = {AT&T; R&D;}",
        TITLE + "abstract = {<p>All of it &amp; more</p>}",
        TITLE + "url = {https://example.org/?a=1&amp;b=2}",
    ],
)
def test_a_field_that_is_as_it_should_be_is_left_alone(fields: str) -> None:
    assert told(fields) == []


def test_a_reference_between_entries_is_not_lost_without_a_word() -> None:
    text = "@misc{a, title = {Soil}}\n\nJones, A. (2020) A book. Llandudno: Rhaw.\n"
    assert [str(problem) for problem in load_sources(text, "references.bib")[1]] == [
        "references.bib:3:1: warning: this line belongs to no entry, and is not read: "
        '"Jones, A. (2020) A book. Llandudno: Rhaw." [bad-bibtex]\n'
        '  expected: works as entries, which begin with "@"; a "%" before a line that is a '
        "comment\n"
        '  mend: write an entry such as @book{jones2020, ...}, or "%" before the line'
    ]


@pytest.mark.parametrize(
    "line",
    [
        "% Jones, A. (2020) A book",
        "Encoding: UTF-8",
        "This file was made with JabRef 5.1 in 2020.",
        "The works of the guide, by subject",
    ],
)
def test_a_comment_between_entries_is_left_alone(line: str) -> None:
    text = f"@misc{{a, title = {{Soil}}}}\n{line}\n@misc{{b, title = {{Soil}}}}\n"
    assert load_sources(text, "references.bib")[1] == []
