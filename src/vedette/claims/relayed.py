"""Word passed on, as chains need it: hearsay, sources behind sources, "was quoted as saying"."""

from collections.abc import Iterable, Iterator

from vedette.claims.attribution import CITING, Attribution, parted
from vedette.claims.syntax import agents_of, coordinated, is_passive
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import Doc, Token

HEARSAY = SpeechEntry(yes=(), verbs=("reportedly",))
QUOTED = SpeechEntry(yes=(), verbs=("quote as",))
CLAUSES = frozenset({"VERB", "AUX"})


def relayed(tokens: Doc, found: tuple[Attribution, ...]) -> Iterator[Attribution]:
    """The attributions that come on top of those found by verbs of saying."""
    known = {one.head.i for one in found if one.entry.reports and any(tokens[i].pos_ in CLAUSES for i in one.content)}
    for token in tokens:
        if token.lower_ in word_class("grammar", "reputed"):
            yield Attribution(HEARSAY, (token,), (), _around(token))
        elif token.lemma_ in {"quote", "cite"} and is_passive(token):
            yield from _quoted(token)
        elif token.lower_ in {"citing", "quoting"} and token.dep_ == "advcl":
            yield from _hung_too_low(token, found)
    for one in found:
        if one.entry.reports:
            yield from _behind(one, known)


def _around(adverb: Token) -> frozenset[int]:
    """What "reportedly" bears on: the clause it stands in, without what is set off and told by itself."""
    head = adverb.head
    asides = [child for child in head.children if child.dep_ == "advcl" and _has_subject(child)]
    aside = {token.i for child in asides for token in child.subtree}
    own = (token for token in head.subtree if token != adverb and not parted(token, adverb))
    return frozenset(token.i for token in own if token.i not in aside)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


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


def _hung_too_low(citing: Token, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """ "The radio said that gangs attacked, quoting the mayor": it is the radio that quotes."""
    over = [one for one in found if citing.i in one.content and one.entry.reports and one.head.i < citing.i]
    cited = tuple(each for child in citing.children if child.dep_ == "dobj" for each in coordinated(child))
    if over and cited:
        outer = max(over, key=lambda one: len(one.content))
        own = {token.i for token in citing.subtree}
        yield Attribution(CITING, (citing,), cited, outer.content - own, order=outer.order + 1)


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
