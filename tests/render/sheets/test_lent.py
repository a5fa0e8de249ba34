"""On the sheets of a guide that is being drafted, words of the other language say so."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hadau.load.settings import find_project
from hadau.model.downloads import Download
from hadau.pipeline import check_guide
from hadau.render.sheets.making import make_sheets

from ...browser.drafting import MARKS, write_draft
from .checking import check_with_verapdf
from .reading import Pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAGS = {"cy": "cy-GB", "en": "en-GB"}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[Download]:
    """Every sheet in one language of a guide whose texts each lack the other."""
    folder = tmp_path_factory.mktemp("draft")
    project = find_project(write_draft(folder))
    linked, _ = check_guide(project)
    assert linked is not None
    made, problems = make_sheets(linked, project, folder / "sheets")
    assert problems == []
    return [file for files in made.values() for file in files if len(file.languages) == 1]


def words_of(path: Path, language: str) -> Iterator[str]:
    """The words of a Word document that are said to be in a language."""
    with zipfile.ZipFile(path) as package:
        document = ElementTree.fromstring(package.read("word/document.xml"))
        styles = ElementTree.fromstring(package.read("word/styles.xml"))
    (usual,) = {each.get(f"{W}val") for each in styles.iter(f"{W}lang")}
    for run in document.iter(f"{W}r"):
        said = run.find(f"{W}rPr/{W}lang")
        if TAGS[language] == (usual if said is None else said.get(f"{W}val")):
            yield "".join(text.text or "" for text in run.iter(f"{W}t"))


@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_lent_words_are_in_their_own_language_on_every_sheet(
    drafts: list[Download], format_: str
) -> None:
    seen = 0
    for file in (file for file in drafts if file.format == format_):
        for language, mark in MARKS.items():
            if format_ == "pdf":
                # What a picture is to who cannot see it can be in one language only.
                said = Pdf(file.file).words_in(language, pictures=False)
            else:
                said = " ".join(words_of(file.file, language))
            others = [other for other in MARKS.values() if other != mark]
            wrong = [word for word in said.split() if any(other in word for other in others)]
            assert (file.urls, language, wrong) == (file.urls, language, [])
            seen += said.count(mark)
    assert seen > 50


def test_sheets_with_lent_words_are_pdf_ua_1(drafts: list[Download]) -> None:
    some = [file.file for file in drafts if file.format == "pdf" and file.print == "standard"]
    told = check_with_verapdf(some).splitlines()
    assert [line for line in told if not line.startswith("pass ")] == []
    assert len(told) == len(some)
