"""Groups that no registry lists get a name and an id from the words that introduce them."""

import pytest

from tests.mentions.party_reading import parties
from vedette.mentions.parties.discovery import slug


def named(text: str) -> dict[str, tuple[str | None, str]]:
    """Words of each mention to its actor and type."""
    return {one.text: (one.actor, one.type) for one in parties(text)}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Popular Resistance Brigades rebel group attacked a post. The group left.", "The group",
         "found:popular-resistance-brigades"),
        ("A militia calling itself the Lions of the North claimed the attack.", "A militia",
         "found:lions-of-the-north"),
        ("Fighters of the little-known Black Hand group left Obo. Black Hand denied it.", "Black Hand",
         "found:black-hand"),
        ("The Popular Front for Change (PFC), an armed group, took Bria. PFC fighters left.", "PFC fighters",
         "found:popular-front-for-change"),
        ("The militant group Jaish al-Nasr shelled Hama.", "Jaish al-Nasr", "found:jaish-al-nasr"),
        ("A splinter faction known as Black Dawn entered Obo. Its leader spoke.", "Its", "found:black-dawn"),
    ],
)  # fmt: skip
def test_a_group_that_is_introduced_is_known_from_then_on(text: str, words: str, actor: str) -> None:
    assert named(text)[words] == (actor, "armed")


def test_a_group_of_no_stated_sort_is_an_organisation() -> None:
    assert named("The group Peace Now objected.")["Peace Now"] == ("found:peace-now", "organisation")


@pytest.mark.parametrize(
    "text", ["The armed group Friday attacked Obo.", "The rebel group in Kivu said so.", "A Syrian rebel group left."]
)
def test_a_description_alone_introduces_nobody(text: str) -> None:
    assert not any((actor or "").startswith("found:") for actor, _ in named(text).values())


def test_a_listed_name_inside_a_longer_one_is_another_group() -> None:
    found = named("The Angola People's Liberation Army (APLA) took Luau. APLA fighters hold it.")
    whole = ("found:angola-people-s-liberation-army", "armed")
    assert found["The Angola People's Liberation Army"] == found["APLA"] == whole
    assert (
        named("China's People's Liberation Army left.")["China's People's Liberation Army"][0]
        == "peoples-liberation-army"
    )


def test_an_army_named_after_a_cause_is_no_states() -> None:
    found = named("The Islamic Army of Sulu said that its fighters had left. The Second Army stayed.")
    assert found["The Islamic Army"] == ("found:islamic-army-of-sulu", "armed")
    assert not (found["The Second Army"][0] or "").startswith("found:")


def test_who_is_listed_is_not_found_again() -> None:
    assert named("The M23 rebel group took Goma.")["The M23 rebel group"] == ("m23", "armed")


def test_an_id_is_made_of_small_letters() -> None:
    assert slug("Lions of the North") == "lions-of-the-north"
