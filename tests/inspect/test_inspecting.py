"""A built site with one fault planted in it: what `hadau check --site` says of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from hadau.inspect.inspecting import inspect_site
from hadau.problems import as_text

SITE = "https://gardd.example.org/ni/"
"""The address of a site that stands below that of its host."""
WORDS = {
    "cy": "Mae’r pridd yn bwysig, ac mae’n dal dŵr am amser hir.",
    "en": "The soil matters, and it holds water for a long time.",
}
TITLES = {"cy": ("Gardd", "Y pridd"), "en": ("A garden", "The soil")}
PAGES = (("cy/", "en/"), ("cy/pridd/", "en/soil/"))
NOTHING = "0 error(s), 0 warning(s)"


def page(language: str, place: int, links: str = "") -> str:
    """A page of the sound site: the front page of a language, or the one below it."""
    pair = PAGES[place]
    url = pair[("cy", "en").index(language)]
    alternates = "".join(
        f'<link rel="alternate" hreflang="{each}" href="{SITE}{way}">\n'
        for each, way in zip(("cy", "en"), pair, strict=True)
    )
    root = "../" * url.count("/")
    below = root + PAGES[1][("cy", "en").index(language)]
    return f"""\
<!doctype html>
<html lang="{language}">
<head>
<title>{TITLES[language][place]}</title>
<meta name="description" content="{WORDS[language]} {place}">
{alternates}<link rel="alternate" hreflang="x-default" href="{SITE}">
<link rel="stylesheet" href="{root}a.css">
</head>
<body>
<h1 id="top-heading">{TITLES[language][place]}</h1>
<p>{WORDS[language]}</p>
<p><a href="{below}#top-heading">{TITLES[language][1]}</a></p>
<img src="{root}a.svg" alt="">
</body>
</html>
"""


def sitemap(ways: tuple[tuple[str, str], ...] = PAGES) -> str:
    urls = [("", ("cy/", "en/"))] + [(url, pair) for pair in ways for url in pair]
    rows = "\n".join(
        f"<url><loc>{SITE}{url}</loc>"
        + "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{SITE}{way}"/>'
            for language, way in (*zip(("cy", "en"), pair, strict=True), ("x-default", ""))
        )
        + "</url>"
        for url, pair in urls
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:xhtml="http://www.w3.org/1999/xhtml">
{rows}
</urlset>
"""


WELCOME = f"""\
<!doctype html>
<html lang="cy">
<head>
<title>Gardd / A garden</title>
<meta name="description" content="Gardd / A garden">
<link rel="alternate" hreflang="cy" href="{SITE}cy/">
<link rel="alternate" hreflang="en" href="{SITE}en/">
<link rel="alternate" hreflang="x-default" href="{SITE}">
</head>
<body><p><a href="cy/">Gardd</a> <a lang="en" href="en/">A garden</a></p></body>
</html>
"""
SHORT = f"""\
<!doctype html>
<html lang="en">
<head>
<meta name="robots" content="noindex">
<title>The soil</title>
<link rel="canonical" href="{SITE}en/soil/">
<meta http-equiv="refresh" content="0; url=../en/soil/">
</head>
<body><p><a href="../en/soil/">The soil</a></p></body>
</html>
"""
SOUND = {
    "index.html": WELCOME,
    "404.html": '<!doctype html>\n<html lang="cy"><title>Ar goll</title><p>Nid yw yma.</p></html>',
    "cy/index.html": page("cy", 0),
    "en/index.html": page("en", 0),
    "cy/pridd/index.html": page("cy", 1),
    "en/soil/index.html": page("en", 1),
    "2tp2q/index.html": SHORT,
    "sitemap.xml": sitemap(),
    "a.css": "",
    "a.svg": "<svg/>",
}


def told(folder: Path, files: Mapping[str, str | None]) -> str:
    """What is said of the sound site with other files laid over it; None leaves a file out."""
    for path, content in {**SOUND, **files}.items():
        if content is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, "utf-8")
    return as_text(inspect_site(folder, "site", SITE)[1])


def changed(path: str, before: str, after: str) -> dict[str, str | None]:
    assert SOUND[path].count(before) == 1, before
    return {path: SOUND[path].replace(before, after)}


