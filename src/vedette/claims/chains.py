"""The chain of sources a claim came through: the document's outlet first, whoever first said it last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.claims.attribution import Attribution, parted
from vedette.claims.carriers import COLONS, LISTENING, MEDIA, is_medium, is_of_its_name, is_own, media_of, outlet_words
from vedette.claims.reading import Reading, bare, known
from vedette.claims.sources import is_statement, source_type
from vedette.claims.syntax import coordinated
from vedette.lexicon.classes import word_class
from vedette.lexicon.credits import datelined, same_medium
from vedette.model import Document, Link, PartyMention, Quote
from vedette.model.tokens import Token

CARRIERS = MEDIA | LISTENING | {"social-media", "document", "witness"}
SPEAKING = frozenset({"it", "he", "she", "they"})
OWNERS = frozenset({"by", "from", "of"})
PEOPLE = frozenset({"person", "official", "civilian"})
LOOSE_ENDS = frozenset({",", ";", "(", "-", "–", "—", '"', "“", "”"})


@known
def chain_of(reading: Reading, over: tuple[Attribution, ...]) -> tuple[Link, ...]:
    """The links of a claim that these attributions cover, nearest to the reader first."""
    links = list(chain_of(reading, ()) if over else _document_links(reading.document))
    rejected = {one.head.i for one in over if one.entry.standing == "denied" and _owned_inside(one, over)}
    for one in nested(over):
        if one.entry.reports and not _outlet_itself(reading, one) and one.head.i not in rejected:
            links.extend(
                link for link in _links(reading, one) if not is_among(link, links) and not _himself(link, links)
            )
    return tuple(links)


def _himself(link: Link, links: Sequence[Link]) -> bool:
    """ "The agency said it was able to confirm that …": a pronoun that stands for nobody else named is the speaker."""
    return link.text.lower() in SPEAKING and (link.name or link.text) == link.text and len(links) > 1


def _owned_inside(denial: Attribution, over: tuple[Attribution, ...]) -> bool:
    """ "Rejected the army's claim that …": the claim is the army's, whoever rejects it."""
    owned = (one.head for one in over if one.head.pos_ == "NOUN" and one.sources)
    return any(noun.i in denial.content or denial.head.is_ancestor(noun) for noun in owned)


def _outlet_itself(reading: Reading, one: Attribution) -> bool:
    """ "We demand …", "our reporter says", "nobody denies": the outlet speaks; in a quote "we" is whoever is quoted."""
    return bool(one.sources) and all(is_own(source) or _is_outlet(reading, source) for source in one.sources)


def _is_outlet(reading: Reading, noun: Token) -> bool:
    """ "The ministry states", in a text of the ministry: the outlet by the head of its name, or by its initials."""
    initials = "".join(word[0] for word in (reading.document.outlet or "").split() if word[:1].isupper())
    side = not outlet_words(reading).isdisjoint(word_class("grammar", "side"))
    abbreviated = len(noun.text) > 2 and noun.text.isupper() and initials.startswith(noun.text)
    return (side and is_of_its_name(reading, noun)) or abbreviated


