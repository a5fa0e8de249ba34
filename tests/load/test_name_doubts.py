"""Names that can be split, but hardly mean what they are read as."""

from __future__ import annotations

import pytest

from hadau.load.bibtex import load_sources
from hadau.load.names import NameFault, split_names

ONE_NAME = 'one name as "Family, Given", and " and " between two names'
BRACED = "braces of its own around the name of an organisation"
PERSON = "an organisation is read as a person with a family name"


def test_an_organisation_without_braces_of_its_own_is_a_warning_at_its_place() -> None:
    text = "@misc{a,\n  author = {Welsh Government},\n  title = {Soil}}\n"
    assert [str(problem) for problem in load_sources(text, "references.bib")[1]] == [
        "references.bib:2:13: warning: an organisation is read as a person with a family name: "
        '"Welsh Government" [bad-name]\n'
        "  expected: braces of its own around the name of an organisation\n"
        "  mend: write {{Welsh Government}}"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Welsh Government",
        "Llywodraeth Cymru",
        "Public Health Wales",
        "Department for X",
        "Cymdeithas yr Ardd Fach",
        "The Wales Centre",
        "Sport Wales",
        "Academi Wales",
        "Chwaraeon Cymru",
        "Prifysgol Bangor",
        "Seeds Ltd.",
        "Future Generations Commissioner",
    ],
)
def test_a_word_that_only_organisations_have_tells_one(name: str) -> None:
    assert split_names(name)[2] == (
        NameFault(name, PERSON, BRACED, f"write {{{{{name}}}}}", "warning"),
    )


def test_an_organisation_among_others_has_braces_within_those_of_the_field() -> None:
    assert split_names("Spade, Sam and Llywodraeth Cymru")[2] == (
        NameFault(
            "Llywodraeth Cymru",
            PERSON,
            BRACED,
            "write {Llywodraeth Cymru}, with its own braces and all words of its name",
            "warning",
        ),
    )


@pytest.mark.parametrize(
    ("written", "message", "mend"),
    [
        ("Spade S.", '"S." is read as the family name', 'write "Spade, S."'),
        ("Spade S. E.", '"S. E." is read as the family name', 'write "Spade, S. E."'),
        ("Spade SE", '"SE" is read as the family name', 'write "Spade, S. E."'),
        ("S., Spade", '"S." is read as the family name', 'write "Spade, S."'),
        ("Spade S, Fork F", "several people are read as one", 'write "Spade, S. and Fork, F."'),
        (
            "Garddwr, Gwen (ed.)",
            '"(ed.)" is read as part of a name',
            'write "Garddwr, Gwen" in the field editor',
        ),
        ("Garddwr (2019)", '"(2019)" is read as part of a name', 'write "Garddwr"'),
        (
            "Spade, Sam a Fork, Fay",
            '"a" is read as part of a name',
            'write "Spade, Sam and Fork, Fay"',
        ),
        (
            "Malcolm X",
            '"X" is read as the family name',
            'write "Malcolm, X.", or "X, Malcolm" where that is the family name',
        ),
        ("Sam Spade ac A. Fork", '"ac" is read as part of a name', 'write "Sam Spade and A. Fork"'),
        ("Dr Gwen Garddwr", '"Dr" is read as part of a name', 'write "Gwen Garddwr"'),
        ("Garddwr, Dr. Gwen", '"Dr." is read as part of a name', 'write "Garddwr, Gwen"'),
        ("Prof Garddwr, Gwen", '"Prof" is read as part of a name', 'write "Garddwr, Gwen"'),
        ("Garddwr, Mrs", '"Mrs" is read as part of a name', 'write "Garddwr"'),
        ("Yr Athro Gwen Garddwr", '"Yr Athro" is read as part of a name', 'write "Gwen Garddwr"'),
        ("Syr Ifan Garddwr", '"Syr" is read as part of a name', 'write "Ifan Garddwr"'),
    ],
)  # fmt: skip
def test_a_name_that_holds_something_else_is_told_with_what_to_write(
    written: str, message: str, mend: str
) -> None:
    assert split_names(written)[2] == (NameFault(written, message, ONE_NAME, mend, "warning"),)


@pytest.mark.parametrize(
    ("written", "family", "mend"),
    [
        ("SPADE, Sam", "SPADE", 'write "Spade, Sam"'),
        ("Sam SPADE", "SPADE", 'write "Sam Spade"'),
        ("FORK SPADE, Sam", "FORK SPADE", 'write "Fork Spade, Sam"'),
        ("OECD", "OECD", 'write "Oecd", or {{OECD}} for an organisation'),
    ],
)
def test_a_family_name_in_capitals_is_told(written: str, family: str, mend: str) -> None:
    assert split_names(written)[2] == (
        NameFault(
            written,
            f'the family name "{family}" stands in capitals',
            "small letters after the first of each name",
            mend,
            "warning",
        ),
    )


@pytest.mark.parametrize(
    "written",
    [
        # People who are called so
        "Wales, Jimmy",
        "Jimmy Wales",
        "Young, Ann",
        "Trust, Ann",
        "Lord, Ann",
        "Thomas a Kempis",
        "X, Malcolm",
        "Garddwr(2019)",
        "Ng, K.",
        "NG, K",
        "de Gaulle, C.",
        "J. A. Smith",
        "McDermott, I.",
        "van der Berg, J. E.",
        "Gruffudd ab yr Ynad Coch",
        # What braces hold is meant
        "{Welsh Government}",
        "{OECD}",
        "{SPADE}, Sam",
        "{Dr Who}",
    ],
)
def test_names_of_people_and_what_braces_hold_are_left_alone(written: str) -> None:
    assert split_names(written)[2] == ()


def test_what_is_written_as_told_is_told_no_more() -> None:
    mended = [
        "{Welsh Government}",
        "Spade, S.",
        "Spade, S. and Fork, F.",
        "Garddwr, Gwen",
        "Garddwr",
        "Sam Spade and Ann Fork",
        "Gwen Garddwr",
        "Fork Spade, Sam",
        "Oecd",
    ]
    assert [split_names(written)[2] for written in mended] == [()] * len(mended)
