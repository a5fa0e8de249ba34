"""Inputs that mean harm are refused at their line, or become files that do none.

What is refused stands in `cases/inputs-that-are-hostile`, what is built in `hostile/built`, whose
pages `browser/test_hostile.py` looks at. Each input is marked `pwned(N)` or
`pwned-N`.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from hadau.load.settings import find_project
from hadau.model.guide import Project
from hadau.parity.formats import BadExchange, read_exchange
from hadau.pipeline import build_guide, check_guide, export_lessons
from hadau.problems import as_github, as_text
from hadau.publish.learning import WRITERS
from hadau.publish.tree import write_tree

from .figures import count

TESTS = Path(__file__).parent
REFUSED = TESTS / "cases" / "inputs-that-are-hostile"
BUILT = TESTS / "hostile" / "built"
NAMES = (TESTS / "hostile" / "names.txt").read_text("utf-8").splitlines()
MARK = re.compile(r"pwned[(-](\d+)")


def marks(folder: Path) -> dict[str, tuple[str, int]]:
    """The file and line of each input, by its number."""
    return {
        number: (path.relative_to(folder).as_posix(), line)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "problems.txt"
        for line, words in enumerate(path.read_text("utf-8").split("\n"), 1)
        for number in MARK.findall(words)
    }


def test_every_hostile_input_that_is_refused_has_a_problem_at_its_line() -> None:
    _, problems = check_guide(find_project(REFUSED / "mkdocs.yml"))
    told = {(problem.position.path, problem.position.line) for problem in problems}
    inputs = marks(REFUSED)
    assert [place for place in inputs.values() if place not in told] == []
    assert sorted(map(int, inputs)) == list(range(1, len(inputs) + 1))
    count("hostile", len(inputs))


def test_a_guide_of_tricks_has_more_than_sixty() -> None:
    assert len(marks(BUILT)) > 60
    assert len(marks(REFUSED)) > 60


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_name_is_told_and_nothing_more(
    name: str, guide_with: Callable[[Mapping[str, str | bytes]], Project]
) -> None:
    project = guide_with({f"content/pages/{name}": "id: x\n"})
    _, problems = check_guide(project)
    shown = f"content/pages/{name}"
    assert shown in {problem.position.path for problem in problems}
    count("hostile")
    # Continuous integration obeys lines that begin so: no name may begin one, or end in one early.
    command = re.compile(r"::(error|warning) file=[^:,]+,line=1,col=1,title=[a-z-]+::.+")
    assert all(command.fullmatch(line) for line in as_github(problems).splitlines())
    assert sorted(path.name for path in project.root.iterdir()) == [
        "content",
        "mkdocs.yml",
        "pages",
    ]


def test_the_plain_tree_of_a_hostile_guide_stays_in_its_folder(tmp_path: Path) -> None:
    built, _ = build_guide(find_project(BUILT / "mkdocs.yml"))
    write_tree(built, tmp_path / "beside" / "tree")
    assert [path.name for path in tmp_path.iterdir()] == ["beside"]
    assert [path.name for path in (tmp_path / "beside").iterdir()] == ["tree"]
    for address in (*(page.address.path for page in built.pages), *built.files):
        assert (address, is_inside(address)) == (address, True)


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_package_of_a_hostile_guide_unpacks_in_its_folder(form: str) -> None:
    export, _ = export_lessons(find_project(BUILT / "mkdocs.yml"), form)
    assert export.files
    for name, content in export.files.items():
        assert (name, is_inside(name)) == (name, True)
        inner = {name: content}
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                inner = {each: package.read(each) for each in package.namelist()}
        for each, what in inner.items():
            assert (each, is_inside(each)) == (each, True)
            if each.endswith(".xml"):
                assert b"<!DOCTYPE" not in what
                ElementTree.fromstring(what)
            if each.endswith(".json"):
                json.loads(what)


def is_inside(name: str) -> bool:
    """Whether a name leads into the folder where it is unpacked, on every system."""
    parts = PurePosixPath(name).parts
    return ".." not in parts and re.fullmatch(r"[\w.-]+(/[\w.-]+)*", name, re.ASCII) is not None


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="c" '
    'source-language="en" target-language="cy" datatype="plaintext"><body><trans-unit id="a">'
    "<source>a</source><target>&e;</target></trans-unit></body></file></xliff>"
)
BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghe", strict=True)
)


@pytest.mark.parametrize(
    "content",
    [
        f"{ENTITY}{XLIFF}".encode(),
        f"<!--{'x' * 5000}-->{ENTITY}{XLIFF}".encode(),
        f'<?xml version="1.0" encoding="utf-16"?>{ENTITY}{XLIFF}'.encode("utf-16"),
        f'<?xml version="1.0" encoding="utf-16le"?>{ENTITY}{XLIFF}'.encode("utf-16-le"),
        f"{BOMB}]>{XLIFF}".encode(),
        f"<!--{'x' * 5000}-->{BOMB}]>{XLIFF}".encode(),
        f"{' ' * 5000}{ENTITY.replace('DOCTYPE', 'doctype')}{XLIFF}".encode(),
    ],
    ids=["entity", "far", "utf-16", "utf-16-without-mark", "bomb", "bomb-far", "small-letters"],
)
def test_a_translators_file_that_reads_other_files_is_refused(content: bytes) -> None:
    with pytest.raises(BadExchange):
        read_exchange(content, "cy")
    count("hostile")


def test_no_problem_holds_a_character_that_a_terminal_obeys() -> None:
    _, problems = check_guide(find_project(REFUSED / "mkdocs.yml"))
    obeyed = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    for write in (as_text, as_github):
        assert obeyed.findall(write(problems)) == []
    assert "<U+001B>]0;pwned-" in as_text(problems)
