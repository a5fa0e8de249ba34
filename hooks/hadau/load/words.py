"""The engine's own words of the interface."""

from __future__ import annotations

from functools import cache
from importlib import resources

from ..model.guide import WordForms
from ..model.text import LANGUAGES, Language
from ..problems import as_text
from .yaml import read_document


@cache
def load_words() -> dict[Language, dict[str, WordForms]]:
    """The words of each language by key, from `languages/words/`.

    Raises ValueError when a file of the engine itself cannot be read.
    """
    words: dict[Language, dict[str, WordForms]] = {}
    for language in LANGUAGES:
        path = f"languages/words/{language}.yml"
        content = resources.files("hadau").joinpath(path).read_bytes()
        document, problems = read_document(content, path, "interface")
        if document is None or problems:
            raise ValueError(as_text(problems))
        words[language] = document.data
    return words
