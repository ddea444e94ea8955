"""Every entry of the lexicon is proved by its own sentences: those that must give it and those that must not."""

import pytest

from vedette.claims import extract
from vedette.claims.attribution import attributions
from vedette.claims.events import entries
from vedette.lexicon import load
from vedette.lexicon.shapes import EventEntry, HedgeEntry, LossEntry, SpeechEntry
from vedette.mentions import Marker
from vedette.mentions.parser import parse
from vedette.model import Claim, Document


def sentences(table: tuple[EventEntry | SpeechEntry | HedgeEntry | LossEntry, ...], side: str) -> list[object]:
    """One parameter for each example sentence of each entry."""
    return [
        pytest.param(entry, sentence, id=f"{number}-{sentence[:50]}")
        for number, entry in enumerate(table)
        for sentence in getattr(entry, side)
    ]


def claims(marker: Marker, text: str) -> tuple[Claim, ...]:
    """The claims of one sentence."""
    return extract(marker.mark(Document(text, outlet="Example", published="2025-01-30")))


def kinds(found: tuple[Claim, ...]) -> set[tuple[str, str]]:
    """Kind and type of each claim."""
    return {(claim.kind, claim.type) for claim in found}


def cued(entry: SpeechEntry, text: str) -> bool:
    """Whether an attribution in the text rests on the entry."""
    return any(one.entry == entry for one in attributions(parse(text)))


@pytest.mark.parametrize(("entry", "sentence"), sentences(entries(), "yes"))
def test_an_event_sentence_gives_its_event(marker: Marker, entry: EventEntry, sentence: str) -> None:
    wanted = {(entry.kind, entry.type)} if entry.kind != "asset" else set()
    found = kinds(claims(marker, sentence))
    assert wanted <= found and (entry.kind in {kind for kind, _ in found})


@pytest.mark.parametrize(("entry", "sentence"), sentences(entries(), "no"))
def test_a_sentence_of_something_else_does_not_give_the_event(marker: Marker, entry: EventEntry, sentence: str) -> None:
    assert (entry.kind, entry.type) not in kinds(claims(marker, sentence))


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("speech", SpeechEntry), "yes"))
def test_a_speech_sentence_gives_its_attribution(entry: SpeechEntry, sentence: str) -> None:
    assert cued(entry, sentence)


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("speech", SpeechEntry), "no"))
def test_a_sentence_without_the_speech_word_gives_none(entry: SpeechEntry, sentence: str) -> None:
    assert not cued(entry, sentence)


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("hedges", HedgeEntry), "yes"))
def test_a_hedged_sentence_has_its_standing(marker: Marker, entry: HedgeEntry, sentence: str) -> None:
    found = claims(marker, sentence)
    assert any(claim.phase == entry.phase for claim in found) if entry.phase else True
    assert any(claim.standing == (entry.standing or "asserted") for claim in found)


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("hedges", HedgeEntry), "no"))
def test_a_plain_sentence_has_not(marker: Marker, entry: HedgeEntry, sentence: str) -> None:
    found = claims(marker, sentence)
    assert found and all(
        (not entry.standing or c.standing != entry.standing) and (not entry.phase or c.phase != entry.phase)
        for c in found
    )


def admits(marker: Marker, entry: LossEntry, text: str) -> bool:
    """Whether a text gives a claim of the entry's kind as admitted."""
    found = claims(marker, text)
    return any((one.kind, one.standing) == (entry.kind, "admitted") and one.type in entry.types for one in found)


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("losses", LossEntry), "yes"))
def test_who_loses_by_it_admits_it(marker: Marker, entry: LossEntry, sentence: str) -> None:
    assert admits(marker, entry, sentence)


@pytest.mark.parametrize(("entry", "sentence"), sentences(load("losses", LossEntry), "no"))
def test_who_does_not_lose_by_it_admits_nothing(marker: Marker, entry: LossEntry, sentence: str) -> None:
    assert not admits(marker, entry, sentence)


def test_no_entry_goes_without_a_sentence_that_proves_it() -> None:
    tables: tuple[EventEntry | SpeechEntry | HedgeEntry, ...] = (
        *entries(), *load("speech", SpeechEntry), *load("hedges", HedgeEntry))  # fmt: skip
    assert not [entry for entry in tables if not entry.yes or not entry.no]
