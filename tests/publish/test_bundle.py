"""A site as one zip: its modules as one script, its links as files, the same bytes each time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hadau.publish.bundle.modules import UnknownFormError, join_modules
from hadau.publish.bundle.packing import write_bundle
from hadau.publish.bundle.pages import settle_page


def test_imports_and_exports_become_what_a_plain_script_can_do() -> None:
    joined = join_modules(
        {
            "site.mjs": 'import { make, copy as twin } from "./tools/making.mjs"\n'
            'import * as all from "./tools/making.mjs"\n'
            'import "./tools/making.mjs"\n'
            "const later = () => import(`./${name}.mjs`)\n"
            'const style = new URL("a.css", import.meta.url)',
            "tools/making.mjs": "// Once it is imported\n"
            "export const make = 1\nexport async function copy() { await 1 }\n"
            "export function* each() {}\nexport class One {}",
        }
    )
    assert (
        '"site.mjs"($exports, $take, $load, $here, fetch, Worker, addEventListener) {\n'
        'const { make, copy: twin } = $take("tools/making.mjs")\n'
        'const all = $take("tools/making.mjs")\n'
        '$take("tools/making.mjs")\n'
        "const later = () => $load(`./${name}.mjs`)\n"
        'const style = new URL("a.css", $here)\n'
        "Object.assign($exports, {  })\n}" in joined
    )
    assert (
        "// Once it is imported\nconst make = 1\nasync function copy() { await 1 }\n"
        "function* each() {}\nclass One {}\n"
        "Object.assign($exports, { make, copy, each, One })\n" in joined
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("export default 1", "a.mjs:2: export default 1"),
        ("export { a }", "a.mjs:2: export { a }"),
        ("export let a = 1", "a.mjs:2: export let a = 1"),
        ("export const { a } = b", "a.mjs:2: export const { a } = b"),
        ('import a from "./a.mjs"', 'a.mjs:2: import a from "./a.mjs"'),
        ('import { a } from "far"', 'a.mjs:2: import { a } from "far"'),
        ('import { a } from "./gone.mjs"', "a.mjs:2: there is no gone.mjs"),
        ("const a = await b()", "a.mjs:2: await stands outside functions"),
    ],
)
def test_a_form_that_is_not_known_is_refused_with_its_line(line: str, said: str) -> None:
    with pytest.raises(UnknownFormError) as refused:
        join_modules({"a.mjs": f"// One\n{line}"})
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("way", "file"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#part", "../b/index.html#part"),
        ("./?q=a/b", "./index.html?q=a/b"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("a.pdf", "a.pdf"),
        ("#part", "#part"),
        ("?sides", "?sides"),
        ("", ""),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_lead_to_files(way: str, file: str) -> None:
    assert settle_page(f'<a class="a" href="{way}">a</a>') == f'<a class="a" href="{file}">a</a>'


def test_a_page_loads_one_script_that_starts_its_own_modules() -> None:
    page = (
        '<script type="module" src="../assets/hadau/site.mjs"></script>\n'
        '<script type="module" src="../assets/hadau/tools/tool.mjs"></script>\n'
    )
    assert settle_page(page) == (
        '<script defer src="../assets/hadau/folder.js" data-start="site.mjs tools/tool.mjs">'
        "</script>\n\n"
    )


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name, order in (("one", "ab"), ("two", "ba")):
        site = tmp_path / name
        (site / "assets" / "hadau").mkdir(parents=True)
        (site / "cy" / "search").mkdir(parents=True)
        for letter in order:
            (site / f"{letter}.html").write_text("<article>ŵ</article>", "utf-8")
        (site / "cy" / "search" / "search_index.json").write_text("{}")
        (site / "404.html").write_text("gone")
        (site / "assets" / "hadau" / "site.mjs").write_text("1\n")
        write_bundle(site, tmp_path / f"{name}.zip", folder="guide")
        made.append((tmp_path / f"{name}.zip").read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "one.zip") as zipped:
        assert zipped.namelist() == [
            "guide/a.html",
            "guide/a.html.js",
            "guide/assets/hadau/folder.js",
            "guide/b.html",
            "guide/b.html.js",
            "guide/cy/search/search_index.json.js",
        ]
        assert zipped.read("guide/a.html.js").decode() == (
            'hadauFolder.keep("a.html", "<article>ŵ</article>")\n'
        )
