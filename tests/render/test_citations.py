"""Works as a text names them and as a list of references tells them, in both languages.

Longer than other modules: most of it is a table of works and of how each reads.
"""

from typing import get_args

import pytest
from markupsafe import Markup

from hadau.model.guide import Name, Source, SourceType
from hadau.model.text import LANGUAGES, Language
from hadau.render.citations import in_text, reference, sort_sources, year_suffixes

HOSTILE = "<script>alert('1')</script>\" onload=\"x"

HUXHAM = Name("Huxham", "Chris")
VANGEN = Name("Vangen", "S. E.")
ACADEMI = Name("Academi Wales", corporate=True)


def work(
    key: str = "key",
    type: SourceType = "book",
    authors: tuple[Name, ...] = (),
    title: str = "Title",
    year: str = "2005",
    *,
    editors: tuple[Name, ...] = (),
    others: bool = False,
    **fields: str,
) -> Source:
    return Source(key, type, authors, editors, others, title, year, fields)


def people(*families: str) -> tuple[Name, ...]:
    return tuple(Name(family, "A.") for family in families)


BOOK = work(
    authors=(HUXHAM, VANGEN),
    title="Managing to Collaborate",
    publisher="Taylor & Francis",
    address="Abingdon",
    edition="2",
)
ACT = work(
    "wfgact2015",
    "legislation",
    title="Well-being of Future Generations (Wales) Act 2015",
    year="2015",
    number="anaw 2",
    url="https://www.legislation.gov.uk/anaw/2015/2",
    urldate="2026-11-23",
)


# In the text


@pytest.mark.parametrize(
    ("source", "welsh", "english"),
    [
        pytest.param(work(authors=people("Gobillot")), "Gobillot", "Gobillot", id="one"),
        pytest.param(
            work(authors=people("Ansell", "Gash")), "Ansell a Gash", "Ansell and Gash", id="two"
        ),
        pytest.param(
            work(authors=people("Ansell", "Iorwerth")),
            "Ansell ac Iorwerth",
            "Ansell and Iorwerth",
            id="ac before a vowel",
        ),
        pytest.param(
            work(authors=people("Gash", "Parsons")),
            "Gash a Parsons",
            "Gash and Parsons",
            id="names do not mutate",
        ),
        pytest.param(
            work(authors=people("Emerson", "Nabatchi", "Balogh")),
            "Emerson, Nabatchi a Balogh",
            "Emerson, Nabatchi and Balogh",
            id="three",
        ),
        pytest.param(
            work(authors=people("Bryson", "Crosby", "Stone", "Saunoi-Sandgren")),
            "Bryson <i>et al.</i>",
            "Bryson <i>et al.</i>",
            id="four",
        ),
        pytest.param(
            work(authors=people("Lasker", "Weiss"), others=True),
            "Lasker <i>et al.</i>",
            "Lasker <i>et al.</i>",
            id="and others",
        ),
        pytest.param(work(authors=(ACADEMI,)), "Academi Wales", "Academi Wales", id="a body"),
        pytest.param(work(editors=people("Huxham")), "Huxham", "Huxham", id="editors"),
        pytest.param(
            work(title="Canllawiau"),
            "<cite>Canllawiau</cite>",
            "<cite>Canllawiau</cite>",
            id="no author, a book",
        ),
        pytest.param(
            work(type="article", title="Trust"), "‘Trust’", "‘Trust’", id="no author, an article"
        ),
        pytest.param(
            work(type="incollection", title="Trust", editors=people("Huxham")),
            "‘Trust’",
            "‘Trust’",
            id="the editors of a book did not write its chapters",
        ),
    ],
)
def test_a_text_names_the_authors(source: Source, welsh: str, english: str) -> None:
    assert in_text(source, "", "cy").author == welsh
    assert in_text(source, "", "en").author == english


