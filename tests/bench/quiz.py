"""What a quiz costs a reader with a phone: bytes, and the time until it answers.

Run with `make bench`. A processor four times as slow and a slow 4G network stand for the phone, as
in Lighthouse. Each figure is the median of five visits; nothing here passes or fails, but a line
that ends in `over` is over its budget.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
# Another package is called `tests`, too.
sys.path.insert(0, str(ROOT / "tests"))

from browser.serving import build_site, serve_site  # type: ignore[import-not-found]  # noqa: E402
from browser.visiting import FLAGS, find_chromium  # type: ignore[import-not-found]  # noqa: E402

RUNS = 5
SLOWER = 4
"""How many times as slow the processor is."""
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
"""Slow 4G: milliseconds of latency, and bytes a second."""
BYTES, READY = 15_000, 100
"""The budgets: bytes of script and style, compressed, and milliseconds."""
PAGES = {
    "quiz": "en/quizzes/introduction-quiz/",
    "tool": "en/tools/starting-conditions-check/",
    "plain page": "en/about/",
}

WATCH = """() => {
  const found = window.bench = { tasks: [], events: [] }
  new PerformanceObserver(list => found.tasks.push(...list.getEntries()
    .map(({ startTime, duration }) => [startTime, duration]))).observe({ type: "longtask" })
  new PerformanceObserver(list => found.events.push(...list.getEntries()
    .map(({ name, duration }) => [name, duration])))
    .observe({ type: "event", durationThreshold: 16 })
  for (const name of ["hd-quiz", "hd-tool"])
    customElements.whenDefined(name).then(() => { found.ready = performance.now() })
}"""
READ = """() => ({
  ...window.bench,
  loaded: performance.getEntriesByType("navigation")[0].loadEventEnd,
})"""
SCRIPTS = """() => performance.getEntriesByType("resource")
  .map(({ name }) => new URL(name).pathname).filter(path => /\\.(mjs|js|css)$/.test(path))"""


def visit(browser: Browser, url: str) -> tuple[dict[str, float], list[str]]:
    """Open a page as a phone does, answer its first question, and give what it took."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    context.set_default_timeout(120_000)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"({WATCH})()")
    page.goto(url)
    page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    found = page.evaluate(READ)
    times = {"load": found["loaded"]}
    times["longest task"] = max([0, *(took for _, took in found["tasks"])])
    if "ready" in found:
        times["ready after load"] = max(0, found["ready"] - found["loaded"])
        late = [end for start, took in found["tasks"] if (end := start + took) > found["loaded"]]
        times["busy after load"] = max([0, *(end - found["loaded"] for end in late)])
    if page.locator("hd-quiz").count():
        page.locator(".hd-option input").first.click()
        page.locator(".hd-press--first").first.click()
        page.locator(".hd-verdict-word").first.wait_for()
        page.wait_for_timeout(300)
        events = page.evaluate("bench.events")
        times["an answer checked"] = max([0, *(took for _, took in events)])
    files = page.evaluate(SCRIPTS)
    context.close()
    return times, files


def say(name: str, value: float, budget: float | None = None, unit: str = "ms") -> None:
    """Print a figure beside its budget."""
    beside = "" if budget is None else f" of {budget} {unit}{' over' if value > budget else ''}"
    print(f"  {name:24} {value:8.0f} {unit}{beside}", flush=True)


def main() -> None:
    """Measure a quiz, a tool and a page without either."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        build_site(ROOT / "mkdocs.yml", site)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        with serve_site(site) as served:
            visits = {
                name: [visit(browser, served.url(path)) for _ in range(RUNS)]
                for name, path in PAGES.items()
            }
        browser.close()
        plain = set(visits["plain page"][0][1])
        print(f"On a phone ({SLOWER} times as slow, slow 4G), the median of {RUNS} visits:")
        for name, runs in visits.items():
            print(f"{name} ({PAGES[name]})")
            for what in runs[0][0]:
                after = "after" in what or "answer" in what
                say(
                    what,
                    statistics.median(times[what] for times, _ in runs),
                    READY if after else None,
                )
            own = sorted(set(runs[0][1]) - plain)
            if own:
                size = sum(len(gzip.compress((site / path[1:]).read_bytes())) for path in own)
                say(f"bytes in {len(own)} files", size, BYTES, "B")


if __name__ == "__main__":
    main()
