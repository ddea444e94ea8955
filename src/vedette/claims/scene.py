"""Place and time of what goes on where the sentence before left off: "Shells hit Sake on Friday. Nine people died."

They are only likely, and marked `carried`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from vedette.claims.merge import spots_of
from vedette.claims.nearness import between
from vedette.claims.pointing import written_in
from vedette.claims.reading import Reading, as_place
from vedette.claims.syntax import clause_of, of_the_past
from vedette.claims.when import as_time
from vedette.claims.where import GOALS
from vedette.lexicon.classes import word_class
from vedette.lexicon.grids import ITEM, line_of
from vedette.model import Claim, Place, PlaceMention, Time, TimeMention, replace

SETTING = frozenset({"violence", "casualties", "control", "unrest"})
GOING_ON = frozenset({"violence", "casualties", "unrest", "hardship", "control"})
BACKGROUND_DAYS = 31
LONG = frozenset({"since", "month", "year"})
TAKEN_UP = frozenset({("authority", "arrest"), ("authority", "curfew"), ("movement", "surrender")})
LEFT = frozenset({"withdraw", "lose", "flee"})
HAPPENED = frozenset({"asserted", "confirmed", "admitted", "unverified", "possible", "probable"})
UNREAL = frozenset({"hypothetical", "forecast", "demanded"})
UNTOLD = UNREAL | {"denied", "negated"}
PASSING = GOING_ON | {"displacement", "movement", "authority"}
LASTING = frozenset({"hold", "besiege"})
NO_SCENE = LASTING | {"offensive"}
TURN = 6
THOSE = frozenset({"the", "these", "those", "its", "their"})


def in_scene(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those without place or time of their own with those of the event told last in their paragraph."""
    last: Claim | None = None
    lists: dict[int, Claim | None] = {}
    for claim in sorted(claims, key=lambda one: one.told_at):
        head = _list_head(reading.document.text, claim.evidence.start)
        if head is not None and (last is None or last.evidence.start != claim.evidence.start):
            last = lists.setdefault(head, _right_above(last, head))
        elif last is not None and not _goes_on(reading, last, claim):
            last = None
        told = _that_day(reading, _carried(reading, last, claim))
        yield told
        if is_background(told):
            last = None
        elif told.kind in SETTING and told.type not in NO_SCENE and told.standing in HAPPENED:
            last = _with_setting(told, last)


def _list_head(text: str, at: int) -> int | None:
    """Where the line begins that a colon ends and under which an offset stands in a list: "Enemy losses:"."""
    start, end = line_of(text, at)
    if not ITEM.match(text, start):
        return None
    while start and ITEM.match(text, start):
        start, end = line_of(text, len(text[:start].rstrip()) - 1)
    return start if text[:end].rstrip().endswith(":") else None


def _right_above(last: Claim | None, head: int) -> Claim | None:
    """The event told last, where nothing stands between it and the head of a list that tells more of it."""
    if last is None or last.document.text[last.evidence.end : head].strip():
        return None
    return last


def is_background(claim: Claim) -> bool:
    """ "Last May 100 people died in Mangu": not where the account goes on."""
    time, published = claim.time, claim.document.published
    if time is None or time.last is None or published is None or time.precision not in LONG - {"since"}:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(time.last[:10])).days > BACKGROUND_DAYS


def _with_setting(told: Claim, last: Claim | None) -> Claim:
    """An event with the place and day of the scene that it goes on with, where it names none."""
    if last is None:
        return told
    dated = told.time is not None and told.time.text is not None
    return replace(told, places=stays(told) or last.places, time=told.time if dated else last.time)


def stays(claim: Claim) -> tuple[Place, ...]:
    """Where a claim says that something was, not where it went; nothing of what is not told as having been."""
    told = claim.standing not in UNTOLD
    return tuple(one for one in claim.places if one.role not in GOALS and one.precision != "country") if told else ()


