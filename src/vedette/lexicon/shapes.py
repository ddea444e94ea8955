"""The shapes of the lexicon tables that several stages read, one frozen class per TOML table."""

from dataclasses import dataclass, field
from functools import cache

from vedette.lexicon.loader import load
from vedette.model import Measure, SourceType, VenueKind


@dataclass(frozen=True, slots=True)
class EventEntry:
    """Words that report one type of event, with what may stand around them.

    verbs: lemmas, with the lemmas that must follow in the tree ("take control of"); nouns: lemmas that name the
    event; adjectives: word forms that state it ("dead"). subject, object: classes one of which the phrase must have
    (see nouns.toml; "none" allows it to be missing, "=word" names a lemma). oblique: preposition and classes, one of
    which must be there ("into:place"). near: lemmas one of which must hang below the event word. subject_role,
    object_role, place_role, oblique_role: the role when it is not the usual one. "!class" bars a class; in subject,
    "!none" asks for a doer and "!pronoun" for one that is named. bare: a noun that, told as new ("an attack", "two
    blasts"), reports its event also where nobody and no place is named. phrases: lemmas as they follow each other in
    the text, a word or two between, that report the event whatever stands around them, but that what does or
    undergoes it must be of a class of `concerns`, where that is given.
    """

    kind: str
    type: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    gloss: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    subject_role: str = "agent"
    object_role: str = "target"
    place_role: str = "at"
    oblique_role: str = "target"
    standing: str = ""
    phase: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class SpeechEntry:
    """Words by which a source speaks, thinks or wants.

    act: the statement or assessment type ("" gives no claim of its own); reports: whether the source vouches for
    the content, and so stands in the chain; standing: what the words do to the content; objects: whether a noun
    phrase may be the content ("announced the capture of the town"); needs: lemmas one of which must be its object;
    subjects: lemmas one of which must be its source ("=name": or any name); quotes: only with a quotation; raising:
    the subject is part of the content and nobody speaks ("the truce seems to hold"); predicates: only with what the
    object is called; owned: a noun only where somebody's; about: prepositions after a noun that lead to the
    content, where "of" and "about" are not the ones; records: nouns after "in" that name where it stands.
    """

    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    act: str = ""
    kind: str = "statement"
    reports: bool = True
    standing: str = ""
    objects: bool = False
    quotes: bool = False
    raising: bool = False
    predicates: bool = False
    owned: bool = False
    needs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class HedgeEntry:
    """Words that change how a claim is put: `name` is the class of cue, `where` the relation to the event word.

    term: the word of ICD 203 for how likely it makes the event, where it does.
    """

    name: str
    words: tuple[str, ...]
    where: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    standing: str = ""
    phase: str = ""
    term: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A class of nouns that event entries ask for, by lemma."""

    name: str
    words: tuple[str, ...]
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """Words that tell what sort of source a phrase names; see sources.toml."""

    source_type: SourceType
    yes: tuple[str, ...]
    heads: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    yields: tuple[SourceType, ...] = ()


@dataclass(frozen=True, slots=True)
class VenueEntry:
    """Words that tell where or by what means something is said; see venues.toml."""

    kind: VenueKind
    yes: tuple[str, ...]
    heads: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeightEntry:
    """A trait of a pair of claims, and what it adds to the log-odds that the one denies the other."""

    name: str
    points: float


@dataclass(frozen=True, slots=True)
class LossEntry:
    """Claims that the side of the party in `role` loses by: who says so of its own side admits it.

    harmed: classes of which something must be hit.
    """

    name: str
    kind: str
    types: tuple[str, ...]
    role: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    harmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyEntry:
    """Words that tell what a number counts without a clause around them; see tallies.toml.

    counted: the unit that the number must have, where the words fit other things too.
    """

    kind: str
    type: str
    measure: Measure
    words: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    counted: str = ""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """Words for one of IDMC's terms; see terms.toml."""

    term: str
    words: tuple[str, ...]
    yes: tuple[str, ...]
    below: tuple[str, ...] = ()
    housing: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """What a claim rests on; see evidence.toml."""

    name: str
    gloss: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    words: tuple[str, ...] = ()
    source_types: tuple[SourceType, ...] = ()
    standings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GradeEntry:
    """A rule of grading: a grade, or how much another one shifts it, and the reason in words; see grades.toml."""

    reason: str
    credibility: int = 0
    shift: int = 0
    voices: int = 0
    outside: int = 0
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    story: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """How the claims of one kind are told: a frame, the word for each type, and frames for a type or a type's phase
    ("besiege ends") that are told otherwise.
    """

    kind: str
    frame: str
    words: dict[str, str]
    frames: dict[str, str] = field(default_factory=dict)

    def tells_phase(self, type_: str, phase: str | None) -> bool:
        """Whether the words already say in which phase it is."""
        return f"{type_} {phase}" in self.frames

    def frame_of(self, type_: str, phase: str | None) -> str:
        """The frame for a type in its phase."""
        return self.frames.get(f"{type_} {phase}") or self.frames.get(type_) or self.frame


@cache
def phrases() -> dict[str, Phrase]:
    """Kind to phrase."""
    return {entry.kind: entry for entry in load("phrases", Phrase)}
