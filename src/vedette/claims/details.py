"""What else the words of an event tell: means, the site hit, which way it went, how long, what IDMC calls it."""

from collections.abc import Iterator
from functools import cache

from vedette.claims.events import Event
from vedette.claims.pointing import inside
from vedette.claims.reading import Reading, as_place, counted_by
from vedette.claims.syntax import coordinated
from vedette.claims.when import governs
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import TermEntry
from vedette.lexicon.sites import asset_type, facility_kind
from vedette.model import AmountMention, Claim, Duration, Facility, Quote, replace
from vedette.model.tokens import Token

MEANS = frozenset({"violence", "casualties", "unrest"})
AIMED_AT = frozenset({"intercept", "clear"})
WITH = frozenset({"with", "by", "using", "from", "in"})
SITES = frozenset({"violence", "control", "hardship", "unrest", "casualties"})
GOING = frozenset({"control", "movement", "displacement", "violence"})
SPOTS = frozenset({"point", "settlement"})
WAYS = frozenset({"toward", "towards"})
LASTING = frozenset({"for", "of", "over", "during", "throughout"})


def detailed(reading: Reading, event: Event, claim: Claim) -> Claim:
    """The claim with weapon, facility, direction and duration, as far as its words tell them."""
    return replace(
        claim,
        weapon=_weapon(reading, event),
        facility=_facility(reading, event, claim),
        direction=_direction(reading, event),
        duration=_duration(reading, event),
    )


def _weapon(reading: Reading, event: Event) -> Quote | None:
    """The means: "with rockets", "fired a missile", "a shell hit", "drone strike", "a roadside bomb"."""
    if event.entry.kind not in MEANS or event.entry.type in AIMED_AT:
        return None
    word = next((one for one in _means(event) if _is_means(one)), None)
    return reading.phrase(word) if word is not None else None


def _means(event: Event) -> Iterator[Token]:
    frame = event.frame
    yield from (one for word, one in frame.obliques if word in WITH)
    yield from (below for word, one in frame.obliques if word in WITH for below in _filled_with(one))
    yield from frame.subjects
    yield from frame.objects
    yield from (child for child in event.trigger.lefts if child.dep_ in {"compound", "nmod", "amod"})
    yield from (one for one in event.tokens if one.pos_ in {"NOUN", "PROPN"})


def _filled_with(noun: Token) -> Iterator[Token]:
    """ "cars packed with explosives"."""
    filled = (child for child in noun.children if child.dep_ == "acl")
    return (one for verb in filled for child in verb.children if child.lower_ == "with" for one in child.children)


def _is_means(noun: Token) -> bool:
    return bool({noun.lemma_.lower(), noun.lower_} & word_class("grammar", "means"))


def _facility(reading: Reading, event: Event, claim: Claim) -> Facility | None:
    """The building or site that was hit, held, looted or closed."""
    if event.entry.kind not in SITES:
        return None
    heads = [*event.frame.objects, *(one for word, one in event.frame.obliques if word in {"on", "at", "into", "in"})]
    heads += event.frame.subjects if not event.entry.subject_role or event.entry.kind == "hardship" else ()
    for head in heads:
        site = counted_by(head) or head
        kind = facility_kind(" ".join(token.lemma_.lower() for token in reading.phrase_tokens(site)))
        place = reading.place(site)  # "the West Bank" is no bank
        wide = place is not None and place.precision != "point"
        if kind is not None and not wide and not reading.has_class(site, {"armed", "people"}):
            words = reading.phrase(head)
            return Facility(words.start, words.end, words.text, kind)
    return _named_site(claim)


def _named_site(claim: Claim) -> Facility | None:
    """A place of the event that is itself a site: "Saudi Hospital", "Ataq airport"."""
    for place in claim.places:
        kind = facility_kind(place.text.lower()) if place.role == "at" else None
        if kind is not None and place.precision in SPOTS:  # "the West Bank" is no bank
            return Facility(place.start, place.end, place.text, kind)
    return None


