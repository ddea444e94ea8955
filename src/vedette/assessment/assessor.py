"""Claims and judgements in, the situation out; what comes of updates equals what comes of everything at once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from vedette.assessment.buckets import Buckets
from vedette.assessment.contradictions import Contradictions
from vedette.assessment.control import Groups, areas, control_keys, state_at, timeline
from vedette.assessment.events import Events
from vedette.assessment.grades import reliabilities
from vedette.assessment.lines import line
from vedette.assessment.registers import asset_keys, assets, tie_keys, ties, utterance_keys, utterances
from vedette.assessment.series import series
from vedette.assessment.theatres import Figures
from vedette.model import (
    NOW,
    Asset,
    Claim,
    Families,
    Judgements,
    Line,
    Moment,
    Series,
    Situation,
    Tie,
    Utterance,
)


class Assessor:
    """Holds what claims add up to, part by part, so that a new document or judgement costs only what it touches."""

    def __init__(self) -> None:
        from vedette.assessment.reprints import Reprints  # brings numpy, which a list of claims need not wait for

        self._read: dict[str, Claim] = {}
        self._seen: dict[str, Claim] = {}
        self._printed: dict[str, set[str]] = {}
        self._judgements = Judgements()
        self._reprints, self._families = Reprints(), Families()
        self._events = Events()
        self._lines: dict[str, Line] = {}
        self._order: dict[str, tuple[str, str, str, int, str]] = {}
        self._groups = Groups()
        self._against = Contradictions(self._events, self._groups)
        self._there: dict[str, set[int | str]] = {}
        self._control = Buckets(self._places, lambda key, claims: timeline(key, claims, self._families, self._groups))
        self._series = Figures(lambda key, claims: series(key, claims, self._families))
        self._ties = Buckets(tie_keys, lambda key, claims: ties(key, claims, self._families))
        self._said = Buckets(utterance_keys, lambda key, claims: utterances(key, claims, self._families))
        self._sites = Buckets(asset_keys, lambda key, claims: assets(key, claims, self._families))
        self._parts = (self._control, self._series, self._ties, self._said, self._sites)

    def update(
        self, added: Iterable[Claim] = (), removed: Iterable[str] = (), judgements: Judgements | None = None
    ) -> None:
        """Take claims out by their ids, put claims in as they were read, and obey judgements from now on.

        None: those obeyed so far.
        """
        touched = dict.fromkeys(removed)
        for id_ in touched:
            self._read.pop(id_, None)
        for claim in added:
            self._read[claim.id] = claim
            touched[claim.id] = None
        if judgements is not None:
            touched |= dict.fromkeys(_judged_otherwise(self._judgements, judgements))
            self._judgements = judgements
        self._put(touched)
        self._forget_lines(touched)

    def forgets_a_document(self, removed: Iterable[str]) -> bool:
        """Whether without these claims nothing would be left of a document, which still counts among those printed."""
        gone = set(removed)
        documents = {self._read[id_].document.id for id_ in gone if id_ in self._read}
        left = ((self._printed.get(one, set()) & self._read.keys()) - gone for one in documents)
        return not all(left)

    def situation(self, moment: Moment = NOW) -> Situation:
        """What it adds up to; `moment` is what the claims were chosen by, and names the day of the control table."""
        lines = self._lines_now()
        told = (next((self._seen[i] for i in ids if i in self._seen), None) for ids in self._printed.values())
        ordered = sorted((one.document for one in told if one), key=lambda one: (one.published or "~", one.id))
        day = moment.as_of.date().isoformat() if moment.as_of else _last_day(one.published for one in ordered)
        control = tuple(sorted(self._control.results().values(), key=lambda one: (one.spot.name, str(one.spot.key))))
        states = tuple(state_at(one, day) for one in control)
        return Situation(
            lines=tuple(lines),
            documents=tuple(ordered),
            claims=len(self._seen),
            moment=moment,
            day=day,
            control=control,
            states=states,
            areas=areas(states, day),
            series=tuple(sorted(chain.from_iterable(self._series.results().values()), key=_by_place)),
            ties=tuple(sorted(chain.from_iterable(self._ties.results().values()), key=_by_names)),
            utterances=tuple(sorted(chain.from_iterable(self._said.results().values()), key=_by_speaker)),
            assets=tuple(sorted(chain.from_iterable(self._sites.results().values()), key=_by_site)),
            families=self._families,
            judgements=self._judgements,
            reliability=reliabilities((one.name for row in lines for one in row.voices), self._judgements.grades),
        )

    def _put(self, touched: Iterable[str]) -> None:
        """Have every part hold the claims of these ids as they are to be seen now: judged, or not at all."""
        before = {id_: claim for id_ in touched if (claim := self._seen.pop(id_, None)) is not None}
        now = {claim.id: claim for claim in self._judgements.applied(self._read[i] for i in touched if i in self._read)}
        gone = [claim for id_, claim in before.items() if claim is not now.get(id_)]
        new = [claim for id_, claim in now.items() if claim is not before.get(id_)]
        self._seen |= now
        self._print_again(new)
        for part in self._parts:
            part.remove(gone)
            part.add(new)
        if changed := self._groups.change(gone, new):
            told = {id_ for one in changed for id_ in self._printed.get(one, ())} - now.keys()
            self._control.touch(self._seen[id_] for id_ in told if id_ in self._seen)
            self._control.stale(key for one in changed for key in self._there.get(one, ()))
            self._against.stale(key for one in changed for key in self._there.get(one, ()))
        self._events.update(new, gone, self._judgements)

    def _places(self, claim: Claim) -> tuple[int | str, ...]:
        """The places whose control a claim is about, which other groups of its countries may come to concern."""
        keys = control_keys(claim)
        for country in {place.country for place in claim.places if place.country} if keys else ():
            self._there.setdefault(country, set()).update(keys)
        return keys

    def _print_again(self, new: Sequence[Claim]) -> None:
        """Put the documents of new claims among the others; whoever prints what they print is assessed again."""
        for claim in new:
            self._printed.setdefault(claim.document.id, set()).add(claim.id)
        changed = self._reprints.add(claim.document for claim in new)
        if not changed:
            return
        self._families = self._reprints.families()
        known, fresh = self._seen, {claim.id for claim in new}
        claims = [
            known[id_] for document in changed for id_ in self._printed.get(document, ())
            if id_ in known and id_ not in fresh
        ]  # fmt: skip
        for part in self._parts:
            part.touch(claims)
        self._forget_lines(claim.id for claim in claims)

    def _lines_now(self) -> Iterable[Line]:
        events = self._events.results()
        against = self._against.results()
        for id_ in self._order.keys() - events.keys():
            del self._order[id_]
            self._lines.pop(id_, None)
        for id_, event in events.items():
            known, contradictions = self._lines.get(id_), against.get(id_, ())
            if known is None or known.event is not event or known.against != contradictions:
                self._lines[id_] = new = line(event, contradictions, self._families, self._judgements)
                self._order[id_] = _order(new)
        self._lines = {id_: self._lines[id_] for id_ in sorted(self._lines, key=self._order.__getitem__)}
        return self._lines.values()

    def _forget_lines(self, claim_ids: Iterable[str]) -> None:
        for id_ in claim_ids:
            home = self._events.home(id_)
            self._lines.pop(home.id if home else "", None)


def assess(claims: Iterable[Claim], moment: Moment = NOW, judgements: Judgements | None = None) -> Situation:
    """The situation that some claims draw; nothing in it that no claim supports, and recomputable from them."""
    assessor = Assessor()
    assessor.update(claims, judgements=judgements)
    return assessor.situation(moment)


def _judged_otherwise(before: Judgements, now: Judgements) -> set[str]:
    """The claims that are judged otherwise than before."""
    single = ((one.accepted, one.rejected, one.corrected) for one in (before, now))
    paired = ((one.same, one.apart) for one in (before, now))
    ids = {id_ for old, new in zip(*single, strict=True) for id_ in _differing(old, new)}
    return ids | {id_ for old, new in zip(*paired, strict=True) for pair in _differing(old, new) for id_ in pair}


def _differing[K](before: Mapping[K, object], now: Mapping[K, object]) -> set[K]:
    return {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}


def _last_day(published: Iterable[str | None]) -> str:
    return max((one[:10] for one in published if one), default="")


def _by_place(one: Series) -> tuple[str, str, str, str]:
    return one.kind, one.spot.name if one.spot else "~", one.measure, one.id


def _by_names(one: Tie) -> tuple[str, str, str]:
    return one.type, one.who.name, one.whom.name


def _by_speaker(one: Utterance) -> tuple[str, str, str]:
    return one.speaker.name, one.said.last if one.said else "~", one.claims[0]


def _by_site(one: Asset) -> tuple[str, str, str]:
    return one.spot.name if one.spot else "~", one.type, one.name


def _order(one: Line) -> tuple[str, str, str, int, str]:
    """By kind and place, then by time: what happened at one place stands together."""
    lead = one.lead
    place = (lead.places[0].name or lead.places[0].text) if lead.places else "~"
    when = (lead.time.first or "") if lead.time else ""
    return lead.kind, place, when, lead.evidence.start, lead.id
