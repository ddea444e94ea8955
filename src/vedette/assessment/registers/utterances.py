"""What was said: by whom, when, where, to whom, in which words, and who passed it on."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from vedette.assessment.begun import begun, narrowest, near
from vedette.assessment.registers.names import key_of, named
from vedette.assessment.voices import ALONE
from vedette.lexicon.actors import fold
from vedette.model import Claim, Families, Party, Utterance

QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")
CLOSED = re.compile(r"[^“”\"«»]+,[”\"»]")
SAID = 3
SAME_WORDS = 85.0
COMPARED = 40


def utterance_keys(claim: Claim) -> tuple[str, ...]:
    """Whoever speaks, by actor or name; of a claim that is no statement nobody."""
    return tuple(dict.fromkeys(key_of(party) for party in _speakers(claim)))


def _speakers(claim: Claim) -> list[Party]:
    return [party for party in claim.parties if party.role == "speaker"] if claim.kind == "statement" else []


def utterances(key: str, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Utterance, ...]:
    """What one speaker said, in order of publication; what several documents pass on in the same words stands once."""
    groups: list[list[Claim]] = []
    by_words: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        words = claim.type, fold(" ".join(verbatim(claim)) or claim.evidence.text)
        group = by_words.get(words) or _alike(claim, groups[-COMPARED:])
        if group is None:
            group = []
            groups.append(group)
        by_words.setdefault(words, group)
        group.append(claim)
    return tuple(_utterance(key, group) for group in groups)


def _alike(claim: Claim, groups: Sequence[list[Claim]]) -> list[Claim] | None:
    """What another document passed on within days in nearly the same words."""
    for group in groups:
        first = group[0]
        told = first.type == claim.type and all(one.document.id != claim.document.id for one in group)
        if told and near(begun(first, False).last, begun(claim, False).last) and _same_words(first, claim):
            return group
    return None


def _same_words(left: Claim, right: Claim) -> bool:
    return fuzz.token_set_ratio(left.evidence.text, right.evidence.text) >= SAME_WORDS


def verbatim(claim: Claim) -> tuple[str, ...]:
    """The words in quotation marks, three at least: fewer are a name or a distance that the writer keeps.

    A sentence that only closes a quote ("There was nothing left," she said) goes on with what was opened before it.
    """
    words = claim.evidence.text
    found = (match[1].strip(" ,") for match in QUOTED.finditer(f'"{words}' if CLOSED.match(words) else words))
    return tuple(words for words in found if len(words.split()) >= SAID)


def _utterance(key: str, group: Sequence[Claim]) -> Utterance:
    fullest = max(group, key=lambda claim: (len(verbatim(claim)), claim.venue is not None))
    speaker = next(party for party in _speakers(fullest) if key_of(party) == key)
    venue = next((claim.venue for claim in group if claim.venue is not None), None)
    dated = [since for claim in group if (since := begun(claim, lasting=False)).last]
    links = [link.name or link.text for claim in group for link in claim.chain]
    to = [named(party).name for claim in group for party in claim.parties if party.role == "addressee"]
    return Utterance(
        speaker=named(speaker),
        type=fullest.type,
        said=narrowest(dated) if dated else None,
        venue=(venue.name or venue.text) if venue is not None else None,
        venue_kind=venue.kind if venue is not None else None,
        to=tuple(dict.fromkeys(to)),
        words=fullest.evidence.text,
        verbatim=verbatim(fullest),
        relayed=tuple(dict.fromkeys(links)),
        claims=tuple(claim.id for claim in group),
        about=tuple(dict.fromkeys(id_ for claim in group for id_ in claim.denies)),
    )
