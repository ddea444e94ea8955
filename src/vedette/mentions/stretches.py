"""Where a long pattern has to look: around the words it cannot do without, which a short one finds sooner."""

import re


def stretches(key: re.Pattern[str] | None, text: str, reach: int) -> list[tuple[int, int]]:
    """The stretches of a text within reach of such words; all of it without any."""
    if key is None:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    for match in key.finditer(text):
        start, end = max(0, match.start() - reach), match.end() + reach
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found
