"""Who says what: sources, the words by which they speak, and the stretch of text that they vouch for.

After PARC and PolNeAR: source, cue, content (Pareti 2016; Newell, Margolin and Ruths 2018).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from vedette.claims.syntax import RELATIVES, agents_of, coordinated, is_passive, surface_subjects
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry

CLAUSAL = frozenset({"ccomp", "xcomp"})
QUOTE_MARKS = frozenset('"“”«»')
CITING = SpeechEntry(yes=(), verbs=("cite",))
ACCORDING = SpeechEntry(yes=(), verbs=("according to",))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source's say over a stretch. `order` ranks attributions of equal content, nearest to the reader first.

    `running` marks the sentences of a quote after the one that holds the cue, `carried` those that only seem to go on
    with the account of the sentence before.
    """

    entry: SpeechEntry
    cue: tuple[Token, ...]
    sources: tuple[Token, ...]
    content: frozenset[int]
    order: int = 0
    running: bool = False
    addressees: tuple[Token, ...] = ()
    carried: bool = False

    @property
    def nameless(self) -> bool:
        """Whether it is hearsay: "reportedly", "is said to have", "rumours that"."""
        if self.sources:
            return False
        if self.head.pos_ == "NOUN":
            rumour = self.head.lemma_.lower() in word_class("grammar", "rumour")
            return rumour and self.head.dep_ in {"nsubj", "nsubjpass", "attr", "pobj"}
        hearsay = self.head.pos_ == "ADV" or self.head.lemma_.lower() in word_class("grammar", "hearsay")
        return hearsay and (self.head.pos_ == "ADV" or is_passive(self.head))

    @property
    def head(self) -> Token:
        """The main word of the cue."""
        return self.cue[0]


@cache
def speech_verbs() -> dict[str, tuple[tuple[tuple[str, ...], SpeechEntry], ...]]:
    """First lemma to (following lemmas, entry), longest pattern first."""
    table: dict[str, list[tuple[tuple[str, ...], SpeechEntry]]] = {}
    for entry in load("speech", SpeechEntry):
        for verb in entry.verbs:
            first, *rest = verb.split()
            table.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()}


@cache
def speech_nouns() -> dict[str, SpeechEntry]:
    """Lemma of a noun that names a speech ("report", "claim") to its entry."""
    return {noun: entry for entry in load("speech", SpeechEntry) for noun in entry.nouns}


def attributions(tokens: Doc) -> tuple[Attribution, ...]:
    """Every attribution in a parsed text, in order of their cues; quotes that run on keep their speaker."""
    found = [one for token in tokens for one in _at(token)]
    return (*found, *_running_quotes(tokens, found))


def _at(token: Token) -> Iterator[Attribution]:
    if token.lower_ == "according":
        yield from _according(token)
    elif token.pos_ in {"VERB", "AUX"}:
        yield from _verb(token)
    elif token.pos_ == "NOUN":
        yield from _noun(token)


