"""Finds the parties of a document: names, descriptions, states by syntax, what pronouns stand for; and who holds which
office where, from titles, appositions and "is": "Gen. X, commander of Y", "Y spokesman X"."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from vedette.lexicon.actors import Registry
from vedette.mentions.parties.coreference import resolve
from vedette.mentions.parties.kinds import kind_of, modifier_kind, whole_of
from vedette.mentions.parties.nouns import has, is_title, party_noun
from vedette.mentions.parties.scene import Kind, Scene, set_scene
from vedette.model import Affiliation, Document, PartyMention, PlaceMention, Quote, balanced
from vedette.model.tokens import Doc, Token

INSIDE = frozenset({"compound", "amod", "nummod", "nmod", "det", "predet", "quantmod", "npadvmod", "case", "punct"})
PEOPLE = frozenset({"person", "official"})
BODY_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "from", "to"})
GROUPS = frozenset({"armed", "organisation", "monitor", "media", "unknown"})
type Relation = Literal["leads", "holds-office", "member-of", "speaks-for"]


def mark_parties(
    tokens: Doc, document: Document, places: Iterable[PlaceMention], registry: Registry,
    datelines: Iterable[PlaceMention] = (),
) -> tuple[PartyMention, ...]:  # fmt: skip
    """Every phrase of a document that names, describes or stands for a party, in order of its root."""
    scene = set_scene(tokens, document, places, registry, datelines)
    return resolve(tokens, document, tuple(_mentions(scene)), registry)


def _mentions(scene: Scene) -> Iterator[PartyMention]:
    for token in scene.tokens:
        if _heads_a_phrase(scene, token):
            kind = kind_of(scene, token)
            if kind is not None:
                yield _mention(scene, token, kind)
        elif (kind := modifier_kind(scene, token)) is not None:
            yield _mention(scene, token, kind)


def _heads_a_phrase(scene: Scene, token: Token) -> bool:
    name = scene.names.get(token.i)
    if name is not None:
        return name.root == token.i and token.dep_ not in {"compound", "amod", "nmod", "npadvmod"}
    if token.dep_ in INSIDE or token.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
        return False
    return "PronType=Prs" not in token.morph and any(map(str.isalnum, token.text))


def _mention(scene: Scene, head: Token, kind: Kind) -> PartyMention:
    first, end = scene.extent(head)
    whole = whole_of(head)
    if whole is not None and kind != kind_of(scene, whole):
        whole = None
    if whole is not None:
        end = max(end, scene.extent(whole)[1])
    last = scene.tokens[end - 1]
    text = scene.document.text
    quote = scene.document.quote(*balanced(text, scene.tokens[first].idx, last.idx + len(last)))
    plural = _is_plural(scene, whole if whole is not None else head)
    return PartyMention(quote.start, quote.end, quote.text, head.i, kind.type, kind.actor, kind.name, kind.side, plural)


def _is_plural(scene: Scene, head: Token) -> bool:
    """Whether many are meant; a name of several words ("Rapid Support Forces") is one body, "Mr Torres" one person."""
    name = scene.names.get(head.i)
    if (name is not None and name.end - name.first > 1) or (head.pos_ == "PROPN" and head.ent_type_ == "PERSON"):
        return False
    return (
        head.tag_ in {"NNS", "NNPS", "CD"}
        or has(head, "count")
        or head.lower_ in {"people", "police", "some", "many", "others"}
    )


def affiliations(tokens: Doc, document: Document, parties: Iterable[PartyMention]) -> tuple[Affiliation, ...]:
    """Every office that the text gives to a named person, with the body it belongs to where that is named."""
    by_root = {one.root: one for one in parties}
    found: list[Affiliation] = []
    for mention in by_root.values():
        root = tokens[mention.root]
        if mention.type in PEOPLE and root.pos_ == "PROPN":
            offices = [*_titles(root), *_descriptions(root)]
            found += [_affiliation(document, root, words, by_root) for words in offices]
    return tuple(dict.fromkeys(found))


def _titles(name: Token) -> Iterator[list[Token]]:
    """The title before a name, its last word being the noun of office: "Deputy Foreign Minister"."""
    before = [token for token in name.subtree if token.i < name.i and token.dep_ in {"compound", "nmod", "appos"}]
    run = [token for token in before if is_title(token)]
    if run and any(_is_office(token) for token in run):
        after = name.doc.span(run[-1].i + 1, run[-1].i + 3)
        end = after.end if after.text.lower() in {"-elect", "-designate"} else run[-1].i + 1
        yield [token for token in name.doc[run[0].i : end] if token.i < name.i]


def _is_office(noun: Token) -> bool:
    kind = party_noun(noun, ())
    return kind is not None and kind.type in PEOPLE and not has(noun, "plain-person")


def _descriptions(name: Token) -> Iterator[list[Token]]:
    """The noun of office in apposition to a name, or said of it with "is", with its modifiers."""
    beside = [child for child in name.children if child.dep_ == "appos"]
    above = [name.head] if name.dep_ == "appos" else []
    said = [child for child in name.head.children if child.dep_ == "attr"] if _is_subject_of_be(name) else []
    for noun in (*beside, *above, *said):
        if noun.tag_ in {"NN", "NNP"} and _is_office(noun):
            modifiers = [child for child in noun.lefts if child.dep_ in {"compound", "amod"} and not _names_body(child)]
            first = modifiers[0].left_edge.i if modifiers else noun.i
            yield list(name.doc[first : noun.i + 1])


def _is_subject_of_be(name: Token) -> bool:
    return name.dep_ == "nsubj" and name.head.lemma_ == "be"


def _names_body(token: Token) -> bool:
    group = party_noun(token, ())
    if group is not None and group.type in {"armed", "state", "organisation"}:
        return True
    return (token.pos_ == "PROPN" and not is_title(token)) or token.ent_type_ in {"NORP", "GPE", "ORG"}


def _affiliation(
    document: Document, person: Token, words: list[Token], by_root: Mapping[int, PartyMention]
) -> Affiliation:
    noun = next(token for token in reversed(words) if _is_office(token))
    title = _quote(document, words)
    body = _body(person, noun, words, by_root)
    leads = len(words) == 1 or body is None or body not in by_root or by_root[body].type == "armed"
    return Affiliation(person.i, title, body, _relation(noun, by_root.get(body) if body is not None else None, leads))


def _quote(document: Document, words: list[Token]) -> Quote:
    return document.quote(words[0].idx, words[-1].idx + len(words[-1]))


def _body(person: Token, noun: Token, words: list[Token], by_root: Mapping[int, PartyMention]) -> int | None:
    """The party before the title, its possessor, or the one after "of"."""
    after = [
        child
        for preposition in noun.children
        if preposition.lower_ in BODY_PREPOSITIONS
        for child in preposition.children
    ]
    before = [*noun.lefts, *(token for token in person.subtree if token.i < words[0].i)]
    bodies = [token for token in (*after, *reversed(before)) if token.i in by_root and token not in words]
    named = [token for token in bodies if by_root[token.i].type not in PEOPLE]
    others = [token for token in after if token.pos_ == "PROPN"]
    others += [child for child in noun.lefts if child.dep_ == "compound" and child not in words]
    return next((token.i for token in (*named, *others)), None)


def _relation(noun: Token, body: PartyMention | None, leads: bool) -> Relation:
    if has(noun, "speaking"):
        return "speaks-for"
    if leads and has(noun, "leading") and (body is None or body.type in GROUPS):
        return "leads"
    return "member-of" if has(noun, "membership") else "holds-office"
