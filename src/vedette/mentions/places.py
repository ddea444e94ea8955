"""Finds place names by gazetteer, syntax and the recogniser's vote, and tells which place each one means."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from spacy.tokens import Doc, Span, Token

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer import Entry, Gazetteer
from vedette.mentions.place_words import place_words
from vedette.model import Document, PlaceMention, PlacePrecision

NAMED = frozenset({"PROPN", "NOUN", "ADJ", "X"})
JOINING = frozenset(
    {"-", "al", "el", "de", "la", "le", "du", "of", "the", "and", "'s", "es", "ez", "as", "az", "ad", "ash", "au"}
)
BESIDE = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name a place, what it may mean, and how much speaks for it."""

    span: Span
    entries: tuple[Entry, ...]
    score: float

    @property
    def root(self) -> Token:
        """The token that ties the name to its sentence."""
        return self.span.root


def mark_places(tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry) -> tuple[PlaceMention, ...]:
    """The places a document names, in order; states that act as parties are left out."""
    found = [one for one in _candidates(tokens, gazetteer, registry) if not _acts(one, registry)]
    return _mentions(found, tokens, document, gazetteer, registry)


def mark_toponyms(
    tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry
) -> tuple[PlaceMention, ...]:
    """Every place name, also where it stands for a government: what geoparsing corpora annotate."""
    return _mentions(list(_candidates(tokens, gazetteer, registry)), tokens, document, gazetteer, registry)


def _candidates(tokens: Doc, gazetteer: Gazetteer, registry: Registry) -> Iterator[Candidate]:
    ours = {
        i
        for hit in registry.find(tokens.text)
        if hit.actor.type != "state"
        for i in _covered(tokens, hit.start, hit.end)
    }
    rated = list(_rated(tokens, gazetteer, ours))
    sure = {one.root.i for one in rated if one.score >= 2}
    for one in rated:
        beside = one.root.dep_ in BESIDE and one.root.head.i in sure
        listed = any(child.dep_ in BESIDE and child.i in sure for child in one.root.children)
        if one.score + 1.5 * (beside or listed) >= 2:
            yield one


def _covered(tokens: Doc, start: int, end: int) -> range:
    span = tokens.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _rated(tokens: Doc, gazetteer: Gazetteer, ours: set[int]) -> Iterator[Candidate]:
    at = 0
    while at < len(tokens):
        best = _longest(tokens, at, gazetteer) if _may_begin(tokens[at]) else None
        if best is None:
            at += 1
            continue
        span, entries = best
        score = _score(span, entries) - 3 * (not ours.isdisjoint(range(span.start, span.end)))
        yield Candidate(span, entries, score)
        at = span.end


