"""The zip of a site, unpacked and opened from a folder with the network off."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hadau.publish.bundle.packing import write_bundle

from .serving import Site
from .test_packs import CHOICE, PRINT_STUB, print_pack
from .visiting import TIMEOUT, visit


@pytest.fixture(scope="module")
def unpacked(seeds: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader unpacks."""
    folder = tmp_path_factory.mktemp("a room without a network")
    write_bundle(seeds.folder, folder / "garden.zip", folder="garden")
    with zipfile.ZipFile(folder / "garden.zip") as zipped:
        zipped.extractall(folder)
    return folder / "garden"


@pytest.fixture(params=[True])
def page(request: pytest.FixtureRequest, browser: Browser, unpacked: Path) -> Iterator[Page]:
    """A page whose every fault, and every request past the folder, fails the test."""
    reader = visit(browser, script=request.param)
    reader.origin = unpacked.as_uri()
    reader.context.set_offline(True)
    reader.page.set_default_timeout(TIMEOUT)
    yield reader.page
    reader.context.close()
    assert reader.faults == []


def open_file(page: Page, unpacked: Path, path: str) -> None:
    page.goto(f"{unpacked.as_uri()}/{path}")


@pytest.mark.parametrize("page", [True, False], indirect=True, ids=["script", "no-script"])
def test_links_lead_from_page_to_page_and_language_to_language(
    page: Page, unpacked: Path, seeds: Site
) -> None:
    open_file(page, unpacked, "index.html")
    page.locator("main a[hreflang=cy]").click()
    page.wait_for_url("**/garden/cy/index.html")
    open_file(page, unpacked, "en/frameworks/watering/index.html")
    page.locator("a[data-hd=language]:visible").first.click()
    welsh = seeds.pair("en/frameworks/watering/", "cy")
    page.wait_for_url(f"**/garden/{welsh}index.html*")


@pytest.mark.parametrize(
    ("language", "query", "title"),
    [("en", "waterings", "The water spectrum"), ("cy", "sbectrwm ddŵr", "Sbectrwm y dŵr")],
)
def test_search_finds_any_form_of_a_word(
    language: str, query: str, title: str, page: Page, unpacked: Path
) -> None:
    open_file(page, unpacked, f"{language}/index.html")
    page.locator("hd-search input").first.focus()
    page.keyboard.type(query)
    found = page.locator("hd-search ol a", has_text=title).first
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url("**/index.html?*")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("article mark").first).to_be_visible()


def test_a_quiz_marks_answers(page: Page, unpacked: Path) -> None:
    open_file(page, unpacked, "en/quizzes/soil-quiz/index.html")
    question = page.locator("[data-question=base]")
    question.get_by_role("radio", name="Drainage").check()
    question.get_by_role("button", name="Check the answer").click()
    expect(question.get_by_text("Right.", exact=True)).to_be_visible()


def test_a_tool_reckons(page: Page, unpacked: Path) -> None:
    open_file(page, unpacked, "en/tools/how-wet/index.html")
    expect(page.locator("hd-tool button").first).to_be_visible()


def test_both_languages_stand_side_by_side(page: Page, unpacked: Path) -> None:
    open_file(page, unpacked, "en/frameworks/watering/index.html?sides")
    expect(page.locator("article.hd-sided")).to_be_visible()


def test_a_pack_is_put_together(page: Page, unpacked: Path) -> None:
    open_file(page, unpacked, "en/workshop-pack/index.html" + CHOICE.format("both"))
    page.evaluate(PRINT_STUB)
    pdf = print_pack(page, "en")
    headings = [part.text for part in pdf.root.find("H1", "H2")]
    assert headings == [
        "Diwrnod y tîm", "Diwedd y tymor", "The end of the season", "Yn barod i hau?",
        "Ready to sow?",
    ]  # fmt: skip


def test_every_sheet_stands_where_its_link_leads(page: Page, unpacked: Path) -> None:
    open_file(page, unpacked, "en/conversations/end-of-season/index.html")
    links = page.locator(".hd-sheets a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 10
    root = unpacked.as_uri()
    for link in links:
        assert link.startswith(root)
        assert (unpacked / link.removeprefix(f"{root}/")).stat().st_size > 1_000
