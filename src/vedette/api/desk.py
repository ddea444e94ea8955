"""What the server keeps at hand of one ledger: a connection a thread, and what was worked out for the last moments."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from fastapi import Request

from vedette.api.columns import columns_of
from vedette.api.shapes import Packed, bearing, states
from vedette.ledger import Ledger, open_ledger
from vedette.model import NOW, Claim, Moment, Situation
from vedette.run import Watch, situation

KEPT = 4


def in_order(claim: Claim) -> tuple[str, str]:
    """What pages of claims are ordered by: publication, undated last; then the id."""
    return claim.document.published or "~", claim.id


class Snapshot:
    """What the ledger adds up to at one moment, in one version of it; each answer is put in words when first asked."""

    def __init__(self, version: str, found: Situation) -> None:
        self.version = version
        self.found = found

    @property
    def tag(self) -> str:
        """Names this snapshot: the same tag, the same answers."""
        moment = self.found.moment
        return f"{self.version}/{moment.as_of or ''}/{moment.known_at or ''}".replace(" ", "T")

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by their ids."""
        return self.found.claim

    @cached_property
    def ordered(self) -> list[Claim]:
        """The claims by publication and id."""
        return sorted(self.by_id.values(), key=in_order)

    @cached_property
    def columns(self) -> Packed:
        """The claims as columns, JSON."""
        grades = {id_: line.grade.credibility for id_, line in self.found.by_claim.items()}
        claims = sorted(self.by_id.values(), key=lambda one: (one.document.published or "~", one.document.id))
        return Packed(columns_of(claims, grades, self.version))

    @cached_property
    def control(self) -> Packed:
        """Every place with the states that it went through, JSON."""
        return Packed({"items": [states(one) for one in self.found.control]})

    def bearing(self, claim_id: str) -> dict[str, Any]:
        """What bears on a claim: its grade and voices, the claims of its event, what contradicts it."""
        return bearing(claim_id, self.found.by_claim.get(claim_id))


class Desk:
    """Hands out the ledger and the snapshots of it. Safe to be used by many threads."""

    def __init__(self, path: Path, clock: Callable[[], datetime], tiles: str | None = None) -> None:
        self.path = path
        self.clock = clock
        self.tiles = tiles
        self._local = threading.local()
        self._lock = threading.Lock()
        self._kept: OrderedDict[Moment, Snapshot] = OrderedDict()
        self._watch: Watch | None = None

    @property
    def ledger(self) -> Ledger:
        """The ledger, by this thread's own connection."""
        if not hasattr(self._local, "ledger"):
            self._local.ledger = open_ledger(self.path, create=False)
        return cast("Ledger", self._local.ledger)

    def version(self) -> str:
        """Changes whenever anything was added to the ledger."""
        return self.ledger.version()

    def snapshot(self, moment: Moment = NOW) -> Snapshot:
        """What is known at a moment, worked out by one thread; others get what was known before."""
        version, known = self.version(), self._kept.get(moment)
        if known is not None and known.version == version:
            return known
        if not self._lock.acquire(blocking=known is None) and known is not None:
            return known  # somebody is at it; until then what was known a moment ago will do
        try:
            known = self._kept.get(moment)
            if known is None or known.version != version:
                known = Snapshot(version, self._worked_out(moment))
                self._kept[moment] = known
                self._kept.move_to_end(moment)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return known
        finally:
            self._lock.release()

    def _worked_out(self, moment: Moment) -> Situation:
        """The present is kept and only added to; any other moment is worked out from the start."""
        if moment != NOW:
            return situation(self.ledger, moment)
        if self._watch is None:
            self._watch = Watch(open_ledger(self.path, create=False))
        return self._watch.situation()


def desk_of(request: Request) -> Desk:
    """The desk of the server that was asked."""
    return cast("Desk", request.app.state.desk)
