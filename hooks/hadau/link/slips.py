"""What an editor meant as markup, and a page would show as it was typed.

Markdown has no mistakes: what it does not understand stays as it is written, star and bracket and
all. These rules tell an editor what readers would tell them.

Source: https://spec.commonmark.org/0.31.2/, and what Word, wikis and other kinds of Markdown use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.entities import name2codepoint

from markdown_it.token import Token

from .faults import Fault

_SHOWN = 40
"""How many characters of a slip a message shows."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A slip that is known by the characters that stand there."""

    pattern: re.Pattern[str]
    """What is shown as it is typed."""
    code: str
    """The code of the problem."""
    message: str
    """What is wrong; `{}` is what was typed."""
    expected: str
    """What would have been right."""
    mend: str
    """What to type."""
    in_links: bool = True
    """Whether it is a slip in the words of a link too."""
    is_warning: bool = False
    """Whether it does no harm to readers."""


def _with_context(pattern: str) -> re.Pattern[str]:
    """A sign with what stands about it, for people to find it by."""
    return re.compile(rf"\S{{0,12}}(?:{pattern})\S{{0,12}}")


_NOT_AS_TYPED = "would stand on the page as it is typed"
_IN_TEXTS = (
    _Rule(
        re.compile(r"\[\^[^\]\s]{1,20}\]"),
        "footnote",
        '"{}" is no footnote: texts have none',
        "a citation, or words in the text itself",
        "write [@key] where a work says it, or put the words of the note in the text",
    ),
    _Rule(
        re.compile(
            r"\[[^\[\]\n]{1,60}\](?:\[[^\[\]\n]{0,60}\]|\s+\((?:https?:|mailto:|www\.)[^\s)]{0,60}\)?)"
            r"|\([^()\n]{1,60}\)\[(?:https?:|mailto:|www\.)[^\s\]]{0,60}\]?"
        ),
        "unclear-link",
        '"{}" is no link',
        "[words](https://example.org/), with no space between the brackets",
        r"write [words](https://example.org/), or \[ for a mere bracket",
    ),
    _Rule(
        re.compile(r"\*\*(?:[^*\n]{0,30}\*\*)?"),
        "unclear-emphasis",
        'the stars of "{}" make nothing strong',
        "**words** with no space inside the stars",
        r"write **words**, or \*\* for stars to be seen",
    ),
    # A star after or before a number multiplies, or leads to a note: £5*.
    _Rule(
        _with_context(r"(?<![*\d])(?<!\d )\*(?![*\d]| \d)"),
        "unclear-emphasis",
        'the star of "{}" makes nothing stand out',
        "*words* with no space inside the stars",
        r"write *words*, or \* for a star to be seen",
    ),
    # Some underscores are a blank to fill in.
    _Rule(
        _with_context(r"(?<![\w/])_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?!\w)"),
        "unclear-emphasis",
        'the underscore of "{}" makes nothing stand out',
        "*words* with no space inside the stars",
        r"write *words*, or \_ for an underscore to be seen",
    ),
    _Rule(
        _with_context("(?<=[^\\W\\d_])[`´‘](?=[^\\W\\d_])"),
        "wrong-apostrophe",
        '"{}" has a sign that is no apostrophe',
        "the apostrophe ’",
        "write ’",
    ),
    _Rule(
        _with_context("`"),
        "unclear-emphasis",
        'the ` of "{}" is left open',
        "`code` between two of them, or the apostrophe ’",
        r"write `code`, or ’ for an apostrophe, or \` for the sign itself",
    ),
    _Rule(
        re.compile(r"(~~|==)[^~=\n]{1,60}\1"),
        "unknown-markup",
        '"{}" ' + _NOT_AS_TYPED,
        "*words* to stress, **words** for what matters most",
        "write *words*, or delete what no longer holds",
    ),
    _Rule(
        re.compile(rf"&(?:#\w{{1,7}}|(?:{'|'.join(sorted(name2codepoint))})(?![\w=]));?"),
        "unclear-character",
        '"{}" ' + _NOT_AS_TYPED,
        "the character itself, such as é or –",
        "write the character itself",
    ),
    _Rule(
        re.compile(r"(?:^|(?<=\s))[•▪◦‣∙➢](?=\s).{0,20}"),
        "typed-list",
        '"{}" begins no list',
        "lines that begin with `- `, in a text that begins with `|-`",
        "write `- ` at the beginning of each line",
    ),
    _Rule(
        re.compile(r"\S{0,12}\t\S{0,12}"),
        "bad-character",
        'a tab stands in "{}"',
        "a space, or a table with | between its cells",
        "write a space, or | a | b | on each line of a table, with |---|---| below its headings",
    ),
    _Rule(
        re.compile(r"(?<!\]\()(?<!\)\[)(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?’”'\"]"),
        "bare-address",
        '"{}" is an address that no reader can follow',
        "a link",
        "write [words](https://example.org/), or <https://example.org/>",
        in_links=False,
        is_warning=True,
    ),
)
_TYPED_MARK = re.compile(
    r"[–—·](?=[\s\w])|[-*+]\u00a0|[-+](?=[^\W\d_])|o\t|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)[ \t\u00a0]"
    r"|(?:[a-z]|[ivx]{1,4})\.[ \t\u00a0]|\d{1,2}\.(?=[^\W\d]|\u00a0)"
)
"""What begins the line of a list in Word or by hand, and none in Markdown."""
_TASK = re.compile(r"\[[ xX]?\] ")
_MARKER = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_ADDRESS_BESIDE = re.compile(r"\]?\((?:https?:|www\.)\S*|\]\(")
_PAGE = re.compile(r"\s?[,(\[]?\s?\(?(?:pp?|tt?)\.\s?\d[\d–-]*")


