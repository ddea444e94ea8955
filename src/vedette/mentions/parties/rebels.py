"""Tells which group "the rebels" are: one that the document calls so, else the only one that it may be."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from vedette.lexicon.actors import Actor, Country
from vedette.mentions.parties.discovery import FOUND
from vedette.model.tokens import Doc

REBELS = frozenset({"rebel", "insurgent"})
REBEL_CODES = frozenset({None, 2})
NEAR = 90
type Placed = tuple[int, Actor]


@dataclass(frozen=True, slots=True)
class Rebels:
    """Groups by the token that names them: `called`, those that are called rebels; `groups`, all that might be.

    `open` when the document speaks of a country's rebels, so that no one group need be meant.
    """

    called: tuple[Placed, ...]
    groups: tuple[Placed, ...]
    open: bool

    def at(self, token: int, country: Country | None) -> Actor | None:
        """The group that "the rebels" means there in a text about a country."""
        if self.open:
            return None
        before = [actor for i, actor in self.called if i < token]
        if before:
            return before[-1]
        here = [one for one in self.groups if _is_of(one[1], country)]
        earlier = [one for one in here if one[0] < token]
        nearby = [one for one in earlier if one[0] >= token - NEAR]
        only = _only(earlier or here) or _only(nearby)
        return only or next((actor for _, actor in self.called), None)


def _is_of(actor: Actor, country: Country | None) -> bool:
    return actor.id.startswith(FOUND) or (country is not None and actor.country == country.code)


def _only(groups: Iterable[Placed]) -> Actor | None:
    """The group named last, if all are of one side."""
    actors = [actor for _, actor in groups]
    return actors[-1] if len({actor.side for actor in actors}) == 1 else None


def find_rebels(
    tokens: Doc, names: Mapping[int, Actor], adjectives: Mapping[int, Country], governments: Container[str]
) -> Rebels:
    """What a document says of rebels; `names` are the actors named in it by token."""
    before = [token.i - 1 for token in tokens[1:] if token.lemma_.lower() in REBELS]
    armed = [(i, actor) for i, actor in sorted(names.items()) if actor.type == "armed"]
    called = tuple((i, actor) for i, actor in armed if i in before)
    groups = [(i, one) for i, one in armed if one.inter in REBEL_CODES and one.side not in governments]
    return Rebels(called, tuple(groups), any(i in adjectives for i in before))
