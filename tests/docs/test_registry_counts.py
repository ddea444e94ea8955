"""docs/registry.md says how many actors the registry has, by conflict."""

import re
from collections import Counter
from pathlib import Path

from vedette.lexicon import load
from vedette.lexicon.actors import Actor

PAGE = Path(__file__).parents[2] / "docs" / "registry.md"
ROW = re.compile(r"^\| [^|]+ \| ([A-Z ]+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


def test_the_counts_by_conflict_are_right() -> None:
    counted = Counter((one.country, one.type == "person") for one in load("actors", Actor))
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert len(rows) >= 25
    assert sum(int(groups) + int(people) for _, groups, people in rows) >= 500
    for countries, groups, people in rows:
        codes = countries.split()
        found = [sum(counted[code, persons] for code in codes) for persons in (False, True)]
        assert found == [int(groups), int(people)], countries


def test_every_armed_actor_has_an_interaction_code() -> None:
    assert [one.id for one in load("actors", Actor) if one.type == "armed" and one.inter is None] == []
