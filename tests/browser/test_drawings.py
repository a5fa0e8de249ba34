"""The pictures of frameworks: named for those who hear them, legible for those who see them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, Site
from .visiting import DESKTOP, PHONE, OpenPage

AA = 4.5
ENTRY = "en/frameworks/power-spectrum/"
SHAPES = {"list", "sequence", "stages", "spectrum", "pyramid", "roles", "levels"}

# For each label of a drawing: the least contrast of its words with what is painted below them, at
# the beginning, in the middle and at the end of each line, and whether a line leaves the drawing.
LABELS = """svgs => svgs.map(svg => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgb = (colour, below) => {
    canvas.fillStyle = `rgb(${below})`
    canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }
  const light = colour => {
    const [r, g, b] = colour.map(c => c / 255).map(c =>
      c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + .05) / (dark + .05)
  }
  const chain = []
  for (let element = svg; element; element = element.parentElement) chain.unshift(element)
  const paper = chain.reduce(
    (below, element) => rgb(getComputedStyle(element).backgroundColor, below), [255, 255, 255])
  const shapes = [...svg.querySelectorAll("rect, path, circle, text")]
  return [...svg.querySelectorAll("text")].map(text => {
    const below = shapes.slice(0, shapes.indexOf(text)).filter(shape => shape.tagName !== "text")
    const lines = [...text.querySelectorAll("tspan")].map(line => {
      const size = parseFloat(getComputedStyle(text).fontSize)
      const start = line.getStartPositionOfChar(0)
      const end = line.getEndPositionOfChar(line.getNumberOfChars() - 1)
      const middle = parseFloat(line.getAttribute("y"))
      return { start: start.x, end: end.x, top: middle - size / 2, bottom: middle + size / 2 }
    })
    const points = lines.flatMap(({ start, end, top, bottom }) =>
      [start, (start + end) / 2, end].flatMap(x => [top, bottom].map(y => new DOMPoint(x, y))))
    const behind = point => below
      .filter(shape => getComputedStyle(shape).fill !== "none" && shape.isPointInFill(point))
      .reduce((under, shape) => rgb(getComputedStyle(shape).fill, under), paper)
    const ink = getComputedStyle(text).fill
    const view = svg.viewBox.baseVal
    return {
      words: text.textContent,
      contrast: Math.min(...points.map(point => {
        const under = behind(point)
        return contrast(rgb(ink, under), under)
      })),
      inside: points.every(({ x, y }) => x >= 0 && y >= 0 && x <= view.width && y <= view.height),
      one_ground: new Set(points.map(point => behind(point).join())).size === 1,
    }
  })
})"""


def faulty_labels(page: Page) -> list[str]:
    """The labels of a page's drawings that are too pale, or leave their shape or their drawing."""
    faults = []
    for labels in page.locator("svg.hd-drawing").evaluate_all(LABELS):
        assert labels != []
        for label in labels:
            if label["contrast"] < AA:
                faults.append(f"{label['words']}: contrast {label['contrast']:.2f}")
            if not label["inside"]:
                faults.append(f"{label['words']}: leaves the drawing")
            if not label["one_ground"]:
                faults.append(f"{label['words']}: leaves its shape")
    return faults


def pictured(guide: Site, language: str) -> list[str]:
    return [path for path in guide.paths(language) if guide.page(path).all("svg", "hd-drawing")]


def test_the_two_guides_show_every_shape(site: Site, seeds: Site) -> None:
    classes = {
        class_.removeprefix("hd-drawing--")
        for guide in (site, seeds)
        for path in pictured(guide, "en")
        for drawing in guide.page(path).all("svg", "hd-drawing")
        for class_ in drawing.classes
        if class_.startswith("hd-drawing--")
    }
    assert classes >= {"spectrum", "pyramid", "levels"}
    assert classes <= SHAPES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_framework_has_one_picture(language: str, site: Site) -> None:
    frameworks = [entry for entry in site.guide["entries"] if entry["kind"] == "frameworks"]
    assert frameworks != []
    for entry in frameworks:
        page = site.page(entry["url"][language])
        drawing = page.one("svg", "hd-drawing")
        assert drawing.attributes["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_has_a_name_a_description_of_its_parts_and_a_caption(
    language: str, site: Site, seeds: Site
) -> None:
    for guide in (site, seeds):
        for path in pictured(guide, language):
            page = guide.page(path)
            for figure in page.all("figure", "hd-figure"):
                if "hd-map-figure" in figure.attributes["class"] or not figure.all("figcaption"):
                    continue  # a map of links, and pictures to answer by, say their parts otherwise
                drawing = figure.one("svg", "hd-drawing")
                title, description = drawing.one("title"), drawing.one("desc")
                assert drawing.attributes["role"] == "img"
                assert drawing.attributes["aria-labelledby"].split() == [
                    title.attributes["id"],
                    description.attributes["id"],
                ]
                assert title.text
                labels = drawing.all("text", "hd-label")
                assert labels != []
                for label in labels:
                    words = " ".join(part.text for part in label.all("tspan"))
                    assert words in description.text, path
                assert title.text in figure.one("figcaption").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_who_hears_the_page_is_told_the_name_and_the_parts(
    language: str, site: Site, look_at: OpenPage
) -> None:
    path = site.pair(ENTRY, language)
    drawing = site.page(path).one("svg", "hd-drawing")
    page = look_at(site.url(path))
    expect(page.get_by_role("img", name=drawing.one("desc").text)).to_have_count(1)
    expect(page.locator("svg.hd-drawing")).to_have_accessible_name(
        f"{drawing.one('title').text} {drawing.one('desc').text}"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_legible_in_their_shapes_in_both_palettes_and_on_paper(
    language: str, site: Site, seeds: Site, look_at: OpenPage
) -> None:
    drawings = [
        drawing
        for guide in (site, seeds)
        for path in pictured(guide, language)
        for drawing in re.findall(r'<svg class="hd-drawing.*?</svg>', guide.html(path), re.DOTALL)
    ]
    assert len(drawings) > 2
    for path in (f"{language}/", site.pair(ENTRY, language)):
        page = look_at(site.url(path))
        if path != f"{language}/":
            # All of them on one page, which gives them their colours as their own pages do.
            page.locator("article").evaluate(
                "(article, drawings) => { article.innerHTML = drawings }", "".join(drawings)
            )
            expect(page.locator("svg.hd-drawing")).to_have_count(len(drawings))
        faults = []
        for scheme in ("default", "slate"):
            page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
            for medium in ("screen", "print"):
                page.emulate_media(media="print" if medium == "print" else "screen")
                faults += [f"{scheme}, {medium}: {fault}" for fault in faulty_labels(page)]
        assert faults == []


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_picture_is_shown_at_a_size_that_can_be_read(
    width: int, site: Site, look_at: OpenPage
) -> None:
    page = look_at(site.url(ENTRY), width=width)
    size = page.locator("svg.hd-drawing .hd-label").first.evaluate(
        "label => parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a"
    )
    assert size >= 12
