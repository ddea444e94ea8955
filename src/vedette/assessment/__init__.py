"""Claims in, the situation out: what says the same, how many independent mouths say it, what contradicts it."""

from vedette.assessment.codes import codes
from vedette.assessment.situation import assess
from vedette.assessment.subjects import subject_of

__all__ = ["assess", "codes", "subject_of"]
