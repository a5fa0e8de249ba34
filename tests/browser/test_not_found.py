"""The page for lost readers, at addresses of either language and of none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .reading import read_page
from .serving import LANGUAGES, Site
from .visiting import PHONE, OpenPage

ADDRESSES = ("cy/nonsense/", "en/nonsense/", "nonsense/deep/", "en/frameworks/nonsense")


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_unknown_address_answers_in_both_languages_welsh_first(path: str, site: Site) -> None:
    status, html = site.fetch(path)
    page = read_page(html)
    assert status == 404
    parts = page.one("main").all("section")
    assert [part.attributes["lang"] for part in parts] == ["cy", "en"]
    assert [part.all()[0].text for part in parts] == [
        "Heb ddod o hyd i’r dudalen",
        "Page not found",
    ]
    assert page.one("title").text == "Heb ddod o hyd i’r dudalen / Page not found"
    assert len(page.all("h1")) == 1


@pytest.mark.parametrize(
    ("path", "script"), [("nonsense/deep/", True), ("en/nonsense/", True), ("cy/nonsense/", False)]
)
def test_its_links_lead_to_both_front_pages(
    path: str, script: bool, site: Site, look_at: OpenPage
) -> None:
    for language in LANGUAGES:
        page = look_at(site.url(path), script=script, missing=True)
        page.locator(f"main a[hreflang={language}]").click()
        expect(page).to_have_url(site.url(f"{language}/"))
        expect(page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_link_on_it_leads_to_a_page(path: str, site: Site) -> None:
    _, html = site.fetch(path)
    hrefs = [href for href in read_page(html).hrefs() if not href.startswith("#")]
    assert hrefs != []
    assert {site.follow(path, href).removesuffix(".") for href in hrefs} <= set(site.alternates)


@pytest.mark.parametrize("path", ADDRESSES)
def test_it_shows_no_button_that_opens_nothing(path: str, site: Site, look_at: OpenPage) -> None:
    page = look_at(site.url(path), width=PHONE, missing=True)
    if page.locator(".md-sidebar--primary").count() == 0:
        expect(page.locator("button[data-hd=drawer]")).not_to_be_visible()
