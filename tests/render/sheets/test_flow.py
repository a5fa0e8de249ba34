"""Texts as trees: what HTML says, without HTML."""

from __future__ import annotations

import pytest

from hadau.render.sheets.flow import read_flow, read_line


@pytest.mark.parametrize(
    ("html", "tree"),
    [
        ("<p>One <em>two</em>\n three</p>", [{"p": ["One ", {"em": ["two"]}, " three"]}]),
        ("words alone", [{"p": ["words alone"]}]),
        ("<p>a<br>b</p>", [{"p": ["a", {"break": None}, "b"]}]),
        (
            "<ul>\n<li>one</li>\n<li>two\n<ol start=\"3\"><li>deep</li></ol></li>\n</ul>",
            [{"ul": [
                [{"p": ["one"]}],
                [{"p": ["two"]}, {"ol": [[{"p": ["deep"]}]], "start": 3}],
            ]}],
        ),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
            "<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>",
            [{"table": {
                "columns": 2,
                "head": [["A"], ["B"]],
                "rows": [[["1"], [{"strong": ["2"]}]]],
            }}],
        ),
        (
            '<p>See <a href="../there/">it</a></p>',
            [{"p": ["See ", {"link": {"to": "to:../there/", "words": ["it"]}}]}],
        ),
        (
            '<p>le <span lang="fr-CA">mot</span></p><div lang="cy"><p>gair</p></div>',
            [
                {"p": ["le ", {"in": {"language": "fr", "words": ["mot"]}}]},
                {"in": {"language": "cy", "blocks": [{"p": ["gair"]}]}},
            ],
        ),
        ("<blockquote><p>said</p></blockquote>", [{"quote": [{"p": ["said"]}]}]),
        (
            "<pre><code>one\ntwo\n</code></pre>",
            [{"p": [{"code": ["one"]}, {"break": None}, {"code": ["two"]}]}],
        ),
        ("<p>5 &lt; 6 &amp; #panic()</p>", [{"p": ["5 < 6 & #panic()"]}]),
    ],
)  # fmt: skip
def test_html_becomes_a_tree(html: str, tree: list[object]) -> None:
    assert read_flow(html, lambda href: f"to:{href}") == tree


def test_a_text_of_several_blocks_runs_together_as_a_line() -> None:
    html = "<p>One.</p><ul><li>two</li><li>three</li></ul>"
    assert read_line(html, str) == ["One.", " ", "two", " ", "three"]
