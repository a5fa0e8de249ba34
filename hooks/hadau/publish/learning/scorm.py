"""SCORM 1.2: one package a quiz, in every language, that works without a network.

It carries every kind of question, since it carries the page itself.

Source: SCORM 1.2 Content Aggregation Model (ADL, 2001).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from ...model.lessons import Export, Lesson

ASSETS = {
    "theme.css": "theme.css",
    "quiz.css": "quiz.css",
    "lesson.css": "scorm/lesson.css",
    "quiz.mjs": "quiz.mjs",
    "questions.mjs": "questions.mjs",
    "making.mjs": "making.mjs",
    "keep.mjs": "scorm/keep.mjs",
    "scorm.mjs": "scorm/scorm.mjs",
}
"""The files of the site that a package takes along, by their names in it."""

_CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_scorm(lessons: Sequence[Lesson], asset: Callable[[str], bytes]) -> Export:
    """Every quiz as a package. `asset` gives the content of a script or style sheet of the site."""
    return Export({f"{lesson.id}.scorm.zip": _pack(lesson, asset) for lesson in lessons}, ())


def _pack(lesson: Lesson, asset: Callable[[str], bytes]) -> bytes:
    files = {"index.html": lesson.html.encode()}
    files |= {f"{language}.html": text.html.encode() for language, text in lesson.texts.items()}
    files |= {name: asset(path) for name, path in ASSETS.items()}
    return write_zip({"imsmanifest.xml": _describe(lesson, list(files)), **files})


def write_zip(files: dict[str, bytes]) -> bytes:
    """An archive: the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return buffer.getvalue()


def _describe(lesson: Lesson, files: Sequence[str]) -> bytes:
    """The manifest, in which a platform looks for what to run."""
    title = " / ".join(text.title for text in lesson.texts.values())
    manifest = ET.Element(
        "manifest",
        {
            "identifier": f"hadau-{lesson.id}",
            "version": "1.1",
            "xmlns": _CONTENT,
            "xmlns:adlcp": _ADL,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{_CONTENT} imscp_rootv1p1p2.xsd {_ADL} adlcp_rootv1p2.xsd",
        },
    )
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "ADL SCORM"
    ET.SubElement(metadata, "schemaversion").text = "1.2"
    organizations = ET.SubElement(manifest, "organizations", default="organization")
    organization = ET.SubElement(organizations, "organization", identifier="organization")
    ET.SubElement(organization, "title").text = title
    item = ET.SubElement(organization, "item", identifier="item", identifierref="quiz")
    ET.SubElement(item, "title").text = title
    resources = ET.SubElement(manifest, "resources")
    attributes = {
        "identifier": "quiz",
        "type": "webcontent",
        "adlcp:scormtype": "sco",
        "href": "index.html",
    }
    resource = ET.SubElement(resources, "resource", attributes)
    for name in files:
        ET.SubElement(resource, "file", href=name)
    ET.indent(manifest)
    return bytes(ET.tostring(manifest, "utf-8", xml_declaration=True)) + b"\n"
