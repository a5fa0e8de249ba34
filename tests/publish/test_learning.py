"""Quizzes in the formats of learning platforms.

Longer than other modules: it reads every format back by readers of its own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from markupsafe import Markup

from hadau.__main__ import main
from hadau.commands.learning import FORMATS
from hadau.load.settings import find_project
from hadau.model.asking import Asking
from hadau.model.lessons import Export, Lesson
from hadau.model.text import LANGUAGES
from hadau.pipeline import check_guide, export_lessons
from hadau.publish.learning import WRITERS
from hadau.publish.learning.gift import write_gift
from hadau.publish.learning.moodle import write_moodle
from hadau.publish.learning.qti import write_qti
from hadau.publish.learning.xhtml import read_html
from hadau.render.lessons import render_lessons

SEEDS = Path(__file__).parents[1] / "cases" / "seeds" / "mkdocs.yml"

FRACTIONS = {
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25",
    "20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0",
}  # fmt: skip
"""The parts of a mark that Moodle knows (question_bank::fraction_options_full)."""

PARTS = {
    "multichoice": ("single", "shuffleanswers", "answernumbering", "answer"),
    "truefalse": ("answer",),
    "shortanswer": ("usecase", "answer"),
    "numerical": ("answer",),
    "matching": ("shuffleanswers", "subquestion"),
}
"""What a question of each type must have beside what all have."""

HOSTILE = "~no =yes {a} #b: \\c *d -> e\n\n<b>f</b> ]]> &amp; ŵ “g”"


@cache
def lessons() -> tuple[Lesson, ...]:
    project = find_project(SEEDS)
    linked, _ = check_guide(project)
    assert linked is not None
    return render_lessons(linked, project)


@cache
def exported(form: str) -> Export:
    return export_lessons(find_project(SEEDS), form)[0]


def with_words(words: str) -> tuple[Lesson, ...]:
    """The quiz with other words in each of its texts."""

    def change(asked: Asking) -> Asking:
        html = Markup("<p>{}</p>").format(words)
        return replace(
            asked,
            text=html,
            feedback=html,
            offers=tuple(
                replace(offer, words=Markup.escape(words), feedback=html)
                if offer.key not in ("true", "false")
                else offer
                for offer in asked.offers
            ),
            things=tuple(replace(thing, words=words) for thing in asked.things),
            targets=tuple(f"{words} {number}" for number, _ in enumerate(asked.targets)),
        )

    return tuple(
        replace(
            lesson,
            texts={
                language: replace(
                    text, title=words, questions=tuple(change(asked) for asked in text.questions)
                )
                for language, text in lesson.texts.items()
            },
        )
        for lesson in lessons()
    )


def text_of(element: ET.Element | None) -> str:
    assert element is not None
    found = element.find("text")
    assert found is not None
    return found.text or ""


def read_moodle(content: bytes) -> Iterator[tuple[str, str, Any]]:
    """Name, type and right answers of each question, as Moodle would read them."""
    root = ET.fromstring(content)
    assert root.tag == "quiz"
    for question in root:
        kind = question.attrib["type"]
        if kind == "category":
            assert text_of(question.find("category")).startswith("$course$/top/")
            continue
        for tag in ("name", "questiontext", "generalfeedback", *PARTS[kind]):
            assert question.find(tag) is not None, (kind, tag)
        assert text_of(question.find("questiontext"))
        answers = question.findall("answer")
        for answer in answers:
            assert answer.attrib["fraction"].removeprefix("-") in FRACTIONS
        right = [text_of_answer(each) for each in answers if float(each.attrib["fraction"]) > 0]
        total = sum(max(float(answer.attrib["fraction"]), 0) for answer in answers)
        if kind == "multichoice" and question.findtext("single") == "false":
            assert total == pytest.approx(100, abs=0.001)
        elif kind != "matching":
            assert {answer.attrib["fraction"] for answer in answers} <= {"100", "0"}
            assert right
        pairs = [
            (text_of(part), text_of(part.find("answer")))
            for part in question.findall("subquestion")
        ]
        if kind == "matching":
            assert len([words for words, _ in pairs if words]) >= 2
        yield text_of(question.find("name")), kind, pairs or right


def text_of_answer(answer: ET.Element) -> str:
    return answer.findtext("text") or ""


def test_moodle_reads_every_question_with_its_right_answers() -> None:
    files = exported("moodle").files
    assert list(files) == ["quizzes.cy.xml", "quizzes.en.xml"]
    found = {
        name: (kind, right)
        for name, kind, right in read_moodle(files["quizzes.en.xml"])
        if "missing" not in name
    }
    assert found == {
        "soil-quiz 01 base": ("multichoice", ["Drainage"]),
        "soil-quiz 02 feeds": ("multichoice", ["Compost", "Leaves"]),
        "soil-quiz 03 worms": ("truefalse", ["false"]),
        "soil-quiz 04 signs": (
            "matching",
            [("Limp leaves", "Dry"), ("Moss", "Waterlogged"), ("", "Frozen")],
        ),
        "soil-quiz 05 the-year": (
            "matching",
            [("Harvest", "3"), ("Rest", "4"), ("Sow", "1"), ("Grow", "2")],
        ),
        "soil-quiz 06 heap": (
            "matching",
            [("Eggshell", "On the heap"), ("Grass", "On the heap"), ("Glass", "In the bin")],
        ),
        "soil-quiz 09 how-many": ("numerical", ["3"]),
        "soil-quiz 10 how-deep": ("multichoice", ["4", "5 = more than anything"]),
        "soil-quiz 11 which-level": ("multichoice", ["Waterlogged"]),
    }
    words = next(
        right for name, _, right in read_moodle(files["quizzes.cy.xml"]) if "missing" in name
    )
    assert words[:2] == ["compost", "tail"]
    assert {"gompost", "manure", "thail"} <= set(words)


def test_moodle_keeps_hints_feedback_and_whole_addresses() -> None:
    root = ET.fromstring(exported("moodle").files["quizzes.cy.xml"])
    base = root[1]
    assert text_of(base.find("hint")) == "<p>Heb hwn nid oes dim uwch ei ben.</p>"
    told = text_of(base.find("generalfeedback"))
    assert 'href="https://gardd.example.org/cy/fframweithiau/pyramid-y-pridd/#drainage"' in told
    every = ET.tostring(root, "unicode")
    assert re.findall(r"(?:href|src)=&quot;(?!https://)|href=\"(?!https://)", every) == []


@pytest.mark.parametrize("form", ["moodle", "gift"])
def test_what_a_format_does_not_carry_is_named(form: str) -> None:
    left = [str(each) for each in exported(form).left]
    both = [
        "soil-quiz#my-garden: sorting without a right answer cannot be marked",
        "soil-quiz#which-level: its picture: it becomes a choice of the parts by name",
        "soil-quiz#dry-week: a scenario has branches, which questions of Moodle do not have",
    ]
    if form == "moodle":
        assert left == both
    else:
        assert left == [
            "soil-quiz#base: its hint",
            "soil-quiz#signs: GIFT matches 3 things or more",
            both[0],
            "soil-quiz#missing: its hint",
            *both[1:],
        ]


def unescape(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)


def read_gift(content: str) -> Iterator[tuple[str, str, str]]:
    """Name, text and answers of each question: what stands between signs that mean something."""
    for block in re.split(r"\n\n+", content.strip()):
        if block.startswith("$CATEGORY: "):
            assert "\n" not in block
            continue
        found = re.fullmatch(
            r"::((?:\\.|[^\\~=#{}:])+)::\[html\]((?:\\.|[^\\~=#{}:])+) \{(.*)\}", block, re.DOTALL
        )
        assert found is not None, block
        yield unescape(found[1]), unescape(found[2]), found[3].strip()


def test_gift_reads_every_question_with_its_right_answers() -> None:
    files = exported("gift").files
    assert list(files) == ["quizzes.cy.gift.txt", "quizzes.en.gift.txt"]
    found = {name: body for name, _, body in read_gift(files["quizzes.en.gift.txt"].decode())}
    assert list(found) == [
        f"soil-quiz {rest}"
        for rest in (
            "01 base", "02 feeds", "03 worms", "05 the-year", "06 heap", "08 missing",
            "09 how-many", "10 how-deep", "11 which-level",
        )
    ]  # fmt: skip
    assert found["soil-quiz 03 worms"] == "F####<p>They work for you.</p>"
    assert found["soil-quiz 02 feeds"].splitlines() == [
        "~%50%Compost#<p>Indeed.</p>",
        "~%50%Leaves#<p>Indeed.</p>",
        "~%-100%Concrete#<p>Not so.</p>",
    ]
    assert found["soil-quiz 09 how-many"].startswith("#3:0####<p>Drainage, food and life.</p>")
    assert "=Sow -> 1" in found["soil-quiz 05 the-year"].splitlines()


def test_signs_of_a_format_are_words_where_an_editor_wrote_them() -> None:
    hostile = with_words(HOSTILE)
    shown = " ".join(str(Markup("<p>{}</p>").format(HOSTILE)).split())
    gift = write_gift(hostile).files["quizzes.en.gift.txt"].decode()
    texts = [text for _, text, _ in read_gift(gift)]
    assert texts == [shown] * len(texts) != []
    for _, _, body in read_gift(gift):
        for line in body.splitlines():
            pairs = re.sub(r"\\.", "", line).count("->")
            assert pairs <= 1
    moodle = ET.fromstring(write_moodle(hostile).files["quizzes.en.xml"])
    assert text_of(moodle[1].find("questiontext")) == str(Markup("<p>{}</p>").format(HOSTILE))
    package = write_qti(hostile).files["quizzes.en.qti.zip"]
    item = ET.fromstring(zipfile.ZipFile(io.BytesIO(package)).read("items/soil-quiz-01-base.xml"))
    assert item.findtext(f"{QTI}itemBody/{QTI}p") == HOSTILE
    choice = item.find(f"{QTI}itemBody/{QTI}choiceInteraction/{QTI}simpleChoice/{QTI}p")
    assert choice is not None
    assert choice.text == HOSTILE


def open_package() -> zipfile.ZipFile:
    (name, content), *rest = exported("scorm").files.items()
    assert (name, rest) == ("soil-quiz.scorm.zip", [])
    return zipfile.ZipFile(io.BytesIO(content))


def test_a_scorm_package_has_every_file_that_its_manifest_and_pages_name() -> None:
    package = open_package()
    names = package.namelist()
    assert names[0] == "imsmanifest.xml"
    space = {"i": "http://www.imsproject.org/xsd/imscp_rootv1p1p2"}
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    assert manifest.findtext("i:metadata/i:schemaversion", "", space) == "1.2"
    resource = manifest.find("i:resources/i:resource", space)
    item = manifest.find("i:organizations/i:organization/i:item", space)
    assert resource is not None
    assert item is not None
    assert item.attrib["identifierref"] == resource.attrib["identifier"]
    scorm = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"
    assert (resource.attrib[scorm], resource.attrib["href"]) == ("sco", "index.html")
    listed = [file.attrib["href"] for file in resource.findall("i:file", space)]
    assert listed == names[1:]
    for name in listed:
        text = package.read(name).decode()
        asked = re.findall(r'(?:<link[^>]*href|<script[^>]*src|data-page)="([^"]+)"', text)
        asked += re.findall(r'^import .* from "\./([^"]+)"', text, re.MULTILINE)
        assert set(asked) - {"data:,"} <= set(names), name
    assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"


def open_qti(language: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(exported("qti").files[f"quizzes.{language}.qti.zip"]))


def read_item(content: bytes) -> tuple[str, str, list[str], list[str]]:
    """The interaction of an item, the type of its answer, what is right, and what may be chosen."""
    root = ET.fromstring(content)
    parts = [child.tag.removeprefix(QTI) for child in root]
    order = [
        "responseDeclaration", "outcomeDeclaration", "outcomeDeclaration", "itemBody",
        "responseProcessing",
    ]  # fmt: skip
    assert parts[:5] == order
    assert set(parts[5:]) <= {"modalFeedback"}
    (interaction,) = [element for element in root.iter() if element.tag.endswith("Interaction")]
    declared = root[0]
    choices = [
        element.attrib["identifier"]
        for element in interaction.iter()
        if element.tag in (f"{QTI}simpleChoice", f"{QTI}simpleAssociableChoice")
    ]
    names = [
        *choices,
        *(element.attrib["identifier"] for element in root.iter(f"{QTI}modalFeedback")),
    ]
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in names)
    right = [value.text or "" for value in declared.iter(f"{QTI}value")]
    if choices:
        assert {part for value in right for part in value.split()} <= set(choices)
    kind = f"{declared.attrib['cardinality']} {declared.attrib['baseType']}"
    return interaction.tag.removeprefix(QTI), kind, right, choices


def test_a_qti_package_has_an_item_for_each_question_it_carries() -> None:
    package = open_qti("en")
    items = {
        name.removeprefix("items/soil-quiz-")[3:-4]: read_item(package.read(name))[:3]
        for name in package.namelist()
        if name.startswith("items/")
    }
    assert items == {
        "base": ("choiceInteraction", "single identifier", ["c-0"]),
        "feeds": ("choiceInteraction", "multiple identifier", ["c-0", "c-1"]),
        "worms": ("choiceInteraction", "single identifier", ["c-false"]),
        "signs": ("matchInteraction", "multiple directedPair", ["t-0 g-0", "t-1 g-1"]),
        "the-year": ("orderInteraction", "ordered identifier", ["t-0", "t-1", "t-2", "t-3"]),
        "heap": ("matchInteraction", "multiple directedPair", ["t-0 g-0", "t-1 g-0", "t-2 g-1"]),
        "missing": ("textEntryInteraction", "single string", ["compost"]),
        "how-many": ("textEntryInteraction", "single integer", ["3"]),
        "how-deep": ("choiceInteraction", "single identifier", ["c-4"]),
        "which-level": ("choiceInteraction", "single identifier", ["c-waterlogged"]),
    }
    missing = ET.fromstring(package.read("items/soil-quiz-08-missing.xml"))
    mapped = {entry.attrib["mapKey"] for entry in missing.iter(f"{QTI}mapEntry")}
    assert {"manure", "gompost", "tail"} <= mapped
    assert [str(left) for left in exported("qti").left] == [
        "soil-quiz#base: its hint",
        "soil-quiz#my-garden: sorting without a right answer cannot be marked",
        "soil-quiz#missing: its hint",
        "soil-quiz#which-level: its picture: it becomes a choice of the parts by name",
        "soil-quiz#dry-week: a scenario has branches, which an item of QTI does not have",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_qti_package_lists_each_of_its_files_and_what_each_needs(language: str) -> None:
    package = open_qti(language)
    space = {"i": "http://www.imsglobal.org/xsd/imscp_v1p1"}
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    resources = manifest.findall("i:resources/i:resource", space)
    assert sorted(resource.attrib["href"] for resource in resources) == sorted(
        package.namelist()[1:]
    )
    known = {resource.attrib["identifier"] for resource in resources}
    needed = {each.attrib["identifierref"] for each in manifest.iterfind(".//i:dependency", space)}
    assert needed == known - {"f-soil-quiz"}
    test = ET.fromstring(package.read("tests/soil-quiz.xml"))
    asked = [ref.attrib["href"].removeprefix("../") for ref in test.iter(f"{QTI}assessmentItemRef")]
    assert asked == [name for name in package.namelist() if name.startswith("items/")]


def test_html_becomes_elements_that_a_format_knows() -> None:
    html = (
        'Words <b>bold</b> on<p>A <a href="x" class="y" data-z="1">link</a><br>two</p>'
        "<ul><li>&amp;</li></ul>end"
    )
    assert [ET.tostring(element, "unicode") for element in read_html(html)] == [
        "<p>Words <b>bold</b> on</p>",
        '<p>A <a href="x">link</a><br />two</p>',
        "<ul><li>&amp;</li></ul>",
        "<p>end</p>",
    ]
    assert read_html("<section><p>in</p></section>")[0].text == "in"


def test_the_same_guide_gives_the_same_bytes() -> None:
    for form in WRITERS:
        again, _ = export_lessons(find_project(SEEDS), form)
        assert again == exported(form)


def test_the_command_writes_files_and_names_what_is_left(tmp_path: Path) -> None:
    assert set(FORMATS) == set(WRITERS)
    run = CliRunner().invoke(main, ["-f", str(SEEDS), "export", "moodle", str(tmp_path / "out")])
    assert run.exit_code == 0
    lines = run.output.splitlines()
    assert lines[0] == f"Not carried by moodle: {exported('moodle').left[0]}"
    assert lines[-1] == f"Wrote 2 files: {tmp_path / 'out'}"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "quizzes.cy.xml",
        "quizzes.en.xml",
    ]


def test_both_languages_carry_the_same_questions() -> None:
    for lesson in lessons():
        cy, en = ([asked.id for asked in lesson.texts[each].questions] for each in LANGUAGES)
        assert cy == en
