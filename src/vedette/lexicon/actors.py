"""The registry of actors: states, armed groups, people, organisations, media and monitors, by all their names."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick

from vedette.lexicon.loader import load
from vedette.model import PartyType, SourceType

BEFORE = 12  # characters of the first word of a nation: "South", "Equatorial"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the registry, with the references (references.toml) that say so.

    side: the label of the belligerent it belongs to; sides: pairs of country and label where that differs by theatre;
    country: an ISO 3166 code; inter: ACLED's interaction code in its own country (1 state forces, 2 rebel group,
    3 political militia, 4 identity militia, 8 external or other); since, until: its first and last day as far as
    known (YYYY, YYYY-MM or YYYY-MM-DD); part_of: ids of actors; holds: the offices of a person, each as id of the body,
    title, first day, last day ("" while it lasts); owner: the company or body that owns an outlet; controlled_by: the
    id of the actor that decides what it says; reliability: the grade A to F of the Admiralty code that a person gave.
    """

    id: str
    name: str
    type: PartyType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    side: str | None = None
    source_type: SourceType | None = None
    sides: tuple[tuple[str, str], ...] = ()
    inter: int | None = None
    since: str | None = None
    until: str | None = None
    part_of: tuple[str, ...] = ()
    holds: tuple[tuple[str, str, str, str], ...] = ()
    owner: str | None = None
    controlled_by: str | None = None
    reliability: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """references.toml: a public work that a fact of the registry can be looked up in."""

    id: str
    title: str
    publisher: str
    url: str


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its adjectives, seats of government and other words for it; `side` where its government has a label.

    `army` is false where it has none, so that "the army" in a text about it is another's. `since`: its first day, where
    another country, `before`, ruled there until then.
    """

    code: str
    name: str
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    side: str | None = None
    army: bool = True
    since: str = ""
    before: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The words for the country itself."""
        return (self.name, *self.aliases)

    @property
    def adjective(self) -> str:
        """The word for what is its own, its name where there is none."""
        return self.adjectives[0] if self.adjectives else self.name

    @property
    def label(self) -> str:
        """How its government is called as a side."""
        return self.side or self.name

    def as_actor(self) -> Actor:
        """The state as an actor; its capitals are left out, since only syntax tells a city from a government."""
        return Actor(_slug(self.name), self.name, "state", self.aliases + self.metonyms, self.code, self.label)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of an actor in a text, by character offsets."""

    start: int
    end: int
    actor: Actor


class Registry:
    """Finds actors in a text and countries by their adjectives and capitals."""

    def __init__(self, actors: Iterable[Actor], countries: Iterable[Country]) -> None:
        self.countries = tuple(countries)
        self.actors = (*actors, *(country.as_actor() for country in self.countries))
        self.by_id = {actor.id: actor for actor in self.actors}
        self._names = {fold(name): (name, actor) for actor in self.actors for name in (actor.name, *actor.aliases)}
        adjectives = {word: country for country in self.countries for word in country.adjectives if word[0].isupper()}
        self.adjectives = {f"{word}s": country for word, country in adjectives.items()} | adjectives
        self._capitals = {fold(word): country for country in self.countries for word in country.capitals}
        self._states = {country.as_actor().id: country for country in self.countries}
        self.governments = frozenset(country.label for country in self.countries)
        self._by_code = {country.code: country for country in self.countries}
        self._offices: dict[tuple[str, str], list[tuple[str, str, Actor]]] = {}
        for actor in self.actors:
            for body, title, since, until in actor.holds:
                self._offices.setdefault((body, title.casefold()), []).append((since, until, actor))
        self._found: tuple[str, tuple[Hit, ...]] = ("", ())
        self._automaton = ahocorasick.Automaton()
        for folded, (name, actor) in self._names.items():
            self._automaton.add_word(folded, (name, actor))
        self._automaton.make_automaton()

    def named(self, name: str) -> Actor | None:
        """The actor of exactly this name or alias, whatever its case, accents and hyphens."""
        found = self._names.get(fold(name))
        return found[1] if found and _cased(name, found[0]) else None

    def holder(self, name: str) -> Actor | None:
        """The actor that has this name, whatever the case of its letters."""
        found = self._names.get(fold(name))
        return found[1] if found else None

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every name of an actor in a text, left to right, the longest where they overlap."""
        if self._found[0] != text:  # places and parties of one document ask one after the other
            self._found = (text, tuple(_longest(self._hits(text))))
        return self._found[1]

    def _hits(self, text: str) -> Iterator[Hit]:
        folded = fold(text)
        for last, (name, actor) in self._automaton.iter(folded):
            start, end = last + 1 - len(name), last + 1  # folding keeps every character in its place
            own = not _inside_word(folded, start, end) and _cased(text[start:end], name)
            if own and not self._is_of_longer_nation(text[max(0, start - BEFORE) : end], end - start):
                yield Hit(start, end, actor)

    def _is_of_longer_nation(self, words: str, length: int) -> bool:
        """ "The South Sudanese army", which is not the Sudanese one."""
        before, first = words[:-length].split(), words[-length:].split()
        return bool(before) and f"{before[-1]} {first[0]}" in self.adjectives

    def country(self, code: str | None) -> Country | None:
        """The country of an ISO code."""
        return self._by_code.get(code or "")

    def ruler(self, code: str | None, day: str | None) -> Country | None:
        """The country that rules on an ISO day where that of a code is now."""
        here = self.country(code)
        return self.country(here.before) if here is not None and day and day < here.since else here

    def arm(self, country: Country, noun: str) -> Actor | None:
        """The army, the ministry or the like of a country: "Congolese army"."""
        return self.named(f"{country.adjective} {noun}")

    def in_office(self, body: str, title: str, day: str) -> Actor | None:
        """Who held an office of a body, by its title in small letters, on an ISO day."""
        held = self._offices.get((body, title), ())
        return next(
            (one for since, until, one in held if since <= day and (not until or day[: len(until)] <= until)), None
        )

    def state(self, actor: Actor) -> Country | None:
        """The country that an actor is the state of; None for everyone else."""
        return self._states.get(actor.id)

    def by_adjective(self, word: str) -> Country | None:
        """The country of a demonym or adjective, singular or plural."""
        return self.adjectives.get(word)

    def by_capital(self, name: str) -> Country | None:
        """The country whose seat of government has this name."""
        return self._capitals.get(fold(name))


