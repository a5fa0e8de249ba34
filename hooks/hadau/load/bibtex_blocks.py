"""Where the blocks of a BibTeX file begin and end, and what is lost between them.

bibtexparser splits the file; it never raises, and after damage it starts afresh at the next `@`
that begins a line. What it takes for a comment between two blocks is looked at once more here,
since an entry whose opening brace is missing ends up there without a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from logging import NullHandler, getLogger
from typing import Literal

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import ImplicitComment, ParsingFailedBlock

from ..model.places import Places
from ..problems import Problem, Severity

# bibtexparser also writes each damaged block to the log, with lines counted from 0; without any
# handler Python would print that on the terminal beside the problems.
getLogger("bibtexparser").addHandler(NullHandler())

_HEADER = re.compile(r"@(\w*)[ \t]*([{(])")
_BLOCK_START_AT_END = re.compile(r"@\w*[ \t]*")
_LOST_BLOCK = re.compile(
    r"^[ \t]*@(?:(?P<type>[^\s{(,@]*)(?P<space>\s*)[{(]"
    r"|(?P<word>\w+)(?:\s+(?P<key>[^\s,{}=]+))?[ \t]*,\s*[A-Za-z]+\s*=)",
    re.MULTILINE,
)
_REFERENCE = re.compile(
    r"^[ \t]*(?P<line>[^\W\d_][^%@={}\n]{0,300}\((?:1[5-9]|20)[0-9]{2}[a-z]?\)[^@={}\n]*)$",
    re.MULTILINE,
)
"""A line that begins with a name, and goes on with a year and more: Jones, A. (2020) A book."""
_PERCENT_LINE = re.compile(r"^[ \t]*%.*$", re.MULTILINE)
_BRACES = re.compile(r"(?<!\\)[{}]")


@dataclass(frozen=True, slots=True)
class Block:
    """An entry or a `@string`."""

    kind: Literal["entry", "string"]
    """Which of the two it is."""
    type: str
    """What follows the `@`, in small letters."""
    start: int
    """The offset of the `@`."""
    inside: int
    """The offset past its opening brace or bracket."""
    end: int
    """The offset past its last character, or of the next block where its end was not found."""
    close: str
    """What closes it: `}` or `)`."""
    whole: bool
    """Whether all that belongs to it stands before its end."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A block, or the text between two blocks."""

    state: Literal["sound", "damaged", "between"]
    start: int
    end: int


def quote(words: str) -> str:
    """Words of the file in quotes, cut short where they are long."""
    line = " ".join(words.split())
    return f'"{line}"' if len(line) <= 60 else f'"{line[:57]}..."'


def report(
    places: Places,
    offset: int,
    code: str,
    message: str,
    expected: str,
    mend: str,
    severity: Severity = "error",
) -> Problem:
    """A problem at an offset of the text, in words that every terminal can show."""
    words = [
        "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in part)
        for part in (message, expected, mend)
    ]
    return Problem(places.position(offset), code, words[0], words[1], words[2], severity)


def find_blocks(places: Places) -> tuple[list[Block], list[Problem]]:
    """Every entry and `@string` in the order of the file, and what is wrong around them.

    A damaged block is given as well, as far as the next one; its inside says what is wrong.
    """
    blocks: list[Block] = []
    problems: list[Problem] = []
    spans = _find_spans(places.text)
    for before, span, after in zip([None, *spans], spans, [*spans[1:], None], strict=False):
        if span.state == "between":
            problems += _find_lost_blocks(places, span)
            problems += _find_loose_references(places, span)
            brace = None if before else _find_unmatched_brace(places.text, span)
            if brace is not None:
                problems.append(_report_stray_brace(places, brace))
            continue
        header = _HEADER.match(places.text, span.start)
        if not header:
            continue
        kind = header.group(1).lower()
        percent = _find_percent(places.text, span.start)
        if kind.startswith(("comment", "preamble")):
            if span.state == "damaged":
                problems.append(_report_unclosed(places, span, kind))
        elif percent is not None:
            problems.append(_report_percent(places, percent))
        else:
            cut = (
                span.state == "sound"
                and (before is None or before.state != "damaged")
                and after is not None
                and after.state == "between"
                and _find_unmatched_brace(places.text, after) is not None
            )
            if cut:
                problems.append(_report_early_end(places, span))
            blocks.append(
                Block(
                    kind="string" if kind.startswith("string") else "entry",
                    type=kind,
                    start=span.start,
                    inside=header.end(),
                    end=span.end,
                    close="}" if header.group(2) == "{" else ")",
                    whole=not cut,
                )
            )
    return blocks, problems


