"""Quizzes in a browser: by keyboard alone, without script, in both languages, on any device.

Longer than other modules: its tests answer the same twelve questions, and share how that is done.
"""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from hadau.languages.letters import plain
from hadau.model.text import Language

from .serving import LANGUAGES, ROOT, Site
from .test_accessibility import show_in, violations
from .visiting import DESKTOP, PHONE, SCHEMES, OpenPage

QUIZ = "en/quizzes/soil-quiz/"
NOTE = "/.hadau.quiz--soil-quiz"
ASSETS = ROOT / "overrides" / "assets" / "hadau"

SAID: dict[Language, dict[str, str]] = {
    "en": {
        "right": "Right.",
        "end": "A good end to the story.",
        "score": "Right: 11 of 11",
        "all": "All your answers are right.",
    },
    "cy": {
        "right": "Cywir.",
        "end": "Diwedd da i’r stori.",
        "score": "Cywir: 11 o 11",
        "all": "Mae pob un o’ch atebion yn gywir.",
    },
}
ANSWER = {"en": "a compost", "cy": "Gompóst"}

TOWARDS = """wanted => {
  const here = document.activeElement, there = document.querySelector(wanted)
  if (!there) throw new Error(`there is no ${wanted}`)
  if (here === there) return ""
  const before = here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING
  return before ? "Shift+Tab" : "Tab"
}"""

SMALL = """() => [...document.querySelectorAll("article :is(button, input, select, summary)")]
  .filter(element => element.checkVisibility())
  .filter(element => {
    const { width, height } = (element.closest("label") ?? element).getBoundingClientRect()
    return width < 24 || height < 24
  }).map(element => element.outerHTML)"""


def go(page: Page, wanted: str) -> None:
    """Press Tab, or Shift and Tab, until an element has the focus."""
    for _ in range(150):
        key = page.evaluate(TOWARDS, wanted)
        if not key:
            return
        page.keyboard.press(key)
    raise AssertionError(f"not reached: {wanted}")


def asked(page: Page, id_: str) -> Locator:
    return page.locator(f"[data-question={id_}]")


def verdict(page: Page, id_: str) -> Locator:
    return asked(page, id_).locator(".hd-verdict-word")


def check(page: Page, id_: str) -> None:
    asked(page, id_).locator(".hd-press--first").click()


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("name => localStorage.getItem(name) ?? 'null'", NOTE))


def choose(page: Page, name: str, place: int) -> None:
    """Choose a radio button by its place, with the keyboard."""
    first = page.locator(f"input[name={name}]").first.get_attribute("value")
    go(page, f'input[name={name}][value="{first}"]')
    page.keyboard.press("Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")


