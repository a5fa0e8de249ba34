"""Frameworks on paper: each as one page, and all as cards."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import escape

from ...model.entries import Framework
from ..sentences import words_of
from ..view import View
from .describing import Block, Describer, Languages, Views

_DESCRIBED = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_FRAME = re.compile(r"<svg [^>]*viewBox=\"([^\"]*)\"[^>]*>")
_NAMES = re.compile(r"<(title|desc)[^>]*>.*?</\1>", re.DOTALL)

_COLOURS = """
text { font-family: "Source Sans Pro"; font-size: 17px; fill: #000 }
.hd-label { font-weight: 700 } .hd-label--on-strong { fill: #fff } .hd-end { font-size: 16px }
.hd-card-shape { fill: #fff; stroke: #555; stroke-width: 1.5 }
.hd-tone { stroke: #14532d; stroke-width: 1 }
.hd-tone--1 { fill: #f1f7f1 } .hd-tone--2 { fill: #dcebdd } .hd-tone--3 { fill: #bcd9c1 }
.hd-tone--4 { fill: #27724a } .hd-tone--5 { fill: #14532d }
.hd-badge { fill: #fff; stroke: #14532d; stroke-width: 1.5 } .hd-badge-number { font-weight: 700 }
.hd-arrow, .hd-join { fill: none; stroke: #333; stroke-width: 2; stroke-linecap: round;
  stroke-linejoin: round } .hd-joint { fill: #14532d }
"""
"""The drawing on paper: light and dark by turns, so that it reads in black and white."""


class FrameworkDescriber(Describer):
    """One framework."""

    def __init__(
        self, framework: Framework, views: Views, languages: Languages, site_url: str
    ) -> None:
        super().__init__(views, languages, site_url)
        self.framework = framework

    def describe(self) -> list[Block]:
        """Its picture, its parts, when to use it and when not: one page in one language."""
        framework = self.framework
        return [
            self.head("one.frameworks", "framework", framework.title, framework.summary),
            {
                "block": "pictured",
                **self.each(
                    lambda view: {
                        "words": self.flow(view, view.aside(framework.about)),
                        "picture": draw_on_paper(view, framework),
                    }
                ),
            },
            self.heading("framework.parts"),
            {
                "block": "parts",
                "numbered": framework.shape not in ("list", "roles"),
                **self.each(
                    lambda view: [
                        {
                            "title": view.phrase(part.title),
                            "words": self.flow(view, view.aside(part.explanation)),
                        }
                        for part in framework.parts
                    ]
                ),
            },
            {
                "block": "sides",
                "sides": [
                    [self.heading("framework.when"), self.points(framework.when)],
                    [self.heading("framework.when-not"), self.points(framework.when_not)],
                ],
            },
            self.end(framework),
        ]

    def card(self) -> Block:
        """It as a card: its picture on the front, its parts and uses on the back."""
        framework = self.framework

        def side(view: View) -> Block:
            section = view.section(framework.section)
            return {
                "section": view.phrase(section.title),
                "title": view.phrase(framework.title),
                "summary": view.phrase(framework.summary),
                "picture": draw_on_paper(view, framework),
                "parts": [view.phrase(part.title) for part in framework.parts],
                "names": [view.word(f"framework.{name}") for name in ("parts", "when", "when-not")],
                "when": [self.line(view, text) for text in framework.when],
                "when-not": [self.line(view, text) for text in framework.when_not],
                "address": self._address(view.address).partition("://")[2],
            }

        return self.each(side)


def draw_on_paper(view: View, framework: Framework) -> dict[str, Any]:
    """The picture of a framework for paper, with its size and what it is to who cannot see it."""
    drawn = str(view.picture(framework))
    described = _DESCRIBED.search(drawn)
    frame = _FRAME.search(drawn)
    if described is None or frame is None:
        raise ValueError("a drawing has a description and a frame")
    _, _, width, height = map(float, frame[1].split())
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame[1]}">'
    inner = _NAMES.sub("", _FRAME.sub(f"{opened}<style>{_COLOURS}</style>", drawn))
    return {
        "svg": inner,
        "name": words_of(described[1]),
        "title": words_of(escape(view.figure_caption(framework))),
        "wide": width,
        "high": height,
    }
