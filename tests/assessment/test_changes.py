"""What is otherwise between two situations, and why."""

from hypothesis import given, settings

from tests.assessment.test_situation import CLAIMS, judged
from tests.made import claim, document
from vedette.assessment import assess, changes
from vedette.model import Change, Claim, Judgements

LONG = "Rebels entered the city of Homs on Saturday after days of heavy fighting."
FIRST = claim(of=document(LONG, "A"))
SECOND = claim(of=document("Fighters of the rebels came into Homs on Saturday.", "C"), origin="the governor")
DENIAL = claim(
    standing="denied", origin="the ministry", of=document("The ministry denied that rebels entered Homs.", "D")
)


def between(before: list[Claim], after: list[Claim], judgements: Judgements | None = None) -> dict[str, Change]:
    """Kind to change; the last where there are several of a kind."""
    found = changes(assess(before), assess(after, judgements=judgements))
    return {one.kind: one for one in found}


def test_nothing_changed_is_told_as_nothing() -> None:
    assert changes(assess([FIRST]), assess([FIRST])) == ()


def test_a_new_claim_names_who_tells_it() -> None:
    found = between([], [FIRST])
    assert found["new"].reason.claims == (FIRST.id,) and "claimed, by A" in found["new"].reason.text


def test_a_second_voice_confirms() -> None:
    found = between([FIRST], [FIRST, SECOND])
    assert found["confirmation"].reason.claims == (SECOND.id,) and "new" not in found
    assert (
        "the governor" in found["confirmation"].reason.text
        and "was claimed, is confirmed" in found["confirmation"].reason.text
    )


def test_a_reprint_confirms_nothing() -> None:
    again = claim(of=document(LONG, "B"))
    assert set(between([FIRST], [FIRST, again])) == {"again"}


def test_a_denial_names_who_denies() -> None:
    found = between([FIRST], [FIRST, DENIAL])
    assert "the ministry" in found["denial"].reason.text or "contradiction" in found


def test_a_claim_that_went_is_told_with_the_reason() -> None:
    assert "newest reading" in between([FIRST, SECOND], [SECOND])["withdrawal"].reason.text
    rejected = between([FIRST, SECOND], [FIRST, SECOND], judged("reject", FIRST.id))
    assert "rejected by anna: seen on video" in rejected["withdrawal"].reason.text
    assert rejected["judgement"].judgement is not None


def test_a_place_that_changes_hands_is_told_with_what_was() -> None:
    taken = claim("control/capture", agent="Northern Legion", of=document("They captured Homs.", "A"))
    lost = claim(
        "control/capture", agent="M23", day="2024-12-10", of=document("The army captured Homs.", "A", "2024-12-10")
    )
    found = between([taken], [taken, lost])
    assert "Homs" in found["control"].reason.text and ", was " in found["control"].reason.text


@settings(deadline=None)
@given(CLAIMS, CLAIMS)
def test_every_claim_that_came_or_went_is_named(before: list[Claim], after: list[Claim]) -> None:
    found = changes(assess(before), assess(after))
    moved = {one.id for one in before} ^ {one.id for one in after}
    assert moved <= {id_ for change in found for id_ in change.reason.claims}
