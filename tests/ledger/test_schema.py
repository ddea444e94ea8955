"""The file: made, refused, brought up to date; and a database that refuses to forget."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.examples import ALL, ENTERED, MONDAY, REPORT, V2, record
from vedette.ledger import Ledger, open_ledger
from vedette.ledger.schema import Migration, connect, migrations
from vedette.model import Issue, VedetteError

CURRENT = migrations()
NEXT = len(CURRENT) + 1
GROWS = Migration(NEXT, "create table note (text text) strict; insert into note values ('carried over');")
FAILS = Migration(NEXT, "create table note (text text) strict; insert into nowhere values (1);")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger file with claims in it."""
    path = tmp_path / "old.ledger"
    with open_ledger(path) as ledger:
        record(ledger, *ALL)
        record(ledger, ENTERED, extractor=V2)
        ledger.judge("accept", [ENTERED.id], "seen on video", MONDAY, "anna")
        ledger.note_issue(Issue("b.txt", "is empty"), ledger.history(ENTERED.id)[0].recorded_at)
    return path


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """The same file, opened by somebody else's tool."""
    connection = sqlite3.connect(path, autocommit=True)
    yield connection
    connection.close()


def tables(database: sqlite3.Connection) -> list[str]:
    """The tables that hold the ledger; those of the search index are its own."""
    asked = "select name from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite_%'"
    return [name for (name,) in database.execute(asked)]


def test_the_migrations_are_numbered_without_a_gap() -> None:
    assert [step.version for step in CURRENT] == list(range(1, NEXT))


def test_every_table_is_strict(database: sqlite3.Connection) -> None:
    asked = "select strict from pragma_table_list where name = ?"
    assert {name: database.execute(asked, [name]).fetchone()[0] for name in tables(database)} == dict.fromkeys(
        tables(database), 1
    )


@pytest.mark.parametrize("doing", ["delete from {}", "insert or replace into {} select * from {}"])
def test_no_table_lets_go_of_a_row(database: sqlite3.Connection, doing: str) -> None:
    for table in tables(database):
        assert database.execute(f"select count(*) from {table}").fetchone()[0] > 0, table  # noqa: S608
        with pytest.raises(sqlite3.IntegrityError, match="only grows: append"):
            database.execute(doing.format(table, table))


def test_no_column_can_be_changed(database: sqlite3.Connection) -> None:
    for table in tables(database):
        for (column,) in database.execute("select name from pragma_table_info(?)", [table]).fetchall():
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                database.execute(f"update {table} set {column} = {column}")  # noqa: S608


@pytest.mark.parametrize("doing", ["delete from claim_words", "update claim_words set evidence = 'nothing'"])
@pytest.mark.parametrize("row", ["", " where rowid = 1"])
def test_the_search_index_lets_go_of_nothing(database: sqlite3.Connection, doing: str, row: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="claim_words"):
        database.execute(doing + row)


def test_the_ledger_is_in_wal_mode_with_foreign_keys(path: Path) -> None:
    connection = connect(path, CURRENT)
    assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    assert connection.execute("pragma foreign_keys").fetchone() == (1,)
    connection.close()


def test_an_old_ledger_is_brought_up_to_date(path: Path) -> None:
    connection = connect(path, (*CURRENT, GROWS))
    assert connection.execute("select text from note").fetchone() == ("carried over",)
    assert connection.execute("pragma user_version").fetchone() == (NEXT,)
    assert connection.execute("select count(*) from claim").fetchone() == (3,)
    connection.close()


def test_a_migration_is_applied_once(path: Path) -> None:
    for _ in range(2):
        connect(path, (*CURRENT, GROWS)).close()
    connection = connect(path, (*CURRENT, GROWS))
    assert connection.execute("select count(*) from note").fetchone() == (1,)
    connection.close()


def test_a_migration_that_fails_leaves_the_old_version_whole(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        connect(path, (*CURRENT, FAILS))
    with open_ledger(path) as ledger:
        assert tuple(ledger.claims()) == (ENTERED,)
    assert connect(path, (*CURRENT, GROWS)).execute("select count(*) from note").fetchone() == (1,)


def test_a_ledger_from_a_newer_vedette_is_refused(path: Path) -> None:
    connect(path, (*CURRENT, GROWS)).close()
    with pytest.raises(VedetteError, match=f"newer Vedette .schema {NEXT}, this one knows {NEXT - 1}."):
        open_ledger(path)


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table song (title text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(VedetteError, match="is not a Vedette ledger"):
        open_ledger(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Shells fell on the market. " * 50, b"\x00" * 5000, b"x"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(VedetteError, match=r"report\.txt: is not a Vedette ledger"):
        open_ledger(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match="unable to open"):
        open_ledger(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(VedetteError, match="data"):
        open_ledger(tmp_path / "data" / "reports.ledger")


def test_the_folder_of_a_new_ledger_is_made(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "some" / "where" / "reports.ledger")) as ledger:
        assert ledger.path.exists()


def test_a_missing_ledger_can_be_refused(tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match="there is no ledger here yet"):
        open_ledger(tmp_path / "misspelt.ledger", create=False)
    assert list(tmp_path.iterdir()) == []


def test_what_was_recorded_is_there_when_opened_again(path: Path) -> None:
    with open_ledger(path, create=False) as ledger:
        assert ledger.document(REPORT.id) == REPORT
        assert ledger.counts().withdrawn == 2


def test_a_ledger_that_another_process_will_not_let_go_of_is_told(
    path: Path, database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.ledger.schema.PATIENCE_SECONDS", 0)
    database.execute("begin immediate")
    with open_ledger(path) as ledger, pytest.raises(VedetteError, match=r"old\.ledger: database is locked"):
        record(ledger, *ALL, extractor="rules 3")


def test_a_full_disk_is_told_and_the_ledger_stays_whole(path: Path) -> None:
    connection = connect(path, CURRENT)
    (pages,) = connection.execute("pragma page_count").fetchone()
    connection.execute(f"pragma max_page_count = {pages}")
    with Ledger(connection, path) as ledger:
        with pytest.raises(VedetteError, match="full"):
            ledger.record(REPORT, b"raw", "a.txt", [], "rules 3", MONDAY, "reader", [Issue("x" * 99_999, "long")])
        assert tuple(ledger.claims()) == (ENTERED,)
        assert not ledger.knows(REPORT.id, "rules 3")


def test_our_own_mistakes_stay_tracebacks(path: Path) -> None:
    with open_ledger(path) as ledger, pytest.raises(sqlite3.OperationalError, match="no such table"):
        ledger._rows("select * from nowhere")