def answer_by_keyboard(page: Page, language: Language) -> None:
    """Answer every question rightly without a mouse, and have each checked."""

    def press_check(id_: str) -> None:
        go(page, f"[data-question={id_}] .hd-press--first")
        page.keyboard.press("Enter")

    choose(page, "base", 0)
    press_check("base")
    for value in (0, 1):
        go(page, f'input[name=feeds][value="{value}"]')
        page.keyboard.press("Space")
    press_check("feeds")
    choose(page, "worms", 1)
    press_check("worms")
    for id_ in ("signs", "heap", "my-garden"):
        for thing in asked(page, id_).locator("[data-thing]").all():
            place, target = thing.get_attribute("data-thing"), thing.get_attribute("data-target")
            select = f'[data-question={id_}] [data-thing="{place}"] select'
            go(page, select)
            while page.locator(select).input_value() != (target or "0"):
                page.keyboard.press("ArrowDown")
        press_check(id_)
    for number in range(4):
        button = f'[data-question=the-year] [data-thing="{number}"] button:last-child'
        go(page, button)
        for _ in range(3):
            page.keyboard.press("Enter")
            assert page.evaluate(TOWARDS, button) == ""
    press_check("the-year")
    go(page, "[data-question=missing] input")
    page.keyboard.type(ANSWER[language])
    page.keyboard.press("Enter")
    go(page, "[data-question=how-many] input")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    choose(page, "how-deep", 3)
    press_check("how-deep")
    choose(page, "which-level", 2)
    press_check("which-level")
    for scene in ("at-the-tap", "how-much"):
        choose(page, scene, 0)
        go(page, f"#{scene} button")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent.trim()") != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_question_is_answered_by_keyboard_alone(
    language: Language, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(seeds.pair(QUIZ, language)), width=PHONE)
    assert kept(page) is None
    answer_by_keyboard(page, language)
    words = page.locator(".hd-verdict-word").all_inner_texts()
    assert words[6] != words[11] == SAID[language]["end"]
    assert {*words[:6], *words[7:11]} == {SAID[language]["right"]}
    score = page.locator(".hd-score")
    expect(score).to_contain_text(SAID[language]["score"])
    expect(score).to_contain_text(SAID[language]["all"])
    assert page.evaluate(SMALL) == []
    assert violations(page) == []
    assert set(kept(page)["value"]["answers"]) == {
        question.get_attribute("data-question")
        for question in page.locator("[data-question]").all()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_a_quiz_reads_whole_with_its_answers_below(
    language: Language, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(QUIZ, language)), script=False)
    assert page.locator(".hd-question").count() == 12
    answers = page.locator(".hd-answer")
    expect(answers).to_have_count(12)
    for answer in answers.all():
        answer.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(answer.locator(".hd-told, li").first).to_be_visible()
    for words in page.locator(".hd-question :is(.hd-words, .hd-targets li)").all():
        expect(words).to_be_visible()
    page.locator("#at-the-tap summary").first.click()
    page.locator("#at-the-tap details a").click()
    expect(page.locator("#how-much")).to_be_in_viewport()
    expect(page.locator(".hd-plain")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_quiz_prints_as_questions_and_with_its_answers_where_there_is_no_script(
    script: bool, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(QUIZ), script=script)
    page.emulate_media(media="print")
    seen = "all => all.map(each => each.checkVisibility())"
    texts = page.locator(".hd-question > .hd-text").evaluate_all(seen)
    assert texts == [True] * 12
    answers = page.locator(".hd-answer .hd-told").evaluate_all(seen)
    assert answers == [not script] * len(answers) != []
    assert page.locator(".hd-ways .hd-outcome").evaluate_all(seen) == [not script] * 4
    # The result is of the screen, and so is its heading.
    assert page.locator("hd-quiz, [id=result--]").evaluate_all(seen) == [False, False]


def test_a_quiz_begun_in_english_is_finished_in_welsh(seeds: Site, open_page: OpenPage) -> None:
    page = open_page(seeds.url(QUIZ))
    page.locator("input[name=base]").first.check()
    check(page, "base")
    asked(page, "missing").locator("input").fill("manure")
    check(page, "missing")
    page.locator("input[name=at-the-tap]").first.check()
    page.locator("#at-the-tap button").click()
    asked(page, "signs").locator("select").first.select_option("0")
    page.locator(".md-header [data-hd=language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(verdict(page, "base")).to_have_text("Cywir.")
    expect(verdict(page, "missing")).to_have_text("Cywir.")
    expect(page.locator("#how-much")).to_be_visible()
    expect(asked(page, "signs").locator("select").first).to_have_value("0")
    page.locator("input[name=how-much]").nth(1).check()
    page.locator("#how-much button").click()
    expect(verdict(page, "dry-week")).to_have_text("Gallai’r stori fod wedi gorffen yn well.")
    page.go_back()
    expect(verdict(page, "dry-week")).to_have_text("The story could have ended better.")
    expect(page.locator(".hd-score")).to_contain_text("Right: 2 of 3")


def test_what_was_missed_is_named_read_and_tried_again(seeds: Site, open_page: OpenPage) -> None:
    page = open_page(seeds.url(QUIZ))
    page.locator("input[name=base]").nth(1).check()
    check(page, "base")
    expect(asked(page, "base").locator(".hd-verdict")).to_contain_text("That is the top.")
    page.locator("input[name=worms]").nth(1).check()
    check(page, "worms")
    for select in asked(page, "signs").locator("select").all():
        select.select_option("0")
    check(page, "signs")
    expect(verdict(page, "signs")).to_have_text("Partly right: 1 of 2.")
    assert asked(page, "signs").locator(".hd-mark").all_inner_texts() == ["Right", "Not right"]
    score = page.locator(".hd-score")
    expect(score).to_contain_text("Right: 1 of 3")
    expect(score.locator(".hd-read")).to_have_text(["The soil ladder", "The water spectrum"])
    assert score.locator(".hd-review-list li").all_inner_texts()[:4] == [
        "Question 1 – not right",
        "Question 2 – not checked yet",
        "Question 3 – right",
        "Question 4 – partly right",
    ]
    # Two parts of one framework are one page to read.
    asked(page, "how-many").locator("input").fill("9")
    check(page, "how-many")
    expect(score.locator(".hd-read")).to_have_text(["The soil ladder", "The water spectrum"])
    assert page.locator(".hd-score .hd-read").first.get_attribute("href") == seeds.url(
        "en/frameworks/soil-ladder/"
    )
    score.get_by_role("button", name="Answer the missed ones again").click()
    expect(page.locator("#base")).to_be_focused()
    expect(score).to_contain_text("Right: 1 of 1")
    assert set(kept(page)["value"]["answers"]) == {"worms"}
    score.get_by_role("button", name="Start afresh").click()
    assert kept(page) is None
    expect(score).to_contain_text("Checked: 0 of 12")


def test_several_answers_are_partly_right_only_where_one_of_them_is(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(QUIZ))
    compost, leaves, concrete = page.locator("input[name=feeds]").all()
    said = []
    for chosen in ([compost], [concrete], [compost, leaves, concrete], [compost, leaves]):
        for box in (compost, leaves, concrete):
            box.set_checked(box in chosen)
        check(page, "feeds")
        said.append(verdict(page, "feeds").inner_text())
    assert said == ["Partly right: 1 of 2.", "Not right.", "Partly right: 1 of 2.", "Right."]


def test_the_whole_score_is_told_once_every_question_is_checked(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url("en/frameworks/watering/"))
    page.locator("[id=check--]").scroll_into_view_if_needed()
    told = page.locator(".hd-score [role=status]")
    expect(told).to_have_text("")
    page.evaluate("document.querySelector('.hd-score [role=status]').dataset.same = ''")
    for question in page.locator("[data-question]").all():
        for select in question.locator("select").all():
            select.select_option("0")
        question.locator("input").first.check() if question.locator("input").count() else None
        question.locator(".hd-press--first").click()
    expect(told).to_contain_text("Right: ")
    # A screen reader tells what changes in an element that was there before.
    expect(told).to_have_attribute("data-same", "")
    page.get_by_role("button", name="Start afresh").click()
    expect(told).to_have_text("")


def test_an_answer_that_is_missing_or_no_number_is_asked_for(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(QUIZ))
    asked(page, "how-many").locator("input").fill("three")
    said = {}
    for id_ in ("base", "signs", "missing", "how-many"):
        check(page, id_)
        said[id_] = asked(page, id_).locator(".hd-verdict").inner_text()
    assert said == {
        "base": "Choose an answer first.",
        "signs": "Choose something in every row first.",
        "missing": "Write an answer first.",
        "how-many": "Write a whole number in figures, such as 12.",
    }
    assert violations(page) == []
    asked(page, "how-many").locator("input").fill("2")
    expect(asked(page, "how-many").locator(".hd-verdict")).to_have_text("")


def test_a_part_of_a_picture_is_chosen_in_the_picture_and_things_are_dragged(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(QUIZ))
    picture = asked(page, "which-level").locator("svg")
    picture.locator("[data-part='1']").click()
    expect(page.locator("input[name=which-level]").nth(1)).to_be_checked()
    expect(picture.locator(".is-chosen")).to_have_attribute("data-part", "1")
    things = asked(page, "the-year").locator("[data-thing]")
    before = [thing.get_attribute("data-thing") for thing in things.all()]
    things.nth(0).locator(".hd-words").drag_to(things.nth(3).locator(".hd-words"))
    after = [thing.get_attribute("data-thing") for thing in things.all()]
    assert after == [*before[1:], before[0]]
    # What belongs is dragged to its thing; the list of choices beside the thing says the same.
    for id_, place in (("signs", "0"), ("heap", "1")):
        target = asked(page, id_).locator(f".hd-targets [data-place='{place}']")
        target.drag_to(asked(page, id_).locator("[data-thing='1'] .hd-words"))
        expect(asked(page, id_).locator("[data-thing='1'] select")).to_have_value(place)
    assert kept(page)["value"]["answers"]["signs"]["given"] == [-1, 0]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_before_an_answer_and_after_wrong_ones(
    scheme: Any, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(seeds.pair(QUIZ, "cy")), width=DESKTOP)
    show_in(page, scheme)
    assert violations(page) == []
    page.locator("input[name=base]").nth(1).check()
    page.locator("input[name=feeds]").nth(2).check()
    for select in asked(page, "heap").locator("select").all():
        select.select_option("0")
    for id_ in ("base", "feeds", "heap", "the-year"):
        check(page, id_)
    page.locator(".hd-answer:visible summary").first.click()
    assert violations(page) == []
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert violations(page) == []


BROKEN = {
    "no JSON": "{",
    "another shape": "[1, 2]",
    "a foreign value": '{"version": 1, "kind": "quiz", "when": "yesterday", "value": {}}',
}
ASIDE: list[dict[str, Any]] = [
    {"base": {"mark": "of-old", "given": "0", "checked": True}},
    {"base": {"given": "7"}},
    {"feeds": {"given": ["0", {"__proto__": 1}]}},
    {"signs": {"given": [0, 99]}},
    {"the-year": {"given": [0, 0, 0, 0]}},
    {"heap": {"given": [-2, 0, 0]}},
    {"missing": {"given": 5}},
    {"dry-week": {"given": [1, 0, 0]}},
    {"which-level": {"given": "__proto__"}},
    {"dry-week": None, "base": 3},
]


def keep(page: Page, text: str) -> None:
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NOTE, text])
    page.reload()


