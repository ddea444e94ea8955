"""What is yet to come: conditions, the will of who can carry it out, and what only may happen."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading
from vedette.claims.sides import able, belongs, is_of_a_side, origin_of, speech_over
from vedette.claims.syntax import SUBJECTS, auxiliaries, is_passive, semicolons, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Span, Token

AHEAD = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
MAYBE = frozenset({"could", "may", "might"})
OPEN = AHEAD | MAYBE
CLIMBED = frozenset({"xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "acomp", "oprd"})
SUPPOSING = frozenset({"if", "unless"})
INVERTED = frozenset({"Should", "Were", "Had"})
DONE = frozenset({"nsubj", "nsubjpass", "dobj", "acomp", "xcomp", "attr", "oprd"})
FORETOLD = frozenset({"expect", "certain", "coming", "forecast", "warn", "judge", "likely", "may", "apparently"})
LASTING = ("so long as", "as long as", "in case")
ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "every"})
WAITING = frozenset({"until", "before"})


def cues_ahead(reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """What conditions, modals and the speaker's own will do to an event that has not happened yet."""
    verbs = tuple(_verbs(trigger))
    planned = any(cue.standing in {"planned", "forecast"} for cue in cues)
    for verb in verbs:
        helpers = {one.lower_ for one in auxiliaries(verb)}
        yield from _conditions(trigger, verb, bool(helpers & OPEN) or planned)
        yield from _awaited(verb)
    yield from _lasting(trigger)
    yield from _supposed_at_first(trigger, verbs)
    yield from _any_that(trigger, verbs)
    yield from _willed(reading, trigger, over, cues)
    yield from _maybe(trigger, verbs)


def _verbs(trigger: Token) -> Iterator[Token]:
    """The event word and the verbs that it shares a clause with."""
    node = trigger
    yield node
    while node.dep_ in CLIMBED and node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            yield node


def _conditions(trigger: Token, verb: Token, ahead: bool) -> Iterator[Cue]:
    """ "will close if the road is cut", "without fuel the ward would close"."""
    for child in verb.children:
        first = child.left_edge
        supposed = child.dep_ == "advcl" and (
            any(one.lower_ in SUPPOSING for one in child.lefts) or first.text in INVERTED
        )
        under = child == trigger or child.is_ancestor(trigger)
        lacking = child.dep_ == "prep" and child.lower_ == "without"
        provided = (
            child.lower_ in {"provided", "providing", "assuming"} and child.dep_ in {"advcl", "prep"} and not under
        )
        if ahead and (lacking or provided or (supposed and not under)):
            yield Cue((first,), "hypothetical", name="if")


def _lasting(trigger: Token) -> Iterator[Cue]:
    """ "nothing will be handed over so long as they stay": both hang on one another."""
    for token in (one for one in trigger.sent if one.lower_ in {"so", "as", "in"}):
        phrase = trigger.doc.span(token.i, token.i + 3).text.lower()
        if phrase.startswith(LASTING) and not any(one.text == ";" for one in _between(trigger, token)):
            yield Cue((token,), "hypothetical", name="if")


def _between(one: Token, other: Token) -> Span:
    return one.doc.span(min(one.i, other.i), max(one.i, other.i))


def _awaited(verb: Token) -> Iterator[Cue]:
    """ "There will be no talks until they leave", "vows to go on until they leave": the leaving is a demand, and the
    talks hang on it."""
    mark = next((one for one in verb.lefts if one.dep_ == "mark" and one.lower_ in WAITING), None)
    sworn = verb.head.dep_ == "xcomp" and verb.tag_ in {"VBP", "VBZ"}
    if verb.dep_ == "advcl" and mark is not None and (_refused(verb.head) or sworn):
        yield Cue((mark,), "demanded", name="until")
    for child in verb.children:
        opened = next((one for one in child.lefts if one.dep_ == "mark" and one.lower_ in WAITING), None)
        if child.dep_ == "advcl" and opened is not None and _refused(verb):
            yield Cue((opened,), "hypothetical", name="if")


def _refused(verb: Token) -> bool:
    """Whether a verb says of what is to come that it will not."""
    near = (*verb.children, *(below for child in verb.children if child.dep_ in SUBJECTS | {"attr", "dobj"}
                              for below in child.children))  # fmt: skip
    negated = any(one.dep_ == "neg" or (one.dep_ == "det" and one.lower_ == "no") for one in near)
    return negated and not AHEAD.isdisjoint(one.lower_ for one in auxiliaries(verb))


