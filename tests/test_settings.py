"""Settings come from one table, the environment and options."""

from pathlib import Path

import pytest

from vedette.model import VedetteError
from vedette.settings import ledger_path, places_path, text_limit


def test_an_option_wins_over_the_environment_and_that_over_the_data_folder() -> None:
    assert ledger_path("a.db", {"VEDETTE_LEDGER": "b.db"}) == Path("a.db")
    assert ledger_path(None, {"VEDETTE_LEDGER": "b.db"}) == Path("b.db")
    assert ledger_path(None, {}).name == "ledger.db"


def test_places_lie_where_the_environment_says_or_beside_the_ledger() -> None:
    assert places_path({"VEDETTE_PLACES": "p"}) == Path("p")
    assert places_path({}) == ledger_path(None, {}).parent / "places"


def test_a_limit_is_a_number_above_nought() -> None:
    assert text_limit({}) == 5_000_000 and text_limit({"VEDETTE_LIMIT": "10"}) == 10
    with pytest.raises(VedetteError, match="VEDETTE_LIMIT"):
        text_limit({"VEDETTE_LIMIT": "many"})