def test_what_cannot_be_read_is_told_and_the_quiz_works_on(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(QUIZ))
    for text in BROKEN.values():
        keep(page, text)
        expect(page.locator(".hd-quiz-notice")).to_have_text(
            "What was kept before could not be read, so the quiz begins afresh."
        )
    page.locator("input[name=base]").first.check()
    assert kept(page)["value"]["answers"]["base"]["given"] == "0"
    newer = '{"version": 2, "kind": "quiz", "when": "2030-01-01T00:00:00.000Z", "value": {}}'
    keep(page, newer)
    expect(page.locator(".hd-quiz-notice")).to_contain_text("A newer version of the site")
    page.locator("input[name=base]").first.check()
    check(page, "base")
    expect(verdict(page, "base")).to_have_text("Right.")
    assert kept(page) == json.loads(newer)


def test_answers_that_do_not_fit_their_question_are_set_aside(
    seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(QUIZ))
    marks = {
        question.get_attribute("data-question"): question.get_attribute("data-mark")
        for question in page.locator("[data-question]").all()
    }
    for answers in ASIDE:
        whole = {
            id_: {"mark": marks[id_], **given} if isinstance(given, dict) else given
            for id_, given in answers.items()
        }
        note = {"version": 1, "kind": "quiz", "when": "2026-01-01T00:00:00.000Z"}
        keep(page, json.dumps({**note, "value": {"answers": whole}}))
        expect(page.locator(".hd-quiz-notice")).to_contain_text("Some questions have changed")
        expect(page.locator(".hd-score")).to_contain_text("Checked: 0 of 12")


