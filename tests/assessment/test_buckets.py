"""Buckets give the same whether claims come at once, one by one, or in any order."""

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.buckets import Buckets
from vedette.model import Claim

CLAIMS = [
    claim(place=place, of=document(f"Rebels entered {place} {day}.", published=f"2024-12-{day:02}"))
    for place in ("Homs", "Hama", "Daraa")
    for day in range(1, 5)
]


def by_place() -> Buckets[str, tuple[str, ...]]:
    return Buckets(lambda one: [place.text for place in one.places], lambda _, held: tuple(one.id for one in held))


@given(st.permutations(CLAIMS), st.sets(st.sampled_from(range(len(CLAIMS)))))
def test_updates_add_up_to_what_all_at_once_gives(order: list[Claim], gone: set[int]) -> None:
    kept = by_place()
    for one in order:
        kept.add([one])
        kept.results()
    kept.remove(CLAIMS[i] for i in gone)
    fresh = by_place()
    fresh.add(one for i, one in enumerate(CLAIMS) if i not in gone)
    assert kept.results() == fresh.results()


def test_only_a_bucket_that_changed_is_worked_out_again() -> None:
    worked: list[str] = []
    buckets: Buckets[str, None] = Buckets(
        lambda one: [place.text for place in one.places], lambda key, _: worked.append(key)
    )
    buckets.add(CLAIMS)
    buckets.results()
    buckets.add([claim(place="Hama", of=document("Rebels entered Hama again."))])
    buckets.touch([claim(place="Daraa"), claim(place="Nowhere")])
    buckets.results()
    assert worked == ["Homs", "Hama", "Daraa", "Hama", "Daraa"]
