"""The grammar of a clause, read from the dependency parse: who does what to whom, under passive, control and ellipsis.

Labels are those of spaCy's English models (ClearNLP style).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token, kept

PREMODIFIERS = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
LEADING = frozenset({"prep", "dative", "agent", "prt", "advmod", "mark"})
PARTICLES = frozenset({"ADP", "SCONJ", "ADV", "PART"})
BARE_CLAUSES = frozenset(
    {"acomp", "oprd", "advcl", "pcomp", "prep", "acl", "relcl", "xcomp", "conj", "ccomp", "dep", "advmod"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """An event word with its arguments: tokens that head the phrases of doer, undergoer and adjuncts."""

    trigger: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]
    passive: bool = False

    def roots(self) -> Iterator[Token]:
        """Every argument head, in no particular order."""
        yield from self.subjects
        yield from self.objects
        yield from (token for _, token in self.obliques)


def coordinated(token: Token) -> tuple[Token, ...]:
    """The token and what is joined to it by "and", commas or "or", left to right."""
    found, queue = [token], [token]
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child.i > token.i and child.pos_ not in {"VERB", "AUX"}:
                found.append(child)
                queue.append(child)
    return tuple(sorted(found, key=lambda one: one.i)) if len(found) > 1 else (token,)


def is_neither(verb: Token) -> bool:
    """ "has neither confirmed nor denied": of either verb."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(child.lower_ in {"neither", "nor"} for child in first.children)


@kept
def is_passive(verb: Token) -> bool:
    """True for "was captured", "been displaced", and bare participles after a noun ("civilians killed by")."""
    marked = any(child.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for child in verb.children)
    if marked or _is_told(verb) or _is_suffered(verb):
        return True
    if verb.lemma_ in word_class("grammar", "intransitive"):
        return False
    bare = verb.lemma_ in word_class("grammar", "result") and not _own(verb, OBJECTS)
    counted = (
        one for one in _own(verb, SUBJECTS) if one.pos_ == "NUM" or any(c.dep_ == "nummod" for c in one.children)
    )
    if bare and verb.tag_ == "VBD" and not _auxiliaries(verb) and any(True for _ in counted):
        return True
    if bare and any(one.pos_ == "NUM" for one in _own(verb, SUBJECTS)):
        return True
    undergone = verb.lemma_ in word_class("grammar", "undergone")
    left_out = verb.tag_ == "VBN" or (undergone and verb.tag_ == "VBD" and not _own(verb, OBJECTS))
    if verb.dep_ == "conj" and left_out and not _auxiliaries(verb):  # "tankers were torched and drivers kidnapped"
        return verb.head.pos_ in {"VERB", "AUX"} and is_passive(verb.head)
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and not _own(verb, SUBJECTS | OBJECTS):
        return True
    headline = undergone and verb.dep_ in {"ROOT", "ccomp"}
    if verb.tag_ == "VBN" and headline and not auxiliaries(verb):
        return bool(_own(verb, SUBJECTS)) and not _own(verb, OBJECTS)
    remains = verb.dep_ == "xcomp" and verb.head.lemma_ == "remain"
    participle = remains or verb.dep_ in {"acl", "advcl", "amod"} or _is_hyphenated(verb)
    return verb.tag_ == "VBN" and participle and not _auxiliaries(verb)


def _is_hyphenated(participle: Token) -> bool:
    """ "Rebel-held", before a noun or after "is"."""
    return participle.i >= 2 and participle.nbor(-1).text == "-" and participle.nbor(-2).head == participle


