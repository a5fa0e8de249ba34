"""A search index for each language, cut from the one of the whole site."""

from __future__ import annotations

import json

from hadau.publish.search_index import split_index

WHOLE = {
    "config": {"lang": ["en"], "separator": "[\\s]+", "pipeline": []},
    "docs": [
        {"location": "", "title": "Croeso", "text": ""},
        {"location": "cy/", "title": "Gardd", "text": "dŵr"},
        {"location": "cy/geirfa/#compost", "title": "compost", "text": "x"},
        {"location": "en/", "title": "Garden", "text": "water"},
        {"location": "en/glossary/", "title": "Glossary", "text": "cy/"},
        {"location": "cymru/", "title": "Neither", "text": ""},
    ],
}


def test_an_index_holds_the_pages_of_its_language_from_its_front_page() -> None:
    found = {
        language: [doc["location"] for doc in json.loads(index)["docs"]]
        for language, index in split_index(json.dumps(WHOLE).encode()).items()
    }
    assert found == {"cy": ["", "geirfa/#compost"], "en": ["", "glossary/"]}


def test_no_word_of_one_language_is_in_the_index_of_the_other() -> None:
    indexes = split_index(json.dumps(WHOLE).encode())
    assert b"water" not in indexes["cy"]
    assert "dŵr".encode() not in indexes["en"]
    assert "dŵr".encode() in indexes["cy"]


def test_welsh_words_are_neither_stemmed_nor_dropped_as_if_they_were_english() -> None:
    indexes = {
        language: json.loads(index)["config"]
        for language, index in split_index(json.dumps(WHOLE).encode()).items()
    }
    assert indexes["cy"]["pipeline"] == []
    assert indexes["en"]["pipeline"] == ["stemmer", "stopWordFilter", "trimmer"]
    assert indexes["cy"]["separator"] == "[\\s]+"


def test_a_site_without_pages_has_indexes_without_pages() -> None:
    indexes = split_index(b'{"config": {}, "docs": []}')
    assert [json.loads(index)["docs"] for index in indexes.values()] == [[], []]
