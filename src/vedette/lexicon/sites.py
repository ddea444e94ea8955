"""What site a phrase names: its sort, its words, and the spot that it is in or by a place."""

from functools import cache

from vedette.lexicon.classes import word_class
from vedette.lexicon.loader import load
from vedette.lexicon.shapes import NounEntry
from vedette.model import Place, PlaceMention, replace

IN_TOWN_KM = 10.0
CALLING = frozenset({"settlement", "point"})


@cache
def _words(table: str) -> tuple[tuple[str, str], ...]:
    pairs = [(word, entry.name) for entry in load(table, NounEntry) for word in entry.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _sorts(table: str) -> dict[str, str]:
    return dict(reversed(_words(table)))


def asset_type(phrase: str) -> str | None:
    """The type of asset a phrase names, or None."""
    lowered = phrase.lower()
    return next((name for word, name in _words("assets") if word in lowered), None)


@cache
def facility_kind(phrase: str) -> str | None:
    """The sort of building or site that a phrase names by its last words, or None."""
    words = phrase.lower().split(" ")
    ends = [" ".join(words[at:]) for at in range(len(words))]
    told = [form for end in ends for form in (end, end.removesuffix("s"))]
    return next(
        (known[form] for known in map(_sorts, ("assets", "facilities")) for form in told if form in known), None
    )


@cache
def site_noun(phrase: str) -> str | None:
    """The words of a phrase that tell of one site: "police station" of "the main police station"; None of no site."""
    words = phrase.casefold()
    ends = [word for table in ("assets", "facilities") for word, _ in _words(table) if f" {words}".endswith(f" {word}")]
    last = words.rpartition(" ")[2]
    named = any(last in word_class("place_words", sort) for sort in ("site", "site-name", "strategic"))
    known = max(ends, key=len, default=last if named else None)
    return known if known is not None and _no_site().isdisjoint({last, known}) else None


@cache
def _no_site() -> frozenset[str]:
    """Parts of a town, the town itself, what leads to it, and what goes by the name of the place alone."""
    parts = word_class("place_words", "portion") | word_class("place_words", "settlement") - {"outpost"}
    return parts | word_class("grammar", "way") | word_class("place_words", "namesake")


def at_site[Spot: (Place, PlaceMention)](place: Spot, phrase: str) -> Spot:
    """The site that a phrase names in or by a place, as a spot of its own; the place itself where it names none."""
    noun, called = site_noun(phrase), place.name or place.text
    if noun is None:
        return place
    beside = called if called[:1].islower() or called[:1].isdigit() else f"in {called}"
    own = place.precision in CALLING
    radius = place.radius_km or (IN_TOWN_KM if own and place.lat is not None else None)
    name = f"{called} {noun}" if own else f"{noun} {beside}"
    return replace(place, name=name, precision="point", geonames_id=None, radius_km=radius)
