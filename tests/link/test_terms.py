"""Terms of the glossary are found where texts use them, in the forms that sentences give them."""

from __future__ import annotations

import pytest

from hadau.link.markup import parse_text
from hadau.link.terms import TermFinder
from hadau.model.entries import GlossaryTerm
from hadau.model.linked import EntryLink, Linked, UsedTerm
from hadau.model.text import Language


def term(id_: str, cy: str, en: str, **more: object) -> GlossaryTerm:
    return GlossaryTerm.model_validate(
        {
            "id": id_,
            "term": {"cy": cy, "en": en},
            "definition": {"cy": "Ystyr.", "en": "Meaning."},
            **more,
        }
    )


GLOSSARY = (
    term("power", "grym", "power"),
    term("map", "map grym", "power map"),
    term("trust", "ymddiriedaeth", "trust"),
    term("advantage", "mantais gydweithredol", "collaborative advantage"),
    term("collaboration", "cydweithio", "collaboration"),
    term("board", "Bwrdd Gwasanaethau Cyhoeddus (BGC)", "Public Services Board (PSB)"),
    term("system", "y system gyfan", "whole system"),
    term("partner", "partneriaeth", "partnership", forms={"cy": ("partneriaethau",)}),
    term("body", "corff", "body"),
    term("ampere", "amp", "amp"),
    term("slug", "gwlithen", "slug", explain="where-linked"),
)


def found(markdown: str, language: Language = "en") -> list[tuple[str, str]]:
    """The id and words of each term that a text is found to use."""
    parsed, faults = parse_text(markdown)
    assert faults == ()
    marked = TermFinder(GLOSSARY, language).mark(parsed)
    pieces = marked.pieces if marked else ()
    # Nothing is lost and nothing is added.
    words = [piece.words if isinstance(piece, UsedTerm) else piece for piece in pieces]
    if marked and not any(isinstance(piece, EntryLink) for piece in pieces):
        assert "".join(map(str, words)) == "".join(map(str, parsed.pieces))
    return [(piece.id, piece.words) for piece in pieces if isinstance(piece, UsedTerm)]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("grym", "grym"),
        ("eich rym chi", "rym"),
        ("yn ngrym", "ngrym"),
        ("hyn. Grym yw", "Grym"),
        ("ei hymddiriedaeth", "hymddiriedaeth"),
        ("y fantais gydweithredol", "fantais gydweithredol"),
        ("a chydweithio", "chydweithio"),
        ("fy nghydweithio", "nghydweithio"),
        ("gyda’i gydweithio", "gydweithio"),
        ("o’r Bwrdd Gwasanaethau Cyhoeddus lleol", "Bwrdd Gwasanaethau Cyhoeddus"),
        ("i Fwrdd Gwasanaethau Cyhoeddus", "Fwrdd Gwasanaethau Cyhoeddus"),
        ("ein BGC ni", "BGC"),
        ("y system gyfan", "system gyfan"),
        ("dwy bartneriaeth", "bartneriaeth"),
        ("eu partneriaethau", "partneriaethau"),
        ("tair phartneriaethau", "phartneriaethau"),
        ("chorff", "chorff"),
    ],
)
def test_a_term_is_found_in_each_form_that_welsh_gives_it(written: str, words: str) -> None:
    assert [shown for _, shown in found(f"Dyma {written} heddiw.", "cy")] == [words]


@pytest.mark.parametrize(
    "written", ["ymgydweithio", "gryma", "cyd-grym", "grym-x", "bgc", "gwlithen", "system", "power"]
)
def test_what_only_looks_like_a_welsh_term_is_not_found(written: str) -> None:
    assert found(f"Dyma {written} heddiw.", "cy") == []


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("Trust grows.", [("trust", "Trust")]),
        ("It ends. Trust grows.", [("trust", "Trust")]),
        ("The “Trust” of old.", []),
        ("Ask the Health Trust.", []),
        ("Bodies and partnerships.", [("body", "Bodies"), ("partner", "partnerships")]),
        ("A Public\nServices Board.", [("board", "Public\nServices Board")]),
        ("One public services board, one PSB.", [("board", "public services board")]),
        ("Two PSBs.", [("board", "PSBs")]),
        ("No psb.", []),
        ("Power, power, power.", [("power", "Power")]),
        ("Power maps, power.", [("map", "Power maps"), ("power", "power")]),
        ("*Trust* and **power**.", [("trust", "Trust"), ("power", "power")]),
        ("Collaborative advantage.", [("advantage", "Collaborative advantage")]),
        ("A slug.", []),
        ("The body’s trust.", [("body", "body"), ("trust", "trust")]),
        ("empower, power-play, non-power", []),
        ("R&amp;D, or R&D", []),
    ],
)
def test_terms_are_found_once_in_a_text_as_common_words(
    written: str, terms: list[tuple[str, str]]
) -> None:
    assert found(written) == terms


@pytest.mark.parametrize(
    "written",
    [
        "[trust](https://example.org/)",
        "[[power|trust]]",
        "`trust`",
        '<span lang="fr">trust</span>',
        "<cite>On <em>my</em> trust</cite>",
        '<abbr title="trust">T</abbr>',
        '<time datetime="trust">now</time>',
    ],
)
def test_links_code_titles_and_other_languages_are_left_alone(written: str) -> None:
    assert found(f"See {written} here.") == []
    assert found(f"See {written}, and power too.") == [("power", "power")]


def test_the_pages_that_use_a_term_are_known_in_each_language(seeds_linked: Linked) -> None:
    assert seeds_linked.used_in["en"]["mulch"] == ("year-of-the-bed",)
    assert seeds_linked.used_in["cy"]["mulch"] == ("year-of-the-bed",)
    assert set(seeds_linked.used_in["en"]["compost"]) == {"my-habits", "soil-ladder", "soil-quiz"}
