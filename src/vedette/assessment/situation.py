"""Sorts claims into the sections of a brief, and those that say the same into one line."""

from collections.abc import Iterable, Sequence

from vedette.assessment.contradiction import notes
from vedette.assessment.denials import denied_by
from vedette.assessment.likeness import same_event, slots, spot
from vedette.assessment.neighbours import Neighbours
from vedette.assessment.voices import voices
from vedette.model import AGAINST, NOW, OPEN, Claim, Line, Moment, Section, Situation

SECTIONS = (
    ("control", "Control of places", ("control",)),
    ("fighting", "Fighting", ("violence",)),
    ("people", "People: displaced, killed, injured", ("displacement", "casualties")),
    ("movement", "Movements of forces and leaders", ("movement",)),
    ("diplomacy", "Statements and diplomacy", ("statement", "diplomacy")),
    ("relation", "Who backs, leads, belongs to whom", ("relation",)),
    ("asset", "Bases and sites", ("asset",)),
    ("life", "Hardship and unrest", ("hardship", "unrest")),
    ("authority", "Aid and authority", ("aid", "authority")),
)
AHEAD = ("ahead", "Assessments, forecasts, plans and demands: not facts")
DENIED = ("denied", "Denials, beside what they deny")
ABSENT = ("absent", "Said not to have happened")


def assess(claims: Iterable[Claim], moment: Moment = NOW) -> Situation:
    """The situation that some claims draw; nothing in it that no claim supports, and recomputable from them."""
    every = tuple(claims)
    known = Neighbours(every)
    told = [claim for claim in every if claim.standing not in AGAINST | OPEN and not _judges(claim)]
    ahead = [claim for claim in every if claim.standing not in AGAINST and (claim.standing in OPEN or _judges(claim))]
    sections = [
        Section(key, title, _lines([claim for claim in told if claim.kind in kinds], known))
        for key, title, kinds in SECTIONS
    ]
    sections.append(Section(*AHEAD, _lines(ahead, known)))
    sections.append(Section(*DENIED, _lines([claim for claim in every if claim.standing == "denied"], known)))
    sections.append(Section(*ABSENT, _lines([claim for claim in every if claim.standing == "negated"], known)))
    documents = {claim.document.id: claim.document for claim in every}
    return Situation(tuple(one for one in sections if one.lines), tuple(documents.values()), len(every), moment)


def _judges(claim: Claim) -> bool:
    return claim.kind == "assessment"


def _lines(claims: Sequence[Claim], known: Neighbours) -> tuple[Line, ...]:
    alike: dict[object, list[list[Claim]]] = {}
    for claim in sorted(claims, key=_fullness):
        groups = alike.setdefault(slots(claim), [])
        group = next((one for one in groups if same_event(one[0], claim)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    lines = [_line(group, known) for groups in alike.values() for group in groups]
    return tuple(sorted(lines, key=_order))


def _line(group: list[Claim], known: Neighbours) -> Line:
    lead = group[0]
    near = known.of(lead)
    beside = denied_by(lead, near) if lead.standing in AGAINST else ()
    ordered = tuple(sorted(group, key=lambda claim: (claim.document.published or "", claim.evidence.start)))
    return Line(lead, ordered, len(voices(group)), notes(lead, group, near), beside)


def _fullness(claim: Claim) -> tuple[int, int, str, int]:
    filled = len(claim.parties) + len(claim.places) + bool(claim.time and claim.time.text)
    return -filled, -len(claim.chain), claim.document.published or "~", claim.evidence.start


def _order(line: Line) -> tuple[str, str, str, str, int]:
    """By place, then series of figures, then time: what happened at one place stands together."""
    lead = line.lead
    place = str(lead.places[0].name or spot(lead.places[0])) if lead.places else "~"
    series = f"{lead.type} {lead.quantity.population}" if lead.quantity else ""
    when = (lead.time.first or "") if lead.time else ""
    return lead.kind, place, series, when, lead.evidence.start
