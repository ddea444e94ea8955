"""What sort of source a phrase names: by the registry, else by its words, else by the kind of party."""

from functools import cache
from itertools import pairwise

from vedette.claims.reading import Reading, known
from vedette.lexicon import load
from vedette.lexicon.actors import Actor, load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SourceEntry
from vedette.model import PartyMention, SourceType
from vedette.model.tokens import Token

FORCES_OF_STATES = frozenset({1, 8})  # ACLED's codes of state forces and of external or other forces
HUMAN = frozenset({"person", "official", "unknown"})
NEVER_NAMED = frozenset({"social-media", "witness", "document"})  # "the Khartoum Post" is none
BESIDE = frozenset({"prep", "appos", "amod", "poss", "nmod"})
CLAUSES = frozenset({"acl", "relcl"})
OF_PARTY: dict[str, SourceType] = {
    "media": "outlet", "monitor": "monitor", "state": "official", "armed": "belligerent", "official": "official",
    "civilian": "witness", "crowd": "witness", "organisation": "ngo", "person": "witness",
}  # fmt: skip


@cache
def _heads() -> dict[str, SourceEntry]:
    return {word: entry for entry in reversed(load("sources", SourceEntry)) for word in entry.heads}


def source_nouns() -> frozenset[str]:
    """Every noun that can name a source."""
    return frozenset(_heads())


def sort_of_noun(lemma: str) -> SourceType | None:
    """The sort of source that a noun alone names."""
    entry = _heads().get(lemma)
    return entry.source_type if entry is not None else None


def is_statement(noun: Token) -> bool:
    """Whether a noun names words that somebody put out, who is the source: "a statement by the ministry"."""
    entry = _heads().get(noun.lemma_.lower())
    return entry is not None and entry.source_type == "document" and "official" in entry.yields


def of_actor(actor: Actor) -> SourceType | None:
    """The sort of source an actor of the registry is; a person counts as the body whose office was held last."""
    if actor.source_type is not None:
        return actor.source_type
    if actor.type == "armed":
        return "military" if actor.inter in FORCES_OF_STATES else "belligerent"
    if actor.type == "person":
        bodies = (load_registry().by_id.get(body) for body, *_ in reversed(actor.holds))
        body = next((one for one in bodies if one is not None), None)
        return of_actor(body) if body is not None else "official"
    return OF_PARTY.get(actor.type)


@known
def source_type(reading: Reading, head: Token, beside: str = "", *, withheld: bool = True) -> SourceType:
    """What sort of source a phrase names; `beside` are the words around the verb of saying.

    Who withholds the name is anonymous, unless `withheld` is false and it is asked what he is.
    """
    mention = reading.party(head)
    known = _registered(mention, head)
    if known is not None:
        return known
    told = f"{_text(reading, head, CLAUSES | BESIDE)} {beside}".lower()
    marks = marked(" ".join(_described(reading, head)), told) | _actors_in(reading, head)
    return _by_words(_title(reading, head, mention), marks if withheld else marks - {"anonymous"}, mention)


def marked(text: str, told: str = "") -> set[SourceType]:
    """The sorts of source that words of a phrase hint at, or phrases in what is told around it."""
    marks, phrases = _hints()
    hinted = {kind for word in _words(text) for kind in marks.get(word, ())}
    return hinted | {kind for phrase, kind in phrases if phrase in told}


@cache
def _hints() -> tuple[dict[str, list[SourceType]], list[tuple[str, SourceType]]]:
    """The sorts of source by the words that mark them, and phrases with theirs."""
    marks: dict[str, list[SourceType]] = {}
    for entry in load("sources", SourceEntry):
        for word in entry.marks:
            marks.setdefault(word, []).append(entry.source_type)
    return marks, [(phrase, one.source_type) for one in load("sources", SourceEntry) for phrase in one.phrases]


def _title(reading: Reading, head: Token, mention: PartyMention | None) -> Token:
    """The noun that says what somebody named is: "John Doe, an analyst", "army spokesman John Doe"."""
    if head.pos_ != "PROPN" or mention is None:
        return head
    for one in (mention, *reading.called.get(mention.name or "", ())):
        root = reading.tokens[one.root]
        beside = [child for child in root.children if child.dep_ in {"appos", "compound", "nmod"}]
        beside += [root.head] if root.dep_ == "appos" else []
        titles = [noun for noun in beside if noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() in _heads()]
        if titles:
            return titles[-1]
    return head


