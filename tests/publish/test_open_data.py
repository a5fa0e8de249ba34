"""`guide.json`: everything that a guide says of itself to programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from hadau.model.guide import Project
from hadau.model.linked import Linked
from hadau.model.page import Built
from hadau.pipeline import build_guide
from hadau.publish.open_data import describe_guide, make_schema, write_json

GuideWith = Callable[[Mapping[str, str | bytes]], Project]


def check(data: Mapping[str, Any]) -> None:
    """Raises ValidationError where the data are not what their schema says."""
    schema = make_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        json.loads(write_json(data))
    )


def test_the_data_of_whole_guides_are_what_their_schema_says(any_built: Built) -> None:
    check(any_built.guide_data)


def test_the_data_of_the_smallest_guide_are_too(guide_with: GuideWith) -> None:
    check(build_guide(guide_with({}))[0].guide_data)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.pop("entries"),
        lambda data: data.update(more=1),
        lambda data: data["entries"][0].pop("review"),
        lambda data: data["entries"][0]["title"].pop("cy"),
        lambda data: data["entries"][0].update(id=""),
        lambda data: data["languages"].append("ga"),
        lambda data: data["references"][0].update(cited_by=[1]),
    ],
)
def test_the_schema_refuses_what_is_not_so(damage: Any, any_built: Built) -> None:
    data = json.loads(write_json(any_built.guide_data))
    damage(data)
    with pytest.raises(ValidationError):
        check(data)


def test_an_entry_says_where_it_stands_what_it_cites_and_who_read_it(seeds_linked: Linked) -> None:
    (entry,) = [
        row for row in describe_guide(seeds_linked)["entries"] if row["id"] == "soil-ladder"
    ]
    assert entry == {
        "id": "soil-ladder",
        "kind": "frameworks",
        "section": "soil",
        "title": {"cy": "Pyramid y pridd", "en": "The soil ladder"},
        "summary": {
            "cy": "Tri pheth y mae pob gwely eu hangen.",
            "en": "Three things that every bed needs.",
        },
        "url": {
            "cy": "cy/fframweithiau/pyramid-y-pridd/",
            "en": "en/frameworks/soil-ladder/",
        },
        "cites": ["garddwr2019"],
        "related": entry["related"],
        "review": {
            "cy": {"state": "reviewed", "by": "Mair Prawf", "on": "2024-03-01"},
            "en": {"state": "draft"},
        },
        "downloads": [],
    }
    assert {"id": "watering", "relation": "leads-to"} in entry["related"]
    assert {"id": "school-garden", "relation": "case-study"} in entry["related"]


def test_a_reference_says_who_cites_it_and_where_it_is_listed(seeds_linked: Linked) -> None:
    references = describe_guide(seeds_linked)["references"]
    assert [row["key"] for row in references] == ["cymdeithas2022", "garddwr2019", "spade2021"]
    assert references[2] == {
        "key": "spade2021",
        "url": {"cy": "cy/cyfeiriadau/#ref--spade2021", "en": "en/references/#ref--spade2021"},
        "cited_by": ["about", "watering"],
        "downloads": [
            {"format": "BibTeX", "url": "references/spade2021.bib"},
            {"format": "RIS", "url": "references/spade2021.ris"},
            {"format": "CSL-JSON", "url": "references/spade2021.json"},
        ],
    }


def test_every_entry_section_and_address_is_there(any_built: Built) -> None:
    data = any_built.guide_data
    pages = {page.address.url for page in any_built.pages}
    entries = {
        page.key.removeprefix("entry/") for page in any_built.pages if page.key.startswith("entry/")
    }
    assert {row["id"] for row in data["entries"]} == entries
    sections = {row["id"] for row in data["sections"]}
    for row in data["entries"]:
        assert row["section"] in sections
        assert set(row["url"].values()) <= pages
        assert {other["id"] for other in row["related"]} <= entries
    for row in data["references"]:
        assert {url.partition("#")[0] for url in row["url"].values()} <= pages


def test_the_same_data_give_the_same_bytes_and_keep_their_letters() -> None:
    assert write_json({"b": "dŵr", "a": []}) == '{\n "b": "dŵr",\n "a": []\n}\n'.encode()
