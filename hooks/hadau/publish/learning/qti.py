"""QTI 2.1: one package a language, with a test for each quiz and an item for each question.

Source: IMS Question and Test Interoperability 2.1, Assessment Test, Section and Item Information
Model (https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from ...model.asking import Asking
from ...model.lessons import Export, Left, Lesson
from ...model.text import LANGUAGES, Language
from .moodle import find_lost, general_feedback, name_offer
from .scorm import write_zip
from .xhtml import read_html

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
GENERAL = "general"
"""The name of the feedback that every reader is given."""


def write_qti(lessons: Sequence[Lesson]) -> Export:
    """Every quiz that QTI can carry."""
    left: dict[Left, None] = {}
    packages: dict[str, bytes] = {}
    for language in LANGUAGES:
        files: dict[str, bytes] = {}
        resources: list[tuple[str, str, str, list[str]]] = []
        for lesson in lessons:
            items = []
            for number, asked in enumerate(lesson.texts[language].questions, start=1):
                whole, lost = _find_left(asked)
                for what in lost:
                    left[Left(lesson.id, asked.id, what)] = None
                if whole:
                    name = f"{lesson.id}-{number:02}-{asked.id}"
                    title = f"{lesson.texts[language].title} {number}"
                    files[f"items/{name}.xml"] = _write_item(name, title, asked, language)
                    resources.append((name, "imsqti_item_xmlv2p1", f"items/{name}.xml", []))
                    items.append(name)
            if items:
                path = f"tests/{lesson.id}.xml"
                files[path] = _write_test(lesson.id, lesson.texts[language].title, items)
                resources.append((lesson.id, "imsqti_test_xmlv2p1", path, items))
        manifest = _write_manifest(language, resources)
        packages[f"quizzes.{language}.qti.zip"] = write_zip({"imsmanifest.xml": manifest, **files})
    return Export(packages, tuple(left))


def _find_left(asked: Asking) -> tuple[bool, list[str]]:
    """Whether QTI carries a question, and what it does not carry."""
    if asked.kind == "scenario":
        return False, ["a scenario has branches, which an item of QTI does not have"]
    if asked.reflects:
        return False, [f"{asked.kind} without a right answer cannot be marked"]
    return True, [what for what in (find_lost(asked), "its hint" if asked.hint else "") if what]


def _write_item(name: str, title: str, asked: Asking, language: Language) -> bytes:
    root = ET.Element(
        "assessmentItem",
        {
            "xmlns": _QTI, "identifier": f"i-{name}", "title": title, "adaptive": "false",
            "timeDependent": "false", "xml:lang": language,
        },
    )  # fmt: skip
    response = ET.SubElement(root, "responseDeclaration", _respond(asked))
    right = ET.SubElement(response, "correctResponse")
    for value in _find_right(asked):
        ET.SubElement(right, "value").text = value
    mapped = list(_find_mapped(asked))
    if mapped:
        limits = {"lowerBound": "0", "upperBound": "1", "defaultValue": "0"}
        mapping = ET.SubElement(response, "mapping", limits)
        for value in mapped:
            entry = {"mapKey": value, "mappedValue": "1"}
            if asked.kind == "fill-in":
                entry["caseSensitive"] = "false"
            ET.SubElement(mapping, "mapEntry", entry)
    _declare(root, "SCORE", "single", "float")
    _declare(root, "FEEDBACK", "multiple", "identifier")
    body = ET.SubElement(root, "itemBody")
    body.extend(read_html(asked.text))
    _interact(body, asked)
    _process(root, asked, mapped=bool(mapped))
    told = {f"c-{offer.key}": offer.feedback for offer in asked.offers if offer.feedback}
    for identifier, html in {**told, GENERAL: general_feedback(asked)}.items():
        if html:
            names = {"outcomeIdentifier": "FEEDBACK", "identifier": identifier, "showHide": "show"}
            ET.SubElement(root, "modalFeedback", names).extend(read_html(html))
    return _as_bytes(root)


def _respond(asked: Asking) -> dict[str, str]:
    """How an answer is given: how many values, and of what type."""
    cardinality, type_ = {
        "multiple": ("multiple", "identifier"),
        "matching": ("multiple", "directedPair"),
        "sorting": ("multiple", "directedPair"),
        "ordering": ("ordered", "identifier"),
        "fill-in": ("single", "string"),
        "number": ("single", "integer"),
    }.get(asked.kind, ("single", "identifier"))
    return {"identifier": "RESPONSE", "cardinality": cardinality, "baseType": type_}


def _find_right(asked: Asking) -> Iterator[str]:
    match asked.kind:
        case "fill-in":
            yield asked.answers[0]
        case "number":
            yield str(asked.number)
        case "matching" | "sorting":
            for place, thing in enumerate(asked.things):
                yield f"t-{place} g-{thing.target}"
        case "ordering":
            yield from (f"t-{place}" for place, _ in enumerate(asked.things))
        case "multiple":
            yield from (f"c-{offer.key}" for offer in asked.offers if offer.right)
        case _:
            yield next(f"c-{offer.key}" for offer in asked.offers if offer.right)


def _find_mapped(asked: Asking) -> Iterator[str]:
    """Every answer that is right, where there are several of which one is enough."""
    if asked.kind == "fill-in":
        yield from dict.fromkeys([*(answer.lower() for answer in asked.answers), *asked.forms])
    elif asked.kind == "scale" and sum(offer.right for offer in asked.offers) > 1:
        yield from (f"c-{offer.key}" for offer in asked.offers if offer.right)


def _interact(body: ET.Element, asked: Asking) -> None:
    own = {"responseIdentifier": "RESPONSE"}
    if asked.kind in ("fill-in", "number"):
        line = ET.SubElement(body, "p")
        ET.SubElement(line, "textEntryInteraction", own | {"expectedLength": "20"}).tail = (
            f" {asked.unit}" if asked.unit else None
        )
    elif asked.kind in ("matching", "sorting"):
        matching = ET.SubElement(
            body, "matchInteraction", own | {"shuffle": "false", "maxAssociations": "0"}
        )
        first = ET.SubElement(matching, "simpleMatchSet")
        for place, thing in enumerate(asked.things):
            _add_choice(first, "simpleAssociableChoice", f"t-{place}", thing.words, matchMax="1")
        second = ET.SubElement(matching, "simpleMatchSet")
        order = asked.mixed if asked.kind == "matching" else range(len(asked.targets))
        for place in order:
            words = asked.targets[place]
            _add_choice(second, "simpleAssociableChoice", f"g-{place}", words, matchMax="0")
    elif asked.kind == "ordering":
        ordering = ET.SubElement(body, "orderInteraction", own | {"shuffle": "false"})
        for place in asked.mixed:
            _add_choice(ordering, "simpleChoice", f"t-{place}", asked.things[place].words)
    else:
        most = "0" if asked.kind == "multiple" else "1"
        choosing = ET.SubElement(
            body, "choiceInteraction", own | {"shuffle": "false", "maxChoices": most}
        )
        for offer in asked.offers:
            _add_choice(choosing, "simpleChoice", f"c-{offer.key}", name_offer(asked, offer))


def _add_choice(parent: ET.Element, tag: str, name: str, words: str, **more: str) -> None:
    choice = ET.SubElement(parent, tag, {"identifier": name, **more})
    line = ET.SubElement(choice, "p")
    for part in read_html(Markup("<p>{}</p>").format(escape(words))):
        line.text = part.text
        line.extend(list(part))


def _process(root: ET.Element, asked: Asking, *, mapped: bool) -> None:
    """One mark for a right answer; then the feedback of what was chosen, and the general one."""
    processing = ET.SubElement(root, "responseProcessing")
    if mapped:
        score = ET.SubElement(processing, "setOutcomeValue", identifier="SCORE")
        ET.SubElement(score, "mapResponse", identifier="RESPONSE")
    else:
        condition = ET.SubElement(processing, "responseCondition")
        when = ET.SubElement(condition, "responseIf")
        near = {"toleranceMode": "absolute", "tolerance": f"{asked.within} {asked.within}"}
        test = (
            ET.SubElement(when, "equal", near)
            if asked.kind == "number"
            else ET.SubElement(when, "match")
        )
        ET.SubElement(test, "variable", identifier="RESPONSE")
        ET.SubElement(test, "correct", identifier="RESPONSE")
        score = ET.SubElement(when, "setOutcomeValue", identifier="SCORE")
        ET.SubElement(score, "baseValue", baseType="float").text = "1"
    feedback = ET.SubElement(processing, "setOutcomeValue", identifier="FEEDBACK")
    values = ET.SubElement(feedback, "multiple")
    if asked.offers:
        ET.SubElement(values, "variable", identifier="RESPONSE")
    ET.SubElement(values, "baseValue", baseType="identifier").text = GENERAL


def _declare(root: ET.Element, name: str, cardinality: str, type_: str) -> None:
    names = {"identifier": name, "cardinality": cardinality, "baseType": type_}
    outcome = ET.SubElement(root, "outcomeDeclaration", names)
    if type_ == "float":
        ET.SubElement(ET.SubElement(outcome, "defaultValue"), "value").text = "0"


def _write_test(id_: str, title: str, items: Sequence[str]) -> bytes:
    names = {"xmlns": _QTI, "identifier": f"t-{id_}", "title": title}
    root = ET.Element("assessmentTest", names)
    modes = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    part = ET.SubElement(root, "testPart", modes)
    section = ET.SubElement(
        part, "assessmentSection", identifier="section", title=title, visible="true"
    )
    for name in items:
        ET.SubElement(
            section, "assessmentItemRef", identifier=f"r-{name}", href=f"../items/{name}.xml"
        )
    return _as_bytes(root)


def _write_manifest(
    language: Language, resources: Sequence[tuple[str, str, str, list[str]]]
) -> bytes:
    root = ET.Element("manifest", {"xmlns": _PACKAGE, "identifier": f"hadau-{language}"})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(root, "organizations")
    listed = ET.SubElement(root, "resources")
    for id_, type_, href, needed in resources:
        names = {"identifier": f"f-{id_}", "type": type_, "href": href}
        resource = ET.SubElement(listed, "resource", names)
        ET.SubElement(resource, "file", href=href)
        for other in needed:
            ET.SubElement(resource, "dependency", identifierref=f"f-{other}")
    return _as_bytes(root)


def _as_bytes(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"
