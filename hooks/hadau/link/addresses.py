"""Where each page stands. This is the one place where an address is made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from ..languages import RULES
from ..model.entries import Entry, ProsePage
from ..model.guide import Guide, Section
from ..model.kinds import KEEPING_KINDS, KINDS, kind_of
from ..model.linked import Address, PageKey
from ..model.places import Places
from ..model.sheets import Sheet
from ..model.text import LANGUAGES, LONGEST_ID, Language
from ..problems import Position, Problem


def make_addresses(
    guide: Guide, places: Mapping[str, Places]
) -> tuple[dict[tuple[PageKey, Language], Address], list[Problem]]:
    """The address of every page in every language, and pages that would stand on one another."""
    problems: list[Problem] = []
    addresses: dict[tuple[PageKey, Language], Address] = {
        ("landing", language): Address("landing", language, "") for language in LANGUAGES
    }
    for language in LANGUAGES:
        taken: dict[str, PageKey] = {}
        for key, url in _urls(guide, language):
            if url in taken:
                problems.append(_clash(key, taken[url], url, language, guide, places))
            else:
                taken[url] = key
            addresses[key, language] = Address(key, language, url)
    return addresses, problems


_DIGITS = "23456789"
_SIGNS = "23456789bcdfghjkmnpqrstvxz"
"""What short addresses are made of: nothing that looks or sounds like another sign, and no vowel of
either language, so that they spell no word."""
_SHORTEST = 5


def make_short_addresses(
    keys: Iterable[tuple[PageKey, Language]],
) -> dict[tuple[PageKey, Language], str]:
    """A short address of each entry in each language, to be typed from paper.

    It follows from the key alone, so that it stays when the guide grows. It begins with a digit, as
    no folder of a site does.
    """
    taken: dict[str, tuple[PageKey, Language]] = {}
    for key in sorted(key for key in keys if key[0].startswith("entry/")):
        number = int.from_bytes(hashlib.sha256("/".join(key).encode()).digest())
        number, first = divmod(number, len(_DIGITS))
        code = _DIGITS[first]
        while len(code) < _SHORTEST or f"{code}/" in taken:
            number, sign = divmod(number, len(_SIGNS))
            code += _SIGNS[sign]
        taken[f"{code}/"] = key
    return {key: url for url, key in taken.items()}


def _urls(guide: Guide, language: Language) -> Iterator[tuple[PageKey, str]]:
    words = guide.words[language]
    yield "home", f"{language}/"
    yield "contents", f"{language}/{words['slug.contents']}/"
    if guide.entries:
        yield "map", f"{language}/{words['slug.map']}/"
    for kind in KINDS:
        if any(kind_of(entry) == kind for entry in guide.entries.values()):
            yield f"kind/{kind}", f"{language}/{words[f'slug.{kind}']}/"
    if guide.glossary:
        yield "glossary", f"{language}/{words['slug.glossary']}/"
    if guide.sources:
        yield "references", f"{language}/{words['slug.references']}/"
    if any(kind_of(entry) in KEEPING_KINDS for entry in guide.entries.values()):
        yield "notes", f"{language}/{words['slug.notes']}/"
    if any(isinstance(entry, Sheet) for entry in guide.entries.values()):
        yield "pack", f"{language}/{words['slug.pack']}/"
    yield "status", f"{language}/{words['slug.status']}/"
    for section in guide.about.sections:
        yield f"section/{section.id}", f"{language}/{_slug(section, language)}"
    for page in guide.pages:
        yield f"page/{page.id}", f"{language}/{_slug(page, language)}"
    for entry in guide.entries.values():
        folder = words[f"slug.{kind_of(entry)}"]
        yield f"entry/{entry.id}", f"{language}/{folder}/{_slug(entry, language)}"


def _slug(named: Entry | ProsePage | Section, language: Language) -> str:
    """The end of an address: the editor's slug, else the id in English and the title in Welsh.

    A page called `index` stands at the address of its folder.
    """
    slug = named.slug.of(language)
    if slug is None:
        titled = RULES[language].slugify(named.title.of(language)) if language != "en" else ""
        slug = titled[:LONGEST_ID].rstrip("-") or named.id
    return "" if slug == "index" else f"{slug}/"


def _clash(
    key: PageKey,
    other: PageKey,
    url: str,
    language: Language,
    guide: Guide,
    places: Mapping[str, Places],
) -> Problem:
    id_ = key.partition("/")[2]
    if key.startswith("section/"):
        number = [section.id for section in guide.about.sections].index(id_)
        at = places[f"{guide.folder}/guide.yml"].at(("sections", number, "slug", language))
    elif id_ in guide.files:
        own = places[guide.files[id_]]
        chosen = ("slug", language) in own.values
        at = own.at(("slug", language) if chosen else ("title", language))
    else:
        at = Position(f"{guide.folder}/guide.yml")
    return Problem(
        at,
        "same-address",
        f"this page and {other} would both stand at {url}",
        "an address of its own for each page",
        f"write `slug: {{{language}: …}}` with other words for one of them",
    )
