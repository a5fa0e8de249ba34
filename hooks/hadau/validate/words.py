"""The words of the interface: the engine's own, and those that a guide puts in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from string import Formatter
from typing import Any

from ..model.guide import WordForms
from ..model.places import Document, Loaded, Loc
from ..model.text import LANGUAGES, Language, other_language
from ..problems import Problem, nearest
from .rules import check_slug
from .shape import quote, written_as

Words = dict[str, WordForms]


def read_words(
    loaded: Loaded, defaults: dict[Language, Words]
) -> tuple[dict[Language, Words], list[Problem]]:
    """The words of each language, those of the guide first, and what is wrong with the latter.

    Every language has words of its own for a key that any language replaces.
    """
    problems: list[Problem] = []
    files = {
        document.stem: document for document in loaded.documents if document.kind == "interface"
    }
    words: dict[Language, Words] = {}
    for language in LANGUAGES:
        words[language] = dict(defaults[language])
        document = files.get(language)
        if document is None:
            continue
        if not isinstance(document.data, dict):
            problems.append(_wrong((), document, "lines of `name: words`"))
            continue
        other = other_language(language)
        others = _find_keys(other, files.get(other), loaded)
        for key, given in document.data.items():
            found = [*_check(key, given, defaults[language], document)]
            problems += found
            if not found:
                words[language][key] = given
            if key in defaults[language] and others is not None and key not in others:
                problems.append(
                    Problem(
                        document.places.key_at((key,)),
                        "missing-language",
                        f"`{key}` has no words of the guide in `{other}`",
                        "every language with its own words, or none",
                        f"write `{key}: …` in interface/{other}.yml too",
                    )
                )
    return words, problems


def _find_keys(
    language: Language, document: Document | None, loaded: Loaded
) -> Collection[str] | None:
    """The words that a guide has of its own in a language; None where its file cannot be read."""
    if document is None:
        return None if ("interface", language) in loaded.broken else ()
    return document.data if isinstance(document.data, dict) else None


def _check(key: str, given: Any, known: Words, document: Document) -> Iterator[Problem]:
    if key not in known:
        likely = nearest(key, known)
        yield Problem(
            document.places.key_at((key,)),
            "unknown-field",
            f'the interface has no words "{key}"',
            "a name from the engine's own list of words",
            f'write "{likely}"' if likely else "delete the line",
        )
        return
    default = known[key]
    if isinstance(default, str):
        yield from _check_form((key,), given, default, document)
    elif not isinstance(given, dict) or set(given) != set(default):
        yield Problem(
            document.places.at((key,)),
            "bad-value",
            f"`{key}` does not have the right forms",
            f"a form for each of {', '.join(default)}",
            f"write `{key}: {{{', '.join(f'{form}: …' for form in default)}}}`",
        )
    else:
        for form, words in given.items():
            yield from _check_form((key, form), words, default[form], document)


def _check_form(loc: Loc, given: Any, default: str, document: Document) -> Iterator[Problem]:
    key = str(loc[0])
    at = document.places.at(loc)
    if not isinstance(given, str):
        yield _wrong(loc, document, "a text")
    elif key.startswith("slug."):
        yield from check_slug(given, default, at)
    elif not given.strip() or "\n" in given:
        yield Problem(
            at,
            "bad-words",
            f"{quote(given)} will not do for `{key}`",
            "words on one line",
            "write words on one line",
        )
    else:
        yield from _check_holders(key, given, default, loc, document)


def _check_holders(
    key: str, given: str, default: str, loc: Loc, document: Document
) -> Iterator[Problem]:
    """Words in braces are filled with what the engine knows: they are the same, or fewer."""
    known = _holders(default) or set()
    found = _holders(given)
    if found is not None and found <= known:
        return
    wrong = "has a brace that nothing closes or opens"
    if found is not None:
        wrong = f"names {', '.join(f'{{{name}}}' for name in sorted(found - known))}"
    names = ", ".join(f"{{{name}}}" for name in sorted(known))
    yield Problem(
        document.places.at(loc),
        "bad-value",
        f"`{key}` {wrong}",
        f"nothing else in braces than {names}" if names else "no braces",
        f'write "{default}"',
    )


def _holders(words: str) -> set[str] | None:
    """What stands in braces, with everything said about its form; None where braces are odd."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        return None
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in parts
        if name is not None
    }


def _wrong(loc: Loc, document: Document, expected: str) -> Problem:
    given = document.data
    for part in loc:
        given = given[part]
    name = str(loc[0]) if loc else "the file"
    plain = isinstance(given, int | float)
    written = written_as(document, loc)
    return Problem(
        document.places.at(loc),
        "bad-value",
        f"{quote(given, written)} will not do for `{name}`",
        expected,
        f'put quotes around it: "{written}"' if plain else f"write {expected}",
    )
