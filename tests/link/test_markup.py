"""Texts read as markup: what becomes a link or a citation, and what stays as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadau.link.markup import parse_text
from hadau.model.linked import CitationGroup, CitedSource, EntryLink, Piece


def pieces(markdown: str) -> tuple[Piece, ...]:
    parsed, faults = parse_text(markdown)
    assert faults == ()
    return parsed.pieces


def codes(markdown: str) -> list[str]:
    return [fault.code for fault in parse_text(markdown)[1]]


def cited(markdown: str) -> tuple[CitedSource, ...]:
    (group,) = pieces(markdown)
    assert isinstance(group, CitationGroup)
    assert group.written == markdown
    return group.sources


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[[bed]]", ("bed", None, None)),
        ("[[bed#row]]", ("bed", "row", None)),
        ("[[bed|y gwely]]", ("bed", None, "y gwely")),
        ("[[bed#row|y rhes]]", ("bed", "row", "y rhes")),
        ("[[ bed # row | y rhes ]]", ("bed", "row", "y rhes")),
        ("[[bed#]]", ("bed", None, None)),
        ("[[bed|]]", ("bed", None, None)),
        ("[[bed|a|b]]", ("bed", None, "a|b")),
        ("[[bed|y\ngwely]]", ("bed", None, "y gwely")),
        ("[[bed|*x* & <y>]]", ("bed", None, "*x* & <y>")),
    ],
)
def test_double_brackets_are_a_link(written: str, link: tuple[str, str | None, str | None]) -> None:
    assert pieces(written) == (EntryLink(*link, written),)


@pytest.mark.parametrize(
    ("written", "sources"),
    [
        ("[@a2019]", [("a2019", "parenthetical", "", None, "")]),
        ("[-@a2019]", [("a2019", "year-only", "", None, "")]),
        ("@a2019", [("a2019", "narrative", "", None, "")]),
        ("[@a2019, p. 37]", [("a2019", "parenthetical", "", "37", "")]),
        ("[@a2019, t. 37]", [("a2019", "parenthetical", "", "37", "")]),
        ("[@a2019, tt. 37 - 39, 41]", [("a2019", "parenthetical", "", "37–39, 41", "")]),
        ("[@a2019, pp. iv-x, note 2]", [("a2019", "parenthetical", "", "iv–x", "note 2")]),
        ("[@a2019, chapter 2]", [("a2019", "parenthetical", "", None, "chapter 2")]),
        ("[see @a2019]", [("a2019", "parenthetical", "see", None, "")]),
        ("@a2019 [p. 4]", [("a2019", "narrative", "", "4", "")]),
        (
            "[@a2019; see @b:2.0/x, p. 1]",
            [
                ("a2019", "parenthetical", "", None, ""),
                ("b:2.0/x", "parenthetical", "see", "1", ""),
            ],
        ),
    ],
)
def test_an_at_sign_and_a_key_are_a_citation(written: str, sources: list[tuple[str, ...]]) -> None:
    assert [
        (source.key, source.form, source.before, source.pages, source.after)
        for source in cited(written)
    ] == sources


def test_a_key_ends_before_the_mark_that_ends_a_sentence() -> None:
    group = pieces("@a2019.")[0]
    assert isinstance(group, CitationGroup)
    assert group.written == "@a2019"


@pytest.mark.parametrize(
    "written",
    [
        "gardd@example.org",
        r"\@a2019",
        "`@a2019`",
        "`[[bed]]`",
        r"\[[bed]]",
        "a @ b",
        "    @a2019",
        r"\[@a2019; b]".replace("@", r"\@"),
        r"a\](b)",
        "`[a](b c)`",
    ],
)
def test_what_only_looks_like_a_link_or_a_citation_stays_text(written: str) -> None:
    assert all(isinstance(piece, str) for piece in parse_text(written)[0].pieces)


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        ("a [[bed", "unclear-link", "[[bed"),
        ("a [[bed] b", "unclear-link", "[[bed]"),
        ("a [[be\nd]] b", "unclear-link", "[[be"),
        ("a [[bed|a [b]]] c", "unclear-link", "[[bed|a [b]"),
        ("[[[[", "unclear-link", "[[[["),
        ("a [b](https://example.org/c d) e", "unclear-link", "[b](https://example.org/c"),
        ("a [b c](https://example.org/", "unclear-link", "[b c](https://example.org/"),
        (
            "[a [b](https://example.org/) c](https://example.org/)",
            "unclear-link",
            "[a [b](https://example.org/) c](https://example.org/)",
        ),
        ("a [@a2019; b] c", "unclear-citation", "[@a2019; b]"),
        ("a [@a2019 @b2019] c", "unclear-citation", "[@a2019 @b2019]"),
        ("a [@a2019;] c", "unclear-citation", "[@a2019;]"),
        ("a [@ŵ2019] c", "unclear-citation", "[@ŵ2019]"),
        ("a [b @ c] d", "unclear-citation", "[b @ c]"),
        ("a [@a2019; b](https://example.org/) c", None, None),
        ("[[a] b](https://example.org/)", None, None),
        ("[[a](https://example.org/)]", None, None),
        (r"\[a](https://example.org/ b)", None, None),
        ("a[1] (b)", None, None),
    ],
)
def test_what_was_to_be_markup_and_is_none_is_a_fault(
    written: str, code: str | None, words: str | None
) -> None:
    faults = parse_text(written)[1]
    assert [(fault.code, fault.words) for fault in faults] == ([(code, words)] if code else [])


def test_citations_and_links_stand_in_their_order_among_the_words() -> None:
    found = pieces("A [[b]] c [@d; @e] *f @g*.")
    assert [getattr(piece, "written", piece) for piece in found] == [
        "A ",
        "[[b]]",
        " c ",
        "[@d; @e]",
        " <em>f ",
        "@g",
        "</em>.",
    ]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("a*b*c", "a<em>b</em>c"),
        ("a  \nb", "a<br />\nb"),
        ("<abbr title='x'>A</abbr>", "<abbr title='x'>A</abbr>"),
        (
            "[a](https://example.org/?a=1&b=ŵ)",
            '<a href="https://example.org/?a=1&amp;b=%C5%B5">a</a>',
        ),
        ("a ~ b -- c", "a ~ b -- c"),
    ],
)
def test_markdown_is_commonmark(written: str, html: str) -> None:
    assert pieces(written) == (html,)


@pytest.mark.parametrize(("written", "inline"), [("a", True), ("a\n\nb", False), ("- a", False)])
def test_a_text_knows_whether_it_is_one_paragraph(written: str, inline: bool) -> None:
    assert parse_text(written)[0].inline is inline


def test_the_columns_of_a_table_are_aligned_by_class() -> None:
    assert "style=" not in "".join(map(str, pieces("|a|b|\n|:-|-:|\n|1|2|")))
    assert '<td class="align-right">2</td>' in "".join(map(str, pieces("|a|b|\n|:-|-:|\n|1|2|")))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("<script>x</script>", "unclean-html"),
        ("a <!-- b -->", "unclean-html"),
        ("# a", "heading-in-text"),
        ("![a](https://example.org/a.png)", "image-in-text"),
        ("[a](javascript:x)", "bad-link"),
        ("<javascript:x>", "bad-link"),
        ("[a](&#106;avascript:x)", "bad-link"),
        ("[a](b)", "bad-link"),
        ("[a]()", "bad-link"),
        ("> a [[b]]", "quotation-without-source"),
        ("> [@a2019]\n\n> a", "quotation-without-source"),
        ("[a](https://)", "bad-link"),
        ("[a](https:example.org)", "bad-link"),
        ("[a](http://a:٣/)", "bad-link"),
        ("[a](http://a:65536/)", "bad-link"),
    ],
)
def test_what_cannot_stand_in_a_text_is_a_fault(written: str, code: str) -> None:
    assert codes(written) == [code]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Geiriau <script>x</script> mwy.", "<script>"),
        ("Geiriau <!-- nodyn --> mwy.", "<!--"),
        ("Geiriau <svg> mwy.", "<svg>"),
        ("<span lang='en'>Geiriau", "<span lang>"),
    ],
)
def test_the_fault_of_unclean_html_names_the_element(written: str, shown: str) -> None:
    ((fault, *_),) = [parse_text(written)[1]]
    assert fault.message == f"this HTML is not allowed here, or is not closed: {shown}"


@given(st.text(st.sampled_from("ab[]()<>@#|*_`~!&;:/\\-\n 1.'\"=ŵ"), max_size=50))
def test_marks_of_markdown_in_any_order_give_safe_pieces_or_faults(written: str) -> None:
    parsed, faults = parse_text(written)
    html = "".join(piece for piece in parsed.pieces if isinstance(piece, str)).lower()
    if not faults:
        assert "<script" not in html
        assert "javascript:" not in html
