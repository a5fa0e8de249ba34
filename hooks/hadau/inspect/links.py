"""Whether everything leads somewhere: links, anchors, files, names of elements, pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import Problem, nearest
from .site import WELCOME, BuiltSite, Reference, SitePage

_ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "link": ("href",),
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
    "button": ("formaction",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""Which attributes of which elements hold an address."""

_NAMING = (
    "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details",
    "aria-activedescendant", "aria-errormessage", "aria-flowto", "headers", "list", "popovertarget",
)  # fmt: skip
"""The attributes that name other elements of the page by their ids."""


def find_dead_links(site: BuiltSite) -> Iterator[Problem]:
    """Each address within the site that leads to no file, or to no place in its page."""
    for page in site.pages.values():
        for reference in _references(page):
            found = site.find(page, reference.written)
            if found is None:
                continue
            path, fragment = found
            if path not in site.files:
                yield _dead_link(site, page, reference, path)
            elif fragment and path in site.pages and not _has_place(site.pages[path], fragment):
                yield _dead_anchor(site.pages[path], page, reference, fragment)


def find_lost_names(site: BuiltSite) -> Iterator[Problem]:
    """Ids that stand twice in a page, and elements that name one that is not there."""
    for page in site.pages.values():
        seen: dict[str, Any] = {}
        for element in page.live:
            id_ = element.get("id")
            if id_ and id_ in seen:
                yield page.problem(
                    element,
                    "duplicate-id",
                    f'the id "{id_}" stands twice; the first is on line {seen[id_].sourceline}',
                    "each id once in a page",
                    f"give one of them another id in {page.where()}",
                )
            elif id_:
                seen[id_] = element
        known = {element.get("id") for element in page.elements}
        for element in page.elements:
            for attribute in _NAMING:
                for name in (element.get(attribute) or "").split():
                    if name not in known:
                        yield page.problem(
                            element,
                            "dead-reference",
                            f'{attribute}="{name}" of <{element.tag}> names no element',
                            "the id of an element of the page",
                            f"name one that is there, in {page.where()}",
                        )


def find_orphans(site: BuiltSite) -> Iterator[Problem]:
    """Each page that no way of links from the front page of the site leads to.

    Pages that only lead on are for paper, and nothing on the site leads to them.
    """
    reached = {WELCOME}
    waiting = [WELCOME]
    while waiting:
        page = site.pages.get(waiting.pop())
        for element in page.live if page else ():
            if page and element.tag in ("a", "area") and element.get("href"):
                found = site.find(page, element.get("href"))
                if found and found[0] in site.pages and found[0] not in reached:
                    reached.add(found[0])
                    waiting.append(found[0])
    for page in site.real_pages():
        if page.path not in reached:
            yield page.problem(
                None,
                "orphan-page",
                f"no link leads to this page, {page.url}, from the front page",
                "a way of links to every page",
                "link to it from a page that readers can reach, or remove it",
            )


def _references(page: SitePage) -> Iterator[Reference]:
    for element in page.elements:
        for attribute in _ADDRESSES.get(element.tag, ()):
            written = element.get(attribute)
            if written is None:
                continue
            if attribute == "srcset":
                parts = (part.split() for part in written.split(","))
                yield from (Reference(element, part[0]) for part in parts if part)
            else:
                yield Reference(element, written)
        if element.tag == "meta" and str(element.get("http-equiv", "")).lower() == "refresh":
            _, _, way = str(element.get("content", "")).partition("=")
            yield Reference(element, way)


def _has_place(page: SitePage, fragment: str) -> bool:
    name = fragment.partition(":~:")[0]
    return not name or name == "top" or name in page.anchors


def _dead_link(site: BuiltSite, page: SitePage, reference: Reference, path: str) -> Problem:
    like = nearest(path, _beside(site, path))
    return page.problem(
        reference.element,
        "dead-link",
        f"<{reference.element.tag}> leads to {reference.written}, and there is no {path}",
        "the address of a file of the site",
        f"lead to {like.removesuffix('index.html')} instead, in {page.where()}"
        if like
        else f"put the address right, or remove it, in {page.where()}",
    )


def _beside(site: BuiltSite, path: str) -> list[str]:
    """The pages in the same language or folder, among which a near one may be meant."""
    top = path.partition("/")[0]
    return [known for known in site.pages if known.partition("/")[0] == top]


def _dead_anchor(target: SitePage, page: SitePage, reference: Reference, name: str) -> Problem:
    like = nearest(name, target.anchors)
    return page.problem(
        reference.element,
        "dead-anchor",
        f'<{reference.element.tag}> leads to {reference.written}, and there is no "{name}" on'
        f" {target.url or 'the front page'}",
        "the id of an element of that page",
        f'write "{like}" instead, in {page.where()}'
        if like
        else f"leave out the part after #, in {page.where()}",
    )
