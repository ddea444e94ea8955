"""Finds what a pronoun stands for among the parties named before it, by number, kind, nearness and grammar; "I", "we"
and "our forces" are of whoever is quoted there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from vedette.lexicon.actors import Actor, Registry
from vedette.lexicon.classes import word_class
from vedette.mentions.parties.nouns import SUBJECTS, has, party_noun, speaks, words
from vedette.model import Document, PartyMention
from vedette.model.tokens import Doc, Span, Token

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
IT, THEY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
PEOPLE = frozenset({"person", "official"})
GROUPS = frozenset({"state", "armed", "organisation", "media", "monitor", "unknown"})
FOREIGN = frozenset({2, 8})
REACH = 3
WINDOW = 60
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = SINGULAR | PLURAL
LONGEST_LABEL = 6


class Past:
    """The mentions read so far, with their sentences."""

    def __init__(self, tokens: Doc, registry: Registry) -> None:
        self.tokens = tokens
        self._registry = registry
        self.mentions: list[PartyMention] = []
        self.by_root: dict[int, PartyMention] = {}
        self.quoted = tokens.quoted
        self._sentence = [number for number, sentence in enumerate(tokens.sents) for _ in range(len(sentence))]

    def add(self, mention: PartyMention) -> None:
        """Read one more mention."""
        self.mentions.append(mention)
        self.by_root[mention.root] = mention

    def rename(self, root: int, mention: PartyMention) -> None:
        """Replace what was read at a root."""
        self.mentions[self.mentions.index(self.by_root[root])] = self.by_root[root] = mention

    def distance(self, later: int, earlier: int) -> int:
        """Sentences between two tokens."""
        return self._sentence[later] - self._sentence[earlier]

    def near(self, root: int, reach: int) -> list[PartyMention]:
        """The mentions of the last sentences, in order."""
        found = []
        for one in reversed(self.mentions[-WINDOW:]):
            if self.distance(root, one.root) > reach:
                break
            found.append(one)
        return found[::-1]

    def speaks(self, mention: PartyMention) -> bool:
        """Whether a mention is the subject of a verb of speech."""
        return speaks(self.tokens[mention.root])

    def speaks_near(self, mention: PartyMention, pronoun: Token) -> bool:
        """Whether a mention, be it under another word, speaks in the sentence of a pronoun or the one before; or, where
        "we" stands beside "they", somebody of its side.
        """
        ours = mention.side if any(token.lower_ in PLURAL for token in pronoun.sent) else None
        same = (one for one in self.near(pronoun.i, 1)
                if (one.actor, one.name) == (mention.actor, mention.name) or (ours and one.side == ours))  # fmt: skip
        return self.speaks(mention) or any(self.speaks(one) for one in same)

    def is_name(self, mention: PartyMention) -> bool:
        """Whether a mention names its party rather than describes it."""
        pos = self.tokens[mention.root].pos_
        return pos == "PROPN" or (mention.actor is not None and pos != "PRON")

    def by_its_name(self, mention: PartyMention) -> PartyMention:
        """The group itself rather than its fighters, where the registry lists it."""
        actor = self._registry.by_id.get(mention.actor or "")
        return replace(mention, name=actor.name) if actor is not None and actor.type != "state" else mention

    def arm_of(self, owner: PartyMention, noun: str) -> Actor | None:
        """The army or the like of a state, where the registry lists it."""
        actor = self._registry.by_id.get(owner.actor or "")
        country = self._registry.state(actor) if actor is not None else None
        return self._registry.arm(country, noun) if country is not None else None

    def body_of(self, speaker: PartyMention) -> PartyMention:
        """Those for whom a person says "we": the body of the registry whose office is held, or spoken for."""
        actor = self._registry.by_id.get(speaker.actor or "")
        held = (self._registry.by_id.get(body) for body, *_ in reversed(actor.holds)) if actor is not None else ()
        body = next((one for one in held if one is not None), actor)
        if body is None or body.type == "person":
            return speaker
        return replace(speaker, type=body.type, actor=body.id, name=body.name)

    def is_regular(self, mention: PartyMention) -> bool:
        """Whether a mention is of the soldiers of a state: "Rwandan forces", its army, a militia of its own."""
        if mention.side not in self._registry.governments:
            return False
        actor = self._registry.by_id.get(mention.actor or "")
        return actor is None or actor.inter not in FOREIGN or self.tokens[mention.root].pos_ != "PROPN"

    def called(self, mention: PartyMention) -> set[str]:
        """The nouns by which a mention is described where it stands: titles, appositions."""
        root = self.tokens[mention.root]
        beside = [child for child in root.rights if child.dep_ == "appos"]
        above = [root.head] if root.dep_ in {"appos", "compound", "nmod"} else []
        around = [word for noun in (root, *beside, *above) for word in (noun, *noun.lefts)]
        return {token.lemma_.lower() for token in (*around, root.head)}

    def speaks_for_others(self, mention: PartyMention) -> bool:
        """Whether a person was called a spokesman."""
        return not self.called(mention).isdisjoint(words("speaking"))

    def is_spokesperson(self, mention: PartyMention) -> bool:
        """Whether a mention is someone who speaks for others."""
        return has(self.tokens[mention.root], "speaking")

    @staticmethod
    def is_relational(root: Token) -> bool:
        """Whether a noun's possessor is on the other side: "their enemies", "his allies"."""
        return has(root, "relational")


