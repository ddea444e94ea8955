"""What speaker and document do to how an event is put: will, hearsay, emphasis, first versions, contradiction."""

from collections.abc import Iterator

from vedette.claims.ahead import AHEAD
from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading
from vedette.claims.sides import able, belongs, interested, is_of_a_side, origin_of, speech_over
from vedette.claims.standing import is_negated
from vedette.claims.syntax import SUBJECTS, agents_of, auxiliaries, is_passive, surface_subjects
from vedette.claims.versions import version_cues
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

DONE = frozenset({"nsubj", "nsubjpass", "dobj", "acomp", "xcomp", "attr", "oprd"})
FORETOLD = frozenset({"expect", "certain", "coming", "forecast", "warn", "judge", "likely", "may", "apparently"})
HARDLY_ANY = ("few if any", "little if any", "little or no", "few or no")
ASKING, ANSWER, LEAD = frozenset({"ask", "question", "inquire", "wonder"}), 6, 3
ANSWERS = {
    "no": "denied", "not": "denied", "never": "denied", "nonsense": "denied", "yes": "confirmed", "indeed": "confirmed",
    "possibly": "possible", "perhaps": "possible", "maybe": "possible", "probably": "probable", "likely": "probable",
}  # fmt: skip


def further_cues(
    reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]
) -> Iterator[Cue]:
    """The cues that no word near the event gives by itself."""
    yield from _willed(reading, trigger, over, cues)
    yield from _nothing(trigger)
    yield from _hearsay(trigger, over)
    yield from _asked(trigger)
    yield from version_cues(reading, trigger, over)
    yield from _left_open(cues)
    if is_negated(cues) and not any(cue.standing == "denied" for cue in cues):
        yield from _rejecting(reading, trigger, over)


