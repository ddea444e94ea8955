"""Weighs what speaks for and against a stretch of text being the name of a place."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log10

from vedette.lexicon.actors import Hit, Registry
from vedette.lexicon.classes import word_class
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.fates import given_up, undergone
from vedette.mentions.places.kinds import (
    KINDS,
    Name,
    aims_at_a_place,
    classes,
    has,
    is_settlement,
    kind_after,
    kind_before,
    place_words,
)
from vedette.mentions.places.traits import REACH, label_weight, lies, odds, pooled
from vedette.model.tokens import Doc, Span, Token

ENOUGH = 2.0
WIDE = {"country": 3.0, "region": 2.2, "province": 1.8, "district": 0.6, "point": 1.5}
SURE = 0.5
LOCAL = 0.9
COMPANY = 2.0
LOCATED, DESCRIBED, PART, ALONE, AFFECTED = 2.4, 2.9, 2.9, 1.0, 0.5
OFFICE = 2.5
HELD, GIVEN_UP, CALLED = 3.0, 2.9, 4.6
OBSCURE = 0.5
LIST_ROUNDS = 3
SIZEABLE = 5000
SELDOM = 100
WAR = frozenset({"fighting", "warlike"})
UNKNOWN = {"feature": 0.6, "site": 1.6}
UNHEARD_OF, PREFIXED = -0.8, 2.0
NAMED, SITED, AGAINST, HEARD, UNHEARD = 2.9, 1.2, 0.3, 0.5, 0.5
SAID = frozenset(KINDS)
FAR_OFF = re.compile(
    r"\s?(?:(?:just|some|about|around|roughly|only) )*"
    r"(?:\d[\d,.]*[ -]?(?:km|kilomet|mile)|(?:north|south|east|west)\w* of )"
)
ALONE_AFTER = frozenset({"in", "at", "near", "inside", "outside", "around", "into"})
BOUND = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case"})
AREAS = frozenset({"country", "province", "district"})
DASHES = frozenset({"-", "--", "—", "–", "(", ":"})
UNPLACED = frozenset({"DATE", "TIME", "MONEY", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE", "PRODUCT", "NORP"})


def fame(entries: Sequence[Entry], words: int) -> float:
    """The fame of a name of so many words; a place needs ENOUGH, the words around it must say the rest."""
    people = max((one.population if one.main else one.population / 10 for one in entries), default=0)
    least = 0.1 if any(one.main for one in entries) else -0.3
    town = min(2.0, max(least, (log10(people + 1) - 4.3) * 0.9))
    wide = (WIDE.get(one.precision, 0.0) for one in entries if one.precision != "settlement")
    return max([town, *wide]) + 0.5 * (words > 1)


@dataclass(frozen=True)
class Judge:
    """Weighs names in one document."""

    tokens: Doc
    gazetteer: Gazetteer
    registry: Registry

    @cached_property
    def actors(self) -> frozenset[int]:
        """Tokens of names of actors other than states."""
        return self._tokens_of(hit for hit in self._hits if hit.actor.type != "state")

    @cached_property
    def armed(self) -> frozenset[int]:
        """Tokens of names of armed groups."""
        return self._tokens_of(hit for hit in self._hits if hit.actor.type == "armed")

    def _tokens_of(self, hits: Iterable[Hit]) -> frozenset[int]:
        spans = (self.tokens.char_span(hit.start, hit.end, alignment_mode="expand") for hit in hits)
        return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))

    @cached_property
    def of_war(self) -> bool:
        """Whether the document is on fighting."""
        told = sum(token.i in self.armed or not WAR.isdisjoint(classes(token)) for token in self.tokens)
        return told * SELDOM >= len(self.tokens)

    @cached_property
    def focus(self) -> frozenset[str]:
        """The countries that the document mostly speaks of, by their names and adjectives."""
        states = (hit.actor.country for hit in self._hits if hit.actor.type == "state" and hit.actor.country)
        return _mostly(self.spoken + Counter(states))

    @cached_property
    def home(self) -> frozenset[str]:
        """The countries that a report on fighting mostly speaks of, also by who fights; none for other news."""
        return _mostly(self.spoken + self.nations) if self.of_war else frozenset()

    @cached_property
    def nations(self) -> Counter[str]:
        """How often the document names states, forces and armed groups of each country."""
        named = (hit.actor for hit in self._hits if hit.actor.type in {"state", "armed", "official"})
        return Counter(actor.country for actor in named if actor.country)

    @cached_property
    def spoken(self) -> Counter[str]:
        """How often the document speaks of each country by an adjective."""
        every = map(self.registry.adjectives.get, (token.text for token in self.tokens))
        return Counter(nation.code for nation in every if nation is not None)

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        return self.registry.find(self.tokens.text)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of the full names of people in the document."""
        people = (entity for entity in self.tokens.ents if entity.label_ == "PERSON")
        words = ([token.text for token in entity if token.text != "'s"] for entity in people)
        return frozenset(name[-1] for name in words if len(name) > 1)

    def accepted(self, names: Iterable[Name]) -> list[Name]:
        """The names that enough speaks for, also from other names that they are listed with or that are the same."""
        names = list(names)
        own = [self.weight(name) for name in names]
        weights = pooled([(one.bare, bool(one.entries)) for one in names], own, ENOUGH)
        known = {name.bare for name, weight in zip(names, weights, strict=True) if weight >= ENOUGH + SURE}
        taken = {at for at, weight in enumerate(weights) if weight >= ENOUGH}
        doubtful = [at for at, weight in enumerate(weights) if ENOUGH > weight >= ENOUGH - COMPANY]
        scene = _scene([names[at] for at in taken]) - self.focus
        taken |= {at for at in doubtful if names[at].bare in known}
        taken |= {at for at in doubtful if weights[at] >= ENOUGH - LOCAL and _lies_in(names[at], scene)}
        for _ in range(LIST_ROUNDS):
            roots = {names[at].root.listed_with.i for at in taken}
            taken |= {at for at in doubtful if _listed_with(names[at].root, roots)}
        return [name for at, name in enumerate(names) if at in taken]

    def weight(self, name: Name) -> float:
        """How much more speaks for a place than against it."""
        if name.kind == "road":
            return ENOUGH
        case = _case(name)
        famous = fame(name.entries, len(name.span)) if case.known else _prior(case)
        against = self._against(case)
        weight = famous + _labelled(case) + self._context(case, famous) - against
        if case.known and (weight >= ENOUGH + SURE or not self.of_war):
            return weight
        told = odds(name.span)
        return max(weight, _told(case, told) - against) if self.of_war else weight + AGAINST * min(0.0, told)

    def _context(self, case: "_Case", famous: float) -> float:
        name, span, weight = case.name, case.span, 0.0
        if case.before is not None:
            weight += _preposed(case.before, case.known) + 1.1 * has(case.before, "direction")
        owned = not self.of_war or not self.actors.isdisjoint(range(span.start, span.end))  # "the UN base"
        weight += 0.9 * (case.known and _modifies_noun(case)) + _before_site(case, owned)
        held = case.known and case.after is not None and case.root.dep_ in BOUND and has(case.after, "office")
        weight += LOCAL * _lies_in(name, self.focus) + OFFICE * held  # "Kherson Governor X"
        weight += ALONE * (famous < OBSCURE and _alone(case))
        weight += AFFECTED * (name.kind == "site" and case.root.head.dep_ in {"pobj", "dobj", "nsubjpass"})
        weight += 2.9 * (name.kind in KINDS) + undergone(case.root, case.known) + self._located(case)
        if case.root.dep_ in {"nsubj", "nsubjpass"} and lies(self.tokens[span.end : span.end + REACH]):
            weight += HELD + (len(span) == 1)
        weight += GIVEN_UP * (self.of_war and given_up(case.root))
        return weight + 2.0 * _is_dateline(span)

    def _located(self, case: "_Case") -> float:
        """What follows says where it lies or what it is: "Paris, Texas", "at Olangur in Villupuram", "Sake, a town"."""
        tokens, after = self.tokens, case.span.end
        if after + 1 >= len(tokens):
            return 0.0
        following, before = tokens[after].text, case.before
        if following in {",", ";", "("} and is_settlement(tokens, after + 1):
            return DESCRIBED
        if following in {",", "("} and FAR_OFF.match(tokens.text, tokens[after].idx + 1):
            return CALLED
        if following in {",", "("}:
            return CALLED if self._is_in_area(tokens, after + 1) else LOCATED * self._is_wider(tokens, after + 1)
        if following.lower() != "in" or before is None or not (has(before, "inside") or has(before, "territorial")):
            return 0.0
        return LOCATED * self._is_wider(tokens, _past_words(tokens, after + 1))

    def _is_in_area(self, tokens: Doc, at: int) -> bool:
        """ "Lumbi (Kalehe territory)", where nothing of somebody's goes on."""
        for end in range(at + 1, min(at + 4, len(tokens) - 1)):
            if not tokens[end - 1].text[:1].isupper():
                return False
            if has(tokens[end], "district") or has(tokens[end], "province"):
                return tokens[end + 1].is_punct
        return False

    def _is_wider(self, tokens: Doc, at: int) -> bool:
        """Whether a country, a division or a district is named here."""
        for end in range(min(at + 3, len(tokens)), at, -1):
            words = tokens.span(at, end).text
            area = end < len(tokens) and (has(tokens[end], "district") or has(tokens[end], "province"))
            if self.gazetteer.short(words) or (area and all(token.text[:1].isupper() for token in tokens[at:end])):
                return True
            if words[:1].isupper() and any(one.precision in AREAS for one in self.gazetteer.lookup(words)):
                return True
        return False

    def _against(self, case: "_Case") -> float:
        name, span, root, before = case.name, case.span, case.root, case.before
        weight = 3.0 * _is_common(span, name.kind)
        numeral = root.lower_.removesuffix("s") in word_class("grammar", "numeral")
        weight += 6.0 * (len(span) == 1 and (numeral or (root.ent_type_ == "DATE" and has(root, "not-a-place"))))
        weight += 6.0 * self._of_a_state(case)
        words = range(span.start, span.end)
        weight += 3.0 * (not self.actors.isdisjoint(words) and not kind_before(span)) + 3.0 * (self.armed >= set(words))
        weight += 3.0 * (root.ent_type_ == "NORP" and self._of_a_nation(root))
        kin = case.root.listed_with.head
        theirs = has(kin, "kin") or (has(case.root, "people") and has(kin, "settlement"))  # "the Berti community"
        weight += 3.0 * (case.root.listed_with.dep_ in BOUND and theirs)
        if before is not None and not name.kind and has(before, "person-before"):
            weight += 2.5
        if not name.kind and case.label < 2 and span.text in self.surnames:
            weight += 2.0
        weight += 1.0 * (case.label < 1 and root.pos_ not in {"PROPN", "NOUN"})
        return weight + (0.0 if name.kind in SAID or _names_a_feature(case) else part_of_person(case))

    def _of_a_state(self, case: "_Case") -> bool:
        """ "the Malian capital", "the Danish region", but not "U.S. states": an adjective that is no name too."""
        adjective = self.registry.by_adjective(case.span.text) is not None and kind_after(case.span) != ""
        return adjective and not any(one.main and one.precision == "country" for one in case.name.entries)

    def _of_a_nation(self, root: Token) -> bool:
        """ "the Canadian", "three Iranians", "Chadian territory"."""
        return any(self.registry.by_adjective(word) for word in (root.text, root.text.removesuffix("s")))


