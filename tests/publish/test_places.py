"""A site never takes the place of anything but a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hadau.model.guide import Project
from hadau.publish.building import MARKS_OF_A_SITE, BuildFailedError, find_place


@pytest.fixture
def project(guide_with: Callable[[Mapping[str, str | bytes]], Project]) -> Project:
    """A guide whose parts a site must not take the place of."""
    return guide_with({})


def a_site(folder: Path) -> Path:
    folder.mkdir()
    for name in MARKS_OF_A_SITE:
        (folder / name).write_text("")
    return folder


def refusal(site: Path, reason: str) -> str:
    return (
        f"the site cannot be put in {site}: {reason}\n"
        "  expected: a site made before, an empty folder, or a new one\n"
        "  mend: name another folder with --site-dir, or empty this one yourself"
    )


def test_new_and_empty_folders_and_sites_are_places(project: Project, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (a_site(tmp_path / "made") / ".DS_Store").write_text("")
    for name in ("new", "empty", "made", "deep/down"):
        assert find_place(tmp_path / name, project) == tmp_path / name


@pytest.mark.parametrize("mark", MARKS_OF_A_SITE)
def test_a_folder_that_is_not_a_site_is_refused(
    project: Project, tmp_path: Path, mark: str
) -> None:
    site = a_site(tmp_path / "papers")
    (site / mark).unlink()
    first = min(path.name for path in site.iterdir())
    with pytest.raises(BuildFailedError) as error:
        find_place(site, project)
    assert str(error.value) == refusal(
        site, f"it holds {first} but is not a site, and the build would delete it"
    )


def test_hidden_files_are_not_deleted_with_a_site(project: Project, tmp_path: Path) -> None:
    site = a_site(tmp_path / "checkout")
    (site / ".git").mkdir()
    with pytest.raises(BuildFailedError) as error:
        find_place(site, project)
    assert str(error.value) == refusal(site, "it holds .git, which the build would delete")


def test_a_file_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildFailedError) as error:
        find_place(tmp_path / "file", project)
    assert str(error.value) == refusal(tmp_path / "file", "it is a file")


def test_what_the_site_is_made_from_is_refused(project: Project, tmp_path: Path) -> None:
    root, content = project.root, project.content
    (tmp_path / "link").symlink_to(content)
    reasons = {
        root: f"the build would delete {root}",
        root.parent: f"the build would delete {root}",
        content: f"the build would delete {content}",
        tmp_path / "link": f"the build would delete {content}",
        content / "site": "it is inside content, which the project is made from",
        project.templates / "site": "it is inside overrides, which the project is made from",
    }
    for site, reason in reasons.items():
        with pytest.raises(BuildFailedError) as error:
            find_place(site, project)
        assert str(error.value) == refusal(site, reason)
