"""The places of the world by name: GeoNames settlements, countries, divisions, regions, sites, and what users add."""
