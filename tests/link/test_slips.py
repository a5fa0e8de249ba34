"""What an editor meant as markup and a page would show as it is typed."""

from __future__ import annotations

import pytest

from hadau.link.markup import parse_text


def told(markdown: str) -> list[tuple[str, str]]:
    """The code and words of each problem of a text."""
    return [(fault.code, fault.words) for fault in parse_text(markdown)[1]]


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        # Emphasis
        ("Mae ** hyn** yn", "unclear-emphasis", "** hyn**"),
        ("Mae **hyn yn", "unclear-emphasis", "**"),
        ("Mae *hyn yn", "unclear-emphasis", "*hyn"),
        ("Mae * hyn * yn", "unclear-emphasis", "*"),
        ("Mae *hyn * yn", "unclear-emphasis", "*hyn"),
        ("Mae _hyn yn", "unclear-emphasis", "_hyn"),
        ("Mae __hyn yn", "unclear-emphasis", "__hyn"),
        ("Mae _ hyn_ yn", "unclear-emphasis", "hyn_"),
        ("Mae `hyn yn", "unclear-emphasis", "`hyn"),
        ("Mae ~~hyn~~ yn", "unknown-markup", "~~hyn~~"),
        ("Mae ==hyn== yn", "unknown-markup", "==hyn=="),
        # Signs
        ("Mae`r ardd", "wrong-apostrophe", "Mae`r"),
        ("Mae´r ardd", "wrong-apostrophe", "Mae´r"),
        ("Mae‘r ardd", "wrong-apostrophe", "Mae‘r"),
        ("caf&eacute bar", "unclear-character", "&eacute"),
        ("a &nbsp b", "unclear-character", "&nbsp"),
        ("a&#8217 b", "unclear-character", "&#8217"),
        ("Haen\tgwaith", "bad-character", "Haen\tgwaith"),
        # Notes and links
        ("Dŵr.[^1]", "footnote", "[^1]"),
        ("Gweler [y llyfr][llyfr].", "unclear-link", "[y llyfr][llyfr]"),
        (
            "Gweler [y llyfr] (https://example.org/).",
            "unclear-link",
            "[y llyfr] (https://example.org/)",
        ),
        (
            "Gweler (y llyfr)[https://example.org/].",
            "unclear-link",
            "(y llyfr)[https://example.org/]",
        ),
        ("Gweler [](https://example.org/).", "unclear-link", "[](https://example.org/"),
        ("Gweler [[gwely]](https://example.org/).", "unclear-link", "[[gwely]]"),
        ("Gweler ![[gwely]].", "unclear-link", "[[gwely]]"),
        ("Ewch i www.llyw.cymru.", "bare-address", "www.llyw.cymru"),
        ("Ewch i https://www.llyw.cymru/dwr).", "bare-address", "https://www.llyw.cymru/dwr"),
        # Citations
        ("Medd [@a2019, 4].", "unclear-pages", "[@a2019, 4]"),
        ("Medd [@a2019: 4].", "unclear-pages", "[@a2019: 4]"),
        ("Medd [@a2019, page 4].", "unclear-pages", "[@a2019, page 4]"),
        ("Medd [@a2019, tud. 4].", "unclear-pages", "[@a2019, tud. 4]"),
        ("Medd [@a2019, p. 4 to 6].", "unclear-pages", "[@a2019, p. 4 to 6]"),
        ("Medd [@a2019, t. 4 a 6].", "unclear-pages", "[@a2019, t. 4 a 6]"),
        ("Medd [@a2019, p. 4—6].", "unclear-pages", "[@a2019, p. 4—6]"),
        ("Medd [@a2019, p. 4.].", "unclear-pages", "[@a2019, p. 4.]"),
        ("Medd [@a2019, pp. 9-4].", "unclear-pages", "[@a2019, pp. 9-4]"),
        ("Medd @a2019 [4].", "unclear-pages", "@a2019 [4]"),
        ("Medd @a2019, p. 4.", "unclear-pages", "@a2019, p. 4"),
        ("Medd @a2019 (t. 4).", "unclear-pages", "@a2019 (t. 4"),
        ("Medd @a2019[p. 4].", "unclear-pages", "@a2019[p. 4"),
        ("Dŵr (@a2019).", "unclear-citation", "(@a2019)"),
        ("Dŵr[@a2019].", "missing-space", "[@a2019]"),
        ("Dŵr.[@a2019]", "missing-space", "[@a2019]"),
        ("Dŵr [@a2019][@b2019].", "missing-space", "[@b2019]"),
        # Lists
        ("Pethau: • un • dau", "typed-list", "• un • dau"),
        ("• un\n• dau", "typed-list", "• un"),
        ("Pethau:\n– un\n– dau", "typed-list", "– un"),
        ("-un\n-dau", "typed-list", "-un"),
        ("-\u00a0un\n-\u00a0dau", "typed-list", "-\u00a0un"),
        ("o\tun\no\tdau", "typed-list", "o\tun"),
        ("a) un\nb) dau", "typed-list", "a) un"),
        ("(1) un\n(2) dau", "typed-list", "(1) un"),
        ("i. un\nii. dau", "typed-list", "i. un"),
        ("1.un\n2.dau", "typed-list", "1.un"),
        ("- [ ] un\n- [ ] dau", "unknown-markup", "[ ]"),
        ("- un\nWedyn", "missing-line", "Wedyn"),
        ("1. un\n2.dau", "missing-line", "2.dau"),
        ("- un\n  - dau\n  tri", "missing-line", "tri"),
        # Tables and code
        ("|A|B|\n|-|-|\n|1|2|3|", "lost-cells", "|1|2|3|"),
        ("|A|B|\n|-|-|\n|1|2|\nWedyn", "missing-line", "Wedyn"),
        ("|A|B|\n|1|2|", "no-table", "|A|B|"),
        ("|A|B|\n|—|—|\n|1|2|", "no-table", "|A|B|"),
        ("|A|B|\n|-|-|\n\n|1|2|", "no-table", "|A|B|"),
        ("Dŵr.\n\n    tipyn", "indented-code", "tipyn"),
    ],
)
def test_what_would_stand_on_the_page_as_it_is_typed_is_told(
    written: str, code: str, words: str
) -> None:
    assert told(written)[:1] == [(code, words)]
    assert {other for other, _ in told(written)} <= {code, "bad-character", "no-table"}


