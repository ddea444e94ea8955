"""Rows of who has what place, of figures, ties, statements and sites, with what they rest on."""

from collections.abc import Iterable, Sequence

from vedette.lexicon.actors import load_registry
from vedette.lexicon.shapes import phrases
from vedette.model import (
    AreaState,
    Asset,
    Claim,
    Count,
    Named,
    PlaceState,
    Scope,
    Series,
    Since,
    Situation,
    Spell,
    Spot,
    Tie,
    Utterance,
)  # fmt: skip
from vedette.views.rows import GROUPS, Row, voices_in_words
from vedette.views.words import clipped, day, plain

COUNTED = {"stock": "at that time", "new": "new", "total": "in all", "strength": "strength"}
SHOWN = 6


def control_row(state: PlaceState, situation: Situation) -> Row:
    """Who has a place, how sure that is, and what would change it."""
    main = state.main
    return Row(
        text=_holding(state),
        head=_place(state.spot),
        when=since(main.since) if main else "",
        manner=state.certainty or "",
        sources=voices_in_words(main.voices, situation) if main else "",
        group=_country(state.spot.country),
        against=(f"also there: {plain(', '.join(state.others))}",)
        if state.others and state.state != "contested"
        else (),
        why=tuple(plain(words) for words in (*_steps(main), *_spelt(state), *(main.change if main else ()))),
        evidence=_evidence(state.reason.claims, situation),
        dossier=f"place:{state.spot.key}",
    )


def _holding(state: PlaceState) -> str:
    """ "held in part (the airport) by M23", "contested between M23 and the army"."""
    sides = [plain(one) for one in (state.side, *state.others) if one]
    if state.state == "contested":
        return f"contested between {' and '.join(sides)}" if len(sides) > 1 else "contested"
    part = f" in part ({plain(state.part)})" if state.part else ""
    return f"{state.state}{part}{f' by {sides[0]}' if state.side else ''}"


def _beside(state: PlaceState) -> tuple[str, ...]:
    told = state.others and state.state != "contested"
    return (f"also there: {plain(', '.join(state.others))}",) if told else ()


def _steps(spell: Spell | None) -> list[str]:
    """From when on it was how sure, where that changed: "claimed, 27 Jan 2025; confirmed, 29 Jan 2025"."""
    if spell is None or len(spell.steps) < 2:
        return []
    return ["; ".join(f"{one.certainty}{f', {day(one.said)}' if one.said else ''}" for one in spell.steps)]


def area_row(area: AreaState, situation: Situation) -> Row:
    """What the known places of a province add up to, and no more than that."""
    whole = area.whole
    ids = [id_ for place in area.places for id_ in place.reason.claims]
    told = f"as a whole: {plain(whole.reason.text)}" if whole is not None and whole.state is not None else ""
    return Row(
        text=plain(area.words), head=plain(area.name), group=_country(area.country), why=(told,) if told else (),
        evidence=_evidence((*(whole.reason.claims if whole else ()), *ids), situation),
    )  # fmt: skip


def series_row(series: Series, situation: Situation) -> Row:
    """The figure that stands now, between what bounds, and every count that led there."""
    low, high = series.spread
    spread = f", between {_number(low)} and {_number(high)}" if len(series.counts) > 1 and low != high else ""
    return Row(
        text=f"{figure_in_words(series)}{spread}",
        head=_place(series.spot) if series.spot else "",
        when=scope_in_words(series.scope),
        manner=COUNTED[series.counting],
        sources=voices_in_words(series.voices, situation),
        group=GROUPS.get(series.kind, ""),
        why=(*(plain(one.text) for one in series.reasons), *_counts(series.counts)),
        evidence=_evidence((series.current, *(one.claim for one in series.counts)), situation),
        dossier=f"figure:{series.current}",
    )


def figure_in_words(series: Series) -> str:
    """ "killed (civilian): at least 16"."""
    whom = f" ({plain(series.population)})" if series.population else ""
    counted = f"{phrases()[series.kind].words.get(series.measure, series.measure)}{whom}"
    return f"{counted}: {_bounds(series.low, series.best, series.high)}{_worded(series)}"


def tie_row(tie: Tie, situation: Situation) -> Row:
    """Who stands to whom how, according to whom."""
    title = f", {plain(tie.title)}" if tie.title else ""
    denied = (f"denied by {plain(', '.join(tie.denied_by))}",) if tie.denied_by else ()
    return Row(
        text=f"{_name(tie.who)} {tie.type.replace('-', ' ')} {_name(tie.whom)}{title}",
        when=since(tie.since) if tie.since else "",
        manner=tie.certainty,
        sources=voices_in_words(tie.voices, situation),
        against=denied,
        why=(plain(tie.reason.text),),
        evidence=(*_evidence(tie.claims, situation), *_evidence(tie.denials, situation, "Denied")),
    )  # fmt: skip


