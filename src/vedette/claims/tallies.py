"""Claims of numbers that no clause tells: "40 dead", "there are 7,800 IDPs in Bria", "number of displaced: 452"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from vedette.claims.figures import PART_AFTER, PEOPLE, counts_the_same, is_compared, quantity_of, size_of, whole_of
from vedette.claims.nearness import between
from vedette.claims.pointing import inside
from vedette.claims.put import put_at
from vedette.claims.reading import Reading, as_place
from vedette.claims.rows import heads_over, is_empty, label_of, row_of, title_of
from vedette.claims.syntax import clause_of, obliques_of
from vedette.claims.when import as_time, time_at
from vedette.claims.where import NOT_WHERE
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import TallyEntry
from vedette.model import AmountMention, Claim, PlaceMention, Quantity, replace
from vedette.model.tokens import Token

AFTER = frozenset({"VERB", "ADJ", "NOUN"})
NEAREST = 2
COUNTED, EQUIPMENT = frozenset({"person", "household", "building"}), frozenset({"vehicle", "weapon"})
AT = frozenset({"at", "to", "from"})
INCLUDING = frozenset({"include", "comprise"})
MORE_THAN = re.compile(r"\s(?:more|fewer|less)\sthan\b", re.IGNORECASE)
OPEN = frozenset({"possible", "probable", "forecast", "unverified", "hypothetical"})


@cache
def _by_word(things: bool = False) -> dict[str, TallyEntry]:
    """What words tell of people and houses, or of arms and vehicles."""
    entries = (one for one in load("tallies", TallyEntry) if (one.counted == "equipment") == things)
    return {word: entry for entry in entries for word in entry.words}


def tallies(reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each number that no other claim carries and that counts the outcome of something."""
    figures = [one for one in told if one.quantity]
    taken = {i for one in figures if one.quantity for i in range(one.quantity.start, one.quantity.end)}
    speakers = {source.i for said in reading.said for source in said.sources}
    for amount in reading.marked.amounts:
        told_of = not taken.isdisjoint(range(amount.start, amount.end))
        if told_of or amount.root in speakers or not _may_be_people(reading, amount):
            continue
        again = next(filter(None, (find(reading, amount, figures) for find in (_running, _more, _part))), ())
        found = again or [_of_some(reading, one, amount, figures) for one in _tally(reading, amount)]
        figures += found  # what further numbers may be a part of
        yield from found


def _running(reading: Reading, amount: AmountMention, told: Iterable[Claim]) -> tuple[Claim, ...]:
    """ "12 died, bringing the total to 40": 40 of what the clause above tells, unless it names others itself."""
    verb = clause_of(reading.tokens[amount.root])
    sums = word_class("grammar", "altogether") | _by_word().keys()
    tallied = any(child.dep_ == "dobj" and child.lemma_.lower() in sums for child in verb.children)
    if not tallied or verb.dep_ not in {"advcl", "conj"}:
        return ()
    above = [one for one in told if one.trigger and one.trigger.start == verb.head.idx and one.quantity][:1]
    own = tuple(one for one in _tally(reading, amount) if one.places or any(one.type != each.type for each in above))
    figures = [(one, quantity_of(reading, (verb,), one, amount)) for one in above]
    return own or tuple(replace(one, quantity=replace(figure, measure="stock") if one.type == "displaced" else figure)
                        for one, figure in figures)  # fmt: skip


def _more(reading: Reading, amount: AmountMention, told: Iterable[Claim]) -> tuple[Claim, ...]:
    """ "1,780 were evacuated yesterday, 8,779 since 10 May": the same, over another time."""
    root = reading.tokens[amount.root]
    times = (one for one in reading.times_in(root) if one.precision == "since")
    since = next((one for one in times if root in reading.tokens[one.root].ancestors), None)
    if amount.noun or since is None or root.dep_ not in {"appos", "conj", "npadvmod", "dep"}:
        return ()
    before = [one for one in told if one.quantity and one.quantity.end <= amount.start < one.evidence.end]
    figures = [(one, quantity_of(reading, (root,), one, amount)) for one in before[-1:]]
    return tuple(replace(one, quantity=figure, time=as_time(since)) for one, figure in figures)


