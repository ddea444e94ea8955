"""Figures as series: who counted what where over which time, revisions in order, and the one that stands now."""

from vedette.assessment.series.build import series
from vedette.assessment.series.keys import series_keys, theatre_of

__all__ = ["series", "series_keys", "theatre_of"]
