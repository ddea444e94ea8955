"""What stands around an event word: the arguments of a verb, a noun or an adjective, and of a whole phrase."""

from collections.abc import Iterator
from dataclasses import replace

from vedette.claims.nominal import blamed_for, claimed_by, is_doer, verbs
from vedette.claims.reading import Reading
from vedette.claims.syntax import (
    Frame,
    agents_of,
    coordinated,
    is_grip,
    light_subjects,
    noun_frame,
    objects_of,
    obliques_of,
    surface_subjects,
    verb_frame,
)
from vedette.model.tokens import Token

SUBSTANTIVE = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "ROOT", "conj", "appos", "npadvmod", "advcl", "dep"})


def phrase_frame(reading: Reading, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], Frame]:
    """The words of a phrase, the one that the others hang on first, and the arguments of them all."""
    top = next(one for one in tokens if one.head not in tokens or one.head == one)
    words = (top, *(one for one in tokens if one != top))
    if top.pos_ in {"VERB", "AUX"}:
        frame = with_pattern(verb_frame(top), words)
    elif top.pos_ in {"NOUN", "PROPN"}:
        frame = noun_arguments(reading, noun_frame(top))
    else:
        frame = adjective_frame(top)
    subjects, objects = (tuple(one for one in heads if one not in tokens) for heads in (frame.subjects, frame.objects))
    return words, replace(frame, subjects=subjects, objects=objects)


def with_pattern(frame: Frame, tokens: tuple[Token, ...]) -> Frame:
    """After "take control of", what follows "of" is the object, and "control" is no argument."""
    if len(tokens) == 1:
        return frame
    last = tokens[-1]
    extra = tuple(one for child in last.children if child.dep_ in {"pobj", "pcomp"} for one in coordinated(child))
    if last.dep_ == "ccomp":
        extra = verb_frame(last).subjects  # "let two prisoners go"
    elif last.pos_ in {"NOUN", "PROPN"}:
        extra = _holders(last) if is_grip(last) else _of(last)
    elif extra and is_grip(extra[0]):
        extra = _holders(extra[0])
    kept = tuple(one for one in frame.objects if one not in tokens)
    inside = obliques_of(last) if last.pos_ in {"NOUN", "PROPN"} else ()
    obliques = tuple(pair for pair in (*frame.obliques, *inside) if pair[1] not in tokens and pair[1] not in extra)
    return replace(frame, objects=(*extra, *kept) if extra else kept, obliques=obliques)


def _of(noun: Token) -> tuple[Token, ...]:
    below = (child for of in noun.children if of.dep_ == "prep" and of.lower_ == "of" for child in of.children)
    return tuple(one for child in below if child.dep_ == "pobj" for one in coordinated(child))


def _holders(grip: Token) -> tuple[Token, ...]:
    """Whose hands they are: "in rebel hands", "into the hands of the army"."""
    return (*_of(grip), *(child for child in grip.children if child.dep_ in {"poss", "compound", "nmod", "amod"}))


def noun_arguments(reading: Reading, frame: Frame) -> Frame:
    """Modifiers of the noun that name a party or people are its doers; "of" and "on" name what it hit."""
    if blamed := blamed_for(frame.trigger):
        return replace(frame, subjects=blamed, obliques=tuple(pair for pair in frame.obliques if pair[1] not in blamed))
    subjects = tuple(one for one in frame.subjects if is_doer(reading, one)) or claimed_by(frame.trigger)
    for clause in _carrying(frame.trigger):
        frame, subjects = replace(frame, obliques=(*frame.obliques, *clause.obliques)), subjects or clause.subjects
    if not subjects and frame.trigger.head.lemma_.lower() in verbs("light"):
        subjects = light_subjects(frame.trigger)
    hit = tuple(one for word, one in frame.obliques if word in {"on", "against", "of", "at"})
    governor = frame.trigger.head
    if frame.trigger.dep_ in {"nsubj", "csubj"} and governor.lemma_.lower() in verbs("occurring"):
        hit += tuple(
            one for one in objects_of(governor) if reading.has_class(one, {"place", "facility", "people", "armed"})
        )
    between = tuple(one for word, one in frame.obliques if word in {"between", "among", "with"})
    return replace(frame, subjects=(*subjects, *between), objects=frame.objects or hit)


def _carrying(noun: Token) -> Iterator[Frame]:
    """What is told behind a noun by a verb that carries it: "the siege that rebels imposed on X", "imposed on X by"."""
    clauses = (child for child in noun.children if child.dep_ in {"relcl", "acl"})
    frames = (verb_frame(verb) for verb in clauses if verb.lemma_.lower() in verbs("light"))
    yield from (frame for frame in frames if noun in frame.objects)


def adjective_frame(word: Token) -> Frame:
    """ "12 were dead", "12 dead", "leaving 12 people dead", "displaced families": whom the adjective speaks of."""
    head = word.head
    own = tuple(c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"}) if word.dep_ == "ccomp" else ()
    whom = own
    if not own and word.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX"}:
        whom = tuple(c for c in head.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c != word)
        whom = whom or tuple(c for c in word.children if c.dep_ in {"nsubj", "nummod"})
    elif word.dep_ == "advmod" and head.lemma_ == "be":
        whom = tuple(c for c in head.children if c.dep_ == "nsubj")
    elif word.dep_ == "amod" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        whom = (head,)
    elif word.dep_ == "prep":
        whom = (head,) if head.pos_ in {"NOUN", "PROPN", "PRON"} else surface_subjects(head)
    elif word.dep_ == "amod" and head.pos_ == "NUM":
        whom = (word,)
    whom = whom or tuple(c for c in word.children if c.dep_ in {"nsubj", "nsubjpass", "nummod"})
    number = word.nbor(-1) if word.i else word
    if not whom and number.pos_ == "NUM" and number.head == head:
        whom = (number,)
    counted = any(c.dep_ in {"det", "nummod", "amod", "nmod"} for c in word.children)
    if not whom and word.dep_ in SUBSTANTIVE and counted:
        whom = (word,)
    return Frame(
        word,
        agents_of(word) if word.tag_ == "VBN" and word.dep_ != "amod" else (),
        tuple(one for head in whom for one in coordinated(head)),
        (*obliques_of(word), *verb_frame(head).obliques),
        passive=True,
    )
