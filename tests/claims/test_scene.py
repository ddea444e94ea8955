"""What the next sentence takes over from the event told before it; more in tests/cases/scene.toml."""

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


@pytest.mark.parametrize(
    "text",
    [
        "MALAKAL, South Sudan, May 3 (Agency) - Troops pushed on, officials said. The airport is in army hands.",
        "(Malakal) – The army captured the airport on Sunday.",
        "From our correspondent in Malakal\n\nThe army captured the airport, a spokesman said in Juba.",
        "Malakal — Fighters were driven off on Sunday, the army said in Juba. It now holds the airport.",
    ],
)
def test_the_airport_is_that_of_the_dateline(read: Read, text: str) -> None:
    (airport,) = [one for claim in read(text) if claim.kind == "control" for one in claim.places]
    assert (airport.text.casefold(), airport.name) == ("the airport", "Malakal airport")
    assert (airport.country, airport.precision, airport.radius_km, airport.geonames_id) == ("SS", "point", 10, None)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ("Nine people were killed in the town.", "casualties/killed"),
        ("A curfew was imposed in the city.", "authority/curfew"),
        ("Hundreds of families fled the city.", "displacement/flee"),
        ("The hospital was shelled on Friday.", "violence/shelling"),
        ("Four people were shot dead in the streets.", "violence/killing"),
        ("Looters emptied the market.", "unrest/looting"),
    ],
)
def test_what_happens_in_the_town_of_the_dateline(read: Read, event: str, kind: str) -> None:
    (town,) = only(read(f"EL FASHER, Sudan (Agency) - {event} In Nyala, schools stayed shut."), kind).places
    assert town.name == "El Fasher"


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, May 3 (Agency) - Somali government forces retook the town on Sunday.",
        "BEIRUT (Agency) - Syrian rebels captured the airport on Friday.",
        "GAZIANTEP, Turkey (Agency) - Syrian rebels captured the town and burned the market.",
        "ADRE, Chad (Agency) - Sudanese fighters burned the market on Friday, refugees from Darfur said.",
        "ADDIS ABABA (Agency) - Ethiopian Airlines stopped its flights to Lalibela. Fano fighters control the streets.",
        "GAROWE, Somalia (Agency) - Gunmen shot a man dead in the next town on Friday.",
    ],
)
def test_a_dateline_far_from_the_war_is_no_place(read: Read, text: str) -> None:
    assert not {"Nairobi", "Beirut", "Gaziantep", "Adré", "Addis Ababa", "Garowe"} & {
        one.name for claim in read(text) for one in claim.places
    }


def test_a_town_named_since_outranks_the_dateline(read: Read) -> None:
    burned = only(
        read("MAIDUGURI, Nigeria - Gunmen raided Rann on Friday. The market was burned."), "violence/destruction"
    )
    assert {one.name for one in burned.places} == {"Rann"}


def test_each_item_of_a_digest_has_its_own_dateline(read: Read) -> None:
    text = "BAMENDA, Cameroon - Fighters burned the market.\n\nBUEA, Cameroon - Gunmen attacked the prison on Monday."
    assert {one.name for one in only(read(text), "violence/attack").places} == {"Buea"}


def test_whose_army_it_is_the_dateline_tells(read: Read) -> None:
    text = "BUNIA, DRC, 3 May (Agency) — Militiamen attacked Tchabi and Boga on Saturday. The army repelled the attack."
    (army,) = only(read(text), "control/repel").parties
    assert army.name == "Armed Forces of the Democratic Republic of the Congo"


def test_a_capital_abroad_does_not_tell_whose_army_it_is(read: Read) -> None:
    entered = only(read("BANGKOK (Agency) - Diplomats said the army had entered Samlaut."), "control/enter")
    assert [one.actor for one in entered.parties] == [None]


def test_a_site_that_no_town_has_is_that_of_the_dateline_before_a_later_town(read: Read) -> None:
    text = "(Lashio) – TNLA fighters overran the headquarters on Friday. In Kutkai, soldiers detained 30 people."
    assert [one.name for one in only(read(text), "control/capture").places] == ["Lashio headquarters"]


