"""How the names of a bibliography are split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.load.names import NameFault, split_names
from hadau.model.guide import Name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Gobillot, Emmanuel", Name("Gobillot", "Emmanuel")),
        ("Emmanuel Gobillot", Name("Gobillot", "Emmanuel")),
        ("Gobillot", Name("Gobillot")),
        ("{Barnes} {Noble}", Name("Noble", "Barnes")),
        ("Vangen, S. E.", Name("Vangen", "S. E.")),
        ("S.~E. Vangen", Name("Vangen", "S. E.")),
        # Organisations
        ("{Llywodraeth Cymru}", Name("Llywodraeth Cymru", corporate=True)),
        ("{{Llywodraeth Cymru}}", Name("Llywodraeth Cymru", corporate=True)),
        (r"{Braces \{ and \}}", Name("Braces { and }", corporate=True)),
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
        ("Lovelace, ada", Name("Lovelace", "ada")),
        # Welsh ones too, however they are written
        ("Dafydd ap Gwilym", Name("ap Gwilym", "Dafydd")),
        ("ap Gwilym, Dafydd", Name("ap Gwilym", "Dafydd")),
        ("Gwilym, Dafydd ap", Name("ap Gwilym", "Dafydd")),
        ("Dafydd Ap Gwilym", Name("Ap Gwilym", "Dafydd")),
        ("ap Gwilym", Name("ap Gwilym")),
        ("Ifan ap ab Rhys", Name("ap ab Rhys", "Ifan")),
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
        ("A and Others and B", ["A", "B"], True),
        ("{Trust and Power} and B", ["Trust and Power", "B"], False),
        ("Anderson, A. and Sands, B.", ["Anderson", "Sands"], False),
    ],
)
def test_names_are_parted_by_and(written: str, families: list[str], others: bool) -> None:
    names, and_others, faults = split_names(written)
    assert ([name.family for name in names], and_others, faults) == (families, others, ())


ONE_NAME = 'one name as "Family, Given", and " and " between two names'
MATCHING = 'as many "{" as "}" in every name'
SUFFIXED = 'the form "Family, Jr, Given" where a name has a suffix'
NO_SIDE = 'there is no name on one side of an "and"'
NO_FAMILY = "this name has no family name"
COMMAS = "this name has more commas than a name can have"
BRACES = "the braces of a name do not match"


@pytest.mark.parametrize(
    ("written", "message", "expected", "mend"),
    [
        ("and C", NO_SIDE, ONE_NAME, 'write the name that is missing, or delete the "and"'),
        ("A, B And", NO_SIDE, ONE_NAME, 'write the name that is missing, or delete the "and"'),
        (
            "A, B et al.",
            '"et al." is read as part of a name',
            'every author by name, or "and others" at the end of the list',
            'write "and others" instead',
        ),
        ("A, B; C, D", 'names stand with ";" between them', ONE_NAME, 'write "A, B and C, D"'),
        ("A;B ;  C", 'names stand with ";" between them', ONE_NAME, 'write "A and B and C"'),
        (
            "Smith & Co",
            '"&" is read as part of a name',
            '"and" between two people, or braces around an organisation',
            'write "and" for "&" between two people, or "{Smith & Co}" for an organisation',
        ),
        ("{A} B; C", 'names stand with ";" between them', ONE_NAME, 'write "{A} B and C"'),
        ("A} B; C", 'names stand with ";" between them', ONE_NAME, 'write "A} B and C"'),
        ("{{A} B} C; D", 'names stand with ";" between them', ONE_NAME,
         'write "{{A} B} C and D"'),
        ("a=A, b=B", '"=" is read as part of a name', ONE_NAME, 'take out the "="'),
        ("A, B., C, D.", COMMAS, ONE_NAME, 'write "A, B. and C, D." if these are several people'),
        ("Able, J.-P., Cain", COMMAS, ONE_NAME,
         'write "Able, J.-P. and Cain" if these are several people'),
        ("Max,", "a name ends with a comma", ONE_NAME,
         'write "Max", or the given names after the comma'),
        ("Y, X ,", "a name ends with a comma", ONE_NAME,
         'write "Y, X", or the given names after the comma'),
        (", A", NO_FAMILY, ONE_NAME, "write the family name before the comma"),
        ("{} {}, A", NO_FAMILY, ONE_NAME, "write the family name before the comma"),
        ("{} {}", NO_FAMILY, ONE_NAME, "write the family name before the comma"),
        ("Martin Luther King Jr.", '"Jr." is read as the family name', SUFFIXED,
         'write "King, Jr., Martin Luther"'),
        ("Ann King III", '"III" is read as the family name', SUFFIXED, 'write "King, III, Ann"'),
        ("A {B", BRACES, MATCHING, "put the brace that is missing, or delete the one too many"),
        ("A} B", BRACES, MATCHING, "put the brace that is missing, or delete the one too many"),
        ("{A}}", BRACES, MATCHING, "put the brace that is missing, or delete the one too many"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_split_is_a_fault(
    written: str, message: str, expected: str, mend: str
) -> None:
    assert split_names(written)[2] == (NameFault(written, message, expected, mend),)


@pytest.mark.parametrize(
    ("written", "families", "wrong"),
    [
        ("A, B and and C", ["A", "and C"], ["and C"]),
        ("A and {}", ["A"], ["{}"]),
        ("A; B and C and D & E and others", ["B", "C", "E"], ["A; B", "D & E"]),
    ],
)
def test_one_fault_does_not_keep_the_other_names_from_being_read(
    written: str, families: list[str], wrong: list[str]
) -> None:
    names, _, faults = split_names(written)
    assert [name.family for name in names] == families
    assert [fault.words for fault in faults] == wrong


@pytest.mark.parametrize(
    ("written", "name"),
    [(", A", Name("A")), (", Jr,", Name("Jr")), ("King, B., Cain", Name("King", "Cain, B."))],
)
def test_what_can_be_read_of_a_faulty_name_is_kept(written: str, name: Name) -> None:
    assert split_names(written)[0] == (name,)


@pytest.mark.parametrize(
    "written",
    [
        "{A; B} Co",
        "{A & B} Co",
        "{A = B} Co",
        "{A, B, C} Co",
        "Ann {et al} Co",
        "Bet. Alun",
        "Band, Anne",
        "King Jr",
        "Ann B. Cain, III",
        "King, Jr, M. A.",
        r"A \} B",
        "King, {M., A., B.}",
        "King III, Martin Luther",
        "{{A} B; C} Co",
    ],
)
def test_marks_that_mean_something_else_are_no_fault(written: str) -> None:
    assert split_names(written)[2] == ()


@given(st.text() | st.lists(st.sampled_from([*"aB {}\\,~&;.\n", " and ", "ap "])).map("".join))
def test_no_name_is_too_strange(written: str) -> None:
    names, _, faults = split_names(written)
    for name in names:
        assert name.family
    for fault in faults:
        assert fault.words in written
