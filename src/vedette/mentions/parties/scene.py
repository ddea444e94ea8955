"""What the party rules look up in one document: names found, names defined there, the country it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vedette.lexicon.actors import Actor, Country, Hit, Registry, fold
from vedette.mentions.parties.discovery import discover
from vedette.mentions.parties.nouns import is_title, party_noun
from vedette.mentions.parties.rebels import Rebels, find_rebels
from vedette.model import Document, PlaceMention
from vedette.model.tokens import Doc, Span, Token

MODIFIERS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "punct", "npadvmod"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A known name over tokens first to last, end exclusive."""

    first: int
    end: int
    root: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Scene:
    """One document with its look-ups. All mappings are by token index; `places` leaves out whole countries."""

    tokens: Doc
    document: Document
    registry: Registry
    names: Mapping[int, Name]
    adjectives: Mapping[int, Country]
    places: Mapping[int, PlaceMention]
    focus: Mapping[int, Country]
    rebels: Rebels
    extents: dict[int, tuple[int, int]] = field(default_factory=dict)

    def extent(self, head: Token) -> tuple[int, int]:
        """The minimal noun phrase of a head: modifiers before it, and the whole of a known name around it."""
        if head.i not in self.extents:
            self.extents[head.i] = self._extent(head)
        return self.extents[head.i]

    def _extent(self, head: Token) -> tuple[int, int]:
        first, end = _leftmost(head), head.i + 1
        name = self.names.get(head.i)
        if name is not None:
            first, end = min(first, name.first), max(end, name.end)
        while first < head.i and (self.tokens[first].is_punct or self.tokens[first].is_space):
            first += 1
        return first, end

    def before(self, head: Token) -> Sequence[Token]:
        """The words of the phrase before its head."""
        return list(self.tokens[self.extent(head)[0] : head.i])


def _leftmost(head: Token) -> int:
    first = head.i
    for child in sorted(head.lefts, key=lambda one: -one.i):
        if child.dep_ not in MODIFIERS or child.right_edge.i + 1 != first or child.left_edge.sent != head.sent:
            break
        if child.is_punct and child.text not in {"-", "(", ")", '"', "'"}:
            break
        first = child.left_edge.i
    return first


def set_scene(tokens: Doc, document: Document, places: Iterable[PlaceMention], registry: Registry) -> Scene:
    """Look up everything in a document that its party rules need."""
    by_token = {i: place for place in places if place.precision != "country" for i in _covered(tokens, place)}
    adjectives = _adjectives(tokens, registry)
    listed = registry.find(tokens.text)
    hits = (*listed, *discover(tokens, listed, adjectives))
    names = _names(tokens, hits, _definitions(tokens, hits))
    names = {i: name for i, name in names.items() if not _inside_place(name, by_token)}
    focus = _focus(tokens, registry, _votes(names, adjectives, by_token))
    actors = {i: name.actor for i, name in names.items()}
    rebels = find_rebels(tokens, actors, adjectives, registry.governments)
    return Scene(tokens, document, registry, names, adjectives, by_token, focus, rebels)


def _covered(tokens: Doc, place: PlaceMention) -> range:
    span = tokens.char_span(place.start, place.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _inside_place(name: Name, places: Mapping[int, PlaceMention]) -> bool:
    """ "Sudan" in "Port Sudan" is no party."""
    around = range(name.first - 1, name.end + 1)
    return name.first in places and any(places.get(i) is places[name.first] for i in (around[0], around[-1]))


def _adjectives(tokens: Doc, registry: Registry) -> dict[int, Country]:
    found = {token.i: country for token in tokens if (country := registry.by_adjective(token.text)) is not None}
    for token in tokens[1:]:
        country = registry.by_adjective(f"{token.nbor(-1).text} {token.text}") if token.is_title else None
        if country is not None:
            found |= {token.i - 1: country, token.i: country}
    return found


def _names(tokens: Doc, hits: Iterable[Hit], defined: Mapping[str, Actor]) -> dict[int, Name]:
    found: dict[int, Name] = {}
    for hit in hits:
        span = tokens.char_span(hit.start, hit.end, alignment_mode="contract")
        if span is not None and _is_whole_name(span, hit.actor):
            actor = defined.get(span.text, hit.actor)
            name = Name(span.start, _end(span, actor), span.root.i, actor)
            found |= dict.fromkeys(range(name.first, name.end), name)
    for token in tokens:
        if token.text in defined:
            found[token.i] = Name(token.i, token.i + 1, token.i, defined[token.text])
    return found


def _end(span: Span, actor: Actor) -> int:
    """A name takes in the noun that the parser hung below its end: "Observatory for Human Rights monitoring group"."""
    last = span[-1]
    outside = last.dep_ in MODIFIERS and last.head.i >= span.end and span.root in last.head.ancestors
    noun = party_noun(last.head, last.head.lefts) if outside else None
    return last.head.i + 1 if noun is not None and noun.type in {actor.type, "organisation"} else span.end


def _is_whole_name(span: Span, actor: Actor) -> bool:
    """A surname alone stands for its bearer unless another first name stands before it or more of a name follows."""
    last = span[-1]
    if actor.type == "media":
        return not (last.dep_ in {"compound", "amod"} and last.head.i == span.end and last.head.text[:1].isupper())
    if actor.type not in {"person", "state"}:
        return True
    if actor.type == "person" and last.dep_ == "compound" and last.head.pos_ == "PROPN" and last.head.i >= span.end:
        return False
    if span.start == 0 or fold(span.text) == fold(actor.name):
        return True
    before = span[0].nbor(-1)
    given = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i in range(span.start, span.end)
    return not given or is_title(before) or before.ent_type_ not in {"PERSON", ""}


_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,9}s?")


