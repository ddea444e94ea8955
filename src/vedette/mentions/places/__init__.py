"""Finds place names, tells which place each means, and where the words around it put it."""
