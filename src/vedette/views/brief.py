"""The situation as text for a terminal or a pipe."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from vedette.model import Claim, Line, Section, Situation
from vedette.views.phrases import chain, sentence, standing, when

SHOWN_SOURCES = 3
SHOWN_IDS = 4


def print_brief(situation: Situation, console: Console) -> None:
    """Print every section with its lines, each with its sources and the ids of its claims."""
    moment = f", as known at {situation.as_of}" if situation.as_of else ""
    documents = len(situation.documents)
    console.print(Text(f"{situation.claims} claims from {documents} documents{moment}", style="dim"))
    for section in situation.sections:
        _print_section(section, console)


def _print_section(section: Section, console: Console) -> None:
    console.print()
    console.print(Text(section.title.upper(), style="bold"))
    for line in section.lines:
        console.print(Padding(_line(line), (0, 0, 0, 2)))
        for note in line.notes:
            console.print(Padding(Text(f"! {note}", style="yellow"), (0, 0, 0, 6)))
        for claim in line.beside:
            console.print(Padding(_beside(claim), (0, 0, 0, 6)))


def _line(line: Line) -> Text:
    lead = line.lead
    text = Text(sentence(lead))
    for extra, style in ((standing(lead), "italic magenta"), (when(lead.time), "cyan")):
        if extra:
            text.append("  ").append(extra, style=style)
    text.append("  ").append(sources(line), style="green")
    text.append("  ").append(ids(line), style="dim")
    return text


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
    text.append(sentence(claim), style="default").append("  ").append(chain(claim.chain), style="green")
    return text.append(f"  [{claim.id[:8]}]", style="dim")
