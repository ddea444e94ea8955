"""Speech acts and judgements as claims."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import chain, of_type, only, who


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia's foreign minister declined to comment.", "statement/decline"),
        ("The African Union condemned the coup in Niger.", "statement/condemn"),
        ("Rwanda denied supporting the M23.", "statement/deny"),
        ("Kinshasa accused Kigali of arming the rebels.", "statement/accuse"),
        ("The United Nations urged the rebels to leave Goma.", "statement/urge"),
        ("Al-Shabaab claimed responsibility for the bombing.", "statement/claim-responsibility"),
        ("UNICEF warned that famine would spread in Darfur.", "assessment/warn"),
    ],
)
def test_a_speech_act_is_a_claim(read: Read, text: str, kind: str) -> None:
    assert who(only(read(text), kind), "speaker")


def test_what_a_witness_says_gives_the_event_and_no_speech_act(read: Read) -> None:
    assert not of_type(read("Witnesses said rebels had captured Bukavu."), "statement/say")


def test_an_expert_judges(read: Read) -> None:
    claim = only(read("The front is a shambles, an analyst said."), "assessment/judge")
    assert "analyst" in chain(claim)[-1]


def test_an_expert_who_looks_ahead_forecasts(read: Read) -> None:
    assert only(read("The front will be quiet in winter, analysts said."), "assessment/forecast").standing == "forecast"


def test_what_a_monitor_announces_is_a_statement(read: Read) -> None:
    claims = read("The Syrian Observatory for Human Rights announced that the front is a shambles.")
    assert only(claims, "statement/announce").standing == "asserted"
    assert not of_type(claims, "assessment/announce")


def test_media_are_links_and_no_speakers(read: Read) -> None:
    assert not of_type(read("Reuters reported that rebels had captured Bukavu."), "statement/say")


def test_a_speech_act_through_a_medium_keeps_the_medium(read: Read) -> None:
    claim = only(read("General Burhan told Al Jazeera that the war was nearly over."), "statement/say")
    assert chain(claim) == ["Example Times", "Al Jazeera"]


def test_a_dismissal_is_one_speech_act(read: Read) -> None:
    found = of_type(read('An army spokesman dismissed the reports as "propaganda".'), "statement/deny")
    assert len(found) == 1


def test_what_is_told_to_the_outlet_itself_names_it_once(read: Read) -> None:
    claim = only(read('"The market is empty," Mayor Jean Roe told Example Times by phone.'), "statement/say")
    assert chain(claim) == ["Example Times"]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State claimed the attack in Pemba.",
        "Islamic State has claimed a string of attacks in Pemba.",
        "Islamic State claimed responsibility for the bombing that killed 12 people in Pemba.",
        "Islamic State claimed responsibility on Telegram for the car bombing in Pemba.",
        "The bombing in Pemba was claimed by Islamic State.",
    ],
)
def test_who_claims_a_deed_did_it_by_his_own_word(read: Read, text: str) -> None:
    deed = next(claim for claim in read(text) if claim.kind == "violence")
    assert who(deed, "agent") == ["Islamic State"]
    assert deed.standing == "asserted"
    assert chain(deed)[-1] == "Islamic State"


def test_what_nobody_claims_is_told_by_the_outlet(read: Read) -> None:
    deed = next(claim for claim in read("No group has claimed the blast in Quetta.") if claim.kind == "violence")
    assert not who(deed, "agent")
    assert len(deed.chain) == 1


def test_who_says_that_a_report_is_false_denies_it_once(read: Read) -> None:
    acts = [claim for claim in read("The army said the report was false.") if claim.kind == "statement"]
    assert [(claim.type, claim.trigger and claim.trigger.text) for claim in acts] == [("deny", "false")]
