"""Cues that are no verbs: nouns ("the claim that", "voiced concern about"), adjectives ("confident that"), phrases
("according to the ministry", "in a survey", "reportedly") and labels ("Kremlin: No troops will leave")."""

from collections.abc import Iterator
from functools import cache
from itertools import dropwhile, takewhile

from vedette.claims.attribution.model import Attribution, matches
from vedette.claims.attribution.verbs import CLAUSAL, clause_without, main_clause, that_clauses
from vedette.claims.syntax import RELATIVES, SUBJECTS, agents_of, coordinated, surface_subjects
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SourceEntry, SpeechEntry
from vedette.model.tokens import QUOTE_MARKS, Doc, Span, Token

ACCORDING = SpeechEntry(yes=(), verbs=("according to",))
LABEL = SpeechEntry(yes=())
LONGEST_LABEL = 10
COLONS = frozenset({":", "):"})
ENDS_LABEL = frozenset({",", "(", "on", "to", "by", "in", "from", "via", ";"})
REBELS = frozenset({2, 3})  # ACLED's codes of rebel groups and militias
OWNERS = frozenset({"poss", "compound", "amod"})


def noun_attributions(noun: Token) -> Iterator[Attribution]:
    """The attribution that a noun makes with the clause or the phrase that hangs on it, unless it is who is told it."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in word_class("grammar", "telling"):
        return  # "informs national opinion that its fighters took X"
    for entry, cue in matches(noun, "nouns"):
        claimed = _claimed_by(noun)
        owners = _owners(noun) or tuple(one for one, _ in claimed)
        prepositions = [c for c in _prepositions(noun) if c.lower_ in (entry.about or ("of", "about"))]
        clauses = [
            *(clause for _, clause in claimed),
            *that_clauses(noun),
            *(c for c in noun.children if entry.about and _to_do(c)),
            *(c for c in noun.head.children if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and c.dep_ == "ccomp"),
        ]
        if not clauses or not entry.about:
            clauses += [p for c in prepositions for p in c.children if p.dep_ in {"pobj", "pcomp"}]
        if clauses and (owners or not entry.owned):
            content = frozenset(token.i for clause in clauses for token in clause.subtree)
            yield Attribution(entry, cue, owners, content)
            return


def _claimed_by(noun: Token) -> list[tuple[Token, Token]]:
    """Whose claim it is, and what: "the claim of the rebels that they hold it", which the parse hangs on the rebels."""
    owners = [one for child in noun.children if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    return [(one, clause) for one in owners for clause in (*one.children, *noun.children)
            if clause.dep_ in {"relcl", "acl"} and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
            and any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)]  # fmt: skip


def _prepositions(noun: Token) -> list[Token]:
    """Its own, and the one right after it that the parse hangs on the verb: "gave their support for"."""
    shared = noun.head.children if noun.dep_ == "dobj" else ()
    return [*(c for c in noun.children if c.dep_ == "prep"), *(c for c in shared if c.i == noun.i + 1)]


def _to_do(clause: Token) -> bool:
    return clause.dep_ == "acl" and any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)


def _owners(noun: Token) -> tuple[Token, ...]:
    """Whose word it is: the owner, whoever stands after "by", or the one who voices it."""
    owners = [c for c in noun.children if c.dep_ in OWNERS and c.pos_ in {"NOUN", "PROPN", "PRON"} and c.tag_ != "WP$"]
    said_by = [p for c in noun.children if c.dep_ == "prep" and c.lower_ in {"from", "among"} for p in c.children]
    given = [
        p
        for c in noun.children
        if c.dep_ == "acl" and c.lemma_ in word_class("grammar", "voicing")
        for p in agents_of(c)
    ]
    found = tuple(one for head in [*owners, *said_by, *given] for one in coordinated(head)) or tuple(agents_of(noun))
    voiced = noun.dep_ == "dobj" and noun.head.lemma_ in word_class("grammar", "voicing")
    return found or (surface_subjects(noun.head) if voiced else ())


def adjective_attributions(adjective: Token) -> Iterator[Attribution]:
    """The attribution that an adjective makes with its clause or its preposition."""
    for entry, cue in matches(adjective, "adjectives"):
        clauses = [c for c in adjective.children if c.dep_ in CLAUSAL]
        clauses += [noun for c in adjective.children if c.dep_ == "prep" and c.i > adjective.i for noun in c.children]
        sources = tuple(one for one in _holders(adjective) if one.lower_ not in RELATIVES)
        if clauses and sources:
            content = frozenset(token.i for clause in clauses for token in clause.subtree)
            yield Attribution(entry, cue, sources, content)
            return


def _holders(adjective: Token) -> tuple[Token, ...]:
    """Who is confident: the subject of the verb above, or the noun before."""
    head = adjective.head
    if head.pos_ in {"NOUN", "PROPN", "PRON"} and adjective.i > head.i:
        return (head,)
    return surface_subjects(head) if head.pos_ in {"VERB", "AUX"} else ()


def according(token: Token) -> Iterator[Attribution]:
    """ "…, according to the ministry"."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    if to is None:
        return
    sources = tuple(one for child in to.children if child.dep_ == "pobj" for one in coordinated(child))
    content = clause_without(token, (token, to))
    yield Attribution(ACCORDING, (token, to), sources, content, order=0)


def within(preposition: Token) -> Iterator[Attribution]:
    """ "In a survey, most families had fled": the record in which it stands."""
    for noun in (child for child in preposition.children if child.dep_ == "pobj"):
        for entry, _ in matches(noun, "records"):
            verb = main_clause(preposition)
            spoken = any(entry.reports for entry, _ in matches(verb, "verbs")) or verb.pos_ not in {"VERB", "AUX"}
            if preposition.lower_ == "in" and preposition.head == verb and not spoken:
                yield Attribution(entry, (preposition,), (noun,), clause_without(preposition, (preposition,)))
            return


