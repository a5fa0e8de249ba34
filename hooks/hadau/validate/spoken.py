"""Texts in the wrong language: left in the other one, pasted twice, or each in the other's place.

A text as a whole, with its partner beside it, says more than a run of words on a page does: one
word that only the other language has is enough where there is none of its own. What may be a name
is left alone where both languages have it: words that each begin with a capital, and a single
word, which may be a loan. `<span lang="en">` marks words of a text that are meant to be English,
and quotation marks do so in a line of plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..languages.spotting import find_foreign, find_own_words, find_words, may_be_name
from ..model.places import Document, Loc
from ..model.text import LANGUAGES, Language, Phrase, Text, find_bilingual, other_language
from ..problems import Position, Problem
from .placeholders import find_placeholder
from .plain_words import say_field
from .shape import quote

_NAMES: dict[Language, str] = {"cy": "Welsh", "en": "English"}
_SAME_AT_LEAST = 3
"""How many words that are the same in both languages are no chance, in whatever language."""
_NO_WORDS = re.compile(
    r"<(?P<marked>\w+)\b[^<>]*\blang=[^<>]*>.{0,2000}?</(?P=marked)>"
    r"|<cite\b.{0,300}?</cite>|<[^<>]*>"
    r"|(?<!`)(?P<fence>`{1,5})(?!`).{0,2000}?(?<!`)(?P=fence)(?!`)"
    r"|\[[^\[\]@]*@[^\[\]]*\]|@[\w:.+/-]+(?: \[[^\[\]]*\])?"
    r"|\[\[[^\[\]|]*\]\]|\[\[[^\[\]|]*\||\]\([^()]*\)|\b\w{1,20}://\S+",
    re.DOTALL,
)
"""What holds no words of a text: marked words, titles, code, citations and addresses."""
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def check_languages(record: object, document: Document) -> Iterator[Problem]:
    """Every text of a record, a guide or a glossary that is not in the language that it says."""
    for loc, text in find_bilingual(record):
        unfinished = any(find_placeholder(text.of(language)) for language in LANGUAGES)
        if text.missing is None and not unfinished and "suggest" not in loc:
            yield from _check_text(text, loc, document)


def _check_text(text: Phrase | Text, loc: Loc, document: Document) -> Iterator[Problem]:
    said = {language: _find_said(text, language) for language in LANGUAGES}
    if _is_same(said["cy"], said["en"]):
        if _should_differ(said["cy"]):
            yield _same(text, loc, document, said["cy"])
    elif all(_is_swapped(said[language], language) for language in LANGUAGES):
        yield _swapped(loc, document)
    else:
        for language in LANGUAGES:
            here: Loc = (*loc, language)
            if _is_foreign(said[language], language):
                yield _foreign(text, loc, language, said[language], document.places.at(here))
            elif foreign := find_foreign(said[language], language):
                yield _foreign(text, loc, language, foreign, document.places.within(here, foreign))


def _find_said(text: Phrase | Text, language: Language) -> str:
    """The words of a text that should be in its language, on one line."""
    written = text.of(language)
    if isinstance(text, Phrase):
        written = _QUOTED.sub(" ", written)
    return " ".join(_NO_WORDS.sub(" ", written).replace("]]", " ").split())


def _is_same(welsh: str, english: str) -> bool:
    return find_words(welsh.casefold()) == find_words(english.casefold())


def _should_differ(said: str) -> bool:
    words = find_words(said)
    if len(words) < 2 or may_be_name(said):
        return False
    return len(words) >= _SAME_AT_LEAST or any(find_own_words(said).values())


def _is_swapped(said: str, language: Language) -> bool:
    """Whether words are of the other language only, with capitals or without."""
    own = find_own_words(said)
    return bool(own[other_language(language)]) and not own[language]


def _is_foreign(said: str, language: Language) -> bool:
    """Whether a text has a word of the other language, which is no name, and none of its own."""
    own = find_own_words(said)
    words = find_words(said)
    if len(words) < 2 or may_be_name(said):
        return False
    spoken = [word for word in own[language] if word[0].islower() or word == words[0]]
    return not spoken and any(word[0].islower() for word in own[other_language(language)])


def _same(text: Phrase | Text, loc: Loc, document: Document, said: str) -> Problem:
    own = find_own_words(said)
    language: Language = "en" if len(own["cy"]) > len(own["en"]) else "cy"
    return Problem(
        document.places.at((*loc, language)),
        "wrong-language",
        f"{say_field(loc)} has the same words in Welsh and in English: {quote(said)}",
        f"{_NAMES[language]} after `{language}:`",
        _mend(text, language),
        "warning",
    )


def _swapped(loc: Loc, document: Document) -> Problem:
    return Problem(
        document.places.at((*loc, "cy")),
        "wrong-language",
        f"{say_field(loc)} has English after `cy:`, and Welsh after `en:`",
        "Welsh after `cy:`, and English after `en:`",
        "let the two change places",
        "warning",
    )


def _foreign(
    text: Phrase | Text, loc: Loc, language: Language, words: str, at: Position
) -> Problem:
    other = _NAMES[other_language(language)]
    return Problem(
        at,
        "wrong-language",
        f"{say_field(loc)} has {other} after `{language}:`: {quote(words)}",
        f"{_NAMES[language]} after `{language}:`",
        _mend(text, language),
        "warning",
    )


def _mend(text: Phrase | Text, language: Language) -> str:
    own, code = _NAMES[language], other_language(language)
    other = _NAMES[code]
    if isinstance(text, Phrase):
        return (
            f"write it in {own}; words that are meant to be {other} stand in quotation marks,"
            " and each word of a name has a capital"
        )
    return (
        f'write it in {own}, or put <span lang="{code}"> around words that are meant to be {other}'
    )
