"""What one claim tells of one place: which side gains, is there, leaves or lies around it, and since when."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from vedette.assessment.begun import SLACK_DAYS, begun, days_on, is_undated, near, stayed
from vedette.assessment.control.extent import extent, is_a_town, is_object
from vedette.assessment.control.sides import Sides
from vedette.assessment.spots import finest
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.sites import at_site, site_noun
from vedette.model import AGAINST, TOLD, Claim, Party, Place, Quote, Since

type Act = Literal["take", "hold", "enter", "besiege", "contest", "leave", "lose", "relieve"]

ACTS: dict[tuple[str, str], Act] = {
    ("control", "capture"): "take", ("control", "hold"): "hold", ("control", "enter"): "enter",
    ("control", "besiege"): "besiege", ("control", "contest"): "contest", ("control", "rise-up"): "contest",
    ("control", "withdraw"): "leave", ("control", "lose"): "lose", ("control", "repel"): "hold",
    ("movement", "withdraw"): "leave", ("movement", "flee"): "leave", ("movement", "relocate"): "leave",
    ("movement", "deploy"): "enter", ("displacement", "evacuate"): "leave", ("violence", "clash"): "contest",
    ("violence", "attack"): "contest",
}  # fmt: skip
GOING: frozenset[Act] = frozenset({"leave", "lose"})
COMING: frozenset[Act] = frozenset({"take", "enter"})
ENDED: dict[Act, Act] = {"hold": "lose", "besiege": "relieve", "contest": "relieve"}
LASTING = frozenset({"hold", "besiege", "contest"})
TOWNS, WIDE = frozenset({"point", "settlement", "district"}), frozenset({"province", "region", "country"})
WHOLE_COUNTRIES = frozenset({"capture", "hold", "lose"})
ELSEWHERE = frozenset({"to", "toward"})
ROAD_TO = re.compile(
    r"\b(?:road|highway|route)s? (?:\w+ing |that leads )?(?:to|towards?|into|out of|around|from|between)\b[^.;]*$"
)
BEARING = re.compile(
    r", (?:just |\w+ (?:km|kilomet\w+|miles) )?(?:north|south|east|west)[\w-]* of (?:the )?$"
    r"|\b(?:countryside|outskirts|vicinity|surroundings) of (?:the (?:city|town) of )?$"
    r"|\b(?:bridge|crossing|pass|ford|hill|heights|checkpoint|junction) between (?:\w[\w'’-]* ){0,2}(?:and )?$"
)
BEFORE = 40
AWAY, TOWARD = frozenset({"withdraw", "lose", "repel"}), frozenset({"enter", "capture"})


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One claim on one side at one place. `against`: it says that this is not so."""

    claim: Claim
    act: Act
    side: str | None
    since: Since
    part: str | None
    against: bool = False

    @property
    def said(self) -> str | None:
        """The moment of publication."""
        return self.claim.document.published

    @property
    def passing(self) -> bool:
        """Whether it is a fight, which is over some days after it was last heard of."""
        return self.act == "contest"

    @property
    def raid(self) -> bool:
        """Whether it is an attack that no word calls an assault: whoever did it may have come to kill or to loot."""
        attack = self.claim.kind == "violence" and self.claim.type == "attack"
        return attack and not begins(self.claim.trigger, "assault")

    @property
    def vague(self) -> bool:
        """Whether somebody is told to do it, of whom nobody knows whose he is."""
        return self.side is None and any(party.role == "agent" for party in self.claim.parties)

    @property
    def undated(self) -> bool:
        """Whether only the report is dated."""
        return self.since.precision == "published"

    @property
    def is_dated(self) -> bool:
        """Whether the day is told, give or take one."""
        return self.since.first is not None and near(self.since.first, self.since.last, SLACK_DAYS - 1)

    @property
    def again(self) -> bool:
        """Whether the word says that the place changes back: "retook", "took back"."""
        return self.act == "take" and begins(self.claim.trigger, "taking back")

    @property
    def lasting(self) -> bool:
        """Whether it tells how things stand and not how they change: nobody says when it began."""
        return self.act in LASTING


def spots(claim: Claim) -> Iterator[Place]:
    """The places whose control a claim is about: of a town and its province the town."""
    act = ACTS.get((claim.kind, claim.type))
    failed = claim.type == "repel" and claim.standing in AGAINST  # which leaves open who has it
    if act is None or failed or _is_past_denial(claim) or claim.standing not in TOLD | AGAINST:
        return
    yield from finest([_itself(claim, place) for place in claim.places if _is_about(claim, place)])


