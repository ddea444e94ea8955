"""The ledger over HTTP, for the workbench and other programs: nouns to read, judgements to post."""

from vedette.api.app import Access, create_app

__all__ = ["Access", "create_app"]
