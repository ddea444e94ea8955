"""A reading scored against the reference set: chains link by link, standings by class, denials pair by pair."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.gold.passages import GoldClaim, GoldLink, Passage, Stretch
from vedette.model import Claim, Link, Quote

ENOUGH = 0.5

type Pointing = tuple[Stretch, Stretch]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading says of one given event: the links behind the outlet, and the standing."""

    chain: tuple[Link, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those that should be were right, and of those that were said."""

    right: int
    wanted: int
    said: int

    @property
    def precision(self) -> float:
        """Right among said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Right among wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.wanted + self.said) if self.wanted + self.said else 0.0


def mean(values: Iterable[bool]) -> float:
    """The share of what is true, 0 of nothing."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def agree(text: str, left: Stretch, right: Stretch) -> bool:
    """Whether two stretches mean the same words: one lies in the other, or half of their characters are shared."""
    shared = _length(text, max(left[0], right[0]), min(left[1], right[1]))
    sizes = [_length(text, *one) for one in (left, right)]
    return shared > 0 and (shared == min(sizes) or 2 * shared / sum(sizes) >= ENOUGH)


def _length(text: str, start: int, end: int) -> int:
    return sum(not character.isspace() for character in text[start:end]) if start < end else 0


def touches(left: Stretch, right: Stretch) -> bool:
    """Whether two stretches have a character in common."""
    return left[0] < right[1] and right[0] < left[1]


def same_source(text: str, gold: GoldLink, link: Link) -> bool:
    """Whether a link names the source meant; where nobody is named, whether it stands at the cue."""
    if link.start is None or link.end is None:
        return False
    if gold.source is None:
        cue = gold.cue or (0, 0)
        return link.source_type == "unnamed" and touches(cue, (link.start, link.end))
    return agree(text, gold.source, (link.start, link.end))


def chain_agrees(text: str, gold: Sequence[GoldLink], chain: Sequence[Link]) -> bool:
    """Whether a chain has just the links it should have, in their order."""
    return len(gold) == len(chain) and all(same_source(text, one, link) for one, link in zip(gold, chain, strict=True))


def links(text: str, gold: Sequence[GoldLink], chain: Sequence[Link]) -> list[tuple[GoldLink, Link]]:
    """The links found, each with the one it should be, whatever their order."""
    left, pairs = list(chain), []
    for one in gold:
        found = next((link for link in left if same_source(text, one, link)), None)
        if found is not None:
            left.remove(found)
            pairs.append((one, found))
    return pairs


def standing_scores(pairs: Iterable[tuple[str, str]]) -> dict[str, Share]:
    """Per standing that occurs in gold: right, wanted and said, of (gold, said) pairs."""
    known = list(pairs)
    return {
        standing: Share(
            sum(gold == said == standing for gold, said in known),
            sum(gold == standing for gold, _ in known),
            sum(said == standing for _, said in known),
        )
        for standing in sorted({gold for gold, _ in known})
    }


def kappa(pairs: Iterable[tuple[str, str]]) -> float:
    """Cohen's kappa: agreement beyond what two who judge by their own shares of each class would have by chance."""
    known = list(pairs)
    if not known:
        return 0.0
    seen = sum(left == right for left, right in known) / len(known)
    lefts, rights = (Counter(side) for side in zip(*known, strict=True))
    chance = sum(lefts[one] * rights[one] for one in lefts) / len(known) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


def macro_f1(scores: dict[str, Share]) -> float:
    """The mean of F1 over classes, each counting the same."""
    return sum(one.f1 for one in scores.values()) / len(scores) if scores else 0.0


def at_event(gold: GoldClaim, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that report the event meant, by the words that report it."""
    return [one for one in claims if one.trigger is not None and touches(gold.event, _span(one.trigger))]


def denial_share(passage: Passage, claims: Sequence[Claim]) -> Share:
    """Denials that point to what they deny, both ends by the words that report them."""
    spans = {one.id: _span(one.trigger) for one in claims if one.trigger is not None}
    said = {(spans[one.id], spans[other]) for one in claims for other in one.denies if {one.id, other} <= spans.keys()}
    return pointing_share(denials(passage.claims), said)


def given_links(pairs: Sequence[tuple[GoldClaim, Sequence[Claim]]]) -> Share:
    """Denials among the events of one passage when its event words are given, with what a reading claims at each."""
    at = {one.id: gold.id for gold, claims in pairs for one in claims}
    wanted = {(gold.id, other) for gold, _ in pairs for other in gold.denies}
    said = {(gold.id, at[other]) for gold, claims in pairs for one in claims for other in one.denies if other in at}
    return Share(len(wanted & said), len(wanted), len(said))


def denials(claims: Iterable[GoldClaim]) -> set[Pointing]:
    """Who denies whom, by the words that report both."""
    known = tuple(claims)
    events = {one.id: one.event for one in known}
    return {(one.event, events[other]) for one in known for other in one.denies if other in events}


def pointing_share(wanted: Iterable[Pointing], said: Iterable[Pointing]) -> Share:
    """Pairs of stretches that are found when both ends are touched."""
    due, told = set(wanted), set(said)
    right = sum(any(_same_ends(pair, one) for one in told) for pair in due)
    extra = sum(not any(_same_ends(pair, one) for pair in due) for one in told)
    return Share(right, len(due), right + extra)


def _same_ends(left: Pointing, right: Pointing) -> bool:
    return touches(left[0], right[0]) and touches(left[1], right[1])


def _span(quote: Quote) -> Stretch:
    return quote.start, quote.end


def added(shares: Iterable[Share]) -> Share:
    """Several shares as one."""
    known = list(shares)
    return Share(sum(one.right for one in known), sum(one.wanted for one in known), sum(one.said for one in known))
