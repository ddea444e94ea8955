"""Parties named by words before another noun: "Israeli strikes", "rebel gains", "Russian Foreign Minister Lavrov"."""

from vedette.lexicon.actors import Actor, Country
from vedette.mentions.parties.kinds import HUMAN, Kind, bare_phrase, kind_of
from vedette.mentions.parties.nouns import has, party_noun
from vedette.mentions.parties.owners import government_of, only_linked, rebel_side
from vedette.mentions.parties.scene import Scene
from vedette.model.tokens import Token

MODIFYING = frozenset({"compound", "amod", "nmod"})
GOVERNMENT = frozenset({"government", "regime", "army", "junta"})


def modifier_kind(scene: Scene, token: Token) -> Kind | None:
    """What a modifier names as a party of its own: the doer of a deed, or the body of an office."""
    if token.dep_ not in MODIFYING or only_linked(scene, token):
        return None
    head = token.head
    known = _known(scene, token)
    if has(head, "deed"):
        return _kind(known) if known is not None else _doer(scene, token)
    if known is None or (isinstance(known, Actor) and known.type == "person"):
        return None
    named = isinstance(known, Actor) and scene.registry.state(known) is None and kind_of(scene, head) is None
    return _kind(known) if named or _is_person(scene, head) else None


def _known(scene: Scene, token: Token) -> Actor | Country | None:
    name = scene.names.get(token.i)
    if name is not None:
        return name.actor if name.root == token.i else None
    return scene.adjectives.get(token.i)


def _kind(known: Actor | Country | None) -> Kind | None:
    actor = known.as_actor() if isinstance(known, Country) else known
    return Kind(actor.type, actor.id or None, actor.name, actor.side) if actor is not None else None


def _is_person(scene: Scene, head: Token) -> bool:
    kind = kind_of(scene, head)
    return kind is not None and kind.type in HUMAN - {"civilian", "crowd"}


def _doer(scene: Scene, token: Token) -> Kind | None:
    """ "rebel gains", "government airstrikes"."""
    if token.pos_ != "NOUN" or (focus := scene.focus.get(token.i)) is None:
        return None
    noun = party_noun(token, token.lefts)
    if noun is not None and noun.stance == "rebel":
        group = scene.rebels.at(token.i, focus)
        side = group.side if group else rebel_side(focus)
        return Kind("armed", group.id or None if group else None, bare_phrase(scene, token), side)
    if token.lower_ in GOVERNMENT:
        return Kind("state", focus.as_actor().id, government_of(focus), focus.label)
    return None
