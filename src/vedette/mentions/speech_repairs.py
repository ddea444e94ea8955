"""Mends what the parser makes of who says what and of whom: speakers in lists, in titles, before and inside what they
say, those who are accused or heard."""

from collections.abc import Iterator

from vedette.lexicon.classes import word_class
from vedette.mentions.number_repairs import SUBJECTS
from vedette.mentions.parties.nouns import is_speech
from vedette.mentions.trees import Tree
from vedette.model.tokens import Token

CHARGES = {"accuse": "of", "suspect": "of", "convict": "of", "blame": "for"}
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def repair_speech(tree: Tree, verb: Token) -> None:
    """What may be mended around a verb."""
    _terse_report(tree, verb)
    _reported_subject(tree, verb)
    _inserted_speaker(tree, verb)
    _told_that(tree, verb)
    _speaker_before(tree, verb)
    _says_more(tree, verb)
    _accuses_too(tree, verb)
    _adds(tree, verb)
    _reached(tree, verb)
    _claims_to(tree, verb)
    _accused_of(tree, verb)
    _heard_shooting(tree, verb)


def _terse_report(tree: Tree, verb: Token) -> None:
    """ "Army says repelled attack on Obo", of headlines: what it repelled, not an attack that it says."""
    done = verb.nbor() if verb.tag_ in PRESENT and _speaks(verb) and verb.i + 1 < len(verb.doc) else verb
    if done.tag_ in {"VBN", "VBD"} and done.dep_ == "amod" and done.head.dep_ == "dobj" and done.head.head == verb:
        tree.hang(done, verb, "xcomp")
        tree.hang(done.head, done, "dobj")


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
        if late and token.head in above and is_finite(token) and not subjects(token) and not joined:
            yield token


def _inserted_speaker(tree: Tree, verb: Token) -> None:
    """ "The drone, the colonel added, came …": the colonel speaks, he is no drone."""
    if not _speaks(verb):
        return
    doers = subjects(verb)
    beside = [child for one in doers[:1] for child in one.children if child.dep_ == "appos" and child.i < verb.i]
    if verb.dep_ == "parataxis" and beside and not subjects(verb.head):
        tree.hang(doers[0], verb.head, "nsubj")
        tree.hang(beside[0], verb, "nsubj")


def _told_that(tree: Tree, verb: Token) -> None:
    """ "told a radio that boats had sunk a trawler": the clause is what was told."""
    for child in verb.children:
        if child.dep_ == "dobj" and _tells(verb):
            for clause in child.children:
                marker = next((c for c in clause.children if c.lower_ == "that"), None)
                if marker is not None and clause.dep_ == "relcl" and len(clause.children) > 2 and subjects(clause):
                    tree.hang(clause, verb, "ccomp")
                    tree.hang(marker, clause, "mark")


def _speaker_before(tree: Tree, verb: Token) -> None:
    """ "…, witnesses and army sources told Reuters": those right before the verb speak."""
    if not _speaks(verb) or verb.tag_ not in FINITE or verb.i < 2:
        return
    doers = subjects(verb)
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


def _before_brackets(token: Token) -> Token:
    """The word before what stands in brackets: "the Arakan Army (AA) said"."""
    opened = next((one for one in reversed(token.doc[token.sent.start : token.i]) if one.text == "("), token)
    return opened.nbor(-1) if token.text == ")" and opened.i > token.sent.start else token


def _describes(noun: Token) -> bool:
    """ "Minova, a market town, …": the town is Minova, it stands beside nobody."""
    first = noun.left_edge
    place = noun.pos_ == "NOUN" and noun.lemma_.lower() in word_class("grammar", "anaphor")
    return place and first.lower_ in {"a", "the"} and first.i > 1 and first.nbor(-2).pos_ == "PROPN"


def _says_more(tree: Tree, verb: Token) -> None:
    """ "Army admits loss of X, says attack goes on": a title has one speaker, who says the second alone."""
    if not _speaks(verb) or verb.tag_ not in PRESENT or verb.i == 0 or verb.nbor(-1).text != ",":
        return
    first = next((one for one in verb.lefts if one.dep_ == "ccomp" and one.tag_ in PRESENT and subjects(one)), None)
    doers = subjects(verb)
    told = any(one.dep_ == ("prep" if doers else "ccomp") for one in (doers[-1] if doers else verb).rights)
    if first is not None and told and (is_speech(first) or not doers):
        tree.hang(verb, first, "conj")
        for noun in doers:
            tree.hang(noun, verb, "dobj")


