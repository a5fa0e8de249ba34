"""What an editor is told when a record does not have its shape; whole guides are in `cases/`."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from hadau.load.yaml import read_document
from hadau.model.entries import Part
from hadau.model.quizzes import Quiz
from hadau.model.sheets import Prompt
from hadau.model.text import Phrase, Text
from hadau.model.tools import Tool
from hadau.validate.shape import read_record


def told(model: type[BaseModel], text: str) -> list[str]:
    """Place, code and message of everything that keeps a text from being a record."""
    document, problems = read_document(text.encode(), "a.yml", "x")
    assert document is not None
    assert problems == []
    record, found = read_record(model, document)
    assert (record is None) is bool(found)
    return [
        f"{problem.position.line}:{problem.position.column} {problem.code}: {problem.message}"
        for problem in found
    ]


def mends(model: type[BaseModel], text: str) -> list[tuple[str, str]]:
    """What was expected and what to type, of each fault but fields that are missing."""
    document, _ = read_document(text.encode(), "a.yml", "x")
    assert document is not None
    _, found = read_record(model, document)
    return [
        (problem.expected, problem.mend) for problem in found if problem.code != "missing-field"
    ]


def test_a_sound_record_is_frozen() -> None:
    document, _ = read_document(b"{cy: Pridd, en: Soil}", "a.yml", "x")
    assert document is not None
    record, problems = read_record(Phrase, document)
    assert problems == []
    assert record == Phrase(cy="Pridd", en="Soil")
    assert hash(record) == hash(Phrase(cy="Pridd", en="Soil"))


def test_every_fault_of_a_record_is_told_at_once() -> None:
    assert told(Phrase, "cy: 5\nga: x\n") == [
        '1:5 bad-value: the number 5 will not do for `cy`',
        "1:1 missing-field: the record has no `en`",
        '2:1 unknown-field: unknown field "ga"',
    ]  # fmt: skip


def test_a_missing_language_is_told_as_such_where_nothing_else_stands() -> None:
    assert told(Text, "cy: Pridd\n") == ["1:1 missing-language: the record has no words in `en`"]
    assert told(Text, "{}\n") == [
        "1:1 missing-language: the record has no words in `cy`",
        "1:1 missing-language: the record has no words in `en`",
    ]


def test_a_fault_inside_a_choice_of_kinds_stands_where_it_is_written() -> None:
    text = (
        "id: one\ntext: {cy: A, en: B}\nanswer:\n"
        "  kind: table\n  columns:\n    - {cy: A}\n  rows: 99\n"
    )
    assert told(Prompt, text) == [
        "6:7 missing-language: `columns` has no words in `en`",
        "7:9 bad-value: the number 99 will not do for `rows`",
    ]


def test_a_field_of_another_kind_of_answer_is_unknown_here() -> None:
    text = "id: one\ntext: {cy: A, en: B}\nanswer: {kind: lines, rows: 2}\n"
    assert told(Prompt, text) == ['3:23 unknown-field: unknown field "rows"']


def test_a_space_that_does_not_break_is_shown_where_no_space_may_be() -> None:
    text = "id: one\u00a0\ntext\u00a0: {cy: A\u00a0b, en: B}\nanswer: {kind: lines\u00a0}\n"
    assert told(Prompt, text) == [
        '1:5 bad-id: "one<U+00A0>" will not do for `id`',
        "1:1 missing-field: the record has no `text`",
        '3:16 unknown-value: "lines<U+00A0>" will not do for `kind`',
        '2:1 unknown-field: unknown field "text<U+00A0>"',
    ]
    assert [mend for _, mend in mends(Prompt, text)] == [
        'write "one"',
        'write "lines"',
        'write "text"',
    ]


@pytest.mark.parametrize(("written", "sign"), [("[[how-wet]]", "["), ("{x}", "{")])
def test_a_text_that_yaml_takes_for_a_list_or_fields_needs_quotes(written: str, sign: str) -> None:
    assert mends(Text, f"cy: Un\nen: {written}\n") == [
        ("a text", f"put quotes around a text that begins with {sign}")
    ]


@pytest.mark.parametrize("written", ["1.10", "True", "+7", "2.0", "FALSE", "12"])
def test_a_number_or_truth_that_is_meant_as_words_is_quoted_as_it_was_typed(written: str) -> None:
    assert mends(Text, f"cy: Un\nen: {written} # nodyn\n") == [
        ("a text", f'put quotes around it: "{written}"')
    ]
    (said,) = told(Text, f"cy: Un\nen: {written} # nodyn\n")
    assert said.startswith("2:5 bad-value: ")
    assert f"{written} will not do" in said.replace("`", "")


@pytest.mark.parametrize("kind", ["5", "[single]", "{a: b}", "true", "null"])
def test_a_kind_that_is_no_word_is_told(kind: str) -> None:
    (said,) = told(Prompt, f"id: one\ntext: {{cy: A, en: B}}\nanswer: {{kind: {kind}}}\n")
    assert said.startswith("3:")


def test_a_question_that_fails_does_not_make_the_list_too_short() -> None:
    text = (
        "questions:\n  - {kind: true-false, id: a, text: {cy: A, en: B}, answer: 1, "
        "feedback: {cy: A, en: B}}\n"
    )
    said = [line for line in told(Quiz, text) if not line.startswith("1:1 missing")]
    assert said == ["2:61 bad-value: the number 1 will not do for `answer`"]


@pytest.mark.parametrize(("length", "shown"), [(60, "a" * 60), (61, "a" * 57 + "…")])
def test_long_words_are_shortened_where_they_are_quoted(length: int, shown: str) -> None:
    text = f"id: one\ntext: {{cy: A, en: B}}\nanswer: {{kind: lines, count: {'a' * length}}}\n"
    assert told(Prompt, text) == [f'3:30 bad-value: "{shown}" will not do for `count`']


def test_a_language_that_is_left_empty_is_missing_from_the_field_around_it() -> None:
    text = (
        "id: one\ntext: {cy: A, en: B}\nanswer: {kind: table, columns: [{cy: A, en: }], rows: 2}\n"
    )
    assert told(Prompt, text) == ["3:41 missing-language: `columns` has no words in `en`"]


@pytest.mark.parametrize(
    ("model", "text", "expected", "mend"),
    [
        (
            Prompt,
            "answer: {kind: table, columns: [{cy: A, en: B, eng: C}]}",
            "one of cy, en",
            'write "en"',
        ),
        (
            Quiz,
            "questions: [{kind: fill-in, hint: {cy: A, en: B, fr: C}}]",
            "one of cy, en",
            "delete the field, or move it where it belongs",
        ),
        (
            Quiz,
            "questions: [{kind: fill-in, answer: 1}]",
            "one of answers, citations, feedback, framework, hint, id, kind, part, text",
            'write "answers"',
        ),
        (
            Part,
            "example: {basis: source, text: {cy: A, en: B, cym: C}}",
            "one of cy, en",
            'write "cy"',
        ),
    ],
)
def test_an_unknown_field_is_held_against_those_of_its_own_place(
    model: type[BaseModel], text: str, expected: str, mend: str
) -> None:
    assert mends(model, text) == [(expected, mend)]


class Odd(BaseModel):
    """A record with a field of a kind that no guide has yet."""

    size: float


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Odd, "size: wide", "a value of another kind"),
        (Prompt, "answer: {kind: table, rows: }", "a whole number"),
    ],
)
def test_the_kind_of_value_that_was_expected_is_what_to_write(
    model: type[BaseModel], text: str, expected: str
) -> None:
    assert mends(model, text) == [(expected, f"write {expected}")]


def test_every_kind_of_exercise_is_named_where_none_fits() -> None:
    document, _ = read_document(b"exercise: {kind: weigh}\n", "a.yml", "x")
    assert document is not None
    _, problems = read_record(Tool, document)
    (problem,) = [problem for problem in problems if problem.code == "unknown-value"]
    assert str(problem) == (
        'a.yml:1:18: error: "weigh" will not do for `kind` [unknown-value]\n'
        "  expected: one of scale-and-list, weighing, decision-path, self-assessment\n"
        '  mend: write "weighing"'
    )
