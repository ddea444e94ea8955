"""A denial points at what it denies."""

from tests.claims.conftest import Read
from tests.claims.helpers import of_type


def test_a_denial_names_the_claim_of_the_same_document(read: Read) -> None:
    found = of_type(
        read("Rebels captured Bukavu, witnesses said. The army denied that rebels captured Bukavu."), "control/capture"
    )
    told, denied = sorted(found, key=lambda claim: claim.evidence.start)
    assert (denied.standing, denied.denies) == ("denied", (told.id,)) and told.denies == ()


def test_a_denial_of_what_nobody_told_points_nowhere(read: Read) -> None:
    (denied,) = of_type(read("The army denied that rebels captured Bukavu."), "control/capture")
    assert denied.denies == ()
