r"""LaTeX in the fields of a bibliography, turned into plain text.

pylatexenc gives the table of symbols. Its own converter is not used: it takes `%` for a comment
and drops the rest of the field, drops commands it does not know, gives a RecursionError at 300
nested braces and the date of the build for `\today`, and needs 0.7 ms a field (pylatexenc 2.11).
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

from pylatexenc.latex2text import get_default_latex_context_db  # type: ignore[import-untyped]

_ACCENTS = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        "u": "\u0306",
        ".": "\u0307",
        '"': "\u0308",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
        "t": "\u0361",
    }
)
_LIGATURES = MappingProxyType(
    {"---": "—", "--": "–", "``": "“", "''": "”", "!`": "¡", "?`": "¿", "~": "\u00a0"}
)
_ESCAPED = MappingProxyType(
    {**{sign: sign for sign in "&%$#_{}'`^\"~=."}, **dict.fromkeys(" ,;:\\\n\t", " ")}
    | dict.fromkeys("!/-()[]@", "")
)
# What pylatexenc says in one character, and what it lacks or says in more.
_SYMBOLS = MappingProxyType(
    {
        spec.macroname: spec.simplify_repl
        for spec in get_default_latex_context_db().iter_macro_specs()
        if isinstance(spec.simplify_repl, str) and len(spec.simplify_repl.strip()) == 1
    }
    | {
        "pounds": "£",
        "euro": "€",
        "S": "§",
        "P": "¶",
        "copyright": "©",
        "degree": "°",
        "slash": "/",
        "space": " ",
        "quad": " ",
        "nobreakspace": "\u00a0",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textunderscore": "_",
        "textbraceleft": "{",
        "textbraceright": "}",
        "TeX": "TeX",
        "LaTeX": "LaTeX",
        "BibTeX": "BibTeX",
    }
)
# The document commands of LaTeX and biblatex that only change how their words look.
_LOOKS = frozenset(
    "em it bf sc rm sf tt sl itshape bfseries scshape upshape slshape rmfamily sffamily ttfamily "
    "normalfont emph textit textbf textsc textrm textsf texttt textsl textup textmd textnormal "
    "underline uline mbox hbox text textsuperscript textsubscript mathrm mathbf mathit mathsf "
    "mathcal mathbb ensuremath mkbibemph mkbibbold mkbibitalic mkbibparens NoCaseChange protect "
    "relax textwelsh textenglish".split()
)
_TOKEN = re.compile(
    r"""
    (?P<address> https?://[^\s{}\\]+ )
    | \\url\s*\{ (?P<url>[^{}]*) \}
    | \\(?:enquote|mkbibquote)\s*\{ (?P<quoted>[^{}]*) \}
    | \\(?P<accent> ['`^"~=.] | [uvHckrbdt](?![A-Za-z]) )\s*
      (?P<base> \{[^{}]*\} | \\[A-Za-z]+ | [^\s{}\\$~] )
    | \\(?P<word>[A-Za-z]+)[ \t\r\n]*
    | \\(?P<escaped>[^A-Za-z])
    | \$ (?P<math> (?=\S)[^$]+(?<=\S) ) \$ (?![0-9])
    | (?P<ligature> ---? | `` | '' | !` | \?` | ~ )
    | ` (?P<single>[^`']*) '
    | (?P<brace> [{}] )
    """,
    re.VERBOSE,
)
_ANYTHING_TO_DECODE = re.compile(r"[\\$~{}`]|--|''")


def decode_latex(text: str) -> tuple[str, tuple[str, ...]]:
    r"""The plain text, in NFC, of a field that may hold LaTeX, and the commands not understood.

    Braces go, the words in them stay; a tie `~` becomes a no-break space; of mathematics the
    dollar signs go. A web address keeps its tildes and hyphens. A command that is not understood
    stays as it was typed, so that nothing is lost unseen.
    """
    if not _ANYTHING_TO_DECODE.search(text):
        return unicodedata.normalize("NFC", text), ()
    unknown: list[str] = []
    plain = _decode(text, unknown)
    return unicodedata.normalize("NFC", plain), tuple(unknown)


def _decode(text: str, unknown: list[str]) -> str:
    def replace(token: re.Match[str]) -> str:
        kind = token.lastgroup or ""
        inside = token.group(kind)
        if kind == "word":
            if inside in _SYMBOLS:
                return _SYMBOLS[inside]
            if inside in _LOOKS:
                return ""
            unknown.append(inside)
            return token.group()
        if kind == "base":
            return _put_accent(token["accent"], _decode(inside, unknown).strip())
        if kind == "escaped":
            return _ESCAPED.get(inside, token.group())
        if kind == "ligature":
            return _LIGATURES[inside]
        if kind == "quoted":
            return f"“{_decode(inside, unknown)}”"
        if kind == "single":
            return f"‘{_decode(inside, unknown)}’"
        if kind == "math":
            return _decode(inside, unknown)
        return "" if kind == "brace" else inside

    return _TOKEN.sub(replace, text)


def _put_accent(accent: str, base: str) -> str:
    if not base:
        return "" if accent.isalpha() else accent
    # An accent replaces the dot of i and j, which have letters without a dot to stand under it.
    letter = {"ı": "i", "ȷ": "j"}.get(base[0], base[0])
    return letter + _ACCENTS[accent] + base[1:]
