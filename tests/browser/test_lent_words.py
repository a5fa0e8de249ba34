"""On the pages of a draft, words that one language lends the other say which language they are."""

from __future__ import annotations

import pytest

from hadau.inspect.site import BuiltSite, read_site
from hadau.inspect.wording import find_runs

from .drafting import MARKS, write_draft
from .serving import build_site


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("draft")
    build_site(write_draft(folder), folder / "site")
    return read_site(folder / "site", "site", "https://gardd.example.org/", {})


def test_every_run_of_words_on_every_page_says_its_language(draft: BuiltSite) -> None:
    """In the head, in menus, drawings, lists of choices and attributes too."""
    other = {"cy": MARKS["en"], "en": MARKS["cy"]}
    wrong = [
        (page.path, run.language, run.words)
        for page in draft.pages.values()
        for run in find_runs(page)
        if other[run.language] in run.words
    ]
    assert wrong == []


def test_every_page_has_words_of_both_languages_to_tell_apart(draft: BuiltSite) -> None:
    """Else nothing would have been shown."""
    for page in draft.real_pages():
        shown = {mark for run in find_runs(page) for mark in MARKS.values() if mark in run.words}
        assert shown == set(MARKS.values()), page.path


def test_no_attribute_holds_the_mark_of_a_language(draft: BuiltSite) -> None:
    wrong = [
        (page.path, element.tag, name, value)
        for page in draft.pages.values()
        for element in page.elements
        for name, value in element.attrib.items()
        if "<span" in value
    ]
    assert wrong == []


def test_no_mark_of_a_language_is_shown_to_readers(draft: BuiltSite) -> None:
    wrong = [
        (page.path, run.words)
        for page in draft.pages.values()
        for run in find_runs(page)
        if "<span" in run.words or "lang=" in run.words
    ]
    assert wrong == []
