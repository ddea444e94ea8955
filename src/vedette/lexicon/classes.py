"""Named classes of words: one set for each name of a table; the sort of site that a phrase names."""

from functools import cache

from vedette.lexicon.loader import load
from vedette.lexicon.shapes import NounEntry, WeightEntry
from vedette.model import Place, PlaceMention, replace

IN_TOWN_KM = 10.0
CALLING = frozenset({"settlement", "point"})


@cache
def word_class(table: str, name: str) -> frozenset[str]:
    """The words of one class of a table; empty where the table has no class of that name."""
    return frozenset(word for entry in load(table, NounEntry) if entry.name == name for word in entry.words)


@cache
def points(table: str) -> dict[str, float]:
    """What each trait of a fitted table adds to the log-odds; "" what holds of everything."""
    return {entry.name: entry.points for entry in load(table, WeightEntry)}


@cache
def noun_classes(table: str = "nouns") -> dict[str, frozenset[str]]:
    """Each word of a table with the classes that it belongs to."""
    classes: dict[str, set[str]] = {}
    for entry in load(table, NounEntry):
        for word in entry.words:
            classes.setdefault(word, set()).add(entry.name)
    return {word: frozenset(names) for word, names in classes.items()}


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.words) for entry in load("families", NounEntry))


def akin(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether two pairs of kind and type may be tellings of one thing: the same, or of one family of families.toml."""
    both = {"/".join(left), "/".join(right)}
    return left == right or any(both <= family for family in _families())


@cache
def tellings(name: str) -> frozenset[str]:
    """The groups of tellings.toml that a type ("violence/attack") stands in."""
    return frozenset(entry.name for entry in load("tellings", NounEntry) if name in entry.words)


@cache
def narrower(name: str, broad: str) -> bool:
    """Whether a type ("violence/shelling") says more exactly what a broader one says."""
    return any(entry.name == broad and name in entry.words for entry in load("narrowing", NounEntry))


@cache
def _words(table: str) -> tuple[tuple[str, ...], ...]:
    pairs = [(word, entry.name) for entry in load(table, NounEntry) for word in entry.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def asset_type(phrase: str) -> str | None:
    """The type of asset a phrase names, or None."""
    lowered = phrase.lower()
    return next((name for word, name in _words("assets") if word in lowered), None)


@cache
def facility_kind(phrase: str) -> str | None:
    """The sort of building or site that a phrase names by its last words, or None."""
    words = f" {phrase.lower()}"
    return next((name for table in ("assets", "facilities") for word, name in _words(table)
                 if words.endswith((f" {word}", f" {word}s"))), None)  # fmt: skip


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
