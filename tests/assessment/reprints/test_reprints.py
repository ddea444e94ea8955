"""Who prints whose text: whole, cut, moved or with text of its own; and what is no reprint for all it has in common."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.assessment.reprints import Reprints
from vedette.model import Document, Families

WIRE = (
    "Shelling hit the grain port of Varsk before dawn on Tuesday and set two silos on fire, the harbour master said.",
    "Dock workers carried eleven wounded men to a clinic near the railway yard while rescue boats searched the basin.",
    "The mayor closed the coastal road and told families in the lower town to spend the night in cellars and schools.",
    "Insurers had already doubled the price of cover for ships that call there since a freighter was struck in March.",
)
OWN = (
    "Our correspondent counted nine craters along the quay and saw a burned crane lying across the second rail line.",
    "Fishermen who returned at noon complained that nobody had warned them although sirens had been installed in June.",
    "A teacher at the nautical college keeps a list of every blast she has heard since the beginning of the blockade.",
    "Prices for flour in the market hall rose by a fifth within hours and two bakeries closed before the afternoon.",
)
BACKGROUND = (
    "The war between the republic and the coastal league began three years ago over the customs of the strait and has "
    "driven a million people from their homes, by the count of the relief council, which relies on parish registers."
)
SAID = "“We will rebuild every silo that was burned and no enemy will keep bread from the tables of our children now”"


def article(*paragraphs: str, outlet: str = "A", day: int = 1, title: str | None = None) -> Document:
    return Document("\n\n".join(paragraphs), outlet, title, published=f"2031-05-{day:02}")


def families(*documents: Document) -> Families:
    index = Reprints()
    index.add(documents)
    return index.families()


def why(first: Document, later: Document) -> str:
    """The reason of the one family that two documents make."""
    (family,) = families(later, first).families
    assert family.documents == (first.id, later.id)
    return family.reasons[0].text


FIRST = article(*WIRE, title="Port of Varsk shelled")


def test_a_reprint_is_told_whatever_was_done_to_it() -> None:
    whole = article(*WIRE, outlet="B", day=2, title="Silos burn in Varsk")
    cut = article(*WIRE[:2], outlet="B", day=2)
    moved = article(*reversed(WIRE), outlet="B", day=2)
    added = article(OWN[0], *WIRE, *OWN[1:], outlet="B", day=2)
    mixed = article(*WIRE[:2], *OWN, outlet="B", day=2)
    assert why(FIRST, whole) == (
        "B of 2031-05-02 prints A of 2031-05-01 whole: 100% of its words stand there, 100% of the other's here, "
        "under another title"
    )
    assert "A of 2031-05-01, cut: 100% of its words stand there" in why(FIRST, cut)
    assert why(FIRST, moved).endswith("in another order")
    assert "with text of its own" in why(FIRST, added)
    assert "prints parts of" in why(FIRST, mixed)


def test_small_changes_do_not_hide_it() -> None:
    edited = [text.replace("Tuesday", "Monday").replace("the ", "a ", 1).replace("eleven", "12") for text in WIRE]
    assert "whole" in why(FIRST, article(*edited, outlet="B", day=2))


def test_four_paragraphs_in_a_long_article_are_a_passage_of_it() -> None:
    long = article(*OWN, *WIRE[:2], *(f"{text} So it is said in ward {n}." for n, text in enumerate(OWN)), day=2)
    (passage,) = families(FIRST, long).passages[long.id]
    assert long.text[passage.start : passage.end].split()[:2] == ["Shelling", "hit"]
    assert (passage.first, passage.teller) == (FIRST.id, "A")


@pytest.mark.parametrize("shared", [SAID, WIRE[1]], ids=["quotation", "one paragraph"])
def test_other_texts_that_share_a_little_are_no_reprints(shared: str) -> None:
    assert families(article(*WIRE[2:], WIRE[0], shared), article(*OWN, shared, outlet="B")).families == ()


def test_a_quotation_alone_is_no_passage_either() -> None:
    assert families(article(*WIRE, SAID), article(*OWN, SAID, outlet="B")).passages == {}


def test_background_that_comes_every_day_is_no_reprint_however_long() -> None:
    sentences = [*WIRE, *OWN]
    daily = [article(sentences[day], BACKGROUND, day=day + 1) for day in range(8)]
    assert families(*daily[:2]).families != ()
    assert families(*daily) == Families()


def test_a_story_in_forty_papers_on_one_day_stays_one_family() -> None:
    papers = [article(*WIRE, outlet=f"Paper {number}") for number in range(40)]
    (family,) = families(*papers).families
    assert len(family.documents) == 40


def test_an_article_with_two_stories_in_it_does_not_make_them_one() -> None:
    other, both = article(*OWN, outlet="B"), article(*WIRE, *OWN, outlet="C", day=2)
    found = families(FIRST, other, both)
    assert all({FIRST.id, other.id} - set(family.documents) for family in found.families)
    assert {passage.first for passage in found.passages[both.id]} == {FIRST.id, other.id}


def test_an_agency_that_a_reprint_credits_is_the_teller_of_the_first_as_well() -> None:
    credited = replace(article(*WIRE, outlet="B", day=2), agencies=("Reuters",))
    found = families(FIRST, credited)
    assert [family.agency for family in found.families] == ["Reuters"]
    assert [passage.teller for passage in found.passages[FIRST.id]] == ["Reuters"]


def test_undated_and_empty_documents_do_no_harm() -> None:
    nothing, undated = Document(""), Document("\n\n".join(WIRE))
    (family,) = families(nothing, undated, FIRST, Document("One line.")).families
    assert family.documents == (FIRST.id, undated.id)


def test_what_changed_is_named() -> None:
    index = Reprints()
    later = article(*WIRE, outlet="B", day=2)
    assert index.add([later]) == frozenset()
    assert index.add([article(*OWN, day=3)]) == frozenset()
    assert index.add([FIRST]) == {FIRST.id, later.id}
    assert index.add([FIRST, later]) == frozenset()


PARAGRAPHS = [*WIRE, *OWN, BACKGROUND, SAID]
ARTICLES = st.builds(
    article,
    st.sampled_from(PARAGRAPHS),
    st.sampled_from(PARAGRAPHS),
    st.sampled_from(PARAGRAPHS),
    outlet=st.sampled_from("ABC"),
    day=st.integers(1, 9),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ARTICLES, max_size=14), st.randoms())
def test_one_by_one_in_any_order_gives_what_all_at_once_gives(articles: list[Document], random: Random) -> None:
    at_once, kept = families(*articles), Reprints()
    random.shuffle(articles)
    known = kept.families()
    for one in articles:
        changed = kept.add([one])
        now = kept.families()
        assert changed == _others(known, now)
        known = now
    assert known == at_once
    for passages in known.passages.values():
        assert all(one.start < one.end for one in passages)
        assert all(one.end <= two.start for one, two in pairwise(passages))


def _others(before: Families, after: Families) -> frozenset[str]:
    """The documents whose family or passages differ."""
    ids = {*before.passages, *after.passages}
    ids |= {one for found in (before, after) for family in found.families for one in family.documents}
    homes = [{one: family for family in found.families for one in family.documents} for found in (before, after)]
    return frozenset(
        one
        for one in ids
        if before.passages.get(one) != after.passages.get(one) or homes[0].get(one) != homes[1].get(one)
    )
