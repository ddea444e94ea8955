"""The reasons to be more or less sure that an event happened."""

import pytest

from eval.tasks.reasons import reasons_of
from vedette.claims.attribution import attributions, covering
from vedette.mentions.parser import parse


def reasons(text: str, word: str) -> tuple[str, ...]:
    """The reasons that a text gives for one of its words."""
    tokens = parse(text)
    token = next(one for one in tokens if one.text == word)
    return reasons_of(token, covering(attributions(tokens), token))


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("The garrison left Kidal.", "left", "form past"),
        ("The garrison will leave Kidal.", "leave", "form will"),
        ("The garrison may have left Kidal.", "left", "form may have"),
        ("The garrison is leaving Kidal.", "leaving", "form progressive"),
        ("The garrison has left Kidal.", "left", "form perfect"),
        ("The garrison was driven from Kidal.", "driven", "form past"),
        ("The general refused to leave Kidal.", "leave", "cue refuse"),
        ("The general refused to leave Kidal.", "leave", "verb 1 up past"),
        ("The garrison did not leave Kidal.", "leave", "itself negated"),
        ("The army denied that its men had left Kidal.", "left", "told as deny"),
        ("The mayor knows that the garrison left Kidal.", "left", "known"),
        ("Any attack on Kidal will fail.", "attack", "form any noun"),
        ("Their attack on Kidal failed.", "attack", "form owned noun"),
        ("If the garrison leaves, the town falls.", "falls", "on a condition"),
        ("He fled before the town fell.", "fell", "marked before"),
        ("They planned to seize the port where the ship had docked.", "docked", "beyond plan"),
        ("Did the garrison leave Kidal?", "leave", "in a question"),
    ],
)
def test_a_judgement_names_its_reasons(text: str, word: str, reason: str) -> None:
    assert reason in reasons(text, word)


def test_no_reason_is_named_twice() -> None:
    found = reasons("The army did not plan to try to retake Kidal, the minister said he was told.", "retake")
    assert len(found) == len(set(found))
