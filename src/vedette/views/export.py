"""Claims as JSON: the public contract, one object a line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.model import Claim, Judgements
from vedette.views.judged import judgement_as_dict

_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """A value as one line of JSON; what could steer a terminal or break a line is escaped."""
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def claims_as_jsonl(
    claims: Iterable[Claim], codes: Mapping[str, Mapping[str, Any]], judgements: Judgements
) -> Iterator[str]:
    """One line of JSON for each claim as read, with its codes, by claim id, and with what people judged of it."""
    for claim in claims:
        judged = [judgement_as_dict(one) for one in judgements.on(claim.id)]
        yield as_json({**claim.as_dict(), "codes": codes[claim.id], "judgements": judged})
