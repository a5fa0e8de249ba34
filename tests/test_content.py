"""The guide itself: both languages of every record say the same things."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hadau.link.markup import parse_text
from hadau.load.settings import find_project
from hadau.model.entries import Framework
from hadau.model.linked import CitationGroup, EntryLink, Linked
from hadau.model.text import Text, find_texts
from hadau.pipeline import check_guide
from hadau.problems import as_text

ROOT = Path(__file__).parents[1]
LONGEST = 1.7
"""How many times as long as the other one language of a text may be, past a few words."""


@pytest.fixture(scope="module")
def linked() -> Linked:
    guide, problems = check_guide(find_project(ROOT / "mkdocs.yml"))
    assert guide is not None, as_text(problems)
    return guide


def named_in(markdown: str) -> Counter[tuple[str, str | None]]:
    """The entries and works that a text names, with their anchors and pages."""
    named: Counter[tuple[str, str | None]] = Counter()
    for piece in parse_text(markdown)[0].pieces:
        if isinstance(piece, EntryLink):
            named[piece.target, piece.anchor] += 1
        elif isinstance(piece, CitationGroup):
            named.update((source.key, source.pages) for source in piece.sources)
    return named


def texts_of(linked: Linked) -> list[tuple[str, Text]]:
    """Every text of the guide, with the place it stands in."""
    guide = linked.guide
    owners = {
        "guide": guide.about,
        **{f"glossary/{term.id}": term for term in guide.glossary},
        **{record.id: record for record in guide.records},
    }
    return [
        (f"{name}: {'.'.join(map(str, loc))}", text)
        for name, owner in owners.items()
        for loc, text in find_texts(owner)
    ]


def test_the_guide_has_nothing_to_mend() -> None:
    _, problems = check_guide(find_project(ROOT / "mkdocs.yml"))
    assert as_text(problems) == "0 error(s), 0 warning(s)"


def test_both_languages_of_a_text_name_the_same_entries_and_works(linked: Linked) -> None:
    differing = [
        place for place, text in texts_of(linked) if named_in(text.cy) != named_in(text.en)
    ]
    assert differing == []


def test_both_languages_of_a_text_have_as_many_paragraphs(linked: Linked) -> None:
    differing = [
        place
        for place, text in texts_of(linked)
        if len(text.cy.strip().split("\n\n")) != len(text.en.strip().split("\n\n"))
    ]
    assert differing == []


def test_neither_language_of_a_text_is_far_longer_than_the_other(linked: Linked) -> None:
    uneven = [
        place
        for place, text in texts_of(linked)
        if max(len(text.cy), len(text.en)) > LONGEST * min(len(text.cy), len(text.en)) + 20
    ]
    assert uneven == []


def test_no_text_is_the_same_in_both_languages(linked: Linked) -> None:
    assert [place for place, text in texts_of(linked) if text.cy.strip() == text.en.strip()] == []


def test_every_framework_has_250_words_or_more_in_each_language(linked: Linked) -> None:
    thin = {}
    for framework in linked.guide.entries.values():
        if isinstance(framework, Framework):
            for language in ("cy", "en"):
                words = sum(
                    len((text.cy if language == "cy" else text.en).split())
                    for _, text in find_texts(framework)
                )
                if words < 250:
                    thin[framework.id, language] = words
    assert thin == {}
