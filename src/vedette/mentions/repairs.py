"""Mends mistakes that the parser makes over and over on news prose, by hanging tokens elsewhere in the tree."""

from collections.abc import Iterator

from vedette.lexicon.classes import noun_classes, word_class
from vedette.mentions.number_repairs import SUBJECTS, repair_numbers
from vedette.mentions.parties.nouns import speech_lemmas
from vedette.mentions.trees import Tree
from vedette.model.tokens import Doc, Token

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOBODY = frozenset[str]()
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def repair(tokens: Doc) -> Doc:
    """The same tokens with a better tree."""
    tree = Tree(tokens)
    for token in tokens:
        if token.pos_ == "NOUN":
            _site_beside_place(tree, token)
            _taken_prisoner(tree, token)
        if token.pos_ == "PROPN" and token.dep_ in {"appos", "conj"}:
            _name_of_the_office(tree, token)
        repair_numbers(tree, token)
        if token.pos_ in {"VERB", "AUX"}:
            _reported_subject(tree, token)
            _reduced_relative(tree, token)
            _held_between_commas(tree, token)
            _inserted_speaker(tree, token)
            _subject_of_the_second(tree, token)
            _told_that(tree, token)
            _accused_of(tree, token)
            _nearest_which(tree, token)
            _speaker_before(tree, token)
            _says_more(tree, token)
    return tree.applied()


def _name_of_the_office(tree: Tree, name: Token) -> None:
    """ "The governor of Helmand, Abdul Wasi, said": he stands beside the governor, not beside the province."""
    first, noun = name.left_edge, name.head
    person = first != name and name.ent_type_ not in {"GPE", "LOC", "ORG", "FAC", "NORP"}
    if not person or first.i == 0 or first.nbor(-1).text != "," or noun.dep_ != "pobj":
        return
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i < noun.i:
        noun = noun.head.head
    if noun.tag_ == "NN" and not noun_classes("nouns").get(noun.lemma_, NOBODY).isdisjoint({"office", "people"}):
        tree.hang(name, noun, "appos")


def _taken_prisoner(tree: Tree, noun: Token) -> None:
    """ "took 12 soldiers prisoner": the soldiers were taken."""
    if noun.lower_ in word_class("grammar", "captive") and noun.dep_ == "dobj":
        people = [one for one in noun.lefts if one.dep_ == "compound" and one.tag_ == "NNS"]
        for one in people[-1:]:
            tree.hang(one, noun.head, "dobj")
            tree.hang(noun, noun.head, "oprd")


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in SUBJECTS]


def _speaks(verb: Token) -> bool:
    return verb.lemma_ in word_class("grammar", "speaking")


def _tells(verb: Token) -> bool:
    return verb.lemma_ in word_class("grammar", "telling")


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_.startswith("aux") and child.tag_ in FINITE for child in verb.children)


def _reported_subject(tree: Tree, verb: Token) -> None:
    """ "saying militants were …", "saying hundreds, some hurt, had fled": the object is the subject of what is said."""
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if not objects or not _speaks(verb) or _tells(verb):
        return
    said = objects[0]
    for clause in _bare_clauses(verb, said):
        for other in [child for child in verb.children if child.dep_ == "ccomp" and child != clause]:
            tree.hang(other, said, "acl")
        tree.hang(clause, verb, "ccomp")
        tree.hang(said, clause, "nsubj")
        return


def _bare_clauses(verb: Token, said: Token) -> Iterator[Token]:
    """Finite verbs after the object, hung on the speech verb or above it, that lack a subject of their own."""
    above = {verb, *verb.ancestors}
    for token in verb.sent:
        late = token.i > said.i and token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ccomp", "conj", "dep", "advcl"}
        joined = any(child.dep_ == "cc" and child.i > said.i for child in token.head.children)
        if late and token.head in above and _finite(token) and not _subjects(token) and not joined:
            yield token


