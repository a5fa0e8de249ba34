"""Quizzes on paper: the questions with room for answers, and a key that stands by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, repeat
from typing import Any

from markupsafe import Markup

from ...model.asking import Asking
from ...model.downloads import Variant
from ...model.entries import Framework
from ...model.quizzes import Hotspot, Question, Quiz
from ...model.text import Language
from ..asking import ask_quiz
from ..view import View
from .describing import Block, Describer, Languages, Views
from .frameworks import draw_on_paper

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The names of answers on paper. No question has more of them (`model/quizzes.py`)."""
_FORMS = {
    **dict.fromkeys(("single", "multiple", "true-false", "hotspot"), "options"),
    **dict.fromkeys(("matching", "sorting"), "letters"),
    **dict.fromkeys(("fill-in", "number"), "line"),
    "ordering": "order",
    "scale": "numbers",
    "scenario": "scenes",
}
"""How a question of each kind is answered with a pen."""


class QuizDescriber(Describer):
    """One quiz."""

    def __init__(self, quiz: Quiz, views: Views, languages: Languages, site_url: str) -> None:
        super().__init__(views, languages, site_url)
        self.quiz = quiz
        self._asked: Mapping[Language, tuple[Asking, ...]] = {
            tag: _ask(views[tag], quiz) for tag in languages
        }

    def describe(self, variant: Variant) -> list[Block]:
        """The blocks of a sheet: the questions, or their key."""
        return [
            self.head("one.quizzes", variant, self.quiz.title, self.quiz.summary),
            *(self._key() if variant == "key" else self._questions()),
        ]

    def _questions(self) -> list[Block]:
        return [
            self.text(self.quiz.intro),
            {
                "block": "questions",
                "questions": [
                    self._question(place, question)
                    for place, question in enumerate(self.quiz.questions)
                ],
            },
            {
                "block": "group",
                "blocks": [
                    *self._hints(),
                    {"block": "text", **self.each(_tell_of_key)},
                    self.end(self.quiz),
                ],
            },
        ]

    def _question(self, place: int, question: Question) -> Block:
        shown: Block = {"form": _FORMS[question.kind]}
        for tag in self.languages:
            view, asked = self.views[tag], self._asked[tag][place]
            shown[tag] = {
                "words": self.flow(view, asked.text),
                "ask": _instruct(view, asked),
                **self._room(view, asked, question),
            }
            if asked.kind == "scale":
                shown["numbers"] = [int(offer.words) for offer in asked.offers]
        return shown

    def _room(self, view: View, asked: Asking, question: Question) -> Block:
        """Where the answer goes."""
        if asked.offers and asked.kind != "scale":
            room: Block = {
                "box": view.word("print.tick"),
                "offers": [self.line_of(view, words) for words in _named_offers(asked)],
            }
            if isinstance(question, Hotspot):
                framework = view.entry(question.framework)
                if isinstance(framework, Framework):
                    room["picture"] = draw_on_paper(view, framework)
            return room
        if asked.kind == "scale":
            return {
                "ends": self.ends(view, asked.offers[0].words, asked.offers[-1].words, *asked.ends)
            }
        if asked.kind in ("fill-in", "number"):
            answer = view.word("quiz.your-answer")
            return {"room": [answer, " (", asked.unit, ")"] if asked.unit else answer}
        if asked.kind == "scenario":
            return {"box": view.word("print.tick"), "scenes": list(self._scenes(view, asked))}
        room = {
            "box": view.word(f"paper.box.{'number' if asked.kind == 'ordering' else 'letter'}"),
            "things": [asked.things[place].words for place in _order_of_things(asked)],
        }
        if asked.targets:
            room["targets"] = [asked.targets[place] for place in _order_of_targets(asked)]
            room["name"] = view.word(
                "quiz.choose-from" if asked.kind == "matching" else "quiz.groups"
            )
        return room

    def _scenes(self, view: View, asked: Asking) -> Iterator[Block]:
        for number, scene in enumerate(asked.scenes, 1):
            yield {
                "name": view.word("paper.scene", n=number),
                "words": self.flow(view, scene.text),
                "ways": [
                    [
                        {"strong": [letter]},
                        " ",
                        way.words,
                        {"break": None},
                        {"strong": [_follows(view, way.to, view.word("quiz.end"))]},
                    ]
                    for letter, way in zip(LETTERS, scene.ways, strict=False)
                ],
            }

    def _hints(self) -> list[Block]:
        def hints(view: View) -> list[tuple[str, Any]]:
            return [
                (view.word("quiz.question", n=number), self.line_of(view, asked.hint))
                for number, asked in enumerate(self._asked[view.language], 1)
                if asked.hint
            ]

        found = {"block": "facts", **self.each(hints)}
        if not found[self.languages[0]]:
            return []
        return [self.heading("paper.hints"), found]

    # The key

    def _key(self) -> list[Block]:
        answers = [
            {tag: self._answer(self.views[tag], self._asked[tag][place]) for tag in self.languages}
            for place in range(len(self.quiz.questions))
        ]
        return [
            {"block": "answers", "answers": answers},
            self.heading("framework.origin"),
            self.text(self.quiz.origin.text),
            {"block": "group", "blocks": [*self.references(self.quiz), self.end(self.quiz)]},
        ]

    def _answer(self, view: View, asked: Asking) -> Block:
        told = self.flow(view, asked.feedback)
        if asked.reflects:
            told = [{"p": [view.word("quiz-says.verdict-reflected")]}, *told]
        if asked.sources:
            sources: list[Any] = []
            for source in asked.sources:
                sources += [*(["; "] if sources else []), *self.line_of(view, source)]
            told.append({"p": sources})
        if asked.read:
            href, title = asked.read
            told.append({"p": [view.word("quiz.read"), " ", self.link(view, href, title)]})
        return {
            "words": self.flow(view, asked.text),
            "lines": [
                {"words": words, "note": self.flow(view, note)}
                for words, note in self._lines(view, asked)
            ],
            "told": told,
        }

    def _lines(self, view: View, asked: Asking) -> Iterator[tuple[list[Any], Markup]]:
        """Each line of an answer, with what is told of it."""
        if asked.kind in ("single", "multiple", "true-false", "hotspot"):
            for offer, words in zip(asked.offers, _named_offers(asked), strict=True):
                if offer.right or offer.feedback:
                    verdict = view.word("quiz.right" if offer.right else "quiz.wrong")
                    yield [{"strong": [verdict]}, " ", *self.line_of(view, words)], offer.feedback
        elif asked.kind == "scale" and not asked.reflects:
            right = ", ".join(offer.words for offer in asked.offers if offer.right)
            yield [{"strong": [right]}], Markup()
        elif asked.kind == "fill-in":
            yield [{"strong": ["; ".join(asked.answers)]}], Markup()
        elif asked.kind == "number":
            yield [{"strong": _number(view, asked)}], Markup()
        elif asked.kind == "matching":
            letters = dict(zip(_order_of_targets(asked), LETTERS, strict=False))
            for thing in asked.things:
                target = thing.target or 0
                named = {"strong": [f"{letters[target]} ", asked.targets[target]]}
                yield [thing.words, " – ", named], thing.feedback
        elif asked.kind == "ordering":
            for number, thing in enumerate(asked.things, 1):
                yield [{"strong": [str(number)]}, " ", thing.words], Markup()
        elif asked.kind == "sorting" and not asked.reflects:
            for place, group in enumerate(asked.targets):
                named = {"strong": [f"{LETTERS[place]} ", group]}
                marks = chain([" – "], repeat("; "))
                things = (thing.words for thing in asked.in_group(place))
                yield (
                    [named, *chain.from_iterable(zip(marks, things, strict=False))],
                    asked.notes[place],
                )
        for number, scene in enumerate(asked.scenes, 1):
            for letter, way in zip(LETTERS, scene.ways, strict=False):
                end = view.word("quiz.good-end" if way.right else "quiz.end")
                named = {"strong": [f"{number}{letter}"]}
                then = Markup("<p><strong>{}</strong></p>").format(_follows(view, way.to, end))
                yield [named, " ", way.words], way.feedback + then


