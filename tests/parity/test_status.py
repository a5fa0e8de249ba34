"""What `hadau status` tells of a guide."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from hadau.__main__ import main
from hadau.model.guide import Project

MakeGuide = Callable[[Mapping[str, str | bytes]], Project]

GUIDE = """\
title: {cy: Gwely, en: A bed}
tagline: {cy: Hau, en: Sow}
summary: {cy: Sut i hau., en: How to sow.}
home: {lead: {cy: Dewch., en: Come in.}}
sections:
  - id: soil
    title: {cy: Pridd, en: Soil}
    summary: {cy: Yma., en: Here.}
    intro: {cy: Yma., en: Here.}
credit: {cy: Diolch., en: Thanks.}
"""
PAGE = """\
id: bed
title: {cy: Y gwely}
summary:
  en: About the bed.
text:
  cy: |
    Palwch yn ddwfn.
  en: Dig deep. Then wait for rain.
review:
  cy: {state: draft}
  en: {state: reviewed, by: Ann, on: 2026-11-20}
"""


def hadau(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-f", str(project.root / "mkdocs.yml"), *arguments])


def status(project: Project) -> Any:
    result = hadau(project, "status", "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_texts_that_lack_a_language_are_told_with_their_place(guide_with: MakeGuide) -> None:
    told = status(guide_with({"content/guide.yml": GUIDE, "content/pages/bed.yml": PAGE}))
    bed = next(entry for entry in told["entries"] if entry["entry"] == "bed")
    assert bed["waiting"] == [
        {"field": "title", "at": "content/pages/bed.yml:2:8", "state": "missing", "behind": ["en"]},
        {
            "field": "summary",
            "at": "content/pages/bed.yml:4:3",
            "state": "missing",
            "behind": ["cy"],
        },
    ]
    assert (bed["texts"], bed["complete"], bed["missing"]) == (3, 1, {"cy": 1, "en": 1})
    assert bed["review"]["en"] == {"state": "reviewed", "by": "Ann", "on": "2026-11-20"}
    assert bed["drafts"] == {"cy": 1, "en": 0}


def test_words_and_sentences_are_counted_in_the_languages_that_are_there(
    guide_with: MakeGuide,
) -> None:
    told = status(guide_with({"content/guide.yml": GUIDE, "content/pages/bed.yml": PAGE}))
    bed = next(entry for entry in told["entries"] if entry["entry"] == "bed")
    assert bed["words"] == {"cy": 5, "en": 9}
    assert bed["sentences"] == {
        "cy": {"count": 1, "average": 3.0, "longest": 3},
        "en": {"count": 3, "average": 3.0, "longest": 4},
    }
    assert bed["reading_age"]["cy"] is None
    assert bed["reading_age"]["en"] >= 5


def test_sections_kinds_and_the_whole_add_up(seeds_settings: Path) -> None:
    result = CliRunner().invoke(main, ["-f", str(seeds_settings), "status", "--format", "json"])
    told = json.loads(result.stdout)
    for number in ("texts", "complete", "records"):
        whole = told["guide"][number]
        assert sum(entry[number] for entry in told["entries"]) == whole > 0
        assert sum(kind[number] for kind in told["kinds"].values()) == whole
    assert list(told["sections"]) == ["soil", "sowing"]
    assert told["guide"]["words"]["cy"] == sum(e["words"]["cy"] for e in told["entries"])


def test_people_read_a_table_and_what_waits(guide_with: MakeGuide) -> None:
    project = guide_with({"content/guide.yml": GUIDE, "content/pages/bed.yml": PAGE})
    said = hadau(project, "status").stdout
    rows = {
        line[: line.index("  ")]: line.split("  ") for line in said.splitlines() if "  " in line
    }
    assert "bed" in rows
    assert [cell.strip() for cell in rows["bed"] if cell][1:] == [
        "3", "1", "0", "1/1", "0/0", "1/0", "5/9", "3.0/3.0", "3/4", "5.0",
    ]  # fmt: skip
    assert "content/pages/bed.yml:2:8: bed title: the English is missing" in said
    assert said.endswith("content/pages/bed.yml: English reviewed by Ann, 2026-11-20\n")


def test_a_guide_that_cannot_be_read_has_no_status(guide_with: MakeGuide) -> None:
    project = guide_with({"content/guide.yml": "title: [\n"})
    result = hadau(project, "status")
    assert (result.exit_code, "[bad-yaml]" in result.stderr) == (1, True)