def antecedent(pronoun: Token, past: Past) -> PartyMention | None:
    """What a pronoun stands for, or None where it is empty, a thing, or unclear."""
    if pronoun.lower_ in IT and _is_empty(pronoun):
        return None
    near = [one for one in past.near(pronoun.i, REACH) if _fits(pronoun, one, past.tokens[one.root])]
    if (doer := _doer(pronoun, past)) is not None:
        near = [one for one in near if (one.actor, one.name) != (doer.actor, doer.name)]
    if not near:
        return None
    scores = [(_score(pronoun, one, past), one.root, one) for one in near]
    best = max(scores, key=lambda scored: scored[:2])
    return best[2] if best[0] > _best_thing(pronoun, past) else None


def _doer(pronoun: Token, past: Past) -> PartyMention | None:
    """Who does what is done to a pronoun, named by a pronoun itself: "it had repelled them"."""
    if pronoun.dep_ not in {"dobj", "dative"} or pronoun.lower_.endswith(("self", "selves")):
        return None
    subject = next((child for child in pronoun.head.children if child.dep_ in SUBJECTS), None)
    return past.by_root.get(subject.i) if subject is not None and subject.pos_ == "PRON" else None


def _is_empty(it: Token) -> bool:
    """ "It is clear that", "it was time to", "it rained": nothing is meant."""
    if it.dep_ == "expl" or (it.dep_ == "dobj" and has(it.head, "of-words")):
        return True
    if it.dep_ not in SUBJECTS:
        return False
    verb = it.head
    clausal = any(child.dep_ in {"ccomp", "xcomp", "csubj", "advcl"} and child.i > verb.i for child in verb.children)
    complement = any(child.dep_ in {"acomp", "attr"} for child in verb.children)
    if it.dep_ == "nsubjpass":
        return clausal
    return (complement and (clausal or verb.lemma_ == "be")) or verb.lemma_ in {"seem", "appear", "rain", "snow"}


def _fits(pronoun: Token, mention: PartyMention, root: Token) -> bool:
    word = pronoun.lower_
    if _bound(pronoun, root) or mention.start <= pronoun.idx < mention.end:
        return False
    if word in THEY:
        return mention.plural or mention.type == "armed" or _has_partner(root)
    if mention.plural:
        return False
    if word in IT:
        return mention.type in GROUPS
    return mention.type in PEOPLE | {"civilian"} and not _is_among(root, "female" if word in HE else "male")


def _is_among(root: Token, name: str) -> bool:
    return has(root, name) or any(has(child, name) for child in root.children)


def _has_partner(root: Token) -> bool:
    return any(child.dep_ == "conj" for child in root.children)


def _bound(pronoun: Token, other: Token) -> bool:
    """Two arguments of one verb are not the same, nor is who is to do it: "ordered the troops to stop them", "hoped to
    take it"; unless the pronoun is reflexive or possessive."""
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith(("self", "selves")):
        return False
    verb = _clause(pronoun)
    above = {"dobj"} if verb.dep_ == "advcl" else {"dobj", *SUBJECTS} if verb.dep_ == "xcomp" else set()
    told = other.dep_ in above and other.head == verb.head and other.i < verb.i
    return told or (other.dep_ in SUBJECTS | {"dobj", "dative"} and verb == other.head)


def _clause(token: Token) -> Token:
    node = token
    while node.head is not node and node.head != node and node.pos_ not in {"VERB", "AUX"}:
        node = node.head
    return node


