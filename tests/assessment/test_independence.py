"""Ten outlets that print one agency are one voice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.independence import origins

LONG = "Fighters entered the western districts of the city on Friday, two commanders and a resident said."
OTHER = "The army has left, a shopkeeper told our reporter by telephone late in the evening."


def test_one_source_through_two_outlets_counts_once() -> None:
    one = claim(origin="Reuters", source_type="agency", of=document(LONG, "A"))
    two = claim(origin="Reuters", source_type="agency", of=document(OTHER, "B"))
    assert origins([one, two]) == 1


def test_a_reprint_counts_once_whatever_the_outlet() -> None:
    assert origins([claim(of=document(LONG, "A")), claim(of=document(LONG, "B"))]) == 1


def test_two_outlets_in_their_own_words_count_twice() -> None:
    assert origins([claim(of=document(LONG, "A")), claim(of=document(OTHER, "B"))]) == 2


def test_nameless_witnesses_are_as_distinct_as_the_outlets_that_quote_them() -> None:
    one = claim(origin="witnesses", source_type="witness", of=document(LONG, "A"))
    two = claim(origin="witnesses", source_type="witness", of=document(OTHER, "B"))
    assert origins([one, two]) == 2


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([LONG, OTHER])), min_size=1, max_size=8))
def test_more_claims_never_lower_the_count_and_repeats_never_raise_it(rows: list[tuple[str, str]]) -> None:
    claims = [claim(of=document(text, outlet)) for outlet, text in rows]
    counts = [origins(claims[: i + 1]) for i in range(len(claims))]
    assert counts == sorted(counts) and origins(claims + claims) == counts[-1] <= len(claims)


def test_an_outlet_may_have_it_from_an_agency_that_it_credits() -> None:
    told = claim(of=replace(document(LONG, "A"), agencies=("Reuters",)))
    agency = claim(origin="Reuters", source_type="agency", of=document(OTHER, "B"))
    assert origins([told, agency]) == 1
    assert origins([claim(of=document(LONG, "A")), agency]) == 2


def test_a_credit_says_nothing_of_what_a_named_source_told_the_outlet() -> None:
    one = claim(origin="Jean Bakiri", of=replace(document(LONG, "A"), agencies=("Reuters",)))
    assert origins([one, claim(origin="Reuters", source_type="agency", of=document(OTHER, "B"))]) == 2
