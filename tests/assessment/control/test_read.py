"""Control, read from short reports on wars of which no rule was made."""

import pytest

from vedette.assessment import assess
from vedette.assessment.control import state_at
from vedette.lexicon.actors import fold
from vedette.model import Claim, Document
from vedette.reader import Reader


def state(reader: Reader, place: str, day: str, *reports: tuple[str, str]) -> tuple[str | None, str | None, str | None]:
    """State, side and certainty of a place on a day, by reports with the day on which each was published."""
    documents = [
        Document(text, f"Outlet {number}", published=f"{published}T12:00", language="en")
        for number, (published, text) in enumerate(reports)
    ]
    found = assess(claim for claims in reader.claims_of(documents) for claim in claims).control
    known = (state_at(one, day) for one in found if fold(one.spot.name) == fold(place))
    return next(((one.state, one.side, one.certainty) for one in known), (None, None, None))


def only(reader: Reader, text: str) -> Claim:
    """The only claim on control that a text makes."""
    (claim,) = [one for one in reader.claims(Document(text, published="1983-06-24")) if one.kind == "control"]
    return claim


def test_a_raid_is_no_fight_for_a_village(reader: Reader) -> None:
    raid = ("2003-02-10", "Gunmen attacked the town of Gbarnga on Sunday and killed nine people, a nurse said.")
    assert state(reader, "Gbarnga", "2003-02-10", raid)[0] is None
    more = ("2003-02-10", "Government troops hold Gbarnga, the governor of Bong County said on Monday.")
    assert state(reader, "Gbarnga", "2003-02-10", raid, more)[0] is not None


def test_who_has_most_of_a_town_has_the_town(reader: Reader) -> None:
    told = ("1998-11-01", "RUF rebels captured the airport and most of Kenema on Saturday, a priest said.")
    still = ("1998-11-02", "Soldiers still hold the barracks in Kenema, a trader said.")
    assert state(reader, "Kenema", "1998-11-02", told)[0] == "held"
    assert state(reader, "Kenema", "1998-11-02", told, still)[:1] == ("held",)
    town = ("1998-11-01", "RUF rebels control the airport of Kenema and most of the town, a priest said.")
    assert only(reader, town[1]).places and state(reader, "Kenema", "1998-11-01", town)[0] == "held"
    airport = ("1998-11-01", "RUF rebels captured the airport of Kenema on Sunday, a priest said.")
    kept = ("1998-10-30", "Soldiers hold Kenema, the mayor said.")
    assert state(reader, "Kenema", "1998-11-01", kept, airport)[0] == "contested"


def test_two_nameless_speakers_of_one_report_confirm_nothing(reader: Reader) -> None:
    told = ("1998-11-01", "RUF rebels captured Kenema on Saturday, a priest and a trader said.")
    other = ("1998-11-02", "RUF rebels took Kenema at the weekend, the Red Cross said.")
    assert state(reader, "Kenema", "1998-11-02", told)[2] == "reported"
    assert state(reader, "Kenema", "1998-11-02", told, other)[2] == "confirmed"


def test_hands_are_whose_word_stands_before_them(reader: Reader) -> None:
    told = ("1977-03-20", "The town of Kisenge is in rebel hands, a missionary said on Sunday.")
    assert state(reader, "Kisenge", "1977-03-20", told)[0] == "held"
    assert [(one.role, one.text) for one in only(reader, told[1]).parties] == [("agent", "rebel")]


@pytest.mark.parametrize("side", ["Kurdistan Democratic Party", "Patriotic Union of Kurdistan"])
def test_parts_of_one_side_that_fight_each_other_are_two(reader: Reader, side: str) -> None:
    fight = (
        "1996-09-01",
        "The Patriotic Union of Kurdistan launched an offensive against the Kurdistan Democratic Party on Sunday.",
    )
    other = "PUK" if side.startswith("Kurdistan") else "KDP"
    taken = (
        "1996-09-03",
        f"Erbil was held by the {other} on Monday. The {side} captured Erbil on Tuesday, the UN said.",
    )
    assert state(reader, "Erbil", "1996-09-03", fight, taken)[:2] == ("held", side)


def test_a_nation_in_the_name_of_a_cause_makes_it_nobodys_arm(reader: Reader) -> None:
    text = "Fighters of the Chadian Popular Front captured Faya on Monday."
    assert only(reader, text).parties[0].side is None


def test_the_villages_around_a_town_are_not_the_town(reader: Reader) -> None:
    entered = ("2015-03-01", "Fighters entered Tikrit on Saturday, a shopkeeper said.")
    around = ("2015-03-02", "The army captured the surrounding villages of Tikrit on Sunday, a colonel said.")
    assert state(reader, "Tikrit", "2015-03-02", entered, around)[:2] == ("entered", "fighters")
    towns = ("2015-03-02", "The army captured the towns of Tikrit and Baiji on Sunday, a colonel said.")
    assert state(reader, "Tikrit", "2015-03-02", towns)[0] == "held"


def test_the_fighters_of_a_group_are_no_group_beside_it(reader: Reader) -> None:
    told = ("2017-06-04", "Maute fighters hold the city of Marawi, a rights group said on Sunday.")
    own = ("2017-06-04", "The Maute group controls Marawi, residents said on Sunday.")
    assert state(reader, "Marawi City", "2017-06-04", told, own)[:2] == ("held", "Dawlah Islamiya")
