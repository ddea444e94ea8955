"""One claim as a line of words: frames from phrases.toml filled with the claim's own names; nothing is added."""

import re
from dataclasses import dataclass
from functools import cache

from vedette.lexicon import load
from vedette.model import Claim, Link, Place, Time

DOERS = ("agent", "speaker", "subject", "leader", "backer", "member", "designator")
UNDERGOERS = ("target", "object", "addressee")
_PART = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+)\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
CLIPPED = 170


@dataclass(frozen=True, slots=True)
class Phrase:
    """How the claims of one kind are told: a frame and the word for each type."""

    kind: str
    frame: str
    words: dict[str, str]


@cache
def phrases() -> dict[str, Phrase]:
    """Kind to phrase."""
    return {entry.kind: entry for entry in load("phrases", Phrase)}


def plain(text: str) -> str:
    """Words on one line, without control characters or marks that turn the direction of writing."""
    return " ".join(_CONTROL.sub(" ", text).split())


def clipped(text: str, length: int = CLIPPED) -> str:
    """A text shortened at a space, with an ellipsis."""
    one_line = plain(text)
    return one_line if len(one_line) <= length else one_line[:length].rsplit(" ", 1)[0] + " …"


def sentence(claim: Claim) -> str:
    """The claim in one line, without its sources."""
    phrase, slots = phrases()[claim.kind], _slots(claim)

    def part(match: re.Match[str]) -> str:
        names = _SLOT.findall(match[1])
        return _filled(match[1], slots) if all(slots[name] for name in names) else ""

    line = _filled(_PART.sub(part, phrase.frame), slots).strip(" ,—")
    return line[:1].upper() + line[1:]


def _filled(text: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match[1]], text)


def _slots(claim: Claim) -> dict[str, str]:
    doer, undergoer = _names(claim, DOERS), _names(claim, UNDERGOERS)
    amount = plain(claim.quantity.text) if claim.quantity else ""
    return {
        "word": phrases()[claim.kind].words[claim.type],
        "doer": doer,
        "killer": doer if undergoer or amount else "",
        "undergoer": undergoer,
        "amount": amount,
        "people": amount or undergoer or doer,
        "at": _places(claim, ("at",)),
        "from": _places(claim, ("from",)),
        "to": _places(claim, ("to", "toward")),
        "words": clipped(claim.evidence.text),
    }


def _names(claim: Claim, roles: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(plain(one.name or one.text) for one in claim.parties if one.role in roles))


def _places(claim: Claim, roles: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(plain(_place(one)) for one in claim.places if one.role in roles))


def _place(place: Place) -> str:
    """The words of the document, unless they only point back: "the city", "it"."""
    return place.text if place.text[:1].isupper() and not place.text.startswith("The ") else place.name or place.text


def when(time: Time | None) -> str:
    """The days of a claim in words and figures; "" when only the publication is known."""
    if time is None or time.precision == "published" or not (time.first or time.last):
        return ""
    first, last = (time.first or "?")[:10], (time.last or "?")[:10]
    if time.precision == "since":
        return f"since {first}"
    return first if first == last else f"{first} to {last}"


def chain(links: tuple[Link, ...]) -> str:
    """The sources as a line of arrows, the reader's outlet first."""
    return " ← ".join(plain(link.name or link.text) for link in links)


def standing(claim: Claim) -> str:
    """The standing and the phase where they are not the plain ones."""
    words = [claim.standing] if claim.standing != "asserted" else []
    return ", ".join([*words, claim.phase] if claim.phase else words)
