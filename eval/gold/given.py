"""What a reading makes of event words that are given to it."""

from collections.abc import Iterable

from vedette.claims import linked, put_at, told
from vedette.claims.put import UNKNOWN
from vedette.claims.reading import Reading
from vedette.model import Claim
from vedette.model.tokens import Token


def claims_at(reading: Reading, tokens: Iterable[Token]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each of some event words beside all else that is told; bare ones where the rules find none."""
    words = tuple(tokens)
    settled = linked(reading, told_at(reading, words))
    return tuple(tuple(one for one in settled if _at(one, token)) for token in words)


def told_at(reading: Reading, words: Iterable[Token]) -> list[Claim]:
    """What a document tells, with bare claims for those of some event words where the rules find none; unlinked."""
    found = told(reading)
    return found + [_bare(reading, token) for token in words if not any(_at(one, token) for one in found)]


def _bare(reading: Reading, token: Token) -> Claim:
    """The claim of a word that is given as an event, without its kind, parties and places."""
    put = put_at(reading, token)
    return Claim(
        kind=UNKNOWN, type=token.lemma_.lower(), document=reading.document, evidence=reading.sentence(token),
        chain=put.chain, trigger=reading.words((token,)), standing=put.standing, standing_cue=put.cue,
    )  # fmt: skip


def _at(claim: Claim, token: Token) -> bool:
    return claim.trigger is not None and claim.trigger.start < token.idx + len(token) and token.idx < claim.trigger.end