@dataclass(frozen=True, slots=True)
class _Case:
    """A name with what is asked of it again and again: its root, the words before and after, what the recogniser says,
    and whether the gazetteer knows it."""

    name: Name
    span: Span
    root: Token
    before: Token | None
    after: Token | None
    label: float
    known: bool


def _case(name: Name) -> _Case:
    span = name.span
    tokens, at = span.doc, span.start - 1
    while at >= 0 and (tokens[at].is_space or tokens[at].lower_ in {"the", "'", '"'}):
        at -= 1
    before, after = tokens[at] if at >= 0 else None, tokens[span.end] if span.end < len(tokens) else None
    return _Case(name, span, span.root, before, after, label_weight(span), bool(name.entries))


def _told(case: _Case, told: float) -> float:
    """What the words around it say in a report on fighting, as fitted to such reports."""
    sort = NAMED * (case.name.kind in SAID) or SITED * (case.name.kind != "")
    return ENOUGH + told + sort - (HEARD if case.known else UNHEARD)


def _prior(case: _Case) -> float:
    """How far the form of a name that nobody knows makes it a place's."""
    first = has(case.span[0], "name-first") or has(case.span[0], "feature-first")
    return PREFIXED if first and len(case.span) > 1 else UNKNOWN.get(case.name.kind, UNHEARD_OF)


