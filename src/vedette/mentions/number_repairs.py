"""Mends what the parser makes of numbers and people beside dates, and of numbers that stand for those counted."""

from vedette.mentions.times.words import MONTHS, WEEKDAYS
from vedette.mentions.trees import Tree
from vedette.model.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DAYTIMES = frozenset({*WEEKDAYS, "morning", "afternoon", "evening", "night", "dawn"})


def counted_dead(tree: Tree, verb: Token) -> None:
    """ "counted nine killed": nine were killed, nobody counted when killed."""
    count = verb.nbor(-1) if verb.i else verb
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and count.pos_ == "NUM" and count.head == verb.head:
        tree.hang(verb, count, "acl")


def day_of_the_month(tree: Tree, month: Token) -> None:
    """ "On May 3 two people", "on 3 March nine policemen": the day is of the month, the count of those counted."""
    if month.lower_ not in MONTHS or month.i + 2 >= len(month.doc):
        return
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


def _is_in(day: Token) -> bool:
    return day.i > 0 and day.nbor(-1).pos_ == "ADP"


def part_of_the_day(tree: Tree, verb: Token) -> None:
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
