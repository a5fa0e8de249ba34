"""Entries of a BibTeX file as they were written, each field with its place.

bibtexparser finds where a block begins and ends. Its inside is read here, because bibtexparser
gives no columns, loses count of lines after a backslash at the end of one, takes
`{A} year = {2000}` for one value, keeps a comment line as part of the name of a field, and says
nothing of a `@string` that nobody defined (bibtexparser 2.1.0).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.places import Places
from ..problems import Problem
from .bibtex_blocks import Block, find_blocks, quote
from .bibtex_values import FIELD_NAME, SWALLOWED_FIELD, Unclosed, ValueReader
from .characters import without_invisible


@dataclass(frozen=True, slots=True)
class WrittenField:
    """A field of an entry."""

    name: str
    """Its name in small letters."""
    value: str
    """Its value with every `@string` put in, LaTeX not decoded."""
    start: int
    """The offset of its name in the file."""
    value_start: int
    """The offset of its value."""
    end: int
    """The offset past its value."""


@dataclass(slots=True)
class WrittenEntry:
    """An entry with all its fields, those that are given twice too."""

    type: str
    """What follows the `@`, in small letters."""
    key: str
    """The citation key, which may be empty."""
    start: int
    """The offset of the `@`."""
    key_start: int
    """The offset of the key."""
    fields: list[WrittenField] = field(default_factory=list)
    """In the order of the file."""
    raw: str = ""
    """The entry as it stands in the file."""
    whole: bool = True
    """Whether nothing of it was lost."""


def read_entries(places: Places) -> tuple[list[WrittenEntry], list[Problem]]:
    """Every entry that can be read, in the order of the file, and what is wrong with the rest.

    `places` holds the text. A `@string` is known from where it stands onward, as in BibTeX.
    """
    blocks, problems = find_blocks(places)
    reader = _EntryReader(places, blocks)
    entries: list[WrittenEntry] = []
    for block in blocks:
        if block.kind == "string":
            reader.read_string(block)
        elif entry := reader.read_entry(block):
            entries.append(entry)
    return entries, problems + reader.problems


class _EntryReader(ValueReader):
    def read_entry(self, block: Block) -> WrittenEntry | None:
        """An entry with those of its fields that can be read, if it has a key and an end."""
        at = self._enter(block)
        key_start = self._skip_space(at)
        key, mark_at = self._take_up_to_mark(key_start)
        words = key.split()
        if self._char(mark_at) == "=" and len(words) > 1:
            key = words[0]
            mark_at = key_start + len(key)
            self._report_no_comma(mark_at, f"the citation key {quote(key)}")
        elif self._char(mark_at) == "=":
            self._report(
                key_start,
                "this entry has no citation key",
                "a key and a comma before the first field",
                f'write "@{block.type}{{", a key of your own and a comma',
            )
            return None
        elif self._char(mark_at) == ",":
            mark_at += 1
        elif self._char(mark_at) != self._close:
            self._report_no_comma(key_start + len(key), f"the citation key {quote(key)}")
            return None
        key = without_invisible(key)
        entry = WrittenEntry(block.type, key, block.start, key_start, whole=block.whole)
        try:
            end = self._read_fields(entry, mark_at)
        except Unclosed:
            return None
        entry.raw = self._text[block.start : end]
        return entry

    def _read_fields(self, entry: WrittenEntry, at: int) -> int:
        """Fill the entry with its fields; give the offset past its end."""
        while self._char(at := self._skip_space(at)) != self._close:
            name, mark_at = self._take_up_to_mark(at)
            if mark_at >= self._end:
                self._report_unclosed_entry(entry)
                raise Unclosed
            if self._char(mark_at) != "=":
                entry.whole = entry.whole and not name and self._char(mark_at) == ","
                self._report_no_equals(name, at)
                at = self._skip_past_comma(at)
                continue
            start = at
            if not FIELD_NAME.fullmatch(name):
                start, name = self._mend_name(name, at, mark_at)
            value_start = self._skip_space(mark_at + 1)
            value, at = self._read_value(name, value_start)
            if name:
                entry.fields.append(WrittenField(name.lower(), value, start, value_start, at))
            else:
                entry.whole = False
            at = self._skip_space(at)
            if self._char(at) == ",":
                at += 1
        return at + 1

    def _mend_name(self, name: str, start: int, end: int) -> tuple[int, str]:
        """Where the last word before an equals sign stands, and the word if it can be a name."""
        last = name.split()[-1] if name else ""
        likely = last if FIELD_NAME.fullmatch(last) else ""
        message = f"{quote(name)} is not the name of a field"
        mend = "write a name such as title"
        if not name:
            message = 'there is no name before "="'
        elif "%" in name and likely:
            message = 'a "%" does not take a line out of an entry'
            mend = "delete this line"
        elif likely:
            mend = f'write "{likely}", and delete what stands before it'
        self._report(start, message, "a name of letters and digits that begins with a letter", mend)
        return self._text.rindex(last, start, end), likely

    def _report_no_equals(self, name: str, at: int) -> None:
        if name:
            self._report(
                at,
                f'there is no "=" after {quote(name)}',
                "fields such as title = {The Title},",
                f"write {' '.join(name.split())} = {{...}}, or delete it",
            )
        else:
            self._report(
                at,
                f"{quote(self._char(at))} stands where a field should begin",
                "fields such as title = {The Title},",
                "delete it",
            )

    def _report_unclosed_entry(self, entry: WrittenEntry) -> None:
        """Blame the field that holds what looks like the next field, or else the entry itself."""
        for written in entry.fields:
            if SWALLOWED_FIELD.search(self._text, written.value_start, written.end):
                self._report_unclosed_value(written.name, written.value_start)
                return
        self._report(
            entry.start,
            f"the entry {quote(entry.key)} is not closed",
            f"a {quote(self._close)} after the last field",
            f"write {quote(self._close)} on a line of its own after the last field",
        )

    def _skip_past_comma(self, at: int) -> int:
        stop = self._skip_to_stop(at)
        return stop + 1 if self._char(stop) == "," else stop
