"""The built page of the workbench: its sources stand in web/, the build hook puts them here."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