def _goes_on(reading: Reading, last: Claim, claim: Claim) -> bool:
    """Whether the sentence is that of the last event or the next one, in one paragraph, and turns to nothing else."""
    gap = reading.document.text[last.evidence.end : claim.evidence.start]
    if claim.evidence.start == last.evidence.start:
        return True
    first = {word.strip(",").lower() for text in (claim.evidence.text, gap) for word in text.split()[:TURN]}
    if not first.isdisjoint(word_class("grammar", "elsewhere")):
        return False
    if between(reading.labels, last.evidence.end, claim.evidence.start):
        return False
    if "\n" in gap:
        return not gap.strip() and _is_of_those(claim) and not label(reading, claim)
    return _is_near(reading, last.evidence.end, claim.evidence.start)


def _is_of_those(claim: Claim) -> bool:
    """ "The attackers burned …", "They looted …": those spoken of before, also in a new paragraph."""
    doers = (one.text.lower() for one in claim.parties if one.role == "agent" and one.actor is None)
    return any(words in {"they", "it"} or words.split()[0] in THOSE for words in doers)


def _is_near(reading: Reading, end: int, start: int) -> bool:
    """Whether one sentence at most stands between, and it names no place."""
    gap = reading.tokens.char_span(end, start, alignment_mode="contract")
    if gap is None or not gap.text.strip():
        return True
    placed = any(one.precision != "country" for one in between(reading.places, end, start))
    return not placed and reading.tokens[gap.start].sent == reading.tokens[gap.end - 1].sent


def _carried(reading: Reading, last: Claim | None, claim: Claim) -> Claim:
    happened = claim.standing in HAPPENED or (claim.quantity is not None and claim.quantity.best == 0)
    going_on = claim.kind in GOING_ON or (claim.kind, claim.type) in TAKEN_UP
    if not happened or not going_on or _sums_up(claim):
        return claim
    if last is None:
        return replace(claim, places=claim.places or label(reading, claim))
    apart = bool(claim.places) and spots_of(claim).isdisjoint(spots_of(last))
    time = claim.time if apart and not _unknown(claim) else _time(reading, last, claim)
    if _on_ground_of_a_state(reading, claim):
        return replace(claim, time=time)
    return replace(claim, places=_places(reading, last, claim) or label(reading, claim), time=time)


def _on_ground_of_a_state(reading: Reading, claim: Claim) -> bool:
    """ "Crossed into Congolese territory": nobody tells where, and it is not the town told before."""
    if claim.kind != "control" or claim.trigger is None:
        return False
    phrase = reading.tokens.char_span(claim.trigger.start, claim.trigger.end, alignment_mode="expand")
    below = (one for verb in phrase or () for child in verb.children for one in (child, *child.children))
    grounds = (one for one in below if one.lemma_.lower() in word_class("grammar", "ground of a state"))
    return any(child.dep_ != "det" for one in grounds for child in one.lefts)


def _sums_up(claim: Claim) -> bool:
    """A running sum or a count over a long time tells of more than the last event."""
    figure = claim.quantity
    since = claim.time is not None and claim.time.precision in LONG
    return since or (figure is not None and (bool(figure.cumulative) or figure.scope is not None))


def _unknown(claim: Claim) -> bool:
    """Whether nobody knows where its places lie ("the Saudi Hospital"), or only where those who left went."""
    goals = GOALS if claim.type in LEFT else ()
    return all(one.role in goals or (one.lat is None and one.precision == "point") for one in claim.places)


def _places(reading: Reading, last: Claim, claim: Claim) -> tuple[Place, ...]:
    """Its own places, else where the last event happened, unless the words give it a day of its own."""
    dated = [one.time.first for one in (last, claim) if one.time and one.time.text and one.time.first]
    taken = claim.kind == "control" and bool(claim.places)  # a site that nobody knows, and not where another one was
    if (len(set(dated)) > 1 and not claim.places) or not _unknown(claim) or taken:
        return claim.places
    role = "from" if claim.type in LEFT else "at"
    here = [one for one in last.places if one.role == "at"] or [one for one in last.places if one.role == "from"]
    here = [counted_at(reading, one) if claim.quantity is not None else one for one in here]
    there = tuple(replace(one, role=role, carried=True) for one in here)
    return (*claim.places, *(one for one in there if one.text not in {own.text for own in claim.places}))


