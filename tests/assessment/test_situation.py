"""The sections of a brief."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment import assess
from vedette.model import Claim, Line, Note, Situation

CLAIMS = st.lists(
    st.builds(
        claim,
        name=st.sampled_from(
            ["control/enter", "control/capture", "violence/attack", "assessment/judge", "relation/backs"]
        ),
        agent=st.sampled_from(["rebels", "the army", None]),
        place=st.sampled_from(["Homs", "Hama", None]),
        standing=st.sampled_from(["asserted", "denied", "negated", "forecast", "unverified"]),
        origin=st.sampled_from([None, "Reuters"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


def line(situation: Situation, key: str) -> Line:
    """The only line of a section."""
    (section,) = [one for one in situation.sections if one.key == key]
    (only,) = section.lines
    return only


def bearing(*claims: Claim) -> dict[str, list[tuple[str, str]]]:
    """For each line its notes, with the ids of their claims."""
    lines = [row for section in assess(claims).sections for row in section.lines]
    return {row.lead.id: [(note.relation, note.claim.id) for note in row.notes] for row in lines if row.notes}


def test_a_forecast_is_kept_apart_from_facts() -> None:
    keys = [section.key for section in assess([claim(standing="forecast"), claim()]).sections]
    assert keys == ["control", "ahead"]


def test_a_denial_stands_beside_what_it_denies() -> None:
    told, denial = claim(), claim(standing="denied", origin="the ministry")
    situation = assess([told, denial])
    assert line(situation, "denied").beside == (told,)
    assert line(situation, "control").notes == (Note("denied", denial),)


def test_a_denied_tie_needs_no_place() -> None:
    told = claim("relation/backs", agent="Turkey", place=None)
    denial = claim("relation/backs", agent="Turkey", place=None, standing="denied", origin="Turkey")
    assert line(assess([told, denial]), "denied").beside == (told,)


def test_rival_sides_at_one_place_contest_it() -> None:
    taken = claim("control/capture", agent="M23")
    held = claim("control/hold", agent="Congolese army", origin="Kinshasa")
    assert bearing(taken, held) == {taken.id: [("contested", held.id)], held.id: [("contested", taken.id)]}


def test_a_later_figure_of_the_same_mouth_is_a_revision() -> None:
    days = document("17 dead.", published="2025-01-28"), document("100 dead.", published="2025-01-29")
    first = claim("casualties/killed", None, people=17, origin="hospitals", of=days[0])
    later = claim("casualties/killed", None, people=100, origin="hospitals", of=days[1])
    assert bearing(first, later) == {first.id: [("later", later.id)], later.id: [("earlier", first.id)]}


def test_tellings_of_one_event_share_a_line_with_their_origins_counted() -> None:
    two = [claim(of=document("Rebels entered Homs from the north on Friday evening.", outlet)) for outlet in "AB"]
    only = line(assess(two), "control")
    assert (len(only.claims), only.origins) == (2, 1)


@given(CLAIMS)
def test_every_claim_stands_on_one_line_of_one_section(claims: list[Claim]) -> None:
    shown = Counter(one.id for section in assess(claims).sections for row in section.lines for one in row.claims)
    assert shown == Counter(one.id for one in claims)


@given(CLAIMS)
def test_the_order_of_claims_does_not_change_what_is_known(claims: list[Claim]) -> None:
    def told(situation: Situation) -> set[tuple[str, frozenset[str]]]:
        return {(section.key, one.id) for section in situation.sections for row in section.lines for one in row.claims}  # type: ignore[misc]

    assert told(assess(claims)) == told(assess(claims[::-1]))
