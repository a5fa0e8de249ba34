"""Whether a Welsh text begins with a vowel as it is read aloud, which chooses a or ac before it."""

from __future__ import annotations

import re
import unicodedata

from .letters import fold

_OPENING = re.compile(r"(?P<marks>[\W_]*)(?P<word>\d[\d.,]*\w*|[^\W_]+)(?P<after>\W?)")
_NUMBER = re.compile(r"(\d+(?:,\d{3})*)[\d.,]*(\w*)")

# èc, ech, èdd, e, èf, èff, èg, eng, aets, i, èl, èll, èm, èn, o, èr, ès, èth, u, w, ecs, y.
_OPEN_LETTERS = frozenset("a c ch dd e f ff g ng h i l ll m n o r s th u w x y".split())

# Initials that nobody can read as a word are spelt out with the English names of the letters.
_OPEN_INITIALS = frozenset("FHLMNRSX")
_READ_AS_A_WORD = re.compile("[AEIOUWY]")

# ac stands before these though they begin with a consonant.
_AC_WORDS = frozenset(
    "fe fel felly mae maent mai meddai megis mewn mi mor na nac nad ni nid roedd roeddent"
    " rwyf rydym sy sydd wedi wedyn weithian weithiau weithion wele".split()
)

# In these names wy is w and a vowel, where the common words (wyth, wyneb, wybodaeth) have ŵy.
_CONSONANT_WY = frozenset(
    "wyatt wyeth wyld wylde wylie wyllie wyman wyn wyndham wynford wynn wynne".split()
)


def begins_with_vowel(text: str) -> bool:
    """Whether ac, and not a, stands before a text: "ac Aled", "ac iechyd", "a hanes", "a Wrecsam".

    Quotation marks, brackets and apostrophes before the first word are silent. Numbers count as
    they are said ("11 ac 16": un ar bymtheg), letters by their Welsh names ("A, B ac C"), initials
    that cannot be read as a word letter by letter ("a BBC", "ac NSPCC", "ac S4C").

    Consonantal i takes ac and consonantal w takes a, as before the article (yr iaith, y wal). A
    y before a vowel is found only in names from elsewhere and takes a ("a Young").

    Source: Arddulliadur Llywodraeth Cymru, "a / ac" (sounds, names of letters) and "y / yr" (wy);
    geiriadur.net, "Y fannod" (consonantal w). The words in `_AC_WORDS`, the y of names and the
    initials follow common usage: no authority was found that lists them.
    """
    opening = _OPENING.match(unicodedata.normalize("NFC", text))
    if opening is None:
        return False
    word, spelling = opening["word"], fold(opening["word"])
    elided = opening["marks"].endswith("’") or opening["after"] in ("’", "'")
    if number := _NUMBER.match(spelling):
        return _number_begins_with_vowel(number[1].replace(",", ""), number[2])
    if spelling in _OPEN_LETTERS and not elided and not word[1:].isupper():
        return True
    capitals = re.match(r"[A-Z]{2,}|[A-Z](?=\d)", word)
    if capitals and not _READ_AS_A_WORD.search(capitals[0]):
        return capitals[0][0] in _OPEN_INITIALS
    if word in _AC_WORDS:
        return True
    return _word_begins_with_vowel(word, spelling)


def _word_begins_with_vowel(word: str, spelling: str) -> bool:
    match spelling[0]:
        case "a" | "e" | "i" | "o" | "u":
            return True
        case "y":
            return not re.match("y[aeiou]", spelling)
        case "w":
            if word[0] in "ŵŴ":
                return True
            return spelling not in _CONSONANT_WY and not re.match(
                "w(?:[aeiouh]|r[aeiouwy])", spelling
            )
        case _:
            return False


def _number_begins_with_vowel(digits: str, ending: str) -> bool:
    thousands = (len(digits) - 1) // 3
    said_first = int(digits[: len(digits) - 3 * thousands])
    if thousands == 0 and ending in ("af", "il"):
        return ending == "il"
    if said_first == 1:
        return thousands == 0
    # wyth, wyth deg, wyth cant; un ar ddeg, un ar bymtheg, ugain, un ar hugain.
    return said_first in (11, 16, 20, 21) or str(said_first)[0] == "8"
