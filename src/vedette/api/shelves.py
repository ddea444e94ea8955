"""A situation sorted by what a dossier may be of, so that one takes no search; only what changed is sorted anew."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vedette.assessment.spots import key_of
from vedette.model import Claim, Contradiction, Line, Series, Situation, Spell, Timeline

type Label = tuple[str, str]
type Labels = Mapping[Label, list[Claim]]
type Dispute = tuple[tuple[str, str, str, str], Contradiction]


class Part(NamedTuple):
    """An event by when its lead was published, for the latest of many to be found without opening each.

    `claims`: those that give it the label under which it stands. `disputes`: its contradictions, by when the later side
    was published, the ids of that and of the other side, and kind.
    """

    published: str
    event: str
    line: Line
    claims: list[Claim]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """A situation, and ways to find in it what a dossier is of; `changed`: lines that were otherwise before."""

    situation: Situation
    lines: Mapping[str, Line]
    changed: tuple[tuple[Line, Labels], ...]
    series: Mapping[str, Series]
    counted: Mapping[str, list[Series]]
    timelines: Mapping[str, Timeline]
    spells: Mapping[str, list[tuple[Timeline, Spell]]]


class Shelves:
    """A situation, sorted by what a dossier may be of; of the next one only the lines that changed are sorted anew."""

    def __init__(self) -> None:
        self.now = Sorted(Situation((), (), 0), {}, (), {}, {}, {}, {})
        self._labels: dict[str, Labels] = {}
        self._labelled: dict[Label, dict[str, Part]] = {}
        self._by_claim: dict[str, Line] = {}

    def sorted(self, situation: Situation) -> Sorted:
        """What is to be taken for a situation, worked out beforehand."""
        lines = {line.event.id: line for line in situation.lines}
        changed = tuple((line, _labels(line)) for id_, line in lines.items() if self.now.lines.get(id_) is not line)
        series = {count.claim: one for one in reversed(situation.series) for count in one.counts}
        counted: dict[str, list[Series]] = {}
        for one in situation.series:
            counted.setdefault(str(one.spot.key) if one.spot else "", []).append(one)
        spells: dict[str, list[tuple[Timeline, Spell]]] = {}
        for timeline in situation.control:
            for spell in timeline.spells:
                spells.setdefault(spell.side or "", []).append((timeline, spell))
        timelines = {str(one.spot.key): one for one in situation.control}
        series |= {one.id: one for one in situation.series}
        return Sorted(situation, lines, changed, series, counted, timelines, spells)

    def take(self, found: Sorted) -> None:
        """Hold another situation."""
        for id_ in self.now.lines.keys() - found.lines.keys():
            self._drop(self.now.lines[id_])
        for line, _ in found.changed:
            if line.event.id in self.now.lines:
                self._drop(self.now.lines[line.event.id])
        for line, labels in found.changed:
            self._labels[line.event.id] = labels
            self._by_claim.update((claim.id, line) for claim in line.claims)
            disputes, published = tuple(map(dispute, line.against)), line.lead.document.published or ""
            for label, claims in labels.items():
                part = Part(published, line.event.id, line, claims, disputes)
                self._labelled.setdefault(label, {})[line.event.id] = part
        self.now = found

    def parts(self, sort: str, key: str) -> Collection[Part]:
        """The events that a place, a party, a source or one who passes on has a part in."""
        return self._labelled.get((sort, key), {}).values()

    def line(self, key: str) -> Line | None:
        """An event, by its id or that of one of its claims."""
        return self.now.lines.get(key) or self._by_claim.get(key)

    def claim(self, key: str) -> Claim | None:
        """A claim as assessed."""
        line = self._by_claim.get(key)
        return next((one for one in line.claims if one.id == key), None) if line else None

    def _drop(self, line: Line) -> None:
        for label in self._labels.pop(line.event.id):
            del self._labelled[label][line.event.id]
        for claim in line.claims:
            self._by_claim.pop(claim.id, None)


def dispute(one: Contradiction) -> Dispute:
    """A contradiction with what it is told apart and put in order by."""
    return (one.right.document.published or "", one.right.id, one.left.id, one.kind), one


def _labels(line: Line) -> Labels:
    found: dict[Label, list[Claim]] = {}
    voiced = {id_: one.name for one in line.voices for id_ in one.claims}
    for claim in line.claims:
        for name in {source_name(claim), voiced.get(claim.id, "")}:
            found.setdefault(("source", name), []).append(claim)
        for name in {link.name or link.text for link in claim.chain[:-1]}:
            found.setdefault(("through", name), []).append(claim)
        found |= {("place", str(key_of(one))): [] for one in claim.places}
    names = (name for one in line.lead.parties for name in (one.name or one.text, one.side) if name)
    return found | {("party", name): [] for name in names}


def source_name(claim: Claim) -> str:
    """Whose word a claim is, as the columns call it."""
    origin = claim.origin
    return (origin.name or origin.text if origin else claim.document.outlet) or "nobody named"
