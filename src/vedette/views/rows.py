"""One row of a brief, whatever it tells of, ready for text and page; and the rows of happenings and changes."""

from collections.abc import Iterable
from dataclasses import dataclass

from vedette.model import Change, Claim, Contradiction, Line, Situation, Voice
from vedette.views.phrases import chain, headline, manner, sentence, voice
from vedette.views.record import judgement_in_words
from vedette.views.words import plain, when

SHOWN = 3
CREDIBILITY = {
    1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "cannot be judged",
}  # fmt: skip
GROUPS = {
    "control": "Control of places", "violence": "Fighting", "displacement": "People", "casualties": "People",
    "movement": "Movements of forces and leaders", "diplomacy": "Diplomacy", "statement": "Statements",
    "relation": "Who backs, leads, belongs to whom", "asset": "Bases and sites", "hardship": "Hardship and unrest",
    "unrest": "Hardship and unrest", "aid": "Aid and authority", "authority": "Aid and authority",
    "assessment": "Assessments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says: its subject, the words, when, how sure, whose word, what speaks against it, what it rests on.

    `against` stands out, `why` holds reasons, `judged` what people decided; `evidence` are claims under a heading each.
    `dossier` is what the workbench opens for it ("place:169577"), its first claim if that is empty.
    """

    text: str
    head: str = ""
    when: str = ""
    manner: str = ""
    sources: str = ""
    grade: str = ""
    group: str = ""
    status: str = ""
    against: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    evidence: tuple[tuple[str, Claim], ...] = ()
    dossier: str = ""

    @property
    def opens(self) -> str:
        """What the workbench opens for it; "" where nothing stands behind it."""
        return self.dossier or (f"claim:{self.evidence[0][1].id}" if self.evidence else "")

    @property
    def sides(self) -> tuple[tuple[tuple[str, Claim], ...], ...]:
        """The evidence; where some of it stands under a heading as it speaks against the rest, in two parts."""
        ours, theirs = ([one for one in self.evidence if bool(one[0]) == other] for other in (False, True))
        return (tuple(ours), tuple(theirs)) if ours and theirs else (self.evidence,)

    @property
    def ids(self) -> tuple[str, ...]:
        """The short ids of the claims it rests on."""
        return tuple(dict.fromkeys(claim.id[:8] for _, claim in self.evidence))


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one title, in the order in which a reader wants them, and how `more` there are than these."""

    key: str
    title: str
    rows: tuple[Row, ...]
    more: int = 0


def line_row(line: Line, situation: Situation) -> Row:
    """A happening as it stands."""
    lead = line.lead
    head, dash, rest = headline(lead).partition(" — ")
    others = _others(line)
    return Row(
        text=rest if dash else head,
        head=head if dash else "",
        when=when(lead.time),
        manner=manner(lead),
        sources=_sources(line, situation),
        grade="" if line.status == "open" else f"{line.grade.credibility} {CREDIBILITY[line.grade.credibility]}",
        group=GROUPS.get(lead.kind, ""),
        status=line.status,
        against=tuple(_against(one, reason) for one, reason in others),
        why=tuple(dict.fromkeys(plain(one.text) for one in (*line.grade.reasons, *line.event.reasons))),
        judged=tuple(map(judgement_in_words, line.judgements)),
        evidence=(*(("", claim) for claim in line.claims), *((f"Against it: {reason}", one) for one, reason in others)),
        dossier=f"event:{lead.id}",
    )


def change_row(change: Change, situation: Situation) -> Row:
    """What is otherwise than before, and why."""
    lead, judgement = change.lead, change.judgement
    words = judgement_in_words(judgement) if judgement else plain(change.reason.text)
    known = [situation.claim[id_] for id_ in change.reason.claims if id_ in situation.claim]
    shown = known or ([lead] if lead else [])
    return Row(
        text=headline(lead) if lead and change.kind != "control" else words,
        when=when(lead.time) if lead and change.kind != "control" else "",
        manner=words if lead and change.kind != "control" else "",
        group=change.kind,
        evidence=tuple(("", claim) for claim in shown),
    )


def voices_in_words(voices: Iterable[Voice], situation: Situation) -> str:
    """ "2 voices: Reuters (B), the Observatory"; a letter is the grade that somebody gave the source."""
    named = [_graded(one.name, situation) for one in voices]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    if not named:
        return ""
    return f"{len(named)} {'voice' if len(named) == 1 else 'voices'}: {', '.join(named[:SHOWN])}{more}"


def _graded(name: str, situation: Situation) -> str:
    judged = situation.reliability.get(name)
    return f"{plain(name)} ({judged.letter})" if judged else plain(name)


def _sources(line: Line, situation: Situation) -> str:
    """The way a single voice came, grade and all; of several their names, or else of one told in several ways."""
    chains = list(dict.fromkeys(chain(claim.chain) for claim in line.event.told or line.claims if claim.chain))
    counted = voices_in_words(line.voices, situation)
    if len(line.voices) == 1 and len(chains) == 1:
        judged = situation.reliability.get(line.voices[0].name)
        return f"{chains[0]}{f' ({judged.letter})' if judged else ''}"
    more = f"; {len(chains) - SHOWN} more" if len(chains) > SHOWN else ""
    return f"{counted} · {'; '.join(chains[:SHOWN])}{more}"


def _others(line: Line) -> list[tuple[Claim, str]]:
    """The claims on the other side of each contradiction, and those that deny it, each once with its reason."""
    own = {claim.id for claim in line.event.told}
    found: dict[str, tuple[Claim, str]] = {}
    for one in line.against:
        other = _other_side(one, own)
        found.setdefault(other.id, (other, plain(one.reason.text)))
    if line.status != "denied":
        for claim in line.event.against:
            found.setdefault(claim.id, (claim, "denied" if claim.standing == "denied" else "said not to be so"))
    return list(found.values())


def _other_side(one: Contradiction, own: set[str]) -> Claim:
    return one.right if one.left.id in own else one.left


def _against(claim: Claim, reason: str) -> str:
    told = ", ".join(part for part in (sentence(claim), when(claim.time)) if part)
    return f"{reason}: {told} · {chain(claim.chain) or voice(claim)} [{claim.id[:8]}]"