def test_where_a_cut_road_leads_is_not_the_town_spoken_of(read: Read) -> None:
    text = "Rebels shelled Lashio on Friday. The road to Muse was cut. The army will retake the city, a spokesman said."
    assert [one.name for one in only(read(text), "control/capture").places] == ["Lashio"]


def test_the_town_in_a_province_is_the_town_spoken_of(read: Read) -> None:
    text = "Jets bombed a market in Ponnagyun.\n\nThe town in Rakhine state has been controlled by rebels since March."
    assert where(only(read(text), "control/hold")) == ["The town"]


@pytest.mark.parametrize(
    ("text", "name", "words", "radius"),
    [
        ("Rebels captured the army base outside Malakal.", "Malakal base", "the army base outside Malakal", 10),
        ("Rebels captured a military post near Malakal.", "Malakal post", "a military post near Malakal", 15),
        ("Rebels captured Malakal's main police station.", "Malakal police station", None, 10),
        ("Rebels withdrew from the barracks in Malakal.", "Malakal barracks", "the barracks in Malakal", 10),
        ("The base at Malakal fell to the rebels.", "Malakal base", "The base at Malakal", 10),
    ],
)
def test_a_site_is_a_spot_of_its_own(read: Read, text: str, name: str, words: str | None, radius: float) -> None:
    (site,) = [place for claim in read(text) if claim.kind in {"control", "movement"} for place in claim.places]
    assert (site.name, site.precision, site.radius_km, site.geonames_id) == (name, "point", radius, None)
    assert words is None or site.text == words


@pytest.mark.parametrize("part", ["the border post of Malakal", "the centre of Malakal", "the town of Malakal"])
def test_what_goes_by_the_name_of_a_place_is_no_site(read: Read, part: str) -> None:
    (place,) = only(read(f"Rebels captured {part} in South Sudan."), "control/capture").places
    assert (place.name, place.precision) == ("Malakal", "settlement")


def test_the_dead_of_a_captured_base_are_counted_at_its_town(read: Read) -> None:
    found = read("Rebels captured the army base outside Malakal on Monday. Twelve soldiers were killed.")
    (place,) = only(found, "casualties/killed").places
    assert (place.text, place.precision, place.carried) == ("Malakal", "settlement", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters captured Hill 442 near Malakal on Monday.", "Hill 442"),
        ("Fighters captured the Nam Pat junction on Monday, the army said.", "Nam Pat junction"),
        ("Fighters captured the Varok chemical plant on the edge of Malakal.", "Varok chemical plant"),
        ("Fighters captured Camp Abu Shok on Monday.", "Abu Shok camp"),
        ("Fighters captured the Varok site in Malakal on Monday.", "Varok"),
    ],
)
def test_a_site_with_a_name_is_a_spot_of_its_own(read: Read, text: str, name: str) -> None:
    (site,) = only(read(text), "control/capture").places
    assert (site.name, site.precision) == (name, "point")


def test_a_site_is_not_where_another_one_was(read: Read) -> None:
    found = read("Fighters captured the base at Malakal and Hill 27. Soldiers withdrew from Hill 309.")
    assert [[one.name for one in claim.places] for claim in found if claim.kind == "control"] == [
        ["Malakal base"], ["Hill 27"], ["Hill 309"],
    ]  # fmt: skip


def test_the_dead_of_another_day_are_not_where_the_account_is(read: Read) -> None:
    found = read(
        "Gunmen killed 40 people in Malakal on May 2.\n\nIn the April 24 attack, 11 people died, a priest said."
    )
    assert [one.places for one in found if one.quantity and one.quantity.best == 11] == [()]


def test_a_village_lies_as_far_from_a_town_as_told(read: Read) -> None:
    (place,) = only(read("Rebels captured Varogo, some 20 miles east of Malakal, on Monday."), "control/capture").places
    assert (place.name, place.country, place.radius_km) == ("Varogo", "SS", 4.8)


@pytest.mark.parametrize("told", ["Lumbi (Kalehe territory)", "Lumbi, a village in Kalehe territory,"])
def test_what_lies_in_a_district_is_a_place(read: Read, told: str) -> None:
    (place,) = only(read(f"M23 rebels captured {told} on Saturday after fierce fighting."), "control/capture").places
    assert place.name == "Lumbi"
