"""Works of a bibliography that have fields from other entries, and what they still need."""

from __future__ import annotations

import pytest

from hadau.load.bibtex import load_sources


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in load_sources(text, "references.bib")[1]]


@pytest.mark.parametrize(
    ("parents", "told"),
    [
        ("crossref = {gone}", ["unknown-target"]),
        ("xdata = {gone}", ["unknown-target"]),
        ("xdata = {x, gone}", ["unknown-target"]),
        ("xdata = {x, gone}, crossref = {x}", ["unknown-target"]),
        ("xdata = {x, y}", ["missing-field"]),
        ("xdata = {x, , y,}", ["missing-field"]),
        ("crossref = {}", ["missing-field"]),
    ],
)
def test_what_a_parent_that_is_not_there_would_give_is_not_missed(
    parents: str, told: list[str]
) -> None:
    entry = f"@proceedings{{a, title = {{T}}, {parents}}}\n"
    text = entry + "@xdata{x, isbn = 1}\n@xdata{y, isbn = 2}\n"
    assert codes_of(text) == told


def test_every_field_that_is_needed_is_missed() -> None:
    sources, problems = load_sources("@article{a, author = {A, B}, journal = {J}}", "r.bib")
    assert [problem.message for problem in problems] == [
        '"a" has no title',
        '"a" has no year or date',
    ]
    assert (sources["a"].title, sources["a"].year) == ("", "")


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        ("crossref = {b}", {"note": "B", "isbn": "B"}),
        ("crossref = {b}, xdata = {x}", {"note": "X", "isbn": "B"}),
        ("xdata = {x, y}", {"note": "X", "isbn": "Y"}),
        ("xdata = {y, x}", {"note": "Y", "isbn": "Y"}),
        ("xdata = {x, y}, isbn = {A}", {"note": "X", "isbn": "A"}),
    ],
)
def test_its_own_fields_come_first_then_those_of_xdata_then_those_of_the_parent(
    fields: str, given: dict[str, str]
) -> None:
    text = (
        f"@misc{{a, title = {{T}}, {fields}}}\n"
        "@misc{b, title = {B}, note = {B}, isbn = {B}, options = {o}}\n"
        "@xdata{x, note = {X}, label = {l}}\n"
        "@xdata{y, note = {Y}, isbn = {Y}}"
    )
    sources, problems = load_sources(text, "r.bib")
    named = {"crossref", "xdata", "booktitle"}
    kept = {name: words for name, words in sources["a"].fields.items() if name not in named}
    assert (kept, problems) == (given, [])


def test_what_stands_beside_a_title_is_named_for_the_book_of_a_parent_only() -> None:
    text = (
        "@misc{a, title = {A}, crossref = {p}}\n@misc{b, xdata = {p}}\n"
        "@misc{p, title = {P}, subtitle = {S}, titleaddon = {D}}"
    )
    sources, problems = load_sources(text, "r.bib")
    assert problems == []
    assert (sources["a"].title, sources["b"].title) == ("A", "P")
    assert sources["a"].fields == {
        "crossref": "p",
        "booktitle": "P",
        "booksubtitle": "S",
        "booktitleaddon": "D",
    }
    assert sources["b"].fields == {"xdata": "p", "subtitle": "S", "titleaddon": "D"}


@pytest.mark.parametrize(
    ("own", "parent", "year"),
    [
        ("", "year = 2001", "2001"),
        ("", "date = {2001-02}", "2001"),
        ("year = 2000, ", "date = {2001-02}", "2000"),
        ("date = {2000-02}, ", "year = 2001", "2000"),
        ("date = {2000}, ", "date = {2001}", "2000"),
    ],
)
def test_a_year_comes_from_a_parent_only_where_there_is_none(
    own: str, parent: str, year: str
) -> None:
    text = f"@misc{{a, {own}title = {{T}}, crossref = {{p}}}}@misc{{p, title = {{T}}, {parent}}}"
    assert load_sources(text, "r.bib")[0]["a"].year == year


def endless(place: str, key: str, through: str, field: str = "crossref") -> str:
    return (
        f'r.bib:{place}: error: "{key}" has fields from itself, by way of "{through}" '
        "[endless-crossref]\n"
        "  expected: entries that do not refer to each other in a circle\n"
        f"  mend: delete the field {field} from one of them"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@misc{a, title = {A}, crossref = {a}}", [endless("1:34", "a", "a")]),
        ("@misc{a, title = {A}, xdata = {a}}", [endless("1:31", "a", "a", "xdata")]),
        (
            "@misc{a, title = {A}, crossref = {b}}\n@misc{b, title = {B}, crossref = {c}}\n"
            "@misc{c, title = {C}, note = {N}, crossref = {a}}",
            [endless("3:46", "c", "a")],
        ),
    ],
)
def test_a_circle_of_parents_is_told_once(text: str, told: list[str]) -> None:
    sources, problems = load_sources(text, "r.bib")
    assert [str(problem) for problem in problems] == told
    assert all(source.title for source in sources.values())
    if "c" in sources:
        assert (sources["a"].fields["note"], sources["b"].fields["note"]) == ("N", "N")


def test_one_parent_in_a_circle_does_not_keep_the_others_from_being_read() -> None:
    text = "@misc{a, title = {A}, xdata = {a, b}}\n@misc{b, title = {B}, note = {N}}"
    sources, problems = load_sources(text, "r.bib")
    assert [str(problem) for problem in problems] == [endless("1:31", "a", "a", "xdata")]
    assert sources["a"].fields["note"] == "N"


def test_each_parent_that_is_not_there_is_told_where_it_is_named() -> None:
    text = "@misc{a, title = {T}, xdata = {a1x, b9, zz}}\n@xdata{a1y, note = {N}}"
    assert [str(problem) for problem in load_sources(text, "r.bib")[1]] == [
        f'r.bib:1:{column}: error: "xdata" names "{key}", which is not in this file '
        "[unknown-target]\n"
        "  expected: the citation key of another entry in this file\n"
        f"  mend: {mend}"
        for column, key, mend in (
            (32, "a1x", 'write "a1y"'),
            (37, "b9", "delete the field xdata"),
            (41, "zz", "delete the field xdata"),
        )
    ]


def test_the_first_entry_of_a_key_counts_and_what_follows_is_read() -> None:
    text = "@misc{a, title = {A}}\n@misc{a, title = {B}, note = }\n@misc{b c, title = {C}}"
    sources, problems = load_sources(text, "r.bib")
    assert [(key, source.title) for key, source in sources.items()] == [("a", "A"), ("b c", "C")]
    assert [problem.code for problem in problems] == ["duplicate-key", "bad-bibtex", "bad-key"]
