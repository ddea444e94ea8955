"""Words that tell a place name from other names: kinds of places, prepositions of place, verbs that places undergo."""

from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

_ANSWERS: dict[tuple[str, str, str], bool] = {}


def place_words(name: str) -> frozenset[str]:
    """One class of place_words.toml."""
    return word_class("place_words", name)


def has(token: Token, name: str) -> bool:
    """Whether a token's lemma or form is in a word class; asked so often that answers are kept."""
    key = (token.lower_, token.lemma_, name)
    answer = _ANSWERS.get(key)
    if answer is None:
        words, lower = place_words(name), token.lower_
        answer = lower in words or token.lemma_.lower() in words or lower.rstrip(".s") in words
        _ANSWERS[key] = answer
    return answer


def aims_at_a_place(preposition: Token) -> bool:
    """ "an offensive on": hardly on a person."""
    return preposition.lower_ == "on" and has(preposition.head, "conquering")


def verb_above(token: Token) -> str:
    """The lemma of the verb above a name or the list it stands in."""
    while token.dep_ == "conj":
        token = token.head
    return token.head.lemma_.lower() if token.dep_ == "dobj" else ""
