"""One module for each task: what an item gives as input, and how the reading of it becomes an answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from eval.items import Item, Record
from eval.tasks import (
    attribution,
    coreference,
    displacement,
    event_location,
    event_type,
    factuality,
    incidents,
    places,
    quantities,
    relations,
    times,
)


@dataclass(frozen=True, slots=True)
class Task:
    """A measurement: the fields a system may use, and the figures that stand for it in the results.

    `spans` names a list of which the offsets, and nothing else, may be used.
    """

    name: str
    predict: Callable[[Iterable[Item]], Iterator[Record]]
    headlines: tuple[str, ...]
    inputs: tuple[str, ...] = ("text",)
    spans: str | None = None


TASKS = (
    Task(
        "attribution",
        attribution.predict,
        ("speech_attribution.F1", "attribution.F1", "source.token_F1", "cue.token_F1", "content.token_F1"),
    ),
    Task("event_type", event_type.predict, ("weighted_F1", "macro_F1", "conflict.weighted_F1")),
    Task(
        "event_location",
        event_location.predict,
        ("token_P", "token_R", "span_F1", "exact_set_accuracy"),
        inputs=("text", "event"),
    ),
    Task(
        "places",
        places.predict,
        (
            "recognition.exact_F1",
            "resolution_gold_spans.acc_161km",
            "by_source.lgl.resolution_gold_spans.acc_161km",
            "by_source.geovirus.resolution_gold_spans.acc_161km",
        ),
        spans="toponyms",
    ),
    Task(
        "displacement",
        displacement.predict,
        ("quantity.F1", "all_fields.F1", "term_accuracy", "location_accuracy", "country_accuracy"),
    ),
    Task(
        "quantities",
        quantities.predict,
        ("number.text_F1", "value_accuracy", "unit.F1", "modifier.F1", "event_type.F1"),
    ),
    Task("times", times.predict, ("strict.F1", "relaxed.F1", "value.F1"), inputs=("text", "dct")),
    Task(
        "factuality",
        factuality.predict,
        ("MAE", "pearson_r", "three_way_macro_F1"),
        inputs=("text", "event"),
    ),
    Task(
        "relations",
        relations.predict,
        ("entities.exact_F1", "entities.overlap_F1", "relations_exact.micro.F1", "relations_overlap.micro.F1"),
    ),
    Task(
        "incidents",
        incidents.predict,
        (
            "killed.exact",
            "killed.overlap",
            "injured.exact",
            "place_within_5km",
            "date_accuracy",
            "grading.macro_F1",
            "status.macro_F1",
        ),
        inputs=("text", "text_blind"),
    ),
    Task(
        "coreference",
        coreference.predict,
        ("CoNLL_F1", "MUC.F1", "B3.F1", "CEAFe.F1"),
        inputs=("text", "full_text"),
        spans="mentions",
    ),
)
BY_NAME = {task.name: task for task in TASKS}
LOWER_IS_BETTER = frozenset({"MAE"})
