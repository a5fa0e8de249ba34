"""A pack for a workshop: by keyboard alone, in both languages, and on paper."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect

from ..render.sheets.reading import Pdf
from .serving import LANGUAGES, Site
from .test_accessibility import show_in, violations
from .visiting import DESKTOP, PHONE, SCHEMES, OpenPage, Scheme

PAGE = "en/workshop-pack/"
CHOICE = (
    "#sheets=end-of-season.ready-to-sow&languages={}"
    "&title=Diwrnod+y+t%C3%AEm&date=2026-11-30&start=23%3A50"
)
PRINT_STUB = "window.print = () => document.documentElement.dataset.printed = 'yes'"
"""Marks the page where the browser would print it."""
PRINT = {"cy": "Argraffu’r pecyn, neu ei gadw fel PDF", "en": "Print the pack, or save it as PDF"}


def open_pack(
    seeds: Site, look_at: OpenPage, language: str, choice: str, width: int = 1280
) -> Page:
    page = look_at(seeds.url(seeds.pair(PAGE, language)) + choice, width=width)
    page.evaluate(PRINT_STUB)
    return page


def print_pack(page: Page, language: str) -> Pdf:
    page.get_by_role("button", name=PRINT[language]).click()
    expect(page.locator("[data-printed].hd-has-pack")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".hd-pack-paper h1")).to_be_visible()
    return Pdf(io.BytesIO(page.pdf(prefer_css_page_size=True, tagged=True)))


def test_sheets_are_chosen_and_put_in_order_by_keyboard(seeds: Site, look_at: OpenPage) -> None:
    page = open_pack(seeds, look_at, "en", "")
    expect(page.get_by_text("Choose at least one sheet.")).to_be_visible()
    for name in ("The end of the season", "Ready to sow?"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    rows = page.locator(".hd-pack-order-row > span")
    expect(rows).to_have_text(["The end of the season", "Ready to sow?"])
    page.get_by_role("button", name="Earlier Ready to sow?").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_text(["Ready to sow?", "The end of the season"])
    expect(page.get_by_role("status")).to_have_text("Ready to sow? is now number 1 of 2.")
    # The button that moved it can move it no further: the other one has the focus.
    expect(page.get_by_role("button", name="Later Ready to sow?")).to_be_focused()
    assert page.url.endswith("#sheets=ready-to-sow.end-of-season&languages=en")


def test_an_agenda_gives_the_time_on_the_clock_past_midnight_too(
    seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "en", CHOICE.format("en"))
    rows = page.locator(".hd-pack-form .hd-pack-agenda tbody tr")
    expect(rows).to_have_text(["23:50–0:15The end of the season25", "0:15–0:20Ready to sow?5"])


def agenda_of(page: Page) -> list[str]:
    """Its rows below the head, their cells apart."""
    rows = page.locator(".hd-pack-form .hd-pack-agenda tr")
    found: list[str] = rows.evaluate_all(
        "rows => rows.slice(1).map(row => [...row.cells].map(cell => cell.innerText).join(' | '))"
    )
    return found


def test_the_minutes_of_a_sheet_are_those_that_the_workshop_has(
    seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "en", CHOICE.format("en"))
    minutes = page.get_by_role("spinbutton", name="Minutes The end of the season")
    minutes.focus()
    for key in ("Control+a", "4", "0"):
        page.keyboard.press(key)
    # Nobody who writes loses the field.
    expect(minutes).to_be_focused()
    assert agenda_of(page) == [
        "23:50–0:30 | The end of the season | 40",
        "0:30–0:35 | Ready to sow? | 5",
        "Total | 45",
    ]
    assert "#sheets=end-of-season%7E40.ready-to-sow&" in page.url
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert agenda_of(page)[-1] == "Total | 45"
    page.keyboard.press("Tab")
    expect(minutes).to_have_value("40")
    page.reload()
    assert agenda_of(page)[-1] == "Total | 45"


def test_a_break_stands_on_the_agenda_in_each_language_and_goes_again(
    seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "en", CHOICE.format("both"))
    welsh = page.get_by_role("textbox", name="What it is, in Welsh")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Write what it is first.")
    expect(welsh).to_be_focused()
    page.keyboard.type("Egwyl")
    page.keyboard.press("Tab")
    page.keyboard.type("<b>Break")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("<b>Break is on the agenda.")
    expect(welsh).to_be_focused()
    expect(welsh).to_have_value("")
    page.get_by_role("button", name="Earlier <b>Break").click()
    page.get_by_role("button", name="Earlier <b>Break").press("Enter")
    expect(page.get_by_role("button", name="Later <b>Break")).to_be_focused()
    rows = ["<b>Break", "The end of the season", "Ready to sow?"]
    expect(page.locator(".hd-pack-order-row > span")).to_have_text(rows)
    assert agenda_of(page)[0] == "23:50–0:05 | <b>Break | 15"
    page.reload()
    expect(page.locator(".hd-pack-order-row > span")).to_have_text(rows)
    page.evaluate(PRINT_STUB)
    print_pack(page, "en")
    printed = page.locator(".hd-pack-paper tbody tr").first.locator("td div")
    assert printed.evaluate_all("sides => sides.map(side => [side.lang, side.innerText])") == [
        ["cy", "Egwyl"],
        ["en", "<b>Break"],
    ]
    expect(page.locator(".hd-pack-sheet")).to_have_count(2)


def test_what_is_taken_off_the_agenda_leaves_the_keyboard_in_its_place(
    seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "cy", CHOICE.format("cy"))
    page.get_by_role("textbox", name="Beth ydyw, yn Gymraeg").fill("Egwyl")
    page.get_by_role("button", name="Ychwanegu").click()
    expect(page.get_by_role("textbox", name="Beth ydyw, yn Saesneg")).to_be_hidden()
    page.get_by_role("button", name="Tynnu Diwedd y tymor").click()
    expect(page.get_by_role("status")).to_have_text("Nid yw Diwedd y tymor ar yr agenda mwyach.")
    expect(page.get_by_role("checkbox", name="Diwedd y tymor")).not_to_be_checked()
    expect(page.get_by_role("button", name="Tynnu Yn barod i hau?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tynnu Egwyl")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Beth ydyw, yn Gymraeg")).to_be_focused()
    expect(page.get_by_text("Dewiswch o leiaf un daflen.")).to_be_visible()
    assert agenda_of(page) == []


def test_what_was_written_in_one_language_is_lent_to_the_other(
    seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "en", "#sheets=~20&own-cy=Croeso&own-en=&languages=both")
    assert agenda_of(page) == ["0:00–0:20 | Croeso | 20", "Total | 20"]
    print_pack(page, "en")
    sides = page.locator(".hd-pack-paper tbody td").first.locator("[lang]")
    assert sides.evaluate_all("sides => sides.map(side => [side.lang, side.innerText])") == [
        ["cy", "Croeso"],
        ["en", "Croeso"],
        ["cy", "Croeso"],
    ]


@pytest.mark.parametrize(
    ("sheets", "agenda"),
    [
        ("ready-to-sow~0.end-of-season~601", ["Ready to sow? | 5", "The end of the season | 25"]),
        ("ready-to-sow~x.ready-to-sow~9.~9", ["Ready to sow? | 5"]),
        ("~600&own-en=a&own-en=b", ["a | 600"]),
        ("~-1.~1.5.~2.~&own-en=+&own-en=b&own-en=c&own-cy=ch", ["ch | 15", "b | 1", "c | 2"]),
        ("__proto__~5.constructor.~3&own-en=__proto__", ["__proto__ | 3"]),
    ],
)
def test_minutes_that_cannot_be_in_an_address_are_set_aside(
    sheets: str, agenda: list[str], seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, "en", f"#sheets={sheets}")
    assert [row.partition(" | ")[2] for row in agenda_of(page)[:-1]] == agenda


def test_an_address_cannot_bring_anything_but_a_choice(seeds: Site, look_at: OpenPage) -> None:
    choice = "#sheets=nonsense.ready-to-sow.__proto__&languages=xx&start=99:99&date=soon&title=<b>x"
    page = open_pack(seeds, look_at, "en", choice)
    expect(page.locator(".hd-pack-order-row > span")).to_have_text(["Ready to sow?"])
    expect(page.get_by_role("textbox", name="Title")).to_have_value("<b>x")
    expect(page.get_by_role("radio", name="English", exact=True)).to_be_checked()
    assert page.locator("hd-pack b").count() == 0


def test_a_choice_that_was_kept_and_means_nothing_is_set_aside(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_pack(seeds, open_page, "en", CHOICE.format("en"))
    page.get_by_role("checkbox", name="Keep this pack on this device").check()
    page.evaluate(
        """name => {
          const kept = JSON.parse(localStorage[name])
          for (const part of Object.keys(kept.value)) kept.value[part] = { toString: 1 }
          localStorage[name] = JSON.stringify(kept)
        }""",
        "/.hadau.pack--workshop",
    )
    page.goto(seeds.url(PAGE) + "?again")
    expect(page.get_by_text("Choose at least one sheet.")).to_be_visible()


def test_a_choice_is_kept_only_where_the_reader_asks(seeds: Site, look_at: OpenPage) -> None:
    page = open_pack(seeds, look_at, "en", CHOICE.format("en"))
    kept = "Object.keys(localStorage).filter(name => name.includes('pack'))"
    page.get_by_role("checkbox", name="Ready to sow?").uncheck()
    assert page.evaluate(kept) == []
    page.get_by_role("checkbox", name="Keep this pack on this device").check()
    assert page.evaluate(kept) == ["/.hadau.pack--workshop"]
    page.goto(seeds.url(PAGE) + "?again")
    expect(page.locator(".hd-pack-order-row > span")).to_have_text(["The end of the season"])
    page.get_by_role("checkbox", name="Keep this pack on this device").uncheck()
    assert page.evaluate(kept) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_is_one_document_with_its_agenda_and_its_sheets(
    language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = open_pack(seeds, look_at, language, CHOICE.format(language))
    pdf = print_pack(page, language)
    headings = {
        "cy": ["Diwrnod y tîm", "Diwedd y tymor", "Yn barod i hau?"],
        "en": ["Diwrnod y tîm", "The end of the season", "Ready to sow?"],
    }
    assert [part.text for part in pdf.root.find("H1", "H2")] == headings[language]
    day = {"cy": "30 Tachwedd 2026", "en": "30 November 2026"}[language]
    assert day in pdf.drawn_on(0)
    assert "Diwrnod y tîm" in pdf.drawn_on(1)


def test_a_pack_in_both_languages_marks_each(seeds: Site, look_at: OpenPage) -> None:
    page = open_pack(seeds, look_at, "en", CHOICE.format("both"))
    print_pack(page, "en")
    pairs = page.locator(".hd-pack-sheet li .hd-pack-pair")
    expect(pairs).to_have_count(6)
    assert pairs.first.locator("> *").evaluate_all(
        "sides => sides.map(side => [side.lang, side.querySelector('.hd-prompt-text').innerText])"
    ) == [["cy", "Beth oedd orau?"], ["en", "What was best?"]]
    assert page.locator(".hd-pack-paper [id]").count() == 0
    assert page.locator(".hd-pack-paper .hd-note").count() == 0


def test_without_script_the_ready_packs_are_there(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PAGE), script=False)
    page.get_by_role("link", name="The whole guide").click()
    expect(page.locator(".hd-sheets a").first).to_have_text(
        re.compile(r"^English: accessible PDF, \d+ pages, \d+ KB$")
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_pack_that_is_being_made_has_no_fault(
    width: int, scheme: Scheme, seeds: Site, look_at: OpenPage
) -> None:
    own = "&own-cy=Croeso+a+gair+am+y+gweithdy&own-en="
    choice = CHOICE.format("both").replace("sow&", "sow.~20&") + own
    page = open_pack(seeds, look_at, "cy", CHOICE.format("both"), width)
    page.goto(seeds.url(seeds.pair(PAGE, "cy")) + "?own" + choice)
    expect(page.locator(".hd-pack-order li")).to_have_count(3)
    show_in(page, scheme)
    assert violations(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