@pytest.mark.parametrize(
    ("year", "suffix", "welsh", "english"),
    [
        ("2005", "", "2005", "2005"),
        ("2019", "a", "2019a", "2019a"),
        ("", "", "dim dyddiad", "no date"),
        ("", "b", "dim dyddiad b", "no date b"),
    ],
)
def test_a_text_gives_the_year(year: str, suffix: str, welsh: str, english: str) -> None:
    source = work(authors=(HUXHAM,), year=year)
    assert in_text(source, suffix, "cy").year == welsh
    assert in_text(source, suffix, "en").year == english


def test_the_three_forms_of_a_citation() -> None:
    cited = in_text(BOOK, "", "en")
    assert cited.parenthetical("p. 37") == "Huxham and Vangen, 2005, p. 37"
    assert cited.narrative("p. 37") == "Huxham and Vangen (2005, p. 37)"
    assert cited.year_only("p. 37") == "2005, p. 37"
    assert cited.parenthetical() == "Huxham and Vangen, 2005"
    assert cited.narrative() == "Huxham and Vangen (2005)"
    assert cited.year_only() == "2005"


def test_the_year_of_an_act_is_part_of_its_title() -> None:
    act = "<cite>Well-being of Future Generations (Wales) Act 2015</cite>"
    cited = in_text(ACT, "", "en")
    assert cited.parenthetical() == act
    assert cited.parenthetical("s. 5") == f"{act}, s. 5"
    assert cited.narrative() == act
    assert cited.narrative("s. 5") == f"{act} (s. 5)"
    assert cited.year_only() == "2015"


def test_a_note_is_escaped_unless_it_is_safe_already() -> None:
    cited = in_text(BOOK, "", "en")
    assert cited.year_only("<b>") == "2005, &lt;b&gt;"
    assert cited.year_only(Markup("<b>5</b>")) == "2005, <b>5</b>"


def test_the_plain_words_of_a_citation_can_be_had_back() -> None:
    cited = in_text(work(authors=people("A", "B", "C", "D & E")), "", "en")
    assert cited.parenthetical().striptags() == "A et al., 2005"


# References


