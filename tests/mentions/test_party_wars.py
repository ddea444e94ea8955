"""Who is meant in reports from many wars: groups, armies, rebels, offices, in the words that reporters use for them."""

import pytest

from tests.mentions.party_reading import parties, party
from vedette.lexicon.actors import load_registry
from vedette.mentions.parser import parse
from vedette.mentions.parties.marking import mark_parties
from vedette.model import Document, PlaceMention

GROUPS = [
    ("Hamas spoke to mediators. Khalil al-Hayya, the group's chief negotiator, left Doha.", "the group", "Hamas"),
    ("The TTP killed nine. Noor Wali Mehsud, the group's leader, fled.", "the group", "Tehrik-i-Taliban Pakistan"),
    ("The Houthis hold Sanaa. The group, which Iran arms, wants talks.", "The group", "Houthi movement"),
    ("Al-Shabaab burned trucks. Somali police fled. The group's emir sent a video.", "The group", "Al-Shabaab"),
    ("The Arakan Army took Ann. Jets flew, the ethnic armed group said.", "the ethnic armed group", "Arakan Army"),
    ("Viv Ansanm burned the prison. The armed coalition is led by Cherizier.", "The armed coalition", "Viv Ansanm"),
    ("Boko Haram raided Mora. The MNJTF said it bombed the group at dawn.", "the group", "Boko Haram"),
    ("The White Army took Nasir. Makuei accused the SPLM-IO of arming the group.", "the group", "White Army"),
    ("The RSF shot at Amnesty International. The group, led by Hemedti, fled.", "The group", "Rapid Support Forces"),
    ("The BLA burned a train. The separatist group fled.", "the separatist group", "Balochistan Liberation Army"),
    ("Islamic State Mozambique fighters came. Rwandan forces left. The group fled.", "The group", "Ansar al-Sunna"),
    ("The New People's Army hit a brigade. The communist group left.", "The communist group", "New People's Army"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), GROUPS)
def test_the_group_is_the_one_spoken_of(text: str, words: str, name: str) -> None:
    found = [one for one in parties(text) if one.text.lower() == words.lower()]
    assert found[-1].name == name


REBELS = [
    ("The AFC/M23 entered Uvira. Congolese troops fled the rebels.", "the rebels", "congo-river-alliance"),
    ("Yahya Saree spoke for the Houthis in Yemen. The rebels seized a ship.", "The rebels", "houthi-movement"),
    ("Al-Shabaab attacked Somali soldiers. Kenya bombed the insurgents.", "the insurgents", "al-shabaab"),
    ("New People's Army rebels fled. The MILF stayed calm. The rebels lost men.", "The rebels", "new-peoples-army"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "actor"), REBELS)
def test_the_rebels_are_the_one_group_that_fights_there(text: str, words: str, actor: str) -> None:
    assert party(text, words).actor == actor


def test_former_rebels_are_not_the_group_spoken_of() -> None:
    text = "The RSF shelled Sudan's army. A band of former Darfur rebels helped the army."
    assert party(text, "former Darfur rebels").side != "RSF"


def test_a_militia_of_the_government_is_not_whom_the_militants_are() -> None:
    text = "Al-Shabaab took Moqokori from Somali troops and the Macawisley militia. The militants burned it."
    assert party(text, "The militants").side == "Al-Shabaab"


def test_a_place_without_an_army_is_fought_over_by_the_army_of_others() -> None:
    text = "Israeli jets hit Gaza City, Palestinian officials said. Palestinian medics came. The army gave no toll."
    places = [PlaceMention(text.index("Gaza"), text.index("Gaza") + 9, "Gaza City", 0, "settlement", country="PS")]
    marked = mark_parties(parse(text), Document(text), places, load_registry())
    assert next(one for one in marked if one.text == "The army").actor == "israel-defense-forces"


