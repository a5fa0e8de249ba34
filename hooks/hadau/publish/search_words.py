"""The forms of a language's words, written small enough for a reader to fetch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..languages import Exceptions, Families
from ..languages.cy_forms import VERB_ENDINGS

NEW_ENDINGS = sorted(
    {*VERB_ENDINGS, *"a o u io iau au ion oedd on ni".split()},
    key=lambda ending: (-len(ending), ending),
)
"""What is taken off words that no dictionary knows, the longest first: recriwtio, recriwtiwyd."""
_FEWEST = 15
"""How many forms a verb must make with these endings before the `*` is used."""


def write_families(families: Families) -> Mapping[str, object]:
    """The families as JSON holds them.

    `groups` has pairs: endings, and every beginning that takes them, each a word of its own. An
    ending `i*` is i with each of `endings` after it; `-` is no ending.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for forms in families.forms:
        beginning, endings = _shorten(forms)
        groups[" ".join(ending or "-" for ending in endings)].append(beginning or "-")
    return {
        "endings": " ".join(VERB_ENDINGS),
        "groups": [[endings, " ".join(sorted(groups[endings]))] for endings in sorted(groups)],
        "new": " ".join(NEW_ENDINGS),
        "apart": " ".join(families.apart),
        "readings": {word: " ".join(forms) for word, forms in families.readings.items()},
        "onsets": {onset: " ".join(were) for onset, were in families.onsets.items()},
        "vowels": families.vowels,
        "credit": families.credit,
    }


def write_exceptions(exceptions: Exceptions) -> Mapping[str, object]:
    """What a stemmer gets wrong, as JSON holds it."""
    return {
        "irregular": {word: " ".join(forms) for word, forms in exceptions.irregular.items()},
        "spellings": exceptions.spellings,
        "apart": [" ".join(words) for words in exceptions.apart],
    }


def _shorten(forms: Iterable[str]) -> tuple[str, list[str]]:
    """A beginning and the endings that make these forms, and perhaps a few more, with it."""
    left = set(forms)
    regular = []
    while stem := _regular_stem(left):
        regular.append(stem)
        left -= {stem + ending for ending in VERB_ENDINGS}
    beginning = _common_beginning([*left, *regular])
    endings = [form[len(beginning) :] for form in left]
    return beginning, sorted(endings + [f"{stem[len(beginning) :]}*" for stem in regular])


def _common_beginning(words: Sequence[str]) -> str:
    """What all the words begin with. Only the first and the last of them can differ soonest."""
    first, last = min(words), max(words)
    length = next(
        (at for at, letter in enumerate(first) if letter != last[at : at + 1]), len(first)
    )
    return first[:length]


def _regular_stem(forms: set[str]) -> str | None:
    """The stem that most of the forms are made from with the endings of a verb."""
    counts: dict[str, int] = defaultdict(int)
    for form in forms:
        for ending in VERB_ENDINGS:
            if form.endswith(ending):
                counts[form.removesuffix(ending)] += 1
    best = max(counts, key=lambda stem: (counts[stem], stem), default=None)
    return best if best and counts[best] >= _FEWEST else None
