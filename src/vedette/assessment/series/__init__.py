"""Figures as series: who counted what where over which time, revisions in order, and the one that stands now."""

from vedette.assessment.series.build import series
from vedette.assessment.series.keys import SeriesKey, series_keys, theatre_of

__all__ = ["SeriesKey", "series", "series_keys", "theatre_of"]
