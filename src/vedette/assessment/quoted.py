"""Who is quoted without a name: what "rebels" or "officials" say is the word of the outlet that quotes them."""

from vedette.lexicon.actors import fold
from vedette.model import Claim, Link, Voice


def quoted_by(claim: Claim, voice: Voice) -> Link | None:
    """The source of a claim that a voice only quotes, since it has no name; None where the voice speaks for itself."""
    origin = claim.origin
    if voice.mouth == "source" or origin is None or len(claim.chain) < 2:
        return None
    return origin if fold(origin.name or origin.text) != fold(voice.name) else None
