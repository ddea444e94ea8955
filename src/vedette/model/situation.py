"""What the claims add up to: lines of claims that say the same, in sections, with what bears on them."""

from dataclasses import dataclass

from vedette.model.claims import Claim
from vedette.model.documents import Document
from vedette.model.moments import NOW, Moment
from vedette.model.words import Relation


@dataclass(frozen=True, slots=True)
class Note:
    """A claim that bears on a line: denies or contests it, comes later or earlier, or gives another figure."""

    relation: Relation
    claim: Claim


@dataclass(frozen=True, slots=True)
class Line:
    """Claims of any documents that say the same, told by the fullest; the notes say what speaks against or changes it.

    origins counts the independent mouths; beside holds the claims a denial is about.
    """

    lead: Claim
    claims: tuple[Claim, ...]
    origins: int
    notes: tuple[Note, ...] = ()
    beside: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines on one subject, in the order in which a reader wants them."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the claims add up to at a moment: a list of sections, and the documents they came from."""

    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    claims: int
    moment: Moment = NOW
