"""The pages of a guide as Markdown files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hadau.model.page import Built
from hadau.publish.tree import write_markdown, write_tree


def front_matter(markdown: str) -> dict[str, object]:
    _, front, _ = markdown.split("---\n", 2)
    read = yaml.safe_load(front)
    assert isinstance(read, dict)
    return read


def test_every_page_the_welcome_and_the_data_are_written(
    seeds_built: Built, tmp_path: Path
) -> None:
    count = write_tree(seeds_built, tmp_path / "tree")
    files = {
        path.relative_to(tmp_path / "tree").as_posix()
        for path in (tmp_path / "tree").rglob("*")
        if path.is_file()
    }
    assert files == {
        "index.md",
        "guide.json",
        "guide.schema.json",
        *(page.address.path for page in seeds_built.pages),
        *seeds_built.files,
    }
    assert count == len(files) == len(seeds_built.pages) + 3 + len(seeds_built.files)
    written = (tmp_path / "tree" / "guide.json").read_text("utf-8")
    assert json.loads(written)["languages"] == ["cy", "en"]


def test_a_page_is_written_as_mkdocs_gets_it(seeds_built: Built, tmp_path: Path) -> None:
    write_tree(seeds_built, tmp_path)
    for page in seeds_built.pages:
        assert (tmp_path / page.address.path).read_text("utf-8") == write_markdown(page)


def test_the_front_matter_says_title_description_language_and_kind(seeds_built: Built) -> None:
    (page,) = [
        page for page in seeds_built.pages if page.address.path == "en/frameworks/watering.md"
    ]
    assert front_matter(write_markdown(page)) == {
        "title": "The water spectrum",
        "description": "From dry to wet, and what each one does.",
        "lang": "en",
        "kind": "framework",
    }


def test_a_front_page_hides_menu_and_headings(seeds_built: Built) -> None:
    home = next(page for page in seeds_built.pages if page.key == "home")
    assert front_matter(write_markdown(home))["hide"] == ["navigation", "toc"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("no", "no"),
        ("2019", "2019"),
        ("a: b # c", "a: b # c"),
        ("<b> & 'c'", "&lt;b&gt; &amp; &#39;c&#39;"),
        ('"quoted" \\ ---', "&#34;quoted&#34; \\ ---"),
        ("dŵr \U0001f331\u2028", "dŵr \U0001f331\u2028"),
    ],
)
def test_a_title_means_nothing_to_yaml_or_html(title: str, shown: str, seeds_built: Built) -> None:
    page = replace(seeds_built.pages[0], title=title, description=title)
    front = front_matter(write_markdown(page))
    assert (front["title"], front["description"]) == (shown, shown)


def test_the_welcome_leads_to_each_language_in_its_own_words(
    seeds_built: Built, tmp_path: Path
) -> None:
    write_tree(seeds_built, tmp_path)
    assert (tmp_path / "index.md").read_text("utf-8") == (
        '---\ntitle: "Gardd lysiau / A vegetable garden"\nhide: ["navigation", "toc"]\n---\n\n'
        '<p lang="cy"><a href="cy/" hreflang="cy">Gardd lysiau</a></p>\n'
        '<p lang="en"><a href="en/" hreflang="en">A vegetable garden</a></p>\n'
    )


def test_nothing_is_written_over(seeds_built: Built, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(FileExistsError):
        write_tree(seeds_built, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_may_be_written_to(seeds_built: Built, tmp_path: Path) -> None:
    assert write_tree(seeds_built, tmp_path) == len(seeds_built.pages) + 3 + len(seeds_built.files)
    assert (tmp_path / "cy" / "index.md").exists()
