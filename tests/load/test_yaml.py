"""How YAML becomes values with their places, and what it would lose on the way.

Longer than other modules: most of it is a table of files and of what is said of them.
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.load.characters import INVISIBLE
from hadau.load.yaml import MOST_BYTES, MOST_DEPTH, MOST_VALUES, read_document
from hadau.model.places import Document
from hadau.problems import Position, as_text

PATH = "content/frameworks/bed.yml"


def read(text: str | bytes) -> Document:
    """The only document of a text without problems."""
    content = text if isinstance(text, bytes) else text.encode()
    document, problems = read_document(content, PATH, "frameworks")
    assert problems == []
    assert document is not None
    return document


def said(text: str | bytes) -> str:
    """What is wrong with a text that cannot be read."""
    content = text if isinstance(text, bytes) else text.encode()
    document, problems = read_document(content, PATH, "frameworks")
    assert document is None
    return as_text(problems)


def test_a_document_knows_its_kind_and_the_name_of_its_file() -> None:
    document = read("id: bed\n")
    assert (document.kind, document.stem, document.data) == ("frameworks", "bed", {"id": "bed"})


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("", None),
        ("~", None),
        ("null", None),
        ("nil", "nil"),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("012", "012"),
        ("-012", "-012"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("1.5", 1.5),
        (".5", ".5"),
        ("1.", "1."),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2024-03-01", "2024-03-01"),
        ("99999999999999999999", "99999999999999999999"),
        ("<<", "<<"),
        ("=", "="),
        ('"5"', "5"),
        ("'true'", "true"),
        ('""', ""),
    ],
)
def test_a_scalar_is_read_as_yaml_1_2_reads_it(written: str, value: object) -> None:
    found = read(f"a: {written}\n").data["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("|\n  un\n  dau\n\n  tri\n", "un\ndau\n\ntri\n"),
        ("|-\n  un\n  dau\n", "un\ndau"),
        (">-\n  un\n  dau\n", "un dau"),
        (">-\n  un\n\n  dau\n", "un\n\ndau"),
        (">-\n  un\n\n\n  dau\n", "un\n\ndau"),
        ("|-\n  - un\n  - dau\n", "- un\n- dau"),
        (">-\n  - un\n    - dau\n    - tri\n", "- un\n  - dau\n  - tri"),
    ],
)
def test_a_block_keeps_its_paragraphs(written: str, value: str) -> None:
    assert read(f"a: {written}").data["a"] == value


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (">-\n  - un\n  - dau\n", 3),
        (">\n\n  Pethau:\n\n  - un\n  - dau\n", 6),
        (">-\n  Pethau:\n  - un\n", 3),
        (">-\n  Pethau\n  1. un\n  2. dau\n", 3),
        (">-\n  un\n\n  > dau\n  > tri\n", 5),
        (">-\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n", 3),
        (">-\n  ```\n  cod\n  ```\n", 4),
        ("\n  Pethau\n  - un\n  * dau\n", 3),
        ("Pethau\n  - un\n  - dau\n", 2),
        ('"Pethau:\n\n  - un\n  - dau"\n', 4),
        ("'- un\n\n  - dau\n\n  - tri\n  + pedwar'\n", 6),
    ],
)
def test_a_list_whose_lines_yaml_joins_is_told_at_the_line(written: str, line: int) -> None:
    document, problems = read_document(f"a: {written}b: 1\n".encode(), PATH, "frameworks")
    assert document is not None
    assert as_text(problems) == (
        f"{PATH}:{line}:{3 if line > 1 else 4}: error: YAML joins this line to the one above"
        " [joined-lines]\n"
        "  expected: a text that keeps its lines, where it holds a list, a table or a quotation\n"
        "  mend: write `|-` in the place of `>-`, or after the name of the field, with the text"
        " below\n"
        "1 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize(
    "written",
    [
        ">-\n  Gair\n  - fel hyn -\n  am air.\n",
        ">-\n  Fe’i sefydlwyd yn\n  12. Wedyn\n",
        ">-\n  - un\n    yn hir\n\n  - dau\n    yn hir\n",
        ">-\n  - un\n\n  - dau\n",
        "|\n  - un\n  - dau\n",
        "\n  - un\n  - dau\n",
        '"un\n\n  - dau\n\n  - tri"\n',
        ">-\n  -un\n  -dau\n",
    ],
)
def test_prose_and_lists_whose_lines_stand_apart_are_no_problem(written: str) -> None:
    read(f"a: {written}")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("a:\n  cy: Grŵp # 1 o 2\n", "2:11"),
        ("a: {b: Y grŵp # 1 o 2\n  }\n", "1:14"),
        ("a:\n  - Grŵp\n    da #1\n", "3:7"),
        ("a:\n  en: Water gets away, see tip\n    #3 and rule\n", "3:5"),
        ("a:\n  en: Water\n    gets away, see tip\n    # 3 and rule\nb: 1\n", "4:5"),
        ("a:\n  - Compost, tip\n    #3 too\n", "3:5"),
        ("a:\n  - Compost,\n    gweler\n    #3\n", "4:5"),
        ("a: Mair #Prawf\n", "1:8"),
        ("a:\n  - compost #1\n", "2:12"),
        ("a: Mair\n  #Prawf\n", "2:3"),
    ],
)
def test_a_text_that_a_comment_may_have_cut_short_is_a_warning(written: str, place: str) -> None:
    document, problems = read_document(written.encode(), PATH, "frameworks")
    assert document is not None
    assert as_text(problems) == (
        f"{PATH}:{place}: warning: this text ends here, because YAML takes ` #` for the beginning"
        " of a comment [cut-text]\n"
        "  expected: a text in quotes, or a comment on a line of its own\n"
        "  mend: put quotes around the whole text, or move the comment\n"
        "0 error(s), 1 warning(s)"
    )


@pytest.mark.parametrize(
    "written",
    [
        "kind: list # of things",
        "order: 1 # first",
        'a: "Un gair" # nodyn',
        "a: un#dau tri",
        "a: 1 #2",
        "a: true #cofier",
        "a:\n  cy: Un gair\n  # nodyn\n  en: A word",
        "a:\n  - b: Un gair\n    # nodyn\n    c: Un",
        "a:\n  - Un gair\n  #dau\n  - Dau air",
        "a: Un gair\n\n    # nodyn",
        "a: un\n  # nodyn",
    ],
)
def test_a_comment_after_one_word_a_number_or_quotes_is_a_comment(written: str) -> None:
    read(written)


@pytest.mark.parametrize(
    ("written", "place", "whole", "values"),
    [
        (
            "a: {cy: Ganol dydd., en: At midday, or later.}\n",
            "1:26",
            "At midday, or later.",
            {"cy": "Ganol dydd.", "en": "At midday"},
        ),
        (
            "a: {cy: Un, dau, tri , en: One}\n",
            "1:9",
            "Un, dau, tri",
            {"cy": "Un", "en": "One"},
        ),
        (
            "a: {cy: Un,\n  dau hir, en: One}\n",
            "1:9",
            "Un, dau hir",
            {"cy": "Un", "en": "One"},
        ),
        (
            "a: {cy: A, en: " + "Wa, ter" * 12 + "}\n",
            "1:16",
            f"{('Wa, ter' * 12)[:40]}…{('Wa, ter' * 12)[-19:]}",
            {"cy": "A", "en": "Wa"},
        ),
    ],
)
def test_a_text_in_braces_that_a_comma_divides_is_told_once_with_the_whole_text(
    written: str, place: str, whole: str, values: dict[str, str]
) -> None:
    document, problems = read_document(written.encode(), PATH, "frameworks")
    assert document is not None
    assert document.data == {"a": values}
    assert as_text(problems) == (
        f"{PATH}:{place}: error: this text ends at a comma, because a comma in braces begins the"
        " next field [cut-text]\n"
        "  expected: a text in quotes, since it holds a comma\n"
        f'  mend: put quotes around the whole text: "{whole}"\n'
        "1 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{cy: Un, en: , de: Eins}", {"cy": "Un", "en": None, "de": "Eins"}),
        ('{cy: "Un, dau", en: "One"}', {"cy": "Un, dau", "en": "One"}),
        ("{cy: Un, en : One}", {"cy": "Un", "en": "One"}),
        ("{cy, en: One}", {"cy": None, "en": "One"}),
        ("{cy: Un, en}", {"cy": "Un", "en": None}),
        ("[Un, dau]", ("Un", "dau")),
    ],
)
def test_a_comma_between_fields_or_items_divides_no_text(written: str, value: object) -> None:
    assert read(f"a: {written}\n").data["a"] == value


def test_words_are_composed_so_that_one_letter_is_one_character() -> None:
    document = read('a: "w\u0302"\nb: w\u0302\n')
    assert document.data == {"a": "ŵ", "b": "ŵ"}


def test_lists_are_tuples_so_that_no_stage_can_change_one() -> None:
    assert read("a: [1, [2]]\n").data == {"a": (1, (2,))}


def test_every_value_and_name_knows_its_line_and_column() -> None:
    text = dedent(
        """\
        # Sylw am ŵy 🌱
        id: bed
        title: {cy: "🌱 Gwely", en: Bed}
        parts:
          - id: ŷd
            text: |-
              Un.
              Dau.
        """
    )
    places = read(text).places
    at = {
        (): (2, 1),
        ("id",): (2, 5),
        ("title", "cy"): (3, 13),
        ("title", "en"): (3, 28),
        ("parts", 0): (5, 5),
        ("parts", 0, "id"): (5, 9),
        ("parts", 0, "text"): (6, 11),
        ("parts", 0, "missing", "cy"): (5, 5),
    }
    assert {loc: places.at(loc) for loc in at} == {
        loc: Position(PATH, *place) for loc, place in at.items()
    }
    assert places.key_at(("parts", 0, "text")) == Position(PATH, 6, 5)
    assert places.key_at(("parts", 0)) == Position(PATH, 5, 5)
    assert places.within(("parts", 0, "text"), "Dau") == Position(PATH, 8, 7)
    assert places.within(("parts", 0, "text"), "Tri") == Position(PATH, 6, 11)


def test_the_second_of_two_equal_words_has_its_own_place() -> None:
    places = read('a: "x [[y]] [[y]]"\nb: "[[y]]"\n').places
    assert places.within(("a",), "[[y]]", 0) == Position(PATH, 1, 7)
    assert places.within(("a",), "[[y]]", 1) == Position(PATH, 1, 13)
    assert places.within(("a",), "[[y]]", 2) == Position(PATH, 1, 4)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_endings_of_any_system_give_the_same_places(ending: str) -> None:
    places = read("a: 1\n\nb: 2\n".replace("\n", ending)).places
    assert places.at(("b",)) == Position(PATH, 3, 4)


def test_a_mark_of_byte_order_is_not_part_of_the_first_name() -> None:
    document = read(b"\xef\xbb\xbfid: bed\n")
    assert document.data == {"id": "bed"}
    assert document.places.at(("id",)) == Position(PATH, 1, 5)


def test_a_line_break_of_unicode_leaves_later_places_right() -> None:
    _, problems = read_document("a: x\x85\nb: 1\nb: 2\n".encode(), PATH, "pages")
    assert [problem.position for problem in problems] == [Position(PATH, 3, 1)]


@pytest.mark.parametrize(
    ("damaged", "place", "meant"),
    [
        ("tÅ·", "1:4", "tŷ"),
        ("Y gÅµr", "1:6", "gŵr"),
        ('"tÅ·"', "1:5", "tŷ"),
        ("{b: tÅ·}", "1:8", "tŷ"),
        ("itâ€™s", "1:4", "it’s"),
        ("RhÃ´nâ€™s", "1:4", "Rhôn’s"),
        ("â€œgair", "1:4", "“gair"),
        ("un â€“ dau", "1:7", "–"),
        ("gairâ€\x9d", "1:4", "gair”"),
        ("itâ\x80\x99s", "1:4", "it’s"),
        ("itÃ¢â‚¬â„¢s", "1:4", "it’s"),
        ("Â£5", "1:4", "£5"),
        ("áº…", "1:4", "ẅ"),
        ("Ã‰cole", "1:4", "École"),
    ],
)
def test_words_that_were_read_in_the_wrong_encoding_are_told_with_what_was_meant(
    damaged: str, place: str, meant: str
) -> None:
    (word,) = (part for part in re.split(r'[ "{}]', damaged) if not part.isascii())
    word = re.sub("[\x80\x99\x9d]", lambda sign: f"<U+{ord(sign[0]):04X}>", word)
    assert said(f"a: {damaged}\n") == (
        f'{PATH}:{place}: error: "{word}" is "{meant}", read in the wrong encoding on its way here'
        " [wrong-encoding]\n"
        "  expected: the letters and marks that were meant\n"
        f'  mend: write "{meant}"\n'
        "1 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize(
    "words",
    ["‘gwnâ’", "“‘trâ’”", "casáu", "CAFÉ’S", "Â’i", "tŷ â’r", "„Ä“", "IÂ\u00a0ni", "pâ–"],
)
def test_letters_with_accents_beside_marks_are_what_they_are(words: str) -> None:
    assert read(f"a: {words}\n").data == {"a": words}


def test_every_word_that_was_read_in_the_wrong_encoding_is_told_up_to_twenty() -> None:
    assert said("a: " + "tÅ· " * 30).count("[wrong-encoding]") == 20


MERGE = "<<<<<<< HEAD\n  cy: Un\n||||||| 1a2b\n  cy: Dau\n=======\n  cy: Tri\n>>>>>>> branch\n"


def test_each_merge_that_nobody_finished_is_told_once_at_its_first_mark() -> None:
    told = (
        "error: two versions of these lines stand one after the other, as a merge left them"
        " [unfinished-merge]\n"
        "  expected: one version, without the lines of <, = and >\n"
        "  mend: keep what is right, and delete the other version and the three lines of marks\n"
    )
    assert said(f"id: bed\na:\n{MERGE}b:\n{MERGE}") == (
        f"{PATH}:3:1: {told}{PATH}:11:1: {told}2 error(s), 0 warning(s)"
    )


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| 1a2b"])
def test_a_mark_that_is_left_over_from_a_merge_is_told_at_its_line(mark: str) -> None:
    assert said(f"id: bed\na:\n  cy: Un\n{mark}\n  en: One\n") == (
        f"{PATH}:4:1: error: this line is left over from a merge [unfinished-merge]\n"
        "  expected: one version of each line, without the lines of <, = and >\n"
        "  mend: delete the line\n"
        "1 error(s), 0 warning(s)"
    )


def test_lines_of_signs_inside_a_text_are_no_marks_of_a_merge() -> None:
    assert read("a: |\n  Teitl\n  =======\n").data == {"a": "Teitl\n=======\n"}


def test_a_file_at_the_limit_is_read() -> None:
    assert len(read("a: " + "x" * (MOST_BYTES - 4) + "\n").data["a"]) == MOST_BYTES - 4


def test_a_file_past_the_limit_is_refused() -> None:
    assert said("a: " + "x" * (MOST_BYTES - 2)) == (
        "content/frameworks/bed.yml:1:1: error: the file is too large [file-too-large]\n"
        "  expected: at most 1,000,000 bytes\n"
        "  mend: split it into several records\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_file_with_too_many_values_is_refused_where_they_become_too_many() -> None:
    assert said("- a\n" * (MOST_VALUES + 1)) == (
        "content/frameworks/bed.yml:49998:3: error: "
        "the file holds more than 50,000 values [too-many-values]\n"
        "  expected: at most 50,000 values\n"
        "  mend: split it into several records\n"
        "1 error(s), 0 warning(s)"
    )


def test_lists_may_stand_as_deep_as_the_limit() -> None:
    data: Any = read("[" * MOST_DEPTH + "]" * MOST_DEPTH).data
    for _ in range(MOST_DEPTH - 1):
        (data,) = data
    assert data == ()


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_of_any_kind_and_depth_is_refused_and_not_followed(opening: str) -> None:
    assert "[too-deep]" in said(opening * 100_000)


def test_a_bomb_of_aliases_is_refused_before_it_is_built() -> None:
    levels = "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert said("a: &a [x]\n" + levels).count("[yaml-alias]") == 1 + 8 + 8 * 9


def test_every_field_given_twice_is_told_and_the_first_is_kept() -> None:
    document, problems = read_document(b"a: 1\na: 2\nb: {c: 1, c: 2}\n", PATH, "pages")
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert [(str(problem.position), problem.code) for problem in problems] == [
        ("content/frameworks/bed.yml:2:1", "duplicate-field"),
        ("content/frameworks/bed.yml:3:11", "duplicate-field"),
    ]


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(content: bytes) -> None:
    document, problems = read_document(content, PATH, "pages")
    assert document is not None or problems


@given(st.text(st.sampled_from("ab:-? \n\t[]{},&*!|>'\"%@`#<0.\\~\x85\u2028\ufeffŵ"), max_size=60))
def test_marks_of_yaml_in_any_order_are_read_or_refused(text: str) -> None:
    document, problems = read_document(text.encode(), PATH, "pages")
    assert document is not None or problems


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((written, None) for written in ("", "~", "null", "Null", "NULL")),
        *((written, True) for written in ("true", "True", "TRUE")),
        *((written, False) for written in ("false", "False", "FALSE")),
        *((written, written) for written in ("nULL", "tRUE", "fALSE", "yes", "No", "on")),
        *((written, int(written)) for written in ("0", "7", "-7", "+7", "123456789012345")),
        *((written, written) for written in ("00", "-07", "+07", "0x1F", "1234567890123456")),
        *((written, float(written)) for written in ("0.5", "-1.25", "+1.0")),
        *((written, written) for written in (".5", "1.", "1e3", "1.5.2", "X1")),
    ],
)
def test_plain_scalars_are_those_of_the_core_schema(written: str, value: object) -> None:
    found = read(f"a: {written}\n").data["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'a: [{b: "\\e"}]\n',
            "1:9: error: character U+001B has no place in a text [bad-character]\n"
            "  expected: letters, digits and marks that can be printed\n"
            "  mend: delete the character\n",
        ),
        (
            "a: b\u202ec\n",
            "1:5: error: character U+202E has no place in a text [bad-character]\n"
            "  expected: letters, digits and marks that can be printed\n"
            "  mend: delete the character\n",
        ),
        (
            "a: un\nb: gwre\u00adiddiau\u2060 dau\n",
            "2:8: error: character U+00AD (soft hyphen) has no place in a text [bad-character]\n"
            "  expected: letters, digits and marks that can be printed\n"
            '  mend: delete the character, which cannot be seen: type "gwreiddiau" anew\n'
            f"{PATH}:2:15: error: character U+2060 (word joiner) has no place in a text"
            " [bad-character]\n"
            "  expected: letters, digits and marks that can be printed\n"
            '  mend: delete the character, which cannot be seen: type "gwreiddiau" anew\n',
        ),
        (
            "- {b: 1, b: 2}\n",
            "1:10: error: the field `b` stands twice [duplicate-field]\n"
            "  expected: each field once\n"
            "  mend: delete one of the two, or join them\n",
        ),
        (
            "- ? [x]\n  : 1\n",
            "1:5: error: the name of a field is not a word [bad-key]\n"
            "  expected: a name such as `title`\n"
            "  mend: write a plain name before the colon\n",
        ),
        (
            "a: &b 1\n",
            "1:4: error: anchors (&) and aliases (*) are not used here [yaml-alias]\n"
            "  expected: the value itself\n"
            "  mend: write the value out where it is needed; put quotes around a text that begins "
            "with & or *\n",
        ),
        (
            "a: !b 1\n",
            "1:4: error: the tag !b is not used here [yaml-tag]\n"
            "  expected: the value itself\n"
            "  mend: delete the tag; put quotes around a text that begins with !\n",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "2:1: error: a second record begins here [two-records]\n"
            "  expected: one record a file\n"
            "  mend: move it to a file of its own\n",
        ),
        (
            "a: [\n",
            "2:1: error: this is not YAML: did not find expected node content [bad-yaml]\n"
            "  expected: `name: value` lines, indented evenly with spaces\n"
            "  mend: look at this line and the one above: a colon, quote, bracket or indent is "
            "missing or too many; put quotes around a text that holds `: `\n",
        ),
        (
            "# nothing\n",
            "1:1: error: the file is empty [empty-file]\n"
            "  expected: a record\n"
            "  mend: write the fields of the record, or delete the file\n",
        ),
    ],
)
def test_each_problem_is_told_whole(text: str, told: str) -> None:
    _, problems = read_document(text.encode(), PATH, "frameworks")
    count = told.count(": error: ")
    assert as_text(problems) == f"{PATH}:{told}{count} error(s), 0 warning(s)"


@pytest.mark.parametrize("character", INVISIBLE)
def test_a_character_that_nobody_sees_is_told_at_its_own_place(character: str) -> None:
    assert said(f"a: un\n\nb: >-\n  tri {character} pedwar\n") == (
        f"{PATH}:4:7: error: character U+{ord(character):04X} ({INVISIBLE[character]}) has no"
        " place in a text [bad-character]\n"
        "  expected: letters, digits and marks that can be printed\n"
        "  mend: delete the character, which cannot be seen\n"
        "1 error(s), 0 warning(s)"
    )


def test_of_characters_that_have_no_place_the_first_twenty_are_told() -> None:
    assert said("a: " + "x\u200b" * 30).endswith("\n20 error(s), 0 warning(s)")


def test_a_space_that_does_not_break_is_a_space_in_a_text() -> None:
    assert read("a: 5\u00a0kg\n").data == {"a": "5\u00a0kg"}


def test_problems_of_the_whole_file_are_told_whole() -> None:
    limits = {
        b"a: " + b"x" * MOST_BYTES: (
            "1:1: error: the file is too large [file-too-large]\n"
            "  expected: at most 1,000,000 bytes\n  mend: split it into several records\n"
        ),
        b"a: \xff\n": (
            "1:4: error: byte 0xff is not UTF-8 [not-utf-8]\n"
            "  expected: a file saved as UTF-8\n"
            "  mend: save the file again with the encoding UTF-8\n"
        ),
        b"[" * (MOST_DEPTH + 1): (
            "1:25: error: lists and fields stand more than 24 deep [too-deep]\n"
            "  expected: at most 24 levels\n  mend: write the record with fewer levels\n"
        ),
        b"- 1\n" * MOST_VALUES: (
            "49998:3: error: the file holds more than 50,000 values [too-many-values]\n"
            "  expected: at most 50,000 values\n  mend: split it into several records\n"
        ),
    }
    for content, told in limits.items():
        assert said(content) == f"{PATH}:{told}1 error(s), 0 warning(s)"
