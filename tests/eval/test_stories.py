"""The stories: their answers fit them, and the scorer gives what is due."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.stories.answers import Answers
from eval.stories.command import table, told
from eval.stories.coreference import b_cubed, ceaf, conll, muc, pairs
from eval.stories.scores import (
    Day,
    Judged,
    best,
    contradictions,
    control,
    partitions,
    points,
    voices_found,
    voices_given,
)
from eval.stories.stories import GoldControl, Story, read_stories
from tests.made import claim
from vedette.model import (
    Certainty,
    Claim,
    Count,
    Document,
    PlaceState,
    Quote,
    Reason,
    Scope,
    Series,
    Spot,
    VedetteError,
)  # fmt: skip

WRITTEN = """
[[story]]
id = "x"
split = "dev"
war = "A war"
report = [
  { id = "a", outlet = "One", published = "2024-01-05", text = "Rebels took Alpha and killed 4. They held it." },
  { id = "b", outlet = "Two", published = "2024-01-06", text = "Alpha was captured; 9 were killed. Nobody took it." },
]
event = [
  { mentions = ["a took", "b captured"], voices = ["One", "Two"] },
  { mentions = ["a killed", "b killed"], voices = ["One", "Two"] },
]
contradiction = [
  { kind = "figure", left = ["a killed"], right = ["b killed"] },
  { kind = "standing", left = ["a took"], right = ["b took"] },
]
[[story.control]]
place = "Alpha"
first = "2024-01-05"
last = "2024-01-06"
sides = ["The rebels", "Rebels"]
state = "held"
certainty = "claimed"
[[story.series]]
measure = "killed"
population = ""
place = "Alpha"
scope = ""
best = "b killed"
points = [{ at = "a killed", best = 4, who = "One" }, { at = "b killed", low = 9, who = "Two" }]
"""
NOTHING: tuple[Series, ...] = ()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A story of two reports."""
    (tmp_path / "x.toml").write_text(WRITTEN)
    return read_stories(tmp_path)[0]


def test_there_are_enough_stories_of_both_sorts_in_both_halves() -> None:
    every = read_stories()
    assert len(every) >= 65 and sum(bool(one.control) for one in every) >= 15
    assert 0.4 <= len(read_stories(split="test")) / len(every) <= 0.6
    assert len({one.war for one in every}) >= 20


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("b captured", "b seized", "'seized' does not stand in the text"),
        ('"figure"', '"number"', "'number' is none of"),
        ('["a killed", "b killed"]', '["a took"]', "a mention stands in two events"),
        ('best = "b killed"', 'best = "a took"', "the best figure of a series is none of its points"),
        ('"held"', '"owned"', "'owned' is none of"),
    ],
)
def test_an_answer_that_does_not_fit_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    (tmp_path / "x.toml").write_text(WRITTEN.replace(old, new, 1))
    with pytest.raises(VedetteError, match=f"x.toml, x: .*{complaint}"):
        read_stories(tmp_path)


