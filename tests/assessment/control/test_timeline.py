"""Timelines of control: spells, how sure they are, and the state of a place on a day."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment.buckets import Buckets, in_order
from vedette.assessment.control import Groups, areas, control_keys, state_at, timeline
from vedette.model import Claim, Party, Place, Spell, Standing, Time, Timeline

GOMA = Place("at", "Goma", 0, 4, 216281, "Goma", "CD", "North Kivu", -1.68, 29.22, "settlement")
REBELS, ARMY = "M23", "Congolese government"


def told(
    type_: str,
    side: str | None = REBELS,
    by: str | None = None,
    source: str = "official",
    day: str | None = None,
    said: str = "2025-01-27",
    standing: Standing = "asserted",
    outlet: str = "Example Times",
    text: str = "Words of a report.",
    place: Place = GOMA,
) -> Claim:
    """A claim on Goma: of which side, by whose word, on which day, published when."""
    made = claim(
        f"control/{type_}", place=None, of=document(text, outlet, said), origin=by, source_type=source,
        standing=standing, day=day or said,
    )  # fmt: skip
    parties = (Party("agent", side, 0, 5, name=side, side=side, type="armed"),) if side else ()
    time = made.time if day else Time(None, None, None, said, said, "published")
    return replace(made, parties=parties, places=(place,), time=time)


def line(*claims: Claim) -> Timeline:
    """The timeline of the only place that some claims are about."""
    buckets = Buckets(control_keys, timeline)
    buckets.add(claims)
    (only,) = buckets.results().values()
    return only


def spells(*claims: Claim) -> list[tuple[str | None, str, str]]:
    """Side, state and certainty of each spell."""
    return [(one.side, one.state, one.certainty) for one in line(*claims).spells]


def only(*claims: Claim) -> Spell:
    """The only spell that some claims add up to."""
    (one,) = line(*claims).spells
    return one


def test_who_gains_alone_only_claims() -> None:
    one = only(told("capture", by="M23", source="belligerent", day="2025-01-27"))
    assert (one.state, one.certainty) == ("held", "claimed")
    assert one.since.first == one.since.last == "2025-01-27"
    assert "one voice that is not of M23, or" in one.change[0]


def test_a_voice_from_outside_reports_and_a_second_or_a_side_confirms() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27", said="2025-01-30")
    first = told("capture", by="United Nations", source="un", day="2025-01-27", said="2025-01-28")
    second = told("capture", by="Red Cross", source="ngo", day="2025-01-27", said="2025-01-29")
    assert only(first).certainty == "reported"
    for other, day in ((second, "2025-01-29"), (own, "2025-01-30")):
        steps = [(step.said, step.certainty) for step in only(first, other).steps]
        assert steps == [("2025-01-28", "reported"), (day, "confirmed")]


def test_a_place_is_of_whoever_left_it_some_days_later() -> None:
    left = told("withdraw", ARMY, "United Nations", "un", "2025-01-27", "2025-01-28")
    at = [state_at(line(left), day) for day in ("2024-12-20", "2025-01-20", "2025-01-27")]
    assert [(one.state, one.side) for one in at] == [(None, None), ("held", ARMY), ("withdrawn", ARMY)]


def test_who_only_said_that_it_held_a_place_has_it_once_it_comes_back() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    holds = told("hold", ARMY, "Congolese army", "military", said="2025-01-28")
    back = told("capture", ARMY, "United Nations", "un", "2025-01-30", "2025-01-31")
    assert state_at(line(own, holds, back), "2025-01-29").state == "contested"
    after = state_at(line(own, holds, back), "2025-01-31")
    assert (after.state, after.side, after.certainty) == ("held", ARMY, "reported")


def test_the_word_of_who_loses_confirms() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    loses = told("withdraw", ARMY, "Congolese army", "military", "2025-01-27", "2025-01-28", "admitted")
    assert spells(own, loses) == [("M23", "held", "confirmed"), (ARMY, "withdrawn", "confirmed")]


def test_what_nobody_vouches_for_is_no_voice() -> None:
    heard = told("capture", by="United Nations", source="un", standing="unverified")
    assert only(heard).certainty == "claimed"


def test_a_headline_is_no_voice_beside_the_source_that_its_text_names() -> None:
    headline = told("capture")
    assert only(headline, told("capture", by="United Nations", source="un")).certainty == "reported"


def test_a_later_denial_disputes_until_somebody_from_outside_tells_it_again() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    denial = told("capture", by="Congolese army", source="military", said="2025-01-28", standing="denied")
    after = told("capture", by="United Nations", source="un", said="2025-01-29")
    assert only(own, denial).certainty == "disputed"
    one = only(own, denial, after)
    assert one.certainty == "confirmed"
    assert one.against == (denial.id,)
    assert "denied it before United Nations told it" in one.reasons[1].text


def test_a_denial_that_is_reprinted_later_is_no_later_denial() -> None:
    words = "The army denied that the rebels had captured Goma."
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    denial = told("capture", by="Congolese army", source="military", standing="denied", text=words)
    after = told("capture", by="United Nations", source="un", said="2025-01-28")
    again = replace(denial, document=document(words, "Harbour Post", "2025-01-30"))
    assert only(own, denial, after, again).certainty == "confirmed"


def test_a_denial_says_nothing_of_what_came_after_it() -> None:
    denial = told("enter", by="Congolese army", source="military", said="2025-01-26", standing="denied")
    taken = told("capture", by="United Nations", source="un", day="2025-01-28", said="2025-01-28")
    assert only(denial, taken).certainty == "reported"


def test_who_claims_still_to_hold_it_disputes_the_capture() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    holds = told("hold", ARMY, "Congolese army", "military", said="2025-01-28")
    assert spells(own, holds) == [("M23", "held", "disputed"), (ARMY, "held", "disputed")]
    assert state_at(line(own, holds), "2025-01-28").state == "contested"


def test_what_is_told_from_outside_after_the_rivals_spoke_settles_it() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    holds = told("hold", ARMY, "Congolese army", "military", said="2025-01-28")
    after = told("capture", by="United Nations", source="un", day="2025-01-27", said="2025-01-29")
    state = state_at(line(own, holds, after), "2025-01-29")
    assert (state.state, state.side, state.certainty, state.others) == ("held", "M23", "confirmed", (ARMY,))


def test_others_who_tell_that_a_side_left_bear_out_who_holds() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    left = told("withdraw", ARMY, "United Nations", "un", "2025-01-27", "2025-01-28")
    assert spells(own, left) == [("M23", "held", "confirmed"), (ARMY, "withdrawn", "reported")]


def test_who_is_driven_out_has_lost_the_place_and_who_is_kept_out_has_not() -> None:
    text = "The army drove the rebels out of Goma."
    out = replace(told("repel", ARMY, text=text), places=(replace(GOMA, start=33, end=37),))
    out = replace(out, trigger=out.document.quote(9, 14))
    target = Party("target", "the rebels", 15, 25, name="M23", side=REBELS, type="armed")
    both = replace(out, parties=(*out.parties, target))
    assert spells(both) == [(ARMY, "held", "reported"), ("M23", "lost", "reported")]
    assert spells(replace(out, parties=(target,))) == [("M23", "lost", "reported")]
    assert spells(told("repel", None)) == []


def test_a_town_that_was_captured_by_nobody_knows_whom_fell() -> None:
    assert spells(told("capture", None)) == [(None, "lost", "reported")]


def test_who_denies_to_have_left_claims_to_hold() -> None:
    denial = told("withdraw", ARMY, "Congolese army", "military", standing="denied")
    assert spells(denial) == [(ARMY, "held", "claimed")]


def test_entered_is_not_held_and_an_advance_toward_it_is_nothing() -> None:
    assert spells(told("enter")) == [("M23", "entered", "reported")]
    assert not control_keys(told("advance"))


def test_whoever_beats_an_attack_back_holds() -> None:
    assert spells(told("repel", ARMY)) == [(ARMY, "held", "reported")]
    assert not control_keys(told("repel", ARMY, standing="negated"))


def test_no_longer_holding_is_losing_and_the_end_of_a_siege_ends_it() -> None:
    assert spells(replace(told("hold", ARMY), phase="ends")) == [(ARMY, "lost", "reported")]
    assert spells(told("hold", ARMY, standing="negated")) == []
    siege = told("besiege", day="2025-01-20", said="2025-01-20")
    lifted = replace(told("besiege", day="2025-01-25", said="2025-01-25"), phase="ends")
    until = only(siege, lifted).until
    assert until is not None and until.last == "2025-01-25"


def test_a_capture_by_another_side_ends_a_spell_unless_only_that_side_says_so() -> None:
    held = told("hold", ARMY, "United Nations", "un", said="2025-01-20")
    claimed = told("capture", by="M23", source="belligerent", day="2025-01-27")
    seen = told("capture", by="Red Cross", source="ngo", day="2025-01-27")
    assert [one.until for one in line(held, claimed).spells] == [None, None]
    assert [one.until is None for one in line(held, claimed, seen).spells] == [False, True]
    state = state_at(line(held, claimed), "2025-01-27")
    assert (state.side, state.certainty, state.others) == ("M23", "claimed", (ARMY,))


def test_old_news_goes_to_its_time() -> None:
    old = told("capture", by="United Nations", source="un", day="2012-11-20", said="2025-01-27")
    back = told("capture", ARMY, "United Nations", "un", "2012-12-03", "2025-01-27")
    found = line(back, old)
    assert [one.side for one in found.spells] == ["M23", ARMY]
    assert state_at(found, "2012-11-25").side == "M23"
    assert state_at(found, "2025-01-27").side == ARMY
    assert state_at(found, "2012-11-01").state is None


def test_the_undated_capture_before_a_recapture_that_one_report_tells_lies_before_it() -> None:
    words = "The army retook Goma, which the M23 had captured."
    back = told("capture", ARMY, text=words)
    retook = replace(back, trigger=back.document.quote(9, 15))
    assert state_at(line(retook, told("capture", text=words)), "2025-01-27").side == ARMY


def test_two_reports_that_date_neither_capture_contradict_each_other() -> None:
    one = told("capture", by="United Nations", source="un")
    other = told("capture", ARMY, "Red Cross", "ngo", text="Another report.")
    assert {spell.certainty for spell in line(one, other).spells} == {"disputed"}


def test_a_town_that_fell_fell_to_who_took_it_just_then() -> None:
    own = told("capture", by="M23", source="belligerent", day="2025-01-27")
    fell = told("lose", None, "United Nations", "un", said="2025-01-28")
    assert spells(own, fell) == [("M23", "held", "confirmed")]


def test_fighters_are_of_the_only_side_that_they_can_be() -> None:
    named = told("enter", day="2025-01-26", said="2025-01-26")
    vague = replace(told("enter"), parties=(Party("agent", "rebels", 0, 5, name="rebels", type="armed"),))
    assert spells(named, vague) == [("M23", "entered", "reported")]


def test_a_part_is_not_the_whole() -> None:
    text = "M23 rebels captured the northern half of Goma."
    part = replace(told("capture", text=text), places=(replace(GOMA, start=41, end=45),))
    part = replace(part, trigger=part.document.quote(11, 19))
    assert only(part).part == "the northern half"
    state = state_at(line(part), "2025-01-27")
    assert (state.state, state.part, state.main) == ("held", "the northern half", only(part))
    assert state_at(line(told("hold", ARMY, said="2025-01-20"), part), "2025-01-27").state == "contested"


def test_what_was_seized_in_a_town_is_not_the_town() -> None:
    text = "M23 fighters seized two lorries at Goma."
    lorries = Party("object", "two lorries", 20, 31)
    seized = replace(told("capture", text=text), places=(replace(GOMA, start=41, end=45),))
    assert not control_keys(replace(seized, parties=(*seized.parties, lorries)))


def test_forces_of_the_state_are_the_government_where_it_has_an_army() -> None:
    troops = Party("agent", "Government troops", 0, 17, name="Government troops", type="armed")
    special = replace(troops, text="special forces", name="special forces")
    for party in (troops, special):
        assert spells(replace(told("capture"), parties=(party,)))[0][0] == ARMY
    gaza = replace(GOMA, geonames_id=281133, name="Gaza", country="PS")
    assert spells(replace(told("capture", place=gaza), parties=(special,)))[0][0] is None


def test_fire_from_afar_contests_nothing() -> None:
    text = "The Houthis attacked Goma with two missiles."
    attack = replace(
        told("contest", text=text), kind="violence", type="attack", places=(replace(GOMA, start=21, end=25),)
    )
    attack = replace(attack, trigger=attack.document.quote(12, 20))
    assert not control_keys(attack)
    near = document("The Houthis attacked Goma at dawn....")
    assert control_keys(replace(attack, document=near, evidence=near.quote(0, 30)))


def test_what_is_taken_in_a_town_is_a_part_of_it() -> None:
    text = "They captured the headquarters of the northern command in Goma."
    made = told("capture", text=text, place=replace(GOMA, start=58, end=62))
    one = only(replace(made, trigger=made.document.quote(5, 13)))
    assert one.part == "the headquarters of the northern command"


def test_fighters_of_whom_nothing_is_told_are_called_as_the_report_calls_them() -> None:
    first, later = (Party("agent", name, 0, 5, name=name, type="armed") for name in ("gunmen", "Chadian troops"))
    taken = replace(told("capture", day="2025-01-20", said="2025-01-20"), parties=(first,))
    back = replace(told("capture", day="2025-01-27"), parties=(later,))
    assert [(one.side, one.until is None) for one in line(taken, back).spells] == [
        ("gunmen", False), ("Chadian troops", True),
    ]  # fmt: skip


def test_a_fight_contests_a_place_for_some_days() -> None:
    fight = replace(told("contest", day="2025-01-26", said="2025-01-26"), kind="violence", type="clash")
    found = line(told("hold", ARMY, said="2025-01-20"), fight)
    assert [state_at(found, f"2025-01-{day}").state for day in (25, 26, 28, 30)] == [
        "held", "contested", "contested", "held",
    ]  # fmt: skip


def test_the_battle_that_a_capture_ended_contests_nothing_after_it() -> None:
    taken = told("capture", by="United Nations", source="un", day="2025-01-27")
    week = replace(told("contest"), kind="violence", type="clash")
    week = replace(week, time=Time(None, None, None, "2025-01-25", "2025-01-31", "week"))
    assert state_at(line(taken, week), "2025-01-31").state == "held"


def test_a_fight_at_a_place_of_which_nobody_tells_more_is_no_state_of_it() -> None:
    fight = replace(told("contest", None), kind="violence", type="clash")
    assert spells(fight) == []
    assert spells(replace(told("contest"), kind="violence", type="clash")) == [("M23", "contested", "reported")]


def test_a_province_tells_only_of_the_places_that_are_known() -> None:
    sake = replace(GOMA, text="Sake", geonames_id=205540, name="Sake")
    held = told("capture", by="M23", source="belligerent", day="2025-01-27")
    at_sake = told("enter", by="United Nations", source="un", place=sake)
    buckets = Buckets(control_keys, timeline)
    buckets.add([held, at_sake])
    (area,) = areas((state_at(one, "2025-01-27") for one in buckets.results().values()), "2025-01-27")
    assert area.whole is None
    assert area.words == (
        "nobody speaks of it as a whole; 1 of 2 known places entered by M23 (Sake reported); "
        "1 of 2 known places held by M23 (Goma claimed)"
    )


CLAIMS = st.lists(
    st.builds(
        told,
        type_=st.sampled_from(
            ["capture", "enter", "hold", "withdraw", "lose", "besiege", "contest", "repel", "rise-up"]
        ),
        side=st.sampled_from([REBELS, ARMY, None]),
        by=st.sampled_from([None, "M23", "United Nations", "Congolese army"]),
        day=st.sampled_from([None, "2025-01-20", "2025-01-25", "2025-01-27"]),
        said=st.sampled_from(["2025-01-27", "2025-01-28", "2025-02-10"]),
        standing=st.sampled_from(["asserted", "denied", "negated", "admitted", "unverified"]),
        outlet=st.sampled_from(["A", "B"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(CLAIMS)
def test_a_timeline_does_not_depend_on_the_order_in_which_claims_come(claims: list[Claim]) -> None:
    kept = [one for one in claims if control_keys(one)]
    if kept:
        assert line(*kept) == line(*reversed(kept))


@given(CLAIMS)
def test_every_spell_rests_on_claims_and_has_a_certainty_that_its_last_step_gave(claims: list[Claim]) -> None:
    ids = {one.id for one in claims}
    kept = tuple(sorted((one for one in claims if control_keys(one)), key=in_order))
    for spell in timeline(216281, kept).spells if kept else ():
        assert spell.claims and ids.issuperset({*spell.claims, *spell.against})
        assert spell.certainty == spell.steps[-1].certainty


def test_rebels_are_the_only_group_that_any_report_names_in_the_country() -> None:
    groups = Groups()
    groups.change((), [told("capture", side="Black Hand", place=replace(GOMA, name="Sake", geonames_id=1))])
    here = [replace(told("hold", side=None), parties=(Party("agent", "rebels", 0, 6, type="armed"),))]
    assert [one.side for one in timeline(216281, here, groups=groups).spells] == ["Black Hand"]


def test_who_is_named_as_of_a_side_speaks_for_it_in_every_report() -> None:
    named = replace(claim("statement/say"), parties=(Party("speaker", "Luc Dou", 0, 7, side=ARMY, type="person"),))
    left = told("withdraw", ARMY, "Luc Dou", "witness", "2025-01-27", "2025-01-28")
    groups = Groups()
    assert timeline(216281, [left], groups=groups).spells[0].certainty == "reported"
    groups.change((), [named, left])
    assert timeline(216281, [left], groups=groups).spells[0].certainty == "confirmed"


def test_the_spokesman_in_the_statement_of_a_side_is_its_own() -> None:
    left = told("withdraw", ARMY, "spokesman", "official", "2025-01-27", outlet="FARDC")
    assert only(left).certainty == "confirmed"


def test_brigades_are_of_the_state_and_linked_is_no_name() -> None:
    unit = replace(told("hold"), parties=(Party("agent", "the 3rd Rifle Brigade", 0, 9, type="armed"),))
    rebels = replace(told("capture"), parties=(Party("agent", "al Qaeda-linked rebels", 0, 9, type="armed"),))
    assert only(unit).side == ARMY
    assert [one.side for one in line(told("enter"), rebels).spells] == ["M23", "M23"]


def test_fighters_are_of_the_group_whose_name_they_bear() -> None:
    front = told("hold", side="Karen Union")
    fighters = Party("agent", "about 300 Karen guerrillas", 0, 5, type="armed")
    assert spells(front, replace(told("hold", side=None), parties=(fighters,))) == [("Karen Union", "held", "reported")]


def test_whoever_lifts_a_siege_has_the_place() -> None:
    siege = told("besiege", day="2025-01-20", said="2025-01-20")
    lifted = replace(told("besiege", side=ARMY, day="2025-01-27"), phase="ends")
    assert state_at(line(siege, lifted), "2025-01-28").side == ARMY
    assert [(one.state, one.until is not None) for one in line(siege, lifted).spells if one.side == REBELS] == [
        ("besieged", True)
    ]


def test_a_name_that_nobody_knows_is_one_place_whatever_country_a_report_guesses() -> None:
    one, other = (replace(GOMA, geonames_id=None, name="Orzhavka", country=code) for code in ("UA", None))
    assert control_keys(told("hold", place=one)) == control_keys(told("hold", place=other))


def test_who_keeps_a_part_denies_nothing_of_the_whole() -> None:
    held = told("capture", by="a priest", source="witness", day="2025-01-27")
    text = "We never lost the centre of Goma."
    kept = told("lose", side=ARMY, standing="denied", by="the army", source="military", text=text)
    at = text.index("Goma")
    kept = replace(kept, places=(replace(GOMA, start=at, end=at + 4),))
    assert ("M23", "held", "reported") in spells(held, kept)


def test_who_comes_from_a_place_does_not_hold_it_by_that() -> None:
    came = told("enter", place=replace(GOMA, role="from"))
    assert control_keys(came) == ()


def test_between_two_towns_and_in_the_countryside_of_one_is_in_neither() -> None:
    for text in ("The army seized the bridge between Goma", "The army holds the countryside of Goma"):
        at = text.index("Goma")
        assert control_keys(told("hold", text=text, place=replace(GOMA, start=at, end=at + 4))) == ()