def _score(pronoun: Token, mention: PartyMention, past: Past) -> float:
    root, distance = past.tokens[mention.root], past.distance(pronoun.i, mention.root)
    score = _place_score(pronoun, root, distance) + (0.5 if mention.actor or mention.type == "person" else 0.0)
    owned = pronoun.head.head if pronoun.head.dep_ == "compound" else pronoun.head
    speaking = speaks(pronoun) or (pronoun.dep_ == "poss" and speaks(owned))  # "its adviser John Roe wrote"
    if speaking and distance and (speaks(root) or _is_cited(root)):
        score += 3.0
    elif speaking and root.i in past.quoted:
        score -= 3.0  # who speaks of a quote was named outside it
    elif (pronoun.i in past.quoted and past.speaks_near(mention, pronoun)) or (
        speaks(root) and distance == 0 and _speaks_last(root.head)
    ):
        score -= 3.0  # whoever speaks says "we"
    if _is_answered(root, pronoun):
        score -= 3.0
    clause = _clause(pronoun)
    asked = root.head.head if root.dep_ == "pobj" and root.head.lower_ in {"on", "upon"} else root.head
    told = root.dep_ == "dobj" or asked != root.head
    if told and (first := clause.listed_with).dep_ == "xcomp" and asked == first.head:
        score += 3.0  # "warned the front to stop its attacks", "called on Rwanda to end it and to withdraw its troops"
    if pronoun.lower_ in THEY and not mention.plural and not _has_partner(root):
        score -= 1.0
    return score - (1.5 if mention.type == "media" and not speaks(pronoun) else 0.0)


def _is_cited(root: Token) -> bool:
    """ "…, according to the ministry": who told what came before."""
    to = root.head
    return root.dep_ == "pobj" and to.lower_ == "to" and to.head.lower_ == "according"


def _is_answered(owner: Token, pronoun: Token) -> bool:
    """ "Rejected the army's account and said its fighters had left": not those of whose words are rejected."""
    words = owner.head
    told = owner.dep_ == "poss" and words.dep_ == "dobj" and words.lower_ in word_class("grammar", "said before")
    return told and words.head.is_ancestor(pronoun) and not words.is_ancestor(pronoun)


def _speaks_last(verb: Token) -> bool:
    """ "Fighters entered the city, two officers said, days after they …": what is said stands before who says it."""
    said = [child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i]
    return bool(said) and all(token.text != ";" for token in verb.doc[said[0].i : verb.i])


def _place_score(pronoun: Token, root: Token, distance: int) -> float:
    """Nearness and grammar, for parties and things alike."""
    score = -1.5 * distance
    if root.dep_ in SUBJECTS and root.head.dep_ != "relcl":
        score += 1.5 if pronoun.dep_ != "dobj" else 0.75
    elif root.dep_ in {"dobj", "pobj"}:
        score += 1.5 if pronoun.dep_ == "dobj" and root.dep_ == "dobj" else 0.3
    elif root.dep_ == "poss" and pronoun.dep_ != "poss":
        score -= 0.5
    if distance == 0 and pronoun.dep_ != "dobj":
        score += max(0.0, 2.0 - 0.5 * _steps_to(pronoun, root))
    return score


def _steps_to(pronoun: Token, root: Token) -> float:
    """How many clauses up from the pronoun the other stands as a subject; many when it does not."""
    clauses = [above for above in pronoun.ancestors if above.pos_ in {"VERB", "AUX"}]
    return float(clauses.index(root.head)) if root.dep_ in SUBJECTS and root.head in clauses else 4.0


def _best_thing(pronoun: Token, past: Past) -> float:
    """How well a thing that is no party would do: "the offensive ... it"."""
    if pronoun.lower_ in HE | SHE or speaks(pronoun):
        return -100.0
    return max(
        (_place_score(pronoun, one, past.distance(pronoun.i, one.i)) for one in _things(pronoun)), default=-100.0
    )


def _things(pronoun: Token) -> Iterator[Token]:
    tag = "NNS" if pronoun.lower_ in THEY else "NN"
    for token in pronoun.doc[max(0, pronoun.i - WINDOW) : pronoun.i]:
        argument = token.dep_ in SUBJECTS | {"dobj"} or (token.dep_ == "pobj" and token.head.head.pos_ == "VERB")
        thing = argument and token.tag_ == tag and token.ent_type_ not in {"DATE", "TIME"}
        if thing and party_noun(token, token.lefts) is None and not _bound(pronoun, token):
            yield token


