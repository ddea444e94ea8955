"""Finds place names by gazetteer, syntax and the recogniser's vote, and tells which place each one means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.context import Reading, choose, focus, likely
from vedette.mentions.places.datelines import AROUND_KM, DATELINE, datelines, is_scene, way
from vedette.mentions.places.evidence import Judge
from vedette.mentions.places.kinds import KINDS, Name, Within, has, holding, is_quarter, stray, within
from vedette.mentions.places.metonyms import as_site, precision_of, stands_for_party, within_longer_name
from vedette.mentions.places.names import find_names, heads_of_items, heads_of_rows, seats
from vedette.mentions.places.offsets import placed
from vedette.model import Document, PlaceMention
from vedette.model.tokens import Doc, Span

IN_TOWN_KM = 30.0
SITED_MOST = 50_000
NEXT_TO = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A name with what it means in its document; `country` is where the document plays, when it is known."""

    name: Name
    meaning: Entry | None
    country: str | None


type Places = tuple[PlaceMention, ...]


def mark_places(tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry) -> tuple[Places, Places]:
    """The places a document names, in order, without states that act as parties and parts of other names; and those of
    its datelines, which are landmarks where the report is on something else."""
    judge = Judge(tokens, gazetteer, registry)
    names = {one.start: one for one in (*toponyms(judge, document), *seats(tokens, gazetteer, registry, judge.focus))}
    found = read_names([names[start] for start in sorted(names)], judge)
    sites = [as_site(one.name) for one in found]
    named = [
        mention_of(one, site, document, gazetteer)
        for one, site in zip(found, sites, strict=True)
        if site is not None or _is_place(one, registry)
    ]
    lines = (one for one in found if one.name.kind == DATELINE and one.meaning is not None)
    written = (
        replace(mention_of(one, None, document, gazetteer), landmark=_is_far_off(one, found, judge)) for one in lines
    )
    return placed(tokens, document.text, named, gazetteer), tuple(written)


def _is_far_off(line: Found, found: Iterable[Found], judge: Judge) -> bool:
    """Whether a report is on something far from the town in its dateline; what its first sentence names tells most."""
    named = [(one.meaning, one.name.span.start < line.name.root.sent.end) for one in found
             if one.meaning is not None and one.name.kind != DATELINE]  # fmt: skip
    return line.meaning is not None and not is_scene(line.meaning, named, judge.spoken, judge.nations)


def _is_place(found: Found, registry: Registry) -> bool:
    name = found.name
    if name.kind == DATELINE or (name.kind != "road" and within_longer_name(name)):
        return False
    return not stands_for_party(name, found.meaning, registry)


def toponyms(judge: Judge, document: Document) -> list[Name]:
    """Every name of a place in a document, in order."""
    names = list(find_names(judge.tokens, judge.gazetteer))
    heads = (*heads_of_items(names, judge.registry), *heads_of_rows(names, judge.gazetteer))
    by_start = {one.start: one for one in (*judge.accepted(names), *heads)}
    named = [_spelt_so(_spelt(one, judge), document.text) for one in by_start.values()]
    return sorted([*datelines(judge.tokens, document.text, judge.gazetteer), *named], key=lambda one: one.start)


def _home(names: Iterable[Name], judge: Judge) -> frozenset[str]:
    """The countries that a report on fighting speaks of, else those of the provincial towns in its datelines."""
    written = [likely(Reading(one.entries))[0] for one in names if one.kind == DATELINE]
    here = frozenset(one.country for one in written if one.country and not one.capital)
    return judge.home or (here if judge.of_war else frozenset())


def _spelt(name: Name, judge: Judge) -> Name:
    """A name that nobody writes so, as what it may mean in the countries spoken of."""
    if name.entries or name.kind not in {"", *KINDS} or is_quarter(name):
        return name
    return replace(
        name, entries=tuple(one for code in judge.focus | judge.home for one in judge.gazetteer.spelt(name.text, code))
    )


def _spelt_so(name: Name, text: str) -> Name:
    """Without the by-names of other places where one is spelt just so, with its accents: "Taï" is no Tai."""
    written = text[name.start : name.start + len(name.bare)]
    exact = not written.isascii() and any(one.main and one.name == written for one in name.entries)
    return replace(name, entries=tuple(one for one in name.entries if one.main)) if exact else name


