"""Groups documents by the words that they share and few others have."""

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations

SAME_SUBJECT = 0.06
WORD = re.compile(r"[^\W_]{3,}")
MOSTLY, NAME = 2, 3.0

type Weights = Mapping[str, float]


def subjects_of(texts: Sequence[str]) -> list[int]:
    """The number of the subject of each text: texts are joined while they are alike on average."""
    vectors = _vectors(texts)
    groups = [[at] for at in range(len(texts))]
    while len(groups) > 1:
        alike, left, right = max(
            ((_mean(vectors, one, other), one, other) for one, other in combinations(groups, 2)),
            key=lambda found: found[0],
        )
        if alike < SAME_SUBJECT:
            break
        left.extend(right)
        groups.remove(right)
    names = {at: number for number, group in enumerate(groups) for at in group}
    return [names[at] for at in range(len(texts))]


def _mean(vectors: Sequence[Weights], left: list[int], right: list[int]) -> float:
    pairs = [_dot(vectors[i], vectors[j]) for i in left for j in right]
    return sum(pairs) / len(pairs)


def _dot(left: Weights, right: Weights) -> float:
    return sum(weight * right[word] for word, weight in left.items() if word in right)


def _vectors(texts: Sequence[str]) -> list[Weights]:
    counts = [Counter(word.lower() for word in WORD.findall(text)) for text in texts]
    spread = Counter(word for count in counts for word in count)
    names = _names(texts)
    return [_weighted(count, spread, names, len(texts)) for count in counts]


def _names(texts: Iterable[str]) -> frozenset[str]:
    """Words that mostly stand with a capital."""
    written = Counter(word for text in texts for word in WORD.findall(text))
    small = Counter({word: times for word, times in written.items() if word.islower()})
    capital = Counter[str]()
    for word, times in written.items():
        capital[word.lower()] += times if word[0].isupper() else 0
    return frozenset(word for word, times in capital.items() if times > MOSTLY * small[word])


def _weighted(count: Counter[str], spread: Counter[str], names: Container[str], total: int) -> Weights:
    """Counts weighed by how few texts have the word, names more than others, scaled to length one."""
    weights = {
        word: (1 + math.log(n)) * math.log((1 + total) / spread[word]) * (NAME if word in names else 1.0)
        for word, n in count.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
