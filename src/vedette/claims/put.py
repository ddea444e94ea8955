"""Through whom a document tells of an event, and how it is put."""

from typing import NamedTuple, cast

from spacy.tokens import Token

from vedette.claims.attribution import covering
from vedette.claims.chains import chain_of
from vedette.claims.cues import Cue, cues_at
from vedette.claims.reading import Reading
from vedette.claims.standing import BANDS, band_of, phase_of, settle
from vedette.model import Link, Phase, Probability, Quote, Standing


class Put(NamedTuple):
    """The chain of an event word, its standing, the words that decide the standing, its phase, how likely it is."""

    chain: tuple[Link, ...]
    standing: Standing
    cue: Quote | None
    phase: Phase | None
    probability: Probability | None


def put_at(reading: Reading, token: Token, default: str = "") -> Put:
    """How the document puts what any one of its words reports; `default` is the standing that the word itself has."""
    over = covering(reading.said, token)
    cues = cues_at(token, over)
    standing, cue = settle(cues, default)
    phased = phase_of(cues)
    phase = cast("Phase | None", phased.phase if phased else None)
    return Put(
        chain_of(reading, over), standing, reading.quote(cue.tokens) if cue else None, phase, _likely(reading, cues)
    )


def _likely(reading: Reading, cues: tuple[Cue, ...]) -> Probability | None:
    found = band_of(cues)
    if found is None:
        return None
    words, term = reading.quote(found[0].tokens), found[1]
    return Probability(words.text, words.start, words.end, *BANDS[term], term)
