"""Where pages lead that have no relations: what a reader may turn to next, found in the guide.

An entry says in its relations what it leads to. The page of a section, of a kind or of the glossary
has none, so its next steps follow from what stands on it. They are the same in every language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..model.entries import Entry, ProsePage
from ..model.kinds import KEEPING_KINDS, KINDS, kind_of
from ..model.linked import EntryLink, PageKey, RelationKind
from ..model.quizzes import Quiz
from ..model.text import LANGUAGES, find_texts
from .view import View

MOST = 3
"""How many pages stand under one heading."""

_WORK: Mapping[RelationKind, tuple[str, ...]] = MappingProxyType(
    {
        "conversation": ("conversations", "checklists"),
        "tool": ("tools",),
        "case-study": ("case-studies",),
        "quiz": ("quizzes",),
    }
)
"""What a reader of a section may do with it, in the words for each relation."""


@dataclass(frozen=True, slots=True)
class Way:
    """A page to go on to."""

    key: PageKey
    """Its name in every language."""
    sort: str
    """What sort of page it is, in words."""
    style: str
    """The kind that gives its card its look."""
    title: str
    """Its title."""
    text: str
    """What a reader finds there, or why to go."""


Group = tuple[str, list[Way]]
"""Pages to go on to, after the words that say what they are to the reader."""


def find_ways(view: View) -> list[Group]:
    """The next steps from a page without relations; none from the front page, which is all ways."""
    kind, _, id_ = view.address.key.partition("/")
    found = _FINDERS.get(kind)
    return [(words, ways) for words, ways in found(view, id_) if ways] if found else []


def _from_entry(view: View, id_: str) -> Iterator[Group]:
    """What puts to work the entries that this one is related to, where it leads nowhere itself."""
    near = [related.id for related in view.linked.related[id_]]
    yield from _work_with(view, near, view.entry(id_).section, without=id_)
    yield view.word("entry.section"), [_to_section(view, view.entry(id_).section)]


def _from_section(view: View, id_: str) -> Iterator[Group]:
    here = [entry.id for entry in view.guide.entries.values() if entry.section == id_]
    yield from _work_with(view, here, id_)
    yield view.word("onward.beyond"), list(_beyond(view, id_, here))
    sections = [section.id for section in view.guide.about.sections]
    place = sections.index(id_) + 1
    if place < len(sections):
        yield view.word("onward.next-part"), [_to_section(view, sections[place])]
    else:
        yield from _whole(view)


def _work_with(
    view: View, ids: Iterable[str], section: str, without: str | None = None
) -> Iterator[Group]:
    """One of each kind of work: what belongs to most of these entries, those of a section first."""
    ties = Counter(related.id for id_ in ids for related in view.linked.related[id_])
    for relation, kinds in _WORK.items():
        fitting = [
            entry
            for entry in _ordered(view)
            if kind_of(entry) in kinds and ties[entry.id] and entry.id != without
        ]
        best = sorted(fitting, key=lambda entry: (entry.section != section, -ties[entry.id]))
        yield view.word(f"relation.{relation}"), [_to_entry(view, entry) for entry in best[:1]]


def _beyond(view: View, section: str, here: Iterable[str]) -> Iterator[Way]:
    """What editors say that entries of a section belong with in others, most often said first."""
    said = Counter(
        related.id
        for own in sorted(here)
        for related in view.linked.related[own]
        if related.relation and view.entry(related.id).section != section
    )
    others = [entry for entry in _ordered(view) if said[entry.id]]
    for entry in sorted(others, key=lambda entry: -said[entry.id])[:MOST]:
        yield _to_entry(view, entry)


def _from_prose(view: View, id_: str) -> Iterator[Group]:
    page = next(page for page in view.guide.pages if page.id == id_)
    keys = _mentioned(view, page)
    if view.linked.cites.get(id_):
        keys.append("references")
    known = [key for key in dict.fromkeys(keys) if key != view.address.key]
    yield view.word("onward.mentioned"), [_to_page(view, key) for key in known[:MOST]]
    pages = sorted(view.guide.pages, key=lambda page: (page.order, page.id))
    others = [f"page/{other.id}" for other in pages if other.id != id_]
    yield view.word("onward.about"), [_to_page(view, key) for key in others[:MOST]]
    yield from _begin(view) if not known else ()


def _mentioned(view: View, page: ProsePage) -> list[PageKey]:
    """What the texts of a page lead to, in their order."""
    return [
        view.linked.keys[piece.target]
        for _, text in find_texts(page)
        for piece in view.linked.parsed[text.of(view.language)].pieces
        if isinstance(piece, EntryLink)
    ]


def _from_kind(view: View, id_: str) -> Iterator[Group]:
    kinds = view.kinds()
    place = kinds.index(id_) + 1
    after = [*kinds[place:], *kinds[: place - 1]]
    yield view.word("onward.kinds"), [_to_page(view, f"kind/{kind}") for kind in after[:2]]
    own: list[PageKey] = []
    if id_ in ("conversations", "checklists"):
        own = ["pack"]
    elif id_ in KEEPING_KINDS:
        own = ["notes"]
    yield view.word("onward.with"), [_to_page(view, key) for key in own if _stands(view, key)]


def _from_glossary(view: View, _: str) -> Iterator[Group]:
    used = Counter(
        id_
        for language in LANGUAGES
        for users in view.linked.used_in[language].values()
        for id_ in users
    )
    yield view.word("onward.words"), _most(view, used)
    yield from _whole(view)


def _from_references(view: View, _: str) -> Iterator[Group]:
    cited = Counter({id_: len(keys) for id_, keys in view.linked.cites.items()})
    yield view.word("onward.sources"), _most(view, cited)
    yield from _about(view)


def _from_map(view: View, _: str) -> Iterator[Group]:
    ties = Counter(
        {id_: len({other.id for other in related}) for id_, related in view.linked.related.items()}
    )
    yield view.word("onward.ties"), _most(view, ties)
    yield view.word("onward.whole"), [_to_page(view, "contents")]


def _from_contents(view: View, _: str) -> Iterator[Group]:
    yield from _begin(view)
    yield (
        view.word("onward.whole"),
        [_to_page(view, key) for key in ("map", "glossary") if _stands(view, key)],
    )


def _from_pack(view: View, _: str) -> Iterator[Group]:
    kinds = [kind for kind in ("conversations", "checklists", "tools") if kind in view.kinds()]
    yield view.word("onward.kinds"), [_to_page(view, f"kind/{kind}") for kind in kinds]


def _from_notes(view: View, _: str) -> Iterator[Group]:
    kinds = [kind for kind in KINDS if kind in KEEPING_KINDS and kind in view.kinds()]
    yield view.word("onward.keeping"), [_to_page(view, f"kind/{kind}") for kind in kinds]


def _from_status(view: View, _: str) -> Iterator[Group]:
    yield from _about(view)
    yield from _whole(view)


_FINDERS: Mapping[str, Callable[[View, str], Iterator[Group]]] = MappingProxyType(
    {
        "entry": _from_entry,
        "section": _from_section,
        "page": _from_prose,
        "kind": _from_kind,
        "glossary": _from_glossary,
        "references": _from_references,
        "map": _from_map,
        "contents": _from_contents,
        "pack": _from_pack,
        "notes": _from_notes,
        "status": _from_status,
    }
)


def _begin(view: View) -> Iterator[Group]:
    start = view.guide.about.home.start
    if start:
        yield view.word("home.start"), [_to_entry(view, view.entry(start))]
    else:
        first = view.guide.about.sections[0].id
        yield view.word("home.start"), [_to_section(view, first)]


def _whole(view: View) -> Iterator[Group]:
    keys = [key for key in ("map", "contents") if _stands(view, key)]
    yield view.word("onward.whole"), [_to_page(view, key) for key in keys]


def _about(view: View) -> Iterator[Group]:
    pages = sorted(view.guide.pages, key=lambda page: (page.order, page.id))
    yield view.word("onward.about"), [_to_page(view, f"page/{page.id}") for page in pages[:MOST]]


def _ordered(view: View) -> list[Entry]:
    """The entries in one order for every language, so that both lead to the same pages."""
    return [view.entry(id_) for id_ in view.linked.order[LANGUAGES[0]]]


def _most(view: View, counted: Counter[str]) -> list[Way]:
    """The entries that count highest; a quiz draws on many of them, and explains none."""
    explaining = [entry for entry in _ordered(view) if not isinstance(entry, Quiz)]
    entries = sorted(explaining, key=lambda entry: -counted[entry.id])
    return [_to_entry(view, entry) for entry in entries[:MOST] if counted[entry.id]]


def _stands(view: View, key: PageKey) -> bool:
    return (key, view.language) in view.linked.addresses


def _to_entry(view: View, entry: Entry) -> Way:
    kind = kind_of(entry)
    return Way(
        key=f"entry/{entry.id}",
        sort=view.word(f"one.{kind}"),
        style=kind,
        title=view.phrase(entry.title),
        text=view.phrase(entry.summary),
    )


def _to_section(view: View, id_: str) -> Way:
    section = view.section(id_)
    return Way(
        key=f"section/{id_}",
        sort=view.word("entry.section"),
        style="part",
        title=view.phrase(section.title),
        text=view.phrase(section.summary),
    )


def _to_page(view: View, key: PageKey) -> Way:
    kind, _, id_ = key.partition("/")
    if kind == "entry":
        return _to_entry(view, view.entry(id_))
    if kind == "section":
        return _to_section(view, id_)
    if kind == "page":
        page = next(page for page in view.guide.pages if page.id == id_)
        title, text = view.phrase(page.title), view.phrase(page.summary)
    elif kind == "kind":
        title, text = view.word(f"kind.{id_}"), view.word(f"about.{id_}")
    else:
        title, text = view.word(f"page.{kind}"), view.word(f"about.{kind}")
    return Way(key=key, sort=view.word("note.page"), style="page", title=title, text=text)
