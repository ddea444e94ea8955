"""Mends what the parser makes of numbers and people beside dates, and of numbers that stand for those counted."""

from vedette.lexicon.classes import word_class
from vedette.mentions.times.words import MONTHS, WEEKDAYS
from vedette.mentions.trees import Tree
from vedette.model.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NO_PERSON = frozenset({"GPE", "LOC", "ORG", "FAC", "NORP", "DATE"})
LAST_DAY = 31
AWAY = frozenset({"from", "north", "south", "east", "west"})
DAYTIMES = frozenset({*WEEKDAYS, "morning", "afternoon", "evening", "night", "dawn"})


def repair_numbers(tree: Tree, token: Token) -> None:
    """What may be mended around a month or a verb."""
    if token.lower_ in MONTHS and token.pos_ == "PROPN" and token.i + 2 < len(token.doc):
        _day_of_the_month(tree, token)
        _count_after_month(tree, token)
    elif token.lower_ == "between" and token.pos_ in {"ADP", "SCONJ"}:
        _so_many(tree, token)
    elif token.pos_ == "PROPN" and token.dep_ in {"appos", "conj"} and token.head.tag_ == "NN":
        _one_person(tree, token)
    elif token.lower_ == "up" and token.head.pos_ == "VERB" and token.i == token.head.i + 1:
        _up_to(tree, token)
    elif token.pos_ in {"VERB", "AUX"}:
        _each_its_own(tree, token)
        _day_before(tree, token)
        _wanted_men(tree, token)
        _counted_dead(tree, token)
        _shot_dead(tree, token)
        _far_from(tree, token)
        _those_hurt(tree, token)
        _compared(tree, token)
        _part_of_the_day(tree, token)
        _counted_anew(tree, token)
        _after_brackets(tree, token)


def _each_its_own(tree: Tree, verb: Token) -> None:
    """ "Two people dead, 30 wounded": of each something else is told."""
    first, *others = [child for child in verb.lefts if child.dep_ in SUBJECTS] or [verb]
    told = others and any(one.dep_ in {"amod", "acl"} and one.tag_ != "VBG" for one in first.rights)
    if told and all(one.pos_ == "NUM" for one in others) and others[0].nbor(-1).text == ",":
        tree.hang(first, verb, "dep")


def _day_before(tree: Tree, verb: Token) -> None:
    """ "The United States on Thursday imposed sanctions": a day stands between who does and what is done."""
    on, day = verb.doc[verb.i - 2 : verb.i] if verb.dep_ == "amod" and verb.i > 1 else (verb, verb)
    if day.lower_ in WEEKDAYS and (who := on.head) == verb.sent.root and who.i < on.i and who.pos_ == "PROPN":
        tree.root(verb)
        tree.hang(who, verb, "nsubj")
        tree.hang(verb.head, verb, "dobj")


def _one_person(tree: Tree, name: Token) -> None:
    """ "The comedian, blogger and activist Petro Bondar": all are he; "a man and his aide, Petro Bondar" not."""
    first, opens = name.head.listed_with, name.left_edge
    trades = [first, *(one for one in first.doc[first.i + 1 : name.i] if one.tag_ == "NN" and one.head.tag_ == "NN")]
    trades += [one for one in name.lefts if one.tag_ == "NN" and one == opens]
    bare = all(one.dep_ not in {"det", "poss", "nummod"} for trade in trades[1:] for one in trade.lefts)
    before = (opens if opens.tag_ == "NN" else opens.nbor(-1)) if opens.i else opens
    joined = before in trades[1:] and before.nbor(-1).dep_ == "cc"
    if joined and bare and first.tag_ == "NN" and first.i < name.i and name.ent_type_ not in NO_PERSON:
        tree.hang(name, first.head, first.dep_)
        tree.hang(first, name, "appos")
        for child in (one for one in first.rights if one.i > name.i):
            tree.hang(child, name, child.dep_)


def _so_many(tree: Tree, between: Token) -> None:
    """ "On Monday, between 13 and 15 villagers, all of one family, were killed": so many were killed."""
    noun = next((one for one in between.children if one.dep_ == "pobj" and one.pos_ == "NOUN"), between)
    number = next((one for one in noun.lefts if one.dep_ == "nummod" and one.i == between.i + 1), None)
    verb = next((one for one in between.ancestors if one.pos_ == "VERB"), None)
    if number is None or verb is None:
        return
    if verb.i < noun.i:  # "killed between four and five members of the family"
        if verb.i == between.i - 1:
            _counted_object(tree, verb, noun, number, between)
        return
    subjects = [one for one in verb.lefts if one.dep_ in SUBJECTS]
    if any(one.i < between.i or not _is_all(one) for one in subjects):
        return
    tree.hang(noun, verb, _subject(verb))
    tree.hang(between, number, "quantmod")
    for one in subjects:
        tree.hang(one, noun, "appos")


