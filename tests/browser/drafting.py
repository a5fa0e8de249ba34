"""A guide that is being drafted: every text stands in one language alone, and says which."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from .serving import ROOT

MARKS = {"cy": "Cymraegair", "en": "Englishword"}
"""A word that every text of a language ends with."""
_WORDS = {"date", "pages"}
"""Fields in which a number is a text."""
_APART = {"slug", "review", "forms", "suggest"}
"""Fields whose languages are no texts."""


def write_draft(folder: Path) -> Path:
    """The settings of a copy of the second guide in which every other text lacks Welsh or English.

    Texts that lack Welsh and texts that lack English alternate, so that each place on a page is
    filled by both.
    """
    shutil.copytree(ROOT / "tests" / "cases" / "seeds", folder / "draft")
    turn = count()
    for path in sorted((folder / "draft" / "content").rglob("*.yml")):
        if path.parent.name == "interface":
            continue
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
        if path.name == "guide.yml":
            data["parity"] = "warn"
        if path.name == "terms.yml":
            continue
        text = yaml.safe_dump(_halve(data, turn), allow_unicode=True, sort_keys=False)
        path.write_text(text, "utf-8")
    settings = folder / "draft" / "mkdocs.yml"
    written = settings.read_text("utf-8").replace("../../..", str(ROOT))
    settings.write_text(written, "utf-8")
    return settings


def _halve(data: Any, turn: Any, name: str = "") -> Any:
    if isinstance(data, list):
        return [_halve(item, turn, name) for item in data]
    if isinstance(data, str):
        # As YAML 1.2 has it: "on" is a word.
        scalars = {"true": True, "false": False}
        number = name not in _WORDS and re.fullmatch(r"-?[0-9]+", data)
        return int(data) if number else scalars.get(data, data)
    words = set(data) == set(MARKS) and all(isinstance(value, str) for value in data.values())
    if words and name not in _APART:
        language = ("cy", "en")[next(turn) % 2]
        text = data[language].rstrip()
        # Below a table it would be one more cell.
        return {language: text + ("\n\n" if text.endswith("|") else " ") + MARKS[language]}
    return {
        key: value if key in _APART else _halve(value, turn, key) for key, value in data.items()
    }
