"""Speakers set off between commas, whatever the parse makes of them: "…, an officer assured us, …"."""

from collections.abc import Iterator, Sequence

from vedette.claims.attribution.model import Attribution, verb_matches
from vedette.claims.syntax import RELATIVES, coordinated, is_passive
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import QUOTE_MARKS, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPENS = frozenset({",", "-", "–", "—", "--", *QUOTE_MARKS, "“", "”"})
CLOSES = OPENS | {";", ".", ":", ")", "?", "!"}
ENDS = frozenset({";"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
CLAUSES = frozenset({"VERB", "AUX"})
UNFIT = frozenset({"denied", "superseded"})
FURTHEST = 25
OPENERS = RELATIVES | {"what", "whatever"}


def aside(verb: Token) -> Attribution | None:
    """The attribution of a verb of saying that stands with its speaker, and nothing told, between commas."""
    found = verb_matches(verb)
    entry = next((one for one, _ in found if _fits(one)), None)
    if entry is None or not _finite(verb) or any(len(cue) > 1 and one.reports for one, cue in found):
        return None
    stretch = _stretch(verb)
    speaker = _speaker(verb, stretch) if stretch is not None else None
    if stretch is None or speaker is None or _tells_more(verb, speaker, stretch):
        return None
    stretch = _with_apposition(speaker, stretch)
    content = frozenset(_content(verb, stretch, ahead=bool(entry.standing)))
    told = tuple(child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.i in stretch)
    return Attribution(entry, (verb,), coordinated(speaker), content, addressees=told)


def _fits(entry: SpeechEntry) -> bool:
    plain = not (entry.quotes or entry.raising or entry.predicates or entry.needs or entry.subjects)
    return entry.reports and plain and entry.standing not in UNFIT


def _finite(verb: Token) -> bool:
    helped = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    if verb.tag_ != "VBN":
        return verb.tag_ in FINITE
    return (helped and not is_passive(verb)) or _after_a_name(verb)


def _after_a_name(verb: Token) -> bool:
    """ "…, the commander, Oleg Krasnov, asserted on Saturday": taken for a participle because of the name set off."""
    before = verb.nbor(-1) if verb.i else verb
    named = verb.nbor(-2) if verb.i > 1 else verb
    return verb.dep_ in {"acl", "advcl"} and before.text == "," and named.pos_ == "PROPN" and named.dep_ == "appos"


def _stretch(verb: Token) -> range | None:
    """The words around a verb from comma to comma; a name before it takes the title before its comma along."""
    doc, sentence = verb.doc, verb.sent
    first, after = verb.i, verb.i + 1
    while first > sentence.start and doc[first - 1].text not in CLOSES:
        first -= 1
    if first == verb.i or all(token.pos_ == "PROPN" for token in doc[first : verb.i]):
        first = _with_title(verb, first)
    while after < sentence.end and doc[after].text not in CLOSES and not doc[after].is_space:
        after += 1
    opened = first > sentence.start and doc[first - 1].text in OPENS
    return range(first, after) if opened and after - first <= FURTHEST else None


def _with_title(verb: Token, first: int) -> int:
    """Where the noun phrase begins of which a name between commas is the end: "a nurse, Ana Ruiz, said"."""
    doc, start = verb.doc, verb.sent.start
    for _ in range(1 if first < verb.i else 2):
        at = first - 1
        while at > start and doc[at - 1].text not in CLOSES:
            at -= 1
        titled = doc[at].dep_ in {"det", "poss", "compound", "amod"} or doc[at].pos_ in {"PROPN", "PRON"}
        if first - 1 <= at or doc[first - 1].text != "," or any(token.pos_ in CLAUSES for token in doc[at:first]):
            break
        if not titled:
            break
        first = at
    return first


def _with_apposition(speaker: Token, stretch: range) -> range:
    """The stretch with what is told of the speaker behind its comma: "…, said Ana Ruiz, a nurse who had fled, …"."""
    about = (child for child in speaker.children if child.dep_ in {"appos", "relcl", "acl"} and child.i >= stretch.stop)
    return range(stretch.start, max((token.i + 1 for child in about for token in child.subtree), default=stretch.stop))


def _speaker(verb: Token, stretch: range) -> Token | None:
    """The head of the noun phrase beside the verb; no conjunction, preposition or relative opens it."""
    doc = verb.doc
    first = doc[stretch.start]
    if first.pos_ in {"CCONJ", "SCONJ", "ADP"} or first.dep_ == "mark":
        return None
    before = [doc[i] for i in stretch if i < verb.i]
    speaker = _named(verb, before) if any(token.pos_ in NOMINAL for token in before) else _inverted(verb, stretch)
    own = {token.i for child in speaker.children if child.dep_ == "relcl" for token in child.subtree} if speaker else ()
    return speaker if all(token.i in own for token in before if token.lower_ in OPENERS) else None


def _named(verb: Token, before: list[Token]) -> Token | None:
    """The noun that the stretch begins with; None where the parse has the subject only outside of the stretch."""
    nouns = [token for token in before if token.pos_ in NOMINAL and token.lower_ not in OPENERS]
    subjects = [token for token in nouns if token.head == verb and token.dep_ == "nsubj"]
    loose = [
        token for token in nouns if token.head not in before and token.dep_ not in {"pobj", "npadvmod", "compound"}
    ]
    if not subjects and any(child.dep_ == "nsubj" for child in verb.children):
        return None
    first = min((*subjects, *loose), key=lambda token: token.i, default=None)
    parted = first is not None and any(token.text == "," for token in before if token.i > first.i)
    return first if parted or not subjects else subjects[0]


def _inverted(verb: Token, stretch: range) -> Token | None:
    """ "…, says the mayor": the subject after the verb, which the parse may take for an object."""
    after = [child for child in verb.children if child.i in stretch and child.i > verb.i]
    opens = verb.i == stretch.start and verb.dep_ != "conj" and verb.lemma_ not in word_class("grammar", "telling")
    alone = opens and not any(child.dep_ == "nsubj" for child in verb.children)
    labels = ("nsubj", "dobj") if alone else ("nsubj",)
    return next((child for label in labels for child in after if child.dep_ == label), None)


def _tells_more(verb: Token, speaker: Token, stretch: range) -> bool:
    """Whether the stretch itself holds what is told, or another clause than one about the speaker."""
    about = {token.i for child in speaker.children if child.dep_ in {"relcl", "acl"} for token in child.subtree}
    telling = verb.lemma_ in word_class("grammar", "telling")
    for token in (verb.doc[i] for i in stretch if i not in about and i != verb.i):
        if token.lower_ == "that" and token.i > verb.i and token.dep_ == "mark":
            return True
        if token.pos_ in CLAUSES and token.tag_ in FINITE | {"MD"} and token.head != verb:
            return True
        if token.head != verb or token == speaker:
            continue
        if token.dep_ in {"ccomp", "xcomp", "neg", "mark"} or (token.dep_ in {"dobj", "attr"} and not telling):
            return True
    return False


def _content(verb: Token, stretch: range, *, ahead: bool) -> Iterator[int]:
    """The sentence, from semicolon to semicolon, on both sides of the stretch, up to where somebody else speaks; only
    the clause about a noun where it interrupts one: "…, where, he believes, …".
    """
    doc, sentence = verb.doc, verb.sent
    first, after = stretch.start - 1, stretch.stop
    while first > sentence.start and doc[first - 1].text not in ENDS | {":"}:
        first -= 1
        comma = doc[first - 1].text == ","
        if comma and ((ahead and doc[first].dep_ == "cc") or _opens(doc[first : stretch.start])):
            break
    while after < sentence.end and doc[after].text not in ENDS and not _another(doc[after], stretch.stop):
        after += 1
    yield from (i for i in range(first, after) if i not in stretch)


def _opens(since: Sequence[Token]) -> bool:
    """Whether a clause about a noun begins among some words, and its verb is yet to come."""
    return any(one.lower_ in OPENERS - {"that"} for one in since) and not any(one.tag_ in FINITE for one in since)


def _another(token: Token, at: int) -> bool:
    """ "…, though activists say more", "…, and the army said", or words about the speaker."""
    if token.nbor(-1).text != ",":
        return False
    if token.i - 1 == at and (token.lower_ in RELATIVES - {"that"} or token.tag_ == "VBG"):
        return True
    if token.lower_ in {"though", "although", "while", "whereas"}:
        return True
    rest = token.doc[token.i + 1 : token.sent.end]
    speaks = next((one for one in rest if one.pos_ in CLAUSES and one.tag_ in FINITE | {"MD"}), None)
    return (
        token.dep_ == "cc"
        and speaks is not None
        and _finite(speaks)
        and any(entry.reports or entry.predicates for entry, _ in verb_matches(speaks))
    )
