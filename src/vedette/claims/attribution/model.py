"""The value that this package hands on, which of them bear on a word, and how the words of speech.toml are found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from vedette.claims.syntax import is_passive
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import Token, kept

WHEN = frozenset({"DATE", "TIME"})  # "reported on Monday that" reports on nothing

type Patterns = dict[str, tuple[tuple[tuple[str, ...], SpeechEntry], ...]]


@dataclass(frozen=True, slots=True, eq=False)
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
        """Whether it is hearsay: "reportedly", "is said to have", "rumours that", "reports speak of"."""
        if self.sources:
            return len(self.sources) == 1 and _is_nobodys(self.sources[0])
        if self.head.pos_ == "NOUN":
            rumour = self.head.lemma_.lower() in word_class("grammar", "rumour")
            said = (one for one in self.head.head.children if one.dep_ in {"acomp", "attr"})
            false = any(one.lower_ in word_class("grammar", "untrue") for one in said)
            return rumour and not false and self.head.dep_ in {"nsubj", "nsubjpass", "attr", "pobj"}
        if self.head.pos_ == "ADV":
            return True
        none = any(one.lower_ == "no" for child in self.head.lefts for one in child.children)  # "no dead were reported"
        counted = self.head.lower_ == "reported" and (none or self.head.dep_ == "acl")  # "580 dead reported since May"
        hearsay = self.head.lemma_.lower() in word_class("grammar", "hearsay") and not counted
        return hearsay and is_passive(self.head)

    @property
    def hearsay(self) -> Token:
        """The word by which nobody vouches, where it is nameless."""
        return self.sources[0] if self.sources else self.head

    @property
    def head(self) -> Token:
        """The main word of the cue."""
        return self.cue[0]

    @property
    def bears(self) -> bool:
        """Whether it says anything of what happened; likes, stances and perceptions do not."""
        return self.entry.reports or bool(self.entry.standing or self.entry.act)

    def aside(self) -> Iterator[Token]:
        """Where it is said and where the speaker went: "told reporters in Maputo", "an officer who fled to Palma"."""
        where = (child for one in (self.head, *self.addressees) for child in one.children if child.dep_ == "prep")
        went = (child for one in self.sources for child in one.children
                if child.dep_ in {"relcl", "acl"} and child.lemma_ in word_class("verbs", "moving"))  # fmt: skip
        yield from (token for child in (*where, *went) for token in child.subtree if token.i not in self.content)


def _is_nobodys(noun: Token) -> bool:
    """ "Reports", "market talk", and neither "a report" nor "reports by the ministry": a rumour without an owner."""
    own = any(
        child.dep_ == "poss" or child.ent_type_ == "ORG" or child.lower_ in {"by", "of"} for child in noun.children
    )
    counted = any(child.dep_ in {"det", "compound", "nummod"} for child in noun.children)
    told = noun.lemma_ == "report" and (noun.tag_ != "NNS" or counted)
    return noun.lemma_.lower() in word_class("grammar", "rumour") and not (own or told)


def covering(found: Iterable[Attribution], token: Token) -> tuple[Attribution, ...]:
    """The attributions that vouch for a token, nearest to the reader first."""
    over = [one for one in found if one.bears and token.i in one.content and token not in one.cue]
    return tuple(sorted(over, key=lambda one: (-len(one.content), one.order, one.head.i)))


@cache
def patterns(field: str) -> Patterns:
    """First lemma of the words in a field of the entries to (following lemmas, entry), longest pattern first."""
    table: dict[str, list[tuple[tuple[str, ...], SpeechEntry]]] = {}
    for entry in load("speech", SpeechEntry):
        for words in getattr(entry, field):
            first, *rest = words.split()
            table.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()}


def matches(head: Token, field: str) -> Iterator[tuple[SpeechEntry, tuple[Token, ...]]]:
    """The entries whose pattern a word begins, with the tokens that spell it, longest first."""
    for rest, entry in patterns(field).get(head.lemma_.lower(), ()):
        cue = match_words(head, rest)
        if cue is not None and not any(map(_is_apart, cue[1:])):
            yield entry, cue


@kept
def verb_matches(verb: Token) -> tuple[tuple[SpeechEntry, tuple[Token, ...]], ...]:
    """The entries of verbs that a word begins, with the tokens that spell each."""
    return tuple(matches(verb, "verbs"))


def _is_apart(word: Token) -> bool:
    """Whether a word is no part of a pattern though it stands below the verb: "on the basis of records, it counts",
    "reported on Monday", "it had no figure", "admitted to the paper that"."""
    before = word.dep_ == "prep" and word.i < word.head.i and word.head.pos_ == "VERB" and word.head.dep_ != "relcl"
    dated = any(one.dep_ == "pobj" and one.ent_type_ in WHEN for one in word.children)
    told = word.lower_ == "to" and any(one.dep_ == "ccomp" and one.i > word.i for one in word.head.children)
    return before or dated or told or (word.dep_ == "nsubj" and word.pos_ == "PRON")


def match_words(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens below a verb that spell the rest of a pattern ("take" + control of), or None."""
    if words and words[0] not in words_beside(head):
        return None
    if head.dep_ == "amod" and words and words[0] == head.head.lemma_.lower():
        rest = match_words(head.head, words[1:])
        return (head, *rest) if rest is not None else None
    found, node = [head], head
    for word in words:
        if word == "that":
            if not _opens_a_clause(node):
                return None
            continue
        beside = (c for c in node.children if word in (c.lemma_.lower(), c.lower_) and c.dep_ != "conj")
        step = next((c for c in beside if (c.dep_, word) != ("aux", "to")), None)  # "to have taken it" is no "take to"
        if step is None and node is not head:
            step = next((c for c in head.children if word in (c.lemma_.lower(), c.lower_)), None)
        if step is None:
            return None
        found.append(step)
        node = step if step.dep_ != "prt" else head
    return tuple(found)


@kept
def words_beside(head: Token) -> frozenset[str]:
    """The words with which the rest of a pattern may begin: those below a verb, "that", the noun of a participle."""
    below = frozenset(word for child in head.children for word in (child.lemma_.lower(), child.lower_))
    return below | ({"that", head.head.lemma_.lower()} if head.dep_ == "amod" else {"that"})


def _opens_a_clause(verb: Token) -> bool:
    """Whether "that" opens the clause which a verb governs: "allowed that"."""
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return any(one.lower_ == "that" and one.dep_ == "mark" for clause in clauses for one in clause.children)
