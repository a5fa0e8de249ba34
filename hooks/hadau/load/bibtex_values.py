"""Values of BibTeX fields: words in braces or quotes, numbers, and names of a `@string`.

A value is words, numbers and names joined by `#` ("BibTeXing", section 2,
https://ctan.org/pkg/bibtex). Like bibtexparser, and unlike BibTeX, a brace or quote after a
backslash does not count.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from ..model.places import Places
from ..problems import Problem, nearest
from .bibtex_blocks import Block, quote, report
from .characters import INVISIBLE, how_to_delete, name_character

LONGEST_VALUE = 100_000
"""How many characters one value may have. A few lines of `@string` can double without end."""

MONTHS = MappingProxyType(
    {
        name: str(number)
        for number, name in enumerate(
            "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
        )
    }
)
"""What BibTeX's names of months stand for: the number, which both languages can spell out."""

FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_:.+/-]*")
"""What the name of a field, or of a `@string`, looks like."""

SWALLOWED_FIELD = re.compile(r'[\n,][ \t]*[A-Za-z]+[ \t]*=[ \t]*(?:[{"]|\Z)')
"""What looks like the next field inside a value that was not closed."""

_SPACE = re.compile(r"\s*")
_UP_TO_MARK = {"}": re.compile(r'[^,={}"]*'), ")": re.compile(r'[^,={}")]*')}
_FIELD_START = re.compile(r"[A-Za-z][A-Za-z0-9_:.+/-]*\s*=")
_WORD = re.compile(r"[0-9]+|[A-Za-z][\w:.+-]*")
_BRACES = re.compile(r"(?<!\\)[{}]")
_BRACES_AND_QUOTE = re.compile(r'(?<!\\)[{}"]')
_ESCAPED = re.compile(r'\\[{}"]')
_STOPS = re.compile(r'(?<!\\)[{}",)]')
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd"
    + "".join(INVISIBLE)
    + "]"
)


class Unclosed(Exception):
    """A value or an entry runs to the end of its block. The problem is already reported."""


