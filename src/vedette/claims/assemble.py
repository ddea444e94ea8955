"""Builds the claims of one event: one for each place that changed hands, and one for each figure."""

from collections.abc import Iterator
from typing import cast

from vedette.claims.admissions import is_of_others
from vedette.claims.details import by_site, detailed
from vedette.claims.events import Event
from vedette.claims.figures import is_compared, is_uncounted, quantity_of, whole_of
from vedette.claims.nominal import is_news, is_upheld
from vedette.claims.put import put_at
from vedette.claims.reading import Reading, counted_by
from vedette.claims.roles import amounts_at, counts, no_of, nobody, parties_of
from vedette.claims.syntax import auxiliaries
from vedette.claims.tallies import told_otherwise
from vedette.claims.when import time_at
from vedette.claims.where import places_of
from vedette.lexicon.classes import word_class
from vedette.model import AmountMention, Claim, Measure, Party, Phase, Place, Quantity, Standing, Unit, replace
from vedette.model.tokens import Token

ARMED = frozenset({"armed", "state", "people", "!weapon", "!vehicle", "!violence"})
OPEN = frozenset({"possible", "forecast", "planned"})
COUNTED = frozenset(
    {"casualties", "displacement", "movement", "unrest", "hardship", "aid", "violence", "authority", "control"}
)
FREE = frozenset({"casualties", "hardship", "unrest", "displacement", "assessment"})
SITED = frozenset({"violence", "hardship", "control"})
AREAS = frozenset({"province", "country", "region"})
DEEDS = frozenset({"violence", "movement", "diplomacy", "aid", "authority", "control"})
THINGS = frozenset({"violence", "aid", "hardship", "movement"})
PER_PLACE = frozenset({"control"})
LIFELESS: frozenset[Unit | None] = frozenset({"weapon", "vehicle", "building"})
BLOWS = ("mine", "drone-strike", "shelling", "bombing")


def claims_of(reading: Reading, event: Event) -> Iterator[Claim]:
    """Every claim that one event word gives."""
    base = _base(reading, event)
    if base is None:
        return
    base = detailed(reading, event, base)
    if base.kind == "asset":
        yield from by_site(reading, event, base)
        return
    for claim in _by_figure(reading, event, base):
        yield from _by_place(claim, event)


def _base(reading: Reading, event: Event) -> Claim | None:
    """The claim without its figures: everything the event has only once; None where it says too little."""
    parties, places = parties_of(reading, event), places_of(reading, event)
    if not _says_enough(reading, event, parties, places):
        return None
    put = put_at(reading, event.trigger, event.entry.standing)
    chain, standing = put.chain, put.standing
    if standing == "demanded" and event.entry.type == "order" and event.trigger.pos_ == "NOUN":
        return None  # "called for an inquiry": nobody ordered one
    return Claim(
        kind=event.entry.kind,
        type=_type(reading, event, standing),
        document=reading.document,
        evidence=reading.sentence(event.trigger),
        trigger=reading.words(event.tokens, event.noun),
        parties=parties,
        places=places,
        time=time_at(reading, event.tokens, reading.over(event.trigger)),
        chain=chain,
        standing=_narrowed(event, standing),
        standing_cue=put.cue,
        probability=put.probability,
        phase=put.phase or cast("Phase | None", event.entry.phase or ("ends" if _is_over(event) else None)),
    )


def _is_over(event: Event) -> bool:
    """ "Captured El Fasher after a siege of 18 months": a siege ends when the place is taken."""
    word, after = event.trigger, event.trigger.head
    taken = after.head.lemma_.lower() in word_class("grammar", "taking ground")
    return event.entry.type == "besiege" and word.dep_ == "pobj" and after.lower_ == "after" and taken


def _says_enough(reading: Reading, event: Event, parties: tuple[Party, ...], places: tuple[Place, ...]) -> bool:
    """Whether anything is claimed of somebody or some place; "regime-held territory" alone claims nothing."""
    none = no_of(event.trigger) is not None or any(one.dep_ == "neg" for one in event.trigger.head.children)
    if none and event.trigger.lemma_.lower() in word_class("grammar", "altogether"):
        return False  # "gave no toll", "has not given a toll"
    if event.entry.kind == "casualties" and _counts_things(reading, event):
        return False
    if event.trigger.dep_ == "amod":
        many = event.entry.kind == "casualties" and bool(amounts_at(reading, event))  # "31 fallen soldiers"
        return many or bool(places) or (bool(parties) and event.entry.kind == "relation" and len(parties) > 1)
    site = event.entry.kind in SITED and any(reading.has_class(one, {"facility"}) for one in _arguments(event))
    told = event.trigger.pos_ in {"VERB", "AUX", "ADJ"} or is_upheld(event.trigger) or is_news(reading, event.frame)
    news = (event.entry.bare and told) or _is_told_of_something(event)
    return bool(parties or places) or site or news or event.entry.kind in FREE or _truce(event)


