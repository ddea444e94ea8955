"""Which claims, of any documents, speak of one happening."""

from vedette.assessment.events.joining import Events, join

__all__ = ["Events", "join"]
