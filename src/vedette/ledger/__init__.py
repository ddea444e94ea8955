"""The memory: documents and claims in one SQLite file that only grows. The only package that speaks SQL."""

from vedette.ledger.store import Ledger, open_ledger
from vedette.ledger.values import EVERYTHING, ClaimFilter, Counts, Entry, Growth, KeptIssue, Recorded

__all__ = ["EVERYTHING", "ClaimFilter", "Counts", "Entry", "Growth", "KeptIssue", "Ledger", "Recorded", "open_ledger"]
