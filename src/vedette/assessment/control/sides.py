"""Who is who at a place: labels of one side told together, "the fighters" as the only ones they can be."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Literal

from vedette.assessment.codes import sort_of
from vedette.assessment.mouths import MEDIA
from vedette.assessment.quoted import quoted_by
from vedette.assessment.voices import voices
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.model import Claim, Party, Voice

type Stake = Literal["own", "rival", "outside"]

STATE, REBEL, MILITIA = 1, 2, 3
OFFICES = frozenset({"defence", "defense", "interior", "foreign", "affairs", "security", "state", "staff"})
CORE, BODY = "~", "+"
ARMED_SOURCES = frozenset({"belligerent"})
INTERESTED = frozenset({"belligerent", "military", "official", "state-media"})


class Sides:
    """The sides that the claims about one place name.

    A label that only describes ("Syrian rebels", "fighters") is taken for the side of the registry that it fits, if
    that is the only one named at the place; it is never a rival of one that it fits.
    """

    def __init__(self, claims: Iterable[Claim], country: str | None, elsewhere: Iterable[str] = ()) -> None:
        """`elsewhere`: the groups that are named anywhere in the country."""
        every = tuple(claims)
        self.country = country
        self._elsewhere = tuple(elsewhere)
        labels = [label for claim in every for party in claim.parties if (label := _label(party, country))]
        self._labels = tuple(dict.fromkeys(labels))
        sided = [(core_of(one.name or one.text), one.side) for claim in every for one in claim.parties if one.side]
        self._cores = {core: side for core, side in sided if core}

    def of(self, party: Party, claim: Claim | None = None) -> str | None:
        """The side of a party, by its words where they tell no more; None for "they".

        "Our forces" are those of whoever speaks in the claim.
        """
        label, core = _label(party, self.country), core_of(party.name or party.text)
        if core is not None and (group := self._called(core)) is not None:
            return group
        if label is not None and not _describes(label):
            return label
        if core is not None and not party.side:
            return self._cores.get(core, f"{core} forces")
        if claim is not None and label is None and _is_own(party) and (own := self.said_by(claim)):
            return own
        sort = sort_of((label or party.name or party.text).casefold())
        for known in (self._labels, self._elsewhere):
            fits = [one for one in known if not _describes(one) and _may_be(sort, one, self.country)]
            if fits:
                break
        if len(fits) == 1:
            return fits[0]
        alike = [one for one in self._labels if _describes(one) and sort_of(one.casefold()) == sort]
        vague = alike if sort is not None else []
        return label or (vague[0] if len(vague) == 1 and not fits else _worded(party))

    def _called(self, core: str) -> str | None:
        """The group that "Karen guerrillas" are of: one in whose name the word is, the longest of them."""
        known = [one for one in (*self._labels, *self._elsewhere) if one not in load_registry().governments]
        found = [one for one in known if not _describes(one) and core in {*one.split(), *one.replace("-", " ").split()}]
        return max(found, key=len, default=None)

    def only_rival(self, side: str | None) -> str | None:
        """The only other side that is named in the country, where there is but one besides the government."""
        if side is None:
            return None
        known = {one for one in (*self._labels, *self._elsewhere, self._government) if one and not _describes(one)}
        others = [one for one in known if not self.same(one, side)]
        return others[0] if len(others) == 1 and len(known) == 2 else None

    def implied(self, claim: Claim, act: str) -> str | None:
        """Who has a place where nobody is named: whose state's flag it is, else the side that announces it.

        Of what fell only rebels tell that they took it, a government that it lost it.
        """
        if act not in {"take", "hold", "lose"}:
            return None
        words = claim.evidence.text.casefold()
        if any(phrase in words for phrase in word_class("grammar", "flag of the state")):
            return self._government
        origin = claim.origin
        if origin is None or origin.source_type not in {"belligerent", "military"}:
            return None
        side = self.said_by(claim)
        return None if act == "lose" and side == self._government else side

    def said_by(self, claim: Claim) -> str | None:
        """The side whose word a claim is."""
        return self.speaks_for(voices((claim,))[0])

    def same(self, left: str | None, right: str | None) -> bool:
        """Whether two labels can mean one side."""
        if left is None or right is None or left == right:
            return left == right
        return self._fits(left, right) or self._fits(right, left)

    def _fits(self, vague: str, known: str) -> bool:
        sort = sort_of(vague.casefold())
        if not _describes(vague):
            return False
        if _describes(known):  # "the army" and "government troops", but not "French troops" and "Malian troops"
            return sort is not None and sort == sort_of(known.casefold()) and not _is_named(vague)
        return _may_be(sort, known, self.country)

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

        "Their spokesman" speaks for whoever acts.
        """
        origin = quoted_by(claim, voice)
        if origin is None:
            return voice
        name, interest = origin.name or origin.text, None
        if name.partition(" ")[0].casefold() in word_class("sourcing", "owner pronoun"):
            interest = next((self.of(party) for party in claim.parties if party.role == "agent"), None)
        elif origin.source_type not in INTERESTED:
            return voice
        return replace(voice, name=name, source_type=origin.source_type, actor=None, interest=interest)

    @property
    def _government(self) -> str | None:
        return _government(self.country)

    def speaks_for(self, voice: Voice) -> str | None:
        """The side that a voice speaks for; a resident who tells it with a commander makes both an outside voice."""
        actor = load_registry().by_id.get(voice.actor or "")
        if label := voice.interest or (actor.side if actor else None):
            return label
        state = _state_of(voice, self._government)
        if state is not None or voice.source_type not in ARMED_SOURCES:
            return state
        sorts = [sort_of(part) for part in voice.name.casefold().split(" and ")]
        if None in sorts and len(sorts) > 1:
            return None
        fits = [one for one in self._labels if one != self._government and _fitting(sorts[0], one, self.country)]
        return fits[0] if fits and (sorts[0] is not None or len(fits) == 1) else None


