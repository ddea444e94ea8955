"""A marked document as the claim rules see it: which mention a token belongs to, and what class of thing it names."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, Concatenate

from vedette.claims.attribution import Attribution, attributions, covering
from vedette.claims.nearness import InSentences, is_goal, names_a_way
from vedette.claims.relayed import carried, relayed
from vedette.claims.syntax import SUBJECTS, is_grip, premodifiers
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import noun_classes, word_class
from vedette.lexicon.grids import BORDER, opens_a_line
from vedette.model import (
    Affiliation,
    AmountMention,
    Marked,
    Party,
    PartyMention,
    PartyType,
    Place,
    PlaceMention,
    Quote,
    TimeMention,
    balanced,
)  # fmt: skip
from vedette.model.tokens import Doc, Token, kept

MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Za-z]{0,3}")  # Su-25, S-300s, T-72
HEADED = re.compile(rf":|(?<=[A-Z]{{2}})\. | [–—-] (?=\d)|{BORDER.pattern}")
ADJACENT, HEAD = 2, 4
AT_MOST = 100  # mentions of one name
PEOPLE_TYPES = frozenset({"armed", "person", "official", "civilian", "crowd"})
SETTLED = frozenset({"point", "settlement", "district", "province", "region"})
TOWNS = frozenset({"settlement", "district"})
SUBSTANTIVE = frozenset({"nsubj", "nsubjpass", "dobj"})


def known[**Asked, Fact](
    find: "Callable[Concatenate[Reading, Asked], Fact]",
) -> "Callable[Concatenate[Reading, Asked], Fact]":
    """What a reading tells of a token, or of who vouches for it: found once, however many rules ask."""

    @wraps(find)
    def asked(reading: "Reading", /, *about: Asked.args, **how: Asked.kwargs) -> Fact:
        facts, key = reading.facts, (find, *about, *how.values())
        try:
            found: Fact = facts[key]
        except KeyError:
            facts[key] = found = find(reading, *about, **how)
        return found

    return asked


class Reading:
    """Look-ups from token to mention and class over one marked document."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.document = marked.document
        self.tokens: Doc = marked.tokens
        self.party_by_root = {mention.root: mention for mention in marked.parties}
        self.amount_by_root = {mention.root: mention for mention in marked.amounts}
        by_number = {i: one for one in marked.amounts for i in self.indices(one.number)}
        self._amounts = by_number | self.amount_by_root
        self._classes = noun_classes()
        self.facts: dict[tuple[Hashable, ...], Any] = {}
        self.over_lists: dict[int, int] = {}

    @cached_property
    def said(self) -> tuple[Attribution, ...]:
        """Every attribution of the document, with word passed on and accounts that go on; no label speaks."""
        heads = {i for place in self.labels for i in self.indices(place)}
        found = tuple(one for one in attributions(self.tokens) if heads.isdisjoint(each.i for each in one.sources))
        found = (*found, *relayed(self.tokens, found))
        return (*found, *carried(self.tokens, found))

    @cached_property
    def said_in(self) -> InSentences[Attribution]:
        """The attributions by the sentence of their cue."""
        return InSentences((one.head, one) for one in self.said)

    @cached_property
    def said_of(self) -> dict[int, list[Attribution]]:
        """The attributions by the tokens that they vouch for."""
        found: dict[int, list[Attribution]] = {}
        for one in self.said:
            for i in one.content:
                found.setdefault(i, []).append(one)
        return found

    @known
    def over(self, token: Token) -> tuple[Attribution, ...]:
        """The attributions that vouch for a token, nearest to the reader first."""
        return covering(self.said_of.get(token.i, ()), token)

    def indices(self, stretch: Quote | PartyMention | PlaceMention | TimeMention | AmountMention) -> range:
        """Token indices that a stretch of text covers, widened to whole tokens."""
        span = self.tokens.char_span(stretch.start, stretch.end, alignment_mode="expand")
        return range(span.start, span.end) if span is not None else range(0)

    @cached_property
    def labels(self) -> tuple[PlaceMention, ...]:
        """Places that head a line or row: "Rafah: fighters ambushed a patrol", "TARTAR. Two died", "Delmas | 610"."""
        text = self.document.text
        return tuple(
            one for one in self.marked.places
            if self._heads(one) or (HEADED.match(text, one.end) and opens_a_line(text, one.start))
        )  # fmt: skip

    def _heads(self, place: PlaceMention) -> bool:
        """ "Grozny. Federal troops ...", "Srebrenica first. ...": a sentence that only names a place, before others."""
        named = self.tokens[place.root].sent
        return len(named) <= HEAD and not any(one.pos_ in {"VERB", "AUX"} or "\n" in one.text for one in named)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places of the document but its labels."""
        labels = set(self.labels)
        return tuple(one for one in self.marked.places if one not in labels)

    @cached_property
    def grounds(self) -> tuple[PlaceMention, ...]:
        """The places but the seats of who speaks ("a spokesman in Geneva said"); residents speak of where they are."""
        spoken = {one.i for said in self.said for head in (*said.sources, *said.cue) for one in head.subtree
                  if one.i not in said.content}  # fmt: skip
        there = {root for root, one in self.party_by_root.items() if one.type in {"civilian", "crowd"}}
        local = {one.i for said in self.said for head in said.sources if head.i in there for one in _own(head)}
        return tuple(one for one in self.places if one.root not in spoken - local)

    @cached_property
    def amounts_in(self) -> InSentences[AmountMention]:
        """The counts by the sentence that their number stands in."""
        numbers = ((self.tokens[self.indices(one.number)[0]], one) for one in self.marked.amounts)
        return InSentences(numbers)

    @cached_property
    def times_in(self) -> InSentences[TimeMention]:
        """The times by sentences."""
        return InSentences((self.tokens[one.root], one) for one in self.marked.times)

    @cached_property
    def places_in(self) -> InSentences[PlaceMention]:
        """All places by sentences, labels too."""
        return InSentences((self.tokens[one.root], one) for one in self.marked.places)

    @cached_property
    def grounds_in(self) -> InSentences[PlaceMention]:
        """The grounds by sentences."""
        return InSentences((self.tokens[one.root], one) for one in self.grounds)

    @cached_property
    def _places(self) -> dict[int, PlaceMention]:
        return {i: mention for mention in self.places for i in self.indices(mention)}

    @cached_property
    def _parties(self) -> dict[int, PartyMention]:
        """The party that a token heads, or else the tightest one around it."""
        by_length = sorted(self.marked.parties, key=lambda one: one.start - one.end)
        return {i: mention for mention in by_length for i in self.indices(mention)} | self.party_by_root

    @cached_property
    def called(self) -> dict[str, tuple[PartyMention, ...]]:
        """The mentions of a party by the name that they stand for, of many the first."""
        found: dict[str, list[PartyMention]] = {}
        for mention in self.marked.parties:
            found.setdefault(mention.name or "", []).append(mention)
        return {name: tuple(mentions[:AT_MOST]) for name, mentions in found.items()}

    @cached_property
    def offices(self) -> dict[int, list[Affiliation]]:
        """What gives a person an office, by the root of the person."""
        found: dict[int, list[Affiliation]] = {}
        for one in self.marked.affiliations:
            found.setdefault(one.person_root, []).append(one)
        return found

    def place(self, token: Token) -> PlaceMention | None:
        """The place a token belongs to."""
        return self._places.get(token.i)

    @cached_property
    def asides(self) -> frozenset[int]:
        """Where somebody spoke or sits, came from or fled to, and where a road leads."""
        grounds = frozenset(self.grounds)
        beside = (one.root for one in self.places if one not in grounds or self._lies_aside(self.tokens[one.root]))
        return frozenset([*beside, *(token.i for one in self.said for token in one.aside())])

    def _lies_aside(self, place: Token) -> bool:
        """Where a road leads, or people go who do not fight: "the wounded were flown to X"."""
        if names_a_way(place):
            return True
        if not is_goal(place):
            return False
        verb = next(one for one in place.ancestors if one.pos_ in {"VERB", "AUX"} or one.head == one)
        goers = (self.party(child) for child in verb.children if child.dep_ in SUBJECTS | {"dobj"})
        return not any(one is not None and one.type == "armed" for one in goers)

    def party(self, token: Token) -> PartyMention | None:
        """The party that a token heads, or else the tightest one around it."""
        return self._parties.get(token.i)

    @cached_property
    def _times(self) -> frozenset[int]:
        return frozenset(i for mention in self.marked.times for i in self.indices(mention))

    def is_time(self, token: Token) -> bool:
        """Whether a token stands inside words for a time."""
        return token.i in self._times

    def amount(self, token: Token) -> AmountMention | None:
        """The count of what a token names, or the count it is the numeral of."""
        own = self._amounts.get(token.i)
        if own or not (token.pos_ == "NUM" or token.lemma_.lower() in word_class("grammar", "numeral")):
            return own
        counted = counted_by(token)
        return self.amount_by_root.get(counted.i) if counted is not None else None

    def lemma_classes(self, token: Token) -> frozenset[str]:
        """The classes that nouns.toml gives the token's lemma."""
        return self._classes.get(token.lemma_.lower(), frozenset())

    @known
    def classes(self, token: Token) -> frozenset[str]:
        """What a token names: place, facility, party types, people, thing, and its lemma as "=lemma"."""
        if (counted := counted_by(token)) is not None:
            shared = (amount := self.amount(token)) is not None and amount.unit == "share"
            living = shared and counted.lemma_.lower() in word_class("grammar", "anaphor")  # "a third of the city fled"
            return self.classes(counted) | (self.lemma_classes(token) & {"figure"}) | ({"people"} if living else set())
        found = {"any", f"={token.lemma_.lower()}", *self.lemma_classes(token)}
        if (place := self.place(token)) is not None:
            found.add("facility" if place.precision == "point" else "place")
        party = self.party(token)
        if party is not None and (place is None or party.root == token.i):
            kind = "civilian" if token.lower_ in {"persons", "individuals"} else party.type
            found |= {kind, "party"} | ({"people"} if kind in PEOPLE_TYPES else set())
        amount = self.amount(token)
        if amount is not None and amount.unit == "building" and not amount.noun and amount.counted:
            found |= self.lemma_classes(self.tokens[self.indices(amount.counted)[-1]])  # "200 houses hit, 37 destroyed"
        elif self._counts_people(token) or self._is_substantive(token):
            found.add("people")
        if token.pos_ == "PRON" and party is None:
            found |= {"it" if token.lower_ in {"it", "this", "that"} else "people", "pronoun"}
        found |= {"named"} if self._is_mere_name(token) and place is None else set()
        found |= {"armed"} if self._part_of(token) is not None else set()
        return frozenset(found) | _by_form(token, party, "people" in found)

    def _counts_people(self, token: Token) -> bool:
        """A noun or numeral that a count of persons, or of nobody knows what, belongs to."""
        amount = self.amount(token)
        persons = amount is not None and amount.unit in {"person", "household"}
        return persons or (amount is not None and not amount.noun and amount.unit is None)

    def _is_substantive(self, token: Token) -> bool:
        """Words for people that are no noun or name a people: "the wounded", "101 were captured", "the Shan"."""
        if token.tag_ == "NNPS" or (token.ent_type_ == "NORP" and token.tag_ == "NNS"):
            return True
        return token.pos_ in {"ADJ", "NUM"} and token.dep_ in SUBSTANTIVE

    def _is_mere_name(self, token: Token) -> bool:
        """A proper name that no registry knows; as the goal of a march it is a place that no gazetteer knows."""
        party = self.party(token)
        known = party is not None and (
            party.actor is not None or party.type not in {"person", "organisation", "unknown"}
        )
        name = token.pos_ == "PROPN" or (
            len(token) > 2 and token.text.isupper() and not self.lemma_classes(token)
        )  # "UNHAS"
        return name and not known and not self.is_time(token)

    def has_class(self, token: Token, wanted: Collection[str]) -> bool:
        """Whether a token names one of the wanted classes and none of those marked "!"."""
        found = self.classes(token)
        return not found.isdisjoint(wanted) and not any(name[0] == "!" and name[1:] in found for name in wanted)

    def quote(self, tokens: Iterable[Token]) -> Quote:
        """The stretch from the first to the last of some tokens."""
        ordered = sorted(tokens, key=attrgetter("i"))
        return self.document.quote(*balanced(self.document.text, ordered[0].idx, ordered[-1].idx + len(ordered[-1])))

    def words(self, tokens: Sequence[Token], own: Sequence[Token] = ()) -> Quote:
        """Its words: all where they stand together, else its own noun ("ended the siege"), else the first."""
        ordered = sorted(tokens, key=lambda token: token.i)
        gap = ADJACENT if ordered[0].lemma_ in word_class("grammar", "copula") else 1
        together = all(one.i <= first.i + gap for first, one in pairwise(ordered))
        carries = tokens[0].lemma_ in word_class("verbs", "carrying") and tokens[-1].pos_ == "NOUN"
        return self.quote(tokens if together else own or (tokens[-1:] if carries else tokens[:1]))

    def sentence(self, token: Token) -> Quote:
        """The sentence around a token, without the white space at its ends."""
        return self.quote([one for one in token.sent if not one.is_space])

    def phrase(self, head: Token) -> Quote:
        """The minimal noun phrase of a head: its modifiers to the left, no clauses or relatives."""
        return self.quote(self.phrase_tokens(head))

    def phrase_tokens(self, head: Token) -> tuple[Token, ...]:
        """The tokens of the minimal noun phrase of a head."""
        return (*premodifiers(head), head)

    def _nation(self, head: Token, role: str) -> Party | None:
        """The state behind an adjective: "Turkish-backed"."""
        country, named = load_registry().by_adjective(head.text), load_registry().named(head.text)
        actor = country.as_actor() if country else named
        if actor is None or actor.type != "state":
            return None
        quote = self.phrase(head)
        return Party(role, quote.text, quote.start, quote.end, actor.id, actor.name, actor.side, actor.type)

    def _name(self, head: Token, mention: PartyMention) -> str:
        """The name of a party; "its troops" are of whom "its" stands for, "our forces" of the side of the spokesman."""
        name = mention.name or bare(mention.text)
        if {name.lower(), name.lower().removesuffix("s")} & self._classes.keys():
            return name.lower()
        owner = next((child for child in head.children if child.dep_ == "poss" and child.pos_ == "PRON"), None)
        whose = self.party_by_root.get(owner.i) if owner is not None else None
        known = mention.actor is not None or name not in {mention.text, bare(mention.text)}
        if known or whose is None or not whose.name:
            return name
        called = whose.side if whose.side and not whose.actor and whose.type in {"person", "official"} else whose.name
        return f"{called}{'’' if called.endswith('s') else '’s'} {name.split(' ', 1)[-1]}"

    def as_party(self, head: Token, role: str) -> Party:
        """The party a token heads, in a role; unnamed phrases keep their own words."""
        if (group := self._part_of(head)) is not None:
            quote, whole = self.quote([*self.phrase_tokens(head), *self.phrase_tokens(self.tokens[group.root])]), group
            return Party(role, quote.text, quote.start, quote.end, whole.actor, whole.name, whole.side, whole.type)
        mention = self.party(head)
        if (mention is None or mention.root != head.i) and (state := self._nation(head, role)) is not None:
            return state
        if mention is None:
            counted = counted_by(head)
            quote = self.quote([*self.phrase_tokens(head), *(self.phrase_tokens(counted) if counted else ())])
            return Party(role, quote.text, quote.start, quote.end, name=bare(quote.text), type=self._sort(head))
        name, kind = self._name(head, mention), mention.type
        return Party(role, mention.text, mention.start, mention.end, mention.actor, name, mention.side, kind)

    def counted(self, amount: AmountMention, of: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        """Those counted, where the number has its noun ("two paramedics"), else those they are of."""
        if not amount.noun or amount.unit not in {"person", "household"}:
            return of
        return (*(one for one in of if one.role != "target"), self.as_party(self.tokens[amount.root], "target"))

    def _part_of(self, head: Token) -> PartyMention | None:
        """The force that "members of the gang" and "units of the 4th Army" are a part of."""
        if head.lemma_.lower() not in word_class("grammar", "part of a force"):
            return None
        below = [noun for child in head.children if child.lower_ == "of" for noun in child.children]
        forces = (self.party_by_root.get(noun.i) for noun in below)
        kinds = {"armed", "state"} | ({"organisation"} if "armed" in self.lemma_classes(head) else set())
        return next((one for one in forces if one is not None and one.type in kinds and one.name), None)

    def _sort(self, head: Token) -> PartyType | None:
        """What sort of party a phrase is that no mention covers: people in arms, or people."""
        classes = self.classes(head)
        return "armed" if "armed" in classes else "civilian" if "people" in classes else None


def _by_form(token: Token, party: PartyMention | None, people: bool) -> frozenset[str]:
    """A model of aircraft or gun, people of a nation, a nation ("in Georgian hands"), a number of people."""
    if people and (token.pos_ == "NUM" or token.lemma_ in word_class("grammar", "counter")):
        return frozenset({"=people"})
    if MODEL.fullmatch(token.text) and (party is None or party.actor is None):
        return frozenset({"weapon", "vehicle"})
    if token.dep_ == "amod" and is_grip(token.head) and load_registry().by_adjective(token.text):
        return frozenset({"state", "party"})
    return frozenset({"nationals"} if token.tag_ in {"NNPS", "NNS"} and token.ent_type_ == "NORP" else ())


def _own(people: Token) -> Iterator[Token]:
    """The words of who speaks, but not "who is now in Obo"."""
    yield people
    yield from (one for child in people.children if child.dep_ != "relcl" for one in child.subtree)


@kept
def counted_by(token: Token) -> Token | None:
    """What "hundreds of troops" or "one of the refineries" speaks of: the noun after "of"."""
    if token.lemma_.lower() not in word_class("grammar", "counter") and token.pos_ != "NUM":
        return None
    of = next((child for child in token.children if child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def as_place(mention: PlaceMention, role: str) -> Place:
    """A place mention in its role."""
    return Place(
        role, mention.text, mention.start, mention.end, mention.geonames_id, mention.name, mention.country,
        mention.admin1, mention.lat, mention.lon, mention.precision, mention.radius_km,
    )  # fmt: skip


def bare(text: str) -> str:
    """Words without an article before them."""
    words = text.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else text