def counted_at(reading: Reading, scene: Place) -> Place:
    """The town of a site that has no name of its own ("the base outside X"): figures are told of towns."""
    named = scene.precision != "point" or scene.text == scene.name
    towns = () if named else (one for one in reading.places if one.precision != "point" and _lies_by(scene, one))
    return next((as_place(one, scene.role) for one in towns), scene)


def _lies_by(site: Place, town: PlaceMention) -> bool:
    return (site.lat, site.lon) == (town.lat, town.lon) and (town.name or town.text) in (site.name or "")


def label(reading: Reading, claim: Claim) -> tuple[Place, ...]:
    """The place that heads the line: "Rafah: a soldier was killed", "Masisi: 214,500 displaced"; else the town of the
    dateline, where its sentence speaks of what is there and nobody named another."""
    line, _ = line_of(reading.document.text, claim.evidence.start + 1)
    heads = between(reading.labels, line, claim.evidence.end)
    role = "from" if claim.type in LEFT else "at"
    return tuple(replace(as_place(one, role), carried=True) for one in heads[-1:]) or _in_dateline(reading, claim, role)


def _in_dateline(reading: Reading, claim: Claim, role: str) -> tuple[Place, ...]:
    sentence = reading.tokens.char_span(claim.evidence.start, claim.evidence.end, alignment_mode="expand")
    found = (as_place(one, role) for token in sentence or () for one in written_in(reading, token))
    return tuple(found)[:1]


def _time(reading: Reading, last: Claim, claim: Claim) -> Time | None:
    """Its own time, else that of the last event, where the sentence names none."""
    own = claim.time is not None and claim.time.text is not None
    if own or last.time is None or last.time.text is None or last.time.precision in {"since", "year"}:
        return claim.time
    return claim.time if _names_a_time(reading, last, claim) else replace(last.time, carried=True)


def _that_day(reading: Reading, claim: Claim) -> Claim:
    """With the day named last in its paragraph, if it has none: "Jets came on Monday. … The mill was burned."."""
    figure, here = claim.quantity, claim.trigger or claim.evidence
    told = claim.time is not None and claim.time.precision == "published" and claim.standing in HAPPENED
    lasting = claim.type in LASTING or (figure is not None and figure.measure == "stock") or _sums_up(claim)
    if not told or lasting or claim.kind not in PASSING:
        return claim
    word = reading.tokens.char_span(here.start, here.end, alignment_mode="expand")
    if word is None or not of_the_past(word[0]):
        return claim
    start = reading.document.text.rfind("\n", 0, claim.evidence.start) + 1
    days = [one for one in between(reading.marked.times, start, claim.evidence.end) if _is_of_an_event(reading, one)]
    dated = bool(days) and days[-1].end <= claim.evidence.start and days[-1].precision in {"day", "hour", "minute"}
    return replace(claim, time=replace(as_time(days[-1]), carried=True)) if dated else claim


def _is_of_an_event(reading: Reading, time: TimeMention) -> bool:
    """Whether it is a point in time, and tells of more than when somebody spoke."""
    clause = clause_of(reading.tokens[time.root])
    point = time.timex in {"DATE", "TIME"} and bool(time.first and time.last)
    return point and not any(clause in one.cue for one in reading.said_in(clause))


def _names_a_time(reading: Reading, last: Claim, claim: Claim) -> bool:
    """Whether another time stands in the sentence that the claim does not take."""
    here = claim.evidence
    if here.start == last.evidence.start:
        return False
    return any(one.timex in {"DATE", "TIME"} for one in between(reading.marked.times, here.start, here.end))
