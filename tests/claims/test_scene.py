"""What the next sentence takes over from the event told before it; more in tests/cases/scene.toml."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only


def test_the_next_sentence_happens_there_and_then(read: Read) -> None:
    died = only(read("Shells hit a market in Sake on Monday. Nine people died."), "casualties/killed")
    assert [(one.text, one.carried) for one in died.places] == [("Sake", True)]
    assert died.time is not None
    assert (died.time.text, died.time.carried) == ("Monday", True)


def test_what_has_a_place_and_a_day_of_its_own_keeps_them(read: Read) -> None:
    died = only(read("Shells hit Sake on Monday. Nine people died in Goma on Tuesday."), "casualties/killed")
    assert [(one.text, one.carried) for one in died.places] == [("Goma", False)]
    assert died.time is not None
    assert died.time.text == "Tuesday"


def test_the_taking_of_a_town_goes_on_where_and_when_it_began(read: Read) -> None:
    found = read("Rebels attacked Sake on Monday. After hours of fighting, the soldiers withdrew. Nine people died.")
    left, died = only(found, "control/withdraw"), only(found, "casualties/killed")
    assert [(one.text, one.role, one.carried) for one in left.places] == [("Sake", "from", True)]
    assert left.time is not None and died.time is not None
    assert (left.time.text, died.time.text) == ("Monday", "Monday")


ONE_TOWN = (
    "Rebels ring the garrison of Babanusa\n\nFighters surrounded Babanusa on Friday, residents said.\n\n"
    "The army denied that its men had looted the market. Twelve people died at the hospital. {}"
)


@pytest.mark.parametrize(
    ("more", "name"),
    [("", "unrest/looting"), ("Two guards were wounded in the compound.", "casualties/injured")],
)
def test_what_names_no_place_happens_in_the_one_town_that_the_document_is_about(
    read: Read, more: str, name: str
) -> None:
    [place] = only(read(ONE_TOWN.format(more)), name).places
    assert (place.text, place.carried) == ("Babanusa", True)


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("Elsewhere in the country, a bus was set on fire.", "violence/destruction"),
        ("Since 2019, 400 teachers have been abducted.", "violence/abduction"),
        ("Two guards were wounded in Nyala.", "casualties/injured"),
        ("If talks fail, there will be riots.", "unrest/riot"),
    ],
)
def test_what_turns_away_from_that_town_does_not(read: Read, more: str, name: str) -> None:
    assert all(place.text != "Babanusa" for one in of_type(read(ONE_TOWN.format(more)), name) for place in one.places)


def test_no_document_is_about_one_town_that_speaks_of_several_or_of_where_a_road_leads(read: Read) -> None:
    several = "Fighters attacked Sake and Goma on Friday.\n\nTwelve people died at the hospital."
    ahead = "The pass on the road to Harar was stormed. The enemy left 700 dead."
    for text in (several, ahead):
        assert only(read(text), "casualties/killed").places == ()
