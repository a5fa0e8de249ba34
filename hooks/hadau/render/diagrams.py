"""Drawings made from the parts of a framework, as inline SVG.

Every drawing is 360 units wide, so that it reads at phone width without being made smaller, and
takes its colours from the page by class, so that it follows dark mode, print and forced colours.
It is one picture to a screen reader, with a title and a description that carry the same content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from ..model.entries import Framework
from ..model.lent import Lent, join_words, language_of, say, say_language
from ..model.text import Language

WIDTH = 360
"""The width of every drawing, in user units that are CSS pixels at full size."""
_LINE = 21
_AVERAGE_LETTER = 10.4
_WIDE, _NARROW = set("mwMWŵŴ@—"), set("iljtfIr.,’':; ")


def draw(
    framework: Framework,
    language: Language,
    word: Callable[..., str],
    count: Callable[[str, int], str],
    prefix: str,
) -> Markup:
    """The picture of a framework in one language.

    `word` and `count` give words of the interface; `prefix` begins the ids of its title and
    description, which must be unique on the page.
    """
    titles = [say(part.title, language) for part in framework.parts]
    figure = framework.figure
    low = say(figure.low, language) if figure.low else ""
    high = say(figure.high, language) if figure.high else ""
    title = say(figure.title, language)
    described = word(
        f"figure.{framework.shape}",
        title=_marked(title),
        count=count("count.parts", len(titles)),
        parts=join_words("; ", map(_marked, titles)),
    )
    if low and high:
        described = join_words(
            " ", (described, word("figure.ends", low=_marked(low), high=_marked(high)))
        )
    height, shapes = _SHAPES[framework.shape](titles, low, high)
    return Markup(
        '<svg class="hd-drawing hd-drawing--{shape}" role="img" viewBox="0 0 {width} {height}" '
        'width="{width}" height="{height}" lang="{language}" '
        'aria-labelledby="{prefix}--title {prefix}--desc">'
        '<title id="{prefix}--title"{title_language}>{title}</title>'
        '<desc id="{prefix}--desc">{described}</desc>'
        '<g aria-hidden="true">{shapes}</g></svg>'
    ).format(
        shape=framework.shape,
        width=WIDTH,
        height=round(height),
        language=language,
        prefix=prefix,
        title_language=say_language(title),
        title=str(title),
        described=described,
        shapes=Markup("").join(shapes),
    )


def _marked(words: str) -> str:
    """Words as they are, or where they are lent an element that XML can hold as well as HTML."""
    if not isinstance(words, Lent):
        return words
    return Markup("<span{}>{}</span>").format(say_language(words), str(words))


def break_lines(words: str, width: float) -> tuple[str, ...]:
    """Words broken into lines that fit a width in user units. A long word has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        if lines and _length(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    language = language_of(words)
    return tuple(Lent(line, language) if language else line for line in lines)


def _length(words: str) -> float:
    """About how wide words are as labels, in the widest of the common sans serifs (DejaVu)."""
    return sum(
        _AVERAGE_LETTER * (1.5 if char in _WIDE else 0.55 if char in _NARROW else 1.0)
        for char in words
    )


Drawing = tuple[float, list[Markup]]


def _rect(x: float, y: float, width: float, height: float, name: str, radius: float = 6) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="{}" class="{}"/>').format(
        _n(x), _n(y), _n(width), _n(height), _n(radius), name
    )


def _words(x: float, y: float, lines: Sequence[str], name: str, anchor: str = "start") -> Markup:
    """Lines of words whose middle stands at a height."""
    first = y - (len(lines) - 1) * _LINE / 2
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(_n(x), _n(first + i * _LINE), str(line))
        for i, line in enumerate(lines)
    )
    return Markup(
        '<text class="{}" text-anchor="{}" dominant-baseline="central"{}>{}</text>'
    ).format(name, anchor, say_language(lines[0]), spans)


def _path(data: str, name: str) -> Markup:
    return Markup('<path d="{}" class="{}"/>').format(data, name)


def _badge(x: float, y: float, number: int) -> Markup:
    return Markup('<circle cx="{}" cy="{}" r="15" class="hd-badge"/>').format(
        _n(x), _n(y)
    ) + _words(x, y, (str(number),), "hd-badge-number", "middle")


