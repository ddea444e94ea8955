"""From a count to the figure of a claim: over what it was counted, of what it is a part, and what IDMC calls it."""

import re
from functools import cache

from vedette.claims.events import Event
from vedette.claims.reading import Reading
from vedette.claims.syntax import clause_of
from vedette.claims.when import governs
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import TermEntry
from vedette.model import AmountMention, Claim, Measure, Quantity, Quote
from vedette.model.tokens import Token

PEOPLE = frozenset({"casualties", "displacement"})
SO_FAR = re.compile(r"\b(?:so far|to date|until now|in total|in all|altogether)\b", re.IGNORECASE)
PART = re.compile(r"\b(?:including|among them|(?:of|from|out of) (?:which|whom|them|these|those))\b", re.IGNORECASE)
PART_AFTER = re.compile(r"\s*(?:\w+ )?of (?:which|whom|them|these|those)\b", re.IGNORECASE)
HOUSEHOLDS = re.compile(r"\s*(?:\(|,|or|with|-|–)")
NEAR = 3
SIZES = (1.5, 15)
CATEGORIES = {
    ("return", "stock"): "returnees", ("return", "flow"): "return", ("killed", "flow"): "deaths",
    ("displaced", "stock"): "IDPs",
}  # fmt: skip


def quantity_of(reading: Reading, tokens: tuple[Token, ...], claim: Claim, amount: AmountMention) -> Quantity:
    """A figure as the claim carries it; `tokens` are the event words, `claim` says of what kind and measure it is."""
    unit = amount.unit or ("person" if claim.kind in PEOPLE else None)
    measure: Measure = claim.quantity.measure if claim.quantity else "flow"
    term = idmc_term(reading, tokens, claim, amount)
    across = amount.population == "refugee" and claim.kind == "displacement"
    flee = "internal displacements" if claim.type in {"displaced", "flee", "evacuate", "evict"} else None
    category = CATEGORIES.get((claim.type, measure), flee) if term or claim.type == "killed" else None
    words = reading.document.quote(amount.start, amount.end)
    return Quantity(
        words.text, words.start, words.end, amount.low, amount.best, amount.high, amount.quantifier, unit,
        measure, amount.population, scope_of(reading, tokens),
        noun=amount.counted.text if amount.counted and amount.noun else None,
        cumulative=_cumulative(reading, tokens, amount),
        part_of=_whole(reading, amount),
        household_size=_household_size(reading, amount) if unit == "household" else None,
        term=term,
        category="people displaced across borders" if across and category else category,
    )  # fmt: skip


def nobody(reading: Reading, event: Event) -> Quantity | None:
    """The figure nought of "no casualties", "nobody was hurt", "none of the crew died"."""
    for head in (event.trigger, *event.frame.objects, *event.frame.subjects):
        no = next((child for child in head.children if child.lower_ == "no" and child.dep_ == "det"), None)
        if no is not None or head.lower_ in word_class("grammar", "nobody"):
            words = reading.quote([no or head, head])
            return Quantity(words.text, words.start, words.end, 0, 0, 0, "exact", "person", "flow")
    return None


def scope_of(reading: Reading, tokens: tuple[Token, ...]) -> str | None:
    """Over what a figure was counted: "since late November", "in two days", "so far"."""
    spans = [one for one in reading.marked.times if (one.precision == "since" or one.timex == "DURATION")
             and governs(tokens, reading.tokens[one.root])]  # fmt: skip
    said = min(spans, key=lambda one: one.precision != "since", default=None)
    if said is not None:
        since = said.precision == "since" and not said.text.lower().startswith("since")
        return f"since {said.text}" if since and reading.word_before(said) == "since" else said.text
    so_far = SO_FAR.search(_clause_text(tokens[0]))
    return so_far[0] if so_far else None


def _clause_text(token: Token) -> str:
    clause = clause_of(token)
    return token.doc.span(clause.left_edge.i, clause.right_edge.i + 1).text


def _cumulative(reading: Reading, tokens: tuple[Token, ...], amount: AmountMention) -> bool | None:
    """Whether a figure is a running sum, comes on top of an earlier one, or neither is told."""
    root = reading.tokens[amount.root]
    first = next(iter(reading.indices(amount)), root.i)
    beside = reading.tokens[max(first - NEAR, root.sent.start) : root.i + 1]
    if any(one.lower_ in word_class("grammar", "further") for one in beside):
        return False
    told = {one.lemma_.lower() for one in (*tokens, *root.ancestors, *clause_of(root).children) if one.pos_ == "NOUN"}
    told |= {child.lemma_.lower() for child in clause_of(root).children if child.dep_ == "advmod"}
    running = not told.isdisjoint(word_class("grammar", "altogether")) or SO_FAR.search(_clause_text(tokens[0]))
    return True if running else None


def _whole(reading: Reading, amount: AmountMention) -> Quote | None:
    """The figure before, of which "including 12 children" or "of whom 12" tells a part."""
    text, sentence = reading.document.text, reading.tokens[amount.root].sent
    before = [
        one for one in reading.marked.amounts if sentence.start_char <= one.start < one.end <= amount.number.start
    ]
    for whole in before:
        between = text[whole.end : amount.number.start]
        part = PART.search(between) or PART_AFTER.match(text, amount.number.end)
        if (
            part
            and whole.unit in {amount.unit, "person", None}
            and whole.unit != "share"
            and _size(whole) > _size(amount)
        ):
            return reading.document.quote(whole.start, whole.end)
    return None


def _size(amount: AmountMention) -> float:
    return amount.best or amount.high or amount.low or 0


def _household_size(reading: Reading, amount: AmountMention) -> float | None:
    """How many people each household has: "450 families (about 2,200 people)"."""
    after = (one for one in reading.marked.amounts if one.start >= amount.end)
    people = next(after, None)
    text = reading.document.text
    if people is None or people.unit != "person" or not HOUSEHOLDS.fullmatch(text[amount.end : people.start].rstrip()):
        return None
    size = round(_size(people) / max(_size(amount), 1), 1)
    return size if SIZES[0] <= size <= SIZES[1] else None


def counts_the_same(reading: Reading, amount: AmountMention) -> bool:
    """Whether a number of people only says how many the families before it have, or the other way round."""
    before = [one for one in reading.marked.amounts if one.end <= amount.start][-1:]
    between = [reading.document.text[one.end : amount.start].rstrip() for one in before]
    pair = {amount.unit, *(one.unit for one in before)}
    return pair == {"person", "household"} and any(text.strip() == "(" for text in between)


@cache
def _terms() -> tuple[TermEntry, ...]:
    return load("terms", TermEntry)


def idmc_term(reading: Reading, tokens: tuple[Token, ...], claim: Claim, amount: AmountMention) -> str | None:
    """IDMC's term for what happened to the people or houses counted, None for other figures."""
    housing = amount.unit == "building" and amount.noun in word_class("grammar", "dwelling")
    if claim.kind not in {"displacement", "hardship"} and not housing:
        return None
    words = [one.lemma_.lower() for one in tokens]
    words += [one.lower_ for one in tokens]
    under = {one.lemma_.lower() for one in tokens[0].subtree}
    for entry in _terms():
        below = not entry.below or not under.isdisjoint(entry.below)
        if entry.housing == housing and below and not set(words).isdisjoint(entry.words):
            return entry.term
    return None
