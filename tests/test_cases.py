"""The engine against the cases: what each text must give and must not; open cases fail until the engine is mended."""

import pytest

from tests.cases_support import OPEN, Case, cases, matches, told
from vedette.claims import extract
from vedette.mentions import Marker
from vedette.model import Document

CASES = tuple(cases())


def parameter(case: Case) -> object:
    """A case as a test; an open one must fail, so that a mended one is moved to its theme."""
    marks = [pytest.mark.xfail(strict=True, reason="the engine does not read this yet")] if case.theme == OPEN else []
    return pytest.param(case, id=f"{case.theme}-{case.name}", marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_a_text_gives_the_claims_it_must_and_none_it_must_not(marker: Marker, case: Case) -> None:
    found = extract(marker.mark(Document(case.text, outlet=case.outlet, published=case.published)))
    listed = "\n".join(["found:", *map(told, found)])
    missing = [partial for partial in case.must if not any(matches(partial, claim) for claim in found)]
    wrong = [partial for partial in case.mustnot if any(matches(partial, claim) for claim in found)]
    assert not missing, f"missing {missing}\n{listed}"
    assert not wrong, f"wrong {wrong}\n{listed}"


def test_no_two_cases_have_one_name_or_one_text() -> None:
    assert len({case.name for case in CASES}) == len({case.text for case in CASES}) == len(CASES)
