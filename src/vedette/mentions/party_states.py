"""Tells by syntax whether the name of a country or a capital stands for its government or for the place."""

from spacy.tokens import Token

from vedette.mentions.party_nouns import party_noun, place_lemmas, speech_lemmas

WITH_PARTIES = frozenset(
    {"by", "with", "between", "among", "against", "like", "including", "than", "alongside", "besides"}
)
MOVES = frozenset(
    {
        "leave",
        "enter",
        "flee",
        "reach",
        "visit",
        "cross",
        "quit",
        "exit",
        "tour",
        "border",
        "rock",
        "hit",
        "shake",
        "ravage",
    }
)
UNDERGO = frozenset(
    {
        "lie", "fall", "sit", "remain", "suffer", "burn", "wake", "shake", "come", "see", "have", "become", "stand", "house",
        "shelter", "empty", "host", "experience", "resemble", "contain", "stretch", "celebrate", "lose", "go", "look",
    }
)  # fmt: skip
FEELINGS = frozenset(
    {
        "happy",
        "ready",
        "willing",
        "keen",
        "aware",
        "concerned",
        "worried",
        "eager",
        "unable",
        "unwilling",
        "able",
        "sure",
        "open",
    }
)
WAYS = frozenset(
    {"border", "frontier", "road", "boundary", "crossing", "route", "highway", "line", "link", "flight", "strait"}
)
DEALINGS = frozenset(
    {
        "relation",
        "tie",
        "talk",
        "agreement",
        "deal",
        "tension",
        "dialogue",
        "war",
        "cooperation",
        "negotiation",
        "truce",
        "treaty",
    }
)


def country_acts(token: Token) -> bool:
    """Whether a country's name stands for a party: "Russia denied", "talks with Iran", not "in Russia"."""
    head, label = token.head, token.dep_
    if label in {"nsubj", "nsubjpass", "agent", "dative"}:
        return True
    if label == "dobj":
        return head.lemma_.lower() not in MOVES
    if label in {"conj", "appos"} and head is not token:
        return country_acts(head) if head.pos_ in {"PROPN", "NOUN"} else False
    if label == "poss":
        return _owns(head)
    return label == "pobj" and _after_preposition(token, head)


def _after_preposition(token: Token, preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if (
        governor.lemma_.lower() in WAYS
        or (governor.dep_ == "prep" and governor.lower_ in {"along"}) is False
        and word == "along"
    ):
        return False
    if word in {"of", "for", "from", "to", "on"}:
        return _governed(word, governor)
    return word in WITH_PARTIES


def _governed(word: str, governor: Token) -> bool:
    if word == "of":
        noun = party_noun(governor, list(governor.lefts))
        return (
            noun is not None
            and noun.type in {"state", "official", "armed"}
            or governor.lemma_ in {"part", "support", "help"}
        )
    if word == "on":
        return governor.lemma_ in {
            "sanction",
            "attack",
            "war",
            "pressure",
            "embargo",
            "rely",
            "call",
            "depend",
            "restriction",
        }
    if word == "to":
        return governor.lemma_ in {"ally", "belong", "loyal", "opposed", "threat", "message", "warning", "close"}
    return word == "for" or governor.lemma_ in {
        "support",
        "consent",
        "permission",
        "help",
        "pressure",
        "demand",
        "order",
    }


def _owns(thing: Token) -> bool:
    return thing.pos_ == "NOUN" and thing.lemma_.lower() not in place_lemmas() or party_noun(thing, ()) is not None


def capital_acts(token: Token) -> bool:
    """Whether a capital's name stands for a government: "Ankara backs", "Moscow's envoy", not "Kyiv was shelled"."""
    head, label = token.head, token.dep_
    if label == "nsubj":
        return _rules(head)
    if label in {"conj", "appos"} and head is not token:
        return capital_acts(head)
    if label == "poss":
        return _owns(head) and head.lemma_.lower() not in {
            "resident",
            "people",
            "street",
            "mayor",
            "population",
            "night",
        }
    if label != "pobj":
        return False
    if head.lower_ == "between":
        return head.head.lemma_.lower() in DEALINGS
    return head.lower_ in {"by", "with", "against"} and head.head.lemma_.lower() not in WAYS


def _rules(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(
            child.dep_ == "acomp" and child.lemma_.rstrip("r") in FEELINGS | {"happie"} for child in verb.children
        )
    return verb.pos_ in {"VERB", "AUX"} and (lemma in speech_lemmas() or lemma not in UNDERGO)
