"""What the clerk tells piece by piece is what it would tell of the whole; who asks gets one snapshot at a time."""

import json
import os
import signal
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import AT, BASE, filled
from tests.made import claim, document
from vedette.api import create_app
from vedette.api.clerk import Clerk, Grown, Question
from vedette.api.desk import NOTHING, Snapshot
from vedette.ledger import Ledger, open_ledger
from vedette.model import NOW, Moment

MORE = document("Rebels took Hama. Nine people were killed in Homs.", "Radio Delta", "2024-12-09T08:00:00+00:00")
EARLY = Moment(known_at=datetime(2024, 12, 7, 12, tzinfo=UTC))


def in_words(columns: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """The columns as rows, whatever the numbers in them are."""
    tables = {"kind": "kinds", "type": "types", "standing": "standings", "source": "sources", "document": "documents"}
    plain = [
        [columns[table][code] for code in columns[name]] for name, table in tables.items()
    ] + [columns[name] for name in ("id", "start", "first", "last", "said", "grade")]  # fmt: skip
    many = [
        [[columns[table][code] for code in columns[name][first:last]]
         for first, last in zip(columns[f"{name}_from"], columns[f"{name}_from"][1:], strict=False)]
        for name, table in (("place", "places"), ("party", "parties"))
    ]  # fmt: skip
    return [tuple(map(str, row)) for row in zip(*plain, *many, strict=True)]


def told(snapshot: Snapshot) -> dict[str, object]:
    """What a snapshot tells, without what only differs in the numbers of words."""
    bodies = {name: body for name, body in snapshot.told.items() if not name.endswith(".gz")}
    plain: dict[str, Any] = {name: json.loads(body or b"null") for name, body in bodies.items()}
    plain["columns"] = in_words(plain["columns"])
    ids = dict(zip(snapshot.numbers.tolist(), snapshot.ids.tolist(), strict=True))
    return {**plain, "ids": ids, "rows": snapshot.rows(list(ids)).tolist()}


def dossiers(clerk: Clerk, snapshot: Snapshot) -> list[bytes]:
    """Every dossier there is of what a snapshot knows."""
    columns, ids = json.loads(snapshot.told["columns"]), snapshot.ids.astype(str).tolist()
    keys = {
        "claims": ids, "events": ids, "places": [one["key"] for one in columns["places"]],
        "parties": columns["parties"], "sources": columns["sources"],
    }  # fmt: skip
    asked = [Question(noun, snapshot.moment, key) for noun, some in keys.items() for key in sorted(some)]
    return [clerk.answer(one).body for one in asked]


def grow(ledger: Ledger) -> None:
    taken, killed = claim("control/capture", place="Hama", of=MORE), claim("casualties/killed", people=9.0, of=MORE)
    ledger.record(MORE, b"c", "c.txt", [taken, killed], "test 1", AT, "test")


def test_what_is_told_step_by_step_is_what_is_told_of_the_whole(ledger: Path) -> None:
    with open_ledger(ledger) as book:
        first = next(iter(book.claims())).id
        clerk, last = Clerk(book, book), NOTHING
        steps = (
            lambda: None, lambda: grow(book), lambda: book.judge("reject", [first], "old film", AT, "anna"),
            lambda: book.judge("correct", [first], "the headline says so", AT, "anna", {"standing": "denied"}),
            lambda: book.judge("undo", [book.judgements().history[0].id], "meant another", AT, "anna"),
            lambda: book.record(MORE, b"c", "c.txt", [claim("control/hold", place="Hama", of=MORE)], "test 2", AT, "t"),
        )  # fmt: skip
        for step in steps:
            step()
            for moment in (NOW, EARLY):
                last = last.after(clerk.known(moment))
                other = Clerk(book, book)
                fresh = NOTHING.after(other.known(moment))
                assert told(last) == told(fresh)
                assert dossiers(clerk, fresh) == dossiers(other, fresh)
        assert last.after(clerk.known(EARLY)) is last, "nothing was new"


def test_an_answer_is_of_the_last_snapshot_until_the_next_is_whole(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.db")
    with TestClient(create_app(path, lambda: AT), base_url=BASE) as client, open_ledger(path) as book:
        before = client.get("/api/claims").json()
        grow(book)
        assert client.get("/api/claims").json() == before
        assert client.get("/api/overview").json()["claims"] == len(before["items"])
        for _ in range(100):
            time.sleep(0.1)
            if client.get("/api/overview").json()["claims"] == len(before["items"]) + 2:
                break
        assert len(client.get("/api/claims").json()["items"]) == len(before["items"]) + 2
        assert len(client.get("/api/columns").json()["id"]) == len(before["items"]) + 2


def test_a_clerk_that_ended_early_is_followed_by_another(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.db")
    app = create_app(path, lambda: AT)
    with TestClient(app, base_url=BASE) as client:
        assert client.get("/api/overview").status_code == 200
        os.kill(app.state.desk._present._process.pid, signal.SIGKILL)
        app.state.desk._present._process.join()
        assert client.get("/api/overview").status_code == 200, "the last snapshot is still there"
        codes = [client.get("/brief").status_code for _ in range(3)]
        assert codes[-1] == 200 and len(client.get("/api/columns").json()["id"]) == 3


@pytest.mark.parametrize("path", ["claims", "claims?kind=control", "matches", "documents", "control", "judgements"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/{path}")
    again = client.get(f"/api/{path}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/api/{path}", headers={"Accept-Encoding": "identity"}).json() == answer.json()


def test_a_page_follows_where_its_cursor_stood_though_the_claim_is_gone(ledger: Path) -> None:
    with TestClient(create_app(ledger, lambda: AT), base_url=BASE, headers={"X-Vedette": "t"}) as client:
        every = [one["id"] for one in client.get("/api/claims").json()["items"]]
        page = client.get("/api/claims?limit=1").json()
        gone = {"kind": "reject", "targets": [every[0]], "by": "Ana", "reason": "old film"}
        assert client.post("/api/judgements", json=gone).status_code == 201
        rest = client.get(f"/api/claims?cursor={page['next']}").json()["items"]
        assert {one["id"] for one in rest} <= set(every[1:])


def test_snapshots_never_change() -> None:
    later = NOTHING.after(replace(EMPTY, told={"control": b"{}"}))
    assert (dict(NOTHING.told), dict(later.told)) == ({}, {"control": b"{}"})


EMPTY = Grown(NOW, "1-1-1-1", {}, (), NOTHING.ids, NOTHING.numbers)