def _labelled(case: _Case) -> float:
    """What the recogniser says; a person counts little against known names and nothing after "the village of"."""
    name = case.name
    if case.label >= 0 or _alone(case):
        return max(case.label, 0.0)
    known = any(one.main and (one.population > SIZEABLE or len(name.span) > 1) for one in name.entries)
    told = name.kind in SAID or has(name.span[0], "site-first") or _names_a_feature(case)
    return 0.0 if told else case.label / (1 + known)


def _past_words(tokens: Doc, at: int) -> int:
    """Past "the", "northern", "eastern" and the like."""
    while at + 1 < len(tokens) and (tokens[at].lower_ == "the" or has(tokens[at], "direction")):
        at += 1
    return at


def _preposed(before: Token, known: bool) -> float:
    word = before.lower_
    if word in place_words("beside"):
        return 3.0
    if word in place_words("inside"):
        return 1.9
    of = before.nbor(-1) if word == "of" and before.i else None
    if of is not None and (has(of, "part") or (known and has(of, "nearly whole"))):
        return PART
    if word == "of" or (word == "to" and before.i and before.nbor(-1).lower_ == "according"):
        return 0.4 * known
    if aims_at_a_place(before):
        return 1.9
    if word == "on" and before.i:
        return 1.6 * (known and (has(before.nbor(-1), "aimed") or has(before.head, "aimed")))
    return (1.4 if known else 0.7) * (word in place_words("preposition"))


