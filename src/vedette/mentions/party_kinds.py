"""Decides what a noun phrase names: type of party, registry actor, name and side."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.lexicon.actors import Actor, Country
from vedette.mentions.party_nouns import PartyNoun, is_title, party_noun
from vedette.mentions.party_scene import Scene
from vedette.mentions.party_states import capital_acts, country_acts
from vedette.model import PartyType

LINKED = frozenset(
    {"backed", "led", "based", "aligned", "allied", "made", "run", "held", "controlled", "funded", "brokered"}
)
INDIVIDUALS = frozenset(
    {"fighter", "soldier", "militant", "militiaman", "member", "gunman", "commander", "troop", "leader"}
)
PARTIAL = frozenset(
    {"hundred", "thousand", "dozen", "score", "number", "group", "majority", "most", "some", "many", "part", "all", "both",
     "one", "million", "several", "few", "other", "each", "half", "rest", "handful", "none", "any", "band", "lot", "column",
     "remnant", "coalition", "crowd", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What a phrase names. `side` is None when the words do not tell."""

    type: PartyType
    actor: str | None = None
    name: str | None = None
    side: str | None = None


def kind_of(scene: Scene, head: Token) -> Kind | None:
    """What the noun phrase of a head names, or None when it names no party."""
    known = scene.names.get(head.i)
    if known is not None:
        return _known(head, known.actor) if head.i == known.root else None
    if (whole := whole_of(head)) is not None and (kind := kind_of(scene, whole)) is not None:
        return kind
    noun = party_noun(head, scene.before(head)) if head.pos_ in {"NOUN", "PROPN"} else None
    if noun is not None:
        return _described(scene, head, noun)
    if head.pos_ == "PROPN":
        return _capital(scene, head) or _named(scene, head)
    return _counted(head)


def _known(head: Token, actor: Actor) -> Kind | None:
    if actor.type == "state" and actor.country and not country_acts(head):
        return None
    return Kind(actor.type, actor.id or None, actor.name, actor.side)


def _capital(scene: Scene, head: Token) -> Kind | None:
    first, end = scene.extent(head)
    country = scene.registry.by_capital(scene.tokens[first:end].text)
    if country is None or not capital_acts(head):
        return None
    return _known_state(country.as_actor())


def _known_state(actor: Actor) -> Kind:
    return Kind("state", actor.id, actor.name, actor.side)


def _named(scene: Scene, head: Token) -> Kind | None:
    """A proper name that nobody listed: a person, an organisation, or an unknown that acts."""
    if head.i in scene.places or head.ent_type_ in {
        "GPE",
        "LOC",
        "FAC",
        "DATE",
        "TIME",
        "EVENT",
        "LAW",
        "LANGUAGE",
        "WORK_OF_ART",
    }:
        return None
    words = proper_words(scene, head)
    name = scene.tokens[words[0].i : head.i + 1].text
    side = _owner_side(owner(scene, head))
    if head.ent_type_ == "PERSON" or any(is_title(token) for token in scene.before(head)):
        return Kind("person", None, name, side)
    if head.ent_type_ == "NORP" or scene.registry.by_adjective(head.text):
        return _people(scene, head)
    if head.ent_type_ == "ORG":
        return Kind("organisation", None, name, side)
    return Kind("unknown", None, name) if head.dep_ == "nsubj" and not head.ent_type_ else None


def _people(scene: Scene, head: Token) -> Kind | None:
    country = scene.registry.by_adjective(head.text)
    return Kind("unknown", None, head.text, country.label if country else None) if head.text.endswith("s") else None


def proper_words(scene: Scene, head: Token) -> list[Token]:
    """The words of a proper name up to its head, without titles, countries and articles before it."""
    words = [head]
    for token in reversed(scene.before(head)):
        particle = token.text in {"-", "al", "el", "bin", "ibn", "von", "van", "de", "der", "ag", "'", "&"}
        if not (particle or token.pos_ == "PROPN") or is_title(token) or scene.registry.by_adjective(token.text):
            break
        if token.i in scene.names and scene.names[token.i].actor.type == "state":
            break
        words.insert(0, token)
    while words[0].is_punct:
        words.pop(0)
    return words


def _described(scene: Scene, head: Token, noun: PartyNoun) -> Kind | None:
    if head.pos_ == "PROPN" and noun.type in {"person", "official"} and head.dep_ == "compound":
        return None
    of = owner(scene, head)
    if noun.owned and of is None:
        return None
    phrase = bare_phrase(scene, head)
    if isinstance(of, Actor):
        return _of_actor(head, noun, of, phrase)
    if isinstance(of, Country):
        return _of_country(head, noun, of, phrase)
    return _unowned(scene, head, noun, phrase)


