"""Opens the one file of a ledger and brings its schema up to date, a numbered migration at a time."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from vedette.model import VedetteError

APPLICATION = 0x56454454  # "VEDT", in the header of every ledger
PATIENCE_SECONDS = 60
SMALLEST = 512  # bytes of a database of one page
CACHE_KB = 1 << 16  # what is searched by lies all over a large file, which is slow where little is kept at hand
# One statement, so that nobody else can make the ledger between two of these.
_MARKS = """
    select application_id, user_version, (select count(*) from sqlite_schema)
    from pragma_application_id, pragma_user_version
"""
_USERS_TO_MEND = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_PERM,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: the version it leads to, and its SQL."""

    version: int
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Every migration that this Vedette brings, oldest first."""
    scripts = [item for item in (files("vedette.ledger") / "migrations").iterdir() if item.name.endswith(".sql")]
    return tuple(
        Migration(int(item.name.partition("_")[0]), item.read_text("utf-8"))
        for item in sorted(scripts, key=lambda item: item.name)
    )


@contextmanager
def trouble_told(path: Path) -> Iterator[None]:
    """Turn what the user can mend (locked, full, damaged, not a database) into one line; our bugs stay tracebacks."""
    try:
        yield
    except OSError as error:
        raise VedetteError(f"{path}: {error.strerror or error}") from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code not in _USERS_TO_MEND:
            raise
        what = "is not a Vedette ledger" if code == sqlite3.SQLITE_NOTADB else str(error)
        raise VedetteError(f"{path}: {what}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the right to write is taken first, so that two writers wait for one another."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def connect(path: Path, steps: Sequence[Migration]) -> sqlite3.Connection:
    """A connection to a ledger whose schema is as new as `steps`; makes the file and its folder where there is none."""
    with trouble_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_other_files(path)
        # Whoever shares a ledger between threads has them take turns.
        connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, autocommit=True, check_same_thread=False)
        try:
            connection.text_factory = _text
            connection.execute("pragma foreign_keys = on")
            upgrade(connection, path, steps)
            connection.execute("pragma journal_mode = wal")
            connection.execute(f"pragma cache_size = -{CACHE_KB}")
        except BaseException:
            connection.close()
            raise
    return connection


def upgrade(connection: sqlite3.Connection, path: Path, steps: Sequence[Migration]) -> None:
    """Apply the migrations that the ledger lacks, each whole or not at all."""
    for step in steps[_version(connection, path, steps) :]:
        with transaction(connection):
            if _version(connection, path, steps) < step.version:
                connection.executescript(step.sql)
                connection.execute(f"pragma application_id = {APPLICATION}")
                connection.execute(f"pragma user_version = {step.version}")


def _version(connection: sqlite3.Connection, path: Path, steps: Sequence[Migration]) -> int:
    owner, version, things = connection.execute(_MARKS).fetchone()
    if owner != APPLICATION and (owner or version or things):
        raise VedetteError(f"{path}: is not a Vedette ledger")
    if version > len(steps):
        raise VedetteError(f"{path}: was written by a newer Vedette (schema {version}, this one knows {len(steps)})")
    return int(version)


def _refuse_other_files(path: Path) -> None:
    """SQLite itself would take a file of a few bytes for an empty database, and write over it.

    By its size alone: whoever opens and closes a database beside SQLite lets go all locks that the process has on it.
    """
    if path.is_file() and 0 < path.stat().st_size < SMALLEST:
        raise VedetteError(f"{path}: is not a Vedette ledger")


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")
