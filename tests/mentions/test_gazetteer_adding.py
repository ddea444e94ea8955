"""Lists of places that a user adds: what is taken, what is refused, and that the reader then knows them."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.place_lists import HEADER, dump_row, written
from vedette.mentions import Marker
from vedette.mentions.gazetteer.adding import Outcome, add_places
from vedette.mentions.gazetteer.lists import RowError, dump_rows
from vedette.mentions.gazetteer.lookup import Gazetteer, load_gazetteer
from vedette.mentions.gazetteer.tables import Entry, country_codes
from vedette.model import Document, VedetteError
from vedette.reader import Reader

SENTENCE = "Rebels captured the village of Qarnabil on Friday, residents of Hama said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where added places are kept."""
    return tmp_path / "places"


def known(folder: Path, name: str) -> list[Entry]:
    """What a name may mean among the added places."""
    return [one for one in load_gazetteer(folder).lookup(name) if one.source]


def counts(outcome: Outcome) -> tuple[int, int, int, int, int]:
    """Rows, added, known, left out, refused."""
    return outcome.rows, outcome.added.total(), outcome.known, outcome.left_out, outcome.refused


def test_a_village_is_read_once_it_is_added(folder: Path, tmp_path: Path) -> None:
    (before,) = (one for one in Marker(folder).mark(Document(SENTENCE)).places if one.name == "Qarnabil")
    assert (before.lat, before.geonames_id) == (None, None)
    add_places(written(tmp_path / "SY.txt", dump_row()), folder)
    (after,) = (one for one in Marker(folder).mark(Document(SENTENCE)).places if one.name == "Qarnabil")
    assert (after.geonames_id, after.lat, after.country, after.admin1) == (99000001, 35.4, "SY", "Hama")
    assert after.precision == "settlement"


def test_a_document_is_read_anew_once_places_were_added(folder: Path, tmp_path: Path) -> None:
    before = Reader(folder).extractor
    add_places(written(tmp_path / "SY.txt", dump_row()), folder)
    after = Reader(folder).extractor
    assert after != before and after.rpartition(" ")[0] == before.rpartition(" ")[0]


def test_a_dump_gives_places_of_every_precision_and_leaves_out_the_rest(folder: Path, tmp_path: Path) -> None:
    rows = [
        dump_row(1, "Qarnabil"),
        dump_row(2, "Nāḩiyat Qarnabil", others="Qarnabil Subdistrict", **{"class": "A", "code": "ADM3"}),
        dump_row(3, "Qarnabil Air Base", **{"class": "S", "code": "AIRB"}),
        dump_row(4, "Military Hospital", **{"class": "S", "code": "HSP"}),
        dump_row(5, "Wadi Qarnabil", **{"class": "H", "code": "STM"}),
        dump_row(6, "Old Qarnabil", code="PPLH"),
        dump_row(7, "Qarn Governorate", admin1="77", **{"class": "A", "code": "ADM1"}),
    ]
    outcome = add_places(written(tmp_path / "SY.txt", *rows), folder)
    assert outcome.added == {"settlement": 1, "district": 1, "point": 1, "province": 1} and outcome.left_out == 3
    gazetteer = load_gazetteer(folder)
    assert {one.geonames_id for one in gazetteer.lookup("Qarnabil")} == {1, 2}
    assert [one.geonames_id for one in gazetteer.areas("Qarnabil")] == [2]
    assert [one.precision for one in gazetteer.lookup("Qarnabil air base")] == ["point"]
    (province,) = gazetteer.areas("Qarn")
    assert gazetteer.division(Entry("X", "SY", "settlement", 35, 36, admin1="77")) == province


def test_other_names_lead_to_an_added_place(folder: Path, tmp_path: Path) -> None:
    add_places(written(tmp_path / "SY.txt", dump_row(name="Al Qarnabīl", others="Karnabiel,قرنبيل")), folder)
    assert {one.name for name in ("Qarnabil", "karnabiel", "قرنبيل") for one in known(folder, name)} == {"Al Qarnabil"}


