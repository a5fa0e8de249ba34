"""What an editor gets back for a BibTeX file, sound or damaged.

Longer than other modules: most of it is a table of files and of what is said of them.
"""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hadau.load.bibtex import load_sources
from hadau.model.guide import Name, Source


def read(text: str) -> Source:
    """The only source of a text without problems."""
    sources, problems = load_sources(text, "references.bib")
    assert problems == []
    (source,) = sources.values()
    return source


def problems_of(text: str) -> list[str]:
    return [str(problem) for problem in load_sources(text, "references.bib")[1]]


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in load_sources(text, "references.bib")[1]]


def lines(text: str) -> str:
    return dedent(text).strip("\n")


# --- sound files


def test_an_entry_becomes_a_source() -> None:
    text = lines(
        """
        % The works of the guide.

        @article{ansell2008,
          author  = {Ansell, Chris and Gash, Alison},
          title   = {Collaborative Governance in {Theory} and
                     {Practice}},
          journal = "Journal of Public Administration",
          year    = 2008,
          volume  = {18},
          pages   = {543--571},
          month   = oct,
          doi     = {10.1093/jopart/mum032},
        }
        """
    )
    assert read(text) == Source(
        key="ansell2008",
        type="article",
        authors=(Name("Ansell", "Chris"), Name("Gash", "Alison")),
        editors=(),
        others=False,
        title="Collaborative Governance in Theory and Practice",
        year="2008",
        fields={
            "journal": "Journal of Public Administration",
            "volume": "18",
            "pages": "543–571",
            "month": "10",
            "doi": "10.1093/jopart/mum032",
        },
        raw=text[text.index("@") :],
        line=3,
    )


def test_sources_stand_in_the_order_of_the_file() -> None:
    text = "@misc{zeta, title={Z}}\n@misc{alpha, title={A}}\n@misc{mu, title={M}}"
    assert list(load_sources(text, "references.bib")[0]) == ["zeta", "alpha", "mu"]


@pytest.mark.parametrize("text", ["", "\n\n", "Notes only, with {braces} and name@example.org."])
def test_a_file_without_entries_has_no_sources(text: str) -> None:
    assert load_sources(text, "references.bib") == ({}, [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("article", "article"),
        ("book", "book"),
        ("collection", "book"),
        ("mvbook", "book"),
        ("proceedings", "book"),
        ("incollection", "incollection"),
        ("inbook", "incollection"),
        ("inproceedings", "inproceedings"),
        ("conference", "inproceedings"),
        ("report", "report"),
        ("techreport", "report"),
        ("thesis", "thesis"),
        ("phdthesis", "thesis"),
        ("mastersthesis", "thesis"),
        ("online", "online"),
        ("electronic", "online"),
        ("www", "online"),
        ("legislation", "legislation"),
        ("misc", "misc"),
        ("booklet", "misc"),
        ("manual", "misc"),
        ("unpublished", "misc"),
        ("ARTICLE", "article"),
        ("PhDThesis", "thesis"),
    ],
)
def test_types_of_both_dialects_are_folded(written: str, meant: str) -> None:
    text = (
        f"@{written}{{key, author={{A, B}}, title={{T}}, journal={{J}}, booktitle={{B}}, "
        "institution={I}, year=2000, url={https://example.org/}}"
    )
    assert read(text).type == meant


