"""Every reason in a text to be more or less sure that an event happened, as the measurement of factuality weighs them.

After Lee, Artzi, Choi and Zettlemoyer (2015).
"""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue, cues_at, governor_cues, is_factive, own_cues
from vedette.claims.standing import settle
from vedette.claims.syntax import auxiliaries
from vedette.model.tokens import Token

MODALS = {
    "will": "will", "'ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would", "could": "could",
    "can": "can", "ca": "can", "may": "may", "might": "may", "should": "must", "must": "must", "ought": "must",
    "to": "to",
}  # fmt: skip
HAVE, HAD = frozenset({"has", "have", "'ve"}), frozenset({"had", "was", "were", "did"})
BE, DO = frozenset({"is", "are", "be", "am", "'re", "'m", "'s"}), frozenset({"do", "does"})
TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "VB": "bare"}
DEFINITE, FREE_CHOICE = (
    frozenset({"the", "this", "that", "these", "those"}),
    frozenset({"any", "every", "each", "some"}),
)
CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp", "ROOT"})
LEVELS = 3


def reasons_of(trigger: Token, over: tuple[Attribution, ...]) -> tuple[str, ...]:
    """The reasons to hold one event word for more or less sure, each once, in the order of the walk up the tree."""
    cues = cues_at(trigger, over)
    standing, _ = settle(cues)
    found = (f"put as {standing}", f"form {form_of(trigger)}", *_place(trigger), *_cued(trigger, cues))
    return tuple(dict.fromkeys((*found, *_told(over), *_above(trigger), *_choice(trigger))))


def form_of(token: Token) -> str:
    """Tense and modal of a verb, determiner of a noun, else the part of speech."""
    if token.tag_.startswith("NN"):
        return f"{_determined(token)} noun{'s' if token.tag_ in {'NNS', 'NNPS'} else ''}"
    if token.pos_ not in {"VERB", "AUX"} and not token.tag_.startswith("VB"):
        return token.pos_.lower()
    helpers = [one.lower_ for one in auxiliaries(token)]
    modal = next((MODALS[word] for word in helpers if word in MODALS), None)
    if modal is not None:
        return f"{modal} have" if "have" in helpers else modal
    return _tense(token, frozenset(helpers))


def _tense(verb: Token, helpers: frozenset[str]) -> str:
    if helpers & HAVE or ("'s" in helpers and verb.tag_ == "VBN"):
        return "perfect"
    if helpers & HAD:
        return "past"
    if verb.tag_ in {"VBG", "VBN"}:
        finite = "progressive" if verb.tag_ == "VBG" else "present passive"
        return finite if helpers & BE else f"{'ing' if verb.tag_ == 'VBG' else 'participle'}"
    return "present" if helpers & DO else TENSES.get(verb.tag_, "bare")


def _determined(noun: Token) -> str:
    words = {child.lower_ for child in noun.children if child.dep_ == "det"}
    if any(child.dep_ == "poss" for child in noun.children):
        return "owned"
    if words & DEFINITE:
        return "definite"
    if words & FREE_CHOICE:
        return "any"
    return "no" if "no" in words else "indefinite" if words & {"a", "an", "another"} else "bare"


def _place(trigger: Token) -> Iterator[str]:
    """Where it stands in its clause, and what sort of clause that is."""
    yield f"as {trigger.dep_}"
    if trigger.dep_ in {"pobj", "pcomp"}:
        yield f"after {trigger.head.lower_}"
    clause = trigger
    while clause.dep_ not in CLAUSES and clause.head != clause:
        clause = clause.head
    yield f"in {clause.dep_}"
    if clause.dep_ == "advcl":
        yield from (f"clause with {c.lower_}" for c in clause.lefts if c.dep_ in {"mark", "advmod", "aux", "prep"})
    yield from (f"marked {child.lower_}" for child in trigger.children if child.dep_ == "mark")


def _cued(trigger: Token, cues: tuple[Cue, ...]) -> Iterator[str]:
    """The classes of the cues that bear on the event, then of those that stand further up or beyond a clause."""
    yield from (f"cue {cue.name}" for cue in cues if cue.name)
    if any(cue.standing == "negated" for cue in own_cues(trigger, is_trigger=True)):
        yield "itself negated"
    negations = sum(cue.standing == "negated" for cue in cues)
    if negations:
        yield f"negations {min(negations, 2)}"
    near = {token.i for cue in cues for token in cue.tokens}
    for level, (node, head) in enumerate(_upward(trigger)):
        for cue in (*own_cues(head, is_trigger=False), *governor_cues(head, node)):
            if cue.name and cue.tokens[0].i not in near:
                yield f"beyond {cue.name}"
                yield f"beyond {cue.standing or cue.phase or 'hedge'} {min(level + 1, LEVELS)}"
        if is_factive(head, node):
            yield "known"
    if any(_supposes(one) for one in (trigger, *(head for _, head in _upward(trigger)))):
        yield "on a condition"


def _supposes(verb: Token) -> bool:
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(word.lower_ in {"if", "unless"} for clause in clauses for word in clause.lefts)


def _told(over: tuple[Attribution, ...]) -> Iterator[str]:
    yield f"told {min(len(over), LEVELS)} deep"
    yield from (f"told as {one.entry.act or ('report' if one.entry.reports else 'attitude')}" for one in over)


def _above(trigger: Token) -> Iterator[str]:
    """The tense of the verbs above, the nearest first, and how the event hangs on them."""
    verbs = [(node, head) for node, head in _upward(trigger) if head.pos_ in {"VERB", "AUX"}]
    for level, (node, head) in enumerate(verbs[:LEVELS]):
        yield f"verb {level + 1} up {form_of(head)}"
        yield f"verb {level + 1} up over {node.dep_}"
        if any(child.dep_ == "neg" for child in head.children):
            yield f"verb {level + 1} up negated"


def _choice(trigger: Token) -> Iterator[str]:
    """ "any", "or" and questions leave open whether there was one."""
    if any(one.lower_ == "any" and one.dep_ == "det" and one.i - trigger.i < LEVELS for one in trigger.subtree):
        yield "of any"
    joined = trigger.head if trigger.dep_ == "conj" else trigger
    if any(child.lower_ == "or" for child in (*trigger.children, *joined.children)):
        yield "or"
    if trigger.sent.text.rstrip(" \n\"'").endswith("?"):
        yield "in a question"


def _upward(token: Token) -> Iterator[tuple[Token, Token]]:
    while token.head != token:
        yield token, token.head
        token = token.head
