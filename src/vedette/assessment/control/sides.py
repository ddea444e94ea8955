"""Who is who at a place: labels of one side told together, "the fighters" as the only ones they can be."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Literal

from vedette.assessment.codes import sort_of
from vedette.assessment.control.labels import (
    core_of,
    cores_of_actors,
    describes,
    each,
    fitting,
    government_of,
    is_a_unit,
    is_enemy,
    is_named,
    is_own,
    is_the_group,
    label_of,
    may_be,
    owner,
    spells,
    state_of,
    worded,
)
from vedette.assessment.sources import medium_of, office, quoted_by, source_of
from vedette.assessment.voices import voices
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.model import Claim, Party, SourceType, Voice

type Stake = Literal["own", "rival", "outside"]

ARMED_SOURCES = frozenset({"belligerent"})
INTERESTED = frozenset({"belligerent", "military", "official", "state-media"})


class Sides:
    """The sides that the claims about one place name.

    A label that only describes ("Syrian rebels", "fighters") is taken for the side of the registry that it fits, if
    that is the only one named at the place; it is never a rival of one that it fits.
    """

    def __init__(
        self, claims: Iterable[Claim], country: str | None, elsewhere: Iterable[str] = (), split: Collection[str] = (),
        side_of: Callable[[str], str | None] = lambda _: None,
    ) -> None:  # fmt: skip
        """`elsewhere`: the groups that are named anywhere in the country. `split`: sides whose own parts fight.
        `side_of`: for whom somebody of a name is told to speak.
        """
        every = tuple(claims)
        self.country = country
        self._elsewhere = tuple(one for one in elsewhere if one not in split)
        self._split, self._side_of = split, side_of
        parties = (one for claim in every for party in claim.parties for one in each(party))
        labels = [label for party in parties if (label := self._labelled(party))]
        self._labels = tuple(dict.fromkeys(labels))
        self._longer = {party.name: label for claim in every for party in claim.parties
                        if party.name and (label := self._labelled(party)) and not describes(label)}  # fmt: skip

    def of(self, party: Party, claim: Claim | None = None) -> str | None:
        """The side of a party, by its words where they tell no more; None for "they".

        "Our forces" are those of whoever speaks in the claim.
        """
        label, core = self._labelled(party), core_of(party.name or party.text)
        speaks = self.said_by(claim) if claim is not None and is_enemy(party) else None
        if speaks is not None:  # the enemy of whoever speaks is never he himself
            return self.only_rival(speaks)
        if core is not None and (group := self._called(owner(f"{core} ").rstrip())) is not None:
            return group
        if party.side is None and party.actor is None and (whole := self._shortened(party)) is not None:
            return whole
        if label is not None and not describes(label):
            return label
        vague = label is None or (describes(label) and is_the_group(party))
        own = self.said_by(claim) if claim is not None and vague and (is_own(party) or is_the_group(party)) else None
        if own is not None and (is_own(party) or own != self._government):
            return own
        if label is None and is_a_unit(party.name or party.text):  # of the state that tells of it, else of the one here
            side = self.said_by(claim) if claim is not None else None
            return side if side in load_registry().governments else self._government
        return self._described(label, party)

    def _shortened(self, party: Party) -> str | None:
        """The group whose whole name ends in this one: "the National Guard", "the Front", "the opposition"."""
        called = (party.name or party.text).removeprefix("the ")
        name = called.casefold()
        groups = (one for one in (*self._labels, *self._elsewhere) if not describes(one))
        named = [*self._longer.items(), *((one, one) for one in groups)]
        whole = {label for one, label in named if one.casefold().endswith(f" {name}")}
        return (
            whole.pop() if len(whole) == 1 and (sort_of(name) is None or (called.istitle() and " " in name)) else None
        )

    def _described(self, label: str | None, party: Party) -> str | None:
        """The only group that words which describe fit, else they themselves."""
        sort = sort_of((label or party.name or party.text).casefold())
        fitting_ = ([one for one in known if not describes(one) and may_be(sort, one, self.country)]
                    for known in (self._labels, self._elsewhere))  # fmt: skip
        fits = next(filter(None, fitting_), [])
        if len(fits) == 1:
            return fits[0]
        alike = [one for one in self._labels if describes(one) and sort_of(one.casefold()) == sort]
        vague = alike if sort is not None else []
        return label or (vague[0] if len(vague) == 1 and not fits else worded(party))

    def _labelled(self, party: Party) -> str | None:
        label = label_of(party, self.country)
        return owner(party.name or party.text) if label in self._split else label

    def _called(self, core: str) -> str | None:
        """The group that "Karen guerrillas" are of: one in whose name the word is, the longest of them."""
        known = [one for one in (*self._labels, *self._elsewhere) if one not in load_registry().governments]
        found = [one for one in known
                 if core_of(one) is None and not describes(one)
                 and core in {one, *one.split(), *one.replace("-", " ").split()}]  # fmt: skip
        aliased = cores_of_actors().get(core, frozenset()).intersection(known)
        return max(found, key=len, default=next(iter(sorted(aliased)), None))

    def only_rival(self, side: str | None, *, named: bool = False) -> str | None:
        """The only other side that is named at the place; else in the country, where there is but one."""
        if side is None:
            return None
        for known in (self._labels, () if named else (*self._elsewhere, self._government)):
            others = {one for one in known if one and not describes(one) and not self.same(one, side)}
            if others:
                return others.pop() if len(others) == 1 else None
        return None

    def implied(self, claim: Claim, act: str) -> str | None:
        """Who has a place where nobody is named: whose state's flag it is, else the side that announces it.

        Of what fell or is encircled only rebels tell that they did it, of what fell a government that it lost it.
        """
        if act not in {"take", "hold", "lose", "besiege"}:
            return None
        words = claim.evidence.text.casefold()
        if any(phrase in words for phrase in word_class("grammar", "flag of the state")):
            return self._government
        origin = claim.origin
        if origin is None or origin.source_type not in {"belligerent", "military", "outlet"}:
            return None
        side = self.said_by(claim)
        announcer = load_registry().named(side) if side is not None else None
        if origin.source_type == "outlet" and (announcer is None or announcer.type != "armed"):
            return None
        return None if act in {"lose", "besiege"} and side == self._government else side

    def said_by(self, claim: Claim) -> str | None:
        """The side whose word a claim is."""
        return self.speaks_for(voices((claim,))[0])

    def same(self, left: str | None, right: str | None) -> bool:
        """Whether two labels can mean one side."""
        if left is None or right is None or left == right or spells(left, right) or spells(right, left):
            return (left is None) == (right is None)
        return self._fits(left, right) or self._fits(right, left)

    def _fits(self, vague: str, known: str) -> bool:
        sort = sort_of(vague.casefold())
        if not describes(vague):
            return False
        if describes(known):  # "the army" and "government troops", but not "French troops" and "Malian troops"
            return sort is not None and sort == sort_of(known.casefold()) and not is_named(vague)
        return may_be(sort, known, self.country)

    def stake(self, voice: Voice, side: str | None) -> Stake:
        """Whether a voice is of the side itself, of another side at the place, or neither."""
        if side is None:
            return "outside"
        label = self.speaks_for(voice)
        if label is None:
            return "outside"
        if self.same(label, side):
            return "own"
        return "rival" if any(self.same(label, one) for one in self._labels) or label == self._government else "outside"

    def speaker(self, claim: Claim, voice: Voice) -> Voice:
        """Who speaks in a claim: of nameless rebels whom an outlet quotes the rebels, who are no voice of their own.

        "Their spokesman" speaks for whoever acts, and who says "our forces" for them.
        """
        origin = quoted_by(claim, voice)
        kind = office(origin.text, origin.source_type) if origin is not None else None
        if origin is None or kind is None:
            ours = (one.side for one in claim.parties if one.side and one.text.casefold().startswith("our "))
            return replace(voice, interest=voice.interest or next(ours, None))
        name, interest = origin.name or origin.text, source_of(origin).interest or self._of_whose_word(claim, kind)
        if name.partition(" ")[0].casefold() in word_class("sourcing", "owner pronoun"):
            interest = next((self.of(party) for party in claim.parties if party.role == "agent"), None)
        elif kind not in INTERESTED:
            return voice
        return replace(voice, name=name, source_type=kind, actor=None, interest=interest)

    def _of_whose_word(self, claim: Claim, kind: SourceType) -> str | None:
        """Whose "the spokesman" is in what a party publishes, or the media of a state."""
        owner_ = medium_of(claim.document.outlet or "").interest
        return owner_ if kind != "belligerent" or owner_ not in load_registry().governments else None

    @property
    def _government(self) -> str | None:
        return government_of(self.country)

    def speaks_for(self, voice: Voice) -> str | None:
        """The side that a voice speaks for; a resident who tells it with a commander makes both an outside voice."""
        actor = load_registry().by_id.get(voice.actor or "")
        if label := voice.interest or (actor.side if actor else self._side_of(voice.name)):
            return voice.name if label in self._split and actor else label
        named = [one for one in self._labels if one in voice.name and one != self._government]
        if named:  # "Press service of the Front"
            return max(named, key=len)
        state = state_of(voice.name, voice.source_type, self._government)
        if state is not None or voice.source_type not in ARMED_SOURCES:
            return state
        sorts = [sort_of(part) for part in voice.name.casefold().split(" and ")]
        if None in sorts and len(sorts) > 1:
            return None
        fits = [one for one in self._labels if one != self._government and fitting(sorts[0], one, self.country)]
        fits = [one for one in fits if not describes(one)] or fits  # "Sudanese rebels" may be the very group
        return fits[0] if fits and (sorts[0] is not None or len(fits) == 1) else None
