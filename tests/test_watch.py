"""The situation of a ledger that grows, kept up to date."""

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from tests.made import claim, document
from vedette.ledger import Ledger, open_ledger
from vedette.model import NOW, Claim, Moment
from vedette.run import Watch, situation

AT = datetime(2024, 12, 8, tzinfo=UTC)
HOMS, HAMA = claim(), claim(place="Hama", of=document("Rebels entered Hama.", "B", "2024-12-09"))


def record(ledger: Ledger, *claims: Claim, extractor: str = "test 1") -> None:
    about = claims[0].document
    ledger.record(about, b"raw", "a.txt", claims, extractor, AT, "reader")


@pytest.mark.parametrize("moment", [NOW, Moment(known_at=AT), Moment(as_of=AT)])
def test_what_a_watch_knows_is_what_the_whole_ledger_gives(tmp_path: Path, moment: Moment) -> None:
    better = claim("control/capture")
    with open_ledger(tmp_path / "l.db") as ledger:
        watch = Watch(ledger)
        assert watch.situation(moment) == situation(ledger, moment)
        for step in (
            lambda: record(ledger, HOMS),
            lambda: record(ledger, HAMA),
            lambda: ledger.judge("reject", [HOMS.id], "old film", AT, "anna"),
            lambda: record(ledger, better, extractor="test 2"),
        ):
            step()
            assert watch.situation(moment) == situation(ledger, moment)


EARLY, BEFORE = Moment(known_at=AT), Moment(known_at=datetime(2024, 12, 7, 12, tzinfo=UTC))


@pytest.mark.parametrize("way", list(permutations([NOW, EARLY, BEFORE, Moment(as_of=AT)], 3)))
def test_whichever_moment_was_asked_before_the_answer_is_the_same(tmp_path: Path, way: tuple[Moment, ...]) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        record(ledger, HOMS, claim("control/capture", origin="the army"))
        record(ledger, HAMA)
        record(ledger, claim("control/hold"), claim("control/capture", origin="the army"), extractor="test 2")
        ledger.judge("reject", [HAMA.id], "old film", AT, "anna")
        watch = Watch(ledger)
        for moment in way:
            assert watch.situation(moment) == situation(ledger, moment)


def test_only_what_was_added_is_read_again(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        record(ledger, HOMS)
        first = ledger.gained(0)
        record(ledger, HAMA)
        second = ledger.gained(first.mark)
        assert ([one.id for one in first.added], [one.id for one in second.added]) == ([HOMS.id], [HAMA.id])
        record(ledger, claim("control/capture"), extractor="test 2")
        assert ledger.gained(second.mark).removed == (HOMS.id,)


def test_changes_since_a_moment_come_with_the_situation(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        record(ledger, HOMS)
        record(ledger, HAMA)
        found = situation(ledger, since=Moment(known_at=AT))
        assert {id_ for one in found.changes for id_ in one.reason.claims} == {HAMA.id}
