"""The forms that a Welsh word is written in: its inflections, and which words only look mutated.

A dictionary (hunspell-cy) says which words stand unmutated; simplemma says which form belongs to
which word. Neither is enough alone: simplemma takes "gwyn" for a mutated "cwyn".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml
from simplemma.strategies import DefaultDictionaryFactory

from .letters import fold
from .wording import Families

_CHANGES: Mapping[str, tuple[str, ...]] = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    "ll": ("l",),
    "rh": ("r",),
}
"""What each consonant becomes: soft, nasal and aspirate mutation."""

_ONSET = re.compile("ngh|mh|nh|ph|th|ch|dd|ng|ll|rh|ff|[bcdfghlmnprt]?")
_VOWELS = "aeiouwyâêîôûŵŷäëïöüẅÿáéíóúẃýàèìòùẁỳ"
_CREDIT = (
    "Forms of words: hunspell-cy, (c) Prifysgol Bangor, LGPL-3.0-or-later,"
    " https://github.com/techiaith/hunspell-cy; simplemma, MIT, https://github.com/adbar/simplemma"
)

_SURE_PLURALS = ("iau", "au", "ion", "oedd")
_PLURALS = ("iau", "au", "ion", "oedd", "on", "nau", "ni", "i")
VERB_ENDINGS = (
    "a af ai ais aist ant asai asant asech asem asent asid asit asoch asom aswn ech ed em ent er"
    " es est i id ir it o och odd om ont wch wn wyd wyf ych"
).split()
"""The endings of most Welsh verbs."""
_VERB_ENDINGS = frozenset(VERB_ENDINGS)
_LONGEST_ENDING = max(map(len, VERB_ENDINGS))
_VERBS = ("io", "o", "u", "i", "a")
"""The endings of the nouns that verbs are known by, where they have one."""
_SHORTEST_STEM, _SURE_ENDING = 4, 3
"""How many letters a verb must have before its ending, to be told by rule from other words; and the
ending itself, where the dictionary lists the form as a word of its own."""
_FEW_FORMS = 12
"""A word with fewer forms than this is no verb whose forms simplemma knows."""
_PEOPLE = ("ydd", "iwr", "wr")
"""The endings of people whose plural ends in -wyr."""
_SINGLE = ("yn", "en")
"""The endings that make one of many: moch, mochyn."""

_REVERSE: dict[str, list[str]] = defaultdict(list)
for _radical, _mutated in _CHANGES.items():
    for _onset in _mutated:
        if _onset:
            _REVERSE[_onset].append(_radical)
_REVERSE["l"].append("gl")
_REVERSE["r"].append("gr")


def unmutate(word: str) -> list[str]:
    """What a word may be a mutation of, itself left out: "fodd" gives "bodd" and "modd"."""
    onset = _onset_of(word)
    rest = word[len(onset) :]
    found = [radical + rest for radical in _REVERSE.get(onset, ())]
    if word[:1] in _VOWELS:
        found.append(f"g{word}")
    if word[:1] == "h" and word[1:2] in _VOWELS:
        found.append(word[1:])
    return found


def mutate(word: str) -> list[str]:
    """Every mutation of a word, itself left out: "tîm" gives "dîm", "nhîm" and "thîm"."""
    onset = _onset_of(word)
    rest = word[len(onset) :]
    found = [mutated + rest for mutated in _CHANGES.get(onset, ()) if mutated + rest]
    if word[:1] in _VOWELS:
        found.append(f"h{word}")
    return found


def _onset_of(word: str) -> str:
    found = _ONSET.match(word)
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class _Corrections:
    """What stands in cy_forms.yml."""

    mutated: Mapping[str, Sequence[str]]
    """Words that the dictionary lists for a rare meaning, with the forms that they stand for."""
    words: Mapping[str, Sequence[str]]
    """Forms with the words that they belong to."""
    same: Mapping[str, str]
    """Words of simplemma with those that they are known by."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What the two dictionaries know, in small letters."""

    known: dict[str, frozenset[str]]
    """What `words_of` found out."""

    stems: Mapping[str, str]
    """Each unmutated form with the headword that it is written under."""
    accented: Mapping[str, str]
    """Headwords with accents, by their plain letters."""
    names: frozenset[str]
    """The headwords that are written with a capital letter alone."""
    lemmas: Mapping[str, str]
    """Each form, mutated ones too, with the word that simplemma thinks it belongs to."""
    members: Mapping[str, tuple[str, ...]]
    """The same the other way about."""
    corrections: _Corrections
    """What they get wrong."""

    def words_of(self, form: str) -> frozenset[str]:
        """The words that an unmutated form belongs to; empty where it is unknown."""
        found = self.known.get(form)
        if found is None:
            found = self.known[form] = frozenset(self._find_words(form))
        return found

    def _find_words(self, form: str) -> Iterable[str]:
        if form in self.corrections.words:
            return set(self.corrections.words[form])
        if form not in self.stems:
            lemma = self.lemmas.get(form)
            known = {lemma} if lemma and _onset_of(lemma) == _onset_of(form) else set()
            return known or self._find_verbs(form)
        found = set()
        if (lemma := self.lemmas.get(form)) and not self._is_mistaken(form, lemma):
            found.add(lemma)
        for mutated in mutate(form):
            lemma = self.lemmas.get(mutated)
            if lemma and mutated not in self.stems and _onset_of(lemma) == _onset_of(form):
                found.add(lemma)
        if form in self.members:
            found.add(form)
        found |= {base for lemma in found for base in self._singulars(form, lemma)}
        if form.endswith("wyr"):
            # simplemma knows one singular for each plural: arweinwyr, but not arweinydd.
            people = (form.removesuffix("wyr") + ending for ending in _PEOPLE)
            found.update(word for word in people if self.stems.get(word) == word)
        if form.endswith("nt") and f"{form.removesuffix('nt')}nnau" in self.stems:
            # It takes "deilliant" for a verb alone, though it has a plural.
            found.add(form)
        # Many words lose their accent in the plural: siâp, siapiau.
        bases = [form.removesuffix(ending) for ending in _SURE_PLURALS if form.endswith(ending)]
        found.update(self.accented[base] for base in bases if base in self.accented)
        found = found or self._find_nouns(form) or self._find_verbs(form)
        stem = self.stems[form]
        if not found and stem != form and stem in self.stems:
            return self.words_of(stem)
        return found or {form}

    def _find_nouns(self, form: str) -> set[str]:
        """The nouns that a headword is of by rule, where simplemma does not know it."""
        bases = [form.removesuffix(ending) for ending in _SURE_PLURALS if form.endswith(ending)]
        bases += [form + ending for ending in _SINGLE]
        if form.endswith("nnau"):
            bases.append(f"{form.removesuffix('nnau')}nt")
        return {base for base in bases if self.stems.get(base) == base}

    def _find_verbs(self, form: str) -> set[str]:
        """The verbs that a form is of by rule, where no dictionary knows it otherwise."""
        least = _SURE_ENDING if self.stems.get(form) == form else 1
        found = {
            verb
            for length in range(least, min(_LONGEST_ENDING, len(form) - _SHORTEST_STEM) + 1)
            if form[-length:] in _VERB_ENDINGS and form[-length - 1] not in "aeou"
            for verb in (form[:-length] + ending for ending in _VERBS)
            if verb != form and self.stems.get(verb) == verb
        }
        return set() if any(other in self.stems for other in unmutate(form)) else found

    def _singulars(self, form: str, lemma: str) -> Iterator[str]:
        """The nouns that a form may be the plural of, where simplemma thinks of a verb instead.

        "egwyddorion" belongs to egwyddor, and not only to egwyddorio.
        """
        for ending in _PLURALS:
            base = form.removesuffix(ending)
            is_other = lemma.startswith(base) and base not in (form, lemma) and lemma != form
            if is_other and self.stems.get(base) == base:
                yield base

    def _is_mistaken(self, form: str, lemma: str) -> bool:
        """Whether the word is another form's, and one form only looks like the other mutated."""
        if lemma in {mutated for word in (form, self.stems[form]) for mutated in mutate(word)}:
            return True
        return any(
            lemma in (other, self.lemmas.get(other))
            for other in unmutate(form)
            if other in self.stems
        )

    def read(self, written: str) -> set[str]:
        """The unmutated forms that a word on a page may stand for; empty where it is unknown."""
        if written in self.corrections.mutated:
            return set(self.corrections.mutated[written])
        forms = [form for form in unmutate(written) if form in self.stems]
        if written in self.names:
            # A name hides no word that simplemma sees in it: "thai" is tai as well.
            lemma = self.lemmas.get(written)
            return {written, *(form for form in forms if lemma in self.words_of(form))}
        if written in self.stems:
            return {written}
        if not forms and self.words_of(written):
            return {written}
        forms = forms or [form for form in unmutate(written) if self.words_of(form)]
        lemma = self.lemmas.get(written)
        # Where simplemma takes a form itself for a mutation, what it says of this one decides
        # nothing: it takes "moch" for a boch, and so "foch".
        likely = {form for form in forms if lemma in (self.lemmas.get(form), *self.words_of(form))}
        return likely or set(forms)

    def family(self, word: str) -> frozenset[str]:
        """The unmutated forms of a word."""
        corrected = (form for form, words in self.corrections.words.items() if word in words)
        others = [plain + end for plain in {word, fold(word)} for end in _PLURALS]
        others = [other for other in others if other in self.stems]
        others += [word.removesuffix(ending) for ending in _SINGLE if word.endswith(ending)]
        others += [f"{word.removesuffix(end)}wyr" for end in _PEOPLE if word.endswith(end)]
        others += [f"{word.removesuffix('nt')}nnau"] if word.endswith("nt") else []
        members = self.members.get(word, ())
        if len(members) < _FEW_FORMS:
            stems = {word.removesuffix(ending) for ending in _VERBS if word.endswith(ending)}
            others += [stem + ending for stem in stems for ending in VERB_ENDINGS]
        return frozenset(
            form
            for member in (word, *members, *others, *corrected)
            for form in (member, *(() if member in self.stems else unmutate(member)))
            if word in self.words_of(form)
        )


