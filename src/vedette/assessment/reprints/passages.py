"""The stretches of a text that others have as well, each under the name of whoever had it first."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from vedette.assessment.reprints.alignment import Run
from vedette.assessment.reprints.families import credit_of
from vedette.assessment.reprints.overlaps import Overlap
from vedette.assessment.reprints.texts import Text, spans_of
from vedette.model import Passage

LEAST = 20
OWN_WORDS = 12

type Shared = tuple[Run, Text]


def passages_of(text: Text, ties: Mapping[int, Overlap], texts: Sequence[Text]) -> tuple[Passage, ...]:
    """What a text has from earlier ones, and what of its own an agency is credited with elsewhere."""
    shared = [(run, texts[other]) for other, one in ties.items() for run in one.runs if _is_passage(text, run)]
    shared.sort(key=lambda one: one[1].order)
    edges = sorted({edge for run, _ in shared for edge in (run.start, run.end)})
    told: list[tuple[int, int, str, str]] = []
    for start, end in pairwise(edges):
        others = [other for run, other in shared if run.start <= start < run.end]
        teller = _teller(text, others) if others else None
        if teller is None:
            continue
        if told and told[-1][1:] == (start, *teller):
            told[-1] = (told[-1][0], end, *teller)
        else:
            told.append((start, end, *teller))
    spans = list(spans_of(text.document.text)) if told else []
    return tuple(Passage(spans[start][0], spans[end - 1][1], *teller) for start, end, *teller in told)


def _is_passage(text: Text, run: Run) -> bool:
    """A shared quotation alone is none: whoever is quoted may have said it to both."""
    own = int((~text.quoted[run.start : run.end]).sum())
    return run.same >= LEAST and own >= OWN_WORDS


def _teller(text: Text, others: list[Text]) -> tuple[str, str] | None:
    """The id of the document that had it first, and the agency that any credits, else that document's outlet."""
    every = sorted([text, *others], key=lambda one: one.order)
    first = every[0].document
    credit = next((credit for one in every if (credit := credit_of(one.document))), None)
    if first is text.document and credit in {None, credit_of(first)}:
        return None
    return first.id, credit or first.outlet or first.id