def _willed(reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """ "we will answer", "its troops would return, the ministry said": a plan, where whoever can do it tells of it.

    Who predicts, hedges, or tells of others' blows, foretells; so does whoever tells of what nobody does at will.
    """
    verb = trigger.head if trigger.dep_ in DONE and trigger.head.pos_ in {"VERB", "AUX"} else trigger
    helper = next((one for one in auxiliaries(verb) if one.lower_ in AHEAD), None)
    if helper is None:
        return
    subjects = surface_subjects(verb)
    ourselves = any(one.lower_ in {"we", "i"} or _owner(one) in {"our", "my"} for one in subjects)
    words = {verb.lemma_.lower(), trigger.lemma_.lower()}
    supposed = any(one.lower_ == "have" for one in auxiliaries(verb)) and not ourselves
    bare = speech_over(over) is None and verb.dep_ != "ccomp"
    supposed = supposed or (helper.lower_ in {"would", "'d"} and bare)
    predicted = not ourselves and any(one.entry.act == "forecast" for one in over)
    if supposed or predicted or not words.isdisjoint(word_class("grammar", "unwilled")):
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
    words = words - ({"hold", "hand"} if is_passive(verb) else {"take"})  # "talks will be held", "will take effect"
    if words.isdisjoint(word_class("grammar", "deeds", "taking ground")):
        return False
    return not able(reading, over) or not is_passive(verb)


def _is_theirs(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    party = reading.party(noun)
    own_force = is_of_a_side(reading, over) and reading.has_class(noun, {"serving", "armed", "state"})
    own_force = own_force and noun.lemma_.lower() not in word_class("grammar", "against")
    return (own_force and (party is None or party.actor is None)) or belongs(reading, noun, over)


def _owner(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "poss"), "")


def _nothing(trigger: Token) -> Iterator[Cue]:
    """ "nothing was hit", "not one lorry came"."""
    for child in trigger.children:
        if child.dep_ in SUBJECTS | {"dobj"}:
            first, second = child.left_edge, child.left_edge.nbor() if child.left_edge.i < child.i else None
            none = first.lower_ == "not" and second is not None and second.lower_ in {"one", "a", "a single"}
            words = trigger.doc.span(first.i, first.i + 4).text if first.lower_ in {"few", "little"} else ""
            few = words.lower().replace(",", "").startswith(HARDLY_ANY)
            if child.lower_ == "nothing" or none or few:
                yield Cue((first if child.lower_ != "nothing" else child,), "negated", name="not")


def _asked(trigger: Token) -> Iterator[Cue]:
    """ "Asked whether they had lost the hill, he said: No", "Is he dead? Possibly.": what the answer makes of it."""
    if trigger.sent.text.rstrip(" \n\"'”").endswith("?"):
        after = trigger.doc[trigger.sent.end : trigger.sent.end + ANSWER]
        words = {one.lower_ for one in [one for one in after if one.is_alpha][:LEAD]}
    else:
        marks = {child.lower_ for one in (trigger, trigger.head) for child in one.children}
        asked = marks & {"whether", "if"} and any(one.lemma_ in ASKING for one in trigger.ancestors)
        words = {one.lower_ for one in trigger.doc[trigger.i + 1 : trigger.sent.end]} if asked else set()
    yield from (Cue((trigger,), standing, name="answer") for word, standing in ANSWERS.items() if word in words)


def _hearsay(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """Told by nobody ("is said to have left"), without evidence, or by what others verified."""
    for one in over:
        if one.nameless and one.hearsay.lemma_.lower() in word_class("grammar", "told by nobody"):
            yield Cue((one.hearsay,), "unverified", name="reportedly")
        said_of = [child for source in one.sources for child in source.children]
        unsure = (child for child in said_of if child.lower_ in word_class("grammar", "unsure"))
        without = (child for child in (*one.head.children, *trigger.children) if child.lower_ == "without")
        bare = (child for child in without if one.entry.reports
                and any(each.lemma_ in {"evidence", "proof"} for each in child.subtree))  # fmt: skip
        yield from (Cue((child,), "unverified", name="reportedly") for child in (*unsure, *bare))
        borne_out = [child for child in one.head.children if child.dep_ == "advcl" and child.tag_ == "VBG"]
        borne_out += [child for child in said_of if child.tag_ == "VBN" and child.dep_ in {"acl", "amod"}]
        yield from (Cue((child,), "confirmed", name="confirmed") for child in borne_out
                    if child.lemma_ in word_class("grammar", "bearing out"))  # fmt: skip


def _left_open(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """ "did not rule out that errors were made": what is not shut out may be."""
    for cue in cues:
        word = cue.tokens[0]
        excluding = cue.name == "prevent" and word.lemma_ in {"rule", "exclude", "discount", "preclude"}
        if excluding and not is_negated(cues) and any(c.dep_ == "neg" for c in (*word.children, *word.head.children)):
            yield Cue((word,), "possible", name="open")


def _rejecting(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What is said not to have happened, and so rejects what others say: by its words, or since nobody else would."""
    text = f" {trigger.sent.text.lower()} "
    phrased = any(f" {phrase} " in text for phrase in word_class("grammar", "contradicting"))
    such = any(child.lower_ == "such" for child in trigger.children)
    if phrased or such or _answers(trigger, over) or _own_deed(reading, trigger, over):
        yield Cue((trigger,), "denied", name="deny")


def _answers(trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "No shot was fired, he retorted", "he said, rejecting their account": to what others say."""
    ahead = any(one.lower_ in {"will", "would", "wo"} for one in (*auxiliaries(trigger), *auxiliaries(trigger.head)))
    turned = word_class("grammar", "rejecting", "turning down")
    return not ahead and any(
        one.head.lemma_ in word_class("grammar", "answering")
        or any(child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in turned for child in one.head.children)
        for one in over
        if one.sources
    )


def _own_deed(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "We do not shell hospitals", "it has not lost ground": nobody speaks so of deeds that nobody lays to him."""
    lemma, helpers = trigger.lemma_.lower(), {one.lower_ for one in auxiliaries(trigger)}
    deed = lemma in word_class("grammar", "deeds") or lemma in word_class("grammar", "yielding")
    if not deed or helpers & {"will", "would", "'ll", "wo", "could", "can", "may", "might"}:
        return False
    doers = agents_of(trigger) if is_passive(trigger) else surface_subjects(trigger)
    return interested(reading, over) and any(belongs(reading, one, over) for one in doers)