def _up_to(tree: Tree, up: Token) -> None:
    """ "Killing up to two civilians", "injured up to 7 others": so many of them, nobody is killed up."""
    verb, to = up.head, up.nbor() if up.i + 1 < len(up.doc) else up
    noun = next((one for one in to.children if one.dep_ == "pobj"), None)
    number = next((one for one in noun.lefts if one.dep_ == "nummod"), None) if noun is not None else None
    told = to.lower_ == "to" and to.head == verb
    if told and noun is not None and number is not None and number.i == to.i + 1:
        _counted_object(tree, verb, noun, number, up, to)


def _counted_object(tree: Tree, verb: Token, noun: Token, number: Token, *bounding: Token) -> None:
    """What words that bound a number were taken to lead away from the verb is what it was done to."""
    if not any(one.dep_ in {"dobj", "auxpass"} for one in verb.children):
        tree.hang(noun, verb, "dobj")
        for word in bounding:
            tree.hang(word, number, "quantmod")


def _wanted_men(tree: Tree, wanted: Token) -> None:
    """ "The army said it had arrested 29 wanted men": nobody wanted men."""
    number = wanted.nbor(-1) if wanted.i else wanted
    men = next((one for one in wanted.rights if one.dep_ == "dobj" and one.i == wanted.i + 1), None)
    if wanted.lower_ == "wanted" and number.dep_ == "dobj" and number.pos_ == "NUM" and men is not None:
        wanted.tag_, wanted.pos_ = "JJ", "ADJ"
        for child in wanted.rights:
            tree.hang(child, number.head, child.dep_)
        tree.hang(number, men, "nummod")
        tree.hang(wanted, men, "amod")


def _is_all(noun: Token) -> bool:
    return any(one.lower_ == "all" for one in noun.lefts)


def _counted_anew(tree: Tree, verb: Token) -> None:
    """ "Corrected the toll from 21 to 19", "lowered the number of dead in the shelling to 14": to which it changed."""
    sums = word_class("grammar", "altogether", "said figure")
    if verb.lemma_ not in word_class("grammar", "changing") or not any(one.lemma_ in sums for one in verb.children):
        return
    for number in (one for one in verb.subtree if one.pos_ == "NUM" and one.i > verb.i + 2):
        to, first = number.nbor(-1), number.nbor(-2)
        if to.lower_ == "to" and first.pos_ == "NUM" and first.nbor(-1).lower_ == "from":
            tree.hang(first, first.nbor(-1), "pobj")
            tree.hang(number, to, "pobj")
        joined = (one for one in verb.children if one.dep_ == "conj" and one.lemma_ in sums and one.i < to.i)
        second = next(joined, verb)
        if to.lower_ == "to" and (number.head == to or first.pos_ == "NUM") and to.head != second:
            tree.hang(to, second, "prep")  # "rose to nine and the number of wounded to 19"


def _after_brackets(tree: Tree, verb: Token) -> None:
    """ "11,240 people (1,873 households) displaced from X": the people were displaced."""
    if verb.dep_ == "acl" and verb.head.dep_ == "appos" and verb.nbor(-1).text == ")":
        tree.hang(verb, verb.head.head, "acl")


def _counted_dead(tree: Tree, verb: Token) -> None:
    """ "counted nine killed", "reported 12 of its men killed": they were killed, nobody counted when killed; "report 31
    dead and over 100 missing": so many of each."""
    for dead in (one for one in verb.rights if one.dep_ == "oprd" and one.pos_ == "ADJ" and one.nbor(-1).pos_ == "NUM"):
        tree.hang(dead, dead.nbor(-1), "amod")
    count = verb.nbor(-1) if verb.i else verb
    if count.dep_ == "pobj" and count.head.lower_ == "of":
        count = count.head.head
    bare = verb.tag_ == "VBN" and verb.dep_ in {"advcl", "ccomp"} and not verb.lefts
    if bare and count.pos_ == "NUM" and count.dep_ == "dobj" and count.head == verb.head:
        tree.hang(verb, count, "acl")


