"""The reference set: its annotation fits its passages, and the scorer gives what is due."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold.passages import GoldClaim, GoldLink, Passage, read_passages
from eval.gold.scores import Share, agree, chain_agrees, denial_share, links, macro_f1, standing_scores
from tests.made import claim
from vedette.model import Document, Link, VedetteError

TEXT = "AFP quoted a medic as saying the clinic was shelled. The army denied the report."
SHELLED, DENIED = (44, 51), (62, 68)
AFP, MEDIC = Link("AFP", 0, 3, "AFP", "agency", "quoted", 4, 10), Link("medic", 13, 18, "medic", "witness")
GOLD = (GoldLink((0, 3), (4, 10), "agency"), GoldLink((11, 18), (19, 28), "witness"))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("shelled", "bombed"), "'bombed' does not stand in the text"),
        (('"asserted"', '"sure"'), "'sure' is none of"),
        (('["b"]', '["c"]'), "a denial names none of them"),
        (('type = "monitor"', 'type = "rumour"'), "'rumour' is none of"),
    ],
)
def test_an_annotation_that_does_not_fit_is_named(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    written = (
        f'[[passage]]\nid = "x-1"\nwar = "A war"\nmanner = "agency"\noutlet = "Example"\npublished = 2024-01-05\n'
        f'split = "dev"\ntext = "{TEXT}"\n'
        '[[passage.claim]]\nid = "a"\nevent = "denied"\nstanding = "asserted"\nchain = []\ndenies = ["b"]\n'
        '[[passage.claim]]\nid = "b"\nevent = "shelled"\nstanding = "asserted"\n'
        'chain = [{ source = "AFP", cue = "quoted", type = "monitor" }]\n'
    )
    (tmp_path / "a.toml").write_text(written)
    assert read_passages(tmp_path)[0].claims[1].chain[0].source == (0, 3)
    head, _, annotation = written.partition("[[passage.claim]]")
    (tmp_path / "a.toml").write_text(f"{head}[[passage.claim]]{annotation.replace(*change)}")
    with pytest.raises(VedetteError, match=f"a.toml, x-1: .*{complaint}"):
        read_passages(tmp_path)


def test_the_second_occurrence_is_found_as_a_whole_word(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[[passage]]\nid = "x"\nwar = "w"\nmanner = "local"\noutlet = "o"\npublished = "2024-01-05"\nsplit = "dev"\n'
        'text = "Shelling: they shelled A and shelled B."\n'
        '[[passage.claim]]\nid = "a"\nevent = "shelled#2"\nstanding = "asserted"\nchain = []\n'
    )
    passage = read_passages(tmp_path)[0]
    assert passage.text[slice(*passage.claims[0].event)] == "shelled" and passage.claims[0].event[0] == 29


def test_a_link_is_known_by_its_head_but_not_by_a_neighbour() -> None:
    assert agree(TEXT, (11, 18), (13, 18)) and not agree(TEXT, (0, 3), (4, 10))


def test_a_chain_is_right_only_whole_and_in_order() -> None:
    assert chain_agrees(TEXT, GOLD, (AFP, MEDIC))
    assert not chain_agrees(TEXT, GOLD, (MEDIC, AFP)) and not chain_agrees(TEXT, GOLD, (AFP,))
    assert [link for _, link in links(TEXT, GOLD, (MEDIC, AFP))] == [AFP, MEDIC]


def test_nobody_is_found_by_the_cue_alone() -> None:
    nobody = GoldLink(None, (4, 10), "unnamed")
    assert chain_agrees(TEXT, (nobody,), (Link("quoted", 4, 10, None, "unnamed"),))
    assert not chain_agrees(TEXT, (nobody,), (AFP,))


def test_each_standing_counts_the_same() -> None:
    scores = standing_scores([("asserted", "asserted")] * 8 + [("denied", "asserted")] * 2)
    assert scores["denied"].f1 == 0 and macro_f1(scores) == scores["asserted"].f1 / 2


def test_a_denial_is_right_when_both_ends_are() -> None:
    document = Document(TEXT)
    shelled, denied = (
        replace(claim(name, of=document), trigger=document.quote(*event))
        for name, event in (("violence/shelling", SHELLED), ("statement/deny", DENIED))
    )
    passage = Passage("x", "w", "agency", "o", "2024-01-05", "dev", TEXT, (
        GoldClaim("a", SHELLED, "asserted", ()), GoldClaim("b", DENIED, "asserted", (), ("a",)),
    ))  # fmt: skip
    pointing = replace(denied, denies=(shelled.id,))
    assert denial_share(passage, (shelled, pointing)) == Share(1, 1, 1)
    assert denial_share(passage, (shelled, denied)) == Share(0, 1, 0)
    wrong = replace(shelled, denies=(denied.id,))
    assert denial_share(passage, (denied, wrong)) == Share(0, 1, 1)
