"""The engine's own words: complete in every language, and of no subject."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import material
import pytest

from hadau.languages import RULES, PluralCategory
from hadau.load.words import load_words
from hadau.model.entries import Relation, Reviewed, Shape
from hadau.model.guide import SourceType, WordForms
from hadau.model.kinds import KINDS
from hadau.model.linked import RelationKind
from hadau.model.quotations import Translated, Untranslated
from hadau.model.text import ID_PATTERN, LANGUAGES, Language

ROOT = Path(__file__).parent.parent
WORDS = load_words()
KEYS = sorted(WORDS[LANGUAGES[0]])
_PLACE = re.compile(r"\{(\w*)\}")


def categories(language: Language) -> set[str]:
    """The plural categories that whole numbers take in a language."""
    return {RULES[language].plural_category(number) for number in range(200)}


def forms(words: WordForms) -> list[str]:
    return [words] if isinstance(words, str) else list(words.values())


def test_every_language_has_the_same_words() -> None:
    for language in LANGUAGES:
        assert sorted(WORDS[language]) == KEYS


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_count_have_every_form_of_their_language(language: Language) -> None:
    assert categories(language) <= set(get_args(PluralCategory))
    counting = {key: words for key, words in WORDS[language].items() if isinstance(words, dict)}
    assert set(counting) == {key for key in KEYS if key.startswith("count.")}
    for key, words in counting.items():
        assert set(words) == categories(language), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_empty_or_of_another_type(language: Language) -> None:
    for key, words in WORDS[language].items():
        for form in forms(words):
            assert isinstance(form, str), key
            assert form.strip() == form != "", key


@pytest.mark.parametrize("key", KEYS)
def test_words_have_the_same_places_in_every_language_and_form(key: str) -> None:
    places = {
        frozenset(_PLACE.findall(form))
        for language in LANGUAGES
        for form in forms(WORDS[language][key])
    }
    assert len(places) == 1
    assert all(place for place in next(iter(places)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 6, 10, 21, 1_000])
def test_every_number_of_things_can_be_told(language: Language, number: int) -> None:
    for key in KEYS:
        words = WORDS[language][key]
        if isinstance(words, dict):
            assert RULES[language].count(words, number).startswith(f"{number:,} ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_folders_of_the_site_can_stand_in_an_address(language: Language) -> None:
    slugs = [str(words) for key, words in WORDS[language].items() if key.startswith("slug.")]
    assert len(slugs) == len(set(slugs)) > 0
    assert all(re.fullmatch(ID_PATTERN, slug) for slug in slugs)


def test_typewriter_marks_do_not_stand_for_letters() -> None:
    for language in LANGUAGES:
        for key, words in WORDS[language].items():
            assert not any("'" in form or '"' in form for form in forms(words)), (language, key)


def test_every_value_that_a_record_may_take_has_its_words() -> None:
    wanted = {
        *(f"{group}.{kind}" for group in ("kind", "one", "about", "slug") for kind in KINDS),
        *(f"figure.{shape}" for shape in get_args(Shape)),
        *(f"relation.{kind}" for kind in get_args(RelationKind)),
        *(f"relation.{kind}" for kind in get_args(Relation.model_fields["kind"].annotation)),
        *(f"source.{kind}" for kind in get_args(SourceType)),
        *(f"quote.{kind}" for kind in get_args(Translated.model_fields["kind"].annotation)),
        *(f"quote.{kind}" for kind in get_args(Untranslated.model_fields["kind"].annotation)),
        *(f"quote.in-{language}" for language in LANGUAGES),
        *(f"review.{state}" for state in get_args(Reviewed.model_fields["state"].annotation)),
    }
    assert sorted(wanted - set(KEYS)) == []


def _asked() -> tuple[set[str], set[str]]:
    """The keys that the code and the templates ask for: whole ones, and beginnings of others."""
    whole, begun = set(), set()
    for path in (ROOT / "hooks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
            elif isinstance(node, ast.Constant):
                whole.add(str(node.value))
    for path in (ROOT / "overrides").rglob("*.*"):
        if path.suffix in (".html", ".xml", ".mjs"):
            for written in re.findall(r"[\"']([\w.-]+)[\"']", path.read_text("utf-8")):
                (begun if written.endswith(".") else whole).add(written)
    return whole, begun


def test_every_key_that_is_asked_for_has_words() -> None:
    groups = {key.partition(".")[0] for key in KEYS}
    called = re.compile(
        r"(?:\bword|\bcount)\(\s*[\"']([\w.-]+[\w])[\"']|words\[[^\]]*\]?\[?[\"']([\w.-]+[\w])[\"']\]"
    )
    asked = {
        one or two
        for folder in ("hooks/hadau", "overrides")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".py", ".html", ".xml")
        for one, two in called.findall(path.read_text("utf-8"))
    }
    assert len(asked) > 50
    assert sorted(key for key in asked if key.partition(".")[0] in groups and key not in KEYS) == []


def test_no_words_are_left_that_nothing_asks_for() -> None:
    whole, begun = _asked()
    beginnings = tuple(text for text in begun if text.endswith(".") and len(text) > 1)
    left = [key for key in KEYS if key not in whole and not key.startswith(beginnings)]
    assert left == []


@pytest.mark.parametrize(
    ("language", "subject"), [("cy", "weithio gydag eraill"), ("en", "working with others")]
)
def test_the_words_speak_of_no_subject(language: Language, subject: str) -> None:
    speaking = [
        key for key, words in WORDS[language].items() for form in forms(words) if subject in form
    ]
    assert speaking == []


def theme_words(text: str) -> dict[str, str]:
    """The words in a template of the theme's words, by key."""
    return dict(re.findall(r'^ +"([a-z][\w.]*)": "(.*)",?$', text, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_theme_is_there_in_each_language(language: Language) -> None:
    theme = Path(material.__file__).parent / "templates" / "partials" / "languages" / "en.html"
    known = theme_words(theme.read_text("utf-8"))
    folder = ROOT / "overrides" / "partials" / "languages"
    own = theme_words((folder / f"{language}.html").read_text("utf-8"))
    assert len(known) > 50
    assert sorted(own) == sorted(known)
    # A place for a number stays a place for one.
    assert {key for key in own if "#" in own[key]} == {key for key in known if "#" in known[key]}