def _shot_dead(tree: Tree, verb: Token) -> None:
    """ "shot dead three traders": the traders were not dead before."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ == "shoot" and after.lower_ == "dead" and after.dep_ == "amod" and after.head.head == verb:
        tree.hang(after, verb, "oprd")


def _far_from(tree: Tree, verb: Token) -> None:
    """ "hold the mine of X, 20 km from Y": X is 20 km from Y, they hold nothing at Y."""
    for child in verb.rights:
        first = child.left_edge
        named = first.i > 1 and first.nbor(-1).text == "," and first.nbor(-2).pos_ in {"NOUN", "PROPN"}
        away = any(one.lower_ in AWAY for one in child.rights) and any(one.dep_ == "nummod" for one in child.lefts)
        if child.dep_ == "npadvmod" and away and named:
            tree.hang(child, first.nbor(-2), "npadvmod")


def _those_hurt(tree: Tree, verb: Token) -> None:
    """ "The number of displaced in X", "the injured at 150": people, no clause."""
    below = {verb.dep_, *(child.dep_ for child in verb.children)}
    summed = verb.dep_ in {"pcomp", "pobj"} and verb.head.head.lemma_.lower() in word_class("grammar", "tally")
    if verb.tag_ == "VBN" and (summed or "det" in below) and below.isdisjoint({"nsubj", "auxpass", "aux", "amod"}):
        verb.tag_, verb.pos_, verb.lemma_ = "NNS", "NOUN", verb.lower_
        if summed:
            tree.hang(verb, verb.head, "pobj")


def _compared(tree: Tree, verb: Token) -> None:
    """ "22 had died, more than twice the number given": nobody dies a number."""
    for child in verb.children:
        summed = child.dep_ == "dobj" and child.lemma_.lower() in word_class("grammar", "tally")
        if summed and child.i > verb.i and child.left_edge.nbor(-1).text == ",":
            tree.hang(child, verb, "npadvmod")


def _day_of_the_month(tree: Tree, month: Token) -> None:
    """ "On May 3 two people", "on 3 March nine policemen": the day is of the month, the count of those counted."""
    before, after = month.nbor(-1) if month.i else month, month.nbor()
    noun = month.head if month.head.i > after.i else after.head
    if before.pos_ == "NUM" and noun.i > after.i and month.dep_ == "nmod" and _is_in(before):
        preposition = before.nbor(-1)
        if noun.head == preposition and (verb := next((one for one in noun.ancestors if one.pos_ == "VERB"), None)):
            tree.hang(noun, verb, _subject(verb))
        tree.hang(month, preposition, "pobj")
        tree.hang(before, month, "nummod")
        if after.pos_ == "NUM":
            tree.hang(after, noun, "nummod")
    elif before.pos_ == "NUM" and after.head == month and month.nbor(2).pos_ == "NOUN":
        tree.hang(after, month.nbor(2), "nummod")
    elif after.text.isdecimal() and noun.i > after.i and month.nbor(2).pos_ == "NUM":
        tree.hang(after, month, "nummod")


def _count_after_month(tree: Tree, month: Token) -> None:
    """ "In March 449 were killed", "between May and July 40 men fell": no day or year, so people."""
    count = month.nbor()
    many = count.text.replace(",", "")
    if count.head != month or not many.isdecimal() or int(many) <= LAST_DAY or (count.text == many and len(many) == 4):
        return
    noun, verb = count.nbor(), next((one for one in month.ancestors if one.pos_ == "VERB"), month)
    counted = noun if noun.pos_ == "NOUN" else count
    if month.head == noun:
        tree.hang(month, noun.head, "nmod")
    if counted == noun:
        tree.hang(count, noun, "nummod")
    if not any(one.dep_ in SUBJECTS for one in verb.children):
        tree.hang(counted, verb, _subject(verb))


def _is_in(day: Token) -> bool:
    return day.i > 0 and day.nbor(-1).pos_ == "ADP"


def _part_of_the_day(tree: Tree, verb: Token) -> None:
    """ "On Tuesday night men fired", "In the morning units of the army entered": they are no part of it."""
    for preposition in (child for child in verb.lefts if child.dep_ == "prep"):
        words = preposition.doc[preposition.i + 1 : preposition.i + 4]
        days = [word for word in words if word.lower_ in DAYTIMES and word.dep_ == "compound"]
        noun = days[-1].head if days else verb
        alone = noun.head == verb and noun.dep_ in SUBJECTS and not preposition.children
        taken = noun.head == preposition and not any(one.dep_ in SUBJECTS for one in verb.children)
        if days and noun.i == days[-1].i + 1 and (alone or taken):
            tree.hang(noun, verb, _subject(verb))
            tree.hang(days[-1], preposition, "pobj")
            for word in words[: days[-1].i - words[0].i]:
                tree.hang(word, days[-1], word.dep_)


def _subject(verb: Token) -> str:
    return "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"