def find_families(words: Iterable[str]) -> Families:
    """Every form of the words of a text, and what must be known to tell other words from them.

    `words` stand in small letters, as they are written, mutated or not.
    """
    lexicon = _load_lexicon()
    lemmas: set[str] = set()
    for word in words:
        for form in lexicon.read(word):
            lemmas |= lexicon.words_of(form)
    families = {lexicon.family(lemma) for lemma in lemmas}
    owned = frozenset[str]().union(*families)
    apart: set[str] = set()
    readings: dict[str, tuple[str, ...]] = {}
    looks_mutated = {mutated for form in owned for mutated in mutate(form)}
    several = {*lexicon.corrections.mutated, *(looks_mutated & lexicon.names)}
    for written in looks_mutated | several:
        if written in several:
            if known := [form for form in sorted(lexicon.read(written)) if form in owned]:
                readings[written] = tuple(known)
            continue
        # A reader may leave accents out: "dim" is not "dîm", which is a mutated tîm.
        plain = fold(written)
        apart |= {each for each in (written, plain) if each in lexicon.stems and each not in owned}
        if written in owned or written in apart:
            continue
        known = [form for form in unmutate(written) if form in owned]
        read = [form for form in known if form in lexicon.read(written)]
        if 0 < len(read) < len(known):
            readings[written] = tuple(read)
    return Families(
        forms=tuple(sorted(tuple(sorted(forms)) for forms in families if forms)),
        apart=tuple(sorted(apart)),
        readings=dict(sorted(readings.items())),
        onsets={onset: tuple(found) for onset, found in sorted(_REVERSE.items())},
        vowels=_VOWELS,
        credit=_CREDIT,
    )


