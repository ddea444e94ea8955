"""`python -m eval reports`: reads whole reports and prints how many expected claims are found, and what is right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from eval.reports.reading import Report, read_reports
from eval.reports.scores import Matched, Outcome, outcome
from eval.results import commit_here
from vedette.claims import extract
from vedette.mentions import Marker
from vedette.model import Claim, Document

ORDER = ("type", "agent", "target", "at", "from", "to", "time", "figure", "weapon", "facility", "direction", "duration")


@click.command("reports")
@click.option("--split", type=click.Choice(["working", "checking"]), help="Only this half; both without it.")
@click.option("--errors", is_flag=True, help="Print what went wrong in the working half.")
def reports(split: str | None, errors: bool) -> None:
    """Score events and figures on the whole reports in eval/reports."""
    read = read_reports(split=split)
    outcomes = [outcome(one, claims) for one, claims in zip(read, _claims(read), strict=True)]
    click.echo(table(outcomes, split or "both halves"))
    if errors:
        click.echo("\n".join(line for one in outcomes if one.report.split == "working" for line in _wrong(one)))


def _claims(read: Sequence[Report]) -> Iterator[tuple[Claim, ...]]:
    documents = (Document(one.text, outlet=one.outlet, published=one.published, language="en") for one in read)
    return (extract(marked) for marked in Marker().mark_all(documents))


def table(outcomes: Sequence[Outcome], split: str) -> str:
    """The figures as lines of a Markdown table."""
    matched = [one for each in outcomes for one in each.matched]
    found = [one for one in matched if one.claim]
    typed = sum(one.right["type"] for one in found)
    given = len(found) + sum(len(each.unexpected) for each in outcomes)
    shares = {
        "found: a claim at the event word": (len(found), len(matched)),
        "found, with its type": (typed, len(matched)),
        "given claims that are expected, with their type": (typed, given),
        "given claims that are right in every field": (sum(all(one.right.values()) for one in found), given),
    }
    head = f"{len(outcomes)} reports, {len(matched)} claims ({split}), commit {commit_here()}"
    lines = [_line(name, *share) for name, share in shares.items()]
    lines += [_line(f"{name}, of what is found", *_field(found, name)) for name in ORDER if _field(found, name)[1]]
    return "\n".join([head, "", "| figure | share | n |", "|---|---:|---:|", *lines])


def _line(name: str, right: int, of: int) -> str:
    return f"| {name} | {right / max(of, 1):.3f} | {of} |"


def _field(found: Iterable[Matched], name: str) -> tuple[int, int]:
    told = Counter(one.right[name] for one in found if name in one.right)
    return told[True], told.total()


def _wrong(each: Outcome) -> Iterator[str]:
    text = each.report.text
    yield f"\n{each.report.id}"
    for one in each.matched:
        event = " | ".join(text[slice(*stretch)] for stretch in one.expected.events)
        bad = [name for name, right in one.right.items() if not right]
        if one.claim is None or bad:
            yield f"  {', '.join(bad) or 'not found'}: {event} {sorted(one.expected.types)} {_told(one.claim)}"
    yield from (f"  unexpected: {_told(one)}" for one in each.unexpected)


def _told(claim: Claim | None) -> str:
    if claim is None:
        return ""
    parts = [f"{one.role}={one.text}" for one in claim.parties] + [f"{one.role}={one.text}" for one in claim.places]
    time = f"{claim.time.first}..{claim.time.last} {claim.time.precision}" if claim.time else ""
    figure = claim.quantity.text if claim.quantity else ""
    return f"<{claim.kind}/{claim.type} {claim.trigger and claim.trigger.text!r} {parts} {time} {figure!r}>"
