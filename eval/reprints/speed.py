"""What an index of many documents costs: made-up articles, a third of them reprints, cut, moved or with copies in."""

import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from vedette.assessment.reprints import Reprints
from vedette.model import Document

SEED, WORDS, OUTLETS, PER_DAY = 7, 30_000, 60, 400
AT_ONCE = 1000
PROBES = 100


def measured(count: int) -> str:
    """Seconds, those of the processor too, and memory while the index grows; then what one document more takes."""
    source = documents(count + PROBES)
    index, rows, spent, worked = Reprints(), [], 0.0, 0.0
    for done in range(0, count, AT_ONCE):
        batch = [next(source) for _ in range(min(AT_ONCE, count - done))]
        began, idle = time.perf_counter(), time.process_time()
        index.add(batch)
        spent, worked = spent + time.perf_counter() - began, worked + time.process_time() - idle
        if (done + len(batch)) % max(AT_ONCE, count // 5) == 0 or done + len(batch) == count:
            times = f"{spent:>7.1f} s ({worked:.1f} s of processor)"
            rows.append(f"{done + len(batch):>9,} documents {times} {_megabytes():>6.0f} MB")
    one_more = sorted(_seconds(index, one) for one in source)
    began = time.perf_counter()
    found = index.families()
    rows.append(f"one more: median {one_more[PROBES // 2]:.4f} s, slowest of {PROBES} {one_more[-1]:.4f} s")
    rows.append(f"{len(found.families):,} families, written out in {time.perf_counter() - began:.3f} s")
    return "\n".join(rows)


def documents(count: int) -> Iterator[Document]:
    """Articles of made-up words with their outlet's standing text; a third has its text, or a part, from one before."""
    dice = random.Random(SEED)
    words = [_word(dice) for _ in range(WORDS)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    standing = [dice.choices(words, cum_weights=weights, k=40) for _ in range(OUTLETS)]
    earlier: list[list[list[str]]] = []
    for number in range(count):
        paragraphs = [
            dice.choices(words, cum_weights=weights, k=dice.randint(20, 80)) for _ in range(dice.randint(3, 9))
        ]
        if earlier and dice.random() < 0.33:
            paragraphs = _copied(dice, paragraphs, dice.choice(earlier[-PER_DAY:]))
        earlier.append(paragraphs)
        del earlier[:-PER_DAY]
        outlet = dice.randrange(OUTLETS)
        text = "\n\n".join(" ".join(one) for one in [*paragraphs, standing[outlet]])
        day = date(2024, 1, 1) + timedelta(number // PER_DAY)
        yield Document(text, f"Outlet {outlet}", f"Report {number}", published=day.isoformat())


def _copied(dice: random.Random, own: list[list[str]], other: list[list[str]]) -> list[list[str]]:
    """The other text whole, cut, in another order, or between paragraphs of one's own; some words always differ."""
    kept = [[word if dice.random() > 0.02 else dice.choice(own[0]) for word in one] for one in other]
    way = dice.randrange(4)
    if way == 1:
        return kept[: max(1, len(kept) // 2)]
    if way == 2:
        dice.shuffle(kept)
    return own[:2] + kept[:4] + own[2:] if way == 3 else kept


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(dice.randint(1, 4)))


def _seconds(index: Reprints, document: Document) -> float:
    began = time.perf_counter()
    index.add([document])
    return time.perf_counter() - began


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