def find_slips(tokens: Sequence[Token], markdown: str) -> Iterator[Fault]:
    """What a text would show as it is typed, in the order of its blocks.

    `tokens` are those of Markdown before escaped signs become text, so that they are no slips.
    """
    lines = markdown.split("\n")
    items: list[Token] = []
    for place, token in enumerate(tokens):
        if token.type == "list_item_open":
            items.append(token)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "code_block":
            yield _indented_code(token)
        elif token.type == "table_open":
            yield from _find_lost_cells(tokens[place:], lines)
        elif token.type == "inline":
            if items and token.map:
                yield from _find_swallowed_lines(items[-1], token, lines)
            if tokens[place - 1].type == "paragraph_open":
                yield from _find_in_lines(token.content, in_item=bool(items))
            yield from _find_in_words(token.children or [])


def _indented_code(token: Token) -> Fault:
    first = token.content.strip().split("\n")[0][:_SHOWN]
    return Fault(
        "indented-code",
        f'"{first}" stands so far in that it is code',
        "words that stand as far in as the lines above",
        "delete the spaces before it, or write ``` above and below code",
        first,
    )


def _find_lost_cells(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fault]:
    """Rows of a table with more cells than headings, which are lost, or with no stroke at all."""
    start, end = tokens[0].map or (0, 0)
    if tokens[0].level:
        return
    head = next(place for place, token in enumerate(tokens) if token.type == "thead_close")
    headings = sum(token.type == "th_open" for token in tokens[:head])
    for line in lines[start + 2 : end]:
        row = line.strip()
        cells = len(re.findall(r"(?<!\\)\|", row.strip("|"))) + 1
        if "|" not in row:
            yield _missing_line(row, "the table")
        elif cells > headings:
            yield Fault(
                "lost-cells",
                f"this row has {cells} cells and the table {headings}: the last are lost",
                "as many cells as headings",
                r"write \| for | in the words of a cell, or give the table another heading",
                row[:_SHOWN],
            )
    if end == start + 2:
        yield _no_table(lines[start].strip())


def _find_swallowed_lines(item: Token, token: Token, lines: Sequence[str]) -> Iterator[Fault]:
    """Lines after an item of a list that stand no further in, and become part of it."""
    marker = _MARKER.match(lines[item.map[0]]) if item.map else None
    first, end = token.map or (0, 0)
    for line in lines[first + 1 : end] if marker else ():
        if marker and len(line) - len(line.lstrip()) <= len(marker[1]):
            yield _missing_line(line.strip(), "the list")
            return


def _missing_line(line: str, above: str) -> Fault:
    shown = line[:_SHOWN]
    return Fault(
        "missing-line",
        f'"{shown}" becomes part of {above} above it',
        "an empty line below a list or a table, and two spaces before a line that goes on",
        "put an empty line above it, or two spaces before it",
        shown,
    )


def _no_table(line: str) -> Fault:
    return Fault(
        "no-table",
        f'"{line[:_SHOWN]}" is no row of a table',
        "headings, below them |---|---| with a part for each, then rows, and no empty line between",
        "write the table so",
        line[:_SHOWN],
    )


def _find_in_lines(content: str, *, in_item: bool) -> Iterator[Fault]:
    lines = content.split("\n")
    typed = [line for line in lines if _TYPED_MARK.match(line)]
    if len(typed) > 1:
        yield Fault(
            "typed-list",
            f'"{typed[0][:_SHOWN]}" begins no list',
            "lines that begin with `- ` or `1. `, in a text that begins with `|-`",
            "write `- ` or `1. ` at the beginning of each line",
            typed[0][:_SHOWN],
        )
    row = next((line for line in lines if len(line) > 1 and line[0] == line[-1] == "|"), None)
    if row:
        yield _no_table(row)
    if in_item and _TASK.match(content):
        yield Fault(
            "unknown-markup",
            f'"{content[:_SHOWN]}" has a box that nobody can tick',
            "words alone; a checklist has prompts with `answer: {kind: tick}`",
            "delete the box",
            content[:3],
        )


