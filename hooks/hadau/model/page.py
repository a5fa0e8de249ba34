"""A page as it leaves the engine: Markdown, and what a host must know to publish it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .downloads import Downloads
from .facets import Filter
from .linked import Address, PageKey
from .text import Language


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    address: Address
    """Its name, its language and where it stands."""
    title: str
    """Its title as plain words."""
    description: str
    """One or two sentences for search engines, as plain words."""
    body: str
    """Its Markdown: headings as Markdown, everything else as blocks of safe HTML."""
    template: str
    """The kind of page, such as `framework` or `home`."""
    section: str | None = None
    """The id of the part of the guide that it belongs to."""
    source: str | None = None
    """The file it was made from, relative to the project."""
    components: tuple[str, ...] = ()
    """What runs on it: the names of a script and a style sheet in `assets/hadau`."""
    later: tuple[str, ...] = ()
    """What runs on it once a reader comes near; without script, its style sheet is fetched."""
    facets: Mapping[str, Any] | None = None
    """What readers can choose an entry by; see `facets_of`."""
    credit: str = ""
    """Who the ideas come from, as safe HTML for the foot of the page."""
    way_back: str = ""
    """The way back to the page, as safe HTML for its foot on paper."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What the page is, as JSON-LD in the words of https://schema.org."""

    @property
    def key(self) -> PageKey:
        """Its name in every language."""
        return self.address.key

    @property
    def language(self) -> Language:
        """The language of its words."""
        return self.address.language


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of a menu."""

    title: str
    """As plain words."""
    key: PageKey | None
    """The page it leads to, if it is a link."""
    children: tuple[MenuItem, ...] = ()
    """What stands below it."""


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that a guide becomes, before a host publishes it."""

    pages: tuple[Page, ...]
    """Every page but the welcome at the root, in the order of the menus."""
    menus: Mapping[Language, tuple[MenuItem, ...]]
    """The whole menu of each language."""
    addresses: Mapping[tuple[PageKey, Language], Address]
    """Where each page stands in each language."""
    words: Mapping[Language, Mapping[str, Any]]
    """The words of the interface."""
    titles: Mapping[Language, str]
    """The name of the guide in each language."""
    taglines: Mapping[Language, str]
    """What the guide is, in one line."""
    filters: Mapping[Language, tuple[Filter, ...]]
    """What the entries can be chosen by."""
    guide_data: Mapping[str, Any]
    """The open data of the guide, `guide.json`."""
    downloads: Downloads = field(default_factory=dict)
    """The files that readers can take away."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Every other file of the site by its path."""
    external: tuple[str, ...] = ()
    """The addresses on other hosts to which the guide leads."""