class Groups:
    """The groups that claims name as fighting in each country, and the countries that reports speak of."""

    def __init__(self) -> None:
        self._named: dict[str, Counter[str]] = {}
        self._spoken: dict[str, Counter[str]] = {}
        self._counted: dict[str, tuple[tuple[str, str], ...]] = {}

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> frozenset[str]:
        """Count claims out and in; the countries that have other groups now, the ids of reports of another country."""
        out, into = tuple(gone), tuple(new)
        reports = {claim.document.id for claim in (*out, *into)}
        before = {id_: self._main(id_) for id_ in reports}
        for claims, by in ((out, -1), (into, 1)):
            for claim in claims:
                countries = (place.country for place in claim.places if place.country)
                self._spoken.setdefault(claim.document.id, Counter()).update(dict.fromkeys(countries, by))
        tallies = [(one, -1) for claim in out for one in self._counted.pop(claim.id, ())]
        for claim in into:
            if counted := tuple(_groups(claim, self._main(claim.document.id))):
                self._counted[claim.id] = counted
                tallies += [(one, 1) for one in counted]
        named = {country: self.of(country) for (country, _), _ in tallies}
        for (country, label), by in tallies:
            self._named.setdefault(country, Counter())[label] += by
        moved = {id_ for id_, old in before.items() if self._main(id_) != old}
        return frozenset({country for country, old in named.items() if self.of(country) != old} | moved)

    def country(self, claims: Iterable[Claim]) -> str | None:
        """The country that the reports of some claims speak of most, for a place of which nobody tells it."""
        votes = Counter(main for id_ in {one.document.id for one in claims} if (main := self._main(id_)))
        return max(sorted(votes), key=votes.__getitem__, default=None)

    def of(self, country: str | None) -> tuple[str, ...]:
        """The groups of a country, in the order of their names; an organisation whose name its fighters bear is one."""
        named = [key for key, times in self._named.get(country or "", Counter()).items() if times > 0]
        cores = {key.removeprefix(CORE) for tally in self._named.values() for key in tally if key.startswith(CORE)}
        plain = {key for key in named if not key.startswith((CORE, BODY))}
        bodies = (key.removeprefix(BODY) for key in named if key.startswith(BODY))
        return tuple(sorted(plain | {one for one in bodies if not cores.isdisjoint(one.split())}))

    def _main(self, report: str) -> str | None:
        votes = self._spoken.get(report, Counter())
        return max(sorted(votes), key=votes.__getitem__, default=None) if votes.total() > 0 else None


def _groups(claim: Claim, country: str | None) -> Iterator[tuple[str, str]]:
    """Groups and, marked, proper names before a common noun and names of organisations, each with the country."""
    countries = {place.country for place in claim.places if place.country} or ({country} if country else set())
    armed = [one for one in claim.parties if one.type == "armed"]
    cores = {f"{CORE}{core}" for one in armed if (core := core_of(one.name or one.text))}
    linked = [link.name for link in claim.chain[1:] if link.name and link.source_type not in MEDIA]
    named = [one.name for one in claim.parties if one.name and one.type in {"organisation", "unknown"}]
    bodies = {f"{BODY}{name}" for name in (*linked, *named) if len(name.split()) > 1 and not _describes(name)}
    for one in countries:
        labels = {label for party in armed if (label := _label(party, one)) and not _describes(label)}
        yield from ((one, key) for key in sorted((labels - load_registry().governments) | cores | bodies))


def _is_no_name(word: str) -> bool:
    low = word.casefold()
    plain = word_class("party_words", "uncounted") | word_class("party_words", "describing")
    return low in plain | word_class("sourcing", "owner pronoun") or low.split("-")[0] in word_class(
        "grammar", "number word"
    )


