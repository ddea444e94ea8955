"""How a claim is put."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only
from vedette.claims import put_at
from vedette.claims.put import Put
from vedette.claims.reading import Reading
from vedette.mentions import Marker
from vedette.model import Document


def _put(marker: Marker, text: str, *words: str) -> Put:
    """How the first of some words that stands in a text is put."""
    reading = Reading(marker.mark(Document(text, outlet="Example Times")))
    return put_at(reading, next(token for token in reading.tokens if token.text in words))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Rebels captured Bukavu.", "asserted"),
        ("Rebels did not capture Bukavu.", "negated"),
        ("The ministry denied that rebels had captured Bukavu.", "denied"),
        ("Rebels may capture Bukavu.", "forecast"),
        ("Rebels will not capture Bukavu before the rains, an analyst predicted.", "forecast"),
        ("Rebels would capture Bukavu, the mayor warned, if nobody held the bridge.", "hypothetical"),
        ("Rebels may have captured Bukavu.", "possible"),
        ("Rebels will capture Bukavu, analysts predict.", "forecast"),
        ("Rebels reportedly captured Bukavu.", "unverified"),
        ("If rebels capture Bukavu, the border will close.", "hypothetical"),
        ("Rebels tried to capture Bukavu.", "attempted"),
        ("Rebels failed to capture Bukavu.", "negated"),
        ("Rebels plan to capture Bukavu.", "planned"),
        ("The general ordered his troops to capture Bukavu.", "planned"),
        ("Medics confirmed that rebels had captured Bukavu.", "confirmed"),
        ("The army confirmed that rebels had captured Bukavu.", "admitted"),
        ("Rebels are said to have captured Bukavu.", "unverified"),
        ("The army will capture Bukavu so long as it has fuel.", "hypothetical"),
        ("Rebels are expected to try to capture Bukavu.", "forecast"),
        ("Rebels are likely to capture Bukavu.", "forecast"),
        ("Rebels are likely to have captured Bukavu.", "probable"),
        ("Rebels would capture Bukavu if the army left.", "hypothetical"),
        ("The spokesman at first said rebels had captured Bukavu.", "superseded"),
        ("Contrary to some reports, rebels did not capture Bukavu.", "denied"),
        ("Villagers said rebels had captured Bukavu. The army said rebels had not captured Bukavu.", "denied"),
        ("The army said it would capture Bukavu.", "planned"),
    ],
)
def test_the_words_around_an_event_set_its_standing(read: Read, text: str, standing: str) -> None:
    assert of_type(read(text), "control/capture")[-1].standing == standing


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The army said two of its soldiers died near Sake.", "admitted"),
        ("The army said two militants died near Sake.", "asserted"),
        ("A general conceded that five villagers were killed in Sake.", "admitted"),
        ("Not one villager was killed in Sake.", "negated"),
        ("The brigade confirmed that two men died near Sake.", "admitted"),
        ("Two soldiers lost their lives in Sake, the army said.", "admitted"),
        ("Three Algerian drivers were killed near Sake, the Algerian presidency said.", "asserted"),
        ("The ministry confirmed that forty-seven civilians were killed in Sake.", "confirmed"),
        ("Forty-seven people, among them six soldiers, were killed in Sake, the ministry said.", "asserted"),
        ("A rebel spokesman said that twenty soldiers were killed in Sake.", "asserted"),
        ("A rebel commander said that nine fighters were killed in Sake.", "admitted"),
        ("Eight Kenyan soldiers were killed in Sake, Kenya's defence ministry said.", "admitted"),
        ("Eight Kenyan soldiers were killed in Sake, the Chadian army said.", "asserted"),
        ("An army officer who would not be named said that nine soldiers were killed in Sake.", "admitted"),
        ("The Observatory said that nine soldiers were killed in Sake.", "asserted"),
        ("Hamas confirmed that its military chief was killed in Sake.", "admitted"),
    ],
)
def test_own_losses_are_admitted(read: Read, text: str, standing: str) -> None:
    assert of_type(read(text), "casualties/killed")[0].standing == standing


@pytest.mark.parametrize(
    ("text", "word", "standing"),
    [
        ("The army has lost 23 men, a military spokesman said.", "lost", "admitted"),
        ("Russia has lost 23 men, the Ukrainian army said.", "lost", "asserted"),
        ("Government troops left the town of Sake, the governor said.", "left", "admitted"),
        ("A colonel told the radio that dozens of his soldiers had deserted.", "deserted", "admitted"),
        ("A Zairean officer said that Zairean soldiers had looted Uvira.", "looted", "admitted"),
        ("A Rwandan officer said that Zairean soldiers had looted Uvira.", "looted", "asserted"),
        ("A military helicopter crashed near Abeche, Chad's army said.", "crashed", "admitted"),
        ("Our side has two wounded, a captain said.", "wounded", "admitted"),
        ("Two helicopter gunships bombed a clinic in Pieri, the commissioner said.", "bombed", "asserted"),
        ("Five soldiers were killed in Sake, a hospital official said.", "killed", "asserted"),
        ("The ministry admitted that ten soldiers were killed in the attack on Sake.", "attack", "asserted"),
        ("The ministry dismissed the claim of the rebels that they had captured Sake.", "captured", "asserted"),
        ("A guard who was earlier declared dead is in a clinic at Sake.", "dead", "superseded"),
        ("The colonel may have fled to Sake, an official said.", "fled", "possible"),
        ("The mayor accused the rebels of having set the school on fire.", "fire", "asserted"),
    ],
)
def test_what_the_own_side_loses_or_does_wrong_is_admitted(marker: Marker, text: str, word: str, standing: str) -> None:
    assert _put(marker, text, word).standing == standing


def test_the_cue_is_quoted(read: Read) -> None:
    claim = only(read("Rebels reportedly captured Bukavu."), "control/capture")
    assert claim.standing_cue is not None and claim.standing_cue.text == "reportedly"


def test_two_negations_cancel_out(read: Read) -> None:
    assert only(read("Rebels did not fail to capture Bukavu."), "control/capture").standing == "asserted"


def test_a_denial_reaches_what_is_denied_and_not_its_reason(read: Read) -> None:
    found = read("Rwanda denied backing the M23 as rebels captured Bukavu.")
    assert only(found, "relation/backs").standing == "denied"
    assert only(found, "control/capture").standing == "asserted"


def test_an_intention_of_the_speaker_is_planned_and_no_forecast(read: Read) -> None:
    assert only(read("France will withdraw its troops from Chad."), "movement/withdraw").standing == "planned"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The army said that five trains would bring tanks to Gao in May.", "planned"),
        ("Sappers will clear the bridge of Gao on Monday.", "planned"),
        ("The garrison of Gao will probably clear the bridge.", "forecast"),
        ("An analyst expects that the garrison will clear the bridge.", "forecast"),
        ("The rebels will attack Gao again, the army said.", "forecast"),
        ("The dam at Gao will burst and will flood the market.", "forecast"),
    ],
)
def test_what_can_be_done_at_will_is_planned_unless_somebody_guesses(marker: Marker, text: str, standing: str) -> None:
    assert _put(marker, text, "bring", "clear", "attack", "flood").standing == standing


def test_who_answers_that_it_did_not_happen_denies_it(marker: Marker) -> None:
    assert _put(marker, "Nobody fired on the ferry, the admiral retorted.", "fired").standing == "denied"
    assert _put(marker, "Nobody fired on the ferry, the admiral said.", "fired").standing == "negated"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two soldiers died and one was wounded at Gao, the army said.", "wounded"),
        ("Sergeant Ali Roe died at Gao, the army said.", "died"),
        ("Our gunners hit the bus by mistake, the general said.", "hit"),
        ("The general did not deny that gas had been used at Gao.", "used"),
    ],
)
def test_own_men_and_own_errors_are_admitted(marker: Marker, text: str, word: str) -> None:
    assert _put(marker, text, word).standing == "admitted"


def test_of_two_clauses_side_by_side_neither_puts_the_other(marker: Marker) -> None:
    text = '"We lost two posts, we will get them back," the general said.'
    assert _put(marker, text, "lost").standing not in {"planned", "forecast"}


def test_people_who_may_flee_are_at_risk_and_forecast(read: Read) -> None:
    claim = only(read("Up to 60,000 people could be displaced by the offensive."), "displacement/at-risk")
    assert claim.standing == "forecast"


def test_blame_leaves_the_suspect_possible(read: Read) -> None:
    claim = of_type(read("The attack on Zurmi was blamed on bandits."), "violence/attack")[0]
    assert claim.standing == "possible"
    assert [party.text for party in claim.parties if party.role == "agent"] == ["bandits"]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Troops began to withdraw from Bukavu.", "begins"),
        ("Troops continued to withdraw from Bukavu.", "continues"),
        ("The army halted the shelling of Bukavu.", "ends"),
    ],
)
def test_beginning_and_ending_are_phases(read: Read, text: str, phase: str) -> None:
    assert phase in {claim.phase for claim in read(text)}


@pytest.mark.parametrize(
    ("text", "term", "low", "high"),
    [
        ("It is very likely that rebels captured Bukavu.", "very likely", 80, 95),
        ("Rebels probably captured Bukavu.", "likely", 55, 80),
        ("Rebels are unlikely to capture Bukavu.", "unlikely", 20, 45),
        ("Rebels are not likely to capture Bukavu.", "unlikely", 20, 45),
        ("Rebels will almost certainly capture Bukavu.", "almost certain", 95, 99),
        ("It is highly unlikely that rebels will capture Bukavu.", "very unlikely", 5, 20),
    ],
)
def test_words_of_likelihood_give_a_band_of_icd_203(read: Read, text: str, term: str, low: int, high: int) -> None:
    band = only(read(text), "control/capture").probability
    assert band is not None and (band.term, band.low, band.high) == (term, low, high)


@pytest.mark.parametrize("text", ["Rebels captured Bukavu.", "Rebels may capture Bukavu."])
def test_other_words_give_no_band(read: Read, text: str) -> None:
    assert only(read(text), "control/capture").probability is None


@pytest.mark.parametrize(
    "text",
    [
        "The army neither confirmed nor denied that rebels had captured Bukavu.",
        "The army did not deny that rebels had captured Bukavu.",
        "The army declined to confirm that rebels had captured Bukavu.",
        "The mayor did not say that rebels had captured Bukavu.",
    ],
)
def test_what_is_neither_confirmed_nor_denied_is_unverified(read: Read, text: str) -> None:
    assert only(read(text), "control/capture").standing == "unverified"


def test_who_confirms_the_attack_tells_of_it_too(read: Read) -> None:
    found = of_type(read("Rebels attacked Sake on Monday. Colonel Jean Roe confirmed the attack."), "violence/attack")
    confirmed = next(one for one in found if one.standing == "confirmed")
    assert (confirmed.chain[-1].name, [one.name for one in confirmed.places]) == ("Jean Roe", ["Sake"])
    assert len(found) == 2 and confirmed.same_as


def test_reports_that_say_what_they_report_do_not_point_back(read: Read) -> None:
    told = "The U.N. said 25,000 people fled Sake."
    text = f"{told} The Red Cross could not confirm reports that a hospital in Goma was hit."
    assert only(read(text), "displacement/flee").standing == "asserted"


def test_what_anyone_may_do_is_a_case_and_no_event(read: Read) -> None:
    told = read(
        "The United States said it would punish anyone who attacks the port. Anyone who attacked it was arrested."
    )
    assert [one.standing for one in told if one.type == "attack"] == ["hypothetical", "asserted"]
