"""Labels of whole reports."""

import pytest

from vedette.assessment.subjects import AcledEntry, acled_type, compiled, subject_of
from vedette.lexicon import load

ENTRIES = load("acled", AcledEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.label)
def test_the_examples_of_a_label_get_it(entry: AcledEntry) -> None:
    assert [acled_type(text) for text in entry.yes] == [entry.label] * len(entry.yes)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.label)
def test_the_counterexamples_of_a_label_do_not_get_it(entry: AcledEntry) -> None:
    assert entry.label not in [acled_type(text) for text in entry.no]


def test_a_text_without_any_known_word_has_no_label() -> None:
    assert acled_type("The choir sang well.") is None


def test_a_subject_has_the_name_that_acled_gives_it() -> None:
    assert subject_of("Warplanes bombed a depot in the hills above Saada.") == "Air/drone strike"
    assert subject_of("The choir sang well.") is None


def test_a_star_ends_a_stem() -> None:
    assert compiled("bomb*").search("They bombarded it")
    assert not compiled("bomb").search("They bombarded it")


def test_two_dots_leave_out_a_few_words_only() -> None:
    pattern = compiled("gunmen .. killed")
    assert pattern.search("gunmen on two motorcycles killed a teacher")
    assert not pattern.search("gunmen " + "very " * 9 + "killed a teacher")


def test_a_class_in_braces_stands_for_any_of_its_words() -> None:
    assert compiled("{group} .. ambush*").search("the Taliban yesterday ambushed a convoy")


def test_hostile_text_is_labelled_at_once() -> None:
    assert acled_type("gunmen " * 20_000) is not None
