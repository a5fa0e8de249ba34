"""Slips in a BibTeX file that differ a little from those in `bibtex-slips`, and what is read."""

from __future__ import annotations

import pytest

from hadau.load.bibtex import load_sources

Told = tuple[str, str, str]
"""Where a problem stands, what it is, and what to type."""


def told(text: str) -> list[Told]:
    return [
        (f"{p.position.line}:{p.position.column}", p.message, p.mend)
        for p in load_sources(text, "references.bib")[1]
    ]


EARLY = (
    "the entry ends here, but more of it follows",
    'delete the "}" that is too many, here or in the lines above',
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "@misc{a, title={T}}\na@b.org\n  @misc b,\n title = {x}\n}\n @book c, title = 1",
            [
                ("3:3", 'there is no "{" after "@misc"', 'write "@misc{b,"'),
                ("6:2", 'there is no "{" after "@book"', 'write "@book{c,"'),
            ],
        ),
        (
            "@in-book\n{b, title = {x}}",
            [
                (
                    "1:1",
                    '"@in-book" does not begin an entry',
                    'write "@misc{", or the type that fits',
                )
            ],
        ),
        ("@misc{a, title={T}}}", [("1:19", *EARLY)]),
        ("@misc{a, title={T}}\n{ }\n}", [("1:19", *EARLY)]),
        ("x } y\n@misc{a, title={T}}\n", [("1:3", 'this "}" closes nothing', "delete it")]),
        (
            '@preamble{ "x',
            [("1:1", 'this "@preamble" is not closed', 'write "}" where it ends')],
        ),
        (
            "@misc(a, title={T}",
            [
                (
                    "1:1",
                    'the entry "a" is not closed',
                    'write ")" on a line of its own after the last field',
                )
            ],
        ),
        (
            "@misc{a, title={T}",
            [
                (
                    "1:1",
                    'the entry "a" is not closed',
                    'write "}" on a line of its own after the last field',
                )
            ],
        ),
        (
            "@misc{one\n@misc{two, title={T}}",
            [("1:10", 'there is no comma after the citation key "one"', "write a comma here")],
        ),
        (
            "@misc{a, title={T}}\n%\t@misc{b, title={T}}",
            [
                (
                    "2:1",
                    'a "%" does not take an entry out of a BibTeX file',
                    'delete the "%", or the whole entry',
                )
            ],
        ),
    ],
)
def test_damage_between_entries_is_told(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title={T}}\n% }\n",
        "@misc{a, title={T}}\n\\}\n",
        "@misc{a, title={T}}\n{ }\n",
        "\n% notes\n@misc{a, title={T}}",
        "@misc{a, title={T}}\n\x07\n",
        "%@comment{x}\n@misc{a, title={T}}",
        "x % @misc{a, title={T}}",
        " @misc{a, title={T}} @misc(b, title={T) x})",
        "@COMMENT{ {x} }\n@Preamble(x)\n@misc{a, title={T}}",
        "@misc{a, title={T}}\nann@example.org, a = b",
    ],
)
def test_what_only_looks_like_damage_is_none(text: str) -> None:
    sources, problems = load_sources(text, "references.bib")
    assert (sources["a"].title, problems) == ("T", [])


def test_the_same_entry_may_stand_in_a_file_twice() -> None:
    entry = "@misc{a, title={T}}"
    sources, problems = load_sources(f"x\n{entry}\n\n{entry}\n\n {entry} x", "references.bib")
    assert (sources["a"].raw, sources["a"].line) == (entry, 2)
    assert [(p.position.line, p.position.column, p.code) for p in problems] == [
        (4, 7, "duplicate-key"),
        (6, 8, "duplicate-key"),
    ]


@pytest.mark.parametrize(("length", "problems"), [(100_000, 0), (100_001, 1)])
def test_a_value_may_have_so_many_characters(length: int, problems: int) -> None:
    assert len(told(f"@misc{{a, title = {{{'x' * length}}}}}")) == problems