@pytest.mark.parametrize(
    ("source", "welsh", "english"),
    [
        pytest.param(
            BOOK,
            "Huxham, C. a Vangen, S.E. (2005) <cite>Managing to Collaborate</cite>. 2il arg."
            " Abingdon: Taylor &amp; Francis.",
            "Huxham, C. and Vangen, S.E. (2005) <cite>Managing to Collaborate</cite>. 2nd ed."
            " Abingdon: Taylor &amp; Francis.",
            id="book",
        ),
        pytest.param(
            work(
                type="article",
                authors=people("Ansell", "Gash"),
                title="Collaborative governance in theory and practice",
                year="2008",
                journal="Journal of Public Administration Research and Theory",
                volume="18",
                number="4",
                pages="543--571",
                doi="10.1093/jopart/mum032",
                url="https://example.org/not-shown",
            ),
            "Ansell, A. a Gash, A. (2008) ‘Collaborative governance in theory and practice’,"
            " <cite>Journal of Public Administration Research and Theory</cite>, 18(4),"
            ' tt. 543–571. Ar gael yn: <a href="https://doi.org/10.1093/jopart/mum032">'
            "https://doi.org/10.1093/jopart/mum032</a>.",
            "Ansell, A. and Gash, A. (2008) ‘Collaborative governance in theory and practice’,"
            " <cite>Journal of Public Administration Research and Theory</cite>, 18(4),"
            ' pp. 543–571. Available at: <a href="https://doi.org/10.1093/jopart/mum032">'
            "https://doi.org/10.1093/jopart/mum032</a>.",
            id="article",
        ),
        pytest.param(
            work(
                type="incollection",
                authors=people("Newman"),
                editors=people("Evans", "Owen"),
                title="Diwylliant",
                year="1996",
                booktitle="Partneriaethau",
                publisher="Gwasg Prifysgol Cymru",
                address="Caerdydd",
                pages="12-30",
                edition="Third",
            ),
            "Newman, A. (1996) ‘Diwylliant’. Yn: Evans, A. ac Owen, A. (goln)"
            " <cite>Partneriaethau</cite>. 3ydd arg. Caerdydd: Gwasg Prifysgol Cymru, tt. 12–30.",
            "Newman, A. (1996) ‘Diwylliant’. In: Evans, A. and Owen, A. (eds)"
            " <cite>Partneriaethau</cite>. 3rd ed. Caerdydd: Gwasg Prifysgol Cymru, pp. 12–30.",
            id="chapter",
        ),
        pytest.param(
            work(
                type="inproceedings",
                authors=people("Miles"),
                editors=people("Owen"),
                title="Common purpose",
                booktitle="Proceedings of the Summer School",
                pages="7",
            ),
            "Miles, A. (2005) ‘Common purpose’. Yn: Owen, A. (gol.)"
            " <cite>Proceedings of the Summer School</cite>, t. 7.",
            "Miles, A. (2005) ‘Common purpose’. In: Owen, A. (ed.)"
            " <cite>Proceedings of the Summer School</cite>, p. 7.",
            id="conference paper",
        ),
        pytest.param(
            work(
                type="report",
                authors=(Name("Llywodraeth Cymru", corporate=True),),
                title="Cymru’n Un",
                number="12",
                institution="Llywodraeth Cymru",
                address="Caerdydd",
            ),
            "Llywodraeth Cymru (2005) <cite>Cymru’n Un</cite>. Adroddiad 12."
            " Caerdydd: Llywodraeth Cymru.",
            "Llywodraeth Cymru (2005) <cite>Cymru’n Un</cite>. Report 12."
            " Caerdydd: Llywodraeth Cymru.",
            id="report",
        ),
        pytest.param(
            work(
                type="thesis",
                authors=people("Parry"),
                title="Why trust?",
                school="Prifysgol Abertawe",
                type_="",
            ),
            "Parry, A. (2005) <cite>Why trust?</cite> Traethawd ymchwil. Prifysgol Abertawe.",
            "Parry, A. (2005) <cite>Why trust?</cite> Thesis. Prifysgol Abertawe.",
            id="thesis",
        ),
        pytest.param(
            work(
                type="online",
                authors=(Name("One Team Gov", corporate=True),),
                title="Principles",
                year="",
                organization="One Team Gov",
                url="https://example.org/?a=1&b=2",
                urldate="2024-01-05",
            ),
            "One Team Gov (dim dyddiad) <cite>Principles</cite>. Ar gael yn:"
            ' <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>'
            " (Cyrchwyd: 5 Ionawr 2024).",
            "One Team Gov (no date) <cite>Principles</cite>. Available at:"
            ' <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>'
            " (Accessed: 5 January 2024).",
            id="online",
        ),
        pytest.param(
            ACT,
            "<cite>Well-being of Future Generations (Wales) Act 2015</cite>, dccc 2. Ar gael yn:"
            ' <a href="https://www.legislation.gov.uk/anaw/2015/2">'
            "https://www.legislation.gov.uk/anaw/2015/2</a> (Cyrchwyd: 23 Tachwedd 2026).",
            "<cite>Well-being of Future Generations (Wales) Act 2015</cite>, anaw 2. Available at:"
            ' <a href="https://www.legislation.gov.uk/anaw/2015/2">'
            "https://www.legislation.gov.uk/anaw/2015/2</a> (Accessed: 23 November 2026).",
            id="legislation",
        ),
        pytest.param(
            work(type="misc", authors=(ACADEMI,), title="Poster", howpublished="Leaflet"),
            "Academi Wales (2005) <cite>Poster</cite>. Leaflet.",
            "Academi Wales (2005) <cite>Poster</cite>. Leaflet.",
            id="misc",
        ),
        pytest.param(
            work(
                authors=people("Parsons", "Mckenna"),
                editors=(Name("Hicks", "Jo"),),
                title="Taking Risks",
                publisher="Academi Wales",
                series="Sowing Seeds",
                number="4",
            ),
            "Parsons, A. a Mckenna, A. (2005) <cite>Taking Risks</cite>. Golygwyd gan J. Hicks."
            " Academi Wales (Sowing Seeds, 4).",
            "Parsons, A. and Mckenna, A. (2005) <cite>Taking Risks</cite>. Edited by J. Hicks."
            " Academi Wales (Sowing Seeds, 4).",
            id="authors and an editor, in a series",
        ),
        pytest.param(
            work(editors=people("Huxham", "Evans"), volume="2", publisher="Sage"),
            "Huxham, A. ac Evans, A. (goln) (2005) <cite>Title</cite>. Cyf. 2. Sage.",
            "Huxham, A. and Evans, A. (eds) (2005) <cite>Title</cite>. Vol. 2. Sage.",
            id="edited book",
        ),
        pytest.param(
            work(type="article", title="Trust", journal="Regional Studies", eid="e5"),
            "‘Trust’ (2005) <cite>Regional Studies</cite>, erthygl e5.",
            "‘Trust’ (2005) <cite>Regional Studies</cite>, article e5.",
            id="article without author or pages",
        ),
        pytest.param(
            work(title="Canllawiau", publisher="Sage"),
            "<cite>Canllawiau</cite> (2005). Sage.",
            "<cite>Canllawiau</cite> (2005). Sage.",
            id="book without author",
        ),
        pytest.param(
            work(authors=people("A", "B", "C", "D", "E")),
            "A, A., B, A., C, A., D, A. ac E, A. (2005) <cite>Title</cite>.",
            "A, A., B, A., C, A., D, A. and E, A. (2005) <cite>Title</cite>.",
            id="a list names every author",
        ),
        pytest.param(
            work(authors=people("Lasker", "Weiss"), others=True),
            "Lasker, A., Weiss, A. <i>et al.</i> (2005) <cite>Title</cite>.",
            "Lasker, A., Weiss, A. <i>et al.</i> (2005) <cite>Title</cite>.",
            id="and others",
        ),
    ],
)
def test_a_reference_reads_in_both_languages(source: Source, welsh: str, english: str) -> None:
    assert reference(source, "", "cy") == welsh
    assert reference(source, "", "en") == english