def _registered(mention: PartyMention | None, head: Token) -> SourceType | None:
    """The type of an actor that is meant itself, not "its spokesman"."""
    actor = load_registry().by_id.get(mention.actor or "") if mention is not None else None
    itself = actor is not None and mention is not None and actor.name == mention.name
    return of_actor(actor) if itself and actor is not None else None


def _by_words(head: Token, marks: set[SourceType], mention: PartyMention | None) -> SourceType:
    order: list[SourceType] = [entry.source_type for entry in load("sources", SourceEntry)]
    if "anonymous" in marks:
        return "anonymous"
    entry = _heads().get(head.lemma_.lower())
    named = head.pos_ == "PROPN" and any(child.dep_ == "compound" for child in head.lefts)
    if entry is not None and not (named and entry.source_type in NEVER_NAMED):
        return next((kind for kind in order if kind in marks and kind in entry.yields), entry.source_type)
    person = named and mention is not None and mention.type == "person"
    by_mark = next((kind for kind in order if kind in marks and not (person and kind == "social-media")), None)
    if by_mark is not None:
        return by_mark
    return OF_PARTY.get(mention.type, "unnamed") if mention is not None else _unheard_of(head)


def _unheard_of(head: Token) -> SourceType:
    """A name or noun that no table knows: a body speaks for itself, a pronoun for nobody."""
    return "unnamed" if head.pos_ in {"PRON", "DET"} else "official" if head.pos_ == "PROPN" else "witness"


@known
def _described(reading: Reading, head: Token) -> list[str]:
    """The words of a phrase and, for a person, of all that the document calls them."""
    mention = reading.party(head)
    if mention is None:
        return [_text(reading, head)]
    called = reading.called.get(mention.name or "", ()) if mention.type in HUMAN else ()
    return [_text(reading, head), mention.name or "", *(_text(reading, reading.tokens[one.root]) for one in called)]


@known
def _text(reading: Reading, head: Token, labels: frozenset[str] = BESIDE) -> str:
    """A phrase with what stands beside it: "X, a professor at Y", "a spokesman for Z"."""
    beside = {one.i for child in head.children if child.dep_ in labels for one in child.subtree}
    own = {token.i for token in reading.phrase_tokens(head)}
    above = [head.head] if head.dep_ == "appos" and head.head.pos_ == "NOUN" else []
    return " ".join([*(f"{reading.tokens[i].text}" for i in sorted(own | beside)), *(one.text for one in above)])


@known
def _actors_in(reading: Reading, head: Token) -> set[SourceType]:
    """The types of the bodies that a phrase names: "a Hamas official", "Ngoma, the group's spokesman"."""
    registry, mention = load_registry(), reading.party(head)
    named = [hit.actor for text in _described(reading, head) for hit in registry.find(text)]
    roots = {mention.root, *(one.root for one in reading.called.get(mention.name or "", ()))} if mention else {head.i}
    bodies = [reading.party_by_root.get(one.body_root) for root in roots for one in reading.offices.get(root, ())
              if one.body_root is not None]  # fmt: skip
    named += [actor for body in bodies if body and (actor := registry.by_id.get(body.actor or ""))]
    found = {of_actor(actor) for actor in named if actor.type not in {"person", "state"}}
    found |= {OF_PARTY[body.type] for body in bodies if body and body.type == "armed" and not body.actor}
    return {kind for kind in found if kind is not None}


def _words(phrase: str) -> frozenset[str]:
    written = phrase.replace(" - ", "-").split()  # "state-run", whose parts are tokens
    plain = [word.strip(".,'’\"()").casefold().removesuffix("'s").removesuffix("’s") for word in written]
    civil = word_class("sourcing", "civil general")
    plain = [word for before, word in pairwise(["", *plain]) if word != "general" or before not in civil]
    singular = [word.removesuffix("s") for word in plain]
    pairs = [f"{left} {right}" for words in (plain, singular) for left, right in pairwise(words)]
    return frozenset([*plain, *singular, *pairs])
