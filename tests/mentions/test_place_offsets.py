"""Words around a place move its point and widen its circle, and never narrow it below what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.place_reading import places
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.gazetteer.tables import kilometres
from vedette.mentions.places.offsets import BEARINGS, border, extent, moved

DAMASCUS, HOMS, HAMA = (33.51, 36.29), (34.73, 36.72), (35.13, 36.75)


@pytest.mark.parametrize(
    ("text", "name", "point", "radius"),
    [
        ("Rebels were seen 140 km north of Damascus.", "140 km north of Damascus", (34.77, 36.29), 21.0),
        ("It lies 10 miles (16 km) east of Homs.", "10 miles east of Homs", (34.73, 36.9), 3.0),
        ("A column was seen 30 kilometres from Damascus.", "30 km from Damascus", DAMASCUS, 30.0),
        ("The hills south-west of Homs were shelled.", "southwest of Homs", (34.71, 36.7), 15.0),
        ("Shells hit the outskirts of Homs.", "Homs", HOMS, 10.0),
        ("A village near Homs was shelled.", "Homs", HOMS, 15.0),
        ("The road between Homs and Hama was cut.", "Homs", (34.93, 36.74), 22.7),
    ],
)
def test_words_before_a_name_put_it(text: str, name: str, point: tuple[float, float], radius: float) -> None:
    found = places(text)[0]
    assert (found.name, found.radius_km) == (name, radius)
    assert kilometres((found.lat or 0, found.lon or 0), point) < 3


def test_what_lies_elsewhere_is_no_longer_the_place_of_that_id() -> None:
    (found,) = places("Rebels were seen 140 km north of Damascus.")
    assert found.geonames_id is None and found.landmark and found.text == "Damascus"


def test_a_part_of_a_country_is_where_its_settlements_on_that_side_lie() -> None:
    (east,) = places("Fighting went on in eastern Ukraine.")
    (whole,) = places("Fighting went on in Ukraine.")
    assert (east.lon or 0) > (whole.lon or 0) and (east.radius_km or 0) < (whole.radius_km or 0)


def test_the_border_with_a_country_lies_between_both() -> None:
    found = places("Thousands of Syrians left Homs and reached the border with Lebanon.")[-1]
    assert found.name == "border of Lebanon and Syria" and found.precision == "region"
    assert kilometres((found.lat or 0, found.lon or 0), (34.0, 36.2)) < 60


def test_a_village_that_nobody_knows_lies_in_the_place_named_after_it() -> None:
    village, district = places("She was attacked at Olangur in Villupuram district.")
    assert (village.country, village.lat, village.geonames_id) == ("IN", district.lat, None)
    assert village.radius_km and village.radius_km >= 30


def test_countries_without_a_common_border_have_none() -> None:
    assert border(load_gazetteer(), "SY", "CD") is None


def test_a_country_without_settlements_has_no_extent() -> None:
    entry = load_gazetteer().country("AQ")
    assert entry is None or extent(load_gazetteer(), entry) is None


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(1, 400), st.sampled_from(sorted(BEARINGS)))
def test_moving_goes_as_far_as_it_says(lat: float, lon: float, way: float, side: str) -> None:
    assert abs(kilometres((lat, lon), moved(lat, lon, way, side)) - way) < 0.01 * way + 0.01


def test_a_long_border_is_wide_and_a_desert_one_has_no_narrow_point() -> None:
    for one, other, least in (("BF", "ML", 200), ("DZ", "ML", 150)):
        circle = border(load_gazetteer(), one, other)
        assert circle is not None and circle.radius_km >= least
