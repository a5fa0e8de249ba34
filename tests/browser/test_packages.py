"""A package of a quiz, run inside two pages that stand for a learning platform.

One is a strict double of the run-time of SCORM 1.2: it refuses what the standard does not allow.
Source: SCORM 1.2 Run-Time Environment, 3.4 (ADL, 2001). The other is scorm-again, a run-time that
others wrote and that platforms use.
"""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from hadau.load.settings import find_project
from hadau.pipeline import export_lessons

from .serving import LANGUAGES, ROOT, _StaticHost
from .test_accessibility import violations
from .test_layout import OVERFLOW
from .visiting import PHONE, OpenPage

SCORM_AGAIN = ROOT / "tests/node/node_modules/scorm-again/dist/scorm12.min.js"

PLATFORM = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title>
<link rel="icon" href="data:,">
<script>
const kept = JSON.parse(sessionStorage.getItem("kept") ?? "{}")
window.faults = []
window.calls = []
let state = "not begun"
const VALUES = {
  "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed|not attempted)$/,
  "cmi.core.score.raw": /^(\\d|[1-9]\\d|100)$/,
  "cmi.core.score.min": /^0$/,
  "cmi.core.score.max": /^100$/,
  "cmi.core.session_time": /^\\d{2,4}:\\d\\d:\\d\\d(\\.\\d{1,2})?$/,
  "cmi.core.exit": /^(time-out|suspend|logout|)$/,
  "cmi.suspend_data": /^[^]{0,4096}$/,
}
const INTERACTIONS = {
  id: /^[\\w-]{1,255}$/,
  type: /^(true-false|choice|fill-in|matching|performance|likert|sequencing|numeric)$/,
  student_response: /^[^]{1,255}$/,
  result: /^(correct|wrong|unanticipated|neutral|-?\\d+(\\.\\d+)?)$/,
}
const RESPONSES = {
  "true-false": /^[01tf]/, choice: /^[a-z0-9](,[a-z0-9])*$/, sequencing: /^[a-z0-9](,[a-z0-9])*$/,
  matching: /^[a-z0-9]\\.[a-z0-9](,[a-z0-9]\\.[a-z0-9])*$/, numeric: /^-?\\d+(\\.\\d+)?$/,
}
const place = name => /^cmi\\.interactions\\.(\\d+)\\./.exec(name)?.[1]
const count = () => new Set(Object.keys(kept).map(place).filter(Boolean)).size
const allowed = (name, value) => {
  const found = /^cmi\\.interactions\\.(\\d+)\\.(\\w+)$/.exec(name)
  if (!found) return VALUES[name]?.test(value)
  const type = kept[`cmi.interactions.${found[1]}.type`]
  return Number(found[1]) <= count() && INTERACTIONS[found[2]]?.test(value)
    && (found[2] !== "student_response" || (RESPONSES[type] ?? /./).test(value))
}
const call = (name, wanted, done) => (...values) => {
  calls.push(name)
  if (state !== wanted) { faults.push(`${name} while ${state}`); return "false" }
  return done(...values)
}
window.API = {
  LMSInitialize: call("LMSInitialize", "not begun", () => { state = "running"; return "true" }),
  LMSFinish: call("LMSFinish", "running", () => { state = "finished"; return "true" }),
  LMSCommit: call("LMSCommit", "running", () => {
    sessionStorage.setItem("kept", JSON.stringify(kept)); return "true"
  }),
  LMSGetValue: call("LMSGetValue", "running", name =>
    name === "cmi.interactions._count" ? String(count())
      : kept[name] ?? (name === "cmi.core.lesson_status" ? "not attempted" : "")),
  LMSSetValue: call("LMSSetValue", "running", (name, value) => {
    if (typeof value !== "string" || !allowed(name, value)) {
      faults.push(`${name} = ${value}`)
      return "false"
    }
    kept[name] = value
    return "true"
  }),
  LMSGetLastError: () => "0", LMSGetErrorString: () => "", LMSGetDiagnostic: () => "",
}
window.kept = kept
</script>
<iframe src="package/index.html" title="Package" width="900" height="700"></iframe></html>"""

AGAIN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title>
<link rel="icon" href="data:,">
<script src="scorm12.min.js"></script>
<script>
const kept = sessionStorage.getItem("kept")
window.faults = []
window.committed = 0
window.API = new Scorm12API({ autocommit: false, logLevel: 5 })
if (kept) API.loadFromJSON(JSON.parse(kept), "")
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const own = API[name].bind(API)
  API[name] = (...values) => {
    const result = own(...values)
    const code = String(API.LMSGetLastError())
    if (code !== "0") faults.push(`${name}(${values}): ${code} ${API.LMSGetErrorString(code)}`)
    if (name === "LMSCommit") {
      committed++
      sessionStorage.setItem("kept", JSON.stringify(API.renderCMIToJSONObject().cmi))
    }
    return result
  }
}
window.report = () => {
  const { core, interactions, suspend_data } = API.renderCMIToJSONObject().cmi
  return {
    status: core.lesson_status,
    score: ["raw", "min", "max"].map(name => core.score[name]),
    interactions: Object.fromEntries(Object.values(interactions).filter(each => each.id)
      .map(each => [each.id, [each.type, each.student_response, each.result]])),
    suspended: suspend_data,
  }
}
</script>
<iframe src="package/index.html" title="Package" width="900" height="700"></iframe></html>"""


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[str]:
    """The address of a platform that holds the package of the seeds' quiz."""
    project = find_project(ROOT / "tests" / "cases" / "seeds" / "mkdocs.yml")
    (content,) = export_lessons(project, "scorm")[0].files.values()
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "package")
    (tmp_path / "lms.html").write_text(PLATFORM, "utf-8")
    (tmp_path / "again.html").write_text(AGAIN, "utf-8")
    (tmp_path / "scorm12.min.js").symlink_to(SCORM_AGAIN)
    handler = partial(_StaticHost, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/lms.html"
        server.shutdown()


def answer(quiz: FrameLocator | Page) -> None:
    """Answer every question, the second and the ninth wrongly."""
    quiz.locator("input[name=base]").first.check()
    quiz.locator("input[name=feeds]").nth(2).check()
    quiz.locator("input[name=worms]").nth(1).check()
    for thing in quiz.locator("[data-thing]:has(select)").all():
        thing.locator("select").select_option(thing.get_attribute("data-target") or "0")
    for number in range(4):
        for _ in range(3):
            quiz.locator(f'[data-question=the-year] [data-thing="{number}"] button').last.click()
    quiz.locator("[data-question=missing] input").fill("dail, </script> 🙂")
    quiz.locator("[data-question=missing] input").fill("tail")
    quiz.locator("[data-question=how-many] input").fill("−4")
    quiz.locator("input[name=how-deep]").nth(4).check()
    quiz.locator("input[name=which-level]").nth(2).check()
    for scene in ("at-the-tap", "how-much"):
        quiz.locator(f"input[name={scene}]").first.check()
        quiz.locator(f"#{scene} button").click()
    for button in quiz.locator(".hd-press--first:visible").all():
        button.click()


REPORTED = {
    "base": ("choice", "0", "correct"),
    "feeds": ("choice", "2", "wrong"),
    "worms": ("true-false", "f", "correct"),
    "signs": ("matching", "0.0,1.1", "correct"),
    "the-year": ("sequencing", "0,1,2,3", "correct"),
    "heap": ("matching", "0.0,1.0,2.1", "correct"),
    "my-garden": ("matching", "0.0,1.0,2.0", "neutral"),
    "missing": ("fill-in", "tail", "correct"),
    "how-many": ("numeric", "-4", "wrong"),
    "how-deep": ("likert", "5", "correct"),
    "which-level": ("performance", "waterlogged", "correct"),
    "dry-week": ("performance", "0,0", "correct"),
}
"""The type, the answer and the result of each interaction that a platform is told of."""


def test_a_package_reports_its_score_and_each_answer_in_both_languages(
    platform: str, open_page: OpenPage
) -> None:
    page = open_page(platform)
    package = page.frame_locator("iframe")
    quiz = package.frame_locator("iframe")
    expect(quiz.locator("html")).to_have_attribute("lang", "cy")
    answer(quiz)
    expect(quiz.locator(".hd-score")).to_contain_text("Cywir: 9 o 11")
    package.get_by_role("button", name="English").click()
    expect(quiz.locator(".hd-score")).to_contain_text("Right: 9 of 11")
    kept: dict[str, Any] = page.evaluate("kept")
    assert kept["cmi.core.score.raw"] == "82"
    assert kept["cmi.core.lesson_status"] == "completed"
    reported = {
        kept[f"cmi.interactions.{number}.id"]: tuple(
            kept[f"cmi.interactions.{number}.{name}"]
            for name in ("type", "student_response", "result")
        )
        for number in range(12)
    }
    assert reported == REPORTED
    # The platform opens the package again later, and shows what it kept.
    page.reload()
    expect(quiz.locator(".hd-score")).to_contain_text("Cywir: 9 o 11")
    assert page.evaluate("faults") == []
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_package_runs_in_the_run_time_of_others_in_either_language(
    language: str, platform: str, open_page: OpenPage
) -> None:
    page = open_page(platform.replace("lms.html", "again.html"))
    package = page.frame_locator("iframe")
    quiz = package.frame_locator("iframe")
    names = {"cy": "Cymraeg", "en": "English"}
    said = {"cy": "Cywir: 9 o 11", "en": "Right: 9 of 11"}
    package.get_by_role("button", name=names[language]).click()
    expect(quiz.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("report().status") == "incomplete"
    quiz.locator("input[name=base]").first.check()
    quiz.locator("[data-question=base] .hd-press--first").click()
    assert page.evaluate("report().status") == "incomplete"
    answer(quiz)
    expect(quiz.locator(".hd-score")).to_contain_text(said[language])
    report = page.evaluate("report()")
    assert report["status"] == "completed"
    assert [float(number) for number in report["score"]] == [82, 0, 100]
    assert {id_: tuple(each) for id_, each in report["interactions"].items()} == REPORTED
    assert len(json.loads(report["suspended"])["answers"]) == 12
    # The other language, and the same package another day, go on from what the platform keeps.
    (other,) = set(names) - {language}
    package.get_by_role("button", name=names[other]).click()
    expect(quiz.locator(".hd-score")).to_contain_text(said[other])
    assert page.evaluate("report()") == report
    assert page.evaluate("committed") > 0
    assert page.evaluate("faults") == []
    page.reload()
    expect(quiz.locator(".hd-score")).to_contain_text(said["cy"])
    assert page.evaluate("faults") == []
    assert page.evaluate("report().status") == "completed"
    assert page.evaluate("report().suspended") == report["suspended"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_a_package_before_and_after_answers(
    language: str, platform: str, open_page: OpenPage
) -> None:
    page = open_page(platform.replace("lms.html", f"package/{language}.html"), width=PHONE)
    assert violations(page) == []
    answer(page)
    assert page.locator(".hd-score .hd-review-list li").count() == 12
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(OVERFLOW) == []
    page.goto(platform.replace("lms.html", "package/index.html"))
    expect(page.frame_locator("iframe").locator(".hd-score")).to_be_visible()
    # What the page is about stands in its frame, and was looked at above.
    within = ("landmark-one-main", "page-has-heading-one")
    assert violations(page, but=within) == []


def test_a_package_says_how_to_read_it_without_script(platform: str, look_at: OpenPage) -> None:
    page = look_at(platform.replace("lms.html", "package/index.html"), script=False)
    page.get_by_role("link", name="Cymraeg").click()
    expect(page.locator(".hd-question")).to_have_count(12)


def test_a_package_without_a_platform_works_and_says_that_nothing_is_kept(
    platform: str, open_page: OpenPage
) -> None:
    page = open_page(platform.replace("lms.html", "package/index.html"))
    quiz = page.frame_locator("iframe")
    expect(quiz.locator(".hd-quiz-notice")).to_contain_text("Bydd eich atebion yn diflannu")
    quiz.locator("input[name=base]").first.check()
    quiz.locator("[data-question=base] .hd-press--first").click()
    expect(quiz.locator("[data-question=base] .hd-verdict-word")).to_have_text("Cywir.")
