"""What the next sentence takes over from the event told before it; more in tests/cases/scene.toml."""

from tests.claims.conftest import Read
from tests.claims.helpers import only


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
