"""Word passed on, as chains need it: hearsay, sources behind sources, "was quoted as saying"; and sentences that go
on with an account without saying so ("The army had left, he said. Its tanks were gone."): these are only likely.
"""

from collections.abc import Iterator, Sequence

from vedette.claims.attribution import CITING, Attribution, parted
from vedette.claims.attribution.model import matches
from vedette.claims.attribution.verbs import content_of
from vedette.claims.syntax import agents_of, auxiliaries, coordinated, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import Doc, Span, Token

HEARSAY = SpeechEntry(yes=(), verbs=("reportedly",))
LEARNED = SpeechEntry(yes=(), verbs=("learn from",))
QUOTED = SpeechEntry(yes=(), verbs=("quote as",))
CLAUSES = frozenset({"VERB", "AUX"})
GOES_ON = SpeechEntry(yes=(), verbs=("go on",))
PAST = frozenset({"VBD", "VBN"})


def relayed(tokens: Doc, found: tuple[Attribution, ...]) -> Iterator[Attribution]:
    """The attributions that come on top of those found by verbs of saying."""
    known = {one.head.i for one in found if one.entry.reports and any(tokens[i].pos_ in CLAUSES for i in one.content)}
    for token in tokens:
        if token.lower_ in word_class("grammar", "reputed"):
            yield Attribution(HEARSAY, (token,), (), _around(token))
        elif token.lemma_ in {"quote", "cite"} and is_passive(token):
            yield from _quoted(token)
        elif token.lemma_ in word_class("grammar", "learning") | {"tell"} and token.pos_ in CLAUSES:
            yield from _learned(token)
    yield from _that_is_said(tokens)
    for one in found:
        if one.entry.reports:
            yield from _behind(one, known)


def _that_is_said(tokens: Doc) -> Iterator[Attribution]:
    """ "That guns levelled a village is denied by the general", whatever the parse makes of it."""
    for sentence in tokens.sents:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or first.text != "That" or first.dep_ != "mark":
            continue
        for verb in (one for one in sentence if one.pos_ == "VERB" and is_passive(one)):
            helper = min((child.i for child in verb.children if child.dep_ in {"aux", "auxpass"}), default=verb.i)
            entry = next((entry for entry, cue in matches(verb, "verbs") if entry.act and len(cue) == 1), None)
            if entry is not None and first.head.i < helper:
                yield Attribution(entry, (verb,), agents_of(verb), frozenset(range(first.i + 1, helper)))


def _learned(verb: Token) -> Iterator[Attribution]:
    """ "The colonel learned from prisoners that", "has it from two aides", "they were told by a guard": who tells it,
    and whom he has it from."""
    leads = ("by" if is_passive(verb) else "") if verb.lemma_ == "tell" else "from"
    for child in verb.children:
        sources = tuple(one for head in child.children if head.dep_ == "pobj" for one in coordinated(head))
        content = content_of(verb, (verb,), LEARNED) if child.lower_ == leads and sources else frozenset()
        if content:
            heard = (one for one in surface_subjects(verb) if one.lemma_ not in word_class("grammar", "assembly"))
            yield Attribution(LEARNED, (verb,), tuple(heard), content, order=-1)
            yield Attribution(CITING, (child,), sources, content, order=1)


def _around(adverb: Token) -> frozenset[int]:
    """What "reportedly" bears on: the clause it stands in, without what is set off and told by itself."""
    head = adverb.head
    return frozenset(token.i for token in head.subtree if token != adverb and not parted(token, adverb))


def _quoted(verb: Token) -> Iterator[Attribution]:
    """ "…, the governor was quoted by AFP as saying": the words stand before it."""
    saying = next(
        (p for child in verb.children if child.lower_ == "as" for p in child.children if p.dep_ == "pcomp"), None
    )
    if saying is None or any(child.dep_ in {"ccomp", "dobj"} for child in saying.children):
        return
    before = [child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i]
    joined = verb.head if verb.dep_ in {"conj", "ccomp", "parataxis", "advcl", "dep"} and verb.head.i < verb.i else None
    own = {token.i for token in verb.subtree}
    said = [*before[:1], *([joined] if joined is not None and not before else [])]
    content = frozenset(token.i for clause in said for token in clause.subtree if before or token.i not in own)
    speakers = tuple(one for child in verb.children if child.dep_ == "nsubjpass" for one in coordinated(child))
    if content and speakers:
        if through := agents_of(verb):
            yield Attribution(QUOTED, (verb,), through, content)
        yield Attribution(QUOTED, (saying,), speakers, content, order=1)


