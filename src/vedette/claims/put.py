"""Through whom a document tells of an event, and how it is put."""

from typing import NamedTuple, cast

from spacy.tokens import Token

from vedette.claims.attribution import covering
from vedette.claims.chains import chain_of
from vedette.claims.cues import cues_at
from vedette.claims.reading import Reading
from vedette.claims.standing import phase_of, settle
from vedette.model import Link, Phase, Quote, Standing


class Put(NamedTuple):
    """The chain of an event word, its standing, the words that decide the standing, and its phase."""

    chain: tuple[Link, ...]
    standing: Standing
    cue: Quote | None
    phase: Phase | None


def put_at(reading: Reading, token: Token, default: str = "") -> Put:
    """How the document puts what any one of its words reports; `default` is the standing that the word itself has."""
    over = covering(reading.said, token)
    cues = cues_at(token, over)
    standing, cue = settle(cues, default)
    phased = phase_of(cues)
    phase = cast("Phase | None", phased.phase if phased else None)
    return Put(chain_of(reading, over), standing, reading.quote(cue.tokens) if cue else None, phase)
