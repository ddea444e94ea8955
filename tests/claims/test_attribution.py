"""Who says what: the words of speech with their sources and contents, quotes over sentences and paragraphs."""

import pytest

from vedette.claims.attribution import Attribution, attributions
from vedette.mentions.parser import parse


def found(text: str) -> list[tuple[str, str, str]]:
    """Cue, sources and content of each attribution in a text."""
    tokens = parse(text)
    return [(one.head.text, " ".join(source.text for source in one.sources), said(one)) for one in attributions(tokens)]


def said(one: Attribution) -> str:
    """The words of a content."""
    return " ".join(one.head.doc[i].text for i in sorted(one.content) if not one.head.doc[i].is_punct)


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("The bishop called the blockade a crime.", "called", "bishop", "the blockade a crime"),
        ("The envoy talked about the crossing.", "talked", "envoy", "the crossing"),
        ("The colonel was confident that the bridge would hold.", "confident", "colonel", "that the bridge would hold"),
        ("The truce seems to hold.", "seems", "", "The truce to hold"),
        ("In a survey, most families had fled.", "In", "survey", "most families had fled"),
        ("The elders gave their support for the truce.", "support", "their", "the truce"),
        ("The envoy voiced concern about the dam.", "concern", "envoy", "the dam"),
        ("The dam reportedly burst.", "reportedly", "", "The dam burst"),
    ],
)
def test_words_of_speech_thought_and_stance(text: str, cue: str, source: str, content: str) -> None:
    assert (cue, source, content) in found(text)


def test_a_quote_is_whole_though_the_speaker_comes_late() -> None:
    text = '"The mill burned. We fled to the river." the baker said.'
    assert ("said", "baker", "The mill burned We fled to the river") in found(text)


def test_a_quote_of_doubled_marks_runs_on_after_its_speaker() -> None:
    contents = [content for _, source, content in found("''The mill burned,'' the baker said. ''We fled.''") if source]
    assert contents == ["The mill burned", "We fled"]


def test_a_quote_that_each_paragraph_opens_anew_is_one() -> None:
    text = '"The mill burned.\n\n"Then the river rose," the baker said.'
    assert any(
        source == "baker" and "mill burned" in content and "river rose" in content for _, source, content in found(text)
    )


def test_a_label_before_a_colon_speaks() -> None:
    assert (":", "Guterres", "The camps are full") in found("Guterres: The camps are full\n\nOther news follows here.")


def test_a_phrase_before_a_colon_speaks() -> None:
    text = "A trader in Kosti by phone: the soldiers are still here."
    assert (":", "trader", "the soldiers are still here") in found(text)
    assert not [one for one in found("The road to Kosti: two trucks are burning there.") if one[0] == ":"]


def test_a_name_after_a_dash_signs_the_quote() -> None:
    text = (
        '"We fled at night." — Amina Saleh, a farmer in Tawila\n"The wells are dry."― Omar Haidar\n\nThe rest is old.'
    )
    signed = [(source, content) for cue, source, content in found(text) if cue.endswith(("—", "―"))]
    assert signed == [("Saleh", "We fled at night"), ("Haidar", "The wells are dry")]


def test_a_dash_after_a_quote_that_leads_on_signs_nothing() -> None:
    assert {cue for cue, _, _ in found('The army said "we hold the hill" — residents denied it.')} == {"said", "denied"}


def test_a_speaker_in_a_transcript_speaks_and_a_question_mark_does_not() -> None:
    text = '"WALLIS: Gangs attacked the port.\n\n"KEITA: They left at noon.\n\nQ: Who left the port?'
    assert [source for cue, source, _ in found(text) if cue == ":"] == ["WALLIS", "KEITA"]


@pytest.mark.parametrize(
    "text",
    ["The fighting continued for days.", "Rebels captured the hill.", "The bishop called a meeting."],
)
def test_other_senses_are_none(text: str) -> None:
    assert found(text) == []


def test_what_is_told_of_a_speaker_between_commas_is_his_and_nothing_that_he_says() -> None:
    tokens = parse("The bridge is gone, said Ana Ruiz, a nurse who had fled the town, and nobody can cross.")
    (one,) = [found for found in attributions(tokens) if found.cue[0].text == "said"]
    said = {tokens[i].text for i in one.content}
    assert {"gone", "nobody"} <= said and not said & {"nurse", "fled", "town"}
