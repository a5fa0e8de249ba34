"""Which sheets there are, where they stand, and that only what changed is made again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hadau.model.downloads import Download
from hadau.model.guide import Project
from hadau.model.linked import Linked
from hadau.pipeline import build_guide, check_guide
from hadau.problems import GuideRefused
from hadau.render.sheets import making
from hadau.render.sheets.making import Planner
from hadau.render.sheets.typesetting import TEMPLATES, Press, count_pages

SHEETS = Path(__file__).parents[2] / "cases" / "seeds" / "content"


def test_a_conversation_has_two_sheets_and_a_checklist_one_in_each_language_and_print(
    sheets: Mapping[str, Download],
) -> None:
    assert {
        file.urls["en"]: (file.variant, "+".join(file.languages), file.print)
        for file in sheets.values()
        if file.variant in ("participant", "checklist") and file.format == "pdf"
    } == {
        "cy/rhestrau-gwirio/yn-barod-i-hau/yn-barod-i-hau-rhestr-wirio.pdf": (
            "checklist", "cy", "standard"),
        "cy/rhestrau-gwirio/yn-barod-i-hau/yn-barod-i-hau-rhestr-wirio-print-bras.pdf": (
            "checklist", "cy", "large"),
        "en/checklists/ready-to-sow/ready-to-sow-checklist.pdf": (
            "checklist", "en", "standard"),
        "en/checklists/ready-to-sow/ready-to-sow-checklist-large-print.pdf": (
            "checklist", "en", "large"),
        "en/checklists/ready-to-sow/ready-to-sow-checklist-bilingual.pdf": (
            "checklist", "cy+en", "standard"),
        "en/checklists/ready-to-sow/ready-to-sow-checklist-bilingual-large-print.pdf": (
            "checklist", "cy+en", "large"),
        "cy/sgyrsiau/diwedd-y-tymor/diwedd-y-tymor-cyfranogwyr.pdf": (
            "participant", "cy", "standard"),
        "cy/sgyrsiau/diwedd-y-tymor/diwedd-y-tymor-cyfranogwyr-print-bras.pdf": (
            "participant", "cy", "large"),
        "en/conversations/end-of-season/end-of-season-participants.pdf": (
            "participant", "en", "standard"),
        "en/conversations/end-of-season/end-of-season-participants-large-print.pdf": (
            "participant", "en", "large"),
        "en/conversations/end-of-season/end-of-season-participants-bilingual.pdf": (
            "participant", "cy+en", "standard"),
        "en/conversations/end-of-season/end-of-season-participants-bilingual-large-print.pdf": (
            "participant", "cy+en", "large"),
    }  # fmt: skip
    assert sum(file.variant == "facilitator" for file in sheets.values()) == 8


def test_a_sheet_in_both_languages_stands_beside_each_page(sheets: Mapping[str, Download]) -> None:
    assert dict(sheets["diwedd-y-tymor-cyfranogwyr-dwyieithog.pdf"].urls) == {
        "cy": "cy/sgyrsiau/diwedd-y-tymor/diwedd-y-tymor-cyfranogwyr-dwyieithog.pdf",
        "en": "en/conversations/end-of-season/end-of-season-participants-bilingual.pdf",
    }


def test_size_and_pages_are_those_of_the_file(sheets: Mapping[str, Download]) -> None:
    for file in sheets.values():
        assert file.size == file.file.stat().st_size
        assert file.pages == (count_pages(file.file) if file.format == "pdf" else None)


def test_the_same_words_give_the_same_bytes_anywhere(
    seeds: Project, seeds_linked: Linked, sheets: Mapping[str, Download], tmp_path: Path
) -> None:
    made, _ = making.make_sheets(seeds_linked, seeds, tmp_path / "elsewhere")
    again = [file.file for files in made.values() for file in files]
    first = [file.file for file in sheets.values()]
    assert [path.name for path in again] == [path.name for path in first]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in first]


def test_only_what_changed_is_set_again(
    guide_with: Callable[[Mapping[str, str | bytes]], Project],
    tmp_path: Path,
) -> None:
    checklist = (SHEETS / "checklists" / "ready-to-sow.yml").read_text("utf-8")
    checklist = checklist.replace("frameworks: [year-of-the-bed]", "frameworks: []")
    checklist = checklist.replace("section: sowing", "section: soil")
    checklist = checklist.replace("After [@cymdeithas2022].", "Made up.")
    checklist = checklist.replace("Ar ôl [@cymdeithas2022].", "Dychmygol.")
    made = []
    for words in ("I have a label.", "I have a label.", "I have a pencil."):
        changed = checklist.replace("I have a label.", words)
        project = guide_with({"content/checklists/ready-to-sow.yml": changed})
        linked, _ = check_guide(project)
        assert linked is not None
        planner = Planner(linked, project.site_url)
        press = Press(tmp_path / "kept")
        press.set_all(
            each.copy for each in planner.plan_entry(linked.guide.entries["ready-to-sow"])
        )
        made.append(press.made)
    # Of eight sheets, three are in Welsh alone.
    assert made == [8, 0, 5]


def test_what_no_build_asks_for_in_a_month_is_forgotten(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    Press(tmp_path).set_all([])
    assert [path.name for path in tmp_path.iterdir()] == ["new.pdf"]


def test_a_sheet_that_cannot_be_set_is_a_problem_of_its_file(
    seeds: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    templates = tmp_path / "typst"
    shutil.copytree(TEMPLATES, templates)
    (templates / "sheet.typ").write_text('#panic("no ink")')
    monkeypatch.setattr(making, "Press", lambda folder: Press(folder, templates))
    with pytest.raises(GuideRefused) as refused:
        build_guide(seeds, sheets=tmp_path / "kept")
    assert str(refused.value).splitlines()[:3] == [
        "content/checklists/ready-to-sow.yml:1:1: error: the sheet to print cannot be set: "
        "panicked with: no ink [sheet-not-set]",
        "  expected: words that Typst can set as PDF/UA-1",
        "  mend: change the words it names, or the templates of sheets",
    ]
