"""What search looks through: the words of each page, and the forms of a language's words."""

from __future__ import annotations

import json

from hadau.languages import Families
from hadau.languages.cy_forms import VERB_ENDINGS
from hadau.model.linked import Address
from hadau.model.page import Page
from hadau.model.text import Language
from hadau.publish.search_index import list_docs, write_search
from hadau.publish.search_words import write_families


def make_page(
    body: str, *, language: Language = "cy", url: str = "cy/gardd/", template: str = "framework"
) -> Page:
    return Page(
        address=Address("entry/bed", language, url),
        title="Gardd & gwely",
        description="Crynodeb",
        body=body,
        template=template,
    )


BODY = """<div class="hd-block hd-top">
<p class="hd-kicker">Fframwaith</p><h1>Gardd &amp; gwely</h1>
<p class="hd-summary">Crynodeb</p>
<table><tr><th>Pwy</th><th>Erbyn pryd</th></tr></table>
<svg><text>llun</text></svg>
<p>Mae’r <em>pridd</em>yn wlyb &lt;iawn&gt;.</p>
</div>

## Cam un&#58; palu {#dig}

<p>Palwch.<br>Wedyn<img src="x">hau.</p>

### Hau {#sow}

<p>Heuwch.</p>
"""


def test_a_page_is_its_beginning_and_what_stands_below_each_heading() -> None:
    assert list_docs(make_page(BODY)) == [
        {
            "location": "gardd/",
            "title": "Gardd & gwely",
            "summary": "Crynodeb",
            "text": "Pwy\nErbyn pryd\nMae’r priddyn wlyb <iawn>.",
        },
        {"location": "gardd/#dig", "title": "Cam un: palu", "text": "Palwch.\nWedyn\nhau."},
        {"location": "gardd/#sow", "title": "Hau", "text": "Heuwch."},
    ]


def test_a_page_that_lists_others_says_so() -> None:
    assert list_docs(make_page("", template="kind"))[0]["list"] is True


def test_a_language_finds_its_own_pages_and_no_other() -> None:
    pages = [
        make_page("<p>dŵr</p>"),
        make_page("<p>water</p>", language="en", url="en/garden/"),
    ]
    indexes = {
        language: json.loads(write_search(pages, language)["search_index.json"])
        for language in ("cy", "en")
    }
    assert [doc["location"] for doc in indexes["cy"]["docs"]] == ["gardd/"]
    assert [doc["location"] for doc in indexes["en"]["docs"]] == ["garden/"]


def test_each_language_has_a_file_of_what_search_must_know_of_its_words() -> None:
    pages = [make_page("<p>dŵr</p>"), make_page("<p>water</p>", language="en", url="en/garden/")]
    assert sorted(write_search(pages, "cy")) == ["search_index.json", "search_words.json"]
    english = write_search(pages, "en")
    assert sorted(english) == ["search_index.json", "search_words.json"]
    words = json.loads(english["search_words.json"])
    assert sorted(words) == ["apart", "irregular", "spellings"]
    assert words["irregular"]["go"] == "goes went gone"


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [make_page(BODY)]
    assert write_search(pages, "cy") == write_search(list(pages), "cy")


def families(*forms: tuple[str, ...]) -> Families:
    return Families(
        forms=forms, apart=("dim",), readings={}, onsets={"d": ("t",)}, vowels="a", credit="?"
    )


def test_words_with_the_same_endings_are_written_together() -> None:
    written = write_families(families(("llyfr", "llyfrau"), ("map", "mapiau"), ("nod", "nodau")))
    assert written["groups"] == [["- au", "llyfr nod"], ["- iau", "map"]]


def test_the_endings_of_a_verb_are_written_once() -> None:
    verb = tuple(sorted({f"gweithi{ending}" for ending in VERB_ENDINGS} | {"gwaith"}))
    assert write_families(families(verb))["groups"] == [["aith eithi*", "gw"]]
