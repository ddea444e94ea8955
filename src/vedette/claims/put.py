"""Through whom a document tells of an event, how it is put, and whether the speaker's own side loses by it."""

from typing import NamedTuple, cast

from vedette.claims.admissions import own_loss
from vedette.claims.ahead import cues_ahead
from vedette.claims.bearing import further_cues, is_foretold
from vedette.claims.chains import chain_of
from vedette.claims.cues import Cue, cues_at
from vedette.claims.reading import Reading
from vedette.claims.rebuffs import is_rebuff
from vedette.claims.standing import BANDS, band_of, phase_of, settle
from vedette.model import Link, Phase, Probability, Quote, Standing
from vedette.model.tokens import Token

UNKNOWN = "other"  # the kind of a word that is given as an event and that no rule finds
NEGATIVE = frozenset({"not", "can", "no longer"})


class Put(NamedTuple):
    """The chain of an event word, its standing, the words that decide the standing, its phase, how likely it is."""

    chain: tuple[Link, ...]
    standing: Standing
    cue: Quote | None
    phase: Phase | None
    probability: Probability | None


def put_at(reading: Reading, token: Token, default: str = "") -> Put:
    """How the document puts what one of its words reports; the word may have a standing."""
    over = reading.over(token)
    cues = cues_at(token, over)
    lost = own_loss(reading, token, over)
    cues = (*cues, *cues_ahead(token, cues), *((lost,) if lost else ()))
    cues = (*cues, *further_cues(reading, token, over, cues))
    own = NEGATIVE if default == "asserted" else ()  # "no trains run", "not seen since": the word says what is not so
    cues = tuple(c for c in cues if c.name not in own and not (c.standing == "attempted" and _ahead_of_a_try(c, cues)))
    if is_foretold(reading, over, cues):
        cues = tuple(cue for cue in cues if cue.standing != "negated")  # "it will not hold, a trader said"
    standing, cue = settle(cues, default) if not is_rebuff(token) else ("asserted", None)
    phase = cast("Phase | None", phased.phase if (phased := phase_of(cues)) else None)
    return Put(
        chain_of(reading, over), standing, reading.quote(cue.tokens) if cue else None, phase, _likely(reading, cues),
    )  # fmt: skip


def _ahead_of_a_try(attempt: Cue, cues: tuple[Cue, ...]) -> bool:
    """ "is expected to try": the trying itself is yet to come."""
    over = {token.i for token in attempt.tokens[0].ancestors} | {one.i for one in attempt.tokens[0].children}
    return any(cue.standing in {"forecast", "planned"} and cue.tokens[0].i in over for cue in cues)


def _likely(reading: Reading, cues: tuple[Cue, ...]) -> Probability | None:
    if (found := band_of(cues)) is None:
        return None
    words, term = reading.quote(found[0].tokens), found[1]
    return Probability(words.text, words.start, words.end, *BANDS[term], term)
