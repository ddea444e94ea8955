"""Two claims that cannot both be true stand beside each other, whoever says what; a revision or a change does not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.contradictions import Contradictions, contradictions
from vedette.assessment.events import Events
from vedette.model import Claim, Contradiction, Party, Quantity


def found(*claims: Claim) -> list[tuple[str, Claim, Claim]]:
    events = Events()
    events.update(claims)
    return [(one.kind, one.left, one.right) for one in contradictions(events)]


def by(side: str, text: str = "", **slots: object) -> Claim:
    """A claim of a side's deed, told by a source."""
    told = claim(agent=None, of=document(text or f"{side} {slots}."), **slots)  # type: ignore[arg-type]
    return replace(told, parties=(Party("agent", side, 0, len(side), side.casefold(), side, side, "armed"),))


def counted(number: float, of: str, **more: object) -> Claim:
    told = claim("casualties/killed", agent=None, origin=of, of=document(f"{number:g} people died in Homs, {of} said."))
    figure = Quantity(f"{number:g}", 0, 2, number, number, number, "exact", "person", "flow", scope="on Friday")
    return replace(told, quantity=replace(figure, **more))  # type: ignore[arg-type]


def test_a_denial_stands_against_what_another_tells_on_the_same() -> None:
    told, denial = claim(origin="the rebels"), claim(standing="denied", origin="the ministry")
    assert found(told, denial) == [("standing", told, denial)]


def test_who_takes_back_what_he_said_contradicts_nobody() -> None:
    assert not found(claim(origin="the ministry"), claim(standing="denied", origin="the ministry"))


def test_officers_who_did_not_flee_say_nothing_against_families_who_did() -> None:
    family, police = (Party("agent", who, 0, 8, type="person") for who in ("families", "officers"))
    told = replace(claim("displacement/flee", agent=None, origin="a nurse"), parties=(family,))
    denial = claim("displacement/flee", agent=None, standing="denied", origin="the police", of=told.document)
    assert not found(told, replace(denial, parties=(police,)))


def test_who_denies_to_have_done_it_says_nothing_against_those_who_name_nobody() -> None:
    told = claim("violence/shelling", agent=None, origin="a doctor", of=document("Shells fell on Homs."))
    assert not found(told, by("Army", name="violence/shelling", standing="denied", origin="the army"))


def test_a_denial_that_only_points_back_is_the_word_of_who_denies_and_of_nothing_else_there() -> None:
    said, held = (
        claim("control/capture", origin="a spokesman"),
        claim("control/hold", agent="soldiers", origin="a nurse"),
    )
    speaker = Party("speaker", "The army", 0, 8, side="Army")
    bare = replace(claim("statement/deny", agent=None, place=None), parties=(speaker,), denies=(said.id,))
    assert found(said, bare) == [("standing", said, bare)]
    lost = replace(claim("control/lose", agent=None, standing="denied", origin="the army"), denies=(held.id,))
    assert not found(held, lost)


def test_what_is_told_only_to_be_called_a_lie_is_what_others_tell() -> None:
    theirs = claim(
        "control/capture", origin="a rebel", of=document("A rebel said rebels took Homs.", outlet="Rebel Radio")
    )
    about = document("The claim that rebels took Homs is a lie.", outlet="Army Gazette")
    told = claim("control/capture", of=about)
    bare = replace(claim("statement/deny", agent=None, place=None, of=about), denies=(told.id,))
    assert [(kind, {one, other}) for kind, one, other in found(theirs, told, bare)] == [("standing", {theirs, bare})]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (counted(12, "police"), counted(30, "the mayor")),
        (counted(12, "police"), counted(30, "the mayor", quantifier="approximately", low=None, high=None)),
    ],
)
def test_two_counts_of_the_same_people_by_two_voices_exclude_each_other(left: Claim, right: Claim) -> None:
    assert [kind for kind, *_ in found(left, right)] == ["figure"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (counted(12, "police"), counted(30, "police")),
        (counted(12, "police"), counted(12, "the mayor")),
        (counted(12, "police"), counted(8, "the mayor", low=8, best=None, high=None, quantifier="at-least")),
        (counted(12, "police"), counted(30, "the mayor", low=30, best=None, high=None, quantifier="at-least")),
        (counted(12, "police"), counted(3, "the mayor", population="child")),
        (counted(12, "police"), counted(3, "the mayor", scope="since Monday")),
        (counted(12, "police"), counted(30, "the army", population="combatant")),
    ],
    ids=["one voice", "same", "fits", "so far", "some of them", "another scope", "only the fighters"],
)  # fmt: skip
def test_counts_that_fit_or_are_of_something_else_do_not(left: Claim, right: Claim) -> None:
    assert not found(left, right)


def test_two_doers_of_one_deed() -> None:
    words = "Shells hit the grain silo behind the old brewery in Homs."
    left, right = (
        by(side, f"{side}: {words}", name="violence/shelling", origin=f"{side} foes") for side in ("Reds", "Blues")
    )
    assert [kind for kind, *_ in found(left, right)] == ["perpetrator"]


def test_two_who_have_one_place_at_one_time() -> None:
    taken = by("Reds", name="control/capture", origin="the Reds")
    held = by("Blues", name="control/hold", origin="the Blues")
    assert [kind for kind, *_ in found(taken, held)] == ["control"]


@pytest.mark.parametrize(("held", "day"), [("control/capture", "2024-12-12"), ("control/hold", "2024-12-04")])
def test_a_place_that_changes_hands_is_no_contradiction(held: str, day: str) -> None:
    taken = by("Reds", name="control/capture", origin="the Reds")
    assert not found(taken, by("Blues", name=held, origin="the Blues", day=day))


CLAIMS = [
    by(side, name=name, origin=source, day=f"2024-12-0{day}", standing=standing)
    for name in ("control/capture", "control/hold", "violence/shelling")
    for side in ("Reds", "Blues")
    for source in ("Ada", "Ben")
    for day in (1, 2)
    for standing in ("asserted", "denied")
]
NUMBERS = range(len(CLAIMS))


@settings(max_examples=25, deadline=None)
@given(st.permutations(NUMBERS), st.sets(st.sampled_from(NUMBERS)))
def test_updates_add_up_to_what_all_at_once_gives(order: list[int], gone: set[int]) -> None:
    events = Events()
    kept = Contradictions(events)
    for nth, at in enumerate(order):
        events.update([CLAIMS[at]])
        if nth % 9 == 0:
            kept.results()
    events.update(removed=[CLAIMS[at] for at in gone])
    fresh = Events()
    fresh.update([one for at, one in enumerate(CLAIMS) if at not in gone])
    assert named(kept) == named(Contradictions(fresh))


def named(of: Contradictions) -> dict[str, list[Contradiction]]:
    return {id_: list(ones) for id_, ones in of.results().items()}


def test_who_says_we_hold_it_contradicts_who_says_that_others_took_it() -> None:
    taken = by("M23", name="control/capture", origin="a priest", day="2025-01-27")
    ours = claim("control/hold", agent=None, origin="Congolese army", source_type="military", day="2025-01-27")
    ours = replace(ours, parties=(Party("agent", "Our forces", 0, 10, type="armed"),))
    assert [kind for kind, *_ in found(taken, ours)] == ["control"]


def test_a_place_that_was_retaken_was_taken_before() -> None:
    first = by("M23", name="control/capture", origin="a priest", day="2025-01-27")
    text = "The army retook Goma."
    again = by("Army", text, name="control/capture", origin="a trader", day="2025-01-27")
    again = replace(again, trigger=again.document.quote(9, 15))
    assert not found(first, again)