@pytest.mark.parametrize(
    ("written", "kind"), [("phdthesis", "phdthesis"), ("mastersthesis", "mathesis")]
)
def test_a_thesis_keeps_which_degree_it_was_for(written: str, kind: str) -> None:
    entry = f"@{written}{{k, author={{A, B}}, title={{T}}, school={{S}}, year=2000"
    assert read(f"{entry}}}").fields["type"] == kind
    assert read(f"{entry}, type={{MPhil}}}}").fields["type"] == "MPhil"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("journaltitle = {X}", {"journal": "X"}),
        ("location = {X}", {"address": "X"}),
        ("address = {X}", {"address": "X"}),
        ("school = {X}", {"institution": "X"}),
        ("INSTITUTION = {X}", {"institution": "X"}),
        ("month = dec", {"month": "12"}),
        ("month = {March}", {"month": "3"}),
        ("month = {Sept.--Oct.}", {"month": "Sept.–Oct."}),
        ("note = {}", {}),
        ("note = { two\n   lines }", {"note": "two lines"}),
        ("note = {a\r\n  b}", {"note": "a b"}),
        ("note = 12", {"note": "12"}),
        ('note = "a {"} b"', {"note": 'a " b'}),
        ('note = "say {"hello"}"', {"note": 'say "hello"'}),
        ("note = {<bold>Fish &x; chips</bold>}", {"note": "<bold>Fish &x; chips</bold>"}),
        (r"note = {50% of {\^W}yn \& Co}", {"note": "50% of Ŵyn & Co"}),
        ("note = {w\u0302}", {"note": "ŵ"}),
        (r"url = {https://example.org/~a--b?c=%7E}", {"url": "https://example.org/~a--b?c=%7E"}),
        ("doi = {10.1002/(SICI)1097<8::AID-A4>3.0}", {"doi": "10.1002/(SICI)1097<8::AID-A4>3.0"}),
        ("doi = {https://doi.org/10.1000/182}", {"doi": "https://doi.org/10.1000/182"}),
        (r"eprint = {arXiv:a~b--c}", {"eprint": "arXiv:a~b--c"}),
        (r"file = {C:\papers\a.pdf}", {"file": r"C:\papers\a.pdf"}),
        ("note = {a},", {"note": "a"}),
        ("note\n=\n{a}", {"note": "a"}),
    ],
)
def test_a_field_is_read_as(written: str, folded: dict[str, str]) -> None:
    assert read(f"@misc{{key, title = {{T}}, {written}}}").fields == folded


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("year = 2016", "2016"),
        ("year = {2016}", "2016"),
        ("date = {2016}", "2016"),
        ("date = {2016-05}", "2016"),
        ("date = {2016-05-31}", "2016"),
        ("date = {2016-05-31T10:20:00Z}", "2016"),
        ("date = {2016-21}", "2016"),
        ("date = {2016~}", "2016"),
        ("date = {2016-05/2017-01}", "2016"),
        ("date = {2016/..}", "2016"),
        ("date = {2016-05}, year = {2015}", "2016"),
        ("note = {n.d.}", ""),
    ],
)
def test_the_year_comes_from_year_or_date(written: str, year: str) -> None:
    assert read(f"@misc{{key, title={{T}}, {written}}}").year == year


def test_comments_preambles_and_strings_are_fine() -> None:
    text = lines(
        r"""
        Text between entries is a comment, with an address: someone@example.org
        @comment{jabref-meta: databaseType:bibtex;}
        @preamble{"\newcommand{\noop}[1]{}"}
        @string(rs = "Regional")
        @STRING{Journal = rs # { Studies}}
        @article(key,
          author = {A, B}, title = "T (sic)", year = "20" # 10,
          journal = JOURNAL,
        )
        """
    )
    source = read(text)
    assert (source.fields, source.year, source.title, source.line) == (
        {"journal": "Regional Studies"},
        "2010",
        "T (sic)",
        6,
    )


def test_a_line_that_ends_with_a_backslash_counts() -> None:
    # bibtexparser does not count the line break after it.
    text = "@misc{one, title={A \\\\\n B}}\n@misc{two,\n  title={C}, year={x}}"
    sources, problems = load_sources(text, "references.bib")
    assert sources["two"].line == 3
    assert str(problems[0].position) == "references.bib:4:19"


def test_a_byte_order_mark_is_not_counted() -> None:
    text = "\ufeff@misc{key, title={T}, year={x}}"
    assert problems_of(text)[0].startswith("references.bib:1:28: ")


def test_authors_and_editors_are_split_before_latex_is_decoded() -> None:
    source = read(
        r"@book{key, title={T}, year=2000, author={{Llywodraeth Cymru} and {\'E}mile "
        r"{\O}st and van der Berg, Jan and others}, editor={{{Barnes and Noble}}}}"
    )
    assert source.authors == (
        Name("Llywodraeth Cymru", corporate=True),
        Name("Øst", "Émile"),
        Name("van der Berg", "Jan"),
    )
    assert source.editors == (Name("Barnes and Noble", corporate=True),)
    assert source.others


