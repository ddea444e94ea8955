"""Puts the SQL of a question together; every word of the user's goes in as a parameter."""

import re
from collections.abc import Callable, Iterator

from vedette.ledger.values import ClaimFilter
from vedette.ledger.words import END_OF_TIME, earliest, fold, label, latest, to_text
from vedette.model import OPEN, Moment, VedetteError

type Clause = tuple[str, dict[str, object]]

BELIEVED = """
    select claim.seq, claim.document, entry.denies
    from claim join entry on entry.seq = (
        select seq from entry where claim = claim.seq and recorded_at <= :recorded order by seq desc limit 1
    )
    where entry.operation = 'record'
"""
_TOUCHED = "claim.seq in (select claim from entry where seq > :mark)"  # few: all others need not be looked at
WITHDRAWN = f"""
    select claim.id from claim join entry on entry.seq = (
        select seq from entry where claim = claim.seq and recorded_at <= :recorded order by seq desc limit 1
    )
    where entry.operation = 'withdraw' and entry.seq > :mark and {_TOUCHED}
"""  # noqa: S608 - put together from constants
ABOUT = ["id", "outlet", "title", "url", "published", "language"]
_ABOUT = f"""
    json_object({", ".join(f"'{one}', document.{one}" for one in ABOUT)},
                'agencies', json(coalesce(document.agencies, '[]')))
"""
# Each of these is one row, so that a thread that asks does not wait for the others at every row.
EXPORTED = f"""
    select json_group_array(json(told)) from (
        select json_set(claim.record, '$.denies', json(entry.denies), '$.document', {_ABOUT}) as told
        from json_each(:ids) as asked join claim on claim.id = asked.value join document on document.id = claim.document
        join entry on entry.seq = (
            select seq from entry where claim = claim.seq and operation = 'record' order by seq desc limit 1
        )
        order by asked.key
    )
"""  # noqa: S608 - put together from constants
NUMBERS = """
    select json_group_array(seq) from
    (select claim.seq from json_each(:ids) as asked join claim on claim.id = asked.value order by asked.key)
"""
CATALOGUE = f"""
    select json_group_array(json({_ABOUT})) from
    (select {", ".join(ABOUT)}, agencies from document where rowid > :start order by rowid limit :limit) as document
"""  # noqa: S608
_PUBLISHED = "coalesce(claim.said, (select recorded_at from document where id = claim.document)) <= :published"
_HAPPENED = f"""
    case when claim.kind = 'assessment' or claim.standing in ({", ".join(f"'{one}'" for one in sorted(OPEN))})
         then coalesce(claim.said, claim.happened_first, '') else coalesce(claim.happened_first, claim.said, '')
    end <= :happened
"""
_ORDER = "order by claim.said is null, claim.said, claim.document, claim.start, claim.id limit :limit"
# The plus keeps SQLite from preferring the index of a kind, which thousands of claims share, to that of a name.
_EXACT = {
    "kind": "{plus}claim.kind = :kind", "type": "claim.type = :type", "standing": "claim.standing = :standing",
    "document": "claim.document = :document",
}  # fmt: skip
_LABELLED = ("place", "party", "source")
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def question(where: ClaimFilter, moment: Moment, mark: int = 0) -> Clause:
    """The SQL, and its parameters, that finds the claims believed at a moment which pass a filter.

    With a mark only those recorded by an entry after it.
    """
    clauses = [*_exact(where), *_labelled(where), *_happened(where), *_text(where), *_by_then(moment)]
    clauses += [(f"entry.seq > :mark and {_TOUCHED}", {"mark": mark})] if mark else []
    limit = -1 if where.limit is None else max(where.limit, 0)
    named: dict[str, object] = {"recorded": recorded_by(moment), "limit": limit}
    for _, names in clauses:
        named |= names
    return " and ".join([BELIEVED, *(sql for sql, _ in clauses)]) + " " + _ORDER, named


def matching(where: ClaimFilter) -> Clause:
    """The SQL, and its parameters, that finds the numbers of all claims ever recorded which pass a filter."""
    clauses = [*_exact(where), *_labelled(where), *_happened(where), *_text(where)]
    passing = " and ".join(["true", *(sql for sql, _ in clauses)])
    sql = f"select json_group_array(claim.seq) from claim where {passing}"  # noqa: S608 - no word of the user's
    return sql, {name: value for _, names in clauses for name, value in names.items()}


def recorded_by(moment: Moment) -> str:
    """The last moment of recording whose readings count: today's where publication decides what was known."""
    return to_text(moment.known_at) if moment.known_at and moment.known_by == "recorded" else END_OF_TIME


def _by_then(moment: Moment) -> Iterator[Clause]:
    if moment.known_at and moment.known_by == "published":
        yield _PUBLISHED, {"published": to_text(moment.known_at)}
    if moment.as_of:
        yield _HAPPENED, {"happened": to_text(moment.as_of)}


def _exact(where: ClaimFilter) -> Iterator[Clause]:
    narrow = any(value is not None for value in (where.document, where.place, where.party, where.source, where.text))
    for field, sql in _EXACT.items():
        if (wanted := getattr(where, field)) is not None:
            yield sql.format(plus="+" if narrow else ""), {field: wanted}


def _labelled(where: ClaimFilter) -> Iterator[Clause]:
    for field in _LABELLED:
        if (wanted := getattr(where, field)) is not None:
            words = label(wanted)
            yield (
                f"claim.seq in (select claim from claim_label where field = '{field}' and label in"  # noqa: S608
                f" (select seq from label where :{field} <> '  ' and instr(words, :{field}) > 0))",
                {field: words},
            )


def _happened(where: ClaimFilter) -> Iterator[Clause]:
    if where.happened_from is not None:
        since = _day(where.happened_from, earliest)
        yield "claim.happened_last >= :happened_from", {"happened_from": since}
    if where.happened_to is not None:
        until = _day(where.happened_to, latest)
        yield "claim.happened_first <= :happened_to", {"happened_to": until}


def _day(given: str, bound: Callable[[str], str | None]) -> str:
    found = bound(given.strip())
    if found is None:
        raise VedetteError(f"{given!r} is not a date: write it as 2024-12-07, 2024-12 or 2024")
    return found


def _text(where: ClaimFilter) -> Iterator[Clause]:
    if where.text is None:
        return
    terms = [term for term in map(_term, _TERM.finditer(where.text)) if term]
    if terms:
        sql = "claim.seq in (select rowid from claim_words where claim_words match :text)"
        yield sql, {"text": " ".join(terms)}
    else:
        yield "false", {}


def _term(match: re.Match[str]) -> str | None:
    words = fold(match[1] or match[2] or "")
    begins = (match[2] or "").endswith("*")
    return f'"{words}"{" *" if begins else ""}' if words else None
