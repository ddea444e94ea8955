"""Reads what the words around a name say about where it lies: "Paris, Texas", "Jaramana in Syria"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.context import Within
from vedette.mentions.places.kinds import Name
from vedette.model.tokens import Doc

OPENING = frozenset({",", "(", "in"})
WIDE = frozenset({"country", "province", "district"})
FURTHEST = 4


def within(name: Name, gazetteer: Gazetteer) -> frozenset[Within]:
    """Countries (code, None) and divisions (code, division) that the words after a name say it lies in; a country
    after a country is a list."""
    tokens, after = name.span.doc, name.span.end
    if owning := _owning(name, gazetteer):
        return owning
    if after + 1 >= len(tokens) or tokens[after].lower_ not in OPENING:
        return frozenset()
    wider = _wider(tokens, after + 1 + (tokens[after + 1].lower_ == "the"), gazetteer)
    own = {one.precision for one in name.entries if one.main}
    if _is_list(tokens, after) and any(one.precision in own for one in wider):
        return frozenset()
    return frozenset((one.country or "", one.admin1) for one in wider)


def settled(name: Name, gazetteer: Gazetteer) -> Name:
    """A name without meanings where none of them lies in what owns it: no "Dnipro district" of Kyiv in Kherson's."""
    owning = _owning(name, gazetteer)
    lies = any((one.country or "", code) in owning for one in name.entries for code in (None, one.admin1))
    return replace(name, entries=()) if owning and not lies else name


def _owning(name: Name, gazetteer: Gazetteer) -> frozenset[Within]:
    """Where what owns the name lies: "Kherson's Dnipro district", "Niger's Tillaberi region"."""
    tokens, mark = name.span.doc, name.span.start - 1
    if mark < 1 or tokens[mark].text != "'s":
        return frozenset()
    for first in range(max(0, mark - FURTHEST), mark):
        words = tokens.span(first, mark).text
        found = [one for one in gazetteer.lookup(words) if one.main] if words[:1].isupper() else []
        if found:
            return frozenset((one.country or "", one.admin1) for one in found)
    return frozenset()


def _is_list(tokens: Doc, comma: int) -> bool:
    """Whether the comma is followed by another one or by "and" before long."""
    return tokens[comma].text == "," and any(token.text in {",", "and"} for token in tokens[comma + 2 : comma + 5])


def _wider(tokens: Doc, at: int, gazetteer: Gazetteer) -> Sequence[Entry]:
    """The countries, divisions or districts that may be named from this token on."""
    for end in range(min(at + FURTHEST, len(tokens)), at, -1):
        words = tokens.span(at, end).text
        short = gazetteer.short(words)
        if short is not None:
            return (short,)
        wide = [one for one in gazetteer.lookup(words) if one.precision in WIDE] if words[:1].isupper() else []
        if wide:
            return wide
    return ()


def holding(names: Sequence[Name]) -> list[frozenset[Within]]:
    """For each name, where the name before it may lie, if only a comma stands between them."""
    held: list[frozenset[Within]] = [frozenset()] if names else []
    for before, name in pairwise(names):
        between = name.span.doc.span(before.span.end, name.span.start)
        lies = before.entries if between.text.strip() == "," else ()
        towns = [one for one in lies if one.main and one.precision != "country"]
        held.append(frozenset((one.country or "", code) for one in towns for code in (None, one.admin1)))
    return held
