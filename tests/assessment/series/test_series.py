"""Series of figures: what may stand in one, what revises what, and which figure stands now."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.conftest import Read
from tests.made import claim, document
from vedette.assessment.buckets import Buckets
from vedette.assessment.series import SeriesKey, series, series_keys, theatre_of
from vedette.model import Claim, Place, Quantifier, Quantity, Quote, Series, Standing, Time, TimePrecision

GOMA = Place("at", "Goma", 0, 4, 216281, "Goma", "CD", "North Kivu", precision="settlement")
KIVU = Place("at", "North Kivu", 0, 4, None, "North Kivu", "CD", "North Kivu", precision="province")
CONGO = Place("at", "Congo", 0, 4, 203312, "Congo", "CD", precision="country")


def told(
    number: float,
    by: str | None = "United Nations",
    said: str = "2025-01-29",
    place: Place | None = GOMA,
    measure: str = "casualties/killed",
    population: str | None = None,
    words: str | None = None,
    cumulative: bool | None = None,
    since: str | None = None,
    days: tuple[str, str] | None = None,
    standing: Standing = "asserted",
    quantifier: Quantifier = "exact",
    start: int = 0,
) -> Claim:
    """A figure: by whose word, published when, of which place and time."""
    source = {"United Nations": "un", None: "outlet"}.get(by, "official")
    made = claim(
        measure, None, None, standing, by, source, said, of=document(words or f"{number} {by} {said}.", published=said)
    )
    first, last = days or (since or said, said)
    precision: TimePrecision = "day" if days else "since" if since else "published"
    low, best = (number, None) if quantifier in {"at-least", "more-than"} else (number, number)
    high = None if best is None else number
    figure = Quantity(
        f"{number:g} people", start, start + 4, low, best, high, quantifier, "person",
        "stock" if measure == "displacement/displaced" else "flow", population, noun="people", cumulative=cumulative,
    )  # fmt: skip
    return replace(
        made, places=(place,) if place else (), time=Time(None, None, None, first, last, precision), quantity=figure
    )


def found(*claims: Claim, theatre: str | None = "CD") -> list[Series]:
    """The series that some figures add up to."""
    buckets: Buckets[SeriesKey, tuple[Series, ...]] = Buckets(lambda one: series_keys(one, theatre), series)
    buckets.add(claims)
    return sorted(
        (one for of in buckets.results().values() for one in of), key=lambda one: (one.counts[0].words, one.id)
    )


def only(*claims: Claim) -> Series:
    """The only series that some figures add up to."""
    (one,) = found(*claims)
    return one


def test_a_later_figure_of_the_same_voice_revises_the_earlier() -> None:
    first = told(280_000, said="2025-01-20", place=CONGO, measure="displacement/displaced")
    later = told(370_000, said="2025-01-27", place=CONGO, measure="displacement/displaced")
    one = only(first, later)
    assert (one.counting, one.best, one.current) == ("stock", 370_000, later.id)
    assert [count.revised_by for count in one.counts] == [later.id, None]
    assert "United Nations had 280000 people on 2025-01-20, revised" in [reason.text for reason in one.reasons]


def test_the_figure_that_most_independent_voices_give_stands() -> None:
    days = ("2025-01-28", "2025-01-28")
    doctors = told(12, "City hospital", days=days)
    un = told(12, days=days)
    army = told(40, "The mayor", said="2025-01-30", days=days)
    one = only(doctors, un, army)
    assert (one.counting, one.best, one.spread) == ("new", 12, (12, 40))
    assert one.reasons[0].text == "2 independent voices give figures that fit: City hospital, United Nations"
    assert "The mayor says 40 people on 2025-01-30" in [reason.text for reason in one.reasons]


def test_far_fewer_than_another_counted_are_others_while_a_toll_may_rise() -> None:
    day = ("2025-01-28", "2025-01-28")
    assert len(found(told(70, days=day), told(2, by="Red Cross", said="2025-01-30", days=day))) == 2
    assert len(found(told(2, days=day), told(70, by="Red Cross", said="2025-01-30", days=day))) == 1


@pytest.mark.parametrize(("dead", "best"), [("35 terrorists", 3.0), ("35 KIA rebels", 3.0)])
def test_a_states_count_of_its_enemys_dead_gives_way_to_who_lost_them(dead: str, best: float, read: Read) -> None:
    claims = read([
        f"AFP: Myanmar's junta said {dead} were killed in Sumprabum on Thursday.",
        "BBC: The Kachin Independence Army said three of its rebels were killed in Sumprabum on Thursday.",
    ])  # fmt: skip
    killed = [one for one in claims if series_keys(one) and one.kind == "casualties"]
    assert {one.best for one in found(*killed) if "three" in " ".join(count.words for count in one.counts)} == {best}


def test_of_running_totals_the_latest_stands() -> None:
    old = told(100, "City hospital", said="2025-01-20", cumulative=True)
    same = told(100, "Red Cross", said="2025-01-20", cumulative=True)
    new = told(150, said="2025-01-29", cumulative=True)
    assert only(old, same, new).best == 150


def test_ones_own_count_stands_before_hearsay() -> None:
    days = ("2025-01-28", "2025-01-28")
    assert only(told(20, None, days=days), told(12, days=days)).best == 12


def test_scopes_that_differ_are_never_one_series() -> None:
    since = told(400, since="2023-04-15")
    day = told(7, days=("2025-01-28", "2025-01-28"))
    assert len(found(since, day)) == 2
    assert {one.counting for one in found(since, day)} == {"total", "new"}
    other = told(90, since="2025-01-01", said="2025-01-30")
    assert len(found(since, day, other)) == 3


def test_what_comes_on_top_is_no_new_version_of_a_figure() -> None:
    assert len(found(told(12, cumulative=None), told(5, cumulative=False, said="2025-01-30"))) == 2


def test_a_provinces_figure_is_not_a_citys() -> None:
    assert len(found(told(12), told(12, place=KIVU))) == 2


def test_a_figure_of_two_places_is_of_neither() -> None:
    both = replace(told(12), places=(GOMA, replace(GOMA, text="Sake", geonames_id=205540, name="Sake")))
    spots = {one.spot.name for one in found(both, told(12)) if one.spot}
    assert spots == {"Goma", "Sake and Goma"}


def test_deaths_of_one_day_in_a_province_are_one_thing_only_by_one_voice() -> None:
    days = ("2025-01-28", "2025-01-28")
    assert len(found(told(12, place=KIVU, days=days), told(5, "Congolese army", place=KIVU, days=days))) == 2
    assert len(found(told(12, days=days), told(5, "Congolese army", days=days))) == 1


def test_two_figures_of_one_document_count_two_things() -> None:
    words = "Twelve people died at the market and five at the port."
    one, other = (
        told(number, words=words, days=("2025-01-28", "2025-01-28"), start=i) for i, number in enumerate((12, 5))
    )
    assert len(found(one, other)) == 2


def test_an_undated_figure_looks_back_on_the_only_event_of_the_week_in_a_town() -> None:
    event = told(40, days=("2025-01-22", "2025-01-22"), said="2025-01-23")
    other = told(180, "Kinshasa", said="2025-01-27")
    assert len(only(event, other).counts) == 2
    between = told(3, "The mayor", days=("2025-01-25", "2025-01-25"), said="2025-01-25")
    assert len(found(event, other, between)) == 3
    assert len(found(event, told(180, "Kinshasa", said="2025-02-20"))) == 2


def test_a_part_stands_in_its_whole() -> None:
    words = "826 people were killed, including 111 civilians."
    whole = told(826, words=words, cumulative=True, start=0)
    part = told(111, words=words, cumulative=True, population="civilian", start=33)
    assert part.quantity is not None
    part = replace(part, quantity=replace(part.quantity, part_of=Quote(0, 10, "826 people")))
    of_all, of_part = sorted(found(whole, part), key=lambda one: -(one.best or 0))
    assert (of_part.part_of, of_part.population) == (of_all.id, "civilian")
    assert of_all.counts[0].parts == (part.id,)


def test_an_earlier_version_is_revised_by_what_its_document_says_now() -> None:
    words = "327 people were killed since Wednesday. An earlier toll of 277 was given."
    now = told(327, words=words, since="2025-01-27")
    old = told(277, None, words=words, standing="superseded", start=59)
    one = only(now, old)
    assert (one.best, [count.revised_by for count in one.counts]) == (327, [now.id, None])


def test_figures_without_a_place_are_of_the_country_that_the_report_is_about() -> None:
    one = only(told(12, place=None))
    assert one.spot is not None and one.spot.name == "Democratic Republic of the Congo, place not told"
    assert theatre_of([told(12), told(9, place=None)]) == "CD" and theatre_of([told(9, place=None)]) is None


def test_who_is_freed_is_not_detained() -> None:
    freed = replace(told(200, measure="casualties/detained"), phase="ends")
    assert only(freed).measure == "released"
    assert not series_keys(replace(told(200), phase="ends"))


@pytest.mark.parametrize("standing", ["denied", "forecast", "planned", "negated"])
def test_what_is_not_told_as_so_is_in_no_series(standing: Standing) -> None:
    assert not series_keys(told(12, standing=standing))


def test_deaths_are_put_as_the_codebooks_put_them() -> None:
    days = ("2025-01-28", "2025-01-28")
    one = only(told(12, days=days), told(40, "Congolese army", days=days, quantifier="at-least"))
    ucdp, acled = one.conventions
    assert (ucdp.name, ucdp.low, ucdp.high) == ("UCDP", 12, 40)
    assert (acled.name, acled.best) == ("ACLED", 12)
    assert not only(told(12, measure="casualties/injured")).conventions


def test_a_figure_that_a_perfect_tells_without_a_time_runs_up_to_the_report() -> None:
    words = "More than 826 people have been killed."
    open_ = told(826, words=words)
    assert only(replace(open_, trigger=open_.document.quote(31, 37))).counting == "total"


FIGURES = st.lists(
    st.builds(
        told,
        number=st.sampled_from([5.0, 12.0, 40.0]),
        by=st.sampled_from(["United Nations", "Congolese army", None]),
        said=st.sampled_from(["2025-01-27", "2025-01-29", "2025-02-20"]),
        place=st.sampled_from([GOMA, KIVU, None]),
        cumulative=st.sampled_from([None, True, False]),
        since=st.sampled_from([None, "2025-01-01"]),
        standing=st.sampled_from(["asserted", "superseded", "unverified"]),
        quantifier=st.sampled_from(["exact", "at-least"]),
    ),
    max_size=10,
    unique_by=lambda one: one.id,
)


@given(FIGURES)
def test_every_figure_stands_in_one_series_whatever_their_order(figures: list[Claim]) -> None:
    every = found(*figures)
    assert sorted(count.claim for one in every for count in one.counts) == sorted(one.id for one in figures)
    assert {one.id: one for one in found(*reversed(figures))} == {one.id: one for one in every}


@given(FIGURES)
def test_the_figure_that_stands_is_one_that_somebody_told(figures: list[Claim]) -> None:
    for one in found(*figures):
        current = next(count for count in one.counts if count.claim == one.current)
        assert (current.low, current.best, current.high) == (one.low, one.best, one.high)
