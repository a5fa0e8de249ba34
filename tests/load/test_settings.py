"""Where a project keeps its parts, as `mkdocs.yml` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from hadau.load.settings import find_project, find_site, list_sources, make_project
from hadau.model.guide import Project
from hadau.problems import GuideRefused


def find(tmp_path: Path, text: str | bytes) -> Project:
    settings = tmp_path / "mkdocs.yml"
    settings.write_bytes(text if isinstance(text, bytes) else text.encode())
    return find_project(settings)


def refusal(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(GuideRefused) as refused:
        find(tmp_path, text)
    return str(refused.value)


def test_the_folders_of_a_project_are_those_of_its_settings(tmp_path: Path) -> None:
    text = (
        "docs_dir: words\ntheme: {custom_dir: looks}\nsite_dir: ../public\n"
        "site_url: https://gardd.example.org\n"
    )
    assert find(tmp_path, text) == Project(
        root=tmp_path,
        content=tmp_path / "words",
        bibliography=tmp_path / "references.bib",
        templates=tmp_path / "looks",
        site=tmp_path / "../public",
        site_url="https://gardd.example.org/",
    )


def test_settings_that_are_left_out_are_those_of_mkdocs(tmp_path: Path) -> None:
    project = find(tmp_path, "site_name: Gardd\ntheme: material\n")
    assert project == make_project(
        tmp_path, content="docs", templates="overrides", site="site", site_url=""
    )
    assert project.site_url == "/"


def test_settings_stand_over_those_that_they_inherit(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: words\ntheme: {name: material, custom_dir: looks}\nsite_dir: public\n"
    )
    project = find(tmp_path, "INHERIT: base.yml\ntheme: {custom_dir: ours}\nsite_dir: site\n")
    assert project == make_project(
        tmp_path, content="words", templates="ours", site="site", site_url=""
    )


@pytest.mark.parametrize(
    ("under", "over", "templates"),
    [
        ("theme: {custom_dir: looks}\n", "docs_dir: content\n", "looks"),
        ("theme: {custom_dir: looks}\n", "theme: material\n", "overrides"),
        ("theme: material\n", "theme: {custom_dir: looks}\n", "looks"),
        ("theme: {x: {y: 1}, custom_dir: looks}\n", "theme: {x: {z: 1}}\n", "looks"),
    ],
)
def test_only_mappings_of_both_are_laid_over_each_other(
    tmp_path: Path, under: str, over: str, templates: str
) -> None:
    (tmp_path / "base.yml").write_text(under)
    project = find(tmp_path, f"INHERIT: base.yml\n{over}")
    assert project.templates == tmp_path / templates


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example", "https://a.example/"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("https://a.example/X//", "https://a.example/X/"),
        ("https://a.example/X", "https://a.example/X/"),
    ],
)
def test_the_address_of_a_site_ends_in_one_slash(
    tmp_path: Path, written: str, address: str
) -> None:
    assert find(tmp_path, f"site_url: {written}\n").site_url == address


def test_a_site_is_made_from_the_parts_that_are_there(tmp_path: Path) -> None:
    project = find(tmp_path, "docs_dir: content\n")
    assert list_sources(project) == []
    for name in ("content", "agreed", "overrides"):
        (tmp_path / name).mkdir()
    (tmp_path / "references.bib").touch()
    assert list_sources(project) == [
        tmp_path / name for name in ("content", "references.bib", "agreed", "overrides")
    ]


@pytest.mark.parametrize(
    ("parent", "told"),
    [
        (None, "base.yml:1:1: error: the settings of the site cannot be read: No such file or "),
        (
            "INHERIT: mkdocs.yml\n",
            "base.yml:1:1: error: the settings of the site cannot be read: it",
        ),
    ],
    ids=["not there", "in a circle"],
)
def test_settings_that_cannot_be_inherited_are_refused(
    tmp_path: Path, parent: str | None, told: str
) -> None:
    if parent:
        (tmp_path / "base.yml").write_text(parent)
    assert refusal(tmp_path, "INHERIT: base.yml\n").startswith(told)


def test_tags_that_only_mkdocs_knows_are_passed_over(tmp_path: Path) -> None:
    text = (
        "site_url: !ENV [SITE, 'https://a.example/']\n"
        "docs_dir: content\n"
        "markdown_extensions: [{x: !!python/name:os.system ''}]\n"
        "more: !relative $docs_dir\n"
    )
    project = find(tmp_path, text)
    assert (project.content, project.site_url) == (tmp_path / "content", "/")


END = (
    "  expected: a file of settings for MkDocs\n"
    "  mend: run this where mkdocs.yml is, or name the file with -f\n"
    "1 error(s), 0 warning(s)"
)


@pytest.mark.parametrize(
    ("text", "where", "why"),
    [
        ("a: [", "1:5", "expected the node content, but found '<stream end>'"),
        ("- a\n", "1:1", "it holds no settings"),
        ("", "1:1", "it holds no settings"),
        ("b:\n  a: *b\n", "2:6", "found undefined alias 'b'"),
    ],
)
def test_settings_that_cannot_be_read_are_refused(
    tmp_path: Path, text: str, where: str, why: str
) -> None:
    assert refusal(tmp_path, text) == (
        f"mkdocs.yml:{where}: error: the settings of the site cannot be read: {why} "
        f"[bad-settings]\n{END}"
    )


def test_settings_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"site_name: \xff\n").splitlines()[0] == (
        "mkdocs.yml:1:1: error: the settings of the site cannot be read: 'utf-8' codec can't "
        "decode byte 0xff in position 11: invalid start byte [bad-settings]"
    )


def test_settings_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GuideRefused) as refused:
        find_project(tmp_path / "mkdocs.yml")
    assert str(refused.value) == (
        "mkdocs.yml:1:1: error: the settings of the site cannot be read: "
        f"No such file or directory [bad-settings]\n{END}"
    )


@pytest.mark.parametrize(
    "text",
    ["extra: {day: 2024-02-31}\n", "extra: {n: !!int x}\n", "extra: " + "[" * 5_000],
    ids=["a day that no month has", "a number that is none", "lists that are too deep"],
)
def test_values_that_yaml_cannot_build_are_refused(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).endswith(END)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("hooks: [other.py]\ntheme: readthedocs\n", "readthedocs"),
        ("hooks: mkdocs_events.py\ntheme: {name: mkdocs}\n", "mkdocs"),
        ("hooks: {mkdocs_events.py: 1}\ntheme: {}\n", "not named"),
        ("site_name: Gardd\n", "not named"),
    ],
)
def test_settings_by_which_mkdocs_would_build_no_guide_are_refused(
    tmp_path: Path, text: str, theme: str
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(text)
    with pytest.raises(GuideRefused) as refused:
        find_site(settings)
    assert str(refused.value) == (
        "mkdocs.yml:1:1: error: the settings do not name the hook of Hadau, so MkDocs would build "
        "no guide [no-hook]\n"
        "  expected: `hooks` with the path of mkdocs_events.py\n"
        "  mend: write `hooks: [hooks/mkdocs_events.py]`\n"
        f"mkdocs.yml:1:1: error: the theme is {theme}, and pages are made for material "
        "[other-theme]\n"
        "  expected: `theme` with the name material\n"
        "  mend: write `theme: {name: material, custom_dir: overrides}`\n"
        "2 error(s), 0 warning(s)"
    )


def test_a_site_may_have_its_hook_and_theme_from_settings_that_it_inherits(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("hooks: [mkdocs_events.py]\ntheme: {name: material}\n")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("INHERIT: base.yml\n")
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "main.html").touch()
    assert find_site(settings).root == tmp_path


def test_a_theme_without_the_templates_is_refused(tmp_path: Path) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("hooks: [../hooks/mkdocs_events.py]\ntheme: {name: material}\n")
    with pytest.raises(GuideRefused) as refused:
        find_site(settings)
    assert str(refused.value) == (
        "mkdocs.yml:1:1: error: the folder overrides has no templates of Hadau [no-templates]\n"
        "  expected: `custom_dir` of `theme` with a folder that holds main.html\n"
        "  mend: write `custom_dir: overrides`, or where that folder stands\n"
        "1 error(s), 0 warning(s)"
    )
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "main.html").touch()
    assert find_site(settings).templates == tmp_path / "overrides"
