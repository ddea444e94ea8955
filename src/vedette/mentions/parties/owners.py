"""Whose forces, spokesman or government a phrase speaks of, and so to which side it belongs."""

from collections.abc import Iterable, Iterator

from vedette.lexicon.actors import Actor, Country
from vedette.mentions.parties.nouns import has, words
from vedette.mentions.parties.scene import Scene
from vedette.model.tokens import Token

type Owner = Actor | Country


def owner(scene: Scene, head: Token) -> Owner | None:
    """The actor or country before a noun ("Sudan's army", "RSF fighters") or after "of"; None if there are several."""
    first, _ = scene.extent(head)
    before = [token for token in scene.tokens[first : head.i] if not only_linked(scene, token)]
    if has(head, "relational"):
        before = [token for token in before if token.dep_ != "poss"]
    owners = list(_owners(scene, reversed(before)))
    if len({one.code for one in owners if isinstance(one, Country)}) > 1:
        return None
    return owners[0] if owners else _after_of(scene, head) or _leader(scene, head) or _their_group(scene, head)


def _leader(scene: Scene, head: Token) -> Owner | None:
    """ "fighters led by the Macina Katiba"; what a person leads is told by his office."""
    led = [child for child in head.rights if child.dep_ == "acl" and child.lemma_ == "lead"]
    by = [token for verb in led for agent in verb.children if agent.dep_ == "agent" for token in agent.children]
    names = [scene.names[token.i] for token in by if token.i in scene.names]
    return next((name.actor for name in names if name.actor.type == "armed"), None)


def _their_group(scene: Scene, head: Token) -> Owner | None:
    """ "fighters from the Allied Democratic Forces", "armed men loyal to the coalition": never a country's."""
    if head.tag_ != "NNS":
        return None
    ties = [child for child in head.rights if child.lower_ == "from" or has(child, "belonging")]
    links = [one for tie in ties for one in (tie, *tie.rights) if one.lower_ in {"from", "to", "with"}]
    groups = [token for link in links for token in link.children if token.dep_ == "pobj"]
    names = [scene.names[token.i] for group in groups for token in (group, *group.lefts) if token.i in scene.names]
    return next((name.actor for name in names if name.actor.type == "armed"), None)


def _after_of(scene: Scene, head: Token) -> Owner | None:
    links = {"of", "for"} if has(head, "speaking") else {"of"}
    after = [child for child in head.rights if child.lower_ in links]
    wholes = [token for child in after for token in child.children if token.dep_ == "pobj"]
    if not wholes or any(child.dep_ == "conj" for child in wholes[0].children):
        return None
    first, end = scene.extent(wholes[0])
    return next(_owners(scene, reversed(scene.tokens[first:end])), None)


def only_linked(scene: Scene, token: Token) -> bool:
    """Whether a word is only tied to the noun after it: "Turkish-backed", "U.K.-based"."""
    name = scene.names.get(token.i)
    end = name.end if name is not None else token.i + 1
    tokens = token.doc
    return end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end + 1].lower_ in words("linked")


def _owners(scene: Scene, tokens: Iterable[Token]) -> Iterator[Owner]:
    for token in tokens:
        name = scene.names.get(token.i)
        country = scene.adjectives.get(token.i)
        if name is not None:
            yield scene.registry.state(name.actor) or name.actor
        else:
            capital = scene.registry.by_capital(token.text) if token.dep_ == "poss" else None
            yield from (one for one in (country, capital) if one is not None)


def side_of(of: Owner | None) -> str | None:
    """The side that an owner stands for."""
    return of.label if isinstance(of, Country) else of.side if of is not None else None


def rebel_side(country: Country) -> str:
    """How the rebels of a country are called as a side."""
    return f"{_adjective(country)} rebels"


def government_of(country: Country) -> str:
    """How the government of a country is called by name."""
    return country.side or f"{_adjective(country)} government"


def _adjective(country: Country) -> str:
    return country.adjectives[0] if country.adjectives else country.name
