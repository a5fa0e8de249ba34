"""Texts read as markup: Markdown, `[[entry]]` links and `[@key]` citations.

Markdown is CommonMark with tables. Links between entries follow the double brackets of wikis;
citations follow Pandoc (https://pandoc.org/MANUAL.html#citation-syntax).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ..model.linked import CitationGroup, CitedSource, EntryLink, Parsed, Piece
from .author_html import escape_attributes, find_strange_values, find_unclean
from .faults import Fault
from .slips import find_slips, find_unclear_pages

_WEB = frozenset({"http", "https"})
SCHEMES = _WEB | {"mailto", "tel"}
"""What an address in a text may begin with."""

_HOST = re.compile(r"[^\s,]+\.[^\s,.]+|\S*:\S*")
"""A host that is reached from anywhere: a name with a dot in it, or a number."""
_LINK = re.compile(r"\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\|([^\[\]]*))?\]\]")
_BROKEN_LINK = re.compile(
    r"\[{2,}(?![^\[\]]*\]\()[^\]\n]{0,40}\]?"
    r"|\[(?:[^\[\]]|\[[^\[\]]*\])*+\]\([^\s)]{0,60}\)?"
)
_KEY = r"[A-Za-z0-9_](?:[\w:.+/-]*\w)?"
_GROUP = re.compile(r"\[([^\[\]@]*+@[^\[\]]*+)\](?![(\[])")
_IN_GROUP = re.compile(rf"(?P<before>[^@]*)@(?P<key>{_KEY})(?P<rest>.*)", re.DOTALL)
_NARRATIVE = re.compile(rf"@(?P<key>{_KEY})(?:[ \n]\[(?P<rest>[^\[\]@]*)\](?!\())?")
_PAGES = re.compile(
    r"^(?:pp?|tt?)\.?\s*([0-9ivxlc]+(?:\s*[-–]\s*[0-9ivxlc]+)?"
    r"(?:,\s*[0-9]+(?:\s*[-–]\s*[0-9]+)?)*)\s*,?\s*(.*)$"
)
_VALUES = {
    "lang": 'the tag of a language, such as "fr-CA" or "cy"',
    "dir": 'a direction: "rtl", "auto" or "ltr"',
    "start": 'a number of at most nine digits, such as "4"',
}
_HOLDER_MARK = re.compile("[\ue000\ue001]")
_HOLDER = re.compile("\ue000(\\d+)\ue001")


_HOLDER_FAULT = Fault(
    "bad-character",
    "character U+E000 has no place in a text",
    "letters, digits and marks that can be printed",
    "delete the character",
    "",
)


def _unclear_link(words: str) -> Fault:
    return Fault(
        "unclear-link",
        f'"{_in_line(words)}" is no whole link',
        "[[shared-goals]], [[shared-goals|words]] or [words](https://example.org/)",
        r"close its brackets, write %20 for a space in an address, \| for | in a table, or \[ for a"
        " mere bracket",
        words,
    )


def _unclear_citation(words: str) -> Fault:
    return Fault(
        "unclear-citation",
        f'"{_in_line(words)}" is no citation',
        "an @ with its key between semicolons, such as [see @rees2019, p. 37; @price2021]",
        r"write what follows a key after a comma, or \[ for a mere bracket",
        words,
    )


def parse_text(markdown: str) -> tuple[Parsed, tuple[Fault, ...]]:
    """Read one text in one language. Its HTML is safe when there is no fault."""
    references: list[EntryLink | CitationGroup] = []
    unclear: list[Fault] = []
    tokens = _reader().parse(markdown, {"hadau": references, "unclear": unclear})
    faults = [*_find_faults(tokens), *_find_bare_quotations(tokens), *unclear]
    if any(_HOLDER_MARK.search(token.content) for token in _walk(tokens)):
        return Parsed((), True), (_HOLDER_FAULT,)
    _align_with_classes(tokens)
    html = _reader().renderer.render(tokens, _reader().options, {})
    if any(token.type.startswith("html_") for token in _walk(tokens)):
        faults += [
            Fault(
                "unclean-html",
                f"this HTML is not allowed here, or is not closed: {unclean}",
                "Markdown, or HTML of these kinds only: abbr, bdi, cite, dfn, kbd, q, s, small, "
                "span, sub, sup, time with lang, dir or title",
                "write it in Markdown, or close every element that is opened",
                unclean,
            )
            for unclean in find_unclean(html)
        ]
        faults += [
            Fault(
                "bad-attribute",
                f'{name}="{value}" cannot be used',
                _VALUES[name],
                f"write {name}={_VALUES[name].split()[-1]}",
                name,
            )
            for name, value in find_strange_values(html)
        ]
        html = escape_attributes(html)
    inline = len(tokens) == 3 and tokens[0].type == "paragraph_open"
    if inline:
        html = html.strip().removeprefix("<p>").removesuffix("</p>")
    return Parsed(tuple(_pieces(html, references)), inline), tuple(faults)


def _pieces(html: str, references: Sequence[EntryLink | CitationGroup]) -> Iterator[Piece]:
    for index, run in enumerate(_HOLDER.split(html)):
        if index % 2:
            yield references[int(run)]
        elif run:
            yield run


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    reader.inline.ruler.before("link", "entry_link", _read_entry_link)
    reader.inline.ruler.before("link", "citation", _read_citation)
    reader.inline.ruler.before("link", "narrative", _read_narrative)
    reader.inline.ruler.after("link", "broken_link", _find_broken_link)
    # Afterwards nothing tells signs that were meant to be seen from those that were not.
    reader.core.ruler.before("text_join", "slips", _tell_slips)
    # Addresses are judged with the words around them, where a problem can be reported.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.add_render_rule("reference", _render_reference)
    return reader


def _render_reference(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    return f"\ue000{tokens[index].meta['number']}\ue001"


def _add(state: StateInline, silent: bool, reference: EntryLink | CitationGroup) -> None:
    if not silent:
        references = state.env["hadau"]
        token = state.push("reference", "", 0)
        token.meta = {"number": len(references)}
        token.content = reference.written
        references.append(reference)


def _read_entry_link(state: StateInline, silent: bool) -> bool:
    found = _LINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    target, anchor, words = found.groups()
    link = EntryLink(target.strip(), _in_line(anchor), _in_line(words), found.group())
    _add(state, silent, link)
    state.pos = found.end()
    return True


def _find_broken_link(state: StateInline, silent: bool) -> bool:
    """What would stand on the page as it is written, brackets and all."""
    found = _BROKEN_LINK.match(state.src, state.pos, state.posMax)
    if found and not silent and state.src[state.pos - 1 : state.pos] != "[":
        state.env["unclear"].append(_unclear_link(found.group()))
    return False


def _tell_slips(state: StateCore) -> None:
    state.env["unclear"] += find_slips(state.tokens, state.src)


def _read_citation(state: StateInline, silent: bool) -> bool:
    found = _GROUP.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    parts = [part.strip() for part in found[1].split(";")]
    # One mark in each part, before anything slower looks at it.
    sources = [_IN_GROUP.fullmatch(part) if part.count("@") == 1 else None for part in parts]
    if not all(sources):
        if not silent:
            state.env["unclear"].append(_unclear_citation(found.group()))
        return False
    cited = tuple(
        _cited(
            source["key"],
            "year-only" if source["before"].endswith("-") else "parenthetical",
            source["before"].removesuffix("-"),
            source["rest"],
        )
        for source in sources
        if source
    )
    _add(state, silent, CitationGroup(cited, found.group()))
    for source, each in zip(sources, cited, strict=True):
        _tell_pages(state, silent, found.group(), source["rest"] if source else "", each)
    state.pos = found.end()
    return True


def _read_narrative(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1] if state.pos else " "
    found = _NARRATIVE.match(state.src, state.pos, state.posMax)
    if not found or before.isalnum() or before in "@./_-":
        return False
    cited = _cited(found["key"], "narrative", "", found["rest"] or "")
    _add(state, silent, CitationGroup((cited,), found.group()))
    _tell_pages(state, silent, found.group(), found["rest"] or "", cited)
    state.pos = found.end()
    return True


def _tell_pages(
    state: StateInline, silent: bool, written: str, rest: str, cited: CitedSource
) -> None:
    fault = find_unclear_pages(written, _after_key(rest), cited.pages, cited.after)
    if fault and not silent:
        state.env["unclear"].append(fault)


def _after_key(rest: str) -> str:
    return " ".join(rest.split()).lstrip(",").strip()


def _cited(key: str, form: Any, before: str, rest: str) -> CitedSource:
    rest = _after_key(rest)
    pages = _PAGES.match(rest)
    if pages:
        shown = re.sub(r"\s*[-–]\s*", "–", pages[1])
        return CitedSource(key, form, " ".join(before.split()), shown, pages[2])
    return CitedSource(key, form, " ".join(before.split()), None, rest)


def _in_line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None


def _walk(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or [])


def _align_with_classes(tokens: Sequence[Token]) -> None:
    """Name the alignment of a table's cells by class: pages carry no style of their own."""
    for token in tokens:
        if style := token.attrs.pop("style", None):
            token.attrs["class"] = str(style).replace("text-align:", "align-")


