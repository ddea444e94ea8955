"""Claims in, the situation out: what says the same, how many independent mouths say it, what contradicts it."""

from vedette.assessment.codes import codes
from vedette.assessment.situation import assess

__all__ = ["assess", "codes"]
