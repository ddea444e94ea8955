"""Fixtures that load the models once for the whole run."""

import pytest

from vedette.mentions import Marker


@pytest.fixture(scope="session")
def marker() -> Marker:
    """The real marker, loaded once."""
    return Marker()