def nested(over: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions over a word from the outermost in, as a reader takes them whatever the parse says.

    "A said that B left, C reported" is C's report; in "B left, A said, and C said …" A does not speak for C.
    """
    kept = [one for one in over if not any(_joined_to(other, one) for other in over)]
    inside = {one.head.i for one in kept for other in kept if one.head.i in other.content and one.order == 0}
    return tuple(sorted(kept, key=lambda one: not (one.head.i in inside and _closes(one))))


def _joined_to(other: Attribution, one: Attribution) -> bool:
    """Whether another speaker follows after a cue that closes what came before it, or after a semicolon."""
    if other.head.i not in one.content or other.sources == one.sources or other.head.i < one.head.i:
        return False
    apart = bool(other.sources) and parted(other.head, one.head)
    return apart or (other.head.dep_ == "conj" and one.head.i > min(one.content))


def _closes(one: Attribution) -> bool:
    """Whether source and cue stand after all that they vouch for: "…, the Guardian reported."."""
    words = [i for i in one.content if not one.head.doc[i].is_punct]
    return bool(words and one.sources) and max(words) < min(token.i for token in (*one.sources, *one.cue))


def is_among(link: Link, links: Sequence[Link]) -> bool:
    """Whether a source stands in a chain already."""
    known = {(other.name or other.text).casefold() for other in links}
    return (link.name or link.text).casefold() in known


def _document_links(document: Document) -> Iterator[Link]:
    yield Link(document.outlet or "unnamed outlet", None, None, document.outlet, "outlet")
    for credit in datelined(document.text):
        if not same_medium(credit.name, document.outlet):
            yield Link(credit.text, credit.start, credit.end, credit.name, credit.source_type)


def via(reading: Reading, one: Attribution) -> tuple[Link, ...]:
    """The media that a source spoke through, as links."""
    found = (_link(reading, (medium,), one) for medium in media_of(reading, one))
    return tuple(one if one.source_type in CARRIERS else replace(one, source_type="outlet") for one in found)


def _links(reading: Reading, one: Attribution) -> Iterator[Link]:
    yield from via(reading, one)
    if one.sources and not one.nameless:
        yield _link(reading, _behind_statement(reading, one.sources), one)
    elif one.nameless:
        cue = reading.quote((one.hearsay,))
        yield Link(cue.text, cue.start, cue.end, None, "unnamed", cue.text, cue.start, cue.end, one.carried)


def _behind_statement(reading: Reading, heads: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whose statement it is: "a statement by the ministry", "the ministry's message"."""
    if not is_statement(heads[0]):
        return heads
    below = [*heads[0].children, *(child for acl in heads[0].children if acl.dep_ == "acl" for child in acl.children)]
    owners = [child for child in below if child.dep_ == "poss"]
    owners += [noun for child in below if child.lower_ in OWNERS for noun in child.children if noun.dep_ == "pobj"]
    speaking = [one for owner in owners for one in coordinated(owner) if not is_medium(reading, one)]
    return tuple(one for one in speaking if reading.party(one) is not None) or heads


def _link(reading: Reading, heads: tuple[Token, ...], one: Attribution) -> Link:
    heads = tuple(map(_told_apart, heads))
    quote, cue = _phrase(reading, heads, one), reading.quote(one.cue)
    mention = reading.party(heads[0])
    plain = reading.quote([token for head in heads for token in reading.phrase_tokens(head)]).text
    name = (mention.name if mention and len(heads) == 1 else None) or plain
    if len(heads) == 1 and _goes_on(heads[0], mention):
        name = bare(quote.text)
    kind = source_type(reading, heads[0], _beside(reading, one))
    return Link(quote.text, quote.start, quote.end, name, kind, cue.text, cue.start, cue.end, one.carried)


def _goes_on(head: Token, mention: PartyMention | None) -> bool:
    """Whether the name of a body that no registry knows has more behind its head: "the Institute for Peace Studies"."""
    body = mention is None or (mention.actor is None and mention.type not in {"person", "official", "state", "armed"})
    return body and head.pos_ == "PROPN" and any(one.lower_ in {"of", "for"} for one in head.children)


def _told_apart(source: Token) -> Token:
    """ "One of them, a shopkeeper, said": the shopkeeper."""
    of_them = any(one.lower_ == "them" for of in source.children if of.lower_ == "of" for one in of.children)
    beside = (child for child in source.children if child.dep_ == "appos" and child.i > source.i)
    return next(beside, source) if of_them else source


def _beside(reading: Reading, one: Attribution) -> str:
    """What is said of how a source speaks: "told AFP on condition of anonymity"."""
    return " ".join(token.text for token in one.head.subtree if token.i not in one.content)


def _phrase(reading: Reading, heads: tuple[Token, ...], one: Attribution) -> Quote:
    """The words for a source: its whole phrase up to the first comma."""
    mention = reading.party(heads[0])
    tokens = {i for head in heads for i in _whole(head, reading, one)}
    quote = reading.quote([reading.tokens[i] for i in tokens])
    if mention is None or len(heads) > 1:
        return quote
    return reading.document.quote(min(quote.start, mention.start), max(quote.end, mention.end))


def _inside_name(conjunction: Token, head: Token) -> bool:
    """ "The Institute for Peace and Conflict Studies"."""
    beside = conjunction.nbor(-1), conjunction.nbor()
    return conjunction.head != head and {one.pos_ for one in (head, *beside)} == {"PROPN"}


def _whole(head: Token, reading: Reading, one: Attribution) -> Iterator[int]:
    yield from (token.i for token in reading.phrase_tokens(head))
    through = {token.i for child in head.children if child.dep_ in {"acl", "relcl"} for token in child.subtree
               if any(is_medium(reading, inner) for inner in child.subtree)}  # fmt: skip
    own = {token.i for token in head.subtree} - one.content - {token.i for token in one.cue} - through
    last = max(own, default=head.i)
    for token in reading.tokens[head.i + 1 : last + 1] if one.head.text not in COLONS else ():
        dated = token.dep_ == "prep" and any(reading.is_time(child) for child in token.children)
        joins = token.dep_ == "cc" and not _inside_name(token, head)
        if token.i not in own or token.text in LOOSE_ENDS or joins or dated:
            break
        yield token.i
