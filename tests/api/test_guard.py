"""Who is let in: the right host, the token, the same site; and what the page may load."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import AT, BASE
from vedette.api import Access, create_app
from vedette.api.users import add_user, load_users
from vedette.model import VedetteError

ACCEPT = {"kind": "accept", "targets": ["0000"], "by": "me", "reason": "seen"}


@pytest.mark.parametrize("host", ["127.0.0.1:8420", "localhost", "[::1]:8420"])
def test_this_machine_goes_by_its_own_names(client: TestClient, host: str) -> None:
    assert client.get("/api/overview", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8420", ""])
def test_a_name_pointed_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/overview", headers={"Host": host}).status_code == 421


def test_a_foreign_page_cannot_judge(ledger: Path) -> None:
    with TestClient(create_app(ledger, lambda: AT), base_url=BASE) as plain:
        assert plain.post("/api/judgements", json=ACCEPT).status_code == 403
        foreign = {"X-Vedette": "x", "Sec-Fetch-Site": "cross-site"}
        assert plain.post("/api/judgements", json=ACCEPT, headers=foreign).status_code == 403


def test_nothing_is_told_without_the_token(ledger: Path) -> None:
    with TestClient(create_app(ledger, lambda: AT, Access(token="s3cret")), base_url=BASE) as asking:  # noqa: S106
        assert asking.get("/api/overview").status_code == 401
        assert asking.get("/api/overview", headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert asking.get("/api/overview", headers={"Authorization": "Bearer s3cret"}).status_code == 200
        assert asking.get("/api/overview?token=s3cret").status_code == 200
        assert asking.get("/api/overview").status_code == 200, "the first visit with the token leaves a cookie"


def test_who_has_a_token_of_their_own_judges_under_its_name(ledger: Path, tmp_path: Path) -> None:
    token = add_user(tmp_path / "users.toml", "Ana Ruiz")
    assert token not in (tmp_path / "users.toml").read_text("utf-8")
    users = load_users(tmp_path / "users.toml")
    with TestClient(create_app(ledger, lambda: AT, Access(users=users)), base_url=BASE) as asking:
        assert asking.get("/api/overview").status_code == 401
        assert asking.get(f"/api/columns?token={token}").status_code == 200
        assert asking.get("/api/overview").json()["user"] == "Ana Ruiz"
        claim = asking.get("/api/columns").json()["id"][0]
        posted = {**ACCEPT, "targets": [claim], "by": "somebody else"}
        assert asking.post("/api/judgements", json=posted, headers={"X-Vedette": "x"}).json()["by"] == "Ana Ruiz"


@pytest.mark.parametrize("text", ["", "[users]", '[users]\nAna = "s3cret"', "users = 3", "[users"])
def test_what_is_no_file_of_users_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "users.toml").write_text(text, "utf-8")
    with pytest.raises(VedetteError, match="users"):
        load_users(tmp_path / "users.toml")


def test_a_name_is_given_once(tmp_path: Path) -> None:
    add_user(tmp_path / "users.toml", "Ana Ruiz")
    add_user(tmp_path / "users.toml", 'Lê "K" Müller')
    assert set(load_users(tmp_path / "users.toml").values()) == {"Ana Ruiz", 'Lê "K" Müller'}
    with pytest.raises(VedetteError, match="there already"):
        add_user(tmp_path / "users.toml", "Ana Ruiz")


def test_every_answer_says_what_may_be_loaded(client: TestClient) -> None:
    for path in ("/", "/api/overview", "/api/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_only_the_tile_server_that_was_asked_for_may_be_asked(ledger: Path) -> None:
    tiles = Access(tiles="https://tiles.example.org:8443/a/{z}/{x}/{y}.png")
    with TestClient(create_app(ledger, lambda: AT, tiles), base_url=BASE) as asking:
        policy = asking.get("/api/overview").headers["content-security-policy"]
    assert "connect-src 'self' https://tiles.example.org:8443;" in policy


@pytest.mark.parametrize(
    "address", ["tiles", "javascript:alert(1)//{z}{x}{y}", "https://tiles.example.org/", "//a/{z}{x}{y}"]
)
def test_what_is_no_tile_address_is_refused(ledger: Path, address: str) -> None:
    with pytest.raises(VedetteError, match="no tile address"):
        create_app(ledger, lambda: AT, Access(tiles=address))
