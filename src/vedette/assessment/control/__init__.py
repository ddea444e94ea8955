"""Who has which place: claims become a timeline for each place, a state on a day, and what a province adds up to."""

from vedette.assessment.control.groups import Groups
from vedette.assessment.control.state import areas, state_at
from vedette.assessment.control.timeline import control_keys, timeline

__all__ = ["Groups", "areas", "control_keys", "state_at", "timeline"]