def match_words(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens below a verb that spell the rest of a pattern ("take" + control of), or None."""
    if head.dep_ == "amod" and words and words[0] == head.head.lemma_.lower():
        rest = match_words(head.head, words[1:])
        return (head, *rest) if rest is not None else None
    found, node = [head], head
    for word in words:
        step = next((c for c in node.children if word in (c.lemma_.lower(), c.lower_) and c.dep_ != "conj"), None)
        if step is None and node is not head:
            step = next((c for c in head.children if word in (c.lemma_.lower(), c.lower_)), None)
        if step is None:
            return None
        found.append(step)
        node = step if step.dep_ != "prt" else head
    return tuple(found)


def _verb(verb: Token) -> Iterator[Attribution]:
    for rest, entry in speech_verbs().get(verb.lemma_.lower(), ()):
        cue = match_words(verb, rest)
        if cue is None or not _has_object(verb, entry.needs):
            continue
        content = _content(verb, cue, entry)
        if not content:
            continue
        sources = agents_of(verb) if is_passive(verb) else surface_subjects(verb)
        sources = tuple(one for one in sources if one.lower_ not in RELATIVES)
        yield Attribution(entry, cue, sources, content, addressees=_addressees(verb, content))
        yield from _cited(verb, content)
        return


def _has_object(verb: Token, lemmas: tuple[str, ...]) -> bool:
    return not lemmas or any(child.dep_ in {"dobj", "nsubjpass"} and child.lemma_ in lemmas for child in verb.children)


def _content(verb: Token, cue: tuple[Token, ...], entry: SpeechEntry) -> frozenset[int]:
    """Token indices of what is said: the complement clause, the clause around a parenthesis, or the object."""
    clauses = [child for child in verb.children if child.dep_ in CLAUSAL and child not in cue and not cut_off(child)]
    if any(child.dep_ == "dobj" for child in verb.children) and verb.lemma_ != "tell":
        clauses = [clause for clause in clauses if clause.i > verb.i]
    clauses += [p for child in verb.children if child.lower_ == "as" for p in child.children if p.dep_ == "pcomp"]
    last = cue[-1]
    if last != verb:
        clauses += [child for child in last.children if child.dep_ in {"pobj", "pcomp", "ccomp", "acl", *CLAUSAL}]
    clauses = clauses or _late_clause(verb)
    if not clauses and verb.dep_ == "relcl" and verb.head.lemma_ in word_class("grammar", "charge"):
        return frozenset({verb.head.i})
    if not clauses and is_passive(verb):
        reasons = [child for child in verb.children if child.dep_ == "advcl"]
        own = {token.i for token in verb.subtree} - {token.i for reason in reasons for token in reason.subtree}
        return frozenset(own - {token.i for token in cue})
    if not clauses and (around := _around(verb)):
        return around
    if entry.objects or is_passive(verb):
        clauses += [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c not in cue]
    said = [token for clause in clauses for token in clause.subtree if token not in cue]
    return frozenset(token.i for token in said) - _asides(verb, said, entry)


def _asides(verb: Token, said: list[Token], entry: SpeechEntry) -> frozenset[int]:
    """What the writer adds: after "said" the speaker's own words would stand in the past, "…, which is in the east";
    nobody demands, denies or plans a clause that is set off."""
    wished = bool(entry.standing) or not entry.reports
    added = [one for one in said if one.dep_ == "relcl" and ((wished and _set_off(one)) or _added(verb, one))]
    return frozenset(token.i for one in added if not _in_quotes(one) for token in one.subtree)


def _in_quotes(token: Token) -> bool:
    """Whether a mark that opens a quote stands before a token in its sentence, and none that closes it."""
    marks = [one.text for one in token.doc[token.sent.start : token.i] if one.text in QUOTE_MARKS]
    return bool(marks) and (len(marks) % 2 == 1 if marks[-1] == '"' else marks[-1] in "“«")


def _added(verb: Token, clause: Token) -> bool:
    """A relative clause after a comma whose first verb stands in the present, under a verb in the past."""
    pronoun = next((token for token in clause.lefts if token.lower_ in RELATIVES), None)
    finite = next((token for token in (*clause.lefts, clause) if token.tag_ in {"VBZ", "VBP", "VBD", "MD"}), None)
    set_off = pronoun is not None and pronoun.left_edge.i > 0 and pronoun.left_edge.nbor(-1).text == ","
    return verb.tag_ == "VBD" and set_off and finite is not None and finite.tag_ in {"VBZ", "VBP"}


def cut_off(clause: Token) -> bool:
    """A clause before a semicolon is a sentence of its own, whatever the parse says."""
    return clause.i < clause.head.i and any(token.text == ";" for token in clause.doc[clause.i : clause.head.i])


def _late_clause(verb: Token) -> list[Token]:
    """The that-clause that an aside has come between ("told the paper in an interview on Friday that …")."""
    markers = (t for t in verb.subtree if t.lower_ == "that" and t.dep_ == "mark" and t.i > verb.i and t.head != verb)
    return [marker.head for marker in markers if marker.head.pos_ in {"VERB", "AUX"}][:1]


def _around(verb: Token) -> frozenset[int]:
    """The clause that "…, he said, …" interrupts, when the parse hangs the speech verb below it."""
    if verb.dep_ not in {"parataxis", "advcl", "ccomp", "intj", "dep"} or verb.head == verb:
        return frozenset()
    if verb.tag_ == "VBG" or (verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.children)):
        return frozenset()
    if verb.dep_ in {"advcl", "ccomp"} and not _set_off(verb):
        return frozenset()
    own = {token.i for token in verb.subtree}
    return frozenset(token.i for token in verb.head.subtree if token.i not in own)


def _set_off(verb: Token) -> bool:
    """Whether a clause stands between commas, or between a comma and the end."""
    first = verb.left_edge.i
    return (first > 0 and verb.doc[first - 1].text in {",", '"', "--", "-", "–", "—"}) or verb.left_edge.text == ","


def _addressees(verb: Token, content: frozenset[int]) -> tuple[Token, ...]:
    """Whom the source told: the indirect or direct object, or "to X"."""
    direct = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.i not in content and c.pos_ != "ADP"]
    after_to = [p for c in verb.children if c.dep_ in {"dative", "prep"} and c.lower_ == "to" for p in c.children
                if p.dep_ == "pobj"]  # fmt: skip
    return tuple(one for head in [*direct, *after_to] for one in coordinated(head) if one.i not in content)


def _cited(verb: Token, content: frozenset[int]) -> Iterator[Attribution]:
    """The source behind the source: "…, citing the ministry"."""
    for child in verb.subtree:
        if child.lower_ in {"citing", "quoting"} and child.i not in content:
            sources = tuple(one for c in child.children if c.dep_ in {"dobj", "pobj"} for one in coordinated(c))
            yield Attribution(CITING, (child,), sources, content, order=1)
            return


def _according(token: Token) -> Iterator[Attribution]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    if to is None:
        return
    sources = tuple(one for child in to.children if child.dep_ == "pobj" for one in coordinated(child))
    governor = token.head
    while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
        governor = governor.head
    while governor.dep_ == "conj" and governor.head.pos_ in {"VERB", "AUX"}:
        governor = governor.head
    conceded = [child for child in governor.children if child.dep_ == "advcl" and _concedes(child)]
    own = {to.i} | {one.i for part in (token, to, *conceded) for one in part.subtree}
    content = frozenset(one.i for one in governor.subtree if one.i not in own)
    yield Attribution(ACCORDING, (token, to), sources, content, order=0)


def _concedes(clause: Token) -> bool:
    """ "…, though activists say it is higher": somebody else speaks."""
    return any(child.lower_ in {"though", "although", "while", "whereas"} for child in clause.lefts)


def _noun(noun: Token) -> Iterator[Attribution]:
    entry = speech_nouns().get(noun.lemma_.lower())
    if entry is None:
        return
    clauses = [child for child in noun.children if child.dep_ in {"acl", "ccomp", "relcl"} and _has_that(child)]
    clauses += [
        p for c in noun.children if c.lower_ in {"of", "about"} for p in c.children if p.dep_ in {"pobj", "pcomp"}
    ]
    if clauses:
        owners = tuple(
            c for c in noun.children if c.dep_ in {"poss", "compound", "amod"} and c.pos_ in {"NOUN", "PROPN"}
        )
        content = frozenset(token.i for clause in clauses for token in clause.subtree)
        yield Attribution(entry, (noun,), owners or tuple(agents_of(noun)), content)


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" or child.lower_ == "that" for child in clause.children)


def _running_quotes(tokens: Doc, found: list[Attribution]) -> Iterator[Attribution]:
    """Sentences that stand wholly inside quotation marks, without a cue, belong to the last speaker."""
    cues = {one.head.i: one for one in found if one.entry.reports}
    last: Attribution | None = None
    inside = False
    for sentence in tokens.sents:
        opened = inside or _opens(sentence)
        inside = _still_open(sentence, inside)
        own = [cues[token.i] for token in sentence if token.i in cues and cues[token.i].sources]
        outer = [one for one in own if not any(one.head.i in other.content for other in own)]
        if outer:
            last = next((one for one in reversed(outer) if one.entry.act == "say"), outer[-1])
        elif opened and last is not None:
            yield Attribution(
                last.entry, last.cue, last.sources, frozenset(token.i for token in sentence), running=True
            )
        elif not opened:
            last = None


def _opens(sentence: Span) -> bool:
    first = next((token for token in sentence if not token.is_space), None)
    return first is not None and first.text[0] in QUOTE_MARKS


def _still_open(sentence: Span, inside: bool) -> bool:
    for token in sentence:
        if token.text in {"“", "«"}:
            inside = True
        elif token.text in {"”", "»"}:
            inside = False
        elif token.text == '"':
            inside = not inside
    return inside


def covering(found: tuple[Attribution, ...], token: Token) -> tuple[Attribution, ...]:
    """The attributions that vouch for a token, nearest to the reader first."""
    over = [one for one in found if token.i in one.content and token not in one.cue]
    return tuple(sorted(over, key=lambda one: (-len(one.content), one.order, one.head.i)))