def _accuses_too(tree: Tree, verb: Token) -> None:
    """ "said that ten men had been killed and accused the rebels": who spoke accuses, not the dead; "denied that the
    base had fallen and said": not the base."""
    told = verb.head
    undergone = any(child.dep_ == "auxpass" for child in told.children) or told.head.lemma_ == "deny"
    undergone = undergone and not is_speech(told)
    speaks = verb.tag_ == "VBD" and (is_speech(verb) or _speaks(verb))
    blames = speaks and any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)
    if verb.dep_ != "conj" or not undergone or not blames or subjects(verb):
        return
    above = (one for one in told.ancestors if _speaks(one) or one.lemma_ == "deny")
    speaker = next((one for one in above if one.tag_ == "VBD" and subjects(one)), None)
    if speaker is not None:
        tree.hang(verb, speaker, "conj")


def _adds(tree: Tree, verb: Token) -> None:
    """ "He said that his troops had left, admitting the loss", "… had left, and warned of more": it is he who does."""
    told = verb.head
    if told.dep_ != "ccomp" or not told.head.i < told.i < verb.i or not is_speech(told.head) or is_speech(told):
        return
    aside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.left_edge.nbor(-1).text == ","
    before = {one.lower_ for one in told.lefts if one.dep_ == "aux"}
    joined = verb.dep_ == "conj" and verb.tag_ == told.head.tag_ == "VBD" and "had" in before and not subjects(verb)
    if (aside or joined) and is_speech(verb):
        tree.hang(verb, told.head, verb.dep_)


def _reached(tree: Tree, verb: Token) -> None:
    """ "Residents reached by telephone said that …": those who were reached speak."""
    if verb.tag_ != "VBD" or not is_speech(verb) or subjects(verb):
        return
    first = next((one for one in verb.lefts if one.dep_ == "ccomp" and one.tag_ == "VBN"), None)
    if first is None or is_finite(first):
        return
    for speaker in subjects(first)[:1]:
        tree.hang(speaker, verb, "nsubj")
        tree.hang(first, speaker, "acl")


def _claims_to(tree: Tree, verb: Token) -> None:
    """ "Claimed in a newsletter to have killed five": that is what it claimed."""
    if verb.dep_ != "advcl" or verb.head.i > verb.i or not is_speech(verb.head):
        return
    if {one.lower_ for one in verb.lefts if one.dep_ == "aux"} == {"to", "have"}:
        tree.hang(verb, verb.head, "xcomp")


def _accused_of(tree: Tree, verb: Token) -> None:
    """ "accused some countries of arming rebels", "blamed X's men for it", "cleared the town of rebels": what follows
    "of" or "for" hangs on the verb."""
    accused, cleared = CHARGES.get(verb.lemma_), verb.lemma_ in {"clear", "cleanse", "purge"}
    if not accused and not cleared:
        return
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    for of in (of for one in objects for of in one.children):
        if of.lower_ == accused or (cleared and of.lower_ == "of" and any(one.tag_ == "NNS" for one in of.children)):
            tree.hang(of, verb, "prep")
    charges = [of for one in (verb, *objects) for of in one.children if of.lower_ == accused]
    deeds = [one for of in charges for one in of.children if one.tag_ == "VBG"]
    for of in charges:
        _charged_with(tree, verb, of)
    for later in verb.rights if deeds else ():
        if later.dep_ == "advcl" and later.tag_ == "VBG" and later.i > deeds[0].i:  # "of raiding Bor, killing nine"
            tree.hang(later, deeds[0], "advcl")


def _charged_with(tree: Tree, verb: Token, of: Token) -> None:
    """ "Accused them of shelling civilians in Aleppo": no civilians who shell."""
    for noun in (one for one in of.rights if one.dep_ == "pobj" and one.left_edge.i == of.i + 1):
        deed = noun.left_edge
        if deed.tag_ == "VBG" and deed.head == noun:
            tree.hang(deed, of, "pcomp")
            tree.hang(noun, deed, "dobj")
            for place in (one for one in verb.rights if one.dep_ == "prep" and one.i > noun.i):
                tree.hang(place, deed, "prep")


def _heard_shooting(tree: Tree, verb: Token) -> None:
    """ "Residents heard shooting": somebody else shot."""
    perceived = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in word_class("verbs", "perceiving")
    around = {one.dep_ for one in (*verb.children, *verb.head.lefts)}
    if perceived and verb.i == verb.head.i + 1 and around.isdisjoint({"dobj", "auxpass"}):
        verb.tag_, verb.pos_, verb.lemma_ = "NN", "NOUN", verb.lower_
        tree.hang(verb, verb.head, "dobj")


def _speaks(verb: Token) -> bool:
    return verb.lemma_ in word_class("grammar", "speaking")


def _tells(verb: Token) -> bool:
    return verb.lemma_ in word_class("grammar", "telling")


def is_finite(verb: Token) -> bool:
    """Whether a verb, or a helper of it, has a tense."""
    return verb.tag_ in FINITE or any(child.dep_.startswith("aux") and child.tag_ in FINITE for child in verb.children)


def subjects(verb: Token) -> list[Token]:
    """The subjects that stand below a verb."""
    return [child for child in verb.children if child.dep_ in SUBJECTS]
