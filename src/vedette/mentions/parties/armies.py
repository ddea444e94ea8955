"""Whose soldiers, police and numbered divisions a text tells of, where no owner stands beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.lexicon.actors import Actor, Country, Registry
from vedette.lexicon.classes import is_ordinal
from vedette.mentions.parties.nouns import has, party_noun
from vedette.model import PlaceMention
from vedette.model.tokens import Doc, Token

STATE, FOREIGN = 1, 8  # ACLED's codes of armies of the land, and of external and other forces


@dataclass(frozen=True, slots=True)
class Armies:
    """Lands whose soldiers a text names by their land, all lands that it names, whether it names foreign forces."""

    named: Mapping[str, Country]
    lands: frozenset[str]
    foreign: bool

    def served(self, head: Token, before: Sequence[Token], focus: Country) -> Country | None:
        """The land of police and garrisons; of soldiers the one whose army is told of, if only one's is; of a numbered
        part of an army the only land there is.
        """
        if any(one.dep_ == "poss" or has(one, "of others") for one in before):  # "enemy troops"
            return None
        if has(head, "of the land"):
            return focus
        if self.foreign or len(self.named) > 1:
            return None
        if has(head, "soldiers"):
            return next(iter(self.named.values()), focus)
        return focus if is_numbered(head, before) and self.lands <= {focus.code} else None


def is_numbered(head: Token, before: Sequence[Token]) -> bool:
    """ "The 22nd Infantry Division", "Fifth Brigade": states number the parts of their armies."""
    first = next((one for one in before if one.dep_ != "det"), head)
    return has(head, "numbered unit") and is_ordinal(first.lower_)


def find_armies(
    tokens: Doc, names: Mapping[int, Actor], adjectives: Mapping[int, Country], places: Iterable[PlaceMention],
    registry: Registry,
) -> Armies:  # fmt: skip
    """What a document says of the lands in it; `names` are the actors named in it by token."""
    states = {i: state for i, actor in names.items() if (state := registry.state(actor)) is not None}
    by_token = {**adjectives, **states}
    named = {land.code: land for i, land in by_token.items() if _of_soldiers(tokens[i])}
    own = (
        registry.country(actor.country) for actor in names.values() if actor.type == "armed" and actor.inter == STATE
    )
    named |= {land.code: land for land in own if land is not None}
    lands = {land.code for land in by_token.values()} | {one.country for one in places if one.country}
    return Armies(named, frozenset(lands), any(actor.inter == FOREIGN for actor in names.values()))


def _of_soldiers(word: Token) -> bool:
    """ "Rwandan troops", "Niger's army"."""
    noun = party_noun(word.head, ())
    return noun is not None and noun.stance == "state" and word.dep_ in {"poss", "amod", "compound", "nmod"}