def _supposed_at_first(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "If they go, said the captain, the road will be opened": whatever the parse hangs the condition on."""
    words = _words_of(trigger)
    first = words[0] if words else trigger
    comma = next((token.i for token in trigger.sent if token.text == "," and token.i > first.i), trigger.sent.end)
    supposed = first.lower_ in SUPPOSING | {"otherwise"} or (
        first.text in INVERTED and first.dep_ in {"aux", "auxpass"}
    )
    opened = any(not OPEN.isdisjoint(one.lower_ for one in auxiliaries(verb)) for verb in verbs)
    inside = trigger.i < comma and first.text in INVERTED
    if supposed and (inside or (trigger.i > comma and opened)):
        yield Cue((first,), "hypothetical", name="if")
    late = (one for one in words if one.lower_ in SUPPOSING and one.dep_ == "mark" and one.i > trigger.i
            and one.head.dep_ == "advcl" and not one.head.is_ancestor(trigger))  # fmt: skip
    if any("would" in {one.lower_ for one in auxiliaries(verb)} for verb in verbs):
        yield from (Cue((one,), "hypothetical", name="if") for one in late)


def _any_that(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "Any ship that enters our waters will be sunk", "whoever stays will be shot": one hangs on the other."""
    for subject in surface_subjects(trigger):
        ahead = not AHEAD.isdisjoint(one.lower_ for one in auxiliaries(trigger))
        free = subject.left_edge.lower_ in ANYBODY
        if ahead and free and any(child.dep_ == "relcl" for child in subject.children):
            yield Cue((subject.left_edge,), "hypothetical", name="if")
    for verb in verbs:
        whoever = verb.head.left_edge
        if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and whoever.lower_ in ANYBODY:
            yield Cue((whoever,), "hypothetical", name="if")


def _words_of(trigger: Token) -> list[Token]:
    """The words of its sentence from semicolon to semicolon, without an "and" before them."""
    words = [one for one in trigger.sent if one.is_alpha and not semicolons(one, trigger)]
    return words[1:] if words and words[0].dep_ == "cc" else words


def _willed(reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """ "we will answer", "its troops would return, the ministry said": a plan, where whoever can do it tells of it.

    Who predicts, hedges, or tells of others' blows, foretells; so does whoever tells of what nobody does at will.
    """
    verb = trigger.head if trigger.dep_ in DONE and trigger.head.pos_ in {"VERB", "AUX"} else trigger
    helper = next((one for one in auxiliaries(verb) if one.lower_ in AHEAD), None)
    subjects = surface_subjects(verb)
    ourselves = any(one.lower_ in {"we", "i"} or _owner(one) in {"our", "my"} for one in subjects)
    words = {verb.lemma_.lower(), trigger.lemma_.lower()}
    supposed = any(one.lower_ == "have" for one in auxiliaries(verb)) and not ourselves
    bare = speech_over(over) is None and verb.dep_ != "ccomp"
    supposed = supposed or (helper is not None and helper.lower_ in {"would", "'d"} and bare)
    if helper is None or supposed or not words.isdisjoint(word_class("grammar", "unwilled")):
        return
    own = (ourselves and not is_passive(verb)) or (
        able(reading, over) and any(_is_theirs(reading, one, over) for one in subjects)
    )
    if own or not (_foretold(over, cues) or _blow_of_others(reading, words, verb, over)):
        yield Cue((helper,), "planned", name="plan")


def is_foretold(reading: Reading, over: tuple[Attribution, ...], cues: tuple[Cue, ...]) -> bool:
    """Whether somebody says what will come or not come about who predicts it, or could not bring it about."""
    put = {cue.standing for cue in cues}
    ahead = any(cue.standing == "forecast" and cue.tokens[0].lower_ in AHEAD for cue in cues)
    predicted = any(one.entry.act == "forecast" or one.head.lemma_ == "fear" for one in over)
    bystander = origin_of(reading, over).source_type in {"witness", "expert", "ngo", "outlet"}
    return "forecast" in put and put.isdisjoint({"planned", "denied"}) and (predicted or (ahead and bystander))


def _foretold(over: tuple[Attribution, ...], cues: tuple[Cue, ...]) -> bool:
    """Whether somebody expects, thinks or fears it, or a word makes it likely or unlikely."""
    guessed = any(one.entry.standing in {"forecast", "probable", "possible"} for one in over)
    return guessed or any(cue.standing in {"probable", "possible"} or cue.name in FORETOLD for cue in cues)


def _blow_of_others(reading: Reading, words: set[str], verb: Token, over: tuple[Attribution, ...]) -> bool:
    """ "The rebels will attack again, the army said": no plan of the army's."""
    if words.isdisjoint(word_class("grammar", "deeds") | word_class("grammar", "taking ground")):
        return False
    return not able(reading, over) or not is_passive(verb)


def _is_theirs(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    party = reading.party(noun)
    own_force = is_of_a_side(reading, over) and reading.has_class(noun, {"serving", "armed", "state"})
    return (own_force and (party is None or party.actor is None)) or belongs(reading, noun, over)


def _owner(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "poss"), "")


def _maybe(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "may reach the road by noon": a prediction, where "may have reached" and "may be in town" are none."""
    verb = trigger.head if trigger.dep_ == "nsubj" else trigger  # "fighting may spread"
    if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ in word_class("grammar", "stative") or trigger.tag_ == "VBG":
        return
    for verb in verbs:
        helpers = auxiliaries(verb)
        modal = next((one for one in helpers if one.lower_ in MAYBE), None)
        if modal is not None and not any(one.lower_ == "have" for one in helpers):
            yield Cue((modal,), "forecast", name="may")
        likely = _likely_to(verb)
        if likely is not None:
            yield Cue((likely,), "forecast", name="likely")


def _likely_to(verb: Token) -> Token | None:
    """ "is likely to be caught": the adjective over an infinitive that is no perfect."""
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    perfect = any(one.lower_ == "have" for one in auxiliaries(verb))
    over = verb.head
    return over if to and not perfect and over.lower_ in {"likely", "unlikely"} and over.pos_ == "ADJ" else None
