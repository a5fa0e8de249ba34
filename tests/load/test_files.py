"""Which files a guide has, and those that are made by a file system rather than by an editor."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hadau.load.files import load_guide
from hadau.model.guide import Project
from hadau.pipeline import check_guide
from hadau.problems import as_text

GuideWith = Callable[[Mapping[str, str | bytes]], Project]

PAGE = """\
id: bed
title: {cy: Gwely, en: Bed}
summary: {cy: Crynodeb., en: A summary.}
text: {cy: Testun., en: A text.}
review: {cy: {state: draft}, en: {state: draft}}
"""


def said(project: Project) -> str:
    return as_text(check_guide(project)[1])


def test_documents_come_in_the_order_of_their_paths(guide_with: GuideWith) -> None:
    project = guide_with(
        {"content/pages/b.yml": PAGE, "content/pages/a.yml": PAGE, "content/glossary.yml": "[]"}
    )
    loaded, problems = load_guide(project)
    assert [document.places.path for document in loaded.documents] == [
        "content/glossary.yml",
        "content/guide.yml",
        "content/pages/a.yml",
        "content/pages/b.yml",
    ]
    assert [document.kind for document in loaded.documents] == [
        "glossary",
        "guide",
        "pages",
        "pages",
    ]
    assert (loaded.folder, loaded.bibliography) == ("content", "references.bib")
    assert problems == []


def test_a_guide_needs_no_bibliography(guide_with: GuideWith) -> None:
    loaded, problems = load_guide(guide_with({}))
    assert (loaded.sources, problems) == ({}, [])


def test_a_file_that_cannot_be_read_is_known_to_be_there(guide_with: GuideWith) -> None:
    loaded, _ = load_guide(guide_with({"content/pages/bed.yml": "id: ["}))
    assert loaded.broken == {("pages", "bed")}


LEAVES = """\
  expected: a file of the guide itself
  mend: put the file itself here instead of a link to it"""


def test_a_link_to_a_file_outside_the_guide_is_refused(
    guide_with: GuideWith, tmp_path: Path
) -> None:
    project = guide_with({"content/pages/about.yml": PAGE.replace("bed", "about")})
    (tmp_path / "secret.yml").write_text(PAGE)
    (project.content / "pages" / "bed.yml").symlink_to(tmp_path / "secret.yml")
    assert said(project) == (
        "content/pages/bed.yml:1:1: error: "
        f"this link leads out of the guide, or nowhere [leaves-guide]\n{LEAVES}\n"
        "1 error(s), 0 warning(s)"
    )


def test_links_that_leave_by_way_of_a_folder_or_lead_nowhere_are_refused(
    guide_with: GuideWith, tmp_path: Path
) -> None:
    project = guide_with({"content/pages/about.yml": PAGE.replace("bed", "about")})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "bed.yml").write_text(PAGE)
    (project.content / "frameworks").symlink_to(tmp_path / "outside")
    (project.content / "pages" / "gone.yml").symlink_to(tmp_path / "gone.yml")
    (project.content / "pages" / "loop.yml").symlink_to(project.content / "pages" / "loop.yml")
    (project.content / "pages" / "lost.yml").symlink_to("nothing.yml")
    (project.root / "references.bib").symlink_to("/dev/zero")
    assert said(project) == "".join(
        f"{path}:1:1: error: this link leads out of the guide, or nowhere [leaves-guide]\n"
        f"{LEAVES}\n"
        for path in (
            "content/frameworks",
            "content/pages/gone.yml",
            "content/pages/loop.yml",
            "content/pages/lost.yml",
            "references.bib",
        )
    ) + ("5 error(s), 0 warning(s)")


@pytest.mark.parametrize("target", ["nothing.bib", "references.bib"])
def test_a_bibliography_that_is_a_link_to_nowhere_is_refused(
    guide_with: GuideWith, target: str
) -> None:
    project = guide_with({})
    (project.root / "references.bib").symlink_to(target)
    assert said(project) == (
        "references.bib:1:1: error: this link leads out of the guide, or nowhere [leaves-guide]\n"
        f"{LEAVES}\n1 error(s), 0 warning(s)"
    )


def test_a_link_from_one_place_of_the_guide_to_another_is_followed(guide_with: GuideWith) -> None:
    project = guide_with({"content/pages/about.yml": PAGE.replace("bed", "about")})
    (project.content / "pages" / "bed.yml").symlink_to("about.yml")
    assert 'content/pages/bed.yml:1:5: error: the id "about" is taken' in said(project)


def test_a_guide_in_a_linked_folder_is_read(guide_with: GuideWith, tmp_path: Path) -> None:
    project = guide_with({"content/pages/bed.yml": PAGE})
    (tmp_path / "link").symlink_to(project.root)
    linked = Project(
        tmp_path / "link",
        tmp_path / "link" / "content",
        tmp_path / "link" / "references.bib",
        project.templates,
        project.site,
        project.site_url,
    )
    assert said(linked) == "0 error(s), 0 warning(s)"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is hidden from the superuser")
def test_a_file_without_permission_is_a_problem(guide_with: GuideWith) -> None:
    project = guide_with({"content/pages/bed.yml": PAGE})
    (project.content / "pages" / "bed.yml").chmod(0)
    assert said(project) == (
        "content/pages/bed.yml:1:1: error: it cannot be read: Permission denied [unreadable]\n"
        "  expected: a file that you are allowed to read\n"
        "  mend: look at its permissions\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_bibliography_that_is_a_folder_is_a_problem(guide_with: GuideWith) -> None:
    project = guide_with({"references.bib/x": ""})
    assert said(project) == (
        "references.bib:1:1: error: it cannot be read: Is a directory [unreadable]\n"
        "  expected: a file that you are allowed to read\n"
        "  mend: look at its permissions\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_folder_of_content_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    project = Project(
        tmp_path, tmp_path / "content", tmp_path / "x.bib", tmp_path, tmp_path / "site", "/"
    )
    assert said(project) == (
        "content:1:1: error: it cannot be read: No such file or directory [unreadable]\n"
        "  expected: a file that you are allowed to read\n"
        "  mend: look at its permissions\n"
        "content/guide.yml:1:1: error: the guide has no guide.yml [missing-guide]\n"
        "  expected: a file with the name and the sections of the guide\n"
        "  mend: write guide.yml in the folder of content\n"
        "2 error(s), 0 warning(s)"
    )


def test_a_bibliography_that_is_too_large_is_not_read(guide_with: GuideWith) -> None:
    project = guide_with({"references.bib": b"%" * 20_000_001})
    assert said(project) == (
        "references.bib:1:1: error: the bibliography is too large to read [file-too-large]\n"
        "  expected: at most 20,000,000 bytes\n"
        "  mend: leave out the works that the guide does not cite\n"
        "1 error(s), 0 warning(s)"
    )


def test_a_bibliography_may_be_as_large_as_is_said(
    guide_with: GuideWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hadau.load.files._MOST_BIBLIOGRAPHY_BYTES", 20)
    assert load_guide(guide_with({"references.bib": b"%" * 20}))[1] == []
    assert [
        problem.code for problem in load_guide(guide_with({"references.bib": b"%" * 21}))[1]
    ] == ["file-too-large"]


def test_a_folder_with_the_name_of_a_record_is_not_read(guide_with: GuideWith) -> None:
    project = guide_with({"content/pages/bed.yml/x.yml": PAGE})
    assert said(project).startswith(
        'content/pages/bed.yml:1:1: warning: nothing reads "bed.yml" [unknown-file]\n'
    )


TOP = "one of guide.yml, glossary.yml, terms.yml"
WORDS = "one of cy.yml, en.yml"
RECORDS = "files of records, whose names end in .yml"
DELETE = "delete it, or move it out of the folder of content"

MOVE = 'move it into the folder of its kind, such as "frameworks", or out of content'


def rename(name: str) -> str:
    return f'rename it to "{name}", or move it out of the folder of content'


@pytest.mark.parametrize(
    ("path", "expected", "mend"),
    [
        ("zzz", TOP, DELETE),
        ("interface/zzz", WORDS, DELETE),
        ("interface/en.yaml", WORDS, rename("en.yml")),
        ("glosary.yml", TOP, rename("glossary.yml")),
        ("guide.yml.txt", TOP, DELETE),
        ("guide.yaml", TOP, DELETE),
        ("watering.yml", TOP, MOVE),
        ("watering.yml.txt", TOP, MOVE),
        ("Thumbs.db", TOP, DELETE),
        ("notes.txt", TOP, DELETE),
        ("pages/z", RECORDS, rename("z.yml")),
        ("pages/\x07", RECORDS, rename("\ufffd.yml")),
        ("pages/new-one.yml.txt", RECORDS, rename("new-one.yml")),
        ("pages/new-one.YML", RECORDS, rename("new-one.yml")),
        ("pages/new-one.txt", RECORDS, rename("new-one.yml")),
        ("pages/bed.yml.txt", RECORDS, DELETE),
        ("pages/bed.yaml", RECORDS, DELETE),
        ("pages/new-one.yml.bak", RECORDS, DELETE),
        ("pages/new-one.yml~", RECORDS, DELETE),
        ("pages/Thumbs.db", RECORDS, DELETE),
        ("pages/bed.png", RECORDS, DELETE),
        ("pages/deep/z.yml", RECORDS, DELETE),
    ],
)
def test_what_nothing_reads_is_renamed_where_it_may_be_a_record_and_the_name_is_free(
    guide_with: GuideWith, path: str, expected: str, mend: str
) -> None:
    project = guide_with({f"content/{path}": "", "content/pages/bed.yml": PAGE})
    shown = path.replace("\x07", "\ufffd").removesuffix("/z.yml")
    assert [str(problem) for problem in load_guide(project)[1]] == [
        f'content/{shown}:1:1: warning: nothing reads "{shown.split("/")[-1]}" [unknown-file]\n'
        f"  expected: {expected}\n"
        f"  mend: {mend}"
    ]


@pytest.mark.parametrize(
    ("name", "mend"),
    [("zzz", DELETE), ("interfaces", rename("interface")), ("page", DELETE)],
)
def test_a_folder_of_another_name_is_not_read(guide_with: GuideWith, name: str, mend: str) -> None:
    project = guide_with({f"content/{name}/bed.yml": PAGE, "content/pages/bed.yml": PAGE})
    assert [str(problem) for problem in load_guide(project)[1]] == [
        f'content/{name}:1:1: warning: nothing reads "{name}" [unknown-file]\n'
        "  expected: one of frameworks, case-studies, conversations, checklists, tools, quizzes, "
        "pages, interface\n"
        f"  mend: {mend}"
    ]


def test_a_byte_that_is_not_utf_8_is_told_and_what_stands_around_it_is_read(
    guide_with: GuideWith,
) -> None:
    project = guide_with({"references.bib": "@misc{bed,\n ŵ ".encode() + b"\xff, title={T}}"})
    loaded, problems = load_guide(project)
    assert str(problems[0]) == (
        "references.bib:2:4: error: byte 0xff is not UTF-8 [not-utf-8]\n"
        "  expected: a file saved as UTF-8\n"
        "  mend: save the file again with the encoding UTF-8"
    )
    assert loaded.sources["bed"].title == "T"


def test_a_pipe_is_not_read(guide_with: GuideWith) -> None:
    project = guide_with({})
    os.mkfifo(project.content / "pages.yml")
    (project.content / "pages").mkdir()
    os.mkfifo(project.content / "pages" / "bed.yml")
    assert said(project).count("[unknown-file]") == 2


def test_a_guide_that_is_a_pipe_is_not_opened(
    guide_with: GuideWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = guide_with({})
    (project.content / "guide.yml").unlink()
    os.mkfifo(project.content / "guide.yml")
    opened = []

    def refuse(path: Path, *_: object) -> None:
        opened.append(path.name)
        raise OSError

    monkeypatch.setattr(Path, "open", refuse)
    load_guide(project)
    assert opened == []


@pytest.mark.parametrize(
    "name",
    [
        b"\xff.txt",
        b"\xff.yml",
        b"new\nline.txt",
    ],
)
def test_a_name_that_no_terminal_can_show_is_told_all_the_same(
    name: bytes, guide_with: GuideWith
) -> None:
    project = guide_with({})
    folder = project.content / "pages"
    folder.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(PAGE)
    except OSError:
        pytest.skip("this file system has no such names")
    told = said(project)
    assert told.encode().decode() == told
    assert len(told.splitlines()) == 4
