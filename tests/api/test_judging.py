"""Judgements are appended over HTTP, obeyed at once, and undone by appending."""

from typing import Any

from fastapi.testclient import TestClient


def post(client: TestClient, **judgement: object) -> dict[str, Any]:
    answer = client.post("/api/judgements", json={"by": "Ana", "reason": "seen on video", **judgement})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_a_rejected_claim_is_gone_until_the_judgement_is_undone(client: TestClient) -> None:
    claim = client.get("/api/columns").json()["id"][0]
    rejected = post(client, kind="reject", targets=[claim])
    assert claim not in client.get("/api/columns").json()["id"]
    assert client.get(f"/api/claims/{claim}").json()["judgements"][0]["by"] == "Ana"
    post(client, kind="undo", targets=[rejected["id"]])
    assert claim in client.get("/api/columns").json()["id"]
    assert len(client.get("/api/judgements").json()["items"]) == 2


def test_a_correction_is_shown_and_kept_apart_from_what_was_read(client: TestClient) -> None:
    claim = client.get("/api/columns").json()["id"][0]
    post(client, kind="correct", targets=[claim], value={"standing": "unverified"})
    assert client.get(f"/api/claims/{claim}").json()["claim"]["standing"] == "unverified"


def test_a_judgement_of_nothing_is_refused(client: TestClient) -> None:
    answer = client.post("/api/judgements", json={"kind": "accept", "targets": ["ffff"], "by": "A", "reason": "r"})
    assert answer.status_code == 404
    empty = client.post("/api/judgements", json={"kind": "accept", "targets": [], "by": "A", "reason": "r"})
    assert empty.status_code == 422
