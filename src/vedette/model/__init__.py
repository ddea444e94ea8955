"""The frozen values that every stage speaks in; each module holds those of one step of the flow."""

from vedette.model.claims import Claim, Link, Party, Place, Probability, Quantity, Time, Venue, claim_from_dict
from vedette.model.documents import Document, Issue, Quote, VedetteError, content_id
from vedette.model.judgements import Judgement, JudgementKind, Judgements, in_force
from vedette.model.mentions import Affiliation, AmountMention, Marked, PartyMention, PlaceMention, TimeMention
from vedette.model.situation import Line, Note, Section, Situation
from vedette.model.words import (
    Measure,
    PartyType,
    Phase,
    PlacePrecision,
    Quantifier,
    Relation,
    SourceType,
    Standing,
    TimePrecision,
    Unit,
    VenueKind,
)

__all__ = [
    "Affiliation",
    "AmountMention",
    "Claim",
    "Document",
    "Issue",
    "Judgement",
    "JudgementKind",
    "Judgements",
    "Line",
    "Link",
    "Marked",
    "Measure",
    "Note",
    "Party",
    "PartyMention",
    "PartyType",
    "Phase",
    "Place",
    "PlaceMention",
    "PlacePrecision",
    "Probability",
    "Quantifier",
    "Quantity",
    "Quote",
    "Relation",
    "Section",
    "Situation",
    "SourceType",
    "Standing",
    "Time",
    "TimeMention",
    "TimePrecision",
    "Unit",
    "VedetteError",
    "Venue",
    "VenueKind",
    "claim_from_dict",
    "content_id",
    "in_force",
]
