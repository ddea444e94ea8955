"""The slots of a claim: parties in roles, places, times, figures."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only, where, who


def test_each_town_taken_is_a_claim_of_its_own(read: Read) -> None:
    found = of_type(read("Rebels captured Aleppo, Hama and Homs."), "control/capture")
    assert sorted(where(claim)[0] for claim in found) == ["Aleppo", "Hama", "Homs"]


def test_the_passive_is_undone(read: Read) -> None:
    claim = only(read("Bukavu was captured by M23 rebels."), "control/capture")
    assert claim.parties[0].text == "M23 rebels" and where(claim) == ["Bukavu"]


def test_people_flee_from_somewhere_toward_somewhere(read: Read) -> None:
    claim = only(read("Civilians fled from Homs toward Latakia and Tartus."), "displacement/flee")
    assert where(claim, "from") == ["Homs"] and where(claim, "toward") == ["Latakia", "Tartus"]


def test_ministers_of_several_states_stand_for_their_states(read: Read) -> None:
    claim = only(read("The foreign ministers of Kenya, Uganda and Rwanda met in Nairobi."), "diplomacy/meet")
    assert who(claim, "agent") == ["Kenya", "Uganda", "Rwanda"] and where(claim) == ["Nairobi"]


def test_each_figure_is_a_claim_of_its_own(read: Read) -> None:
    found = read("The blast killed 12 people and wounded 30 in Bukavu.")
    assert only(found, "casualties/killed").quantity.best == 12  # type: ignore[union-attr]
    assert only(found, "casualties/injured").quantity.best == 30  # type: ignore[union-attr]


def test_those_included_are_counted_apart(read: Read) -> None:
    found = of_type(read("Shelling killed 20 people, including three children."), "casualties/killed")
    assert sorted(claim.quantity.best for claim in found if claim.quantity) == [3, 20]  # type: ignore[type-var]


def test_a_stock_counts_people_who_are_displaced_and_a_flow_those_who_flee(read: Read) -> None:
    stock = only(read("Some 40,000 people have been displaced in Bukavu."), "displacement/displaced")
    flow = only(read("Some 40,000 people fled Bukavu."), "displacement/flee")
    assert (stock.quantity.measure, flow.quantity.measure) == ("stock", "flow")  # type: ignore[union-attr]


def test_a_time_in_the_clause_wins_over_the_day_it_was_said(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu on Sunday, the mayor said on Tuesday."), "control/capture")
    assert claim.time is not None and claim.time.first == "2025-01-26"


def test_two_weeks_after_something_it_was_two_weeks_ago(read: Read) -> None:
    claim = only(
        read("The raid comes two weeks after gangs stormed Kenscoff.", published="2025-11-18"), "violence/attack"
    )
    assert claim.time is not None and (claim.time.first, claim.time.last) == ("2025-11-03", "2025-11-05")


def test_where_the_dead_are_taken_is_not_where_they_died(read: Read) -> None:
    text = "Rebels killed nine villagers in Sake. The bodies were brought to a hospital in Goma."
    assert all(where(one) != ["Goma"] for one in of_type(read(text), "casualties/killed"))


def test_a_town_in_a_township_is_one_place(read: Read) -> None:
    found = of_type(read("Rebels captured Sinbo village in Monywa Township, Myanmar."), "control/capture")
    assert [where(one) for one in found] == [["Sinbo"]]


def test_who_tells_what_he_saw_tells_of_his_town(read: Read) -> None:
    for teller in ("Residents in Sake said", "Jean Musa, the mayor of Sake, said"):
        told = only(read(f"M23 shelled Goma. {teller} that gunmen set fire to 12 homes."), "violence/destruction")
        assert where(told) == ["Sake"]


def test_who_is_accused_killed_and_not_who_accuses(read: Read) -> None:
    found = of_type(
        read("A Hamas official accused Israel of breaking the truce, killing 38 people."), "casualties/killed"
    )
    assert [who(one, "agent") for one in found] == [["Israel"]]


def test_those_taken_hostage_are_not_dead(read: Read) -> None:
    text = "In the raid on Bor 12 people were killed and 25 taken hostage."
    [dead] = of_type(read(text), "casualties/killed")
    assert dead.quantity is not None and dead.quantity.best == 12


def test_without_its_own_time_an_event_has_the_day_it_was_said(read: Read) -> None:
    claim = only(read("The mayor said on Tuesday that rebels had captured Bukavu."), "control/capture")
    assert claim.time is not None and claim.time.first == "2025-01-28"


def test_without_any_time_the_publication_stands_in(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu."), "control/capture")
    assert claim.time is not None and (claim.time.text, claim.time.precision) == (None, "published")
    assert only(read("Rebels captured Bukavu.", published=None), "control/capture").time is None


def test_a_participle_shares_place_and_time_of_its_verb(read: Read) -> None:
    claim = only(read("Drones struck a hospital in Sumy overnight, killing eight people."), "casualties/killed")
    assert where(claim) == ["Sumy"] and claim.time is not None and claim.time.text == "overnight"


def test_the_city_is_the_one_named_before(read: Read) -> None:
    claim = only(read("Fighting raged around Bukavu. Rebels captured the city on Sunday."), "control/capture")
    assert (claim.places[0].text, claim.places[0].name) == ("the city", "Bukavu")


def test_each_site_listed_is_a_claim_of_its_own(read: Read) -> None:
    text = "Russia has bases in Syria, including an air base at Hmeimim and a naval facility at Tartus."
    found = {claim.type: where(claim) for claim in read(text) if claim.kind == "asset"}
    assert found["air-base"] == ["Hmeimim"] and found["naval-base"] == ["Tartus"]


def test_a_title_gives_an_office_and_a_command_gives_a_leader(read: Read) -> None:
    found = read("The RSF, led by General Mohamed Hamdan Dagalo, attacked El Obeid.")
    claim = only(found, "relation/leads")
    assert "Dagalo" in who(claim, "leader")[0] and who(claim, "object") == ["Rapid Support Forces"]


def test_a_designation_lists_its_designators(read: Read) -> None:
    claim = only(read("The group is considered a terrorist organisation by Canada and Japan."), "relation/designates")
    assert who(claim, "designator") == ["Canada", "Japan"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels captured the town of Lashio.", "captured"),
        ("Rebels took full control of Lashio.", "took"),
        ("The army pulled out of Lashio.", "pulled out"),
    ],
)
def test_a_claim_quotes_the_words_that_report_its_event(read: Read, text: str, words: str) -> None:
    assert {claim.trigger.text for claim in read(text) if claim.trigger} == {words}


def test_guards_held_hostage_by_inmates_hold_nobody(read: Read) -> None:
    claim = only(read("All 178 guards held hostage by inmates in seven jails have been freed."), "violence/abduction")
    assert (who(claim, "agent"), who(claim, "target")) == (["inmates"], ["All 178 guards"])


def test_who_is_shot_dead_in_a_headline_shot_nobody(read: Read) -> None:
    claim = only(read("Prosecutor investigating TV attack shot dead in Guayaquil"), "violence/killing")
    assert (who(claim, "agent"), who(claim, "target")) == ([], ["Prosecutor"])


def test_those_who_are_told_to_act_are_not_those_acted_on(read: Read) -> None:
    text = "The president named 22 gangs as terrorists and ordered the armed forces to attack them."
    assert "armed forces" not in who(only(read(text), "violence/attack"), "target")


def test_who_is_accused_of_arming_armed_and_who_accuses_speaks(read: Read) -> None:
    claim = only(read('The general accused "some countries" of supplying the M23 with drones.'), "relation/arms")
    assert (who(claim, "backer"), who(claim, "object")) == (["some countries"], ["M23"])
    assert claim.chain[-1].text == "The general"


def test_who_is_a_member_along_with_another_is_no_member_of_it(read: Read) -> None:
    text = "The TNLA is a member of the Three Brotherhood Alliance, along with the Arakan Army."
    assert who(only(read(text), "relation/member-of"), "object") == ["Three Brotherhood Alliance"]


def test_after_a_semicolon_another_day_is_told(read: Read) -> None:
    text = "On 4 March the militia overran Nasir; on 7 March a helicopter evacuating soldiers came under fire."
    time = only(read(text, published="2025-03-18"), "violence/attack").time
    assert time is not None and time.first == "2025-03-07"


def test_cattle_are_no_people(read: Read) -> None:
    found = of_type(read("Clashes in Duk left 11 people dead and 2,000 head of cattle stolen."), "casualties/killed")
    assert [one.quantity.best for one in found if one.quantity] == [11.0]


def test_a_word_for_when_is_no_part_of_who_did_it(read: Read) -> None:
    claim = only(read("Five people died when suspected militants attacked Jiribam."), "violence/attack")
    assert who(claim, "agent") == ["suspected militants"]
