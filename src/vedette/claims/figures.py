"""From a count to the figure of a claim: over what it was counted, of what it is a part."""

import re
from collections.abc import Iterable, Iterator, Sequence

from vedette.claims.details import idmc_term
from vedette.claims.nearness import between
from vedette.claims.reading import Reading
from vedette.claims.syntax import clause_of, surface_subjects
from vedette.claims.when import scope_of, so_far
from vedette.lexicon.classes import word_class
from vedette.model import TOLD, AmountMention, Claim, Measure, Party, Quantity, Quote, Time, replace
from vedette.model.tokens import Token

PEOPLE = frozenset({"casualties", "displacement"})
RATE = re.compile(
    r"\s((?:a|per|each|every)\s(?:hour|day|night|week|month|year)|daily|monthly)\b(?!\s(?:earlier|before|after|later|ago))",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\s*(?:dead|killed|wounded|injured|hurt|missing)?\s*(?::|\(|–|—|-)\s*(?:including )?", re.IGNORECASE
)
PART = re.compile(r"\b(?:including|among them|(?:of|from|out\s+of)\s+(?:which|whom|them|these|those))\b", re.IGNORECASE)
PART_AFTER = re.compile(r"\s*(?:\w+ )?of (?:which|whom|them|these|those)\b", re.IGNORECASE)
OPENING = re.compile(r"\s*(?:of|among|from|out of)\s+(?:the|those|these|some)?\s*", re.IGNORECASE)
OF_THEM = re.compile(r"\W*(?:of|among) (?:them|these|those)\b(?! [a-z]+ed\b)", re.IGNORECASE)
OF_THE = re.compile(r"\s(?:out )?of (?:the|its|those|a total of|some)?\s*", re.IGNORECASE)
COMPARED = re.compile(r"(?:\b(?:double|twice|versus|compared (?:with|to))|, (?:and )?not)(?: the)? $", re.IGNORECASE)
HOUSEHOLDS = re.compile(r"\s*(?:\(|,|or|with|-|–)")
ROW = re.compile(r", (?:and )?| and ")
JOINED = re.compile(r"\s(?:and|or|and/or)\s(?:\w+ly\s)?", re.IGNORECASE)
TOGETHER = {"killed", "injured"}
NEAR = 3
THEN = re.compile(r"\s(?:in |on |at |as of )?(?:the )?(?:end of )?", re.IGNORECASE)
THEN_REACH = 30
JOINS = frozenset({"and", "while", "but"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SIZES = (1.5, 15)
CATEGORIES = {
    ("return", "stock"): "returnees", ("return", "flow"): "return", ("killed", "flow"): "deaths",
    ("displaced", "stock"): "IDPs",
}  # fmt: skip


def quantity_of(reading: Reading, tokens: tuple[Token, ...], claim: Claim, amount: AmountMention) -> Quantity:
    """A figure as the claim carries it; `tokens` are the event words, `claim` says of what kind and measure it is."""
    unit = amount.unit or ("person" if claim.kind in PEOPLE or (claim.kind == "unrest" and not amount.noun) else None)
    measure: Measure = claim.quantity.measure if claim.quantity else "flow"
    term = idmc_term(reading, tokens, claim, amount)
    abroad = any(one.precision == "country" and one.role in {"to", "toward"} for one in claim.places)
    across = claim.kind == "displacement" and (amount.population == "refugee" or abroad)
    flee = "internal displacements" if claim.type in {"displaced", "flee", "evacuate", "evict"} else None
    category = CATEGORIES.get((claim.type, measure), flee) if term or claim.type == "killed" else None
    words = reading.document.quote(amount.start, amount.end)
    rate = RATE.match(reading.document.text, amount.end)
    return Quantity(
        words.text, words.start, words.end, amount.low, amount.best, amount.high, amount.quantifier, unit,
        measure, amount.population, rate[1] if rate else scope_of(reading, tokens),
        noun=amount.counted.text if amount.counted and amount.noun else None,
        cumulative=_cumulative(reading, tokens, amount),
        part_of=whole_of(reading, amount),
        household_size=_household_size(reading, amount) if unit == "household" else None,
        term=term,
        category="people displaced across borders" if across and category else category,
    )  # fmt: skip


def _cumulative(reading: Reading, tokens: tuple[Token, ...], amount: AmountMention) -> bool | None:
    """Whether a figure is a running sum, comes on top of an earlier one, or neither is told."""
    root = reading.tokens[amount.root]
    first = next(iter(reading.indices(amount)), root.i)
    beside = reading.tokens[max(first - NEAR, root.sent.start) : root.i + 1]
    if any(one.lower_ in word_class("grammar", "further") and not _bounds(one) for one in beside):
        return False
    if any(one.lemma_ in word_class("grammar", "lasting") for one in surface_subjects(tokens[0])):
        return True  # "a war that killed 600,000"
    told = {one.lemma_.lower() for one in (*tokens, *root.ancestors, *clause_of(root).children) if one.pos_ == "NOUN"}
    told |= {child.lemma_.lower() for child in clause_of(root).children if child.dep_ == "advmod"}
    summed = amount.number.text.lower() not in {"a", "an"} and not told.isdisjoint(word_class("grammar", "altogether"))
    running = summed or so_far(tokens[0])
    return True if running else None


def _bounds(word: Token) -> bool:
    """ "More than 40" adds nothing to what was told before."""
    return word.lower_ == "more" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"


def whole_of(reading: Reading, amount: AmountMention) -> Quote | None:
    """The figure of which "including 12 children", "of whom 12", "of the 40 dead, 12", "12 of the 40" tells a part."""
    text, sentence = reading.document.text, reading.tokens[amount.root].sent
    near = [one for one in reading.amounts_in(reading.tokens[amount.root]) if not _is_past(reading, one)]
    larger = [one for one in near if size_of(one) > size_of(amount) and amount in near]
    same = [
        one for one in near if size_of(one) == size_of(amount) and _is_beside(reading, amount, one)
    ]  # "one man, a boy"
    for whole in (*same, *reversed(larger)):
        if whole.number.end <= amount.number.start:
            opens = (
                OPENING.fullmatch(text, sentence.start_char, whole.start) is not None
                and "," in text[whole.end : amount.number.start]
            )
            units = {whole.unit, amount.unit}
            first = next((one for one in near if one.number.start >= whole.end and one.unit in units), amount)
            told = PART.search(text, whole.end, first.number.start)
            if told is None and first is not amount:  # "64, 12 of them minors and nine women"
                told = PART_AFTER.match(text, first.number.end)
            if told is None and {whole.unit, amount.unit} <= {"person", None}:  # "63 bodies: 42 men and 21 women"
                told = LISTED.fullmatch(text, whole.end, first.start)
            own = PART_AFTER.match(text, whole.end)
            beside = own is not None and text[own.end()] != ","  # "12 of them minors, and nine"
            goes_on = told is not None and not beside and not _acts(reading, told, amount)
            after = PART_AFTER.match(text, amount.number.end) is not None
            part = opens or goes_on or after or _is_beside(reading, amount, whole)
        else:
            part = OF_THE.fullmatch(text, amount.number.end, whole.number.start) is not None
        people = {whole.unit, amount.unit} <= {"person", "household", None}
        alike = people or whole.unit == amount.unit or amount.unit in {None, "share"}
        if part and alike and whole.unit != "share":
            return reading.document.quote(whole.start, whole.end)
    of_them = OF_THEM.match(text, sentence.start_char)
    return _told_before(reading, amount, sentence.start_char) if of_them else None


def _is_beside(reading: Reading, amount: AmountMention, whole: AmountMention) -> bool:
    """ "Five children, two boys and three girls": who they were, by how it is said or since they add up."""
    alike = amount.population and whole.population in {None, "civilian", amount.population}
    if not alike or whole.end > amount.start:
        return False
    row, end = list[AmountMention](), whole.end
    for one in between(reading.marked.amounts, whole.end, reading.tokens[amount.root].sent.end_char):
        if ROW.fullmatch(reading.document.text, end, one.start):
            row, end = [*row, one], one.end
    adds_up = amount in row and sum(map(size_of, row)) == size_of(whole)
    return adds_up or _stands_for(reading.tokens[amount.root], reading.tokens[whole.root])


def _stands_for(word: Token, head: Token) -> bool:
    """Whether a word is in apposition to another, alone or in a list."""
    named = False
    while word.dep_ in {"conj", "appos"} and word is not head:
        word, named = word.head, named or word.dep_ == "appos"
    return named and word is head


def _told_before(reading: Reading, amount: AmountMention, start: int) -> Quote | None:
    """The figure of which "Of them 140 were shot" tells a part: the first greater one of the sentence before."""
    earlier = reversed(between(reading.marked.amounts, 0, start))
    before = (one for one in earlier if one.end <= start and one.unit in {"person", None})
    latest = next(before, None)
    beside = reading.amounts_in(reading.tokens[latest.root]) if latest is not None else ()
    last = [one for one in beside if one.end <= start and one.unit in {"person", None}]
    whole = next((one for one in last if size_of(one) > size_of(amount)), None)
    return reading.document.quote(whole.start, whole.end) if whole is not None else None


def _acts(reading: Reading, told: re.Match[str], amount: AmountMention) -> bool:
    """Whether a clause goes on between, or begins with the number, so that this is of something else; not "of whom two
    were boys and three girls", "of which 20 were buried and nine are missing"."""
    span = reading.tokens.char_span(told.end(), amount.number.start, alignment_mode="contract")
    root, relative = reading.tokens[amount.root], told[0].lower().startswith(("of", "from", "out"))
    if ";" in reading.document.text[told.end() : amount.number.start]:
        return True
    finite = [one for one in span or () if one.tag_ in FINITE]
    if relative:
        return any(one.lemma_ not in {"be", "have"} for one in finite)
    subject = root.dep_ in {"nsubj", "nsubjpass"} and root.left_edge.i and root.left_edge.nbor(-1).lower_ in JOINS
    return bool(finite) or bool(subject)


def is_compared(reading: Reading, amount: AmountMention) -> bool:
    """ "Double the 215 of last year", "compared with 318 in January": not how many there are now."""
    return COMPARED.search(reading.document.text, max(amount.start - 20, 0), amount.start) is not None


def is_uncounted(reading: Reading, party: Party, figures: Iterable[AmountMention | Quantity]) -> bool:
    """Whether somebody whom an event was done to is one person, in no figure: "the mayor and two of his guards"."""
    who = _root_of(reading, party)
    one = party.type == "person" or "people" in reading.lemma_classes(who)
    if (
        party.role != "target"
        or not one
        or who.tag_ not in {"NN", "NNP"}
        or who.lemma_ in word_class("grammar", "crowd")
    ):
        return False
    counted = {root for figure in figures for root in (_root_of(reading, figure),)}
    inside = any(figure.start < party.end and party.start < figure.end for figure in figures)
    return not inside and not any(
        _stands_for(who, root) or (root.dep_ == "appos" and root.head is who) for root in counted
    )


def _root_of(reading: Reading, words: Quote | Party | AmountMention | Quantity) -> Token:
    span = reading.tokens.char_span(words.start, words.end, alignment_mode="expand")
    return span.root if span is not None else reading.tokens[0]


def size_of(amount: AmountMention | Quantity) -> float:
    """One number for a count."""
    return amount.best or amount.high or amount.low or 0


def _household_size(reading: Reading, amount: AmountMention) -> float | None:
    """How many people each household has: "450 families (about 2,200 people)"."""
    text = reading.document.text
    people = next(iter(between(reading.marked.amounts, amount.end, len(text))), None)
    if people is None or people.unit != "person" or not HOUSEHOLDS.fullmatch(text[amount.end : people.start].rstrip()):
        return None
    size = round(size_of(people) / max(size_of(amount), 1), 1)
    return size if SIZES[0] <= size <= SIZES[1] else None


def counts_the_same(reading: Reading, amount: AmountMention) -> bool:
    """Whether a number of people only says how many the families before it have, or the other way round."""
    earlier = reversed(between(reading.marked.amounts, 0, amount.start))
    before = next((one for one in earlier if one.end <= amount.start), None)
    if before is None or {amount.unit, before.unit} != {"person", "household"}:
        return False
    return reading.document.text[before.end : amount.start].strip() == "("


def settled(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a number that several events share is none of them in full ("killed or wounded"), one from which
    another rose or fell is superseded, and stands once.
    """
    figures = [one for one in claims if one.quantity is not None and one.kind in PEOPLE]
    by_number: dict[int, list[Claim]] = {}
    for one in figures:
        by_number.setdefault(one.quantity.start if one.quantity else -1, []).append(one)
    sums = {start for start, some in by_number.items() if any(_is_joined(reading, one, some) for one in some)}
    before = [one.quantity for one in figures if one.quantity and _is_past(reading, one.quantity)]
    past = {one.start for one in before}
    then = {time.start for one in before for time in between(reading.marked.times, one.end, one.end + THEN_REACH)
            if THEN.fullmatch(reading.document.text, one.end, time.start)}  # fmt: skip
    known = {(one.type, one.quantity.start) for one in figures if one.quantity and one.standing == "superseded"}
    counted = {(one.type, one.trigger.start) for one in figures if one.trigger}
    for claim in claims:
        if claim.quantity is None and claim.trigger and (claim.type, claim.trigger.start) in counted:
            beside = [one.quantity for one in figures if one.quantity and one.trigger == claim.trigger]
            if not any(is_uncounted(reading, one, beside) for one in claim.parties):
                continue
        start = claim.quantity.start if claim.quantity is not None and claim.kind in PEOPLE else -1
        if start in past and claim.standing in TOLD:
            yield replace(claim, standing="superseded")
        elif claim.standing == "superseded" or (claim.type, start) not in known:
            told = _without_time(claim) if claim.time and claim.time.start in then else claim
            yield _at_most(told) if start in sums and claim.kind == "casualties" else told


def _without_time(claim: Claim) -> Claim:
    """The claim of a text's day: "rose to 500,000 from 300,000 in April" tells nothing of April."""
    day = claim.document.published
    return replace(claim, time=Time(None, None, None, day[:10], day[:10], "published") if day else None)


def _is_joined(reading: Reading, claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether one number counts the killed and the injured together; `others` give the same number."""
    figure, trigger = claim.quantity, claim.trigger
    if figure is None or trigger is None or figure.best == 1:
        return False
    twins = [one.trigger for one in others if one.trigger and {one.type, claim.type} == TOGETHER]
    return any(JOINED.fullmatch(reading.document.text, min(trigger.end, one.end), max(trigger.start, one.start))
               for one in twins)  # fmt: skip


def _at_most(claim: Claim) -> Claim:
    figure = claim.quantity
    high = (figure.high or figure.best or figure.low) if figure else None
    return (
        replace(claim, quantity=replace(figure, low=None, best=None, high=high, quantifier="up-to"))
        if figure
        else claim
    )


def _is_past(reading: Reading, figure: Quantity | AmountMention) -> bool:
    """Whether a number stands after "from" where something rose or fell: "rose from 12 to 40"."""
    first = next(iter(reading.indices(reading.document.quote(figure.start, figure.end))), 0)
    word = reading.tokens[max(first - 1, 0)]
    return word.lower_ == "from" and any(
        one.lemma_.lower() in word_class("grammar", "changing") for one in word.ancestors
    )
