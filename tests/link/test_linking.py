"""How records come to know one another."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from hadau.link.relations import OTHER_END, find_parts, find_references
from hadau.load.settings import find_project
from hadau.model.linked import Linked
from hadau.pipeline import check_guide

SEEDS = Path(__file__).parents[1] / "cases" / "seeds"


def related(linked: Linked, id_: str) -> set[tuple[str, str]]:
    return {(other.kind, other.id) for other in linked.related[id_]}


def test_a_relation_is_shown_from_both_ends(seeds_linked: Linked) -> None:
    assert ("leads-to", "watering") in related(seeds_linked, "soil-ladder")
    assert ("follows-from", "soil-ladder") in related(seeds_linked, "watering")
    assert ("part-of", "soil-ladder") in related(seeds_linked, "year-of-the-bed")
    assert ("has-part", "year-of-the-bed") in related(seeds_linked, "soil-ladder")
    assert ("contrasts-with", "watering") in related(seeds_linked, "year-of-the-bed")
    assert ("contrasts-with", "year-of-the-bed") in related(seeds_linked, "watering")
    assert ("use-with", "watering") in related(seeds_linked, "how-wet")


def test_every_relation_has_its_other_end(seeds_linked: Linked) -> None:
    ends = {**OTHER_END, "follows-from": "leads-to", "has-part": "part-of"}
    for id_, others in seeds_linked.related.items():
        for other in others:
            if other.relation is not None:
                assert (ends[other.kind], id_) in related(seeds_linked, other.id)
            else:
                assert id_ in {back.id for back in seeds_linked.related[other.id]}


def test_a_field_that_names_an_entry_relates_both(seeds_linked: Linked) -> None:
    assert {("conversation", "ready-to-sow"), ("case-study", "school-garden")} <= related(
        seeds_linked, "soil-ladder"
    )
    assert related(seeds_linked, "ready-to-sow") == {
        ("framework", "soil-ladder"),
        ("framework", "year-of-the-bed"),
    }
    assert ("framework", "soil-ladder") in related(seeds_linked, "school-garden")


def test_a_relation_stands_once_whoever_says_it(seeds_linked: Linked) -> None:
    for others in seeds_linked.related.values():
        assert max(Counter((other.kind, other.id) for other in others).values(), default=1) == 1


def test_the_note_of_a_relation_is_known_at_both_ends(seeds_linked: Linked) -> None:
    (back,) = [other for other in seeds_linked.related["watering"] if other.id == "soil-ladder"]
    assert back.relation is not None
    assert back.relation.note is not None
    assert back.relation.note.en == "Good soil holds water."


def test_of_two_records_that_say_one_relation_each_keeps_its_own_note(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "guide")
    for name, other, old in (
        ("watering", "year-of-the-bed", "{to: year-of-the-bed, kind: contrasts-with}"),
        ("year-of-the-bed", "watering", "{to: what-to-grow, kind: leads-to}"),
    ):
        path = tmp_path / f"guide/content/frameworks/{name}.yml"
        written = path.read_text("utf-8")
        assert old in written
        notes = [f"note: {{cy: {name} {place}, en: {name} {place}}}" for place in (1, 2)]
        said = [f"{{to: {other}, kind: contrasts-with, {note}}}" for note in notes]
        path.write_text(written.replace(old, "\n  - ".join(said)), "utf-8")
    linked, _ = check_guide(find_project(tmp_path / "guide" / "mkdocs.yml"))
    assert linked is not None
    known = {
        (id_, other.id): other.relation and other.relation.note and other.relation.note.en
        for id_ in ("watering", "year-of-the-bed")
        for other in linked.related[id_]
        if other.kind == "contrasts-with"
    }
    assert known == {
        ("watering", "year-of-the-bed"): "watering 1",
        ("year-of-the-bed", "watering"): "year-of-the-bed 1",
    }


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("checklists/ready-to-sow.yml", "Mae gen i label."),
        ("quizzes/soil-quiz.yml", "Concrit"),
        ("tools/my-habits.yml", "Rwy’n bwydo’r pridd."),
        ("tools/how-wet.yml", "Pa mor wlyb yw’r gwely?"),
    ],
)
@pytest.mark.parametrize("words", ["2019.", "- Pridd", "|a|\n|-|\n|b|", "Un.\n\nDau."])
def test_where_one_paragraph_stands_no_block_may(
    words: str, file: str, old: str, tmp_path: Path
) -> None:
    shutil.copytree(SEEDS, tmp_path / "guide")
    path = tmp_path / "guide" / "content" / file
    written = path.read_text("utf-8")
    assert written.count(f"cy: {old}") == 1
    path.write_text(written.replace(f"cy: {old}", f"cy: {json.dumps(words)}"), "utf-8")
    _, problems = check_guide(find_project(tmp_path / "guide" / "mkdocs.yml"))
    (problem,) = [problem for problem in problems if problem.code != "lost-term"]
    line = written[: written.index(f"cy: {old}")].count("\n") + 1
    assert problem.position.line == line
    assert str(problem).partition(": ")[2] == (
        "error: here stands one paragraph, and no list, table or quotation [more-than-a-line]\n"
        "  expected: words that can be read as one\n"
        "  mend: join the lines; before a full stop or hyphen at the beginning write a stroke: 1\\."
        " or \\-"
    )


def test_citations_are_known_from_both_ends(seeds_linked: Linked) -> None:
    assert seeds_linked.cites["watering"] == ("spade2021", "garddwr2019")
    assert seeds_linked.cited_by == {
        "cymdeithas2022": ("ready-to-sow", "year-of-the-bed", "about"),
        "garddwr2019": ("glossary#compost", "soil-ladder", "watering", "soil-quiz"),
        "spade2021": ("watering", "about"),
    }


def test_entries_stand_by_section_kind_own_order_and_title(seeds_linked: Linked) -> None:
    assert seeds_linked.order["cy"] == (
        "soil-ladder",
        "school-garden",
        "my-habits",
        "dig-or-not",
        "soil-quiz",
        "watering",
        "year-of-the-bed",
        "end-of-season",
        "ready-to-sow",
        "what-to-grow",
        "how-wet",
    )
    assert seeds_linked.order["en"][-2:] == ("how-wet", "what-to-grow")
    assert set(seeds_linked.order["en"]) == set(seeds_linked.order["cy"])


def test_the_anchors_of_a_record_are_those_of_its_parts(seeds_linked: Linked) -> None:
    assert {"drainage", "food", "life"} <= seeds_linked.anchors["soil-ladder"]
    assert "soil-ladder" not in seeds_linked.anchors["school-garden"]
    assert {"base", "feeds", "worms"} <= seeds_linked.anchors["soil-quiz"]
    assert {"sun", "space"} <= seeds_linked.anchors["what-to-grow"]


def test_every_id_that_a_record_names_is_found_with_the_way_to_it(seeds_linked: Linked) -> None:
    entries = seeds_linked.guide.entries
    assert list(find_references(entries["what-to-grow"])) == [
        (("frameworks", 0), "year-of-the-bed", ("frameworks",)),
        (("conversations", 0), "end-of-season", ("conversations", "checklists")),
        (("exercise", "outcomes", 0, "entries", 0), "watering", ()),
        (("exercise", "outcomes", 1, "entries", 0), "year-of-the-bed", ()),
        (("exercise", "outcomes", 1, "entries", 1), "ready-to-sow", ()),
        (("exercise", "outcomes", 2, "entries", 0), "year-of-the-bed", ()),
    ]
    assert list(find_references(entries["school-garden"])) == [
        (("frameworks", 0, "id"), "soil-ladder", ("frameworks",))
    ]
    assert list(find_references(entries["soil-ladder"]))[-3:] == [
        (("relations", 3, "to"), "soil-quiz", ()),
        (("conversations", 0), "ready-to-sow", ("conversations", "checklists")),
        (("case_studies", 0), "school-garden", ("case-studies",)),
    ]


def test_every_part_that_a_quiz_names_is_found_with_the_way_to_it(seeds_linked: Linked) -> None:
    assert list(find_parts(seeds_linked.guide.entries["soil-quiz"])) == [
        (("questions", 0, "part"), "soil-ladder", "drainage"),
        (("questions", 10, "part"), "watering", "waterlogged"),
        (("questions", 10, "others", 0, "part"), "watering", "moist"),
    ]
