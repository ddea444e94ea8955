"""Made-up reports of a war that goes on at one pace: a few places have most of it, and most of it is told again."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from vedette.model import Claim, Document, Link, Party, Place, Quantity, Quote, SourceType, Standing, Time

SEED, A_DAY = 11, 330
PLACES, DIVISIONS, WARS, OUTLETS, SPOKESMEN = 2400, 60, 12, 180, 240
KINDS = (
    ("violence", ("shelling", "airstrike", "clash", "attack", "drone-strike"), 30),
    ("control", ("capture", "enter", "hold", "lose", "withdraw", "contest", "repel"), 14),
    ("casualties", ("killed", "injured"), 14),
    ("displacement", ("flee", "displaced"), 6),
    ("statement", ("say", "deny", "accuse", "urge"), 18),
    ("movement", ("deploy", "reinforce"), 5),
    ("relation", ("leads", "backs"), 4),
    ("aid", ("deliver", "block"), 4),
    ("assessment", ("forecast", "warn"), 5),
)
STANDINGS: tuple[tuple[Standing, int], ...] = (
    ("asserted", 74), ("unverified", 8), ("denied", 5), ("planned", 4), ("possible", 4), ("admitted", 2),
    ("negated", 3),
)  # fmt: skip
SOURCES: tuple[SourceType, ...] = ("official", "military", "monitor", "un", "ngo", "belligerent", "witness", "agency")
WORDS = (
    "convoy", "ridge", "northern", "market", "overnight", "heavy", "several", "outskirts", "road", "bridge", "district",
    "shelter", "column", "reported", "quarter", "early", "river", "hours", "depot", "crossing", "hospital", "farm",
)  # fmt: skip
SYLLABLES = (
    "ka", "ro", "bel", "mi", "tur", "san", "dek", "lo", "var", "ny", "shi", "gor", "pel", "ama", "zu", "hir", "not",
    "fa", "wes", "qui", "dra", "ol", "ben", "cha", "jur", "lem", "tos",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What is told: in the same slots by everybody, in words and figures of their own."""

    kind: str
    type: str
    place: int
    day: date
    doer: int
    count: int


def reports(claims: int, places: int = PLACES) -> Iterator[list[Claim]]:
    """Reports with about so many claims in all, by day of publication; each is a list of the claims of one document."""
    dice = random.Random(SEED)
    ranks = list(accumulate(1 / (rank + 3) for rank in range(places)))
    fresh: list[Happening] = []
    made = 0
    while made < claims:
        day = date(2020, 1, 1) + timedelta(made // A_DAY)
        fresh = [one for one in fresh if (day - one.day).days <= 3]
        told = [_happening(dice, day, ranks, fresh) for _ in range(min(dice.randint(6, 22), claims - made))]
        fresh += [one for one in told if dice.random() < 0.5]
        yield _report(dice, day, made, told)
        made += len(told)


def _happening(dice: random.Random, day: date, ranks: list[float], fresh: list[Happening]) -> Happening:
    if fresh and dice.random() < 0.6:
        return fresh[min(int(dice.expovariate(0.02)), len(fresh) - 1)]
    kind, types, _ = dice.choices(KINDS, [weight for *_, weight in KINDS])[0]
    place = dice.choices(range(len(ranks)), cum_weights=ranks)[0]
    return Happening(
        kind, dice.choice(types), place, day - timedelta(dice.choice((0, 0, 1))), dice.randrange(3), dice.randint(1, 90)
    )


def _report(dice: random.Random, day: date, number: int, told: list[Happening]) -> list[Claim]:
    sentences = [_sentence(dice, one) for one in told]
    outlet = f"{name(5000 + int(dice.expovariate(0.03)) % OUTLETS)} Post"
    published = f"{day.isoformat()}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}:00+00:00"
    document = Document(" ".join(sentences), outlet, f"Report {number}", published=published)
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    return [
        _claim(dice, one, document, Quote(start, start + len(sentence), sentence))
        for one, sentence, start in zip(told, sentences, starts, strict=False)
    ]


def _sentence(dice: random.Random, one: Happening) -> str:
    words = " ".join(dice.choices(WORDS, k=dice.randint(7, 16)))
    return f"{_side(one)} {one.type} at {name(one.place)}, {one.count} people, {words}."


def _side(one: Happening) -> str:
    return f"{name(9000 + 3 * (one.place % WARS) + one.doer)} Front"


def name(number: int) -> str:
    """A name that no other number has."""
    base = len(SYLLABLES)
    return "".join(SYLLABLES[number // step % base] for step in (1, base, base * base)).capitalize()


def _where(place: int) -> tuple[float, float]:
    """Every war has six degrees by six to itself, and its towns lie all over them."""
    war, number = place % WARS, place // WARS
    return 5 + 10 * (war % 4) + number * 0.37 % 6, 5 + 10 * (war // 4) + number * 0.83 % 6


def _claim(dice: random.Random, one: Happening, document: Document, evidence: Quote) -> Claim:
    side, town, at = _side(one), name(one.place), evidence.start
    role = "speaker" if one.kind == "statement" else "agent"
    division = name(7000 + one.place % DIVISIONS)
    place = Place(
        "at", town, at, at + len(town), 10_000 + one.place, town, f"{division[:1].upper()}X", division,
        *_where(one.place), "settlement",
    )  # fmt: skip
    counted = one.kind in {"casualties", "displacement"}
    count = float(one.count + dice.choice((0, 0, 0, 1, 5)))
    links = [Link(document.outlet or "", None, None, document.outlet, "outlet")]
    if dice.random() < 0.7:
        source = int(dice.expovariate(0.03)) % SPOKESMEN
        who = f"{name(6000 + source)} Office"
        links.append(Link(who, at, at + 8, who, SOURCES[source % len(SOURCES)], "said"))
    return Claim(
        one.kind, one.type, document, evidence,
        parties=(Party(role, side, at, at + len(side), name=side, side=side, type="armed"),),
        places=(place,) if one.kind != "relation" else (),
        time=Time("that day", at, at + 4, one.day.isoformat(), one.day.isoformat(), "day"),
        quantity=Quantity(f"{count:g} people", at, at + 4, count, count, count, "exact", "person", "flow", "civilians")
        if counted else None,
        chain=tuple(links), standing=dice.choices(*zip(*STANDINGS, strict=True))[0], extractor="made 1",
        trigger=Quote(at, at + 5, one.type),
    )  # fmt: skip
