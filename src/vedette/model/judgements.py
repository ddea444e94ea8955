"""What people decided about claims and sources: each judgement as it was recorded, and all that are in force."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from vedette.model.claims import Claim, claim_from_dict
from vedette.model.documents import content_id

JudgementKind = Literal["accept", "reject", "correct", "same", "apart", "grade", "undo"]
type Pair = frozenset[str]

CORRECTABLE = frozenset({
    "kind", "type", "standing", "phase", "parties", "places", "time", "quantity", "chain",
})  # fmt: skip


@dataclass(frozen=True)
class Judgement:
    """One decision: who, when, why. `targets`: ids of claims (a pair for same and apart), the name of a source, or
    the id of the judgement that is undone. `value`: the grade, or the corrected fields of the export as JSON.

    `now`: the claims of the newest reading that stand for the targets, "" for one that is lost; None: the targets.
    """

    kind: JudgementKind
    targets: tuple[str, ...]
    by: str
    reason: str
    recorded_at: str
    value: str = ""
    now: tuple[str, ...] | None = None

    @cached_property
    def id(self) -> str:
        return content_id("judgement", self.kind, self.targets, self.by, self.reason, self.recorded_at, self.value)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims it is about today."""
        return self.targets if self.now is None else self.now

    @property
    def lost(self) -> bool:
        """Whether a claim it is about was read by no newer version."""
        return "" in self.claims

    @property
    def fields(self) -> Mapping[str, Any]:
        """What a correction sets, as exported."""
        found: Mapping[str, Any] = json.loads(self.value) if self.kind == "correct" else {}
        return found


@dataclass(frozen=True, slots=True)
class Judgements:
    """What is in force at a moment, by claim id, pair of claim ids, or name of a source in lower case.

    `history` holds all of them in the order in which they were recorded, those undone and undoing among them.
    """

    rejected: Mapping[str, Judgement] = field(default_factory=dict)
    accepted: Mapping[str, Judgement] = field(default_factory=dict)
    corrected: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    same: Mapping[Pair, Judgement] = field(default_factory=dict)
    apart: Mapping[Pair, Judgement] = field(default_factory=dict)
    grades: Mapping[str, Judgement] = field(default_factory=dict)
    lost: tuple[Judgement, ...] = ()
    history: tuple[Judgement, ...] = ()

    def on(self, claim_id: str) -> tuple[Judgement, ...]:
        """Those in force on one claim: whether it stands, what was corrected, what it is joined with or parted from."""
        verdicts = [by[claim_id] for by in (self.accepted, self.rejected) if claim_id in by]
        pairs = [one for by in (self.same, self.apart) for pair, one in by.items() if claim_id in pair]
        return (*verdicts, *self.corrected.get(claim_id, ()), *pairs)

    def about(self, claim_id: str) -> tuple[Judgement, ...]:
        """All that was ever judged of a claim, in force or not, and what undid it."""
        names = {claim_id}
        found: list[Judgement] = []
        for one in self.history:
            if names.intersection((*one.targets, *one.claims)):
                found.append(one)
                names.add(one.id)
        return tuple(found)

    def applied(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Claims as an assessment sees them: without the rejected ones, the others as corrected."""
        return (self.as_corrected(claim) for claim in claims if claim.id not in self.rejected)

    def as_corrected(self, claim: Claim) -> Claim:
        """The claim as people corrected it; it keeps its id."""
        corrections = self.corrected.get(claim.id)
        if not corrections:
            return claim
        record = claim.as_dict()
        for one in corrections:
            record |= one.fields
        return claim_from_dict(record, claim.document, claim.id)


def in_force(history: Iterable[Judgement]) -> Judgements:
    """What a history of judgements amounts to: the newest on a matter rules, an undo takes back what it names."""
    every = tuple(history)
    standing = _not_undone(every)
    verdicts, ties = _newest(standing, {"accept", "reject"}), _newest(standing, {"same", "apart"})
    corrected: dict[str, tuple[Judgement, ...]] = {}
    for one in standing:
        if one.kind == "correct" and not one.lost:
            corrected[one.claims[0]] = (*corrected.get(one.claims[0], ()), one)
    return Judgements(
        rejected={pair[0]: one for pair, one in verdicts.items() if one.kind == "reject"},
        accepted={pair[0]: one for pair, one in verdicts.items() if one.kind == "accept"},
        corrected=corrected,
        same={frozenset(pair): one for pair, one in ties.items() if one.kind == "same"},
        apart={frozenset(pair): one for pair, one in ties.items() if one.kind == "apart"},
        grades={one.targets[0].casefold(): one for one in standing if one.kind == "grade"},
        lost=tuple(one for one in standing if one.lost),
        history=every,
    )


def _not_undone(history: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """An undo of an undo lets the first one stand again."""
    undone: set[str] = set()
    kept: list[Judgement] = []
    for one in reversed(history):
        if one.id in undone:
            continue
        if one.kind == "undo":
            undone.update(one.targets)
        else:
            kept.append(one)
    return tuple(reversed(kept))


def _newest(standing: tuple[Judgement, ...], kinds: set[str]) -> dict[tuple[str, ...], Judgement]:
    return {tuple(sorted(one.claims)): one for one in standing if one.kind in kinds and not one.lost}
