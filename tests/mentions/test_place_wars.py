"""Places as reports from many wars name them."""

import pytest

from tests.mentions.place_reading import names, place, places


def test_a_district_lies_in_the_city_that_owns_it() -> None:
    text = "A drone hit a bus in Kherson's Dniprovskyi district in Ukraine."
    assert place(text, "Dniprovskyi").admin1 != "Kyiv City"
    assert place("Jihadists attacked Banibangou in Niger's Tillaberi region.", "Tillaberi").country == "NE"


def test_a_name_is_not_cut_at_its_hyphen() -> None:
    found = place("Gunmen killed dozens of people in Pont-Mirebel, Haiti.", "Pont-Mirebel")
    assert (found.country, found.precision) == ("HT", "settlement")
    assert {"Latakia", "Damascus", "Aleppo"} <= names(
        "The Latakia-Turkish border and the Damascus-Aleppo road are shut."
    )


def test_a_by_name_of_a_district_far_away_needs_support() -> None:
    text = "Syrian troops shelled the Castello road, the last supply line into Aleppo."
    assert place(text, "Castello").country != "ES"


def test_what_proves_a_town_in_war_proves_none_in_other_news() -> None:
    filler = (
        "The club plays at home again next week, and its coach hopes for better weather than there was in spring. " * 9
    )
    assert "Ridgemill" not in names(
        f"Supporters in control of Ridgemill United lost. People of Ridgemill cheered. {filler}"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tessit is in rebel hands, a driver said.", "Tessit"),
        ("Tessit remains under the control of the army, the ministry said.", "Tessit"),
        ("The ministry said that Tessit was no longer under its rule.", "Tessit"),
        ("The rebels gave up Tessit on Monday.", "Tessit"),
        ("The rebels have laid siege to Tessit since Monday.", "Tessit"),
        ("Two battalions are holding the Tanka pass.", "Tanka pass"),
        ("The Olongo bridge is guarded by soldiers.", "Olongo bridge"),
        ("The army denied that it had lost Tessit.", "Tessit"),
        ("Tessit is ours, a rebel commander said.", "Tessit"),
    ],
)
def test_what_is_held_or_given_up_is_a_place(text: str, words: str) -> None:
    assert words in names(text)


def test_a_place_spelt_with_its_accents_is_no_by_name_of_a_larger_one() -> None:
    assert place("The general staff holds the whole of Taï, it said. Rebels are in Taï.", "Taï").country == "CI"


def test_a_nationality_before_a_capital_is_no_place() -> None:
    assert "Malian" not in names("Fuel is short. The Malian capital was quiet on Sunday.")


def test_a_country_before_its_parts_is_a_place_though_its_name_is_an_adjective_too() -> None:
    assert "U.S." in names("Volunteers came from nine U.S. states to help the wounded.")


def test_a_province_is_no_namesake_of_somebody() -> None:
    text = "Troops looked for Juan Cauca. In Cauca, dissidents shot at a helicopter."
    assert place(text, "Cauca").country == "CO"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Fighters burned Tawila in North Darfur.", "Tawila", "SD"),
        ("Israel shelled Maroun al-Ras in southern Lebanon.", "Maroun al-Ras", "LB"),
        ("Forces entered Seiyun in Hadramawt.", "Seiyun", "YE"),
        ("Al-Shabaab seized Aadan Yabaal in Somalia.", "Aadan Yabaal", "SO"),
        ("South Sudan's army bombed Old Fangak.", "Old Fangak", "SS"),
        ("Boko Haram attacked Fotokol in Cameroon.", "Fotokol", "CM"),
        ("Families fled Balama in Mozambique.", "Balama", "MZ"),
    ],
)
def test_towns_of_present_wars_have_coordinates(text: str, words: str, country: str) -> None:
    found = place(text, words)
    assert found.country == country and found.lat is not None


def test_lines_between_armies_are_regions() -> None:
    found = place("Shelling across the Line of Control killed nine in Poonch.", "Line of Control")
    assert found.precision == "region" and round(found.lat or 0) == 34


@pytest.mark.parametrize("name", ["Cote d'Ivoire", "Côte d’Ivoire", "Cote d\ufffdIvoire"])
def test_a_country_is_known_behind_an_elided_article(name: str) -> None:
    assert place(f"Some 300 people were displaced within {name} as of May.", name).country == "CI"