def test_the_same_list_adds_nothing_and_a_newer_one_only_what_is_new(folder: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "SY.txt", dump_row(), dump_row())
    assert counts(add_places(file, folder)) == (2, 1, 1, 0, 0)
    assert counts(add_places(file, folder)) == (2, 0, 2, 0, 0)
    written(file, dump_row(), dump_row(99000002, "Tarnabil"))
    assert counts(add_places(file, folder)) == (2, 1, 1, 0, 0)
    assert len(list(folder.iterdir())) == 2


def test_built_in_places_are_known(folder: Path, tmp_path: Path) -> None:
    homs = dump_row(169577, "Ḩimş", lat=34.7, lon=36.7)
    province = dump_row(169575, "Homs Governorate", lat=34.2, lon=38.0, admin1="11", **{"class": "A", "code": "ADM1"})
    assert counts(add_places(written(tmp_path / "SY.txt", homs, province), folder)) == (2, 0, 2, 0, 0)
    table = written(tmp_path / "a.csv", "name,y,x,iso2", "Homs,34.72,36.73,SY", "Homs,36.9,40.1,SY")
    assert counts(add_places(table, folder)) == (2, 1, 1, 0, 0)
    assert not list(folder.glob("SY*"))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (dump_row("x"), "no GeoNames id"),
        (dump_row(0), "no GeoNames id"),
        (dump_row(2**33), "no GeoNames id"),
        (dump_row(name=" "), "no name"),
        (dump_row(name="\ufffdarnabil"), "not UTF-8"),
        (dump_row(name="12"), "is no name"),
        (dump_row(lat="north"), "no numbers"),
        (dump_row(lat=91), "not on the globe"),
        (dump_row(lat="nan"), "not on the globe"),
        (dump_row(lat=0, lon=0), "stand for none"),
        (dump_row(country="QQ"), "no country code"),
        (dump_row(country=""), "--country"),
        (dump_row(people="many"), "population"),
        ("Qarnabil\t35.4", "2 columns"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_stops_nothing(
    folder: Path, tmp_path: Path, row: str, problem: str
) -> None:
    outcome = add_places(written(tmp_path / "SY.txt", dump_row(1, "Tarnabil"), row, dump_row(2, "Zarnabil")), folder)
    (issue,) = outcome.issues
    assert str(issue).startswith("SY.txt:2: ") and problem in issue.problem
    assert outcome.added.total() == 2


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=18, max_size=20))
def test_no_row_breaks_the_reading_of_a_dump(cells: list[str]) -> None:
    cells[6:8] = ["P", "PPL"]
    assert all(found is None or found for _, found in dump_rows(["\t".join(cells)], country_codes(), "SY"))


def test_a_table_is_read_by_its_header(folder: Path, tmp_path: Path) -> None:
    rows = [
        "#adm4+name,,#adm4+code,#adm1+name,,#geo+lat,#geo+lon",
        "Qarnabil,قرنبيل,SY990001,Hama,SY,35.4,36.7",
        '"Tarnabil, Upper",,SY990002,Nowhere,SYR,35.5,36.8',
        "Zarnabil,,SY990003,Hama,,35.6,36.9",
        "Barnabil,,SY990004,Hama,SY,,",
    ]
    outcome = add_places(written(tmp_path / "syr.csv", HEADER, *rows, encoding="utf-8-sig"), folder)
    assert outcome.added == {"settlement": 3}
    assert [str(one) for one in outcome.issues] == ["syr.csv:6: its coordinates '', '' are no numbers"]
    (village,) = known(folder, "قرنبيل")
    assert (village.name, village.country, village.admin1, village.pcode) == ("Qarnabil", "SY", "10", "SY990001")
    assert village.source == "syr.csv" and village.geonames_id is None