def _find_spans(text: str) -> list[_Span]:
    """The blocks of bibtexparser with the offsets that it does not give, in order."""
    spans: list[_Span] = []
    cursor = 0
    for block in parse_string(text, parse_stack=[]).blocks:
        raw = block.raw or ""
        start = max(cursor, text.find(raw, cursor))
        cursor = start + len(raw)
        if isinstance(block, ImplicitComment):
            spans.append(_Span("between", start, cursor))
        elif type(block) is ParsingFailedBlock:
            # The text of a damaged block may run on over the beginning of the next.
            overlap = raw.rfind("@")
            if overlap > 0 and _BLOCK_START_AT_END.fullmatch(raw, overlap):
                cursor = start + overlap
            spans.append(_Span("damaged", start, cursor))
        else:
            spans.append(_Span("sound", start, cursor))
    following = len(text)
    for i in range(len(spans) - 1, -1, -1):
        if spans[i].state == "damaged":
            spans[i] = _Span("damaged", spans[i].start, following)
        if spans[i].state != "between":
            following = spans[i].start
    return spans


def _find_lost_blocks(places: Places, span: _Span) -> list[Problem]:
    """What was meant as an entry, but has no opening brace where BibTeX looks for it."""
    problems = []
    # A slice, because `^` means the beginning of a line of the file, not of the span.
    between = places.text[span.start : span.end]
    for found in _LOST_BLOCK.finditer(between):
        start = span.start + between.index("@", found.start())
        name = f"@{found['word'] or found['type']}"
        message = f'there is no "{{" after {quote(name)}'
        if found["key"]:
            mend = f'write "{name}{{{found["key"]},"'
        elif found["word"]:
            message = f'there is no "{{" in {quote(name)}'
            mend = 'write "{" between the type of the entry and its key'
        elif re.fullmatch(r"\w*", found["type"]) and "\n" in found["space"]:
            message = f'the "{{" of {quote(name)} stands on another line'
            mend = f'write "{name}{{"'
        else:
            message = f"{quote(name)} does not begin an entry"
            mend = 'write "@misc{", or the type that fits'
        problems.append(
            report(
                places,
                start,
                "bad-bibtex",
                message,
                'an entry that begins with "@", its type in letters and "{" on one line',
                mend,
            )
        )
    return problems


def _find_loose_references(places: Places, span: _Span) -> list[Problem]:
    """Lines between two entries that were meant to be read: BibTeX takes them for comments."""
    return [
        report(
            places,
            found.start("line"),
            "bad-bibtex",
            f"this line belongs to no entry, and is not read: {quote(found['line'])}",
            'works as entries, which begin with "@"; a "%" before a line that is a comment',
            'write an entry such as @book{jones2020, ...}, or "%" before the line',
            "warning",
        )
        for found in _REFERENCE.finditer(places.text, span.start, span.end)
        if "," in found["line"].partition("(")[0]
    ]


def _find_unmatched_brace(text: str, span: _Span) -> int | None:
    """The first brace that closes nothing, unless a lost block may have opened it."""
    between = _PERCENT_LINE.sub(lambda line: " " * len(line.group()), text[span.start : span.end])
    lost = _LOST_BLOCK.search(between)
    depth = 0
    for brace in _BRACES.finditer(between, 0, lost.start() if lost else len(between)):
        depth += 1 if brace.group() == "{" else -1
        if depth < 0:
            return span.start + brace.start()
    return None


def _find_percent(text: str, start: int) -> int | None:
    """The percent sign that begins the line before an entry, which BibTeX does not mind."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    indent = len(before) - len(before.lstrip())
    return line_start + indent if before[indent:].startswith("%") else None


def _report_percent(places: Places, offset: int) -> Problem:
    return report(
        places,
        offset,
        "bad-bibtex",
        'a "%" does not take an entry out of a BibTeX file',
        "an entry that is used, or none",
        'delete the "%", or the whole entry',
    )


def _report_unclosed(places: Places, span: _Span, kind: str) -> Problem:
    if span.end < len(places.text):
        message = f'an entry begins inside this "@{kind}", and is read all the same'
        mend = f'write "}}" where the "@{kind}" ends, or take the entry out of it'
    else:
        message = f'this "@{kind}" is not closed'
        mend = 'write "}" where it ends'
    return report(
        places,
        span.start,
        "bad-bibtex",
        message,
        f'as many "{{" as "}}" in "@{kind}", and no line that begins with "@"',
        mend,
    )


def _report_early_end(places: Places, span: _Span) -> Problem:
    return report(
        places,
        span.end - 1,
        "bad-bibtex",
        "the entry ends here, but more of it follows",
        'as many "{" as "}" in every field',
        'delete the "}" that is too many, here or in the lines above',
    )


def _report_stray_brace(places: Places, offset: int) -> Problem:
    return report(
        places,
        offset,
        "bad-bibtex",
        'this "}" closes nothing',
        'as many "{" as "}"',
        "delete it",
    )
