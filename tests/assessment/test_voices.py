"""Ten outlets that print one agency are one voice."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.voices import same_mouth, voices
from vedette.model import Claim, Document, Families, Link, Passage

LONG = "Fighters entered the western districts of the city on Friday, two commanders and a resident said."
OTHER = "The army has left, a shopkeeper told our reporter by telephone late in the evening."
SHORT = "Rebels entered Homs."


def through(outlet: str, *sources: tuple[str, str]) -> Claim:
    """A claim told by an outlet through some sources, the origin last."""
    told = claim(of=document(f"{outlet}: {OTHER}", outlet))
    links = [Link(name, 0, 4, name, kind) for name, kind in sources]  # type: ignore[arg-type]
    return replace(told, chain=(*told.chain, *links))


def count(*claims: Claim, families: Families | None = None) -> int:
    return len(voices(claims, families or Families()))


def test_one_source_through_two_outlets_counts_once() -> None:
    assert count(through("A", ("Reuters", "agency")), through("B", ("Reuters", "agency"))) == 1


def test_reports_without_an_outlet_are_voices_of_their_own_and_show_no_id() -> None:
    told = [claim(of=Document(text, published="2024-12-07")) for text in (LONG, OTHER)]
    assert [one.name for one in voices(told)] == 2 * ["an outlet without a name"]


def test_the_names_of_one_source_are_one_voice() -> None:
    short, full = ("SOHR", "monitor"), ("the Syrian Observatory for Human Rights", "monitor")
    (voice,) = voices([through("A", short), through("B", full)])
    assert (voice.name, voice.actor) == ("Syrian Observatory for Human Rights", "syrian-observatory-for-human-rights")


def test_the_observatory_is_the_one_for_something() -> None:
    full, short = ("Coastal Observatory for Ports", "monitor"), ("the Observatory", "monitor")
    assert count(through("A", full), through("B", short)) == 1
    assert count(through("A", full), through("B", short), through("C", ("Hill Observatory of Roads", "monitor"))) == 3


def test_the_army_is_one_mouth_whatever_it_is_called() -> None:
    army, staff = ("the army", "military"), ("the general staff", "military")
    assert count(through("A", army), through("B", staff), through("C", ("Malian Armed Forces", "military"))) == 1
    assert count(through("A", army), through("B", ("the defence ministry", "official"))) == 2
    whole, division = ("Armed Forces of the Philippines", "military"), ("the Second Division", "military")
    assert count(through("A", ("armed forces", "military")), through("B", whole)) == 1
    assert count(through("A", army), through("B", division)) == 1


def test_the_official_whom_a_report_quoted_before_has_still_no_name() -> None:
    assert count(through("A", ("local official", "official")), claim(of=document(f"A: {LONG}", "A"))) == 1
    assert count(through("A", ("two officials close to the talks", "official")), claim(of=document(LONG, "A"))) == 1


def test_the_ministry_that_only_the_media_of_a_state_quote_speaks_for_that_state() -> None:
    ministry = ("defence ministry", "official")
    assert [one.interest for one in voices([through("TASS", ministry)])] == ["Russia"]
    assert [one.interest for one in voices([through("TASS", ministry), through("AFP", ministry)])] == [None]


def test_the_same_words_count_once_whatever_the_outlet() -> None:
    assert count(claim(of=document(LONG, "A")), claim(of=document(LONG, "B"))) == 1


def test_two_outlets_in_their_own_words_count_twice() -> None:
    assert count(claim(of=document(LONG, "A")), claim(of=document(OTHER, "B"))) == 2
    assert count(claim(of=document(SHORT, "A")), claim(of=document(SHORT, "B"))) == 2


def test_a_passage_from_an_earlier_text_is_the_word_of_its_outlet() -> None:
    first, copied = claim(of=document(LONG, "A")), claim(of=document(f"{OTHER} {LONG}", "B"))
    passage = Passage(0, len(copied.document.text), first.document.id, "A")
    assert count(first, copied) == 2
    (voice,) = voices([first, copied], Families((), {copied.document.id: (passage,)}))
    assert (voice.name, voice.reason.text) == ("A", "the word of A, carried by B")


def test_nameless_sources_are_as_distinct_as_who_quotes_them() -> None:
    witnesses = ("witnesses", "witness")
    assert count(through("A", witnesses), through("B", witnesses)) == 2
    assert count(through("A", witnesses), through("A", ("officials on both sides", "anonymous"))) == 1
    assert count(through("A", ("Amina Diallo", "witness")), through("A", ("Jean Bakiri", "witness"))) == 2


def test_a_monitor_that_quotes_activists_speaks_for_itself() -> None:
    monitor, activists = ("SOHR", "monitor"), ("activists", "witness")
    assert count(through("A", monitor, activists), through("B", monitor), through("C", monitor, activists)) == 1


def test_what_passed_a_monitor_adds_no_voice_to_it() -> None:
    monitor = ("SOHR", "monitor")
    assert count(through("A", monitor, ("Colonel Haddad", "military")), through("B", monitor)) == 1
    assert count(through("A", monitor), through("B", ("Colonel Haddad", "military"))) == 2


def test_an_outlet_may_have_it_from_an_agency_that_it_credits() -> None:
    told = claim(of=replace(document(LONG, "A"), agencies=("Reuters",)))
    agency = claim(origin="Reuters", source_type="agency", of=document(OTHER, "B"))
    assert count(told, agency) == 1
    assert count(claim(of=document(LONG, "A")), agency) == 2


def test_a_credit_of_two_agencies_joins_neither_with_the_other() -> None:
    both = claim(of=replace(document(SHORT, "A"), agencies=("Reuters", "Associated Press")))
    assert count(both, through("B", ("Reuters", "agency")), through("C", ("AP", "agency"))) == 2


def test_a_credit_says_nothing_of_what_a_named_source_told_the_outlet() -> None:
    one = claim(origin="Jean Bakiri", of=replace(document(LONG, "A"), agencies=("Reuters",)))
    assert count(one, through("B", ("Reuters", "agency"))) == 2


def test_the_ministry_is_the_one_in_its_document_or_the_only_one_that_is_named_in_full() -> None:
    named = claim(origin="Ruritanian defence ministry", of=document(LONG, "A"))
    assert same_mouth(named, claim(origin="the ministry", place="Hama", of=document(LONG, "A")))
    other = claim(origin="the ministry", place="Hama", of=document(OTHER, "B"))
    rival = claim(origin="Graustark defence ministry", of=document(SHORT, "C"))
    assert (count(named, other), count(named, other, rival)) == (1, 3)


def test_a_state_by_its_name_is_any_of_its_bodies() -> None:
    state, navy = ("Armenia", "official"), ("the Armenian navy", "military")
    assert count(through("A", state), through("B", navy), through("C", ("Armenian police", "official"))) == 2
    assert count(through("A", state), through("B", ("Georgia", "official"))) == 2


def test_what_an_outlet_tells_beside_a_source_for_it_may_be_from_there() -> None:
    text = document("The port has fallen, the mayor said. Rebels hold the port.", "A")
    mayor, own = claim(origin="the mayor of Varsk", of=text), claim(origin=None, place="Varsk", of=text)
    assert count(mayor, own) == 1
    counted = claim(origin="the mayor of Varsk", people=3, of=text), claim(people=90, place="Varsk", of=text)
    assert count(*counted) == 2


def test_what_an_outlet_tells_of_a_source_in_the_same_sentence_may_be_from_there() -> None:
    group = through("A", ("a human rights group", "ngo"))
    assert count(group, claim(of=document("The human rights group now counts 41 dead.", "B"))) == 1
    named = claim(agent="a human rights group", of=document("A human rights group marched.", "B"))
    assert count(group, named) == 2


def test_outlets_of_one_state_have_one_interest() -> None:
    found = voices([through("TASS"), through("RT"), through("B", ("Russian defence ministry", "military"))])
    assert {voice.interest for voice in found} == {"Russia"}


ROWS = st.tuples(
    st.sampled_from("ABC"), st.sampled_from([LONG, OTHER, SHORT]), st.sampled_from([None, "Reuters", "AP", "residents"])
)


@given(st.lists(ROWS, min_size=1, max_size=8), st.randoms())
def test_every_claim_has_one_voice_whatever_the_order(rows: list[tuple[str, str, str | None]], random: Random) -> None:
    claims = [claim(of=document(text, outlet), origin=origin) for outlet, text, origin in rows]
    found = voices(claims)
    assert sorted(one for voice in found for one in voice.claims) == sorted({one.id for one in claims})
    random.shuffle(claims)
    assert voices(claims + claims) == found