def test_a_reference_carries_the_letter_of_its_year() -> None:
    assert reference(work(authors=(HUXHAM,)), "b", "cy") == (
        "Huxham, C. (2005b) <cite>Title</cite>."
    )


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Chris", "X, C."),
        ("Roger C.", "X, R.C."),
        ("J.H.", "X, J.H."),
        ("J. H.", "X, J.H."),
        ("JH", "X, J.H."),
        ("Jean-Paul", "X, J.-P."),
        ("J.-P.", "X, J.-P."),
        ("Llinos", "X, Ll."),
        ("Émile", "X, É."),
        ("Martin Luther, Jr", "X, M.L., Jr"),
        ("", "X"),
    ],
)
def test_given_names_become_initials(given: str, written: str) -> None:
    assert reference(work(authors=(Name("X", given),)), "", "en") == (
        f"{written} (2005) <cite>Title</cite>."
    )


@pytest.mark.parametrize(
    ("edition", "welsh", "english"),
    [
        ("", "", ""),
        ("1", "", ""),
        ("First", "", ""),
        ("2", " 2il arg.", " 2nd ed."),
        ("2nd", " 2il arg.", " 2nd ed."),
        ("3ydd", " 3ydd arg.", " 3rd ed."),
        ("second", " 2il arg.", " 2nd ed."),
        ("11", " 11eg arg.", " 11th ed."),
        ("Revised", " Revised arg.", " Revised ed."),
        ("Revised edition", " Revised edition.", " Revised edition."),
    ],
)
def test_editions_after_the_first_are_counted(edition: str, welsh: str, english: str) -> None:
    source = work(authors=(HUXHAM,), edition=edition)
    assert reference(source, "", "cy") == f"Huxham, C. (2005) <cite>Title</cite>.{welsh}"
    assert reference(source, "", "en") == f"Huxham, C. (2005) <cite>Title</cite>.{english}"