def utterance_row(said: Utterance, situation: Situation) -> Row:
    """One thing said, in its own words where they are given."""
    words = " … ".join(f"“{clipped(one)}”" for one in said.verbatim) or clipped(said.words)
    to = f" to {plain(', '.join(said.to))}" if said.to else ""
    act = phrases()["statement"].words.get(said.type, said.type)
    where = f", {plain(said.venue)}" if said.venue else ""
    return Row(
        text=f"{act}{to}{where}: {words}",
        head=_name(said.speaker),
        when=since(said.said) if said.said else "",
        sources=f"by way of {plain(', '.join(said.relayed))}" if said.relayed else "",
        evidence=_evidence(said.claims, situation),
    )


def asset_row(asset: Asset, situation: Situation) -> Row:
    """A site, whose it is said to be, and what became of it."""
    last = asset.history[-1] if asset.history else None
    owners = f", of {', '.join(map(_name, asset.owners))}" if asset.owners else ""
    by = f" by {plain(last.by)}" if last and last.by else ""
    told = [f"{one.status}{f' by {plain(one.by)}' if one.by else ''}, {since(one.since)}" for one in asset.history]
    return Row(
        text=f"{asset.type.replace('-', ' ')}{owners}{f': {last.status}{by}' if last else ''}",
        head=plain(asset.name),
        when=since(last.since) if last else "",
        manner=last.certainty if last else "",
        sources=voices_in_words(last.voices, situation) if last else "",
        why=tuple(told) if len(told) > 1 else (),
        evidence=_evidence([id_ for one in asset.history for id_ in one.claims], situation),
    )


def since(one: Since) -> str:
    """ "since 7 Dec 2024", "since 5 Dec 2024 to 7 Dec 2024", "since May 2024", "by 7 Dec 2024"."""
    if one.first is None:
        return f"by {day(one.last)}" if one.last else ""
    if one.precision in {"month", "year"} and one.first[8:] == "01":
        return f"since {one.first[:4] if one.precision == 'year' else day(one.first).partition(' ')[2]}"
    return f"since {day(one.first)}" if one.first == one.last else f"since {day(one.first)} to {day(one.last)}"


def _spelt(state: PlaceState) -> list[str]:
    return [reason.text for spell in state.spells for reason in spell.reasons]


def _counts(counts: Sequence[Count]) -> list[str]:
    """Each count by its voice and day, those that were revised with a mark."""
    told = [
        f"{plain(one.words)}, {plain(one.teller)}{f', {day(one.said)}' if one.said else ''}"
        f"{', revised' if one.revised_by else ''}"
        for one in counts[-SHOWN:]
    ]
    return [f"{len(counts) - SHOWN} earlier", *told] if len(counts) > SHOWN else told


def scope_in_words(scope: Scope) -> str:
    """For which days a figure is counted; "" where nobody says."""
    if scope.words:
        return plain(scope.words)
    if scope.first is None and scope.last is None:
        return ""
    first, last = scope.first or scope.last or "", scope.last or scope.first or ""
    if scope.kind == "since":
        return f"since {day(first)}"
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def _bounds(low: float | None, best: float | None, high: float | None) -> str:
    if best is not None:
        return _number(best)
    if low is not None and high is not None:
        return f"{_number(low)} to {_number(high)}"
    return f"at least {_number(low)}" if low is not None else f"at most {_number(high)}"


def _worded(series: Series) -> str:
    """The words of a figure that is no exact number."""
    words = next((one.words for one in series.counts if one.claim == series.current), "")
    return "" if series.best is not None or not words else f" (“{plain(words)}”)"


def _number(value: float | None) -> str:
    return "an unknown number" if value is None else f"{value:,.10g}"


def _name(one: Named) -> str:
    return plain(one.name)


def _place(spot: Spot) -> str:
    """Its name; what is no town says so."""
    area = spot.precision in {"district", "province"} and (spot.precision or "") not in spot.name.casefold()
    return f"{plain(spot.name)} ({spot.precision})" if area else plain(spot.name)


def _country(code: str | None) -> str:
    found = load_registry().country(code)
    return found.name if found else code or ""


def _evidence(ids: Iterable[str], situation: Situation, head: str = "") -> tuple[tuple[str, Claim], ...]:
    return tuple((head, situation.claim[id_]) for id_ in dict.fromkeys(ids) if id_ in situation.claim)
