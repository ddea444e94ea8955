"""When an event happened (the time in its clause, else when it was said, else the publication), and over what time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from vedette.claims.attribution import Attribution
from vedette.claims.reading import Reading
from vedette.claims.syntax import clause_of, hosts_of, of_the_past, semicolons
from vedette.lexicon.classes import word_class
from vedette.lexicon.grids import opens_a_line
from vedette.model import Time, TimeMention, TimePrecision
from vedette.model.tokens import Token

SO_FAR = re.compile(r"\b(?:so far|to date|until now|in total|in all|altogether)\b", re.IGNORECASE)
LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
UNITS: dict[str, tuple[relativedelta, timedelta, TimePrecision]] = {  # with how much such a length may be out
    "D": (relativedelta(days=1), timedelta(0), "day"), "W": (relativedelta(weeks=1), timedelta(days=1), "day"),
    "M": (relativedelta(months=1), timedelta(days=15), "month"),
    "Y": (relativedelta(years=1), timedelta(days=180), "year"),
}  # fmt: skip
NAMING = frozenset({"nummod", "compound", "nmod", "amod"})


def time_at(reading: Reading, tokens: tuple[Token, ...], over: tuple[Attribution, ...]) -> Time | None:
    """When it happened: the time in the clause of the event words, else when it was said, else the publication.

    A "since" runs until it was said.
    """
    sentences = {word.sent.start: word for word in (tokens[0], *(one.head for one in over))}
    near = (one for _, word in sorted(sentences.items()) for one in reading.times_in(word))
    points = [one for one in near if one.timex in {"DATE", "TIME"} and (one.first or one.last)]
    own = [_since(reading, tokens[0], one) for one in points if governs(tokens, reading.tokens[one.root])]
    said = [
        one
        for one in points
        if one.precision != "since" and any(governs(cue.cue, reading.tokens[one.root]) for cue in over)
    ]
    best, spoken = _nearest(reading, tokens[0], own), _nearest(reading, tokens[0], said)
    if best is None or _parted(reading, tokens[0], best):
        best = (
            _nearest(reading, tokens[0], _after_semicolon(reading, tokens[0], points))
            or best
            or _of_antecedent(reading, tokens[0], points)
            or _nearest(reading, tokens[0], _labelling(reading, tokens[0], points))
            or _counted_back(reading, tokens[0], points)
        )
    if best is not None:
        last = spoken.last if best.precision == "since" and spoken else best.last
        return replace(as_time(best), last=last)
    told = _only_day(reading, tokens[0], [one for one in points if one not in said]) or spoken
    if told is not None:
        return as_time(told)
    published = reading.document.published
    return Time(None, None, None, published[:10], published[:10], "published") if published else None


def _only_day(reading: Reading, trigger: Token, points: Sequence[TimeMention]) -> TimeMention | None:
    """ "Men who came in lorries took X on Sunday": they came that day too; not what is told as of now."""
    days = [one for one in points if one.precision not in {"since", "month", "year"}]
    alone = len(points) == len(days) == 1 and reading.tokens[days[0].root].sent == trigger.sent
    apart = any(True for _ in _sums_over(trigger)) or (alone and _parted(reading, trigger, days[0]))
    return days[0] if alone and of_the_past(trigger) and not apart else None


def as_time(mention: TimeMention) -> Time:
    """The time of a claim that a mention tells."""
    return Time(mention.text, mention.start, mention.end, mention.first, mention.last, mention.precision)


def _since(reading: Reading, trigger: Token, time: TimeMention) -> TimeMention:
    """A time under "since" begins a window, but for what was over by then: "has held X since Friday, after clashes",
    "since Friday, when shells fell"."""
    root = reading.tokens[time.root]
    opened = since_above(root, trigger) is not None and time.precision != "since"
    over = (trigger.dep_ == "pobj" and trigger.head.lower_ in {"after", "following"}) or root.is_ancestor(trigger)
    if over and time.precision == "since" and time.first:
        unit, _, precision = UNITS[{4: "Y", 7: "M"}.get(len(time.value), "D")]
        last = date.fromisoformat(time.first[:10]) + unit - timedelta(days=1)
        return replace(time, last=last.isoformat(), precision=precision)
    return _open(reading, time) if opened and not over else time


def since_above(time: Token, trigger: Token) -> Token | None:
    """The "since" that a time stands under, if the event does not: "since the coup of 1 May"."""
    for one in (time, *time.ancestors):
        if one == trigger:
            return None
        marks = (child for child in one.children if child.lower_ == "since" and child.dep_ == "mark")
        if (found := one if one.lower_ == "since" else next(marks, None)) is not None:
            return None if one.is_ancestor(trigger) else found
    return None


def _open(reading: Reading, time: TimeMention) -> TimeMention:
    published = reading.document.published
    return replace(time, last=published[:10] if published else None, precision="since")


def _of_antecedent(reading: Reading, trigger: Token, times: list[TimeMention]) -> TimeMention | None:
    """ "Last year, when 40 died", "took Mangu in May, where 80 had fled", "a raid on 1 May, during which ten died"."""
    clause = clause_of(trigger).listed_with
    leads = (one for child in clause.lefts for one in (child, *child.children))
    if clause.dep_ != "relcl" or not any(one.lower_ in {"when", "where"} or one.dep_ == "pobj" for one in leads):
        return None
    when = (_since(reading, trigger, one) for one in times if one.root == clause.head.i)
    above = clause_of(clause.head)
    beside = [one for one in times if governs((above,), reading.tokens[one.root])]
    return next(when, None) or _nearest(reading, above, beside)


def _counted_back(reading: Reading, trigger: Token, points: Sequence[TimeMention]) -> TimeMention | None:
    """ "It comes two weeks after gangs stormed Kenscoff": as long before the day of the rest."""
    for one in reading.times_in(trigger):
        after, length = reading.tokens[reading.tokens[one.root].right_edge.i : trigger.i], LENGTH.fullmatch(one.value)
        mark = next((word for word in after if word.lower_ == "after" and word.idx == one.end + 1), None)
        if length is None or mark is None:
            continue
        clause = mark.head if mark.dep_ == "mark" else mark
        others = [other for other in points if not clause.is_ancestor(reading.tokens[other.root])]
        told = (others[0].first if others else None) or reading.document.published
        if told and (clause == trigger or clause.is_ancestor(trigger)):
            unit, slack, precision = UNITS[length[2]]
            day = date.fromisoformat(told[:10]) - unit * int(length[1])
            first, last = (day - slack).isoformat(), (day + slack).isoformat()
            return replace(one, first=first, last=last, precision=precision)
    return None


def _labelling(reading: Reading, trigger: Token, times: Sequence[TimeMention]) -> list[TimeMention]:
    """ "In total since 7 October: 40 killed": the times before the colon of the sentence, where no clause stands."""
    before = (one for one in times if trigger.sent.start_char <= one.start and one.end < trigger.idx)
    heads = [one for one in before if reading.document.text.startswith(": ", one.end)]
    return [one for one in heads if clause_of(reading.tokens[one.root]).tag_ not in {"VBD", "VBZ", "VBP", "VB"}]


def scope_of(reading: Reading, tokens: tuple[Token, ...]) -> str | None:
    """Over what a figure was counted: "since late November", "since the 2016 accord", "in two days", "so far"."""
    beside = tokens[0].head if tokens[0].dep_ == "conj" else tokens[0]
    heads = {tokens, (beside,) if beside.lemma_.lower() in word_class("grammar", "result") else tokens}
    here = reading.times_in(tokens[0])
    times = [one for one in here if any(governs(words, reading.tokens[one.root]) for words in heads)]
    for one in (*times, *_labelling(reading, tokens[0], here)):
        root = reading.tokens[one.root]
        if (since := since_above(root, tokens[0])) is not None:
            last = root.head if root.dep_ in NAMING and root.head.i > root.i else root
            return f"since{reading.document.text[since.idx + len(since) : max(one.end, last.idx + len(last))]}"
    lasting = (one for one in times if one.timex == "DURATION" and not _is_an_age(reading.tokens[one.root]))
    own = (one.text for one in lasting if clause_of(reading.tokens[one.root]) not in _joined_to(tokens[0]))
    return next(own, so_far(tokens[0]))


def _joined_to(trigger: Token) -> list[Token]:
    """What else is told beside: "killed 30 soldiers and held the town for 17 days"."""
    return [child for child in trigger.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def so_far(token: Token) -> str | None:
    """The words of a clause that make its figure a running sum."""
    clause = clause_of(token)
    found = SO_FAR.search(token.doc.span(clause.left_edge.i, clause.right_edge.i + 1).text)
    return found[0] if found else None


def _is_an_age(time: Token) -> bool:
    """ "A baby of ten months"."""
    of = time.head
    return of.lower_ == "of" and of.head.lemma_.lower() in word_class("party_words", "aged")


def governs(tokens: tuple[Token, ...], time: Token) -> bool:
    """Whether a time hangs on the event words or on a clause that only carries them."""
    trigger = tokens[0]
    compares = time.head.pos_ == "NOUN" and time.head.lemma_ in word_class("grammar", "compared")
    changed = any(one.lower_ in {"up", "down"} and one.head == clause_of(time) for one in time.ancestors)
    if time.sent.start != trigger.sent.start or (compares and time.head not in tokens) or changed:
        return False
    if any(not one.is_ancestor(time) for one in _sums_over(trigger)) and since_above(time, trigger) is None:
        return False
    if any(above in tokens for above in (time, *time.ancestors) if above.pos_ not in {"VERB", "AUX"}):
        return True
    head = clause_of(time)
    tells_when = head.dep_ == "advcl" and any(
        child.lower_ in {"when", "after", "as", "since"} for child in head.children
    )
    joined = [child for child in trigger.children if child.dep_ == "conj"]
    counted = (child for one in joined if one.pos_ == "NUM" for child in one.children if child.dep_ == "acl")
    beside = {trigger, trigger.head} if trigger.dep_ == "conj" else {trigger, *joined, *counted}
    lasts = of_the_past(head) and not of_the_past(trigger)  # "took the town on Monday and now control the road"
    if (head in tuple(_hosts(trigger)) and not lasts) or (tells_when and head.head in beside):
        return True
    if head == trigger or (trigger.pos_ not in {"VERB", "AUX"} and head == clause_of(trigger)):
        return True
    before_participle = head.dep_ == "advcl" and head.tag_ == "VBG" and time.i < head.i
    return head != time and (head.dep_ in {"conj", "xcomp", "aux"} or before_participle) and head.head == trigger


def _sums_over(trigger: Token) -> Iterator[Token]:
    """The toll whose change is told, and not what it counts: "the toll of the strike rose on Sunday"."""
    tolled, changing = word_class("grammar", "tolled") | {"toll"}, word_class("grammar", "changing")
    above = (one for one in (trigger, *trigger.ancestors) if one.lower_ in word_class("grammar", "said figure"))
    sums = (one for one in above if one.head.lemma_ in changing)
    yield from (one for one in sums if any(word.lower_ in tolled for word in one.subtree))


def _hosts(trigger: Token) -> Iterator[Token]:
    """The verbs whose time an event word shares: also "leaving nine dead", "in a battle that left nine dead"."""
    clause = clause_of(trigger)
    yield from hosts_of(trigger)
    yield from hosts_of(clause) if clause != trigger else ()
    told = clause.head
    if clause.dep_ == "relcl" and told.lemma_.lower() in word_class("nouns", "violence") and told.dep_ == "pobj":
        yield clause_of(told)


def _after_semicolon(reading: Reading, trigger: Token, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times between a semicolon and an event: "on 4 March …; on 7 March a jet that … came under fire"."""
    marks = semicolons(reading.tokens[trigger.sent.start], trigger)
    return [one for one in times if marks and marks[-1].i < one.root < trigger.i and one.precision != "since"]


def _parted(reading: Reading, trigger: Token, time: TimeMention) -> bool:
    """Whether a time belongs to what a semicolon parts from the event."""
    return bool(semicolons(reading.tokens[time.root], trigger))


def _nearest(reading: Reading, trigger: Token, times: list[TimeMention]) -> TimeMention | None:
    """The nearest time; one in the clause of the event word itself before one in a clause that it shares, and the hour
    of an entry ("14:20 – …") last."""

    def place(one: TimeMention) -> tuple[bool, bool, bool, bool, int]:
        root, parted = reading.tokens[one.root], _parted(reading, trigger, one)
        above = next(
            (token for token in (root, *root.ancestors) if token.pos_ not in {"ADP", "SCONJ"} and token != root), root
        )
        aside = above.pos_ in {"NOUN", "PROPN"} and above != trigger and one.precision == "since"
        return (
            parted,
            one.timex == "TIME" and opens_a_line(reading.document.text, one.start),
            clause_of(root) not in {trigger, clause_of(trigger)},
            aside,
            abs(root.i - trigger.i),
        )

    return min(times, key=place, default=None)