def _subject_of_the_second(tree: Tree, verb: Token) -> None:
    """ "Ten people were killed and dozens, some of them boys, were hurt": dozens were hurt, not joined to killed."""
    stray = [one for one in (*verb.head.children, *(c for child in verb.children for c in child.children))
             if one.dep_ == "conj" and one.pos_ in NOMINAL and one.i < verb.i and one.head.pos_ == "VERB"]  # fmt: skip
    terse = verb.tag_ == "VBN"  # "23 killed and 64 injured"
    if stray and (terse or _finite(verb)) and not _subjects(verb) and stray[-1].head.i < stray[-1].i:
        passive = terse or any(child.dep_ == "auxpass" for child in verb.children)
        tree.hang(stray[-1], verb, "nsubjpass" if passive else "nsubj")


def _inserted_speaker(tree: Tree, verb: Token) -> None:
    """ "The drone, the colonel added, came …": the colonel speaks, he is no drone."""
    if not _speaks(verb):
        return
    doers = _subjects(verb)
    beside = [child for one in doers[:1] for child in one.children if child.dep_ == "appos" and child.i < verb.i]
    if verb.dep_ == "parataxis" and beside and not _subjects(verb.head):
        tree.hang(doers[0], verb.head, "nsubj")
        tree.hang(beside[0], verb, "nsubj")


def _speaker_before(tree: Tree, verb: Token) -> None:
    """ "…, witnesses and army sources told Reuters": those right before the verb speak."""
    if not _speaks(verb) or verb.tag_ not in FINITE or verb.i < 2:
        return
    doers = _subjects(verb)
    if not doers and verb.dep_ != "conj":
        for speaker in _loose_before(verb):
            tree.hang(speaker, verb, "nsubj")
    joint = doers[0].left_edge.nbor(-1) if len(doers) == 1 and doers[0].left_edge.i > 1 else verb
    if joint.dep_ == "cc" and verb.dep_ == "conj" and verb.head.i < joint.i:
        for speaker in _loose_before(joint):  # "Two died in clashes with the army, residents and a nurse said"
            tree.hang(speaker, verb, "nsubj")
            tree.hang(doers[0], speaker, "conj")
            tree.hang(verb.head, verb, "ccomp")


def _loose_before(word: Token) -> list[Token]:
    """The first of the list right before a word that a comma parts from all before it, if no verb needs it."""
    tops = [_before_brackets(word.nbor(-1))]
    while tops[-1].dep_ in {"conj", "compound", "amod", "flat"} and not _describes(tops[-1].head):
        tops.append(tops[-1].head)
    loose = [one for one in tops if _is_loose(one) and one.head != word]
    ands = [one.i for one in word.doc[tops[-1].i : word.i] if one.dep_ == "cc"]
    same = [one for one in loose if not any(one.i < at < loose[0].left_edge.i for at in ands)]
    return same[-1:]  # in "a school and a clinic, the mayor and two men said" another list is before an "and"


def _is_loose(noun: Token) -> bool:
    """Whether a noun stands after a comma, and no other word needs it: "clashed with the army, residents said"."""
    set_off = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","
    second = noun.dep_ == "dobj" and any(one.dep_ == "dobj" and one.i < noun.i for one in noun.head.children)
    return noun.pos_ in NOMINAL and set_off and (second or noun.dep_ in {"npadvmod", "appos", "dep", "attr", "conj"})


def _says_more(tree: Tree, verb: Token) -> None:
    """ "Army admits loss of X, says attack goes on": a title has one speaker, who says the second alone."""
    if not _speaks(verb) or verb.tag_ not in PRESENT or verb.i == 0 or verb.nbor(-1).text != ",":
        return
    first = next((one for one in verb.lefts if one.dep_ == "ccomp" and one.tag_ in PRESENT and _subjects(one)), None)
    doers = _subjects(verb)
    told = any(one.dep_ == ("prep" if doers else "ccomp") for one in (doers[-1] if doers else verb).rights)
    if first is not None and told and (first.lemma_ in speech_lemmas() or not doers):
        tree.hang(verb, first, "conj")
        for noun in doers:
            tree.hang(noun, verb, "dobj")


def _before_brackets(token: Token) -> Token:
    """The word before what stands in brackets: "the Arakan Army (AA) said"."""
    opened = next((one for one in reversed(token.doc[token.sent.start : token.i]) if one.text == "("), token)
    return opened.nbor(-1) if token.text == ")" and opened.i > token.sent.start else token


