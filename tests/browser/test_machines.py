"""What machines read of every page: JSON-LD, Open Graph and citation data."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from .reading import Element
from .serving import LANGUAGES, Site


@pytest.fixture(params=["site", "seeds"])
def any_site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def data_of(page: Element) -> dict[str, Any]:
    script = page.one("head").one("script", type="application/ld+json")
    found: dict[str, Any] = json.loads("".join(map(str, script.within)))
    assert found["@context"] == "https://schema.org"
    return found


def contents(page: Element, attribute: str) -> dict[str, str]:
    """What the `<meta>` elements of a page say, by their name or property."""
    return {
        meta.attributes[attribute]: meta.attributes["content"]
        for meta in page.one("head").all("meta")
        if attribute in meta.attributes and "content" in meta.attributes
    }


def test_the_data_of_every_page_parse_and_name_the_page_in_the_other_language(
    any_site: Site,
) -> None:
    pages = [path for path in any_site.alternates if path]
    assert len(pages) > 40
    for path in pages:
        language = path.split("/")[0]
        (other,) = set(LANGUAGES) - {language}
        node = data_of(any_site.page(path))["@graph"][0]
        assert node["@id"] == node["url"] == any_site.site_url + path
        assert node["inLanguage"] == language
        assert node["translationOfWork"] == {
            "@type": node["@type"],
            "@id": any_site.alternates[path][other],
            "inLanguage": other,
        }
        assert node["name"] == any_site.page(path).one("h1").text


def test_the_way_to_every_page_begins_at_its_front_page_and_leads_through_pages(
    any_site: Site,
) -> None:
    for path in any_site.alternates:
        if path in ("", "cy/", "en/"):
            continue
        trail = data_of(any_site.page(path))["@graph"][1]
        assert trail["@type"] == "BreadcrumbList"
        items = [item["item"].removeprefix(any_site.site_url) for item in trail["itemListElement"]]
        places = [item["position"] for item in trail["itemListElement"]]
        assert places == list(range(1, len(items) + 1))
        assert (items[0], items[-1]) == (f"{path[:2]}/", path)
        assert set(items) <= set(any_site.alternates)


HOLDERS = r"^citation_(journal|inbook|book|technical|conference|dissertation|series|isbn)"


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("en/", "WebSite"),
        ("en/frameworks/watering/", "LearningResource"),
        ("en/case-studies/school-garden/", "LearningResource"),
        ("en/checklists/ready-to-sow/", ["HowTo", "LearningResource"]),
        ("en/quizzes/soil-quiz/", "Quiz"),
        ("en/glossary/", "DefinedTermSet"),
        ("en/references/", "CollectionPage"),
        ("en/about/", "WebPage"),
    ],
)
def test_each_kind_of_page_is_called_what_it_is(path: str, type_: object, seeds: Site) -> None:
    assert data_of(seeds.page(path))["@graph"][0]["@type"] == type_


def test_a_checklist_tells_its_steps_and_the_glossary_its_terms(seeds: Site) -> None:
    steps = data_of(seeds.page("en/checklists/ready-to-sow/"))["@graph"][0]["step"]
    assert [(step["position"], step["text"]) for step in steps] == [
        (1, "The soil is warm."),
        (2, "The soil is fine."),
        (3, "I have a label."),
    ]
    terms = data_of(seeds.page("cy/geirfa/"))["@graph"][0]["hasDefinedTerm"]
    assert [(term["name"], term["description"]) for term in terms][:2] == [
        ("compost", "Deunydd pydredig sy’n bwydo’r pridd (Garddwr, 2019)."),
        ("gwlithen", "Creadur sy’n bwyta dail ifanc."),
    ]
    for part in [*steps, *terms]:
        page, _, anchor = part.get("url", part.get("@id")).partition("#")
        assert seeds.page(page.removeprefix(seeds.site_url)).all(id=anchor)


def test_pages_say_for_sharing_and_citing_what_they_say_on_themselves(any_site: Site) -> None:
    for path in any_site.alternates:
        if not path:
            continue
        page = any_site.page(path)
        shared, cited = contents(page, "property"), contents(page, "name")
        title, language = page.one("h1").text, path.split("/")[0]
        assert shared["og:title"] == cited["citation_title"] == title
        assert shared["og:description"] == cited["description"]
        assert shared["og:url"] == cited["citation_public_url"] == any_site.site_url + path
        assert shared["og:locale"] == f"{language}_GB"
        assert cited["citation_language"] == language
        assert shared["og:site_name"] == any_site.guide["title"][language]


def test_a_reference_manager_takes_a_page_for_a_web_page_of_the_guide(any_site: Site) -> None:
    """Zotero makes a journal article of a page with `citation_title` unless something says better.

    Rules: `Embedded Metadata.js` and `RDF.js` of https://github.com/zotero/translators. Any of the
    names for a journal, book, report, conference or thesis outweighs the type of Open Graph.
    """
    for path in filter(None, any_site.alternates):
        page = any_site.page(path)
        held = [name for name in contents(page, "name") if re.search(HOLDERS, name)]
        assert (contents(page, "property")["og:type"], held) == ("website", []), path


def test_every_reference_at_the_foot_of_a_page_can_be_taken_into_a_reference_manager(
    any_site: Site,
) -> None:
    for path in any_site.alternates:
        for item in any_site.page(path).all("li"):
            if item.attributes.get("id", "").startswith("ref--"):
                title = item.one("span", "Z3988").attributes["title"]
                assert title.startswith("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2F"), path
