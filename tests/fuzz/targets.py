"""What is fuzzed: each target takes any bytes, and ends in problems or success.

An exception that escapes is a bug. `test_fuzz.py` tries a few hundred inputs with Hypothesis, and
`run.py` as many as there is time for, led by what the code does with them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from hadau.link.markup import parse_text
from hadau.load.bibtex import load_sources
from hadau.load.editing import CannotEdit, write_text
from hadau.load.settings import find_project
from hadau.load.yaml import read_document
from hadau.model.linked import Linked
from hadau.parity.exchange import accept_rows, make_rows
from hadau.parity.formats import BadExchange, Format, read_exchange, write_exchange
from hadau.pipeline import compare_guide
from hadau.problems import Problem, as_github, as_json, as_text
from hadau.render.sheets.flow import read_flow

SEEDS = Path(__file__).parents[1] / "cases" / "seeds"
HOSTILE = Path(__file__).parents[1] / "hostile" / "built"


def fuzz_yaml(content: bytes) -> None:
    """A file of content."""
    document, problems = read_document(content, "content/pages/a.yml", "pages")
    assert document is not None or problems
    _tell(problems, content)


def fuzz_bibtex(content: bytes) -> None:
    """A bibliography, in whatever letters it comes."""
    _, problems = load_sources(content.decode("utf-8", "replace"), "references.bib")
    _tell(problems, content)


def fuzz_markdown(content: bytes) -> None:
    """A text: whatever is sound becomes HTML that sheets can read."""
    parsed, faults = parse_text(content.decode("utf-8", "replace"))
    if not faults:
        read_flow("".join(p for p in parsed.pieces if isinstance(p, str)), lambda url: url)
    for fault in faults:
        assert fault.code
        assert fault.mend


def fuzz_exchange(content: bytes) -> None:
    """A translator's file: what it holds is taken or refused by name."""
    try:
        returned = read_exchange(content, "cy")
    except BadExchange:
        return
    changes, refused = accept_rows(returned, _linked().standings, "cy")
    assert all(refused)
    for change in changes:
        assert change.words.strip()


def fuzz_editing(content: bytes) -> None:
    """New words for a text of a file: all else stays as it was."""
    words = content.decode("utf-8", "replace")
    before = (SEEDS / "content" / "pages" / "about.yml").read_bytes()
    try:
        after = write_text(before, ("title",), "cy", words)
    except CannotEdit:
        return
    document, problems = read_document(after, "content/pages/about.yml", "pages")
    assert document is not None
    assert problems == []


TARGETS: dict[str, Callable[[bytes], None]] = {
    "yaml": fuzz_yaml,
    "bibtex": fuzz_bibtex,
    "markdown": fuzz_markdown,
    "exchange": fuzz_exchange,
    "editing": fuzz_editing,
}


@cache
def seeds_of(target: str) -> Sequence[bytes]:
    """Sound inputs to begin with."""
    if target == "yaml":
        return [path.read_bytes() for path in sorted((SEEDS / "content").rglob("*.yml"))]
    if target == "bibtex":
        return [(folder / "references.bib").read_bytes() for folder in (SEEDS, HOSTILE)]
    if target == "exchange":
        forms: tuple[Format, ...] = ("xliff", "xliff-1.2", "po")
        return [_exported(form) for form in forms]
    return [
        json.loads(f'"{line}"').encode()
        for line in (Path(__file__).parent / "texts.txt").read_text("utf-8").splitlines()
    ]


@cache
def _exported(form: Format) -> bytes:
    project = find_project(SEEDS / "mkdocs.yml")
    linked, places, _ = compare_guide(project)
    rows = make_rows(linked, places, "cy", site_url=project.site_url)
    return write_exchange(rows[:6], "cy", form)


@cache
def _linked() -> Linked:
    return compare_guide(find_project(SEEDS / "mkdocs.yml"))[0]


def _tell(problems: Sequence[Problem], content: bytes) -> None:
    lines = len(content.decode("utf-8", "replace").splitlines()) + 1
    for problem in problems:
        assert 1 <= problem.position.line <= lines
        assert problem.position.column >= 1
    for write in (as_text, as_json, as_github):
        write(problems).encode()
