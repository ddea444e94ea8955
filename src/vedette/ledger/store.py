"""The ledger: record what was read and what people judged, and ask what was believed at a moment."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import batched
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from vedette.ledger import judging, writing
from vedette.ledger.rows import DOCUMENT_COLUMNS, document_of, loaded, plain
from vedette.ledger.schema import connect, migrations, transaction, trouble_told
from vedette.ledger.selecting import BELIEVED, CATALOGUE, EXPORTED, NUMBERS, WITHDRAWN, matching, question, recorded_by
from vedette.ledger.values import EVERYTHING, ClaimFilter, Counts, Entry, Growth, KeptIssue, Recorded
from vedette.ledger.words import END_OF_TIME, from_text, to_text
from vedette.model import (
    NOW,
    Claim,
    Document,
    Issue,
    Judgement,
    JudgementKind,
    Judgements,
    Moment,
    VedetteError,
    claim_from_dict,
    in_force,
)

_RECORDS = "select seq, record from claim where seq in (select value from json_each(?))"
_NEVER_BESIDE = """
    claim.document = (select document from claim where id = :claim) and claim.seq not in (
        select other.claim from given join claim as judged on judged.seq = given.claim
        join given as other on other.reading = given.reading where judged.id = :claim
    )
"""
_NEWEST = """
    select (select max(rowid) from document), (select max(seq) from entry), (select max(seq) from judgement),
           (select max(seq) from issue)
"""
_IDS = "select id from claim where seq in (select value from json_each(?))"
_AT_ONCE = 500
_PREFIX = re.compile(r"[0-9a-f]{4,32}")
_SHOWN = 5
_COUNTS = """
    select (select count(*) from document), (select count(*) from reading),
           coalesce(sum(operation = 'record'), 0), coalesce(sum(operation = 'withdraw'), 0),
           (select count(*) from issue)
    from entry where seq in (select max(seq) from entry group by claim)