def _direction(reading: Reading, event: Event) -> Quote | None:
    """Which way: "eastward", "toward the lake", "in the direction of Bani Walid"."""
    if event.entry.kind not in GOING:
        return None
    for child in event.trigger.children:
        heading = child.lower_ in WAYS or any(noun.lemma_ == "direction" for noun in child.children)
        if child.dep_ == "prep" and heading:
            return reading.quote([child, *_phrase_below(reading, child)])
        if child.dep_ in {"advmod", "npadvmod"} and child.lower_ in word_class("grammar", "bearing"):
            return reading.quote([child])
    return None


def _phrase_below(reading: Reading, preposition: Token) -> Iterator[Token]:
    """The words of the noun phrases below a preposition, down to the last name: "in the direction of Bani Walid"."""
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            for one in coordinated(noun):
                yield from reading.phrase_tokens(one)
                yield from (
                    token for of in one.children if of.lower_ == "of" for token in (of, *_phrase_below(reading, of))
                )


def _duration(reading: Reading, event: Event) -> Duration | None:
    """How long it went on: "for 15 years", "a 14-month offensive", "after a siege of almost a month"."""
    for one in reading.times_in(event.trigger):
        root = reading.tokens[one.root]
        if one.timex == "DURATION" and one.first is None and _lasts(event, root):
            return Duration(one.start, one.end, one.text, one.value)
    return None


def _lasts(event: Event, time: Token) -> bool:
    head = time.head
    if time.dep_ in {"compound", "amod", "nmod"}:
        return head == event.trigger
    if time.dep_ == "npadvmod":
        return head.lemma_ == "last" and event.trigger in head.children
    measured = event.trigger.dep_ == "pobj" and event.trigger.head.lower_ == "of" and event.trigger.head.head == time
    own = head.lower_ in LASTING and (head.lower_ != "of" or head.head in event.tokens)
    return measured or (own and governs(event.tokens, time))


def by_site(reading: Reading, event: Event, base: Claim) -> Iterator[Claim]:
    """Each site that a sentence lists is a claim of its own: "bases there, including X and Y"."""
    listed = [one for head in event.frame.objects for prep in head.children if prep.lower_ == "including"
              for noun in prep.children if noun.dep_ == "pobj" for one in coordinated(noun)]  # fmt: skip
    for site in (*event.frame.objects, *listed):
        own = tuple(as_place(mention, "at") for mention in inside(reading, site))
        places = own if own and event.entry.subject_role else base.places or own
        kind = asset_type(_lemmas(reading, site))
        if kind is not None and (places or base.parties):
            yield replace(base, type=kind, places=places)


def _lemmas(reading: Reading, head: Token) -> str:
    head = counted_by(head) or head
    return " ".join(token.lemma_.lower() for token in reading.phrase_tokens(head))


@cache
def _terms() -> tuple[TermEntry, ...]:
    return load("terms", TermEntry)


def _is_dwelling(reading: Reading, amount: AmountMention) -> bool:
    """Whether homes are counted, also where only the count before names them."""
    meant = reading.indices(amount.counted) if amount.counted and not amount.noun else ()
    nouns = {amount.noun, *(reading.tokens[i].lemma_.lower() for i in meant)}
    return not nouns.isdisjoint(word_class("grammar", "dwelling"))


def idmc_term(reading: Reading, tokens: tuple[Token, ...], claim: Claim, amount: AmountMention) -> str | None:
    """IDMC's term for what happened to the people or houses counted, None for other figures."""
    housing = amount.unit == "building" and claim.kind != "displacement" and _is_dwelling(reading, amount)
    if claim.kind != "displacement" and (claim.kind, claim.type) != ("hardship", "shelter") and not housing:
        return None
    to_do = (one for one in tokens[0].children if one.dep_ in {"xcomp", "ccomp"})  # "forced to evacuate"
    words = [word for one in (*tokens, *to_do) for word in (one.lemma_.lower(), one.lower_)]
    under = {one.lemma_.lower() for one in tokens[0].subtree}
    for entry in _terms():
        below = not entry.below or not under.isdisjoint(entry.below)
        if entry.housing == housing and below and not set(words).isdisjoint(entry.words):
            return entry.term
    return None