@pytest.mark.parametrize("text", ["Kigali denied it.", "Russia and Turkey met. Lavrov announced it at noon."])
def test_what_is_denied_or_announced_is_no_party(text: str) -> None:
    assert "it" not in {one.text for one in parties(text)}


def test_an_acronym_is_of_the_group_that_the_text_names_in_full() -> None:
    text = "The Ambazonia Defence Forces struck in Buea. The ADF said it held two men."
    assert party(text, "The ADF").actor == "ambazonia-defence-forces"


def test_two_initials_after_the_are_those_of_a_group_named_in_full() -> None:
    assert party("The Arakan Army took Ann. The AA said it held 200 men.", "The AA").name == "Arakan Army"


def test_initials_stand_for_a_group_that_nobody_lists() -> None:
    text = "The Free Ennedi Front, a rebel movement, took Fada. Later the FEF left."
    assert party(text, "the FEF").actor == party(text, "The Free Ennedi Front").actor == "found:free-ennedi-front"


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("The governor of South Kivu, Jean Roe, left Bukavu.", "The governor", "Jean Roe"),
        ("Kiir sacked the governor of Western Equatoria, Peter Doe.", "the governor", "Peter Doe"),
        ("The foreign minister of Pakistan, Ishaq Dar, urged calm.", "The foreign minister", "Ishaq Dar"),
    ],
)
def test_who_holds_an_office_is_named_behind_the_place_of_it(text: str, office: str, name: str) -> None:
    assert party(text, office).name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Khartoum accused Kampala of taking sides.", "Kampala", "Uganda"),
        ("Islamabad accuses Kabul of harbouring militants.", "Kabul", "Afghanistan"),
        ("Cotonou denied the charge.", "Cotonou", "Benin"),
    ],
)
def test_a_capital_that_is_accused_or_denies_is_its_government(text: str, words: str, name: str) -> None:
    assert party(text, words).name == name


def test_the_longest_of_names_that_overlap_is_meant() -> None:
    assert party("Colombia fights the National Liberation Army.", "the National Liberation Army").side == "ELN"
    assert "the-national" not in {one.actor for one in parties("The National Guard closed the road.")}


def test_breakaway_governments_are_not_the_government() -> None:
    text = "Azerbaijan shelled the town. Azerbaijani drones followed. The separatist government asked for help."
    assert party(text, "The separatist government").side is None


@pytest.mark.parametrize("words", ["nine bodies", "-"])
def test_the_dead_and_punctuation_are_no_parties(words: str) -> None:
    text = "The Red Crescent recovered nine bodies - most of them burned - in the well."
    assert words not in {one.text for one in parties(text)}


def test_the_leader_of_a_country_is_its_president_or_prime_minister_of_the_day() -> None:
    text = "The Ukrainian leader flew home."
    marked = mark_parties(parse(text), Document(text, published="2025-08-13"), (), load_registry())
    assert next(one for one in marked if one.text == "The Ukrainian leader").name == "Volodymyr Zelensky"


def test_a_party_whose_head_speaks_is_not_who_fights() -> None:
    text = "Insurgents took Macomia. The president of Renamo, Ossufo Momade, accused the government of hiding losses."
    assert next(one for one in parties(text) if one.text == "Insurgents").actor is None


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Gunmen attacked Cabaret in Haiti. Police left the station.", "Police", "Haitian government"),
        ("Residents of Nangade in Mozambique said soldiers were on patrol.", "soldiers", "Mozambican government"),
        ("Enemy troops that attacked Jijiga in Ethiopia were repulsed.", "Enemy troops", None),
    ],
)
def test_police_and_soldiers_are_those_of_the_land(text: str, words: str, side: str | None) -> None:
    assert party(text, words).side == side


def test_a_high_command_is_that_of_its_group() -> None:
    text = "The OLA High Command said its fighters had left Mendi in Oromia."
    assert party(text, "The OLA High Command").name == "Oromo Liberation Army"
    assert party(text, "its fighters").side == "Oromo Liberation Army"