def _behind(one: Attribution, known: set[int]) -> Iterator[Attribution]:
    """ "according to AFP, which cited a medic": the source behind the source, however deep."""
    for token in (inner for source in one.sources for inner in source.subtree):
        outside = token.i not in known and token.i not in one.content
        if outside and token.lemma_ in {"cite", "quote"} and token.pos_ in CLAUSES and not is_passive(token):
            cited = tuple(
                each for child in token.children if child.dep_ in {"dobj", "pobj"} for each in coordinated(child)
            )
            if cited:
                known.add(token.i)
                deeper = Attribution(CITING, (token,), cited, one.content, order=one.order + 1)
                yield deeper
                yield from _behind(deeper, known)


def carried(tokens: Doc, found: tuple[Attribution, ...]) -> Iterator[Attribution]:
    """An attribution for each sentence, or part behind a semicolon, that goes on with the account of the one before, in
    the same paragraph.
    """
    last: Attribution | None = None
    before: Span | None = None
    over: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        for i in one.content if one.entry.reports else ():
            over.setdefault(i, []).append(number)
    for part in _parts(tokens):
        inside = range(part.start, part.end)
        own = _own(inside, [found[number] for number in sorted({n for i in inside for n in over.get(i, ())})])
        if own is not None or before is None or _parted(before, part):
            last = own if own is not None and own.sources else None
        elif last is not None and (_goes_on(part) or _adds(part)):
            content = frozenset(token.i for token in part)
            yield Attribution(GOES_ON, last.cue, last.sources, content, order=-1, running=True, carried=True)
        elif not _is_behind(part, ";:"):
            last = None
        before = part


def _parts(tokens: Doc) -> Iterator[Span]:
    """The sentences, cut at semicolons, and at colons behind a verb of saying, outside of quotes."""
    for sentence in tokens.sents:
        first = sentence.start
        for mark in (one for one in sentence if one.text in {";", ":"} and one.i not in one.doc.quoted):
            spoken = mark.text == ";" or any(one.pos_ in CLAUSES for one in tokens[first : mark.i])
            if first < mark.i < sentence.end - 1 and spoken:
                yield tokens.span(first, mark.i + 1)
                first = mark.i + 1
        yield tokens.span(first, sentence.end)


def _is_behind(part: Span, marks: str) -> bool:
    return part.start > 0 and part.doc[part.start - 1].text in marks


def _adds(part: Span) -> bool:
    """Whether a part behind a semicolon tells a further thing that happened, or one behind a colon what is meant, and
    nobody else speaks in it.
    """
    first = part[0]
    later = first.lower_ in word_class("grammar", "turn") or any(one.lower_ == "later" for one in part)
    speaks = any(entry.reports or entry.act for one in part for entry, _ in matches(one, "verbs"))
    told = _is_behind(part, ":") or (_is_behind(part, ";") and _past(part.root) and not later)
    return told and not (speaks or _own_knowledge(part))


def _own(inside: range, over: Sequence[Attribution]) -> Attribution | None:
    """The outermost source that vouches for most of a sentence; an Attribution without sources ends an account."""
    named = [one for one in over if one.sources and (one.head.i in inside or one.running)]
    return max(named or over, key=lambda one: len(one.content), default=None)


def _parted(before: Span, sentence: Span) -> bool:
    """Whether a line ends between two sentences."""
    text = before.doc.span(before.start, sentence.start).text_with_ws
    return "\n" in text[len(before.text.rstrip()) :]


def _goes_on(sentence: Span) -> bool:
    """In the tense of reported speech or about what is owned by somebody just named, and no turn to something else."""
    first = next((token for token in sentence if not token.is_space and not token.is_punct), None)
    root = sentence.root
    if first is None or first.lower_ in word_class("grammar", "turn") or not _past(root) or _own_knowledge(sentence):
        return False
    return _backshifted(root) or _refers_back(root)


def _past(root: Token) -> bool:
    return root.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in auxiliaries(root))


def _backshifted(root: Token) -> bool:
    """ "had fled", "would return": the tense of reported speech."""
    return root.tag_ != "VBD" and any(helper.lower_ in {"had", "would"} for helper in auxiliaries(root))


def _refers_back(root: Token) -> bool:
    """A subject that belongs to somebody of the sentence before: "its tanks"."""
    subjects = [child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(child.tag_ == "PRP$" for subject in subjects for child in subject.children)


def _own_knowledge(sentence: Span) -> bool:
    """What an outlet adds by itself: that it could not check, that nobody answered, years and history."""
    words = {token.lemma_.lower() for token in sentence}
    return not words.isdisjoint(word_class("grammar", "background")) or any(
        len(token.text) == 4 and token.text.isdigit() and token.text[:2] in {"19", "20"} for token in sentence
    )