def test_others_of_the_editors_count_where_there_is_no_author() -> None:
    assert read("@book{k, title={T}, year=2000, editor={A, B and others}}").others
    assert not read("@book{k, title={T}, year=2000, author={X}, editor={A and others}}").others


# --- fields from other entries


def test_a_chapter_has_fields_from_its_book() -> None:
    text = lines(
        """
        @incollection{chapter, crossref = {book}, author = {A, B}, title = {Chapter}}
        @book{book, editor = {E, F}, title = {Book}, subtitle = {Essays}, date = {2016-05},
          xdata = {press}, label = {own}}
        @xdata{press, publisher = {Press}, location = {Cardiff}, title = {Not handed on twice}}
        """
    )
    sources, problems = load_sources(text, "references.bib")
    assert problems == []
    assert list(sources) == ["chapter", "book"]
    chapter = sources["chapter"]
    assert (chapter.title, chapter.year, chapter.editors) == (
        "Chapter",
        "2016",
        (Name("E", "F"),),
    )
    assert chapter.fields == {
        "crossref": "book",
        "booktitle": "Book",
        "booksubtitle": "Essays",
        "date": "2016-05",
        "publisher": "Press",
        "address": "Cardiff",
    }


@pytest.mark.parametrize(
    ("child", "name"),
    [("article", "journal"), ("book", "maintitle"), ("inproceedings", "booktitle")],
)
def test_the_title_of_a_parent_names_what_holds_the_child(child: str, name: str) -> None:
    text = (
        f"@{child}{{a, crossref={{p}}, author={{A, B}}, title={{A}}, year=2000}}"
        "@proceedings{p, title={Parent}, year=1999}"
    )
    source = load_sources(text, "references.bib")[0]["a"]
    assert (source.fields[name], source.title, source.year) == ("Parent", "A", "2000")


def test_its_own_year_wins_over_the_date_of_the_parent() -> None:
    text = (
        "@inbook{a, crossref={p}, author={A, B}, title={A}, year=2000}"
        "@book{p, title={P}, date={2010-01}, author={A, B}}"
    )
    assert load_sources(text, "references.bib")[0]["a"].year == "2000"


def test_a_slip_in_a_parent_is_reported_once() -> None:
    text = (
        "@inbook{a, crossref={p}, author={A, B}, title={A}}\n"
        "@inbook{b, crossref={p}, author={A, B}, title={B}}\n"
        "@book{p, title={P}, author={A, B}, year={soon}}\n"
    )
    assert problems_of(text) == [
        'references.bib:3:41: error: "soon" is not a year [bad-year]\n'
        "  expected: a year such as 2016\n"
        "  mend: write the year in four digits, or delete the field year"
    ]


def test_a_long_chain_of_parents_is_followed() -> None:
    chain = "".join(f"@misc{{k{i}, crossref={{k{i + 1}}}, title={{T}}}}\n" for i in range(3000))
    sources, problems = load_sources(chain + "@misc{k3000, title={T}, note={end}}", "r.bib")
    assert problems == []
    assert sources["k0"].fields["note"] == "end"


# --- problems, each with its whole wording

SLIPS = Path(__file__).parent / "bibtex-slips"


@pytest.mark.parametrize("slip", sorted(path.stem for path in SLIPS.glob("*.bib")))
def test_a_slip_is_told_with_its_place_and_its_mending(slip: str) -> None:
    text = (SLIPS / f"{slip}.bib").read_text(encoding="utf-8")
    told = (SLIPS / f"{slip}.txt").read_text(encoding="utf-8")
    assert "\n".join(problems_of(text)) + "\n" == told