def _may_begin(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in NAMED | {"VERB", "ADP", "ADV"} and not token.is_punct


def _longest(tokens: Doc, at: int, gazetteer: Gazetteer) -> tuple[Span, tuple[Entry, ...]] | None:
    """The longest known name that starts here, else an unknown one that its place word vouches for."""
    for end in range(min(at + gazetteer.longest, len(tokens)), at, -1):
        span = tokens[at:end]
        if _is_name(span) and (entries := gazetteer.lookup(span.text)):
            return span, entries
    first = tokens[at]
    if first.ent_type_ in {"GPE", "LOC"} or _place_word_before(first):
        end = at + 1
        while end < len(tokens) and tokens[end].pos_ == "PROPN" and tokens[end].dep_ in {"compound", "pobj", "appos"}:
            end += 1
        return (tokens[at:end], ()) if first.pos_ == "PROPN" else None
    return None


def _is_name(span: Span) -> bool:
    last = span[-1]
    if not (last.text[:1].isupper() or last.text.isdigit()) or "\n" in span.text:
        return False
    return all(token.text[:1].isupper() or token.lower_ in JOINING for token in span) and len(span.text) > 1


def _score(span: Span, entries: tuple[Entry, ...]) -> float:
    """What speaks for a place: its fame, the words around it, the recogniser; and what speaks against."""
    first, root = span[0], span.root
    fame = max((log10(entry.population + 1) for entry in entries), default=0.0)
    known = 2.0 if any(entry.precision != "settlement" for entry in entries) else max(0.0, (fame - 4.0) * 0.9)
    label = _label(span)
    score = known + {"GPE": 2.0, "LOC": 1.5, "FAC": 1.0, "PERSON": -1.2, "ORG": -0.6}.get(label, 0.0)
    score += 1.5 * _is_where(root) + 2.5 * (_place_word_before(first) or _place_word_after(span))
    score -= 2.5 * _inside_longer_name(span) + 1.0 * (root.pos_ not in {"PROPN", "NOUN"}) * (
        label not in {"GPE", "LOC"}
    )
    return score - 2.0 * (len(span.text) < 3 and not span.text.isupper()) - 3.0 * _is_common(span)


def _label(span: Span) -> str:
    labels = {token.ent_type_ for token in span} - {""}
    return next(iter(labels)) if len(labels) == 1 else ""


def _is_where(root: Token) -> bool:
    head = root.head
    return (root.dep_ == "pobj" and head.lower_ in place_words("preposition")) or (
        root.dep_ == "dobj" and head.lemma_ in place_words("entered")
    )


def _place_word_before(first: Token) -> bool:
    """ "the town of X", "the village X", "southern X"."""
    if first.i < 1:
        return False
    before = first.nbor(-1)
    if before.lower_ == "of" and first.i > 1:
        return first.nbor(-2).lemma_.lower() in place_words("kind")
    return before.lemma_.lower() in place_words("kind") | place_words("quarter")


def _place_word_after(span: Span) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].lemma_.lower() in place_words("kind") | place_words("site")


def _inside_longer_name(span: Span) -> bool:
    """Part of "Homs University" or "John Lincoln": capitalised words that belong to it but are not in the name."""
    tokens = span.doc
    after = tokens[span.end] if span.end < len(tokens) else None
    before = tokens[span.start - 1] if span.start else None
    follows = after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and not _place_word_after(span)
    precedes = before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.head in span
    bound = span.root.dep_ == "compound" and span.root.head.pos_ == "PROPN" and span.root.head.i >= span.end
    return bool((follows and bound) or (precedes and before is not None and not _place_word_before(span[0])))


def _is_common(span: Span) -> bool:
    """A single word that English uses for something else, at the start of a sentence or in lower case elsewhere."""
    word = span.text.lower()
    return len(span) == 1 and (
        word in place_words("not-a-place") or (span[0].is_sent_start is True and span[0].is_stop)
    )


def _acts(one: Candidate, registry: Registry) -> bool:
    """Whether a state or its capital stands for the government: it says, wants, sends, is asked or is backed."""
    state = any(entry.precision == "country" for entry in one.entries)
    if not state and registry.by_capital(one.span.text) is None:
        return False
    root = one.root
    while root.dep_ == "conj":
        root = root.head
    if root.dep_ in {"nsubj", "agent"} or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
        return root.head.lemma_ not in place_words("happens")
    if root.dep_ in {"dobj", "dative", "nsubjpass"}:
        return root.head.lemma_ not in place_words("entered")
    if root.dep_ == "pobj" and root.head.lower_ == "on":
        return root.head.head.lemma_.lower() not in place_words("aimed")
    if root.dep_ == "pobj":
        return root.head.lower_ not in place_words("preposition") and not _of_place(root.head)
    return root.dep_ in {
        "poss",
        "compound",
        "nmod",
        "npadvmod",
        "ROOT",
        "attr",
    } and root.head.lemma_ not in place_words("kind")


def _of_place(preposition: Token) -> bool:
    return preposition.head.lemma_.lower() in place_words("kind") | place_words("site") | place_words("quarter")


def _mentions(
    found: list[Candidate], tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry
) -> tuple[PlaceMention, ...]:
    votes = _votes(found, tokens, registry)
    meanings = {one.span.text: _meaning(one, votes, tokens, gazetteer) for one in found}
    return tuple(_mention(one, meanings[one.span.text], document) for one in found)