def _counts_things(reading: Reading, event: Event) -> bool:
    """ "74 drones were shot down, 21 others were lost"."""
    counted = {amount.unit for one in event.frame.objects if (amount := reading.amount(one)) is not None}
    return bool(counted) and counted <= LIFELESS


def _is_told_of_something(event: Event) -> bool:
    """ "The lorries are coming", "no paper was signed": a clause of its own that says of what."""
    verb = event.trigger
    own = verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"amod", "acl", "relcl", "pcomp"}
    return own and event.entry.kind in DEEDS and bool(_arguments(event))


def _arguments(event: Event) -> tuple[Token, ...]:
    return (*event.frame.subjects, *event.frame.objects)


def _truce(event: Event) -> bool:
    """A truce that is declared or announced, whoever by."""
    return event.entry.type == "ceasefire" and len(event.tokens) > 1


def _type(reading: Reading, event: Event, standing: str) -> str:
    kind, name = event.entry.kind, event.entry.type
    return "at-risk" if kind == "displacement" and name in {"displaced", "flee"} and _ahead(event, standing) else name


def _ahead(event: Event, standing: str) -> bool:
    """Whether it is yet to come, be it on a condition ("will flee if the town falls")."""
    return standing in OPEN or (standing == "hypothetical" and bool(auxiliaries(event.trigger)))


def _narrowed(event: Event, standing: Standing) -> Standing:
    """People who may yet flee are a forecast, whatever the modal; not to comment is an act that took place."""
    if event.entry.kind == "statement" and standing == "negated" and event.entry.type != "claim-responsibility":
        return "asserted"
    at_risk = event.entry.kind == "displacement" and event.entry.type in {"displaced", "flee"}
    done = any(one.lower_ == "have" for one in auxiliaries(event.trigger))
    return "forecast" if at_risk and standing in OPEN and not done else standing


def _by_figure(reading: Reading, event: Event, base: Claim) -> Iterator[Claim]:
    amounts = [one for one in amounts_at(reading, event) if counts(event, one)] if base.kind in COUNTED else []
    amounts = [one for one in amounts
               if not told_otherwise(reading, one, base.kind, base.type) and not is_compared(reading, one)]  # fmt: skip
    amounts = [one for one in amounts if base.kind in THINGS or not _of_animals(reading, one)]
    amounts = [one for one in amounts if base.kind != "displacement" or not _of_speakers(reading, event, one)]
    amounts = [one for one in amounts if base.kind != "unrest" or whole_of(reading, one) is None]
    amounts = [] if nobody(reading, event) is not None else amounts
    measure = _measure(event)
    alone = [one for one in base.parties if base.kind == "casualties" and is_uncounted(reading, one, amounts)]
    if amounts and alone:  # "killed the mayor and two of his guards"
        others = tuple(one for one in base.parties if one not in alone)
        yield replace(base, parties=(*(one for one in others if one.role != alone[0].role), *alone))
        base = replace(base, parties=others)
    for amount in amounts:
        counted = _counted(reading, event, base, amount, measure)
        yield _of_part(reading, event, amount, _of_counted(reading, event, counted, amount))
    if not amounts:
        yield replace(base, quantity=nobody(reading, event)) if base.kind == "casualties" else base
    if base.type == "killing":
        people = [one for one in amounts_at(reading, event)
                  if one.unit in {"person", "household"} or (one.unit is None and not one.noun)]  # fmt: skip
        for amount in people:
            counted = _counted(reading, event, replace(base, kind="casualties", type="killed"), amount, "flow")
            yield _of_part(reading, event, amount, counted)
    if base.kind == "casualties" and base.type == "killed" and _done_by_people(reading, event):
        yield replace(base, kind="violence", type="killing")
    elif base.kind == "casualties" and (blow := _blow(event)) is not None:
        yield replace(base, kind="violence", type=blow[0], trigger=reading.words((blow[1],)), quantity=None)


