"""Whether a name that nobody knows is a place's: by the words around it, weighed as fitted to texts of our own in which
invented names stand for towns (`python -m eval names`)."""

from collections.abc import Iterator, Sequence
from functools import cache

from vedette.lexicon.classes import points
from vedette.mentions.places.kinds import classes, has, is_settlement
from vedette.mentions.places.runs import is_generic
from vedette.model.tokens import Span, Token

REACH = 8
LABELS = {"GPE": 2.6, "LOC": 2.2, "FAC": 0.8, "NORP": -0.4, "ORG": 0.0, "PERSON": -1.4, "": 0.0}
OTHER_LABEL = -1.0
POOLED, BORNE = 0.5, -2.0
BE = frozenset({"be", "remain", "stay", "lie", "come", "fall", "pass", "have"})
GROUNDS = {
    "in": frozenset({"hands", "grip"}),
    "under": frozenset({"control", "siege", "blockade", "occupation", "curfew", "authority", "rule", "bombardment"}),
    "on": frozenset({"fire", "sides"}),
}
OWN = frozenset({"ours", "theirs"})
SKIPPED = frozenset({"the", "'", '"'})
MUTE = frozenset({"quarter", "kin", "people", "not-a-place", "inside-name", "within-name", "closed-name", "open-name",
                  "fell", "site-modifier", "numbered-road", "road-name", "held as", "preposition",
                  "beside"})  # fmt: skip
NUMBERS = frozenset({"CD"})
VERBS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "ROOT", "npadvmod"})
MODIFYING = frozenset({"compound", "nmod", "amod", "poss", "npadvmod"})


def classes_of(token: Token) -> frozenset[str]:
    """The classes of a word that tell of names beside it."""
    return _telling(classes(token))


@cache
def _telling(classes: frozenset[str]) -> frozenset[str]:
    return classes - MUTE


def odds(span: Span) -> float:
    """The log-odds that a name which nobody knows is a place's, the word for its sort set aside."""
    known, end = points("place_traits"), span.end
    while end > span.start + 1 and is_generic(span.doc[end - 1]):
        end -= 1
    return known[""] + sum(known.get(name, 0.0) for name in frozenset(traits(span.doc.span(span.start, end))))


def pooled(names: Sequence[tuple[str, bool]], weights: Sequence[float], enough: float) -> list[float]:
    """What speaks for or against a name that nobody knows in one sentence counts in the others too; `names` with
    whether they are known."""
    told: dict[str, list[float]] = {}
    for (name, _), weight in zip(names, weights, strict=True):
        told.setdefault(name, []).append(weight - enough)
    return [weight if known else weight + _elsewhere(weight - enough, told[name])
            for (name, known), weight in zip(names, weights, strict=True)]  # fmt: skip


def _elsewhere(own: float, told: Sequence[float]) -> float:
    least = min(told)
    return POOLED * (sum(told) - own) + (least if own > least and least < BORNE else 0.0)


def traits(span: Span) -> Iterator[str]:
    """Every trait of a name in its sentence, by name."""
    yield from _form(span)
    yield from _before(span)
    yield from _after(span)
    yield from _tree(span)


def _form(span: Span) -> Iterator[str]:
    tokens, first, last = span.doc, span[0], span[-1]
    labels = {token.ent_type_ for token in span if token.ent_type_ or token.text[:1].isupper()}
    label = labels.pop() if len(labels) == 1 else "mixed"
    label = label or "none"
    goes_on = span.end < len(tokens) and tokens[span.end].ent_iob_ == "I" and tokens[span.end].text != "'s"
    cut = (first.ent_iob_ == "I" and tokens[span.start - 1].lower_ not in SKIPPED) or goes_on
    yield f"{'within ' if cut else ''}{label}"
    words = sum(token.text[:1].isupper() for token in span)
    yield f"{min(words, 3)} words"
    if words > 1:
        yield f"{min(words, 3)} words {label}"
    if any(token.text == "-" for token in span):
        yield "hyphen"
    elif label == "PERSON" and words > 1 and words == len(span):
        yield f"full name {span.root.dep_}"
    if span.text.isupper():
        yield "capitals"
    if first.is_sent_start:
        yield f"opens {last.pos_}"
        yield f"opens {label}"
    yield f"tag {last.tag_}"
    if any(has(token, "not-a-place") for token in span):
        yield "common"
    yield from (f"first: {name}" for name in classes_of(first) if len(span) > 1)
    yield from (f"last: {name}" for name in classes_of(last))


def _before(span: Span) -> Iterator[str]:
    tokens, at = span.doc, span.start - 1
    if span[0].is_sent_start:
        return
    if at >= 0 and tokens[at].lower_ in {"the", "a", "an"}:
        yield f"after {tokens[at].lower_}"
    while at > 0 and (tokens[at].is_space or tokens[at].lower_ in SKIPPED or has(tokens[at], "direction")):
        if has(tokens[at], "direction"):
            yield "after a direction"
        at -= 1
    if at < 0:
        return
    before = tokens[at]
    if before.pos_ in {"ADP", "SCONJ", "PART"} or before.is_punct or before.lower_ in {"and", "or", "to"}:
        yield f"after {before.lower_}"
        yield from (f"after {before.lower_} after: {name}" for name in classes_of(tokens[at - 1]) if at)
    elif before.text[:1].isupper():
        yield "after a capital"
    else:
        yield f"after {before.pos_}"
    yield from (f"after: {name}" for name in classes_of(before))


