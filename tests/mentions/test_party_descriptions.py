"""Descriptions stand for whom the text last called so."""

import pytest

from tests.mentions.party_reading import party


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Syria's foreign minister, Bassam Sabbagh, met his counterpart. The foreign minister said talks went well.",
         "The foreign minister", "Bassam Sabbagh"),
        ("The junta's spokesman, Maj. Gen. Zaw Min Tun, denied it. The spokesman said troops were elsewhere.",
         "The spokesman", "Zaw Min Tun"),
        ("The paramilitary Rapid Support Forces shelled a camp. The paramilitary denied it.", "The paramilitary",
         "Rapid Support Forces"),
        ("An Islamist alliance advanced on Hama. The alliance took it.", "The alliance", "Islamist alliance"),
        ("The Rapid Support Forces shelled a camp. The army said it had repelled them.", "them",
         "Rapid Support Forces"),
        ("Ahmed al-Sharaa spoke on Monday. Sharaa said little.", "Sharaa", "Abu Mohammad al-Golani"),
        ("Fighters entered Aleppo, two officers said, days after they left Idlib.", "they", "Fighters"),
    ],
)  # fmt: skip
def test_a_description_stands_for_whom_the_text_called_so(text: str, words: str, name: str) -> None:
    assert party(text, words).name == name


def test_another_office_is_another_person() -> None:
    text = "Syria's foreign minister, Bassam Sabbagh, met reporters. The defence minister said nothing."
    assert party(text, "The defence minister").name != "Bassam Sabbagh"
