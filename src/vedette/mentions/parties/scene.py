"""What the party rules look up in one document: names found, names defined there, the country it is about, which group
"the rebels" are, and whose forces or spokesman a phrase speaks of."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vedette.lexicon.actors import Actor, Country, Hit, Registry, fold
from vedette.mentions.parties.armies import Armies, find_armies
from vedette.mentions.parties.discovery import FOUND, discover, group_called, longer_name, whole_actor
from vedette.mentions.parties.nouns import has, is_title, party_noun, words
from vedette.model import Document, PartyType, PlaceMention
from vedette.model.tokens import Doc, Span, Token

MODIFIERS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "punct", "npadvmod"}
)
REBELS = frozenset({"rebel", "insurgent"})
REBEL_CODES = frozenset({None, 2})
NEAR = 90

type Owner = Actor | Country
type Placed = tuple[int, Actor]


@dataclass(frozen=True, slots=True)
class Name:
    """A known name over tokens first to last, end exclusive."""

    first: int
    end: int
    root: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Kind:
    """What a phrase names. `side` is None when the words do not tell."""

    type: PartyType
    actor: str | None = None
    name: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Rebels:
    """Groups by the token that names them: `called`, those that are called rebels; `groups`, all that might be.

    `open` when the document speaks of a country's rebels, so that no one group need be meant.
    """

    called: tuple[Placed, ...]
    groups: tuple[Placed, ...]
    open: bool

    def at(self, token: int, country: Country | None) -> Actor | None:
        """The group that "the rebels" means there in a text about a country."""
        if self.open:
            return None
        before = [actor for i, actor in self.called if i < token]
        if before:
            return before[-1]
        here = [one for one in self.groups if _is_of(one[1], country)]
        earlier = [one for one in here if one[0] < token]
        nearby = [one for one in earlier if one[0] >= token - NEAR]
        only = _only(earlier or here) or _only(nearby)
        return only or next((actor for _, actor in self.called), None)


def _is_of(actor: Actor, country: Country | None) -> bool:
    return actor.id.startswith(FOUND) or (country is not None and actor.country == country.code)


def _only(groups: Iterable[Placed]) -> Actor | None:
    """The group named last, if all are of one side."""
    actors = [actor for _, actor in groups]
    return actors[-1] if len({actor.side for actor in actors}) == 1 else None


def find_rebels(
    tokens: Doc, names: Mapping[int, Actor], adjectives: Mapping[int, Country], governments: Container[str]
) -> Rebels:
    """What a document says of rebels; `names` are the actors named in it by token."""
    before = [token.i - 1 for token in tokens[1:] if token.lemma_.lower() in REBELS]
    armed = [(i, actor) for i, actor in sorted(names.items()) if actor.type == "armed"]
    called = tuple((i, actor) for i, actor in armed if i in before)
    groups = [(i, one) for i, one in armed
              if one.inter in REBEL_CODES and one.side not in governments and not _has_a_head(tokens[i])]  # fmt: skip
    return Rebels(called, tuple(groups), any(i in adjectives for i in before))


def _has_a_head(name: Token) -> bool:
    """ "The president of the party", which speaks and does not fight there."""
    return name.dep_ == "pobj" and name.head.lower_ == "of" and is_title(name.head.head)


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
    armies: Armies
    extents: dict[int, tuple[int, int]] = field(default_factory=dict)
    kinds: dict[int, Kind | None] = field(default_factory=dict)

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
        while first < head.i and _is_no_part(self.tokens[first]):
            first += 1
        return first, end

    def written(self, first: int, end: int) -> str:
        """Tokens as the document spells them, accents and all."""
        last = self.tokens[end - 1]
        return self.document.text[self.tokens[first].idx : last.idx + len(last)]

    def before(self, head: Token) -> Sequence[Token]:
        """The words of the phrase before its head."""
        return self.tokens[self.extent(head)[0] : head.i]


def _is_no_part(token: Token) -> bool:
    """A mark, a space, or the day in "said on Thursday troops had left"."""
    day = token.ent_type_ == "DATE" and token.tag_ == "NNP" and token.i > 0 and token.nbor(-1).pos_ in {"ADP", "VERB"}
    return token.is_punct or token.tag_ in {"_SP", "WRB"} or day


def _leftmost(head: Token) -> int:
    first = head.i
    for child in reversed(head.lefts):
        if child.dep_ not in MODIFIERS or child.right_edge.i + 1 != first or child.left_edge.sent is not head.sent:
            break
        if child.is_punct and child.text not in {"-", "(", ")", '"', "'"}:
            break
        first = child.left_edge.i
    return first


def set_scene(
    tokens: Doc, document: Document, places: Iterable[PlaceMention], registry: Registry,
    datelines: Iterable[PlaceMention] = (),
) -> Scene:  # fmt: skip
    """Look up everything in a document that its party rules need."""
    by_token = {i: place for place in places if place.precision != "country" for i in _covered(tokens, place)}
    adjectives = _adjectives(tokens, registry)
    listed = registry.find(tokens.text)
    hits = (*listed, *discover(tokens, listed, adjectives))
    names = _names(tokens, hits, _definitions(tokens, hits, registry), registry)
    names = {i: name for i, name in names.items() if not _inside_place(name, by_token)}
    written = [
        one.country for one in datelines if one.country and not (one.landmark and registry.by_capital(one.name or ""))
    ]
    actors = {i: name.actor for i, name in names.items()}
    lands = {i: one.country for i, one in actors.items() if one.type == "state" and one.country}
    focus = _focus(tokens, registry, _votes(names, adjectives, by_token), lands, written)
    rebels = find_rebels(tokens, actors, adjectives, registry.governments)
    armies = find_armies(tokens, actors, adjectives, by_token.values(), registry)
    return Scene(tokens, document, registry, names, adjectives, by_token, focus, rebels, armies)


def _covered(tokens: Doc, place: PlaceMention) -> range:
    span = tokens.char_span(place.start, place.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _inside_place(name: Name, places: Mapping[int, PlaceMention]) -> bool:
    """ "Sudan" in "Port Sudan" is no party."""
    around = range(name.first - 1, name.end + 1)
    return name.first in places and any(places.get(i) is places[name.first] for i in (around[0], around[-1]))


def _adjectives(tokens: Doc, registry: Registry) -> dict[int, Country]:
    nations = registry.adjectives
    found: dict[int, Country] = {}
    for before, token in pairwise((tokens[0], *tokens)) if tokens else ():
        if token.text in nations:
            found[token.i] = nations[token.text]
        if token.is_title and (both := f"{before.text} {token.text}") in nations:
            found |= dict.fromkeys((before.i, token.i), nations[both])
    return found


def _names(tokens: Doc, hits: Iterable[Hit], defined: Mapping[str, Actor], registry: Registry) -> dict[int, Name]:
    found: dict[int, Name] = {}
    for hit in hits:
        span = tokens.char_span(hit.start, hit.end, alignment_mode="contract")
        if span is not None and (longer := longer_name(span, hit.actor, tokens, registry)) is not None:
            name = Name(longer.start, longer.end, longer.root.i, group_called(longer.text))
            found |= dict.fromkeys(range(name.first, name.end), name)
        elif span is not None and _is_whole_name(span, hit.actor):
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


_CAPITALS = re.compile(r"\b[A-Z]{3,}\b|(?<=[Tt]he )[A-Z]{2}\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,9}s?")


def _definitions(tokens: Doc, hits: Iterable[Hit], registry: Registry) -> dict[str, Actor]:
    """Acronyms that the document defines in brackets after a full name of the registry, or that its initials spell."""
    known = {hit.end: whole_actor(hit, tokens, registry) for hit in hits if hit.actor.type not in {"state", "person"}}
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


def _focus(
    tokens: Doc, registry: Registry, votes: Mapping[int, str], lands: Mapping[int, str], written: Iterable[str],
) -> dict[int, Country]:  # fmt: skip
    """The country that each line is about: one that it opens with ("In Niger, the army …"), the document's main one, or
    the line's own where that is not named. One that it is written in counts half as much as one that it names."""
    main = Counter([*votes.values(), *votes.values(), *written]).most_common(1)
    if not main:
        return {}
    code, count = main[0]
    settled = count >= len(votes)
    chosen: dict[int, Country] = {}
    for first, end in _lines(tokens):
        own = Counter(votes[i] for i in range(first, end) if i in votes)
        elsewhere = own and not settled and code not in own
        opens = next((i for i in range(first, end) if tokens[i].is_alpha), first)
        here = lands.get(opens + 1) if tokens[opens].text == "In" else None
        country = registry.country(here or (own.most_common(1)[0][0] if elsewhere else code))
        chosen |= dict.fromkeys(range(first, end), country) if country is not None else {}
    return chosen


