"""Texts on their way to translators' tools and back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from translate.storage import factory, xliff, xliff2

from hadau.__main__ import main
from hadau.parity.exchange import find_marks

CASES = Path(__file__).parents[1] / "cases"
FORMATS = ["xliff", "xliff-1.2", "po"]


class Desk:
    """A translator's desk: the second guide, and files that come from it and go to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "work.xlf"

    def hadau(self, *arguments: str) -> Result:
        settings = str(self.root / "seeds" / "mkdocs.yml")
        result = CliRunner().invoke(main, ["-f", settings, *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    def export(self, *arguments: str) -> Result:
        return self.hadau("translate", "export", "-o", str(self.file), *arguments)

    def bring_back(self, to: str = "cy") -> Result:
        return self.hadau("translate", "import", "--to", to, str(self.file))

    def content(self) -> dict[str, bytes]:
        folder = self.root / "seeds" / "content"
        return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def open(self, form: str) -> Any:
        """The file as translate-toolkit's own tools open it."""
        if form == "xliff":
            store: Any = xliff2.Xliff2File()
            store.parse(self.file.read_bytes())
            return store
        path = self.root / ("work.po" if form == "po" else "other.xlf")
        shutil.copy(self.file, path)
        return factory.getobject(str(path))

    def translate(self, form: str, words: dict[str, str]) -> None:
        """Write translations into the file, as a translator would."""
        store = self.open(form)
        for unit in store.units:
            id_ = unit.getcontext() if form == "po" else (unit.getid() or "").split("\x04")[-1]
            if id_ in words:
                unit.target = words.pop(id_)
        assert words == {}
        self.file.write_bytes(bytes(store))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(CASES / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("pages.*"))
    return Desk(tmp_path)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("to", ["cy", "en"])
def test_a_file_that_goes_round_through_other_tools_changes_nothing(
    desk: Desk, form: str, to: str
) -> None:
    before = desk.content()
    assert desk.export("--to", to, "--format", form).exit_code == 0
    desk.file.write_bytes(bytes(desk.open(form)))
    result = desk.bring_back(to)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Wrote 0 texts.\n", "")
    assert desk.content() == before


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_guide_gives_the_same_file(desk: Desk, form: str) -> None:
    desk.export("--to", "cy", "--format", form)
    first = desk.file.read_bytes()
    desk.export("--to", "cy", "--format", form)
    assert desk.file.read_bytes() == first


@pytest.mark.parametrize("form", FORMATS)
def test_a_translation_changes_its_own_lines_and_no_others(desk: Desk, form: str) -> None:
    before = desk.content()
    desk.export("--to", "cy", "--format", form)
    desk.translate(form, {"soil-ladder:title": "Ysgol newydd y pridd"})
    assert desk.bring_back().stdout == "Wrote 1 text.\n"
    changed = {
        (old, new)
        for path, content in desk.content().items()
        for old, new in zip(content.splitlines(), before[path].splitlines(), strict=True)
        if old != new
    }
    assert len(changed) == 1
    assert "Ysgol newydd y pridd" in next(iter(changed))[0].decode()


def test_each_text_comes_with_what_a_translator_needs(desk: Desk) -> None:
    desk.export("--to", "cy", "--format", "po")
    unit = next(u for u in desk.open("po").units if u.getcontext() == "soil-ladder:title")
    notes = unit.getnotes(origin="developer")
    assert "Page: https://" in notes
    assert "/cy/" in notes
    assert "One line of plain words." in notes
    assert "At most 600 characters." in notes
    assert unit.getlocations()[0].startswith("content/frameworks/soil-ladder.yml:")


def test_words_of_the_glossary_come_with_the_texts_that_use_them(desk: Desk) -> None:
    desk.export("--to", "cy", "--format", "po", "glossary.yml")
    assert any("Terms: " in unit.getnotes() for unit in desk.open("po").units)


def test_only_what_waits_is_sent_where_that_is_asked(desk: Desk) -> None:
    result = desk.export("--to", "cy", "--only", "missing,outdated")
    assert (result.exit_code, result.stdout) == (0, "Nothing waits to be translated.\n")
    desk.hadau("agree", "--all")
    page = desk.root / "seeds/content/pages/about.yml"
    text = page.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    page.write_text(text.replace(title, "title: {cy: Amdanom, en: About this very guide}"), "utf-8")
    result = desk.export("--to", "cy", "--only", "outdated,missing", "--format", "po")
    assert result.stdout.startswith("Wrote 1 texts: ")
    unit = desk.open("po").units[-1]
    assert (unit.getcontext(), unit.isfuzzy()) == ("about:title", True)
    assert "The English was: " in unit.getnotes()
    assert unit.prev_source
    assert desk.export("--to", "en", "--only", "missing").stdout.startswith("Nothing waits")


def test_marks_that_are_lost_or_new_are_refused_by_name(desk: Desk) -> None:
    page = desk.root / "seeds/content/pages/about.yml"
    page.write_text(
        page.read_text("utf-8").replace(
            "review:",
            "  - id: more\n    title: {cy: Mwy, en: More}\n"
            "    text: {cy: 'Gweler [[soil-ladder|y pridd]].', en: 'See [[soil-ladder|soil]].'}\n"
            "review:",
            1,
        ),
        "utf-8",
    )
    before = desk.content()
    desk.export("--to", "cy", "about")
    desk.translate("xliff", {"about:sections.more.text": "Gweler [[watering|y dŵr]]."})
    result = desk.bring_back()
    assert (result.exit_code, result.stdout) == (1, "Wrote 0 texts.\n")
    assert result.stderr == (
        f"{desk.file}: refused: about:sections.more.text: [[soil-ladder]] is lost\n"
        f"{desk.file}: refused: about:sections.more.text: [[watering]] is not in the English\n"
    )
    assert desk.content() == before


def test_what_cannot_be_taken_is_named_and_the_rest_is_taken(desk: Desk) -> None:
    desk.export("--to", "cy", "soil-ladder")
    text = desk.file.read_text("utf-8").replace("soil-ladder:summary", "soil-ladder:sumary")
    desk.file.write_text(text, "utf-8")
    desk.translate(
        "xliff",
        {
            "soil-ladder:sumary": "Crynodeb.",
            "soil-ladder:figure.title": "Un\ndau",
            "soil-ladder:title": "Pyramid",
        },
    )
    result = desk.bring_back()
    assert (result.exit_code, result.stdout) == (1, "Wrote 1 text.\n")
    assert "soil-ladder:sumary: the guide has no such text" in result.stderr
    assert "soil-ladder:figure.title: it has several lines, and one is the most" in result.stderr


def test_a_text_that_has_changed_meanwhile_is_refused(desk: Desk) -> None:
    desk.export("--to", "cy", "about")
    desk.translate("xliff", {"about:title": "Enw newydd"})
    source = desk.open("xliff").units[0].source
    text = desk.file.read_text("utf-8")
    desk.file.write_text(text.replace(f"<source>{source}<", "<source>Something else<"), "utf-8")
    result = desk.bring_back()
    assert "about:title: the English has changed since the file was made" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it holds no texts"),
        ("<xliff", "it cannot be read: "),
        (
            '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><xliff/>',
            "it declares a document",
        ),
        (
            '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" '
            'trgLang="fr"><file id="f"/></xliff>',
            "it is a translation into fr, and cy was asked for",
        ),
    ],
)
def test_files_of_other_kinds_are_refused(desk: Desk, content: str, said: str) -> None:
    desk.file.write_text(content)
    result = desk.bring_back()
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {desk.file}: {said}")


def test_xliff_says_its_version(desk: Desk) -> None:
    desk.export("--to", "cy", "--format", "xliff-1.2")
    assert isinstance(desk.open("xliff-1.2"), xliff.xlifffile)
    assert b'document:1.2" version="1.2"' in desk.file.read_bytes()
    desk.export("--to", "cy")
    assert b'document:2.0" version="2.0"' in desk.file.read_bytes()


@pytest.mark.parametrize(
    ("markdown", "marks"),
    [
        ("[[soil#loam|the loam]]", {"[[soil#loam]]"}),
        ("[@spade2021, p. 37] and @trowel", {"@spade2021 (37)", "@trowel"}),
        ("[a](https://example.org/) <b>x</b>", {"https://example.org/", "<b>", "</b>"}),
        ("me@example.org {n}", {"{n}"}),
    ],
)
def test_marks_are_what_a_translation_keeps(markdown: str, marks: set[str]) -> None:
    assert set(find_marks(markdown)) == marks