def by_account(preposition: Token) -> Iterator[Attribution]:
    """ "by the count of a nurse", "by the ministry's own figure", "on the word of a guard": whose account it is."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if (
        noun is None
        or preposition.lower_ not in {"by", "on", "in"}
        or noun.lemma_ not in word_class("grammar", "account")
    ):
        return
    owned = [child for child in noun.children if child.dep_ == "poss"]
    itself = any(child.lower_ == "own" for child in noun.children)  # "by its own admission"
    owners = [one for child in owned for one in (surface_subjects(main_clause(preposition)) if itself and
              child.pos_ == "PRON" else (child,) if child.pos_ != "PRON" else ())]  # fmt: skip
    owners += [p for child in noun.children if child.lower_ == "of" for p in child.children if p.dep_ == "pobj"]
    if owners:
        sources = tuple(one for owner in owners for one in coordinated(owner))
        yield Attribution(ACCORDING, (noun,), sources, clause_without(preposition, (preposition,)))


def reportedly(adverb: Token) -> Iterator[Attribution]:
    """ "The dam reportedly burst": nobody is named."""
    for entry, cue in matches(adverb, "adverbs"):
        yield Attribution(entry, cue, (), clause_without(adverb, (adverb,)))
        return


def label_attributions(tokens: Doc) -> Iterator[Attribution]:
    """The lines that begin with a name and a colon."""
    for sentence in tokens.sents:
        colon = next((token for token in list(sentence)[: LONGEST_LABEL + 1] if token.text in COLONS), None)
        whole = colon is not None and _begins_line(sentence)
        if colon is None or all(token.is_space for token in tokens[colon.i + 1 : _end(colon, sentence, whole)]):
            continue
        words = [token for token in tokens[sentence.start : colon.i] if not token.is_space]
        name = _speaker([token for token in words if token.text not in QUOTE_MARKS])
        content = frozenset(range(colon.i + 1, _end(colon, sentence, whole)))
        if (
            name is not None
            and not _heads_a_story(name, colon)
            and not _is_a_topic(words)
            and (whole or name.pos_ == "NOUN" or len(words) > 1)
            and any(tokens[i].pos_ in {"VERB", "AUX"} for i in content)
        ):
            yield Attribution(LABEL, (colon,), (name,), content)


def _heads_a_story(name: Token, colon: Token) -> bool:
    """ "MYANMAR: Alliance says …", "IMPHAL: At least five …": a land or town in capitals, not "UNHCR: …", nor one of
    several speakers in a transcript.
    """
    if not name.text.isupper() or len(name) < 5 or name.i != colon.i - 1:
        return False
    known = load_registry().named(name.text) or load_registry().named(name.text.title())
    labels = [one for one in name.doc[1:] if one.text in COLONS and one.nbor(-1).text.isupper()]
    return (known is None and len(labels) == 1) or (known is not None and known.type == "state")


def _is_a_topic(label: list[Token]) -> bool:
    """ "Burkina Faso: Army executed villagers", "Boko Haram: 18 killed in raid": what a report is about. A group speaks
    in a headline where it does so in the text too.
    """
    known = load_registry().named(" ".join(token.text for token in label))
    if known is None or known.type == "state":
        return known is not None
    opens = not any("\n" in token.text for token in label[0].doc[: label[0].i])
    alike = (one for one in label[0].doc[label[-1].i + 1 :] if one.text == label[-1].text and one.dep_ in SUBJECTS)
    return known.inter in REBELS and opens and not any(any(matches(one.head, "verbs")) for one in alike)


def _speaker(label: list[Token]) -> Token | None:
    """Whom a label names: a name alone, or a phrase about somebody who speaks ("A trader in Kosti by phone")."""
    if label and label[-1].lower_ in word_class("grammar", "header"):
        return None
    if label and all(_is_name(token) for token in label):
        return label[-1]
    if [token.text for token in label] == ["A"]:  # who answers in an interview
        return label[0]
    words = list(dropwhile(lambda one: not one.is_alpha, label))
    spoken = any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in words)
    head = list(takewhile(lambda one: one.text not in ENDS_LABEL, words))
    nouns = [token for token in head if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "poss"}]
    main = nouns[0] if nouns else head[-1] if head and head[-1].pos_ in {"NOUN", "PROPN"} else None
    if main is None or spoken:
        return None
    return main if main.lemma_.lower() in _speaking_nouns() or _is_body(head) else None


def _is_body(head: list[Token]) -> bool:
    """A name with an owner or a title before it: "Baku's MoD", "US Central Command"."""
    return (
        len(head) > 1
        and head[0].ent_type_ != "DATE"
        and all(token.pos_ == "PROPN" or token.dep_ in {"poss", "case", "compound"} for token in head)
    )


@cache
def _speaking_nouns() -> frozenset[str]:
    """The nouns that may stand before a colon, and every noun for a source."""
    nouns = (word for entry in load("sources", SourceEntry) for word in entry.heads)
    return word_class("grammar", "label") | frozenset(nouns)


def _begins_line(sentence: Span) -> bool:
    first = sentence.start
    return first == 0 or sentence.doc[first - 1].is_space or sentence[0].is_space


def _is_name(token: Token) -> bool:
    named = token.pos_ == "PROPN" or token.ent_type_ == "PERSON"
    return (named and len(token) > 1) or token.text in {".", "-"}


def _end(token: Token, sentence: Span, whole: bool) -> int:
    """Where the line of a label ends, or only its sentence."""
    if not whole:
        return sentence.end
    return next((one.i for one in token.doc[token.i :] if one.is_space and "\n" in one.text), len(token.doc))
