"""The `hadau` command: what it prints, and how it ends.

Longer than other modules: every command is tried as an editor types it.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from hadau.__main__ import SCHEMAS, main
from hadau.load.files import load_guide
from hadau.load.settings import find_project
from hadau.model.guide import Project

from .sharing import SETTINGS

ROOT = Path(__file__).parents[1]
MakeGuide = Callable[[Mapping[str, str | bytes]], Project]

UNREAD = (
    'content/notes.txt:1:1: warning: nothing reads "notes.txt" [unknown-file]\n'
    "  expected: one of guide.yml, glossary.yml, terms.yml\n"
    "  mend: delete it, or move it out of the folder of content\n"
    "0 error(s), 1 warning(s)\n"
)
MISSING_GUIDE = (
    "content/guide.yml:1:1: error: the guide has no guide.yml [missing-guide]\n"
    "  expected: a file with the name and the sections of the guide\n"
    "  mend: write guide.yml in the folder of content\n"
    "1 error(s), 0 warning(s)\n"
)


@pytest.fixture
def settings(guide_with: MakeGuide) -> Path:
    """The settings of a small guide without a problem."""
    return guide_with({"mkdocs.yml": SETTINGS}).root / "mkdocs.yml"


def hadau(settings: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["-f", str(settings), *arguments], prog_name="hadau")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def outcome(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def test_check_says_when_all_is_well(settings: Path) -> None:
    said = "No problems: 0 entries in 2 languages.\n"
    assert outcome(hadau(settings, "check", "--strict")) == (0, said, "")


def test_check_tells_every_problem(settings: Path) -> None:
    (settings.parent / "content" / "guide.yml").unlink()
    assert outcome(hadau(settings, "check")) == (1, MISSING_GUIDE, "")


def test_check_writes_the_addresses_on_other_hosts_for_a_link_checker(
    settings: Path, tmp_path: Path
) -> None:
    guide = settings.parent / "content" / "guide.yml"
    text = guide.read_text("utf-8")
    assert "en: Welcome." in text
    guide.write_text(text.replace("en: Welcome.", "en: '<https://example.org/>'"), "utf-8")
    listed = tmp_path / "addresses.txt"
    result = hadau(settings, "check", "--external", str(listed))
    assert outcome(result) == (0, "No problems: 0 entries in 2 languages.\n", "")
    assert listed.read_text("utf-8") == "https://example.org/\n"
    missing = hadau(settings, "check", "--external", str(tmp_path / "no" / "where"))
    assert missing.exit_code == 1
    assert missing.stderr.startswith("Error: ")


def test_check_stops_on_warnings_only_when_strict(settings: Path) -> None:
    (settings.parent / "content" / "notes.txt").write_text("")
    assert outcome(hadau(settings, "check")) == (0, UNREAD, "")
    assert outcome(hadau(settings, "check", "--strict")) == (1, UNREAD, "")


def test_check_looks_at_the_built_site_too(settings: Path) -> None:
    """An old site is told of, [old-site], since what is wrong in it may be right by now."""
    nothing = hadau(settings, "check", "--site")
    assert (nothing.exit_code, nothing.stdout) == (
        1,
        "site:1:1: error: there is no site in this folder [no-site]\n"
        "  expected: a site that has been built\n"
        "  mend: run `hadau build`, or name the folder with --site-dir\n"
        "1 error(s), 0 warning(s)\n",
    )

    site = settings.parent / "site"
    assert hadau(settings, "build").exit_code == 0
    sound = hadau(settings, "check", "--site", "--strict")
    pages = len([*site.rglob("*.html")])
    assert (sound.exit_code, sound.stdout) == (
        0,
        f"No problems: 0 entries in 2 languages, {pages} pages of the site.\n",
    )

    page = site / "en" / "soil" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", "<a href=lost/>Lost</a></main>"))
    (settings.parent / "content" / "notes.txt").write_text("", "utf-8")
    (site / "guide.json").write_text("{}", "utf-8")
    found = hadau(settings, "check", "--site-dir", str(site), "--format", "json")
    assert found.exit_code == 1
    told = [(row["path"], row["code"], row["mend"]) for row in json.loads(found.stdout)]
    assert told == [
        ("content/notes.txt", "unknown-file", "delete it, or move it out of the folder of content"),
        (
            "site/en/soil/index.html",
            "dead-link",
            "lead to en/soil/ instead, in content/guide.yml",
        ),
        ("site/guide.json", "old-site", "run `hadau build`, and check again"),
    ]


def test_check_writes_json_for_programs(settings: Path) -> None:
    assert outcome(hadau(settings, "check", "--format", "json")) == (0, "[]\n", "")
    (settings.parent / "content" / "guide.yml").unlink()
    result = hadau(settings, "check", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "path": "content/guide.yml",
            "line": 1,
            "column": 1,
            "severity": "error",
            "code": "missing-guide",
            "message": "the guide has no guide.yml",
            "expected": "a file with the name and the sections of the guide",
            "mend": "write guide.yml in the folder of content",
        }
    ]


def test_check_writes_annotations_for_github(settings: Path) -> None:
    assert outcome(hadau(settings, "check", "--format", "github")) == (0, "", "")
    (settings.parent / "content" / "guide.yml").unlink()
    said = (
        "::error file=content/guide.yml,line=1,col=1,title=missing-guide::"
        "the guide has no guide.yml%0Aexpected: a file with the name and the sections of the "
        "guide%0Amend: write guide.yml in the folder of content\n"
    )
    assert outcome(hadau(settings, "check", "--format", "github")) == (1, said, "")


@pytest.mark.parametrize("command", ["check", "build", "serve", "write-tree DIR", "schema DIR"])
def test_settings_that_are_not_there_are_a_problem(tmp_path: Path, command: str) -> None:
    arguments = command.replace("DIR", str(tmp_path / "new")).split()
    result = hadau(tmp_path / "mkdocs.yml", *arguments)
    assert result.exit_code == 1
    assert result.output == (
        "mkdocs.yml:1:1: error: the settings of the site cannot be read: "
        "No such file or directory [bad-settings]\n"
        "  expected: a file of settings for MkDocs\n"
        "  mend: run this where mkdocs.yml is, or name the file with -f\n"
        "1 error(s), 0 warning(s)\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_content_that_is_not_there_is_a_problem(settings: Path) -> None:
    settings.write_text(SETTINGS.replace("docs_dir: content", "docs_dir: contents"))
    result = hadau(settings, "check")
    assert result.exit_code == 1
    assert result.stdout == (
        "contents:1:1: error: it cannot be read: No such file or directory [unreadable]\n"
        "  expected: a file that you are allowed to read\n"
        "  mend: look at its permissions\n"
        + MISSING_GUIDE.replace("content/", "contents/").replace("1 error(s)", "2 error(s)")
    )


def test_a_folder_of_templates_that_is_not_there_is_a_problem(settings: Path) -> None:
    settings.write_text(SETTINGS.replace(str(ROOT / "overrides"), "themes"))
    result = hadau(settings, "check")
    assert result.exit_code == 1
    assert result.stdout.startswith("themes:1:1: error: the template cannot be used: ")
    assert result.stdout.endswith("[bad-template]\n" + MEND_TEMPLATE)


MEND_TEMPLATE = (
    "  expected: templates of Hadau in the folder bodies, in the folder of theme.custom_dir\n"
    "  mend: put the template right, or theme.custom_dir in the settings\n"
    "1 error(s), 0 warning(s)\n"
)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n{% if %}", "Expected an expression, got 'end of statement block'"),
        ("\n{{ nothing }}", "'nothing' is undefined"),
    ],
)
def test_a_template_that_fails_is_a_problem(settings: Path, template: str, message: str) -> None:
    settings.write_text(SETTINGS.replace(str(ROOT / "overrides"), "themes"))
    bodies = settings.parent / "themes" / "bodies"
    bodies.mkdir(parents=True)
    for path in (ROOT / "overrides" / "bodies").iterdir():
        (bodies / path.name).write_bytes(path.read_bytes())
    (bodies / "home.html").write_text(template)
    assert outcome(hadau(settings, "check")) == (
        1,
        "themes/bodies/home.html:2:1: error: the template cannot be used: "
        f"{message} [bad-template]\n{MEND_TEMPLATE}",
        "",
    )


def test_write_tree_writes_the_guide_as_markdown(settings: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    result = hadau(settings, "write-tree", str(tree))
    files = sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file())
    assert outcome(result) == (0, f"Wrote {len(files)} files: {tree}\n", "")
    assert {"index.md", "cy/index.md", "en/index.md", "guide.json"} <= set(files)


def test_write_tree_writes_over_nothing(settings: Path, tmp_path: Path) -> None:
    folder, file = tmp_path / "papers", tmp_path / "papers" / "letter.txt"
    folder.mkdir()
    file.write_text("Annwyl bawb")
    for place in (folder, file):
        assert outcome(hadau(settings, "write-tree", str(place))) == (
            1,
            "",
            f"Error: {place} is there already and is not an empty folder\n"
            "  mend: name a new folder\n",
        )
    assert list(folder.iterdir()) == [file]
    assert file.read_text() == "Annwyl bawb"


def test_schema_writes_one_for_each_kind_of_file(settings: Path, tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    content = settings.parent / "content"
    said = "".join(
        f"{folder}/{name}.schema.json: for {content}/{files}\n"
        for name, (files, _) in SCHEMAS.items()
    )
    assert outcome(hadau(settings, "schema", str(folder))) == (0, said, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "case-studies.schema.json",
        "checklists.schema.json",
        "conversations.schema.json",
        "frameworks.schema.json",
        "glossary.schema.json",
        "guide.schema.json",
        "pages.schema.json",
        "quizzes.schema.json",
        "terms.schema.json",
        "tools.schema.json",
    ]


def test_the_schemas_take_every_sound_record_and_refuse_a_slip(
    settings: Path, tmp_path: Path
) -> None:
    hadau(settings, "schema", str(tmp_path))
    project = find_project(ROOT / "tests" / "cases" / "seeds" / "mkdocs.yml")
    loaded, _ = load_guide(project)
    tried = set()
    for document in loaded.documents:
        if document.kind == "interface":
            continue
        schema = json.loads((tmp_path / f"{document.kind}.schema.json").read_text())
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        data = json.loads(json.dumps(document.data))
        assert [error.message for error in validator.iter_errors(data)] == []
        slipped = data[0] if isinstance(data, list) else data
        slipped["titel"] = "Pridd"
        assert len(list(validator.iter_errors(data))) == 1
        tried.add(document.kind)
    assert tried == set(SCHEMAS)


def test_bundle_packs_the_site_and_replaces_what_stood_there(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(settings: Path, place: Path, *, strict: bool, lock: int) -> None:
        place.mkdir()
        (place / "index.html").write_text("<p>Croeso</p>")

    monkeypatch.setattr("hadau.commands.bundle.build_site", build)
    file = tmp_path / "room" / "garden.zip"
    said = f"Packed 2 files, 1 MB: {file}. Unpack it and open index.html.\n"
    for _ in range(2):
        assert outcome(hadau(settings, "bundle", str(file))) == (0, said, "")
    with zipfile.ZipFile(file) as zipped:
        assert zipped.namelist() == ["garden/assets/hadau/folder.js", "garden/index.html"]
    assert list(file.parent.iterdir()) == [file]


def test_bundle_names_a_script_that_cannot_work_from_a_folder(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(settings: Path, place: Path, *, strict: bool, lock: int) -> None:
        (place / "assets" / "hadau").mkdir(parents=True)
        (place / "assets" / "hadau" / "site.mjs").write_text("export default 1")

    monkeypatch.setattr("hadau.commands.bundle.build_site", build)
    file = tmp_path / "garden.zip"
    assert outcome(hadau(settings, "bundle", str(file))) == (
        1,
        "",
        "Error: a script cannot work from a folder: site.mjs:1: export default 1\n"
        "  expected: the forms of import and export that hadau.publish.bundle.modules names\n"
        "  mend: write the script in one of them\n",
    )
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".zip"] == []


def test_an_unwritable_place_is_told_in_words(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    place = tmp_path / "file" / "schemas"
    said = f"Error: {place}: Not a directory\n"
    assert outcome(hadau(settings, "schema", str(place))) == (1, "", said)


def test_a_terminal_shows_how_far_the_build_is(settings: Path) -> None:
    pty = pytest.importorskip("pty", reason="pseudo-terminals of POSIX systems")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "hadau", "-f", str(settings), "build"],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while select.select([ours], [], [], 120)[0]:
        try:
            shown += os.read(ours, 4096)
        except OSError:
            break
    os.close(ours)
    assert process.wait() == 0
    assert shown.startswith(b"Checking the guide\r\n")
    assert b"  0%" in shown
    assert b" 50%" in shown
    assert b"100%" in shown
    assert b"DEBUG" not in shown


def test_an_address_that_is_taken_is_told_in_words(settings: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        result = hadau(settings, "serve", "--address", address)
    assert outcome(result) == (
        1,
        "",
        f"Error: nothing can be served at {address}: Address already in use\n"
        "  mend: end what is served there, or name another place with --address\n",
    )


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", "localhost:http", "127.0.0.1:99999"])
def test_an_address_must_name_a_port(settings: Path, address: str) -> None:
    result = hadau(settings, "serve", "--address", address)
    assert result.exit_code == 2
    assert result.stderr.endswith(
        f"Error: Invalid value for --address: {address} is not like 127.0.0.1:8000\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_serve_follows_changes_until_ctrl_c(settings: Path) -> None:
    assert hadau(settings, "agree", "--all").exit_code == 0
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "hadau", "-f", str(settings), "serve", "-a", address],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    deadline = threading.Timer(120, process.kill)
    deadline.start()
    try:
        said = _read_until("Serving on", process.stderr)
        assert "Tudalen newydd" not in _fetch(f"http://{address}/cy/")
        guide = settings.parent / "content" / "guide.yml"
        guide.write_text(guide.read_text().replace("Croeso.", "Tudalen newydd."))
        said += _read_until("Reloading browsers", process.stderr)
        assert "[out-of-date]" in said
        assert "Tudalen newydd" not in _fetch(f"http://{address}/cy/")
        # What was agreed stands outside the content.
        assert hadau(settings, "agree", "--all", "--wording-only").exit_code == 0
        said += _read_until("Reloading browsers", process.stderr)
        assert "Tudalen newydd" in _fetch(f"http://{address}/cy/")
        os.killpg(process.pid, signal.SIGINT)
        said += process.stderr.read()
        assert process.wait() == 0, said
        assert "Traceback" not in said
    finally:
        deadline.cancel()
        process.kill()
        process.wait()
        process.stderr.close()


def _read_until(words: str, lines: Iterable[str]) -> str:
    said = ""
    for line in lines:
        said += line
        if words in line:
            return said
    raise AssertionError(f"{words!r} was never said:\n{said}")


def _fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as response:
        return str(response.read().decode())
