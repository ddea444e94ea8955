"""Claims in, the situation out: what says the same, how many independent mouths say it, what contradicts it."""

from vedette.assessment.assessor import Assessor, assess
from vedette.assessment.changes import changes
from vedette.assessment.codes import codes
from vedette.assessment.subjects import subject_of

__all__ = ["Assessor", "assess", "changes", "codes", "subject_of"]
