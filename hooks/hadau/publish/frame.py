"""What stands around the words of a page: its menus, its way back, its other language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.guide import WordForms
from ..model.lent import language_of
from ..model.linked import Address, PageKey
from ..model.page import Built, MenuItem, Page
from ..model.text import LANGUAGES, Language
from .json_ld import write_json_ld
from .menus import list_pages, shorten

_LENT_HEADING = re.compile(
    r"^#{2,3} <span lang=(?P<language>[a-z]+)>.*</span> \{#(?P<anchor>[^}\s]+)\}$", re.MULTILINE
)
MOST_AT_FOOT = 6
"""How many pages about the guide the foot of each page leads to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a menu, ready to show on one page."""

    title: str
    """As plain words."""
    href: str | None
    """The way from the page, if it is a link."""
    current: bool
    """Whether it is the page itself."""
    inside: bool
    """Whether the page stands at it or below it."""
    children: tuple[Line, ...]
    """What stands below it."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in one of its languages."""

    language: Language
    """The language."""
    name: str
    """The name of the language, in that language."""
    href: str
    """The way from the page."""
    absolute: str
    """The whole address, for search engines."""
    available: str
    """That the page is there in the language, in that language."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that a template needs around one page."""

    language: Language
    """The language of the page."""
    title: str
    """The title of the page, as plain words."""
    title_language: Language | None
    """The language that its title is lent by."""
    site: str
    """The name of the guide."""
    site_language: Language | None
    """The language that its name is lent by."""
    tagline: str
    """What the guide is, in one line."""
    description: str
    """The page in one or two sentences."""
    description_language: Language | None
    """The language that it is lent by."""
    lent_headings: Mapping[str, Language]
    """The languages of headings that are lent, by their anchors."""
    is_home: bool
    """Whether it is the front page of its language."""
    canonical: str
    """The whole address of the page."""
    home: str
    """The way to the front page."""
    tabs: tuple[Line, ...]
    """The top of the menu."""
    menu: tuple[Line, ...]
    """The menu, open at the page."""
    trail: tuple[Line, ...]
    """The way back to the front page, the nearest last."""
    previous: Line | None
    """The page before, in reading order."""
    next: Line | None
    """The page after."""
    alternates: tuple[Alternate, ...]
    """The page in every language."""
    default: str
    """The whole address of the welcome in all languages."""
    about: tuple[Line, ...]
    """The pages about the guide itself, such as its accessibility statement."""
    components: tuple[str, ...]
    """What runs on the page: the names of a script and a style sheet each."""
    later: tuple[str, ...]
    """What runs on the page once a reader comes near."""
    credit: str
    """Who the ideas come from, as safe HTML."""
    way_back: str
    """The way back to the page from paper, as safe HTML."""
    words: Mapping[str, WordForms]
    """The words of the interface."""
    json_ld: str
    """What the page is and where it stands, as JSON-LD that may stand in a `<script>`."""


class Framer:
    """Makes the frame of each page of a guide. What a frame costs does not grow with the guide."""

    def __init__(self, built: Built, site_url: str) -> None:
        self._built = built
        self._site_url = site_url
        self._order: dict[Language, list[MenuItem]] = {}
        self._places: dict[Language, dict[PageKey, int]] = {}
        for language in LANGUAGES:
            pages = list(list_pages(built.menus[language]))
            self._order[language] = pages
            self._places[language] = {
                str(item.key): place for place, item in reversed(list(enumerate(pages)))
            }
        self._about = {
            language: [item for item in order if str(item.key).startswith("page/")][:MOST_AT_FOOT]
            for language, order in self._order.items()
        }
        self._trails = {
            language: dict(_find_trails(built.menus[language], ())) for language in LANGUAGES
        }

    def frame(self, page: Page) -> Frame:
        """What stands around one page."""
        built, language = self._built, page.language
        place = self._places[language].get(page.key)
        order = self._order[language]
        above = self._trails[language].get(page.key, ())
        opened = {item.key or item.title for item in above} | {page.key}
        menu = tuple(self._line(item, page, opened) for item in built.menus[language])
        trail = [
            item for item in (built.menus[language][0], *above) if item.key not in (None, page.key)
        ]
        return Frame(
            language=language,
            title=str(page.title),
            title_language=language_of(page.title),
            site=str(built.titles[language]),
            site_language=language_of(built.titles[language]),
            tagline=built.taglines[language],
            description=str(page.description),
            description_language=language_of(page.description),
            lent_headings=_find_lent_headings(page.body),
            is_home=page.key == "home",
            canonical=self._site_url + page.address.url,
            home=self._address("home", language).href_from(page.address),
            tabs=tuple(
                self._line(item, page, opened, deep=False) for item in built.menus[language]
            ),
            menu=menu,
            trail=tuple(self._line(item, page, opened, deep=False) for item in trail),
            previous=self._beside(order, place, -1, page),
            next=self._beside(order, place, 1, page),
            alternates=self._alternates(page),
            default=self._site_url,
            about=tuple(
                self._line(item, page, set(), deep=False) for item in self._about[language]
            ),
            components=page.components,
            later=page.later,
            credit=page.credit,
            way_back=page.way_back,
            words=built.words[language],
            json_ld=write_json_ld(page, trail, built, self._site_url),
        )

    def _address(self, key: PageKey, language: Language) -> Address:
        return self._built.addresses[key, language]

    def _line(self, item: MenuItem, page: Page, opened: set[str], *, deep: bool = True) -> Line:
        inside = (item.key or item.title) in opened
        children: Sequence[MenuItem] = ()
        if deep and (inside or item.key is None):
            children = shorten(item.children, page.key)
        href = None
        if item.key is not None:
            href = self._address(item.key, page.language).href_from(page.address)
        return Line(
            title=item.title,
            href=href,
            current=item.key == page.key,
            inside=inside,
            children=tuple(self._line(child, page, opened) for child in children),
        )

    def _beside(
        self, order: Sequence[MenuItem], place: int | None, step: int, page: Page
    ) -> Line | None:
        if place is None or not 0 <= place + step < len(order):
            return None
        return self._line(order[place + step], page, set(), deep=False)

    def _alternates(self, page: Page) -> tuple[Alternate, ...]:
        return tuple(
            Alternate(
                language=language,
                name=str(self._built.words[language]["language.name"]),
                href=self._address(page.key, language).href_from(page.address),
                absolute=self._site_url + self._address(page.key, language).url,
                available=str(self._built.words[language]["reading.available"]),
            )
            for language in LANGUAGES
        )


def _find_lent_headings(body: str) -> dict[str, Language]:
    return {
        heading["anchor"]: language
        for heading in _LENT_HEADING.finditer(body)
        for language in LANGUAGES
        if language == heading["language"]
    }


def _find_trails(
    items: Sequence[MenuItem], above: tuple[MenuItem, ...]
) -> list[tuple[PageKey, tuple[MenuItem, ...]]]:
    """What stands above each page in the menu, the top first."""
    found = []
    for item in items:
        if item.key is not None:
            found.append((item.key, above))
        found += _find_trails(item.children, (*above, item))
    return found