def _lines(tokens: Doc) -> Iterator[tuple[int, int]]:
    first = 0
    for token in tokens:
        if token.is_space and "\n" in token.text:
            yield first, token.i
            first = token.i
    yield first, len(tokens)


def owner(scene: Scene, head: Token) -> Owner | None:
    """The actor or country before a noun ("Sudan's army", "RSF fighters") or after "of"; None if there are several."""
    first, _ = scene.extent(head)
    before = [token for token in scene.tokens[first : head.i] if not only_linked(scene, token)]
    if has(head, "relational"):
        before = [token for token in before if token.dep_ != "poss"]
    owners = list(_owners(scene, reversed(before)))
    if len({one.code for one in owners if isinstance(one, Country)}) > 1:
        return None
    return owners[0] if owners else _after_of(scene, head) or _leader(scene, head) or _their_group(scene, head)


def _leader(scene: Scene, head: Token) -> Owner | None:
    """ "fighters led by the Macina Katiba"; what a person leads is told by his office."""
    led = [child for child in head.rights if child.dep_ == "acl" and child.lemma_ == "lead"]
    by = [token for verb in led for agent in verb.children if agent.dep_ == "agent" for token in agent.children]
    names = [scene.names[token.i] for token in by if token.i in scene.names]
    return next((name.actor for name in names if name.actor.type == "armed"), None)