def _is_told(verb: Token) -> bool:
    """ "Were reported killed", "was confirmed dead and buried"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in {"xcomp", "oprd", "acomp", "ccomp"} and not _auxiliaries(verb)
    if not bare or verb.head.lemma_ not in word_class("grammar", "hearsay", "bearing out"):
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.head.children)
    return passive and not _own(verb, SUBJECTS | OBJECTS)


def _is_suffered(verb: Token) -> bool:
    """A past tense that must be a participle: "guards held hostage by inmates", "prosecutor shot dead in Guayaquil"."""
    if verb.tag_ != "VBD" or _auxiliaries(verb):
        return False
    held = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    captive = all(one.lemma_.lower() in word_class("place_words", "held as") for one in held)
    by = any(child.dep_ == "agent" for child in verb.children)
    dead = any(child.lower_ == "dead" and child.dep_ in {"oprd", "acomp"} for child in verb.children)
    return captive and (by or (dead and not held))


def _auxiliaries(verb: Token) -> tuple[Token, ...]:
    return tuple(child for child in verb.children if child.dep_ in {"aux", "auxpass"})


def _own(verb: Token, labels: frozenset[str]) -> tuple[Token, ...]:
    return tuple(one for child in verb.children if child.dep_ in labels and not _listed(verb, child)
                 for one in coordinated(child))  # fmt: skip


def _listed(verb: Token, child: Token) -> bool:
    """Whether a colon stands between a verb and what follows: "Two people killed: a man and a woman"."""
    before = child.left_edge.i - 1
    return before > verb.i and child.doc[before].text == ":"


@kept
def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """Auxiliaries and modals of a verb, those of the verb it is joined to when it has none of its own."""
    own = _auxiliaries(verb)
    bare = verb.tag_ not in {"VBD", "VBZ", "VBP"} and not _own(verb, SUBJECTS)
    shares = bare and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}
    return own or (auxiliaries(verb.head) if shares else ())


@kept
def surface_subjects(verb: Token) -> tuple[Token, ...]:
    """The heads that stand as grammatical subject, found through relative clauses, control and coordination."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    holders = (verb, *(child for child in verb.children if child.dep_ == "auxpass"))
    shown = tuple(token for holder in holders for token in _own(holder, SUBJECTS))
    own = tuple(token for token in shown if token.dep_ != "expl")
    if shown and not own:
        return ()
    if own:
        clause = verb.head if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" else verb
        relative = own[0].lower_ in RELATIVES and clause.dep_ in {"relcl", "acl", "ccomp"}
        if relative and clause.head.pos_ in NOMINAL:
            return tuple(one for one in coordinated(clause.head) if one.i < verb.i) or (clause.head,)
        return own
    if beside := _before_an_aside(verb):
        return beside
    if depth > 6 or verb.dep_ == "ROOT":
        return ()
    return _inherited(verb, depth)


def _before_an_aside(verb: Token) -> tuple[Token, ...]:
    """The ministers of "Two ministers, says the radio, have left", which the parse hangs on "says"."""
    for aside in (child for child in verb.children if child.dep_ == "parataxis" and child.i < verb.i):
        subjects = [child for child in aside.children if child.dep_ == "nsubj"]
        if any(one.i > aside.i for one in subjects):
            return tuple(each for one in subjects if one.i < aside.i for each in coordinated(one))
    return ()


def _inherited(verb: Token, depth: int) -> tuple[Token, ...]:
    """The subject of a clause that shows none: the noun it modifies, or that of the clause above."""
    head = verb.head
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in NOMINAL:
        finite = verb.tag_ in {"VBG", "VBN", "VBD"} or verb.dep_ == "relcl"
        return (head,) if finite and not _is_aimed(verb) else _holder(head, depth)
    if verb.dep_ == "amod" and verb.tag_ in {"VBN", "VBG"}:
        return (head,)
    if verb.dep_ in {"acomp", "attr"} and verb.tag_ == "VBN":
        return _own(head, SUBJECTS)
    if controlled := _controller(verb):
        return controlled
    return _from_above(verb, depth) if verb.dep_ in BARE_CLAUSES else ()


def _is_aimed(verb: Token) -> bool:
    """ "Tried for a third time to enter the town", "their claim to have reached it": the noun enters nothing."""
    aimed = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return aimed and (verb.dep_ == "acl" or verb.head.head.lower_ == "for")


def _controller(verb: Token) -> tuple[Token, ...]:
    """The object that must act: "forced civilians to flee", "accused the army of looting"."""
    head = verb.head
    if verb.dep_ == "xcomp":
        return _own(head, frozenset({"dobj", "dative"}))
    if verb.dep_ == "pcomp" and head.lower_ in {"of", "from", "for", "as"}:
        return _own(head.head, frozenset({"dobj"}))
    return ()


