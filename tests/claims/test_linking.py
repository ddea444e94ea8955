"""One event told several times: folded where nothing is added, linked where something is."""

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only
from vedette.claims.linking import link_tellings
from vedette.model import Claim, Document, Party, Place

WORDS = "Gunmen attacked Sake. The attack went on.\n"
DOCUMENT = Document(WORDS * 8, outlet="Example Times")


def test_a_noun_that_only_points_back_is_no_claim(read: Read) -> None:
    text = "Gunmen attacked a convoy near Gao. A medic described the attack on the convoy."
    assert len(only(read(text), "violence/attack").also) == 1


def test_a_toll_in_headline_and_text_is_one(read: Read) -> None:
    text = "Raid on Sake leaves dozens dead\nAt least 40 people were killed in Sake on Monday."
    headline, told = of_type(read(text), "casualties/killed")
    assert headline.same_as == (told.id,)
    assert told.same_as == (headline.id,)


def test_others_elsewhere_are_not_linked(read: Read) -> None:
    text = "M23 fighters attacked Sake on Monday. On Tuesday, ADF fighters attacked Oicha."
    assert not any(one.same_as for one in read(text))


def test_at_least_nine_are_not_two_thousand(read: Read) -> None:
    told = "At least nine people were killed. In all 2,546 people were killed."
    assert not any(one.same_as for one in read(told))


def test_terrorists_are_not_the_people_they_killed(read: Read) -> None:
    text = "At least 18 people were killed in Ngoshe. The army said it had killed 24 terrorists in Ngoshe."
    assert not any(one.same_as for one in of_type(read(text), "casualties/killed"))


@given(
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["Sake", "Goma"]), st.sampled_from(["A", "B"])), max_size=6)
)
def test_links_are_mutual_and_change_no_id(rows: list[tuple[int, str, str]]) -> None:
    claims = tuple(
        Claim(
            "violence", "attack", DOCUMENT, DOCUMENT.quote(at * len(WORDS), at * len(WORDS) + 21),
            parties=(Party("agent", who, 0, 6, name=who),),
            trigger=DOCUMENT.quote(at * len(WORDS) + 7, at * len(WORDS) + 15),
            places=(Place("at", place, 16, 20, name=place, precision="settlement"),),
        )
        for at, place, who in dict.fromkeys(rows)
    )  # fmt: skip
    linked = {one.id: one for one in link_tellings(claims)}
    assert set(linked) == {one.id for one in claims}
    assert all(one.id in linked[other].same_as for one in linked.values() for other in one.same_as)
