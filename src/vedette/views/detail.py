"""Claims one by one: in full, with the sentence in its context and its spans marked; or as rows of a table."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.model import Claim, Party, Place, Quantity
from vedette.views.brief import indented
from vedette.views.phrases import chain, headline, sentence, standing
from vedette.views.words import around, harmless, plain, when

STYLES = {
    "party": "bold cyan",
    "place": "bold green",
    "time": "bold yellow",
    "quantity": "bold magenta",
    "cue": "underline",
}
NAMES = 12
COLUMNS = (("id", None), ("kind/type", None), ("claim", 5), ("standing", None), ("when", None), ("sources", 3))
NARROW = 100


def print_claim(claim: Claim, console: Console) -> None:
    """Print a claim with everything it rests on."""
    indented(Text(headline(claim), style="bold"), console, 0)
    about = f"{claim.kind}/{claim.type} · {standing(claim) or 'asserted'} · claim {claim.id}"
    indented(Text(about, style="dim"), console, 0)
    console.print()
    indented(in_context(claim), console, 2)
    console.print()
    for name, value in rows(claim):
        print_row(name, value, console)


def print_row(name: str, value: str, console: Console) -> None:
    """Print a name and its value, folded below itself."""
    folded = Text(value).wrap(console, max(console.width - NAMES - 2, 10))
    for number, row in enumerate(folded):
        row.rstrip()
        head = Text(f"{'' if number else name:>{NAMES}}  ", style="dim", end="")
        console.print(head + row, soft_wrap=True)


def in_context(claim: Claim) -> Text:
    """The evidence between a sentence before and one after it, its spans in style."""
    text, evidence = claim.document.text, claim.evidence
    first, last = around(text, evidence.start, evidence.end)
    shown = Text("… " if first else "")
    offset = first - len(shown)
    shown.append(harmless(text[first:last]), style="dim")
    shown.stylize("not dim", evidence.start - offset, evidence.end - offset)
    for start, end, name in spans(claim):
        if first <= start and end <= last:
            shown.stylize(STYLES[name], start - offset, end - offset)
    return shown.append(" …" if last < len(text) else "")


def spans(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Every stretch of the document a claim is built from, with what it is."""
    yield from ((party.start, party.end, "party") for party in claim.parties)
    yield from ((place.start, place.end, "place") for place in claim.places)
    if claim.time and claim.time.start is not None and claim.time.end is not None:
        yield claim.time.start, claim.time.end, "time"
    if claim.quantity:
        yield claim.quantity.start, claim.quantity.end, "quantity"
    for link in claim.chain:
        if link.start is not None and link.end is not None:
            yield link.start, link.end, "party"
        if link.cue_start is not None and link.cue_end is not None:
            yield link.cue_start, link.cue_end, "cue"
    if claim.standing_cue:
        yield claim.standing_cue.start, claim.standing_cue.end, "cue"


def rows(claim: Claim) -> Iterator[tuple[str, str]]:
    """Name and value of each thing a claim says, ready for a reader."""
    yield "chain", chain(claim.chain)
    yield from ((party.role, _party(party)) for party in claim.parties)
    yield from ((place.role, _place(place)) for place in claim.places)
    if when(claim.time):
        words = f" “{plain(claim.time.text)}”" if claim.time and claim.time.text else ""
        yield "when", when(claim.time) + words
    if claim.quantity:
        yield "figure", _figure(claim.quantity)
    if claim.standing_cue:
        yield "standing", f"{claim.standing}, because of “{plain(claim.standing_cue.text)}”"
    document = claim.document
    yield "document", ", ".join(plain(part) for part in (document.outlet, document.title, document.published) if part)
    if document.url:
        yield "address", plain(document.url)


def _party(party: Party) -> str:
    name = f" = {plain(party.name)}" if party.name and party.name != party.text else ""
    side = f", side {plain(party.side)}" if party.side and party.side != party.name else ""
    return plain(party.text) + name + side


def _place(place: Place) -> str:
    within = f"within {place.radius_km:g} km" if place.radius_km else None
    told = (place.name, place.admin1, place.country, place.precision, within)
    parts = dict.fromkeys(plain(part) for part in told if part)
    known = [part for part in parts if part != plain(place.text)]
    return f"{plain(place.text)} ({', '.join(known)})" if known else plain(place.text)


def _figure(amount: Quantity) -> str:
    named = (("low", amount.low), ("best", amount.best), ("high", amount.high))
    bounds = ", ".join(f"{name} {value:,.10g}" for name, value in named if value is not None)
    told = "; ".join(plain(part) for part in (bounds, amount.measure, amount.population, amount.scope) if part)
    return f"{plain(amount.text)} ({amount.quantifier}: {told})"


def print_table(claims: Iterable[Claim], console: Console) -> int:
    """Print one row for each claim and return their number."""
    return _list(claims, console) if console.width < NARROW else _table(claims, console)


def _table(claims: Iterable[Claim], console: Console) -> int:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, ratio in COLUMNS:
        table.add_column(name, ratio=ratio, no_wrap=name == "id", overflow="fold")
    for claim in claims:
        cells = (claim.id[:8], _kind(claim), sentence(claim), standing(claim), when(claim.time), chain(claim.chain))
        table.add_row(*map(Text, cells))
    if table.row_count:
        console.print(table)
    return table.row_count


def _list(claims: Iterable[Claim], console: Console) -> int:
    listed = tuple(claims)
    for claim in listed:
        parts = (claim.id[:8], _kind(claim), standing(claim), when(claim.time))
        indented(Text(" · ".join(part for part in parts if part), style="dim"), console, 0)
        indented(Text(sentence(claim)), console, 2)
        indented(Text(chain(claim.chain), style="green"), console, 2)
    return len(listed)


def _kind(claim: Claim) -> str:
    return f"{claim.kind}/{claim.type}"
