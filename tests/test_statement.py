"""The accessibility statement claims in both languages what the last audit found, and no more."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml

from hadau.languages import RULES
from hadau.model.text import LANGUAGES, Language

from .audit.whole import FIGURES, PARTS
from .sharing import ROOT

AUDIT: dict[str, Any] = json.loads(FIGURES.read_text())
LOOKS = {
    "pages": AUDIT["pages"]["looks"],
    "kinds": AUDIT["kinds"]["looks"],
    "states": AUDIT["states"]["checks"]["states"]["looks"],
    "sheets": AUDIT["sheets"]["looks"],
    "html": AUDIT["html"]["looks"],
}
CLAIMS = {
    "cy": {
        "pages": "ar bob un o’r {} tudalen,",
        "kinds": "cerddwyd trwy {} tudalen,",
        "states": "barnwyd {} cyflwr",
        "sheets": "pasiodd pob un o’r {} PDF",
        "html": "darllenodd gwirydd HTML Nu {} ffeil",
        "day": "Profwyd y wefan gyfan ddiwethaf ar {},",
    },
    "en": {
        "pages": "looked at each of the {} pages,",
        "kinds": "{} pages, one of each kind",
        "states": "{} states that readers bring about",
        "sheets": "each of the {} PDFs",
        "html": "the Nu HTML checker read {} files",
        "day": "The whole website was last tested on {},",
    },
}


def read_statement(language: Language) -> str:
    page = yaml.safe_load((ROOT / "content/pages/accessibility.yml").read_text("utf-8"))
    return " ".join(section["text"][language] for section in page["sections"])


@pytest.mark.parametrize("what", LOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_says_how_much_the_audit_looked_at(language: Language, what: str) -> None:
    assert CLAIMS[language][what].format(LOOKS[what]) in read_statement(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_says_on_what_day_the_oldest_part_was_done(language: Language) -> None:
    oldest = min(date.fromisoformat(part["on"]) for part in AUDIT.values())
    said = CLAIMS[language]["day"].format(RULES[language].format_date(oldest))
    assert said in read_statement(language)


def test_every_part_of_the_audit_was_done_and_found_no_fault() -> None:
    assert {name: part["faults"] for name, part in AUDIT.items()} == dict.fromkeys(PARTS, 0)
