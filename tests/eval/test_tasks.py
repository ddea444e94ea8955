"""Each task answers in the form that its scorer reads."""

from collections.abc import Sequence

import pytest

from eval.items import Item, Record
from eval.tasks import BY_NAME, TASKS

CITY = "Rebels captured the city of Hama on Thursday, a monitoring group said. At least 12 civilians were killed."


def answers(task: str, *items: Item) -> Sequence[Record]:
    return list(BY_NAME[task].predict(items))


def item(text: str, event: str | None = None, **more: object) -> Item:
    span = (text.index(event), text.index(event) + len(event)) if event else None
    return Item("topic/one", text, span, **more)  # type: ignore[arg-type]


def words(text: str, spans: Sequence[Sequence[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
@pytest.mark.parametrize(
    "text", ["", " \n ", "!", "\x00\ud800 \u202e", "a" * 3000], ids=["empty", "blank", "mark", "odd", "long"]
)
def test_every_task_answers_for_any_text(task: object, text: str) -> None:
    (answer,) = answers(task.name, Item("topic/one", text, dct="2024-12-07", text_blind=text, full_text=text))  # type: ignore[attr-defined]
    assert answer["id"] == "topic/one"


def test_an_attribution_has_source_cue_and_content() -> None:
    (answer,) = answers("attribution", item(CITY))
    (found,) = answer["attributions"]
    assert words(CITY, found["source"]) == ["a monitoring group"]
    assert words(CITY, found["cue"]) == ["said"]
    assert words(CITY, found["content"])[0].startswith("Rebels captured")


def test_a_quote_over_two_sentences_is_one_attribution() -> None:
    text = '"We hold the bridge," the colonel said. "We will not leave it."'
    (answer,) = answers("attribution", item(text))
    (found,) = answer["attributions"]
    assert "We will not leave it" in words(text, found["content"])[-1]


def test_an_event_type_is_a_label() -> None:
    assert answers("event_type", item("Warplanes bombed a depot near Saada."))[0]["label"] == "AIR_STRIKE"


def test_the_location_of_an_event_is_the_place_it_governs() -> None:
    text = "Troops from Khartoum shelled a market in Omdurman."
    (answer,) = answers("event_location", item(text, "shelled"))
    assert words(text, answer["locations"]) == ["Omdurman"]


def test_a_place_is_found_and_resolved_where_it_is_given() -> None:
    (answer,) = answers("places", item("Floods hit the city of Goma on Monday.", spans=((23, 27),)))
    assert answer["toponyms"][0]["start"] == 23
    assert answer["gold_resolved"][0]["lat"] == pytest.approx(-1.68, abs=0.1)


def test_places_without_given_stretches_are_answered_without_them() -> None:
    assert "gold_resolved" not in answers("places", item("Floods hit the city of Goma on Monday."))[0]


def test_a_displacement_figure_has_its_term_unit_and_country() -> None:
    (answer,) = answers("displacement", item("Some 4,200 families were evacuated from the city of Goma."))
    (fact,) = answer["facts"]
    assert (fact["quantity"], fact["term"], fact["unit"], fact["country"]) == (4200, "Evacuated", "Households", "COD")


def test_quantities_are_counts_and_shares() -> None:
    (answer,) = answers("quantities", item("Aid groups delivered 300 tents; 40 per cent of families got none."))
    assert [(one["value"], one["unit"]) for one in answer["quantities"]] == [(300, "tents"), (40, "families")]


def test_a_time_is_anchored_by_the_day_of_the_document() -> None:
    (answer,) = answers("times", item("The bridge fell on Monday.", dct="2024-12-04"))
    assert answer["timexes"][0]["value"] == "2024-12-02"


@pytest.mark.parametrize(
    ("text", "event", "low", "high"),
    [("The army shelled the port.", "shelled", 2.5, 3), ("The army did not shell the port.", "shell", -3, 0)],
)
def test_the_score_of_an_event_follows_its_standing(text: str, event: str, low: float, high: float) -> None:
    assert low <= answers("factuality", item(text, event))[0]["score"] <= high


def test_entities_have_types_and_relations_join_them() -> None:
    (answer,) = answers("relations", item(CITY))
    kinds = {(CITY[one["start"] : one["end"]], one["type"]) for one in answer["entities"]}
    assert {("Rebels", "Organisation"), ("12", "Quantity")} <= kinds
    assert {one["type"] for one in answer["relations"]} >= {"InChargeOf"}


def test_an_incident_has_its_casualties_place_and_day() -> None:
    text = (
        "On October 3rd, 2024, at least four people were killed and dozens injured in a strike on Nabatieh in Lebanon."
    )
    (answer,) = answers("incidents", item(text, text_blind=text))
    assert (answer["killed"], answer["injured"], answer["date"]) == ([4, 4], [12, 24], "2024-10-03")
    assert answer["lat"] == pytest.approx(33.4, abs=0.2)


def test_a_strike_that_its_author_announced_is_declared() -> None:
    blind = "Five people were killed. The military confirmed that it carried out the strike."
    assert answers("incidents", item(blind, text_blind=blind))[0]["status"] == "Declared strike"


def test_words_of_one_meaning_in_like_documents_are_one_event() -> None:
    text = "Gunmen kidnapped a mayor in Zamfara."
    other = "The abduction of the mayor of Zamfara shocked many."
    first = Item("7/a", text, full_text=text, spans=((7, 16),))
    second = Item("7/b", other, full_text=other, spans=((4, 13),))
    clusters = {
        mention["cluster"] for answer in answers("coreference", first, second) for mention in answer["mentions"]
    }
    assert len(clusters) == 1


def test_events_of_different_topics_are_never_one() -> None:
    text = "Gunmen kidnapped a mayor in Zamfara."
    first = Item("7/a", text, full_text=text, spans=((7, 16),))
    second = Item("8/a", text, full_text=text, spans=((7, 16),))
    assert [answer["id"] for answer in answers("coreference", first, second)] == ["7/a", "8/a"]