def _their_group(scene: Scene, head: Token) -> Owner | None:
    """ "fighters from the Allied Democratic Forces", "armed men loyal to the coalition": never a country's."""
    if head.tag_ != "NNS":
        return None
    ties = [child for child in head.rights if child.lower_ == "from" or has(child, "belonging")]
    links = [one for tie in ties for one in (tie, *tie.rights) if one.lower_ in {"from", "to", "with"}]
    groups = [token for link in links for token in link.children if token.dep_ == "pobj"]
    names = [scene.names[token.i] for group in groups for token in (group, *group.lefts) if token.i in scene.names]
    return next((name.actor for name in names if name.actor.type == "armed"), None)


def _after_of(scene: Scene, head: Token) -> Owner | None:
    links = {"of", "for"} if has(head, "speaking") else {"of"}
    after = [child for child in head.rights if child.lower_ in links]
    wholes = [token for child in after for token in child.children if token.dep_ == "pobj"]
    if not wholes or any(child.dep_ == "conj" for child in wholes[0].children):
        return None
    first, end = scene.extent(wholes[0])
    return next(_owners(scene, reversed(scene.tokens[first:end])), None)


def only_linked(scene: Scene, token: Token) -> bool:
    """Whether a word is only tied to the noun after it: "Turkish-backed", "U.K.-based"."""
    name = scene.names.get(token.i)
    end = name.end if name is not None else token.i + 1
    tokens = token.doc
    return end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end + 1].lower_ in words("linked")


def _owners(scene: Scene, tokens: Iterable[Token]) -> Iterator[Owner]:
    for token in tokens:
        name = scene.names.get(token.i)
        country = scene.adjectives.get(token.i)
        if name is not None:
            yield scene.registry.state(name.actor) or name.actor
        else:
            capital = scene.registry.by_capital(token.text) if token.dep_ == "poss" else None
            yield from (one for one in (country, capital) if one is not None)


def side_of(of: Owner | None) -> str | None:
    """The side that an owner stands for."""
    return of.label if isinstance(of, Country) else of.side if of is not None else None


def rebel_side(country: Country) -> str:
    """How the rebels of a country are called as a side."""
    return f"{country.adjective} rebels"


def government_of(country: Country) -> str:
    """How the government of a country is called by name."""
    return country.side or f"{country.adjective} government"
