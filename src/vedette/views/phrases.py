"""One claim as a line of words: frames from phrases.toml filled with the claim's own names; nothing is added."""

import re

from vedette.lexicon.shapes import phrases
from vedette.model import Claim, Link
from vedette.views.words import clipped, plain

DOERS = ("agent", "speaker", "subject", "leader", "backer", "member", "designator")
UNDERGOERS = ("target", "object")
TELLING = frozenset({"say", "announce", "deny", "admit", "defend", "claim-responsibility"})
FIRST = {
    "denied": "Denied", "negated": "Did not happen", "forecast": "Forecast", "hypothetical": "If so", "planned":
    "Planned", "demanded": "Demanded", "possible": "Possible", "attempted": "Attempted",
}  # fmt: skip
OWN_WORDS = frozenset({"statement", "assessment"})
_PART = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+)\}")


def headline(claim: Claim) -> str:
    """The claim in one line that begins with its standing where it is no fact: "Denied by Turkey: …"."""
    first = FIRST.get(claim.standing)
    if first is None or claim.kind in OWN_WORDS:
        return sentence(claim)
    by = f" by {voice(claim)}" if claim.standing in {"denied", "demanded"} and len(claim.chain) > 1 else ""
    says = f", says {voice(claim)}" if claim.standing == "negated" and len(claim.chain) > 1 else ""
    return f"{first}{by}{says}: {sentence(claim)}"


def sentence(claim: Claim) -> str:
    """The claim in one line, without its sources and its standing."""
    phrase, slots = phrases()[claim.kind], _slots(claim)

    def part(match: re.Match[str]) -> str:
        names = _SLOT.findall(match[1])
        return _filled(match[1], slots) if all(slots[name] for name in names) else ""

    line = _filled(_PART.sub(part, phrase.frame_of(claim.type, claim.phase)), slots).strip(" ,—:")
    return line[:1].upper() + line[1:]


def _filled(text: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match[1]], text)


def _slots(claim: Claim) -> dict[str, str]:
    hearer = _names(claim, ("addressee",))
    told = claim.type in TELLING
    doer, undergoer = _names(claim, DOERS), _names(claim, UNDERGOERS) or ("" if told else hearer)
    amount = plain(claim.quantity.text) if claim.quantity else ""
    hurt, words = amount or undergoer, phrases()[claim.kind].words
    told_so = claim.kind == "casualties" and hurt.split(" ")[-1].casefold() in {*words.values(), "wounded", "dead"}
    return {
        "word": "" if told_so else words[claim.type],  # "the most seriously injured", "12 wounded"
        "doer": doer,
        "undergoer": undergoer,
        "hearer": hearer if told else "",
        "amount": "" if amount.casefold() in f"{doer}\n{undergoer}".casefold() else amount,
        "hurt": hurt,
        "people": hurt or doer,
        "at": _places(claim, ("at",)),
        "from": _places(claim, ("from",)),
        "to": _places(claim, ("to", "toward")),
        "words": clipped(claim.evidence.text),
    }


def _names(claim: Claim, roles: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(plain(one.name or one.text) for one in claim.parties if one.role in roles))


def _places(claim: Claim, roles: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(plain(one.written) for one in claim.places if one.role in roles))


def chain(links: tuple[Link, ...]) -> str:
    """The sources as a line of arrows, the reader's outlet first; who is not named is told by the word for it."""
    return " ← ".join(map(_source, links))


def _source(link: Link) -> str:
    name = plain(link.name or link.text)
    return f"“{name}”" if link.source_type == "unnamed" else name


def voice(claim: Claim) -> str:
    """Whose word a claim is: the last name of its chain."""
    named = tuple(link for link in claim.chain if link.source_type != "unnamed")
    return chain(named[-1:]) or plain(claim.document.outlet or "") or "an unnamed source"


def standing(claim: Claim) -> str:
    """The standing and the phase where they are not the plain ones."""
    words = [claim.standing] if claim.standing != "asserted" else []
    return ", ".join([*words, claim.phase] if claim.phase else words)


def manner(claim: Claim) -> str:
    """What the headline has not said yet of standing and phase."""
    said = claim.standing in FIRST and claim.kind not in OWN_WORDS
    phase = "" if phrases()[claim.kind].tells_phase(claim.type, claim.phase) else claim.phase
    return ", ".join(filter(None, ("" if said or claim.standing == "asserted" else claim.standing, phase)))