def _from_above(verb: Token, depth: int) -> tuple[Token, ...]:
    head = verb.head
    while head.pos_ in {"ADP", "SCONJ"} and head.head != head:
        head = head.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return _holder(head, depth)
    return _subjects(head, depth + 1) if head.pos_ in {"VERB", "AUX", "ADJ"} else ()


def _holder(noun: Token, depth: int) -> tuple[Token, ...]:
    """Who "their attempt to halt" or "made an attempt to halt" speaks of: the owner, else the verb's subject."""
    owners = tuple(one for child in noun.children if child.dep_ == "poss" for one in coordinated(child))
    governor = noun.head
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    subjects: tuple[Token, ...] = ()
    if governor.pos_ in {"VERB", "AUX"} and governor != noun and noun.dep_ not in SUBJECTS:
        subjects = _subjects(governor, depth + 1)
    pronoun = all(one.pos_ == "PRON" for one in owners)
    return subjects if subjects and pronoun else owners


def objects_of(verb: Token) -> tuple[Token, ...]:
    """Direct objects, shared ones ("shelled and captured the town") and the gap of "the town rebels captured"."""
    own = _own(verb, OBJECTS)
    if own:
        if own[0].lower_ in RELATIVES and verb.dep_ == "relcl":
            return coordinated(verb.head)
        return own
    whole = any(c.dep_ in {"ccomp", "xcomp"} or c.lower_ in {"where", "when", "why"} for c in verb.children)
    if verb.dep_ == "relcl" and _own(verb, SUBJECTS) and not whole:
        subject = _own(verb, SUBJECTS)[0]
        if any(one.lower_ in RELATIVES and one.dep_ == "pobj" for one in verb.subtree):  # "in which a guard died"
            return ()
        return (verb.head,) if subject.lower_ not in RELATIVES and verb.head.pos_ in {"NOUN", "PROPN"} else ()
    for other in _joined_verbs(verb):
        shares = not _own(other, SUBJECTS) and not any(c.dep_ in {"prep", "ccomp", "dobj"} for c in verb.children)
        if shares and not is_passive(other):
            return _own(other, frozenset({"dobj"}))
    return ()


def _joined_verbs(verb: Token) -> Iterator[Token]:
    """The verbs joined to one, down the chain of "captured, humiliated and killed"."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            yield child
            yield from _joined_verbs(child)


def agents_of(verb: Token) -> tuple[Token, ...]:
    """The doers after "by" in a passive clause, or before the hyphen of "Turkish-backed"."""
    if _is_hyphenated(verb):
        return (verb.nbor(-2),)
    if verb.dep_ == "amod":
        return ()
    complements = [child for child in verb.children if child.dep_ in {"oprd", "attr", "dobj"}]
    return tuple(
        one
        for governor in (verb, *complements)
        for child in governor.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for noun in child.children
        if noun.dep_ == "pobj" and noun.lemma_.lower() not in word_class("grammar", "device")
        if noun.lower_ != "force" or noun.children  # "seized by force"
        for one in coordinated(noun)
    )


def obliques_of(token: Token, depth: int = 0) -> tuple[tuple[str, Token], ...]:
    """Prepositional arguments as (preposition, noun), also nested ones ("across the border into Iraq")."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep_ in LEADING and child.pos_ in PARTICLES:
            found.extend(_prepositional(child, child.lower_, depth))
        elif child.dep_ in {"npadvmod", "dative"} and child.pos_ in {"NOUN", "PROPN"}:
            found.append(("", child))
    return tuple(found)


def _prepositional(preposition: Token, word: str, depth: int) -> Iterator[tuple[str, Token]]:
    for noun in preposition.children:
        if noun.dep_ in {"pobj", "pcomp"} and noun.pos_ not in {"VERB", "AUX"}:
            for one in coordinated(noun):
                yield word, one
                if depth < 2 and word not in {"including", "like"}:
                    nested = obliques_of(one, depth + 1)
                    yield from ((word if inner == "of" else inner, below) for inner, below in nested)
        elif noun.dep_ in {"prep", "conj"} and noun.pos_ in {"ADP", "SCONJ"}:
            both = f"{word} {noun.lower_}" if word in {"along", "together"} else noun.lower_
            yield from _prepositional(noun, both, depth)