def _of_speakers(reading: Reading, event: Event, amount: AmountMention) -> bool:
    """ "Three residents who fled to Dori said …": by the way, and no count of those who fled."""
    aside = event.trigger.dep_ in {"relcl", "acl"} and event.trigger.head.i == amount.root
    return aside and any(source.i == amount.root for said in reading.said for source in said.sources)


def _of_animals(reading: Reading, amount: AmountMention) -> bool:
    """ "2,000 head of cattle", "40 goats": no people."""
    root = reading.tokens[amount.root]
    below = (one for child in root.children if child.lower_ == "of" for one in child.children)
    return any("livestock" in reading.lemma_classes(one) for one in (root, *below))


def _counted(reading: Reading, event: Event, claim: Claim, amount: AmountMention, measure: Measure) -> Claim:
    """The claim with a figure; nobody admits the dead of others who fell beside the own."""
    if claim.standing == "admitted" and claim.kind == "casualties":
        head = reading.tokens[amount.root]
        if len(event.frame.objects or event.frame.subjects) > 1 and is_of_others(reading, head, reading.over(head)):
            claim = replace(claim, standing="asserted", standing_cue=None)
    bare = Quantity(amount.text, amount.start, amount.end, None, None, None, "exact", None, measure)
    told = replace(claim, quantity=bare)
    return replace(told, quantity=quantity_of(reading, event.tokens, told, amount))


def _of_counted(reading: Reading, event: Event, claim: Claim, amount: AmountMention) -> Claim:
    """Of several that are listed, the one that the figure counts: "84 drones and three missiles"."""
    counted = next((one for one in claim.parties if one.start < amount.end and amount.start < one.end), None)
    head = reading.tokens[amount.root]
    if counted is None and head in event.frame.objects and event.entry.object_role and amount.unit != "money":
        counted = reading.as_party(head, event.entry.object_role)
    if counted is None:
        return claim
    return replace(claim, parties=(*(one for one in claim.parties if one.role != counted.role), counted))


def _of_part(reading: Reading, event: Event, amount: AmountMention, claim: Claim) -> Claim:
    """A figure for those "including three children" speaks of the children."""
    head = reading.tokens[amount.root]
    heads = {counted_by(one) or one for one in (*event.frame.objects, *event.frame.subjects)}
    part = any(one.lower_ == "including" for one in head.ancestors) or any(
        one.lower_ == "among" for one in head.children
    )
    if claim.kind != "casualties" or not part or (head in heads and event.frame.objects[:1] == (head,)):
        return claim
    others = tuple(party for party in claim.parties if party.role != "target")
    return replace(claim, parties=(*others, reading.as_party(head, "target")))


def _measure(event: Event) -> Measure:
    if event.entry.kind == "displacement":
        helpers = auxiliaries(event.trigger) if event.frame.passive else ()
        anew = "being" in {one.lower_ for one in helpers} or "since" in {one.lower_ for one in event.trigger.subtree}
        present = not anew and any(one.lemma_ == "have" or one.tag_ in {"VBP", "VBZ"} for one in helpers)
        stays = event.trigger.lemma_.lower() in word_class("grammar", "staying")
        lasting = present or stays or event.trigger.dep_ == "amod" or event.trigger.pos_ in {"ADJ", "NOUN"}
        return "stock" if event.entry.type == "displaced" and lasting else "flow"
    return "flow" if event.entry.kind in {"casualties", "aid"} else "strength"


def _blow(event: Event) -> tuple[str, Token] | None:
    """The violence that a weapon does: "a mine killed three", "shells wounded two"."""
    doers = [one for one in event.frame.subjects if event.entry.subject_role == "agent" and one.head == event.trigger]
    known = ((name, one) for one in doers for name in BLOWS if one.lemma_ in word_class("nouns", f"weapon of {name}"))
    return next(known, None)


def _done_by_people(reading: Reading, event: Event) -> bool:
    doers = event.frame.subjects if event.entry.subject_role == "agent" else ()
    return any(reading.has_class(one, ARMED) for one in doers)


def _by_place(claim: Claim, event: Event) -> Iterator[Claim]:
    """A town taken is a claim of its own, however many the sentence lists."""
    named = [place for place in claim.places if place.role == event.entry.place_role]
    main = [place for place in named if place.precision not in AREAS] or named
    if claim.kind not in PER_PLACE or len(main) < 2:
        yield claim
        return
    for place in main:
        yield replace(claim, places=tuple(one for one in claim.places if one is place or one not in main))
