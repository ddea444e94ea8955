"""What a claim is known by, and claims made from others."""

import dataclasses

import pytest

from vedette.model import Claim, Document, Quote, Time, replace

TEXT = Document("Rebels entered Homs. The army denied it.", outlet="Example Times")
CLAIM = Claim("control", "enter", TEXT, Quote(0, 20, TEXT.text[:20]))


def test_a_changed_claim_is_what_dataclasses_would_make_of_it() -> None:
    changes = {"standing": "possible", "time": Time("Friday", 0, 6, "2024-12-06", "2024-12-06", "day")}
    for claim in (CLAIM, replace(CLAIM, type="hold")):
        changed = replace(claim, **changes)
        assert changed == dataclasses.replace(claim, **changes)  # type: ignore[arg-type]
        assert changed.id == dataclasses.replace(claim, **changes).id != claim.id  # type: ignore[arg-type]


def test_an_id_does_not_rest_on_what_is_derived() -> None:
    assert replace(CLAIM, denies=("f" * 32,), extractor="other 1").id == CLAIM.id
    assert replace(CLAIM, standing="denied").id != CLAIM.id


def test_a_claim_has_no_other_fields() -> None:
    with pytest.raises(TypeError, match="no colour"):
        replace(CLAIM, colour="red")
    assert replace(Quote(0, 2, "ab"), end=1) == Quote(0, 1, "ab")


def test_claims_of_one_place_have_an_order() -> None:
    several = [replace(CLAIM, standing=standing) for standing in ("asserted", "possible", "denied")]
    turned = [several[2], several[0], several[1]]
    assert sorted(several) == sorted(turned) == sorted(several, key=lambda one: one.id)
