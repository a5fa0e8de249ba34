"""What stands on a sheet, as plain data: the same for every format and size of print.

A sheet is `{"title", "languages", "large", "blocks", …}`. Each block has its kind as `block`, what
belongs to a language under that language, and beside it what all languages share.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from ...model.downloads import Print, Variant
from ...model.linked import Address
from ...model.sheets import Checklist, Prompt, Sheet
from ...model.text import Language, Phrase, Text
from ..view import View
from .codes import draw_code
from .flow import read_flow, read_line

Block = dict[str, Any]
Views = Mapping[Language, View]
"""The page of an entry as each language sees it."""


class Describer:
    """One entry's sheets, in some of its languages."""

    def __init__(self, entry: Sheet, views: Views, site_url: str) -> None:
        self.entry = entry
        self.views = views
        self.site_url = site_url

    def describe(self, variant: Variant, languages: tuple[Language, ...], size: Print) -> str:
        """A sheet as JSON; the same entry gives the same text."""
        blocks = [self._head(variant, languages)]
        if variant == "facilitator":
            blocks += self._for_the_facilitator(languages)
        else:
            blocks += self._to_fill_in(variant, languages)
        titles = {tag: self._title(variant, tag) for tag in languages}
        guide = self.views[languages[0]].guide.about.title
        sheet = {
            "title": " / ".join(titles.values()),
            "author": " / ".join(guide.of(tag) for tag in languages),
            "languages": languages,
            "large": size == "large",
            "running": titles,
            "guide": {tag: guide.of(tag) for tag in languages},
            "page": self._words("print.page", languages),
            "blocks": [block for block in blocks if block],
        }
        written = json.dumps(sheet, ensure_ascii=False, separators=(",", ":"))
        # The font lacks the hyphen that does not break.
        return written.replace("\u2011", "-")

    def _title(self, variant: Variant, tag: Language) -> str:
        view = self.views[tag]
        return f"{view.phrase(self.entry.title)} – {view.word(f'print.{variant}').lower()}"

    # The parts of a sheet

    def _head(self, variant: Variant, languages: tuple[Language, ...]) -> Block:
        head: Block = {"block": "head"}
        for tag in languages:
            view = self.views[tag]
            kind = view.word(f"one.{view.kind(self.entry)}")
            own = view.word(f"print.{variant}")
            head[tag] = {
                "kind": kind if own == kind else f"{kind} · {own}",
                "title": view.phrase(self.entry.title),
                "summary": view.phrase(self.entry.summary),
            }
            if address := self._address(view.address):
                head[tag]["qr"] = {
                    "to": address,
                    "address": address.partition("://")[2],
                    "picture": draw_code(address),
                    "name": view.word("print.qr"),
                }
        return head

    def _to_fill_in(self, variant: Variant, languages: tuple[Language, ...]) -> list[Block]:
        with_notes = variant == "checklist"
        blocks = [
            self._facts(languages, short=True) if with_notes else {},
            {
                "block": "prompts",
                "prompts": [
                    self._prompt(prompt, languages, with_notes) for prompt in self.entry.prompts
                ],
            },
        ]
        if with_notes:
            blocks += self._watch_for(languages)
        return [
            *blocks,
            {"block": "group", "blocks": self._record(languages)},
            *self._end(languages),
        ]

    def _record(self, languages: tuple[Language, ...]) -> list[Block]:
        return [
            self._heading("sheet.record", languages),
            self._text(self.entry.record.text, languages),
            {
                "block": "actions",
                "columns": [
                    self._words(f"sheet.{name}", languages) for name in ("action", "owner", "date")
                ],
                "rows": self.entry.record.rows,
            },
        ]

    def _for_the_facilitator(self, languages: tuple[Language, ...]) -> list[Block]:
        entry = self.entry
        blocks = [
            self._facts(languages),
            self._heading("sheet.purpose", languages),
            self._text(entry.purpose, languages),
        ]
        if entry.materials:
            ticks = self._each(
                languages,
                lambda view: {
                    "box": view.word("print.tick"),
                    "items": [[{"p": [view.phrase(thing)]}] for thing in entry.materials],
                },
            )
            heading = self._heading("sheet.materials", languages)
            blocks.append({"block": "group", "blocks": [heading, {"block": "ticks", **ticks}]})
        blocks.append(self._heading("print.steps", languages))
        blocks.append({"block": "running", "prompts": self._timed(languages)})
        blocks.append(
            {
                "block": "total",
                **self._each(
                    languages,
                    lambda view: view.word(
                        "print.total", minutes=view.count("count.minutes", entry.minutes)
                    ),
                ),
            }
        )
        blocks += self._watch_for(languages)
        blocks.append(self._heading("sheet.record", languages))
        blocks.append(self._text(entry.record.text, languages))
        if entry.frameworks:
            blocks.append(self._heading("sheet.frameworks", languages))
            blocks.append(
                self._points(
                    languages,
                    lambda view: [
                        [{"p": [self._link(view, view.entry_url(id_), view.title_of(id_))]}]
                        for id_ in entry.frameworks
                    ],
                )
            )
        blocks.append(self._heading("framework.origin", languages))
        blocks.append(self._text(entry.origin.text, languages))
        if keys := self.views[languages[0]].linked.cites.get(entry.id, ()):
            blocks.append(self._heading("references.list", languages))
            blocks.append(
                {
                    "block": "references",
                    **self._each(
                        languages,
                        lambda view: [
                            self._flow(view, reference) for _, reference in view.references(keys)
                        ],
                    ),
                }
            )
        return [*blocks, *self._end(languages)]

    def _timed(self, languages: tuple[Language, ...]) -> list[Block]:
        prompts = []
        spent = 0
        for prompt in self.entry.prompts:
            shown = self._prompt(prompt, languages, with_notes=True)
            if prompt.minutes:
                for tag in languages:
                    shown[tag]["minutes"] = self.views[tag].count("count.minutes", prompt.minutes)
                shown["span"] = f"{_clock(spent)}–{_clock(spent + prompt.minutes)}"
                spent += prompt.minutes
            prompts.append(shown)
        return prompts

    def _prompt(self, prompt: Prompt, languages: tuple[Language, ...], with_notes: bool) -> Block:
        answer = prompt.answer
        shown: Block = {"kind": answer.kind}
        for tag in languages:
            view = self.views[tag]
            own: Block = {"words": self._flow(view, view.block(prompt.text))}
            if with_notes and prompt.note:
                own["note"] = {"words": self._flow(view, view.block(prompt.note))}
                if not isinstance(self.entry, Checklist):
                    own["note"]["name"] = view.word("sheet.note")
            if answer.kind == "tick":
                own["box"] = view.word("print.tick")
            elif answer.kind == "lines":
                own["room"] = view.word("sheet.lines")
            elif answer.kind == "scale":
                own["ends"] = view.word(
                    "print.circle",
                    least=answer.least,
                    most=answer.most,
                    low=view.phrase(answer.low),
                    high=view.phrase(answer.high),
                )
            shown[tag] = own
        if answer.kind == "lines":
            shown["count"] = answer.count
        elif answer.kind == "scale":
            shown["numbers"] = list(range(answer.least, answer.most + 1))
        elif answer.kind == "table":
            shown["columns"] = [self._phrase(column, languages) for column in answer.columns]
            shown["rows"] = answer.rows
        return shown

    def _facts(self, languages: tuple[Language, ...], *, short: bool = False) -> Block:
        entry = self.entry

        def rows(view: View) -> list[tuple[str, Any]]:
            found: list[tuple[str, Any]] = [
                (view.word("sheet.for-whom"), self._line(view, entry.for_whom)),
            ]
            if not short:
                found.append((view.word("sheet.people"), [view.people(entry.people)]))
            minutes = view.count("count.minutes", entry.minutes)
            found.append((view.word("sheet.minutes"), [minutes]))
            return found

        return {"block": "facts", **self._each(languages, rows)}

    def _watch_for(self, languages: tuple[Language, ...]) -> list[Block]:
        if not self.entry.watch_for:
            return []
        return [
            self._heading("sheet.watch-for", languages),
            self._points(
                languages,
                lambda view: [self._flow(view, view.block(text)) for text in self.entry.watch_for],
            ),
        ]

    def _end(self, languages: tuple[Language, ...]) -> list[Block]:
        """Who has read the words, and in which other language they may be had."""
        words: list[tuple[Language, str]] = [
            (tag, self.views[tag].reviewed(self.entry)) for tag in languages
        ]
        for other in self.views:
            if other not in languages:
                words += [(tag, self.views[tag].word(f"print.also.{other}")) for tag in self.views]
        return [{"block": "also", "words": words}]

    # Words in each language

    def _each(self, languages: Iterable[Language], make: Callable[[View], Any]) -> Block:
        return {tag: make(self.views[tag]) for tag in languages}

    def _words(self, key: str, languages: Iterable[Language]) -> Block:
        return self._each(languages, lambda view: view.word(key))

    def _phrase(self, phrase: Phrase, languages: Iterable[Language]) -> Block:
        return self._each(languages, lambda view: view.phrase(phrase))

    def _heading(self, key: str, languages: Iterable[Language]) -> Block:
        return {"block": "heading", **self._words(key, languages)}

    def _text(self, text: Text, languages: Iterable[Language]) -> Block:
        return {
            "block": "text",
            **self._each(languages, lambda view: self._flow(view, view.block(text))),
        }

    def _points(self, languages: Iterable[Language], make: Callable[[View], Any]) -> Block:
        return {"block": "points", **self._each(languages, make)}

    def _flow(self, view: View, html: Markup) -> list[Any]:
        return list(read_flow(str(html), self._locator(view)))

    def _line(self, view: View, text: Text) -> list[Any]:
        return read_line(str(view.block(text)), self._locator(view))

    def _link(self, view: View, href: str, words: str) -> Block:
        return {"link": {"to": self._locator(view)(href), "words": [words]}}

    def _locator(self, view: View) -> Callable[[str], str]:
        return lambda href: urljoin(f"{self.site_url}{view.address.url}", href)

    def _address(self, address: Address) -> str:
        """The short address of a page, where the site says where it will stand."""
        view = self.views[address.language]
        short = view.linked.short[address.key, address.language]
        return f"{self.site_url}{short}" if "://" in self.site_url else ""


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
