"""Finds groups that no registry lists: "the Black Hand rebel group", "a militia calling itself the Lions of the North".

A group found so has an id made from its name, the same in every document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vedette.lexicon.actors import Actor, Hit, Registry, fold
from vedette.mentions.parties.nouns import PartyNoun, has, party_noun
from vedette.model import PartyType
from vedette.model.tokens import Doc, Span, Token

FOUND = "found:"
SORTS: frozenset[PartyType] = frozenset({"armed", "organisation", "monitor"})
CALLING = frozenset({"call", "name", "know", "dub", "style"})
INSIDE = frozenset({"of", "the", "for", "and", "al", "el", "-", "'", "'s", "de", "la"})
PLAIN = frozenset({"group", "movement", "organisation", "organization", "network"})
LONGEST = 8
LONGER = 3
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Z0-9-]{1,9})\)")


def discover(tokens: Doc, known: Sequence[Hit], adjectives: Iterable[int]) -> tuple[Hit, ...]:
    """Every mention of the groups that a text itself introduces by name, by full name or acronym."""
    taken = {i for hit in known for i in range(hit.start, hit.end)}
    national = frozenset(adjectives)
    groups: dict[str, Actor] = {}
    found: list[Hit] = []
    for head, actor in _introduced(tokens, taken, national):
        first = groups.setdefault(actor.name, _with_side(actor))
        if _called(head):
            found.append(Hit(head.idx, head.idx + len(head), first))
    found += [hit for name, actor in groups.items() for hit in _mentions(tokens.text, name, actor)]
    return tuple(hit for hit in found if taken.isdisjoint(range(hit.start, hit.end)))


def group_called(name: str) -> Actor:
    """An armed group that no registry lists, by its name."""
    return Actor(f"{FOUND}{slug(name)}", name, "armed", side=name)


def longer_name(span: Span, actor: Actor, tokens: Doc, registry: Registry) -> Span | None:
    """The whole of a name in which a listed group's only stands behind another country's: "Ruritania People's Army"."""
    if actor.type not in {"armed", "organisation"} or actor.country is None or len(span) < LONGER or not span.start:
        return None
    before = tokens[span.start - 1]
    nation = registry.named(before.text)
    of = registry.state(nation) if nation is not None else None
    joined = before.dep_ in {"compound", "nmod", "poss"} and before.head.i in range(span.start, span.end)
    return tokens.span(before.i, span.end) if of is not None and joined and of.code != actor.country else None


def whole_actor(hit: Hit, tokens: Doc, registry: Registry) -> Actor:
    """The actor of a name that was found, or of the longer one that it stands in."""
    span = tokens.char_span(hit.start, hit.end, alignment_mode="contract")
    longer = longer_name(span, hit.actor, tokens, registry) if span is not None else None
    return hit.actor if longer is None else group_called(longer.text)


def _with_side(actor: Actor) -> Actor:
    """An armed group is a side of its own."""
    return replace(actor, side=actor.name) if actor.type == "armed" else actor


def _introduced(tokens: Doc, taken: set[int], national: frozenset[int]) -> Iterator[tuple[Token, Actor]]:
    for head in tokens:
        front = _fought_for(head, national)
        if front is not None and taken.isdisjoint(range(front.start_char, front.end_char)):
            yield head, group_called(front.text)
        noun = party_noun(head, head.lefts) if head.pos_ == "NOUN" and head.tag_ == "NN" else None
        if noun is None or noun.type not in SORTS:
            continue
        words = _called(head)
        if noun.anaphor == "group":
            words = words or _before(head, noun, national) or _beside(head, noun, national)
        if words and taken.isdisjoint(range(words[0].idx, words[-1].idx + len(words[-1]))):
            name = tokens.text[words[0].idx : words[-1].idx + len(words[-1])]
            plain = head.lemma_.lower() in PLAIN and not noun.modifiers and words[0].i > head.i
            yield head, Actor(f"{FOUND}{slug(name)}", name, "organisation" if plain else noun.type)


def _fought_for(head: Token, national: frozenset[int]) -> Span | None:
    """The proper name in "fighters of the Front for Change (FFC)": of those who are no state's."""
    below = [noun for of in head.children if of.lower_ == "of" for noun in of.children] if head.tag_ == "NNS" else []
    noun = party_noun(head, head.lefts) if below else None
    if noun is None or noun.type != "armed" or noun.stance == "state" or not _is_proper(below[0], noun, national):
        return None
    first = next((one for one in below[0].subtree if one.dep_ != "det"), below[0])
    words = _name_from(first)
    whole = len(words) > 1 or first.text.isupper()
    if not whole or below[0] not in words or below[0].ent_type_ == "PERSON" or has(words[-1], "numbered unit"):
        return None
    return head.doc.span(words[0].i, words[-1].i + 1)


def _beside(head: Token, noun: PartyNoun, national: frozenset[int]) -> list[Token]:
    """The proper name in "the militant group Jaish al-Nasr" and "the Popular Front (PF), an armed group"."""
    first = head.head if head.dep_ == "appos" else head.doc[min(head.i + 1, len(head.doc) - 1)]
    while head.dep_ == "appos" and first.i and _is_proper(first.nbor(-1), noun, national):
        first = first.nbor(-1)
    if not _is_proper(first, noun, national) or (head.dep_ != "appos" and first.ent_type_ in {"", "DATE"}):
        return []
    return _name_from(first)


def _name_from(first: Token) -> list[Token]:
    """A proper name from its first word on, with the small words inside it."""
    words: list[Token] = []
    for token in first.doc[first.i : min(first.i + LONGEST, first.sent.end)]:
        if not (token.text[:1].isupper() or token.lower_ in INSIDE):
            break
        words.append(token)
    while words and not words[-1].text[:1].isupper():
        words.pop()
    return words


def _before(head: Token, noun: PartyNoun, national: frozenset[int]) -> list[Token]:
    """The proper name before "rebel group", "militia" and the like, without nations and descriptions."""
    at = head.i - 1
    while at >= 0 and head.doc[at].lower_ in noun.modifiers:
        at -= 1
    words: list[Token] = []
    while at >= 0 and len(words) < LONGEST and _is_proper(head.doc[at], noun, national):
        words.insert(0, head.doc[at])
        at -= 1
    return words if words and words[0].sent.start == head.sent.start else []


def _is_proper(token: Token, noun: PartyNoun, national: frozenset[int]) -> bool:
    named = token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"NORP", "GPE"}
    return named and token.i not in national and token.lower_ not in noun.modifiers


def _called(head: Token) -> list[Token]:
    """The name in "a militia calling itself the Lions of the North", "a group known as Black Hand"."""
    verb = next((child for child in head.rights if child.dep_ in {"acl", "relcl"} and child.lemma_ in CALLING), None)
    if verb is None:
        return []
    after = list(head.doc[verb.i + 1 : min(verb.i + 1 + LONGEST, head.sent.end)])
    while after and not (after[0].text[:1].isupper() and after[0].is_alpha):
        if after.pop(0).lower_ not in {"itself", "themselves", "as", "the", '"', "'"}:
            return []
    return _name_from(after[0]) if after else []


def _mentions(text: str, name: str, actor: Actor) -> Iterator[Hit]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield Hit(match.start(), match.end(), actor)
        if acronym := _ACRONYM.match(text, match.end()):
            yield from (Hit(one.start(), one.end(), actor) for one in re.finditer(rf"\b{acronym[1]}\b", text))


def slug(name: str) -> str:
    """A name as an id: small letters and hyphens."""
    return re.sub(r"\W+", "-", fold(name)).strip("-")