def _find_faults(tokens: Sequence[Token]) -> Iterator[Fault]:
    for token in _walk(tokens):
        if token.type == "heading_open":
            yield Fault(
                "heading-in-text",
                "a text has no headings of its own",
                "paragraphs, lists, tables and quotations",
                "delete the heading, or use the fields of the record that have a `title`",
                token.markup,
            )
        elif token.type == "image":
            yield Fault(
                "image-in-text",
                "a text has no images of its own",
                "words; pictures are drawn from the parts of a record",
                "delete the image, and say in words what it shows",
                "![",
            )
        elif token.type.startswith("html_") and re.search(r"<a[\s>]", token.content, re.IGNORECASE):
            yield Fault(
                "unclean-html",
                "a link is written in HTML",
                "a link in Markdown, or in double brackets to an entry",
                "write [words](https://example.org/) or [[id|words]]",
                "<a",
            )
        elif token.type == "link_open":
            yield from check_address(str(token.attrs.get("href", "")))


def _find_bare_quotations(tokens: Sequence[Token]) -> Iterator[Fault]:
    """Quotations in `>` with no citation inside."""
    cited: list[bool] = []
    for token in _walk(tokens):
        if token.type == "blockquote_open":
            cited.append(False)
        elif token.type == "reference" and not token.content.startswith("[["):
            cited = [True] * len(cited)
        elif token.type == "blockquote_close" and not cited.pop():
            yield Fault(
                "quotation-without-source",
                "a quotation does not say whose words it quotes",
                "a citation at its end, such as [@rees2019, p. 37]",
                "cite the source inside the quotation, or write it without `>`",
                ">",
            )


def check_address(address: str) -> Iterator[Fault]:
    """Whether readers may be sent to an address that an editor wrote."""
    try:
        parts = urlsplit(address)
        scheme, host, _ = parts.scheme, parts.hostname, parts.port
    except ValueError:
        scheme, host = "", None
    if scheme in _WEB:
        whole = bool(host and _HOST.fullmatch(host))
    else:
        whole = bool(scheme) and (scheme != "mailto" or "@" in address)
    if whole and scheme in SCHEMES:
        return
    yield Fault(
        "bad-link",
        f'the address "{address}" does not begin with {", ".join(sorted(SCHEMES))}'
        if whole
        else f'"{address}" is not a whole address',
        "an address such as https://example.org/, or a link to an entry such as [[shared-goals]]",
        "write the whole address, or the id of the entry in double brackets",
        address,
    )