def test_a_control_character_is_told_once_a_line() -> None:
    text = "@misc{a, title={A\x07B\x07},\n  note = {\x92\ud800}}"
    mending = (
        "  expected: letters, digits, marks and spaces\n"
        "  mend: delete it, or type the letter that was meant, and save the file as UTF-8"
    )
    place = "references.bib"
    assert problems_of(text) == [
        f"{place}:1:18: error: the character U+0007 cannot be shown [bad-character]\n{mending}",
        f"{place}:2:11: error: the character U+0092 cannot be shown [bad-character]\n{mending}",
    ]
    assert load_sources(text, place)[0]["a"].title == "AB"


def test_each_character_that_nobody_sees_is_told_once_and_left_out() -> None:
    text = "@misc{a\u200b, title={Dy\u00adsgu y\u200bn},\n doi = {10.1000/\u200e182}}"
    told = (
        ("1:8", "U+200B (zero-width space)", "a"),
        ("1:20", "U+00AD (soft hyphen)", "Dysgu"),
        ("1:26", "U+200B (zero-width space)", "yn"),
        ("2:17", "U+200E (left-to-right mark)", "182"),
    )
    assert problems_of(text) == [
        f"references.bib:{place}: error: character {name} has no place in a text [bad-character]\n"
        "  expected: letters, digits, marks and spaces\n"
        f'  mend: delete the character, which cannot be seen: type "{word}" anew'
        for place, name, word in told
    ]
    work = load_sources(text, "references.bib")[0]["a"]
    assert (work.title, work.fields["doi"]) == ("Dysgu yn", "10.1000/182")


@pytest.mark.parametrize("char", ["\t", "\r\n", "\n", "\u00a0", "\u2011", "ŵ"])
def test_tabs_and_line_breaks_are_no_control_characters(char: str) -> None:
    assert codes_of(f"@misc{{a, title = {{A{char}B}}}}") == []


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("article", ["author or editor", "title", "journal or journaltitle", "year or date"]),
        ("book", ["author or editor", "title", "year or date"]),
        ("proceedings", ["title", "year or date"]),
        ("incollection", ["author", "title", "booktitle", "year or date"]),
        ("inbook", ["author", "title", "booktitle", "year or date"]),
        ("conference", ["author", "title", "booktitle", "year or date"]),
        ("techreport", ["author or editor or institution or school", "title"]),
        ("phdthesis", ["author", "title", "institution or school", "year or date"]),
        ("www", ["title", "url"]),
        ("legislation", ["title", "year or date"]),
        ("booklet", ["title"]),
        ("xdata", []),
    ],
)
def test_each_type_has_fields_that_it_needs(kind: str, missing: list[str]) -> None:
    told = problems_of(f"@{kind}{{key, note = {{N}}}}")
    found = {
        re.sub(r'.*?"key" has no (.*) \[missing-field\].*', r"\1", t, flags=re.S) for t in told
    }
    assert found == set(missing)


def test_an_entry_with_a_slip_is_still_a_source_where_it_can_be_read() -> None:
    text = "@misc{a b, title = {A} note = fish, year = {soon}, url = {x y}, month = }"
    source = load_sources(text, "references.bib")[0]["a b"]
    assert replace(source, raw="") == Source(
        "a b", "misc", (), (), False, "A", "", {"note": "fish", "url": "x y"}
    )
    assert codes_of(text) == [
        "bad-key",
        "bad-bibtex",
        "undefined-string",
        "bad-year",
        "bad-url",
        "bad-bibtex",
    ]


def test_strings_that_double_are_stopped() -> None:
    doubling = "".join(
        f"@string{{{b} = {a} # {a}}}\n"
        for a, b in zip("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz", strict=True)
    )
    text = "@string{a = {0123456789}}\n" + doubling + "@misc{one, title = z}"
    sources, problems = load_sources(text, "references.bib")
    assert len(sources["one"].title) == 100_000
    assert str(problems[0]) == (
        'references.bib:15:13: error: the field "o" has 163,840 characters [too-long]\n'
        "  expected: at most 100,000 characters\n"
        "  mend: shorten it"
    )


def test_nothing_is_written_on_the_terminal() -> None:
    program = "from hadau.load.bibtex import load_sources; load_sources('@misc{a, b', 'x')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


# --- properties