@cache
def load_registry() -> Registry:
    """The registry that ships with the package."""
    return Registry((*load("actors", Actor), *load("outlets", Actor)), load("countries", Country))


def fold(text: str) -> str:
    """The text in lower case without accents, hyphens as spaces, character for character."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each character becomes, found out once."""

    def __missing__(self, code: int) -> str:
        low = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = folded = low if len(low) == 1 else chr(code)
        return folded


_FOLDED = _Folded(dict.fromkeys(map(ord, "-‐‑–"), " ") | dict.fromkeys(map(ord, "’‘ʼʿʾ`"), "'"))


def _cased(text: str, name: str) -> bool:
    """Acronyms must stand as they are, the longer ones also as "Nato"; other names must show a capital."""
    if name.upper() == name or len(name) <= 3:
        return text == name or (len(name) >= 4 and text == name.capitalize())
    return any(character.isupper() for character in text) or name.lower() == name


def _inside_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def _longest(hits: Iterator[Hit]) -> Iterator[Hit]:
    """Among names that overlap the longest, from left to right."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start)):
        at = bisect(kept, hit.start, key=lambda one: one.start)
        if (at == 0 or kept[at - 1].end <= hit.start) and (at == len(kept) or kept[at].start >= hit.end):
            kept.insert(at, hit)
    yield from kept


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