class ValueReader:
    """Reads values out of one block after another, and remembers each `@string`."""

    def __init__(self, places: Places, blocks: list[Block]) -> None:
        self._places = places
        self._text = places.text
        self._strings = dict(MONTHS)
        self._defined_at = {
            self._text[block.inside : block.end].partition("=")[0].strip().lower(): block.start
            for block in reversed(blocks)
            if block.kind == "string"
        }
        self._end = 0
        self._close = "}"
        self.problems: list[Problem] = []
        """What is wrong with the blocks that were read so far."""

    def read_string(self, block: Block) -> None:
        """Remember what a `@string` stands for."""
        name_start = self._skip_space(self._enter(block))
        name, mark_at = self._take_up_to_mark(name_start)
        if self._char(mark_at) != "=" or not FIELD_NAME.fullmatch(name):
            self._report(
                name_start,
                'this "@string" has no name and "="',
                'a line such as @string{rs = "Regional Studies"}',
                'write the name, "=" and the words in quotes',
            )
            return
        try:
            value, after = self._read_value(name, mark_at + 1)
        except Unclosed:
            return
        if self._char(self._skip_space(after)) != self._close:
            self._report(
                after,
                f'more follows the words of {quote(name)} in "@string"',
                'one name and its words in each "@string"',
                f'close it here with "{self._close}"',
            )
        known = name.lower()
        if known in self._strings and known not in MONTHS:
            first = self._places.position(self._defined_at[known]).line
            self._report(
                name_start,
                f'the "@string" {quote(name)} is defined twice',
                'a name of its own for every "@string"',
                f"delete one of the two, or rename it; the first is on line {first}",
                "duplicate-key",
            )
        else:
            self._strings[known] = value

    def _enter(self, block: Block) -> int:
        self._end = block.end
        self._close = block.close
        self._find_unreadable(block)
        return block.inside

    def _find_unreadable(self, block: Block) -> None:
        line = 0
        for found in _UNREADABLE.finditer(self._text, block.start, block.end):
            position = self._places.position(found.start())
            if found.group() in INVISIBLE:
                self._report_invisible(found.start())
                continue
            if position.line == line:
                continue
            line = position.line
            self._report(
                found.start(),
                f"the character U+{ord(found.group()):04X} cannot be shown",
                "letters, digits, marks and spaces",
                "delete it, or type the letter that was meant, and save the file as UTF-8",
                "bad-character",
            )

    def _report_invisible(self, offset: int) -> None:
        self._report(
            offset,
            f"character {name_character(self._text[offset])} has no place in a text",
            "letters, digits, marks and spaces",
            how_to_delete(self._text, offset),
            "bad-character",
        )

    def _read_value(self, name: str, at: int) -> tuple[str, int]:
        """The value after an equals sign, its parts joined, and the offset past it."""
        parts: list[str] = []
        value_start = self._skip_space(at)
        while True:
            at = self._skip_space(at)
            char = self._char(at)
            word = _WORD.match(self._text, at, self._end)
            if char in ("{", '"'):
                past = self._find_close(name, at)
                part = self._text[at + 1 : past - 1]
            elif word:
                past, part = word.end(), word.group()
            else:
                return self._give_up_value(name, value_start, at)
            following = self._skip_space(past)
            mark = self._char(following)
            next_field = mark not in ("", "#", ",", self._close)
            if next_field and not _FIELD_START.match(self._text, following, self._end):
                if SWALLOWED_FIELD.search(part):
                    self._report_unclosed_value(name, at)
                    raise Unclosed
                return self._give_up_value(name, value_start, following, enclosed=not word)
            if word and not part.isdecimal():
                part = self._look_up(part, at, name)
            parts.append(part)
            if mark != "#":
                break
            at = following + 1
        if next_field:
            self._report_no_comma(past, f"the field {quote(name)}")
        value = _UNREADABLE.sub("", "".join(parts))
        if len(value) > LONGEST_VALUE:
            self._report(
                value_start,
                f"the field {quote(name)} has {len(value):,} characters",
                f"at most {LONGEST_VALUE:,} characters",
                "shorten it",
                "too-long",
            )
        return value[:LONGEST_VALUE], past

    def _look_up(self, name: str, at: int, field_name: str) -> str:
        known = name.lower()
        if known in self._strings:
            return self._strings[known]
        if known in self._defined_at:
            line = self._places.position(self._defined_at[known]).line
            mend = f'move the "@string" from line {line} to a line above this one'
        elif likely := nearest(known, self._strings.keys() - MONTHS.keys()):
            mend = f'write "{likely}", or braces around words: {field_name} = {{{name}}}'
        else:
            mend = f"put braces around words: {field_name} = {{{name}}}"
        self._report(
            at,
            f'no "@string" above defines {quote(name)}',
            'words in braces, a number, or a name that a "@string" further up defines',
            mend,
            "undefined-string",
        )
        return name

    def _find_close(self, name: str, at: int) -> int:
        """The offset past the brace or quote that closes the one here."""
        quoted = self._text[at] == '"'
        depth = 0 if quoted else 1
        for mark in _BRACES_AND_QUOTE.finditer(self._text, at + 1, self._end):
            if mark.group() == "{":
                depth += 1
            elif mark.group() == "}":
                depth -= 1
            if depth < 0:
                break
            if depth == 0 and mark.group() == self._text[at].replace("{", "}"):
                return mark.end()
        self._report_unclosed_value(name, at)
        raise Unclosed

    def _give_up_value(
        self, name: str, start: int, at: int, *, enclosed: bool = False
    ) -> tuple[str, int]:
        """Report a value that is not one, and step over it."""
        past = self._skip_to_stop(max(at, start))
        words = " ".join(self._text[start:past].split())
        if enclosed:
            self._report(
                at,
                f"words follow the end of the field {quote(name)}",
                'a comma after the "}" or quote that ends a field',
                "move the words inside the braces or quotes, or delete them",
            )
        elif words:
            self._report(
                start,
                f"the words of the field {quote(name)} stand without braces",
                "words in braces",
                f"write {name} = {{{_BRACES.sub('', words)}}}",
            )
        else:
            self._report(
                start,
                f"nothing stands after {quote(name + ' =')}",
                "words in braces",
                f"write {name} = {{...}} with the words in it, or delete the field",
            )
        return _UNREADABLE.sub("", _BRACES_AND_QUOTE.sub("", words)), past

    def _report_unclosed_value(self, name: str, at: int) -> None:
        mark, close = ('"{"', '"}"') if self._text[at] == "{" else ("quote mark", "a quote mark")
        escaped = _ESCAPED.search(self._text, at, self._end)
        if escaped:
            line = self._places.position(escaped.start()).line
            also = f"; on line {line} a backslash keeps the mark after it from counting"
        else:
            also = ""
        self._report(
            at,
            f"the {mark} that opens the field {quote(name)} is not closed",
            'words in braces or quotes, with as many "{" as "}" among them',
            f"write {close} where the words of {quote(name)} end{also}",
        )

    def _report_no_comma(self, at: int, what: str) -> None:
        self._report(
            at,
            f"there is no comma after {what}",
            "a comma after the citation key and after every field",
            "write a comma here",
        )

    def _report(self, offset: int, message: str, expected: str, mend: str, code: str = "") -> None:
        self.problems.append(
            report(self._places, offset, code or "bad-bibtex", message, expected, mend)
        )

    def _char(self, at: int) -> str:
        return self._text[at] if at < self._end else ""

    def _skip_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at, self._end)
        return found.end() if found else at

    def _take_up_to_mark(self, at: int) -> tuple[str, int]:
        """What stands before the next comma, equals sign, brace or quote, and where that is."""
        found = _UP_TO_MARK[self._close].match(self._text, at, self._end)
        return (found.group().rstrip(), found.end()) if found else ("", at)

    def _skip_to_stop(self, at: int) -> int:
        """The offset of the next comma or end of the entry that no braces or quotes enclose."""
        depth, quoted = 0, False
        for stop in _STOPS.finditer(self._text, at, self._end):
            mark = stop.group()
            if mark == '"' and not depth:
                quoted = not quoted
            elif quoted:
                continue
            elif mark == "{":
                depth += 1
            elif not depth and mark in (",", self._close):
                return stop.start()
            elif mark == "}":
                depth = max(0, depth - 1)
        return self._end
