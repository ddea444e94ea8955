"""Says what pronouns and short descriptions ("the group", "the minister", a surname) stand for: rules, no training."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from vedette.lexicon.actors import fold
from vedette.mentions.antecedents import PRONOUNS, Past, antecedent
from vedette.mentions.party_nouns import PartyNoun, party_noun
from vedette.model import Document, PartyMention

PEOPLE = frozenset({"person", "official"})
BODIES = frozenset({"state", "armed", "organisation", "monitor"})
ANAPHORS = {
    "group": frozenset({"armed", "organisation", "monitor", "media"}),
    "person": PEOPLE,
    "state": frozenset({"state"}),
}


def resolve(tokens: Doc, document: Document, mentions: Sequence[PartyMention]) -> tuple[PartyMention, ...]:
    """The mentions with pronouns added and descriptions named, each by the mention that it stands for."""
    known = {mention.root: mention for mention in _with_full_names(mentions)}
    past = Past(tokens)
    for token in tokens:
        mention = known.get(token.i)
        if mention is not None:
            mention = _in_apposition(tokens, mention, past)
            past.add(_owned(tokens, _described(tokens, mention, past), past))
        elif token.lower_ in PRONOUNS and token.pos_ == "PRON":
            found = antecedent(token, past)
            if found is not None:
                past.add(_pronoun(document, token, found))
    return tuple(past.mentions)


def _pronoun(document: Document, token: Token, found: PartyMention) -> PartyMention:
    quote = document.quote(token.idx, token.idx + len(token))
    plural = token.lower_.startswith("the")
    return PartyMention(
        quote.start, quote.end, quote.text, token.i, found.type, found.actor, found.name, found.side, plural
    )


def _with_full_names(mentions: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """A surname takes over the full name that the document gives."""
    full: dict[str, PartyMention] = {}
    for mention in mentions:
        if mention.type == "person" and len((mention.name or "").split()) > 1:
            full.setdefault(_surname(mention), mention)
    for mention in mentions:
        alone = mention.name and len(mention.name.split()) == 1 and mention.actor is None
        source = (
            full.get(_surname(mention)) if alone and mention.type in {"person", "unknown", "organisation"} else None
        )
        yield _named_after(mention, source) if source is not None else mention


def _surname(mention: PartyMention) -> str:
    return fold((mention.name or "").split()[-1]).removeprefix("al ")


def _named_after(mention: PartyMention, source: PartyMention) -> PartyMention:
    return replace(mention, type=source.type, actor=source.actor, name=source.name, side=source.side)


def _described(tokens: Doc, mention: PartyMention, past: Past) -> PartyMention:
    """ "the group", "the minister": named by what was last called so; otherwise as it is."""
    root = tokens[mention.root]
    noun = party_noun(root, root.lefts) if root.pos_ == "NOUN" and mention.actor is None else None
    if noun is None:
        return mention
    words = [child.lower_ for child in root.lefts if child.dep_ != "punct"]
    if noun.type == "official" and root.lower_.startswith("spokes") and mention.side is None:
        return _spokesperson(mention, past)
    if words not in (["the"], ["this"], ["that"], ["these"], ["those"]) or any(root.rights):
        return mention
    if mention.plural:
        return _same_fighters(mention, noun, past)
    return _same_one(root, mention, noun, past)


def _in_apposition(tokens: Doc, mention: PartyMention, past: Past) -> PartyMention:
    """ "Roe, a leader of the group" and "the leader, Roe" are one person."""
    root = tokens[mention.root]
    above = past.by_root.get(root.head.i) if root.dep_ == "appos" else None
    if above is None or above.plural or mention.plural or (above.type in PEOPLE) != (mention.type in PEOPLE):
        return mention
    if tokens[above.root].pos_ == "PROPN" and root.pos_ == "NOUN":
        return replace(mention, actor=above.actor, name=above.name, side=above.side)
    if root.pos_ == "PROPN" and tokens[above.root].pos_ == "NOUN":
        past.rename(above.root, _named_after(above, mention))
    return mention


def _spokesperson(mention: PartyMention, past: Past) -> PartyMention:
    """A spokesman without a body speaks for the body of the spokesman before, or for whoever spoke last."""
    near = [one for one in reversed(past.near(mention.root, 3)) if past.distance(mention.root, one.root) > 0]
    earlier = [one for one in near if one.type == "official" and one.actor and past.is_spokesperson(one)]
    bodies = [one for one in near if one.type in BODIES and not one.plural and past.speaks(one)]
    found = next(iter([*earlier, *bodies]), None)
    return replace(mention, actor=found.actor, name=found.name, side=found.side) if found is not None else mention


def _same_fighters(mention: PartyMention, noun: PartyNoun, past: Past) -> PartyMention:
    """ "the fighters" are of the side of the fighters spoken of last."""
    if noun.type != "armed" or mention.side is not None:
        return mention
    for one in reversed(past.near(mention.root, 3)):
        if one.type == "armed" and one.side is not None:
            return replace(mention, side=one.side)
    return mention


def _same_one(root: Token, mention: PartyMention, noun: PartyNoun, past: Past) -> PartyMention:
    if not noun.anaphor or mention.side is not None:
        return mention
    wanted = ANAPHORS[noun.anaphor]
    named = [one for one in past.near(mention.root, 6) if one.type in wanted and not one.plural and past.is_name(one)]
    alike = [one for one in named if root.lemma_.lower() in past.called(one)]
    return _named_after(mention, (alike or named)[-1]) if named else mention


def _owned(tokens: Doc, mention: PartyMention, past: Past) -> PartyMention:
    """ "his forces" are of the side of whom "his" stands for."""
    root = tokens[mention.root]
    if mention.side is not None or mention.type != "armed" or past.is_relational(root):
        return mention
    owners = [past.by_root[child.i] for child in root.lefts if child.dep_ == "poss" and child.i in past.by_root]
    return replace(mention, side=owners[0].side) if owners else mention
