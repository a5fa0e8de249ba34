"""What machines read of a page: its description in the words of https://schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ..model.entries import Entry
from ..model.kinds import kind_of
from ..model.quizzes import Quiz
from ..model.sheets import Checklist, Sheet
from ..model.text import Text
from .view import View

_TYPES: Mapping[str, str] = MappingProxyType(
    {"home": "WebSite", "glossary": "DefinedTermSet", "page": "WebPage"}
)
"""The type of each page that is no entry; the others are collections."""

Node = dict[str, Any]
"""A thing as JSON-LD has it."""


def describe_page(view: View, title: str, description: str, site_url: str) -> Node:
    """A page as JSON-LD, with its page in the other language.

    Neither language is marked as the original, so each page names the other as the work that it
    translates.
    """
    kind, _, id_ = view.address.key.partition("/")
    entry = view.guide.entries.get(id_) if kind == "entry" else None
    type_: str | list[str] = _TYPES.get(kind, "CollectionPage")
    if entry:
        type_ = _type_of(entry)
    other = view.linked.addresses[view.address.key, view.other]
    home = view.linked.addresses["home", view.language]
    node: Node = {
        "@type": type_,
        "@id": site_url + view.address.url,
        "url": site_url + view.address.url,
        "name": title,
        "description": description,
        "inLanguage": view.language,
        "translationOfWork": {
            "@type": type_,
            "@id": site_url + other.url,
            "inLanguage": view.other,
        },
    }
    if kind != "home":
        node["isPartOf"] = {
            "@type": "WebSite",
            "@id": site_url + home.url,
            "name": view.phrase(view.guide.about.title),
        }
    if kind == "glossary":
        node["hasDefinedTerm"] = _describe_terms(view, site_url)
    if entry:
        node |= _describe_entry(entry, view, site_url + view.address.url)
    if view.cited:
        node["citation"] = [_describe_work(key, view) for key in view.cited]
    return node


def _type_of(entry: Entry) -> str | list[str]:
    if isinstance(entry, Checklist):
        return ["HowTo", "LearningResource"]
    return "Quiz" if isinstance(entry, Quiz) else "LearningResource"


def _describe_entry(entry: Entry, view: View, page: str) -> Node:
    node: Node = {"learningResourceType": view.word(f"one.{kind_of(entry)}")}
    if isinstance(entry, Sheet):
        node["timeRequired"] = f"PT{entry.minutes}M"
    if isinstance(entry, Checklist):
        node["totalTime"] = node["timeRequired"]
        node["step"] = [
            {
                "@type": "HowToStep",
                "position": place,
                "text": _words(prompt.text, view),
                "url": f"{page}#{prompt.id}",
            }
            for place, prompt in enumerate(entry.prompts, 1)
        ]
    return node


def _describe_terms(view: View, site_url: str) -> list[Node]:
    page = site_url + view.address.url
    return [
        {
            "@type": "DefinedTerm",
            "@id": f"{page}#{term.id}",
            "name": view.phrase(term.term),
            "description": _words(term.definition, view),
            "inDefinedTermSet": page,
        }
        for _, terms in view.glossary()
        for term in terms
    ]


def _describe_work(key: str, view: View) -> Node:
    source = view.guide.sources[key]
    node: Node = {"@type": "CreativeWork", "name": source.title}
    doi, url = source.fields.get("doi", ""), source.fields.get("url", "")
    if "10." in doi:
        node["@id"] = f"https://doi.org/{doi[doi.index('10.') :]}"
    elif url:
        node["url"] = url
    return node


def _words(text: Text, view: View) -> str:
    pieces = view.linked.parsed[text.of(view.language)].pieces
    return " ".join("".join(map(view.plain, pieces)).split())
