"""The situation as text for a terminal or a pipe."""

from rich.console import Console
from rich.text import Text

from vedette.model import Situation
from vedette.views.rows import Row, Section, change_row
from vedette.views.sections import sections
from vedette.views.words import asked_of, clipped

BRIEF_ROWS = 50  # of a section, unless more are asked for
SHOWN_IDS = 4
SHOWN_NOTES = 5


def print_brief(situation: Situation, console: Console, words: bool = False, limit: int | None = BRIEF_ROWS) -> None:
    """Print every section with its rows, each with its voices, its grade and the ids of its claims.

    `words`: also the sentence that tells most of it. `limit`: no more rows of a section, None for all.
    """
    indented(Text(about(situation), style="dim"), console, 0)
    for section in sections(situation, limit):
        print_section(section, console, words)


def print_changes(situation: Situation, console: Console) -> int:
    """Print what changed since the moment that was asked for; how many changes there are."""
    rows = tuple(change_row(one, situation) for one in situation.changes)
    if rows:
        print_section(Section("changed", about(situation), rows), console)
    return len(rows)


def about(situation: Situation) -> str:
    """What the brief is made of, and what was asked."""
    asked = f": {asked_of(situation.moment)}" if asked_of(situation.moment) else ""
    since = f"; changes since {asked_of(situation.since) or 'now'}" if situation.since else ""
    return f"{situation.claims} claims from {len(situation.documents)} documents{asked}{since}"


def indented(text: Text, console: Console, indent: int) -> None:
    """Print words folded at the width of the console, each row indented, without blanks at the ends."""
    for row in text.wrap(console, max(console.width - indent, 10)):
        row.rstrip()
        console.print(Text(" " * indent) + row, soft_wrap=True)


def print_section(section: Section, console: Console, words: bool = False) -> None:
    """Print the rows under their title, and under their group where there is one."""
    console.print()
    indented(Text(section.title.upper(), style="bold"), console, 0)
    group = ""
    for row in section.rows:
        if row.group != group:
            group = row.group
            indented(Text(group or "Others", style="underline"), console, 1)
        _print_row(row, console, words)
    if section.more:
        indented(Text(f"and {section.more:,} more, told before these: --all has them", style="dim"), console, 2)


def _print_row(row: Row, console: Console, words: bool) -> None:
    indented(_row(row), console, 2)
    if words and row.evidence:
        indented(Text(f"“{clipped(row.evidence[0][1].evidence.text, 400)}”", style="italic dim"), console, 6)
    for notes, mark, style in ((row.against, "! ", "yellow"), (row.judged, "= ", "cyan")):
        for note in notes[:SHOWN_NOTES]:
            indented(Text(f"{mark}{note}", style=style), console, 6)
        if len(notes) > SHOWN_NOTES:
            indented(Text(f"{mark}{len(notes) - SHOWN_NOTES} more", style=style), console, 6)


def _row(row: Row) -> Text:
    text = Text(f"{row.head} — " if row.head else "", style="bold")
    text.append(row.text, style="not bold")
    if row.when:
        text.append(", ").append(row.when, style="not bold cyan")
    extras = ((row.manner, "italic magenta"), (row.sources, "green"), (row.grade, "blue"), (ids(row), "dim"))
    for extra, style in extras:
        if extra:
            text.append(" · ", style="dim").append(extra, style=f"not bold {style}")
    return text


def ids(row: Row) -> str:
    """The short ids of a row's claims, in brackets."""
    shown = " ".join(row.ids[:SHOWN_IDS])
    return f"[{shown} …]" if len(row.ids) > SHOWN_IDS else f"[{shown}]" if shown else ""
