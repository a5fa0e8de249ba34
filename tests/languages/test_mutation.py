import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.languages import cy, en


@pytest.mark.parametrize(
    ("word", "soft", "nasal", "aspirate"),
    [
        ("pŵer", "bŵer", "mhŵer", "phŵer"),
        ("tegwch", "degwch", "nhegwch", "thegwch"),
        ("Caerdydd", "Gaerdydd", "Nghaerdydd", "Chaerdydd"),
        ("bwrdd", "fwrdd", "mwrdd", "bwrdd"),
        ("Dinbych", "Ddinbych", "Ninbych", "Dinbych"),
        ("Gwynedd", "Wynedd", "Ngwynedd", "Gwynedd"),
        ("gŵyl", "ŵyl", "ngŵyl", "gŵyl"),
        ("Gŵyl", "Ŵyl", "Ngŵyl", "Gŵyl"),
        ("mantais", "fantais", "mantais", "mantais"),
        ("Llywodraeth Cymru", "Lywodraeth Cymru", "Llywodraeth Cymru", "Llywodraeth Cymru"),
        ("Rhyl", "Ryl", "Rhyl", "Rhyl"),
        ("(cymuned)", "(gymuned)", "(nghymuned)", "(chymuned)"),
        ("ysgol", "ysgol", "ysgol", "ysgol"),
        ("sefydliad", "sefydliad", "sefydliad", "sefydliad"),
        ("chwarae", "chwarae", "chwarae", "chwarae"),
        ("ffordd", "ffordd", "ffordd", "ffordd"),
        ("theori", "theori", "theori", "theori"),
        ("Tsieina", "Tsieina", "Tsieina", "Tsieina"),
        ("BBC", "BBC", "BBC", "BBC"),
        ("PSB", "PSB", "PSB", "PSB"),
        ("", "", "", ""),
    ],
)
def test_a_word_mutates(word: str, soft: str, nasal: str, aspirate: str) -> None:
    assert (cy.soft(word), cy.nasal(word), cy.aspirate(word)) == (soft, nasal, aspirate)


@pytest.mark.parametrize("word", ["gêm", "golff", "braf", "miliwn", "biliwn"])
def test_some_words_never_soften(word: str) -> None:
    assert cy.soft(word) == word


@pytest.mark.parametrize(
    ("word", "changed"),
    [("gyda phawb", "chyda phawb"), ("gan", "chan"), ("Dros", "Thros"), ("drwy", "thrwy")],
)
def test_words_that_softened_long_ago_aspirate_from_their_first_form(
    word: str, changed: str
) -> None:
    assert cy.aspirate(word) == changed


@given(st.text())
def test_any_text_can_be_asked_to_mutate(text: str) -> None:
    for mutate in (cy.soft, cy.nasal, cy.aspirate):
        assert isinstance(mutate(text), str)


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("grym", ("grym", "rym", "ngrym")),
        ("partneriaeth", ("partneriaeth", "bartneriaeth", "mhartneriaeth", "phartneriaeth")),
        ("ymddiriedaeth", ("ymddiriedaeth", "hymddiriedaeth")),
        ("y system gyfan", ("system gyfan",)),
        ("BGC", ("BGC",)),
        ("Bwrdd Iechyd", ("Bwrdd Iechyd", "Fwrdd Iechyd", "Mwrdd Iechyd")),
    ],
)
def test_a_phrase_has_the_forms_that_a_sentence_may_give_it(
    phrase: str, forms: tuple[str, ...]
) -> None:
    assert cy.word_forms(phrase) == forms


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("service user", "service users"),
        ("body", "bodies"),
        ("day", "days"),
        ("process", "processes"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("wish", "wishes"),
        ("PSB", "PSBs"),
    ],
)
def test_an_english_phrase_has_its_regular_plural(phrase: str, plural: str) -> None:
    assert en.word_forms(phrase) == (phrase, plural)
