"""Mini-guides as files: each case says what the engine makes of it, or what it finds wrong.

A case is a folder in `cases/` with a guide and one of these:

- `problems.txt`: everything that `hadau check` prints;
- `pages/`: the Markdown of some of its pages, at the paths where a site has them.

Both may stand together where problems are only warnings. `pytest --accept` writes what the engine
says into a new or changed case. Read it before you commit it: it is what editors will read.

`bug.txt` in a case says which known fault of the engine keeps it from passing. It goes when the
fault goes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hadau.load.settings import find_project
from hadau.pipeline import build_guide, check_guide
from hadau.problems import as_text, stops
from hadau.publish.tree import write_markdown

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"


def _cases() -> list[object]:
    found: list[object] = []
    for settings in sorted(CASES.glob("*/mkdocs.yml")):
        case, bug = settings.parent, settings.parent / "bug.txt"
        reason = bug.read_text("utf-8").strip() if bug.exists() else ""
        mark = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        found.append(pytest.param(case, id=case.name, marks=mark))
    return found


@pytest.mark.parametrize("case", _cases())
def test_a_guide_gives_the_problems_and_pages_beside_it(case: Path, accept: bool) -> None:
    project = find_project(case / "mkdocs.yml")
    _, problems = check_guide(project)
    said = as_text(problems) + "\n" if problems else ""
    pages = {}
    if not stops(problems, strict=False):
        built, _ = build_guide(project)
        pages = {page.address.path: write_markdown(page) for page in built.pages}
    if accept and not (case / "bug.txt").exists():
        _accept(case, said, pages)

    known = sorted(path for path in (case / "pages").rglob("*") if path.is_file())
    expected = case / "problems.txt"
    assert known or expected.exists(), "the case expects nothing: run pytest --accept"
    assert said == (expected.read_text("utf-8") if expected.exists() else "")
    for path in known:
        address = path.relative_to(case / "pages").as_posix()
        assert address in pages
        assert pages[address] == path.read_text("utf-8")


def _accept(case: Path, said: str, pages: dict[str, str]) -> None:
    """A new case without problems gets all its pages; another, those that it had."""
    if said:
        (case / "problems.txt").write_text(said, "utf-8")
    else:
        (case / "problems.txt").unlink(missing_ok=True)
    folder = case / "pages"
    wanted = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")]
    for address in wanted or ([] if said else list(pages)):
        target = folder / address
        if address in pages:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(pages[address], "utf-8")
        else:
            target.unlink()


def test_a_guide_on_another_subject_becomes_a_site_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", CASES / "seeds" / "mkdocs.yml",
         "-d", tmp_path / "site"],
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    data = json.loads((tmp_path / "site" / "guide.json").read_text("utf-8"))
    assert data["title"] == {"cy": "Gardd lysiau", "en": "A vegetable garden"}
    pages = [url for entry in data["entries"] for url in entry["url"].values()]
    assert len(pages) == 2 * 11
    for url in ["", "cy/", "en/", *pages]:
        assert (tmp_path / "site" / url / "index.html").is_file()


def _names_of_the_first_guide() -> list[str]:
    """Words by which the guide in `content/` would be known again."""
    content = ROOT / "content"
    ids = {path.stem for path in content.glob("*/*.yml") if "-" in path.stem}
    titles = re.search(
        r"^title:\n  cy: (.+)\n  en: (.+)\n", (content / "guide.yml").read_text("utf-8")
    )
    assert titles is not None
    keys = re.findall(r"^@\w+\{(\w+),", (ROOT / "references.bib").read_text("utf-8"), re.MULTILINE)
    families = re.findall(
        r"^ +author += \{(\w{6,}),", (ROOT / "references.bib").read_text("utf-8"), re.MULTILINE
    )
    return sorted(
        ids | {*titles.groups(), *keys, *families, "Academi", "Gobillot", "sbectrwm grym"}
    )


@pytest.mark.parametrize("folder", ["hooks", "overrides"])
def test_neither_engine_nor_templates_know_the_first_guide(folder: str) -> None:
    names = _names_of_the_first_guide()
    assert len(names) > 20
    known = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {name}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".yml", ".html", ".css", ".mjs", ".js", ".xml", ".svg")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for name in names
        if name.casefold() in line.casefold()
    ]
    assert known == []
