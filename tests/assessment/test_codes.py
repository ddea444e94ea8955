"""What the codebooks call a claim."""

from dataclasses import replace
from typing import Any, get_args

import pytest

from tests.made import claim, document
from vedette.assessment.codes import codes, inter_code
from vedette.lexicon.codebooks import CodeEntry, acled_types, code_entries
from vedette.lexicon.loader import load
from vedette.model import Claim, Party, PartyType, Place

PLOVER = {
    "AGREE": {"agree", "offer", "promise"}, "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(), "CONCEDE": {"ceasefire", "withdraw"}, "COOPERATE": set(), "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"}, "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"}, "THREATEN": set(),
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"}, "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"},
    "ASSAULT": {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"},
}  # fmt: skip
TABLE = load("codebooks", CodeEntry)


def party(role: str, text: str, type_: PartyType | None = None, actor: str | None = None) -> Party:
    return Party(role, text, 0, len(text), actor, text, None, type_)


def made(name: str, *parties: Party, country: str = "CD", **other: Any) -> Claim:  # noqa: ANN401 - any field of a claim
    place = Place("at", "Masisi", 0, 4, name="Masisi", country=country, precision="settlement")
    return replace(claim(name), parties=parties, places=(place,), **other)


def acled(one: Claim) -> str | None:
    found = codes([one])[one.id]["acled"]
    return str(found["sub_event_type"]) if found else None


@pytest.mark.parametrize("entry", TABLE, ids=lambda one: f"{one.kind} {one.types[0]} {one.acled or one.plover}")
def test_every_code_is_one_of_its_codebook(entry: CodeEntry) -> None:
    assert not entry.acled or entry.acled in acled_types()
    assert not entry.plover or (entry.plover[1] in {"", *PLOVER[entry.plover[0]]})
    assert not entry.cameo or 1 <= int(entry.cameo) <= 20
    assert {*entry.near} <= {"acled", "plover", "cameo"} and entry.manner in {"", "peaceful", "exchange", "announced"}


def test_no_row_of_the_table_is_behind_one_that_always_fits() -> None:
    for entries in code_entries().values():
        assert all(one.doer or one.target or one.manner for one in entries[:-1])


@pytest.mark.parametrize(
    ("name", "parties", "sub_event"),
    [
        ("control/capture", (party("agent", "M23", "armed", "m23"),), "Non-state actor overtakes territory"),
        ("control/capture", (party("agent", "the army", "armed"),), "Government regains territory"),
        ("control/capture", (party("agent", "Rwanda", "state", "rwanda"),), "Non-state actor overtakes territory"),
        ("violence/attack", (party("agent", "gunmen", "armed"), party("target", "villagers", "civilian")), "Attack"),
        ("violence/attack", (party("agent", "gunmen", "armed"), party("target", "soldiers", "armed")), "Armed clash"),
        ("violence/attack", (party("agent", "police", "armed"), party("target", "protesters", "crowd")),
         "Excessive force against protesters"),
        ("violence/killing", (party("agent", "a mob", "crowd"), party("target", "a man", "civilian")), "Mob violence"),
        ("violence/shelling", (), "Shelling/artillery/missile attack"),
        ("unrest/protest", (party("agent", "students", "civilian"),), "Peaceful protest"),
        ("displacement/flee", (party("agent", "residents", "civilian"),), None),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_decides_the_sub_event_type(name: str, parties: tuple[Party, ...], sub_event: str) -> None:
    assert acled(made(name, *parties)) == sub_event


def test_without_a_fight_it_is_a_transfer() -> None:
    about = document("Rebels took Masisi without a fight.")
    one = made(
        "control/capture",
        party("agent", "Rebels", "armed"),
        document=about,
        evidence=about.quote(0, len(about.text)),
    )
    assert acled(one) == "Non-violent transfer of territory"


def test_what_is_taken_back_within_a_day_was_a_clash() -> None:
    rebels, army = (replace(party("agent", name, "armed"), side=name) for name in ("rebels", "army"))
    taken, back = made("control/capture", rebels), made("control/capture", army)
    late = replace(back, time=replace(back.time, first="2024-12-12", last="2024-12-12"))  # type: ignore[type-var]
    found = codes([taken, back])
    assert {one["acled"]["sub_event_type"] for one in found.values()} == {"Armed clash"}
    assert codes([taken, late])[taken.id]["acled"]["sub_event_type"] == "Non-state actor overtakes territory"


@pytest.mark.parametrize("standing", ["denied", "negated", "planned", "forecast", "hypothetical", "demanded"])
def test_what_is_not_said_to_have_happened_has_no_acled_code(standing: Any) -> None:  # noqa: ANN401 - a Standing
    one = made("violence/airstrike", party("agent", "Israeli jets", "armed"), standing=standing)
    assert codes([one])[one.id]["acled"] is None and codes([one])[one.id]["plover"]["auxiliary"]


def test_an_announced_withdrawal_is_another_event_than_one_that_took_place() -> None:
    done, announced = (
        made("movement/withdraw", party("agent", "Russia", "state"), standing=one) for one in ("asserted", "planned")
    )
    assert [codes([one])[one.id]["plover"]["event"] for one in (done, announced)] == ["RETREAT", "CONCEDE"]


def test_the_lower_code_stands_first_in_the_interaction() -> None:
    one = made("violence/attack", party("agent", "bandits", "armed"), party("target", "soldiers", "armed"))
    assert codes([one])[one.id]["acled"] | {"exact": None} == {
        "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
        "inter1": 3, "inter2": 1, "interaction": 13, "exact": None,
    }  # fmt: skip


def test_both_sides_of_a_clash_count() -> None:
    one = made("violence/clash", party("agent", "the army", "armed"), party("agent", "rebels", "armed"))
    assert codes([one])[one.id]["acled"]["interaction"] == 12 and codes([one])[one.id]["ucdp"] == {
        "type_of_violence": 1
    }


@pytest.mark.parametrize(
    ("parties", "kind"),
    [
        ((party("agent", "gunmen", "armed"), party("target", "farmers", "civilian")), 3),
        ((party("agent", "herders", "civilian"), party("target", "militiamen", "armed")), 2),
        ((party("agent", "soldiers", "armed"), party("target", "rebels", "armed")), 1),
    ],
)
def test_ucdp_tells_whether_a_state_fights(parties: tuple[Party, ...], kind: int) -> None:
    one = made("violence/attack", *parties)
    assert codes([one])[one.id]["ucdp"] == {"type_of_violence": kind}


@pytest.mark.parametrize(("country", "inter"), [("RW", 1), ("CD", 8), (None, 1)])
def test_forces_of_a_state_are_external_abroad(country: str | None, inter: int) -> None:
    assert inter_code(party("agent", "Rwandan troops", "armed", "rwanda"), country) == inter


def test_every_party_type_has_a_code_or_none_on_purpose() -> None:
    none = {one for one in get_args(PartyType) if inter_code(party("target", "Xyz", one), "CD") is None}
    assert none == {"armed", "unknown"}