def _of_actor(head: Token, noun: PartyNoun, of: Actor, phrase: str) -> Kind:
    person = noun.type in {"person", "official", "civilian", "crowd"}
    if person or (of.type == "person" and noun.type != "armed"):
        return Kind(noun.type, None, phrase, of.side)
    if head.lemma_ in INDIVIDUALS or of.type not in {noun.type, "organisation", "unknown"}:
        return Kind(noun.type, of.id if of.type != "person" else None, phrase, of.side)
    return Kind(of.type if of.type != "unknown" else noun.type, of.id or None, of.name, of.side)


def _of_country(head: Token, noun: PartyNoun, of: Country, phrase: str) -> Kind:
    if noun.stance == "rebel":
        return Kind(noun.type, None, phrase, rebel_side(of))
    if noun.type == "state" or noun.stance == "state" or noun.owned:
        return Kind(noun.type, of.as_actor().id, phrase, of.label)
    return Kind(noun.type, None, phrase, of.label if noun.type == "official" else None)


def _unowned(scene: Scene, head: Token, noun: PartyNoun, phrase: str) -> Kind:
    words = {token.lower_ for token in scene.before(head)} | {head.lower_}
    if words & {"rebel", "rebels", "insurgent", "insurgents", "insurgency"}:
        if scene.rebels is not None:
            return Kind(noun.type, scene.rebels.id if noun.type == "armed" else None, phrase, scene.rebels.side)
        return Kind(noun.type, None, phrase, rebel_side(scene.focus) if scene.focus else None)
    loyal = words & {"government", "regime", "army", "military", "pro-government", "junta"}
    if loyal and noun.stance not in {"against"} and scene.focus is not None:
        state = scene.focus.as_actor().id if noun.type in {"state", "armed"} else None
        return Kind(noun.type, state, phrase, scene.focus.label)
    return Kind(noun.type, None, phrase, None)


def rebel_side(country: Country) -> str:
    """How the rebels of a country are called as a side."""
    return f"{country.adjectives[0] if country.adjectives else country.name} rebels"


def bare_phrase(scene: Scene, head: Token) -> str:
    """The words of a phrase without an article before it."""
    first, end = scene.extent(head)
    if scene.tokens[first].lower_ in {"the", "a", "an"} and end - first > 1:
        first += 1
    return scene.tokens[first:end].text


def owner(scene: Scene, head: Token) -> Actor | Country | None:
    """Whose forces, spokesman or government: the actor or country before the noun, or after "of"."""
    first, _ = scene.extent(head)
    before = [token for token in scene.tokens[first : head.i] if not _only_linked(token)]
    after = [token for child in head.rights if child.lower_ == "of" for token in child.children if token.dep_ == "pobj"]
    return _first_owner(scene, [*reversed(before), *after])


def _only_linked(token: Token) -> bool:
    """ "Turkish-backed", "U.K.-based": said of the noun, not its owner."""
    following = token.doc[token.i + 1 : token.i + 3]
    return len(following) == 2 and following[0].text == "-" and following[1].lower_ in LINKED


def _first_owner(scene: Scene, tokens: Iterable[Token]) -> Actor | Country | None:
    for token in tokens:
        name = scene.names.get(token.i)
        if name is not None:
            country = scene.registry.country(name.actor.country) if name.actor.type == "state" else None
            return country if country is not None and country.name == name.actor.name else name.actor
        if (country := scene.registry.by_adjective(token.text)) is not None:
            return country
        if token.dep_ == "poss" and (country := scene.registry.by_capital(token.text)) is not None:
            return country
    return None


def _owner_side(of: Actor | Country | None) -> str | None:
    return of.label if isinstance(of, Country) else of.side if of is not None else None


def whole_of(head: Token) -> Token | None:
    """The soldiers in "hundreds of soldiers" and "some of the soldiers"."""
    if head.lemma_.lower() not in PARTIAL:
        return None
    of = next((child for child in head.rights if child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def _counted(head: Token) -> Kind | None:
    """ "Thousands fled": a count alone, as a subject, is people."""
    people = head.lemma_.lower() in {"hundred", "thousand", "dozen", "score", "other", "many", "million"}
    return Kind("civilian", None, head.text) if people and head.dep_ in {"nsubj", "nsubjpass"} else None