def _votes(found: list[Candidate], tokens: Doc, registry: Registry) -> Counter[tuple[str, str]]:
    """How often the document speaks of each country, and of each first-order division (code "" for the country)."""
    votes: Counter[tuple[str, str]] = Counter()
    for token in tokens:
        if (country := registry.by_adjective(token.text)) is not None:
            votes[country.code, ""] += 1
    for one in found:
        clear = {
            (entry.country, entry.admin1 if entry.precision == "province" else None) for entry in _likely(one.entries)
        }
        if len(clear) == 1:
            code, division = clear.pop()
            votes[code or "", ""] += 1
            votes[code or "", division or "-"] += 2
    return votes


def _likely(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The readings worth counting: states and regions, else places not far smaller than the largest."""
    fixed = tuple(entry for entry in entries if entry.precision != "settlement")
    largest = max((entry.population for entry in entries), default=0)
    return fixed or tuple(entry for entry in entries if entry.population * 8 >= largest)


def _meaning(one: Candidate, votes: Counter[tuple[str, str]], tokens: Doc, gazetteer: Gazetteer) -> Entry | None:
    total = sum(count for (_, division), count in votes.items() if division == "") or 1
    hint = _hint(one.span, tokens, gazetteer)

    def weight(entry: Entry) -> float:
        share = votes[entry.country or "", ""] / total
        division = min(votes[entry.country or "", entry.admin1 or "?"], 4) * 0.4
        named = {(entry.country or "").lower(), (entry.admin1 or "").lower()}
        broad = 2.5 if entry.precision != "settlement" else 0.0
        return log10(entry.population + 10) + 4 * share + division + broad + 5 * bool(hint & named)

    return max(one.entries, key=weight, default=None)


def _hint(span: Span, tokens: Doc, gazetteer: Gazetteer) -> set[str]:
    """The country or division named right after: "Paris, Texas", "Doha, Qatar"."""
    after = tokens[span.end : span.end + 4]
    if len(after) < 2 or after[0].text not in {",", "("}:
        return set()
    return {word for words in (after[1].text, after[1:3].text) for word in gazetteer.divisions(words)}


def _mention(one: Candidate, entry: Entry | None, document: Document) -> PlaceMention:
    span = _widened(one.span)
    start, end = span.start_char, span.end_char
    if entry is None:
        return PlaceMention(
            start, end, document.text[start:end], one.root.i, _precision(span, "settlement"), name=one.span.text
        )
    precision = _precision(span, entry.precision)
    wider = precision != entry.precision
    return PlaceMention(
        start, end, document.text[start:end], one.root.i, precision, None if wider else entry.geonames_id,
        document.text[start:end] if wider else entry.name, entry.country, entry.admin1, entry.lat, entry.lon,
    )  # fmt: skip


def _widened(span: Span) -> Span:
    """The name with the word that says what sort of place it is: "Homs Province", "Goma airport"."""
    tokens = span.doc
    end = span.end
    while end < len(tokens) and end < span.end + 3 and _extends(tokens[end], span):
        end += 1
    return tokens[span.start : end]


def _extends(token: Token, span: Span) -> bool:
    if any(child.lower_ == "of" for child in token.children):
        return False
    below = span.root.head == token or span.root in token.subtree
    return below and token.lemma_.lower() in place_words("kind") | place_words("site")


def _precision(span: Span, default: PlacePrecision) -> PlacePrecision:
    last = span[-1].lemma_.lower()
    before = span.doc[max(0, span.start - 2) : span.start]
    kind = before[0].lemma_.lower() if len(before) == 2 and before[1].lower_ == "of" else last
    if kind in place_words("province"):
        return "province"
    if kind in place_words("district"):
        return "district"
    if kind in place_words("site"):
        return "point"
    quarter = bool(before) and before[-1].lower_ in place_words("quarter")
    return "district" if quarter and default == "settlement" and before[-1].lower_ == "rural" else default
