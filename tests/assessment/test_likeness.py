"""When two claims speak of the same thing."""

import pytest

from tests.made import claim
from vedette.assessment.likeness import same_event, times_fit


def test_a_claim_is_like_itself() -> None:
    assert same_event(claim(), claim())


@pytest.mark.parametrize(
    "other",
    [
        claim("control/capture"),
        claim(place="Hama"),
        claim(standing="unverified"),
        claim(day="2024-12-20"),
        claim(agent="the army"),
        claim(people=12),
    ],
    ids=["type", "place", "standing", "time", "party", "figure"],
)
def test_another_slot_makes_another_line(other: object) -> None:
    assert not same_event(claim(), other)  # type: ignore[arg-type]


def test_rebels_and_syrian_rebels_at_one_place_are_the_same() -> None:
    assert same_event(claim(agent="rebels"), claim(agent="Syrian rebels"))


def test_a_telling_without_the_doer_joins_the_one_with_it() -> None:
    assert same_event(claim(), claim(agent=None))


def test_times_fit_within_two_days_and_an_unknown_time_fits_any() -> None:
    assert times_fit(claim(day="2024-12-07"), claim(day="2024-12-09"))
    assert not times_fit(claim(day="2024-12-07"), claim(day="2024-12-10"))
    assert times_fit(claim(day=None), claim(day="2020-01-01"))
