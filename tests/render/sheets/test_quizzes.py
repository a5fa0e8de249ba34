"""Quizzes on paper: each kind of question with room for a pen, and a key that is apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from hadau.model.downloads import Download

from .reading import Pdf

HEAD = (
    "Quiz · {} The soil quiz Twelve questions of every kind. "
    "QR code that opens this page on the web gardd.example.org/3r3s8/ "
)
END = (
    " These words are a draft. No reader has reviewed them yet. "
    "This sheet is also available in Welsh."
)
QUESTIONS = (
    "Read The soil ladder first. "
    "1 What is the base? Tick one answer. There is a hint at the end. "
    "Box to tick A Drainage Box to tick B Life "
    "2 What feeds the soil? Tick every right answer. "
    "Box to tick A Compost Box to tick B Leaves Box to tick C Concrete "
    "3 Worms are bad. Tick one. Box to tick True Box to tick False "
    "4 Which state does each sign go with? Write the letter of what goes with it in each box. "
    "Box for a letter Limp leaves Box for a letter Moss "
    "To choose from A Waterlogged B Dry C Frozen "
    "5 Put the year in order, from sowing. Write a number from 1 to 4 in each box. "
    "Box for a number Harvest Box for a number Rest Box for a number Sow Box for a number Grow "
    "6 What goes on the heap? Write the letter of a group in each box. "
    "Box for a letter Grass Box for a letter Eggshell Box for a letter Glass "
    "The groups A On the heap B In the bin "
    "7 Where are these in your garden? "
    "There is no right or wrong answer here. Write the letter of a group in each box. "
    "Box for a letter A water butt Box for a letter A raised bed Box for a letter A heap "
    "The groups A I have it B Not yet "
    "8 Give the soil ___ every spring. "
    "Write your answer on the line. There is a hint at the end. Your answer "
    "9 How many layers has the ladder? Write a number on the line. Your answer (layers) "
    "10 How much does drainage matter? 1 2 3 4 5 "
    "Circle a number: 1 is “not at all” and 5 is “more than anything”. "
    "11 There is moss on the surface. Which state is this? "
    "Look at the picture and tick one part of it. "
    "The Water Spectrum. 3 parts, from the lowest to the highest: Dry; Moist; Waterlogged. "
    "The lowest end stands for Dry, the highest for Wet. Wet3Waterlogged2Moist1DryDry "
    "Box to tick A Dry Box to tick B Moist Box to tick C Waterlogged "
    "12 The spring is dry. Begin at scene 1. Tick what you would do, and go where it sends you. "
    "Scene 1 The leaves are limp. What do you do? "
    "Box to tick A Feel the soil Go to scene 2 Box to tick B Wait for rain The story ends here. "
    "Scene 2 How much water? Box to tick A One can, slowly The story ends here. "
    "Box to tick B A hose all night The story ends here. "
    "Hints Question 1 : Without it nothing stands above. Question 8 : It rots. "
    "The answers are on a sheet of their own."
)
KEY = (
    "1 What is the base? • Right: A Drainage Indeed, says Garddwr (2019) . "
    "• Not right: B Life That is the top. Garddwr (2019, p. 4) Read more: The soil ladder "
    "2 What feeds the soil? • Right: A Compost Indeed. • Right: B Leaves Indeed. "
    "• Not right: C Concrete Not so. "
    "3 Worms are bad. • Right: False They work for you. "
    "4 Which state does each sign go with? • Limp leaves – B Dry The leaves lose water first. "
    "• Moss – A Waterlogged Look every morning. Read more: The water spectrum "
    "5 Put the year in order, from sowing. • 1 Sow • 2 Grow • 3 Harvest • 4 Rest "
    "Then it begins again. Read more: The year of the bed "
    "6 What goes on the heap? • A On the heap – Eggshell; Grass "
    "• B In the bin – Glass Glass does not rot. Keep the heap moist. "
    "7 Where are these in your garden? "
    "There is no right or wrong answer here. Choose one thing to do next. "
    "8 Give the soil ___ every spring. • compost; manure See Food . "
    "9 How many layers has the ladder? • 3 layers Drainage, food and life. "
    "Read more: The soil ladder "
    "10 How much does drainage matter? • 4, 5 Without it there is nothing. "
    "11 There is moss on the surface. Which state is this? "
    "• Not right: B Moist The surface would be clear. • Right: C Waterlogged "
    "There is too much water here. Read more: The water spectrum "
    "12 The spring is dry. • 1A Feel the soil It is dry to the knuckle. Go to scene 2 "
    "• 1B Wait for rain The seedlings die. The story ends here. "
    "• 2A One can, slowly The roots drink. A good end to the story. "
    "• 2B A hose all night The roots drown. The story ends here. "
    "Feel before you water. Read more: The water spectrum "
    "Where it comes from The answers: Garddwr (2019) . "
    "References • Garddwr, G. (2019) . Gwasg y Rhaw."
)


def test_every_kind_of_question_has_room_for_a_pen(sheets: Mapping[str, Download]) -> None:
    pdf = Pdf(sheets["soil-quiz-questions.pdf"].file)
    assert pdf.words_in("en") == HEAD.format("Questions") + QUESTIONS + END


def test_the_key_has_each_answer_by_its_name_on_the_sheet(sheets: Mapping[str, Download]) -> None:
    pdf = Pdf(sheets["soil-quiz-answers.pdf"].file)
    assert pdf.words_in("en") == HEAD.format("Answers") + KEY + END


@pytest.mark.parametrize("size", ["", "-print-bras"])
def test_a_quiz_in_both_languages_asks_everything_in_each(
    size: str, sheets: Mapping[str, Download]
) -> None:
    both = Pdf(sheets[f"cwis-y-pridd-cwestiynau-dwyieithog{size}.pdf"].file)
    boxes = Counter((part.language, part.alt) for part in both.root.find("Figure"))
    assert {
        "Blwch i’w dicio": (boxes["cy", "Blwch i’w dicio"], boxes["en", "Box to tick"]),
        "Blwch i lythyren": (boxes["cy", "Blwch i lythyren"], boxes["en", "Box for a letter"]),
        "Blwch i rif": (boxes["cy", "Blwch i rif"], boxes["en", "Box for a number"]),
    } == {"Blwch i’w dicio": (14, 14), "Blwch i lythyren": (8, 8), "Blwch i rif": (4, 4)}
    first, *_ = both.root.find("LBody")
    assert [(part.language, part.text) for part in first.find("P")][::2] == [
        ("cy", "Beth yw’r gwaelod?"),
        ("en", "What is the base?"),
    ]


@pytest.mark.parametrize("name", ["questions", "answers"])
def test_large_print_of_a_quiz_is_large_throughout_and_has_no_italics(
    name: str, sheets: Mapping[str, Download]
) -> None:
    pdf = Pdf(sheets[f"soil-quiz-{name}-large-print.pdf"].file)
    assert min(pdf.all_sizes()) >= 18
    assert {font.rpartition("-")[2] for font in pdf.fonts()} <= {"Regular", "Bold"}
    assert pdf.outside() == []


def test_a_pack_has_its_keys_last(sheets: Mapping[str, Download]) -> None:
    pdf = Pdf(sheets["soil-pack.pdf"].file)
    titles = [part.text for part in pdf.root.find("H1")]
    assert titles[-1] == "The soil quiz"
    assert titles.count("The soil quiz") == 2
    assert "Quiz · Answers" in pdf.drawn_on(len(pdf.pages) - 2)
