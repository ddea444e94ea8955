"""The situation as text for a terminal or a pipe."""

from rich.console import Console
from rich.text import Text

from vedette.model import Claim, Line, Section, Situation
from vedette.views.phrases import chain, headline, manner, note
from vedette.views.words import asked_of, when

SHOWN_SOURCES = 3
SHOWN_IDS = 4
SHOWN_NOTES = 5


def print_brief(situation: Situation, console: Console) -> None:
    """Print every section with its lines, each with its sources and the ids of its claims."""
    asked = f": {asked_of(situation.moment)}" if asked_of(situation.moment) else ""
    documents = len(situation.documents)
    indented(Text(f"{situation.claims} claims from {documents} documents{asked}", style="dim"), console, 0)
    for section in situation.sections:
        _print_section(section, console)


def indented(text: Text, console: Console, indent: int) -> None:
    """Print words folded at the width of the console, each row indented, without blanks at the ends."""
    for row in text.wrap(console, max(console.width - indent, 10)):
        row.rstrip()
        console.print(Text(" " * indent) + row, soft_wrap=True)


def _print_section(section: Section, console: Console) -> None:
    console.print()
    indented(Text(section.title.upper(), style="bold"), console, 0)
    for line in section.lines:
        indented(_line(line), console, 2)
        for words in shown_notes(line):
            indented(Text(f"! {words}", style="yellow"), console, 6)
        for claim in line.beside[:SHOWN_NOTES]:
            indented(_beside(claim), console, 6)
        if len(line.beside) > SHOWN_NOTES:
            indented(Text(f"against: {len(line.beside) - SHOWN_NOTES} more", style="yellow"), console, 6)


def _line(line: Line) -> Text:
    lead = line.lead
    text = Text(headline(lead))
    if when(lead.time):
        text.append(", ").append(when(lead.time), style="cyan")
    for extra, style in ((manner(lead), "italic magenta"), (sources(line), "green"), (ids(line), "dim")):
        if extra:
            text.append(" · ", style="dim").append(extra, style=style)
    return text


def shown_notes(line: Line) -> list[str]:
    """The notes of a line in words, and how many more there are."""
    words = [note(one) for one in line.notes[:SHOWN_NOTES]]
    return [*words, f"{len(line.notes) - SHOWN_NOTES} more"] if len(line.notes) > SHOWN_NOTES else words


def sources(line: Line) -> str:
    """The chains of a line, with the number of independent origins where there are several claims."""
    chains = list(dict.fromkeys(chain(claim.chain) for claim in line.claims))
    more = f"; {len(chains) - SHOWN_SOURCES} more" if len(chains) > SHOWN_SOURCES else ""
    count = f" ({line.origins} independent)" if len(line.claims) > 1 else ""
    return "; ".join(chains[:SHOWN_SOURCES]) + more + count


def ids(line: Line) -> str:
    """The short ids of a line's claims, in brackets."""
    shown = " ".join(claim.id[:8] for claim in line.claims[:SHOWN_IDS])
    return f"[{shown} …]" if len(line.claims) > SHOWN_IDS else f"[{shown}]"


def _beside(claim: Claim) -> Text:
    text = Text("against: ", style="yellow")
    text.append(headline(claim), style="default").append(" · ", style="dim")
    return text.append(chain(claim.chain), style="green").append(f" · [{claim.id[:8]}]", style="dim")