def _is_past_denial(claim: Claim) -> bool:
    """ "The army, which had denied losing it": what was said before, and no word of today."""
    cue = claim.standing_cue if claim.standing == "denied" else None
    return cue is not None and claim.document.text[: cue.start].endswith("had ")


def _itself(claim: Claim, place: Place) -> Place:
    """The site in or by a town that was fought for, which tells nothing of who has the town."""
    part = extent(claim, place) if place.precision in TOWNS else None
    return at_site(replace(place, text=part), part) if part is not None and site_noun(part) else place


def _is_about(claim: Claim, place: Place) -> bool:
    """Not where somebody goes on to or came from; and fighters who cross into a country do not hold it."""
    if (place.role in ELSEWHERE and claim.type in AWAY) or (place.role == "from" and claim.type in TOWARD):
        return False
    if claim.kind == "displacement":  # "the army has evacuated it"; "it was evacuated for tactical reasons", by who did
        own = all(party.role == "agent" and party.type == "armed" for party in claim.parties)
        return own and place.role in {"at", "from"} and (bool(claim.parties) or claim.standing == "admitted")
    if claim.kind == "movement" and not _is_left_or_back(claim, place):
        return False
    if _of_a_road(claim, place) or BEARING.search(claim.document.text[max(0, place.start - BEFORE) : place.start]):
        return False  # "reached Lui, east of Mundri", "the bridge between Lui and Mundri"
    if claim.kind == "violence":
        return _fights_for(claim, place)
    if claim.type == "capture" and any(_is_seized(claim, party) for party in claim.parties):
        return extent(claim, place) is not None  # lorries and men that were seized there are no place
    if place.precision in WIDE and (part := extent(claim, place)) is not None and is_a_town(part):
        return False  # "seized a mining town in eastern Congo"
    return place.precision != "country" or claim.type in WHOLE_COUNTRIES


def _is_seized(claim: Claim, party: Party) -> bool:
    after = claim.trigger is not None and party.start == claim.trigger.end + 1
    return party.role == "object" or (party.role == "target" and after)


def _is_left_or_back(claim: Claim, place: Place) -> bool:
    """Whether men in arms left the place or are in it again, and not only went about there: "troops fled X".

    Who took reporters there did not leave.
    """
    armed = any(party.role == "agent" and party.type == "armed" for party in claim.parties)
    if any(party.role == "target" and party.type in {"person", "media", "civilian"} for party in claim.parties):
        return False
    if _is_back(claim):
        return armed and place.precision in TOWNS and place.role != "toward"
    if place.role == "from":
        return claim.type != "deploy"
    return claim.type == "flee" and armed and place.role == "at" and not begins(claim.trigger, "crossing")


def _is_back(claim: Claim) -> bool:
    """ "Has returned to X", "is back in X"; who goes back from somewhere leaves it."""
    words = claim.trigger.text.casefold() if claim.trigger and claim.type in {"relocate", "deploy"} else ""
    return _says(words, "coming back") and all(place.role != "from" for place in claim.places)


def _of_a_road(claim: Claim, place: Place) -> bool:
    """A road that is cut between two towns besieges neither, and who holds the road to a town is not in it."""
    trigger = claim.trigger
    if claim.kind != "control" or trigger is None:
        return False
    if claim.type != "besiege":
        return ROAD_TO.search(claim.document.text[trigger.end : place.start].casefold()) is not None
    return begins(trigger, "cutting off") and _says(claim.evidence.text, "way for supplies")


def _fights_for(claim: Claim, place: Place) -> bool:
    """Whether it is a fight in a town or an attack on the town itself, and not only fire from afar."""
    if place.precision not in TOWNS or (place.radius_km is not None and place.geonames_id is not None):
        return False
    if (is_undated(claim) or (claim.time and claim.time.carried)) and _looks_back(claim):
        return False
    return claim.type == "clash" or (is_object(claim, place) and not _says(claim.evidence.text, "from afar"))


type Speaks = Callable[[Telling, str | None], bool]  # whether a telling is the word of a side


