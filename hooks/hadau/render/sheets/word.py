"""Sheets as Word documents, for facilitators who want to change the questions.

Headings, lists and the headings of tables are Word's own, the language is set, and boxes can be
ticked. The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

Node = Any
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TAGS = {"cy": "cy-GB", "en": "en-GB"}
_FONT = "Arial"
"""A sans serif that every machine with Word has."""


def write_word(sheet: str) -> bytes:
    """A sheet in one language, as JSON of `describing`, in the form of Office Open XML."""
    data = json.loads(sheet)
    return _settle(_Writer(data, data["languages"][0]).write())


class _Writer:
    def __init__(self, sheet: dict[str, Any], language: str) -> None:
        self._sheet = sheet
        self._language = language
        self._boxes = 0
        self.document: DocumentType = Document()

    def write(self) -> bytes:
        self._set_up()
        for block in self._sheet["blocks"]:
            self._draw(block)
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()

    def _set_up(self) -> None:
        document, sheet = self.document, self._sheet
        about = document.core_properties
        about.title, about.author = sheet["title"], sheet["author"]
        about.language = _TAGS[self._language]
        about.created = about.modified = _LONG_AGO
        about.comments = about.last_modified_by = ""
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(20)
        for name, size in (("Normal", 12), ("Heading 1", 22), ("Heading 2", 16), ("Heading 3", 12)):
            style = document.styles[name]
            if style.type != WD_STYLE_TYPE.PARAGRAPH:
                continue
            style.font.name, style.font.size = _FONT, Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
            if name != "Normal":
                style.font.color.rgb = RGBColor(0, 0, 0)
                style.font.bold = True
                style.paragraph_format.keep_with_next = True
        for language in document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), _TAGS[self._language])
        for language in document.settings.element.iter(qn("w:themeFontLang")):
            language.set(qn("w:val"), _TAGS[self._language])
        # The template of python-docx carries a picture of itself.
        for name, relation in list(document.part.package.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del document.part.package.rels[name]
        foot = section.footer.paragraphs[0]
        self._fill(foot, [sheet["guide"][self._language], " · "])
        before, _, rest = sheet["page"][self._language].partition("{n}")
        middle, _, after = rest.partition("{all}")
        foot.add_run(before)
        _add_field(foot, "PAGE")
        foot.add_run(middle)
        _add_field(foot, "NUMPAGES")
        foot.add_run(after)

    # Blocks

    def _draw(self, block: dict[str, Any]) -> None:
        kind: str = block["block"]
        own: Any = block.get(self._language)
        if kind == "head":
            self.document.add_paragraph(own["kind"])
            self._fill(self.document.add_heading(level=1), [own["title"]])
            self._fill(self.document.add_paragraph(), [own["summary"]])
            if "qr" in own:
                link = {"link": {"to": own["qr"]["to"], "words": [own["qr"]["address"]]}}
                self._fill(self.document.add_paragraph(), [link])
        elif kind == "heading":
            self.document.add_heading(own, 2)
        elif kind == "text":
            self._flow(own)
        elif kind in ("points", "references"):
            for item in own:
                self._flow(item, "List Bullet")
        elif kind == "ticks":
            for item in own["items"]:
                self._tick(own["box"], item)
        elif kind == "facts":
            for name, value in own:
                self._fill(self.document.add_paragraph(), [{"strong": [f"{name}: "]}, *value])
        elif kind == "prompts":
            for number, prompt in enumerate(block["prompts"], 1):
                self._prompt(number, prompt)
        elif kind == "running":
            for number, prompt in enumerate(block["prompts"], 1):
                self._step(number, prompt)
        elif kind == "total":
            self._fill(self.document.add_paragraph(), [{"strong": [own]}])
        elif kind == "actions":
            self._table([column[self._language] for column in block["columns"]], block["rows"])
        elif kind == "group":
            for inner in block["blocks"]:
                self._draw(inner)
        elif kind == "also":
            for language, words in block["words"]:
                self._fill(
                    self.document.add_paragraph(),
                    [{"in": {"language": language, "words": [words]}}],
                )
        else:
            raise ValueError(f"Word has no form for a block of {kind}")

    def _prompt(self, number: int, prompt: dict[str, Any]) -> None:
        own = prompt[self._language]
        if prompt["kind"] == "tick":
            self._tick(own["box"], own["words"])
        else:
            self._question(number, own["words"])
        self._note(own)
        if prompt["kind"] == "lines":
            self.document.add_paragraph(own["room"])
            for _ in range(prompt["count"]):
                self._line()
        elif prompt["kind"] == "scale":
            self.document.add_paragraph("     ".join(map(str, prompt["numbers"])))
            self._fill(self.document.add_paragraph(), own["ends"])
        elif prompt["kind"] == "table":
            columns = [column[self._language] for column in prompt["columns"]]
            self._table(columns, prompt["rows"])

    def _step(self, number: int, prompt: dict[str, Any]) -> None:
        own = prompt[self._language]
        self._question(number, own["words"])
        if "minutes" in own:
            self.document.add_paragraph(f"{own['minutes']} ({prompt['span']})")
        self._note(own)

    def _question(self, number: int, words: list[Node]) -> None:
        heading = self.document.add_heading(level=3)
        heading.add_run(f"{number}. ")
        self._begin(heading, words)

    def _note(self, own: dict[str, Any]) -> None:
        if "note" in own:
            if "name" in own["note"]:
                note = self.document.add_paragraph()
                self._fill(note, [{"strong": [own["note"]["name"]]}])
                note.paragraph_format.keep_with_next = True
            self._flow(own["note"]["words"])

    def _tick(self, name: str, words: list[Node]) -> None:
        paragraph = self.document.add_paragraph()
        self._boxes += 1
        paragraph._p.append(_make_box(name, self._boxes))
        paragraph.add_run(" ")
        self._begin(paragraph, words)

    def _line(self) -> None:
        paragraph = self.document.add_paragraph()
        borders = _element("w:pBdr")
        borders.append(_element("w:bottom", val="single", sz="6", space="1", color="444444"))
        paragraph._p.get_or_add_pPr().append(borders)

    def _table(self, columns: list[str], rows: int) -> Table:
        table: Table = self.document.add_table(rows + 1, len(columns), style="Table Grid")
        for cell, words in zip(table.rows[0].cells, columns, strict=True):
            self._fill(cell.paragraphs[0], [{"strong": [words]}])
        # Word reads the first row as headings, and repeats it on each page.
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for row in table.rows[1:]:
            row.height = Mm(12)
        self.document.add_paragraph()
        return table

    # Texts

    def _begin(self, paragraph: Paragraph, blocks: list[Node], language: str | None = None) -> None:
        """The first paragraph of a text in one that stands already, and the rest below it."""
        first, *rest = blocks
        if "in" in first:
            self._begin(paragraph, first["in"]["blocks"], first["in"]["language"])
        elif "p" in first:
            self._fill(paragraph, first["p"], language=language)
        else:
            rest = blocks
        self._flow(rest, language=language)

    def _flow(
        self, blocks: Iterable[Node], style: str | None = None, language: str | None = None
    ) -> None:
        for block in blocks:
            if "p" in block:
                self._fill(self.document.add_paragraph(style=style), block["p"], language=language)
            elif "table" in block:
                content = block["table"]
                table = self._table(["" for _ in content["head"]], len(content["rows"]))
                for row, cells in zip(table.rows, [content["head"], *content["rows"]], strict=True):
                    for cell, words in zip(row.cells, cells, strict=True):
                        self._fill(cell.paragraphs[0], words, language=language)
            elif "quote" in block:
                self._flow(block["quote"], "Quote", language)
            elif "in" in block:
                self._flow(block["in"]["blocks"], style, block["in"]["language"])
            else:
                name = "List Number" if "ol" in block else "List Bullet"
                for item in block.get("ol", block.get("ul", [])):
                    self._flow(item, name, language)

    def _fill(
        self,
        paragraph: Paragraph,
        nodes: Iterable[Node],
        forms: tuple[str, ...] = (),
        language: str | None = None,
        into: Any = None,
    ) -> None:
        for node in nodes:
            if isinstance(node, str):
                run = paragraph.add_run(node)
                for each in forms:
                    setattr(run.font, each, True)
                if language:
                    tag = _TAGS.get(language, language)
                    run._r.get_or_add_rPr().append(_element("w:lang", val=tag))
                if into is not None:
                    run.font.underline = True
                    into.append(run._r)
                continue
            ((form, inner),) = node.items()
            if form == "break":
                paragraph.add_run().add_break()
            elif form == "link":
                link = _element("w:hyperlink")
                to = paragraph.part.relate_to(inner["to"], RELATIONSHIP_TYPE.HYPERLINK, True)
                link.set(qn("r:id"), to)
                paragraph._p.append(link)
                self._fill(paragraph, inner["words"], forms, language, link)
            elif form == "in":
                self._fill(paragraph, inner["words"], forms, inner["language"], into)
            else:
                wider = (*forms, _FORMS[form]) if form in _FORMS else forms
                self._fill(paragraph, inner, wider, language, into)


_FORMS = {
    "em": "italic",
    "strong": "bold",
    "sub": "subscript",
    "sup": "superscript",
    "s": "strike",
}


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = _element("w:fldSimple", instr=name)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _make_box(name: str, number: int) -> Any:
    """A box that Word ticks at a click or at the space bar ([MS-DOCX] 2.6.1.7, checkbox)."""
    box = parse_xml(
        f'<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:w14="{_W14}"><w:sdtPr><w:alias/><w:id w:val="{number}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" '
        'w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    )
    box.find(f".//{qn('w:alias')}").set(qn("w:val"), name)
    return box


def _settle(written: bytes) -> bytes:
    """The same document without the time of its making: every file as of 1980."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as before,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in sorted(before.namelist(), key=lambda name: (name[0] != "[", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            after.writestr(info, before.read(name))
    return settled.getvalue()
