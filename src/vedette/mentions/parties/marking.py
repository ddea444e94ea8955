"""Finds the parties of a document: names, descriptions, states by syntax, and what pronouns stand for."""

from collections.abc import Iterable, Iterator

from vedette.lexicon.actors import Registry
from vedette.lexicon.marks import balanced
from vedette.mentions.parties.coreference import resolve
from vedette.mentions.parties.kinds import Kind, kind_of, whole_of
from vedette.mentions.parties.modifiers import modifier_kind
from vedette.mentions.parties.nouns import has
from vedette.mentions.parties.scene import Scene, set_scene
from vedette.model import Document, PartyMention, PlaceMention
from vedette.model.tokens import Doc, Token

INSIDE = frozenset({"compound", "amod", "nummod", "nmod", "det", "predet", "quantmod", "npadvmod", "case", "punct"})


def mark_parties(
    tokens: Doc, document: Document, places: Iterable[PlaceMention], registry: Registry
) -> tuple[PartyMention, ...]:
    """Every phrase of a document that names, describes or stands for a party, in order of its root."""
    scene = set_scene(tokens, document, places, registry)
    return resolve(tokens, document, tuple(_mentions(scene)), registry)


def _mentions(scene: Scene) -> Iterator[PartyMention]:
    for token in scene.tokens:
        if _heads_a_phrase(scene, token):
            kind = kind_of(scene, token)
            if kind is not None:
                yield _mention(scene, token, kind)
        elif (kind := modifier_kind(scene, token)) is not None:
            yield _mention(scene, token, kind)


def _heads_a_phrase(scene: Scene, token: Token) -> bool:
    name = scene.names.get(token.i)
    if name is not None:
        return name.root == token.i and token.dep_ not in {"compound", "amod", "nmod", "npadvmod"}
    if token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"} or "PronType=Prs" in token.morph:
        return False
    if not any(map(str.isalnum, token.text)):
        return False
    return token.dep_ not in INSIDE


def _mention(scene: Scene, head: Token, kind: Kind) -> PartyMention:
    first, end = scene.extent(head)
    whole = whole_of(head)
    if whole is not None and kind != kind_of(scene, whole):
        whole = None
    if whole is not None:
        end = max(end, scene.extent(whole)[1])
    last = scene.tokens[end - 1]
    text = scene.document.text
    quote = scene.document.quote(*balanced(text, scene.tokens[first].idx, last.idx + len(last)))
    plural = _is_plural(scene, whole if whole is not None else head)
    return PartyMention(quote.start, quote.end, quote.text, head.i, kind.type, kind.actor, kind.name, kind.side, plural)


def _is_plural(scene: Scene, head: Token) -> bool:
    """Whether many are meant; a name of several words ("Rapid Support Forces") is one body, "Mr Torres" one person."""
    name = scene.names.get(head.i)
    if (name is not None and name.end - name.first > 1) or (head.pos_ == "PROPN" and head.ent_type_ == "PERSON"):
        return False
    return (
        head.tag_ in {"NNS", "NNPS", "CD"}
        or has(head, "count")
        or head.lower_ in {"people", "police", "some", "many", "others"}
    )
