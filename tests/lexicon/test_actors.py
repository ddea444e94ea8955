"""The registry is free of contradictions and finds its actors by every name."""

import re
from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.lexicon import load
from vedette.lexicon.actors import Actor, Country, Reference, Registry, fold, load_registry

REGISTRY = load_registry()


def test_it_knows_at_least_700_actors_and_180_states() -> None:
    assert len(REGISTRY.actors) >= 700
    assert len(REGISTRY.countries) >= 180


def test_every_id_is_unique() -> None:
    assert len(REGISTRY.by_id) == len(REGISTRY.actors)


def test_no_name_stands_for_two_actors() -> None:
    names = Counter(fold(name) for actor in REGISTRY.actors for name in (actor.name, *actor.aliases))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_adjective_or_capital_stands_for_two_countries() -> None:
    adjectives = Counter(word for country in REGISTRY.countries for word in country.adjectives)
    capitals = Counter(word for country in REGISTRY.countries for word in country.capitals)
    assert max([*adjectives.values(), *capitals.values()]) == 1


@pytest.mark.parametrize("actor", REGISTRY.actors, ids=lambda one: one.id)
def test_every_alias_finds_its_actor_in_a_sentence(actor: Actor) -> None:
    for name in (actor.name, *actor.aliases):
        found = REGISTRY.find(f"On Friday {name} called for calm.")
        assert [(hit.actor.id, hit.end - hit.start) for hit in found] == [(actor.id, len(name))], name


def test_every_country_of_an_actor_is_known() -> None:
    unknown = {actor.country for actor in REGISTRY.actors if actor.country} - {one.code for one in REGISTRY.countries}
    assert unknown == set()


def test_every_member_of_a_side_has_a_side_somebody_leads_or_is() -> None:
    for actor in REGISTRY.actors:
        assert actor.side is None or actor.side.strip() == actor.side != ""


def test_what_an_actor_is_part_of_or_holds_office_in_is_in_the_registry() -> None:
    bodies = {held[0] for actor in REGISTRY.actors for held in actor.holds}
    assert {*bodies, *(id_ for actor in REGISTRY.actors for id_ in actor.part_of)} - set(REGISTRY.by_id) == set()


def test_who_controls_a_medium_is_in_the_registry_and_no_medium() -> None:
    masters = {one.id: one.controlled_by for one in REGISTRY.actors if one.controlled_by}
    assert len(masters) >= 30
    assert {REGISTRY.by_id[master].type for master in masters.values()} <= {
        "state",
        "armed",
        "organisation",
        "official",
    }


def test_a_medium_that_is_owned_or_controlled_says_where_that_can_be_looked_up() -> None:
    assert [one.id for one in REGISTRY.actors if (one.owner or one.controlled_by) and not one.sources] == []


def test_the_package_grades_nobody() -> None:
    assert [one.id for one in REGISTRY.actors if one.reliability] == []


def test_nothing_is_a_part_of_itself() -> None:
    def above(id_: str, seen: frozenset[str]) -> None:
        assert id_ not in seen, id_
        for one in REGISTRY.by_id[id_].part_of:
            above(one, seen | {id_})

    for actor in REGISTRY.actors:
        above(actor.id, frozenset())


def spans() -> list[tuple[str, str, str]]:
    """Id, first and last day of everything in the registry that has them."""
    lives = [(one.id, one.since or "", one.until or "") for one in REGISTRY.actors]
    return lives + [(one.id, since, until) for one in REGISTRY.actors for _, _, since, until in one.holds]


def test_nothing_ends_before_it_begins() -> None:
    for id_, since, until in spans():
        assert since[:4] <= (until or "9999")[:4], id_
        assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) for day in (since, until) if day), id_


def test_nobody_holds_an_office_that_somebody_else_holds_at_that_time() -> None:
    held = [(held[:2], held[2:], one.id) for one in REGISTRY.actors for held in one.holds]
    for (office, (since, until), one), (same, (start, end), other) in combinations(held, 2):
        if office == same:
            assert _before(until, start) or _before(end, since), (office, one, other)


def _before(until: str, since: str) -> bool:
    return bool(until) and until <= since[: len(until)]


def test_only_people_hold_offices() -> None:
    assert [one.id for one in REGISTRY.actors if one.holds and one.type != "person"] == []


@pytest.mark.parametrize(
    ("day", "who"), [("2024-12-07", "Joe Biden"), ("2025-02-01", "Donald Trump"), ("1999-01-01", None)]
)
def test_an_office_has_its_holder_of_the_day(day: str, who: str | None) -> None:
    holder = REGISTRY.in_office("united-states", "president", day)
    assert (holder.name if holder else None) == who


def test_every_fact_has_a_reference() -> None:
    known = {one.id for one in load("references", Reference)}
    assert {key for one in REGISTRY.actors for key in one.sources} <= known
    assert [one.id for one in REGISTRY.actors if REGISTRY.state(one) is None and not one.sources] == []


def test_interaction_codes_fit_the_type() -> None:
    fits = {"state": {1}, "armed": {1, 2, 3, 4, 8}, "organisation": {1, 2, 3, 4, 7, 8}}
    assert [one.id for one in REGISTRY.actors if one.inter and one.inter not in fits.get(one.type, set())] == []


@given(st.text(max_size=120))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=120))
def test_names_found_never_overlap(text: str) -> None:
    hits = REGISTRY.find(text + " RSF Syrian National Army " + text)
    assert all(left.end <= right.start for left, right in pairwise(hits))


@pytest.mark.parametrize("text", ["who is there", "it is his care", "the us team", "Sudanic lands", "a rada chair"])
def test_small_letters_and_parts_of_words_are_no_acronyms(text: str) -> None:
    assert REGISTRY.find(text) == ()


def test_accents_hyphens_and_apostrophes_do_not_matter() -> None:
    assert {REGISTRY.named(name) for name in ("Al-Qaida", "Al Qaida")} == {REGISTRY.by_id["al-qaeda"]}
    assert REGISTRY.named("Félix Tshisekedi") is REGISTRY.named("Felix Tshisekedi")


def test_the_longest_name_wins() -> None:
    (hit,) = REGISTRY.find("The South Sudan People's Defence Forces left.")
    assert hit.actor.id == "south-sudan-peoples-defence-forces"


def test_a_country_is_found_by_its_adjective_and_its_capital() -> None:
    registry = Registry([], [Country("XX", "Ruritania", ("Ruritanian",), ("Streslau",), side="Ruritanian crown")])
    country = registry.by_adjective("Ruritanians")
    assert country is not None
    assert country is registry.by_capital("streslau")
    assert country.as_actor().side == "Ruritanian crown"


def test_an_army_of_a_longer_nation_is_another_one() -> None:
    names = [hit.actor.name for hit in load_registry().find("The South Sudanese army and the Sudanese army met.")]
    assert names == ["South Sudan People's Defence Forces", "Sudanese Armed Forces"]
