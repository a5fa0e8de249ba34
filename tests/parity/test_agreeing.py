"""Agreeing that both languages of a text say the same, and what follows when one changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hadau.__main__ import main
from hadau.model.guide import Project

MakeGuide = Callable[[Mapping[str, str | bytes]], Project]

OVERRIDES = Path(__file__).parents[2] / "overrides"
BED = """\
id: bed
title: {cy: Y gwely, en: The bed}
summary: {cy: Lle i hau., en: Where to sow.}
text: {cy: Palwch yn ddwfn., en: Dig deep.}
sections:
  - {id: rain, title: {cy: Glaw, en: Rain}, text: {cy: Heuwch wedyn., en: Then sow.}}
  - {id: frost, title: {cy: Barrug, en: Frost}, text: {cy: Casglwch., en: Gather.}}
review: {cy: {state: draft}, en: {state: draft}}
"""


class Guide:
    """A small guide on which everything has been agreed, and what an editor does with it."""

    def __init__(self, project: Project) -> None:
        self.root = project.root

    def hadau(self, *arguments: str) -> Result:
        settings = str(self.root / "mkdocs.yml")
        result = CliRunner().invoke(main, ["-f", settings, *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    def edit(self, *changes: tuple[str, str], file: str = "content/pages/bed.yml") -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def check(self) -> list[str]:
        """The problems of the guide: place and code of each."""
        said = json.loads(self.hadau("check", "--format", "json").stdout)
        return [f"{p['path'].split('/')[-1]}:{p['line']} {p['code']}" for p in said]

    def agreed(self, name: str = "pages/bed") -> Any:
        return json.loads((self.root / "agreed" / f"{name}.json").read_text("utf-8"))

    def waiting(self, entry: str = "bed") -> list[dict[str, Any]]:
        told = json.loads(self.hadau("status", "--format", "json").stdout)
        return list(next(row for row in told["entries"] if row["entry"] == entry)["waiting"])


@pytest.fixture
def guide(guide_with: MakeGuide) -> Guide:
    guide = Guide(guide_with({"content/pages/bed.yml": BED}))
    guide.edit(("../../../overrides", str(OVERRIDES)), file="mkdocs.yml")
    result = guide.hadau("agree", "--all")
    assert (result.exit_code, result.stdout) == (0, "Agreed: 15 texts.\n")
    return guide


def test_a_guide_without_agreements_needs_none(guide: Guide) -> None:
    shutil.rmtree(guide.root / "agreed")
    guide.edit(("Dig deep", "Dig deeper"))
    assert guide.check() == []


def test_a_sentence_that_changed_in_one_language_stops_the_build_until_it_is_agreed(
    guide: Guide,
) -> None:
    assert guide.check() == []
    guide.edit(("Dig deep.", "Dig deep and wait."))
    assert guide.check() == ["bed.yml:4 out-of-date"]
    guide.edit(("Palwch yn ddwfn.", "Palwch yn ddwfn ac arhoswch."))
    assert guide.check() == ["bed.yml:4 out-of-date"]
    result = guide.hadau("agree", "bed", "text")
    assert (result.exit_code, result.stdout) == (0, "Agreed: 1 text.\n")
    assert guide.check() == []


def test_status_gives_the_words_that_were_agreed_and_what_changed(guide: Guide) -> None:
    guide.edit(("Palwch yn ddwfn.", "Palwch yn ddyfnach."))
    assert guide.waiting() == [
        {
            "field": "text",
            "at": "content/pages/bed.yml:4:7",
            "state": "outdated",
            "behind": ["en"],
            "agreed": {"cy": "Palwch yn ddwfn.", "en": "Dig deep."},
            "changes": {"cy": "Palwch yn [-ddwfn.-] {+ddyfnach.+}"},
        }
    ]
    said = guide.hadau("status").stdout
    assert (
        "content/pages/bed.yml:4:7: bed text: the English is out of date. The Welsh has changed: "
        "Palwch yn [-ddwfn.-] {+ddyfnach.+}"
    ) in said


def test_one_side_alone_is_agreed_only_as_a_change_of_wording(guide: Guide) -> None:
    guide.edit(("Dig deep.", "Dig deeply."))
    result = guide.hadau("agree", "bed")
    assert (result.exit_code, result.stdout) == (1, "Agreed: 0 texts.\n")
    assert result.stderr == (
        "content/pages/bed.yml:4:7: not agreed: bed text: only the English has changed: "
        "Dig [-deep.-] {+deeply.+}\n"
        "  mend: write the Welsh anew first, or add --wording-only where it still says the same\n"
    )
    assert guide.hadau("agree", "bed", "text", "--wording-only").stdout == "Agreed: 1 text.\n"
    assert guide.check() == []
    assert guide.agreed()["text"] == {"cy": "Palwch yn ddwfn.", "en": "Dig deeply."}


def test_changes_of_both_sides_are_more_than_wording(guide: Guide) -> None:
    guide.edit(("Dig deep.", "Do not dig."), ("Palwch yn ddwfn.", "Peidiwch â phalu."))
    result = guide.hadau("agree", "bed", "--wording-only")
    assert result.exit_code == 1
    assert "both languages have changed: leave out --wording-only" in result.stderr
    assert guide.hadau("agree", "bed").exit_code == 0


def test_lines_that_are_broken_anew_change_nothing(guide: Guide) -> None:
    guide.edit(("en: Dig deep.", 'en: "Dig\n    deep."'))
    assert guide.check() == []


def test_a_text_may_move_within_its_record_and_to_another(guide: Guide) -> None:
    rain = "  - {id: rain, title: {cy: Glaw, en: Rain}, text: {cy: Heuwch wedyn., en: Then sow.}}\n"
    guide.edit((rain, ""), ("review:", f"{rain.replace('id: rain', 'id: later')}review:"))
    assert guide.check() == []
    (guide.root / "content/pages/bed.yml").rename(guide.root / "content/pages/plot.yml")
    guide.edit(("id: bed", "id: plot"), file="content/pages/plot.yml")
    assert guide.check() == []
    guide.hadau("agree", "--all")
    assert not (guide.root / "agreed/pages/bed.json").exists()
    assert "sections.later.text" in guide.agreed("pages/plot")


def test_a_new_text_is_agreed_before_it_is_published(guide: Guide) -> None:
    snow = "  - {id: snow, title: {cy: Eira, en: Snow}, text: {cy: Gorffwyswch., en: Rest.}}\n"
    guide.edit(("review:", f"{snow}review:"))
    assert guide.check() == ["bed.yml:8 never-agreed", "bed.yml:8 never-agreed"]
    assert guide.hadau("agree", "bed", "sections.snow").stdout == "Agreed: 2 texts.\n"
    assert guide.check() == []


def test_who_compared_the_languages_is_kept_until_they_change(guide: Guide) -> None:
    assert guide.hadau("agree", "bed", "text", "--reviewed-by", "Ann").exit_code == 0
    assert guide.agreed()["text"]["by"] == "Ann"
    assert "by" not in guide.agreed()["title"]
    guide.edit(("Dig deep.", "Dig deeply."))
    guide.hadau("agree", "bed", "--wording-only")
    assert guide.agreed()["text"]["by"] == "Ann"
    guide.edit(("Dig deeply.", "Do not dig."), ("Palwch yn ddwfn.", "Peidiwch â phalu."))
    guide.hadau("agree", "bed")
    assert "by" not in guide.agreed()["text"]


def test_agreeing_on_one_field_leaves_the_others_as_they_were(guide: Guide) -> None:
    before = guide.agreed()
    guide.edit(
        ("Dig deep.", "Sow."), ("Palwch yn ddwfn.", "Heuwch."),
        ("Gather.", "Cut."), ("Casglwch.", "Torrwch."),
    )  # fmt: skip
    guide.hadau("agree", "bed", "text")
    assert guide.check() == ["bed.yml:7 out-of-date"]
    assert guide.agreed() == before | {"text": {"cy": "Heuwch.", "en": "Sow."}}


def test_agreeing_twice_writes_the_same_bytes(guide: Guide) -> None:
    files = {path: path.read_bytes() for path in (guide.root / "agreed").rglob("*.json")}
    assert guide.hadau("agree", "--all").stdout == "Agreed: 0 texts.\n"
    assert {path: path.read_bytes() for path in (guide.root / "agreed").rglob("*")
            if path.is_file()} == files  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bd"], 'Error: unknown entry "bd"\n  mend: write "bed"\n'),
        (["bed", "txt"], 'Error: unknown field "txt"\n  mend: write "text"\n'),
    ],
)
def test_names_that_are_unknown_are_told_with_the_nearest(
    guide: Guide, arguments: list[str], said: str
) -> None:
    result = guide.hadau("agree", *arguments)
    assert (result.exit_code, result.stderr) == (1, said)


def test_an_entry_or_all_must_be_named(guide: Guide) -> None:
    assert guide.hadau("agree").exit_code == guide.hadau("agree", "bed", "--all").exit_code == 2


def test_a_file_of_agreements_that_cannot_be_read_is_written_anew(guide: Guide) -> None:
    path = guide.root / "agreed" / "pages" / "bed.json"
    path.write_text("<<<<<<< ours\n")
    assert "bed.json:1 bad-agreement" in guide.check()
    guide.hadau("agree", "bed")
    assert guide.check() == []


def test_while_drafting_nothing_stops_and_everything_is_told(guide: Guide) -> None:
    guide.edit(("credit:", "parity: warn\ncredit:"), file="content/guide.yml")
    guide.edit(("cy: Palwch yn ddwfn., ", ""), ("Where to sow.", "Where one sows."))
    assert guide.check() == ["bed.yml:3 out-of-date", "bed.yml:4 missing-language"]
    result = guide.hadau("check", "--strict")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        0, "0 error(s), 0 warning(s), 2 notice(s)",
    )  # fmt: skip


def test_pages_say_which_words_are_missing_or_behind(guide: Guide, tmp_path: Path) -> None:
    guide.edit(("credit:", "parity: warn\ncredit:"), file="content/guide.yml")
    guide.edit(("cy: Palwch yn ddwfn., ", ""), ("Where to sow.", "Where one sows."))
    assert guide.hadau("write-tree", str(tmp_path / "tree")).exit_code == 0
    page = (tmp_path / "tree/cy/y-gwely.md").read_text("utf-8")
    assert "<p>Nid oes Cymraeg eto i rai o’r geiriau ar y dudalen hon." in page
    assert "<p>Mae’r dudalen Saesneg wedi newid ers i’r ddwy gael eu cymharu." in page
    assert "<div lang=en><p>Dig deep.</p></div>" in page
    other = (tmp_path / "tree/en/bed.md").read_text("utf-8")
    assert "hd-notice" not in other


def test_the_page_for_keepers_tells_what_waits_and_who_has_reviewed(
    guide: Guide, tmp_path: Path
) -> None:
    guide.edit(("credit:", "parity: warn\ncredit:"), file="content/guide.yml")
    guide.edit(
        ("cy: Palwch yn ddwfn., ", ""),
        ("Where to sow.", "Where one sows."),
        ("cy: {state: draft}", "cy: {state: reviewed, by: Ann, on: 2026-11-20}"),
    )
    guide.hadau("write-tree", str(tmp_path / "tree"))
    page = (tmp_path / "tree/en/state-of-the-guide.md").read_text("utf-8")
    assert (
        '<li><a href="../bed/">The bed</a>\n<ul>'
        "<li><code>summary</code> Out of date: <span lang=cy>Cymraeg</span></li>"
        "<li><code>text</code> Missing: <span lang=cy>Cymraeg</span></li></ul></li>"
    ) in page
    assert (
        '<li><a href="../bed/">The bed</a> (<span lang=cy>Cymraeg</span>): '
        "Reviewed by Ann, 20 November 2026.</li>"
    ) in page
    assert "<td>13 of 15</td><td>1</td><td>1</td><td>0</td><td>0 of 1</td>" in page
