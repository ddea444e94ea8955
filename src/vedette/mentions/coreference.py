"""Says what pronouns and short descriptions ("the group", "the minister", a surname) stand for: rules, no training."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from vedette.lexicon.actors import fold
from vedette.mentions.party_nouns import party_noun, speech_lemmas
from vedette.model import Document, PartyMention

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
PEOPLE = frozenset({"person", "official"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 3
FEMALE = frozenset(
    {
        "spokeswoman",
        "chairwoman",
        "mother",
        "wife",
        "daughter",
        "sister",
        "woman",
        "girl",
        "queen",
        "mrs",
        "ms",
        "widow",
    }
)
MALE = frozenset(
    {"spokesman", "chairman", "father", "husband", "son", "brother", "man", "boy", "king", "mr", "prince", "sheikh"}
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun or description and the antecedent it may have."""

    token: Token
    kinds: frozenset[str]
    plural: bool


def resolve(tokens: Doc, document: Document, mentions: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """The mentions with pronouns added and descriptions named, each by the mention that it stands for."""
    known = {mention.root: mention for mention in _with_full_names(mentions)}
    sentence_of = {token.i: number for number, sentence in enumerate(tokens.sents) for token in sentence}
    done: list[PartyMention] = []
    for token in tokens:
        mention = known.get(token.i)
        if mention is None and token.lower_ in PRONOUNS and token.pos_ == "PRON":
            found = _antecedent(Pointer(token, _kinds(token), token.lower_ in THEY), done, sentence_of)
            mention = _pronoun(document, token, found) if found is not None else None
        elif mention is not None:
            mention = _described(tokens, mention, done, sentence_of)
        if mention is not None:
            done.append(mention)
    return tuple(_owned(tokens, done))


def _with_full_names(mentions: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """A surname takes over the full name that the document gives once."""
    full: dict[str, PartyMention] = {}
    for mention in mentions:
        words = (mention.name or "").split()
        if mention.type in {"person", "unknown", "organisation"} and len(words) == 1:
            yield _named_after(mention, full.get(fold(words[0]).removeprefix("al ")))
            continue
        if mention.type == "person" and len(words) > 1:
            full.setdefault(fold(words[-1]).removeprefix("al "), mention)
        yield mention


def _named_after(mention: PartyMention, source: PartyMention | None) -> PartyMention:
    if source is None:
        return mention
    kept = mention.type if mention.type in {"official", "armed"} and source.type == "unknown" else source.type
    return replace(mention, type=kept, actor=source.actor, name=source.name, side=source.side)


def _kinds(pronoun: Token) -> frozenset[str]:
    if pronoun.lower_ in HE | SHE:
        return PEOPLE
    if pronoun.lower_ in IT:
        return frozenset({"state", "armed", "organisation", "media", "monitor", "unknown"})
    return frozenset({"armed", "civilian", "crowd", "state", "organisation", "person", "official", "media", "monitor"})


def _pronoun(document: Document, token: Token, found: PartyMention) -> PartyMention:
    quote = document.quote(token.idx, token.idx + len(token))
    plural = token.lower_ in THEY
    return PartyMention(
        quote.start, quote.end, quote.text, token.i, found.type, found.actor, found.name, found.side, plural
    )


def _antecedent(pointer: Pointer, before: Sequence[PartyMention], sentence_of: dict[int, int]) -> PartyMention | None:
    if pointer.token.lower_ in IT and _is_empty(pointer.token):
        return None
    here = sentence_of[pointer.token.i]
    near = [one for one in before if here - sentence_of[one.root] <= REACH and _fits(pointer, one)]
    scored = [(_score(pointer, one, here - sentence_of[one.root]), one.root, one) for one in near]
    if not scored:
        return None
    best = max(scored, key=lambda found: (found[0], found[1]))
    return None if _thing_is_nearer(pointer, best[0], here, sentence_of) else _joined(best[2], near)


def _is_empty(it: Token) -> bool:
    """ "It is clear that", "it was time to", "it takes": nothing is meant."""
    verb = it.head
    if it.dep_ == "expl":
        return True
    if it.dep_ not in SUBJECTS:
        return False
    clausal = any(child.dep_ in {"ccomp", "xcomp", "csubj", "advcl"} and child.i > verb.i for child in verb.children)
    complement = any(child.dep_ in {"acomp", "attr"} for child in verb.children)
    return (
        it.dep_ == "nsubjpass"
        or (complement and (clausal or verb.lemma_ == "be"))
        or verb.lemma_ in {"seem", "appear", "rain"}
    )


def _fits(pointer: Pointer, mention: PartyMention) -> bool:
    token, root = pointer.token, pointer.token.doc[mention.root]
    if mention.type not in pointer.kinds or _bound(token, root) or mention.start <= token.idx < mention.end:
        return False
    if pointer.plural:
        return mention.plural or mention.type in {"armed"} or _has_partner(root)
    if mention.plural:
        return False
    return not ({token.lower_} <= HE and _is_among(root, FEMALE) or {token.lower_} <= SHE and _is_among(root, MALE))


def _is_among(root: Token, words: frozenset[str]) -> bool:
    return root.lower_ in words or any(child.lower_.rstrip(".") in words for child in root.children)


def _has_partner(root: Token) -> bool:
    return any(child.dep_ == "conj" for child in root.children)


def _bound(pronoun: Token, root: Token) -> bool:
    """Two arguments of one verb are not the same, unless the pronoun is reflexive or a possessive."""
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith(("self", "selves")):
        return False
    return _clause(pronoun) == _clause(root) and root in _clause(pronoun).children


def _clause(token: Token) -> Token:
    node = token
    while node.head is not node and node.pos_ not in {"VERB", "AUX"}:
        node = node.head
    return node


def _score(pointer: Pointer, mention: PartyMention, distance: int) -> float:
    token, root = pointer.token, pointer.token.doc[mention.root]
    score = -1.5 * distance + (1.5 if root.dep_ in SUBJECTS else 0.0)
    if distance == 0 and root in [
        child for above in token.ancestors for child in above.children if child.dep_ in SUBJECTS
    ]:
        score += 1.5
    speaks = root.dep_ in SUBJECTS and root.head.lemma_.lower() in speech_lemmas()
    if speaks and token.dep_ in SUBJECTS and token.head.lemma_.lower() in speech_lemmas() and distance:
        score += 3.0
    if pointer.plural and not mention.plural and not _has_partner(root):
        score -= 1.0
    if speaks and _in_quotes(token, root):
        score -= 2.0
    return score + (0.5 if mention.actor or mention.type == "person" else 0.0)


def _in_quotes(token: Token, speaker: Token) -> bool:
    marks = [other.i for other in token.sent if other.text == '"']
    inside = sum(1 for i in marks if i < token.i) % 2 == 1
    return inside and speaker.sent == token.sent


def _thing_is_nearer(pointer: Pointer, score: float, here: int, sentence_of: dict[int, int]) -> bool:
    """Whether a thing that is no party stands better for "it" or "they": a subject of the same number."""
    token = pointer.token
    if token.lower_ in HE | SHE or (token.dep_ in SUBJECTS and token.head.lemma_.lower() in speech_lemmas()):
        return False
    tag = {"NNS"} if pointer.plural else {"NN"}
    things = (
        other for other in token.doc[max(0, token.i - 40) : token.i] if other.dep_ in SUBJECTS and other.tag_ in tag
    )
    return any(
        score < 1.5 - 1.5 * (here - sentence_of[other.i]) and party_noun(other, ()) is None and not _bound(token, other)
        for other in things
    )


def _joined(found: PartyMention, near: Sequence[PartyMention]) -> PartyMention:
    return found


def _described(
    tokens: Doc, mention: PartyMention, before: Sequence[PartyMention], sentence_of: dict[int, int]
) -> PartyMention:
    """ "the group", "the minister": named by what was last called so; otherwise as it is."""
    root = tokens[mention.root]
    words = [child.lower_ for child in root.lefts if child.dep_ != "punct"]
    noun = party_noun(root, root.lefts) if root.pos_ == "NOUN" else None
    if (
        noun is None
        or not noun.anaphor
        or words not in (["the"], ["this"], ["that"])
        or mention.actor
        or mention.plural
    ):
        return mention
    wanted = {"group": {"armed", "organisation", "monitor", "media"}, "person": PEOPLE, "state": {"state"}}[
        noun.anaphor
    ]
    named = [one for one in before if one.type in wanted and not one.plural and _is_name(tokens, one)]
    close = [one for one in named if sentence_of[root.i] - sentence_of[one.root] <= 2 * REACH]
    if not close:
        return mention
    return _named_after(mention, close[-1])


def _is_name(tokens: Doc, mention: PartyMention) -> bool:
    return mention.actor is not None or tokens[mention.root].pos_ == "PROPN"


def _owned(tokens: Doc, mentions: Iterable[PartyMention]) -> Iterator[PartyMention]:
    """ "his forces" are of the side of whom "his" stands for."""
    by_root: dict[int, PartyMention] = {}
    for mention in mentions:
        by_root[mention.root] = mention
    for mention in by_root.values():
        owners = [
            by_root[child.i] for child in tokens[mention.root].lefts if child.dep_ == "poss" and child.i in by_root
        ]
        if owners and mention.side is None and mention.type == "armed" and owners[0].side:
            yield replace(mention, side=owners[0].side)
        else:
            yield mention
