"""What the next sentence takes over from the event told before it, and what it does not."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only, where


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


def test_a_turn_or_a_new_paragraph_ends_the_scene(read: Read) -> None:
    for between in (" Elsewhere, ", "\n"):
        text = f"Shells hit Sake on Monday.{between}nine people died in an ambush."
        assert where(only(read(text), "casualties/killed")) == []


def test_a_running_sum_is_not_put_there(read: Read) -> None:
    text = "Shells hit Sake on Monday. So far 4,000 people have been killed since January 2024."
    assert where(only(read(text), "casualties/killed")) == []


def test_a_place_that_heads_the_line_holds_for_it(read: Read) -> None:
    found = read("Rafah: a soldier was killed in an ambush.\nTyre: a jet bombed the harbour road.")
    assert where(only(found, "casualties/killed")) == ["Rafah"]


def test_nobody_is_the_figure_nought(read: Read) -> None:
    for text in ("A rocket fell near Sderot, but no casualties were reported.", "Nobody was killed in Sderot."):
        (none,) = of_type(read(text), "casualties/killed")
        assert none.quantity is not None
        assert (none.quantity.best, none.standing) == (0, "negated")


def test_the_taking_of_a_town_goes_on_where_and_when_it_began(read: Read) -> None:
    found = read("Rebels attacked Sake on Monday. After hours of fighting, the soldiers withdrew. Nine people died.")
    left, died = only(found, "control/withdraw"), only(found, "casualties/killed")
    assert [(one.text, one.role, one.carried) for one in left.places] == [("Sake", "from", True)]
    assert left.time is not None and died.time is not None
    assert (left.time.text, died.time.text) == ("Monday", "Monday")


def test_one_sentence_that_names_no_place_does_not_end_the_scene(read: Read) -> None:
    text = "Shells hit a market in Sake on Monday. It was full. Nine people died."
    assert where(only(read(text), "casualties/killed")) == ["Sake"]


def test_those_spoken_of_before_go_on_in_a_new_paragraph(read: Read) -> None:
    found = read("Gunmen attacked Sake on Monday.\n\nThe assailants burned several houses.")
    assert where(only(found, "violence/destruction")) == ["Sake"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Sake.\n\nThe minister told reporters in Kinshasa that the town had fallen.",
        "Rebels attacked Sake.\n\nA farmer who fled to Goma said that the town had fallen.",
    ],
)
def test_where_somebody_speaks_or_went_is_not_the_town_spoken_of(read: Read, text: str) -> None:
    assert [one.name for one in only(read(text), "control/lose").places] == ["Sake"]


def test_where_no_other_place_is_named_the_town_is_where_it_is_said(read: Read) -> None:
    claim = only(read("The mayor told reporters in Sake that the town had fallen."), "control/lose")
    assert [one.name for one in claim.places] == ["Sake"]


def test_a_road_is_not_the_town_spoken_of(read: Read) -> None:
    text = "The army seized Kyaukme, a town on the Mandalay-Muse highway, after taking the headquarters of a brigade."
    assert {one.name for claim in of_type(read(text), "control/capture") for one in claim.places} == {"Kyaukme"}
