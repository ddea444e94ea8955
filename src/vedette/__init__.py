"""Vedette reads what is written about an armed conflict and keeps a ledger of attributed claims."""
