"""The proper name by which some fighters are called."""

import pytest

from vedette.assessment.control.labels import core_of


@pytest.mark.parametrize(
    ("phrase", "core"),
    [
        ("about 300 Karen guerrillas", "Karen"),
        ("Suspected Karen guerrillas", "Karen"),
        ("Viv Ansanm gunmen", "Viv Ansanm"),
        ("Karens", "Karen"),
        ("Heavily armed men", None),
        ("Unknown gunmen", None),
        ("Our forces", None),
    ],
)
def test_a_capital_that_only_opens_a_sentence_names_no_group(phrase: str, core: str | None) -> None:
    assert core_of(phrase) == core