def core_of(name: str) -> str | None:
    """The proper name before a common noun, without a count: "about 300 Karen guerrillas"; also in "Karens"."""
    words = name.split()
    while words and (_is_no_name(words[0]) or not words[0][:1].isupper()):
        words.pop(0)
    if len(words) == 1 and words[0].endswith("s") and words[0][:1].isupper():
        core = words[0].removesuffix("s")
    else:
        core = " ".join(word for word in words[:-1] if word[:1].isupper()) if words and words[-1].islower() else ""
    nation = load_registry().by_adjective(core) or sort_of(core.casefold())
    return core if core and not nation else None


def _is_own(party: Party) -> bool:
    """ "Our forces", "its units"."""
    first = party.text.partition(" ")[0].casefold()
    return first in {"our", "we", "us"} | word_class("sourcing", "owner pronoun")


def _label(party: Party, country: str | None) -> str | None:
    """What a party's side is called: by the claim, by the registry, by its proper name; "the army" is the state's."""
    actor = load_registry().by_id.get(party.actor or "")
    if label := party.side or (actor.side if actor else None):
        return label
    if party.type == "person":
        return None  # somebody of whom nothing tells which side he is on
    name = party.name or party.text
    if party.type == "armed" and (_is_regular(name) or _is_of_state(name, country)):
        return _government(country)
    if name.partition(" ")[0].casefold() in word_class("party_words", "uncounted") | word_class(
        "sourcing", "owner pronoun"
    ):
        return None
    owned = any(mark in name for mark in ("’s ", "'s ", "’ ", "' "))
    return name if name[:1].isupper() and not owned and sort_of(name.casefold()) is None else None


def _worded(party: Party) -> str | None:
    """ "Islamist militants" as they are called, where nothing tells whose they are."""
    name = party.name or party.text
    owned = name.partition(" ")[0].casefold() in word_class("sourcing", "owner pronoun")
    return name if party.type == "armed" and sort_of(name.casefold()) is not None and not owned else None


def _is_regular(name: str) -> bool:
    """ "The army", "Government troops", "special forces": of the state, without the name of one."""
    low = name.casefold()
    if any(low.endswith(phrase) for phrase in word_class("party_words", "regular")):
        return True
    return sort_of(low) == STATE and not _is_named(name)


def _is_of_state(name: str, country: str | None) -> bool:
    """ "Rwandan and Malian troops" in Mali."""
    state = load_registry().country(country)
    return sort_of(name.casefold()) == STATE and state is not None and any(one in name for one in state.adjectives)


def _is_named(name: str) -> bool:
    """Whether some word of it names somebody: "Chadian troops", not "Government troops"."""
    return any(word[:1].isupper() and sort_of(word.casefold()) is None for word in name.split())


def _government(country: str | None) -> str | None:
    """The government of a country that has an army of its own."""
    state = load_registry().country(country)
    return state.label if state is not None and state.army else None


def _state_of(voice: Voice, here: str | None) -> str | None:
    """The government that a ministry or an army speaks for: the one it names ("Syrian defence ministry"), else here."""
    words = voice.name.replace("’s", "").replace("'s", "").split()
    organs = {word.casefold() for word in words} & word_class("party_words", "organ")
    if not organs and voice.source_type != "military":
        return None
    names = [*words, *map(" ".join, pairwise(words))]
    country = next((found for name in names if (found := load_registry().by_adjective(name))), None)
    owners = voice.name.partition(" of ")[2].split()
    if country is None and any(word[:1].isupper() and word.casefold() not in OFFICES for word in owners):
        return None  # "the staff of the Territorial Defence"
    return country.label if country is not None else here


def _fitting(sort: int | None, label: str, country: str | None) -> bool:
    """Whether a side is of a sort; of whom only a name is known, it may be any."""
    if sort is None:
        return True
    return sort_of(label.casefold()) == sort if _describes(label) else _may_be(sort, label, country)


def _describes(label: str) -> bool:
    """Whether a label is no name: neither one of the registry nor that of a group that no registry knows."""
    named = label[:1].isupper() and label.split()[-1][:1].isupper() and not any(char.isdigit() for char in label)
    return label not in _known() and not (named and sort_of(label.casefold()) is None)


def _may_be(sort: int | None, label: str, country: str | None) -> bool:
    """Whether a side is of a sort ("rebels": a rebel group) and of the country, as far as the registry knows."""
    found = _known().get(label)
    if found is None:  # a group that no registry knows is no state's
        return sort in {REBEL, MILITIA}
    return sort is not None and any(
        inter == sort and (country is None or home in {None, country}) for inter, home in found
    )


@cache
def _known() -> dict[str, frozenset[tuple[int | None, str | None]]]:
    """The sides of the registry, with the interaction codes and countries of their actors."""
    registry = load_registry()
    found: dict[str, set[tuple[int | None, str | None]]] = {country.label: set() for country in registry.countries}
    for country in registry.countries:
        found[country.label].add((STATE, country.code))
    for actor in registry.actors:
        for label in (actor.side, *(label for _, label in actor.sides)):
            if label and actor.type == "armed":
                found.setdefault(label, set()).add((actor.inter, actor.country))
    return {label: frozenset(codes) for label, codes in found.items()}