def _down(x: float, y: float, length: float) -> Markup:
    return _path(f"M{_n(x)} {_n(y)}v{_n(length)}m-6 -7l6 7l6 -7", "hd-arrow")


def _part(index: int, *shapes: Markup) -> Markup:
    """The shapes of one part, by its place among the parts from 0."""
    return Markup('<g data-part="{}">{}</g>').format(index, Markup("").join(shapes))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _tone(index: int, count: int) -> tuple[str, str]:
    """The classes of a shape and of the label on it, in five tones from light to strong."""
    tone = 1 + round(4 * index / max(count - 1, 1))
    return f"hd-tone hd-tone--{tone}", f"hd-label{' hd-label--on-strong' if tone > 3 else ''}"


def _card_height(lines: Sequence[str], least: float = 54) -> float:
    return max(least, len(lines) * _LINE + 24)


def _draw_list(titles: Sequence[str], low: str, high: str) -> Drawing:
    shapes, y = [], 4.0
    for index, title in enumerate(titles):
        lines = break_lines(title, WIDTH - 64)
        height = _card_height(lines, 48)
        shapes.append(
            _part(
                index,
                _rect(2, y, WIDTH - 4, height, "hd-card-shape"),
                _rect(2, y, 10, height, "hd-tone hd-tone--4", 4),
                _words(28, y + height / 2, lines, "hd-label"),
            )
        )
        y += height + 10
    return y - 6, shapes


def _draw_sequence(titles: Sequence[str], low: str, high: str) -> Drawing:
    shapes, y = [], 4.0
    for index, title in enumerate(titles):
        lines = break_lines(title, WIDTH - 92)
        height = _card_height(lines)
        shapes.append(
            _part(
                index,
                _rect(2, y, WIDTH - 4, height, "hd-card-shape"),
                _badge(32, y + height / 2, index + 1),
                _words(62, y + height / 2, lines, "hd-label"),
            )
        )
        y += height
        if index < len(titles) - 1:
            shapes.append(_down(32, y + 3, 20))
        y += 26
    return y - 22, shapes


def _draw_stages(titles: Sequence[str], low: str, high: str) -> Drawing:
    shapes, y, middles = [], 4.0, []
    for index, title in enumerate(titles):
        lines = break_lines(title, WIDTH - 132)
        height = _card_height(lines)
        shapes.append(
            _part(
                index,
                _rect(2, y, WIDTH - 46, height, "hd-card-shape"),
                _badge(32, y + height / 2, index + 1),
                _words(62, y + height / 2, lines, "hd-label"),
            )
        )
        middles.append(y + height / 2)
        y += height
        if index < len(titles) - 1:
            shapes.append(_down(32, y + 3, 20))
        y += 26
    if len(middles) > 1:
        edge = WIDTH - 44
        shapes.append(
            _path(
                f"M{edge} {_n(middles[-1])}h18q14 0 14 -14V{_n(middles[0] + 14)}q0 -14 -14 -14"
                f"h-16m7 -6l-7 6l7 6",
                "hd-arrow hd-arrow--again",
            )
        )
    return y - 22, shapes


def _draw_spectrum(titles: Sequence[str], low: str, high: str) -> Drawing:
    """The first part at the foot, each above it reaching further to the right."""
    shapes: list[Markup] = []
    y = 4.0
    left, full = 44.0, WIDTH - 46.0
    if high:
        lines = break_lines(high, full)
        shapes.append(_words(left, y + 12 + (len(lines) - 1) * _LINE / 2, lines, "hd-end"))
        y += 12 + len(lines) * _LINE
    top = y
    count = len(titles)
    for index in reversed(range(count)):
        width = full * (0.62 + 0.38 * index / max(count - 1, 1))
        lines = break_lines(titles[index], width - 64)
        height = _card_height(lines, 56)
        tone, label = _tone(index, count)
        shapes.append(
            _part(
                index,
                _rect(left, y, width, height, tone),
                _badge(left + 28, y + height / 2, index + 1),
                _words(left + 56, y + height / 2, lines, label),
            )
        )
        y += height + 8
    shapes.append(_path(f"M20 {_n(y - 10)}V{_n(top + 2)}m-7 9l7 -9l7 9", "hd-arrow"))
    if low:
        lines = break_lines(low, full)
        shapes.append(_words(left, y + 12 + (len(lines) - 1) * _LINE / 2, lines, "hd-end"))
        y += 8 + len(lines) * _LINE
    return y, shapes


