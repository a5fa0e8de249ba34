import pytest

from hadau.languages import RULES


@pytest.mark.parametrize(
    ("text", "conjunction"),
    [
        # Vowels
        ("Aled", "ac"),
        ("Emerson", "ac"),
        ("Iorwerth", "ac"),
        ("iechyd", "ac"),
        ("O’Neill", "ac"),
        ("ymddiriedaeth", "ac"),
        ("Ynys Môn", "ac"),
        ("Éluard", "ac"),
        ("ŵyn", "ac"),
        ("wyth", "ac"),
        ("wyneb", "ac"),
        ("wrth gwrs", "ac"),
        # Consonants
        ("Gash", "a"),
        ("Huxham", "a"),
        ("hanes", "a"),
        ("Llinos", "a"),
        ("Rhys", "a"),
        ("Wrecsam", "a"),
        ("Williams", "a"),
        ("Wright", "a"),
        ("Whitby", "a"),
        ("Wyn", "a"),
        ("Young", "a"),
        # Words that take ac against the rule, and names that only look like them
        ("wedi hynny", "ac"),
        ("mewn partneriaeth", "ac"),
        ("mae", "ac"),
        ("Mae", "a"),
        # Silent marks
        ("‘Atebolrwydd’", "ac"),
        ("(Undeb)", "ac"),
        ("“Grym”", "a"),
        ("d’Arcy", "a"),
        ("’t Hooft", "a"),
        ("’s-Gravesande", "a"),
        ("’s Gravesande", "a"),
        ("l’Oréal", "a"),
        ("l'Oréal", "a"),
        # Numbers as they are said
        ("1", "ac"),
        ("2", "a"),
        ("8", "ac"),
        ("11", "ac"),
        ("12", "a"),
        ("16", "ac"),
        ("18", "a"),
        ("20", "ac"),
        ("83", "ac"),
        ("100", "a"),
        ("800", "ac"),
        ("1,500", "a"),
        ("8,000", "ac"),
        ("1998", "a"),
        ("2015", "a"),
        ("1,000,000", "a"),
        ("£8 miliwn", "ac"),
        ("1af", "a"),
        ("2il", "ac"),
        ("8fed", "ac"),
        ("20fed", "ac"),
        ("21ain", "ac"),
        ("11,000", "ac"),
        ("18,000", "a"),
        ("1,000", "a"),
        ("21,000,000", "ac"),
        ("1.5", "ac"),
        ("8.5", "ac"),
        # Letters and initials
        ("B", "a"),
        ("C", "ac"),
        ("Ch", "ac"),
        ("P", "a"),
        ("R. Jones", "ac"),
        ("BBC", "a"),
        ("BGCau", "a"),
        ("NSPCC", "ac"),
        ("RSPB", "ac"),
        ("S4C", "ac"),
        ("M4", "ac"),
        ("A55", "ac"),
        ("B4265", "a"),
        ("F-16", "ac"),
        ("X-ray", "ac"),
        ("NATO", "a"),
        ("UNSAIN", "ac"),
        # Nothing to say
        ("", "a"),
        ("—", "a"),
    ],
)
def test_welsh_and_goes_by_the_sound_that_follows(text: str, conjunction: str) -> None:
    assert RULES["cy"].and_before(text) == conjunction


def test_english_and_is_the_same_before_any_sound() -> None:
    assert [RULES["en"].and_before(text) for text in ("Aled", "Gash", "")] == ["and"] * 3


def test_a_decomposed_accent_sounds_like_a_composed_one() -> None:
    assert RULES["cy"].and_before("w\u0302yn") == "ac"


@pytest.mark.parametrize(
    ("items", "welsh", "english"),
    [
        ([], "", ""),
        (["Huxham"], "Huxham", "Huxham"),
        (["Huxham", "Vangen"], "Huxham a Vangen", "Huxham and Vangen"),
        (["Huxham", "Evans"], "Huxham ac Evans", "Huxham and Evans"),
        (["A", "B", "C"], "A, B ac C", "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C a D", "A, B, C and D"),
    ],
)
def test_items_join_into_one_phrase(items: list[str], welsh: str, english: str) -> None:
    assert RULES["cy"].join_and(items) == welsh
    assert RULES["en"].join_and(items) == english


@pytest.mark.parametrize(
    ("items", "phrase"),
    [
        (["Gash", "Parsons"], "Gash a Parsons"),
        (["Gash", "Thomas"], "Gash a Thomas"),
        (
            ["Mantais Gydweithredol", "Cydweithio Deallus"],
            "Mantais Gydweithredol a Cydweithio Deallus",
        ),
        (["Rhys", "ten Bosch"], "Rhys a ten Bosch"),
    ],
)
def test_names_of_persons_and_works_never_mutate(items: list[str], phrase: str) -> None:
    assert RULES["cy"].join_and(items) == phrase


@pytest.mark.parametrize(
    ("items", "phrase"),
    [
        (["ymddiriedaeth", "pŵer"], "ymddiriedaeth a phŵer"),
        (["amser", "tegwch"], "amser a thegwch"),
        (["ansawdd", "capasiti"], "ansawdd a chapasiti"),
        (["ansawdd", "gwerth"], "ansawdd a gwerth"),
        (["ansawdd", "effaith"], "ansawdd ac effaith"),
        (["yn agored", "gyda’n gilydd"], "yn agored a chyda’n gilydd"),
    ],
)
def test_common_words_take_the_aspirate_mutation_after_a(items: list[str], phrase: str) -> None:
    assert RULES["cy"].join_and(items, names=False) == phrase
    assert " and " in RULES["en"].join_and(items, names=False)


@pytest.mark.parametrize(
    ("items", "phrase"),
    [
        (["Rhys", "y Bwrdd"], "Rhys a’r Bwrdd"),
        (["cynghorau", "yr heddlu"], "cynghorau a’r heddlu"),
        (["eu gwaith", "eu cynllun"], "eu gwaith a’u cynllun"),
        (["ein tîm ni", "ein cyngor ni"], "ein tîm ni a’n cyngor ni"),
        (["Aled", "Y Lolfa"], "Aled ac Y Lolfa"),
    ],
)
def test_the_article_closes_up_with_a_unless_it_is_part_of_a_name(
    items: list[str], phrase: str
) -> None:
    assert RULES["cy"].join_and(items) == phrase
