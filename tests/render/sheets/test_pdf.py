"""What a reader of a sheet meets, seen and unseen: languages, order, names, boxes and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from hadau.load.settings import find_project
from hadau.model.downloads import Download
from hadau.model.entries import Framework
from hadau.model.sheets import Checklist, Conversation
from hadau.model.text import LANGUAGES
from hadau.pipeline import check_guide
from hadau.render.sheets.making import Planner
from hadau.render.sheets.typesetting import Press

from .checking import check_with_verapdf
from .reading import Pdf

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def read(sheets: Mapping[str, Download]) -> Callable[[str], Pdf]:
    """Opens a sheet by its name."""
    return cache(lambda name: Pdf(sheets[name].file))


WELSH = (
    "Sgwrs · Taflen i gyfranogwyr Diwedd y tymor Sgwrs cyn i’r gaeaf ddod. "
    "Cod QR sy’n agor y dudalen hon ar y we gardd.example.org/3thpx/ "
    "1 Beth oedd orau? Lle i ysgrifennu "
    "2 Pa mor dda oedd y flwyddyn? 1 2 3 4 5 "
    "Rhowch gylch o amgylch rhif: ystyr 1 yw “Gwael” ac ystyr 5 yw “Gwych”. "
    "3 Beth y flwyddyn nesaf? Llysieuyn Gwely "
    "Beth i’w gofnodi Un peth i’w newid. Cam gweithredu Pwy sy’n gyfrifol Erbyn pryd "
    "Drafft yw’r geiriau hyn. Nid oes neb wedi’u hadolygu eto."
)
ENGLISH = (
    "Conversation · Sheet for participants The end of the season A talk before winter comes. "
    "QR code that opens this page on the web gardd.example.org/8c4bs/ "
    "{}What was best? Space to write "
    "{}How good was the year? {}Circle a number: 1 is “Poor” and 5 is “Great”. "
    "{}What about next year? Vegetable Bed "
    "What to write down One thing to change. Action Owner By when "
    "These words are a draft. No reader has reviewed them yet."
)


def test_every_word_of_a_sheet_is_in_its_language_and_in_order(read: Callable[[str], Pdf]) -> None:
    welsh = read("diwedd-y-tymor-cyfranogwyr.pdf")
    assert welsh.words_in("cy") == f"{WELSH} Mae’r daflen hon ar gael yn Saesneg hefyd."
    assert welsh.words_in("en") == "This sheet is also available in English."
    english = read("end-of-season-participants.pdf")
    own = ENGLISH.format("1 ", "2 ", "1 2 3 4 5 ", "3 ")
    assert english.words_in("en") == f"{own} This sheet is also available in Welsh."
    assert english.words_in("cy") == "Mae’r daflen hon ar gael yn Gymraeg hefyd."


@pytest.mark.parametrize("size", ["", "-print-bras"])
def test_a_sheet_in_both_languages_says_everything_in_each(
    size: str, read: Callable[[str], Pdf]
) -> None:
    both = read(f"diwedd-y-tymor-cyfranogwyr-dwyieithog{size}.pdf")
    assert both.words_in("cy").replace(" /", "") == WELSH
    assert both.words_in("en") == ENGLISH.format("", "", "", "")


def test_each_block_is_read_in_welsh_and_then_in_english(read: Callable[[str], Pdf]) -> None:
    both = read("diwedd-y-tymor-cyfranogwyr-dwyieithog.pdf")
    assert [(part.tag, part.language, part.text) for part in both.root.find("H1", "H2")] == [
        ("H1", "cy", "Diwedd y tymor"),
        ("H1", "en", "The end of the season"),
        ("H2", "cy", "Beth i’w gofnodi"),
        ("H2", "en", "What to write down"),
    ]
    first, *_ = both.root.find("LBody")
    assert [(part.language, part.text) for part in first.find("P")][:2] == [
        ("cy", "Beth oedd orau?"),
        ("en", "What was best?"),
    ]


def test_both_languages_have_letters_of_one_size(sheets: Mapping[str, Download]) -> None:
    both = Pdf(sheets["diwedd-y-tymor-cyfranogwyr-dwyieithog.pdf"].file)
    assert both.sizes_of("Beth oedd orau?") == both.sizes_of("What was best?") == {10.5}


def test_a_document_is_named_and_in_its_language(read: Callable[[str], Pdf]) -> None:
    assert read("end-of-season-facilitator.pdf").info["/Title"] == (
        "The end of the season – sheet for the facilitator"
    )
    assert read("end-of-season-facilitator.pdf").language == "en"
    both = read("diwedd-y-tymor-hwylusydd-dwyieithog.pdf")
    assert both.language == "cy"
    assert both.info["/Title"] == (
        "Diwedd y tymor – taflen i’r hwylusydd / The end of the season – sheet for the facilitator"
    )


def test_a_box_to_tick_says_what_it_is(read: Callable[[str], Pdf]) -> None:
    both = read("yn-barod-i-hau-rhestr-wirio-dwyieithog.pdf")
    boxes = [(part.language, part.alt) for part in both.root.find("LBody")]
    figures = [(part.language, part.alt) for part in both.root.find("Figure")]
    assert len(boxes) > 3
    assert figures == [
        ("cy", "Cod QR sy’n agor y dudalen hon ar y we"),
        ("en", "QR code that opens this page on the web"),
        *[("cy", "Blwch i’w dicio"), ("en", "Box to tick")] * 3,
    ]


def test_a_table_to_fill_in_has_headings_and_empty_cells(read: Callable[[str], Pdf]) -> None:
    vegetables, actions = read("end-of-season-participants.pdf").root.find("Table")
    assert [part.text for part in vegetables.find("TH")] == ["Vegetable", "Bed"]
    assert [part.text for part in vegetables.find("TD")] == [""] * 4
    assert [part.text for part in actions.find("TH")] == ["Action", "Owner", "By when"]
    assert [part.text for part in actions.find("TD")] == [""] * 6


def test_the_facilitator_gets_times_that_add_up_and_what_to_watch_for(
    read: Callable[[str], Pdf],
) -> None:
    words = read("end-of-season-facilitator.pdf").words_in("en")
    steps = words.partition("Step by step ")[2].partition(" What to write down")[0]
    assert steps == (
        "1. What was best? For the facilitator Let everyone speak. 10 minutes 0:00–0:10 "
        "2. How good was the year? 5 minutes 0:10–0:15 "
        "3. What about next year? 10 minutes 0:15–0:25 In all: 25 minutes"
    )


@pytest.mark.parametrize(
    "name", ["end-of-season-participants", "end-of-season-facilitator", "watering-one-page"]
)
def test_large_print_is_large_throughout_and_has_no_italics(
    name: str, sheets: Mapping[str, Download]
) -> None:
    pdf = Pdf(sheets[f"{name}-large-print.pdf"].file)
    assert min(pdf.all_sizes()) >= 18
    assert {font.rpartition("-")[2] for font in pdf.fonts()} <= {"Regular", "Bold"}


def test_a_framework_is_one_page_with_a_picture_that_is_told(read: Callable[[str], Pdf]) -> None:
    pdf = read("watering-one-page.pdf")
    assert len(pdf.pages) == 1
    _, picture = pdf.root.find("Figure")
    assert picture.alt is not None
    assert picture.alt.startswith("The Water Spectrum. ")


def test_cards_have_their_backs_where_a_printer_turns_the_paper(
    read: Callable[[str], Pdf],
) -> None:
    pdf = read("frameworks-cards.pdf")
    assert len(pdf.pages) == 2
    names = ["The soil ladder", "The water spectrum", "The year of the bed"]
    assert [part.text for part in pdf.root.find("H1")] == names
    places = [pdf.place_of(name, page) for page in (0, 1) for name in names]
    sides = [("left" if x < 297 else "right", "top" if y > 421 else "foot") for x, y in places]
    assert sides == [
        ("left", "top"), ("right", "top"), ("left", "foot"),
        ("right", "top"), ("left", "top"), ("right", "foot"),
    ]  # fmt: skip


def test_the_glossary_gives_each_word_in_the_other_language_too(
    read: Callable[[str], Pdf],
) -> None:
    pdf = read("glossary-to-print.pdf")
    words = pdf.words_in("en")
    assert words.endswith(
        "See The water spectrum . S slug · A creature that eats young leaves. "
        "This sheet is also available in Welsh."
    )
    assert pdf.words_in("cy") == (
        "compost tomwellt gwreiddyn gwlithen Mae’r daflen hon ar gael yn Gymraeg hefyd."
    )


def test_every_letter_is_in_the_file(read: Callable[[str], Pdf]) -> None:
    pdf = read("diwedd-y-tymor-hwylusydd-dwyieithog.pdf")
    assert pdf.fonts() != set()
    for font in pdf.descriptors():
        assert any(key.startswith("/FontFile") for key in font)


def test_every_sheet_is_pdf_ua_1_and_one_that_is_broken_is_not(
    sheets: Mapping[str, Download], tmp_path: Path
) -> None:
    files = [file.file for file in sheets.values() if file.format == "pdf"]
    assert len(files) == 64
    pdf = Pdf(files[0])
    del pdf.file.Root.Lang
    broken = tmp_path / "broken.pdf"
    pdf.file.save(broken)
    said = check_with_verapdf([*files, broken])
    passed, _, failed = said.partition("fail ")
    assert passed == "".join(f"pass {path}\n" for path in files)
    assert failed.startswith(f"{broken}\n  7.2-")


def test_sheets_of_the_guide_are_pdf_ua_1_and_never_cut(kept: Path) -> None:
    project = find_project(ROOT / "mkdocs.yml")
    linked, _ = check_guide(project)
    assert linked is not None
    longest = [
        max(
            (entry for entry in linked.guide.entries.values() if isinstance(entry, kind)),
            key=lambda entry: len(entry.model_dump_json()),
        )
        for kind in (Conversation, Checklist, Framework)
    ]
    planner = Planner(linked, project.site_url)
    wanted = [each.copy for entry in longest for each in planner.plan_entry(entry)]
    files = [
        path
        for path in Press(kept).set_all(wanted)
        if isinstance(path, Path) and path.suffix == ".pdf"
    ]
    assert len(files) == 24
    assert check_with_verapdf(files) == "".join(f"pass {path}\n" for path in files)
    for path in files:
        assert Pdf(path).outside() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_a_sheet_are_whole_addresses(language: str, read: Callable[[str], Pdf]) -> None:
    name = {"cy": "diwedd-y-tymor-hwylusydd.pdf", "en": "end-of-season-facilitator.pdf"}[language]
    assert (
        read(name).links()
        == {
            "cy": [
                "https://gardd.example.org/3thpx/",
                "https://gardd.example.org/cy/fframweithiau/blwyddyn-y-gwely/",
            ],
            "en": [
                "https://gardd.example.org/8c4bs/",
                "https://gardd.example.org/en/frameworks/year-of-the-bed/",
            ],
        }[language]
    )
