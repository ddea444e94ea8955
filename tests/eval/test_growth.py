"""The made-up war, and what is told of the runs over it."""

from collections import Counter

from click.testing import CliRunner

from eval.growth import command
from eval.growth.made import reports


def test_made_up_reports_are_the_same_each_time_and_quote_their_documents() -> None:
    made = list(reports(500))
    assert sum(map(len, made)) == 500 and [one.id for one in made[3]] == [one.id for one in list(reports(500))[3]]
    for one in (one for report in made for one in report):
        assert one.document.text[one.evidence.start : one.evidence.end] == one.evidence.text


def test_a_few_places_have_most_of_it_and_most_is_told_again() -> None:
    made = [one for report in reports(3000) for one in report]
    places = Counter(place.name for one in made for place in one.places)
    assert sum(count for _, count in places.most_common(len(places) // 5)) > len(made) / 2
    told = Counter((one.kind, one.type, one.places[0].name, one.time.first) for one in made if one.places and one.time)
    assert sum(count for count in told.values() if count > 1) > len(made) / 2


def test_a_run_is_told_in_one_row() -> None:
    done = CliRunner().invoke(command.assess, ["--claims", "200"], catch_exceptions=False)
    head, first, budget = done.output.splitlines()
    assert head.split()[0] == "claims" and first.split()[0] == "200" and budget == command.BUDGET
