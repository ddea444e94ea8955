"""Says what pronouns and short descriptions ("the group", "the minister", a surname) stand for: rules, no training."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.lexicon.actors import Registry, fold
from vedette.lexicon.classes import word_class
from vedette.mentions.parties.antecedents import PRONOUNS, Past, antecedent, with_speakers
from vedette.mentions.parties.nouns import PartyNoun, has, is_speech, party_noun
from vedette.model import Document, PartyMention
from vedette.model.tokens import Doc, Token

PEOPLE = frozenset({"person", "official"})
SHORT_FORM_REACH = 200
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
BODIES = frozenset({"state", "armed", "organisation", "monitor"})
BODIES_OF_PEACE = frozenset({"organisation", "monitor", "media"})
ANY_GROUP = frozenset({"group", "organisation", "organization", "movement", "body"})
ARMIES = frozenset({"army", "military"})
UNITS = frozenset({"division", "brigade", "battalion", "regiment", "corps"})


def resolve(
    tokens: Doc, document: Document, mentions: Sequence[PartyMention], registry: Registry
) -> tuple[PartyMention, ...]:
    """The mentions with pronouns added and descriptions named, each by the mention that it stands for."""
    known = {mention.root: mention for mention in _with_full_names(mentions)}
    past = Past(tokens, registry)
    for token in tokens:
        mention = known.get(token.i)
        if mention is not None:
            mention = _in_apposition(tokens, mention, past)
            past.add(_owned(tokens, _described(tokens, mention, past), past))
        elif token.lower_ in PRONOUNS and token.pos_ == "PRON":
            found = antecedent(token, past)
            if found is not None:
                past.add(_pronoun(document, token, found))
    return with_speakers(tokens, document, past)


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
            full.setdefault(fold(mention.text.split()[-1]).removeprefix("al "), mention)
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
    if root.pos_ == "PROPN" and mention.actor is None and mention.type not in PEOPLE:
        return _short_form(root, mention, past)
    noun = party_noun(root, root.lefts) if root.pos_ == "NOUN" and mention.actor is None else None
    if noun is None:
        return mention
    linked = word_class("party_words", "linked")
    words = [child.lower_ for child in root.lefts if child.dep_ != "punct"]
    if noun.type == "official" and root.lower_.startswith("spokes") and mention.side is None and _of_nobody(root):
        return _spokesperson(mention, past)
    if not words or words[0] not in DEFINITE or _is_specified(root):
        return mention
    if set(words[1:]) - {*noun.modifiers, *linked}:
        return _same_office(root, set(words[1:]), mention, past) if noun.anaphor == "person" else mention
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
        past.rename(above.root, replace(above, side=above.side or mention.side))
        return _named_after(mention, past.by_root[above.root])
    noun = tokens[above.root]
    if root.pos_ == "PROPN" and (noun.pos_ == "NOUN" or party_noun(noun, noun.lefts) is not None):
        mention = replace(mention, side=mention.side or above.side)
        past.rename(above.root, _named_after(above, mention))
    return mention


def _of_nobody(root: Token) -> bool:
    """ "A spokesman", "their spokeswoman", not "an army spokesman" or "the spokesman for the port"."""
    named = any(child.dep_ in {"compound", "nmod", "amod"} for child in root.lefts)
    return not named and not any(child.lower_ in {"for", "of"} for child in root.rights)


def _spokesperson(mention: PartyMention, past: Past) -> PartyMention:
    """A spokesman without a body speaks for the body of the spokesman before, or for whoever spoke last."""
    near = [one for one in reversed(past.near(mention.root, 3)) if past.distance(mention.root, one.root) > 0]
    named = [one for one in near if one.type == "person" and past.is_name(one) and past.speaks_for_others(one)]
    if named:
        return _named_after(mention, named[0])
    earlier = [one for one in near if one.type == "official" and one.actor and past.is_spokesperson(one)]
    bodies = [one for one in near if one.type in BODIES and not one.plural and past.speaks(one)]
    found = next(iter([*earlier, *bodies]), None)
    if found is None:
        return mention
    name = found.name if found.type == "official" else f"{found.name} {past.tokens[mention.root].lower_}"
    return replace(mention, actor=found.actor, name=name, side=found.side)


def _short_form(root: Token, mention: PartyMention, past: Past) -> PartyMention:
    """ "the Observatory", "the League": a name given in full before, cut to its main word."""
    if any(child.lower_ != "the" for child in root.lefts):
        return mention
    for one in reversed(past.mentions[-SHORT_FORM_REACH:]):
        full = past.tokens[one.root]
        if full.text == root.text and one.type not in PEOPLE and any(child.pos_ == "PROPN" for child in full.lefts):
            return _named_after(mention, one)
    return mention


def _same_fighters(mention: PartyMention, noun: PartyNoun, past: Past) -> PartyMention:
    """ "the fighters" are of the side of those spoken of last, "the dissidents" are the dissidents named before."""
    if noun.type == "person" and mention.side is None:
        word = past.tokens[mention.root].lower_
        armed = (one for one in reversed(past.near(mention.root, 6)) if one.type == "armed")
        same = next((one for one in armed if past.tokens[one.root].lower_ == word), None)
        return _named_after(mention, same) if same is not None else mention
    if noun.type != "armed" or mention.side is not None:
        return mention
    for one in reversed(past.near(mention.root, 3)):
        other = party_noun(past.tokens[one.root], ())
        regular = past.is_regular(one) or (other is not None and other.stance == "state")
        if one.type == "armed" and one.side is not None and regular == (noun.stance == "state"):
            return replace(mention, side=one.side)
    return mention


def _same_one(root: Token, mention: PartyMention, noun: PartyNoun, past: Past) -> PartyMention:
    names = [one for one in past.near(mention.root, 6) if past.is_name(one)]
    namesakes = [one for one in names if root.lemma_.lower() in fold(one.name or "").split()]
    if noun.anaphor in {"group", "state"} and noun.stance != "state" and namesakes:
        return past.by_its_name(_named_after(mention, namesakes[-1]))  # "the council", of the Transitional Council
    if not noun.anaphor or mention.side is not None:
        return _same_words(root, mention, past) if mention.side is None else mention
    wanted = _wanted(root, noun)
    near = [one for one in names if one.type in wanted]
    if noun.anaphor == "group" and noun.stance != "state":
        near = [one for one in near if _may_be_group(root, one, past)]
        near = [one for one in near if one.type == "armed"] if _is_of_fighters(root) else near
    if has(root, "so called"):
        near = [one for one in near if root.lemma_.lower() in past.called(one)]
    named = [one for one in near if not one.plural or one.actor is not None]
    alike = [one for one in named if noun.anaphor == "person" and root.lemma_.lower() in past.called(one)]
    if (
        noun.anaphor == "person"
        and noun.type == "person"
        and root.lemma_.lower() not in word_class("party_words", "leading")
    ):
        named = alike
    if noun.anaphor == "person" and root.lemma_ != "official":  # "the governor" is no spokesman
        named = alike or [one for one in named if not past.speaks_for_others(one)]
    if named:
        found = _named_after(mention, (alike or named)[-1])
        return past.by_its_name(found) if noun.anaphor == "group" else found
    return _same_words(root, mention, past)


def _may_be_group(root: Token, mention: PartyMention, past: Past) -> bool:
    """Armies and their units are hardly called "the group", nor is who was told, the network it was posted on, or what
    a ministry has in its name."""
    named = past.tokens[mention.root]
    whole = party_noun(named.head.head, ()) if named.dep_ == "pobj" and named.head.lower_ == "of" else None
    told = named.dep_ in {"dobj", "dative"} and named.head.lemma_.lower() == "tell"
    if (
        told
        or named.text in word_class("grammar", "platform")
        or (mention.actor is None and named.lower_ in ARMIES | UNITS)
        or (whole is not None and whole.type in {"official", "state"} and whole.anaphor != "person")
    ):
        return False
    return not past.is_regular(mention) and not _is_other(root, mention, past)


def _is_of_fighters(root: Token) -> bool:
    """ "the group, led by Roe", "the group's stronghold"."""
    led = any(child.dep_ == "acl" and child.lemma_ == "lead" for child in root.rights)
    return led or (root.dep_ == "poss" and has(root.head, "of-fighters"))


def _is_other(root: Token, mention: PartyMention, past: Past) -> bool:
    """ "They accused X of arming the group", "it bombed the group", "he told the Times that the group had left": who
    acts, who is acted on and who is told are not the group."""
    for verb in root.ancestors:
        if verb.pos_ != "VERB":
            continue
        says = is_speech(verb) and verb.lemma_.lower() != "accuse"
        roles = {"dobj", "dative"} if says else {"nsubj", "dobj"}
        others = [child.i for child in verb.children if child.dep_ in roles and child.i < root.i]
        for one in (past.by_root[i] for i in others if i in past.by_root):
            if (one.actor, one.name) == (mention.actor, mention.name):
                return True
    return False


def _same_words(root: Token, mention: PartyMention, past: Past) -> PartyMention:
    """ "the alliance" after "an Islamist alliance" is that one."""
    before = [one for one in past.near(mention.root, 6) if root.lemma_ in past.called(one)]
    first = next((one for one in before if one.type == mention.type and not one.plural), None)
    return replace(mention, name=first.name, actor=first.actor, side=first.side) if first is not None else mention


def _same_office(root: Token, modifiers: set[str], mention: PartyMention, past: Past) -> PartyMention:
    """ "the foreign minister" is the person last called a foreign minister."""
    wanted = {root.lemma_.lower(), *modifiers}
    near = [one for one in past.near(mention.root, 6) if one.type in PEOPLE and past.is_name(one)]
    held = [one for one in near if wanted <= past.called(one)]
    return _named_after(mention, held[-1]) if held else mention


def _is_specified(root: Token) -> bool:
    """Whether words after a noun say which one is meant; the "of" after "accuse the group" does not, nor does what
    only follows behind a comma."""
    accused = root.dep_ == "dobj" and root.head.lemma_.lower() == "accuse"
    return any(child.dep_ not in {"punct", "case"} and not _adds(child) for child in root.rights) and not accused


def _adds(child: Token) -> bool:
    return child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","


def _wanted(root: Token, noun: PartyNoun) -> frozenset[str]:
    if noun.anaphor == "person":
        return PEOPLE
    if root.lemma_.lower() in ANY_GROUP and not noun.modifiers:
        return frozenset({"organisation", "monitor", "armed"})
    return BODIES_OF_PEACE if noun.type in BODIES_OF_PEACE else frozenset({noun.type})


def _owned(tokens: Doc, mention: PartyMention, past: Past) -> PartyMention:
    """ "his forces" are of the side of whom "his" stands for; "its army" is that of the state that "its" stands for,
    whatever land the text is about.
    """
    root = tokens[mention.root]
    owners = [past.by_root[child.i] for child in root.lefts if child.dep_ == "poss" and child.i in past.by_root]
    if not owners or mention.type != "armed" or past.is_relational(root):
        return mention
    owner = owners[0]
    if mention.side is None:
        return replace(mention, side=owner.side)
    if tokens[owner.root].pos_ != "PRON" or owner.side in {None, mention.side}:
        return mention
    army = past.arm_of(owner, root.lower_)
    return replace(mention, actor=army.id, name=army.name, side=army.side) if army is not None else mention
