"""The registry is free of contradictions and finds its actors by every name."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.lexicon.actors import Actor, Country, Registry, fold, load_registry

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
