"""One claim in full: its sentence in context with the spans marked, its chain, its slots."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from vedette.model import Claim
from vedette.views.phrases import chain, plain, sentence, standing, when

AROUND = 240
STYLES = {
    "party": "bold cyan",
    "place": "bold green",
    "time": "bold yellow",
    "quantity": "bold magenta",
    "cue": "underline",
}


def print_claim(claim: Claim, console: Console) -> None:
    """Print a claim with everything it rests on."""
    console.print(Text(sentence(claim), style="bold"))
    console.print(Text(f"{claim.kind}/{claim.type} · {standing(claim) or 'asserted'} · claim {claim.id}", style="dim"))
    console.print()
    console.print(Padding(in_context(claim), (0, 0, 0, 2)))
    console.print()
    for name, value in rows(claim):
        console.print(Text(f"{name:>10}  ", style="dim").append(value, style="default"))


def in_context(claim: Claim) -> Text:
    """The evidence between some of the words around it, its spans in style."""
    text, evidence = claim.document.text, claim.evidence
    first = max(0, evidence.start - AROUND)
    last = min(len(text), evidence.end + AROUND)
    shown = Text("…" if first else "")
    offset = first - len(shown)
    shown.append(_same_length(text[first:last]), style="dim")
    shown.stylize("not dim", evidence.start - offset, evidence.end - offset)
    for start, end, name in spans(claim):
        if first <= start and end <= last:
            shown.stylize(STYLES[name], start - offset, end - offset)
    return shown.append("…" if last < len(text) else "")


def _same_length(text: str) -> str:
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)


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


def rows(claim: Claim) -> Iterator[tuple[str, str]]:
    """Name and value of each thing a claim says, ready for a reader."""
    yield "chain", chain(claim.chain)
    for party in claim.parties:
        name = f" = {plain(party.name)}" if party.name and party.name != party.text else ""
        side = f", side {plain(party.side)}" if party.side else ""
        yield party.role, plain(party.text) + name + side
    for place in claim.places:
        where = ", ".join(part for part in (place.name, place.admin1, place.country, place.precision) if part)
        yield place.role, f"{plain(place.text)} = {plain(where)}"
    if when(claim.time):
        words = f" “{plain(claim.time.text)}”" if claim.time and claim.time.text else ""
        yield "when", when(claim.time) + words
    if claim.quantity:
        amount = claim.quantity
        named = (("low", amount.low), ("best", amount.best), ("high", amount.high))
        bounds = ", ".join(f"{name} {value:g}" for name, value in named if value is not None)
        yield "figure", f"{plain(amount.text)} ({amount.quantifier}: {bounds}; {amount.measure})"
    if claim.standing_cue:
        yield "standing", f"{claim.standing}, because of “{plain(claim.standing_cue.text)}”"
    document = claim.document
    yield "document", ", ".join(plain(part) for part in (document.outlet, document.title, document.published) if part)
    if document.url:
        yield "address", plain(document.url)