@pytest.mark.parametrize(
    ("type", "welsh", "english"),
    [
        ("phdthesis", "Traethawd PhD", "PhD thesis"),
        ("PhD thesis", "Traethawd PhD", "PhD thesis"),
        ("mathesis", "Traethawd Meistr", "Master’s thesis"),
        ("Traethawd MPhil", "Traethawd MPhil", "Traethawd MPhil"),
    ],
)
def test_the_degree_of_a_thesis_is_named(type: str, welsh: str, english: str) -> None:
    source = Source("key", "thesis", (HUXHAM,), (), False, "Title", "2005", {"type": type})
    assert reference(source, "", "cy") == f"Huxham, C. (2005) <cite>Title</cite>. {welsh}."
    assert reference(source, "", "en") == f"Huxham, C. (2005) <cite>Title</cite>. {english}."


@pytest.mark.parametrize(
    ("urldate", "welsh", "english"),
    [
        ("2024-03-01", "1 Mawrth 2024", "1 March 2024"),
        ("2024-03", "Mawrth 2024", "March 2024"),
        ("2024", "2024", "2024"),
        ("last week", "last week", "last week"),
        ("2024-02-31", "2024-02-31", "2024-02-31"),
    ],
)
def test_the_day_of_a_visit_is_written_in_words(urldate: str, welsh: str, english: str) -> None:
    source = work(authors=(HUXHAM,), url="https://a.cymru", urldate=urldate)
    link = '<a href="https://a.cymru">https://a.cymru</a>'
    start = "Huxham, C. (2005) <cite>Title</cite>."
    assert reference(source, "", "cy") == f"{start} Ar gael yn: {link} (Cyrchwyd: {welsh})."
    assert reference(source, "", "en") == f"{start} Available at: {link} (Accessed: {english})."


@pytest.mark.parametrize(
    ("doi", "href", "shown"),
    [
        ("10.1/a", "10.1/a", "10.1/a"),
        ("doi:10.1/a", "10.1/a", "10.1/a"),
        ("https://doi.org/10.1/a", "10.1/a", "10.1/a"),
        ("http://dx.doi.org/10.1/a", "10.1/a", "10.1/a"),
        ("10.1/(SICI)1:1<1::A>2", "10.1/(SICI)1:1%3C1::A%3E2", "10.1/(SICI)1:1&lt;1::A&gt;2"),
    ],
)
def test_a_doi_becomes_one_kind_of_link(doi: str, href: str, shown: str) -> None:
    assert reference(work(authors=(HUXHAM,), doi=doi), "", "en") == (
        "Huxham, C. (2005) <cite>Title</cite>. Available at:"
        f' <a href="https://doi.org/{href}">https://doi.org/{shown}</a>.'
    )


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "www.example.org", "https://a b", "//example.org"],
)
def test_an_address_that_is_not_http_is_not_linked(url: str) -> None:
    assert reference(work(authors=(HUXHAM,), url=url), "", "en") == (
        f"Huxham, C. (2005) <cite>Title</cite>. Available at: {url}."
    )


