"""Word documents: what Word and a screen reader find in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from hadau.model.downloads import Download


class Word:
    """A document, opened."""

    def __init__(self, file: Download) -> None:
        self.bytes = file.file.read_bytes()
        self.document: Any = Document(io.BytesIO(self.bytes))

    def headings(self) -> list[tuple[str, str]]:
        return [
            (paragraph.style.name, paragraph.text)
            for paragraph in self.document.paragraphs
            if paragraph.style.name.startswith("Heading")
        ]

    @cached_property
    def parts(self) -> dict[str, str]:
        with zipfile.ZipFile(io.BytesIO(self.bytes)) as file:
            return {name: file.read(name).decode("utf-8") for name in file.namelist()}


@pytest.fixture(scope="session")
def facilitator(sheets: Mapping[str, Download]) -> Word:
    return Word(sheets["end-of-season-facilitator.docx"])


@pytest.fixture(scope="session")
def participants(sheets: Mapping[str, Download]) -> Word:
    return Word(sheets["diwedd-y-tymor-cyfranogwyr.docx"])


def test_every_workshop_sheet_can_be_changed_in_each_language(
    sheets: Mapping[str, Download],
) -> None:
    assert sorted(name for name in sheets if name.endswith(".docx")) == [
        "diwedd-y-tymor-cyfranogwyr.docx",
        "diwedd-y-tymor-hwylusydd.docx",
        "end-of-season-facilitator.docx",
        "end-of-season-participants.docx",
        "ready-to-sow-checklist.docx",
        "yn-barod-i-hau-rhestr-wirio.docx",
    ]


def test_headings_are_words_own(facilitator: Word, participants: Word) -> None:
    assert participants.headings() == [
        ("Heading 1", "Diwedd y tymor"),
        ("Heading 3", "1. Beth oedd orau?"),
        ("Heading 3", "2. Pa mor dda oedd y flwyddyn?"),
        ("Heading 3", "3. Beth y flwyddyn nesaf?"),
        ("Heading 2", "Beth i’w gofnodi"),
    ]
    assert [words for level, words in facilitator.headings() if level == "Heading 2"] == [
        "What it is good for",
        "What to bring",
        "Step by step",
        "What to write down",
        "Frameworks behind it",
        "Where it comes from",
    ]


def test_times_stand_beside_the_questions(facilitator: Word) -> None:
    words = [paragraph.text for paragraph in facilitator.document.paragraphs]
    assert [text for text in words if "minutes" in text] == [
        "Time: 25 minutes",
        "10 minutes (0:00–0:10)",
        "5 minutes (0:10–0:15)",
        "10 minutes (0:15–0:25)",
        "In all: 25 minutes",
    ]


@pytest.mark.parametrize(
    ("name", "tag"),
    [("yn-barod-i-hau-rhestr-wirio.docx", "cy-GB"), ("ready-to-sow-checklist.docx", "en-GB")],
)
def test_the_language_is_set(name: str, tag: str, sheets: Mapping[str, Download]) -> None:
    word = Word(sheets[name])
    set_ = {element.get(qn("w:val")) for element in word.document.styles.element.iter(qn("w:lang"))}
    assert set_ == {tag}
    assert word.document.core_properties.language == tag
    other = {"cy-GB": "en-GB", "en-GB": "cy-GB"}[tag]
    marked = re.findall(r'<w:lang w:val="([^"]+)"', word.parts["word/document.xml"])
    assert marked.count(other) == 1


def test_a_box_can_be_ticked_and_has_a_name(sheets: Mapping[str, Download]) -> None:
    content = Word(sheets["yn-barod-i-hau-rhestr-wirio.docx"]).parts["word/document.xml"]
    assert content.count("<w14:checkbox>") == 3
    assert content.count('<w:alias w:val="Blwch i’w dicio"/>') == 3


def test_the_first_row_of_a_table_is_its_headings(participants: Word) -> None:
    tables = participants.document.tables
    assert [[cell.text for cell in table.rows[0].cells] for table in tables] == [
        ["Llysieuyn", "Gwely"],
        ["Cam gweithredu", "Pwy sy’n gyfrifol", "Erbyn pryd"],
    ]
    for table in tables:
        marked = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
                  for row in table.rows]  # fmt: skip
        assert marked == [True, False, False]


def test_a_document_tells_no_time_and_shows_no_picture_of_another(facilitator: Word) -> None:
    with zipfile.ZipFile(io.BytesIO(facilitator.bytes)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "docProps/thumbnail.jpeg" not in facilitator.parts
    assert "thumbnail" not in facilitator.parts["_rels/.rels"]
    assert "2013" not in facilitator.parts["docProps/core.xml"]
