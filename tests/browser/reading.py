"""Pages as trees of elements, for what a test can see without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
    # In drawings and icons these close themselves.
    + "path rect circle".split()
)


@dataclass
class Element:
    """An element of a page. The page itself is an element whose tag is empty."""

    tag: str
    attributes: dict[str, str]
    within: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The words of the element, without needless white space."""
        return " ".join("".join(self._words()).split())

    def all(
        self, tag: str | None = None, class_: str | None = None, **attributes: str
    ) -> list[Element]:
        """The elements below with this tag, this class and these attributes, in order."""
        return [
            element
            for element in self._below()
            if (tag is None or element.tag == tag)
            and (class_ is None or class_ in element.classes)
            and attributes.items() <= element.attributes.items()
        ]

    def one(self, tag: str | None = None, class_: str | None = None, **attributes: str) -> Element:
        """The only element of its sort."""
        found = self.all(tag, class_, **attributes)
        assert len(found) == 1, f"{len(found)} times instead of once: {tag} {class_} {attributes}"
        return found[0]

    def hrefs(self, tag: str = "a") -> list[str]:
        return [
            element.attributes["href"] for element in self.all(tag) if "href" in element.attributes
        ]

    def _below(self) -> Iterator[Element]:
        for part in self.within:
            if isinstance(part, Element):
                yield part
                yield from part._below()

    def _words(self) -> Iterator[str]:
        for part in self.within:
            if isinstance(part, str):
                yield part
            else:
                yield from part._words()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Element("", {})
        self._open = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].within.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].within.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        # An end tag closes what stands open inside its element, as in a list without </li>.
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].within.append(data)


def read_page(html: str) -> Element:
    """A page of HTML as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