def _part(reading: Reading, amount: AmountMention, told: Iterable[Claim]) -> tuple[Claim, ...]:
    """ "60 bodies were found, among them 12 children", "of the 40 killed, 12 were children": the same, of some."""
    whole, root = whole_of(reading, amount), reading.tokens[amount.root]
    people = [one for one in told if one.quantity and one.kind in PEOPLE]
    of = [one for one in people if whole and one.quantity and one.quantity.start == whole.start]
    verb = clause_of(root)
    if whole is None and amount.counted and verb.lemma_ == "be":
        bare = not amount.noun and bool(amount.population) and root.dep_ == "nsubj"  # "Two were minors"
        of_them = bare or PART_AFTER.match(reading.document.text, amount.number.end)
        of = _larger(reading, amount, people) if of_them else []
    there = tuple(as_place(one, "at") for one in _places(reading, None, amount)) if whole and not amount.noun else ()
    of = [replace(one, parties=reading.counted(amount, one.parties), places=there or one.places) for one in of[-1:]]
    return tuple(replace(one, quantity=_as_part(quantity_of(reading, (root,), one, amount), one)) for one in of)


def _larger(reading: Reading, amount: AmountMention, told: Iterable[Claim]) -> list[Claim]:
    """The wholes of which a figure may tell a part, that the sentence before gives or tells of."""
    start = reading.tokens[amount.root].sent.start_char
    near = [one.quantity for one in told if one.quantity and one.evidence.end <= start
            and not reading.document.text[one.evidence.end : start].strip()]  # fmt: skip
    wholes = {one.part_of.start if one.part_of else one.start for one in near}
    return [one for one in told if one.quantity and one.quantity.start in wholes and one.quantity.part_of is None
            and size_of(one.quantity) > size_of(amount)]  # fmt: skip


def _as_part(figure: Quantity, whole: Claim) -> Quantity:
    if whole.quantity is None or figure.part_of is not None:
        return figure
    return replace(figure, part_of=whole.document.quote(whole.quantity.start, whole.quantity.end))


def _of_some(reading: Reading, claim: Claim, amount: AmountMention, told: Iterable[Claim]) -> Claim:
    """ "The dead include 12 children", "two boys were among the dead": a part of the dead, of as many as were told."""
    verb = clause_of(reading.tokens[amount.root])
    among = any(child.lower_ == "among" for child in verb.children)
    if claim.quantity is None or not (verb.lemma_ in INCLUDING or (verb.lemma_ == "be" and among)):
        return claim
    wholes = [one for one in _larger(reading, amount, told) if (one.kind, one.type) == (claim.kind, claim.type)]
    if wholes:
        return replace(claim, quantity=_as_part(claim.quantity, wholes[-1]))
    return replace(claim, quantity=replace(claim.quantity, part_of=claim.trigger))


def _may_be_people(reading: Reading, amount: AmountMention) -> bool:
    """Whether people or buildings are counted, or something that no table knows."""
    changed = _is_change(reading, amount) or is_compared(reading, amount)
    if changed or counts_the_same(reading, amount) or is_empty(reading, amount):
        return False
    classes = reading.lemma_classes(reading.tokens[amount.root]) if amount.noun else frozenset()
    return amount.unit in COUNTED | EQUIPMENT or (amount.unit is None and (not classes or "people" in classes))


def _is_change(reading: Reading, amount: AmountMention) -> bool:
    """ "Up 120,000 since August", "8,000 more than in May": by how many it changed, and no number of those there."""
    first = next(iter(reading.indices(amount)), 0)
    before = reading.tokens[max(first - 1, 0)].lower_
    return before in {"up", "down"} or MORE_THAN.match(reading.document.text, amount.end) is not None


def _tally(reading: Reading, amount: AmountMention) -> Iterator[Claim]:
    things = amount.unit in EQUIPMENT
    after = reading.tokens[amount.root + 1 : amount.root + 2]  # "5 vehicles burned"
    for word in (*after, *title_of(reading, amount)) if things else _words(reading, amount):
        entry = _by_word(things).get(word.lower_) or _by_word(things).get(word.lemma_.lower())
        known = amount.unit is not None or not amount.noun or (entry is not None and entry.kind == "displacement")
        if entry is not None and known and (entry.counted == "building") == (amount.unit == "building"):
            yield _claim(reading, amount, entry, word)
            return


def _words(reading: Reading, amount: AmountMention) -> Iterator[Token]:
    """The words that may say what became of those counted, nearest first; those over a cell of a table."""
    if heads := heads_over(reading, amount):
        return (yield from (*heads, *title_of(reading, amount)))
    root = reading.tokens[amount.root]
    yield from (reading.tokens[i] for i in (reading.indices(amount.counted) if amount.counted else ()))
    after = max([*reading.indices(amount)], default=root.i) + 1
    following = reading.tokens[after : min(after + NEAREST, root.sent.end)]
    yield from (one for one in following if one.pos_ in AFTER or one.is_title)
    yield from (child for child in root.children if child.dep_ in {"amod", "acl", "relcl"})
    yield from label_of(reading, amount)
    yield from title_of(reading, amount)
    yield from _above(root)


