"""Weapons, sites, directions and durations, as the words of an event tell them."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import only
from vedette.lexicon.sites import facility_kind


@pytest.mark.parametrize(
    ("text", "name", "weapon"),
    [
        ("Fighters ambushed a patrol near Gao with two rockets.", "violence/attack", "two rockets"),
        ("The army fired missiles at Hodeidah.", "violence/shelling", "missiles"),
        ("A drone strike on a bakery in El Obeid killed nine.", "violence/drone-strike", "drone"),
        ("A roadside bomb exploded in Beledweyne.", "violence/bombing", "A roadside bomb"),
        ("Air defences shot down 40 drones over Odesa.", "violence/intercept", None),
    ],
)
def test_by_what_means(read: Read, text: str, name: str, weapon: str | None) -> None:
    told = only(read(text), name).weapon
    assert (told.text if told else None) == weapon


@pytest.mark.parametrize(
    ("text", "name", "words", "kind"),
    [
        ("A rocket hit a market in Derna.", "violence/shelling", "a market", "market"),
        ("Rebels seized the airport at Kavumu.", "control/capture", "the airport", "airport"),
        ("Looters emptied a warehouse in Bukavu.", "unrest/looting", "a warehouse", "warehouse"),
    ],
)
def test_which_site(read: Read, text: str, name: str, words: str, kind: str) -> None:
    told = only(read(text), name).facility
    assert told is not None
    assert (told.text, told.kind) == (words, kind)


@pytest.mark.parametrize(
    ("text", "name", "way"),
    [
        ("Rebels withdrew from Sake in the direction of Goma.", "control/withdraw", "in the direction of Goma"),
        ("Families fled eastward from Sake.", "displacement/flee", "eastward"),
        ("The column advanced toward the river near Sake.", "control/advance", "toward the river"),
    ],
)  # fmt: skip
def test_which_way(read: Read, text: str, name: str, way: str) -> None:
    told = only(read(text), name).direction
    assert told is not None
    assert told.text == way


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The rebels held the town of Harardhere for 15 years.", "control/hold", "P15Y"),
        ("His 14-month offensive on Tripoli collapsed.", "violence/offensive", "P14M"),
        ("The army took Lashio after a siege of two months.", "control/capture", None),
    ],
)
def test_how_long(read: Read, text: str, name: str, value: str | None) -> None:
    told = only(read(text), name).duration
    assert (told.value if told else None) == value


def test_a_sort_of_site_is_told_by_the_last_words() -> None:
    assert facility_kind("the main livestock market") == "market"
    assert facility_kind("police station") == "police"
    assert facility_kind("marketing") is None
