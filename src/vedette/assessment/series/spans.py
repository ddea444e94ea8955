"""What a figure leaves possible, and whether two can be told of the same thing."""

from typing import Protocol

CLOSE = 0.1
OPEN_END = 1.2
SIZE = 4


class Bounds(Protocol):
    """Anything with the bounds of a figure."""

    @property
    def low(self) -> float | None:
        """No less than this."""

    @property
    def best(self) -> float | None:
        """The number told."""

    @property
    def high(self) -> float | None:
        """No more than this."""


def span(one: Bounds) -> tuple[float, float]:
    """The numbers that a figure fits: "about 12" a tenth either way, "at least 900" and "up to 900" a fifth on."""
    if one.best is not None and one.low is None and one.high is None:
        return one.best * (1 - CLOSE), one.best * (1 + CLOSE)
    low = next((value for value in (one.low, one.best) if value is not None), (one.high or 0) / OPEN_END)
    high = next((value for value in (one.high, one.best) if value is not None), (one.low or 0) * OPEN_END)
    return min(low, high), max(low, high)


def fit(left: Bounds, right: Bounds) -> bool:
    """Whether two figures can be the same number."""
    first, second = span(left), span(right)
    return first[0] <= second[1] and second[0] <= first[1]


def comparable(left: Bounds, right: Bounds) -> bool:
    """Whether two figures are of one size: neither more than four times the other."""
    first, second = span(left), span(right)
    return first[0] <= SIZE * second[1] and second[0] <= SIZE * first[1]