def _after(span: Span) -> Iterator[str]:
    words = span.doc[span.end : span.end + REACH]
    if not words:
        return
    after = words[0]
    if lies(words):
        yield "lies"
    if after.text == "'s" or (after.text == "'" and after.tag_ == "POS"):
        yield "owner"
        yield from (f"owner: {name}" for name in {name for one in words[1:3] for name in classes_of(one)})
    else:
        yield from _then(span, after, words[1] if len(words) > 1 else None)


def _then(span: Span, after: Token, following: Token | None) -> Iterator[str]:
    """What comes after a name that owns nothing."""
    if after.text in {",", "("} and following is not None:
        yield _aside(span, after, following)
    else:
        yield f"then {after.text[:1] if after.is_punct else after.pos_}"
    if after.text == "-" and following is not None:
        yield f"then - {'capital' if following.text[:1].isupper() else 'small'}"
    if after.text[:1].isupper() and is_generic(after):
        yield "then its sort"
    yield from (f"then: {name}" for name in classes_of(after))
    if following is not None and after.text.islower() and after.pos_ in {"ADJ", "NOUN", "ADV", "AUX"}:
        yield from (f"then near: {name}" for name in classes_of(following))


def _aside(span: Span, after: Token, following: Token) -> str:
    """ "X, a town", "X, 34,", "X, who", "X (twice)"."""
    tokens = span.doc
    if is_settlement(tokens, following.i):
        return "described"
    if following.tag_ in NUMBERS and following.i + 1 < len(tokens) and tokens[following.i + 1].text in {",", ")"}:
        return "aged"
    return f"then {after.text} {following.lower_ if following.lower_ in {'who', 'where', 'which'} else ''}"


def lies(words: Sequence[Token]) -> bool:
    """ "is now in rebel hands", "was under the control of", "had been overrun", "has fallen", "is ours"."""
    if not words or words[0].lemma_.lower() not in BE:
        return False
    if words[-1].i > words[0].i and words[1].lower_ in OWN:
        return True
    for at, word in enumerate(words[1:], start=1):
        if word.lower_ in GROUNDS:
            return any(one.lower_ in GROUNDS[word.lower_] for one in words[at + 1 :])
        if word.tag_ == "VBN" and word.lemma_ not in {"be", "have"}:
            return word.lower_ == "fallen" or has(word, "town-only") or has(word, "of towns")
        if word.is_punct:
            break
    return False


def _tree(span: Span) -> Iterator[str]:
    root = span.root
    head, label = root.head, root.dep_
    if label in {"nsubjpass", "dobj"}:
        yield f"{label} {'PERSON' if root.ent_type_ == 'PERSON' else ''} {has(head, 'territorial')}"
    if label in {"conj", "appos"}:
        first = root.listed_with if label == "conj" else head
        yield f"{label} {first.ent_type_}"
        yield f"{label} of {first.dep_}"
        root, head, label = first, first.head, first.dep_
    yield label
    yield from _below(head, label)
    for child in root.children:
        if child.dep_ in {"conj", "appos"}:
            yield f"{child.dep_} below {child.ent_type_}"
        if child.dep_ == "relcl":
            yield "relative"


def _below(head: Token, label: str) -> Iterator[str]:
    """What a name, or the first of its list, hangs below."""
    if label == "pobj":
        above = head.head
        yield f"{head.lower_} below {above.pos_}"
        yield from (f"{head.lower_} below: {name}" for name in classes_of(above))
    elif label in VERBS or label in MODIFYING:
        yield from (f"{label}: {name}" for name in classes_of(head))
    if label in MODIFYING:
        yield f"{label} {head.pos_}"
    if label in {"dobj", "nsubjpass"} and by_fighters(head):
        yield "of fighters"


def by_fighters(verb: Token) -> bool:
    """Whether it is fighters who do it: "rebels attacked X"."""
    doers = [child for child in verb.children if child.dep_ in {"nsubj", "agent"}]
    doers += [below for child in doers for below in child.children]
    return any(has(one, "fighting") for one in doers)


def label_weight(span: Span) -> float:
    """What the recogniser says of the words: half as much where they are a part of what it marked."""
    tokens, start, end = span.doc, span.start, span.end
    labels = {token.ent_type_ for token in tokens[start:end] if token.ent_type_ or token.text[:1].isupper()}
    if len(labels) != 1:
        return 0.5 if labels & {"GPE", "LOC"} else 0.0
    weight = LABELS.get(labels.pop(), OTHER_LABEL)
    whole = tokens[start].ent_iob_ != "I" or start == 0 or tokens[start - 1].lower_ in {"the", "'s"}
    ends = end >= len(tokens) or tokens[end].ent_iob_ != "I" or tokens[end].text == "'s"
    return weight if whole and ends else weight * (0.6 if weight > 0 else 1.3)
