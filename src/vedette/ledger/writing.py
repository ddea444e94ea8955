"""What one reading of a document adds to the ledger. Every function here runs inside a transaction of its caller."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
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
    seqs = {id_: state.seq for id_, state in states.items()}
    seqs |= _insert_claims(connection, [claim for id_, claim in claims.items() if id_ not in states])
    connection.executemany("insert into given values (?, ?)", [(reading, seqs[id_]) for id_ in claims])
    known = {id_ for id_ in claims if id_ in states and states[id_].believed}
    denies = {id_: to_json(claim.denies) for id_, claim in claims.items()}
    changed = [id_ for id_ in claims if id_ not in known or states[id_].denies != denies[id_]]
    add_entries(connection, [(seqs[id_], "record", denies[id_], None) for id_ in changed], stamp)
    return len(claims) - len(known)


def supersede(connection: sqlite3.Connection, reading: int, document: Document, extractor: str, stamp: Stamp) -> int:
    """Withdraw what earlier versions of this extractor gave, this one does not, and no other extractor gives."""
    names = {"document": document.id, "reading": reading, "name": extractor.rpartition(" ")[0]}
    believed = {state.seq for state in states_of(connection, document.id).values() if state.believed}
    former = {seq for (seq,) in connection.execute(_SUPERSEDED, names)}
    gone = sorted(former & believed)
    add_entries(connection, [(seq, "withdraw", "[]", f"superseded by extractor {extractor}") for seq in gone], stamp)
    return len(gone)


def states_of(connection: sqlite3.Connection, document_id: str) -> dict[str, State]:
    """The state of every claim ever recorded from a document."""
    rows = connection.execute(_NEWEST_ENTRIES, [document_id])
    return {id_: State(seq, operation == "record", denies) for id_, seq, operation, denies in rows}


def add_entries(
    connection: sqlite3.Connection, entries: Iterable[tuple[int, str, str, str | None]], stamp: Stamp
) -> None:
    """Append lines to the history of claims: the claim, the operation, what it denies, and why."""
    connection.executemany(
        "insert into entry (claim, operation, denies, reason, recorded_at, by) values (?, ?, ?, ?, ?, ?)",
        [(*entry, stamp.at, stamp.by) for entry in entries],
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


def _insert_claims(connection: sqlite3.Connection, claims: Sequence[Claim]) -> dict[str, int]:
    """Keep new claims, and the words that they are found by; the number of each."""
    newest = connection.execute("select coalesce(max(seq), 0) from claim").fetchone()[0]
    seqs = {claim.id: seq for seq, claim in enumerate(claims, newest + 1)}
    connection.executemany(
        "insert into claim"
        " (seq, id, document, start, kind, type, standing, said, happened_first, happened_last, record) values"
        " (:seq, :id, :document, :start, :kind, :type, :standing, :said, :happened_first, :happened_last, :record)",
        [{"seq": seqs[claim.id], **claim_row(claim)} for claim in claims],
    )
    words = [(seqs[claim.id], fold(claim.evidence.text)) for claim in claims]
    connection.executemany("insert into claim_words (rowid, evidence) values (?, ?)", words)
    found = [(field, words, seqs[claim.id]) for claim in claims for field, words in labels(claim)]
    known = {words: _label(connection, words) for words in dict.fromkeys(words for _, words, _ in found)}
    rows = sorted((known[words], field, seq) for field, words, seq in found)
    connection.executemany("insert into claim_label values (?, ?, ?)", rows)
    return seqs


def _label(connection: sqlite3.Connection, words: str) -> int:
    found = connection.execute("select seq from label where words = ?", [words]).fetchone()
    if found:
        return int(found[0])
    return int(connection.execute("insert into label (words) values (?)", [words]).lastrowid or 0)
