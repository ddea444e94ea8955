"""Countries and capitals are parties where they act, places where things happen in them."""

import pytest

from tests.mentions.party_reading import parties

ACTING = [
    ("Rwanda denied the charge.", "Rwanda", "rwanda"),
    ("Kigali denied the charge.", "Kigali", "rwanda"),
    ("The envoy held talks with Iran.", "Iran", "iran"),
    ("The rebels are backed by Eritrea.", "Eritrea", "eritrea"),
    ("Washington was watching the front.", "Washington", "united-states"),
    ("Fighting eased after talks between Yerevan and Baku.", "Yerevan", "armenia"),
    ("Downing Street welcomed the truce.", "Downing Street", "united-kingdom"),
    ("The foreign ministers of Egypt and Qatar met.", "Qatar", "qatar"),
    ("Moscow's ambassador walked out.", "Moscow", "russia"),
    ("The council put sanctions on Mali.", "Mali", "mali"),
]
STANDING = [
    ("Thousands fled to Chad.", "Chad"),
    ("The border with Lebanon is shut.", "Lebanon"),
    ("Kyiv was shelled at night.", "Kyiv"),
    ("Khartoum lies on two rivers.", "Khartoum"),
    ("Fighting went on in Myanmar.", "Myanmar"),
    ("Troops entered Somalia.", "Somalia"),
    ("Ethiopia's northern region is quiet.", "Ethiopia"),
    ("Sanaa residents queued for fuel.", "Sanaa"),
]


@pytest.mark.parametrize(("text", "words", "actor"), ACTING)
def test_a_state_that_acts_is_a_party(text: str, words: str, actor: str) -> None:
    assert (words, actor) in {(one.text, one.actor) for one in parties(text)}


@pytest.mark.parametrize(("text", "words"), STANDING)
def test_a_state_where_things_happen_is_no_party(text: str, words: str) -> None:
    assert words not in {one.text for one in parties(text)}


def test_states_number_their_divisions_and_others_name_their_armies() -> None:
    text = "Sudan's Fifth Division left. The 22nd Infantry Division stayed in Bara, and the Popular Army left Sudan."
    sides = {one.text: one.side for one in parties(text)}
    assert sides["The 22nd Infantry Division"] == "Sudanese government" != sides["the Popular Army"]


def test_a_numbered_brigade_is_nobodys_where_another_army_is_told_of() -> None:
    text = "Russian forces attacked in Ukraine. The 25th Airborne Brigade reached Shakhove."
    assert next(one.side for one in parties(text) if one.text == "The 25th Airborne Brigade") is None