@cache
def _load_lexicon() -> _Lexicon:
    file = resources.files(__package__) / "cy_forms.yml"
    corrections = _Corrections(**yaml.safe_load(file.read_text(encoding="utf-8")))
    stems, names = _expand_dictionary()
    stems.update((form, form) for form in corrections.words if form not in stems)
    listed = DefaultDictionaryFactory().get_dictionary("cy").items()
    given = {
        form.replace("-", ""): lemma.replace("-", "")
        for form, lemma in listed
        if form.islower() and lemma.islower()
    }
    better = {form: words[0] for form, words in corrections.words.items()} | {**corrections.same}

    @cache
    def follow(lemma: str) -> str:
        # It leads from some words to a form of theirs: from "hafalau" to "afalau", and no further.
        further = given.get(lemma, lemma)
        if stems.get(lemma) not in (None, lemma) and _onset_of(further) == _onset_of(lemma):
            lemma = further
        return better.get(lemma, lemma)

    lemmas = {form: follow(lemma) for form, lemma in given.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for form, lemma in lemmas.items():
        members[lemma].append(form)
    return _Lexicon(
        known={},
        corrections=corrections,
        stems=stems,
        names=names,
        accented={
            fold(word): word for word, stem in stems.items() if word == stem and not word.isascii()
        },
        lemmas=lemmas,
        members={lemma: tuple(forms) for lemma, forms in members.items()},
    )


def _expand_dictionary() -> tuple[dict[str, str], frozenset[str]]:
    """Every form that the spelling dictionary makes by endings, with its headword; and its names.

    Mutations and enclitics, which are affixes to it as well, are left out. Words with hyphens are
    written as one.
    Source: the manual page hunspell(5).
    """
    folder = resources.files(__package__) / "hunspell-cy"
    rules: dict[str, list[tuple[str, str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in (folder / "cy_GB.aff").read_text(encoding="utf-8").splitlines():
        kind, *fields = line.split() or [""]
        if kind == "SFX" and len(fields) >= 3 and fields[0] != "S" and fields[1] not in "YN":
            flag, removed, added, *condition = fields
            ending, _, more = added.partition("/")
            when = re.compile(f"(?:{condition[0] if condition else '.'})$")
            rules[flag].append((removed.strip("0"), ending.strip("0"), more, when))

    @cache
    def endings_after(last: str, flags: str) -> list[tuple[int, str, str]]:
        """What words take that end in these letters, of which no condition names more than four."""
        return [
            (len(removed), ending, more)
            for flag in flags
            for removed, ending, more, when in rules.get(flag, ())
            if when.search(last)
        ]

    lines = (folder / "cy_GB.dic").read_text(encoding="utf-8").splitlines()[1:]
    entries = [
        (word.replace("-", ""), flags)
        for word, _, flags in (line.strip().partition("/") for line in lines if line.strip())
    ]
    # X marks what is no word until an ending follows.
    words = {word for word, flags in entries if "X" not in flags}
    found = {word.lower(): word.lower() for word in words}
    for headword, flags in entries:
        left = [(headword, flags)]
        while left:
            word, more = left.pop()
            for less, ending, then in endings_after(word[-4:], more):
                form = word[: len(word) - less] + ending
                if "X" not in then:
                    found.setdefault(form.lower(), headword.lower())
                if then:
                    left.append((form, then))
    names = {word.lower() for word in words if not word.islower()}
    return found, frozenset(names - words)