def _alone(case: _Case) -> bool:
    """ "in Qaim", "at Kibeho", "the offensive on Daraya": all that a preposition of place leads to."""
    root, span = case.root, case.span
    if root.dep_ != "pobj" or root.ent_type_ in UNPLACED:
        return False
    preposition = root.head
    if span.text.isupper() or (len(span) > 1 and preposition.lower_ == "at" and root.ent_type_ == "ORG"):
        return False
    led = preposition.lower_ in ALONE_AFTER or aims_at_a_place(preposition)
    others = (child for child in root.children if child.dep_ in BOUND and child.i not in range(span.start, span.end))
    return led and all(has(child, "direction") and child.text.islower() for child in others)


def _before_site(case: _Case, owned: bool) -> float:
    """ "Tora area", "Salem checkpoint"; only a place has areas; "the Dura pass" is one whatever it is called after, and
    so is "the Azot chemical plant" in a report on fighting."""
    after, start = case.after, case.span.start
    while after is not None and has(after, "site-modifier") and after.i + 1 < len(after.doc) and after.text.islower():
        after = after.nbor(1)
    if after is None or not after.text.islower() or not (has(after, "area") or has(after, "site")):
        return 0.0
    named = start > 0 and case.span.doc[start - 1].lower_ == "the"
    if named and (has(after, "feature") or (not owned and has(after, "site"))):
        return CALLED
    return 2.0 if case.known or after.lemma_ != "area" else 3.3


def _names_a_feature(case: _Case) -> bool:
    """ "The Matling bridge", which is a place whatever it is called after."""
    after, start = case.after, case.span.start
    named = start > 0 and case.span.doc[start - 1].lower_ == "the" and after is not None and after.text.islower()
    return named and after is not None and has(after, "feature")


def _modifies_noun(case: _Case) -> bool:
    """ "Oxford taxi driver", "Homs residents": a common noun of what is there."""
    root, end = case.root, case.span.end
    return root.dep_ in {"compound", "nmod", "amod"} and root.head.i >= end and root.head.text.islower()


def _scene(names: Iterable[Name]) -> frozenset[str]:
    """The countries where names mostly lie, as far as each lies in one only."""
    homes = [{one.country for one in name.entries if one.main} for name in names]
    return _mostly(Counter(code for codes in homes if len(codes) == 1 for code in codes if code))


def _mostly(votes: Counter[str]) -> frozenset[str]:
    least = votes.total() / 5
    return frozenset(code for code, count in votes.items() if count >= least)


def _lies_in(name: Name, countries: frozenset[str]) -> bool:
    return any(one.country in countries and one.population > SIZEABLE for one in name.entries)


def _listed_with(root: Token, sure: set[int]) -> bool:
    """Joined by "and" or a comma to a name that surely is a place."""
    near = (root.head, *root.children) if root.dep_ == "appos" else root.children
    return root.listed_with.i in sure or any(one.dep_ == "appos" and one.i in sure for one in near)


def _is_dateline(span: Span) -> bool:
    """ "BEIRUT (Agency) —" at the head of a line."""
    tokens, at = span.doc, span.start
    starts = at == 0 or "\n" in tokens[at - 1].text or (span.text.isupper() and len(span.text) > 3)
    return starts and span.end < len(tokens) and tokens[span.end].text in DASHES


def _is_common(span: Span, kind: str) -> bool:
    """A word that English uses for something else."""
    first = span[0]
    common = first.lower_ in place_words("not-a-place") or (first.is_stop and not span.text.isupper()) or len(first) < 2
    return common and len(span) == 1 and not kind


def part_of_person(case: _Case) -> float:
    """ "Lincoln Smith" and "John Lincoln" are no places."""
    first, after = case.span[0], case.after
    if first.ent_type_ != "PERSON":
        return 0.0
    goes_on = after is not None and (after.ent_type_, after.ent_iob_) == ("PERSON", "I") and after.text != "'s"
    return 1.5 * (goes_on or (case.before is not None and first.ent_iob_ == "I"))
