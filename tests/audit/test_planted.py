"""Each check of the audit is seen to find a fault that was planted for it, and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf
import pytest
import typst
from playwright.sync_api import Page

from ..browser.test_accessibility import violations
from ..browser.visiting import DESKTOP, PHONE, Visit
from . import checks
from .conftest import Plant
from .finding import Found
from .pages import dead_links, faults_on_paper, look_at_page, open_page, stops
from .whole import check_html, check_sheets

LAST = '<a id="last" href="sound.html">The last link</a>'
FIRST = '<p id="first">'
END = "</style>"
LOOK: dict[str, Callable[[Page], list[str]]] = {
    "axe": violations,
    "keyboard": partial(stops, most=40),
    "reflow": checks.overflows,
    "spacing": checks.crowded,
    "order": checks.out_of_order,
    "motion": checks.moving,
    "forced colours": checks.unseen_in_forced_colours,
    "print": faults_on_paper,
    "unstyled": checks.lost_without_style,
}

FAULTS = {
    "contrast": ("axe", FIRST, '<p id="first" style="color: #aaa">', "color-contrast: #first"),
    "no label": ("axe", '<label for="name">Your name</label>', "Your name", "label: #name"),
    "no language": ("axe", '<html lang="en">', "<html>", "html-has-lang: html"),
    "small target": (
        "axe", LAST,
        '<button style="width:9px;height:9px;padding:0" aria-label="a"></button>'
        '<button style="width:9px;height:9px;padding:0" aria-label="b"></button>',
        "target-size: button",
    ),
    "two main landmarks": ("axe", "<footer>", "<main><p>More</p></main><footer>",
                           "landmark-no-duplicate-main: #main"),
    "no ring": ("keyboard", END, "#last { outline: 0 !important } </style>",
                "A null The last link: not ring"),
    "off the screen": ("keyboard", END, "#last { position: fixed; left: -500px } </style>",
                       "A null The last link: not inside"),
    "hidden and focused": ("keyboard", END, "#last { opacity: 0 } </style>",
                           "A null The last link: not shown"),
    "behind a bar": (
        "keyboard", "<footer>",
        '<div style="background: #fff; position: fixed; inset: 0"></div><footer>',
        "A null The last link: not on_top",
    ),
    "no stop": ("keyboard", LAST, LAST.replace("<a ", '<a tabindex="-1" '),
                "not reached: <a tabindex"),
    "focus lost": (
        "keyboard", "<footer>",
        "<script>last.addEventListener('focus', () => last.blur())</script><footer>",
        "not reached: <a id=\"last\"",
    ),
    "a trap": (
        "keyboard", "<footer>",
        "<script>last.addEventListener('blur', () => last.focus())</script><footer>",
        "the focus is still on the page",
    ),
    "too wide": ("reflow", FIRST, '<p id="first" style="width: 900px">', "wider than the screen"),
    "cut off": (
        "spacing", FIRST, '<p id="first" style="height: 1.2em; overflow: hidden">',
        "words are cut off: The first words of the page",
    ),
    "order of reading": (
        "order", FIRST, '<p id="first" style="position: relative; top: 9em">',
        "stands above what it follows: The second words, after the first.",
    ),
    "motion": ("motion", END, "#first { transition: color 2s } </style>",
               "moves: P : transitionDuration"),
    "an icon by mask": (
        "forced colours", END,
        '#first::after { content: ""; background: red; mask-image: url("data:,") } </style>',
        "an icon that is not to be seen: P ::after",
    ),
    "a field without an edge": ("forced colours", END, "#name { border: 0 } </style>",
                                "a field without an edge: INPUT"),
    "menu on paper": ("print", "header, nav, button { display: none }", "", "on paper: header"),
    "beside the paper": ("print", FIRST, '<p id="first" style="left: -200px; position: fixed">',
                         "beside the paper: "),
    "lost without style": (
        "unstyled", FIRST,
        '<p hidden class="own">Seen with style</p><style>.own { display: block }</style>'
        '<p id="first">',
        "out of order or lost without style: seen",
    ),
}  # fmt: skip
"""A check, what of the sound page is replaced, by what, and how the fault is told."""


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_told(name: str, plant: Plant, lookers: dict[bool, Visit]) -> None:
    check, sound, faulty, told = FAULTS[name]
    width = {"reflow": 320, "spacing": 320, "order": PHONE}.get(check, DESKTOP)
    page = open_page(lookers[True], plant(sound, faulty), "", width)
    found = LOOK[check](page)
    page.emulate_media(media="screen", forced_colors="none")
    assert [fault for fault in found if fault.startswith(told)] != [], found


def test_nothing_is_told_of_a_page_without_a_fault(
    plant: Plant, lookers: dict[bool, Visit]
) -> None:
    site = plant(FIRST, FIRST)
    for check in LOOK.values():
        page = open_page(lookers[True], site, "", PHONE)
        assert check(page) == []
        page.emulate_media(media="screen", forced_colors="none")
    assert look_at_page(lookers[True], lookers[False], site, "").faults == []


@pytest.mark.parametrize(
    ("sound", "faulty", "told"),
    [
        (FIRST, '<p id="first" class="late">', "not shown: The first words of the page"),
        (LAST, '<button type="button">Open</button>', "does nothing: Open"),
    ],
)
def test_what_needs_script_is_told(
    sound: str, faulty: str, told: str, plant: Plant, lookers: dict[bool, Visit]
) -> None:
    site = plant(sound, faulty)
    html = (site.folder / "index.html").read_text()
    (site.folder / "index.html").write_text(html.replace(END, ".late { display: none } </style>"))
    page = open_page(lookers[False], site, "", PHONE)
    assert checks.missing_without_script(page)[0].startswith(told)


def test_a_link_that_leads_nowhere_is_told(plant: Plant) -> None:
    site = plant(LAST, '<a href="gone.pdf">A sheet</a> <a href="sound.html">Here</a>')
    assert dead_links(site, "") == (["leads nowhere: gone.pdf"], 2)


def test_an_error_in_a_script_is_told(plant: Plant, lookers: dict[bool, Visit]) -> None:
    site = plant("<footer>", "<script>throw new Error('planted')</script><footer>")
    found = look_at_page(lookers[True], lookers[False], site, "")
    assert [fault for fault in found.faults if "planted" in fault] == [": browser: error: planted"]


def test_html_that_is_not_valid_is_told(plant: Plant) -> None:
    site = plant(LAST, "<p>one<div id='first'></p></div>")
    found = check_html(site.folder)
    assert found.looked["html"] == 3
    assert found.looked["html faults"] == len(found.faults) > 1
    assert [fault for fault in found.faults if "Duplicate ID" in fault] != []
    places = {fault.split('"')[1] for fault in found.faults}
    assert "index.html" in places
    assert "sound.html" not in places


def test_a_sheet_without_tags_is_told(tmp_path: Path) -> None:
    words = '#set document(title: "Soil")\n#set text(lang: "en")\n= Soil\nRich and dark.'
    for name in ("sound", "faulty"):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(typst.compile(words.encode(), format="pdf", pdf_standards=["ua-1"]))
    with pikepdf.open(tmp_path / "faulty.pdf", allow_overwriting_input=True) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save()
    found = check_sheets(tmp_path)
    assert found.looked["sheets"] == 2
    assert [fault for fault in found.faults if "fail " in fault] == [
        f"veraPDF: sheets: fail {tmp_path}/faulty.pdf"
    ]


def test_what_is_found_is_counted_with_its_place() -> None:
    found = Found()
    found.note("axe", "en/ 360 light", ["a", "b"])
    found.note("axe", "cy/ 360 light", [])
    assert found.looked == {"axe": 2, "axe faults": 2}
    assert found.faults == ["en/ 360 light: axe: a", "en/ 360 light: axe: b"]
