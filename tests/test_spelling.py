"""Every Welsh word of the guide and of the interface is in the dictionary or in the word list.

The dictionary is the one that search reads its headwords from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from spylls.hunspell import Dictionary

ROOT = Path(__file__).parents[1]
DICTIONARY = ROOT / "hooks" / "hadau" / "languages" / "hunspell-cy" / "cy_GB"
WORD_LIST = ROOT / "tests" / "welsh-words.txt"
FILES = [
    *sorted((ROOT / "content").rglob("*.yml")),
    ROOT / "hooks" / "hadau" / "languages" / "words" / "cy.yml",
]

_NOT_WORDS = re.compile(
    r"""\[\[[^\[\]|]*\]\]        # a link with the title of its entry
    | \[\[[^\[\]|]*\|            # what a link leads to
    | \[[^\[\]@]*@[^\[\]]*\]     # a citation
    | @[\w:-]+
    | <span\ lang=.*?</span>     # words in another language
    | <[^<>]*>
    | \]\([^()]*\)               # the address of a link
    | https?://\S+ | \S+@\S+
    | \{\w*\}                    # a place to be filled
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLITIC = re.compile(r"['’](?:r|n|i|u|w|m|th|ch)$")


@cache
def dictionary() -> Dictionary:
    return Dictionary.from_files(str(DICTIONARY))


@cache
def word_list() -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD_LIST.read_text("utf-8").split())


@cache
def is_known(word: str) -> bool:
    if word.casefold() in word_list() or dictionary().lookup(word.replace("’", "'")):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(is_known(part) for part in parts)


def unknown_in(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text that nobody knows, with the lines of the text before each."""
    blank = _NOT_WORDS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _WORD.finditer(blank):
        word = _CLITIC.sub("", found[0])
        capitals = sum(letter.isupper() for letter in word)
        if len(word) > 1 and capitals < 2 and not is_known(word):
            yield blank.count("\n", 0, found.start()), word


def welsh_in(node: yaml.Node, *, welsh: bool) -> Iterator[yaml.ScalarNode]:
    """Every value that is Welsh: all of a Welsh file, or what stands under `cy`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            # A page in both languages brings words of the other one, named so.
            other = key.value in ("review", "slug") or key.value.endswith("-en")
            if not other and not key.value.startswith("slug."):
                yield from welsh_in(value, welsh=welsh or key.value == "cy")
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from welsh_in(value, welsh=welsh)
    elif isinstance(node, yaml.ScalarNode) and welsh:
        yield node


def misspelt(path: Path, text: str) -> list[str]:
    """Each unknown word of a file as `file:line: word`. The source is read, for true lines."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    found = []
    for scalar in welsh_in(node, welsh=path.name == "cy.yml"):
        source = text[scalar.start_mark.index : scalar.end_mark.index]
        for line, word in unknown_in(source):
            found.append(f"{shown.as_posix()}:{scalar.start_mark.line + line + 1}: {word}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_welsh_word_is_spelt_as_the_dictionary_spells_it(path: Path) -> None:
    assert misspelt(path, path.read_text("utf-8")) == []


def test_the_theme_s_welsh_words_are_spelt_as_the_dictionary_spells_them() -> None:
    path = ROOT / "overrides" / "partials" / "languages" / "cy.html"
    words = re.findall(
        r'^  "(?!search\.config|language|direction)[\w.]+": "(.*)"', path.read_text("utf-8"), re.M
    )
    assert len(words) > 30
    assert [word for text in words for _, word in unknown_in(text)] == []


def test_a_slip_is_named_with_its_file_and_line() -> None:
    text = "text:\n  en: What\n  cy: >-\n    Mae’r pridd\n    yn gylch iawn a’r [[soil|pridff]]\n"
    assert misspelt(ROOT / "content" / "bed.yml", text) == ["content/bed.yml:5: pridff"]


@pytest.mark.parametrize(
    "text",
    [
        "Mae’n dda, a’u gwaith hwy i’w weld.",
        'Gweler [[soil-ladder]] a [@huxham2005, p. 3] ac <span lang="en">worms</span>.',
        "Ysgrifennwch at garden@example.org neu https://example.org/zzz.",
        "BGC, BIPHDD a {n} o bobl",
        "cam-wrth-gam",
    ],
)
def test_markup_names_of_letters_and_clitics_are_no_slips(text: str) -> None:
    assert [*unknown_in(text)] == []
