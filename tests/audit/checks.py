"""What can be wrong on a page as it stands in a browser. Each check gives a list of faults."""

from __future__ import annotations

from playwright.sync_api import Page

from ..browser.test_layout import ADD_STYLE, OVERFLOW, SPACING
from ..browser.visiting import Scheme

CLIPPED = """() => [...document.body.querySelectorAll("*")].filter(element => {
  const own = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim())
  if (!own || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return
  if (element.clientWidth <= 1 || element.closest("svg, select, textarea, .md-skip")) return
  const { overflowX, overflowY } = getComputedStyle(element)
  const hides = way => way === "hidden" || way === "clip"
  return hides(overflowX) && element.scrollWidth > element.clientWidth + 1
    || hides(overflowY) && element.scrollHeight > element.clientHeight + 1
}).map(element => `words are cut off: ${element.textContent.trim().slice(0, 60)}`)"""
"""Words that their own element cuts off."""

ORDER = """() => {
  const blocks = "h1, h2, h3, h4, p, li, dt, dd, tr, legend, label, summary, figcaption, caption"
  const seen = [...document.querySelectorAll("main")].flatMap(main =>
    [...main.querySelectorAll(blocks)].filter(block =>
      block.checkVisibility({ checkVisibilityCSS: true }) && block.innerText.trim()
      && !block.closest(".md-sidebar, svg, .hd-search, .hd-popover")))
  const faults = []
  for (let place = 1; place < seen.length; place++) {
    const [before, after] = [seen[place - 1], seen[place]].map(each => each.getBoundingClientRect())
    if (after.bottom <= before.top + 1)
      faults.push(`stands above what it follows: ${seen[place].innerText.trim().slice(0, 60)}`)
  }
  return faults
}"""
"""Blocks of one column that are not seen in the order in which they are read out (WCAG 1.3.2)."""

PLAIN = """() => {
  const article = document.querySelector("article, main")
  const words = () => article.innerText.toLowerCase()
  const styled = words().split(/\\s+/).filter(Boolean)
  for (const sheet of document.styleSheets) sheet.disabled = true
  document.adoptedStyleSheets = []
  const plain = words()
  const faults = []
  let at = 0
  for (const word of styled) {
    const next = plain.indexOf(word, at)
    if (next < 0) { faults.push(`out of order or lost without style: ${word}`); break }
    at = next + 1
  }
  const parts = [".md-skip", "header", "main", "footer"].map(part => document.querySelector(part))
  const tops = parts.filter(Boolean).map(part => part.getBoundingClientRect().top)
  if (tops.some((top, place) => place && top < tops[place - 1]))
    faults.push("the parts of the page are out of order without style")
  return faults
}"""
"""Words that are lost, or out of order, when a page is shown without its style."""

MOTION = """() => [...document.querySelectorAll("*")].flatMap(element =>
  [null, "::before", "::after"].flatMap(part => {
    const style = getComputedStyle(element, part)
    const long = ["animationDuration", "transitionDuration"].filter(name =>
      style[name].split(", ").some(time => parseFloat(time) > .01)
      && (name !== "animationDuration" || style.animationName !== "none"))
    if (style.scrollBehavior === "smooth") long.push("scrollBehavior")
    return long.map(name => `moves: ${element.tagName} ${element.className}: ${name}`)
  })).slice(0, 5)"""
"""What moves although the reader asked for less motion."""

FORCED = """() => {
  const faults = []
  const probe = document.body.appendChild(document.createElement("i"))
  probe.style.backgroundColor = "Canvas"
  const canvas = getComputedStyle(probe).backgroundColor
  probe.remove()
  const shown = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  const name = element => `${element.tagName} ${element.getAttribute("class") ?? ""}`.trim()
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element)) continue
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part)
      if (part && (style.content === "none" || style.display === "none")) continue
      // What is painted through a mask takes the colour of the background, which is forced away.
      if (style.maskImage !== "none" && style.backgroundColor === canvas)
        faults.push(`an icon that is not to be seen: ${name(element)} ${part ?? ""}`)
    }
    const style = getComputedStyle(element)
    const edged = ["Top", "Bottom", "Left", "Right"].some(side =>
      parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none")
    const given = "[type=radio], [type=checkbox], [type=range], [type=file]"
    const field = element.matches(`input:not(${given}), select, textarea`)
    if (field && !edged && !element.closest(".md-search__form"))
      faults.push(`a field without an edge: ${name(element)} ${element.name}`)
    if (element.matches("svg text") && style.fill === canvas)
      faults.push(`words in a drawing that are not to be seen: ${element.textContent}`)
  }
  return [...new Set(faults)]
}"""
"""What a reader with forced colours cannot see."""

UNSCRIPTED = """() => {
  const faults = []
  const heading = document.querySelector("h1")
  if (!heading?.checkVisibility()) faults.push("the heading is not shown")
  const words = "h1, h2, h3, h4, p, li, dt, dd, th, td, figure, legend, label, a"
  const area = document.querySelector("article, main")
  for (const part of area.querySelectorAll(words)) {
    // A reader opens <details>; what is marked as hidden says nothing until a script runs.
    if (part.closest("details:not([open])") && !part.closest("summary")) continue
    if (part.closest("[hidden], hd-sides, hd-popover, noscript, template")) continue
    if (!part.textContent.trim()) continue
    if (part.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
    faults.push(`not shown: ${part.textContent.trim().slice(0, 60)}`)
  }
  for (const button of document.querySelectorAll("button"))
    if (button.checkVisibility())
      faults.push(`does nothing: ${button.textContent.trim() || button.ariaLabel}`)
  return faults
}"""
"""What a reader without script does not get, or gets in vain."""


def overflows(page: Page) -> list[str]:
    """What a page is too wide for."""
    return [f"wider than the screen: {part}" for part in page.evaluate(OVERFLOW)]


def crowded(page: Page) -> list[str]:
    """What is lost with the letter spacing that a reader may ask for (WCAG 1.4.12)."""
    page.evaluate(ADD_STYLE, SPACING)
    return [*overflows(page), *page.evaluate(CLIPPED)]


def out_of_order(page: Page) -> list[str]:
    found: list[str] = page.evaluate(ORDER)
    return found


def lost_without_style(page: Page) -> list[str]:
    """What is lost without style. The page has none afterwards."""
    found: list[str] = page.evaluate(PLAIN)
    return found


def moving(page: Page) -> list[str]:
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = page.evaluate(MOTION)
    return found


def unseen_in_forced_colours(page: Page) -> list[str]:
    """What forced colours hide. They stay forced afterwards."""
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(FORCED)
    return found


def missing_without_script(page: Page) -> list[str]:
    """What is missing on a page that was opened without script."""
    found: list[str] = page.evaluate(UNSCRIPTED)
    return found


def put_in(page: Page, scheme: Scheme) -> None:
    """Show a page in a palette as it follows the reader's system."""
    page.emulate_media(color_scheme=scheme)
    if page.locator("[data-md-component=palette]").count():
        name = {"light": "default", "dark": "slate"}[scheme]
        page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=name)