def read_names(names: Sequence[Name], judge: Judge) -> list[Found]:
    """What each name means: the same throughout the document, unless the words around it tell otherwise."""
    hints, held = [within(name, judge.gazetteer, judge.registry) for name in names], holding(names)
    groups: dict[tuple[str, str, int], list[int]] = {}
    for at, name in enumerate(names):
        kind = "" if name.kind == "settlement" else name.kind
        groups.setdefault((name.text, kind, len(name.entries)), []).append(at)
    readings = [_reading([names[at] for at in places], [hints[at] for at in places], [held[at] for at in places], judge)
                for places in groups.values()]  # fmt: skip
    chosen = choose(readings, judge.spoken, _home(names, judge))
    country = focus(chosen, judge.spoken + judge.nations)
    pairs = zip(groups.values(), readings, chosen, strict=True)
    found = {at: Found(names[at], one, _told(reading) or country) for places, reading, one in pairs for at in places}
    return _at_home([found[at] for at in range(len(names))])


def _told(reading: Reading) -> str | None:
    """The one country that the words around a name say it lies in."""
    codes = {code for code, _ in reading.within}
    return codes.pop() if len(codes) == 1 else None


def _reading(
    names: Sequence[Name], hints: Sequence[tuple[frozenset[Within], bool]], held: Sequence[frozenset[Within]],
    judge: Judge,
) -> Reading:  # fmt: skip
    """What one name may mean, in all places where it stands; nothing where the text says that it lies elsewhere."""
    firm = frozenset[Within]().union(*(where for where, sure in hints if sure))
    told = frozenset[Within]().union(*(where for where, _ in hints))
    sites = [as_site(one) for one in names]
    bare = all(site is not None and has(site[-1], "landform") for site in sites)  # a pass is called after anything
    entries = () if bare or stray(names[0], firm, judge.gazetteer) else names[0].entries
    part = any(sites) or any(is_quarter(one) for one in names)
    return Reading(entries, len(names), told, frozenset[Within]().union(*held), part)


def _at_home(found: list[Found]) -> list[Found]:
    """No quarter is a namesake far from the town that is spoken of, nor a site named after a small one."""
    return [replace(one, meaning=None) if _is_far(one, found[:at], found[at + 1 :]) else one
            for at, one in enumerate(found)]  # fmt: skip


def _is_far(one: Found, before: Sequence[Found], after: Sequence[Found]) -> bool:
    part, meaning = is_quarter(one.name), one.meaning
    if meaning is None or meaning.precision != "settlement" or not (part or as_site(one.name)):
        return False
    start = one.name.span[0].sent.start
    next_to = [other for other in after[:1] if _between(one, other) in {"of", "in"}]
    here = [other for other in before if part or other.name.span.start >= start]
    towns = [other for other in next_to or here[-1:] if other.meaning and other.meaning.precision == "settlement"]
    if not towns or towns[0].meaning is None or (not part and meaning.population > SITED_MOST):
        return False
    there = towns[0].meaning
    return way(meaning, there) > (IN_TOWN_KM if part and one.name.kind != "district" else AROUND_KM)


def _between(one: Found, other: Found) -> str:
    """The last word before the next name, after at most the word for the sort of this one."""
    words = one.name.span.doc.span(one.name.span.end, other.name.span.start)
    return words[-1].lower_ if 0 < len(words) <= NEXT_TO else ""


def mention_of(found: Found, site: Span | None, document: Document, gazetteer: Gazetteer) -> PlaceMention:
    """A name, or the site called after it, as a mention."""
    name, entry = found.name, found.meaning
    start, end = (site.start_char, site.end_char) if site else (name.start, name.end)
    text, precision, root = document.text[start:end], precision_of(name, site, entry), _root(name, site)
    if entry is None:
        country = found.country if precision != "region" else None
        called = name.bare if site is None or site[-1].lower_ == "site" else text
        if has(name.span[0], "site-first"):
            called = f"{text.partition(' ')[2]} {name.span[0].lower_}"
        return PlaceMention(start, end, text, root, precision, name=called, country=country)
    division = gazetteer.division(entry)
    own = site is None or entry.precision == "point"
    return PlaceMention(
        start, end, text, root, precision, entry.geonames_id if own else None, entry.name if own else text,
        entry.country, division.name if division else entry.admin1, entry.lat, entry.lon,
    )  # fmt: skip


def _root(name: Name, site: Span | None) -> int:
    """The token that ties the place to its sentence: "province" of "Idlib province"."""
    if site is not None:
        return site.root.i
    head = name.root.head
    close = name.span.end <= head.i <= name.span.end + 1
    return head.i if name.kind and close and name.root.dep_ in {"compound", "nmod"} else name.root.i
