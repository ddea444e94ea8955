"""Where and by what means somebody says something: in an interview, on Telegram, at a meeting in Doha."""

from collections.abc import Iterator
from functools import cache

from vedette.claims.attribution import Attribution
from vedette.claims.carriers import is_medium
from vedette.claims.chains import LOOSE_ENDS
from vedette.claims.reading import Reading, as_place
from vedette.claims.syntax import coordinated
from vedette.lexicon import load
from vedette.lexicon.shapes import VenueEntry
from vedette.model import Place, Quote, Venue
from vedette.model.tokens import Token

WHERE = frozenset({"in", "at", "on", "during", "before", "via", "through", "after"})
SPEAKING = frozenset({"speak", "address", "appear"})
HEARERS = frozenset({"court", "parliament", "press-conference", "meeting"})


@cache
def _entries() -> tuple[VenueEntry, ...]:
    return load("venues", VenueEntry)


def venue_of(reading: Reading, one: Attribution) -> Venue | None:
    """The venue of a speech act; of a statement on a platform, the platform."""
    found = [(entry, noun) for noun in _nouns(one) if (entry := _entry(reading, noun, one)) is not None]
    told = [pair for noun in one.addressees if (entry := _entry(reading, noun, one)) for pair in [(entry, noun)]
            if entry.kind in HEARERS]  # fmt: skip
    ranked = sorted([*found, *told], key=lambda pair: _entries().index(pair[0]))
    if not ranked:
        return None
    entry, noun = ranked[0]
    quote = _quote(reading, noun, one)
    heard = [token for token in one.addressees if entry.kind == "interview" and is_medium(reading, token)]
    return Venue(quote.start, quote.end, quote.text, entry.kind, _name(reading, [noun, *heard]))


def _nouns(one: Attribution) -> Iterator[Token]:
    """The nouns of place and means beside a verb of saying, and those below them ("in a statement on Telegram")."""
    near = [one.head, *(verb for head in (one.head, *one.sources) for verb in head.children if verb.lemma_ in SPEAKING)]
    queue = [child for verb in near for child in verb.children if _leads(child, one)]
    while queue:
        for noun in queue.pop().children:
            if noun.dep_ == "pobj":
                yield from coordinated(noun)
                queue += [child for child in noun.children if _leads(child, one)]


def _leads(child: Token, one: Attribution) -> bool:
    return child.dep_ in {"prep", "advmod"} and child.lower_ in WHERE and child.i not in one.content


def _entry(reading: Reading, noun: Token, one: Attribution) -> VenueEntry | None:
    words = reading.phrase(noun).text
    plain = {word.lower() for word in words.replace("-", " ").split()}
    for entry in _entries():
        if any(words == name or words.endswith(f" {name}") for name in entry.names):
            return entry
        if noun.lemma_.lower() in entry.heads and (not entry.marks or not plain.isdisjoint(entry.marks)):
            return entry
    return None


def _quote(reading: Reading, noun: Token, one: Attribution) -> Quote:
    """The phrase of a venue up to a comma or a time."""
    tokens = {token.i for token in reading.phrase_tokens(noun)}
    own, at = {token.i for token in noun.subtree} - one.content, noun.i + 1
    while at in own and reading.tokens[at].text not in LOOSE_ENDS and not reading.is_time(reading.tokens[at]):
        tokens.add(at)
        at += 1
    while reading.tokens[max(tokens)].pos_ == "ADP":
        tokens.remove(max(tokens))
    return reading.quote([reading.tokens[i] for i in tokens])


def _name(reading: Reading, nouns: list[Token]) -> str | None:
    """The medium, platform, body or occasion that is named."""
    platforms = {name for entry in _entries() for name in entry.names}
    for token in (inner for noun in nouns for inner in noun.subtree):
        mention, words = reading.party(token), reading.phrase(token).text
        if token.text[:1].isupper() and (words in platforms or is_medium(reading, token)):
            return mention.name if mention is not None else words
    head = nouns[0]
    mention = reading.party_by_root.get(head.i)
    if mention is not None and mention.actor is not None:
        return mention.name
    return reading.phrase(head).text if head.text[:1].isupper() else None


def places_of_saying(reading: Reading, one: Attribution) -> tuple[Place, ...]:
    """Where it was said: "told reporters in Goma", "at a meeting in Doha"."""
    above = {one.head, *_nouns(one), *one.addressees}
    nouns = (noun for head in above for child in head.children if child.lower_ in {"in", "at"} and _leads(child, one)
             for noun in child.children if noun.dep_ == "pobj")  # fmt: skip
    found = {mention.start: mention for noun in nouns if (mention := reading.place(noun)) is not None}
    return tuple(as_place(found[start], "at") for start in sorted(found))


def readers(one: Attribution) -> tuple[Token, ...]:
    """To whom a letter or a message went: "in a letter to the Security Council"."""
    return tuple(each for noun in _nouns(one) for child in noun.children if child.lower_ == "to"
                 for to in child.children if to.dep_ == "pobj" for each in coordinated(to))  # fmt: skip
