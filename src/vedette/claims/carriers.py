"""The media that a source spoke through: who was told, and what somebody spoke over, printed in or was aired by."""

from collections.abc import Iterator
from itertools import takewhile

from vedette.claims.attribution import Attribution, parted
from vedette.claims.reading import Reading
from vedette.claims.sources import source_nouns, source_type
from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import word_class
from vedette.model import SourceType
from vedette.model.tokens import Token

MEDIA: frozenset[SourceType] = frozenset({"outlet", "agency", "state-media"})
LISTENING: frozenset[SourceType] = frozenset({"monitor", "ngo", "un"})
COLONS = frozenset({":", "):"})


def media_of(reading: Reading, one: Attribution) -> Iterator[Token]:
    """News media the source spoke through: "told Reuters", "in an interview with CNN", "carried by the agency"."""
    label = one.head.text in COLONS
    sources = {token.i for source in one.sources for token in source.subtree if not label}
    heads = {source.i for source in one.sources}
    for token in _words_of(reading, one):
        if token.i in one.content or token.i in heads or token.dep_ in SUBJECTS or is_own(token):
            continue
        told = token in one.addressees
        carries = _carries(token)
        listens = (told and not reading.over(one.head)) or carries
        if (listens and _passes_on(reading, token)) or ((told or carries) and _is_unlisted_medium(reading, token)):
            yield token
        elif is_medium(reading, token) or is_channel(reading, token):
            inside = token.i in sources
            if not inside or any(a.lower_ == "by" or a.lemma_ == "speak" for a in token.ancestors):
                yield token


def _words_of(reading: Reading, one: Attribution) -> Iterator[Token]:
    """What may name media around a cue and belongs to no other speaker's, with the words of the verb it is joined to
    ("said on the radio that … and that …"); of a label, those before its colon."""
    doc, head = one.head.doc, one.head
    if head.text in COLONS:
        yield from doc[head.sent.start : head.i]
        return
    shared = head.head if head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.children) else head
    others = {other.head.i for other in reading.said_in(head)
              if other.sources and other.head not in {head, shared} and other.head.tag_ != "VBN"}  # fmt: skip
    joined = [other for other in reading.said_in(head) if other.head == shared]
    told = {i for other in joined for i in other.content}
    told |= {each.i for other in joined for each in other.addressees if shared != head}
    addressed = {each.i for each in one.addressees}
    for token in shared.subtree:
        named = token.i in reading.party_by_root or token.i in addressed or token.dep_ == "pobj"
        if token.i in told or not named:
            continue
        above = takewhile(lambda each: each != shared, (token, *token.ancestors))
        if not parted(token, head) and not any(each.i in others and each.pos_ == "VERB" for each in above):
            yield token


def _passes_on(reading: Reading, told: Token) -> bool:
    """ "told Human Rights Watch", "told a priest": who listens in order to tell others, and is no assembly (whoever
    tells of such a talk passes it on himself)."""
    lemma = told.lemma_.lower()
    ours = told.pos_ == "PRON" or any(child.lower_ == "our" for child in told.lefts)
    if ours or lemma in word_class("grammar", "assembly"):
        return False
    return lemma in word_class("grammar", "confidant") or source_type(reading, told) in LISTENING


def _is_unlisted_medium(reading: Reading, told: Token) -> bool:
    """Who is told and is no person, place or body: most likely a medium ("told a Freetown paper", "told Kompas")."""
    mention, phrase = reading.party(told), reading.phrase_tokens(told)
    if told.lemma_.lower() in word_class("grammar", "medium"):
        return True
    if told.pos_ != "PROPN" or reading.place(told) is not None or is_of_its_name(reading, told):
        return False
    if _has_medium_name(phrase):
        return True
    known = mention is not None and (mention.actor is not None or mention.type in {"armed", "state", "official"})
    body = {token.lemma_.lower() for token in phrase} & (source_nouns() | word_class("grammar", "assembly"))
    person = told.ent_type_ == "PERSON" and len(phrase) > 1
    return not known and not body and not person and told.ent_type_ not in {"GPE", "NORP", "LOC"}


def _has_medium_name(phrase: tuple[Token, ...]) -> bool:
    """ "the Weekly Mail", "The Namibian", "El Diario": by a word or the article of such names."""
    article = phrase[0].text in word_class("grammar", "article of a name") and len(phrase) > 1
    return article or not word_class("grammar", "medium name").isdisjoint(token.lower_ for token in phrase)


def _carries(token: Token) -> bool:
    """Whether a medium is named as the one that quoted, aired or read it: "quoted by Kompas"."""
    verb = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "by" and verb.lemma_ in word_class("grammar", "carrying")


def is_medium(reading: Reading, token: Token) -> bool:
    """Whether a token names a news medium, known or not ("a local radio")."""
    mention = reading.party_by_root.get(token.i)
    return mention is not None and mention.type in {"media", "organisation"} and source_type(reading, token) in MEDIA


def is_channel(reading: Reading, token: Token) -> bool:
    """Whether it is what somebody speaks over: "on state television", "on its Telegram channel", "in a post on X"."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"on", "via", "over", "through", "in"}:
        return False
    names = word_class("grammar", "platform")
    recorded = token.head.lower_ == "in" and token.lemma_.lower() in word_class("grammar", "recorded")
    if recorded or token.text in names or (token.i and f"{token.nbor(-1).text} {token.text}" in names):
        return True
    kind = source_type(reading, token) if token.lemma_.lower() in source_nouns() else None
    if token.head.lower_ == "in":
        return kind == "social-media" or (token.pos_ == "PROPN" and _has_medium_name(reading.phrase_tokens(token)))
    return kind == "social-media" or kind in MEDIA


def outlet_words(reading: Reading) -> set[str]:
    """The words of the name of the outlet."""
    return {word.strip(",.;:()").casefold() for word in (reading.document.outlet or "").split()}


def is_of_its_name(reading: Reading, noun: Token) -> bool:
    """Whether all nouns of a phrase stand in the name of the outlet: "the Bulletin"."""
    phrase = [token for token in reading.phrase_tokens(noun) if token.pos_ in {"NOUN", "PROPN"}]
    return all(token.lower_ in outlet_words(reading) for token in phrase)


def is_own(noun: Token) -> bool:
    """Whether the outlet speaks of itself: "we", "our reporter", "this newspaper", "a version of this article"."""
    before = {child.lower_ for child in noun.lefts if child.dep_ in {"poss", "det"}}
    nobody = noun.lower_ in {"we", "i", "nobody", "none"} or "no" in before
    version = noun.lemma_.lower() in word_class("grammar", "version")
    own = bool(before & {"our", "this"}) and noun.lemma_.lower() in word_class("grammar", "own voice")
    return nobody or own or (version and any(is_own(one) for child in noun.rights for one in child.rights))
