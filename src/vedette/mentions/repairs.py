"""Mends mistakes that the parser makes over and over on news prose, by hanging tokens elsewhere in the tree."""

from vedette.lexicon.classes import noun_classes, word_class
from vedette.mentions.number_repairs import SUBJECTS, repair_numbers
from vedette.mentions.speech_repairs import FINITE, NOMINAL, is_finite, repair_speech, subjects
from vedette.mentions.trees import Tree
from vedette.model.tokens import Doc, Token

NATIONS = frozenset({"NORP", "GPE"})
NOBODY = frozenset[str]()
ARTICLES = frozenset({"the", "a", "an"})


def repair(tokens: Doc) -> Doc:
    """The same tokens with a better tree."""
    tree = Tree(tokens)
    for token in tokens:
        _misplaced(tree, token)
        if token.pos_ == "NOUN":
            _of_two_nations(tree, token)
            _site_beside_place(tree, token)
            _taken_prisoner(tree, token)
        if token.pos_ == "PROPN" and token.dep_ in {"appos", "conj"}:
            _name_of_the_office(tree, token)
        if token.pos_ == "PROPN" and token.dep_ == "npadvmod":
            _object_named(tree, token)
        repair_numbers(tree, token)
        if token.tag_ in {"VBG", "NN"} and token.dep_ in {"ROOT", "ccomp", "advcl"} and token.lower_.endswith("ing"):
            _deed_as_subject(tree, token)
        if token.pos_ in {"VERB", "AUX"}:
            _reduced_relative(tree, token)
            _on_their_way(tree, token)
            _only_verb(tree, token)
            _clause_of_its_own(tree, token)
            _held_between_commas(tree, token)
            _subject_of_the_second(tree, token)
            _nearest_which(tree, token)
            repair_speech(tree, token)
    return tree.applied()


def _misplaced(tree: Tree, token: Token) -> None:
    """Words that the parse takes for what they hardly ever are."""
    if token.lower_ in ARTICLES and token.dep_ in SUBJECTS:
        _article(tree, token)
    if token.lower_ == "according":
        _told_of_all(tree, token)
    if token.dep_ == "compound" and token.head.tag_ in FINITE and token.i == token.sent.start:
        tree.hang(token, token.head, "nsubj")  # "Kigali denies it"
    if token.pos_ == "VERB" and token.dep_ == "pobj" and token.text[:1].isupper() and token.i > token.head.i:
        token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text  # "to Tibu"


def _clause_of_its_own(tree: Tree, verb: Token) -> None:
    """ "… after militants attack troops": a verb with a subject is no part of a name."""
    noun, link = verb.head, verb.head.head
    if verb.tag_ in FINITE and verb.dep_ == "compound" and subjects(verb) and link.dep_ == "prep" and link.i < verb.i:
        tree.hang(verb, link.head, "advcl")
        tree.hang(link, verb, "mark")
        tree.hang(noun, verb, "dobj")


def _deed_as_subject(tree: Tree, deed: Token) -> None:
    """ "Fighting between the ELN and dissidents killed ten": it killed them, not the dissidents."""
    told = next((one for one in deed.subtree if one.dep_ == "acl" and one.tag_ == "VBD"), None)
    bare = {one.dep_ for one in deed.children}.isdisjoint({"nsubj", "aux", "dobj"})
    opens = all(one.is_space for one in deed.doc[deed.sent.start : deed.i])
    if told is not None and opens and bare:
        deed.tag_, deed.pos_, deed.lemma_ = "NN", "NOUN", deed.lower_
        if deed.dep_ == "ROOT":
            tree.root(told)
        else:
            tree.hang(told, deed.head, "ccomp")
        tree.hang(deed, told, "nsubj")


def _article(tree: Tree, article: Token) -> None:
    """ "The SPLM-N said": the article is no second subject."""
    noun = article.nbor() if article.i + 1 < len(article.doc) else article
    if noun.pos_ in NOMINAL:
        tree.hang(article, noun, "det")


