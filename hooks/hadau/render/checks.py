"""Questions made from the structure of a framework, so that readers can check themselves.

They are the same from build to build and in each language: what is asked depends on the ids and
words of the records alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from markupsafe import Markup

from ..model.asking import Asking, Offer, Thing, mark_of, mix
from ..model.entries import Framework, Part
from ..model.guide import Guide
from ..model.lent import Lent, join_words
from ..model.text import LANGUAGES
from .view import View

MOST = 5
"""How many parts are matched with their meanings; more would be a chore."""
OFFERS = 4
"""How many answers there are to choose from."""
ORDERED = ("sequence", "spectrum", "pyramid", "stages", "levels")
"""The shapes whose parts have an order that can be right or wrong."""
_LONGEST = 240
_SENTENCE = re.compile(r"(?<=[.!?])[’”]?\s+(?=[^\W\d_a-zŵŷ])")

Siblings = Mapping[str, tuple[str, ...]]
"""The ids of the frameworks beside each framework, from which plausible wrong answers come."""


def find_siblings(guide: Guide) -> Siblings:
    """The frameworks before and after each one in its section, by their ids."""
    sections: dict[str, list[str]] = {}
    for entry in guide.entries.values():
        if isinstance(entry, Framework):
            sections.setdefault(entry.section, []).append(entry.id)
    return {
        id_: tuple(ids[max(place - 1, 0) : place] + ids[place + 1 : place + 2])
        for ids in sections.values()
        for place, id_ in enumerate(ids)
    }


def make_checks(view: View, framework: Framework, siblings: Siblings) -> tuple[Asking, ...]:
    """The questions that a framework's parts can be made into: none where it has too few."""
    if len(framework.parts) < 2:
        return ()
    others = list(_find_others(view, framework, siblings))
    return (
        *_ask_for_meanings(view, framework, others),
        *_ask_for_example(view, framework, others),
        *_ask_for_order(view, framework),
    )


def _find_others(
    view: View, framework: Framework, siblings: Siblings
) -> Iterator[tuple[Framework, Part]]:
    """Parts of the frameworks beside this one, in a mixed order, whose titles it does not have."""
    own = {part.title.of(language).casefold() for part in framework.parts for language in LANGUAGES}
    beside = [view.entry(id_) for id_ in siblings[framework.id]]
    found = [
        (other, part) for other in beside if isinstance(other, Framework) for part in other.parts
    ]
    for other, part in sorted(found, key=lambda pair: _seed(framework, pair[0].id, pair[1].id)):
        titles = {part.title.of(language).casefold() for language in LANGUAGES}
        if not titles & own:
            own |= titles
            yield other, part


def _ask_for_meanings(
    view: View, framework: Framework, others: Sequence[tuple[Framework, Part]]
) -> Iterator[Asking]:
    parts = [
        part
        for part in framework.parts
        if all(_tell(view.in_language(language), part) for language in LANGUAGES)
    ]
    chosen = sorted(parts, key=lambda part: _seed(framework, part.id))[:MOST]
    chosen.sort(key=framework.parts.index)
    if len(chosen) < 2:
        return
    more = [part for _, part in others[: 2 if len(chosen) < MOST else 1]]
    order = mix(len(chosen), f"{framework.id} meanings")
    things = [chosen[place] for place in order]
    yield Asking(
        id="check--meanings",
        kind="matching",
        mark=_mark(framework, [*chosen, *more]),
        text=_words(view.word("check.meanings")),
        things=tuple(Thing(_tell(view, part), place) for place, part in enumerate(things)),
        targets=tuple(view.phrase(part.title) for part in (*things, *more)),
        mixed=mix(len(things) + len(more), framework.id),
        read=("#parts", view.word("framework.parts")),
    )


def _ask_for_example(
    view: View, framework: Framework, others: Sequence[tuple[Framework, Part]]
) -> Iterator[Asking]:
    shown = [part for part in framework.parts if part.example]
    if not shown:
        return
    right = min(shown, key=lambda part: _seed(framework, "example", part.id))
    wrong = [(framework, part) for part in framework.parts if part is not right]
    wrong.sort(key=lambda pair: _seed(framework, "offer", pair[1].id))
    offered = [(framework, right), *[*wrong, *others][: OFFERS - 1]]
    offers = tuple(
        Offer(
            part.id if owner is framework else f"{owner.id}--{part.id}",
            Markup.escape(view.phrase(part.title)),
            part is right,
            _explain(view, framework, owner, part),
        )
        for owner, part in (offered[place] for place in mix(len(offered), framework.id))
    )
    example = right.example.text if right.example else None
    yield Asking(
        id="check--example",
        kind="single",
        mark=_mark(framework, [part for _, part in offered]),
        text=_words(view.word("check.example"))
        + (Markup("<blockquote>{}</blockquote>").format(view.aside(example)) if example else ""),
        offers=offers,
        read=(f"#{right.id}", view.phrase(right.title)),
    )


def _explain(view: View, framework: Framework, owner: Framework, part: Part) -> Markup:
    if owner is framework:
        told = filter(None, (view.phrase(part.title), _tell(view, part)))
        return _words(join_words(": ", told))
    link = Markup('<a href="{}">{}</a>').format(
        view.url(f"entry/{owner.id}", part.id), view.phrase(owner.title)
    )
    return Markup("<p>{} {}</p>").format(view.word("check.elsewhere"), link)


def _ask_for_order(view: View, framework: Framework) -> Iterator[Asking]:
    if framework.shape not in ORDERED or not 3 <= len(framework.parts) <= 10:
        return
    yield Asking(
        id="check--order",
        kind="ordering",
        mark=_mark(framework, framework.parts),
        text=_words(view.word(f"check.order.{framework.shape}")),
        things=tuple(
            Thing(view.phrase(part.title), place) for place, part in enumerate(framework.parts)
        ),
        mixed=mix(len(framework.parts), f"{framework.id} order"),
        read=("#picture", view.figure_caption(framework)),
    )


def _tell(view: View, part: Part) -> str:
    """What a part means, in a sentence that does not give its title away; or nothing."""
    if view.mixes(part.explanation):
        return ""
    title = view.phrase(part.title).casefold()
    for sentence in _SENTENCE.split(view.told(part.explanation)):
        if title not in sentence.casefold() and 15 < len(sentence) <= _LONGEST:
            lent = part.explanation.missing == view.language
            return Lent(sentence, view.other) if lent else sentence
    return ""


def _words(words: str) -> Markup:
    return Markup("<p>{}</p>").format(words) if words else Markup()


def _seed(framework: Framework, *names: str) -> str:
    return sha256(" ".join((framework.id, *names)).encode()).hexdigest()


def _mark(framework: Framework, parts: Sequence[Part]) -> str:
    return mark_of(" ".join([framework.id, *(part.model_dump_json() for part in parts)]))
