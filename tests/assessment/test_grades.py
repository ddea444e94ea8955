"""What claims are worth: who stands behind them, gains by them, speaks against them, and what they rest on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.conftest import Read
from tests.made import claim, document
from vedette.assessment.grades import grade, graded, reliabilities
from vedette.assessment.stakes import Stakes
from vedette.assessment.voices import voices
from vedette.assessment.weight import Fact, Weight, evidence_of
from vedette.lexicon import load
from vedette.lexicon.shapes import EvidenceEntry, GradeEntry, LossEntry
from vedette.model import Claim, Grade, Judgement

CLAIMS = [
    claim(of=document(f"{outlet} tells it.", outlet, published=f"2024-12-0{day}"))
    for day, outlet in enumerate("ABC", 1)
]
RULES = load("grades", GradeEntry)
EVIDENCE = load("evidence", EvidenceEntry)


def worth(claims: list[Claim], against: list[Claim]) -> Grade:
    return grade(claims, voices(claims), against)


def test_more_voices_make_it_more_credible() -> None:
    assert [worth(CLAIMS[:count], []).credibility for count in range(4)] == [6, 3, 2, 1]


def test_what_somebody_without_a_stake_contradicts_is_less_credible_and_says_why() -> None:
    denial = claim(standing="denied", origin="the Red Cross", source_type="ngo")
    found = worth(CLAIMS, [denial])
    assert found.credibility == worth(CLAIMS, []).credibility + 1
    assert [one.text for one in found.reasons] == [
        "3 independent voices tell it, 3 of which do not gain by it: A, B, C",
        "a voice that does not lose by it says otherwise",
    ]
    assert found.reasons[-1].claims == (denial.id,)


def test_the_denial_of_who_loses_by_it_was_to_be_expected() -> None:
    lost = [claim("control/lose", agent="M23", of=CLAIMS[0].document)]
    denial = claim("control/lose", agent="M23", standing="denied", origin="M23", source_type="belligerent")
    found = worth(lost, [denial])
    assert (found.credibility, found.reasons[-1].text) == (3, "who loses by it denies it, as was to be expected")
    taken = [claim("control/capture", agent="M23", of=CLAIMS[0].document)]
    assert worth(taken, [denial]).credibility == 4


def test_more_voices_against_than_for_it_make_it_improbable() -> None:
    against = [
        claim(standing="denied", origin=name, source_type="ngo", of=document(name, name)) for name in ("Hope", "Aid")
    ]
    assert worth(CLAIMS[:1], against).credibility == 5


def test_outlets_of_one_state_are_graded_as_one_voice() -> None:
    state = [claim(of=document(f"{name} says so.", name)) for name in ("TASS", "RT", "Sputnik")]
    assert worth(state, []).credibility == 3


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.story], ids=lambda rule: str(rule.reason))
def test_every_rule_of_grading_rules_over_its_story(rule: GradeEntry, read: Read) -> None:
    claims = read(rule.story)
    found = grade(claims, voices(claims))
    if rule.credibility:
        assert found.credibility == rule.credibility, found
    assert any(_is_of(one.text, rule) for one in found.reasons), found


def _is_of(text: str, rule: GradeEntry) -> bool:
    return any(
        text.startswith(rule.reason.format(voices=told, outside=outside)) for told in range(5) for outside in range(5)
    )


@pytest.mark.parametrize("entry", EVIDENCE, ids=lambda entry: str(entry.gloss))
def test_evidence_is_told_by_its_words_and_not_without(entry: EvidenceEntry, read: Read) -> None:
    for sentence in entry.yes:
        assert any(entry.name in evidence_of(one) for one in read([f"Herald: {sentence}"])), sentence
    for sentence in entry.no:
        assert not any(entry.name in evidence_of(one) for one in read([f"Herald: {sentence}"])), sentence


@pytest.mark.parametrize("entry", load("gains", LossEntry), ids=lambda entry: str(entry.name))
def test_who_tells_of_own_gains_has_a_stake(entry: LossEntry, read: Read) -> None:
    def gains(sentence: str) -> bool:
        claims = [one for one in read([f"Herald: {sentence}"]) if one.kind == entry.kind and one.type in entry.types]
        return any(Stakes([one]).of(voice) == "gains" for one in claims for voice in voices([one]))

    assert all(map(gains, entry.yes))
    assert not any(map(gains, entry.no))


FACTS: tuple[Fact, ...] = (
    "admitted", "seen", "own count", "hearsay", "unverified", "denied by who loses", "disputed", "outnumbered",
)  # fmt: skip


def test_the_rules_ask_for_nothing_else() -> None:
    asked = {one for rule in RULES for one in (*rule.when, *rule.unless)}
    assert asked == {*FACTS, "told", "gaining"}


@given(st.integers(0, 4), st.integers(0, 4), st.sets(st.sampled_from(FACTS)))
def test_every_weight_has_a_grade_and_more_voices_never_lower_it(told: int, outside: int, facts: set[Fact]) -> None:
    outside = min(told, outside)
    held: dict[Fact, tuple[str, ...]] = dict.fromkeys(facts, ("x",))
    some: dict[Fact, tuple[str, ...]] = {**held, "told": ("x",)}
    one = graded(Weight(told, outside, some if told else held))
    other = graded(Weight(told + 1, outside + 1, some))
    assert one.reasons and 1 <= other.credibility <= 5
    assert (one.credibility == 6) == (told == 0)
    assert other.credibility <= one.credibility


def test_a_source_is_as_reliable_as_a_person_said_last_under_any_of_its_names() -> None:
    first = Judgement("grade", ("SOHR",), "anna", "often right", "2025-01-01T00:00:00+00:00", "B")
    later = Judgement("grade", ("Syrian Observatory",), "ben", "wrong twice", "2025-02-01T00:00:00+00:00", "C")
    judged = {one.targets[0].casefold(): one for one in (first, later)}
    (found,) = reliabilities(["Syrian Observatory for Human Rights", "Example Times"], judged).values()
    assert (found.letter, found.reason.text) == ("C", "ben graded it C: wrong twice")
