"""Words that stand for a text that is still to come: a site would print them as if they were it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.places import Document, Loc
from ..model.text import LANGUAGES, Text, find_bilingual, other_language
from ..problems import Problem
from .plain_words import find_words, say_field
from .shape import quote

_WHOLE = re.compile(
    r"tb[acd]|to ?do|fix ?me|x{3,}|placeholder|insert text( here)?|testun yma"
    r"|(text|words|translation|welsh|english|more) to (follow|come)|to follow|coming soon"
    r"|((translation|welsh|english) )?to be (added|confirmed|translated|written)"
    r"|(needs? )?(translating|translation)( needed)?|translate( me| this)?"
    r"|(y )?(cyfieithiad|testun|cymraeg|saesneg|rhagor|mwy) i ddilyn|i ddilyn|ar y gweill"
    r"|((y )?(cyfieithiad|cymraeg|saesneg|testun) )?i[’']w (gyfieithu|chyfieithu|gadarnhau"
    r"|chadarnhau|ysgrifennu|hysgrifennu|ychwanegu|lenwi|llenwi)"
    r"|lorem ipsum.*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands where words are still to come, in either language, without the marks around it."""
_SIGNS = re.compile(r"[\s?.…_*\-–—/]+")
"""Signs that are no words, by themselves."""
_LABEL = re.compile(r"[\[(<{](?:cy|en|welsh|english|cymraeg|saesneg)[\])>}]", re.IGNORECASE)
"""The name of a language before words that are not in it yet: [CY] Soil."""
_NOTE = re.compile(r"(?<![\w`-])(?:TODO|TBC|XXX|FIXME)(?![\w`-])")
"""What writers put into a text that they mean to come back to."""
_AROUND = " \n.,:;!…-–—*_[](){}<>«»“”\"'"


def find_placeholder(words: str) -> str | None:
    """A placeholder that is the whole of a text, or stands in it."""
    plain = words.strip()
    if _SIGNS.fullmatch(plain) or _WHOLE.fullmatch(plain.strip(_AROUND)):
        return plain
    found = _LABEL.match(plain) or _NOTE.search(plain)
    return found[0] if found else None


def check_placeholders(record: object, document: Document) -> Iterator[Problem]:
    """Every placeholder among the words of a record, a guide or a glossary."""
    lines = list(find_words(record))
    for loc, text in find_bilingual(record):
        written = [each for each in LANGUAGES if text.missing != each]
        if isinstance(text, Text):
            lines += [((*loc, language), text.of(language)) for language in written]
    for loc, words in lines:
        found = find_placeholder(words)
        # An answer of signs alone is told as one that nobody can write.
        if found and not ("answers" in loc and _SIGNS.fullmatch(found)):
            yield _problem(loc, words, found, document, alone=_is_alone(record, loc))


def _is_alone(record: object, loc: Loc) -> bool:
    """Whether the other language of a text has words, so that this one may be left out."""
    language = next((each for each in LANGUAGES if each == loc[-1]), None)
    texts = dict(find_bilingual(record))
    if language is None or loc[:-1] not in texts:
        return False
    return find_placeholder(texts[loc[:-1]].of(other_language(language))) is None


def _problem(loc: Loc, words: str, found: str, document: Document, *, alone: bool) -> Problem:
    whole = found == words.strip()
    at = document.places.at(loc) if whole else document.places.within(loc, found)
    what = "a placeholder in place of its words" if whole else "a mark that it is not finished"
    mend = "write the words" if whole else f"finish the text, and delete {quote(found)}"
    if alone:
        mend += f"; while you draft, leave `{loc[-1]}:` out, with `parity: warn` in guide.yml"
    return Problem(
        at,
        "placeholder",
        f"{say_field(loc)} has {what}: {quote(found)}",
        "words that readers can use",
        mend,
    )
