"""Who says it and through whom: the outlet first, the origin last."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import chain, of_type, only
from vedette.claims import put_at
from vedette.claims.reading import Reading
from vedette.mentions import Marker
from vedette.model import Document


def test_what_an_outlet_tells_itself_has_a_chain_of_one(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu on Sunday."), "control/capture")
    assert chain(claim) == ["Example Times"]
    assert claim.chain[0].start is None


def assert_chain(read: Read, text: str, links: list[str]) -> None:
    """Behind the outlet these sources told that a place was taken, and nobody else."""
    found = chain(only(read(text), "control/capture"))[1:]
    assert len(found) == len(links)
    assert all(name.lower() in link.lower() for name, link in zip(links, found, strict=True))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Rebels captured Bukavu, witnesses said.", ["witnesses"]),
        ("The radio reported on Monday that rebels had captured Bukavu.", ["radio"]),
        ("Witnesses told Reuters that rebels had captured Bukavu.", ["Reuters", "Witnesses"]),
        ("Reuters quoted witnesses as saying rebels had captured Bukavu.", ["Reuters", "witnesses"]),
        ("Rebels captured Bukavu, according to the United Nations.", ["United Nations"]),
        ("Rebels have captured Bukavu, the ministry said, citing the mayor.", ["ministry", "mayor"]),
        ("Footage showed that rebels had captured Bukavu.", ["Footage"]),
        ("Rebels, residents said, captured Bukavu.", ["residents"]),
        ("Survivors told a priest that rebels had captured Bukavu.", ["priest", "Survivors"]),
        ("Traders told our driver that rebels had captured Bukavu.", ["Traders"]),
        ("A nurse said the wards were full; rebels, a guard told Reuters, had captured Bukavu.", ["Reuters", "guard"]),
        ("The army fled through Sake, where, a trader said, rebels captured Bukavu.", ["trader"]),
    ],
)
def test_every_source_is_a_link(read: Read, text: str, links: list[str]) -> None:
    assert_chain(read, text, links)


def test_a_dateline_names_the_agency(read: Read) -> None:
    found = read("GOMA, Congo (Reuters) - Rebels captured Bukavu, the mayor said.")
    assert [link.source_type for link in only(found, "control/capture").chain][:2] == ["outlet", "agency"]


def test_a_pronoun_that_speaks_carries_the_name_it_stands_for(read: Read) -> None:
    found = read("The Red Cross appealed for calm. It said rebels had captured Bukavu.")
    origin = only(found, "control/capture").chain[-1]
    assert origin.text == "It" and "Red Cross" in (origin.name or "")


def test_a_quote_that_runs_on_keeps_its_speaker(read: Read) -> None:
    text = 'Mayor Ana Ruiz spoke on Friday. "They came at dawn," Ruiz said. "Gunmen attacked the market of Bukavu."'
    claims = of_type(read(text), "violence/attack")
    assert claims and "Ruiz" in chain(claims[0])[-1]


def test_a_new_paragraph_without_quotes_is_the_outlets_own(read: Read) -> None:
    text = "The mayor said the town was calm.\n\nGunmen attacked the market of Bukavu."
    assert chain(only(read(text), "violence/attack")) == ["Example Times"]


def test_a_document_without_outlet_says_so(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu.", outlet=None), "control/capture")
    assert claim.chain[0].name is None and claim.chain[0].text == "unnamed outlet"


def test_the_cue_of_a_link_is_the_word_of_saying(read: Read) -> None:
    link = only(read("Rebels captured Bukavu, witnesses said."), "control/capture").chain[-1]
    assert (link.cue, link.source_type) == ("said", "witness")


@pytest.mark.parametrize(
    ("text", "event", "links"),
    [
        ("State television showed what it said were troops entering Wad Madani.", "entering", ["State television"]),
        ("AFP quoted security sources as saying gunmen killed 12 people.", "killed", ["AFP", "security sources"]),
        ("Fighters captured Bria, the governor was quoted by AFP as saying.", "captured", ["AFP", "the governor"]),
        ("The Observatory, citing activists on the ground, said six people were killed in Jisr al-Shughur.", "killed",
         ["The Observatory", "activists on the ground"]),
        ("According to Interfax, which cited the ministry, a warship was damaged in Feodosia.", "damaged",
         ["Interfax", "the ministry"]),
        ("The Khartoum Post, quoting Al Arabiya, which cited two officers, said troops captured Singa.", "captured",
         ["The Khartoum Post", "Al Arabiya", "two officers"]),
        ("According to a statement carried by SANA, troops captured Saraqib.", "captured", ["SANA", "a statement"]),
        ("According to a statement by the interior ministry carried by SANA, troops captured Saraqib.", "captured",
         ["SANA", "the interior ministry"]),
        ("Sources close to the presidency told Jeune Afrique that soldiers had arrested two generals.", "arrested",
         ["Jeune Afrique", "Sources close to the presidency"]),
        ("A senior Hamas official told AFP the group had accepted the truce, Al Arabiya reported.", "accepted",
         ["Al Arabiya", "AFP", "A senior Hamas official"]),
        ("The minister said the governor had told parliament that rebels captured Kidal.", "captured",
         ["The minister", "the governor"]),
        ("Medics and a rebel commander, who spoke to Reuters, said the army bombed Demoso.", "bombed",
         ["Reuters", "Medics and a rebel commander"]),
        ("Strikes killed 20 people in Rafah, the ministry said, and medics said three more died.", "died", ["medics"]),
        ("The rebels are said to have captured Kidal.", "captured", ["said"]),
        ("It is believed that 40 people were killed in the raid.", "killed", ["believed"]),
        ("The gunmen reportedly kidnapped 30 students in Kaduna.", "kidnapped", ["reportedly"]),
        ("There were reports that the army had captured Singa.", "captured", ["reports"]),
        ("Kyiv and Moscow said they had exchanged 90 prisoners.", "exchanged", ["Kyiv and Moscow"]),
        ("Russia's ministry said shells hit Horlivka. It added that they killed six people.", "killed", ["It"]),
        ("The general wrote on Telegram that troops had entered Bunia.", "entered", ["Telegram", "The general"]),
    ],
)  # fmt: skip
def test_who_passed_on_any_word(marker: Marker, text: str, event: str, links: list[str]) -> None:
    reading = Reading(marker.mark(Document(text, outlet="Example Times", published="2025-01-30")))
    token = next(token for token in reading.tokens if token.text == event)
    chain = put_at(reading, token).chain[1:]
    assert [link.text for link in chain] == links
    assert all(text[link.start : link.end] == link.text for link in chain)


def test_hearsay_is_typed_as_nobodys(read: Read) -> None:
    link = only(read("The rebels reportedly captured Kidal."), "control/capture").chain[-1]
    assert (link.source_type, link.cue, link.name) == ("unnamed", "reportedly", None)


def test_it_added_is_the_word_of_who_spoke_before(read: Read) -> None:
    text = "Russia's Defence Ministry said shells hit Horlivka. It added that shelling killed six people in Donetsk."
    origin = only(read(text), "casualties/killed").chain[-1]
    assert (origin.text, origin.name, origin.source_type) == ("It", "Russian Defence Ministry", "military")


def test_an_account_that_goes_on_keeps_its_speaker_and_says_so(read: Read) -> None:
    found = read("The army left Goma, Mayor Ana Ruiz said. Its soldiers attacked the market of Bukavu.")
    first, second = only(found, "control/withdraw").chain[-1], only(found, "violence/attack").chain[-1]
    assert (second.name, second.carried, first.carried) == (first.name, True, False)


@pytest.mark.parametrize(
    "after",
    [
        "But rebels had captured Bukavu.",
        "Rebels captured Bukavu in 2023.",
        "Reuters could not verify whether rebels had captured Bukavu.",
        "Rebels captured Bukavu on Sunday.",
    ],
)
def test_an_account_ends_where_the_outlet_speaks_itself(read: Read, after: str) -> None:
    claims = of_type(read(f"The army left Goma, Mayor Ana Ruiz said. {after}"), "control/capture")
    assert all("Ana Ruiz" not in chain(claim) for claim in claims)


def test_an_agency_that_is_the_outlet_is_no_second_link(read: Read) -> None:
    found = read("GOMA, May 3 (AFP) — Rebels captured Bukavu.", outlet="AFP")
    assert len(only(found, "control/capture").chain) == 1


def test_a_credit_line_is_no_link_of_a_chain(read: Read) -> None:
    found = read("Rebels captured Bukavu.\n\nWith reporting by AFP and Reuters")
    assert chain(only(found, "control/capture")) == ["Example Times"]


@pytest.mark.parametrize(
    ("text", "event", "links"),
    [
        ("An order to halt the convoys, a captain in Osh assured us, has gone out.", "halt", ["a captain in Osh"]),
        ("Two barges sank, says the harbour master, and a third is burning.", "burning", ["the harbour master"]),
        ("Gunmen raided the mill and, before dawn, two guards were killed, police said.", "raided", ["police"]),
        ("Rebels captured the ford; the bridge was bombed, the mayor says, at noon.", "captured", []),
        ("Shells hit the school, a nurse, Ana Ruiz, said, whereas the army spoke of an accident.", "hit", ["a nurse"]),
        ("“We fled at night,” said the baker, who lost two sons when shells hit the mill.", "hit", []),
        ("We demand that the militia leave the hospital.", "leave", []),
        ("Shells hit the mill, the miller told this newspaper.", "hit", ["the miller"]),
    ],
)
def test_who_speaks_between_commas_speaks_for_what_stands_around(text: str, event: str, links: list[str]) -> None:
    reading = Reading(Marker().mark(Document(text, outlet="Example Times")))
    token = next(token for token in reading.tokens if token.text == event)
    assert [link.text for link in put_at(reading, token).chain[1:]] == links


def test_after_a_semicolon_somebody_else_speaks_for_himself(read: Read) -> None:
    text = "The army said it had beaten off an attack on Kidal; an elder said that troops had left the village."
    assert chain(only(read(text), "control/withdraw"))[1:] == ["elder"]


def test_the_day_is_no_part_of_who_speaks(read: Read) -> None:
    claim = only(read("Mali's government on Monday admitted that rebels had captured Kidal."), "control/capture")
    assert claim.chain[-1].text == "Mali's government"


def test_a_country_that_heads_a_story_does_not_speak(read: Read) -> None:
    claim = only(read("MALI: Alliance says it has captured Kidal"), "control/capture")
    assert "MALI" not in chain(claim)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("A priest told The Savannan that rebels had captured Kidal.", ["Savannan", "priest"]),
        ("The colonel admitted to the Weekly Mail that rebels had captured Kidal.", ["Weekly Mail", "colonel"]),
        ("The movement says in El Faro that rebels captured Kidal.", ["El Faro", "movement"]),
        ("The colonel told parliament that rebels had captured Kidal.", ["colonel"]),
        ("Two versions go about: rebels captured Kidal, a nurse says.", ["nurse"]),
        ("Rebels captured Kidal, whatever the ministry says.", []),
        ("The ministry rejected the mayor's contention that rebels captured Kidal.", ["mayor"]),
        ("The garrison, by its own admission, captured Kidal.", ["garrison"]),
    ],
)
def test_who_passes_a_word_on_and_who_does_not(read: Read, text: str, links: list[str]) -> None:
    assert_chain(read, text, links)


def test_a_speaker_keeps_to_his_own_medium(read: Read) -> None:
    text = "The army posts on Telegram that it holds Gao; a nurse says rebels captured Kidal."
    assert chain(only(read(text), "control/capture"))[1:] == ["nurse"]


def test_a_town_that_heads_a_story_does_not_speak(read: Read) -> None:
    claim = only(read("IMPHAL: Rebels attacked a post in Jiribam on Monday, police said."), "violence/attack")
    assert chain(claim)[1:] == ["police"]


def test_the_name_of_a_body_is_whole_and_what_it_did_is_its_own(read: Read) -> None:
    text = "According to the Institute for Peace and Conflict Studies, which counted 46 deaths in Goma, it grew."
    assert chain(only(read(text), "casualties/killed"))[1:] == ["Institute for Peace and Conflict Studies"]


def test_a_group_that_only_heads_a_story_does_not_speak(read: Read) -> None:
    text = "Boko Haram: 18 villagers killed in Borno\nAt least 18 people were killed in Ngoshe, Borno, police said."
    assert all("Boko Haram" not in chain(one) for one in read(text))


def test_deaths_that_are_reported_are_no_hearsay(read: Read) -> None:
    claim = only(read("Cholera: 31,000 cases and 580 deaths reported in 40 counties since May."), "casualties/killed")
    assert (claim.standing, len(claim.chain)) == ("asserted", 1)


def test_what_others_said_before_only_dates_what_a_speaker_owns_up_to(read: Read) -> None:
    text = (
        "The army acknowledged that it had left Bukavu, a day after the rebels said they had captured the mining town."
    )
    assert_chain(read, text, ["rebels"])


def test_our_forces_are_those_of_the_side_that_a_spokesman_speaks_for(read: Read) -> None:
    text = 'An army spokesman in Sudan, Nabil Fadl, was calm. "Our forces hold Babanusa," he said.'
    [agent] = [one for one in only(read(text), "control/hold").parties if one.role == "agent"]
    assert agent.name == "Sudanese government’s forces"
