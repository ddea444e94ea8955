"""Which of the places in a sentence is where something happened."""

import pytest

from vedette.claims.nearness import nearest
from vedette.mentions import Marker
from vedette.model import Document

WHERE = [
    ("Shells fell on Goma, killing six people.", "killing", ["Goma"]),
    ("Drones struck depots in Sumy and Kharkiv.", "struck", ["Sumy", "Kharkiv"]),
    ("A mine killed two herders near Kidal, Mali.", "killed", ["Kidal"]),
    ("In Kayah State, soldiers burned a school in Loikaw.", "burned", ["Loikaw"]),
    ("Raiders killed nine people in the Sake area of Masisi.", "killed", ["Sake"]),
    ("Raiders killed nine people in the Masisi town of Sake.", "killed", ["Sake"]),
    ("A teacher from Bamako was shot in Timbuktu.", "shot", ["Timbuktu"]),
    ("Monks marched in Mandalay in support of prisoners in Insein.", "marched", ["Mandalay"]),
    ("Police in Nairobi said that gunmen raided a bank in Garissa.", "raided", ["Garissa"]),
    ("Crowds marched in Bamako and across Mali.", "marched", ["Bamako", "Mali"]),
    ("Raiders burned Kidal and nearby villages of Tessalit and Aguelhok.", "burned", ["Kidal", "Tessalit", "Aguelhok"]),
    ("The envoy spoke. Fires burned in Port Sudan.", "spoke", []),
]


@pytest.mark.parametrize(("text", "word", "places"), WHERE)
def test_the_nearest_place_in_the_tree_is_where_it_happened(
    marker: Marker, text: str, word: str, places: list[str]
) -> None:
    reading = marker.mark(Document(text))
    event = next(token for token in reading.tokens if token.text == word)
    assert [one.text for one in nearest(reading.places, event)] == places