def bare(name: str, words: str) -> tuple[str, str]:
    message = f'the words of the field "{name}" stand without braces'
    return message, f"write {name} = {{{words}}}"


def trailing(name: str) -> tuple[str, str]:
    message = f'words follow the end of the field "{name}"'
    return message, "move the words inside the braces or quotes, or delete them"


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("Trust {and {Power}, or} fish", "Trust and Power, or fish",
         ("3:2", *bare("note", "Trust and Power, or fish"))),
        ('a "b, {c" d', "a b, c d", ("3:2", *bare("note", 'a "b, c" d'))),
        ('a "b", c', "a b", ("3:2", *bare("note", 'a "b"'))),
        ("fi sh\x07", "fi sh", ("3:2", *bare("note", "fi sh<U+0007>"))),
        ("{a} # b c", "a # b c", ("3:2", *bare("note", "a # b c"))),
        ("Xyz {b} X", "Xyz b X", ("3:2", *bare("note", "Xyz b X"))),
        ("{a} b", "a b", ("3:6", *trailing("note"))),
        ('"a" b "c"', "a b c", ("3:6", *trailing("note"))),
        ('{a} # "b" c', "a # b c", ("3:12", *trailing("note"))),
    ],
)  # fmt: skip
def test_a_value_that_is_none_is_read_all_the_same(
    written: str, value: str, expected: Told
) -> None:
    text = f"@misc{{a, title = {{T}},\nnote =\n {written}, isbn = 1}}"
    assert expected in told(text)
    assert load_sources(text, "references.bib")[0]["a"].fields["note"] == value


def test_a_name_whose_braces_end_early_has_one_problem() -> None:
    text = "@misc{a, title = {T}, author = {Smith, A.} and Jones}"
    assert told(text) == [("1:44", *trailing("author"))]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "the long title = {the title}",
            (
                "2:1",
                '"the long title" is not the name of a field',
                'write "title", and delete what stands before it',
            ),
        ),
        (
            "the 2nd = {x}",
            ("2:1", '"the 2nd" is not the name of a field', "write a name such as title"),
        ),
        (
            "the title {Trust}",
            ("2:1", 'there is no "=" after "the title"', "write the title = {...}, or delete it"),
        ),
        (
            "%\n% note = {x}",
            ("2:1", 'a "%" does not take a line out of an entry', "delete this line"),
        ),
        (
            "note\n x\n note = {x},\n note = {note}",
            (
                "5:2",
                '"note" is given twice in "a"',
                "delete one of the two; the first is on line 4",
            ),
        ),
    ],
)
def test_a_name_of_a_field_that_is_none_is_told(fields: str, expected: Told) -> None:
    assert expected in told(f"@misc{{a, title = {{T}},\n{fields}}}")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("title, note = {N}", ['there is no "=" after "title"']),
        ("{T}, note = {N}", ['"{" stands where a field should begin']),
        ("2nd = {T}, note = {N}", ['"2nd" is not the name of a field']),
        (", note = {N}", ['"a" has no title', '"," stands where a field should begin']),
    ],
)
def test_a_field_is_missed_only_where_it_cannot_be_what_was_lost(
    fields: str, messages: list[str]
) -> None:
    assert [message for _, message, _ in told(f"@misc{{a, {fields}}}")] == messages


def test_a_field_without_an_equals_sign_leaves_the_others_as_they_were() -> None:
    text = "@misc{a, title {T},note={N}, isbn {x}}\n@misc{b, title={U}}"
    assert [mend for *_, mend in told(text)] == [
        "write title = {...}, or delete it",
        "write isbn = {...}, or delete it",
    ]
    sources, _ = load_sources(text, "references.bib")
    assert (sources["a"].fields, sources["b"].title) == ({"note": "N"}, "U")


NO_NAME = ('this "@string" has no name and "="', 'write the name, "=" and the words in quotes')


