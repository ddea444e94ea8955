"""What is done to a name, as far as it is done to places alone: besieged, lost, the fall of it."""

from vedette.mentions.places.kinds import has, place_words
from vedette.mentions.places.traits import by_fighters
from vedette.model.tokens import Token

FOUGHT = 0.6


def undergone(root: Token, known: bool) -> float:
    """What is done to a name: only places are besieged, fall, or have outskirts; people too are attacked."""
    head = root.head
    lemma = head.lemma_.lower()
    if known and root.pos_ == "PROPN" and _only_a_place(root, head, lemma):
        return 2.9 + FOUGHT * (root.dep_ == "dobj" and by_fighters(head))
    before = root.doc[root.left_edge.i - 1] if root.left_edge.i else root
    done = root.dep_ in {"dobj", "nsubjpass"} and lemma in place_words("entered")
    taken = 1.4 * (done or (known and before.pos_ == "VERB" and has(before, "entered")))
    return taken + FOUGHT * (done and known and root.pos_ == "PROPN" and by_fighters(head))


def given_up(root: Token) -> bool:
    """ "Gave up X", "lost X and Y"."""
    first, verb = root.listed_with, root.listed_with.head
    up = verb.lemma_ == "give" and any(one.lower_ == "up" for one in verb.children)
    return first.dep_ == "dobj" and root.pos_ == "PROPN" and (up or verb.lemma_ == "lose")


def _only_a_place(root: Token, head: Token, lemma: str) -> bool:
    if root.dep_ == "pobj":
        return _fares_as_a_place(head)
    if root.dep_ == "nsubj":
        return lemma in place_words("falls") and not _has_object(head)
    return root.dep_ in {"dobj", "nsubjpass"} and lemma in place_words("territorial")


def _fares_as_a_place(preposition: Token) -> bool:
    """ "The siege of X", "captured all of X", "withdrew from X"."""
    above, lemma = preposition.head, preposition.head.lemma_.lower()
    if preposition.lower_ == "to":
        return "siege" in {lemma, *(child.lower_ for child in above.children)}
    if preposition.lower_ == "from":
        return lemma in place_words("given up")
    if preposition.lower_ != "of":
        return False
    taken = above.dep_ in {"dobj", "nsubjpass"} and above.head.lemma_.lower() in place_words("territorial")
    return lemma in place_words("fate") or (taken and lemma in place_words("share"))


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for child in verb.children)
