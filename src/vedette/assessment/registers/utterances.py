"""What was said: by whom, when, where, to whom, in which words, and who passed it on."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from vedette.assessment.begun import begun, narrowest, near
from vedette.assessment.registers.names import key_of, named
from vedette.assessment.voices import ALONE
from vedette.lexicon.actors import fold
from vedette.model import Claim, Families, Party, Since, Utterance

QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")
CLOSED = re.compile(r"[^“”\"«»]+,[”\"»]")
SAID = 3
SAME_WORDS = 85.0
COMPARED = 40


class Said(NamedTuple):
    """A claim, when it was said, and what of it stands in quotation marks."""

    claim: Claim
    since: Since
    verbatim: tuple[str, ...]


def utterance_keys(claim: Claim) -> tuple[str, ...]:
    """Whoever speaks, by actor or name; of a claim that is no statement nobody."""
    return tuple(dict.fromkeys(key_of(party) for party in _speakers(claim)))


def _speakers(claim: Claim) -> list[Party]:
    return [party for party in claim.parties if party.role == "speaker"] if claim.kind == "statement" else []


def utterances(key: str, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Utterance, ...]:
    """What one speaker said, in order of publication; what several documents pass on in the same words stands once."""
    groups: list[list[Said]] = []
    by_words: dict[tuple[str, str], list[Said]] = {}
    for claim in claims:
        said = Said(claim, begun(claim, lasting=False), verbatim(claim))
        words = claim.type, fold(" ".join(said.verbatim) or claim.evidence.text)
        group = by_words.get(words) or _alike(said, groups[-COMPARED:])
        if group is None:
            group = []
            groups.append(group)
        by_words.setdefault(words, group)
        group.append(said)
    return tuple(_utterance(key, group) for group in groups)


def _alike(said: Said, groups: Sequence[list[Said]]) -> list[Said] | None:
    """What another document passed on within days in nearly the same words."""
    claim, day = said.claim, said.since.last
    for group in groups:
        first = group[0]
        if (
            first.claim.type == claim.type
            and near(first.since.last, day)
            and all(one.claim.document.id != claim.document.id for one in group)
            and fuzz.token_set_ratio(first.claim.evidence.text, claim.evidence.text) >= SAME_WORDS
        ):
            return group
    return None


def verbatim(claim: Claim) -> tuple[str, ...]:
    """The words in quotation marks, three at least: fewer are a name or a distance that the writer keeps.

    A sentence that only closes a quote ("There was nothing left," she said) goes on with what was opened before it.
    """
    words = claim.evidence.text
    found = (match[1].strip(" ,") for match in QUOTED.finditer(f'"{words}' if CLOSED.match(words) else words))
    return tuple(words for words in found if len(words.split()) >= SAID)


def _utterance(key: str, group: Sequence[Said]) -> Utterance:
    fullest, _, words = max(group, key=lambda one: (len(one.verbatim), one.claim.venue is not None))
    claims = [one.claim for one in group]
    speaker = next(party for party in _speakers(fullest) if key_of(party) == key)
    venue = next((claim.venue for claim in claims if claim.venue is not None), None)
    dated = [one.since for one in group if one.since.last]
    links = [link.name or link.text for claim in claims for link in claim.chain]
    to = [named(party).name for claim in claims for party in claim.parties if party.role == "addressee"]
    return Utterance(
        speaker=named(speaker),
        type=fullest.type,
        said=narrowest(dated) if dated else None,
        venue=(venue.name or venue.text) if venue is not None else None,
        venue_kind=venue.kind if venue is not None else None,
        to=tuple(dict.fromkeys(to)),
        words=fullest.evidence.text,
        verbatim=words,
        relayed=tuple(dict.fromkeys(links)),
        claims=tuple(claim.id for claim in claims),
        about=tuple(dict.fromkeys(id_ for claim in claims for id_ in claim.denies)),
    )