@pytest.mark.parametrize(
    "written",
    [
        "Mae *hyn* a **hyn** a _hyn_ yn",
        "2 * 3 * 4, 2*3, £5* y pen",
        r"\*hyn, \*\*hyn, \_hyn, \`hyn, \[^1], a\[1\]\[2\]",
        "Enw: ____, a ___ hefyd, snake_case",
        "`*hyn`, `_hyn`, `www.llyw.cymru`, `a\tb`",
        "R&D, A & B, AT&T, &amp;, &eacute;, ymchwil&datblygu",
        "Mae ‘hyn’ a “hyn” a ’r",
        "[www.llyw.cymru](https://www.llyw.cymru/) a <https://llyw.cymru/>",
        "Gair [a2] [b] (c), [1] (2)",
        "Gwych! [[gwely]] (2019) a [[gwely]]!",
        "Medd @a2019 [t. 4] a [@a2019, t. 4, pennod 2] a [@a2019, pennod 4].",
        "Medd [@a2019, pp. 204-9], [@a2019, pp. 4-6, 9] a (gweler @a2019).",
        "Medd @a2019, a phawb. Tudalen 4.",
        "“Dŵr” [@a2019], (Dŵr [@a2019]) a dŵr—[@a2019]",
        "- un\n  wedyn\n\nDau",
        "- un\n  - dau\n    wedyn\n- tri",
        "1. un\n   wedyn\n2. dau",
        "– un peth\ndau beth",
        "a. m. Lewis\nb",
        "|A|B|\n|-|-|\n|1|2|\n|1|\n|\\||2|",
        "```\nun\n    dau\n```",
        "|x| = 2",
    ],
)
def test_signs_that_are_no_slip_are_left_alone(written: str) -> None:
    assert told(written) == []


@pytest.mark.parametrize(
    "sign",
    ["*a ", "_a ", "[^1]", "[a](", "&nbsp ", "www.a.b ", "~~a~~", "a\t", "|a|b|\n", "- a\nb\n"],
)
def test_a_long_text_of_slips_is_looked_through_at_once(sign: str) -> None:
    assert told(sign * (20_000 // len(sign))) != []


def test_an_address_that_nobody_can_follow_is_a_warning() -> None:
    ((fault,),) = [parse_text("Ewch i www.llyw.cymru.")[1]]
    assert fault.severity == "warning"


def test_a_slip_says_what_to_type() -> None:
    said = [
        (fault.message, fault.mend)
        for fault in parse_text("Medd @a2019 (t. 4–6) a (@b2019) a [[x]](https://example.org/).")[1]
    ]
    assert said == [
        ('"@a2019 (t. 4–6" keeps its page apart from the citation', "write @a2019 [t. 4–6]"),
        ('"(@b2019)" gives brackets inside brackets', "write [@b2019]"),
        (
            '"[[x]]" has an address or a sign beside it that would stand on the page',
            "delete one of the two",
        ),
    ]
