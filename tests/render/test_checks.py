"""Questions made from the parts of a framework."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hadau.load.settings import find_project
from hadau.model.asking import Asking, mix
from hadau.model.entries import Framework
from hadau.model.linked import Linked
from hadau.model.text import LANGUAGES
from hadau.pipeline import check_guide
from hadau.render.checks import ORDERED, find_siblings, make_checks
from hadau.render.view import View

ROOT = Path(__file__).parents[2]


@cache
def load(settings: str) -> Linked:
    linked, _ = check_guide(find_project(ROOT / settings))
    assert linked is not None
    return linked


@pytest.fixture(params=["mkdocs.yml", "tests/cases/seeds/mkdocs.yml"])
def guide(request: pytest.FixtureRequest) -> Linked:
    return load(request.param)


def each(guide: Linked) -> Iterator[tuple[Framework, dict[str, tuple[Asking, ...]]]]:
    """Every framework with its questions in each language."""
    siblings = find_siblings(guide.guide)
    for id_, entry in guide.guide.entries.items():
        if isinstance(entry, Framework):
            yield (
                entry,
                {
                    language: make_checks(
                        View(guide, guide.addresses[f"entry/{id_}", language], {}), entry, siblings
                    )
                    for language in LANGUAGES
                },
            )


def test_both_languages_ask_the_same_in_the_same_order(guide: Linked) -> None:
    for framework, checks in each(guide):
        cy, en = (
            [
                (
                    asked.id,
                    asked.kind,
                    asked.mark,
                    asked.mixed,
                    [(offer.key, offer.right) for offer in asked.offers],
                    [thing.target for thing in asked.things],
                    len(asked.targets),
                )
                for asked in checks[language]
            ]
            for language in LANGUAGES
        )
        assert cy == en, framework.id
        assert len(cy) >= (2 if framework.shape in ORDERED else 1), framework.id


def test_every_question_can_be_answered_and_no_two_answers_read_alike(guide: Linked) -> None:
    for framework, checks in each(guide):
        for asked in (asked for questions in checks.values() for asked in questions):
            words = [str(offer.words) for offer in asked.offers] or list(asked.targets)
            assert len(words) == len(set(words)), (framework.id, asked.id)
            if asked.kind == "single":
                assert sum(offer.right for offer in asked.offers) == 1
            if asked.kind == "matching":
                assert all(thing.words for thing in asked.things)
                for thing in asked.things:
                    assert thing.target is not None
                    title = asked.targets[thing.target]
                    assert title.casefold() not in thing.words.casefold()
            if asked.kind != "single":
                assert asked.mixed != tuple(range(len(asked.mixed)))


def test_wrong_answers_come_from_the_framework_itself_and_those_beside_it() -> None:
    guide = load("tests/cases/seeds/mkdocs.yml")
    checks = {framework.id: checks["en"] for framework, checks in each(guide)}
    ladder = {asked.id: asked for asked in checks["soil-ladder"]}
    assert set(ladder) == {"check--meanings", "check--example", "check--order"}
    # The only framework of its section has none beside it.
    assert {offer.key for offer in ladder["check--example"].offers} == {"drainage", "food", "life"}
    year = {asked.id: asked for asked in checks["year-of-the-bed"]}
    titles = {"Sow", "Grow", "Harvest", "Rest", "Dry", "Moist", "Waterlogged"}
    assert set(year["check--meanings"].targets) <= titles
    assert set(year["check--meanings"].targets) & {"Dry", "Moist", "Waterlogged"} != set()


def test_questions_stay_the_same_until_what_they_ask_changes() -> None:
    guide = load("tests/cases/seeds/mkdocs.yml")
    asked = {
        (framework.id, question.id): (question.mark, question.mixed)
        for framework, checks in each(guide)
        for question in checks["en"]
    }
    assert asked["watering", "check--order"] == ("b2343c7d", (2, 1, 0))


@pytest.mark.parametrize("count", range(2, 12))
def test_a_mixed_order_has_everything_once_and_is_never_the_right_one(count: int) -> None:
    for seed in ("a", "b", "soil-ladder"):
        mixed = mix(count, seed)
        assert sorted(mixed) == list(range(count))
        assert mixed != tuple(range(count))
        assert mixed == mix(count, seed)
