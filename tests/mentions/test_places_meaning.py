"""Which place a name means, how precisely it locates, and what becomes of given stretches of text."""

import pytest

from tests.mentions.place_reading import meaning, place

CONTEXT = [
    ("He was born in Paris, Texas.", "Paris", "US"),
    ("Paris and Lyon were calm, French police said.", "Paris", "FR"),
    ("Students left Tripoli and Sidon; Lebanese troops watched.", "Tripoli", "LB"),
    ("Militias fought in Tripoli and Misrata; Libyan oil ports closed.", "Tripoli", "LY"),
    ("Rafah and Khan Younis in the Gaza Strip were hit.", "Rafah", "PS"),
    ("Cairo sent aid from Rafah and Arish in Egypt's Sinai.", "Rafah", "EG"),
    ("Atlanta, Georgia, was quiet.", "Georgia", "US"),
    ("They fled through Armenia, Georgia and Azerbaijan.", "Georgia", "GE"),
    ("Fighting went on near Valencia and Arauca in Colombia.", "Arauca", "CO"),
]
SPELLINGS = [
    ("Rebels took Deir al-Zor.", "Deir al-Zor", 170794),
    ("Rebels took Deir Ezzor.", "Deir Ezzor", 170794),
    ("Rebels took Dayr az Zawr.", "Dayr az Zawr", 170794),
    ("Shells fell in Suweida.", "Suweida", 172408),
    ("Shells fell in Sweida.", "Sweida", 172408),
    ("Shells fell on Kiev.", "Kiev", 703448),
    ("Shells fell on Artemivsk.", "Artemivsk", 713174),
    ("They fled from Al-Fashir.", "Al-Fashir", 379555),
]
PRECISION = [
    ("Shells fell in Homs.", "Homs", "settlement"),
    ("Shells fell in Homs province.", "Homs", "province"),
    ("Homs Province is large.", "Homs Province", "province"),
    ("They hold the provinces of Latakia and Tartus.", "Tartus", "province"),
    ("They hold Luhansk and Donetsk oblasts.", "Luhansk", "province"),
    ("They fled to Jordan.", "Jordan", "country"),
    ("Fighting went on in Darfur.", "Darfur", "region"),
    ("Villages in rural Aleppo burned.", "Aleppo", "district"),
    ("Drones struck Khartoum airport.", "Khartoum airport", "point"),
    ("They sheltered at Kutupalong refugee camp.", "Kutupalong refugee camp", "point"),
    ("Jets flew from the base at Hmeimim.", "Hmeimim", "point"),
]


@pytest.mark.parametrize(("text", "words", "country"), CONTEXT)
def test_the_rest_of_the_text_decides_between_namesakes(text: str, words: str, country: str) -> None:
    assert place(text, words).country == country


@pytest.mark.parametrize(("text", "words", "number"), SPELLINGS)
def test_spellings_and_old_names_mean_the_same_place(text: str, words: str, number: int) -> None:
    assert place(text, words).geonames_id == number


@pytest.mark.parametrize(("text", "words", "precision"), PRECISION)
def test_the_words_tell_how_precisely_a_place_is_known(text: str, words: str, precision: str) -> None:
    assert place(text, words).precision == precision


def test_a_name_keeps_its_sense_throughout_a_document() -> None:
    text = "Paris, Texas, woke early. Police in Paris closed a road."
    assert place(text[26:], "Paris").country == "FR"
    assert meaning(text, "Paris closed") == meaning(text, "Paris closed")
    assert {one for one in (meaning(text, "Paris"),) if one and one.country == "US"}


def test_a_place_says_its_division_by_name() -> None:
    assert place("Rebels entered Bukavu.", "Bukavu").admin1 == "South Kivu"


def test_a_site_lies_where_its_town_lies_but_is_not_the_town() -> None:
    found = place("Mortars hit Goma airport.", "Goma airport")
    assert found.geonames_id is None
    assert (found.name, found.country) == ("Goma airport", "CD")


def test_an_adjective_means_its_country_when_asked() -> None:
    found = meaning("Sudanese forces fired.", "Sudanese")
    assert found is not None
    assert (found.country, found.precision) == ("SD", "country")


def test_an_unknown_stretch_lies_near_the_place_beside_it() -> None:
    found = meaning("Looters raided the Blorvik depot in Bunia.", "Blorvik")
    assert found is not None
    assert (found.country, found.precision, found.geonames_id) == ("CD", "region", None)


def test_a_stretch_in_a_text_without_places_means_nothing() -> None:
    found = meaning("Looters raided the blorvik depot.", "blorvik")
    assert found is None or found.lat is None
