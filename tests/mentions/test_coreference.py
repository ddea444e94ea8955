"""Pronouns and short descriptions take the name of what they stand for."""

import pytest

from tests.mentions.party_reading import parties, party

RESOLVED = [
    ("Burhan toured the front. He thanked the men.", "He", "Abdel Fattah al-Burhan"),
    ("Gen. Roe said he would stay.", "he", "Roe"),
    ("The RSF took the base. It said the army had fled.", "It", "Rapid Support Forces"),
    ("The World Food Programme said it had run out of fuel.", "it", "World Food Programme"),
    ("Rebels entered the town. They freed prisoners.", "They", "Rebels"),
    ("Amina Yusuf spoke to reporters. She had walked for days.", "She", "Amina Yusuf"),
    ("Hamas released two men. The group gave no reason.", "The group", "Hamas"),
    ("Kigali spoke out as M23 rebels advanced. The movement wants talks.", "The movement", "M23"),
    ("Amnesty International published photos. The group knows who fired.", "The group", "Amnesty International"),
    ("Lavrov met Fidan. \"We agreed,\" he said.", "he", "Sergei Lavrov"),
    ("The monitor ACLED counted raids. It added that most were at night.", "It", "ACLED"),
    ("Somalia's president praised the troops as Al-Shabaab fled its camps.", "its", "Al-Shabaab"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), RESOLVED)
def test_a_pointing_word_takes_the_name_it_stands_for(text: str, words: str, name: str) -> None:
    assert party(text, words).name == name


@pytest.mark.parametrize(
    "text",
    [
        "The army held the hill. It was clear that the road was shut.",
        "Ukraine waited. It rained all night.",
        "Hezbollah was silent. It is time to talk.",
    ],
)
def test_an_empty_it_stands_for_nobody(text: str) -> None:
    assert "It" not in {one.text for one in parties(text)}


def test_a_thing_is_nobody() -> None:
    assert "it" not in {one.text for one in parties("Turkey planned the offensive but Iran blocked it.")}


def test_our_forces_are_of_the_side_of_whoever_is_quoted() -> None:
    text = '"Our troops hold the bridge," Zelensky said. "We will stay. I was there."'
    assert party(text, "Our troops").side == "Ukraine"
    assert party(text, "We").name == "Ukraine"  # for whom he speaks
    assert party(text, "I").name == "Volodymyr Zelensky"


def test_the_first_person_of_nobody_quoted_has_no_name() -> None:
    assert party("I saw smoke.", "I").name is None


def test_the_main_word_of_a_name_stands_for_the_whole() -> None:
    text = "The Karenni Human Rights Observatory counted nine raids. Later the Observatory counted more."
    assert party(text, "the Observatory").name == "Karenni Human Rights Observatory"


def test_his_forces_are_of_his_side() -> None:
    assert party("Hemedti admitted that his forces had left.", "his forces").side == "RSF"


def test_a_spokesman_without_a_body_speaks_for_whoever_spoke_before() -> None:
    found = party("The State Department urged calm. A spokesperson said talks go on.", "A spokesperson")
    assert found.actor == "us-state-department"


def test_the_fighters_are_those_spoken_of_before() -> None:
    text = "TPLF units left the town. The fighters took the northern road."
    assert party(text, "The fighters").side == "TPLF"


def test_a_name_in_apposition_and_its_description_are_one() -> None:
    text = "The mayor, Anton Koval, stayed in the city."
    assert party(text, "The mayor").name == "Anton Koval"


def test_two_arguments_of_a_verb_are_not_the_same() -> None:
    found = [one for one in parties("Burhan met Hemedti. Machar warned him.") if one.text == "him"]
    assert all(one.name != "Riek Machar" for one in found)


def test_a_mission_is_only_what_is_called_a_mission() -> None:
    text = "The Karenni Rights Network counted nine dead. The UN-backed mission lost a vehicle."
    assert party(text, "The UN-backed mission").name == "UN-backed mission"


def test_those_who_speak_do_not_say_they_of_themselves() -> None:
    text = 'Gunmen stormed the town, residents said. "They burned my house," said Ahmed Musa.'
    assert party(text, "They").name == "Gunmen"


def test_a_surname_that_looks_plural_is_one_person() -> None:
    text = "Police spokesman Jean Desrosiers spoke to a radio. He denied it."
    assert party(text, "He").name == "Jean Desrosiers"


def test_a_spokesman_of_a_body_is_not_of_the_one_before() -> None:
    text = "The Red Cross said a hospital was hit. A hospital spokesman said it was closed."
    assert "Red Cross" not in (party(text, "A hospital spokesman").name or "")


def test_its_army_is_that_of_whom_its_stands_for() -> None:
    text = (
        "Congolese forces left Goma. The Congolese army shelled Sake. "
        "Rwanda's foreign ministry rejected the accusation that its army is in Congo."
    )
    assert next(one for one in parties(text) if one.text == "its army").side == "Rwanda"


def test_its_fighters_are_not_those_of_whose_account_is_rejected() -> None:
    text = "The army said it held Bor. The opposition rejected the army's account and said its fighters had left."
    assert "army" not in next(one.name or "" for one in parties(text) if one.text == "its fighters").casefold()


def test_a_governor_is_not_the_spokesman_named_before() -> None:
    text = "The army left, its spokesman John Roe said. The governor imposed a curfew."
    assert next(one.name for one in parties(text) if one.text == "The governor") == "governor"


def test_the_adviser_who_speaks_of_a_quote_is_of_whoever_spoke_before() -> None:
    text = 'The RSF denied that the army had come. "The Popular Army holds the hills," its adviser John Roe wrote.'
    assert party(text, "its").name == "Rapid Support Forces"


def test_it_is_whom_the_sentence_before_cites() -> None:
    text = "A force overran an outpost of the junta, according to the National Unity Government. It said nine had died."
    assert party(text, "It").name == "National Unity Government"


def test_its_attacks_are_those_of_whom_one_tells_to_stop_them() -> None:
    text = "The ELN said it had warned the 33rd Front to stop its attacks on civilians."
    assert party(text, "its").name == "33rd Front"
