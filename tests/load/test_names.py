"""How the names of a bibliography are split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.load.names import split_names
from hadau.model.guide import Name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Gobillot, Emmanuel", Name("Gobillot", "Emmanuel")),
        ("Emmanuel Gobillot", Name("Gobillot", "Emmanuel")),
        ("Gobillot", Name("Gobillot")),
        ("Vangen, S. E.", Name("Vangen", "S. E.")),
        ("S.~E. Vangen", Name("Vangen", "S. E.")),
        # Organisations
        ("{Llywodraeth Cymru}", Name("Llywodraeth Cymru", corporate=True)),
        ("{{Llywodraeth Cymru}}", Name("Llywodraeth Cymru", corporate=True)),
        ("{Barnes, Noble and Sons}", Name("Barnes, Noble and Sons", corporate=True)),
        (r"{Ernst \& Young}", Name("Ernst & Young", corporate=True)),
        # Particles stay with the family name
        ("Jan van der Berg", Name("van der Berg", "Jan")),
        ("van der Berg, Jan", Name("van der Berg", "Jan")),
        ("{van der Berg}, Jan", Name("van der Berg", "Jan")),
        ("Jan {van der Berg}", Name("van der Berg", "Jan")),
        ("Charles de Gaulle", Name("de Gaulle", "Charles")),
        ("de Gaulle", Name("de Gaulle")),
        ("bell hooks", Name("hooks", "bell")),
        ("hooks, bell", Name("hooks", "bell")),
        # Welsh ones too, however they are written
        ("Dafydd ap Gwilym", Name("ap Gwilym", "Dafydd")),
        ("ap Gwilym, Dafydd", Name("ap Gwilym", "Dafydd")),
        ("Gwilym, Dafydd ap", Name("ap Gwilym", "Dafydd")),
        ("Dafydd Ap Gwilym", Name("Ap Gwilym", "Dafydd")),
        ("ap Gwilym", Name("ap Gwilym")),
        ("Siôn ab Ifan", Name("ab Ifan", "Siôn")),
        ("Gruffudd ab yr Ynad Coch", Name("ab yr Ynad Coch", "Gruffudd")),
        ("Angharad ferch Owain", Name("ferch Owain", "Angharad")),
        ("{Dafydd ap Gwilym}", Name("Dafydd ap Gwilym", corporate=True)),
        # Suffixes stay with the given names
        ("King, Jr, Martin Luther", Name("King", "Martin Luther, Jr")),
        # Braces and accents
        (r"{\'E}mile Zola", Name("Zola", "Émile")),
        (r"Zola, {\'E}mile", Name("Zola", "Émile")),
        (r"{\O}st, \'Emile", Name("Øst", "Émile")),
        (r"Brian {\'O} C{\'e}idigh", Name("Céidigh", "Brian Ó")),
        ("Glynd{\\^w}r, Owain", Name("Glyndŵr", "Owain")),
        ("Alan {and} Co", Name("Co", "Alan and")),
    ],
)
def test_a_name_is_split_into(written: str, name: Name) -> None:
    assert split_names(written) == ((name,), False, ())


@pytest.mark.parametrize(
    ("written", "families", "others"),
    [
        ("", [], False),
        ("A, B and C, D", ["A", "C"], False),
        ("A, B AND C, D", ["A", "C"], False),
        ("A and B and others", ["A", "B"], True),
        ("others", [], True),
        ("{Trust and Power} and B", ["Trust and Power", "B"], False),
        ("Anderson, A. and Sands, B.", ["Anderson", "Sands"], False),
    ],
)
def test_names_are_parted_by_and(written: str, families: list[str], others: bool) -> None:
    names, and_others, faults = split_names(written)
    assert ([name.family for name in names], and_others, faults) == (families, others, ())


@pytest.mark.parametrize(
    ("written", "message", "mend"),
    [
        ("A, B and and C", 'there is no name on one side of an "and"', None),
        ("A, B and", 'there is no name on one side of an "and"', None),
        ("A, B et al.", '"et al." is read as part of a name', 'write "and others" instead'),
        ("A, B; C, D", 'names stand with ";" between them', 'write "A, B and C, D"'),
        (
            "Smith & Co",
            '"&" is read as part of a name',
            'write "and" for "&" between two people, or "{Smith & Co}" for an organisation',
        ),
        ("given=A, family=B", '"=" is read as part of a name', 'take out the "="'),
        (
            "A, B., C, D.",
            "this name has more commas than a name can have",
            'write "A, B. and C, D." if these are several people',
        ),
        (
            "Able, B., Cain",
            "this name has more commas than a name can have",
            'write "Able, B. and Cain" if these are several people',
        ),
        ("A,", "a name ends with a comma", 'write "A", or the given names after the comma'),
        (", A", "this name has no family name", None),
        ("A and {}", "this name has no family name", None),
        (
            "Martin Luther King Jr.",
            '"Jr." is read as the family name',
            'write "King, Jr., Martin Luther"',
        ),
        ("A {B", "the braces of a name do not match", None),
        ("A} B", "the braces of a name do not match", None),
    ],
)
def test_a_name_that_cannot_be_split_is_a_fault(
    written: str, message: str, mend: str | None
) -> None:
    fault = split_names(written)[2][0]
    assert fault.message == message
    assert mend in (None, fault.mend)
    assert fault.words in written


@given(st.text() | st.lists(st.sampled_from([*"aB {}\\,~&;.\n", " and ", "ap "])).map("".join))
def test_no_name_is_too_strange(written: str) -> None:
    names, _, faults = split_names(written)
    for name in names:
        assert name.family
    for fault in faults:
        assert fault.words in written
