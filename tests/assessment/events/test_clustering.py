"""Clusters grow from alike pairs, whichever way the pairs are written down."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from vedette.assessment.events.clustering import Clusters

ITEMS = "abcdefg"
PAIRS = st.dictionaries(
    st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.1, 0.2, 0.3, 0.7]),
)


def grown(pairs: dict[tuple[str, str], float], known: dict[tuple[str, str], float]) -> list[list[str]]:
    clusters = Clusters(ITEMS, lambda left, right: known.get((min(left, right), max(left, right)), -0.2))
    clusters.grow(pairs)
    return clusters.found()


@given(PAIRS, st.integers())
def test_the_order_and_the_direction_of_pairs_never_matter(pairs: dict[tuple[str, str], float], seed: int) -> None:
    random = Random(seed)
    turned = [
        ((left, right) if random.random() < 0.5 else (right, left), score) for (left, right), score in pairs.items()
    ]
    random.shuffle(turned)
    assert grown(dict(turned), pairs) == grown(pairs, pairs)


def test_one_odd_member_keeps_large_groups_apart_no_more_than_its_share() -> None:
    alike = {(left, right): 0.7 for left in "abc" for right in "abc" if left < right} | {("c", "d"): 0.3}
    assert grown(alike, alike) == [["a", "b", "c"], ["d"], ["e"], ["f"], ["g"]]


def test_a_pair_that_can_never_be_one_keeps_its_groups_apart_however_alike_they_are() -> None:
    alike = {(left, right): 0.7 for left in ITEMS for right in ITEMS if left < right} | {("a", "b"): -20.0}
    assert not any({"a", "b"} <= set(group) for group in grown(alike, alike))
