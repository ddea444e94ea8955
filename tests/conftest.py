"""Fixtures that load the models once for the whole run."""

from collections.abc import Iterator

import pytest

from vedette.mentions import Marker


@pytest.fixture(scope="session", autouse=True)
def nothing_added(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What whoever runs the tests added to gazetteer and registry stays out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VEDETTE_PLACES", str(tmp_path_factory.mktemp("places")))
        patch.setenv("VEDETTE_ACTORS", str(tmp_path_factory.mktemp("actors") / "actors.toml"))
        yield


@pytest.fixture(scope="session")
def marker() -> Marker:
    """The real marker, loaded once."""
    return Marker()
