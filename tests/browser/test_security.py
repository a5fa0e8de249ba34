"""Nothing runs in a reader's browser but what the guide itself brings."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from hadau.publish.security import find_hashes

from .serving import Site
from .visiting import DESKTOP, visit

TRY = """async () => {
  window.refused = new Set()
  document.addEventListener("securitypolicyviolation", event =>
    refused.add(event.effectiveDirective))
  const script = document.createElement("script")
  script.textContent = "window.ran = true"
  document.head.append(script)
  document.body.insertAdjacentHTML("beforeend", `<img src="https://elsewhere.example/x.png" alt="">
    <p style="color: red" onclick="window.ran = true"></p>`)
  document.querySelector("p[style]").click()
  await fetch("https://elsewhere.example/").catch(() => {})
}"""
REFUSED = {"connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"}


def test_every_page_says_a_policy_that_names_exactly_its_own_scripts(any_site: Site) -> None:
    pages = sorted(any_site.folder.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        html = path.read_text("utf-8")
        (policy,) = re.findall(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html
        )
        (scripts,) = re.findall(r"script-src 'self'([^;]*)", policy)
        assert (path, scripts.split()) == (path, list(find_hashes(html)))
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy


def test_no_page_holds_style_or_code_in_its_attributes(any_site: Site) -> None:
    for path in any_site.folder.rglob("*.html"):
        html = re.sub(r"<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert (path, re.findall(r"<[^>]*\s(?:style|on\w+)=[^>]*>|<style[^>]*>", html)) == (
            path,
            [],
        )


def test_code_and_files_from_elsewhere_are_refused(site: Site, browser: Browser) -> None:
    looker = visit(browser, script=True)
    page = looker.open(site.url("en/glossary/"), width=DESKTOP, scheme="light", missing=False)
    page.evaluate(TRY)
    page.wait_for_function("count => refused.size >= count", arg=len(REFUSED))
    assert set(page.evaluate("[...refused]")) == REFUSED
    assert page.evaluate("window.ran") is None
    expect(page.locator("h1")).to_be_visible()
    looker.context.close()
