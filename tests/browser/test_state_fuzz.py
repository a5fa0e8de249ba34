"""Whatever stands in a browser's storage or behind a link's `#`, a page works and nothing runs."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, Page

from ..figures import count
from .serving import Site
from .visiting import DESKTOP, visit

PAGES = {
    "en/quizzes/soil-quiz/": "quiz--soil-quiz",
    "en/tools/my-habits/": "tool--my-habits",
    "en/tools/dig-or-not/": "tool--dig-or-not",
    "en/tools/how-wet/": "tool--how-wet",
    "en/tools/what-to-grow/": "tool--what-to-grow",
    "en/your-notes/": "quiz--soil-quiz",
}
STATES = 60
"""How many are tried on each page."""
NAMES = [
    *"answers last on given mark checked base feeds heap dry-week feed cover sun water".split(),
    *"space loose worms list--1 scale-- change-- constructor __proto__ toString length".split(),
    "",
    "<img src=x onerror=ran.push(1)>",
]
PLAIN = (
    None, True, False, 0, -1, 1, 2, 3, 99, 1.5, 1e308, "", "0", "1", "x", "2026-03-01",
    "<script>ran.push(1)</script>", '"><img src=x onerror=ran.push(1)>', "javascript:ran.push(1)",
    "\u202e", "\U0001f331", "A" * 6_000, "__proto__", "2026-99-99",
)  # fmt: skip
WORDS = [word for word in PLAIN if isinstance(word, str)]

TRY = """([key, states, hashes]) => {
  const element = document.querySelector("hd-quiz, hd-tool, [data-tool], hd-notes")
  if (!element) throw new Error("the page has no exercise")
  const { parentNode, nextSibling } = element
  for (const state of states) {
    element.remove()
    localStorage.setItem(key, state)
    parentNode.insertBefore(element, nextSibling)
    for (const button of element.querySelectorAll("[data-do=show], [data-check]")) button.click()
  }
  for (const hash of hashes) {
    history.replaceState(null, "", hash)
    dispatchEvent(new HashChangeEvent("hashchange"))
  }
  const bad = "article [onerror], article script:not([type^=application])"
  return document.querySelectorAll(bad).length
}"""
KNOWN = """() => {
  const fields = [...document.querySelector("hd-tool")?.fields ?? []]
  const questions = [...document.querySelectorAll("[data-mark]")].map(({ dataset }) => dataset)
  return {
    fields: Object.fromEntries(fields.map(([name, values]) => [name, values && [...values]])),
    marks: Object.fromEntries(questions.map(({ question, mark }) => [question, mark])),
  }
}"""
"""What a page asks: the fields of a tool, and the marks without which it looks at no answer."""


def make_value(chance: random.Random, depth: int = 0) -> Any:
    """A value of JSON, with names and words that mean something to the pages."""
    kind = chance.random()
    if depth > 3 or kind < 0.45:
        return chance.choice(PLAIN)
    if kind < 0.6:
        return [make_value(chance, depth + 1) for _ in range(chance.randrange(5))]
    return {chance.choice(NAMES): make_value(chance, depth + 1) for _ in range(chance.randrange(6))}


def make_answers(chance: random.Random, known: Mapping[str, Any]) -> Any:
    """Answers that a page looks at, often in the place of others, or at times anything."""
    if chance.random() < 0.4:
        return make_value(chance)
    return {name: chance.choice(allowed or WORDS) for name, allowed in known["fields"].items()} | {
        question: {"mark": mark, "given": make_value(chance), "checked": chance.choice(PLAIN)}
        for question, mark in known["marks"].items()
    }


def make_state(chance: random.Random, known: Mapping[str, Any]) -> str:
    """What may stand in storage: mostly a note of this version, at times anything."""
    value = {"answers": make_answers(chance, known), "last": make_value(chance)}
    day = chance.choice(("2026-03-01", "2026-03-01", "2026-99-99"))
    note = {"version": 1, "kind": "quiz", "when": f"{day}T00:00:00.000Z", "value": value}
    if chance.random() < 0.3:
        note[chance.choice(list(note))] = make_value(chance)
    text = json.dumps(note)
    return text[: chance.randrange(len(text))] if chance.random() < 0.15 else text


def make_hash(chance: random.Random, tool: str, known: Mapping[str, Any]) -> str:
    """What may stand behind the `#` of a link to a result."""
    said = {"hadau": "result", "version": 1, "tool": tool, "on": "2026-03-01",
            "name": chance.choice(WORDS), "answers": make_answers(chance, known)}  # fmt: skip
    if chance.random() < 0.4:
        said[chance.choice(list(said))] = make_value(chance)
    packed = base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")
    sum_ = 0x811C9DC5
    for letter in packed:
        sum_ = (sum_ ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    digits = ""
    while sum_:
        sum_, rest = divmod(sum_, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return f"#result={packed}.{digits}"


def test_whatever_is_kept_or_sent_breaks_no_page_and_runs_nothing(
    seeds: Site, browser: Browser
) -> None:
    chance = random.Random(1536)
    found = visit(browser, script=True)
    found.context.add_init_script("window.ran = []")
    tried = 0
    for path, note in PAGES.items():
        page: Page = found.open(seeds.url(path), width=DESKTOP, scheme="light", missing=False)
        page.wait_for_load_state("networkidle")
        known = page.evaluate(KNOWN)
        states = [make_state(chance, known) for _ in range(STATES)]
        hashes = [make_hash(chance, note.split("--")[1], known) for _ in range(STATES)]
        assert (path, page.evaluate(TRY, [f"/.hadau.{note}", states, hashes])) == (path, 0)
        assert (path, page.evaluate("ran")) == (path, [])
        page.reload()
        tried += len(states) + len(hashes)
    found.context.close()
    assert found.faults == []
    count("fuzzed", tried)
