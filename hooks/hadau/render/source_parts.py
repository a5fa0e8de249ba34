"""Parts of a citation or reference: names, titles, years and addresses, escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from urllib.parse import quote

from markupsafe import Markup, escape

from ..languages import RULES, Rules
from ..model.guide import Name, Source
from ..model.text import Language

HELD_BY_ANOTHER = frozenset({"article", "incollection", "inproceedings"})
"""Kinds of work whose title stands in quotation marks, since a journal or book holds them."""

_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_LINKABLE = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)
_QUOTED_INSIDE = re.compile(r"‘([^‘]+?)’(?!\w)")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")

# What biblatex and babel call the languages; a tag such as "cy" or "en-GB" is taken as it is.
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "welsh": "cy",
        "cymraeg": "cy",
        "english": "en",
        "saesneg": "en",
        "british": "en",
        "ukenglish": "en",
        "american": "en",
        "usenglish": "en",
        "french": "fr",
        "german": "de",
        "ngerman": "de",
        "irish": "ga",
        "scottish": "gd",
        "breton": "br",
        "spanish": "es",
        "italian": "it",
        "dutch": "nl",
    }
)


def field(source: Source, *names: str) -> str:
    """The first of these fields that says something, on one line."""
    values = (" ".join(source.fields.get(name, "").split()) for name in names)
    return next(filter(None, values), "")


def join(mark: str, parts: Iterable[str]) -> Markup:
    """The parts that say something, with a mark between them."""
    return escape(mark).join(part for part in parts if part)


def sentences(parts: Iterable[Markup]) -> Markup:
    """The parts that say something, each with a full stop unless a mark already ends it."""
    return join(" ", (part if _ends_itself(part) else part + "." for part in parts if part))


def _ends_itself(part: Markup) -> bool:
    return part.striptags().rstrip("’”").endswith((".", "?", "!"))


def title(source: Source, language: Language) -> Markup:
    """The title of a work: in `<cite>`, or in quotation marks where another work holds it."""
    if source.type not in HELD_BY_ANOTHER:
        return cite(title_in(source, language), source, language)
    opening, closing = RULES[language].quote_marks
    inner = RULES[language].inner_quote_marks
    words = escape(
        _QUOTED_INSIDE.sub(lambda found: found[1].join(inner), title_in(source, language))
    )
    foreign = _foreign(source, language)
    if foreign:
        words = Markup('<span lang="{}">{}</span>').format(foreign, words)
    return Markup("{}{}{}").format(opening, words, closing)


def act_title(source: Source, language: Language) -> Markup:
    """The short title of an Act, which ends with its year."""
    words = title_in(source, language)
    dated = source.year and not re.search(rf"\b{re.escape(source.year)}\b", words)
    return cite(f"{words} {source.year}" if dated else words, source, language)


def title_in(source: Source, language: Language) -> str:
    """The title in a language: a work such as an Act may have one in each (`title_cy`)."""
    return field(source, f"title_{language}") or source.title


def cite(words: str, source: Source, language: Language) -> Markup:
    """The title of a whole work, with its language where that is not the page's."""
    if not words:
        return Markup()
    foreign = _foreign(source, language)
    if foreign:
        return Markup('<cite lang="{}">{}</cite>').format(foreign, words)
    return Markup("<cite>{}</cite>").format(words)


def _foreign(source: Source, language: Language) -> str:
    if field(source, f"title_{language}"):
        return ""
    tag = language_tag(source)
    return "" if tag.split("-")[0] == language else tag


def language_tag(source: Source) -> str:
    """The language of a work as a tag, such as "cy"; empty where the bibliography names none."""
    written = field(source, "langid", "language").casefold().replace("_", "-")
    return _TAGS.get(written, written if _LANGUAGE_TAG.fullmatch(written) else "")


def year_text(source: Source, suffix: str, rules: Rules) -> Markup:
    """The year with its letter: "2019a", or "no date a"."""
    year = source.year or rules.citation_words.no_date
    gap = " " if suffix and not year[-1].isdigit() else ""
    return escape(f"{year}{gap}{suffix}")


def list_names(names: Sequence[Name], others: bool, rules: Rules) -> Markup:
    """Names as a list of references has them: "Rees, C. and Evans, S."."""
    inverted = [inverted_name(name) for name in names]
    return with_others(", ".join(inverted), rules) if others else escape(rules.join_and(inverted))


def list_editors(names: Sequence[Name], rules: Rules) -> Markup:
    """Names in the same form, and that they are editors."""
    words = rules.citation_words
    role = words.editor if len(names) == 1 else words.editors
    return Markup("{} ({})").format(list_names(names, False, rules), role)


def with_others(names: str, rules: Rules) -> Markup:
    """Names, and that there are more: "Pryce et al."."""
    return Markup("{} <i>{}</i>").format(names, rules.citation_words.others)


def inverted_name(name: Name) -> str:
    """The family name first: "Rees, C."."""
    return ", ".join(filter(None, (name.family, initials(name))))


def initials(name: Name) -> str:
    """The initials of the given names, with a suffix as it stands: "M.L., Jr"."""
    given, comma, suffix = name.given.partition(",")
    # A given name may be written "J.H." or "J. H."; only the hyphen of "J.-P." joins two.
    words = re.sub(r"\.(?!-)", ". ", given).split()
    return "".join("-".join(map(_initial, word.strip("-").split("-"))) for word in words) + (
        comma + suffix
    )


def _initial(word: str) -> str:
    bare = word.rstrip(".")
    # "JH" is two names; Ll is one letter in Welsh, and in Catalan.
    if 1 < len(bare) <= 3 and bare.isupper():
        return "".join(f"{letter}." for letter in bare)
    return "Ll." if bare.startswith("Ll") else f"{bare[:1]}."


def access(source: Source, rules: Rules) -> Markup:
    """Where a work is to be read: its DOI, or else its address and the day of the visit."""
    words = rules.citation_words
    doi = _DOI_PREFIX.sub("", field(source, "doi"))
    if doi:
        href = "https://doi.org/" + quote(doi, safe="/%:;().,_~!*'@+=$&-")
        return join(" ", (words.available_at, _link(href, f"https://doi.org/{doi}")))
    url = field(source, "url") or address_in(field(source, "howpublished"))
    if not url:
        return Markup()
    shown = _link(url, url) if address_in(url) else escape(url)
    visited = field(source, "urldate")
    if not visited:
        return join(" ", (words.available_at, shown))
    day = _day(visited, rules)
    return Markup("{} {} ({} {})").format(words.available_at, shown, words.accessed, day)


def address_in(words: str) -> str:
    """The words, where they are an address that may be linked, or else nothing."""
    return words if _LINKABLE.fullmatch(words) else ""


def _link(href: str, shown: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, shown)


def _day(written: str, rules: Rules) -> str:
    try:
        if len(written) > len("2024-01"):
            return rules.format_date(date.fromisoformat(written))
        return rules.format_month(written)
    except ValueError:
        return written
