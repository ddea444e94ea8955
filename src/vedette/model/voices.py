"""Who tells it: documents that print one text, independent voices, what their claims are worth; each with reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vedette.model.words import SourceType

Mouth = Literal["source", "agency", "outlet", "nameless"]
Letter = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words for a reader, and the ids of the claims that the words rest on."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that an earlier one has as well: `first` had it first, and `teller` is who speaks there.

    The teller is the agency that is credited, else the outlet of the first.
    """

    start: int
    end: int
    first: str
    teller: str


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that print one text, earliest first, or the copy of one agency; a reason for each that joined."""

    documents: tuple[str, ...]
    reasons: tuple[Reason, ...]
    agency: str | None = None

    @property
    def origin(self) -> str:
        """The id of the document that had it first."""
        return self.documents[0]


@dataclass(frozen=True, slots=True)
class Families:
    """All families, and for each document the passages that it has from others."""

    families: tuple[Family, ...] = ()
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)

    def printed(self, document: str, start: int, end: int) -> Passage | None:
        """The passage that a document has from an earlier one around the middle of two offsets; None: its own words."""
        middle = (start + end) // 2
        return next((one for one in self.passages.get(document, ()) if one.start <= middle < one.end), None)


@dataclass(frozen=True, slots=True)
class Voice:
    """One mouth, however many documents carry it: its claims by id, earliest first, and why they count once.

    `mouth`: a source that is named, an agency, an outlet with its own word, or one whose sources nobody names.
    `actor`: its id in the registry; `interest`: the owner, state or side it speaks for, where one is known.
    """

    name: str
    source_type: SourceType
    claims: tuple[str, ...]
    mouth: Mouth
    reason: Reason
    actor: str | None = None
    interest: str | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """How credible what some claims say is, by the scale of the Admiralty code: 1 confirmed, 6 cannot be judged."""

    credibility: Credibility
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Reliability:
    """How reliable a source is, by the scale of the Admiralty code: a person's judgement, F where nobody judged."""

    source: str
    letter: Letter
    reason: Reason
