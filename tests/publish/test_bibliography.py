"""The files for reference managers say what was read, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hadau.load.bibtex import load_sources
from hadau.model.guide import Name, Source
from hadau.model.linked import Linked
from hadau.model.page import Built
from hadau.model.reference_files import entry_path
from hadau.publish.bibliography import describe_source, write_bibtex, write_csl, write_ris

ROOT = Path(__file__).parents[2]

HARD = r"""
@string{press = "Gwasg y Rhaw"}
@article{a1, author = {van der Berg, J. and {Llywodraeth Cymru} and Jones, Jr, Si\^an and others},
  title = {50\% of A\&B \#1: {\'E}tude in $x_1$ {DNA}~\_ \{\} \textbackslash},
  journal = {J. of Tests},
  date = {2019-05-02}, volume = 3, number = {2}, pages = {12--19}, doi = {10.1000/a_b%20c}}
@book{b2, editor = {Dafydd ap Gwilym and de Gaulle and Plato}, title = {A ``title''}, year = 2001,
  publisher = press, address = {Aberystwyth}, edition = {2nd}, series = {S}, isbn = {978-0-00}}
@incollection{c3, author = {Rees, Ann}, title = {Part}, booktitle = {Whole}, editor = {Huws, Ll.},
  year = 1999, pages = {xi}, publisher = press, crossref = {b2}}
@phdthesis{d4, author = {Ab Owain, Ifan}, title = {T}, school = {Prifysgol},
  year = 2004, month = may}
@proceedings{e5, title = {Nobody's papers}, year = 2010}
@legislation{f6, title = {Example Act 2015}, title_cy = {Deddf Esiampl 2015}, year = {2015},
  number = {anaw 2}, url = {https://example.org/~a/b_c?d=1%202}, langid = {english}}
@misc{g7, author = {{Barnes and Noble}}, title = {No date},
  howpublished = {https://example.org/x_y}}
@online{h8, author = {{Corff}}, title = {Page}, url = {https://example.org/},
  urldate = {2024-03-01}}
@techreport{i9, author = {Lloyd, M.-L.}, title = {R}, institution = {I}, number = {TR-1},
  year = 2020}
"""


def read(text: str) -> dict[str, Source]:
    return load_sources(text, "a.bib")[0]


def contents(source: Source) -> Source:
    """What a source says, wherever it stood."""
    fields = {name: words for name, words in source.fields.items() if name != "crossref"}
    return replace(source, raw="", line=1, fields=fields)


@pytest.mark.parametrize(
    "text",
    [
        HARD,
        (ROOT / "references.bib").read_text("utf-8"),
        (ROOT / "tests/cases/seeds/references.bib").read_text("utf-8"),
    ],
    ids=["hard", "own", "seeds"],
)
def test_bibtex_that_is_written_reads_as_what_was_read(text: str) -> None:
    sources = read(text)
    assert len(sources) == text.count("\n@") - text.count("@string")
    again, problems = load_sources(write_bibtex(sources.values()).decode(), "b.bib")
    assert problems == []
    assert {key: contents(source) for key, source in again.items()} == {
        key: contents(source) for key, source in sources.items()
    }


def rows(ris: bytes) -> Iterator[dict[str, list[str]]]:
    """The records of a RIS file: the values of each tag."""
    record: dict[str, list[str]] = {}
    for line in ris.decode().split("\r\n"):
        tag, mark, value = line[:2], line[2:6], line[6:]
        assert mark in ("  - ", ""), line
        if tag == "ER":
            yield record
            record = {}
        elif tag:
            record.setdefault(tag, []).append(value)


def test_ris_has_every_source_with_its_people_title_year_and_place() -> None:
    sources = read(HARD)
    records = list(rows(write_ris(sources.values())))
    assert [record["ID"][0] for record in records] == list(sources)
    assert records[0] == {
        "TY": ["JOUR"],
        "ID": ["a1"],
        "AU": ["van der Berg, J.", "Llywodraeth Cymru", "Jones, Siân, Jr"],
        "TI": ["50% of A&B #1: Étude in x_1 DNA _ {} \\"],
        "T2": ["J. of Tests"],
        "PY": ["2019"],
        "DA": ["2019/05/02/"],
        "VL": ["3"],
        "IS": ["2"],
        "SP": ["12"],
        "EP": ["19"],
        "DO": ["10.1000/a_b%20c"],
    }
    assert records[1]["AU"] == ["ap Gwilym, Dafydd", "de Gaulle", "Plato"]
    assert records[2]["A2"] == ["Huws, Ll."]
    assert (records[5]["TI"], records[5]["TT"]) == (["Example Act 2015"], ["Deddf Esiampl 2015"])
    assert records[7]["Y2"] == ["2024/03/01"]
    assert [record["TY"][0] for record in records] == (
        "JOUR BOOK CHAP THES BOOK STAT GEN ELEC RPRT".split()
    )


def test_csl_has_names_dates_and_numbers_in_their_parts() -> None:
    sources = read(HARD)
    items = json.loads(write_csl(sources.values()))
    assert [item["id"] for item in items] == list(sources)
    assert items[0] == {
        "id": "a1",
        "type": "article-journal",
        "author": [
            {"family": "van der Berg", "given": "J."},
            {"literal": "Llywodraeth Cymru"},
            {"family": "Jones", "given": "Siân", "suffix": "Jr"},
        ],
        "title": "50% of A&B #1: Étude in x_1 DNA\u00a0_ {} \\",
        "container-title": "J. of Tests",
        "issued": {"date-parts": [[2019, 5, 2]]},
        "volume": "3",
        "issue": "2",
        "page": "12–19",
        "DOI": "10.1000/a_b%20c",
        "citation-key": "a1",
    }
    assert items[3]["issued"] == {"date-parts": [[2004, 5]]}
    assert items[3]["publisher"] == "Prifysgol"
    assert "issued" not in items[6]
    assert items[7]["accessed"] == {"date-parts": [[2024, 3, 1]]}
    assert items[8]["number"] == "TR-1"


def test_a_name_of_an_organisation_is_never_turned_round() -> None:
    source = Source("a", "misc", (Name("Barnes and Noble", corporate=True),), (), False, "T", "")
    assert b"author = {{Barnes and Noble}}" in write_bibtex([source])
    assert describe_source(source)["author"] == [{"literal": "Barnes and Noble"}]


def test_each_language_has_the_whole_list_and_each_source_its_files(
    seeds_built: Built, seeds_linked: Linked
) -> None:
    keys = list(seeds_linked.guide.sources)
    whole = {f"{page}.{form}" for page in ("cy/cyfeiriadau", "en/references") for form in WRITERS}
    single = {f"references/{key}.{form}" for key in keys for form in WRITERS}
    assert set(seeds_built.files) >= whole | single
    for form, write in WRITERS.items():
        everything = write(seeds_linked.guide.sources.values())
        assert seeds_built.files[f"en/references.{form}"] == everything
        assert seeds_built.files[f"cy/cyfeiriadau.{form}"] == everything
    described = {row["key"]: row["downloads"] for row in seeds_built.guide_data["references"]}
    assert {row["url"] for rows in described.values() for row in rows} == single
    listed = {row["url"] for row in seeds_built.guide_data["bibliography"]}
    assert listed == whole


WRITERS = {"bib": write_bibtex, "ris": write_ris, "json": write_csl}


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("huxham2005", "references/huxham2005.bib"),
        ("Key", "references/.4b.ey.bib"),
        ("a/b:c", "references/a.2f.b.3a.c.bib"),
        ("../x", "references/.2e..2e..2f.x.bib"),
        ("dŵr", "references/d.175.r.bib"),
    ],
)
def test_no_key_leads_out_of_its_folder_or_clashes_with_another(key: str, path: str) -> None:
    assert entry_path(key, "bib") == path
