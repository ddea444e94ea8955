"""The whole system on one screen."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import vedette
from tests.made import claim, document
from vedette.documents import Loaded
from vedette.ledger import open_ledger
from vedette.model import Claim, Document, Issue
from vedette.reader import Reader
from vedette.run import ingest


class Pretender(Reader):
    """Gives one made claim for any document."""

    def claims_of(self, documents: Iterable[Document]) -> Iterator[tuple[Claim, ...]]:
        """One claim each."""
        return ((claim(of=one),) for one in documents)


def now() -> datetime:
    """Any moment."""
    return datetime(2024, 12, 8, tzinfo=UTC)


def test_a_batch_counts_what_it_read_knew_and_could_not_read(tmp_path: Path) -> None:
    one = Loaded(document(), b"raw", "a.txt")
    told: list[Loaded | Issue] = []
    with open_ledger(tmp_path / "l.db") as ledger:
        report = ingest([one, one, Issue("b.txt", "binary")], ledger, Pretender(), now, told.append)
        assert (report.read, report.known, report.unread, report.new_claims) == (1, 1, 1, 1)
        assert [str(issue) for issue in report.issues] == ["b.txt: binary"] and len(told) == 3
        assert [kept.id for kept in ledger.claims()] == [claim(of=document()).id]


def test_what_is_not_in_english_is_kept_without_claims() -> None:
    assert Reader().claims(Document("Les rebelles sont entrés à Homs.", language="fr")) == ()


def test_the_package_offers_the_reader_and_the_ledger() -> None:
    assert vedette.Reader is Reader and vedette.open_ledger is open_ledger
