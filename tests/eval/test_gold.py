"""The reference set: its annotation fits its passages, and the scorer gives what is due."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold.agreement import Twice, agreement, as_link, met, told
from eval.gold.passages import GoldClaim, GoldLink, Passage, read_passages, read_second
from eval.gold.scores import Share, agree, chain_agrees, denial_share, kappa, links, macro_f1, standing_scores
from tests.made import claim
from vedette.model import Document, Link, VedetteError

TEXT = "AFP quoted a medic as saying the clinic was shelled. The army denied the report."
SHELLED, DENIED = (44, 51), (62, 68)
AFP, MEDIC = Link("AFP", 0, 3, "AFP", "agency", "quoted", 4, 10), Link("medic", 13, 18, "medic", "witness")
GOLD = (GoldLink((0, 3), (4, 10), "agency"), GoldLink((11, 18), (19, 28), "witness"))


def test_every_passage_is_annotated_with_words_of_its_own() -> None:
    assert len(read_passages()) >= 300


def test_a_third_of_the_first_passages_is_kept_for_testing() -> None:
    first = [one for one in read_passages() if not one.id.startswith(("c-", "d-", "e1-", "e2-", "g1-", "h1-", "h2-"))]
    assert 0.3 <= len(read_passages(split="test")) / len(first) <= 0.37


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


FIRST = Passage("x", "w", "agency", "o", "2024-01-05", "dev", TEXT, (
    GoldClaim("a", SHELLED, "unverified", GOLD), GoldClaim("b", DENIED, "asserted", (), ("a",)),
))  # fmt: skip


def test_kappa_is_agreement_beyond_chance() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1 and kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert kappa([]) == 0 and kappa([("a", "a")]) == 1


def test_two_annotations_meet_where_they_mark_the_same_words() -> None:
    second = replace(FIRST, claims=(GoldClaim("c", SHELLED, "asserted", GOLD[1:]),))
    (only,) = met(FIRST, second)
    assert (only.first.id, only.second.id, only.links) == ("a", "c", Share(1, 2, 1)) and not only.same_chain
    missed, differing = told(FIRST, second)
    assert missed == "x: only the first 'denied' asserted: -"
    assert differing.splitlines() == [
        "x: first 'shelled' unverified: AFP (agency) < a medic (witness)",
        "  second 'shelled' asserted: a medic (witness)",
    ]


def test_what_two_annotations_share_is_counted() -> None:
    lines = agreement([(FIRST, FIRST)], "dev").splitlines()
    assert lines[0].startswith("1 passages, 2 and 2 claims (dev)")
    assert all(line.endswith("| 1.000 |") for line in lines[4:16]) and "| denial links F1 | 1 | 1.000 |" in lines
    other = replace(FIRST, claims=(GoldClaim("a", SHELLED, "asserted", (GOLD[0], replace(GOLD[1], type="ngo"))),))
    compared = agreement([(FIRST, other)], "dev").splitlines()
    assert {"| events F1 | 1 | 0.667 |", "| chain exact | 1 | 1.000 |", "| standing | 1 | 0.000 |"} <= set(compared)
    assert "| unverified | asserted | 1 |" in compared and "| witness | ngo | 1 |" in compared


def test_nobody_of_one_annotation_is_nobody_of_the_other() -> None:
    nobody = GoldLink(None, (4, 10), "unnamed")
    assert as_link(TEXT, nobody).start == 4 and as_link(TEXT, GoldLink(None, None, "outlet")).start is None
    claims = [GoldClaim("a", SHELLED, "asserted", (one,)) for one in (nobody, GOLD[0])]
    assert Twice(FIRST, claims[0], claims[0]).same_chain and not Twice(FIRST, claims[0], claims[1]).same_chain


def test_the_second_annotation_fits_its_passages() -> None:
    passages = read_passages()
    second = read_second(passages)
    assert len(second) == 60 and not read_second(passages[:0])
    assert {one.split for one in second} == {"dev", "test"}
