"""Pairs of public articles, labelled by hand: whether one reprints the other."""
