"""What a reference manager finds in a page about each source."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs

from hadau.load.bibtex import load_sources
from hadau.render.coins import make_coins


def coins(entry: str) -> dict[str, list[str]]:
    """The pairs that an entry of BibTeX gives."""
    (source,) = load_sources(entry, "a.bib")[0].values()
    shown = re.fullmatch(r'<span class="Z3988" title="([^"<>]*)"></span>', make_coins(source))
    assert shown is not None
    return parse_qs(unescape(shown[1]), strict_parsing=True)


def test_an_article_is_told_by_its_journal_and_every_author() -> None:
    assert coins(
        "@article{a, author={Rees, Ann and {Y Corff} and Huws, Si{\\^a}n}, title={\"A\" & 'b' <c>},"
        " journal={J & K}, year=2019, volume=3, number=2, pages={12--19}, doi={10.1000/x}}"
    ) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft_id": ["info:doi/10.1000/x"],
        "rft.genre": ["article"],
        "rft.atitle": ["\"A\" & 'b' <c>"],
        "rft.jtitle": ["J & K"],
        "rft.date": ["2019"],
        "rft.volume": ["3"],
        "rft.issue": ["2"],
        "rft.pages": ["12-19"],
        "rft.aulast": ["Rees"],
        "rft.aufirst": ["Ann"],
        "rft.au": ["Rees, Ann", "Y Corff", "Huws, Siân"],
    }


def test_a_chapter_is_told_by_its_book_and_a_web_page_by_its_address() -> None:
    chapter = coins(
        "@incollection{a, author={Rees, A.}, title={Part}, booktitle={Whole}, year=2019,"
        " publisher={P}, address={Aber}}"
    )
    assert chapter["rft.genre"] == ["bookitem"]
    assert (chapter["rft.atitle"], chapter["rft.btitle"]) == (["Part"], ["Whole"])
    assert (chapter["rft.pub"], chapter["rft.place"]) == (["P"], ["Aber"])
    page = coins("@online{a, author={{Y Corff}}, title={Page}, url={https://example.org/?a=1&b=2}}")
    assert page["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    assert page["rft_id"] == ["https://example.org/?a=1&b=2"]
    assert (page["rft.title"], page["rft.creator"]) == (["Page"], ["Y Corff"])
