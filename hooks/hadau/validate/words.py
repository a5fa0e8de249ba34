"""The words of the interface: the engine's own, and those that a guide puts in their place."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import RootModel

from ..model.guide import WordForms
from ..model.places import Document
from ..model.text import LANGUAGES, Language
from ..problems import Problem, nearest
from .shape import read_record


class Words(RootModel[dict[str, str | dict[str, str]]]):
    """What a file of interface words holds."""


def read_words(
    documents: Iterable[Document], defaults: dict[Language, dict[str, WordForms]]
) -> tuple[dict[Language, dict[str, WordForms]], list[Problem]]:
    """The words of each language, those of the guide first, and what is wrong with the latter.

    Every language has words of its own for a key that any language replaces.
    """
    problems: list[Problem] = []
    own: dict[Language, dict[str, WordForms]] = {language: {} for language in LANGUAGES}
    files = {
        language: document
        for document in documents
        for language in LANGUAGES
        if document.kind == "interface" and document.stem == language
    }
    for language, document in files.items():
        record, found = read_record(Words, document)
        problems += found
        if record is None:
            continue
        own[language] = record.root
        for key, words in record.root.items():
            problems += _check(key, words, defaults[language], document)
    for language, document in files.items():
        for key in own[language]:
            for other in LANGUAGES:
                if key in defaults[language] and key not in own[other]:
                    problems.append(
                        Problem(
                            document.places.key_at((key,)),
                            "missing-language",
                            f"`{key}` has no words of the guide in `{other}`",
                            "every language with its own words, or none",
                            f"write `{key}: …` in interface/{other}.yml too",
                        )
                    )
    return {language: defaults[language] | own[language] for language in LANGUAGES}, problems


def _check(
    key: str, words: WordForms, known: dict[str, WordForms], document: Document
) -> list[Problem]:
    if key not in known:
        likely = nearest(key, known)
        return [
            Problem(
                document.places.key_at((key,)),
                "unknown-field",
                f'the interface has no words "{key}"',
                "a name from the engine's own list of words",
                f'write "{likely}"' if likely else "delete the line",
            )
        ]
    default = known[key]
    if isinstance(default, dict) != isinstance(words, dict):
        forms = ", ".join(default) if isinstance(default, dict) else "one form"
        return [
            Problem(
                document.places.at((key,)),
                "bad-value",
                f"`{key}` has the wrong number of forms",
                forms,
                f"write {'a form for each of ' if isinstance(default, dict) else ''}{forms}",
            )
        ]
    missing = set(default) ^ set(words) if isinstance(default, dict) else set()
    if missing:
        return [
            Problem(
                document.places.key_at((key,)),
                "bad-value",
                f"`{key}` does not have the right forms",
                f"a form for each of {', '.join(default)}",
                f"add or delete: {', '.join(sorted(missing))}",
            )
        ]
    return []