def _ask(view: View, quiz: Quiz) -> tuple[Asking, ...]:
    with view.unexplained():
        return ask_quiz(view, quiz)


def _instruct(view: View, asked: Asking) -> str:
    """What to do with the pen."""
    words = []
    if asked.reflects:
        words.append(view.word("quiz-says.verdict-reflected"))
    if asked.kind != "scale":
        words.append(view.word(f"paper.{asked.kind}", n=len(asked.things)))
    if asked.hint:
        words.append(view.word("paper.hinted"))
    return " ".join(words)


def _tell_of_key(view: View) -> list[Block]:
    return [{"p": [view.word("paper.apart")]}]


def _named_offers(asked: Asking) -> Iterator[Markup]:
    """The answers to choose from, each with its letter; true and false need none."""
    for letter, offer in zip(LETTERS, asked.offers, strict=False):
        named = Markup("<strong>{}</strong> {}").format(letter, offer.words)
        yield offer.words if asked.kind == "true-false" else named


def _order_of_things(asked: Asking) -> tuple[int, ...]:
    return tuple(range(len(asked.things))) if asked.kind == "matching" else asked.mixed


def _order_of_targets(asked: Asking) -> tuple[int, ...]:
    return asked.mixed if asked.kind == "matching" else tuple(range(len(asked.targets)))


def _follows(view: View, to: int | None, end: str) -> str:
    return end if to is None else view.word("quiz.to-scene", n=to + 1)


def _number(view: View, asked: Asking) -> list[str]:
    words = [str(asked.number), *([" ", asked.unit] if asked.unit else [])]
    if not asked.within:
        return words
    least, most = asked.number - asked.within, asked.number + asked.within
    return [*words, f" ({view.word('sheet.scale', least=least, most=most)})"]
