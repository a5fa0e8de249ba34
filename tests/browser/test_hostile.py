"""Whatever the files of a guide say, nothing of it runs in a reader's browser.

`tests/hostile/built` is a whole guide whose every text, word of the interface and field of the
bibliography holds a trick: `pwned(N)` with a number of its own. A page must show it as words. The
pages are opened as if they had no policy, so that escaping alone has to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..figures import count
from .serving import ROOT, Site, build_site, serve_site
from .visiting import DESKTOP, TIMEOUT, Visit

GUIDE = ROOT / "tests" / "hostile" / "built"
MARK = re.compile(r"pwned\((\d+)\)")
FORMS = ("pwned({})", "pwned%28{}%29", "pwned&#40;{}&#41;")

WAY = re.compile(r"</?(?:!doctype|html|head|meta|title|link|body|main|p|a)\b[^<>]*>|[^<>]+")


ASKING = (GUIDE.parent / "asking.js").read_text("utf-8")
LOOK, STIR, USE = (f"() => {{ {ASKING}; return {name}() }}" for name in ("look", "stir", "use"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The guide of tricks, built as strictly as it is published."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "beside").mkdir()
    build_site(GUIDE / "mkdocs.yml", folder / "site")
    with serve_site(folder / "site") as site:
        yield site


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Visit]:
    """A reader whose browser pays no heed to the policy of a page."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", locale="cy-GB")
    context.set_default_timeout(TIMEOUT)
    context.add_init_script(f"{ASKING}; canary()")
    found = Visit(context, context.new_page())
    found.watch()
    yield found
    context.close()


def tricks(folder: Path) -> set[str]:
    """The number of every trick in the files of a guide."""
    return {
        number
        for path in folder.rglob("*")
        if path.is_file()
        for number in MARK.findall(path.read_text("utf-8"))
    }


def test_nothing_of_a_hostile_guide_runs_on_any_of_its_pages(hostile: Site, bare: Visit) -> None:
    pages = sorted(path.relative_to(hostile.folder) for path in hostile.folder.rglob("*.html"))
    assert len(pages) > 60
    said = []
    bare.context.on("dialog", lambda dialog: said.append(dialog.message))
    for path in pages:
        address = path.as_posix().removesuffix("index.html")
        written = (hostile.folder / path).read_text("utf-8")
        if '<meta http-equiv="refresh"' in written:
            # A short address only sends readers on.
            assert (address, WAY.sub("", written)) == (address, "")
            continue
        page = bare.open(hostile.url(address), width=DESKTOP, scheme="light", missing=False)
        page.evaluate(STIR)
        assert (address, page.evaluate(LOOK)) == (address, [])
    assert (said, bare.faults) == ([], [])


def test_nothing_of_a_hostile_guide_runs_while_readers_use_its_pages(
    hostile: Site, bare: Visit
) -> None:
    def use(path: str) -> Page:
        return bare.open(hostile.url(path), width=DESKTOP, scheme="dark", missing=False)

    def check(page: Page) -> None:
        page.evaluate(STIR)
        assert (page.url, page.evaluate(LOOK)) == (page.url, [])

    for language in ("cy", "en"):
        page = use(f"{language}/")
        for words in ("pwned script onerror", '<img src=x onerror="pwned(0)">', "javascript"):
            page.locator(".md-search__input").fill(words)
            page.keyboard.press("End")
            expect(page.locator(".md-search-result__meta")).not_to_be_empty()
            check(page)
    check(use("en/?q=%3Cscript%3Epwned(0)%3C%2Fscript%3E#__search"))
    exercises = [
        path for path in hostile.paths("en") if re.match(r"en/(tools|quizzes|workshop-pack)/", path)
    ]
    assert len(exercises) == 8
    for path in exercises:
        page = use(path)
        page.evaluate(USE)
        check(page)
    page = use("en/your-notes/")
    expect(page.locator(".hd-notes li").first).to_be_visible()
    check(page)
    page = use("en/frameworks/watering/?sides")
    expect(page.locator("h1 .hd-side")).to_have_count(2)
    check(page)
    assert (bare.page.url, bare.faults) == (bare.page.url, [])


def test_no_policy_names_a_script_of_a_hostile_guide(hostile: Site) -> None:
    inline = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
    for path in hostile.folder.rglob("*.html"):
        named = [
            code
            for attributes, code in inline.findall(path.read_text("utf-8"))
            if "pwned" in code and "application/" not in attributes
        ]
        assert (path, named) == (path, [])


def test_a_hostile_guide_writes_the_files_that_a_sound_one_does(hostile: Site) -> None:
    beside = sorted(path.name for path in hostile.folder.parent.iterdir())
    assert beside == ["beside", "site"]
    assert not [path for path in hostile.folder.rglob("*") if path.is_symlink()]
    named = [path for path in hostile.folder.rglob("*") if not re.fullmatch(r"[\w.@-]+", path.name)]
    assert named == []


def test_every_trick_is_shown_as_words(hostile: Site) -> None:
    told = "".join(
        path.read_text("utf-8")
        for path in hostile.folder.rglob("*")
        if path.suffix in (".html", ".json") and "schema" not in path.name
    )
    written = tricks(GUIDE / "content") - tricks(GUIDE / "content" / "interface")
    lost = [each for each in written if not any(form.format(each) in told for form in FORMS)]
    assert lost == []
    count("hostile", len(tricks(GUIDE)))
