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


def test_a_correction_may_say_in_a_few_words_what_is_right(client: TestClient) -> None:
    claim = client.get("/api/columns").json()["id"][0]
    made = post(client, kind="correct", targets=[claim], right={"day": "2024-12-05", "figure": "10..20"})
    assert set(made["value"]) == {"time", "quantity"}
    told = client.get(f"/api/claims/{claim}").json()["claim"]
    assert (told["time"]["from"], told["quantity"]["high"]) == ("2024-12-05", 20)
    body = {"kind": "correct", "targets": [claim], "by": "A", "reason": "r", "right": {"day": "soon"}}
    assert client.post("/api/judgements", json=body).status_code == 422


def test_a_claim_shows_what_was_judged_of_its_source_and_what_was_undone(client: TestClient) -> None:
    claim = client.get("/api/columns").json()["id"][0]
    source = client.get(f"/api/claims/{claim}").json()["claim"]["chain"][-1]["name"]
    graded = post(client, kind="grade", targets=[source.upper()], value="B")
    undone = post(client, kind="undo", targets=[graded["id"]])
    judged = client.get(f"/api/claims/{claim}").json()["judgements"]
    assert [one["id"] for one in judged][-2:] == [graded["id"], undone["id"]]
