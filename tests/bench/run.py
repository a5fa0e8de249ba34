"""How long a build takes, and whether the cost of a page grows with the number of pages.

Run with `make bench`. Each row is one whole process, the median of three runs; nothing here
passes or fails. Sizes may be given as arguments: `python tests/bench/run.py 100 400`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from hadau.load.bibtex import load_sources
from hadau.publish.bibliography import write_bibtex

ROOT = Path(__file__).parents[2]
SIZES = (100, 400, 1600)
RUNS = 3
SECTIONS = 8

SENTENCES = {
    "en": "A gardener sows in spring and waits. What comes up depends on the soil and the rain. ",
    "cy": "Mae garddwr yn hau yn y gwanwyn ac yn aros. Mae’r cnwd yn dibynnu ar y pridd a’r glaw. ",
}


def both(words: str) -> dict[str, str]:
    """Words with the same number in each language."""
    return {"cy": f"{words} (cy)", "en": f"{words} (en)"}


def text(times: int, ending: str = "") -> dict[str, str]:
    """Prose of about 17 words a time in each language."""
    return {language: sentence * times + ending for language, sentence in SENTENCES.items()}


def make_entry(number: int, count: int) -> dict[str, object]:
    """A framework of about 350 words a language, linked, related and citing."""
    following = f"entry-{(number + 1) % count:05}"
    return {
        "id": f"entry-{number:05}",
        "section": f"section-{number * SECTIONS // count}",
        "order": number % 9000 + 1,
        "title": both(f"Entry {number}"),
        "summary": both(f"What entry {number} is about"),
        "about": text(5, f"[[{following}]] [@work{number % 50}2000, p. 3]"),
        "shape": ("list", "sequence", "spectrum", "pyramid", "stages", "roles", "levels")[
            number % 7
        ],
        "figure": {"title": both("A drawing")},
        "parts": [
            {"id": f"p-{part}", "title": both(f"Part {part}"), "explanation": text(2)}
            for part in range(5)
        ],
        "when": [text(1)],
        "when_not": [text(1)],
        "steps": [{"title": both("A step"), "text": text(1), "minutes": 10}],
        "watch_for": [text(1)],
        "origin": {"text": text(1)},
        "relations": [{"to": following, "kind": "leads-to"}],
        "review": {"cy": {"state": "draft"}, "en": {"state": "draft"}},
    }


def make_guide(folder: Path, pages: int) -> None:
    """A guide with about so many pages in all languages."""
    count = pages // 2
    frameworks = folder / "content" / "frameworks"
    frameworks.mkdir(parents=True)
    for number in range(count):
        entry = make_entry(number, count)
        (frameworks / f"{entry['id']}.yml").write_text(
            yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    guide = {
        "title": both("A large guide"),
        "tagline": both("Made to be measured"),
        "summary": both("Made to be measured"),
        "home": {"lead": text(1)},
        "sections": [
            {
                "id": f"section-{number}",
                "title": both(f"Section {number}"),
                "summary": both("A section"),
                "intro": text(1),
            }
            for number in range(SECTIONS)
        ],
        "credit": text(1),
    }
    (folder / "content" / "guide.yml").write_text(
        yaml.safe_dump(guide, allow_unicode=True), encoding="utf-8"
    )
    works = (
        f"@book{{work{n}2000, author={{Author, A.}}, title={{Work {n}}}, year=2000}}\n"
        for n in range(min(50, count))
    )
    (folder / "references.bib").write_text("".join(works), encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def measure(pages: int) -> None:
    """Build a guide of a size and print what it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_guide(folder, pages)
        seconds = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "-q"],
                cwd=folder,
                check=True,
                capture_output=True,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            )
            seconds.append(time.perf_counter() - start)
        built = list((folder / "site").rglob("index.html"))
        size = statistics.median(path.stat().st_size for path in built) / 1000
        middle = statistics.median(seconds)
        print(
            f"{len(built):6} pages  {middle:7.2f} s  {1000 * middle / len(built):6.1f} ms a page  "
            f"{size:6.1f} kB a page (median)",
            flush=True,
        )


MESSY = (
    "@article{{key{n}, author={{Jones, Si\\^an and van~der Berg, J. and {{Y Corff}} and others}},\n"
    '  title={{The {{SPREAD}} of $\\alpha_{n}$ \\& \\emph{{more}}: an {{\\"o}}verview}},\n'
    '  journal=jg, year={{{year}}}, month=1 # "~" # jan, pages={{{n}-{{}}-9{n}}},\n'
    "  doi={{10.1000/{n}_a}}, abstract={{{words}}}, file={{:C\\:\\\\a.pdf:PDF}}}}\n",
    '@InProceedings{{key{n}, AUTHOR = "Huws, Dafydd and Rees, M.-L.",\n'
    '  TITLE = "Work {{{n}}}", crossref = {{whole}}, pages = {{{n}--9{n}}},}}\n',
    "@online{{key{n}, author = {{{{Llywodraeth Cymru}}}}, title = {{Tudalen {n}}},\n"
    "  date = {{{year}-05-02}}, urldate={{2024-03-01}},\n"
    "  url = {{https://example.org/~{n}/a_b%20c}}}}\n",
    "@comment{{jabref-meta: {n};}}\n% a line of notes\n"
    "@phdthesis(key{n}, author = {{Lloyd, Ll.}}, title = {{Traethawd {n}}},\n"
    "  school = {{Prifysgol}}, year = {year})\n",
)
"""Entries as reference managers write them, in both dialects."""


def make_bibliography(entries: int) -> str:
    """A bibliography of a size, messy and sound."""
    words = (
        "A long {abstract} with 100\\% of \\emph{everything}, ``quoted'' and {\\'e}galit{\\'e}. "
        * 8
    )
    begin = (
        '@string{jg = "Journal of Gardens"}\n@preamble{"\\newcommand{\\noop}[1]{}"}\n'
        "@proceedings{whole, editor = {Rake, Rhys}, title = {Proceedings}, date = {2020-05}}\n"
    )
    return begin + "".join(
        MESSY[n % len(MESSY)].format(n=n, year=1980 + n % 40, words=words) for n in range(entries)
    )


def measure_bibliography(entries: int) -> None:
    """Read a bibliography of a size, write it again, and print what each took."""
    text = make_bibliography(entries)
    start = time.perf_counter()
    sources, problems = load_sources(text, "references.bib")
    seconds = time.perf_counter() - start
    print(
        f"{len(sources):6} BibTeX entries ({len(text) / 1e6:.1f} MB) read in {seconds:.2f} s, "
        f"{len(problems)} problems"
    )
    start = time.perf_counter()
    size = len(write_bibtex(sources.values()))
    print(f"{size / 1e6:6.1f} MB of BibTeX written in {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    print(f"Whole processes, the median of {RUNS} runs, on {os.cpu_count()} processors:")
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        measure(size)
    measure_bibliography(5000)
