"""Where each source is cited: the page, the record, the text and the place in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hadau.model.guide import Project
from hadau.model.linked import Linked, UsedTerm
from hadau.pipeline import check_guide

FILES = {
    "references.bib": """\
@article{spade2021,
  author = {Spade, Sam}, title = {Water}, journal = {Gardens}, year = {2021},
}
@article{fork2020,
  author = {Fork, Fay}, title = {Soil}, journal = {Gardens}, year = {2020},
}
""",
    "content/guide.yml": """\
title: {cy: Gwely, en: A bed}
tagline: {cy: O hedyn i blât, en: From seed to plate}
summary: {cy: Canllaw bach., en: A small guide.}
home: {lead: {cy: "Croeso [@spade2021].", en: "Welcome [@spade2021]."}}
sections:
  - id: soil
    title: {cy: Pridd, en: Soil}
    summary: {cy: Popeth am bridd., en: All about soil.}
    intro: {cy: "Dechreuwch [@spade2021].", en: "Begin [@spade2021]."}
credit: {cy: "Prawf [@spade2021].", en: "A test [@spade2021]."}
""",
    "content/glossary.yml": """\
- id: bed
  term: {cy: gwely, en: bed}
  definition: {cy: "Lle i dyfu [@spade2021].", en: "A place to grow [@spade2021]."}
""",
    "content/pages/row.yml": """\
id: row
title: {cy: Rhes, en: Row}
summary: {cy: Crynodeb., en: A summary.}
text:
  cy: "Un gwely [@fork2020; @spade2021]."
  en: "One [@fork2020; @spade2021], a bed @fork2020 and [@spade2021]."
review: {cy: {state: draft}, en: {state: draft}}
""",
}


def link(project: Project) -> Linked:
    linked, problems = check_guide(project)
    assert linked is not None
    assert problems == []
    return linked


def test_each_place_of_a_source_is_known_by_page_record_and_place_in_its_text(
    guide_with: Callable[[Mapping[str, str]], Project],
) -> None:
    linked = link(guide_with(FILES))
    row = "One [@fork2020; @spade2021], a bed @fork2020 and [@spade2021]."
    places = {
        key: [
            (place.page, place.number, place.owner, place.markdown, place.group, place.part)
            for place in found
        ]
        for key, found in linked.citings["en"].items()
    }
    assert places == {
        "spade2021": [
            ("home", 1, "", "Welcome [@spade2021].", 0, 0),
            ("section/soil", 1, "", "Begin [@spade2021].", 0, 0),
            ("glossary", 1, "glossary#bed", "A place to grow [@spade2021].", 0, 0),
            ("page/row", 1, "row", row, 0, 1),
            ("page/row", 2, "row", row, 2, 0),
        ],
        "fork2020": [("page/row", 1, "row", row, 0, 0), ("page/row", 2, "row", row, 1, 0)],
    }
    assert [len(found) for found in linked.citings["cy"].values()] == [4, 1]
    assert linked.cite_numbers["page/row", "en", "spade2021"] == {(row, 0, 1): 1, (row, 2, 0): 2}
    assert "" not in {page for page, _, _ in linked.cite_numbers}


def test_words_that_are_quoted_name_their_source_in_the_language_of_the_quotation(
    seeds_linked: Linked,
) -> None:
    quoted = {
        (key, place.page, place.owner, place.markdown, place.quoted_in)
        for key, places in seeds_linked.citings["cy"].items()
        for place in places
        if place.quoted_in
    }
    assert {
        (
            "garddwr2019",
            "entry/watering",
            "watering",
            "Nid dŵr y mae’r gwreiddiau’n ei yfed, ond dŵr ac aer.",
            "cy",
        ),
        (
            "spade2021",
            "entry/watering",
            "watering",
            "Wait until the top of the soil is dry.",
            "en",
        ),
    } <= quoted


def test_a_citation_in_a_field_quotes_no_words(seeds_linked: Linked) -> None:
    assert ("entry/soil-quiz", "soil-quiz", "", None) in {
        (place.page, place.owner, place.markdown, place.quoted_in)
        for place in seeds_linked.citings["en"]["garddwr2019"]
    }


def test_every_id_leads_to_its_page(guide_with: Callable[[Mapping[str, str]], Project]) -> None:
    linked = link(guide_with(FILES))
    assert linked.keys == {"bed": "glossary", "soil": "section/soil", "row": "page/row"}


def test_texts_that_use_a_term_are_kept_with_it_marked(
    guide_with: Callable[[Mapping[str, str]], Project],
) -> None:
    linked = link(guide_with(FILES))
    assert {
        text: [piece for piece in marked.pieces if isinstance(piece, UsedTerm)]
        for text, marked in linked.termed["en"].items()
    } == {
        "One [@fork2020; @spade2021], a bed @fork2020 and [@spade2021].": [UsedTerm("bed", "bed")]
    }
    assert linked.used_in["en"] == {"bed": ("row",)}
