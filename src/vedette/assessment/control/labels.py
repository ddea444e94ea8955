"""What a side is called by the words for those who fight for it, and what such a label leaves open."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from vedette.assessment.codes import MILITIA, REBEL, STATE, sort_of
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import is_ordinal, word_class
from vedette.model import Party, PartyType, SourceType

LONG = 3


def owner(name: str) -> str:
    """ "The Front's fighters" are the Front."""
    return re.split(r"(?:['’]s|['’]) ", name)[0]


def is_enemy(party: Party) -> bool:
    """ "The enemy", "enemy troops", "the assailants": whoever fights the one who speaks."""
    words = (party.name or party.text).casefold().split()
    head = words[-1].removesuffix("s") if words else ""
    return party.side is None and (head in word_class("party_words", "enemy") or "enemy" in words)


def _is_no_name(word: str) -> bool:
    low = word.casefold()
    plain = word_class("party_words", "uncounted", "describing")
    return low in plain | word_class("sourcing", "owner pronoun") or low.split("-")[0] in word_class(
        "grammar", "number word"
    )


@lru_cache(maxsize=1 << 14)
def core_of(name: str) -> str | None:
    """The proper name before a common noun, without a count: "about 300 Karen guerrillas"; also in "Karens"."""
    words = name.split()
    while words and (_is_no_name(words[0]) or not words[0][:1].isupper()):
        words.pop(0)
    if len(words) == 1 and words[0].endswith("s") and words[0][:1].isupper():
        core = words[0].removesuffix("s")
    else:
        core = " ".join(word for word in words[:-1] if word[:1].isupper()) if words and words[-1].islower() else ""
    linked = core.rpartition("-")[2].casefold() in word_class("party_words", "linked")  # "al Qaeda-linked"
    nation = linked or load_registry().by_adjective(core) or sort_of(core.casefold())
    return core if core and not nation and not _is_common(core) else None


def is_own(party: Party) -> bool:
    """ "Our forces", "its units"."""
    first = party.text.partition(" ")[0].casefold()
    return first in word_class("party_words", "we") | word_class("sourcing", "owner pronoun")


def is_the_group(party: Party) -> bool:
    """ "The militia", "the movement", of which whoever speaks for it says no more."""
    return party.text.casefold() in word_class("party_words", "the group")


def each(party: Party) -> Iterator[Party]:
    """ "Army and Kurdish rebels", told in one breath, are two."""
    parts = (party.name or party.text).split(" and ") if party.type == "armed" and party.actor is None else []
    yield from (replace(party, name=part) for part in parts) if len(parts) > 1 else (party,)


def label_of(party: Party, country: str | None) -> str | None:
    """What a party's side is called: by the claim, by the registry, by its proper name; "the army" is the state's."""
    return _label(party.name or party.text, party.type, party.actor, party.side, country)


@lru_cache(maxsize=1 << 14)
def _label(name: str, kind: PartyType | None, id_: str | None, side: str | None, country: str | None) -> str | None:
    actor, armed = load_registry().by_id.get(id_ or ""), kind == "armed"
    if actor is None and side in {None, name} and is_a_unit(name):
        return None
    own = _own_name(name) if armed else None
    if label := side or (actor.side if actor else None):
        return own if own and actor is None and sort_of(label.casefold()) == REBEL else label
    if actor is not None and actor.type == "organisation":  # of no side, by the registry
        return None
    if (armed or kind == "state") and (_is_regular(name) or _is_of_state(name, country)):
        return government_of(country)
    if own is not None and (_is_a_group(own) or _has_a_cause(own) or sort_of(name.casefold()) == REBEL):
        return own
    first, owned = name.partition(" ")[0].casefold(), any(mark in name for mark in ("’s ", "'s ", "’ ", "' "))
    if first in word_class("party_words", "uncounted") | word_class("sourcing", "owner pronoun"):
        return None
    if kind == "person" or owned or _is_common(name) or not name[:1].isupper() or is_a_unit(name):
        return None
    return name if sort_of(name.casefold()) is None else None


def _own_name(name: str) -> str | None:
    """ "UNITA" of UNITA rebels, "Karen guerrillas" of 300 of them, whose fighters: by what no nation is called."""
    whole, name = name, owner(name)
    if name != whole and _has_a_cause(name):
        return name
    core = core_of(name)
    if core is None or core not in name:
        return None
    return core if core.isupper() else name[name.index(core) :]


def _is_a_group(core: str) -> bool:
    """The "FDD" of FDD elements, but not the UN's of "a UNMISS patrol"."""
    known = load_registry().named(core) if core.isupper() else None
    return core.isupper() and (known is None or known.type == "armed")


def _has_a_cause(name: str) -> bool:
    """ "Popular Resistance", "Kivu Front"."""
    return name[:1].isupper() and name.casefold().split()[-1] in word_class("party_words", "cause")