def _describes(noun: Token) -> bool:
    """ "Minova, a market town, …": the town is Minova, it stands beside nobody."""
    first = noun.left_edge
    place = noun.pos_ == "NOUN" and noun.lemma_.lower() in word_class("grammar", "anaphor")
    return place and first.lower_ in {"a", "the"} and first.i > 1 and first.nbor(-2).pos_ == "PROPN"


def _told_that(tree: Tree, verb: Token) -> None:
    """ "told a radio that boats had sunk a trawler": the clause is what was told."""
    for child in verb.children:
        if child.dep_ == "dobj" and _tells(verb):
            for clause in child.children:
                marker = next((c for c in clause.children if c.lower_ == "that"), None)
                if marker is not None and clause.dep_ == "relcl" and len(clause.children) > 2 and _subjects(clause):
                    tree.hang(clause, verb, "ccomp")
                    tree.hang(marker, clause, "mark")


def _accused_of(tree: Tree, verb: Token) -> None:
    """ "accused some countries of arming rebels", "cleared the town of rebels": what follows "of" hangs on the verb."""
    accused, cleared = verb.lemma_ in {"accuse", "suspect", "convict"}, verb.lemma_ in {"clear", "cleanse", "purge"}
    for child in verb.children if accused or cleared else ():
        for of in child.children:
            several = any(one.tag_ == "NNS" for one in of.children)
            if child.dep_ == "dobj" and of.lower_ == "of" and (accused or several):
                tree.hang(of, verb, "prep")


def _nearest_which(tree: Tree, verb: Token) -> None:
    """ "a setback for the Kremlin which has supported …": what has supported is the name just before "which"; "which
    police deny": they deny it."""
    pronoun = next((child for child in verb.lefts if child.lower_ == "which" and child.dep_ in SUBJECTS), None)
    if verb.dep_ != "relcl" or pronoun is None or pronoun.i == 0:
        return
    name = pronoun.nbor(-1)
    if len(_subjects(verb)) > 1:
        tree.hang(pronoun, verb, "dobj")
    elif name.pos_ == "PROPN" and verb.head != name and verb.head in name.ancestors:
        tree.hang(verb, name, "relcl")


def _site_beside_place(tree: Tree, noun: Token) -> None:
    """ "a base at X and facilities at Y": the facilities stand beside the base, not beside X."""
    place = noun.head
    site = place.head.head
    joined = noun.dep_ == "conj" and noun.tag_ != "NNP"
    if not joined or place.pos_ != "PROPN" or place.dep_ != "pobj" or site.pos_ != "NOUN":
        return
    later = [child for child in site.children if child.dep_ == "prep" and child.i > noun.i]
    if later or any(child.dep_ == "prep" for child in noun.children):
        tree.hang(noun, site, "conj")
        for preposition in later:
            tree.hang(preposition, noun, "prep")


def _held_between_commas(tree: Tree, verb: Token) -> None:
    """ "In X, still held by the rebels, the market reopened": X is held, no market."""
    before = verb.left_edge.nbor(-2) if verb.left_edge.i > 1 and verb.left_edge.nbor(-1).text == "," else verb
    held = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in word_class("grammar", "taking ground")
    if held and before.pos_ == "PROPN" and before.head.dep_ == "prep" and before.i < verb.head.i:
        tree.hang(verb, before, "acl")


def _reduced_relative(tree: Tree, verb: Token) -> None:
    """ "Video posted online showed …": what is posted is no main clause."""
    if verb.dep_ not in {"dep", "ccomp"} or verb.tag_ != "VBD" or _subjects(verb):
        return
    first = verb.head
    subjects = _subjects(first)
    bare = first.tag_ == "VBD" and not any(child.dep_ in {"dobj", "aux", "auxpass", "cc"} for child in first.children)
    if not bare or not subjects or first.i > verb.i or subjects[0].i > first.i:
        return
    if first.dep_ == "ROOT":
        tree.root(verb)
    else:
        tree.hang(verb, first.head, first.dep_)
    tree.hang(subjects[0], verb, "nsubj")
    for child in [child for child in first.children if child.i > verb.i]:
        tree.hang(child, verb, child.dep_)
    tree.hang(first, subjects[0], "acl")
    first.tag_ = "VBN"
