"""Which records a guide keeps when some of its files are at fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from hadau.load.files import load_guide
from hadau.load.words import load_words
from hadau.model.guide import Guide, Project
from hadau.pipeline import check_guide
from hadau.validate.records import read_records

PAGE = """\
id: {id}
title: {{cy: Gwely, en: Bed}}
summary: {{cy: Crynodeb., en: A summary.}}
text: {{cy: Testun., en: A text.}}
review: {{cy: {{state: draft}}, en: {{state: draft}}}}
"""

GuideWith = Callable[[Mapping[str, str | bytes]], Project]


def read(project: Project) -> tuple[Guide | None, list[str]]:
    loaded, _ = load_guide(project)
    guide, places, problems = read_records(loaded, load_words())
    assert set(places) == {document.places.path for document in loaded.documents}
    return guide, [problem.code for problem in problems]


def test_a_record_that_fails_is_left_out_and_the_rest_is_kept(guide_with: GuideWith) -> None:
    guide, codes = read(
        guide_with(
            {
                "content/pages/bed.yml": PAGE.format(id="bed"),
                "content/pages/row.yml": PAGE.format(id="row").replace("summary", "sumary"),
            }
        )
    )
    assert guide is not None
    assert [page.id for page in guide.pages] == ["bed"]
    assert guide.files == {"bed": "content/pages/bed.yml"}
    assert codes == ["missing-field", "unknown-field"]


def test_a_record_that_breaks_only_a_rule_is_kept_so_that_its_links_are_checked_too(
    guide_with: GuideWith,
) -> None:
    guide, codes = read(guide_with({"content/pages/bed.yml": PAGE.format(id="bet")}))
    assert guide is not None
    assert guide.files == {"bet": "content/pages/bed.yml"}
    assert codes == ["id-not-file-name"]


def test_the_first_of_two_records_with_one_id_is_kept(guide_with: GuideWith) -> None:
    guide, codes = read(
        guide_with(
            {
                "content/pages/a.yml": PAGE.format(id="a"),
                "content/pages/b.yml": PAGE.format(id="a").replace("Gwely", "Arall"),
                "content/pages/c.yml": PAGE.format(id="c").replace("Gwely", "Rhes"),
            }
        )
    )
    assert guide is not None
    assert [page.title.cy for page in guide.pages] == ["Gwely", "Rhes"]
    assert codes == ["duplicate-id"]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("drying", 'write "drying"'),
        ("zz", 'write "zz"'),
        ("bed - Copy", 'write "bed-copy", and rename the file to bed-copy.yml'),
        ("bed (1)", 'write "bed-1-2", and rename the file to bed-1-2.yml'),
        ("(*)", 'write "copy", and rename the file to copy.yml'),
    ],
)
@pytest.mark.parametrize("original", [PAGE.format(id="bed"), "id: [", "id: bed\n"])
def test_a_copy_with_the_id_of_its_original_is_told_once_at_the_copy(
    name: str, mend: str, original: str, guide_with: GuideWith
) -> None:
    files = {
        "content/pages/bed.yml": original,
        "content/pages/bed-1.yml": PAGE.format(id="bed-1").replace("Gwely, en: Bed", "Un, en: One"),
        f"content/pages/{name}.yml": PAGE.format(id="bed"),
    }
    _, problems = check_guide(guide_with(files))
    assert [str(problem) for problem in problems if "bed.yml" not in problem.position.path] == [
        f'content/pages/{name}.yml:1:5: error: the id "bed" is taken [duplicate-id]\n'
        "  expected: an id of its own; content/pages/bed.yml has this one\n"
        f"  mend: {mend}"
    ]
    assert bool(len(problems) > 1) is (original != PAGE.format(id="bed"))


def test_a_file_whose_name_can_be_no_id_is_renamed(guide_with: GuideWith) -> None:
    _, problems = check_guide(guide_with({"content/pages/My Bed.yml": PAGE.format(id="my-bed")}))
    assert [str(problem) for problem in problems] == [
        'content/pages/My Bed.yml:1:5: error: the id "my-bed" is not the name of the file'
        " [id-not-file-name]\n"
        "  expected: a file that is called as its id\n"
        "  mend: rename the file to my-bed.yml"
    ]


def test_two_records_with_one_id_that_is_the_name_of_neither_are_told_once_each(
    guide_with: GuideWith,
) -> None:
    _, codes = read(
        guide_with(
            {
                "content/pages/a.yml": PAGE.format(id="bed"),
                "content/pages/b.yml": PAGE.format(id="bed"),
            }
        )
    )
    assert codes == ["id-not-file-name", "id-not-file-name"]


def test_without_a_sound_guide_file_the_records_are_still_read(guide_with: GuideWith) -> None:
    guide, codes = read(
        guide_with({"content/guide.yml": "title: x\n", "content/pages/bed.yml": "id: bed\n"})
    )
    assert guide is None
    assert codes.count("missing-field") == 4 + 5


def test_the_words_of_the_guide_stand_in_place_of_the_engines_own(guide_with: GuideWith) -> None:
    guide, codes = read(
        guide_with(
            {
                "content/interface/cy.yml": "page.home: Cartref\n",
                "content/interface/en.yml": "page.home: Front\n",
            }
        )
    )
    assert guide is not None
    assert codes == []
    default = load_words()
    assert guide.words["cy"] == default["cy"] | {"page.home": "Cartref"}
    assert guide.words["en"] == default["en"] | {"page.home": "Front"}


def test_a_guide_that_only_warns_is_lent_words_in_each_of_its_files(guide_with: GuideWith) -> None:
    project = guide_with({})
    written = (project.root / "content/guide.yml").read_text("utf-8")
    lacking = written.replace(", en: A small guide.", "") + "parity: warn\n"
    term = "- {id: bed, term: {cy: gwely, en: bed}, definition: {cy: Lle i dyfu.}}\n"
    guide, codes = read(
        guide_with(
            {
                "content/guide.yml": lacking,
                "content/glossary.yml": term,
                "content/pages/bed.yml": PAGE.format(id="row").replace(", en: A text.", ""),
            }
        )
    )
    assert codes == ["id-not-file-name"]
    assert guide is not None
    assert guide.about.summary.of("en") == "Canllaw bach."
    assert guide.glossary[0].definition.of("en") == "Lle i dyfu."
    assert guide.pages[0].text.of("en") == "Testun."


def test_the_problems_of_records_are_told_beside_those_of_agreed_terms(
    guide_with: GuideWith,
) -> None:
    guide, codes = read(
        guide_with(
            {
                "content/pages/bed.yml": PAGE.format(id="row"),
                "content/terms.yml": "- {cy: [gwely], en: bed}\n- {cy: [], en: row}\n",
            }
        )
    )
    assert guide is not None
    assert guide.terms == ()
    assert codes == ["id-not-file-name", "bad-value"]