FULL = """Storage.prototype.setItem = function (name, text) {
  if (name.includes(".hadau.")) throw new DOMException("full", "QuotaExceededError")
}"""
FORBIDDEN = """for (const name of ["getItem", "setItem", "removeItem"]) {
  const own = Storage.prototype[name]
  Storage.prototype[name] = function (key, ...rest) {
    if (key.includes(".hadau.")) throw new DOMException("no", "SecurityError")
    return own.call(this, key, ...rest)
  }
}"""


@pytest.mark.parametrize(
    ("script", "said"), [(FULL, "could not be kept"), (FORBIDDEN, "be gone when you leave")]
)
def test_a_full_or_forbidden_storage_is_told_and_the_quiz_works_on(
    script: str, said: str, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url("en/"))
    page.add_init_script(script)
    page.goto(seeds.url(QUIZ))
    page.locator("input[name=base]").first.check()
    check(page, "base")
    expect(page.locator(".hd-quiz-notice")).to_contain_text(said)
    expect(verdict(page, "base")).to_have_text("Right.")


HOSTILE = (
    "</script><img src=x onerror=\"document.title='run'\"> \"quotes\" 'single' `tick` ${1+1} "
    "🙂 ŵŷ \u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd " + "x" * 5000
)


def test_whatever_a_reader_writes_stays_text(seeds: Site, open_page: OpenPage) -> None:
    page = open_page(seeds.url(QUIZ))
    title = page.title()
    asked(page, "missing").locator("input").fill(HOSTILE)
    check(page, "missing")
    expect(verdict(page, "missing")).to_have_text("Not right.")
    page.reload()
    expect(asked(page, "missing").locator("input")).to_have_value(HOSTILE)
    page.goto(seeds.url("en/your-notes/"))
    page.locator(".hd-notes summary").click()
    assert (
        HOSTILE
        in json.loads(page.locator(".hd-notes pre").inner_text())["answers"]["missing"]["given"]
    )
    assert page.locator("article img").count() == 0
    assert page.title().startswith("Your notes")
    assert "run" not in (title, page.title())


