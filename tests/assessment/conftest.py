"""A reader for the rules that are proved by sentences, loaded once."""

from collections.abc import Callable, Iterable

import pytest

from vedette.model import Claim, Document
from vedette.reader import Reader

type Read = Callable[[Iterable[str]], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader itself, for reports of several days."""
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reports as "Outlet: text" to the claims of all of them, statements that only repeat others left out."""

    def claims(reports: Iterable[str]) -> tuple[Claim, ...]:
        told = [one.partition(": ") for one in reports]
        documents = [Document(text, outlet, published="2025-01-24") for outlet, _, text in told]
        return tuple(one for found in reader.claims_of(documents) for one in found if one.kind != "statement")

    return claims
