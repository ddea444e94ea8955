"""How many independent mouths stand behind some claims: reprints, and chains that end in one source, count once."""

from collections.abc import Iterable
from itertools import groupby

from vedette.assessment.buckets import in_order
from vedette.assessment.mouths import Word, hidden, shown, word_of
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Families, Reason, Voice

ALONE = Families()
SENTENCE = 8
STRENGTH = ("source", "agency", "outlet", "nameless")

type Spoken = tuple[Claim, Word]


def voices(claims: Iterable[Claim], families: Families = ALONE) -> tuple[Voice, ...]:
    """The independent voices behind some claims, strongest first.

    A claim that may come from several (a credit of two agencies, a monitor on the way) adds no voice where one of them
    is heard already.
    """
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=in_order)
    spoken = _as_first_worded(_in_full([(claim, word_of(claim, families)) for claim in ordered]))
    found = [_voice(key, held) for key, held in _by_key(spoken).items()]
    return tuple(sorted(found, key=lambda voice: STRENGTH.index(voice.mouth)))


def same_mouth(left: Claim, right: Claim) -> bool:
    """Whether two claims are one voice."""
    return len(voices((left, right))) == 1


def _in_full(spoken: list[Spoken]) -> list[Spoken]:
    """Within a document "the ministry" is the ministry that is named in full."""
    full: dict[tuple[str, str], str] = {}
    for document, group in groupby(sorted(spoken, key=lambda one: one[0].document.id), lambda one: one[0].document.id):
        keys = sorted({word.keys[0] for _, word in group}, key=len, reverse=True)
        for key in keys:
            full[document, key] = next((long for long in keys if long.endswith(f" {key}")), key)
    return [(claim, _keyed(word, full[claim.document.id, word.keys[0]])) for claim, word in spoken]


def _as_first_worded(spoken: list[Spoken]) -> list[Spoken]:
    """Who tells in the very words of an earlier telling has it from there."""
    first: dict[str, Word] = {}
    return [
        (claim, word if word.mouth == "source" else first.setdefault(_wording(claim), word)) for claim, word in spoken
    ]


def _wording(claim: Claim) -> str:
    words = fold(claim.evidence.text).split()
    return " ".join(words) if len(words) >= SENTENCE else claim.id


def _keyed(word: Word, key: str) -> Word:
    return Word((key, *word.keys[1:]), word.name, word.source_type, word.mouth)


def _by_key(spoken: list[Spoken]) -> dict[str, list[Spoken]]:
    """Claims under one key each: those that can only have one first, then the others, which join one if they can."""
    held: dict[str, list[Spoken]] = {}
    for claim, word in sorted(spoken, key=lambda one: len(one[1].keys)):
        key = next((key for key in word.keys if key in held), word.keys[0])
        held.setdefault(key, []).append((claim, word))
    return held


def _voice(key: str, held: list[Spoken]) -> Voice:
    held.sort(key=lambda one: in_order(one[0]))
    lead = min((word for _, word in held), key=lambda word: (word.keys[0] != key, STRENGTH.index(word.mouth)))
    actor = load_registry().by_id.get(key)
    name = actor.name if actor else lead.name
    ids = tuple(claim.id for claim, _ in held)
    return Voice(name, lead.source_type, ids, lead.mouth, Reason(_why(name, held), ids), actor.id if actor else None)


def _why(name: str, held: list[Spoken]) -> str:
    outlets = dict.fromkeys(claim.document.outlet or "an outlet without a name" for claim, _ in held)
    unnamed = dict.fromkeys(shown(link) for claim, _ in held if (link := hidden(claim)) is not None)
    carried = [outlet for outlet in outlets if outlet != name]
    parts = [f"the word of {name}"]
    parts += [f"carried by {_listed(carried)}"] if carried else []
    parts += [f"quoting {_listed(list(unnamed))}, who cannot be told apart from it"] if unnamed else []
    return ", ".join(parts)


def _listed(names: list[str], most: int = 3) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