def _definitions(tokens: Doc, hits: Iterable[Hit]) -> dict[str, Actor]:
    """Acronyms that the document defines in brackets after a full name of the registry, or that its initials spell."""
    known = {hit.end: hit.actor for hit in hits if hit.actor.type not in {"state", "person"}}
    acronyms = {hit.end for hit in hits}
    defined: dict[str, Actor] = {}
    for bracket, acronym, close in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if bracket.text == "(" and close.text == ")" and _ACRONYM.fullmatch(acronym.text) and bracket.i:
            full = _spelled_out(tokens, bracket.i, acronym.text)
            actor = known.get(bracket.nbor(-1).idx + len(bracket.nbor(-1)))
            if actor is None and full is not None and acronym.idx + len(acronym) not in acronyms:
                actor = Actor("", full, "unknown")
            if actor is not None:
                defined[acronym.text] = actor
    return dict(_by_initials(tokens, hits)) | defined


def _by_initials(tokens: Doc, hits: Iterable[Hit]) -> Iterator[tuple[str, Actor]]:
    """Acronyms that the text uses of groups it names in full, which may be others' elsewhere: "ADF", "SLA"."""
    text = tokens.text
    used = set(_CAPITALS.findall(text))
    for hit in hits:
        words = text[hit.start : hit.end].split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        if hit.actor.type not in {"state", "person"} and len(words) > 1 and initials in used:
            yield initials, hit.actor


def _spelled_out(tokens: Doc, bracket: int, acronym: str) -> str | None:
    """The words before a bracket whose initials give the acronym, in order, small words skipped."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    for first in range(bracket - 1, max(-1, bracket - 3 * len(letters) - 1), -1):
        words = [token for token in tokens[first:bracket] if token.is_alpha]
        initials = [word.lower_[0] for word in words if word.text[0].isupper()]
        if tokens[first].text[:1].isupper() and initials == letters:
            return tokens.span(first, bracket).text
    return None


def _votes(
    names: Mapping[int, Name],
    adjectives: Mapping[int, Country],
    places: Mapping[int, PlaceMention],
) -> dict[int, str]:
    """The country that each name, adjective or place speaks of, by token."""
    votes = {i: place.country for i, place in places.items() if place.country}
    votes |= {i: country.code for i, country in adjectives.items()}
    actors = {i: name.actor for i, name in names.items() if i == name.root}
    votes |= {i: one.country for i, one in actors.items() if one.country and one.type not in {"media", "monitor"}}
    return votes


def _focus(tokens: Doc, registry: Registry, votes: Mapping[int, str]) -> dict[int, Country]:
    """The country that each line is about: the document's main one, or the line's own where there is none."""
    main = Counter(votes.values()).most_common(1)
    if not main:
        return {}
    code, count = main[0]
    settled = count * 2 >= len(votes)
    chosen: dict[int, Country] = {}
    for first, end in _lines(tokens):
        own = Counter(votes[i] for i in range(first, end) if i in votes)
        elsewhere = own and not settled and code not in own
        country = registry.country(own.most_common(1)[0][0] if elsewhere else code)
        chosen |= dict.fromkeys(range(first, end), country) if country is not None else {}
    return chosen


def _lines(tokens: Doc) -> Iterator[tuple[int, int]]:
    first = 0
    for token in tokens:
        if token.is_space and "\n" in token.text:
            yield first, token.i
            first = token.i
    yield first, len(tokens)