@kept
def verb_frame(verb: Token) -> Frame:
    """The arguments of a verb, with the passive undone."""
    subjects, obliques = surface_subjects(verb), obliques_of(verb)
    if is_passive(verb):
        return Frame(verb, agents_of(verb), subjects, obliques, passive=True)
    return Frame(verb, subjects, objects_of(verb), obliques)


def noun_frame(noun: Token) -> Frame:
    """The arguments of an event noun: "the rebels' capture of Hama", "Russian strikes on Idlib"."""
    obliques = obliques_of(noun)
    owners = [one for child in noun.children if child.dep_ in {"poss", "amod", "compound", "nmod"}
              for one in coordinated(child) if one.pos_ in {"PROPN", "NOUN", "PRON", "ADJ"}]  # fmt: skip
    by = [token for word, token in obliques if word == "by"]
    of = [token for word, token in obliques if word == "of"]
    return Frame(noun, tuple(by or owners), tuple(of), (*obliques, *_around(noun)))


def _around(noun: Token) -> tuple[tuple[str, Token], ...]:
    """Where and with what the verb above a noun happens: "clashes erupted in Goma"."""
    found: list[tuple[str, Token]] = []
    node = noun
    while node.dep_ in {"pobj", "prep", "nsubj", "nsubjpass", "dobj", "conj", "attr"} and node.head != node:
        node = node.head
        if node.pos_ != "ADP":
            found.extend(pair for pair in obliques_of(node) if pair[1] != noun and noun not in pair[1].subtree)
        if node.pos_ in {"VERB", "AUX"}:
            break
    return tuple(pair for pair in found if pair[0] not in {"by", "of", "with", "as"})


def light_subjects(noun: Token) -> tuple[Token, ...]:
    """Who "carried out", "launched" or "suffered" what the noun names."""
    governor = noun.head
    if noun.dep_ == "dobj" and governor.pos_ == "VERB":
        return surface_subjects(governor)
    return agents_of(governor) if noun.dep_ == "nsubjpass" else ()


def host_of(trigger: Token) -> Token | None:
    """The verb whose time and place a second one shares: "struck a hospital overnight, killing eight"."""
    joined = trigger.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in trigger.children)
    participle = joined or (trigger.tag_ == "VBG" and trigger.dep_ in {"advcl", "acl"})
    host = trigger.head
    while host.dep_ in {"conj", "advcl"} and host.tag_ == "VBG" and host.head != host:
        host = host.head
    return host if participle and host.pos_ in {"VERB", "AUX"} and host != trigger else None


def hosts_of(trigger: Token) -> Iterator[Token]:
    """The verbs whose time and place one shares, nearest first: "stopped a bus, checked cards and shot nine"."""
    while (host := host_of(trigger)) is not None:
        yield host
        trigger = host


def clause_of(token: Token) -> Token:
    """The verb (or root) that heads the clause in which a token stands."""
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def of_the_past(word: Token) -> bool:
    """Whether the first tense over a word is the past, if there is one."""
    tags = (one.tag_ for verb in (word, *word.ancestors) for one in (*auxiliaries(verb), verb))
    return next((tag for tag in tags if tag in {"VBD", "VBZ", "VBP", "MD"}), "VBD") == "VBD"


def semicolons(one: Token, other: Token) -> list[Token]:
    """Those that stand between two words of a text."""
    first, last = (one.i, other.i) if one.i < other.i else (other.i, one.i)
    return [token for token in one.doc.semicolons if first <= token.i < last]


def premodifiers(head: Token) -> Iterator[Token]:
    """The words of the minimal noun phrase of a head before it."""
    for child in head.lefts:
        if child.dep_ in PREMODIFIERS and child.tag_ != "WRB":
            yield from premodifiers(child)
            yield child


def is_grip(noun: Token) -> bool:
    """ "Hands", "control": whose they are has the place."""
    return noun.lemma_.lower() in word_class("grammar", "grip")
