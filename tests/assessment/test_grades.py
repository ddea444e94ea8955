"""What claims are worth, by who stands behind them and who speaks against them."""

from tests.made import claim, document
from vedette.assessment.grades import grade
from vedette.assessment.voices import voices
from vedette.model import Claim

TELLERS = ("A", "B", "C")
CLAIMS = [
    claim(of=document(f"{outlet} tells it.", outlet, published=f"2024-12-0{day}"))
    for day, outlet in enumerate(TELLERS, 1)
]


def graded(claims: list[Claim], against: list[Claim]) -> int:
    return grade(claims, voices(claims), against).credibility


def test_more_voices_make_it_more_credible() -> None:
    assert [graded(CLAIMS[:count], []) for count in range(4)] == [6, 3, 2, 1]


def test_what_is_contradicted_is_less_credible_and_says_why() -> None:
    denial = claim(standing="denied", origin="the army")
    assert graded(CLAIMS, [denial]) > graded(CLAIMS, [])
    reasons = grade(CLAIMS, voices(CLAIMS), [denial]).reasons
    assert [one.text for one in reasons] == ["3 independent voices tell it: A, B, C", "another source says otherwise"]
    assert reasons[-1].claims == (denial.id,)
