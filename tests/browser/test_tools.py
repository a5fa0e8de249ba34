"""Thinking tools: filled in, shown, kept on the device, sent to others and laid side by side.

Longer than other modules: its tests share how a tool is filled in and how a result is packed.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .serving import LANGUAGES, ROOT, Site
from .test_accessibility import show_in, violations
from .test_layout import OVERFLOW
from .visiting import PHONE, OpenPage, tab_to

SCALE, WEIGHING = "en/tools/how-wet/", "en/tools/dig-or-not/"
PATH, RATING = "en/tools/what-to-grow/", "en/tools/my-habits/"
KINDS = {
    "scale-and-list": SCALE,
    "weighing": WEIGHING,
    "decision-path": PATH,
    "self-assessment": RATING,
}
BUDGET = 15_000
"""The most bytes of script and style, compressed, that a tool may add to a page."""

HOSTILE = (
    '</script><script>document.title="run"</script><img src=x onerror=document.title="run">',
    "“dŵr” & 'ŵyl' 😀👩‍👩‍👧",
    "مرحبا שלום \u202eevil",
    "o" * 5_000,
)

TITLE = {"cy": "Eich canlyniad", "en": "Your result"}


def rate(page: Page, *numbers: int) -> None:
    """Rate the statements of a self-assessment in their order."""
    for fieldset, number in zip(page.locator("fieldset.hd-rate").all(), numbers, strict=False):
        fieldset.locator(f"input[value='{number}']").check()


def show(page: Page) -> None:
    page.locator("[data-do=show]").click()
    expect(page.locator("#result--title")).to_be_focused()


def table(page: Page, caption: str) -> list[list[str]]:
    """The cells of a table by its caption, the headings first."""
    rows = page.locator(f"table:has(caption:text-is('{caption}')) tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def make_link(page: Page, name: str = "") -> str:
    page.locator("#tool--name").fill(name)
    page.locator("[data-do=link]").click()
    link = page.locator("#tool--link")
    expect(link).to_be_focused()
    return link.input_value()


def pack(said: object) -> str:
    """What follows the address of a tool in a link that says this."""
    packed = base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")
    hash_ = 0x811C9DC5
    for letter in packed:
        hash_ = (hash_ ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    digits = ""
    while hash_:
        hash_, rest = divmod(hash_, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return f"#result={packed}.{digits}"


def result(tool: str, answers: object, **other: object) -> dict[str, object]:
    return {
        "hadau": "result", "version": 1, "tool": tool, "on": "2026-03-01", "name": "",
        "answers": answers, **other,
    }  # fmt: skip


# By keyboard alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scale_and_its_list_are_filled_in_with_keys(
    language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(SCALE, language)))
    tab_to(page, "input[name='scale--']")
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    tab_to(page, "input[name='list--1']")
    page.keyboard.type("Puddles")
    tab_to(page, "textarea[name=drier]")
    page.keyboard.type("Moss")
    tab_to(page, "[data-do=show]")
    page.keyboard.press("Enter")
    expect(page.locator("#result--title")).to_be_focused()
    shown = page.locator("[data-part=result]")
    of = {"cy": "Eich rhif: 4 allan o 10", "en": "Your number: 4 out of 10"}
    expect(shown.locator("p").first).to_have_text(of[language])
    expect(shown.locator("ol li")).to_have_text(["Puddles"])
    expect(shown.locator(".hd-written")).to_have_text("Moss")


@pytest.mark.parametrize("language", LANGUAGES)
def test_points_are_weighed_with_keys(language: str, seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(seeds.pair(WEIGHING, language)))
    tab_to(page, "input[name=loose]")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    tab_to(page, "input[name='for--1--text']")
    page.keyboard.type("Exercise")
    tab_to(page, "input[name='for--1']")
    page.keyboard.press("ArrowLeft")
    tab_to(page, "input[name=worms]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[data-do=show]")
    page.keyboard.press("Enter")
    headline = {
        "cy": "O blaid: 5. Yn erbyn: 1. Mae’r fantol o blaid ei wneud.",
        "en": "For: 5. Against: 1. The balance leans towards doing it.",
    }
    shown = page.locator("[data-part=result]")
    expect(shown.locator(".hd-headline")).to_have_text(headline[language])
    expect(shown.locator("ul").first.locator("li")).to_have_text(["Exercise"])
    expect(shown).to_contain_text({"cy": "Palwch, fel yn", "en": "Dig, as in"}[language])
    pros = table(page, {"cy": "O blaid", "en": "For"}[language])
    assert [row[1] for row in pros[1:]] == ["3", "2"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_is_walked_with_keys_and_gives_its_reasons(
    language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(PATH, language)))
    legend = page.locator("[data-step] legend")
    tab_to(page, "input[name='step--']")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[data-step-on]")
    page.keyboard.press("Enter")
    expect(legend).to_be_focused()
    expect(legend).to_have_text(
        {"cy": "Oes dŵr yn agos?", "en": "Is there water near by?"}[language]
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result--title")).to_be_focused()
    shown = page.locator("[data-part=result]")
    expect(shown.locator(".hd-headline")).to_have_text(
        {"cy": "Sbigoglys", "en": "Spinach"}[language]
    )
    why = {"cy": "Mae dail yn tyfu yn y cysgod.", "en": "Leaves grow in shade."}
    expect(shown.locator("ol li").first).to_contain_text(why[language])
    expect(shown.locator(".hd-next a")).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_are_rated_with_keys(language: str, seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(seeds.pair(RATING, language)))
    for name, presses in (("feed", 3), ("cover", 2), ("soak", 1), ("butt", 1), ("write-down", 3)):
        tab_to(page, f"input[name={name}]")
        page.keyboard.press("Space")
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
    tab_to(page, "[data-do=show]")
    page.keyboard.press("Enter")
    expect(page.locator("#result--title")).to_be_focused()
    expect(page.locator("#result--title")).to_have_text(TITLE[language])
    shown = page.locator("[data-part=result]")
    expect(shown.locator("p").first).to_have_text(
        {"cy": "Cryfaf: Cofnodion (4)", "en": "Strongest: Records (4)"}[language]
    )
    expect(shown.locator("p").nth(1)).to_have_text(
        {"cy": "Gwannaf: Dŵr (2)", "en": "Weakest: Water (2)"}[language]
    )
    caption = {"cy": "Cyfartaledd pob thema", "en": "The average of each theme"}[language]
    assert [row[1] for row in table(page, caption)[1:]] == ["3.5", "2", "4"]
    expect(shown.get_by_role("img")).to_have_attribute(
        "aria-label", re.compile("radar", re.IGNORECASE)
    )
    water = {"cy": "Dyfriwch gyda’r nos.", "en": "Water in the evening."}
    expect(shown).to_contain_text(water[language])
    expect(shown.locator(".hd-next a")).to_have_count(1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_result_follows_its_answers_and_says_everything_once(
    kind: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(KINDS[kind]))
    fill_in(page, kind)
    shown = page.locator("[data-part=result]")
    if kind == "decision-path":
        page.locator("[data-do=show]").click()
        expect(shown.get_by_text("Grow a pumpkin.")).to_have_count(1)
    elif kind == "weighing":
        page.locator("input[name=loose][value='0']").check()
        page.locator("input[name=worms][value='3']").check()
        expect(shown.locator(".hd-headline")).to_contain_text("leans against")
        expect(shown.get_by_text("Leave the bed alone.")).to_have_count(1)
        expect(shown.get_by_text("Dig half the bed.")).to_have_count(0)
    elif kind == "self-assessment":
        rate(page, 4, 4, 4, 4, 1)
        expect(shown.locator("p").nth(1)).to_have_text("Weakest: Records (1)")
        expect(shown.get_by_text("Buy a small book.")).to_have_count(1)
        expect(shown.locator(".hd-next")).to_have_count(1)
    else:
        page.locator("input[value='9']").check()
        expect(shown.locator("p").first).to_have_text("Your number: 9 out of 10")


# Without script


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_tool_is_whole_without_script(
    kind: str, language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(KINDS[kind], language)), script=False)
    expect(page.locator("hd-tool button, hd-tool [role=status]")).to_have_count(0)
    fields = page.locator("hd-tool [name]")
    for field in fields.all():
        expect(field).to_be_visible()
    if kind == "decision-path":
        nested = "hd-tool li li .hd-path-answer"
        assert page.locator(nested).count() == 4
        for link in page.locator(f"{nested} a").all():
            assert page.locator(str(link.get_attribute("href"))).count() == 1
    else:
        assert fields.count() > 3
    if kind == "self-assessment":
        expect(page.locator(".hd-paper table")).to_be_visible()


# What is kept


def test_a_tool_begun_in_english_goes_on_in_welsh(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(RATING))
    rate(page, 4, 3)
    page.locator("[data-hd=language]").first.click()
    expect(page).to_have_url(seeds.url(seeds.pair(RATING, "cy")))
    expect(page.locator("input[name=feed][value='4']")).to_be_checked()
    expect(page.locator("input[name=cover][value='3']")).to_be_checked()
    expect(page.locator("hd-tool :checked")).to_have_count(2 + 1)
    show(page)
    missing = "Datganiadau heb rif eto: 3. Dim ond y rhai sydd â rhif sy’n cyfrif yn y cyfartaledd."
    expect(page.locator("[data-part=result] p").first).to_have_text(missing)


def test_nothing_is_kept_before_there_is_an_answer_nor_after_it_is_cleared(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(SCALE))
    kept = "Object.keys(localStorage).filter(key => key.includes('hadau'))"
    assert page.evaluate(kept) == []
    page.locator("[name='list--2']").fill("Puddles")
    assert page.evaluate(kept) == ["/.hadau.tool--how-wet"]
    page.locator("[data-do=clear]").click()
    assert page.evaluate(kept) == []
    expect(page.locator("[name='list--2']")).to_have_value("")
    page.locator("[data-do=undo]").click()
    expect(page.locator("[name='list--2']")).to_have_value("Puddles")
    assert page.evaluate(kept) == ["/.hadau.tool--how-wet"]


def test_a_result_is_compared_with_the_last_one(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(RATING))
    rate(page, 1, 2, 3, 4, 4)
    show(page)
    page.locator("[data-do=again]").click()
    expect(page.locator("hd-tool .hd-rate :checked")).to_have_count(0)
    rate(page, 4, 4, 3, 2, 4)
    page.reload()
    show(page)
    rows = table(page, "The average of each theme")
    assert rows[0][0::3] == ["Theme", "Difference"]
    assert [row[1:] for row in rows[1:]] == [
        ["4", "1.5", "+2.5"],
        ["2.5", "3.5", "−1"],
        ["4", "4", "0"],
    ]
    expect(page.locator(".hd-shape--before")).to_have_count(1)


@pytest.mark.parametrize(
    "broken",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('', 'SecurityError') } })",
    ],
    ids=["full", "forbidden"],
)
def test_a_tool_works_on_where_nothing_can_be_kept(
    broken: str, seeds: Site, open_page: OpenPage
) -> None:
    page = open_page(seeds.url("en/about/"))
    # Material itself reads the storage of the page, and fails where it is forbidden.
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {broken} }})")
    page.goto(seeds.url(RATING))
    rate(page, 4)
    expect(page.locator(".hd-said").first).to_have_text(
        "Your browser cannot keep your answers on this device. You can go on, and print the result "
        "or save it as a file."
    )
    show(page)
    expect(page.locator("[data-part=result]")).to_contain_text("Soil")


@pytest.mark.parametrize(
    ("kept", "said", "stays"),
    [
        ("{broken", "What was kept on this device for this page cannot be read", False),
        ('{"version":99}', "What was kept on this device comes from a newer version", True),
        ('{"version":1,"kind":"quiz","when":"2026-01-01T00:00:00.000Z","value":{"answers":'
         '{"feed":99,"cover":"3","soak":null,"__proto__":1},"last":[1]}}', "", False),
    ],
    ids=["broken", "newer", "foreign"],
)  # fmt: skip
def test_what_was_kept_and_cannot_be_used_is_told_and_harms_nothing(
    kept: str, said: str, stays: bool, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url("en/about/"))
    page.evaluate("text => localStorage.setItem('/.hadau.tool--my-habits', text)", kept)
    page.goto(seeds.url(RATING))
    expect(page.locator("hd-tool .hd-rate :checked")).to_have_count(0)
    expect(page.locator(".hd-said").first).to_contain_text(said)
    rate(page, 2)
    now = page.evaluate("localStorage.getItem('/.hadau.tool--my-habits')")
    assert (now == kept) is stays
    show(page)


# What travels


def test_a_link_opens_a_result_in_the_other_language_and_leaves_the_readers_own_alone(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(RATING))
    rate(page, 4, 4, 1, 1, 2)
    show(page)
    link = make_link(page, "Siân")
    assert link.startswith(seeds.url(RATING) + "#result=")
    page.locator("[data-do=clear]").click()
    rate(page, 3, 3, 3, 3, 3)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#result--title")).to_be_focused()
    expect(page.locator(".hd-result-of")).to_contain_text("My habits – Siân, ")
    page.locator("[data-hd=language]").first.click()
    expect(page.locator("#result--title")).to_have_text("Eich canlyniad")
    expect(page.locator("[data-part=result] p").first).to_have_text("Cryfaf: Pridd (4)")
    expect(page.locator("[data-part=keep]")).not_to_be_visible()
    page.locator("[data-part=result] a[href='#water-care']").click()
    expect(page.locator(".hd-result")).to_be_visible()
    page.locator("[data-do=own]").click()
    expect(page).to_have_url(seeds.url(seeds.pair(RATING, "cy")))
    expect(page.locator(".hd-result")).not_to_be_visible()
    expect(page.locator("hd-tool .hd-rate :checked[value='3']")).to_have_count(5)


def test_a_result_of_another_can_be_taken_over_and_given_back(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(RATING))
    rate(page, 1)
    page.goto(seeds.url(RATING) + pack(result("my-habits", {"feed": 4, "cover": 2})))
    page.locator("[data-do=adopt]").click()
    expect(page.locator("input[name=cover][value='2']")).to_be_checked()
    page.locator("[data-do=undo]").click()
    expect(page.locator("input[name=feed][value='1']")).to_be_checked()
    expect(page.locator("hd-tool .hd-rate :checked")).to_have_count(1)


CANNOT = (
    "This result cannot be read. The link may have been cut short or changed, or the file may be "
    "of another sort. Please ask for it again."
)
SOUND = pack(result("my-habits", {"feed": 4}))


@pytest.mark.parametrize(
    ("hash_", "said"),
    [
        (SOUND[:-3], CANNOT),
        (SOUND[:60], CANNOT),
        (SOUND.replace("eyJ", "eyK", 1), CANNOT),
        ("#result=", CANNOT),
        ("#result=%00%ff", CANNOT),
        (pack("hello"), CANNOT),
        (pack([1]), CANNOT),
        (pack(result("my-habits", {"feed": 4}, on="tomorrow")), CANNOT),
        (pack(result("my-habits", "4")), CANNOT),
        (pack(result("my-habits", {"feed": 4}, version=2)),
         "This result comes from a newer version of this page. Load the page again and try once "
         "more."),
        (pack(result("dig-or-not", {"loose": 3})),
         "This result belongs to another tool, so this page cannot show it."),
        (pack(result("my-habits", {"feed": 9, "cover": "4", "constructor": 1, "x": 2})),
         "This result belongs to another tool, so this page cannot show it."),
    ],
    ids=range(12),
)  # fmt: skip
def test_a_link_that_was_tampered_with_gets_a_courteous_answer(
    hash_: str, said: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(RATING) + hash_)
    message = page.locator(".hd-said").first
    expect(message).to_have_text(said)
    expect(message).to_be_focused()
    rate(page, 2)
    show(page)


def test_a_file_brings_a_result_back(seeds: Site, look_at: OpenPage, tmp_path: Path) -> None:
    page = look_at(seeds.url(PATH))
    for _ in range(2):
        page.locator("[data-step] input").first.check()
        page.locator("[data-step-on]").click()
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    assert re.fullmatch(r"what-to-grow-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = tmp_path / "result.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["answers"] == {"sun": 0, "space": 0}
    page.locator("[data-do=clear]").click()
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--open").set_input_files(file)
    expect(page.locator(".hd-headline")).to_have_text("A pumpkin")
    (tmp_path / "other.json").write_bytes(b"\xff\x00 not a result")
    page.locator("#tool--open").set_input_files(tmp_path / "other.json")
    expect(page.locator(".hd-said").first).to_have_text(CANNOT)


def test_an_answer_on_a_path_can_be_changed(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PATH))
    page.locator("[data-step-on]").click()
    expect(page.locator(".hd-said").first).to_have_text("Choose an answer first.")
    for _ in range(2):
        page.locator("[data-step] input").first.check()
        page.locator("[data-step-on]").click()
    page.get_by_role("button", name="Change the answer to: Is there sun?").click()
    expect(page.locator("[data-step] legend")).to_be_focused()
    expect(page.locator("[data-step] input").first).to_be_checked()
    expect(page.locator(".hd-result")).not_to_be_visible()
    expect(page.locator(".hd-trail")).to_have_count(0)


# Hostile words


def test_whatever_a_reader_writes_is_shown_as_words(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(SCALE))
    for number, words in enumerate(HOSTILE[:3], 1):
        page.locator(f"[name='list--{number}']").fill(words)
    page.locator("[name=drier]").fill(HOSTILE[3])
    show(page)
    link = make_link(page, HOSTILE[0][:100])
    for _ in range(2):
        things = page.locator("[data-part=result] ol").first.locator("li")
        assert things.all_text_contents() == list(HOSTILE[:3])
        assert page.locator("[data-part=result] .hd-written").text_content() == HOSTILE[3]
        assert page.locator("hd-tool :is(img, b, [onerror])").count() == 0
        assert page.title() != "run"
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(OVERFLOW) == []
        page.goto("about:blank")
        page.goto(link)
        expect(page.locator(".hd-result-of")).to_contain_text(HOSTILE[0][:100])
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill(link)
    page.locator("[data-do=team]").click()
    expect(page.locator(".hd-team")).to_contain_text("😀")
    assert page.locator(".hd-team :is(img, script, b)").count() == 0
    assert page.title() != "run"


# A team


def test_four_results_of_a_team_are_laid_side_by_side(
    seeds: Site, look_at: OpenPage, tmp_path: Path
) -> None:
    page = look_at(seeds.url(RATING))
    rate(page, 4, 4, 2, 2, 1)
    url = seeds.url(RATING)
    sian = {"feed": 4, "cover": 3, "soak": 1, "write-down": 2}
    nameless = {"feed": 4, "cover": 4, "soak": 2, "write-down": 4}
    links = [
        url + pack(result("my-habits", sian, name="Siân")),
        url + pack(result("my-habits", nameless)),
    ]
    mail = f"Hi,\n<{links[0]}>\nand mine: {links[1]}.\nand {links[0][:-9]} and {url}#result=x.y"
    file = tmp_path / "fourth.json"
    file.write_text(json.dumps(result("my-habits", {"feed": 3, "cover": 4, "soak": 4}, name="Mo")))
    foreign = tmp_path / "foreign.json"
    foreign.write_text(json.dumps(result("how-wet", {"scale--": 4})))
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill(mail)
    page.locator("#tool--files").set_input_files([file, foreign])
    page.locator("[data-do=team]").click()
    expect(page.locator("[data-part=team-said]")).to_have_text(
        "Results put together: 4. Could not be read: 2. From another tool: 1."
    )
    expect(page.locator(".hd-people li")).to_have_text(["Person 1", "Siân", "Person 3", "Mo"])
    assert table(page, "The results side by side") == [
        ["What is compared", "1", "2", "3", "4", "Lowest", "Highest", "Average", "Agreement"],
        ["Soil", "4", "3.5", "4", "3.5", "3.5", "4", "3.8", "close together"],
        ["Water", "2", "1", "2", "4", "1", "4", "2.3", "far apart"],
        ["Records", "1", "2", "4", "–", "1", "4", "2.3", "far apart"],
    ]
    team = page.locator(".hd-team")
    expect(team.locator("p").nth(0)).to_have_text("Furthest apart: Water; Records")
    expect(team.locator("p").nth(1)).to_have_text("Closest together: Soil")
    expect(team.locator("circle")).to_have_count(11)
    assert violations(page) == []


def test_a_team_that_weighed_only_points_of_its_own_gets_no_empty_table(
    seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(WEIGHING))
    answers = {"for--1--text": "Exercise", "for--1": 3}
    links = [pack(result("dig-or-not", answers, name=name)) for name in ("Siân", "Mo")]
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill("\n".join(links))
    page.locator("[data-do=team]").click()
    leans = "The balance leans towards doing it."
    expect(page.locator(".hd-people li")).to_have_text([f"Siân: {leans}", f"Mo: {leans}"])
    expect(page.locator(".hd-team :is(table, svg)")).to_have_count(0)
    assert violations(page) == []


def test_a_team_sees_where_its_paths_ended(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(PATH))
    fill_in(page, "decision-path")
    page.locator("#tool--name").fill("Mo")
    answers = [{"sun": 0, "space": 0}, {"sun": 1, "water": 0}, {"sun": 0, "space": 0}, {"sun": 0}]
    links = "\n".join(pack(result("what-to-grow", each)) for each in answers)
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill(links)
    page.locator("[data-do=team]").click()
    assert table(page, "The results side by side") == [
        ["Where the path ended", "People", "Who"],
        ["Spinach", "1", "3"],
        ["A pumpkin", "3", "1, 2, 4"],
        ["Not finished", "1", "5"],
    ]
    assert violations(page) == []


# How it looks, prints and weighs


def fill_in(page: Page, kind: str) -> None:
    """Some answers to a tool, up to its result."""
    if kind == "decision-path":
        for _ in range(2):
            page.locator("[data-step] input").first.check()
            page.locator("[data-step-on]").click()
    else:
        for fieldset in page.locator("hd-tool fieldset").all():
            fieldset.locator("input[type=radio]").nth(2).check()
        for field in page.locator("hd-tool :is([type=text], textarea)[name]").all():
            field.fill("Rain, and more rain")
        if kind == "self-assessment":
            rate(page, 4)
        show(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_any_state_of_a_tool(
    kind: str, language: str, seeds: Site, look_at: OpenPage
) -> None:
    page = look_at(seeds.url(seeds.pair(KINDS[kind], language)))
    fill_in(page, kind)
    link = make_link(page)
    page.locator(".hd-more-to-do summary").click()
    page.locator("#tool--links").fill(f"{link} {link}")
    page.locator("[data-do=team]").click()
    for details in page.locator("hd-tool details:not([open]) summary").all():
        details.click()
    expect(page.locator(".hd-team svg")).to_be_visible()
    found = {"everything": violations(page)}
    page.set_viewport_size({"width": PHONE, "height": 800})
    show_in(page, "dark")
    found["dark"] = violations(page, colours_only=True)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(OVERFLOW) == []
    page.goto(link)
    page.reload()
    # What the header of the page covers has no size for axe.
    page.evaluate("scrollTo(0, 0)")
    found["of another"] = violations(page)
    assert [state for state, faults in found.items() if faults] == [], found


@pytest.mark.parametrize("kind", KINDS)
def test_a_result_prints_as_a_page_of_its_own(kind: str, seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(KINDS[kind]))
    fill_in(page, kind)
    page.evaluate("print = () => {}")
    page.locator("[data-do=print]").first.dispatch_event("click")
    page.emulate_media(media="print")
    expect(page.locator("[data-part=result]")).to_be_visible()
    seen = page.locator("article h1, article h2, hd-tool [name], hd-tool button, .hd-footer, nav")
    assert seen.evaluate_all("all => all.filter(each => each.checkVisibility()).length") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("article h1")).to_be_visible()


def test_the_results_of_a_team_print_as_a_page_of_their_own(seeds: Site, look_at: OpenPage) -> None:
    page = look_at(seeds.url(RATING))
    fill_in(page, "self-assessment")
    page.locator(".hd-more-to-do summary").click()
    expect(page.locator("[data-do=print-team]")).not_to_be_visible()
    page.locator("[data-do=team]").click()
    page.evaluate("print = () => {}")
    page.locator("[data-do=print-team]").click()
    page.emulate_media(media="print")
    expect(page.locator(".hd-team table")).to_be_visible()
    for hidden in ("article h1", "[data-part=result]", "#tool--links", "hd-tool button >> nth=0"):
        expect(page.locator(hidden)).not_to_be_visible()


def _needs(path: Path) -> set[Path]:
    """A module with every module that it imports, and theirs."""
    found = {path}
    for name in re.findall(r'^import .* from "(.+)"$', path.read_text("utf-8"), re.MULTILINE):
        found |= _needs((path.parent / name).resolve())
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_tool_adds_little_to_a_page(kind: str, seeds: Site) -> None:
    folder = ROOT / "overrides" / "assets" / "hadau" / "tools"
    head = seeds.page(KINDS[kind]).one("head")
    scripts = [script.attributes.get("src", "") for script in head.all("script", type="module")]
    own = [source.split("hadau/")[1] for source in scripts if "/tools/" in source]
    assert own == ["tools/tool.mjs", f"tools/{kind}.mjs"]
    files = _needs(folder / f"{kind}.mjs") | {folder / "tool.css", folder / f"{kind}.css"}
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert size < BUDGET, f"{size} bytes in {len(files)} files"