@pytest.mark.parametrize(
    "text",
    [
        "Fighters entered Um Sabrit on Friday.",
        "The army retook Orzhavka from the rebels.",
        "Orzhavka fell to the rebels on Friday.",
        "Orzhavka is in the hands of the army.",
        "Residents of Orzhavka said that all was calm.",
        "The rebels are in control of Orzhavka.",
        "Government troops withdrew from Porto Lumeiro overnight.",
        "Rebels took Orzhavka at dawn.",
        "Rebels seized Makurenda, a town of 20,000, on Friday.",
        "Orzhavka was quiet. The battle for Orzhavka had ended on Friday.",
    ],
)
def test_what_is_done_to_a_name_that_nobody_knows_proves_it_a_towns(text: str) -> None:
    assert names(text) & {"Um Sabrit", "Orzhavka", "Porto Lumeiro", "Makurenda"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Colonel Orzhavka on Friday.",
        "Rebels held Orzhavka hostage for a week.",
        "Rebels captured Ivan Orzhavka, 34, on Friday.",
        "Rebels attacked Orzhavka. Orzhavka said that he would be back.",
        "A talk with the guests at Orzhavka's pub.",
    ],
)
def test_a_name_that_somebody_bears_is_no_town(text: str) -> None:
    assert not {one for one in names(text) if "Orzhavka" in one}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops shelled Varmenka, Oludesh and Tel Karim.", "Oludesh"),
        ("Militants stormed the Qarmun Hospital on Sunday.", "Qarmun Hospital"),
        ("The army bombed positions in the Zor Qa'ad area.", "Zor Qa'ad"),
        ("Gunmen raided Dalu-abad, a village in the north.", "Dalu-abad"),
        ("People have fled Marbalunda since the shelling began.", "Marbalunda"),
    ],
)
def test_names_that_nobody_knows_are_places_by_the_words_around_them(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels freed Tomas Halvorsen, 34, on Friday.",
        "The rebels are loyal to Halvorsen. Halvorsen said that he would fight on.",
        "A Quintex rocket hit the rebels, its maker said.",
    ],
)
def test_people_and_firms_in_reports_on_fighting_are_no_places(text: str) -> None:
    assert not names(text) & {"Tomas Halvorsen", "Halvorsen", "Quintex"}


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("Ukrainian troops left the Novy district of Chasiv Yar for Kramatorsk.", "Novy", "Donetsk, UA"),
        ("In El Obeid, shells of the Sudanese army hit the Karima neighbourhood.", "Karima", "North Kordofan, SD"),
        ("Ecuador sent men to Quito. Inmates fled Litoral jail in Guayaquil.", "Litoral jail", "Guayas, EC"),
        ("Ukraine lost Novomykolaivka in Sumy region; Konotop was shelled.", "Novomykolaivka", "Sumy, UA"),
        ("In Hela province of Papua New Guinea, gunmen killed 12 at Karidu.", "Karidu", "Hela, PG"),
        ("Sudanese militiamen shelled El Obeid and Shaq al-Sidr, north of Bara.", "Shaq al-Sidr", "North Kordofan, SD"),
        (
            "The Sudanese army shelled El Obeid. Fighting in Babanusa left a division besieged.",
            "Babanusa",
            "West Kordofan, SD",
        ),
        ("Israeli jets bombed Gaza City and Rafah, then the Lebanese village of Aitaroun.", "Aitaroun", "None, LB"),
        ("Burmese troops left Lashio, Bhamo and Yinmabin; rebels are trying to reach Muse.", "Muse", "None, MM"),
        (
            "Russian forces seized the village of Oleksiivka in Ukraine, and shelled Kharkiv and Kupiansk.",
            "Oleksiivka",
            "Kharkiv, UA",
        ),
        ("Ethiopian soldiers fled Lalibela for Sekota and Woldiya.", "Woldiya", "Amhara, ET"),
    ],
)
def test_what_is_named_lies_where_the_text_puts_it(text: str, words: str, there: str) -> None:
    found = place(text, words)
    assert f"{found.admin1}, {found.country}" == there


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bombs fell on Marawi, where fighters of Islamic State held out.", "Islamic State"),
        ("Monks of the Catholic Church hid 20 villagers from the rebels in Tibu.", "Catholic Church"),
        ("Rebels fought in the territory of the Sikan and Kaekon tribes near Tari.", "Sikan"),
        ("Governor of Segou Alou Samaté denied that rebels held Niono.", "Segou Alou Samaté"),
    ],
)
def test_groups_churches_clans_and_governors_are_no_places(text: str, words: str) -> None:
    assert words not in names(text)


def test_a_quarter_of_a_district_leaves_the_town_a_town() -> None:
    assert place("Troops left the Novy district of Chasiv Yar in Ukraine.", "Chasiv Yar").precision == "settlement"


def test_names_go_on_behind_a_hyphen() -> None:
    assert {"Saut-d'Eau", "Canapé-Vert"} <= names("Haiti's gangs took the town of Saut-d'Eau and shot at Canapé-Vert.")


def test_a_town_that_nobody_knows_has_one_name_with_and_without_the_word_for_it() -> None:
    found = places("Filipino troops retook Daligan City on Sunday. They had lost Daligan in May.")
    assert [one.name for one in found] == ["Daligan", "Daligan"]
