"""Years, dates, months and links of a bibliography, and the marks of an unfinished merge."""

from __future__ import annotations

import pytest

from hadau.load.bibtex_checks import find_bad_link, find_year, read_month
from hadau.load.merges import set_aside_merge_marks
from hadau.model.places import Places
from hadau.problems import Position, Problem


@pytest.mark.parametrize(
    "written",
    [
        "1000",
        "2999-12",
        "2016-24",
        "2016-02-29",
        "2016-05-31T10:20:00+01:00",
        "2016?",
        "2016%/2017~",
        "2016-05-31/2017-06-01",
        "2016/",
        "2016/..",
    ],
)
def test_a_date_of_biblatex_is_sound(written: str) -> None:
    assert find_year(written, "date") == (written[:4], True)


@pytest.mark.parametrize(
    ("written", "name", "year"),
    [
        ("2016-05", "year", "2016"),
        ("0999", "year", ""),
        ("3000", "date", ""),
        ("2016-00", "date", "2016"),
        ("2016-25", "date", "2016"),
        ("2016-05-32", "date", "2016"),
        ("2015-02-29", "date", "2015"),
        ("2016-05-31/2016-06-31", "date", "2016"),
        ("2016/2017/2018", "date", ""),
        ("2016 and 2016", "year", "2016"),
        ("2016 and 2017", "year", ""),
        ("c. 1999, p. 12345", "year", "1999"),
        ("soon", "date", ""),
    ],
)
def test_a_date_that_is_not_sound_has_a_year_where_only_one_can_be_meant(
    written: str, name: str, year: str
) -> None:
    assert find_year(written, name) == (year, False)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("January", "1"),
        ("DECEMBER", "12"),
        ("may.", "5"),
        ("Sep.", "9"),
        ("jan", "1"),
        ("7", "7"),
        ("Medi.", "Medi."),
        ("", ""),
    ],
)
def test_an_english_month_becomes_its_number(written: str, month: str) -> None:
    assert read_month(written) == month


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("url", "https://example.org"),
        ("url", "HTTP://example.org/~a?b#c"),
        ("doi", "10.1000/182"),
        ("doi", "https://doi.org/10.1000/182"),
        ("doi", "HTTP://DX.DOI.ORG/10.123456789/x"),
        ("doi", "https://www.doi.org/10.1000/a(b)<c>;d"),
    ],
)
def test_a_link_is_sound(name: str, written: str) -> None:
    assert find_bad_link(name, written) is None


URL = "an address such as https://example.org/"
DOI = "a DOI such as 10.1000/182"
COPY = "copy the whole address out of the browser, or delete the field"


@pytest.mark.parametrize(
    ("name", "written", "fault"),
    [
        (
            "url",
            "https://example.org/\na",
            (
                'the web address "https://example.org/ a" has a space or a line break in it',
                URL,
                "write it on one line without spaces",
            ),
        ),
        (
            "doi",
            r"10.1000/a\_b",
            (
                r'the DOI "10.1000/a\_b" has a backslash in it',
                DOI,
                "write it as the browser shows it, without backslashes",
            ),
        ),
        (
            "doi",
            "https://example.org/10.1000/182",
            (
                '"https://example.org/10.1000/182" is not a DOI, which begins with "10."',
                DOI,
                'write "10.1000/182"',
            ),
        ),
        (
            "doi",
            "10.100/182",
            (
                '"10.100/182" is not a DOI, which begins with "10."',
                DOI,
                "write the DOI, or delete the field",
            ),
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told(
    name: str, written: str, fault: tuple[str, str, str]
) -> None:
    assert find_bad_link(name, written) == fault


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("WWW.example.org", 'write "https://WWW.example.org"'),
        ("example.org/a", 'write "https://example.org/a"'),
        ("https:example", COPY),
        ("https:///a", COPY),
        ("ftp://example.org/", COPY),
        ("mailto:a@example.org", COPY),
        ("none", COPY),
    ],
)
def test_an_address_without_its_beginning_is_mended_where_it_has_a_host(
    written: str, mend: str
) -> None:
    message = f'the web address "{written}" does not begin with "https://" or "http://"'
    assert find_bad_link("url", written) == (message, URL, mend)


MERGE = "<<<<<<< ours\na\n||||||| before\nb\n=======\nc\n>>>>>>> theirs"


def test_each_unfinished_merge_is_a_problem_and_its_marks_are_blank() -> None:
    text = f"x\n{MERGE}\ny\n{MERGE}\n"
    places, problems = set_aside_merge_marks(Places("r.bib", text))
    blank = "{}\na\n{}\nb\n{}\nc\n{}".format(" " * 12, " " * 14, " " * 7, " " * 14)
    assert (places.path, places.text) == ("r.bib", f"x\n{blank}\ny\n{blank}\n")
    assert problems == [
        Problem(
            Position("r.bib", line, 1),
            "unfinished-merge",
            "two versions of these lines stand one after the other, as a merge left them",
            "one version, without the lines of <, = and >",
            "keep what is right, and delete the other version and the three lines of marks",
        )
        for line in (2, 10)
    ]


@pytest.mark.parametrize(
    "text",
    ["=======\n", "<<<<<<< ours\na\n=======\n", "a <<<<<<< ours\n>>>>>>> theirs\n", "<<<<<<<\n"],
)
def test_what_only_looks_like_a_merge_stays(text: str) -> None:
    places = Places("r.bib", text)
    assert set_aside_merge_marks(places) == (places, [])
