"""What Welsh does in its own way: initial mutation, its alphabet, six plural forms, a and ac."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType

from .cy_forms import find_families
from .cy_terms import says as says
from .cy_vowels import begins_with_vowel
from .letters import SortKey, collate, fold, heading, plain, plain_forms, ranks, slug
from .wording import (
    CitationWords,
    Families,
    PluralCategory,
    enumerate_items,
    fill,
    label_pages,
    write_date,
    write_month,
)

alphabet: tuple[str, ...] = tuple(
    "A B C Ch D Dd E F Ff G Ng H I J K L Ll M N O P Ph Q R Rh S T Th U V W X Y Z".split()
)
"""The headings of an A–Y, in order: the 29 letters, and K, Q, V, X and Z for borrowed words."""

quote_marks: tuple[str, str] = ("‘", "’")
"""What opens and closes a quotation (Canllaw Prifysgol De Cymru i Gyfeirnodi Harvard)."""

inner_quote_marks: tuple[str, str] = ("“", "”")
"""What opens and closes a quotation inside another."""

citation_words: CitationWords = CitationWords(
    no_date="dim dyddiad",
    others="et al.",
    available_at="Ar gael yn:",
    accessed="Cyrchwyd:",
    contained_in="Yn:",
    edited_by="Golygwyd gan",
    editor="gol.",
    editors="goln",
    edition="arg.",
    volume="Cyf.",
    article="erthygl",
    thesis="Traethawd ymchwil",
    report="Adroddiad",
    kinds=MappingProxyType(
        {
            "phd thesis": "Traethawd PhD",
            "phdthesis": "Traethawd PhD",
            "mathesis": "Traethawd Meistr",
            "mastersthesis": "Traethawd Meistr",
            "techreport": "Adroddiad technegol",
        }
    ),
    act_series=MappingProxyType(
        {"anaw": "dccc", "asc": "dsc", "nawm": "mccc", "c.": "p.", "S.I.": "O.S."}
    ),
)
"""The words of a reference. dccc, p. and O.S. are legislation.gov.uk's, and dsc TermCymru's."""

_MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)

_LETTER = re.compile(r"ch|dd|ff|ng|ll|ph|rh|th|\d+|[^\W\d_]")
_RANK = ranks(alphabet)
_AMPERSAND = re.compile("&(?=(.{0,40}))")
_ARTICLE = re.compile(r"^[\W_]*(?:yr?|['’]r)\s+(?=\S)", re.IGNORECASE)

# Letters that meet where two parts of a word do, and are no letter together: ban|gor, ar|hol.
_MEETINGS = (
    "amcan|g ban|glad ban|gor blaen|g bron|g bryn|g cefn|g con|go cyfan|gorff dan|gos den|gys"
    " dyn|gar dyn|gas fan|gor ffynnon|g flaen|g gwahan|g gwan|gal hen|gast hen|goed hen|gwrt"
    " hunan|g hwn|gar llan|g llon|gyf llun|g maen|g man|gor mein|g melyn|g mewn|g mon|gol pen|g"
    " prynhawn|g rhan|gym sein|g sin|gap tan|glodd tan|gy union|g wyn|g"
    " ar|h cr|h er|h fr|h ir|h or|h ur|h wr|h yr|h"
)
_SIDE_BY_SIDE = re.compile(
    "|".join("(?<={})(?={})".format(*meeting.split("|")) for meeting in _MEETINGS.split())
)

# What the article and the pronouns become after a (and).
_AFTER_A = MappingProxyType(
    {"y": "’r", "yr": "’r", "ei": "’i", "ein": "’n", "eich": "’ch", "eu": "’u"}
)

# Longer beginnings stand first, since ll is not l, nor rh r.
_SOFT = MappingProxyType(
    {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
)
_NASAL = MappingProxyType({"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"})
_ASPIRATE = MappingProxyType({"p": "ph", "t": "th", "c": "ch"})
# a chyda, a chan, a thros: the words mutate as they would have, had they not softened long ago
# (Arddulliadur, "a / ac").
_ASPIRATE_OF_SOFT = MappingProxyType(
    {"gyda": "chyda", "gan": "chan", "dros": "thros", "drwy": "thrwy", "dan": "than"}
)

# Letters of their own that begin like one that mutates, and ts, which only borrowed words have.
_UNCHANGING = ("ch", "dd", "ff", "ng", "ph", "th", "ts")

# The forms of an answer are counted in twos for each later word.
_MOST_MUTATING = 3

# miliwn and biliwn would become one word (Arddulliadur); borrowed words would lose their g.
_NEVER_SOFT = frozenset("biliwn braf byth garej gêm golff miliwn".split())


def plural_category(n: int) -> PluralCategory:
    """The form that a whole number takes (CLDR plural rules for `cy`)."""
    match abs(n):
        case 0:
            return "zero"
        case 1:
            return "one"
        case 2:
            return "two"
        case 3:
            return "few"
        case 6:
            return "many"
        case _:
            return "other"


def count(words: Mapping[str, str], n: int) -> str:
    """The form of the words for a number, with the number at `{n}`: "2 ganlyniad".

    Raises KeyError where neither that form nor `other` is given.
    """
    return fill(words, plural_category(n), n)


def format_date(date: datetime.date) -> str:
    """A day in words: "23 Tachwedd 2026", with no ending on the number."""
    return write_date(date, _MONTHS)


def format_month(month: str) -> str:
    """A month written "2019-04" in words, or a year as it is. Raises ValueError otherwise."""
    return write_month(month, _MONTHS)


def ordinal(n: int) -> str:
    """A number in a series, in figures: "1af", "2il", "21ain", after the masculine form.

    Source: parallel.cymru, "Introducing cardinal and ordinal numbers", up to 31.
    """
    endings = [
        "fed",
        "af",
        "il",
        "ydd",
        "ydd",
        "ed",
        "ed",
        "fed",
        "fed",
        "fed",
        "fed",
        "eg",
        "fed",
        "eg",
        "eg",
        "fed",
        "eg",
        "eg",
        "fed",
        "eg",
        "fed",
    ]
    if n <= 20:
        return f"{n}{endings[n]}"
    # The last word is a round score or hundred (deugeinfed, canfed), or else "ar hugain" and so on.
    return f"{n}fed" if n % 20 == 0 or n % 50 == 0 else f"{n}ain"


def word_forms(phrase: str) -> tuple[str, ...]:
    """A phrase and its mutated forms: "grym", "rym", "ngrym"; "iaith", "hiaith".

    A leading article does not count. Plurals are not made by rule in Welsh.
    """
    kept = _ARTICLE.sub("", phrase)
    h = f"h{kept[:1].lower()}{kept[1:]}" if fold(kept[:1]) in set("aeiouwy") else kept
    return tuple(dict.fromkeys((kept, soft(kept), nasal(kept), aspirate(kept), h)))


def page_label(pages: str) -> str:
    """Page numbers with their label: "t. 37", "tt. 37–39" (tudalen, tudalennau)."""
    return label_pages(pages, "t.", "tt.")


def and_before(text: str) -> str:
    """The word for "and" before a text: ac where it is read with a vowel first, or else a."""
    return "ac" if begins_with_vowel(text) else "a"


def join_and(items: Sequence[str], *, names: bool = True) -> str:
    """The items as one phrase: "A, B ac C", with no comma before a or ac.

    An article or possessive pronoun closes up with it ("Rhys a’r Bwrdd", "eu gwaith a’u cynllun").
    Where `names` is false, the last item is a common word and takes the aspirate mutation
    ("ymddiriedaeth a phŵer"); a name of a person or a work never does.
    """
    return enumerate_items(items, lambda last: _with_and(last, names))


def _with_and(item: str, name: bool) -> str:
    first, space, rest = item.partition(" ")
    if space and first in _AFTER_A:
        return f"a{_AFTER_A[first]} {rest}"
    conjunction = and_before(item)
    return f"{conjunction} {item if name or conjunction == 'ac' else aspirate(item)}"


def sort_key(text: str) -> SortKey:
    """The key that a text sorts by in the Welsh alphabet; a leading y or yr does not count.

    Source: CLDR collation for `cy`, except that letters which only meet (Bangor, arholiad) stay
    two, as the Welsh alphabet has them; CLDR does not try to tell them apart.
    """
    kept = _ARTICLE.sub("", text)
    return collate(kept, _spelling(kept), _LETTER, _RANK)


def initial(text: str) -> str:
    """The heading under which a text stands in an A–Y: "Ch", "Dd", "Ll"."""
    return heading(_spelling(_ARTICLE.sub("", text)), _LETTER)


def _spelling(text: str) -> str:
    return _SIDE_BY_SIDE.sub("|", fold(text))


def slugify(title: str) -> str:
    """The last part of a page's address; empty where no letter or digit can be written in it.

    An ampersand is read as a or ac, since Welsh has none (Arddulliadur).
    """
    return slug(_AMPERSAND.sub(lambda found: f" {and_before(found[1])} ", title))


def find_forms(words: Iterable[str]) -> Families:
    """The forms of these words, which stand in small letters as they are written."""
    return find_families(words)


def soft(word: str) -> str:
    """The word after soft mutation: "Caerdydd" gives "Gaerdydd", "gardd" gives "ardd".

    Like `nasal` and `aspirate`, it changes the first word of a phrase, keeps its capital, and gives
    back unchanged a word that does not mutate and one that begins with two capitals, as BBC does.
    """
    return word if _first_word(word) in _NEVER_SOFT else _mutate(word, _SOFT)


def nasal(word: str) -> str:
    """The word after nasal mutation: "Caerdydd" gives "Nghaerdydd"."""
    return _mutate(word, _NASAL)


def aspirate(word: str) -> str:
    """The word after aspirate mutation: "pŵer" gives "phŵer", "gyda" gives "chyda"."""
    first = _first_word(word)
    if first in _ASPIRATE_OF_SOFT:
        return _replace_beginning(word, first, _ASPIRATE_OF_SOFT[first])
    return _mutate(word, _ASPIRATE)


def answer_forms(answer: str) -> tuple[str, ...]:
    """Every form in which a reader may rightly write an answer, in plain letters, in order.

    A sentence mutates its words, so each form of the first word is right, and so is the soft form
    of each later one (a noun changes the adjective that follows it). An h before a vowel follows
    *ei*, *ein* and *eu*; an article may stand before the whole.
    """
    first, *rest = answer.split()
    beginnings = {first, soft(first), nasal(first), aspirate(first)}
    if plain(first)[:1] in set("aeiouwy"):
        beginnings.add(f"h{first}")
    later = [sorted({word, soft(word)}) for word in rest[:_MOST_MUTATING]]
    endings = [[*words, *rest[_MOST_MUTATING:]] for words in product(*later)]
    forms = {" ".join([begun, *end]) for begun in beginnings for end in endings}
    return plain_forms(forms, ("y", "yr"))


def _first_word(phrase: str) -> str:
    found = re.search(r"[^\W_]+", phrase)
    return found[0].lower() if found else ""


def _mutate(word: str, changes: Mapping[str, str]) -> str:
    first = _first_word(word)
    if re.match(r"[\W_]*[A-Z]{2}", word) or first.startswith(_UNCHANGING):
        return word
    for radical, mutated in changes.items():
        if first.startswith(radical):
            return _replace_beginning(word, radical, mutated)
    return word


def _replace_beginning(word: str, old: str, new: str) -> str:
    marks = re.match(r"[\W_]*", word)
    start = marks.end() if marks else 0
    changed = new + word[start + len(old) :]
    if word[start].isupper():
        changed = changed[:1].upper() + changed[1:]
    return word[:start] + changed


def reading_age(characters: int, words: int, sentences: int) -> float | None:
    """None: the formulas are fitted to English, and nobody has fitted one to Welsh."""
    return None
