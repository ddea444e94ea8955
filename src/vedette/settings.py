"""Every setting in one table: name, environment variable, default, help. Read once, at the edges."""

from collections.abc import Mapping
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from platformdirs import user_data_path

from vedette.model import VedetteError


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a user can set by an environment variable; the option of the same name on a command wins."""

    name: str
    variable: str
    default: str
    help: str


SETTINGS = (
    Setting("ledger", "VEDETTE_LEDGER", "", "The ledger file; without it `ledger.db` in the user's data folder."),
    Setting("limit", "VEDETTE_LIMIT", "5000000", "The longest text of one document that is read, in characters."),
    Setting("actors", "VEDETTE_ACTORS", "", "The file of added actors; without it `actors.toml` in the data folder."),
    Setting("by", "VEDETTE_BY", "", "Who judges; without it your login."),
    Setting("places", "VEDETTE_PLACES", "", "The folder of added places; without it `places` in the data folder."),
)


def setting(name: str, environment: Mapping[str, str]) -> str:
    """The value of a setting: from the environment, else its default."""
    found = next(one for one in SETTINGS if one.name == name)
    return environment.get(found.variable) or found.default


def ledger_path(option: str | None, environment: Mapping[str, str]) -> Path:
    """The ledger that an option, the environment or the user's data folder names, in this order."""
    named = option or setting("ledger", environment)
    return Path(named) if named else _data() / "ledger.db"


def places_path(environment: Mapping[str, str]) -> Path:
    """The folder of the places that a user added."""
    named = setting("places", environment)
    return Path(named) if named else _data() / "places"


def actors_path(environment: Mapping[str, str]) -> Path:
    """The file of the actors that a user added."""
    named = setting("actors", environment)
    return Path(named) if named else _data() / "actors.toml"


def judge_name(option: str | None, environment: Mapping[str, str]) -> str:
    """The name that an option, the environment or the login gives, in this order."""
    named = option or setting("by", environment)
    try:
        return named or getuser()
    except OSError:
        raise VedetteError("nobody is logged in: say who judges, with --by NAME or VEDETTE_BY") from None


def text_limit(environment: Mapping[str, str]) -> int:
    """The longest text that is read; VedetteError when it is no positive number."""
    value = setting("limit", environment)
    if not value.isdecimal() or int(value) == 0:
        raise VedetteError(f"VEDETTE_LIMIT is {value!r}: give a number of characters above 0")
    return int(value)


def _data() -> Path:
    return user_data_path("vedette", appauthor=False)
