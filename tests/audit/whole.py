"""The audit as a recipe: everything on every page and sheet of the guide, and then the figures."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..browser.nu import errors_in_html
from ..browser.serving import ROOT, Site, build_site, serve_site
from ..render.sheets.checking import check_with_verapdf
from .finding import Found
from .lighthouse import LEAST, measure, serve_compressed
from .pages import LOST, list_kinds, list_pages
from .states import STATES
from .working import Task, share_work

FIGURES = ROOT / "docs" / "audit.json"
AT_ONCE = 100
"""PDFs that one start of Java checks."""
PARTS = ("html", "sheets", "browser", "lighthouse")


def tell(words: str) -> None:
    print(words, flush=True)


def audit(parts: list[str]) -> int:
    """Audit the guide, all of it or some parts. Only an audit of all of it writes its figures.

    Gives 1 when anything is wrong, else 0.
    """
    parts = parts or list(PARTS)
    assert set(parts) <= set(PARTS), f"the parts are {', '.join(PARTS)}"
    found, scores = Found(), {}
    with TemporaryDirectory() as folder:
        site_folder = Path(folder) / "site"
        tell("The guide is built.")
        build_site(ROOT / "mkdocs.yml", site_folder)
        with serve_site(site_folder) as site:
            kinds = list_kinds(site)
            if "html" in parts:
                found.add(check_html(site_folder))
            if "sheets" in parts:
                found.add(check_sheets(site_folder))
            if "browser" in parts:
                found.add(share_work(site, list_tasks(site, kinds), tell))
            if "lighthouse" in parts:
                scores = measure_kinds(site_folder, kinds, found)
            figures = sum_up(site, kinds, found, scores)
    tell(json.dumps(figures, indent=2))
    for fault in found.faults:
        tell(fault)
    tell(f"{len(found.faults)} faults")
    if parts == list(PARTS):
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n")
    return int(bool(found.faults))


def check_html(folder: Path) -> Found:
    """Every page by the Nu HTML checker."""
    found = Found()
    files = len(list(folder.rglob("*.html")))
    found.note("html", "Nu", errors_in_html(folder), files)
    tell(f"{files} files of HTML looked at")
    return found


def check_sheets(folder: Path) -> Found:
    """Every PDF by veraPDF."""
    found = Found()
    sheets = sorted(folder.rglob("*.pdf"))
    for start in range(0, len(sheets), AT_ONCE):
        some = sheets[start : start + AT_ONCE]
        lines = check_with_verapdf(some).splitlines()
        passed = sum(line.startswith("pass ") for line in lines)
        faults = [line for line in lines if not line.startswith("pass ")]
        if passed < len(some) and not faults:
            faults = ["veraPDF says nothing of some"]
        found.note("sheets", "veraPDF", faults, len(some))
        tell(f"{start + len(some)} of {len(sheets)} sheets looked at")
    return found


def list_tasks(site: Site, kinds: dict[str, str]) -> list[Task]:
    """What is looked at in a browser. The longest tasks come first."""
    states = [
        Task(state.name, path)
        for state in STATES
        for kind, path in kinds.items()
        if kind.split()[1] in state.kinds
    ]
    return [
        *states,
        *(Task("kind", path) for path in kinds.values()),
        *(Task("page", path) for path in list_pages(site)),
    ]


def measure_kinds(folder: Path, kinds: dict[str, str], found: Found) -> dict[str, list[int]]:
    """Lighthouse, alone, on one page of each kind. A page that is missing has no score."""
    scores: dict[str, list[int]] = {name: [] for name in LEAST}
    with serve_compressed(folder) as origin:
        for path in kinds.values():
            if path.startswith(LOST):
                continue
            own, faults = measure(origin + path)
            found.note("lighthouse", path, faults)
            for name, score in own.items():
                scores[name].append(score)
            tell(f"Lighthouse: {own} {path}")
    return scores


def sum_up(
    site: Site, kinds: dict[str, str], found: Found, scores: dict[str, list[int]]
) -> dict[str, Any]:
    """The figures that the guide's statement may use."""

    def looked(name: str) -> dict[str, int]:
        return {"times": found.looked[name], "faults": found.looked[f"{name} faults"]}

    names = (
        "axe", "keyboard", "reflow", "spacing", "forced colours", "motion", "print", "order",
        "unstyled", "unscripted", "unscripted links", "browser", "html", "sheets",
    )  # fmt: skip
    return {
        "on": date.today().isoformat(),
        "pages": len(list_pages(site)),
        "kinds": len({kind.split()[1] for kind in kinds}),
        "states": found.looked["states"],
        **{name: looked(name) for name in names},
        "lighthouse": {
            **looked("lighthouse"),
            "least": {name: min(each) for name, each in scores.items() if each},
        },
    }


def main() -> None:
    """Audit what the command line names, or everything."""
    assert shutil.which("java"), "Java was not found: run make audit, which installs it"
    sys.exit(audit(sys.argv[1:]))
