"""What search costs a reader: bytes, the time until it is ready, and the time of a query.

Run with `make bench`. The guide is built, and its pages repeated under new names until each
language has a thousand; nothing here passes or fails.
"""

from __future__ import annotations

import dataclasses
import gzip
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
# Another package is called `tests`, too.
sys.path.insert(0, str(ROOT / "tests"))

from browser.serving import build_site, serve_site  # type: ignore[import-not-found]  # noqa: E402
from browser.visiting import FLAGS, find_chromium  # type: ignore[import-not-found]  # noqa: E402

from hadau.load.settings import make_project  # noqa: E402
from hadau.model.linked import Address  # noqa: E402
from hadau.model.page import Page  # noqa: E402
from hadau.model.text import LANGUAGES, Language  # noqa: E402
from hadau.pipeline import build_guide  # noqa: E402
from hadau.publish.search_index import write_search  # noqa: E402

PAGES = 1000
QUERIES = {
    "cy": "yn y gwaith|nghydweithio|partneriaeth|y|tîm|cydweithio mewn partneriaeth|ty|gw|bod|"
    'ymddiredaeth|"pedwar ofn"|cyd-destun|arweinwyr -tîm|pa mor dda yw ein tîm',
    "en": "the work of|collaborates|partnership|the|team|collaboration in partnership|be|co|is|"
    'colabration|"power spectrum"|well-being|leaders -team|how well does our team work',
}
TIMES = """async queries => {
  const search = document.querySelector("hd-search")
  const times = []
  for (const query of queries) {
    const answered = new Promise(resolve =>
      search.addEventListener("hd-results", resolve, { once: true }))
    const start = performance.now()
    search.search(query)
    await answered
    times.push(performance.now() - start)
  }
  return times
}"""


def repeat(pages: list[Page]) -> Iterator[Page]:
    """A thousand pages, each with a word of its own in its title."""
    for number in range(PAGES):
        page = pages[number % len(pages)]
        yield dataclasses.replace(
            page,
            title=f"{page.title} {number}",
            address=Address(page.key, page.language, f"{page.language}/{number}/"),
        )


def measure(language: Language, pages: list[Page], site: Path) -> None:
    """Put the pages in place of the site's own, search in a browser and print what it took."""
    files = write_search(repeat([page for page in pages if page.language == language]), language)
    for name, content in files.items():
        (site / language / "search" / name).write_bytes(content)
        print(f"{language}  {name}: {len(gzip.compress(content)) / 1000:.0f} kB gzip")
    with serve_site(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page()
        page.goto(served.url(f"{language}/"))
        queries = QUERIES[language].split("|")
        page.evaluate("() => import('/assets/hadau/search.mjs')")
        [ready] = page.evaluate(TIMES, [queries[0]])
        runs = [page.evaluate(TIMES, queries) for _ in range(5)]
        browser.close()
    times = [statistics.median(run[at] for run in runs) for at in range(len(queries))]
    slowest = max(range(len(queries)), key=lambda at: times[at])
    print(
        f"{language}  ready after {ready / 1000:.1f} s; a query takes "
        f"{statistics.median(times):.0f} ms, at most {times[slowest]:.0f} ms ({queries[slowest]})"
    )


def main() -> None:
    """Measure both languages, the guide as it is and with a thousand pages."""
    project = make_project(ROOT, content="content", templates="overrides", site="site", site_url="")
    built, _ = build_guide(project)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        build_site(ROOT / "mkdocs.yml", site)
        for language in LANGUAGES:
            for file in sorted((site / language / "search").iterdir()):
                size = len(gzip.compress(file.read_bytes())) / 1000
                print(f"{language}  this guide, {file.name}: {size:.0f} kB gzip")
        print(f"With {PAGES} pages a language:")
        for language in LANGUAGES:
            measure(language, list(built.pages), site)


if __name__ == "__main__":
    main()