"""


def open_ledger(path: Path | str, *, create: bool = True) -> "Ledger":
    """The ledger in a file, brought up to date; made with its folder where there is none, unless `create` is False."""
    path = Path(path).expanduser()
    if not create and not path.exists():
        raise VedetteError(f"{path}: there is no ledger here yet")
    return Ledger(connect(path, migrations()), path)


class Ledger:
    """Documents and the claims read from them, in one file that only grows. Close it, or use it in a `with`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def knows(self, document_id: str, extractor: str) -> bool:
        """Whether this version of the extractor has read the document."""
        asked = "select 1 from reading where document = ? and extractor = ?"
        return bool(self._rows(asked, document_id, extractor))

    def record(
        self,
        document: Document,
        raw: bytes,
        name: str,
        claims: Iterable[Claim],
        extractor: str,
        at: datetime,
        by: str,
        issues: Iterable[Issue] = (),
    ) -> Recorded:
        """Add one reading of a document, whole or not at all; a reading that is known adds nothing.

        `extractor` is "name version". What an earlier version of the same extractor gave and this one does not is
        withdrawn; claims given again keep their history, claims withdrawn before are recorded anew.
        """
        given = {claim.id: claim for claim in claims}
        if strays := [id_ for id_, claim in given.items() if claim.document.id != document.id]:
            raise ValueError(f"claim {strays[0]} is not from document {document.id}")
        stamp = writing.Stamp(to_text(at), plain(by))
        with self.at_once():
            document_new = writing.add_document(self._connection, document, raw, name, stamp.at)
            if self.knows(document.id, extractor):
                return Recorded(0, len(given), 0, document_new)
            reading = writing.add_reading(self._connection, document, extractor, stamp)
            new = writing.add_claims(self._connection, reading, given, stamp)
            withdrawn = writing.supersede(self._connection, reading, document, extractor, stamp)
            writing.add_issues(self._connection, issues, document.id, stamp.at)
        return Recorded(new, len(given) - new, withdrawn, document_new)

    def note_issue(self, issue: Issue, at: datetime) -> bool:
        """Keep the issue of an input that could not be read; False when the very same is kept already."""
        with self.at_once():
            return bool(writing.add_issues(self._connection, [issue], None, to_text(at)))

    def judge(
        self,
        kind: JudgementKind,
        targets: Sequence[str],
        reason: str,
        at: datetime,
        by: str,
        value: str | Mapping[str, Any] = "",
    ) -> Judgement:
        """Append what a person decided: on a claim, on two of them, on a source, or to undo a judgement.

        Ids may be shortened. `value` is the grade of a source, or the corrected fields of a claim as exported.
        """
        if not reason.strip() or not by.strip():
            raise VedetteError("a judgement needs a reason, and the name of who judges")
        with self.at_once():
            known = self._judged(kind, targets)
            judgement = Judgement(kind, known, plain(by), plain(reason), to_text(at), self._value(kind, known, value))
            judging.add_judgement(self._connection, judgement)
        return judgement

    def judgements(self, moment: Moment = NOW) -> Judgements:
        """What people had decided by a moment, each bound to the claims that stand for those it was about."""
        asked = f"select {judging.COLUMNS} from judgement where recorded_at <= ? order by seq"  # noqa: S608
        rows = self._rows(asked, to_text(moment.known_at) if moment.known_at else END_OF_TIME)
        return in_force(self._bound(judging.judgement_of(row), moment) for row in rows)

    def claims(self, moment: Moment = NOW, where: ClaimFilter = EVERYTHING) -> Iterator[Claim]:
        """The claims believed at a moment that pass a filter, by publication, undated documents last."""
        sql, named = question(where, moment)
        return self._rebuilt(self._rows(sql, **named))

    def gained(self, mark: int, moment: Moment = NOW) -> Growth:
        """What was recorded after a mark, as believed at a moment; the mark 0 lies before everything."""
        newest = self._newest()
        added = tuple(self._rebuilt(self._believed(moment, mark)))
        removed = self._column(WITHDRAWN, recorded=recorded_by(moment), mark=mark)
        return Growth(added, tuple(removed), newest)

    def turned(self, before: Moment, after: Moment) -> Growth:
        """What is believed at another moment and was not at the first, and what no longer; the mark is the newest."""
        old, new = (
            {(seq, denies): document for seq, document, denies in self._believed(one)} for one in (before, after)
        )
        added = [(seq, new[seq, denies], denies) for seq, denies in new if (seq, denies) not in old]
        kept = {seq for seq, _ in new}
        removed = json.dumps([seq for seq, _ in old if seq not in kept])
        return Growth(tuple(self._rebuilt(added)), tuple(self._column(_IDS, removed)), self._newest())

    def matching(self, where: ClaimFilter) -> list[int]:
        """The numbers of all claims ever recorded that pass a filter, believed or not, in no order; this costs little.

        A claim has one number for good.
        """
        sql, named = matching(where)
        return self._listed(sql, **named)

    def numbers(self, ids: Sequence[str]) -> list[int]:
        """The numbers of the claims of some ids."""
        return self._listed(NUMBERS, ids=json.dumps(ids))

    def exported(self, ids: Sequence[str]) -> str:
        """The claims of some ids as exported, in that order, without what people corrected: a JSON list."""
        return str(self._rows(EXPORTED, ids=json.dumps(ids))[0][0])

    def catalogue(self, start: int, limit: int) -> str:
        """So many documents without their texts, in the order in which they were recorded: a JSON list.

        They are numbered from 1 in that order, as none is ever taken out; `start` is the number before the first.
        """
        return str(self._rows(CATALOGUE, start=start, limit=limit)[0][0])

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Have all that is recorded inside kept together, or nothing of it: the disk is waited for but once."""
        if self._connection.in_transaction:
            yield
            return
        with trouble_told(self.path), transaction(self._connection):
            yield

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Have all questions inside answered from one state of the ledger, whatever others write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        with trouble_told(self.path):
            self._connection.execute("begin")
        try:
            yield
        finally:
            self._connection.execute("commit")

    def claim(self, id_or_prefix: str) -> Claim:
        """The claim, believed or withdrawn, whose id begins so; VedetteError when there is none or more than one."""
        claim_id = self._whole_id("claim", id_or_prefix)
        row = """select claim.seq, claim.document, entry.denies from claim join entry on entry.claim = claim.seq
                 where claim.id = ? and operation = 'record' order by entry.seq desc limit 1"""
        return next(self._rebuilt(self._rows(row, claim_id)))

    def history(self, claim_id: str) -> tuple[Entry, ...]:
        """Everything that was recorded of a claim, oldest first."""
        asked = """select entry.seq, claim.id, operation, recorded_at, by, reason
                   from entry join claim on claim.seq = entry.claim where claim.id = ? order by entry.seq"""
        rows = self._rows(asked, self._whole_id("claim", claim_id))
        return tuple(Entry(seq, id_, what, from_text(at), by, reason) for seq, id_, what, at, by, reason in rows)

    def document(self, id_or_prefix: str) -> Document:
        """The document whose id begins so; VedetteError when there is none or more than one."""
        asked = f"select {DOCUMENT_COLUMNS} from document where id = ?"  # noqa: S608 - a constant
        return document_of(self._rows(asked, self._whole_id("document", id_or_prefix))[0])

    def documents(self) -> Iterator[Document]:
        """All documents in the order in which they were recorded."""
        return (self.document(id_) for id_ in self._column("select id from document order by rowid"))

    def raw(self, document_id: str) -> bytes:
        """The bytes that a document was read from."""
        asked = "select bytes from document join blob using (sha256) where id = ?"
        return bytes(self._rows(asked, self._whole_id("document", document_id))[0][0])

    def issues(self) -> Iterator[KeptIssue]:
        """Every issue, in the order in which they were kept."""
        rows = self._rows("select source, problem, line, recorded_at, document from issue order by seq")
        return (KeptIssue(Issue(source, what, line), from_text(at), of) for source, what, line, at, of in rows)

    def version(self) -> str:
        """Changes whenever something was added: a document, a claim, a withdrawal, a judgement, an issue."""
        return "-".join(str(newest or 0) for newest in self._rows(_NEWEST)[0])

    def published(self) -> tuple[str | None, str | None]:
        """When the first and the last document were published, as ISO text in UTC; None where none is dated."""
        first, last = self._rows("select (select min(said) from claim), (select max(said) from claim)")[0]
        return first, last

    def counts(self) -> Counts:
        """How much the ledger holds."""
        documents, readings, believed, withdrawn, issues = self._rows(_COUNTS)[0]
        return Counts(documents, readings, believed, withdrawn, issues)

    def _rows(self, sql: str, *values: object, **named: object) -> list[Any]:
        """All rows at once: a question left half read would hold its view of the file and block a later write."""
        with trouble_told(self.path):
            return self._connection.execute(sql, named or values).fetchall()

    def _believed(self, moment: Moment, mark: int = 0) -> list[tuple[int, str, str]]:
        sql, named = question(EVERYTHING, moment, mark)
        return self._rows(sql, **named)

    def _newest(self) -> int:
        return int(self._rows("select coalesce(max(seq), 0) from entry")[0][0])

    def _listed(self, sql: str, **named: object) -> list[int]:
        found: list[int] = json.loads(self._rows(sql, **named)[0][0])
        return found

    def _column(self, sql: str, *values: object, **named: object) -> Iterator[Any]:
        return (value for (value,) in self._rows(sql, *values, **named))

    def _rebuilt(self, rows: Iterable[tuple[int, str, str]]) -> Iterator[Claim]:
        document: Document | None = None
        for some in batched(rows, _AT_ONCE):
            records = dict(self._rows(_RECORDS, json.dumps([seq for seq, _, _ in some])))
            for seq, document_id, denies in some:
                if document is None or document.id != document_id:
                    document = self.document(document_id)
                record = loaded(records[seq])
                record["denies"] = loaded(denies)
                yield claim_from_dict(record, document, record["id"])

    def _judged(self, kind: JudgementKind, targets: Sequence[str]) -> tuple[str, ...]:
        """What a judgement is about, by whole ids; VedetteError where its kind is not about such a thing."""
        if len(targets) != (wanted := 2 if kind in {"same", "apart"} else 1):
            raise VedetteError(f"{kind} takes {wanted} {'thing' if wanted == 1 else 'things'} to judge")
        if kind == "grade":
            return (judging.source_of(targets[0]),)
        known = tuple(self._whole_id("judgement" if kind == "undo" else "claim", one) for one in targets)
        if len(set(known)) != wanted:
            raise VedetteError(f"{kind} takes two claims, not the same one twice")
        return known

    def _value(self, kind: JudgementKind, known: tuple[str, ...], value: str | Mapping[str, Any]) -> str:
        if kind == "correct":
            return judging.corrected_value(self.claim(known[0]), value if isinstance(value, Mapping) else {})
        return judging.grade_of(str(value)) if kind == "grade" else ""

    def _bound(self, judgement: Judgement, moment: Moment) -> Judgement:
        if judgement.kind in {"grade", "undo"}:
            return judgement
        return replace(judgement, now=tuple(self._today(one, moment) for one in judgement.targets))

    def _today(self, claim_id: str, moment: Moment) -> str:
        """The claim itself where it is read still; else, of those that were never read beside it, its heir."""
        row = {"claim": claim_id, "recorded": recorded_by(moment)}
        if self._rows(f"{BELIEVED} and claim.id = :claim", **row):
            return claim_id
        others = self._rows(f"{BELIEVED} and {_NEVER_BESIDE}", **row)
        return judging.heir(self.claim(claim_id), self._rebuilt(others))

    def _whole_id(self, table: str, given: str) -> str:
        prefix = given.strip().lower()
        if not _PREFIX.fullmatch(prefix):
            raise VedetteError(f"{given!r} is not the id of a {table}: give at least its first four hexadecimal digits")
        asked = f"select id from {table} where id between ? and ? order by id limit ?"  # noqa: S608 - our own names
        found = [id_ for (id_,) in self._rows(asked, prefix, prefix + "g", _SHOWN + 1)]
        if not found:
            raise VedetteError(f"no {table} has an id that begins with {prefix}")
        if len(found) > 1:
            more = ", ..." if len(found) > _SHOWN else ""
            raise VedetteError(f"{prefix} could be {', '.join(found[:_SHOWN])}{more}")
        return str(found[0])