BITS = st.sampled_from(
    [
        *"@{}()\"',=#%\\~$&\n\r\t \x00\ud800aT1ŵ",
        *("@misc{", "@string{", "@comment{", "\n@article{k,\n", "@a\n{", "%@", "\n}\n"),
        *("title = ", "author = ", "crossref = {k}", "xdata = {k, j}", "year = 19", "url = {http"),
        *("{{", "}}", "\\}", "\\'", "--", "``", "\\foo", "jan # ", " and ", "et al."),
    ]
)
ANYTHING = st.text() | st.lists(BITS, max_size=40).map("".join)


@given(ANYTHING)
@settings(max_examples=600, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    sources, problems = load_sources(text, "references.bib")
    rows = text.removeprefix("\ufeff").split("\n")
    for problem in problems:
        assert problem.position.path == "references.bib"
        assert 1 <= problem.position.line <= len(rows)
        assert 1 <= problem.position.column <= len(rows[problem.position.line - 1]) + 1
        assert problem.code
        assert problem.message
        assert all(line.isprintable() for line in str(problem).split("\n"))
        assert str(problem).count("\n") == 2
    assert problems == sorted(set(problems))
    for key, source in sources.items():
        assert key == source.key != ""
        assert source.raw in text
        assert rows[source.line - 1].find("@") >= 0


def sound_entry(number: int) -> str:
    return lines(
        rf"""
        @article{{key{number},
          author  = {{Ansell, Chris and {{Llywodraeth Cymru}} and van der Berg, Jan}},
          title   = {{A {{Study}} of {{\^W}}yn, Part {number}}},
          journal = "Regional Studies",
          year    = 20{number:02},
          month   = jan # "--" # feb,
          pages   = {{{number}--{number + 9}}},
          url     = {{https://example.org/{number}}},
        }}
        """
    )


ENTRIES = [sound_entry(number) for number in range(7)]
SOUND = load_sources("\n\n".join(ENTRIES), "references.bib")[0]


def test_the_sound_file_of_the_next_test_is_sound() -> None:
    assert codes_of("\n\n".join(ENTRIES)) == []
    assert len(SOUND) == 7


@given(st.integers(0, 6), st.data(), ANYTHING)
@settings(max_examples=600, deadline=None)
def test_damage_to_an_entry_leaves_the_others_as_they_were(
    hurt: int, data: st.DataObject, put_in: str
) -> None:
    entry = ENTRIES[hurt]
    start = data.draw(st.integers(1, len(entry)))
    end = data.draw(st.integers(start, min(len(entry), start + 30)))
    damaged = entry[:start] + put_in + entry[end:]
    text = "\n\n".join([*ENTRIES[:hurt], damaged, *ENTRIES[hurt + 1 :]])
    sources, problems = load_sources(text, "references.bib")
    # An entry that takes the key of another by chance is the only one that may put it out.
    assume(all(problem.code != "duplicate-key" for problem in problems))
    # A string of the name of a month may change what a month means.
    assume("@string" not in put_in)
    for number, key in enumerate(SOUND):
        if number != hurt:
            assert replace(sources[key], line=0) == replace(SOUND[key], line=0)


@given(st.integers(0, 6), st.data())
@settings(max_examples=400, deadline=None)
def test_a_lost_character_of_the_frame_is_never_passed_over(hurt: int, data: st.DataObject) -> None:
    entry = ENTRIES[hurt]
    # Nobody needs the comma after the last field.
    marks = [mark.start() for mark in re.finditer(r'[{}"=]|,(?=\n  )', entry)]
    lost = data.draw(st.sampled_from(marks))
    text = "\n\n".join([*ENTRIES[:hurt], entry[:lost] + entry[lost + 1 :], *ENTRIES[hurt + 1 :]])
    _, problems = load_sources(text, "references.bib")
    first = sum(part.count("\n") + 2 for part in ENTRIES[:hurt]) + 1
    assert problems
    for problem in problems:
        assert first <= problem.position.line <= first + entry.count("\n") + 1


def test_a_file_of_marks_of_merges_is_looked_through_at_once() -> None:
    _, problems = load_sources("<<<<<<< \n" * 20_000, "references.bib")
    assert "unfinished-merge" not in {problem.code for problem in problems}
