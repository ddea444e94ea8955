"""Which document printed a text first, who has it from whom, whole or in passages, with the reasons in words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from vedette.assessment.reprints.overlaps import Overlap, Run
from vedette.assessment.reprints.texts import Text, spans_of
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Document, Family, Passage, Reason

LEAST = 20
OWN_WORDS = 12

type Shared = tuple[Run, Text]
NEARLY_ALL = 0.8

type Ties = Mapping[int, Overlap]


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


def tied(start: Iterable[int], overlaps: Mapping[int, Ties]) -> set[int]:
    """Some texts and all that reprints tie to them."""
    found = set(start)
    todo = list(found)
    while todo:
        for other, one in overlaps.get(todo.pop(), {}).items():
            if one.reprint and other not in found:
                found.add(other)
                todo.append(other)
    return found


def families_of(numbers: Iterable[int], texts: Sequence[Text], overlaps: Mapping[int, Ties]) -> dict[int, Family]:
    """The families of some texts by the number of the first; each text is in one: that which it has the most from."""
    parents: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for number in sorted(numbers, key=lambda one: texts[one].order):
        parent = _parent(number, texts, overlaps.get(number, {}))
        root = number if parent is None else _root(parent, parents)
        if parent is not None:
            parents[number] = parent
        members.setdefault(root, []).append(number)
    return {root: _family(group, parents, texts, overlaps) for root, group in members.items() if len(group) > 1}


def credit_of(document: Document) -> str | None:
    """The agency that a document has its text from: one that it credits, or its outlet where that is one."""
    if document.agencies:
        return document.agencies[0]
    outlet = load_registry().holder(document.outlet or "")
    return outlet.name if outlet is not None and outlet.source_type == "agency" else None


def _parent(number: int, texts: Sequence[Text], ties: Ties) -> int | None:
    """The earlier text that one has the most from; of equals the first."""
    own = texts[number].order
    earlier = [other for other, one in ties.items() if one.reprint and texts[other].order < own]
    return min(earlier, key=lambda other: (-round(ties[other].shares[0], 1), texts[other].order), default=None)


def _root(number: int, parents: Mapping[int, int]) -> int:
    while number in parents:
        number = parents[number]
    return number


def _family(
    group: list[int], parents: Mapping[int, int], texts: Sequence[Text], overlaps: Mapping[int, Ties]
) -> Family:
    documents = [texts[number].document for number in group]
    agency = next((credit for document in documents if (credit := credit_of(document))), None)
    reasons = [
        Reason(_why(texts[number].document, texts[parents[number]].document, overlaps[number][parents[number]]))
        for number in group[1:]
    ]
    return Family(tuple(document.id for document in documents), tuple(reasons), agency)


def _why(document: Document, first: Document, shared: Overlap) -> str:
    ours, theirs = shared.shares
    name, other = _named(document), _named(first)
    parts = [f"{ours:.0%} of its words stand there, {theirs:.0%} of the other's here"]
    parts += ["in another order"] if shared.reordered else []
    parts += ["under another title"] if _retitled(document, first) else []
    return f"{name} prints {_extent(ours, theirs).format(other)}: {', '.join(parts)}"


def _extent(ours: float, theirs: float) -> str:
    if min(ours, theirs) >= NEARLY_ALL:
        return "{} whole"
    if ours >= NEARLY_ALL:
        return "{}, cut"
    return "{} with text of its own" if theirs >= NEARLY_ALL else "parts of {}"


def _named(document: Document) -> str:
    published = f" of {document.published[:10]}" if document.published else ""
    return f"{document.outlet or document.title or 'a document without a name'}{published}"


def _retitled(document: Document, first: Document) -> bool:
    return bool(document.title and first.title) and fold(document.title or "") != fold(first.title or "")