@pytest.mark.parametrize(
    ("langid", "page", "lang"),
    [
        ("welsh", "en", ' lang="cy"'),
        ("welsh", "cy", ""),
        ("english", "cy", ' lang="en"'),
        ("British", "cy", ' lang="en"'),
        ("english", "en", ""),
        ("en-GB", "en", ""),
        ("en-GB", "cy", ' lang="en-gb"'),
        ("french", "cy", ' lang="fr"'),
        ("", "cy", ""),
        ("a language", "cy", ""),
        ('" onload="x', "cy", ""),
    ],
)
def test_a_title_carries_its_language_where_it_is_not_the_page_s(
    langid: str, page: Language, lang: str
) -> None:
    book = work(authors=(HUXHAM,), langid=langid)
    assert reference(book, "", page) == f"Huxham, C. (2005) <cite{lang}>Title</cite>."
    article = work(type="article", authors=(HUXHAM,), journal="J", language=langid)
    quoted = f"<span{lang}>Title</span>" if lang else "Title"
    assert reference(article, "", page) == f"Huxham, C. (2005) ‘{quoted}’, <cite{lang}>J</cite>."


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("The ‘locality effect’ today", "‘The “locality effect” today’"),
        ("What’s ‘what’s new’ for?", "‘What’s “what’s new” for?’"),
        ("Workers’ rights", "‘Workers’ rights’"),
    ],
)
def test_quotation_marks_change_inside_quotation_marks(title: str, quoted: str) -> None:
    assert in_text(work(type="article", title=title), "", "cy").author == quoted


@pytest.mark.parametrize(
    ("number", "welsh", "english"),
    [
        ("anaw 2", ", dccc 2", ", anaw 2"),
        ("dccc 2", ", dccc 2", ", anaw 2"),
        ("asc 1", ", dsc 1", ", asc 1"),
        ("c. 32", ", p. 32", ", c. 32"),
        ("nawm 3", ", mccc 3", ", nawm 3"),
        ("12", ", 12", ", 12"),
        ("", "", ""),
    ],
)
def test_the_number_of_an_act_is_written_as_the_law_of_each_language_has_it(
    number: str, welsh: str, english: str
) -> None:
    act = work(type="legislation", title="Deddf (Cymru)", year="2016", number=number)
    assert reference(act, "", "cy") == f"<cite>Deddf (Cymru) 2016</cite>{welsh}."
    assert reference(act, "", "en") == f"<cite>Deddf (Cymru) 2016</cite>{english}."


# Hostile words


@pytest.mark.parametrize("type", get_args(SourceType))
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_bibliography_becomes_html(type: SourceType, language: Language) -> None:
    fields = (
        "address booktitle doi edition eid eventtitle howpublished institution journal"
        " journaltitle langid language location number organization pages publisher school series"
        " type url urldate volume"
    ).split()
    named = Name(HOSTILE, HOSTILE)
    for authors in ((named,), (named,) * 5, ()):
        source = Source(
            HOSTILE,
            type,
            authors,
            (named,),
            bool(authors),
            HOSTILE,
            HOSTILE,
            dict.fromkeys(fields, HOSTILE),
        )
        cited = in_text(source, HOSTILE, language)
        for html in (
            reference(source, HOSTILE, language),
            cited.parenthetical(HOSTILE),
            cited.narrative(HOSTILE),
            cited.year_only(HOSTILE),
        ):
            assert isinstance(html, Markup)
            assert "<script" not in html
            assert 'onload="' not in html
            assert "alert" in html


def test_a_hostile_field_reads_as_it_was_written() -> None:
    source = work(authors=(Name("<b>", "<i>"),), title="<script>", publisher="A & B")
    assert reference(source, "", "en") == (
        "&lt;b&gt;, &lt;. (2005) <cite>&lt;script&gt;</cite>. A &amp; B."
    )


# The whole list


def test_works_that_a_text_would_cite_alike_get_letters_by_title() -> None:
    sources = [
        work("risks", authors=(ACADEMI,), title="Taking Risks", year="2019"),
        work("trust", authors=(ACADEMI,), title="A Matter of Trust", year="2019"),
        work("other", authors=(ACADEMI,), title="Another", year="2018"),
        work("single", authors=(HUXHAM,), year="2019"),
    ]
    expected = {"risks": "b", "trust": "a", "other": "", "single": ""}
    assert year_suffixes(sources) == expected
    assert year_suffixes(reversed(sources)) == expected


