"""What one reading of a document adds to the ledger. Every function here runs inside a transaction of its caller."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.ledger.rows import DOCUMENT_COLUMNS, claim_row, document_row, labels, plain, to_json
from vedette.ledger.words import fold
from vedette.model import Claim, Document, Issue

_NEWEST_ENTRIES = """
    select claim.id, claim.seq, entry.operation, entry.denies
    from claim join entry on entry.seq = (select max(seq) from entry where claim = claim.seq)
    where claim.document = ?
"""
_NEWEST_READINGS = "select max(seq) as seq from reading where document = :document and seq <> :reading group by name"
_SUPERSEDED = f"""
    select distinct claim from given join reading on reading.seq = given.reading
    where reading.document = :document and reading.name = :name and reading.seq <> :reading
    except select claim from given where reading = :reading
    except select claim from given join reading on reading.seq = given.reading
           where reading.seq in ({_NEWEST_READINGS}) and reading.name <> :name
"""  # noqa: S608 - put together from constants


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something is recorded, in the ledger's own text, and by whom."""

    at: str
    by: str


@dataclass(frozen=True, slots=True)
class State:
    """What is believed of a claim so far."""

    seq: int
    believed: bool
    denies: str


def add_document(connection: sqlite3.Connection, document: Document, raw: bytes, name: str, at: str) -> bool:
    """Keep a document and the bytes it was read from; False when it is known."""
    if connection.execute("select 1 from document where id = ?", [document.id]).fetchone():
        return False
    sha256 = hashlib.sha256(raw).hexdigest()
    if not connection.execute("select 1 from blob where sha256 = ?", [sha256]).fetchone():
        connection.execute("insert into blob values (?, ?)", [sha256, raw])
    connection.execute(
        f"insert into document (id, {DOCUMENT_COLUMNS}, sha256, name, recorded_at) values"  # noqa: S608
        f" (?, {', '.join(['cast(? as text)'] * len(DOCUMENT_COLUMNS.split(',')))}, ?, ?, ?)",
        [document.id, *document_row(document), sha256, plain(name), at],
    )
    return True


def add_reading(connection: sqlite3.Connection, document: Document, extractor: str, stamp: Stamp) -> int:
    """Note that an extractor has read a document."""
    values = [document.id, extractor, extractor.rpartition(" ")[0], stamp.by, stamp.at]
    cursor = connection.execute(
        "insert into reading (document, extractor, name, by, recorded_at) values (?, ?, ?, ?, ?)", values
    )
    return int(cursor.lastrowid or 0)


def add_claims(connection: sqlite3.Connection, reading: int, claims: Mapping[str, Claim], stamp: Stamp) -> int:
    """Record the claims of one document that a reading gave; how many of them were not believed before."""
    document = next(iter(claims.values())).document.id if claims else ""
    states = states_of(connection, document)
    labelled: dict[str, int] = {}
    new = 0
    for claim in claims.values():
        state = states.get(claim.id)
        seq = state.seq if state else _insert_claim(connection, claim, labelled)
        connection.execute("insert into given values (?, ?)", [reading, seq])
        denies = to_json(claim.denies)
        if not (state and state.believed and state.denies == denies):
            add_entry(connection, seq, "record", stamp, denies=denies)
        new += not (state and state.believed)
    return new


def supersede(connection: sqlite3.Connection, reading: int, document: Document, extractor: str, stamp: Stamp) -> int:
    """Withdraw what earlier versions of this extractor gave, this one does not, and no other extractor gives."""
    names = {"document": document.id, "reading": reading, "name": extractor.rpartition(" ")[0]}
    believed = {state.seq for state in states_of(connection, document.id).values() if state.believed}
    former = {seq for (seq,) in connection.execute(_SUPERSEDED, names)}
    for seq in sorted(former & believed):
        add_entry(connection, seq, "withdraw", stamp, f"superseded by extractor {extractor}")
    return len(former & believed)


def states_of(connection: sqlite3.Connection, document_id: str) -> dict[str, State]:
    """The state of every claim ever recorded from a document."""
    rows = connection.execute(_NEWEST_ENTRIES, [document_id])
    return {id_: State(seq, operation == "record", denies) for id_, seq, operation, denies in rows}


def add_entry(
    connection: sqlite3.Connection,
    seq: int,
    operation: str,
    stamp: Stamp,
    reason: str | None = None,
    denies: str = "[]",
) -> None:
    """Append a line to the history of a claim."""
    connection.execute(
        "insert into entry (claim, operation, denies, recorded_at, by, reason) values (?, ?, ?, ?, ?, ?)",
        [seq, operation, denies, stamp.at, stamp.by, reason],
    )


def add_issues(connection: sqlite3.Connection, issues: Iterable[Issue], document_id: str | None, at: str) -> int:
    """Keep the issues that are not kept already for this document, or for no document; how many were new."""
    new = 0
    for issue in issues:
        values = [plain(issue.where), issue.line, plain(issue.problem), document_id]
        known = "select 1 from issue where source = ? and line is ? and problem = ? and document is ?"
        if not connection.execute(known, values).fetchone():
            connection.execute(
                "insert into issue (source, line, problem, document, recorded_at) values (?, ?, ?, ?, ?)", [*values, at]
            )
            new += 1
    return new


def _insert_claim(connection: sqlite3.Connection, claim: Claim, labelled: dict[str, int]) -> int:
    row = claim_row(claim)
    cursor = connection.execute(
        "insert into claim (id, document, start, kind, type, standing, said, happened_first, happened_last, record)"
        " values (:id, :document, :start, :kind, :type, :standing, :said, :happened_first, :happened_last, :record)",
        row,
    )
    seq = int(cursor.lastrowid or 0)
    connection.execute("insert into claim_words (rowid, evidence) values (?, ?)", [seq, fold(claim.evidence.text)])
    for field, words in labels(claim):
        if words not in labelled:
            labelled[words] = _label(connection, words)
        connection.execute("insert into claim_label values (?, ?, ?)", [labelled[words], field, seq])
    return seq


def _label(connection: sqlite3.Connection, words: str) -> int:
    found = connection.execute("select seq from label where words = ?", [words]).fetchone()
    if found:
        return int(found[0])
    return int(connection.execute("insert into label (words) values (?)", [words]).lastrowid or 0)
