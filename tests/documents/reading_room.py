"""What the tests of this stage share: a moment, a plain report, and short ways to read one file."""

from datetime import UTC, datetime
from pathlib import Path

from vedette.documents import LIMIT, Defaults, Loaded, read_paths
from vedette.model import Issue

NOW = datetime(2025, 2, 1, 12, tzinfo=UTC)
REPORT = (
    "Fighters entered the town of Bunia on Monday after a night of shelling, three residents said.\n"
    "The army denied that its soldiers had withdrawn from the airport and said that the road was open.\n"
)
NOTHING = Defaults()


def found_in(path: Path | str, defaults: Defaults = NOTHING, limit: int = LIMIT) -> list[Loaded | Issue]:
    """Everything that reading one path gives."""
    return list(read_paths([path], defaults=defaults, now=NOW, limit=limit))


def loaded(folder: Path, name: str, content: str | bytes, defaults: Defaults = NOTHING) -> Loaded:
    """The one document that a file of this name and content holds."""
    (found,) = found_in(written(folder, name, content), defaults)
    assert isinstance(found, Loaded), found
    return found


def refused(folder: Path, name: str, content: str | bytes, limit: int = LIMIT) -> Issue:
    """The one issue that a file of this name and content gives."""
    (found,) = found_in(written(folder, name, content), limit=limit)
    assert isinstance(found, Issue), found
    return found


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content, its newlines as they are."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(of: Loaded) -> str:
    """All that was odd about a document, in one string."""
    return "; ".join(map(str, of.issues))
