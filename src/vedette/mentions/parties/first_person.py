"""Says who "I", "we" and "our forces" are: whoever is quoted there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vedette.mentions.parties.nouns import speaks
from vedette.model import Document, PartyMention
from vedette.model.tokens import Doc, Span, Token

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = SINGULAR | PLURAL


def with_speakers(tokens: Doc, document: Document, found: Mapping[int, PartyMention]) -> tuple[PartyMention, ...]:
    """The mentions with those in the first person added, in order of their roots."""
    everyone = dict(found)
    sentences = list(tokens.sents)
    for number, sentence in enumerate(sentences):
        pronouns = [token for token in sentence if token.lower_ in FIRST and token.pos_ == "PRON"]
        speaker = _speaker(sentences, number, found) if pronouns else None
        for token in pronouns:
            everyone[token.i] = _mention(document, token, speaker)
            if token.dep_ == "poss" and (owned := everyone.get(token.head.i)) and owned.side is None and speaker:
                everyone[token.head.i] = _of_speaker(owned, speaker)
    return tuple(everyone[root] for root in sorted(everyone))


def _of_speaker(owned: PartyMention, speaker: PartyMention) -> PartyMention:
    return replace(owned, side=speaker.side) if owned.type == "armed" else owned


def _mention(document: Document, token: Token, speaker: PartyMention | None) -> PartyMention:
    quote = document.quote(token.idx, token.idx + len(token))
    many = token.lower_ in PLURAL
    if speaker is None:
        return PartyMention(quote.start, quote.end, quote.text, token.i, "unknown" if many else "person", plural=many)
    return PartyMention(
        quote.start, quote.end, quote.text, token.i, speaker.type, speaker.actor, speaker.name, speaker.side, many
    )


def _speaker(sentences: list[Span], number: int, found: Mapping[int, PartyMention]) -> PartyMention | None:
    """Whoever speaks in the sentence, else in the next or the ones before on the same line."""
    for other in (number, number + 1, number - 1, number - 2):
        if 0 <= other < len(sentences) and _same_line(sentences, number, other):
            speaker = next(_speakers(sentences[other], found), None)
            if speaker is not None:
                return speaker
    return None


def _same_line(sentences: list[Span], left: int, right: int) -> bool:
    first, last = sorted((left, right))
    between = sentences[first].doc.span(sentences[first].start, sentences[last].start)
    return first == last or "\n" not in between.text_with_ws


def _speakers(sentence: Span, found: Mapping[int, PartyMention]) -> Iterator[PartyMention]:
    quoted = False
    for token in sentence:
        quoted ^= token.text == '"'
        if not quoted and token.i in found and speaks(token) and token.lower_ not in FIRST:
            yield found[token.i]