def _told_of_all(tree: Tree, according: Token) -> None:
    """ "According to the mayor, 19 wounded people were moved": he does not tell of their wounds alone."""
    above = according.head
    if above.dep_ == "amod" and according.i < above.i:
        verb = next((one for one in above.ancestors if one.pos_ in {"VERB", "AUX"}), above)
        tree.hang(according, verb, "prep")
        for child in above.lefts:
            if child.pos_ == "NUM" and child.dep_ in SUBJECTS:
                tree.hang(child, above.head, "nummod")


def _object_named(tree: Tree, name: Token) -> None:
    """ "Had attacked Tumaco": a name behind a verb is no time."""
    verb, first = name.head, name.left_edge
    beside = verb.pos_ == "VERB" and first.i == verb.i + 1 and name.ent_type_ not in {"DATE", "TIME", "QUANTITY"}
    if beside and all(child.dep_ not in {"dobj", "auxpass"} for child in verb.children):
        tree.hang(name, verb, "dobj")


def _name_of_the_office(tree: Tree, name: Token) -> None:
    """ "The governor of Helmand, Abdul Wasi, said": he stands beside the governor, not beside the province."""
    first, noun = name.left_edge, name.head
    person = first != name and name.ent_type_ not in {"GPE", "LOC", "ORG", "FAC", "NORP"}
    if not person or first.i == 0 or first.nbor(-1).text != "," or noun.dep_ not in {"pobj", "dobj"}:
        return
    while noun.head.dep_ == {"pobj": "prep", "dobj": "acl"}.get(noun.dep_) and noun.head.head.i < noun.i:
        noun = noun.head.head  # "the senator representing Borno South, Ali Ndume"
    if noun.tag_ == "NN" and not noun_classes("nouns").get(noun.lemma_, NOBODY).isdisjoint({"office", "people"}):
        tree.hang(name, noun, "appos")


def _taken_prisoner(tree: Tree, noun: Token) -> None:
    """ "took 12 soldiers prisoner", "nine were killed and 12 taken hostage": those were taken."""
    if noun.lower_ not in word_class("grammar", "captive"):
        return
    if noun.dep_ == "dobj":
        people = [one for one in noun.lefts if one.dep_ == "compound" and one.tag_ == "NNS"]
        for one in people[-1:]:
            tree.hang(one, noun.head, "dobj")
            tree.hang(noun, noun.head, "oprd")
    taken = next((one for one in noun.lefts if one.tag_ == "VBN" and one.i == noun.i - 1), None)
    if taken is not None and noun.i > 3:
        number, joined = noun.nbor(-2), noun.nbor(-3)
        if number.pos_ == "NUM" and joined.dep_ == "cc" and joined.head.pos_ == "VERB":
            tree.hang(taken, joined.head, "conj")
            tree.hang(number, taken, "nsubjpass")
            tree.hang(noun, taken, "oprd")


def _subject_of_the_second(tree: Tree, verb: Token) -> None:
    """ "Ten people were killed and dozens, some of them boys, were hurt": dozens were hurt, not joined to killed."""
    stray = [one for one in (*verb.head.children, *(c for child in verb.children for c in child.children))
             if one.dep_ == "conj" and one.pos_ in NOMINAL and one.i < verb.i and one.head.pos_ == "VERB"]  # fmt: skip
    terse = verb.tag_ == "VBN"  # "23 killed and 64 injured"
    if stray and (terse or is_finite(verb)) and not subjects(verb) and stray[-1].head.i < stray[-1].i:
        passive = terse or any(child.dep_ == "auxpass" for child in verb.children)
        tree.hang(stray[-1], verb, "nsubjpass" if passive else "nsubj")


def _nearest_which(tree: Tree, verb: Token) -> None:
    """ "a setback for the Kremlin which has supported …": what has supported is the name just before "which"; "which
    police deny": they deny it."""
    pronoun = next((child for child in verb.lefts if child.lower_ == "which" and child.dep_ in SUBJECTS), None)
    if verb.dep_ != "relcl" or pronoun is None or pronoun.i == 0:
        return
    last = pronoun.nbor(-2 if pronoun.i > 1 and pronoun.nbor(-1).text == "," else -1)
    name = _whole_name(last)
    meant = name.pos_ == "PROPN" and (name != last or last.i + 1 == pronoun.i)
    if len(subjects(verb)) > 1:
        tree.hang(pronoun, verb, "dobj")
    elif meant and verb.head != name and verb.head in (last, *last.ancestors):
        tree.hang(verb, name, "relcl")


