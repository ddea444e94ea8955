"""Claims of one happening are joined, whatever they make of it; the outcome never depends on the order of reading."""

from hypothesis import given, settings
from hypothesis import strategies as st

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