def test_a_sound_site_has_no_problems(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == NOTHING


SOIL = "en/soil/index.html"
BODY = "<p>The soil matters, and it holds water for a long time.</p>\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            changed(SOIL, BODY, BODY + '<p><a href="../siol/">Soil</a></p>\n'),
            "site/en/soil/index.html:14:1: error: <a> leads to ../siol/, and there is no"
            " en/siol/index.html [dead-link]\n"
            "  expected: the address of a file of the site\n"
            "  mend: lead to en/soil/ instead, in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a link to a page that is not there",
        ),
        pytest.param(
            changed(SOIL, BODY, f'{BODY}<p><a href="{SITE}gwely.pdf">A bed</a></p>\n'),
            f"site/en/soil/index.html:14:1: error: <a> leads to {SITE}gwely.pdf, and there is no"
            " gwely.pdf [dead-link]\n"
            "  expected: the address of a file of the site\n"
            "  mend: put the address right, or remove it, in the template of the page, in"
            " overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a whole address of a file that is not there",
        ),
        pytest.param(
            {
                "a.css": None,
                **changed(SOIL, BODY, f"{BODY}<img src=../../b.svg alt='' srcset=c 2x>"),
            },
            "site/cy/index.html:9:1: error: <link> leads to ../a.css, and there is no a.css",
            id="style and pictures that are not there",
        ),
        pytest.param(
            changed(SOIL, BODY, BODY + '<p><a href="../#top-headings">Up</a></p>\n'),
            "site/en/soil/index.html:14:1: error: <a> leads to ../#top-headings, and there is no"
            ' "top-headings" on en/ [dead-anchor]\n'
            "  expected: the id of an element of that page\n"
            '  mend: write "top-heading" instead, in the template of the page, in overrides/\n'
            "1 error(s), 0 warning(s)",
            id="an anchor that is not there",
        ),
        pytest.param(
            changed(SOIL, BODY, BODY + '<p id="top-heading">More</p>\n'),
            'site/en/soil/index.html:14:1: error: the id "top-heading" stands twice; the first is'
            " on line 12 [duplicate-id]\n"
            "  expected: each id once in a page\n"
            "  mend: give one of them another id in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="an id that stands twice",
        ),
        pytest.param(
            changed(SOIL, BODY, BODY + '<p aria-labelledby="top-heading lost">More</p>\n'),
            'site/en/soil/index.html:14:1: error: aria-labelledby="lost" of <p> names no element'
            " [dead-reference]\n"
            "  expected: the id of an element of the page\n"
            "  mend: name one that is there, in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="an element that names one that is not there",
        ),
        pytest.param(
            {"en/index.html": page("en", 0).replace('"../en/soil/', '"../cy/pridd/')},
            "site/en/soil/index.html:1:1: error: no link leads to this page, en/soil/, from the"
            " front page [orphan-page]\n"
            "  expected: a way of links to every page\n"
            "  mend: link to it from a page that readers can reach, or remove it\n"
            "1 error(s), 0 warning(s)",
            id="a page that nothing leads to",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace('<html lang="en">', '<html lang="fr">')},
            'site/en/soil/index.html:2:1: error: <html> says lang="fr" [page-language]\n'
            '  expected: lang="en"\n'
            "  mend: put the lang of <html> right in overrides/\n",
            id="a page in no language of the guide",
        ),
        pytest.param(
            changed(SOIL, "<title>The soil</title>", "<title> </title>"),
            "site/en/soil/index.html:3:1: error: the page has no title [no-title]\n"
            "  expected: a title in the language of the page\n"
            "  mend: write one in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a page without a title",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace('name="description"', 'name="keywords"')},
            "site/en/soil/index.html:3:1: error: the page has no description [no-description]\n"
            "  expected: a description in the language of the page\n"
            "  mend: write one in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a page without a description",
        ),
        pytest.param(
            changed(SOIL, "<title>The soil</title>", "<title>A garden</title>"),
            'site/en/soil/index.html:4:1: error: the title "A garden" is that of en/ too'
            " [same-title]\n"
            "  expected: a title that tells the page from every other in its language\n"
            "  mend: write another in the template of the page, in overrides/ or the template of"
            " the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a title that two pages have",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace("long time. 1", "long time. 0")},
            'site/en/soil/index.html:4:1: error: the description "The soil matters, and it holds'
            ' water for a long time. 0" is that of en/ too [same-description]\n'
            "  expected: a description that tells the page from every other in its language\n",
            id="a description that two pages have",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace(f"{SITE}cy/pridd/", f"{SITE}cy/")},
            "site/en/soil/index.html:3:1: error: cy/ does not name the same pages in its head"
            " [one-sided-pair]\n"
            "  expected: two pages that name one another\n"
            "  mend: put the alternate links of overrides/main.html right\n",
            id="a page whose other language does not name it",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace(f'hreflang="cy" href="{SITE}cy/pridd/"', "")},
            "site/en/soil/index.html:3:1: error: the head names no page in cy [one-language]\n"
            "  expected: a link rel=alternate for each language\n"
            "  mend: put the alternate links of overrides/main.html right\n",
            id="a page that does not name its other language",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace(f"{SITE}en/soil/", f"{SITE}en/")},
            "site/en/soil/index.html:3:1: error: the alternate links do not name the page itself"
            " [one-sided-pair]\n"
            "  expected: the page itself among its languages\n",
            id="a page that does not name itself",
        ),
        pytest.param(
            {"sitemap.xml": sitemap((PAGES[0], ("cy/pridd/", "en/")))},
            "site/sitemap.xml:1:1: error: the sitemap does not list en/soil/ [bad-sitemap]\n"
            "  expected: every page of the site\n"
            "  mend: put overrides/sitemap.xml right\n",
            id="a page that the sitemap leaves out",
        ),
        pytest.param(
            {"sitemap.xml": sitemap((*PAGES, ("cy/tywod/", "en/soil/")))},
            f"site/sitemap.xml:9:1: error: the sitemap lists {SITE}cy/tywod/, and there is no such"
            " page [bad-sitemap]\n"
            "  expected: the addresses of pages of the site\n"
            "  mend: put overrides/sitemap.xml right\n"
            "site/sitemap.xml:10:1: error: the sitemap and the head of"
            f" {SITE}en/soil/ name different pages [one-sided-pair]\n"
            "  expected: the same page for each language in both\n"
            "  mend: put overrides/sitemap.xml right\n"
            "2 error(s), 0 warning(s)",
            id="a page that the sitemap lists and that is not there",
        ),
        pytest.param(
            {"sitemap.xml": sitemap()[:-12]},
            "error: the sitemap cannot be read: ",
            id="a sitemap that is cut short",
        ),
        pytest.param(
            {"sitemap.xml": None},
            "site/sitemap.xml:1:1: error: there is no sitemap [bad-sitemap]\n"
            "  expected: a sitemap of every page\n"
            "  mend: build the site again\n"
            "1 error(s), 0 warning(s)",
            id="a site without a sitemap",
        ),
        pytest.param(
            {SOIL: page("en", 1).replace(' alt=""', "")},
            "site/en/soil/index.html:15:1: error: <img> has no words in its place"
            " [no-alternative]\n"
            '  expected: alt, or role="img" with aria-label; alt="" or aria-hidden where it says'
            " nothing\n"
            "  mend: give it words in the template of the page, in overrides/\n"
            "1 error(s), 0 warning(s)",
            id="a picture without words",
        ),
        pytest.param(
            changed(SOIL, BODY, BODY + "<p><svg><path d='M0 0'/></svg></p>\n"),
            "site/en/soil/index.html:14:1: error: <svg> has no words in its place"
            " [no-alternative]\n",
            id="a drawing without words",
        ),
        pytest.param(
            changed(SOIL, BODY, f"{BODY}<p>Gweler hefyd: {WORDS['cy']}</p>\n"),
            "site/en/soil/index.html:14:1: warning: words marked as English read as Welsh: “Mae’r"
            " pridd yn bwysig, ac mae’n dal dŵr am amser hir.” [wrong-language]\n"
            '  expected: English, or words that say lang="cy"\n'
            "  mend: write them in English in the guide or the words of the interface, or put"
            ' <span lang="cy"> around them\n'
            "0 error(s), 1 warning(s)",
            id="Welsh left in an English page",
        ),
        pytest.param(
            changed(
                "cy/pridd/index.html",
                "<h1 ",
                '<p>Mae’r pridd yn bwysig. Look after the soil first.</p><h1 aria-label="The'
                ' rest of the page" ',
            ),
            "site/cy/pridd/index.html:12:1: warning: words marked as Welsh read as English: “Look"
            " after the soil first.” [wrong-language]\n"
            '  expected: Welsh, or words that say lang="en"\n'
            "  mend: write them in Welsh in the guide or the words of the interface, or put"
            ' <span lang="en"> around them\n'
            "site/cy/pridd/index.html:12:1: warning: words marked as Welsh read as English: “The"
            " rest of the page” [wrong-language]\n",
            id="English left in a Welsh page and in an attribute",
        ),
    ],
)
def test_a_fault_of_a_site_is_told_with_its_place(
    files: Mapping[str, str | None], said: str, tmp_path: Path
) -> None:
    found = told(tmp_path, files)
    assert found == said if said.endswith("(s)") else said in found