def test_notes_are_shown_saved_cleared_and_brought_in(seeds: Site, open_page: OpenPage) -> None:
    page = open_page(seeds.url(seeds.pair("en/your-notes/", "cy")))
    expect(page.locator("hd-notes")).to_contain_text("Nid oes dim yn cael ei gadw")
    page.goto(seeds.url(QUIZ))
    page.locator("input[name=base]").first.check()
    page.goto(seeds.url("en/your-notes/"))
    note = page.locator(".hd-notes li")
    expect(note.locator("a")).to_have_text("The soil quiz")
    expect(note).to_contain_text("Kept on ")
    assert violations(page) == []
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save in a file").click()
    saved = saving.value.path().read_bytes()
    assert [item["id"] for item in json.loads(saved)["notes"]] == ["quiz--soil-quiz"]
    before = kept(page)
    note.get_by_role("button", name="Clear: The soil quiz").click()
    expect(page.locator(".hd-notes-status")).to_be_focused()
    assert kept(page) is None
    field = page.get_by_label("Bring in a file")
    for content, said in (
        (b"hello", "That is not a file of notes"),
        (b'{"hadau": "notes", "version": 9, "notes": []}', "A newer version"),
        (saved, "Brought in: 1. Left as they were: 0. Refused: 0."),
        (saved, "Brought in: 0. Left as they were: 1. Refused: 0."),
        (
            b'{"hadau": "notes", "version": 1, "notes": [7, {"id": "../x"}, {"id": "a"}]}',
            "Brought in: 0. Left as they were: 0. Refused: 3.",
        ),
    ):
        field.set_input_files({"name": "n.json", "mimeType": "application/json", "buffer": content})
        expect(page.locator(".hd-notes-status")).to_contain_text(said)
    assert kept(page) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear everything").click()
    expect(page.locator("hd-notes")).to_contain_text("Nothing is kept on this device.")


def test_a_quiz_page_takes_less_than_fifteen_kilobytes_of_script_and_style() -> None:
    names = ("quiz.mjs", "questions.mjs", "making.mjs", "keep.mjs", "quiz.css")
    sizes = {name: len(gzip.compress((ASSETS / name).read_bytes(), mtime=0)) for name in names}
    assert sum(sizes.values()) < 15_000, sizes


def test_the_page_compares_words_as_the_build_does(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(QUIZ))
    samples = ["Gompóst", "TŶ  gwyn", "mae’n", "co-ordination", "ﬁn Å ø?", " ", "50 %", "Straße"]
    script = "async words => (await import('/assets/hadau/questions.mjs')).plain(words)"
    assert [page.evaluate(script, words) for words in samples] == [
        plain(words) for words in samples
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_check_themselves_on_the_page_of_a_framework(
    language: Language, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url(seeds.pair("en/frameworks/watering/", language)), width=PHONE)
    expect(page.locator(".hd-score")).to_have_count(0)
    page.locator("[id=check--]").scroll_into_view_if_needed()
    expect(page.locator(".hd-score")).to_have_count(1)
    assert violations(page) == []
    for _ in range(2):
        for number in range(3):
            button = f'[data-question=check--order] [data-thing="{number}"] button:last-child'
            go(page, button)
            page.keyboard.press("Enter")
            page.keyboard.press("Enter")
    go(page, "[data-question=check--order] .hd-press--first")
    page.keyboard.press("Enter")
    expect(verdict(page, "check--order")).to_have_text(SAID[language]["right"])
    page.goto(seeds.url(seeds.pair("en/your-notes/", language)))
    page.locator(".hd-notes a").click()
    expect(verdict(page, "check--order")).to_have_text(SAID[language]["right"])


def test_a_check_adds_less_than_two_kilobytes_until_a_reader_comes_near(seeds: Site) -> None:
    html = seeds.html("en/frameworks/watering/")
    begin, end = html.index('<h2 id="check--"'), html.index('<h2 id="origin"')
    own = len(gzip.compress(html.encode()))
    without = len(gzip.compress((html[:begin] + html[end:]).encode()))
    assert 500 < own - without < 2_000
    asked = [link.attributes["href"] for link in seeds.page("en/frameworks/watering/").all("link")]
    assert [href for href in asked if "quiz" in href] == ["../../../assets/hadau/quiz.css"]
    assert (
        '<noscript><link rel="stylesheet" href="../../../assets/hadau/quiz.css"></noscript>' in html
    )
    assert "quiz.mjs" not in html
