"""Lists of made-up places for the tests."""

from pathlib import Path

HEADER = "ADM4_EN,ADM4_AR,ADM4_PCODE,ADM1_EN,ADM0_PCODE,lat,lon"


def dump_row(number: object = 99000001, name: str = "Qarnabil", **cells: object) -> str:
    """One row of a GeoNames dump, a village in Syria unless the cells say otherwise."""
    given = {
        "ascii": name, "others": "", "lat": 35.4, "lon": 36.7, "class": "P", "code": "PPL", "country": "SY", "cc2": "",
        "admin1": "10", "admin2": "", "admin3": "", "admin4": "", "people": 0, "up": "", "dem": 1, "zone": "",
        "day": "",
    }  # fmt: skip
    return "\t".join(str(one) for one in (number, name, *(given | cells).values()))


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """A file of these lines."""
    path.write_text("\n".join(lines) + "\n", encoding)
    return path
