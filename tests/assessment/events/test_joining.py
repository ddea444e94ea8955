"""Claims of one happening are joined, whatever they make of it; the outcome never depends on the order of reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.conftest import Read
from tests.made import claim, document
from vedette.assessment.events import Events, join
from vedette.model import Claim, Judgement, Judgements, Standing

STANDINGS: tuple[Standing, ...] = ("asserted", "denied")
CLAIMS = [
    claim(name, agent, place, standing, day=f"2024-12-0{day}", of=document(f"{name} by {agent}, {place}, {day}."))
    for name in ("violence/attack", "violence/shelling", "control/enter")
    for agent in ("rebels", None)
    for place in ("Homs", "Hama")
    for day in (1, 2, 3)
    for standing in STANDINGS
]
NUMBERS = range(len(CLAIMS))


def told(events: Events) -> set[frozenset[str]]:
    return {frozenset(claim.id for claim in event.claims) for event in events.results().values()}


def judged(left: Claim, right: Claim, kind: str) -> Judgements:
    pair = frozenset({left.id, right.id})
    judgement = Judgement(kind, tuple(pair), "ada", "seen", "2024-12-09T00:00:00Z")  # type: ignore[arg-type]
    return Judgements(**{kind: {pair: judgement}})  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(st.permutations(NUMBERS), st.sets(st.sampled_from(NUMBERS)), st.sampled_from(("same", "apart")))
def test_updates_add_up_to_what_all_at_once_gives(order: list[int], gone: set[int], kind: str) -> None:
    kept = Events()
    rule = judged(CLAIMS[order[0]], CLAIMS[order[1]], kind)
    for nth, at in enumerate(order):
        kept.update([CLAIMS[at]], judgements=rule if nth == len(order) // 2 else None)
        if nth % 7 == 0:
            kept.results()
    kept.update(removed=[CLAIMS[i] for i in gone])
    fresh = Events()
    fresh.update([one for i, one in enumerate(CLAIMS) if i not in gone], judgements=rule)
    assert kept.results() == fresh.results()
    assert sum(len(event.claims) for event in fresh.results().values()) == len(CLAIMS) - len(gone)


def test_who_denies_it_stands_in_the_same_event_as_who_tells_it() -> None:
    said, denial = claim(), claim(standing="denied", origin="the ministry")
    (event,) = join([said, denial])
    assert event.told == (said,) and event.against == (denial,)


def test_what_people_judged_rules() -> None:
    one, other = claim(place="Homs"), claim(place="Hama")
    assert len(join([one, other])) == 2
    assert len(join([one, other], judged(one, other, "same"))) == 1
    twin = claim(place="Homs", of=document("Rebels entered Homs, too."))
    assert len(join([one, twin])) == 1
    assert len(join([one, twin], judged(one, twin, "apart"))) == 2


def joined(read: Read, *reports: str, kind: str) -> list[set[str]]:
    """The outlets of each happening of a kind that some reports tell."""
    claims = [one for one in read(reports) if one.kind == kind]
    return [{claim.document.outlet or "" for claim in event.claims} for event in join(claims)]


@pytest.mark.parametrize(
    ("kind", "reports"),
    [
        ("casualties", ("A: At least 20 soldiers were killed in Bambari on Sunday.",
                        "B: Rebels said 30 rebels were killed in Bambari on Sunday.")),
        ("casualties", ("A: Nine civilians were killed in Bambari on Sunday.",
                        "B: Nine soldiers were killed in Bambari on Sunday.")),
        ("casualties", ("A: Four policemen were killed in Bambari on Sunday.",
                        "B: A total of 28 policemen have been killed in Bambari since 2 January.")),
        ("control", ("A: The army holds Bambari.", "B: Bambari is held by UPC rebels.")),
        ("violence", ("A: UPC rebels attacked Bambari on Sunday.",
                      "B: The Central African army shelled Bambari on Sunday.")),
        ("control", ("A: UPC rebels have surrounded Bambari.", "B: The siege of Bambari was lifted on Monday.")),
        ("control", ("A: UPC rebels have surrounded Bambari.", "B: UPC rebels have cut the road to Bambari.")),
    ],
)  # fmt: skip
def test_other_people_other_holders_and_sums_over_time_are_kept_apart(
    kind: str, reports: tuple[str, ...], read: Read
) -> None:
    assert joined(read, *reports, kind=kind) in ([{"A"}, {"B"}], [{"B"}, {"A"}])


@pytest.mark.parametrize(
    "reports",
    [
        ("A: Rebels shelled Onkwari on Sunday.", "B: Rebels shelled Onkwari hospital on Sunday."),
        ("A: Rebels shelled Onkwari on Sunday.",
         "B: Aid is short in Goma. Rebels shelled the old Onkwari quarter with mortars on Sunday."),
    ],
    ids=["a site of a town that no gazetteer knows", "a name in the sentence goes before the scene"],
)  # fmt: skip
def test_a_place_is_known_by_its_name(reports: tuple[str, ...], read: Read) -> None:
    assert {"A", "B"} in joined(read, *reports, kind="violence")


def test_people_may_be_anybody(read: Read) -> None:
    reports = "A: Nine people were killed in Bambari on Sunday.", "B: Nine soldiers were killed in Bambari on Sunday."
    assert joined(read, *reports, kind="casualties") == [{"A", "B"}]


def test_what_does_not_say_who_died_is_no_bridge_between_those_who_did(read: Read) -> None:
    told = joined(
        read, "A: At least 20 soldiers were killed in Bambari on Sunday.", "B: Bodies lay in Bambari on Sunday.",
        "C: Thirty insurgents were killed in Bambari on Sunday.", kind="casualties",
    )  # fmt: skip
    assert not any({"A", "C"} <= outlets for outlets in told)