def _whole_name(last: Token) -> Token:
    """The head of the name that a word ends: the Institute of "the Institute for Peace Studies"."""
    name = last
    while name.dep_ == "pobj" and name.head.lower_ in {"of", "for"} and name.head.head.pos_ == "PROPN":
        name = name.head.head
    return name


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


def _of_two_nations(tree: Tree, noun: Token) -> None:
    """ "Pakistani and Afghan forces clashed": two of them, each of one nation; "12 Thai and Lao men" are counted."""
    acting = noun.dep_ in {*SUBJECTS, "dobj"} or (noun.dep_ == "pobj" and noun.head.lower_ in {"between", "by"})
    if noun.tag_ != "NNS" or not acting:
        return
    before = {one.dep_: one for one in noun.lefts}
    first = next((before[label] for label in ("amod", "nmod", "compound") if label in before), noun)
    if "nummod" in before or first == noun or first.ent_type_ not in NATIONS:
        return
    other = next((one for one in first.rights if one.dep_ == "conj" and one.ent_type_ in NATIONS), None)
    if other is not None and other == first.nbor(2):
        first.tag_, first.pos_ = "NNP", "PROPN"
        tree.hang(first, noun.head, noun.dep_)
        tree.hang(noun, first, "conj")
        tree.hang(other, noun, "amod")


def _held_between_commas(tree: Tree, verb: Token) -> None:
    """ "In X, still held by the rebels, the market reopened": X is held, no market."""
    before = verb.left_edge.nbor(-2) if verb.left_edge.i > 1 and verb.left_edge.nbor(-1).text == "," else verb
    held = verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lemma_ in word_class("grammar", "taking ground")
    if held and before.pos_ == "PROPN" and before.head.dep_ == "prep" and before.i < verb.head.i:
        tree.hang(verb, before, "acl")


def _reduced_relative(tree: Tree, verb: Token) -> None:
    """ "Video posted online showed …": what is posted is no main clause."""
    if verb.dep_ not in {"dep", "ccomp"} or verb.tag_ != "VBD" or subjects(verb):
        return
    first = verb.head
    doers = subjects(first)
    own = [child for child in first.children if child != verb]
    bare = first.tag_ == "VBD" and not any(child.dep_ in {"dobj", "aux", "auxpass", "cc", "ccomp"} for child in own)
    if not bare or not doers or first.i > verb.i or doers[0].i > first.i:
        return
    if first.dep_ == "ROOT":
        tree.root(verb)
    else:
        tree.hang(verb, first.head, first.dep_)
    tree.hang(doers[0], verb, "nsubj")
    for child in [child for child in first.children if child.i > verb.i]:
        tree.hang(child, verb, child.dep_)
    tree.hang(first, doers[0], "acl")
    first.tag_ = "VBN"


def _on_their_way(tree: Tree, verb: Token) -> None:
    """ "Soldiers retreating from the city clashed with militiamen": they did, not their retreat."""
    doers = subjects(verb)
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and doers and doers[0].i == verb.i - 1 and verb.i < verb.head.i:
        tree.hang(doers[0], verb.head, "nsubj")
        tree.hang(verb, doers[0], "acl")


def _only_verb(tree: Tree, verb: Token) -> None:
    """ "Men who had held it for an hour pulled out", "the strike that hit the house killed two": the sentence has no
    other verb of its own."""
    root = verb.sent.root
    late = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}
    if not late or root.pos_ not in NOMINAL:
        return
    relative = next((one for one in verb.ancestors if one.dep_ == "relcl"), None)
    if verb.head == root:
        relative = next((one for one in root.rights if one.dep_ == "relcl" and one.i < verb.i), None)
    ends = verb.nbor(-1) == verb.head or any(one.dep_ == "dobj" for one in verb.rights)
    if relative is not None and relative.head == root and ends:
        verb.tag_ = "VBD"
        tree.root(verb)
        tree.hang(root, verb, "nsubj")
