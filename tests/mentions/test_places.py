"""Which words of a text name places, and what is said of each."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.place_reading import names, place, places, toponyms
from vedette.model import Document

NAMED = [
    ("M23 fighters entered Sake and the outskirts of Goma in North Kivu.", {"Sake", "Goma", "North Kivu"}),
    ("The army shelled villages in Rakhine and Chin states.", {"Rakhine", "Chin"}),
    ("Fighting spread to the towns of Djibo, Dori and Barsalogho.", {"Djibo", "Dori", "Barsalogho"}),
    ("The town lies between Zalingei and Nyala in South Darfur state.", {"Zalingei", "Nyala", "South Darfur"}),
    ("Thousands fled into Chad from El Geneina.", {"Chad", "El Geneina"}),
    ("Gangs control most of Port-au-Prince.", {"Port-au-Prince"}),
    ("Guerrillas attacked Lashio in Myanmar's Shan State.", {"Lashio", "Myanmar", "Shan State"}),
    ("The strategic town of Khan Al-Sheih fell.", {"Khan Al-Sheih"}),
    ("Homs Province borders Lebanon.", {"Homs Province", "Lebanon"}),
    ("Gunmen killed nine farmers in Kwararafu.", {"Kwararafu"}),
    ("Jets pounded the outskirts of Tarbush Oghlu.", {"Tarbush Oghlu"}),
    ("Troops raided three villages: Gulmesk, Barzenki and Tol Hamra.", {"Gulmesk", "Barzenki", "Tol Hamra"}),
    ("Rebels shelled Jabal al-Wahsh and Kafr Sumayna.", {"Jabal al-Wahsh", "Kafr Sumayna"}),
    ("Fires burned near the Zaporizhzhia Thermal Power Plant.", {"Zaporizhzhia Thermal Power Plant"}),
    ("A bomb went off in the Sheikh Barzan District.", {"Sheikh Barzan District"}),
    ("The army launched an offensive on Barzenki on Friday.", {"Barzenki"}),
    ("The rebels hold parts of Somalia.", {"Somalia"}),
]
NOT_NAMED = [
    ("The Washington Post and the Bank of England said so.", {"Washington", "England"}),
    ("Lincoln Brown met Gen. Paris Okello.", {"Lincoln", "Paris"}),
    ("Syrian rebels and Russian jets were seen near the Lebanese border.", {"Syrian", "Russian", "Lebanese"}),
    ("In March and May, Police said Nice Reading would follow.", {"March", "May", "Police", "Reading"}),
    ("The Department of Transport spoke to the Canadian.", {"Transport", "Canadian"}),
    ("U.S.-backed fighters and a Homs-based activist spoke.", {"U.S.", "Homs"}),
]
PARTIES = [
    ("Washington was closely monitoring the front.", "Washington"),
    ("Moscow had not begun to evacuate the base.", "Moscow"),
    ("Envoys held talks with Ankara.", "Ankara"),
    ("Rwanda denied the charge.", "Rwanda"),
    ("Iran and Turkey agreed to meet.", "Turkey"),
    ("U.S. forces stay there.", "U.S."),
    ("They urged Kyiv to pull back.", "Kyiv"),
]
STAYING = [
    ("Shells fell on Kyiv before dawn.", "Kyiv"),
    ("Kabul fell to the Taliban.", "Kabul"),
    ("Troops entered Somalia.", "Somalia"),
    ("Khartoum residents queued for bread.", "Khartoum"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_of_places_are_found_whole(text: str, expected: set[str]) -> None:
    assert expected <= names(text)


@pytest.mark.parametrize(("text", "others"), NOT_NAMED)
def test_people_organisations_demonyms_and_common_words_are_no_places(text: str, others: set[str]) -> None:
    assert not others & names(text)


@pytest.mark.parametrize(("text", "words"), PARTIES)
def test_a_state_that_acts_is_a_toponym_but_no_place(text: str, words: str) -> None:
    assert words in toponyms(text)
    assert words not in names(text)


@pytest.mark.parametrize(("text", "words"), STAYING)
def test_a_state_or_capital_where_things_happen_is_a_place(text: str, words: str) -> None:
    assert words in names(text)


def test_offsets_are_those_of_the_document() -> None:
    text = "“Rebels”  took\u00a0Bukavu, then\nUvira."
    assert [Document(text).quote(one.start, one.end).text for one in places(text)] == ["Bukavu", "Uvira"]


def test_the_name_is_tied_to_the_sentence_by_the_word_for_its_sort() -> None:
    found = place("Clashes broke out in Idlib province.", "Idlib")
    assert found.root == 5


def test_an_unknown_village_is_named_but_not_located() -> None:
    found = place("Troops burned the village of Qoryaweyne at night.", "Qoryaweyne")
    assert (found.lat, found.geonames_id, found.precision) == (None, None, "settlement")


def test_an_unknown_village_lies_where_the_whole_report_plays() -> None:
    text = "Somali troops left Baidoa for Beledweyne and Kismayo. They burned the village of Qoryaweyne in Somalia."
    assert place(text, "Qoryaweyne").country == "SO"


def test_a_dateline_is_a_toponym_and_no_place_of_an_event() -> None:
    text = "BEIRUT (Agency) - Jets hit targets near Baalbek."
    assert "BEIRUT" in toponyms(text)
    assert names(text) == {"Baalbek"}


def test_roads_and_sites_with_unknown_names_are_points() -> None:
    text = "A convoy burned on Palestine Street in Baghdad, near the Blorvik Refugee Camp."
    assert {one.text: one.precision for one in places(text)} == {
        "Palestine Street": "point", "Baghdad": "settlement", "Blorvik Refugee Camp": "point",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["They met near Blorvik.", "Men fled the Blorvik area.", "They left the town of Blorvik."]
)
def test_unknown_names_are_places_where_the_words_beside_them_say_so(text: str) -> None:
    assert "Blorvik" in names(text)


@pytest.mark.parametrize("text", ["Blorvik said so.", "They praised Blorvik."])
def test_other_unknown_names_are_none(text: str) -> None:
    assert "Blorvik" not in names(text)


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("Homs Kyiv of the al-Bab, Province.\n\t'“(é\u200b漢"), max_size=60))
def test_any_text_gives_places_in_order_and_apart(text: str) -> None:
    found = places(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


def test_a_long_list_of_names_is_read_in_one_go() -> None:
    text = "They passed " + ", ".join(["Paris", "London", "Santa Maria", "San Juan"] * 300) + "."
    assert len(places(text)) > 600
