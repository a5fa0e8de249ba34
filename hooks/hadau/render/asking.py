"""Questions as a page asks them: the record of a quiz in one language, its links resolved."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..languages import RULES
from ..model.asking import NOTHING, Asking, Offer, ShownScene, Thing, Way, mark_of, mix
from ..model.entries import Framework
from ..model.quizzes import (
    Choice,
    FillIn,
    Hotspot,
    Matching,
    Number,
    Ordering,
    Question,
    Quiz,
    Rating,
    Scenario,
    Sorting,
    TrueFalse,
)
from ..model.text import LANGUAGES, Text
from .view import View


def ask_quiz(view: View, quiz: Quiz) -> tuple[Asking, ...]:
    """Every question of a quiz, in order."""
    return tuple(_ask(view, quiz, question) for question in quiz.questions)


def _ask(view: View, quiz: Quiz, question: Question) -> Asking:
    own = _details(view, question)
    read = None
    if question.framework:
        anchor = None if isinstance(question, Hotspot) else question.part
        read = (
            view.url(f"entry/{question.framework}", anchor),
            view.title_of(question.framework),
        )
    return Asking(
        id=question.id,
        kind=question.kind,
        mark=mark_of(f"{quiz.id} {question.model_dump_json(exclude={'hint', 'citations'})}"),
        text=view.block(question.text),
        hint=_block(view, question.hint),
        feedback=_block(view, getattr(question, "feedback", None)),
        read=read,
        sources=tuple(view.citation(citation) for citation in question.citations),
        **own,
    )


def _details(view: View, question: Question) -> dict[str, Any]:
    """What only a question of this kind has."""
    match question:
        case Choice():
            return {"offers": _offers(view, question)}
        case TrueFalse():
            return {
                "offers": tuple(
                    Offer(key, Markup.escape(view.word(f"quiz.{key}")), question.answer is value)
                    for key, value in (("true", True), ("false", False))
                )
            }
        case Matching():
            return _matching(view, question)
        case Ordering():
            return {
                "things": tuple(
                    Thing(view.phrase(item), place) for place, item in enumerate(question.items)
                ),
                "mixed": mix(len(question.items), question.id),
            }
        case Sorting():
            return _sorting(view, question)
        case FillIn():
            forms = {
                form
                for language in LANGUAGES
                for answer in question.answers.of(language)
                for form in RULES[language].answer_forms(answer)
            }
            return {
                "forms": tuple(sorted(forms)),
                "answers": question.answers.of(view.language),
            }
        case Number():
            unit = view.phrase(question.unit) if question.unit else ""
            return {"number": question.answer, "within": question.within, "unit": unit}
        case Rating():
            return _rating(view, question)
        case Hotspot():
            return _hotspot(view, question)
        case Scenario():
            return {"scenes": _scenes(view, question)}


def _offers(view: View, question: Choice) -> tuple[Offer, ...]:
    return tuple(
        Offer(str(place), view.inline_only(option.text), option.right, view.block(option.feedback))
        for place, option in enumerate(question.options)
    )


def _matching(view: View, question: Matching) -> dict[str, Any]:
    targets = [view.phrase(pair.match) for pair in question.pairs]
    targets += [view.phrase(other) for other in question.others]
    return {
        "things": tuple(
            Thing(view.phrase(pair.item), place, _block(view, pair.feedback))
            for place, pair in enumerate(question.pairs)
        ),
        "targets": tuple(targets),
        "mixed": mix(len(targets), question.id),
    }


def _sorting(view: View, question: Sorting) -> dict[str, Any]:
    things = [
        Thing(view.phrase(item), place)
        for place, group in enumerate(question.groups)
        for item in group.items
    ]
    things += [Thing(view.phrase(item), None) for item in question.items]
    return {
        "things": tuple(things),
        "targets": tuple(view.phrase(group.title) for group in question.groups),
        "notes": tuple(_block(view, group.feedback) for group in question.groups),
        "mixed": tuple(range(len(things))) if question.reflects else mix(len(things), question.id),
        "reflects": question.reflects,
    }


def _rating(view: View, question: Rating) -> dict[str, Any]:
    answer = question.answer
    return {
        "offers": tuple(
            Offer(
                str(number),
                Markup.escape(number),
                answer is not None and abs(number - answer) <= question.within,
            )
            for number in range(question.least, question.most + 1)
        ),
        "ends": (view.phrase(question.low), view.phrase(question.high)),
        "reflects": answer is None,
    }


def _hotspot(view: View, question: Hotspot) -> dict[str, Any]:
    framework = view.entry(question.framework)
    if not isinstance(framework, Framework):
        raise TypeError(f"{question.framework} is no framework")
    told = {other.part: view.block(other.feedback) for other in question.others}
    return {
        "offers": tuple(
            Offer(
                part.id,
                Markup.escape(view.phrase(part.title)),
                part.id == question.part,
                told.get(part.id, NOTHING),
            )
            for part in framework.parts
        ),
        "picture": view.picture(framework, question.id),
    }


def _scenes(view: View, question: Scenario) -> tuple[ShownScene, ...]:
    places = {scene.id: place for place, scene in enumerate(question.scenes)}
    return tuple(
        ShownScene(
            scene.id,
            view.block(scene.text),
            tuple(
                Way(
                    view.phrase(choice.text),
                    view.block(choice.feedback),
                    places[choice.to] if choice.to else None,
                    choice.right,
                )
                for choice in scene.choices
            ),
        )
        for scene in question.scenes
    )


def _block(view: View, text: Text | None) -> Markup:
    return view.block(text) if text else NOTHING
