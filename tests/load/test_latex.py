"""How LaTeX in a bibliography becomes plain text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexencode import unicode_to_latex  # type: ignore[import-untyped]

from hadau.load.latex import decode_latex


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        ("", ""),
        ("Plain text, 50% of it & more_ #1", "Plain text, 50% of it & more_ #1"),
        # Accents
        (r"G{\"o}del, G\"odel, G\"{o}del, {G\"{o}del}", "Gödel, Gödel, Gödel, Gödel"),
        (r"T\^{y} {\^W}yn, \^w \^ a \^{\i} \^\j", "Tŷ Ŵyn, ŵ â î ĵ"),
        (r"\'a \`e \"i \~n \=o \.z \u{g}", "á è ï ñ ō ż ğ"),
        (r"\v{s} \H{o} \c{c} \k{a} \r{a} \d{a}", "š ő ç ą å ạ"),
        (r"\c c \v Simon \vspace", r"ç Šimon \vspace"),
        (r"\'{\ae} \'{ab} {\'{}} \~{} \^{}", "ǽ áb ' ~ ^"),
        ("w\u0302", "ŵ"),
        # Letters and signs
        (r"Stra\ss e, \O{}re, {\aa}, \L\'od\'z, \ae\ x", "Straße, Øre, å, Łódź, æ x"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"\pounds5, \texteuro{}5, \S 3, \copyright{} \ldots", "£5, €5, §3, © …"),
        (r"a\,b\;c\ d\\e\-f\/g", "a b c d efg"),
        (r"\pounds\euro\S\P\copyright\degree\slash", "£€§¶©°/"),
        (r"a\space b\quad c\nobreakspace d", "a b c\u00a0d"),
        (r"\textless\textgreater\textbar\textunderscore", "<>|_"),
        (r"\textbraceleft\textbraceright", "{}"),
        (r"\TeX, \LaTeX, \BibTeX", "TeX, LaTeX, BibTeX"),
        # Dashes, quotes, ties
        ("1--2 --- x-y", "1–2 — x-y"),
        ("``double'' `single' it's Ceredigion's", "“double” ‘single’ it's Ceredigion's"),
        (r"\enquote{Trust \& power}", "“Trust & power”"),
        ("Part~II", "Part\u00a0II"),
        # Looks
        (r"\emph{Trust} {\em and} \textbf{\textit{power}}", "Trust and power"),
        ("{A {Study} of {{Wales}}}", "A Study of Wales"),
        # Mathematics
        (r"$x^2 + \alpha$ and H$_2$O", "x^2 + α and H_2O"),
        ("costs $5 and $6, or $ 7", "costs $5 and $6, or $ 7"),
        # Addresses
        (r"\url{https://a.org/~b--c_d} http://a.org/~b--c", "https://a.org/~b--c_d http://a.org/~b--c"),
        # HTML is text
        ("<b>x</b> &amp; <i lang='cy'>y</i>", "<b>x</b> &amp; <i lang='cy'>y</i>"),
        # Damage
        ("\\", "\\"),
        (r"\'", "'"),
        (r"a\c{}b\v", r"ab\v"),
        (r"\<a\> \5", r"\<a\> \5"),
        ("$$ $", "$$ $"),
        ("{{{ }", " "),
    ],
)  # fmt: skip
def test_latex_becomes_plain_text(latex: str, plain: str) -> None:
    assert decode_latex(latex)[0] == plain


@pytest.mark.parametrize(
    ("latex", "plain", "commands"),
    [
        (r"see \citep{b}", r"see \citepb", ("citep",)),
        (r"C:\Users\name {x}", r"C:\Users\name x", ("Users", "name")),
        (r"\today", r"\today", ("today",)),
        (r"$\frac{a}{b}$", r"\fracab", ("frac",)),
        (r"\emph{\ss}", "ß", ()),
        (r"\enquote{\foo} `\bar'", r"“\foo” ‘\bar’", ("foo", "bar")),
    ],
)
def test_a_command_that_is_not_understood_stays_and_is_told(
    latex: str, plain: str, commands: tuple[str, ...]
) -> None:
    assert decode_latex(latex) == (plain, commands)


LETTERS = [
    letter
    for letter in map(chr, range(0xC0, 0x180))
    # pylatexenc writes these as other letters (Ħ as H with a macron, Ű as Ú), or not at all.
    if letter.isalpha() and letter not in "ĦħŦŧŰűĿŀŉĸ"
]


@pytest.mark.parametrize("letter", [*LETTERS, *"ẀẁẂẃẄẅỲỳŴŵŶŷ–—“”‘’£€§©…"])
def test_a_letter_that_was_made_latex_comes_back(letter: str) -> None:
    latex = unicode_to_latex(f"a{letter}b")
    assert decode_latex(latex) == (f"a{letter}b", ())


@given(
    st.text() | st.lists(st.sampled_from([*"\\{}$~`'\"^a-i ", "\\c", "\\url{", "--"])).map("".join)
)
def test_no_latex_is_too_strange(latex: str) -> None:
    plain, _ = decode_latex(latex)
    assert plain == unicodedata.normalize("NFC", plain)
    if not set(latex) & set("\\$~{}`'-"):
        assert plain == unicodedata.normalize("NFC", latex)


@pytest.mark.parametrize("depth", [10, 1_000, 100_000])
def test_nested_braces_do_no_harm(depth: int) -> None:
    assert decode_latex("{" * depth + r"\'e" + "}" * depth) == ("é", ())
