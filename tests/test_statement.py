"""The accessibility statement claims what the last audit found, and no more."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hadau.languages import cy, en
from hadau.load.settings import find_project
from hadau.model.text import LANGUAGES, Language
from hadau.pipeline import check_guide

ROOT = Path(__file__).parents[1]
DATES = {"cy": cy.format_date, "en": en.format_date}


@pytest.fixture(scope="module")
def figures() -> Any:
    return json.loads((ROOT / "docs" / "audit.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def statement() -> dict[str, dict[Language, str]]:
    """The texts of the statement's sections."""
    linked, _ = check_guide(find_project(ROOT / "mkdocs.yml"))
    assert linked is not None
    page = next(page for page in linked.guide.pages if page.id == "accessibility")
    return {
        section.id: {language: section.text.of(language) for language in LANGUAGES}
        for section in page.sections
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_statement_are_those_of_the_last_audit(
    language: Language, figures: Any, statement: dict[str, dict[Language, str]]
) -> None:
    pages = figures["pages"]
    counted = [
        pages["pages"],
        pages["states"],
        pages["axe"]["looks"],
        pages["keyboard"]["looks"],
        pages["spacing"]["looks"],
        pages["unscripted"]["looks"],
        pages["forced colours"]["looks"],
        figures["html"]["looks"],
        figures["sheets"]["looks"],
        figures["lighthouse"]["looks"],
    ]
    said = re.findall(r"^- .*: ([\d,]+)$", statement["how-tested"][language], re.MULTILINE)
    assert said == [f"{number:,}" for number in counted]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_names_the_day_of_the_oldest_part_of_the_audit(
    language: Language, figures: Any, statement: dict[str, dict[Language, str]]
) -> None:
    oldest = DATES[language](date.fromisoformat(min(part["on"] for part in figures.values())))
    assert oldest in statement["how-tested"][language]
    assert oldest in statement["prepared"][language]


def test_nothing_was_left_to_mend_as_the_statement_says(figures: Any) -> None:
    assert set(figures) == {"html", "sheets", "pages", "lighthouse"}
    assert {name: part["faults"] for name, part in figures.items()} == dict.fromkeys(figures, 0)
    assert figures["lighthouse"]["least"]["accessibility"] == 100