@pytest.mark.parametrize(
    "words",
    [
        '<p lang="cy">Mae’r pridd yn bwysig, ac mae’n dal dŵr.</p>',
        '<p>The Welsh for it is <i lang="cy">mae’r pridd yn bwysig</i>.</p>',
        "<p>Read <cite>Mae’r pridd yn dal y dŵr</cite> first.</p>",
        "<p>Bwrdd Iechyd Prifysgol Caerdydd a’r Fro, Cymdeithas yr Iaith Gymraeg</p>",
        "<p><code>mae hwn yn dal dŵr</code></p>",
        "<p>pridd</p>",
        '<ul><li id="ref--a">Rees, A. (2021) ‘Mae’r pridd yn dal y dŵr’, Gardd, 3.</li></ul>',
        "<p>https://cymru.example.org/mae/hwn/yn/dal/dwr and hwn@yn.example.org</p>",
        '<p><a href="https://cymru.example.org/nid-yw-yma/">Elsewhere</a>'
        ' <a href="mailto:a@example.org">Write</a> <a href="#top">Up</a>'
        ' <a href="#:~:text=soil">Soil</a> <a href="../../a.svg#part">A drawing</a></p>',
        '<button title="Close"><svg></svg></button> <svg role="img" aria-label="A bed"></svg>'
        ' <span aria-hidden="true"><svg></svg></span> <svg><title>A bed</title></svg>',
        '<template><p id="a">One</p></template><template><p id="a">Two</p></template>',
    ],
)
def test_names_marked_words_and_other_sites_are_left_alone(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, changed(SOIL, BODY, f"{BODY}{words}\n")) == NOTHING


def test_the_welcome_may_have_the_name_of_a_front_page(tmp_path: Path) -> None:
    title = "<title>Gardd / A garden</title>"
    assert told(tmp_path, changed("index.html", title, "<title>Gardd</title>")) == NOTHING


def test_what_many_pages_share_is_told_once(tmp_path: Path) -> None:
    footer = '<p><a href="https://gardd.example.org/ni/lost/">Lost</a></p></body>'
    files = {
        path: SOUND[path].replace("</body>", footer)
        for path in ("cy/index.html", "en/index.html", SOIL)
    }
    assert told(tmp_path, files).splitlines()[::3] == [
        f"site/cy/index.html:16:1: error: <a> leads to {SITE}lost/, and there is no"
        " lost/index.html; so it is on 2 more page(s) [dead-link]",
        "1 error(s), 0 warning(s)",
    ]


def test_a_folder_without_a_site_is_a_problem(tmp_path: Path) -> None:
    assert as_text(inspect_site(tmp_path, "site", SITE)[1]) == (
        "site:1:1: error: there is no site in this folder [no-site]\n"
        "  expected: a site that has been built\n"
        "  mend: run `hadau build`, or name the folder with --site-dir\n"
        "1 error(s), 0 warning(s)"
    )
