"""A search index for each language, cut from the one that Material makes of the whole site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model.text import LANGUAGES, Language

_PIPELINES: Mapping[Language, list[str]] = {
    # Material has no Welsh: it would fall back to English and drop "her", "had" and "can".
    "cy": [],
    "en": ["stemmer", "stopWordFilter", "trimmer"],
}


def split_index(index: bytes) -> dict[Language, bytes]:
    """The index of each language, its addresses relative to that language's front page."""
    whole: dict[str, Any] = json.loads(index)
    return {language: _cut(whole, language) for language in LANGUAGES}


def _cut(whole: Mapping[str, Any], language: Language) -> bytes:
    prefix = f"{language}/"
    docs = [
        {**doc, "location": doc["location"].removeprefix(prefix)}
        for doc in whole["docs"]
        if doc["location"].startswith(prefix)
    ]
    config = {**whole["config"], "lang": ["en"], "pipeline": _PIPELINES[language]}
    data = {"config": config, "docs": docs}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
