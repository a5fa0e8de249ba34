"""Every page of two whole guides as MkDocs shows it: headings, anchors and links."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown import Markdown  # type: ignore[import-untyped]

from hadau.model.guide import Project
from hadau.model.page import Built, Page
from hadau.pipeline import build_guide
from hadau.publish.tree import write_markdown
from hadau.render.templates import escape_heading, open_templates

ROOT = Path(__file__).parents[2]

GuideWith = Callable[[Mapping[str, str | bytes]], Project]


class Read(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.headings: list[tuple[int, str, str]] = []
        self._open: tuple[int, str] | None = None
        self._words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        for name in ("aria-labelledby", "aria-describedby", "for"):
            self.names += (given.get(name) or "").split()
        if re.fullmatch("h[1-6]", tag):
            self._open, self._words = (int(tag[1]), given.get("id") or ""), ""

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == f"h{self._open[0]}":
            self.headings.append((*self._open, " ".join(self._words.split())))
            self._open = None

    def handle_data(self, data: str) -> None:
        self._words += data


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The extensions of Markdown that the site uses: MkDocs' own three and those of mkdocs.yml."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    names, options = ["toc", "tables", "fenced_code"], {}
    for extension in settings["markdown_extensions"]:
        name = extension if isinstance(extension, str) else next(iter(extension))
        names.append(name)
        if isinstance(extension, dict):
            options[name] = extension[name]
    return list(dict.fromkeys(names)), options


def show(page: Page) -> Read:
    names, options = _extensions()
    return Read(Markdown(extensions=names, extension_configs=options).convert(page.body))


def shown(built: Built) -> dict[str, Read]:
    return {page.address.url: show(page) for page in built.pages}


def test_headings_go_down_one_level_at_a_time_and_have_anchors(any_built: Built) -> None:
    for page in any_built.pages:
        headings = show(page).headings
        levels = [level for level, _, _ in headings]
        assert levels[:1] == [1], page.address.url
        assert levels.count(1) == 1, page.address.url
        assert all(b <= a + 1 for a, b in pairwise(levels)), page.address.url
        assert all(id_ for level, id_, _ in headings if level > 1), page.address.url
        assert all(words for _, _, words in headings), page.address.url


def test_a_page_has_the_same_anchors_in_every_language(any_built: Built) -> None:
    pages = {(page.key, page.language): page for page in any_built.pages}
    for key, language in pages:
        if language != "cy" or key == "glossary":
            continue
        welsh, english = show(pages[key, "cy"]), show(pages[key, "en"])
        if key in ("contents", "map") or key.startswith(("kind/", "references")):
            # Lists stand in the order of their language.
            assert sorted(welsh.ids) == sorted(english.ids), key
        elif key.startswith("entry/"):
            # References stand in the order of their language, and citations in that of its words.
            moving = ("ref--", "cite--")
            assert [id_ for id_ in welsh.ids if not id_.startswith(moving)] == [
                id_ for id_ in english.ids if not id_.startswith(moving)
            ], key
        else:
            assert welsh.ids == english.ids, key
        assert set(welsh.ids) == set(english.ids), key


def test_terms_of_the_glossary_have_the_same_anchors_in_every_language(any_built: Built) -> None:
    ids = [
        {id_ for id_ in show(page).ids if not id_.startswith("letter--")}
        for page in any_built.pages
        if page.key == "glossary"
    ]
    assert len(ids) == 2
    assert ids[0] == ids[1]


def test_an_anchor_stands_once_on_its_page(any_built: Built) -> None:
    for page in any_built.pages:
        twice = [id_ for id_, times in Counter(show(page).ids).items() if times > 1]
        assert twice == [], page.address.url


def test_what_names_another_element_names_one_that_is_there(any_built: Built) -> None:
    for page in any_built.pages:
        read = show(page)
        assert set(read.names) <= set(read.ids), page.address.url


def test_every_link_leads_to_a_page_of_its_language_and_an_anchor_there(any_built: Built) -> None:
    pages = shown(any_built)
    followed = 0
    for page in any_built.pages:
        for link in pages[page.address.url].links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https", "mailto", "tel"), (page.address.url, link)
                continue
            path = posixpath.normpath(posixpath.join(page.address.url, unquote(parts.path)))
            if path in any_built.files:
                continue
            url = f"{path}/"
            assert url in pages, (page.address.url, link)
            assert url.startswith(f"{page.language}/"), (page.address.url, link)
            if parts.fragment:
                assert unquote(parts.fragment) in pages[url].ids, (page.address.url, link)
            followed += 1
    assert followed > 100


def test_the_title_of_a_page_is_its_first_heading(any_built: Built) -> None:
    for page in any_built.pages:
        assert show(page).headings[0][2] == " ".join(page.title.split()), page.address.url


@pytest.mark.parametrize(
    ("key", "anchors"),
    [
        (
            "entry/soil-ladder",
            "parts drainage food life when when-not steps watch-for check-- origin leads "
            "references",
        ),
        (
            "entry/school-garden",
            "situation done first-spring learnt unknown since-then frameworks origin leads",
        ),
        ("entry/end-of-season", "purpose prompts record origin leads"),
        ("entry/ready-to-sow", "purpose prompts watch-for record origin leads references"),
        (
            "entry/how-wet",
            "exercise result--title share--title open--title team--title origin leads",
        ),
        (
            "entry/soil-quiz",
            "questions base feeds worms signs the-year heap my-garden missing how-many how-deep "
            "which-level dry-week result-- origin leads references",
        ),
        ("page/about", "who quotations leads-- references"),
        ("home", "sections needs kinds"),
        ("section/soil", "frameworks case-studies tools quizzes leads--"),
        ("kind/tools", "soil sowing leads--"),
    ],
)
def test_each_kind_of_page_has_its_headings_in_order(
    key: str, anchors: str, seeds_built: Built
) -> None:
    for page in seeds_built.pages:
        if page.key == key:
            assert [id_ for _, id_, _ in show(page).headings[1:]] == anchors.split()


def test_prompts_statements_and_questions_of_a_path_can_be_linked_to(seeds_built: Built) -> None:
    ids = {page.key: show(page).ids for page in seeds_built.pages if page.language == "en"}
    assert {"best", "how-well", "next-year"} <= set(ids["entry/end-of-season"])
    assert {"feed", "cover"} <= set(ids["entry/my-habits"])
    assert {"sun", "space"} <= set(ids["entry/what-to-grow"])
    assert {"compost", "mulch", "root", "slug-pest"} <= set(ids["glossary"])


ODD = (
    "# *Un* _dau_ `tri`",
    "a {#x} {: .y }",
    "[[x]] [a](b) ![c](d)",
    "<script>alert(1)</script>",
    "&amp; &#35; &lt; 1 < 2",
    "a\\*b | c ~ d ^ e = f: !g",
    "- a",
    "1. a",
    "Dŵr ‘a’ “thân”",
    "{{ x }} {% y %}",
    "a  b",
    "http://example.org/?a=1&b=2",
    "\u202eabc",
)


@pytest.mark.parametrize("title", ODD)
def test_no_mark_in_a_title_means_anything(title: str) -> None:
    names, options = _extensions()
    html = Markdown(extensions=names, extension_configs=options).convert(
        f"## {escape_heading(title)} {{#there}}\n"
    )
    read = Read(html)
    assert [(level, id_) for level, id_, _ in read.headings] == [(2, "there")]
    assert read.headings[0][2] == " ".join(title.split())
    assert read.links == []
    assert set(re.findall(r"<(\w+)", html)) == {"h2"}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1))
def test_a_title_of_any_letters_is_shown_as_it_is_written(title: str) -> None:
    names, options = _extensions()
    html = Markdown(extensions=names, extension_configs=options).convert(
        f"## A{escape_heading(title)}z {{#there}}\n"
    )
    assert Read(html).headings == [(2, "there", " ".join(f"A{title}z".split()))]


def test_the_welsh_of_a_page_is_marked_where_another_language_stands_in_it(
    seeds_built: Built,
) -> None:
    (page,) = [page for page in seeds_built.pages if page.address.path == "en/references.md"]
    assert '<cite lang="cy">Llyfr y Pridd</cite>' in page.body


def test_the_same_guide_gives_the_same_pages_twice(guide_with: GuideWith) -> None:
    project = guide_with({})
    pages = [[write_markdown(page) for page in build_guide(project)[0].pages] for _ in range(2)]
    assert pages[0] == pages[1]


def test_a_template_that_names_what_is_not_there_fails(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "a.html").write_text("{{ nobody }}")
    with pytest.raises(UndefinedError):
        open_templates(tmp_path).get_template("a.html").render()


def test_a_template_escapes_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "a.html").write_text("{{ words }} {#anchor}")
    shown = open_templates(tmp_path).get_template("a.html").render(words="<b> & 'c'")
    assert shown == "&lt;b&gt; &amp; &#39;c&#39; {#anchor}"


def test_a_link_in_the_credit_leads_to_its_page_from_every_page(guide_with: GuideWith) -> None:
    guide = (guide_with({}).content / "guide.yml").read_text("utf-8")
    credit = 'cy: "[[soil]]", en: "[[soil]]"'
    assert "cy: Prawf., en: A test." in guide
    built, _ = build_guide(
        guide_with({"content/guide.yml": guide.replace("cy: Prawf., en: A test.", credit)})
    )
    for page in built.pages:
        (href,) = Read(page.credit).links
        url = posixpath.normpath(posixpath.join(page.address.url, href)) + "/"
        assert url == {"cy": "cy/pridd/", "en": "en/soil/"}[page.language]


def test_the_note_of_a_relation_stands_on_the_page_that_makes_it(seeds_built: Built) -> None:
    saying = [
        page.address.key
        for page in seeds_built.pages
        if page.address.key.startswith("entry/") and "Good soil holds water." in page.body
    ]
    assert saying == ["entry/soil-ladder"]


def test_a_page_leads_to_each_related_entry_once_and_from_both_ends(seeds_built: Built) -> None:
    bodies = {page.key: page.body for page in seeds_built.pages if page.language == "en"}

    def groups(key: str) -> dict[str, list[str]]:
        leads = bodies[key].partition("{#leads}")[2].partition("{#references}")[0]
        found = re.split('<p class="hd-leads-kind">(.*?)</p>', leads)[1:]
        title = '<p class="hd-card-title"><a href="[^"]*">(.*?)</a>'
        return {
            kind: re.findall(title, cards) for kind, cards in zip(*[iter(found)] * 2, strict=True)
        }

    ladder = groups("entry/soil-ladder")
    titles = [title for group in ladder.values() for title in group]
    assert len(titles) == len(set(titles)) > 5
    assert ladder["Test yourself"] == ["The soil quiz"]
    assert groups("entry/soil-quiz") == {
        "Framework": ["The water spectrum", "The year of the bed"],
        "Follows from": ["The soil ladder"],
    }
    for key, body in bodies.items():
        if key.startswith("entry/"):
            assert "{#leads}" in body or "{#frameworks}" in body, key
