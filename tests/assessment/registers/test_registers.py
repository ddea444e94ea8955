"""Registers of ties, statements and assets."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.buckets import Buckets
from vedette.assessment.registers import asset_keys, assets, tie_keys, ties, utterance_keys, utterances
from vedette.model import Asset, Claim, Party, Phase, Place, Standing, Tie, Utterance, Venue

RWANDA = Party("backer", "Rwanda", 0, 6, "rwanda", "Rwanda", "Rwanda", "state")
M23 = Party("object", "M23", 0, 3, "m23", "M23", "M23", "armed")
PORT_SUDAN = Place("at", "Port Sudan", 0, 10, 377039, "Port Sudan", "SD", precision="settlement")


def tie(
    type_: str = "backs",
    who: Party = RWANDA,
    whom: Party = M23,
    by: str | None = None,
    source: str = "un",
    standing: Standing = "asserted",
    said: str = "2025-01-27",
) -> Claim:
    """A relation, by whose word."""
    made = claim(f"relation/{type_}", None, None, standing, by, source, None, of=document(published=said))
    return replace(made, parties=(who, whom))


def only(*claims: Claim) -> Tie:
    """The only tie that some claims tell."""
    buckets = Buckets(tie_keys, ties)
    buckets.add(claims)
    ((one,),) = buckets.results().values()
    return one


def test_a_tie_is_as_sure_as_those_who_tell_it() -> None:
    accused = tie(by="Kinshasa", source="official")
    experts = tie(by="United Nations", said="2025-01-28")
    assert (only(accused).certainty, only(accused).since) == ("claimed", only(accused).since)
    assert only(accused, experts).certainty == "reported"
    assert only(accused, experts, tie(by="Human Rights Watch", source="ngo")).certainty == "confirmed"
    assert only(tie(by="Rwanda", source="official")).certainty == "confirmed"


def test_a_denial_stands_beside_every_tie_that_it_may_mean() -> None:
    denial = tie(by="Rwanda", source="official", standing="denied")
    fights = tie("allied-with", replace(RWANDA, role="subject"), by="United Nations")
    one = only(fights, denial)
    assert (one.type, one.certainty, one.denied_by, one.denials) == (
        "allied-with", "disputed", ("Rwanda",), (denial.id,),
    )  # fmt: skip


def test_what_is_only_denied_is_in_the_register_too() -> None:
    one = only(tie(by="Rwanda", source="official", standing="denied"))
    assert (one.certainty, one.claims, one.reason.text) == ("disputed", (), "denied by Rwanda")


def test_a_tie_keeps_its_direction_and_an_alliance_has_none() -> None:
    back = tie(who=replace(M23, role="backer"), whom=replace(RWANDA, role="object"))
    buckets = Buckets(tie_keys, ties)
    buckets.add([tie(), back])
    assert [[one.who.name for one in found] for found in buckets.results().values()] == [["M23", "Rwanda"]]
    allied = tie("allied-with", replace(RWANDA, role="subject"))
    assert only(allied, tie("allied-with", replace(M23, role="subject"), replace(RWANDA, role="object"))).claims


def test_nobody_who_is_only_described_is_in_the_register() -> None:
    assert not tie_keys(tie(whom=Party("object", "the fighters", 0, 3)))


def said(text: str, outlet: str = "Example Times", published: str = "2025-01-27", type_: str = "say") -> Claim:
    """A statement of the mayor."""
    made = claim(f"statement/{type_}", None, None, day=published, of=document(text, outlet, published))
    return replace(made, parties=(Party("speaker", "The mayor", 0, 9, name="mayor"),))


def heard(*claims: Claim) -> tuple[Utterance, ...]:
    """What the mayor said."""
    buckets = Buckets(utterance_keys, utterances)
    buckets.add(claims)
    (found,) = buckets.results().values()
    return found


def test_words_in_quotation_marks_are_kept_as_they_were_said() -> None:
    (one,) = heard(said("“The city is calm tonight,” the mayor said."))
    assert (one.verbatim, one.speaker.name, one.relayed) == (
        ("The city is calm tonight",),
        "mayor",
        ("Example Times",),
    )
    assert heard(said("The mayor said the “so-called” truce held."))[0].verbatim == ()


def test_one_statement_that_two_outlets_pass_on_stands_once() -> None:
    first = said("“The city is calm tonight,” the mayor said.")
    again = said("The mayor told reporters: “The city is calm tonight,”", "Harbour Post", "2025-01-28")
    (one,) = heard(first, again)
    assert (one.relayed, one.claims) == (("Example Times", "Harbour Post"), (first.id, again.id))
    assert len(heard(first, said("The mayor said that schools stay closed.", "Harbour Post"))) == 2


def test_a_statement_has_its_venue_and_what_it_denies() -> None:
    made = said("The mayor denied it in an interview.", type_="deny")
    told = replace(made, venue=Venue(23, 35, "an interview", "interview"), denies=("c1",))
    (one,) = heard(told)
    assert (one.type, one.venue, one.venue_kind, one.about) == ("deny", "an interview", "interview", ("c1",))


def site(
    name: str,
    text: str = "The airport in Port Sudan.",
    thing: str | None = "the airport",
    day: str = "2025-05-04",
    phase: Phase | None = None,
    standing: Standing = "asserted",
    place: Place = PORT_SUDAN,
) -> Claim:
    """What is told of a site."""
    made = claim(name, None, None, standing, day=day, of=document(text, published=day))
    parties = (Party("object", thing, 0, 3, name=thing),) if thing else ()
    return replace(made, places=(place,), parties=parties, phase=phase)


def listed(*claims: Claim) -> list[Asset]:
    """The sites that some claims tell of."""
    buckets = Buckets(asset_keys, assets)
    buckets.add(claims)
    return [one for found in buckets.results().values() for one in found]


def test_a_site_has_what_became_of_it_in_order() -> None:
    hit = site("violence/drone-strike")
    closed = site("hardship/closure", day="2025-05-05")
    opened = site("hardship/closure", day="2025-05-09", phase="ends")
    (one,) = listed(opened, closed, hit)
    assert (one.name, one.type, one.spot and one.spot.name) == (
        "Port Sudan airport", "airport", "Port Sudan airport",
    )  # fmt: skip
    assert [(event.status, event.since.last) for event in one.history] == [
        ("hit", "2025-05-04"), ("closed", "2025-05-05"), ("reopened", "2025-05-09"),
    ]  # fmt: skip


def test_two_sites_of_a_town_are_two_unless_one_is_only_the_sort_of_the_other() -> None:
    assert (
        len(listed(site("violence/shelling", thing="Al-Nao hospital"), site("violence/shelling", thing="a clinic")))
        == 2
    )
    base = Place("at", "Hmeimim", 0, 7, None, "Hmeimim", "SY", precision="point")
    told = [replace(site(f"asset/{type_}", thing=None), places=(base,)) for type_ in ("base", "air-base")]
    owner = Party("subject", "Russia", 0, 6, "russia", "Russia", "Russia", "state")
    (one,) = listed(*(replace(claim_, parties=(owner,)) for claim_ in told))
    assert (one.type, [owner.name for owner in one.owners]) == ("air-base", ["Russia"])


def test_a_site_that_somebody_only_denies_was_hit_is_in_no_register() -> None:
    assert listed(site("violence/shelling", standing="denied")) == []
    (one,) = listed(site("violence/shelling"), site("violence/shelling", standing="denied"))
    assert (one.history[0].certainty, len(one.history[0].against)) == ("disputed", 1)


def test_a_town_is_no_site() -> None:
    assert not asset_keys(site("violence/shelling", thing="the town"))


@given(st.permutations([tie(), tie(by="Rwanda", standing="denied"), tie("arms"), tie(by="United Nations")]))
def test_a_register_does_not_depend_on_the_order_in_which_claims_come(claims: list[Claim]) -> None:
    buckets, again = Buckets(tie_keys, ties), Buckets(tie_keys, ties)
    buckets.add(claims)
    again.add(reversed(claims))
    assert buckets.results() == again.results()


def test_a_sentence_that_only_closes_a_quote_was_opened_before() -> None:
    words = heard(said('There was nothing left to defend," an officer who had fled said.'))[0].verbatim
    assert words == ("There was nothing left to defend",)