def _draw_pyramid(titles: Sequence[str], low: str, high: str) -> Drawing:
    """The first part is the base, the last the top."""
    count = len(titles)
    broken = [
        break_lines(title, WIDTH * (0.34 + 0.5 * (count - 1 - i) / max(count - 1, 1)) - 40)
        for i, title in enumerate(titles)
    ]
    heights = [_card_height(lines, 64) for lines in broken]
    shapes: list[Markup] = []
    y, total = 4.0, sum(heights) + 6 * (count - 1)
    narrow = WIDTH * 0.36

    def half(at: float) -> float:
        return (narrow + (WIDTH - 4 - narrow) * at / total) / 2

    middle, done = WIDTH / 2, 0.0
    for index in reversed(range(count)):
        a, b, height = half(done), half(done + heights[index]), heights[index]
        tone, label = _tone(index, count)
        outline = (
            f"M{_n(middle - a)} {_n(y)}H{_n(middle + a)}L{_n(middle + b)} {_n(y + height)}"
            f"H{_n(middle - b)}Z"
        )
        name = _words(middle, y + height / 2, broken[index], label, "middle")
        shapes.append(_part(index, _path(outline, tone), name))
        y += height + 6
        done += height + 6
    return y - 2, shapes


def _draw_roles(titles: Sequence[str], low: str, high: str) -> Drawing:
    """Roles to both sides of a line that joins them."""
    shapes: list[Markup] = []
    middle, width = WIDTH / 2, WIDTH / 2 - 18
    rows = [titles[i : i + 2] for i in range(0, len(titles), 2)]
    y, ends = 4.0, 4.0
    cards: list[Markup] = []
    for number, row in enumerate(rows):
        broken = [break_lines(title, width - 28) for title in row]
        height = max(_card_height(lines, 76) for lines in broken)
        for side, lines in enumerate(broken):
            x = 2 if side == 0 else middle + 16
            joint = x + width if side == 0 else x
            cards += [
                _path(f"M{_n(middle)} {_n(y + height / 2)}H{_n(joint)}", "hd-join"),
                _part(
                    2 * number + side,
                    _rect(x, y, width, height, "hd-card-shape"),
                    _words(x + width / 2, y + height / 2, lines, "hd-label", "middle"),
                ),
            ]
        ends = y + height / 2
        cards.append(
            Markup('<circle cx="{}" cy="{}" r="6" class="hd-joint"/>').format(_n(middle), _n(ends))
        )
        y += height + 16
    first = 4 + _row_middle(rows[0], width)
    shapes.append(_path(f"M{_n(middle)} {_n(first)}V{_n(ends)}", "hd-join"))
    return y - 12, shapes + cards


def _row_middle(row: Sequence[str], width: float) -> float:
    return max(_card_height(break_lines(title, width - 28), 76) for title in row) / 2


def _draw_levels(titles: Sequence[str], low: str, high: str) -> Drawing:
    """Each level a frame around the one before; the first is the innermost."""
    count = len(titles)
    step = min(22.0, 90 / max(count, 1))
    heads = []
    for index, title in enumerate(titles):
        width = WIDTH - 4 - 2 * step * (count - 1 - index)
        lines = break_lines(title, width - 32)
        heads.append((lines, len(lines) * _LINE + 26))
    shapes: list[Markup] = []
    total = sum(height for _, height in heads) + 16 * (count - 1) + 12
    y, bottom = 4.0, 4.0 + total
    for index in reversed(range(count)):
        lines, height = heads[index]
        inset = step * (count - 1 - index)
        x, width = 2 + inset, WIDTH - 4 - 2 * inset
        tone = f"hd-tone hd-tone--{min(1 + count - 1 - index, 3)}"
        shapes.append(
            _part(
                index,
                _rect(x, y, width, bottom - y, tone, 14),
                _words(WIDTH / 2, y + height / 2, lines, "hd-label", "middle"),
            )
        )
        y += height
        bottom -= 16
    return 8 + total, shapes


_SHAPES: dict[str, Callable[[Sequence[str], str, str], Drawing]] = {
    "list": _draw_list,
    "sequence": _draw_sequence,
    "stages": _draw_stages,
    "spectrum": _draw_spectrum,
    "pyramid": _draw_pyramid,
    "roles": _draw_roles,
    "levels": _draw_levels,
}
