"""Moodle XML: one file a language, with a category for each quiz.

Source: https://docs.moodle.org/en/Moodle_XML_format
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from ...model.asking import Asking, Offer, Thing
from ...model.lessons import Export, Left, Lesson, LessonText
from ...model.text import LANGUAGES

MOST_RIGHT = 10
"""How many answers can be right together: Moodle knows only certain parts of a mark."""


def write_moodle(lessons: Sequence[Lesson]) -> Export:
    """Every quiz that Moodle XML can carry."""
    files: dict[str, bytes] = {}
    left: dict[Left, None] = {}
    for language in LANGUAGES:
        root = ET.Element("quiz")
        for lesson in lessons:
            text = lesson.texts[language]
            _add_category(root, text)
            for number, asked in enumerate(text.questions, start=1):
                why = find_left(asked)
                for what in filter(None, (why or find_lost(asked),)):
                    left[Left(lesson.id, asked.id, what)] = None
                if not why:
                    _add_question(root, f"{lesson.id} {number:02} {asked.id}", asked)
        ET.indent(root)
        files[f"quizzes.{language}.xml"] = ET.tostring(root, "utf-8", xml_declaration=True) + b"\n"
    return Export(files, tuple(left))


def find_left(asked: Asking) -> str:
    """Why Moodle XML does not carry a question; nothing where it does."""
    if asked.kind == "scenario":
        return "a scenario has branches, which questions of Moodle do not have"
    if asked.reflects:
        return f"{asked.kind} without a right answer cannot be marked"
    if asked.kind == "multiple" and sum(offer.right for offer in asked.offers) > MOST_RIGHT:
        return f"more than {MOST_RIGHT} right answers have no part of a mark in Moodle"
    return ""


def find_lost(asked: Asking) -> str:
    """What a question is without, though it is carried; nothing where it is whole."""
    return "its picture: it becomes a choice of the parts by name" if asked.picture else ""


def _add_category(root: ET.Element, text: LessonText) -> None:
    question = ET.SubElement(root, "question", type="category")
    _add_text(question, "category", name_category(text))


def name_category(text: LessonText) -> str:
    """Where Moodle keeps the questions of a quiz; a slash within a name is written twice."""
    names = (text.guide, text.section, text.title)
    return "/".join(
        ["$course$/top", *(" ".join(name.split()).replace("/", "//") for name in names)]
    )


def _add_question(root: ET.Element, name: str, asked: Asking) -> None:
    kind, fill = {
        "true-false": ("truefalse", _fill_true_false),
        "fill-in": ("shortanswer", _fill_words),
        "number": ("numerical", _fill_number),
        "matching": ("matching", _fill_matching),
        "ordering": ("matching", _fill_matching),
        "sorting": ("matching", _fill_matching),
    }.get(asked.kind, ("multichoice", _fill_choices))
    question = ET.SubElement(root, "question", type=kind)
    _add_text(question, "name", name)
    _add_html(question, "questiontext", asked.text)
    _add_html(question, "generalfeedback", general_feedback(asked))
    for tag, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0")):
        ET.SubElement(question, tag).text = value
    fill(question, asked)
    if asked.hint:
        _add_html(question, "hint", asked.hint)


def general_feedback(asked: Asking) -> Markup:
    """What every reader is told, with the sources and where to read on."""
    parts = [asked.feedback]
    notes = [*(thing.feedback for thing in asked.things), *asked.notes]
    parts += [note for note in notes if note]
    if asked.sources:
        items = Markup("").join(Markup("<li>{}</li>").format(source) for source in asked.sources)
        parts.append(Markup("<ul>{}</ul>").format(items))
    if asked.read:
        parts.append(Markup('<p><a href="{}">{}</a></p>').format(*asked.read))
    return Markup("\n").join(part for part in parts if part)


def belongs(asked: Asking) -> list[tuple[Thing, str]]:
    """Each thing with what belongs to it; the place of a thing to order is its number."""
    if asked.kind == "ordering":
        return [
            (asked.things[place], str((asked.things[place].target or 0) + 1))
            for place in asked.mixed
        ]
    return [(thing, asked.targets[thing.target or 0]) for thing in asked.things]


def name_offer(asked: Asking, offer: Offer) -> Markup:
    """An answer to choose; the ends of a scale say what they mean."""
    ends = dict(zip((asked.offers[0].key, asked.offers[-1].key), asked.ends, strict=True))
    if asked.kind != "scale" or offer.key not in ends:
        return offer.words
    return Markup("{} = {}").format(offer.words, ends[offer.key])


def others(asked: Asking) -> list[str]:
    """The targets to which nothing belongs."""
    used = {thing.target for thing in asked.things}
    return [target for place, target in enumerate(asked.targets) if place not in used]


def _fill_choices(question: ET.Element, asked: Asking) -> None:
    right = sum(offer.right for offer in asked.offers)
    wrong = len(asked.offers) - right
    several = asked.kind == "multiple" or (right > 1 and asked.kind != "scale")
    # Any of the places on a scale that count as right is wholly right.
    share = 100 / right if several else 100.0
    loss = -100 / min(wrong, MOST_RIGHT) if several and wrong else 0.0
    ET.SubElement(question, "single").text = "false" if several else "true"
    ET.SubElement(question, "shuffleanswers").text = "false"
    ET.SubElement(question, "answernumbering").text = "none"
    for offer in asked.offers:
        answer = _add_answer(question, share if offer.right else loss, "html")
        ET.SubElement(answer, "text").text = str(name_offer(asked, offer))
        _add_html(answer, "feedback", offer.feedback)


def _fill_true_false(question: ET.Element, asked: Asking) -> None:
    for offer in asked.offers:
        answer = _add_answer(question, 100 if offer.right else 0, "moodle_auto_format")
        ET.SubElement(answer, "text").text = offer.key
        _add_html(answer, "feedback", offer.feedback)


def _fill_words(question: ET.Element, asked: Asking) -> None:
    ET.SubElement(question, "usecase").text = "0"
    for words in dict.fromkeys([*asked.answers, *asked.forms]):
        answer = _add_answer(question, 100, "moodle_auto_format")
        # An asterisk stands for any words.
        ET.SubElement(answer, "text").text = words.replace("*", "\\*")
        _add_html(answer, "feedback", Markup(""))


def _fill_number(question: ET.Element, asked: Asking) -> None:
    answer = _add_answer(question, 100, "moodle_auto_format")
    ET.SubElement(answer, "text").text = str(asked.number)
    _add_html(answer, "feedback", Markup(""))
    ET.SubElement(answer, "tolerance").text = str(asked.within)


def _fill_matching(question: ET.Element, asked: Asking) -> None:
    ET.SubElement(question, "shuffleanswers").text = "true"
    rows = [(str(escape(thing.words)), target) for thing, target in belongs(asked)]
    for words, target in [*rows, *(("", other) for other in others(asked))]:
        part = ET.SubElement(question, "subquestion", format="html")
        ET.SubElement(part, "text").text = words
        _add_text(part, "answer", target)


def _add_answer(question: ET.Element, fraction: float, form: str) -> ET.Element:
    shown = f"{fraction:.5f}".rstrip("0").rstrip(".")
    return ET.SubElement(question, "answer", fraction=shown, format=form)


def _add_text(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(ET.SubElement(parent, tag), "text").text = words


def _add_html(parent: ET.Element, tag: str, html: Markup) -> None:
    ET.SubElement(ET.SubElement(parent, tag, format="html"), "text").text = str(html)