def tellings(claim: Claim, place: Place, sides: Sides) -> Iterator[Telling]:
    """What a claim tells of a place, once for each side that acts; side None where it names none."""
    act, against = _act_of(claim)
    since, part = begun(claim, act in LASTING and claim.kind != "violence"), extent(claim, place)
    for loser in _thrown_out(claim, place, sides):
        yield Telling(claim, "lose", loser, since, part, against)
    act, acting = _acting(claim, act, sides, against)
    if act == "relieve" and len(acting) > 1:  # "lifted under a truce between the army and the rebels"
        acting = ()
    stay = None if against or act != "hold" else stayed(claim)
    for side in acting or (None,):
        if stay is not None and side is not None:
            yield Telling(claim, act, side, days_on(since, -stay), part)
            yield Telling(claim, "leave", side, replace(since, first=since.last), part)
        elif side is not None or act != "hold":
            yield Telling(claim, act, side, since, part, against)
        if act == "lose" and not against and (rival := sides.only_rival(side)) is not None:
            yield Telling(claim, "take", rival, since, part, against)


def _thrown_out(claim: Claim, place: Place, sides: Sides) -> Iterator[str]:
    if claim.type == "repel" and _removed(claim, place):
        hit = [party for party in claim.parties if party.role == "target" and is_side(party)]
        yield from filter(None, dict.fromkeys(sides.of(party) for party in hit))


def _acting(claim: Claim, act: Act, sides: Sides, against: bool) -> tuple[Act, tuple[str | None, ...]]:
    """What is done by whom: where nobody is named, by the side that announces it; else a capture is a loss."""
    agents = [party for party in claim.parties if party.role == "agent" and is_side(party)]
    acting = tuple(dict.fromkeys(sides.of(party, claim) for party in agents))
    hit = [party for party in claim.parties if party.role == "target" and party.type == "armed"]
    if act == "besiege" and hit and not acting and (around := sides.only_rival(sides.of(hit[0], claim))) is not None:
        return act, (around,)
    if claim.kind == "displacement" and not acting:
        return act, (sides.said_by(claim),)
    if not acting and not against and (side := sides.implied(claim, act)) is not None:
        taken = act == "lose" and claim.standing != "admitted"
        return "take" if taken else act, (side,)
    return "lose" if act == "take" and not acting else act, acting


def _looks_back(claim: Claim) -> bool:
    """ "Seventeen died in the fighting at X": known from before, and not told of today."""
    trigger = claim.trigger
    before = claim.document.text[max(0, trigger.start - 12) : trigger.start].casefold() if trigger else ""
    after = claim.document.text[trigger.end :].split(maxsplit=1)[:1] if trigger else []
    if {"on", "at", "in", "for", "against", "around", "near"}.isdisjoint(after):  # "the army attacked X"
        return False
    return re.search(r"\b(?:the|that|this|those)\s+(?:\w+\s+)?$", before) is not None


def _act_of(claim: Claim) -> tuple[Act, bool]:
    """What is done, and whether the claim says that it is not."""
    act, against = ACTS[claim.kind, claim.type], claim.standing in AGAINST
    if claim.kind == "movement" and _is_back(claim):
        act = "enter"
    if claim.phase == "ends" and act in ENDED:
        act = ENDED[act]
    return act, against


def is_side(party: Party) -> bool:
    """Not villagers, nor those who are there to keep a peace."""
    words = {word.removesuffix("s") for word in party.text.casefold().split()}
    if party.type in {"civilian", "crowd"} or not words.isdisjoint(word_class("party_words", "neutral")):
        return False
    return party.actor is not None or not any(hit.actor.source_type == "un" for hit in load_registry().find(party.text))


def _removed(claim: Claim, place: Place) -> bool:
    """Whether somebody who was in a place was thrown out of it, and not only kept from it."""
    trigger = claim.trigger
    if trigger is None:
        return False
    return _says(claim.document.text[trigger.start : max(trigger.end, place.start)], "expelling")


def begins(trigger: Quote | None, sort: str) -> bool:
    """Whether the words that tell an event begin with one of a class of grammar.toml."""
    return trigger is not None and trigger.text.casefold().startswith(tuple(word_class("grammar", sort)))


def _says(words: str, sort: str) -> bool:
    """Whether a word of a class of grammar.toml begins in some words."""
    return any(re.search(rf"\b{re.escape(one)}", words.casefold()) for one in word_class("grammar", sort))
