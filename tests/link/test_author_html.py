"""HTML that authors write: what passes, and which part of it a problem names."""

from __future__ import annotations

import pytest

from hadau.link.author_html import escape_attributes, find_strange_values, find_unclean


@pytest.mark.parametrize(
    "html",
    [
        "<q>a</q>",
        "<q>a < b &amp; c &copy; d</q>",
        "a<br>b<br/>c<wbr>d",
        '<abbr title="a > b < c">A</abbr>',
        "<span lang='cy' dir='ltr'>A</span>",
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>",
    ],
)
def test_html_that_cleaning_leaves_as_it_is_is_allowed(html: str) -> None:
    assert list(find_unclean(html)) == []


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        # What is not allowed at all
        ("<q>a</q> <font>b</font>", "<font>"),
        ("<q lang='cy' foo='1'>a</q>", "<q foo lang>"),
        ("<q>a</q><!-- b -->", "<!--"),
        ("<q>a</q><!doctype html>", "<!"),
        ("<q>a</q><?php b ?>", "<?"),
        ("<q>a</q><![CDATA[b]]>", "<!["),
        ("<li>a<li>b<font>c</font></li>", "<font>"),
        # What is opened and never closed, or closed and never opened
        ("<q>a", "<q>"),
        ("<q>a<b>c</b>", "<q>"),
        ("<b><q>a</b></q>", "<q>"),
        ("<b><q>a</b> c</q>", "<q>"),
        ("<i>a<i>b</i>", "<i>"),
        ("a</q>", "</q>"),
        # A browser takes no notice of the stroke
        ("<b/>", "<b>"),
        ("a <b/> c", "<b>"),
        ("<span lang='cy'/>", "<span lang>"),
        # What a browser adds of its own
        ("a</br>", "<br>"),
        # Words alone, of which the first forty characters are shown
        ("<q>a</q> b </ c", "b </ c"),
        (f"<q>a</q> {'b' * 50} </ c", "b" * 40),
    ],
)
def test_the_part_that_cleaning_would_change_is_named(html: str, shown: str) -> None:
    assert list(find_unclean(html)) == [shown]


@pytest.mark.parametrize(
    ("html", "values"),
    [
        ("<q lang='cy'>a</q><q lang='zh-Hant-TW' dir='auto'>b</q><ol start='9'></ol>", []),
        ("<q lang='Cymraeg!'>a</q>", [("lang", "Cymraeg!")]),
        ("<q dir='up' lang>a</q>", [("dir", "up"), ("lang", "")]),
        ("<ol start='-1'></ol><ol start='1234567890'>", [("start", "-1"), ("start", "1234567890")]),
        ("<abbr title='!'>a</abbr>", []),
    ],
)
def test_values_that_nothing_can_use_are_found(html: str, values: list[tuple[str, str]]) -> None:
    assert list(find_strange_values(html)) == values


@pytest.mark.parametrize(
    ("html", "escaped"),
    [
        ('<abbr title="a > b < c">A</abbr>', '<abbr title="a &gt; b &lt; c">A</abbr>'),
        ("<abbr title='a<b>c'>A</abbr>", "<abbr title='a&lt;b&gt;c'>A</abbr>"),
        ("<Q lang=cy>a &lt; b</Q>", "<Q lang=cy>a &lt; b</Q>"),
        ("<br><br />", "<br><br />"),
    ],
)
def test_no_angle_bracket_stays_inside_a_tag(html: str, escaped: str) -> None:
    assert escape_attributes(html) == escaped