def test_works_without_a_date_get_letters_too() -> None:
    sources = [work("b", authors=(ACADEMI,), title="B", year="")]
    sources.append(work("a", authors=(ACADEMI,), title="A", year=""))
    assert year_suffixes(sources) == {"a": "a", "b": "b"}


def test_works_of_many_authors_get_letters_where_et_al_hides_the_difference() -> None:
    sources = [
        work("one", authors=people("Bryson", "B", "C", "D"), title="One"),
        work("two", authors=people("Bryson", "X", "Y", "Z"), title="Two"),
        work("three", authors=people("Bryson", "B"), title="Three"),
    ]
    assert year_suffixes(sources) == {"one": "a", "two": "b", "three": ""}


def test_acts_and_different_titles_get_no_letters() -> None:
    sources = [
        work("act1", "legislation", title="Act 2015", year="2015"),
        work("act2", "legislation", title="Act 2015", year="2015"),
        work("untitled1", title="One"),
        work("untitled2", title="Two"),
    ]
    assert set(year_suffixes(sources).values()) == {""}


def test_after_z_the_letters_double() -> None:
    sources = [work(f"k{n:03}", authors=(ACADEMI,), title=f"Title {n}") for n in range(1, 54)]
    suffixes = year_suffixes(sources)
    assert [suffixes[key] for key in ("k001", "k026", "k027", "k052", "k053")] == [
        "a",
        "z",
        "aa",
        "az",
        "ba",
    ]


def test_a_list_sorts_by_author_then_year_then_title() -> None:
    sources = [
        work("nodate", authors=(HUXHAM,), year=""),
        work("pair", authors=(HUXHAM, VANGEN), year="2000"),
        work("late", authors=(HUXHAM,), year="2010"),
        work("early-b", authors=(HUXHAM,), year="1996", title="The Beginning"),
        work("early-a", authors=(HUXHAM,), year="1996", title="An Anchor"),
        work("title", title="The Hunt"),
        work("edited", editors=people("Hall")),
        work("article-name", authors=people("An")),
    ]
    assert [source.key for source in sort_sources(sources, "en")] == [
        "article-name",
        "edited",
        "title",
        "early-a",
        "early-b",
        "late",
        "nodate",
        "pair",
    ]


def test_a_list_sorts_by_the_alphabet_of_its_language() -> None:
    sources = [work(name, authors=people(name)) for name in ("Lloyd", "Lucas", "Chen", "Cule")]
    assert [source.key for source in sort_sources(sources, "en")] == [
        "Chen",
        "Cule",
        "Lloyd",
        "Lucas",
    ]
    assert [source.key for source in sort_sources(sources, "cy")] == [
        "Cule",
        "Chen",
        "Lucas",
        "Lloyd",
    ]


def test_a_work_without_an_author_stands_by_its_title_in_the_language_of_the_list() -> None:
    sources = [
        work("act", "legislation", title="Well-being Act", title_cy="Deddf Llesiant"),
        work("emerson", authors=people("Emerson")),
    ]
    assert [source.key for source in sort_sources(sources, "en")] == ["emerson", "act"]
    assert [source.key for source in sort_sources(sources, "cy")] == ["act", "emerson"]


def test_letters_follow_the_order_of_the_list_in_both_languages() -> None:
    sources = [
        work("ll", authors=(ACADEMI,), title="Llais"),
        work("lu", authors=(ACADEMI,), title="Lwc"),
    ]
    suffixes = year_suffixes(sources)
    for language in LANGUAGES:
        letters = [suffixes[source.key] for source in sort_sources(sources, language)]
        assert letters == ["a", "b"]
