"""What can be read over HTTP is what the ledger holds, a page at a time, and only once where nothing has changed."""

import json

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import HOSTILE
from vedette.api.columns import NONE


def ids(client: TestClient, query: str = "") -> list[str]:
    return [one["id"] for one in client.get(f"/api/claims{query}").json()["items"]]


def test_the_overview_counts(client: TestClient) -> None:
    told = client.get("/api/overview").json()
    assert (told["documents"], told["claims"], told["ledger"]) == (2, 3, "ledger.db")


def test_pages_hold_every_claim_once(client: TestClient) -> None:
    seen: list[str] = []
    cursor = ""
    while True:
        page = client.get(f"/api/claims?limit=1{cursor}").json()
        seen += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert sorted(seen) == sorted(ids(client))
    assert len(seen) == 3


def test_filters_are_those_of_the_command_line(client: TestClient) -> None:
    assert len(ids(client, "?standing=denied")) == 1
    assert len(ids(client, "?kind=control&type=capture")) == 1
    assert client.get("/api/matches?text=entered").json()["ids"]


def test_what_was_published_later_was_not_known_before(client: TestClient) -> None:
    assert len(ids(client, "?known_at=2024-12-07")) == 2


def test_columns_hold_every_claim_and_come_once(client: TestClient) -> None:
    answer = client.get("/api/columns")
    columns = answer.json()
    assert len(columns["id"]) == len(columns["first"]) == len(columns["place_from"]) - 1 == 3
    assert columns["places"][columns["place"][0]]["name"] == "Homs"
    assert NONE not in columns["said"]
    again = client.get("/api/columns", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_document_is_given_to_the_letter(client: TestClient) -> None:
    found = next(one for one in client.get("/api/documents").json()["items"] if one["outlet"] == "<b>Post</b>")
    file = client.get(f"/api/documents/{found['id']}").json()
    assert file["text"] == HOSTILE
    assert [one["standing"] for one in file["claims"]] == ["denied"]


def test_the_export_is_that_of_the_command_line(client: TestClient) -> None:
    lines = client.get("/api/export/claims.jsonl").text.splitlines()
    assert {json.loads(line)["id"] for line in lines} == set(ids(client))


def test_the_brief_escapes_what_documents_say(client: TestClient) -> None:
    page = client.get("/brief")
    assert "<script>alert(1)" not in page.text
    assert "script-src" not in page.headers["content-security-policy"]


def test_errors_have_one_shape(client: TestClient) -> None:
    for path, status in (
        ("/api/claims/ffff", 404), ("/api/claims?limit=0", 422), ("/api/claims?cursor=!!", 422),
        ("/api/claims?known_at=never", 422), ("/api/nothing", 404), ("/api/documents/zz", 422),
    ):  # fmt: skip
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), path
        assert set(answer.json()) == {"title", "status", "detail"}


def test_documents_come_in_pages(client: TestClient) -> None:
    first = client.get("/api/documents?limit=1").json()
    second = client.get(f"/api/documents?limit=1&cursor={first['next']}").json()
    assert second["next"] is None
    assert {one["id"] for page in (first, second) for one in page["items"]} == {
        one["id"] for one in client.get("/api/documents").json()["items"]
    }


def test_a_place_goes_by_one_key_everywhere(client: TestClient) -> None:
    columns = client.get("/api/columns").json()
    control = client.get("/api/control").json()["items"]
    assert {"from", "state", "side", "others", "certainty", "part"} == set(control[0]["states"][0])
    keys = {one["key"] for one in control}
    assert keys and keys <= {one["key"] for one in columns["places"]}
    told = client.get(f"/api/claims/{columns['id'][0]}").json()["places"]
    [place] = (columns["places"][number] for number in columns["place"][: columns["place_from"][1]])
    assert told == [{"key": place["key"], "name": place["name"]}]
    assert client.get(f"/api/places/{place['key']}").json()["timeline"]["spot"]["key"] == place["key"]


def test_both_sides_of_a_contradiction_are_told_with_their_words(client: TestClient) -> None:
    columns = client.get("/api/columns").json()
    denial = columns["id"][columns["standing"].index(columns["standings"].index("denied"))]
    (found,) = client.get(f"/api/claims/{denial}").json()["contradictions"]
    assert client.get(f"/api/claims/{denial}").json()["text"].startswith("Denied: Homs")
    assert found["left"]["claim"] == denial and found["left"]["standing"] == "denied"
    assert found["right"]["words"] == "Rebels entered Homs." and found["right"]["who"] == "Example Times"
    event = client.get(f"/api/events/{denial}").json()
    assert [one["claim"] for one in event["denied"]] == [denial] and len(event["contradictions"]) == 1


@pytest.mark.parametrize(
    ("path", "field", "says"),
    [
        ("places/homs", "events", "Homs — entered by rebels"),
        ("parties/rebels", "events", "Homs — entered by rebels"),
        ("sources/Example Times", "events", "Homs"),
    ],
)
def test_a_dossier_has_what_is_known(client: TestClient, path: str, field: str, says: str) -> None:
    assert says in str(client.get(f"/api/{path}").json()[field])


@pytest.mark.parametrize("path", ["events/none", "figures/none"])
def test_there_is_no_dossier_of_what_nobody_told(client: TestClient, path: str) -> None:
    assert client.get(f"/api/{path}").status_code == 404
