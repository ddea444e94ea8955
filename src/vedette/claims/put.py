"""Through whom a document tells of an event, how it is put, and whether the speaker's own side loses by it."""

from typing import NamedTuple, cast

from vedette.claims.ahead import cues_ahead, is_foretold
from vedette.claims.attribution import Attribution
from vedette.claims.bearing import further_cues
from vedette.claims.chains import chain_of
from vedette.claims.cues import Cue, cues_at
from vedette.claims.reading import Reading, counted_by
from vedette.claims.rebuffs import is_rebuff
from vedette.claims.sides import PARTIES, own_loss
from vedette.claims.standing import BANDS, band_of, phase_of, settle
from vedette.lexicon import load
from vedette.lexicon.shapes import LossEntry
from vedette.model import Claim, Link, Party, PartyMention, Phase, Probability, Quote, Standing, replace
from vedette.model.tokens import Token

UNKNOWN = "other"
OPENLY = frozenset({"asserted", "confirmed"})
OWN_WORDS = frozenset({"its", "their", "our", "his", "we", "us", "my"})
FORCE_WORDS = frozenset({"army", "military", "navy", "force", "forces", "police", "defence", "defense", "troops"})


class Put(NamedTuple):
    """The chain of an event word, its standing, the words that decide the standing, its phase, how likely it is."""

    chain: tuple[Link, ...]
    standing: Standing
    cue: Quote | None
    phase: Phase | None
    probability: Probability | None


def put_at(reading: Reading, token: Token, default: str = "") -> Put:
    """How the document puts what any one of its words reports; `default` is the standing that the word itself has."""
    over = reading.over(token)
    cues = cues_at(token, over)
    lost = own_loss(reading, token, over)
    cues = (*cues, *cues_ahead(reading, token, over, cues), *((lost,) if lost else ()))
    cues = (*cues, *further_cues(reading, token, over, cues))
    cues = tuple(cue for cue in cues if not (cue.standing == "attempted" and _ahead_of_a_try(cue, cues)))
    if is_foretold(reading, over, cues):
        cues = tuple(cue for cue in cues if cue.standing != "negated")  # "it will not hold, a trader said"
    standing, cue = settle(cues, default) if not is_rebuff(token) else ("asserted", None)
    phased = phase_of(cues)
    phase = cast("Phase | None", phased.phase if phased else None)
    return Put(
        chain_of(reading, over), standing, reading.quote(cue.tokens) if cue else None, phase, _likely(reading, cues),
    )  # fmt: skip


def bare_claim(reading: Reading, token: Token) -> Claim:
    """The claim of a word that is given as an event, without its kind, parties and places."""
    put = put_at(reading, token)
    return Claim(
        kind=UNKNOWN, type=token.lemma_.lower(), document=reading.document, evidence=reading.sentence(token),
        chain=put.chain, trigger=reading.words((token,)), standing=put.standing, standing_cue=put.cue,
    )  # fmt: skip


def _ahead_of_a_try(attempt: Cue, cues: tuple[Cue, ...]) -> bool:
    """ "is expected to try": the trying itself is yet to come."""
    over = {token.i for token in attempt.tokens[0].ancestors} | {one.i for one in attempt.tokens[0].children}
    return any(cue.standing in {"forecast", "planned"} and cue.tokens[0].i in over for cue in cues)


def _likely(reading: Reading, cues: tuple[Cue, ...]) -> Probability | None:
    found = band_of(cues)
    if found is None:
        return None
    words, term = reading.quote(found[0].tokens), found[1]
    return Probability(words.text, words.start, words.end, *BANDS[term], term)


def admitted(reading: Reading, claim: Claim, over: tuple[Attribution, ...]) -> Claim:
    """The claim, as admitted where its speaker's own side loses by it."""
    speech = next((one for one in reversed(over) if one.sources and one.entry.reports), None)
    if speech is None or claim.standing not in OPENLY:
        return claim
    if not any(_loses(reading, entry, claim, speech) for entry in load("losses", LossEntry)):
        return claim
    return replace(claim, standing="admitted", standing_cue=reading.quote(speech.cue))


def _loses(reading: Reading, entry: LossEntry, claim: Claim, speech: Attribution) -> bool:
    if claim.kind != entry.kind or claim.type not in entry.types:
        return False
    every = [one for one in claim.parties if _is_own(reading, one, claim, speech)]
    own = [one for one in every if one.role == entry.role]
    if not own or not entry.harmed:
        return bool(own)
    if entry.role != "agent":  # whom its own people killed was the enemy's
        by_own = any(one.role == "agent" for one in every) and not _in_error(entry, claim)
        return not by_own and any(_is_of(reading, one, entry.harmed) for one in own)
    hit = [one for one in claim.parties if one.role != "agent"]
    return any(_is_of(reading, one, entry.harmed) for one in hit) or _in_error(entry, claim)


def _is_own(reading: Reading, party: Party, claim: Claim, speech: Attribution) -> bool:
    """Of the speaker's side; "its" and "our" people; soldiers without a name, in the mouth of a force."""
    mentions = [found for token in speech.sources if (found := reading.party(token)) is not None]
    if any(_same_side(party, one) for one in mentions):
        return True
    if party.actor or party.side:
        return False
    words = set(party.text.lower().split())
    origin = claim.origin
    if words & OWN_WORDS:
        return origin is not None and origin.source_type in PARTIES
    source = set(f"{origin.text} {origin.name}".lower().split()) if origin else set()
    force = origin is not None and (origin.source_type == "military" or bool(source & FORCE_WORDS))
    return force and _is_of(reading, party, ("serving",)) and not any(word[:1].isupper() for word in party.text.split())


def _same_side(party: Party, mention: PartyMention) -> bool:
    if party.actor and party.actor == mention.actor:
        return True
    return party.side is not None and party.side == mention.side


def _head(reading: Reading, party: Party) -> Token | None:
    span = reading.tokens.char_span(party.start, party.end, alignment_mode="expand")
    return (counted_by(span.root) or span.root) if span is not None and len(span) else None


def _is_of(reading: Reading, party: Party, classes: tuple[str, ...]) -> bool:
    head = _head(reading, party)
    return head is not None and reading.has_class(head, classes)


def _in_error(entry: LossEntry, claim: Claim) -> bool:
    return not set(claim.evidence.text.lower().rstrip(".").split()).isdisjoint(entry.errors)
