"""The sheets of conversations and checklists: to fill in, and to lead by."""

from __future__ import annotations

from typing import Any

from ...model.downloads import Variant
from ...model.sheets import Checklist, Prompt, Sheet
from ...model.text import LANGUAGES
from ..view import View
from .describing import Block, Describer, Languages, Views


class WorkshopDescriber(Describer):
    """One conversation or checklist."""

    def __init__(self, entry: Sheet, views: Views, languages: Languages, site_url: str) -> None:
        super().__init__(views, languages, site_url)
        self.entry = entry
        kind = views[LANGUAGES[0]].kind(entry)
        self._kind = f"one.{kind}"

    def describe(self, variant: Variant) -> list[Block]:
        """The blocks of a sheet."""
        return [
            self.head(self._kind, variant, self.entry.title, self.entry.summary),
            *(self._to_lead_by() if variant == "facilitator" else self._to_fill_in(variant)),
        ]

    def _to_fill_in(self, variant: Variant) -> list[Block]:
        with_notes = variant == "checklist"
        prompts = [self._prompt(prompt, with_notes=with_notes) for prompt in self.entry.prompts]
        return [
            *([self._facts(short=True)] if with_notes else []),
            {"block": "prompts", "prompts": prompts},
            *(self._watch_for() if with_notes else []),
            {"block": "group", "blocks": [*self._record(), self.end(self.entry)]},
        ]

    def _record(self) -> list[Block]:
        return [
            self.heading("sheet.record"),
            self.text(self.entry.record.text),
            {
                "block": "actions",
                "columns": [self.words(f"sheet.{name}") for name in ("action", "owner", "date")],
                "rows": self.entry.record.rows,
            },
        ]

    def _to_lead_by(self) -> list[Block]:
        entry = self.entry
        return [
            self._facts(),
            self.heading("sheet.purpose"),
            self.text(entry.purpose),
            *self._materials(),
            self.heading("print.steps"),
            {"block": "running", "prompts": self._timed()},
            {
                "block": "total",
                **self.each(
                    lambda view: view.word(
                        "print.total", minutes=view.count("count.minutes", entry.minutes)
                    )
                ),
            },
            *self._watch_for(),
            self.heading("sheet.record"),
            self.text(entry.record.text),
            *self._frameworks(),
            self.heading("framework.origin"),
            self.text(entry.origin.text),
            {"block": "group", "blocks": [*self.references(entry), self.end(entry)]},
        ]

    def _materials(self) -> list[Block]:
        if not self.entry.materials:
            return []
        ticks = self.each(
            lambda view: {
                "box": view.word("print.tick"),
                "items": [[{"p": [view.phrase(thing)]}] for thing in self.entry.materials],
            }
        )
        heading = self.heading("sheet.materials")
        return [{"block": "group", "blocks": [heading, {"block": "ticks", **ticks}]}]

    def _timed(self) -> list[Block]:
        prompts = []
        spent = 0
        for prompt in self.entry.prompts:
            shown = self._prompt(prompt, with_notes=True)
            if prompt.minutes:
                for tag in self.languages:
                    shown[tag]["minutes"] = self.views[tag].count("count.minutes", prompt.minutes)
                shown["span"] = f"{_clock(spent)}–{_clock(spent + prompt.minutes)}"
                spent += prompt.minutes
            prompts.append(shown)
        return prompts

    def _prompt(self, prompt: Prompt, *, with_notes: bool) -> Block:
        answer = prompt.answer
        shown: Block = {"kind": answer.kind}
        for tag in self.languages:
            view = self.views[tag]
            own: Block = {"words": self.flow(view, view.aside(prompt.text))}
            if with_notes and prompt.note:
                own["note"] = {"words": self.flow(view, view.aside(prompt.note))}
                if not isinstance(self.entry, Checklist):
                    own["note"]["name"] = view.word("sheet.note")
            if answer.kind == "tick":
                own["box"] = view.word("print.tick")
            elif answer.kind == "lines":
                own["room"] = view.word("sheet.lines")
            elif answer.kind == "scale":
                low, high = view.phrase(answer.low), view.phrase(answer.high)
                own["ends"] = self.ends(view, answer.least, answer.most, low, high)
            shown[tag] = own
        if answer.kind == "lines":
            shown["count"] = answer.count
        elif answer.kind == "scale":
            shown["numbers"] = list(range(answer.least, answer.most + 1))
        elif answer.kind == "table":
            shown["columns"] = [self.phrase(column) for column in answer.columns]
            shown["rows"] = answer.rows
        return shown

    def _facts(self, *, short: bool = False) -> Block:
        entry = self.entry

        def rows(view: View) -> list[tuple[str, Any]]:
            found: list[tuple[str, Any]] = [
                (view.word("sheet.for-whom"), self.line(view, entry.for_whom)),
            ]
            if not short:
                found.append((view.word("facet.people"), [view.people(entry.people)]))
            minutes = view.count("count.minutes", entry.minutes)
            found.append((view.word("facet.minutes"), [minutes]))
            return found

        return {"block": "facts", **self.each(rows)}

    def _watch_for(self) -> list[Block]:
        if not self.entry.watch_for:
            return []
        return [self.heading("sheet.watch-for"), self.points(self.entry.watch_for)]

    def _frameworks(self) -> list[Block]:
        if not self.entry.frameworks:
            return []

        def links(view: View) -> list[Any]:
            return [
                [{"p": [self.link(view, view.entry_url(id_), view.title_of(id_))]}]
                for id_ in self.entry.frameworks
            ]

        return [self.heading("sheet.frameworks"), {"block": "points", **self.each(links)}]


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