@pytest.mark.parametrize(
    ("header", "row", "precision"),
    [
        ("admin3Name_en,admin3Pcode,center_lat,center_lon", "Qarnabil,SY9901,35.4,36.7", "district"),
        ("adm1_name;adm1_pcode;Latitude;Longitude", "Qarnabil;SY99;35,4;36,7", "province"),
        ("pcode\tname\tY\tX\tpopulation", 'SY990001\tQarnabil\t35.4\t36.7\t"1,200"', "settlement"),
        ("ADM2_FR,ADM2_EN,ADM2_PCODE,iso2,x,y", "Carnabile,Qarnabil,SY9901,sy,36.7,35.4", "district"),
    ],
)
def test_headers_of_many_makers_are_understood(
    folder: Path, tmp_path: Path, header: str, row: str, precision: str
) -> None:
    add_places(written(tmp_path / "t.csv", header, row), folder)
    (found,) = known(folder, "Qarnabil")
    assert (found.precision, found.country, found.lat, found.lon) == (precision, "SY", 35.4, 36.7)
    assert found.name == "Qarnabil"


def test_a_table_again_adds_nothing_also_where_namesakes_are_neighbours(folder: Path, tmp_path: Path) -> None:
    rows = ["Qarnabil,,SY990001,Hama,SY,35.40,36.70", "Qarnabil,,SY990002,Hama,SY,35.41,36.71"]
    file = written(tmp_path / "syr.csv", HEADER, *rows)
    assert add_places(file, folder).added.total() == 2
    assert counts(add_places(file, folder)) == (2, 0, 2, 0, 0)
    bare = written(tmp_path / "b.csv", "name,lat,lon", "Qarnabil,35.42,36.72", "Qarnabil,36.9,40.2")
    assert counts(add_places(bare, folder, "SY")) == (2, 1, 1, 0, 0)
    assert counts(add_places(bare, folder, "SY")) == (2, 0, 2, 0, 0)
    assert counts(add_places(written(tmp_path / "SY.txt", dump_row()), folder)) == (1, 0, 1, 0, 0)


def test_a_zip_holds_its_list_and_a_readme(folder: Path, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "SY.zip", "w") as pack:
        pack.writestr("readme.txt", "About these files")
        pack.writestr("SY.txt", dump_row())
    assert counts(add_places(tmp_path / "SY.zip", folder)) == (1, 1, 0, 0, 0)


@pytest.mark.parametrize("content", [b"", b"Dear all,\n", b"name,code\nX,1\n", "name,lat,lon\n".encode("utf-16")])
def test_what_is_no_list_of_places_is_refused_whole(folder: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(VedetteError, match="neither a country dump"):
        add_places(tmp_path / "x.csv", folder)
    assert not folder.exists()


def test_files_that_cannot_be_read_are_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match="cannot be read"):
        add_places(tmp_path / "none.txt", folder)
    with ZipFile(tmp_path / "two.zip", "w") as pack:
        pack.writestr("a.txt", "")
        pack.writestr("b.txt", "")
    with pytest.raises(VedetteError, match="must hold one list"):
        add_places(tmp_path / "two.zip", folder)
    whole = (tmp_path / "two.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04" + b"\0" * 80 + whole[-22:])
    with pytest.raises(VedetteError, match="damaged"):
        add_places(tmp_path / "cut.zip", folder)
    (tmp_path / "file").write_text("")
    with pytest.raises(VedetteError, match="cannot be written"):
        add_places(written(tmp_path / "SY.txt", dump_row()), tmp_path / "file" / "places")


def test_a_damaged_file_of_added_places_is_told(folder: Path) -> None:
    folder.mkdir()
    (folder / "SY-1.npz").write_bytes(b"PK broken")
    with pytest.raises(VedetteError, match=r"SY-1.npz is damaged"):
        load_gazetteer(folder)


def test_without_added_places_the_gazetteer_is_one_and_the_same(folder: Path) -> None:
    built_in: Gazetteer = load_gazetteer()
    assert load_gazetteer(folder) is built_in


def test_a_row_error_is_its_reason() -> None:
    ((number, found),) = dump_rows(["a\tb"], country_codes(), None)
    assert number == 1 and isinstance(found, RowError)