def _find_in_words(tokens: Sequence[Token]) -> Iterator[Fault]:
    links = 0
    for place, token in enumerate(tokens):
        if token.type == "link_open":
            links += 1
            if tokens[place + 1].type == "link_close":
                yield Fault(
                    "unclear-link",
                    "a link has no words",
                    "words that say where it leads",
                    "write [words](https://example.org/)",
                    f"[]({token.attrs.get('href', '')}",
                )
        elif token.type == "link_close":
            links -= 1
        elif token.type == "reference":
            before = tokens[place - 1] if place else None
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            yield from _find_about(token.content, _words(before), _words(after))
        elif token.type == "text":
            # An address beside a link to an entry is told with it.
            told = (
                _ADDRESS_BESIDE.match(token.content)
                if place and _is_link(tokens[place - 1])
                else None
            )
            text = token.content[told.end() :] if told else token.content
            yield from _find_by_rules(text, in_link=links > 0)


def _is_link(token: Token) -> bool:
    return token.type == "reference" and token.content.startswith("[[")


def _words(token: Token | None) -> str:
    return token.content if token and token.type == "text" else ""


def _find_by_rules(text: str, *, in_link: bool) -> Iterator[Fault]:
    told = bytearray(len(text))
    for rule in _IN_TEXTS:
        if in_link and not rule.in_links:
            continue
        for found in rule.pattern.finditer(text):
            # What one rule tells is not told by another.
            start, end = found.span()
            if any(told[start:end]):
                continue
            told[start:end] = b"\1" * (end - start)
            words = found.group().strip()
            yield Fault(
                rule.code,
                rule.message.format(" ".join(words.split())[:_SHOWN]),
                rule.expected,
                rule.mend,
                words[:_SHOWN],
                "warning" if rule.is_warning else "error",
            )


def _find_about(written: str, before: str, after: str) -> Iterator[Fault]:
    """What stands before and after a link or citation, and was to be part of it."""
    if written.startswith("[["):
        if _ADDRESS_BESIDE.match(after) or re.search(r"(?:^|\s)!$", before):
            yield Fault(
                "unclear-link",
                f'"{written}" has an address or a sign beside it that would stand on the page',
                "[[shared-goals|words]] for an entry, [words](https://example.org/) for an address",
                "delete one of the two",
                written,
            )
    elif written.startswith("@") and (page := _PAGE.match(after)):
        yield Fault(
            "unclear-pages",
            f'"{(written + page.group())[:_SHOWN]}" keeps its page apart from the citation',
            "@key [p. 4] with a space between, or [@key, p. 4]",
            f"write {written} [{re.sub(r'^[^pt]+', '', page.group())}]",
            written + page.group(),
        )
    elif written.startswith("@") and before.endswith("(") and after.startswith(")"):
        yield Fault(
            "unclear-citation",
            f'"({written})" gives brackets inside brackets',
            "[@key] for a citation in brackets",
            f"write [{written}]",
            f"({written})",
        )
    elif written.startswith("[") and re.search(r"[\w.,;:!?)\]]$", before):
        yield Fault(
            "missing-space",
            f'"{before[-1]}{written}"'[:_SHOWN] + " has no space before the citation",
            "a space before a citation, and one pair of brackets with ; for several works",
            f"write {written[:_SHOWN]} after a space, or [@one; @other]",
            written,
        )


_PAGES_ALONE = re.compile(r"[:,]?\s*(?:p?p\.?|t?t\.?)?\s*\d+(?:\s*[-–—]\s*\d+)?\.?")
_PAGES_IN_WORDS = re.compile(r"(?i)[:,]?\s*(?:pages?|pg|tud(?:alen(?:nau)?)?)\b\.?\s*\d")
_PAGES_ON = re.compile(r"(?:to|i|hyd|a|ac|and|&|[—−–-])\s*\d|\.$")


def find_unclear_pages(written: str, rest: str, pages: str | None, after: str) -> Fault | None:
    """What follows a key and was to be pages: "4", "page 4", "p. 4 to 6", "pp. 9-4"."""
    first, _, last = (pages or "").partition("–")
    backwards = first.isdecimal() and last.isdecimal() and len(first) == len(last) and first > last
    alone = pages is None and (_PAGES_ALONE.fullmatch(rest) or _PAGES_IN_WORDS.match(rest))
    if not (backwards or alone or (pages and _PAGES_ON.match(after))):
        return None
    return Fault(
        "unclear-pages",
        f'"{rest[:_SHOWN]}" is no page that can be cited',
        "p. 4, or pp. 4-6, or pp. 4-6, 9",
        "write p. before one page and pp. before several, the smaller number first",
        written,
    )
