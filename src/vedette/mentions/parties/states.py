"""Tells by syntax whether the name of a country or a capital stands for its government or for the place."""

from vedette.mentions.parties.nouns import has, makes_a_person, party_noun, place_lemmas, speech_lemmas
from vedette.model.tokens import Token

OF_PARTIES = frozenset({"state", "official", "armed"})


def country_acts(token: Token) -> bool:
    """Whether a country's name stands for a party: "Russia denied", "talks with Iran", not "in Russia"."""
    head, label = token.head, token.dep_
    if label in {"nsubj", "nsubjpass", "agent", "dative"}:
        return True
    if label == "dobj":
        return not has(head, "motion")
    if label in {"conj", "appos"}:
        return head.pos_ in {"PROPN", "NOUN"} and (country_acts(head) or has(head, "relational"))
    if label == "poss":
        return _owns(head)
    return label == "pobj" and _after_preposition(head)


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if has(governor, "way"):
        return False
    if word == "of":
        noun = party_noun(governor, list(governor.lefts))
        return has(governor, "taken") or (noun is not None and noun.type in OF_PARTIES)
    if word in {"on", "to", "from"}:
        wanted = {"on": "upon", "to": "toward", "from": "taken"}[word]
        return any(has(token, wanted) for token in (governor, *governor.rights) if token.dep_ != "prep")
    return has(preposition, "party-preposition")


def _owns(thing: Token) -> bool:
    if thing.ent_type_ == "PERSON" or any(makes_a_person(child) for child in thing.lefts):
        return True
    common = thing.pos_ == "NOUN" and thing.lemma_.lower() not in place_lemmas()
    return common or party_noun(thing, ()) is not None


def capital_acts(token: Token) -> bool:
    """Whether a capital's name stands for a government: "Ankara backs", "Moscow's envoy", not "Kyiv was shelled"."""
    head, label = token.head, token.dep_
    if label == "nsubj":
        return _rules(head)
    if label in {"conj", "appos"}:
        return capital_acts(head)
    if label == "dobj":
        return head.lemma_.lower() in speech_lemmas()
    if label == "poss":
        noun = party_noun(head, ())
        return _owns(head) and (noun is None or noun.type in OF_PARTIES)
    if label != "pobj":
        return False
    if head.lower_ == "between":
        return has(head.head, "dealing")
    if head.lower_ in {"on", "from"}:
        return has(head.head, "upon" if head.lower_ == "on" else "taken")
    return head.lower_ in {"by", "with", "against"} and not has(head.head, "way")


def _rules(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(child.dep_ == "acomp" and has(child, "feeling") for child in verb.children)
    return verb.pos_ in {"VERB", "AUX"} and (lemma in speech_lemmas() or not has(verb, "undergo"))
