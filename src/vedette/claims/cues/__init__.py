"""Words around and above an event word that bear on whether it happened: negation, modals, hedges, governors."""

from vedette.claims.attribution import Attribution
from vedette.claims.cues.above import governor_cues, is_factive, purpose, up_the_tree
from vedette.claims.cues.clause import own_cues
from vedette.claims.cues.model import Cue, hedges
from vedette.claims.cues.told import sentence_cues, told_cues
from vedette.model.tokens import Token

__all__ = ["Cue", "cues_at", "governor_cues", "hedges", "is_factive", "own_cues"]


def cues_at(trigger: Token, over: tuple[Attribution, ...]) -> tuple[Cue, ...]:
    """Every cue that bears on an event word, given the attributions that cover it."""
    found = list(up_the_tree(trigger, over))
    found.extend(purpose(trigger, found))
    found.extend(told_cues(trigger, over))
    nouns = (one for one in over if one.head.pos_ == "NOUN")
    found.extend(
        cue
        for one in nouns
        for cue in governor_cues(one.head.head, one.head)
        if not (one.sources and cue.name == "untrue")
    )
    return (*found, *sentence_cues(trigger))
