"""Weighs what speaks for and against a stretch of text being the name of a place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log10

from vedette.lexicon.actors import Hit, Registry
from vedette.lexicon.classes import word_class
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.kinds import (
    KINDS,
    Name,
    aims_at_a_place,
    has,
    is_settlement,
    kind_after,
    kind_before,
    place_words,
    verb_above,
)
from vedette.model.tokens import Doc, Span, Token

ENOUGH = 2.0
WIDE = {"country": 3.0, "region": 2.2, "province": 1.8, "district": 0.6, "point": 1.5}
SURE = 0.5
LOCAL = 0.9
COMPANY = 2.0
LOCATED, DESCRIBED = 2.4, 2.9
PART, ALONE, AFFECTED = 2.9, 1.0, 0.5
OFFICE = 2.5
OBSCURE = 0.5
FOUGHT = 0.6
LIST_ROUNDS = 3
SIZEABLE = 5000
UNKNOWN = {"feature": 0.6, "site": 1.6, "prefixed": 2.0}
SAID = frozenset({*KINDS, "prefixed"})
ALONE_AFTER = frozenset({"in", "at", "near", "inside", "outside", "around", "into"})
BOUND = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case"})
DASHES = frozenset({"-", "--", "—", "–", "(", ":"})
LABELS = {"GPE": 2.6, "LOC": 2.2, "FAC": 0.8, "NORP": -0.4, "ORG": 0.0, "PERSON": -1.4, "": 0.0}
OTHER_LABEL = -1.0
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
        hits = (hit for hit in self._hits if hit.actor.type != "state")
        spans = (self.tokens.char_span(hit.start, hit.end, alignment_mode="expand") for hit in hits)
        return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))

    @cached_property
    def focus(self) -> frozenset[str]:
        """The countries that the document mostly speaks of, by their names and adjectives."""
        votes = Counter(
            one.code for token in self.tokens if (one := self.registry.by_adjective(token.text)) is not None
        )
        states = (hit.actor.country for hit in self._hits if hit.actor.type == "state" and hit.actor.country)
        votes.update(states)
        return frozenset(code for code, count in votes.items() if count * 5 >= votes.total())

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
        weights = [self.weight(name) for name in names]
        known = {name.text for name, weight in zip(names, weights, strict=True) if weight >= ENOUGH + SURE}
        taken = {at for at, weight in enumerate(weights) if weight >= ENOUGH}
        doubtful = [at for at, weight in enumerate(weights) if ENOUGH > weight >= ENOUGH - COMPANY]
        scene = _scene([names[at] for at in taken]) - self.focus
        taken |= {at for at in doubtful if names[at].text in known}
        taken |= {at for at in doubtful if weights[at] >= ENOUGH - LOCAL and _lies_in(names[at], scene)}
        for _ in range(LIST_ROUNDS):
            roots = {names[at].root.i for at in taken}
            taken |= {at for at in doubtful if _listed_with(names[at].root, roots)}
        return [name for at, name in enumerate(names) if at in taken]

    def weight(self, name: Name) -> float:
        """How much more speaks for a place than against it."""
        if name.kind == "road":
            return ENOUGH
        return self._fame(name) + self._label(name) + self._context(name) - self._against(name)

    def _label(self, name: Name) -> float:
        """What the recogniser says; it takes many a foreign place for a person, so that counts little against known
        names and nothing after "the village of"."""
        label = label_weight(name.span)
        if label >= 0 or _alone(name.span):
            return max(label, 0.0)
        known = any(one.main and (one.population > SIZEABLE or len(name.span) > 1) for one in name.entries)
        return 0.0 if name.kind in SAID else label / (1 + known)

    def _fame(self, name: Name) -> float:
        if not name.entries:
            return UNKNOWN.get(name.kind, -0.8)
        return fame(name.entries, len(name.span))

    def _context(self, name: Name) -> float:
        span, weight = name.span, 0.0
        before = _before(span)
        if before is not None:
            weight += _preposed(before, bool(name.entries)) + 1.1 * has(before, "direction")
        weight += 0.9 * (bool(name.entries) and _modifies_noun(span)) + _before_site(span, bool(name.entries))
        weight += LOCAL * _lies_in(name, self.focus) + OFFICE * (bool(name.entries) and _before_office(span))
        weight += ALONE * (self._fame(name) < OBSCURE and _alone(span))
        weight += AFFECTED * (name.kind == "site" and _is_affected(span))
        weight += 2.9 * (name.kind in KINDS) + _undergone(span.root, bool(name.entries)) + self._located(span)
        return weight + 2.0 * _is_dateline(span)

    def _located(self, span: Span) -> float:
        """What follows says where it lies or what it is: "Paris, Texas", "at Olangur in Villupuram", "Sake, a town"."""
        tokens, after = self.tokens, span.end
        if after + 1 >= len(tokens):
            return 0.0
        if tokens[after].text in {",", ";", "("} and is_settlement(tokens, after + 1):
            return DESCRIBED
        if tokens[after].text in {",", "("} and self._is_wider(tokens, after + 1):
            return LOCATED
        before = _before(span)
        led = before is not None and (has(before, "inside") or has(before, "territorial"))
        inside = led and tokens[after].lower_ == "in" and self._is_wider(tokens, _past_words(tokens, after + 1))
        return LOCATED if inside else 0.0

    def _is_wider(self, tokens: Doc, at: int) -> bool:
        """Whether a country, a division or a district is named here."""
        for end in range(min(at + 3, len(tokens)), at, -1):
            words = tokens.span(at, end).text
            area = end < len(tokens) and (has(tokens[end], "district") or has(tokens[end], "province"))
            if self.gazetteer.short(words) or (area and all(token.text[:1].isupper() for token in tokens[at:end])):
                return True
            if words[:1].isupper() and any(
                one.precision in {"country", "province", "district"} for one in self.gazetteer.lookup(words)
            ):
                return True
        return False

    def _against(self, name: Name) -> float:
        span, root = name.span, name.span.root
        weight = 3.0 * _is_common(span, name.kind)
        weight += 6.0 * (len(span) == 1 and root.lower_.removesuffix("s") in word_class("grammar", "numeral"))
        weight += 6.0 * self._of_a_state(name)
        weight += 3.0 * (not kind_before(span) and any(i in self.actors for i in range(span.start, span.end)))
        weight += 3.0 * (root.ent_type_ == "NORP" and self._of_a_nation(root))
        before, after = _before(span), _after(span)
        if before is not None and has(before, "person-before") and not name.kind:
            weight += 2.5
        wide = any(one.main and one.precision == "province" for one in name.entries)
        led = wide and before is not None and before.lower_ == "in"
        if span.text in self.surnames and not name.kind and not led and label_weight(span) < 2:
            weight += 2.0
        weight += 1.0 * (root.pos_ not in {"PROPN", "NOUN"} and label_weight(span) < 1)
        return weight + (0.0 if name.kind in SAID else part_of_person(span, before, after))

    def _of_a_state(self, name: Name) -> bool:
        """ "the Malian capital", "the Danish region", but not "U.S. states": an adjective that is no name too."""
        adjective = self.registry.by_adjective(name.span.text) is not None and kind_after(name.span) != ""
        return adjective and not any(one.main and one.precision == "country" for one in name.entries)

    def _of_a_nation(self, root: Token) -> bool:
        """ "the Canadian", "three Iranians", "Chadian territory"."""
        return any(self.registry.by_adjective(word) for word in (root.text, root.text.removesuffix("s")))


def _before_office(span: Span) -> bool:
    """ "Kherson Governor X", "the Goma mayor"."""
    after = _after(span)
    return after is not None and has(after, "office") and span.root.dep_ in BOUND


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
    if word == "of" and before.i and has(before.nbor(-1), "part"):
        return PART
    if word == "of" or (word == "to" and before.i and before.nbor(-1).lower_ == "according"):
        return 0.4 * known
    if aims_at_a_place(before):
        return 1.9
    if word == "on" and before.i:
        return 1.6 * (known and (has(before.nbor(-1), "aimed") or has(before.head, "aimed")))
    return (1.4 if known else 0.7) * (word in place_words("preposition"))


def _alone(span: Span) -> bool:
    """ "in Qaim", "at Kibeho", "the offensive on Daraya": all that a preposition of place leads to."""
    root = span.root
    if root.dep_ != "pobj" or root.ent_type_ in UNPLACED:
        return False
    preposition = root.head
    if span.text.isupper() or (len(span) > 1 and preposition.lower_ == "at" and root.ent_type_ == "ORG"):
        return False
    led = preposition.lower_ in ALONE_AFTER or aims_at_a_place(preposition)
    others = (child for child in root.children if child.dep_ in BOUND and child.i not in range(span.start, span.end))
    return led and all(has(child, "direction") and child.text.islower() for child in others)


def _is_affected(span: Span) -> bool:
    return span.root.dep_ in {"pobj", "dobj", "nsubjpass"}


def _before_site(span: Span, known: bool) -> float:
    """ "Tora area", "Salem checkpoint"; only a place has areas."""
    after = _after(span)
    if after is None or not after.text.islower() or not (has(after, "area") or has(after, "site")):
        return 0.0
    return 2.0 if known or after.lemma_ != "area" else 3.3


def _modifies_noun(span: Span) -> bool:
    """ "Oxford taxi driver", "Homs residents": a common noun of what is there."""
    head = span.root.head
    return span.root.dep_ in {"compound", "nmod", "amod"} and head.i >= span.end and head.text.islower()


def _scene(names: Iterable[Name]) -> frozenset[str]:
    """The countries where names mostly lie, as far as each lies in one only."""
    homes = [{one.country for one in name.entries if one.main} for name in names]
    votes = Counter(code for codes in homes if len(codes) == 1 for code in codes if code)
    return frozenset(code for code, count in votes.items() if count * 5 >= votes.total())


def _lies_in(name: Name, countries: frozenset[str]) -> bool:
    return any(one.country in countries and one.population > SIZEABLE for one in name.entries)


def _before(span: Span) -> Token | None:
    at = span.start - 1
    while at >= 0 and (span.doc[at].is_space or span.doc[at].lower_ in {"the", "'", '"'}):
        at -= 1
    return span.doc[at] if at >= 0 else None


def _after(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < len(span.doc) else None


def _listed_with(root: Token, sure: set[int]) -> bool:
    """Joined by "and" or a comma to a name that surely is a place."""
    up = root.dep_ in {"conj", "appos"} and root.head.i in sure
    return up or any(child.dep_ in {"conj", "appos"} and child.i in sure for child in root.children)


def _undergone(root: Token, known: bool) -> float:
    """What is done to a name: only places are besieged, fall, or have outskirts; people too are attacked."""
    head = root.head
    lemma = head.lemma_.lower()
    if not known and root.pos_ == "PROPN" and verb_above(root) in place_words("besieged"):
        return 4.4
    if known and root.pos_ == "PROPN" and _only_a_place(root, head, lemma):
        return 2.9 + FOUGHT * (root.dep_ == "dobj" and _by_fighters(head))
    before = root.doc[root.left_edge.i - 1] if root.left_edge.i else root
    done = root.dep_ in {"dobj", "nsubjpass"} and lemma in place_words("entered")
    taken = 1.4 * (done or (known and before.pos_ == "VERB" and has(before, "entered")))
    return taken + FOUGHT * (done and known and root.pos_ == "PROPN" and _by_fighters(head))


def _only_a_place(root: Token, head: Token, lemma: str) -> bool:
    if root.dep_ == "pobj":
        return _fares_as_a_place(head)
    if root.dep_ == "nsubj":
        return lemma in place_words("falls") and not _has_object(head)
    return root.dep_ in {"dobj", "nsubjpass"} and lemma in place_words("territorial")


def _fares_as_a_place(preposition: Token) -> bool:
    """ "The siege of X", "captured all of X", "withdrew from X"."""
    above, lemma = preposition.head, preposition.head.lemma_.lower()
    if preposition.lower_ == "from":
        return lemma in place_words("given up")
    if preposition.lower_ != "of":
        return False
    taken = above.dep_ in {"dobj", "nsubjpass"} and above.head.lemma_.lower() in place_words("territorial")
    return lemma in place_words("fate") or (taken and lemma in place_words("share"))


def _by_fighters(verb: Token) -> bool:
    """Whether it is fighters who do it: "rebels attacked X"."""
    return any(child.dep_ == "nsubj" and has(child, "fighting") for child in verb.children)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for child in verb.children)


def _is_dateline(span: Span) -> bool:
    """ "BEIRUT (Agency) —" at the head of a line."""
    tokens, at = span.doc, span.start
    starts = at == 0 or "\n" in tokens[at - 1].text or (span.text.isupper() and len(span.text) > 3)
    return starts and span.end < len(tokens) and tokens[span.end].text in DASHES


def _is_common(span: Span, kind: str) -> bool:
    """A word that English uses for something else."""
    if len(span) > 1 or kind:
        return False
    word = span[0].lower_
    return word in place_words("not-a-place") or (span[0].is_stop and not span.text.isupper()) or len(word) < 2


def label_weight(span: Span) -> float:
    """What the recogniser says of the words: half as much where they are a part of what it marked."""
    labels = {token.ent_type_ for token in span if token.ent_type_ or token.text[:1].isupper()}
    if len(labels) != 1:
        return 0.5 if labels & {"GPE", "LOC"} else 0.0
    label = next(iter(labels))
    weight = LABELS.get(label, OTHER_LABEL)
    whole = span[0].ent_iob_ != "I" or span.start == 0 or span.doc[span.start - 1].lower_ in {"the", "'s"}
    ends = span.end >= len(span.doc) or span.doc[span.end].ent_iob_ != "I" or span.doc[span.end].text == "'s"
    return weight if whole and ends else weight * (0.6 if weight > 0 else 1.3)


def part_of_person(span: Span, before: Token | None, after: Token | None) -> float:
    """ "Lincoln Smith" and "John Lincoln" are no places."""
    person = span[0].ent_type_ == "PERSON"
    if after is not None and person and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.text != "'s":
        return 1.5
    if before is not None and span[0].ent_iob_ == "I" and person:
        return 1.5
    return 0.0
