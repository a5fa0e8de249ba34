"""Whatever happens to the files of a guide, it is built or refused: never a traceback."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hadau.load.settings import find_project, make_project
from hadau.model.guide import Project
from hadau.pipeline import build_guide
from hadau.problems import GuideRefused, Problem, as_github, as_json, as_text
from hadau.publish.tree import write_tree

from .figures import count

ROOT = Path(__file__).parent.parent
SEEDS = Path(__file__).parent / "cases" / "seeds"
FILES = [
    path.relative_to(SEEDS).as_posix()
    for path in sorted([*(SEEDS / "content").rglob("*.yml"), SEEDS / "references.bib"])
]

PIECES = (
    ": ", "- ", "? ", "&a ", "*a", "!x ", "!!str ", "| ", ">-\n", "---\n", "...\n", "%TAG\n",
    "#", "[", "]", "{", "}", ",", '"', "'", "\\", "\\u0007", "\\x", "<<: ", "~", "null", "true",
    "0", "-1", "1e9", "99999999999999999999", "\n", "\t", "  ", "\r", "\r\n", "\ufeff", "\0",
    "\x07", "\x85", "\u2028", "@", "@book{", "@string{x = ", "@comment{", "{\\'e}", "\\\\",
    "$x$", "%", "#{", "and others", "=", "[[", "]]", "[[x]]", "[[soil-ladder#", "[[watering|",
    "[@", "[-@garddwr2019", "@garddwr2019 [p. ", "# ", "![", "](", "[a](b)",
    "[a](javascript:x)", "`", "```\n", "<", "<svg>", "<!--", "</p>", "<br>", "&amp;", "&#0;",
    "&#x110000;", "|--|", "***", "___", "{: #x }", "{{ x }}", "{% x %}", "{#", "\ue001", "ŵ",
    "w\u0302", "e\u0301\u0323", "\U0001f331", "\u202e", "\u200d", "ﬁ", "İ", "ß", "٣", "A" * 700,
    "ll " * 300, "- " * 40, "[" * 60, ">" * 200, "*_" * 200, "(" * 500, "[a](" * 200,
)  # fmt: skip
"""What means something to YAML, BibTeX, Markdown, HTML, Jinja or Unicode."""

_ID = re.compile(r"""(?:<[^<>]*\sid="|^#+ .*{#)([^"\s}]*)""", re.MULTILINE)
"""The ids of a page, in HTML or in a heading of Markdown. Quotation marks in words are escaped."""

Damage = Callable[[bytes, random.Random], bytes]


def _delete(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.randint(1, 40) :]


def _byte(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + chance.randint(0, 1) :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(PIECES).encode() + content[at:]


def _unicode(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    odd = "".join(
        chr(chance.choice((chance.randrange(0xD800), 0xE000 + chance.randrange(0x102000))))
        for _ in range(3)
    )
    return (text[:at] + odd + text[at:]).encode()


def _drop_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines) or 1) :][:1]
    if lines:
        lines.pop(chance.randrange(len(lines)))
    return b"".join(lines)


def _copy_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"".join(lines)


def _swap_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _shift_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    lines[at] = (
        chance.choice((b"  ", b"- ", b"\t")) + lines[at]
        if chance.random() < 0.5
        else lines[at].lstrip()
    )
    return b"".join(lines)


def _change_value(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    name, colon, _ = lines[at].partition(b": ")
    if colon:
        lines[at] = name + colon + chance.choice(PIECES).encode()
    return b"\n".join(lines)


def _retell(content: bytes, chance: random.Random) -> bytes:
    """Other words in the place of words, so quoted that the file stays YAML."""
    text = content.decode("utf-8", "replace")
    places = list(re.finditer(r'(?<=: )(?:"[^"\n]*"|[^\s{}\[\],|>][^{}\[\],\n]*)', text))
    if not places:
        return content
    place = chance.choice(places)
    words = [place.group().strip('"'), *chance.choices(PIECES, k=chance.randint(1, 5))]
    chance.shuffle(words)
    told = json.dumps("".join(words), ensure_ascii=chance.random() < 0.3)
    return (text[: place.start()] + told + text[place.end() :]).encode()


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


DAMAGES: tuple[Damage, ...] = (
    _delete, _byte, _insert, _insert, _unicode, _drop_line, _copy_line, _swap_lines, _shift_line,
    _change_value, _change_value, _retell, _retell, _retell, _cut_off,
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(FILES), st.sampled_from(DAMAGES), st.integers(0, 2**32)),
        min_size=1,
        max_size=4,
    )
)
@example([("content/guide.yml", _cut_off, 0)])
@settings(
    max_examples=150,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_a_damaged_guide_is_built_or_refused(blows: list[tuple[str, Damage, int]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(SEEDS / "content", root / "content")
        shutil.copy(SEEDS / "references.bib", root)
        for name, damage, seed in blows:
            path = root / name
            # What is damaged depends on the numbers alone, so that a failure can be run again.
            path.write_bytes(damage(path.read_bytes(), random.Random(seed)))
        _build_or_refuse(_project(root), root / "tree")


KNOWN = {
    "words of the interface that are not plain": (
        "content/interface/en.yml",
        "Ideas about soil, water and the seasons.",
        r'"\\d \\1"',
    ),
    "an empty title": ("content/pages/about.yml", "cy: Am y canllaw", 'cy: ""'),
    "a part that is called as a letter is": ("content/glossary.yml", "id: root", "id: letter-g"),
    "a table in a label": (
        "content/checklists/ready-to-sow.yml",
        "cy: Mae gen i label.",
        'cy: "|a|\\n|-|\\n|b|"',
    ),
    "a definition of a link": (
        "content/pages/about.yml",
        'cy: "Mae’r',
        'cy: "[x]: http://[::1\\n\\nMae’r',
    ),
    "markup of Jinja": (
        "content/pages/about.yml",
        'cy: "Mae’r',
        'cy: "{{ view }} {% raw %} <# Mae’r',
    ),
    "a host that has no name": (
        "content/pages/about.yml",
        "https://gardd.example.org/",
        "http://xn--ü.com",
    ),
    "an address with odd digits": (
        "content/pages/about.yml",
        "https://gardd.example.org/",
        "http://a:٣/",
    ),
    "a percent sign without digits": (
        "content/pages/about.yml",
        "https://gardd.example.org/",
        "https://a/%zz%ff",
    ),
}
"""Damage that needs luck to be found: the file, what stands there, what stands there instead."""


@pytest.mark.parametrize(("name", "old", "new"), KNOWN.values(), ids=KNOWN)
def test_damage_that_needs_luck_to_be_found(name: str, old: str, new: str, tmp_path: Path) -> None:
    shutil.copytree(SEEDS / "content", tmp_path / "content")
    shutil.copy(SEEDS / "references.bib", tmp_path)
    path = tmp_path / name
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    _build_or_refuse(_project(tmp_path), tmp_path / "tree")


def test_the_guide_is_sound_before_it_is_damaged(tmp_path: Path) -> None:
    _, problems = build_guide(find_project(SEEDS / "mkdocs.yml"), strict=True)
    assert problems == []


def _project(root: Path) -> Project:
    return make_project(
        root,
        content="content",
        templates=str(ROOT / "overrides"),
        site="site",
        site_url="https://example.org",
    )


def _build_or_refuse(project: Project, tree: Path) -> None:
    count("fuzzed")
    problems: tuple[Problem, ...] | list[Problem]
    try:
        built, problems = build_guide(project)
        write_tree(built, tree)
        inside = tree.resolve()
        for page in built.pages:
            assert (tree / page.address.path).resolve().is_relative_to(inside)
            assert [
                id_ for id_, times in Counter(_ID.findall(page.body)).items() if times > 1
            ] == []
    except GuideRefused as refused:
        problems = refused.problems
        assert problems
    for write in (as_text, as_json, as_github):
        write(problems).encode()
    for problem in problems:
        _points_into_its_file(problem, project.root)


def _points_into_its_file(problem: Problem, root: Path) -> None:
    """The place of a problem is one that an editor can go to."""
    path = root / problem.position.path
    assert problem.position.line >= 1
    assert problem.position.column >= 1
    if not path.is_file():
        return
    # YAML counts more characters as line breaks than an editor does, so this cannot be closer.
    assert (
        problem.position.line <= len(path.read_bytes().decode("utf-8", "replace").splitlines()) + 1
    )
