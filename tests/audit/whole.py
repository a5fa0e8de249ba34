"""The audit as a recipe: everything on every page and sheet of the guide, and then the figures."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
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

Figures = dict[str, Any]
"""What was looked at, how often, and how many faults that showed."""


def tell(words: str) -> None:
    print(words, flush=True)


def audit(parts: list[str]) -> list[str]:
    """Audit the guide, all of it or some parts, and give every fault.

    Each part that comes to its end writes its figures into docs/audit.json, with its day.
    """
    faults = []
    with TemporaryDirectory() as folder:
        tell("The guide is built.")
        build_site(ROOT / "mkdocs.yml", Path(folder) / "site")
        with serve_site(Path(folder) / "site") as site:
            for part in parts or PARTS:
                found, figures = PARTS[part](site)
                write_figures(part, {"on": date.today().isoformat(), **figures})
                faults += found.faults
    for fault in faults:
        tell(fault)
    tell(FIGURES.read_text())
    tell(f"{len(faults)} faults")
    return faults


def write_figures(part: str, figures: Figures) -> None:
    """Put the figures of a part in the place of its older ones."""
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    known[part] = figures
    text = json.dumps({name: known[name] for name in PARTS if name in known}, indent=2)
    FIGURES.write_text(text + "\n")


def audit_html(site: Site) -> tuple[Found, Figures]:
    """Every page by the Nu HTML checker."""
    found = check_html(site.folder)
    return found, count(found, "html")


def audit_sheets(site: Site) -> tuple[Found, Figures]:
    """Every PDF by veraPDF, for PDF/UA-1."""
    found = check_sheets(site.folder)
    return found, count(found, "sheets")


def audit_pages(site: Site) -> tuple[Found, Figures]:
    """Every page in a browser."""
    return look(site, [Task("page", path) for path in list_pages(site)])


def audit_kinds(site: Site) -> tuple[Found, Figures]:
    """One page of each kind in each language, by keyboard, in forced colours and on paper."""
    return look(site, [Task("kind", path) for path in list_kinds(site).values()])


def audit_states(site: Site) -> tuple[Found, Figures]:
    """What readers make of pages: each state on each kind of page that can be in it."""
    kinds = list_kinds(site)
    tasks = [
        Task(state.name, path)
        for state in STATES
        for kind, path in kinds.items()
        if kind.split()[1] in state.kinds
    ]
    return look(site, tasks)


def look(site: Site, tasks: list[Task]) -> tuple[Found, Figures]:
    """What a browser shows of all tasks, and how often each check was made."""
    found = share_work(site, tasks, tell)
    names = [name for name in found.looked if not name.endswith(" faults")]
    figures = {name: count(found, name) for name in sorted(names)}
    return found, {"looks": len(tasks), "faults": len(found.faults), "checks": figures}


def audit_speed(site: Site) -> tuple[Found, Figures]:
    """One page of each kind in each language by Lighthouse, with nothing else at work."""
    found = Found()
    scores: dict[str, list[int]] = {name: [] for name in LEAST}
    with serve_compressed(site.folder) as origin:
        for path in list_kinds(site).values():
            # A page that is missing has no score.
            if path.startswith(LOST):
                continue
            own, faults = measure(origin + path)
            found.note("lighthouse", path, faults)
            for name, score in own.items():
                scores[name].append(score)
            tell(f"Lighthouse: {own} {path}")
    least = {name: min(each) for name, each in scores.items()}
    return found, {**count(found, "lighthouse"), "least": least}


PARTS: dict[str, Callable[[Site], tuple[Found, Figures]]] = {
    "html": audit_html,
    "sheets": audit_sheets,
    "kinds": audit_kinds,
    "states": audit_states,
    "pages": audit_pages,
    "lighthouse": audit_speed,
}


def count(found: Found, name: str) -> Figures:
    return {"looks": found.looked[name], "faults": found.looked[f"{name} faults"]}


def check_html(folder: Path) -> Found:
    """What the Nu HTML checker finds in the files below a folder."""
    found = Found()
    files = len(list(folder.rglob("*.html")))
    found.note("html", "Nu", errors_in_html(folder), files)
    tell(f"HTML: {files} files, {len(found.faults)} errors")
    return found


def check_sheets(folder: Path) -> Found:
    """What veraPDF finds in the PDFs below a folder."""
    found = Found()
    sheets = sorted(folder.rglob("*.pdf"))
    for start in range(0, len(sheets), AT_ONCE):
        some = sheets[start : start + AT_ONCE]
        lines = check_with_verapdf(some).splitlines()
        passed = sum(line.startswith("pass ") for line in lines)
        faults = [line for line in lines if not line.startswith("pass ")]
        if passed < len(some) and not faults:
            faults = ["some were not looked at"]
        found.note("sheets", "veraPDF", faults, len(some))
        tell(f"Sheets: {start + len(some)} of {len(sheets)}")
    return found


def main() -> None:
    """Audit the parts that the command line names, or everything."""
    parts = sys.argv[1:]
    if not set(parts) <= set(PARTS):
        sys.exit(f"the parts of the audit are {', '.join(PARTS)}")
    assert shutil.which("java"), "Java was not found: run make audit, which installs it"
    sys.exit(1 if audit(parts) else 0)