def with_speakers(tokens: Doc, document: Document, past: Past) -> tuple[PartyMention, ...]:
    """The mentions with those in the first person added, in order of their roots."""
    found = past.by_root
    labels = dict(_labels(tokens, found))
    everyone = {**found, **{i: _mention(document, tokens[i], one) for i, one in labels.items() if i not in found}}
    sentences = list(tokens.sents)
    for number, sentence in enumerate(sentences):
        pronouns = [token for token in sentence if token.lower_ in FIRST and token.pos_ == "PRON"]
        speaker = _speaker(sentences, number, found) if pronouns else None
        if pronouns and speaker is None:
            speaker = labels.get(_line_start(pronouns[0])) or _author(pronouns, past)
        for token in pronouns:
            who = past.body_of(speaker) if speaker is not None and token.lower_ in PLURAL else speaker
            everyone[token.i] = _mention(document, token, who)
            if token.dep_ == "poss" and (owned := everyone.get(token.head.i)) and owned.side is None and speaker:
                everyone[token.head.i] = _of_speaker(owned, speaker)
    return tuple(_of_its_owner(tokens, everyone[root], everyone) for root in sorted(everyone))


def _labels(tokens: Doc, found: Mapping[int, PartyMention]) -> Iterator[tuple[int, PartyMention]]:
    """Who speaks on the lines that a name and a colon open, by the first token of the line; "A:" in an interview is
    whoever answered last by name, else the first person."""
    answering = next((one for one in found.values() if one.type in PEOPLE and tokens[one.root].pos_ == "PROPN"), None)
    for colon in (token for token in tokens if token.text == ":" and token.i):
        start, name = _line_start(colon), colon.nbor(-1)
        speaker = found.get(name.i)
        if colon.i - start > LONGEST_LABEL:
            continue
        if speaker is not None and speaker.type in PEOPLE:
            answering = speaker
        if speaker is None and name.i == start and name.text == "A":
            speaker = answering
        if speaker is not None:
            yield start, speaker


def _line_start(token: Token) -> int:
    """The first word of the line of a token."""
    start = token.i
    while start and not (token.doc[start - 1].is_space and "\n" in token.doc[start - 1].text):
        start -= 1
    return next((i for i in range(start, token.i) if token.doc[i].is_alpha), start)


def _author(pronouns: Iterable[Token], past: Past) -> PartyMention | None:
    """Who writes "our fighters" outside of any quotation: the first armed group that the text names before that."""
    own = (past.by_root.get(token.head.i) for token in pronouns if token.dep_ == "poss" and token.i not in past.quoted)
    first = next((one.start for one in own if one is not None and one.type == "armed"), 0)
    return next((one for one in past.mentions if one.type == "armed" and one.actor and one.end <= first), None)


def _of_its_owner(tokens: Doc, mention: PartyMention, found: Mapping[int, PartyMention]) -> PartyMention:
    """ "One of its soldiers" is of the side of whom "its" stands for."""
    wholes = (noun for of in tokens[mention.root].rights if of.lower_ == "of" for noun in of.children)
    owners = (found[child.i] for noun in wholes for child in noun.lefts if child.dep_ == "poss" and child.i in found)
    side = mention.side or next((one.side for one in owners), None)
    return replace(mention, side=side) if mention.type == "armed" else mention


def _of_speaker(owned: PartyMention, speaker: PartyMention) -> PartyMention:
    return replace(owned, side=speaker.side) if owned.type == "armed" else owned


def _mention(document: Document, token: Token, speaker: PartyMention | None) -> PartyMention:
    quote = document.quote(token.idx, token.idx + len(token))
    many = token.lower_ in PLURAL
    if speaker is None:
        return PartyMention(quote.start, quote.end, quote.text, token.i, "unknown" if many else "person", plural=many)
    return PartyMention(
        quote.start, quote.end, quote.text, token.i, speaker.type, speaker.actor, speaker.name, speaker.side, many
    )


def _speaker(sentences: list[Span], number: int, found: Mapping[int, PartyMention]) -> PartyMention | None:
    """Whoever speaks in the sentence, else in the next or the ones before on the same line."""
    for other in (number, number + 1, number - 1, number - 2):
        if 0 <= other < len(sentences) and _same_line(sentences, number, other):
            speaker = next(_speakers(sentences[other], found), None)
            if speaker is not None:
                return speaker
    return None


def _same_line(sentences: list[Span], left: int, right: int) -> bool:
    first, last = sorted((left, right))
    between = sentences[first].doc.span(sentences[first].start, sentences[last].start)
    return first == last or "\n" not in between.text_with_ws


def _speakers(sentence: Span, found: Mapping[int, PartyMention]) -> Iterator[PartyMention]:
    quoted = False
    for token in sentence:
        quoted ^= token.text == '"'
        if not quoted and token.i in found and speaks(token) and token.lower_ not in FIRST:
            yield found[token.i]
