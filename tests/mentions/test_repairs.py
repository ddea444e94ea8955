"""Mistakes of the parser that are mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.mentions.parser import parse

WORDS = (
    "rebels", "said", "that", "the", "army", "told", "Reuters", "had", "captured", "Homs", ",", ".", "and", "in",
    "posted", "online", "showed", "suburb", "of", "Goma", "chanting", "quoted", "as", "saying", "base", "at",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "label", "head"),
    [
        ("The agency quoted a doctor as saying hundreds of troops had fled into Iraq.", "hundreds", "nsubj", "fled"),
        (
            "Video posted online showed protesters in the suburb of Jaramana tearing down a statue.",
            "Video",
            "nsubj",
            "showed",
        ),
        ("The drone, the colonel added, came from the east.", "colonel", "nsubj", "added"),
        ("The army said its troops had repelled the rebels and killed four.", "killed", "conj", "repelled"),
        ("The group counted nine killed in Cibitoke.", "killed", "acl", "nine"),
        ("Ten men died and dozens, including five boys, were injured.", "dozens", "nsubjpass", "injured"),
        ("23 villagers were killed and 64 injured.", "64", "nsubj", "injured"),
        ("Two died in clashes with the army and militias, residents and a nurse said.", "residents", "nsubj", "said"),
        ("The governor of Helmand, Abdul Wasi, said two people died.", "Wasi", "appos", "governor"),
        ("In Goma, held by M23, the market reopened.", "held", "acl", "Goma"),
        ("Congo army admits loss of Sake, says counter-attack under way", "attack", "dobj", "says"),
        ("The rebels have taken Sake, says the army.", "army", "nsubj", "says"),
        ("Fishermen told a local radio that patrol boats had sunk a trawler.", "sunk", "ccomp", "told"),
        ("Police said nine men had been killed and accused the rebels of the raid.", "accused", "conj", "said"),
        ("Police said ten men were arrested and accused of spying.", "accused", "conj", "arrested"),
        ("The ministry reported 105 of its troops killed.", "killed", "acl", "105"),
        ("Gunmen shot dead three traders in Kaya.", "dead", "oprd", "shot"),
        ("They hold the mine of Bisie, 20 km from Walikale, traders said.", "km", "npadvmod", "Bisie"),
        ("We heard shooting until about eight.", "shooting", "dobj", "heard"),
        ("Jose told AFP that the Frente Popular had attacked Tumaco.", "Tumaco", "dobj", "attacked"),
        ("Strikes hit Gaza, medics say, after militants attack troops in Rafah", "attack", "advcl", "hit"),
        ("Fighting between the ELN and dissidents of the FARC killed ten.", "killed", "ROOT", "killed"),
        ("The senator representing Borno South, Ali Ndume, spoke.", "Ndume", "appos", "senator"),
        ("RSF says repelled army attack near Bara", "repelled", "xcomp", "says"),
    ],
)
def test_words_hang_where_they_belong(text: str, word: str, label: str, head: str) -> None:
    (token,) = [token for token in parse(text) if token.text == word]
    assert (token.dep_, token.head.text) == (label, head)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_a_mended_tree_is_still_a_tree(text: str) -> None:
    tokens = parse(text)
    for token in tokens:
        assert len(list(token.ancestors)) < max(1, len(tokens))
        assert token in token.sent and token.sent.root in [token, *token.ancestors]


def test_who_tells_after_the_last_object_is_none_of_the_hurt() -> None:
    told = "a rescue worker and the Arakan Army (AA) said."
    tokens = parse(f"Jets bombed a market in Sake, killing 19 people and wounding more than 40, {told}")
    worker = next(one for one in tokens if one.text == "worker")
    assert (worker.head.text, worker.dep_) == ("said", "nsubj")


def test_soldiers_are_taken_prisoner() -> None:
    tokens = parse("Rebels took more than 200 soldiers prisoner.")
    soldiers = next(one for one in tokens if one.text == "soldiers")
    assert (soldiers.head.text, soldiers.dep_) == ("took", "dobj")