@pytest.mark.parametrize("text", ["@string{ 1a = {x}}", "@string{ rs {x}}", "@string{ rs}"])
def test_a_string_without_its_name_is_told(text: str) -> None:
    assert told(text) == [("1:10", *NO_NAME)]


def test_a_string_is_known_by_its_name_though_it_comes_too_late_or_twice() -> None:
    text = "@misc{b, title = Rs}\n@string{ rs = {a=b}}\n@string{RS = {c}}"
    assert told(text) == [
        (
            "1:18",
            'no "@string" above defines "Rs"',
            'move the "@string" from line 2 to a line above this one',
        ),
        (
            "3:9",
            'the "@string" "RS" is defined twice',
            "delete one of the two, or rename it; the first is on line 2",
        ),
    ]


def test_a_string_needs_no_spaces() -> None:
    sources, problems = load_sources("@string{a={x}}@misc{b,title=a#a}", "references.bib")
    assert (sources["b"].title, problems) == ("xx", [])


def test_what_stands_in_the_next_entry_is_not_blamed() -> None:
    unclosed = "@misc{a, title = {T,\n  note = {N}\n@misc{b, title = {\\} x}}"
    assert told(unclosed) == [
        (
            "1:18",
            'the "{" that opens the field "title" is not closed',
            'write "}" where the words of "title" end',
        )
    ]
    unquoted = '@misc{a, title = "T,\n@misc(b, title="U")'
    assert told(unquoted) == [
        (
            "1:18",
            'the quote mark that opens the field "title" is not closed',
            'write a quote mark where the words of "title" end',
        )
    ]
    bare_to_the_end = "@misc{a, title = A b\n@misc(b, title = {T})"
    assert told(bare_to_the_end)[-1] == ("1:18", *bare("title", "A b"))


@pytest.mark.parametrize(
    ("key", "mend"),
    [
        ("k" * 81, "k" * 80),
        ("X b/", "X-b"),
        ("A; B", "A-B"),
    ],
)
def test_a_key_that_cannot_be_one_is_mended_as_a_whole(key: str, mend: str) -> None:
    assert told(f"@misc{{{key}, title={{T}}}}")[0][2] == f'write "{mend}"'


@pytest.mark.parametrize("length", [60, 61])
def test_words_of_the_file_are_cut_short_where_they_are_long(length: int) -> None:
    ((_, message, _),) = told(f"@misc{{a, title={{T}}, year={{{'x' * length}}}}}")
    shown = "x" * 60 if length == 60 else "x" * 57 + "..."
    assert message == f'"{shown}" is not a year'


def test_words_of_the_file_stand_on_one_line_that_a_terminal_can_show() -> None:
    text = "@misc{a, title={T}, year={x  y\n z}, doi={\u180e}}"
    assert [message for _, message, _ in told(text)] == [
        '"x y z" is not a year',
        '"<U+180E>" is not a DOI, which begins with "10."',
    ]


def test_an_address_that_is_mended_is_not_cut_short() -> None:
    address = f"example.org/{'a' * 80}"
    ((_, _, mend),) = told(f"@misc{{a, title={{T}}, url={{{address}}}}}")
    assert mend == f'write "https://{address}"'


def test_a_type_that_is_like_none_is_told_to_be_misc() -> None:
    assert told("@zzz{a, title={T}}")[0][2] == 'write "@misc"'


AMP = (
    '"&" is read as part of a name: "A & B"',
    'write "and" for "&" between two people, or "{A & B}" for an organisation',
)


@pytest.mark.parametrize(
    ("names", "place"),
    [("{C and A & B and A & B}", "2:18"), ("{A &\n B}", "2:11"), ("{A &} # { B}", "2:11")],
)
def test_a_name_is_blamed_where_it_stands(names: str, place: str) -> None:
    text = f"@misc{{A, title={{A & B}},\n author = {names},\n note = {{A & B}}}}"
    assert told(text) == [(place, *AMP)]
