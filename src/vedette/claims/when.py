"""When an event happened: the time in its clause, else when it was said, else the day of publication."""

from collections.abc import Iterator
from dataclasses import replace

from vedette.claims.attribution import Attribution
from vedette.claims.reading import Reading
from vedette.claims.syntax import clause_of, hosts_of, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model import Time, TimeMention
from vedette.model.tokens import Token


def time_at(reading: Reading, tokens: tuple[Token, ...], over: tuple[Attribution, ...]) -> Time | None:
    """When it happened: the time in the clause of the event words, else when it was said, else the publication.

    A "since" runs until it was said.
    """
    points = [one for one in reading.marked.times if one.timex in {"DATE", "TIME"} and (one.first or one.last)]
    own = [_since(reading, tokens[0], one) for one in points if governs(tokens, reading.tokens[one.root])]
    said = [
        one
        for one in points
        if one.precision != "since" and any(governs(cue.cue, reading.tokens[one.root]) for cue in over)
    ]
    best, spoken = _nearest(reading, tokens[0], own), _nearest(reading, tokens[0], said)
    if best is None:
        best = _lasting_since(reading, tokens[0], points)
    if best is not None:
        last = spoken.last if best.precision == "since" and spoken else best.last
        return Time(best.text, best.start, best.end, best.first, last, best.precision)
    if spoken is not None:
        return Time(spoken.text, spoken.start, spoken.end, spoken.first, spoken.last, spoken.precision)
    published = reading.document.published
    return Time(None, None, None, published[:10], published[:10], "published") if published else None


def _since(reading: Reading, trigger: Token, time: TimeMention) -> TimeMention:
    """ "Have died since the war began in 2011": a time in a clause after "since" begins a window."""
    clause = clause_of(reading.tokens[time.root])
    marked = clause is not trigger and any(
        child.lower_ == "since" and child.dep_ == "mark" for child in clause.children
    )
    return _open(reading, time) if marked else time


def _open(reading: Reading, time: TimeMention) -> TimeMention:
    published = reading.document.published
    return replace(time, last=published[:10] if published else None, precision="since")


def _lasting_since(reading: Reading, trigger: Token, times: list[TimeMention]) -> TimeMention | None:
    """ "The war, which began in April 2023, has killed …": since then, as nothing else is told."""
    for subject in surface_subjects(clause_of(trigger)):
        for clause in subject.children:
            if clause.dep_ == "relcl" and clause.lemma_ in word_class("grammar", "beginning"):
                began = (one for one in times if clause_of(reading.tokens[one.root]) is clause)
                return next((_open(reading, one) for one in began), None)
    return None


def governs(tokens: tuple[Token, ...], time: Token) -> bool:
    """Whether a time hangs on the event words or on a clause that only carries them."""
    trigger = tokens[0]
    compares = time.head.pos_ == "NOUN" and time.head.lemma_ in word_class("grammar", "compared")
    if time.sent.start != trigger.sent.start or (compares and time.head not in tokens):
        return False
    if any(above in tokens for above in (time, *time.ancestors) if above.pos_ not in {"VERB", "AUX"}):
        return True
    head = clause_of(time)
    tells_when = head.dep_ == "advcl" and any(
        child.lower_ in {"when", "after", "as", "since"} for child in head.children
    )
    beside = (
        {trigger, trigger.head}
        if trigger.dep_ == "conj"
        else {trigger, *(c for c in trigger.children if c.dep_ == "conj")}
    )
    if head in tuple(_hosts(trigger)) or (tells_when and head.head in beside):
        return True
    if head == trigger or (trigger.pos_ not in {"VERB", "AUX"} and head == clause_of(trigger)):
        return True
    before_participle = head.dep_ == "advcl" and head.tag_ == "VBG" and time.i < head.i
    return head != time and (head.dep_ in {"conj", "xcomp", "aux"} or before_participle) and head.head == trigger


def _hosts(trigger: Token) -> Iterator[Token]:
    """The verbs whose time an event word shares: also "leaving nine dead", "in a battle that left nine dead"."""
    clause = clause_of(trigger)
    yield from hosts_of(trigger)
    yield from hosts_of(clause) if clause != trigger else ()
    told = clause.head
    if clause.dep_ == "relcl" and told.lemma_.lower() in word_class("nouns", "violence") and told.dep_ == "pobj":
        yield clause_of(told)


def _nearest(reading: Reading, trigger: Token, times: list[TimeMention]) -> TimeMention | None:
    """The nearest time; one in the clause of the event word itself before one in a clause that it shares."""

    def place(one: TimeMention) -> tuple[bool, bool, int]:
        root = reading.tokens[one.root]
        above = next(
            (token for token in (root, *root.ancestors) if token.pos_ not in {"ADP", "SCONJ"} and token != root), root
        )
        aside = above.pos_ in {"NOUN", "PROPN"} and above != trigger and one.precision == "since"
        return clause_of(root) not in {trigger, clause_of(trigger)}, aside, abs(root.i - trigger.i)

    return min(times, key=place, default=None)
