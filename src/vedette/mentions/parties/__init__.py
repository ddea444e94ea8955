"""Finds who is named, described or meant by a pronoun, and tells which actor and side that is."""