def is_a_unit(name: str) -> bool:
    """ "The Joint Staff", "Northern Command", "the 54th Brigade": of an army, whose it does not say."""
    words = name.casefold().removeprefix("the ").split()
    if is_ordinal(words[0]) and words[-1] in {*word_class("party_words", "numbered unit"), "army"}:
        return True  # "the Second Revolutionary Army"
    return all(word[0].isdigit() or word in word_class("party_words", "head of an army") for word in words)


def _is_common(name: str) -> bool:
    """ "Units" at the beginning of a sentence."""
    return name.casefold().removesuffix("s") in word_class("nouns", "armed", "people")


def worded(party: Party) -> str | None:
    """ "Islamist militants" as they are called, where nothing tells whose they are."""
    name = party.name or party.text
    owned = name.partition(" ")[0].casefold() in word_class("sourcing", "owner pronoun") or " and " in name
    return name if party.type == "armed" and sort_of(name.casefold()) is not None and not owned else None


def _is_regular(name: str) -> bool:
    """ "The army", "A column of the army", "special forces": of the state, without the name of one."""
    low = name.casefold()
    name = re.sub(r"^(?:An?|The) ", "", name)
    if any(low.endswith(phrase) for phrase in word_class("party_words", "regular")):
        return True
    return sort_of(low) == STATE and not is_named(name)


def _is_of_state(name: str, country: str | None) -> bool:
    """ "Rwandan and Malian troops" in Mali."""
    state = load_registry().country(country)
    return sort_of(name.casefold()) == STATE and state is not None and any(one in name for one in state.adjectives)


def is_named(name: str) -> bool:
    """Whether some word of it names somebody: "Chadian troops", not "Government troops"."""
    return any(word[:1].isupper() and sort_of(word.casefold()) is None for word in name.split())


def government_of(country: str | None) -> str | None:
    """The government of a country that has an army of its own."""
    state = load_registry().country(country)
    return state.label if state is not None and state.army else None


@lru_cache(maxsize=1 << 14)
def state_of(name: str, kind: SourceType, here: str | None) -> str | None:
    """The government that a ministry or an army speaks for: the one it names ("Syrian defence ministry"), else here."""
    words = name.replace("’s", "").replace("'s", "").split()
    organs = {word.casefold() for word in words} & word_class("party_words", "organ")
    if not organs and kind != "military":
        return None
    names = [*words, *map(" ".join, pairwise(words))]
    country = next((found for one in names if (found := load_registry().by_adjective(one))), None)
    owners = {word.casefold() for word in name.partition(" of ")[2].split() if word[:1].isupper()}
    if country is None and owners - word_class("party_words", "office"):
        return None  # "the staff of the Territorial Defence"
    return country.label if country is not None else here


@lru_cache(maxsize=1 << 14)
def spells(acronym: str, name: str) -> bool:
    """Whether capitals are those of a name: "EPLF"."""
    return acronym.isupper() and acronym == "".join(word[0] for word in name.split() if word[0].isupper())


def fitting(sort: int | None, label: str, country: str | None) -> bool:
    """Whether a side is of a sort; of whom only a name is known, it may be any."""
    if sort is None:
        return True
    return sort_of(label.casefold()) == sort if describes(label) else may_be(sort, label, country)


@lru_cache(maxsize=1 << 14)
def describes(label: str) -> bool:
    """Whether a label is no name: neither one of the registry nor that of a group that no registry knows."""
    named = label[:1].isupper() and label.split()[-1][:1].isupper() and not any(char.isdigit() for char in label)
    whole = sort_of(label.casefold()) is None or len(label.split()) >= LONG
    rebels = sort_of(label.casefold()) == REBEL and core_of(label) is not None  # "Karen guerrillas"
    return label not in _known() and not (named and whole) and not rebels


def may_be(sort: int | None, label: str, country: str | None) -> bool:
    """Whether a side is of a sort ("rebels": a rebel group) and of the country, as far as the registry knows."""
    found = _known().get(label)
    if found is None:  # a group that no registry knows is no state's
        return sort in {REBEL, MILITIA}
    return sort is not None and any(
        inter == sort and (country is None or home in {None, country}) for inter, home in found
    )


@cache
def cores_of_actors() -> dict[str, frozenset[str]]:
    """What the registry calls the fighters of a side, without the common noun: "Tigrayan" in "Tigrayan forces"."""
    found: dict[str, frozenset[str]] = {}
    for actor in load_registry().actors:
        side = actor.side if actor.type == "armed" else None
        cores = (core_of(alias) for alias in (actor.name, *actor.aliases))
        found |= {core: found.get(core, frozenset()) | {side} for core in cores if core and side}
    return found


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
