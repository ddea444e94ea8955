"""Phrases that report events, learned from lines of our own in which every event is marked."""
