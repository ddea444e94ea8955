"""A reader of claims for short texts."""

from collections.abc import Callable

import pytest

from vedette.claims import extract
from vedette.mentions import Marker
from vedette.model import Claim, Document

type Read = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read(marker: Marker) -> Read:
    """The claims of a text, published on a Thursday by the Example Times."""

    def claims(
        text: str, outlet: str | None = "Example Times", published: str | None = "2025-01-30"
    ) -> tuple[Claim, ...]:
        return extract(marker.mark(Document(text, outlet=outlet, published=published)))

    return claims
