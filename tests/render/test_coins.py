"""What a reference manager finds in a page about each source.

`read` says how Zotero takes a work from an OpenURL: which key fills which field, by type of work.
Rules: `openurl.js` of https://github.com/zotero/utilities.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from hadau.load.bibtex import load_sources
from hadau.load.settings import find_project
from hadau.model.guide import Source
from hadau.pipeline import check_guide
from hadau.render.coins import make_coins

ROOT = Path(__file__).parents[2]

FORMATS = {"journal": "journalArticle", "book": "book", "dissertation": "thesis", "dc": "webpage"}
GENRES = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
TYPES = {"webpage", "statute", "document", "book", "report", "journalArticle"}
"""The types that a manager knows by name, among those that a page may give."""
HELD = {"journalArticle", "bookSection", "conferencePaper"}
AS_THEY_ARE = {
    "date": "date",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
    "place": "place",
    "pub": "publisher",
    "publisher": "publisher",
    "edition": "edition",
    "isbn": "ISBN",
    "issn": "ISSN",
    "inst": "publisher",
    "degree": "type",
    "language": "language",
}


def pairs_of(source: Source) -> list[tuple[str, str]]:
    shown = re.fullmatch(
        r'<span class="Z3988" title="([^"<>]*)" aria-hidden="true"></span>', make_coins(source)
    )
    assert shown is not None
    return parse_qsl(unescape(shown[1]), strict_parsing=True)


def read(source: Source) -> dict[str, object]:
    """The item that a manager makes of a source: its type, its fields, and `creators`."""
    pairs = pairs_of(source)
    given = dict(pairs)
    form = given["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    type_ = FORMATS[form]
    if form == "book":
        type_ = GENRES.get(given.get("rft.genre", ""), type_)
    item: dict[str, object] = {"itemType": type_}
    whole: list[str] = []
    split: list[list[str]] = []
    people: list[str] = []
    for key, value in pairs:
        name = key.removeprefix("rft.")
        if key == "rft_id":
            is_doi = value.startswith("info:doi/")
            item["DOI" if is_doi else "url"] = value.removeprefix("info:doi/")
        elif name == "type" and form == "dc" and value in TYPES:
            item["itemType"] = value
        elif name in ("title", "btitle"):
            item["publicationTitle" if type_ in HELD else "title"] = value
        elif name == "atitle" and type_ in HELD:
            item["title"] = value
        elif name == "jtitle" and type_ == "journalArticle":
            item["publicationTitle"] = value
        elif name == "aucorp":
            whole.insert(0, value)
        elif name == "aulast":
            split.append([value])
        elif name == "aufirst":
            split[-1].append(value)
        elif name in ("au", "creator"):
            family, comma, first = value.partition(", ")
            if not comma:
                # Words without a comma are taken for first names and a family name.
                first, _, family = value.rpartition(" ")
            people.append(f"{family}|{first}")
        elif name == "series":
            item["seriesTitle" if type_ == "report" else "series"] = value
        elif name in AS_THEY_ARE:
            item[AS_THEY_ARE[name]] = value
    again = [f"{family}|{first}" for family, first in (name for name in split if len(name) == 2)]
    assert set(again) <= set(people), "the first author would stand twice"
    item["creators"] = [*whole, *(name[0] for name in split if len(name) == 1), *people]
    return item


def item(entry: str) -> dict[str, object]:
    """What a manager makes of an entry of BibTeX."""
    (source,) = load_sources(entry, "a.bib")[0].values()
    return read(source)


def test_an_article_is_told_by_its_journal_and_every_author() -> None:
    assert item(
        "@article{a, author={Rees, Ann and {Y Corff} and Huws, Si{\\^a}n}, title={\"A\" & 'b' <c>},"
        " journal={J & K}, year=2019, volume=3, number=2, pages={12--19}, doi={10.1000/x},"
        " issn={1234-5678}, langid={welsh}}"
    ) == {
        "itemType": "journalArticle",
        "DOI": "10.1000/x",
        "title": "\"A\" & 'b' <c>",
        "publicationTitle": "J & K",
        "date": "2019",
        "volume": "3",
        "issue": "2",
        "pages": "12-19",
        "ISSN": "1234-5678",
        "language": "cy",
        "creators": ["Y Corff", "Rees|Ann", "Huws|Siân"],
    }


def test_a_chapter_is_told_by_its_book() -> None:
    assert item(
        "@incollection{a, author={Rees, A.}, title={Part}, booktitle={Whole}, year=2019,"
        " publisher={P}, address={Aber}, isbn={9780000000002}}"
    ) == {
        "itemType": "bookSection",
        "title": "Part",
        "publicationTitle": "Whole",
        "date": "2019",
        "publisher": "P",
        "place": "Aber",
        "ISBN": "9780000000002",
        "creators": ["Rees|A."],
    }


@pytest.mark.parametrize(
    ("entry", "type_"),
    [
        ("@book{a, author={A, B.}, title={T}, year=2019}", "book"),
        (
            "@inproceedings{a, author={A, B.}, title={T}, booktitle={C}, year=2019}",
            "conferencePaper",
        ),
        ("@report{a, author={A, B.}, title={T}, institution={I}, year=2019}", "report"),
        ("@phdthesis{a, author={A, B.}, title={T}, school={S}, year=2019}", "thesis"),
        ("@online{a, author={A, B.}, title={T}, url={https://example.org/}}", "webpage"),
        ("@legislation{a, title={Deddf A}, year=2019}", "statute"),
        ("@misc{a, author={A, B.}, title={T}, year=2019}", "document"),
    ],
)
def test_each_kind_of_work_is_taken_for_what_it_is(entry: str, type_: str) -> None:
    assert item(entry)["itemType"] == type_


def test_a_web_page_keeps_its_whole_address() -> None:
    page = item("@online{a, author={{Y Corff}}, title={Page}, url={https://example.org/?a=1&b=2}}")
    assert page["url"] == "https://example.org/?a=1&b=2"


def test_a_work_with_a_doi_keeps_its_address_too() -> None:
    work = item(
        "@online{a, author={A, B.}, title={T}, doi={https://doi.org/10.1000/x},"
        " url={https://example.org/}}"
    )
    assert (work["DOI"], work["url"]) == ("10.1000/x", "https://example.org/")


def test_a_thesis_names_the_place_of_study_and_the_degree() -> None:
    thesis = item("@phdthesis{a, author={A, B.}, title={T}, school={Prifysgol}, year=2019}")
    assert thesis["publisher"] == "Prifysgol"
    thesis = item("@thesis{a, author={A, B.}, title={T}, institution={P}, type={MA}, year=2019}")
    assert thesis["type"] == "MA"


@pytest.mark.parametrize("kind", ["book", "online", "article"])
def test_names_without_a_first_name_are_never_split(kind: str) -> None:
    fields = "title={T}, year=2019, journal={J}, url={https://example.org/}"
    bodies = item(f"@{kind}{{a, author={{{{Llywodraeth Cymru}} and {{Y Corff Mawr}}}}, {fields}}}")
    assert bodies["creators"] == ["Llywodraeth Cymru", "Y Corff Mawr"]
    alone = item(f"@{kind}{{a, author={{Taliesin and Rees, Ann}}, {fields}}}")
    assert alone["creators"] == ["Taliesin", "Rees|Ann"]


@pytest.mark.parametrize("settings", ["mkdocs.yml", "tests/cases/seeds/mkdocs.yml"])
def test_every_source_of_a_guide_arrives_whole(settings: str) -> None:
    linked, _ = check_guide(find_project(ROOT / settings))
    assert linked is not None
    for source in linked.guide.sources.values():
        found = read(source)
        assert found["title"] == source.title
        assert found.get("date", "") == (source.fields.get("date") or source.year)
        written = source.authors or source.editors
        whole = [name.family for name in written if name.corporate]
        people = [f"{name.family}|{name.given}" for name in written if not name.corporate]
        assert found["creators"] == whole + people
        doi = source.fields.get("doi")
        assert found.get("DOI") == (doi and doi[doi.index("10.") :])
        assert found.get("url") == source.fields.get("url")
