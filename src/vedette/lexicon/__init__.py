"""Words as data: TOML tables, each entry with the sentences that prove it, loaded and validated here."""

from vedette.lexicon.loader import LexiconError, Table, load

__all__ = ["LexiconError", "Table", "load"]