def test_a_story_stands_only_once(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(WRITTEN * 2)
    with pytest.raises(VedetteError, match="more than one story x"):
        read_stories(tmp_path)


def _told(document: Document, word: str) -> Claim:
    start = document.text.index(word)
    return replace(claim(of=document), trigger=Quote(start, start + len(word), word))


@pytest.fixture
def judged(story: Story) -> Judged:
    """An assessment that joins the taking, not the dead, and tells of two contradictions, one of them wrongly."""
    first, second = story.reports.values()
    took, captured = _told(first, "took"), _told(second, "captured")
    four, nine = _told(first, "killed"), _told(second, "killed")
    held = _told(first, "held")
    series = _series(_count(four, best=4.0), _count(nine, low=9.0))
    return Judged(
        story,
        Answers(
            (took, captured, four, nine, held),
            ((took, captured), (four,), (nine,)),
            (("figure", nine, four), ("figure", four, held)),
            lambda claims: len({one.document.id for one in claims}),
            lambda place, day: _state(day) if place == "Alpha" else None,
            (series,),
        ),
    )


def _count(of: Claim, best: float | None = None, low: float | None = None) -> Count:
    return Count(of.id, "One", None, "", low, best, None, "exact", "asserted", own=True, scope=Scope("undated"))


def _series(*counts: Count) -> Series:
    last = counts[-1]
    return Series(
        "s", "casualties", "killed", "new", None, "person", None, Scope("undated"), counts, (), last.claim, last.low,
        last.best, last.high, (None, None), (),
    )  # fmt: skip


def _state(day: str) -> PlaceState:
    certainty: Certainty = "claimed" if day == "2024-01-05" else "confirmed"
    return PlaceState(Spot("alpha", "Alpha"), day, "held", "rebels", certainty, (), (), Reason("said so"))


def test_mentions_are_joined_as_their_claims_are(judged: Judged) -> None:
    gold, said = partitions(judged)
    assert (len(gold), len(said)) == (2, 3)
    joined = pairs(gold, said)
    assert (joined.precision, joined.recall) == (1.0, 0.5)
    assert told(judged)[1].startswith("  apart: a killed, b killed")


def test_a_contradiction_is_found_from_either_side_and_one_too_many_costs(judged: Judged) -> None:
    figure, standing = contradictions(judged, "figure"), contradictions(judged, "standing")
    assert (figure.right, figure.wanted, figure.said) == (1, 1, 2)
    assert (standing.right, standing.wanted, standing.said) == (0, 1, 0)


def test_voices_are_counted_of_the_event_given_and_as_joined(judged: Judged) -> None:
    assert voices_given(judged) == [True, True]
    assert voices_found(judged) == [True, False]


def test_control_is_judged_day_by_day(judged: Judged) -> None:
    assert list(control(judged)) == [Day(True, True, True), Day(True, True, False)]


def test_a_side_is_also_called_what_the_registry_calls_it_unless_it_calls_a_rival_so(judged: Judged) -> None:
    known, day = judged.story.control[0], _state("2024-01-05")
    puk, kdp = (replace(known, last=known.first, sides=(name,)) for name in ("PUK", "Kurdistan Democratic Party"))

    def side_right(of: str, *gold: GoldControl) -> bool:
        said = replace(judged.answers, control=lambda _place, _day: replace(day, side=of))
        return next(control(Judged(replace(judged.story, control=gold), said))).side

    assert side_right("Patriotic Union of Kurdistan", puk, kdp) and side_right("Kurdistan Region", puk)
    assert not side_right("Kurdistan Region", puk, kdp)


def test_figures_are_right_by_what_is_told_of_them(judged: Judged) -> None:
    assert points(judged).right == 2 and best(judged) == [True]
    without = Judged(judged.story, replace(judged.answers, series=NOTHING))
    assert points(without).right == 0 and best(without) == [False]


def test_the_table_holds_every_figure(judged: Judged) -> None:
    written = table([judged], "dev")
    assert "| joining, pairs R | 0.500 |" in written and "| figure | 1 | 0.50 | 1.00 | 0.67 |" in written


def test_the_measures_give_what_is_known_of_them() -> None:
    gold = [frozenset("abc"), frozenset("de")]
    said = [frozenset("ab"), frozenset("cde")]
    assert muc(gold, said).f1 == pytest.approx(2 / 3)
    assert b_cubed(gold, said).f1 == pytest.approx((4 / 3 + 1 / 3 + 2) / 5)
    assert ceaf(gold, said).f1 == pytest.approx(0.8)
    assert conll([(gold, gold)]) == 1.0


def test_clusters_are_set_against_each_other_so_that_most_is_alike() -> None:
    gold = [frozenset("abcd"), frozenset("ef")]
    said = [frozenset("abef"), frozenset("cd")]
    assert ceaf(gold, said).recalled == pytest.approx(2 / 3 + 2 / 3)