def _above(root: Token) -> Iterator[Token]:
    """The nouns above a count and the verb of its clause, unless it only stands in an adjunct of that verb."""
    node = root
    while node.head != node and node.pos_ not in {"VERB", "AUX"}:
        if node.lemma_ == "population":
            return
        if node.pos_ == "ADP" and (node.head.pos_ in {"VERB", "AUX"} or (_is_sum(node.head) and node.lower_ in AT)):
            yield from _put_at(node)
            return
        node = node.head
        if node.pos_ in {"VERB", "NOUN"}:
            yield node
        if node.pos_ in {"VERB", "AUX"}:
            yield from _of_subject(node)


def _of_subject(verb: Token) -> Iterator[Token]:
    """ "The dead include 12 children", "the number of wounded is close to 22": the subject tells what is counted."""
    for one in verb.children:
        subject = one.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_ in INCLUDING or _is_sum(one))
        if subject or (verb.lemma_ == "be" and one.lower_ == "among"):  # "two boys were among the dead"
            yield from one.subtree


def _is_sum(noun: Token) -> bool:
    return noun.lemma_.lower() in word_class("grammar", "tally", "altogether")


def _put_at(preposition: Token) -> Iterator[Token]:
    """ "Put the number of wounded at 22", "the number of people hurt at 22": the words below the number."""
    if preposition.lower_ in AT:
        verb = preposition.head
        told = (one for one in (verb, *verb.children) if one.dep_ in {"dobj", "nsubjpass", "nsubj", "conj"})
        for one in (*told, *(verb.ancestors if verb.dep_ == "acl" and preposition.lower_ == "at" else ())):
            if _is_sum(one) or one.lower_ in _by_word():
                yield from one.subtree


def told_otherwise(reading: Reading, amount: AmountMention, kind: str, name: str) -> bool:
    """Whether the words right at a number say that it counts another outcome: "25 missing, 600 displaced"."""
    last = max([*reading.indices(amount)], default=amount.root)
    beside = reading.tokens[last + 1 : last + 2] if not amount.noun else ()
    words = [*beside, *([reading.tokens[amount.root]] if amount.noun else [])]
    outcomes = (_by_word().get(word.lower_) or _by_word().get(word.lemma_.lower()) for word in words)
    return any(one.kind == "casualties" and (one.kind, one.type) != (kind, name) for one in outcomes if one)


def _claim(reading: Reading, amount: AmountMention, entry: TallyEntry, word: Token) -> Claim:
    root = reading.tokens[amount.root]
    clause = clause_of(root)
    own = clause != clause_of(word) and word.i < clause.i and any(one.dep_ == "nsubj" for one in clause.children)
    put = put_at(reading, root if own else word)  # "a clinic counted 117 bodies; the ministry confirmed 84"
    if put.standing == "asserted" and (beside := put_at(reading, clause)).standing in OPEN:
        put = put._replace(standing=beside.standing, cue=beside.cue)
    row = row_of(reading, amount, word)
    fresh = word.i > 0 and word.nbor(-1).lower_ in word_class("grammar", "further")  # "newly displaced"
    measure = "flow" if fresh else entry.measure
    heads = between(reading.labels, row.start, amount.start) if row else ()
    base = Claim(
        kind=entry.kind,
        type=entry.type,
        parties=(reading.as_party(root, "object"),) if entry.counted == "equipment" else reading.counted(amount),
        document=reading.document,
        evidence=row or reading.sentence(word),
        trigger=reading.quote([word]),
        places=tuple(as_place(place, "at") for place in _places(reading, None if row else word, amount) or heads),
        time=time_at(reading, (word,), reading.over(word)),
        chain=put.chain,
        standing=put.standing,
        standing_cue=put.cue,
        phase=put.phase,
        probability=put.probability,
        quantity=Quantity(amount.text, amount.start, amount.end, None, None, None, "exact", None, measure),
    )
    return replace(base, quantity=quantity_of(reading, (word,), base, amount))


def _places(reading: Reading, word: Token | None, amount: AmountMention) -> dict[PlaceMention, None]:
    """Where the clause of the word or of the number says it is."""
    root = reading.tokens[amount.root]
    heads = (word, root, clause_of(word)) if word else (root,)
    where = [one for head in heads for one in obliques_of(head) if one[0] not in NOT_WHERE]
    if word and word.head.lower_ == "of":  # "the number of refugees from Sudan in Chad"
        where += obliques_of(word.head.head)
    named = (dict.fromkeys(inside(reading, token)) for _, token in sorted(where, key=lambda one: one[0] == "from"))
    return next((places for places in named if places), {})
